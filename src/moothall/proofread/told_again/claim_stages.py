"""What a claim is of, as its words say: a budget or an outturn, option A or B, men or women."""

import re
from enum import StrEnum
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.thesaurus import root


class Stage(StrEnum):
    """What a figure of money or work is: planned, expected, done, wished for."""

    BUDGET = "budget"
    FORECAST = "forecast"
    ACTUAL = "actual"
    ORIGINAL = "original"
    TARGET = "target"
    GROSS = "gross"
    NET = "net"
    SAVING = "saving"
    COST = "cost"
    INCOME = "income"
    OVER = "overspend"
    UNDER = "underspend"
    RESERVE = "reserve"
    GRANT = "grant"
    AVERAGE = "average"
    MOST = "most"
    LEAST = "least"
    FORMER = "former"
    OTHERS = "others"
    SUMMED = "cumulative"
    PROPOSED = "proposed"
    ALTERED = "altered"
    PRESENT = "of those present"
    QUESTION = "of those who answered one question"


_STAGES = tuple(
    (stage, Expression(rf"\b(?:{words})\b", re.IGNORECASE))
    for stage, words in (
        (Stage.TARGET, (r"target\w*|aim(?:s|ing)?|goals?|ambition|benchmark|standard|intend\w*|"
                        r"threshold|criteri\w+|or (?:above|more|over|greater)")),
        (Stage.BUDGET, r"budget\w*|allocation|approved|planned|provision"),
        (Stage.FORECAST, r"forecast\w*|project(?:ed|ions?)|expect\w*|anticipat\w*"),
        (Stage.ACTUAL, r"outturn|actual(?:ly)?|spent|achieved|to date"),
        (Stage.ORIGINAL, r"original(?:ly)?|initial(?:ly)?|draft|revised|restated|amended"),
        (Stage.GROSS, r"gross"),
        (Stage.NET, r"net"),
        (Stage.SAVING, r"(?<!to )sav(?:e|es|ed|ings?)|to save(?! (?:fund|reserve))|efficienc\w+"),
        (Stage.COST, r"costs?|spen[dt]\w*|expenditure|price[ds]?"),
        (Stage.INCOME, r"income|receipts?|takings|revenue from"),
        (Stage.OVER, (r"over[- ]?spen[dt]\w*|overrun|pressures?|exceed\w*|excess|shortfall|deficit|"
                      r"gap")),
        (Stage.UNDER, r"under[- ]?spen[dt]\w*|unspent|unused|surplus"),
        (Stage.AVERAGE, r"average|mean|typical(?:ly)?|median"),
        (Stage.MOST, r"maximum|up to|at most|ceiling|highest|peak\w*|longest|largest"),
        (Stage.LEAST, r"minimum|at least|lowest|shortest|smallest|no less than|below"),
        (Stage.FORMER, (r"previous(?:ly)?|originally|formerly|"
                       r"(?:against|compared (?:with|to)|than|from)\b[^,.;]{0,40} last year|"
                       r"year (?:before|earlier|ago)|"
                       r"(?:in|since|from) the (?:previous|prior) year|before the|used to|prior|"
                       r"at the time|last (?:considered|reported|met|time)|was then|that year|"
                       r"then stood|comparable|equivalent figure|"
                       r"corresponding|same (?:point|time|period|stage|month|quarter)|"
                       r"at (?:month|quarter|period) \w+|(?:two|three|four|five|ten) "
                       r"years (?:ago|earlier|before)")),
        (Stage.OTHERS, (r"national(?:ly)?|england|regional|neighbour\w*|comparators?|benchmark\w*|"
                       r"other (?:councils|authorities)|elsewhere|peers?|countrywide|"
                       r"across the (?:region|country|sector)")),
        (Stage.PROPOSED, r"propos\w+|revised|recommend\w*|alternative"),
        (Stage.ALTERED, (r"(?:an?|the) (?:reduced|increased|extended|enlarged|shortened)|"
                        r"(?:a further|an additional) (?:year|term|period|"
                        r"[\w-]+ ?(?:months?|years?))|"
                        r"limited to|instead")),
        (Stage.QUESTION, (r"(?:this|that|each|every|one|first|last|next|final|same|any) questions?|"
                          r"(?:answer\w*|respond\w*|repl\w+|skipp\w*) (?:\w+ ){0,3}questions?|"
                          r"questions? \d+|skipped|base(?=:| size| of \d| =|\)| \d)")),
        (Stage.PRESENT, (r"(?:was|were) (?:also )?(?:present|absent|at the meeting|in attendance)|"
                         r"apologies|quor(?:um|ate)")),
        (Stage.SUMMED, (r"cumulative\w*|in all over|over the (?:life|whole|term|period)|in total "
                       r"over")),
    )
)  # fmt: skip


