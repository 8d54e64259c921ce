"""Means of what is listed beside them, and so many of one thing for each of another.

“Average attendance was 13, the numbers present being 9, 11, 12 and 12” is 11; “16 workers hold 272
cases, an average of 19” is 17; “2,310 pupils in 77 classes, 33 in the average class” is 30.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from statistics import median

from moothall.documents.report import Report
from moothall.proofread.figures.relations.closeness import fits, is_near
from moothall.proofread.figures.relations.windows import Played, Window, each_window
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, finding_on

_MEAN = Expression(r"\b(?:average|mean|averaging|averages)\b", re.IGNORECASE)
_MEDIAN = Expression(r"\bmedian\b", re.IGNORECASE)
_OTHERWISE = Expression(
    r"\b(?:weighted|national\w*|england|region\w*|compar\w+|target\w*|previous\w*|last year|than|"
    r"against|budget\w*|moving|rolling|above|below|increas\w*|rose|fell|reduc\w*|up|down)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 8
_NEAR = Decimal("0.4")
_CURE = "Correct the average or the figures that it is of."


def a_mean_is_that_of_the_figures_beside_it(report: Report) -> Iterator[TextFinding]:
    """“Quotes of £7,200, £8,100 and £9,600, an average of £8,600”: £8,300."""
    told: set[int] = set()
    for paragraph, one, window in each_window(
        report, "average", "mean", "median", "averag", back=1
    ):
        if id(one) in told or _OTHERWISE.search(window.text):
            continue
        message = _of_the_listed(window) or _of_each(window)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _of_the_listed(window: Window) -> str | None:
    for kind in (Kind.MONEY, Kind.PERCENT, Kind.COUNT):
        held = [one for one in window.played if one.kind is kind]
        means = [one for one in held if _is_told_as(one, _MEAN) or _is_told_as(one, _MEDIAN)]
        if len(means) != 1:
            continue
        mean = means[0]
        listed = [one.told.figure for one in held if one is not mean and one.place > mean.place]
        listed = listed or [one.told.figure for one in held if one.place < mean.place]
        for number in range(_FEWEST, min(len(listed), _MOST) + 1):
            if _fits_mean(mean.told.figure, listed[-number:]) or _fits_mean(
                mean.told.figure, listed[:number]
            ):
                return None
        if not _FEWEST <= len(listed) <= _MOST or any(one.rough for one in listed):
            continue
        true = _true(mean, listed)
        if is_near(mean.told.figure.size, true, _NEAR):
            shown = ", ".join(one.text for one in listed)
            name = "median" if _is_told_as(mean, _MEDIAN) else "average"
            return f"The {name} of {shown} is {_shown(true)}, not {mean.told.figure.text}."
    return None


def _is_told_as(one: Played, word: Expression) -> bool:
    near = one.told.before[-_REACH:].rpartition(". ")[2]
    return word.search(near) is not None and not _LISTS.search(near)


_REACH = 60
_LISTS = Expression(r"[:(]\s?$|\b(?:being|were|from|of the)\s$", re.IGNORECASE)


def _true(mean: Played, listed: list[Figure]) -> Decimal:
    sizes = [one.size for one in listed]
    if _is_told_as(mean, _MEDIAN):
        return Decimal(median(sizes))
    return sum(sizes, Decimal(0)) / len(sizes)


def _fits_mean(told: Figure, listed: list[Figure]) -> bool:
    sizes = [one.size for one in listed]
    mean = sum(sizes, Decimal(0)) / len(sizes)
    slack = max(one.spread for one in listed) + told.amount.step
    return fits(told, mean - slack, mean + slack) or fits(
        told, Decimal(median(sizes)), Decimal(median(sizes))
    )


def _of_each(window: Window) -> str | None:
    """One number divided by the other of the only two beside the average."""
    means = [
        one
        for one in window.played
        if one.kind in (Kind.MONEY, Kind.COUNT) and _is_told_as(one, _MEAN)
    ]
    if len(means) != 1 or len(window.played) != _FEWEST:
        return None
    mean = means[0]
    others = [one.told.figure for one in window.played if one is not mean]
    counts = [one for one in others if one.kind is Kind.COUNT]
    if (
        any(one.kind is Kind.PERCENT for one in others)
        or not counts
        or any(o.rough for o in others)
    ):
        return None
    found = None
    for whole, number in permutations(others, 2):
        if number.kind is not Kind.COUNT or whole.kind is not mean.kind or number.size < 2:
            continue
        low, high = whole.low / number.high, whole.high / max(number.low, Decimal(1))
        step = mean.told.figure.amount.step
        if fits(mean.told.figure, low - step, high + step):
            return None
        true = whole.size / number.size
        if true >= 1 and is_near(mean.told.figure.size, true, _NEAR, tens=False):
            found = f"{whole.text} ÷ {number.text} = {_shown(true)}, not {mean.told.figure.text}."
    return found


def _shown(value: Decimal) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


RULES: tuple[Rule, ...] = (a_mean_is_that_of_the_figures_beside_it,)
