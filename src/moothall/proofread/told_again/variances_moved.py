"""Variances that have moved: “an overspend of £215,000, which has worsened by £183,000 since”.

What was forecast then, and by how much it has worsened or improved, must make a variance that the
report tells of now.  Where only the other word for one of them does (an underspend, improved), that
word is wrong.  Left alone: reports that tell of no variance of that size.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
)

_OVER, _UNDER = r"(?:over[- ]?spen\w+|deficit)", r"(?:under[- ]?spen\w+|surplus)"
_VARIANCE = Expression(
    rf"\b(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))\s(?:(?:of|by|was|is|at|to be|now|then)\s){{0,3}}"
    rf"{mark('a', 'M')}",
    re.IGNORECASE,
)
_MOVED = Expression(
    rf"\b(?:(?P<worse>worsened|deteriorated|worse)|(?P<better>improved|better)|"
    rf"(?P<more>grown|increased|risen)|(?P<less>reduced|fallen|decreased|shrunk))\sby\s"
    rf"{mark('d', 'M')}",
    re.IGNORECASE,
)
_MOST_TIMES = 20
_CURE = "Correct the word that is the wrong way round, or the sum."


@dataclass(frozen=True, slots=True)
class _Variance:
    """A variance as told; above nought where too much is spent."""

    told: Figure
    over: bool

    @property
    def value(self) -> Decimal:
        return self.told.size if self.over else -self.told.size


def a_variance_and_its_move_make_another(report: Report) -> Iterator[TextFinding]:
    """“Underspend of £215,000 … has worsened by £183,000”, and £398,000 is overspent now."""
    every: list[_Variance] = []
    moves: list[tuple[Paragraph, Sentence, re.Match[str], _Variance]] = []
    for paragraph in paragraphs(report):
        if not re.search("spen[dt]|deficit|surplus", paragraph.text, re.IGNORECASE):
            continue
        before: list[_Variance] = []
        for one in paragraph.sentences:
            here = list(_variances(one))
            every += here
            match = _MOVED.search(one.pattern)
            if match is not None and len(here or before) == 1:
                moves.append((paragraph, one, match, (here or before)[0]))
            before = here
    for paragraph, one, match, held in moves:
        message = _wrong(one.figure(match["d"]), match, held, every)
        if message is not None:
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _variances(one: Sentence) -> Iterator[_Variance]:
    for match in _VARIANCE.finditer(one.pattern):
        yield _Variance(one.figure(match["a"]), bool(match["over"]))


def _wrong(
    moved: Figure, match: re.Match[str], held: _Variance, every: list[_Variance]
) -> str | None:
    if not moved.size or moved.size >= held.told.size * _MOST_TIMES:
        return None
    grows = match["worse"] or (match["more"] if held.over else match["less"])
    move = moved.size if grows else -moved.size
    others = [each for each in every if each.told.size != held.told.size]

    def told(value: Decimal) -> str | None:
        spread = held.told.spread + moved.spread
        near = (each for each in others if abs(each.value - value) <= spread + each.told.spread)
        return next((each.told.text for each in near), None)

    otherwise = told(held.value - move) or told(move - held.value)
    if told(held.value + move) is not None or otherwise is None:
        return None
    name = "overspent" if held.over else "underspent"
    return (
        f"{held.told.text} {name}, “{match[0].split(' by ')[0]}” by {moved.text}, makes no "
        f"variance that the report tells of; with one of the two words the other way round it "
        f"makes {otherwise}."
    )


RULES: tuple[Rule, ...] = (a_variance_and_its_move_make_another,)
