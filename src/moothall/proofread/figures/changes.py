"""Changes in sentences: from A to B, an increase of C (D%); and what is above or below what."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.stated_changes import FOIL, FROM_TO, Change, stated_changes
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ASIDE,
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    each_sentence,
    finding_on,
    finer,
    found_once,
    mark,
    per_cent,
    worded,
)


def a_change_is_the_difference_of_its_figures(report: Report) -> Iterator[TextFinding]:
    """From A to B is a change of B less A, and of that as a share of A."""
    for paragraph, one, change in stated_changes(report):
        for by in change.by:
            yield from _wrong_change(paragraph, one, change, by)


def a_direction_agrees_with_its_figures(report: Report) -> Iterator[TextFinding]:
    """What rises ends higher than it began, and what falls ends lower."""
    said: set[int] = set()
    for paragraph, one, change in stated_changes(report):
        moved = change.b.size - change.a.size
        if not change.direction or moved == 0 or (moved > 0) == (change.direction > 0):
            continue
        if abs(moved) <= change.a.spread + change.b.spread and change.a.spread:
            continue
        if id(one) in said:
            continue
        said.add(id(one))
        yield finding_on(
            paragraph,
            one,
            f"The text says “{change.word}”, but from {change.a.text} to {change.b.text} is "
            f"{'a rise' if moved > 0 else 'a fall'} of {_distance(change.a, change.b)}.",
            "Correct the word or the figures: they may have been put the wrong way round.",
            Confidence.MEDIUM if change.of_worth else Confidence.HIGH,
        )


_SLIGHT = Expression(
    rf"\b(?:slight(?:ly)?|marginal(?:ly)?)\s+(?:{UP}|{DOWN})|\b(?:{UP}|{DOWN})\s+(?:slightly|"
    r"marginally)\b",
    re.IGNORECASE,
)


def a_slight_change_is_slight(report: Report) -> Iterator[TextFinding]:
    """A change by a third and more is not slight."""
    for paragraph, one in each_sentence(report, 2):
        told = "light" in one.text or "arginal" in one.text
        slight = _SLIGHT.search(one.pattern) if told else None
        if slight is None:
            continue
        for match in FROM_TO.finditer(one.pattern):
            a, b = one.figure(match["a"]), one.figure(match["b"])
            between = one.pattern[slight.end() : match.start()]
            if a.kind is not b.kind or a.low <= 0 or "«" in between or len(between) > 80:
                continue
            relative = _relative(a, b)
            few = a.kind is not Kind.MONEY and a.size < (2 if a.kind is Kind.PERCENT else 30)
            if relative is None or abs(relative[2]) < 33 or few:
                continue
            yield finding_on(
                paragraph,
                one,
                f"The change is called slight, but from {a.text} to {b.text} is "
                f"{per_cent(relative[2], 0)} of {a.text}.",
                "Say how large the change is.",
                Confidence.MEDIUM,
            )


_WORTH_TELLING = Decimal("0.1")
"""A share of less is printed as 0.0 %, and tells nothing of a sum."""


def _wrong_change(
    paragraph: Paragraph, one: Sentence, change: Change, by: Figure
) -> Iterator[TextFinding]:
    a, b = change.a, change.b
    moved = abs(b.size - a.size)
    if by.kind is a.kind is b.kind and by.size == a.size + b.size:
        return  # “60 more: 36 by September and 24 in the year after”
    low, high = moved - a.spread - b.spread, moved + a.spread + b.spread
    low = max(low, Decimal(0))
    relative = _relative(a, b)
    what = f"From {a.text} to {b.text} is a change of {worded(moved, finer(a, b))}"
    if relative is not None and (by.kind is not Kind.MONEY or relative[2] >= _WORTH_TELLING):
        what += f" ({per_cent(relative[2])})"
    if by.kind is Kind.POINTS:
        if a.kind is not Kind.PERCENT:
            return
        off = beyond(by, low, high)
        what = f"From {a.text} to {b.text} is {moved} percentage points"
    elif by.kind is Kind.PERCENT:
        if relative is None:
            return
        off = beyond(by, relative[0], relative[1])
        if a.kind is Kind.PERCENT:
            in_points = beyond(by, low, high)
            if in_points == 0 and off:
                yield finding_on(
                    paragraph,
                    one,
                    f"From {a.text} to {b.text} is {moved} percentage points; as a share of "
                    f"{a.text} it is {per_cent(relative[2])}.",
                    "Write “percentage points”.",
                    Confidence.LOW,
                )
                return
            off = min(off, in_points)
    elif by.kind is a.kind:
        off = beyond(by, low, high)
        if by.counts_exactly and a.counts_exactly and b.counts_exactly and off:
            off += 1
    else:
        return
    if off == 0:
        return
    confidence = Confidence.HIGH if off > 1 else Confidence.LOW
    if by.kind is Kind.POINTS and abs(by.size - moved) >= 2 * by.amount.step == 2 * a.amount.step:
        confidence = Confidence.HIGH  # as finely printed as they are: no rounding does that
    if by.kind is Kind.POINTS and abs(by.size - moved) >= by.amount.step >= 10 * a.amount.step:
        confidence = Confidence.HIGH  # in whole points, of levels told to a tenth
    if change.unsure and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM
    yield finding_on(
        paragraph, one, f"{what}, not {by.text}.", "Correct the figure that is wrong.", confidence
    )


def _distance(a: Figure, b: Figure) -> str:
    """How far two figures are apart, in their own unit."""
    gap = abs(a.size - b.size)
    if a.kind is Kind.PERCENT:
        return f"{gap} percentage points"
    return worded(gap, finer(a, b))


def _relative(a: Figure, b: Figure) -> tuple[Decimal, Decimal, Decimal] | None:
    """The least, the greatest and the printed change from A to B as a percentage of A."""
    if a.low <= 0:
        return None
    ends = [(b.low / a.high - 1) * 100, (b.high / a.low - 1) * 100]
    low, high = min(abs(end) for end in ends), max(abs(end) for end in ends)
    if ends[0] < 0 < ends[1]:
        low = Decimal(0)
    return low, high, (b.size / a.size - 1) * 100


# --- a change with where it ended: B, up C (D%) --------------------------------------------------

_ENDS_UP = Expression(
    rf"{mark('b', 'MC')}{ASIDE}[^«»;]{{0,80}}?(?:,|–|\band\b|\()?\s(?P<word>up|down)\s+(?:by\s+)?"
    rf"{mark('c', 'MC')}\s?\(\s?{mark('d', 'P')}\s?\)",
    re.IGNORECASE,
)
_BY_TO = Expression(
    rf"\b(?P<word>{UP}|{DOWN})\b[^«»;()]{{0,60}}?\b(?:by|of)\s+{mark('c', 'MC')}\s?"
    rf"(?:\(|or |, or )\s?{mark('d', 'P')}\)?,?\s+to\s+{ROUGH}{mark('b', 'MC')}",
    re.IGNORECASE,
)
_PARTICLE = Expression(
    r"\b(?:turn(?:ed)?|tak(?:e|en|ing)|took|ma(?:de|ke)|set|sign(?:ed)?|pick(?:ed)?|put|g[ai]ven?|"
    r"closed?|written|laid|shut|used|held|back(?:ed)?|handed|broken?|followed)\s$",
    re.IGNORECASE,
)
"""A verb whose "up" or "down" says nothing of size: turned down, taken up."""


@found_once
def a_change_is_a_share_of_where_it_began(report: Report) -> Iterator[TextFinding]:
    """“298,659, up 13,627 (4.8%)”: the percentage is the change over the figure before it."""
    for paragraph, one in each_sentence(report, 3):
        for pattern in (_ENDS_UP, _BY_TO):
            for match in pattern.finditer(one.pattern):
                b, c, d = (one.figure(match[name]) for name in "bcd")
                if (
                    b.kind is not c.kind
                    or _PARTICLE.search(one.pattern[: match.start("word")])
                    or b.value < 0
                    or FOIL.search(
                        one.pattern[max(0, match.start("b") - 61) : match.start("b") - 1]
                    )
                ):
                    continue
                rose = bool(re.fullmatch(rf"{UP}|up", match["word"], re.IGNORECASE))
                began = b.size - c.size if rose else b.size + c.size
                least = began - b.spread - c.spread
                if least <= 0:
                    continue
                low, high = c.low / (began + b.spread + c.spread) * 100, c.high / least * 100
                off = beyond(d, low, high)
                if off == 0:
                    continue
                yield finding_on(
                    paragraph,
                    one,
                    f"{b.text} was {worded(began, finer(b, c))} before a change of {c.text}: "
                    f"{c.text} is {per_cent(c.size / began * 100)} of it, not {d.text}.",
                    "Correct the figure that is wrong.",
                    Confidence.HIGH if off > 1 else Confidence.LOW,
                )


_MORE_THAN_ITSELF = Expression(
    rf"{mark('a', 'MC')}(?P<what>[^«»;.()]{{0,120}}?)\b(?:forecast(?:ed)?|projected|expected|"
    rf"predicted|estimated|set)\s+to\s+(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+by\s+"
    rf"{mark('c', 'MC')}",
    re.IGNORECASE,
)


def a_change_is_not_its_own_result(report: Report) -> Iterator[TextFinding]:
    """“7,696, forecast to rise by 9,430”: *to* is probably meant."""
    for paragraph, one in each_sentence(report, 2):
        for match in _MORE_THAN_ITSELF.finditer(one.pattern):
            a, c = one.figure(match["a"]), one.figure(match["c"])
            if a.kind is not c.kind or a.value <= 0 or not a.size <= c.size <= 3 * a.size:
                continue
            if match["down"] and c.size == a.size:
                continue
            yield finding_on(
                paragraph,
                one,
                f"{a.text} is to change by {c.text}, which is more than itself: “to” may be meant.",
                "Write “to”, or correct the figure.",
                Confidence.MEDIUM,
            )


# --- comparisons: V, which is above the average of A ---------------------------------------------

_COMPARES = Expression(
    rf"{mark('v')}{ASIDE}(?:(?:[^«»;().]{{0,50}}?,)?[^«»;().,]{{0,40}}?\s(?:is|was|are|were|"
    rf"remains|being)|[^«»;().]{{0,30}}?,(?:\s*(?:and|but))?)\s+"
    rf"(?:(?:still|also|now|slightly|significantly|well|just|currently|considerably|much|far|"
    rf"marginally|a little|statistically)\s+){{0,2}}"
    rf"(?:(?P<over>above|higher than|greater than|more than|in excess of)|"
    rf"(?P<under>below|lower than|less than|fewer than))\s+"
    rf"(?:the\s+|both\s+|our\s+|that\s+|its\s+)?(?P<what>[^«»;.]{{0,70}}?)"
    rf"(?:\bof\s+|\bat\s+|\(|\bis\s+)?{mark('a')}",
    re.IGNORECASE,
)


_NOT_THE_LIKE = 8
"""Figures so far apart are not compared."""


def a_comparison_agrees_with_its_figures(report: Report) -> Iterator[TextFinding]:
    """What is above an average is more than it, and what is below is less."""
    for paragraph, one in each_sentence(report, 2):
        for match in _COMPARES.finditer(one.pattern):
            v, a = one.figure(match["v"]), one.figure(match["a"])
            if v.kind is not a.kind or v.value < 0 or a.value < 0 or v.size == a.size:
                continue
            if v.kind is Kind.COUNT and (v.amount.places != a.amount.places or v.rough or a.rough):
                continue
            what = match["what"]
            if re.search(rf"\b(?:{CHANGE_NOUN})s?\s+of\s+$|\bby\s+$", one.pattern[: match.start()]):
                continue  # how much it moved, not where it is
            if re.search(r"\b(?:by|than)\b", what, re.IGNORECASE):
                continue
            if max(v.size, a.size) > _NOT_THE_LIKE * min(v.size, a.size):
                continue  # “running a 4.9% deficit, and debt is above 80%”
            if v.kind is Kind.COUNT and not re.search(
                r"\b(?:average|rate|figure|number|total|level|mean|target)\b", what, re.IGNORECASE
            ):
                continue
            over = bool(match["over"])
            if (v.size > a.size) == over:
                continue
            word = match["over"] or match["under"]
            yield finding_on(
                paragraph,
                one,
                f"{v.text} is called {word} {a.text}, but is "
                f"{'less' if over else 'more'} by {_distance(v, a)}.",
                "Correct the word or the figures.",
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (
    a_change_is_the_difference_of_its_figures,
    a_direction_agrees_with_its_figures,
    a_slight_change_is_slight,
    a_change_is_a_share_of_where_it_began,
    a_change_is_not_its_own_result,
    a_comparison_agrees_with_its_figures,
)
