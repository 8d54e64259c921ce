"""Changes of the rows of a table, told in the text: “Debt over a year old has increased by 12.6%”.

A percentage worked out on the later figure instead of the earlier one is the commonest slip.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.told_changes import way
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    ROUGH,
    Figure,
    Paragraph,
    Sentence,
    mark,
    paragraphs,
    per_cent,
)
from moothall.proofread.reading.quantities import own_clause
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures

_CURE = "Correct the figure that is wrong."

_ROW_CHANGE = Expression(
    rf"(?:\b(?:{UP}|{DOWN}|up|down|higher|lower)\s(?:by\s|of\s)?{ROUGH}{mark('c', 'P')}|"
    rf"\b(?:{CHANGE_NOUN}|growth)\sof\s{ROUGH}{mark('d', 'P')}|"
    rf"{mark('e', 'P')}\s(?:{CHANGE_NOUN}|growth|higher|lower|more|fewer|less)\b)"
    r"(?!\s?(?:points|percentage|a year|per annum|p\.a|above|below|than))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row with an earlier and a later figure."""

    grid: Grid
    label: str
    topics: frozenset[str]
    about: frozenset[str]
    a: Cell
    b: Cell

    @property
    def change(self) -> Decimal:
        return (self.b.value / self.a.value - 1) * HUNDRED

    @property
    def on_later(self) -> Decimal:
        return abs(self.b.value - self.a.value) / self.b.value * HUNDRED


def _rows(report: Report) -> Iterator[_Row]:
    for grid in tables_of(report):
        about = concepts(grid.caption) | concepts(grid.rows[0][0] if grid.rows else "")
        by_row: dict[int, list[Cell]] = {}
        for cell in figures(grid):
            if periods_named(cell.head) and cell.kind in (Kind.MONEY, Kind.COUNT):
                by_row.setdefault(cell.row, []).append(cell)
        for cells in by_row.values():
            when = [periods_named(cell.head) for cell in cells]
            if len(cells) == 2 and when[0] != when[1] and min(c.value for c in cells) > 0:
                a, b = cells
                label = a.label
                yield _Row(grid=grid, label=label, topics=concepts(label), about=about, a=a, b=b)


def a_change_told_is_that_of_its_row(report: Report) -> Iterator[TextFinding]:
    """“Debt over a year old rose by 12.6%” where the table has 6,133 and 7,021, a rise of 14.5%."""
    rows = list(_rows(report))
    if not rows:
        return
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _ROW_CHANGE.search(one.pattern) if one.figures else None
            if match is None or any(f.kind in (Kind.MONEY, Kind.COUNT) for f in one.figures[:1]):
                continue
            by = one.figure(next(match[name] for name in "cde" if match[name]))
            if by.rough or by.value <= 0:
                continue
            yield from _unlike_its_row(paragraph, one, by, rows)


def _unlike_its_row(
    paragraph: Paragraph, one: Sentence, by: Figure, rows: list[_Row]
) -> Iterator[TextFinding]:
    clause = concepts(own_clause(one, by)) - WEAK
    rises = way(by, one) > 0
    near = [row for row in rows if clause & (row.topics | row.about)]
    if any(_is_near(by, abs(row.change)) for row in rows):
        return  # it is the change of some row
    for row in near:
        named = bool(row.topics - WEAK) and (row.topics - WEAK) <= clause
        moved = row.b.value - row.a.value
        if moved == 0 or (moved > 0) != rises:
            continue
        on_later = _is_near(by, row.on_later) and len(by.text.strip("%")) >= 3
        if not on_later and not (named and len(row.topics - WEAK) >= 2 and _slightly_off(by, row)):
            continue
        told = f"{row.a.value:,f}", f"{row.b.value:,f}"
        hint = f" ({by.text} is the change as a share of the later figure)" if on_later else ""
        yield TextFinding(
            place=paragraph.place,
            quote=one.text,
            message=f"The table has “{row.label}” at {_plain(told[0])} and then {_plain(told[1])} "
            f"({row.grid.cell_place(row.b.row, row.b.column)}): a change of "
            f"{per_cent(row.change)}, not {by.text}{hint}.",
            cure=_CURE,
            confidence=Confidence.MEDIUM if on_later else Confidence.LOW,
        )
        return


def _plain(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_near(by: Figure, value: Decimal) -> bool:
    return abs(by.size - value) <= by.amount.step


def _slightly_off(by: Figure, row: _Row) -> bool:
    return abs(row.change) / 3 <= by.size <= abs(row.change) * 3


RULES: tuple[Rule, ...] = (a_change_told_is_that_of_its_row,)
