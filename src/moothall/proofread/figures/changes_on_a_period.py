"""Changes on a period whose figure stands elsewhere: “£54.5m, an increase of £14.5m on 2021-22”.

What there was in that period is told a little before or after, in words of the same thing.  A
finding is made only where one slip of a digit explains why the three do not fit, and no figure of
that period fits them.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.slips_in_sums import Term, holds, is_one_slip_from_true, written_out
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_differences import (
    a_difference_told_last_is_that_of_what_it_follows,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    ROUGH,
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    mark,
    paragraphs,
    sentence,
)
from moothall.proofread.reading.quantities import Quantity, quantities
from moothall.proofread.reading.statements import periods_named

_CHANGE = Expression(
    rf"{mark('x', 'MC')}[^«»;.()]{{0,60}}?[,(–-]\s?(?:which (?:is|was) |this (?:is|was) )?"
    rf"(?:an?|the)\s(?:[a-z-]+\s){{0,2}}?(?:(?P<up>increase|rise|growth|uplift)|(?P<down>decrease|"
    rf"reduction|fall|drop|cut))\sof\s{ROUGH}{mark('d', 'MC')}(?:\s?\(«P\d+»\))?\s"
    r"(?:on|from|over|since|against|compared (?:with|to))\s(?P<when>[^«»;.]{2,40})",
    re.IGNORECASE,
)
_NEAR = 8
"""How many blocks away the other figure may stand."""
_CURE = "Correct the figure that is wrong."


def a_change_on_a_period_is_from_its_figure(report: Report) -> Iterator[TextFinding]:
    """“£39.1m in 2021-22 … £54.5m, an increase of £14.5m on 2021-22”: £15.4m."""
    for paragraph, one in each_sentence(report, 2):
        match = _CHANGE.search(one.pattern)
        if match is None:
            continue
        when = periods_named(match["when"])
        x, d = one.figure(match["x"]), one.figure(match["d"])
        if not when or x.kind is not d.kind or x.rough or d.rough:
            continue
        found = _misfit(report, paragraph.block, one, (x, d), when, up=bool(match["up"]))
        if found and not told_by(_OTHERS, report, paragraph, one):
            told, other = found
            message = f"{told} “{other.text}” stands at {other.place} for that period."
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


_OTHERS = quotes_told(a_difference_told_last_is_that_of_what_it_follows)


def _misfit(
    report: Report,
    block: int,
    one: Sentence,
    pair: tuple[Figure, Figure],
    when: frozenset[str],
    *,
    up: bool,
) -> tuple[str, Quantity] | None:
    x, d = pair
    about = concepts(one.text) - WEAK
    found: tuple[str, Quantity] | None = None
    for other in quantities(report).all:
        if abs(other.block - block) > _NEAR or other.kind is not x.kind or not other.when & when:
            continue
        if other.words == one.text or other.kind is Kind.PERCENT or other.rough:
            continue
        level = _figure_of(other)
        terms: list[Term] = [(1, x), (-1 if up else 1, d)]
        if level is None:
            continue
        if holds(terms, level):
            return None
        topics = other.topics | concepts(other.head)
        if about & topics and is_one_slip_from_true(terms, level):
            change: list[Term] = [(1, x), (-1, level)] if up else [(1, level), (-1, x)]
            found = written_out(change, d), other
    return found


def _figure_of(other: Quantity) -> Figure | None:
    """The figure as it stands in its sentence; that of a cell is read by other rules."""
    return next((f for f in sentence(other.words).figures if f.text == other.text), None)


# --- what was added, and what it led to ----------------------------------------------------------

_LED_TO = Expression(
    rf"\b(?:additional|further|another|extra|increase of|added)\s(?:[a-z]+\s){{0,2}}?"
    rf"{mark('d', 'M')}"
    rf"[^«»;.]{{0,110}}?\b(?:taking|bringing|increasing|raising)\s(?P<what>[^«»;.]{{2,60}}?)\sto\s"
    rf"(?:a total of\s)?{mark('x', 'M')}",
    re.IGNORECASE,
)


def what_was_added_leads_to_the_new_total(report: Report) -> Iterator[TextFinding]:
    """“£410m in all … A further £1bn was added, taking the total to £1.51bn”: £1.41bn."""
    for paragraph, one in each_sentence(report, 2):
        match = _LED_TO.search(one.pattern)
        if match is None:
            continue
        d, x = one.figure(match["d"]), one.figure(match["x"])
        terms: list[Term] = [(1, x), (-1, d)]
        if d.rough or x.rough or x.size <= d.size:
            continue
        found: Quantity | None = None
        about = concepts(one.text) - WEAK
        near = [q for q in quantities(report).all if 0 <= paragraph.block - q.block <= _NEAR]
        for other in near:
            level = _figure_of(other) if other.kind is Kind.MONEY else None
            if level is None or other.words == one.text:
                continue
            if holds(terms, level):
                found = None
                break
            sums: list[Term] = [(1, level), (1, d)]
            if about & other.topics and is_one_slip_from_true(sums, x) and not other.rough:
                found = other
        level = _figure_of(found) if found else None
        if found and level and not told_by(_OTHERS, report, paragraph, one):
            whole: list[Term] = [(1, level), (1, d)]
            message = f"{written_out(whole, x)} “{found.text}” stands at {found.place}."
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


_ADDED = Expression(
    r"\b(?:additional|further|extra|increase of|rise of|uplift of|added|growth of)\s"
    r"(?:[a-z]+\s){0,2}?"
    r"«(?P<d>M\d+)»|«(?P<e>M\d+)»\s(?:increase|rise|uplift)\b",
    re.IGNORECASE,
)
_RAISED = Expression(
    rf"\b(?:increas|rais|tak|bring|lift)[a-z]*\s[^«»;.]{{2,90}}?\sfrom\s{mark('a', 'M')}\sto\s"
    rf"{mark('b', 'M')}",
    re.IGNORECASE,
)


def what_was_added_just_before_is_the_rise(report: Report) -> Iterator[TextFinding]:
    """“A further £500m was announced.  It takes the share from £532m to £1,302m”: £1,032m."""
    for paragraph in paragraphs(report):
        for before, one in zip(paragraph.sentences, paragraph.sentences[1:], strict=False):
            match = _RAISED.search(one.pattern)
            added = list(_ADDED.finditer(before.pattern)) if match else []
            if match is None or len(added) != 1 or before.pattern.count("«M") != 1:
                continue
            a, b = one.figure(match["a"]), one.figure(match["b"])
            d = before.figure(added[0]["d"] or added[0]["e"])
            terms: list[Term] = [(1, a), (1, d)]
            if not holds(terms, b) and is_one_slip_from_true(terms, b):
                text = f"{before.text} {one.text}"
                both = Sentence(text=text, pattern="", figures=())
                message = written_out(terms, b)
                yield finding_on(paragraph, both, message, _CURE, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (
    a_change_on_a_period_is_from_its_figure,
    what_was_added_just_before_is_the_rise,
    what_was_added_leads_to_the_new_total,
)
