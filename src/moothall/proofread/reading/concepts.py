"""Concepts: the words of council reports that say the same thing, each group under one name.

"The shortfall to be found" and "the budget gap" are one thing; so are those who replied and the
responses.  Words outside the groups stand for themselves, by their stem.
"""

import re
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.statements import content_words, stem_of

_GROUPS = {
    "variance": "variance overspend overspent overspending underspend underspent underspending "
    "adverse favourable pressure pressures shortfall gap deficit surplus overrun excess unfunded "
    "overshoot",
    "saving": "saving savings efficiency efficiencies reduction economy economies cut cuts",
    "cost": "cost costs expenditure spend spending outturn price prices outlay",
    "later": "reprofile reprofiled reprofiling rephase rephased rephasing slippage slipped slip "
    "defer deferred deferral deferring future later carry-forward carry-forwards carried moving "
    "moved rolled rollover",
    "reserve": "reserve reserves balance balances drawn drawdown draw-down",
    "response": "response responses respondent respondents responded respond reply replies replied "
    "answer answers answered submission submissions participant participants returned "
    "questionnaires",
    "support": "support supported supportive supporting supporters favour favoured agree agreed "
    "agreeing backed backing favourably",
    "oppose": "oppose opposed opposing opposition disagree disagreed object objected objections",
    "waiting": "wait waiting waited backlog queue awaiting waits",
    "staff": "staff employee employees workforce fte ftes post posts headcount personnel",
    "home": "home homes dwelling dwellings property properties household households house houses "
    "flats units tenancies",
    "pupil": "pupil pupils student students learner learners",
    "income": "income revenue receipt receipts yield takings proceeds fees charges",
    "funding": "fund funds funding funded grant grants allocation allocations allocated award "
    "awarded settlement",
    "borrowing": "borrow borrowing borrowed debt debts loan loans indebtedness",
    "request": "request requests requested bid bids bidding application applications applied "
    "applicants",
    "visit": "visit visits visitor visitors attendance attendances footfall attended admissions",
    "arrears": "arrears owed owing outstanding uncollected",
    "ageing": "older elderly pensioners",
    "investment": "capital investment invest invested programme",
    "contract": "contract contracts tender tenders tendered bidder",
    "absence": "sickness absence absences",
    "fall": "fell fall fallen drop dropped decrease decreased decline declined",
    "rise": "rose rise risen increase increased grew growth grown",
}
_CONCEPT_OF = {stem_of(word): name for name, words in _GROUPS.items() for word in words.split()}
_PHRASES = (
    (Expression(r"\btak(?:e|es|en|ing) part\b|\btook part\b", re.I), "responded"),
    (Expression(r"\bin favour\b", re.I), "support"),
    (
        Expression(r"\b(?:put|push\w*|moved?|set) back\b|\bnext year\b|\bdelay(?:ed|s)?\b", re.I),
        "deferred",
    ),
    (Expression(r"\bnew-build\b", re.I), "new homes"),
    (Expression(r"\bexceed(?:s|ed|ing)?\b(?= (?:\w+ )?(?:budget|allocation))", re.I), "overspend"),
    (Expression(r"\b(?:more|higher) than (?:planned|budgeted|the budget)\b", re.I), "overspend"),
    (Expression(r"\b(?:less|lower) than (?:planned|budgeted|the budget)\b", re.I), "underspend"),
    (Expression(r"\bover(?:-| )?budget\b|\bover(?:-| )spen(?:d|t)\b", re.I), "overspend"),
    (Expression(r"\bunder(?:-| )?budget\b|\bunder(?:-| )spen(?:d|t)\b", re.I), "underspend"),
    (Expression(r"\bcarr(?:y|ied|ying)[ -]forwards?\b", re.I), "carry-forward"),
    (Expression(r"\bfull[- ]time equivalents?\b|\bwhole[- ]time equivalents?\b", re.I), "FTE"),
)
WEAK = word_set("fall rise 000 new people person service members work number")
"""Concepts that stand beside figures of all kinds and tell little of them."""
_OVER = Expression(
    r"\bover[- ]?(?:spen[dt]\w*|run)|\badverse|\bpressure|\bshortfall|\bgap\b|\bdeficit", re.I
)
_UNDER = Expression(r"\bunder[- ]?spen[dt]\w*|\bfavourable|\bsurplus", re.I)


_NAME = Expression(r"(?<![.!?:]\s)(?<!^)\b[A-Z][a-zA-Z’'-]{2,}")
_NO_NAMES = word_set(
    "council cabinet members member committee table general fund budget board appendix section "
    "january february march april may june july august september october november december "
    "director officer officers quarter forum report executive full total the this that"
)


@lru_cache(maxsize=8192)
def names(text: str) -> frozenset[str]:
    """The words of a text that stand with a capital within a sentence.

    >>> sorted(names("The grant to Adult Social Care was"))
    ['adult', 'care', 'social']
    """
    found = (
        match[0].lower().removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text)
    )
    return frozenset(found) - _NO_NAMES


@lru_cache(maxsize=8192)
def concepts(text: str) -> frozenset[str]:
    """What a text is about: its words, those that mean the same as one.

    >>> sorted(concepts("the shortfall on homes") & concepts("overspending on dwellings"))
    ['home', 'variance']
    """
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    return frozenset(_CONCEPT_OF.get(word, word) for word in _words(text))


def _words(text: str) -> frozenset[str]:
    found = content_words(text)
    small = {stem for word in re.findall(r"[A-Za-z-]+", text) if (stem := stem_of(word))}
    return found | frozenset(stem for stem in small if stem in _CONCEPT_OF)


def say_opposite(one: str, other: str) -> bool:
    """Whether one text speaks of an overspend and the other of an underspend."""
    ways = [(bool(_OVER.search(text)), bool(_UNDER.search(text))) for text in (one, other)]
    return ways[0] != ways[1] and all(sum(way) == 1 for way in ways)
