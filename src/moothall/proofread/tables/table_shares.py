"""Shares that tables give: a row's of the total of its column, a column's of its row's base."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once
from moothall.proofread.reading.table_figures import Figure, figures

TOTAL_ROW = Expression(
    r"^\W*(?:grand |overall )?totals?\b(?!\s(?:savings?|number|of))|\btotal\W*$", re.I
)
_BASE = Expression(
    r"\b(?:total|all|reported|received|asked|eligible|responses|replies|number|made|due|offered|"
    r"base)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShare:
    """A part and its whole in one table; `of` is "row" or "column", `column` where it stands.

    `row` is the row of a column's share, where it is not that of the totals; `labels` are those of
    all rows, which the words may name instead.
    """

    part: str
    about: str
    value: Decimal
    step: Decimal
    whole: Decimal
    text: str
    whole_text: str
    block: int
    of: str
    column: str
    head: str
    row: str
    labels: tuple[str, ...]
    place: Place


@read_once
def shares_of_tables(report: Report) -> tuple[TableShare, ...]:
    """Every share that a row of totals or a column of totals gives."""
    return tuple(
        share
        for block, grid in captioned_grids(report)
        for share in _shares(block, grid, figures(grid))
    )


def _shares(block: int, grid: Grid, cells: list[Figure]) -> Iterator[TableShare]:
    cells = [cell for cell in cells if cell.kind is not Kind.PERCENT]
    totals = [cell for cell in cells if TOTAL_ROW.search(cell.label)]
    rows = {cell.row for cell in totals}
    if len(rows) != 1 or len(grid.rows) > 60:
        return
    about = f"{grid.caption} {grid.place.section} {grid.rows[0][0]}"
    by_column: defaultdict[int, list[Figure]] = defaultdict(list)
    for cell in cells:
        by_column[cell.column].append(cell)
    whole = [cell for cell in totals if TOTAL_ROW.search(cell.head)]
    for total in whole or totals:
        for cell in by_column[total.column]:
            if cell.row < total.row and cell.value <= total.value:
                yield _share(cell, total, grid, block, cell.label, f"{about} {cell.head}", "row")
    by_row: defaultdict[int, list[Figure]] = defaultdict(list)
    for cell in cells:
        by_row[cell.row].append(cell)
    for mine in by_row.values():
        for base in (cell for cell in mine if _BASE.search(cell.head)):
            for cell in mine:
                if cell is not base and cell.value <= base.value:
                    yield _share(
                        cell, base, grid, block, cell.head, f"{about} {base.head}", "column"
                    )


def _share(
    cell: Figure, whole: Figure, grid: Grid, block: int, part: str, about: str, of: str
) -> TableShare:
    in_total = TOTAL_ROW.search(cell.label)
    return TableShare(
        part=" ".join(part.split()),
        about=about,
        value=cell.value,
        step=cell.step,
        whole=whole.value,
        text=grid.rows[cell.row][cell.column].strip(),
        whole_text=grid.rows[whole.row][whole.column].strip(),
        block=block,
        of=of,
        column=f"{whole.row},{whole.column}",
        head=cell.head,
        row="" if of == "row" or in_total else cell.label,
        labels=_labels(grid),
        place=grid.cell_place(cell.row, cell.column),
    )


@lru_cache(maxsize=64)
def _labels(grid: Grid) -> tuple[str, ...]:
    return tuple(row[0] for row in grid.rows[grid.head_rows :] if not TOTAL_ROW.search(row[0]))
