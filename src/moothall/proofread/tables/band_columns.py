"""Shares of bands in a table: where the rows take in every age or term, they make 100 %.

“Under 12 months … 10 years and above” leaves nothing out, so the shares beside them are of all;
limits and targets beside them are not shares.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.table_figures import Figure, figures
from moothall.proofread.tables.table_shares import TOTAL_ROW
from moothall.proofread.tables.whole_shares import shares_in_a_table_make_a_hundred

_OPEN_BELOW = Expression(
    r"^\W*(?:under|up to|less than|below|within|fewer than|<|0\b|no more than|£0)", re.IGNORECASE
)
_OPEN_ABOVE = Expression(
    r"(?:\b(?:and|or)\s(?:over|above|more|older|beyond|longer|upwards?)\W*$|^\W*(?:over|more than|"
    r"above|greater than|"
    r"older than|beyond|>)|\+\W*$|\bplus\W*$)",
    re.IGNORECASE,
)
_NO_BAND = Expression(
    r"^\W*(?:not (?:stated|known|given)|unknown|prefer not|no (?:reply|answer)|other)",
    re.IGNORECASE,
)
_NO_SHARE = Expression(
    r"\b(?:limit|target|max\w*|min\w*|upper|lower|ceiling|floor|rate|change|growth|increase|"
    r"satisf\w+|of "
    r"(?:band|group|each)|collected|met|achieved|in time|agree\w*|yield|return|interest|variance|"
    r"uptake|pass\w*)\b",
    re.IGNORECASE,
)
_LEAST, _MOST = Decimal(80), Decimal(130)


def a_column_of_shares_of_all_bands_makes_a_hundred(report: Report) -> Iterator[TextFinding]:
    """“Under 1 year 22%, 1 to 5 years 50%, 5 years and more 33%” is 105 %."""
    told: set[object] | None = None
    for grid in tables_of(report):
        for column, cells in _columns(grid).items():
            total = sum((cell.value for cell in cells), Decimal(0))
            slack = sum((cell.step for cell in cells), Decimal(0)) / 2
            if abs(total - 100) <= slack or not _LEAST <= total <= _MOST:
                continue
            place = grid.cell_place(cells[-1].row, column)
            if told is None:
                told = {found.place for found in shares_in_a_table_make_a_hundred(report)}
            if told & {grid.cell_place(cell.row, column) for cell in cells}:
                continue
            texts = [grid.rows[cell.row][column].strip() for cell in cells]
            yield TextFinding(
                place=place,
                quote=f"{cells[-1].label} {texts[-1]}",
                message=f"{' + '.join(texts)} = {total:f}%, not 100%, though the rows take in "
                f"everything (“{cells[0].label}” to “{cells[-1].label}”; “{cells[0].head}”).",
                confidence=Confidence.MEDIUM,
                cure="Correct the share that is wrong.",
            )


def _columns(grid: Grid) -> dict[int, list[Figure]]:
    cells = [cell for cell in figures(grid) if not TOTAL_ROW.search(cell.label)]
    labels = [
        label for label in dict.fromkeys(cell.label for cell in cells) if not _NO_BAND.search(label)
    ]
    if not 3 <= len(labels) <= 15 or len(labels) != len(
        {cell.row for cell in cells if not _NO_BAND.search(cell.label)}
    ):
        return {}
    ends = (labels[0], labels[-1]) if _OPEN_BELOW.search(labels[0]) else (labels[-1], labels[0])
    if not _OPEN_BELOW.search(ends[0]) or not _OPEN_ABOVE.search(ends[1]):
        return {}
    if not all(re.search(r"\d", label) for label in labels):
        return {}
    found: defaultdict[int, list[Figure]] = defaultdict(list)
    for cell in cells:
        found[cell.column].append(cell)
    rows = len({cell.row for cell in cells})
    return {
        column: held
        for column, held in found.items()
        if len(held) == rows
        and all(cell.kind is Kind.PERCENT for cell in held)
        and not _NO_SHARE.search(held[0].head)
    }


RULES: tuple[Rule, ...] = (a_column_of_shares_of_all_bands_makes_a_hundred,)
