"""Points of a list that stand twice in it, word for word."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from moothall.documents.report import Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes

_FEWEST_WORDS = 6
_FEWEST_PASTED = 2
_FEWEST_POINTS = 4
_MOST_ALIKE = 1


def a_point_of_a_list_stands_once(report: Report) -> Iterator[TextFinding]:
    """The same point, of six words or more, or pasted twice, stands in one list of bullets."""
    for bullets, group in groupby(report.blocks, _is_point):
        if not bullets:
            continue
        points = [block for block in group if isinstance(block, Prose)]
        first: dict[str, Prose] = {}
        twice: list[tuple[Prose, Prose]] = []
        for point in points:
            words = " ".join(re.findall(r"\w+", point.text.casefold()))
            earlier = first.setdefault(words, point)
            pasted = _may_be_pasted(report, points) and _is_next(points, earlier, point)
            fewest = _FEWEST_PASTED if pasted else _FEWEST_WORDS
            if earlier is not point and words.count(" ") >= fewest - 1:
                twice.append((earlier, point))
        if len(twice) > _MOST_ALIKE:
            continue  # a list of like entries: payments, answers
        for earlier, point in twice:
            if _COUNTS.search(point.text):
                continue
            yield TextFinding(
                place=point.place,
                quote=point.text,
                message=f"The same point stands earlier in this list ({earlier.place}).",
                confidence=Confidence.MEDIUM,
                cure="Keep one of the two.",
            )


_COUNTS = Expression(r"£\s?\d|^\W*(?:no|none|nil|not|agreed|approved|noted|resolved)\b", re.I)
"""Payments, and answers, may well be alike."""


def _may_be_pasted(report: Report, points: list[Prose]) -> bool:
    """Whether two words side by side are enough; two alike entries of minutes are two matters."""
    return len(points) >= _FEWEST_POINTS and not are_minutes(report)


def _is_next(points: list[Prose], earlier: Prose, point: Prose) -> bool:
    return any(one is earlier and other is point for one, other in pairwise(points))


def _is_point(block: object) -> bool:
    return isinstance(block, Prose) and block.bullet


RULES: tuple[Rule, ...] = (a_point_of_a_list_stands_once,)
