"""Labelled items: recommendations R1, R2, R3 and R5, objectives O1, O2, O4."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from moothall.documents.report import Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once, passages

_LABEL = Expression(r"^[\W_]{0,4}(?P<stem>[A-Z]{1,4})[ -]?(?P<number>\d{1,2})\b(?![.,]\d|\s?[%/])")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Item:
    stem: str
    number: int
    words: str
    place: Place
    order: int


@found_once
def labels_of_items_run_on(report: Report) -> Iterator[TextFinding]:
    """R3 is followed by R5, and no R4 stands anywhere in the report."""
    anywhere = {
        match[0].replace(" ", "").replace("-", "")
        for passage in passages(report)
        for match in re.finditer(r"\b[A-Z]{1,4}[ -]?\d{1,2}\b", passage.text)
    }
    for stem, found in groupby(_items(report), key=lambda item: item.stem):
        items = list(found)
        if len(items) < _FEWEST or items[0].number != 1:
            continue
        slips = [(one, two) for one, two in pairwise(items) if two.number != one.number + 1]
        if len(slips) != 1:
            continue
        one, two = slips[0]
        missing = [f"{stem}{number}" for number in range(one.number + 1, two.number)]
        if not 1 <= len(missing) <= 2 or any(label in anywhere for label in missing):
            continue
        yield TextFinding(
            place=two.place,
            quote=two.words[:120],
            message=f"{stem}{one.number} is followed by {stem}{two.number}: there is no "
            f"{' and no '.join(missing)}.",
            confidence=Confidence.MEDIUM,
            cure="Renumber, or put back what was taken out.",
        )


def _items(report: Report) -> Iterator[_Item]:
    for order, block in enumerate(report.blocks):
        if not isinstance(block, Heading | Prose):
            continue
        match = _LABEL.match(f"{block.number} {block.text}".strip())
        if match and len(block.text) > len(match[0]) + 3:
            yield _Item(match["stem"], int(match["number"]), block.text, block.place, order)


RULES: tuple[Rule, ...] = (labels_of_items_run_on,)
