"""One sum or number over two periods: “52,000 calls a year, that is 1,000 a month” is so a week.

Silent where the year may have fewer weeks (terms, seasons), and where another thing is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.figures.worked_figures import Told, told_figures
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Amount, Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    each_sentence,
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
    r"^\s?(?:,|\(|–|-|:|or\b|i\.e\.|that is|which is|equal|equals|equates|equivalent|is\b|"
    r"an average|making|amounts)",
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
    for paragraph, plain in each_sentence(report, 2):
        if not any(map(plain.text.__contains__, _WORDS)):
            continue
        one = with_all_numbers(plain.text)
        message = _unlike(one)
        if message and not _NO_WHOLE_YEAR.search(plain.text):
            yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


_WORDS = ("week", "month", "annum", "annual", "quarter", "day", "night", "dail")
_CURE = "Correct the figure or the period that is wrong."


def _unlike(one: Sentence) -> str | None:
    told = told_figures(one)
    for first, second in pairwise(told):
        if first.figure.kind is not second.figure.kind or first.figure.kind in (
            Kind.PERCENT,
            Kind.POINTS,
        ):
            continue
        a, b = _period(first), _period(second)
        if a is None or b is None or a.period == b.period:
            continue
        joined = first.after[a.ends :].partition("«")[0]
        if len(joined) > _MOST_BETWEEN or not _AGAIN.match(joined) or _DIFFERS.search(joined):
            continue
        if message := _off(a, b):
            return message
    return None


def _period(told: Told) -> _InAPeriod | None:
    own = told.after.partition("«")[0]
    match = _AS_MUCH.match(own)
    if match is None:
        return None
    word = (match["unit"] or match["ly"] or "year").lower()
    return _InAPeriod(told, _LY.get(word, word), match.end())


_LY = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annually": "year",
    "yearly": "year",
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
    low, high = of_short.low * least * (1 - _LOOSE), of_short.high * most * (1 + _LOOSE)
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
