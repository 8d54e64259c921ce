"""Differences, and changes in per cent, of the only two levels that stand beside them.

“At quarter 1 we reported £2.86m.  It has come down to £2.31m, an improvement of £0.65m” is £0.55m;
“now 8.9 days, having been 9.8.  This 12% reduction …” is 9.2%.  Any two figures of the window may
be meant; silent where some two, or some sum, give what is told.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.relations.closeness import fits, is_a_sum_of, is_near
from moothall.proofread.figures.relations.times import when_it_was
from moothall.proofread.figures.relations.windows import Part, Played, Window, each_window
from moothall.proofread.figures.words_of_change import DOWN, UP
from moothall.proofread.figures.worked_figures import are_alike
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    finding_on,
    per_cent,
    worded,
)

_IS_OF_IT = Expression(
    r"\b(?:or|which (?:is|means|comes|amounts)|that is|i\.e\.|being|equal\w*|equivalent|giving|"
    r"amount(?:s|ing)? to|represent\w*)\b|=",
    re.IGNORECASE,
)
"""What says that a sum is what a percentage of another comes to."""
_CURE = "Correct the figure that is wrong."


def a_difference_is_that_of_the_only_two_levels(report: Report) -> Iterator[TextFinding]:
    """“It would be £2.86m.  It is now £2.31m, an improvement of £0.65m”: £0.55m."""
    yield from _each(report, _wrong_difference)


def a_change_in_per_cent_is_that_of_the_only_two_levels(report: Report) -> Iterator[TextFinding]:
    """“Now 8.9, having been 9.8.  This 12% reduction”: 9.2%."""
    yield from _each(report, _wrong_change)


def _each(
    report: Report, judge: Callable[[Window, Paragraph], str | None]
) -> Iterator[TextFinding]:
    told: set[int] = set()
    for paragraph, one, window in each_window(report):
        if id(one) in told:
            continue
        message = judge(window, paragraph)
        if message:
            told.add(id(one))
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _figures(paragraph: Paragraph, kind: Kind) -> list[Figure]:
    found = [figure for one in paragraph.sentences for figure in one.figures if figure.kind is kind]
    return found[:10]


_LEVELS = (Part.LEVEL, Part.TOTAL, Part.REST, Part.SHARE, Part.EACH)
_TWO = 2


def _levels(window: Window, like: Played | None = None) -> list[Played]:
    found = window.of(*_LEVELS)
    if like is not None and like.part is Part.DIFFERENCE:
        found = window.of(*_LEVELS, Part.GAP)
    if sum(one.kind is Kind.COUNT for one in found) < _TWO:
        found = sorted([*found, *window.of(Part.TIME)], key=lambda one: one.place)
    if like is None:
        return found
    return [
        one for one in found if one.kind is like.kind and are_alike(one.told, like.told, loose=True)
    ]


def _wrong_difference(window: Window, paragraph: Paragraph) -> str | None:
    for gap in window.of(Part.DIFFERENCE, Part.GAP):
        if not window.stands_here(gap) or gap.told.figure.rough:
            continue
        levels = [one.told.figure for one in _levels(window, gap)]
        if len(levels) not in (2, 3) or len(_gaps(window, gap.kind)) > 1:
            continue
        told = gap.told.figure
        others = [f for f in _figures(paragraph, gap.kind) if f.amount.text != told.text]
        if is_a_sum_of(told, [*levels, *others]):
            continue
        if len(levels) == 2:
            a, b = levels
            true, words = abs(a.size - b.size), f"{a.text} and {b.text} are {{}} apart"
        else:
            *some, whole = sorted(levels, key=lambda one: one.size)
            true = whole.size - sum((one.size for one in some), Decimal(0))
            words = f"{whole.text} − {' − '.join(one.text for one in some)} = {{}}"
        if (
            true > 0
            and (is_near(told.size, true, tens=False) or _is_all_there_is(window, gap, true))
            and told.size < max(one.size for one in levels)
        ):
            finest = min((one.amount for one in levels), key=lambda amount: amount.step)
            return f"{words.format(worded(true, finest))}, not {told.text}."
    return None


def _is_all_there_is(window: Window, gap: Played, true: Decimal) -> bool:
    """Whether one sentence tells two levels and then the gap, and no other figure."""
    held = [one for one in window.played if one.part is not Part.TIME or one is gap]
    return (
        len(held) == _TWO + 1
        and held[-1] is gap
        and all(window.stands_here(one) for one in held)
        and true / _FAR <= gap.told.figure.size <= true * _FAR
    )


def _gaps(window: Window, kind: Kind) -> list[Played]:
    return [one for one in window.of(Part.DIFFERENCE) if one.kind is kind]


def _wrong_change(window: Window, paragraph: Paragraph) -> str | None:
    changes = [one for one in window.of(Part.CHANGE) if one.kind is Kind.PERCENT]
    if len(changes) != 1 or not window.stands_here(changes[0]):
        return None
    told = changes[0].told.figure
    for kind in (Kind.MONEY, Kind.COUNT):
        levels = [one for one in _levels(window) if one.kind is kind]
        gaps = _gaps(window, kind)
        if len(levels) + len(gaps) != 2 or not levels:
            continue
        if gaps and not _stands_beside(window, gaps[0], changes[0]):
            continue
        if len(levels) == 2 and not are_alike(levels[0].told, levels[1].told, loose=True):
            continue
        first, second = (one.told.figure for one in (*levels, *gaps))
        if told.rough or _explained(told, [first, second], changes[0]):
            continue
        if _explained(told, _figures(paragraph, kind), None) and len(_figures(paragraph, kind)) > 2:
            continue
        ways = list(_changes(first, second, changes[0], gap=bool(gaps)))
        if not gaps and not _comes_to(window, changes[0], levels):
            ways = ways[1:]
        timed = len(levels) == _TWO and any(when_it_was(one).is_known for one in levels)
        near = [way for way in ways if timed or is_near(told.size, way[0], _NEAR, tens=False)]
        near = [way for way in near if way[0] / _FAR <= told.size <= way[0] * _FAR]
        if near:
            share, words = min(near, key=lambda way: abs(way[0] / told.size - 1))
            return f"{words} is {per_cent(share, told.amount.places)}, not {told.text}."
    return None


def _comes_to(window: Window, change: Played, levels: list[Played]) -> bool:
    """Whether a word beside the percentage says that one of the sums is what it comes to."""
    told = change.told.figure.amount
    for one in levels:
        amount = one.told.figure.amount
        between = window.text[min(told.end, amount.end) : max(told.start, amount.start)]
        if len(between) < _BESIDE and _IS_OF_IT.search(between):
            return abs(one.place - change.place) == 1
    return False


_BESIDE = 70
_NEAR, _FAR = Decimal("0.4"), Decimal(3)
_WORDS = 30
_UP = Expression(rf"\b(?:{UP}|up|more|higher|above|over)\b", re.IGNORECASE)
_DOWN = Expression(rf"\b(?:{DOWN}|down|less|fewer|lower|below|under|saving)\b", re.IGNORECASE)
_TOLD_AT_ONCE = Expression(
    r"^\W*(?:(?:or|an?|which is|i\.e\.|that is|equivalent to|equal to|of)\s)*(?:[a-z]+\s){0,2}\W*$",
    re.IGNORECASE,
)


def _stands_beside(window: Window, gap: Played, change: Played) -> bool:
    """“A rise of £0.9m (3%)”; “5%, or £120,000”."""
    first, second = sorted(
        (gap.told.figure.amount, change.told.figure.amount), key=lambda a: a.start
    )
    return bool(_TOLD_AT_ONCE.match(window.text[first.end : second.start]))


def _changes(a: Figure, b: Figure, change: Played, *, gap: bool) -> Iterator[tuple[Decimal, str]]:
    small, large = sorted((a, b), key=lambda one: one.size)
    if not small.size:
        return
    yield small.size / large.size * HUNDRED, f"{small.text} of {large.text}"
    if not gap:
        by = large.size - small.size
        words = f"{change.lead[-_WORDS:]} {change.trail[:_WORDS]}"
        if not _DOWN.search(words):
            yield by / small.size * HUNDRED, f"From {small.text} to {large.text}"
        if not _UP.search(words):
            yield by / large.size * HUNDRED, f"From {large.text} to {small.text}"


def _explained(told: Figure, figures: list[Figure], change: Played | None) -> bool:
    """Whether some two of the figures, in any way, give the percentage by their rounding.

    Of the change itself, a fall is a share of the greater and a rise of the smaller.
    """
    words = f"{change.lead[-_WORDS:]} {change.trail[:_WORDS]}" if change else ""
    falls, rises = _DOWN.search(words) is not None, _UP.search(words) is not None
    for a, b in combinations(figures, 2):
        small, large = sorted((a, b), key=lambda one: one.size)
        if not small.size:
            continue
        low = max(small.low, Decimal(0)) / large.high * HUNDRED
        high = small.high / max(large.low, Decimal("0.0001")) * HUNDRED
        if fits(told, low, high):
            return True
        if (falls or not rises) and fits(told, HUNDRED - high, HUNDRED - low):
            return True
        least = (large.low / small.high - 1) * HUNDRED
        most = (large.high / max(small.low, Decimal("0.0001")) - 1) * HUNDRED
        if (rises or not falls) and fits(told, least, most):
            return True
        if fits(told, least + HUNDRED, most + HUNDRED):
            return True
        if change is not None:
            continue
        ratio = small.size / (large.size - small.size) * HUNDRED if large.size > small.size else 0
        if ratio and fits(told, ratio * Decimal("0.99"), ratio * Decimal("1.01")):
            return True
    return False


RULES: tuple[Rule, ...] = (
    a_difference_is_that_of_the_only_two_levels,
    a_change_in_per_cent_is_that_of_the_only_two_levels,
)
