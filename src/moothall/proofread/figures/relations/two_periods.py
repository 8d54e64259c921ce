"""One sum or number over two periods: “52,000 calls a year, that is 1,000 a month” is so a week.

Silent where the year may have fewer weeks (terms, seasons), and where another thing is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.figures.worked_figures import Told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Amount, Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    finding_on,
    worded,
)

_IN_A_YEAR = {
    "day": (Decimal(200), Decimal(366)),
    "night": (Decimal(300), Decimal(366)),
    "week": (Decimal(50), Decimal("52.3")),
    "month": (Decimal(12), Decimal(12)),
    "quarter": (Decimal(4), Decimal(4)),
    "year": (Decimal(1), Decimal(1)),
}
"""How many there can be in a year: days of the week only, and weeks less holidays."""
_PER = "|".join(_IN_A_YEAR)
_AS_MUCH = Expression(
    rf"^[^«»;]{{0,40}}?(?P<per>\b(?:an?|per|each|every)\s(?P<unit>{_PER})\b|\bper annum\b|"
    rf"\bp\.?a\b\.?|\b(?P<ly>daily|weekly|monthly|quarterly|annually|yearly)\b)",
    re.IGNORECASE,
)
_AGAIN = Expression(
    r"^\s?(?:,|\(|–|-|:|\.)|\b(?:or|i\.e\.|that is|which is|equal\w*|equates|equivalent|is|so|"
    r"an average|making|amounts)\b",
    re.IGNORECASE,
)
_NO_WHOLE_YEAR = Expression(
    r"\b(?:terms?|school|season\w*|summer|winter|weekdays?|weekends?|term-time|half[- ]year|"
    r"part[- ]year|for \w+ weeks|weeks? a year|peak|hours? (?:a|per) week|starting|from "
    r"(?:january|february|march|may|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_DIFFERS = Expression(
    r"\b(?:compared|against|than|previous\w*|last year|target|budget|plus|also|and|rise|rising|"
    r"increas\w*|from|up|down|respectively|while|whereas|but)\b",
    re.IGNORECASE,
)
_MOST_BETWEEN = 60
_LOOSE = Decimal("0.03")
"""What is told of another period is rounded."""


@dataclass(frozen=True, slots=True)
class _InAPeriod:
    told: Told
    period: str
    ends: int
    """Where its words end in what follows the figure."""


def the_same_over_two_periods_is_the_same(report: Report) -> Iterator[TextFinding]:
    """“£1,150 a week, £49,800 a year”: that is £59,800, or 43 weeks."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, *_WORDS, back=1):
        if id(one) in told or _NO_WHOLE_YEAR.search(window.text):
            continue
        message = _unlike(window)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


_WORDS = ("week", "month", "annum", "annual", "quarter", "day", "night", "dail")
_CURE = "Correct the figure or the period that is wrong."


def _unlike(window: Window) -> str | None:
    played = [one for one in window.played if one.kind in (Kind.MONEY, Kind.COUNT)]
    for first, second in pairwise(played):
        if first.kind is not second.kind or Part.TIME in (first.part, second.part):
            continue
        a, b = _period(first), _period(second)
        if a is None or b is None or a.period == b.period:
            continue
        joined = first.trail[a.ends :]
        if len(joined) > _MOST_BETWEEN or not _AGAIN.search(joined) or _DIFFERS.search(joined):
            continue
        if message := _off(a, b):
            return message
    return None


def _period(one: Played) -> _InAPeriod | None:
    match = _AS_MUCH.match(one.trail)
    if match is not None:
        word = (match["unit"] or match["ly"] or "year").lower()
        return _InAPeriod(one.told, _LY.get(word, word), match.end())
    before = _OF_A_PERIOD.search(one.lead)
    if before is None:
        return None
    return _InAPeriod(one.told, _LY[before["ly"].lower().replace("full ", "full-")], 0)


_OF_A_PERIOD = Expression(
    r"\b(?P<ly>daily|weekly|monthly|quarterly|annual|yearly|full[- ]year)\s(?:[a-z]+\s){0,3}?"
    r"(?:of|is|was|at|will cost|costs?|will be|being)\s(?:about |just )?$",
    re.IGNORECASE,
)


_LY = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annually": "year",
    "yearly": "year",
    "annual": "year",
    "full-year": "year",
}


def _off(a: _InAPeriod, b: _InAPeriod) -> str | None:
    long, short = sorted((a, b), key=lambda one: _IN_A_YEAR[one.period][1])
    least, most = (
        some / all_
        for some, all_ in zip(
            _IN_A_YEAR[short.period], reversed(_IN_A_YEAR[long.period]), strict=True
        )
    )
    of_long, of_short = long.told.figure, short.told.figure
    if of_short.size == 0 or (of_long.rough and of_short.rough):
        return None
    loose = _LOOSE if {a.period, b.period} & {"day", "night", "week"} else Decimal("0.004")
    low, high = of_short.low * least * (1 - loose), of_short.high * most * (1 + loose)
    if of_long.high >= low and of_long.low <= high:
        return None
    true = of_short.size * most
    return (
        f"{of_short.text} a {short.period} is {worded(true, _finer(of_long, of_short))} a "
        f"{long.period}, not {of_long.text}."
    )


def _finer(*figures: Figure) -> Amount:
    return min((one.amount for one in figures), key=lambda amount: amount.step)


RULES: tuple[Rule, ...] = (the_same_over_two_periods_is_the_same,)