_LABELS = Expression(
    r"\b(?P<what>option|lot|phase|band|grade|key stage|tier|group|bidder|tenderer|zone|scenario|"
    r"stage|"
    r"priority|category|schedule|class|cluster|year|strand|scheme|appendix|"
    r"table)\s(?P<which>[A-H]|\d{1,2})\b"
    r"|\b(?:aged?|ages|under|over|age group)[ -](?:the age of |of |between |s )?"
    r"(?P<age>\d{1,2}(?:\s?(?:[-–]|to|and)\s?\d{1,2})?)\b"
    r"(?!\s*(?:%|per cent|m\b|million|weeks|months|days|years (?!of age|old)))"
    r"|\b(?P<old>\d{1,2})[ -]years?(?:[ -]olds?| of age)\b"
    r"|\b(?P<item>item|minute|no|number|ref)\b\.?(?:\s20\d\d[-/]\d\d)?\s\(?(?P<n>\d{1,3})\b",
    re.IGNORECASE,
)


_BEDROOMS = Expression(
    r"\b(\d|one|two|three|four|five|six)[ -](?:or more[ -])?bed(?:room)?(?:ed|s)?\b", re.IGNORECASE
)
"""A home with two bedrooms is a kind of home; the two count none."""
_QUARTER = Expression(r"\bQ([1-4])\b|\bquarter ([1-4])\b", re.IGNORECASE)
_MONTH_ALONE = Expression(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?!,? (?:19|20)\d\d)"
)


def _label(match: re.Match[str]) -> str:
    if match["what"]:
        return f"{match['what']} {match['which']}".lower()
    return f"item {match['n']}" if match["item"] else f"aged {match['age'] or match['old']}"


@lru_cache(maxsize=8192)
def labels(text: str) -> frozenset[str]:
    """What tells things of one name apart: "Option B", "Band D", "aged 0-15"."""
    months = frozenset(f"month {match[0].lower()}" for match in _MONTH_ALONE.finditer(text))
    return (
        months
        | frozenset(_label(match) for match in _LABELS.finditer(text))
        | frozenset(f"beds {match[1].lower()}" for match in _BEDROOMS.finditer(text))
        | frozenset(f"quarter {match[1] or match[2]}" for match in _QUARTER.finditer(text))
    )


@lru_cache(maxsize=8192)
def stages(text: str) -> frozenset[Stage]:
    return frozenset(stage for stage, read in _STAGES if read.search(text))


_LINES = """
support+agree+favour+satisfied+satisfaction+happy+content+good+helpful+pleased oppose+
  opposition+opponent+object+disagree+disapprove+dissatisfied+dissatisfaction+unhappy+poor+
  unhelpful+reject neither+neutral
men+man+male+boy women+woman+female+girl
primary secondary special nursery infant junior
adult child+pupil+children older+elderly+pensioner
north south east west central
revenue capital
start+begin+commence+open+launch close+end+expire+finish+complete+cease
upper lower middle
internal external
gross net
minor major
green amber red
high medium low
recycling residual garden food
full part
cyclist pedestrian motorcyclist driver car
quarter half
online+web+digital paper+post+telephon+phone
tenant leaseholder owner
purchase+buy+acquire sell+sale+sold+dispose
car bus rail taxi
new existing present+current former+old
adopt foster
residential nursing
burial cremation
fire flood
won+upheld+allow dismiss+lost+refused
vacant+vacancy+unfilled filled+occupied
paid+pay received+receipt
weekly monthly annual
temporary permanent
borrow+debt+loan invest+deposit+lend
looked-after protection adoption
road+carriageway+highway footway+footpath+pavement bridge
school colleg
cat dog
motion amendment
a b c d e
i ii iii iv
"""
_ALTERNATIVES = tuple(
    tuple(frozenset(root(word) for word in part.split("+")) for part in line.split())
    for line in _LINES.strip().replace("+\n  ", "+").splitlines()
)  # fmt: skip


def are_alternatives(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the one is said of women and the other of men, or the like."""
    for line in _ALTERNATIVES:
        first = {n for n, part in enumerate(line) if not one.isdisjoint(part)}
        second = {n for n, part in enumerate(line) if not other.isdisjoint(part)}
        if first and second and not first & second:
            return True
    return False
