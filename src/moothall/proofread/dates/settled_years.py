"""The year for which a meeting settles something: its item and its decision, budget and precept.

“To appoint an auditor for 2016-2017” and below it “appointed for 2015-2016”: minutes are written
over those of a year ago.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.running_text import around, passages, sentences
from moothall.proofread.reading.written_dates import Written, own_date, written_dates

_CURE = "Correct the year, or say which year is meant."
_YEAR = Expression(
    r"(?<![\d/.£,–-])(?P<first>20\d\d)(?:\s?[/–-]\s?(?P<second>(?:20)?\d\d))?(?![\d/]|,\d)"
)

# --- an item and what is settled under it ---------------------------------------------------------

_MATTER = Expression(
    r"\b(?P<matter>precept|budget|audit(?:or)?|accounts|(?:annual )?return|insurance|annual report|"
    r"annual meeting|council tax|fees|charges|allowances?|programme|survey|subscriptions?|grant|"
    r"rents?|governance statement)\b",
    re.IGNORECASE,
)
_SETTLED = Expression(
    r"\b(?:resolved|agreed|approved|appoint(?:ed)?|set|completed?|adopt(?:ed)?|accepted|signed|"
    r"submitted|confirmed|received|noted|sent)\b",
    re.IGNORECASE,
)
_HOLDS_AGAINST = Expression(
    r"\b(?:last|previous|prior|compar\w+|than|since|had been|before|next|following|following year|"
    r"against|increase\w*|from|also|again|outstanding|earlier|year end\w*|both|carried)\b",
    re.IGNORECASE,
)
_ASKS = Expression(r"^\W*(?:[ivx\d]{1,4}[.)]\s+)?To\s[a-z]+\b")
_REACH = 3
_LONGEST_ITEM = 130


def an_item_and_its_decision_are_of_one_year(report: Report) -> Iterator[TextFinding]:
    """Under “to appoint an auditor for 2016-2017” somebody is appointed “for 2015-2016”."""
    for number, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose) or len(block.text) > _LONGEST_ITEM:
            continue
        if "20" not in block.text or not (_ASKS.match(block.text) or _is_of_a_clerk(report)):
            continue
        named = _one_year(block.text)
        matter = _MATTER.search(block.text) if named else None
        if named is None or matter is None or block.text.rstrip().endswith("."):
            continue
        found = _settled_beneath(report, number, matter["matter"].lower(), named)
        if found is not None:
            place, sentence, year = found
            yield TextFinding(
                place=place,
                quote=sentence,
                message=f"{year} here; the item is on {named[0]} (“{block.text.strip()}”).",
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


def _is_of_a_clerk(report: Report) -> bool:
    return are_minutes(report) or any("Clerk" in block.text for block in report.prose[:60])


def _one_year(text: str) -> re.Match[str] | None:
    years = [match for match in _YEAR.finditer(text) if not _is_day(text, match)]
    return years[0] if len(years) == 1 else None


def _is_day(text: str, year: re.Match[str]) -> bool:
    return any(on.start <= year.start() < on.end for on in written_dates(text))


def _settled_beneath(
    report: Report, number: int, matter: str, named: re.Match[str]
) -> tuple[Place, str, str] | None:
    for block in report.blocks[number + 1 : number + 1 + _REACH]:
        if isinstance(block, Heading | Image | Grid) or (block.number and len(block.text) < 100):
            return None
        if named["first"] in {match["first"] for match in _YEAR.finditer(block.text)}:
            return None
        for sentence in sentences(block.text):
            year = _one_year(sentence)
            if year is None or abs(int(year["first"]) - int(named["first"])) != 1:
                continue
            if bool(year["second"]) != bool(named["second"]) or matter[:5] not in sentence.lower():
                continue
            if _SETTLED.search(sentence) and not _HOLDS_AGAINST.search(sentence):
                return block.place, sentence, year[0]
    return None


# --- budget and precept ---------------------------------------------------------------------------

_SETS = Expression(
    r"\b(?:set|setting|approv(?:e|ed|al of)|agreed?|request(?:ed)?|adopt(?:ed)?)\b(?:(?!revised|"
    r"amended|current)[^.;\d]){0,40}?\b(?P<thing>precept|budget)\b[^.;\d]{0,25}?(?:for|of)\s"
    r"(?:the\s)?(?:financial\s)?(?:year\s)?(?P<first>20\d\d)\s?[/–-]\s?(?P<second>(?:20)?\d\d)"
    r"(?!\d)",
    re.IGNORECASE,
)


def the_precept_set_is_of_the_year_of_the_budget(report: Report) -> Iterator[TextFinding]:
    """“To set the precept for 2021-22” beside “having approved the budget for 2022/23”."""
    told: dict[str, tuple[int, Place, str, str]] = {}
    for passage in passages(report):
        if "recept" not in passage.text and "udget" not in passage.text:
            continue
        for match in _SETS.finditer(passage.text):
            first = int(match["first"])
            if int(match["second"]) % 100 != (first + 1) % 100:
                continue
            thing = match["thing"].lower()
            if thing in told and told[thing][0] != first:
                return
            quote = around(passage.text, match.start(), match.end(), 50)
            told.setdefault(thing, (first, passage.place, quote, match[0]))
    if len(told) != 2 or abs(told["precept"][0] - told["budget"][0]) != 1:
        return
    odd, other = sorted(told.values(), key=lambda one: one[0])
    yield TextFinding(
        place=odd[1],
        quote=odd[2],
        message=f"“{odd[3]}” here, “{other[3]}” at {other[1]}: a precept is set for the year of "
        "its budget.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


# --- one balance on two days a year apart ---------------------------------------------------------

_HELD_ON = Expression(
    r"\b(?P<thing>[a-z]{3,}\s(?:reconciliation|balances?|accounts?|statement|return|register|"
    r"position|valuation))\s(?:as\s(?:of|at)|on|at|to|was at)\s(?:the\s)?$",
    re.IGNORECASE,
)
_SUM_AFTER = Expression(r"^.{0,25}?[£€]\s?\d")


def one_statement_is_of_one_day(report: Report) -> Iterator[TextFinding]:
    """The bank reconciliation “as of 30/04/16” is not that “on 30 April 2015” beside it."""
    own = own_date(report)
    for passage in passages(report):
        if not re.search(r"\b(?:as (?:of|at)|on|at) (?:the )?(?:\d|[A-Z])", passage.text):
            continue
        found: list[tuple[str, Written, bool]] = []
        for on in written_dates(passage.text):
            match = _HELD_ON.search(passage.text[max(0, on.start - 60) : on.start])
            if match is not None and on.is_a_day:
                summed = bool(_SUM_AFTER.match(passage.text[on.end : on.end + 40]))
                found.append((match["thing"].lower(), on, summed))
        for (thing, one, one_sum), (other_thing, other, other_sum) in pairwise(found):
            apart = abs(one.first.year - other.first.year)
            same_day = (one.first.day, one.first.month) == (other.first.day, other.first.month)
            if thing != other_thing or apart != 1 or not same_day or one_sum == other_sum:
                continue
            between = passage.text[one.start : other.end + 40]
            late = max(one.first, other.first)
            if _HOLDS_AGAINST.search(between) or (own is not None and late > own):
                continue
            odd, usual = (one, other) if one.first < other.first else (other, one)
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, odd.start, odd.end, 70),
                message=f"The {thing} is of {odd.text.strip()} here and of {usual.text.strip()} "
                "beside it, a year apart.",
                confidence=Confidence.MEDIUM,
                cure=_CURE,
            )


RULES: tuple[Rule, ...] = (
    an_item_and_its_decision_are_of_one_year,
    the_precept_set_is_of_the_year_of_the_budget,
    one_statement_is_of_one_day,
)
