"""Columns of shares without their sign: “% of jobs” 31.0, 42.0, 19.0 beside the jobs themselves.

What the shares are of is learnt from the rows: one whole fits all of them but one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, NumberTable, number_table

_IS_A_SHARE = Expression(r"%|\bper ?cent|\bshare\b|\bproportion\b", re.IGNORECASE)
_IS_A_CHANGE = Expression(
    r"\b(?:change|increase|decrease|growth|rise|movement|variance|target|over|against|last|"
    r"previous|year|rate|within|on time)\b|\+",
    re.IGNORECASE,
)
_LEAST = 3
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Row:
    """A part, its share, and between which wholes the two can lie."""

    place: int
    part: Figure
    share: Figure
    low: Decimal
    high: Decimal


def a_column_of_shares_is_of_one_whole(report: Report) -> Iterator[TextFinding]:
    """Each share of a column is that of the figure beside it in the whole of all the others."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None or len(table.columns) < 2:
            continue
        for column in table.columns:
            head = table.heads[column]
            if _IS_A_SHARE.search(head) and not _IS_A_CHANGE.search(head):
                for other in table.columns:
                    rows = _rows(table, other, column) if other < column else []
                    wrong = _odd_one(rows)
                    if wrong is not None:
                        yield _finding(table, column, wrong, rows)
                        break


def _rows(table: NumberTable, part: int, share: int) -> list[_Row]:
    found = []
    for place in table.body:
        one, other = table.cells[place][part], table.cells[place][share]
        if not isinstance(one, Figure) or not isinstance(other, Figure):
            continue
        if Kind.PERCENT in (one.kind, other.kind) or other.scale != 1 or one.share:
            return []
        if one.value > 0 and other.half < other.value <= _HUNDRED:
            low = (one.value - one.half) * _HUNDRED / (other.value + other.half)
            high = (one.value + one.half) * _HUNDRED / (other.value - other.half)
            found.append(_Row(place, one, other, low, high))
    return found


def _odd_one(rows: list[_Row]) -> _Row | None:
    """The one row that no whole fits which fits all the others."""
    if len(rows) <= _LEAST or len({row.part.value for row in rows}) <= _LEAST:
        return None
    for row in rows:
        rest = [each for each in rows if each is not row]
        low, high = max(each.low for each in rest), min(each.high for each in rest)
        if low <= high and (row.high < low or row.low > high):
            telling = [each for each in rest if each.share.value > 20 * each.share.half]
            return row if len(telling) >= _LEAST else None
    return None


def _finding(table: NumberTable, column: int, wrong: _Row, rows: list[_Row]) -> TextFinding:
    rest = [row for row in rows if row is not wrong]
    largest = max(rest, key=lambda row: row.share.value)
    true = wrong.part.value * largest.share.value / largest.part.value
    shown = true.quantize(Decimal(1).scaleb(-wrong.share.places))
    return TextFinding(
        place=table.grid.cell_place(wrong.place, column),
        quote=f"{table.labels[wrong.place]} {wrong.part.text} {wrong.share.text}".strip(),
        message=f"Where {largest.part.text} is {largest.share.text}%, {wrong.part.text} is "
        f"{shown}%, not {wrong.share.text}% (“{table.heads[column]}”); one whole fits the "
        f"{len(rest)} other rows.",
        confidence=Confidence.HIGH if len(rest) > _LEAST else Confidence.MEDIUM,
        cure="Correct the share or the figure that it is of",
    )


RULES: tuple[Rule, ...] = (a_column_of_shares_is_of_one_whole,)
