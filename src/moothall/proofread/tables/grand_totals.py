"""Grand totals: the totals of several tables of a report, and the total that takes them together.

“Total lamps 325,608,188” ends one table, “Total boats 177,003,356” another, and a line has “Total
502,611,544”.  Figures of six digits agree by no accident: where the line is one slip of a digit
from the sum of two totals or of three, and no sum of totals makes it, the slip is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.slips_in_sums import is_a_slip
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.tables.columns import Figure, read_cell
from moothall.proofread.tables.totals import TOTAL

_DIGITS = 100_000
_MOST = 24
"""With more totals than this, sums agree by accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Total:
    """The total of a table; `alone` where the row has one figure only."""

    grid: Grid
    row: int
    column: int
    label: str
    value: int
    alone: bool


def _totals(report: Report) -> Iterator[_Total]:
    for grid in tables_of(report):
        if len(grid.rows) == 1 and len(grid.rows[0]) == 2:
            label, text = grid.rows[0]
            alone = read_cell(text)
            if (
                TOTAL.search(label)
                and isinstance(alone, Figure)
                and alone.value == int(alone.value)
            ):
                yield _Total(
                    grid=grid, row=0, column=1, label=label, value=int(alone.value), alone=True
                )
            continue
        rows: dict[int, list[Cell]] = {}
        for figure in figures(grid):
            rows.setdefault(figure.row, []).append(figure)
        for row, cells in rows.items():
            if TOTAL.search(grid.rows[row][0]):
                for cell in cells:
                    if cell.value == int(cell.value) and abs(cell.value) >= _DIGITS:
                        yield _Total(
                            grid=grid,
                            row=row,
                            column=cell.column,
                            label=grid.rows[row][0],
                            value=int(cell.value),
                            alone=False,
                        )


def a_grand_total_is_that_of_the_totals_before_it(report: Report) -> Iterator[TextFinding]:
    """“Total 520,611,544” after tables whose totals make 502,611,544."""
    held: list[_Total] = []
    for one in _totals(report):
        if one.alone and one.value >= _DIGITS and 2 <= len(held) <= _MOST:
            found = _slip(one, held)
            if found:
                added = sum(part.value for part in found)
                parts = " + ".join(f"{part.value:,} ({part.label})" for part in found)
                yield TextFinding(
                    place=one.grid.cell_place(one.row, one.column),
                    quote=f"{one.label} {one.grid.rows[one.row][one.column]}",
                    message=f"{parts} = {added:,}, but here stands {one.value:,}.",
                    cure="Correct the total or the part that is wrong.",
                    confidence=Confidence.HIGH,
                )
        held.append(one)


def _slip(one: _Total, held: list[_Total]) -> tuple[_Total, ...] | None:
    found: tuple[_Total, ...] | None = None
    for size in (2, 3):
        for parts in combinations(held, size):
            added = sum(part.value for part in parts)
            if added == one.value:
                return None
            if found is None and is_a_slip(Decimal(one.value), Decimal(added), Decimal(1)):
                found = parts
    return found


RULES: tuple[Rule, ...] = (a_grand_total_is_that_of_the_totals_before_it,)
