"""Sums that do not fail: what seems a wrong total is explained by where the true one stands.

"Net controllable 616, net non-controllable 327, net expenditure 943" takes the sum two lines on;
a total that has slipped a column to the left prints the sum in the next cell; and the rest of a
table, after a heading of its own, takes in the rows that stand before that heading.
"""

from decimal import Decimal

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.tables.cast_parts import NOUGHT, Cast, Outcome
from moothall.proofread.tables.columns import Figure, Sheet, read_cell

_FOLLOWING = 4
_TELLING = 1_000
"""Smaller figures are like one another by chance."""
_SHORT = 80


def comes_out_elsewhere(sheet: Sheet, cast: Cast, before: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the sum of a cast that fails is printed after it, beside it, or begins before it."""
    failed = _failed(cast)
    if not failed:
        return False
    return (
        _is_printed_later(sheet, cast, failed)
        or _stands_beside(sheet, cast, failed)
        or _begins_before(sheet, cast, failed, before)
    )


def rows_before(report: Report, grid: Grid) -> tuple[tuple[str, ...], ...]:
    """The rows of the table that a heading of a few words parts from one without a head."""
    if grid.head_rows:
        return ()
    position = next(n for n, block in enumerate(report.blocks) if block is grid)
    words, table = report.blocks[max(0, position - 1)], report.blocks[max(0, position - 2)]
    short = isinstance(words, Prose) and len(words.text) < _SHORT and words.text[-1:] not in ".:;"
    if not (position > 1 and short and isinstance(table, Grid)):
        return ()
    same = len(table.rows[0]) == len(grid.rows[0]) if table.rows else False
    return table.rows if same else ()


def _failed(cast: Cast) -> dict[int, Decimal]:
    """The sums that a total does not print, by their ranks."""
    return {
        rank: result.summed
        for rank, (result, cell) in enumerate(zip(cast.results, cast.total.cells, strict=True))
        if result.outcome is Outcome.FAILS and isinstance(cell, Figure)
    }


def _is_printed_later(sheet: Sheet, cast: Cast, failed: dict[int, Decimal]) -> bool:
    """Whether the sums stand in a line soon after, which this one and those between make up."""
    if min(abs(value) for value in failed.values()) < _TELLING:
        return False
    here = next(n for n, line in enumerate(sheet.lines) if line.place == cast.total.place)
    added = dict.fromkeys(failed, NOUGHT)
    for line in sheet.lines[here : here + _FOLLOWING]:
        held = {rank: c.value for rank in failed if isinstance(c := line.cells[rank], Figure)}
        if len(held) < len(failed):
            return False
        if line is not cast.total and all(
            held[rank] == added[rank] == failed[rank] for rank in failed
        ):
            return True
        for rank, value in held.items():
            added[rank] += value
    return False


def _stands_beside(sheet: Sheet, cast: Cast, failed: dict[int, Decimal]) -> bool:
    """Whether a total has slipped to the left: its last cell is empty, the sum one before."""
    if sheet.across:
        return False
    row = sheet.grid.rows[cast.total.place]
    if row[-1].strip():
        return False
    for rank, value in failed.items():
        column = sheet.rank_places[rank]
        beside = read_cell(row[column - 1]) if column else None
        if isinstance(beside, Figure) and beside.value == value and abs(value) >= _TELLING:
            return True
    return False


def _begins_before(
    sheet: Sheet, cast: Cast, failed: dict[int, Decimal], before: tuple[tuple[str, ...], ...]
) -> bool:
    """Whether the last rows of the table before, as far as they go, are what all sums lack."""
    if sheet.across or not cast.whole or min(abs(v) for v in failed.values()) < _TELLING:
        return False
    lacks = dict.fromkeys(failed, NOUGHT)
    for row in reversed(before):
        for rank in failed:
            cell = read_cell(row[sheet.rank_places[rank]])
            lacks[rank] += cell.value if isinstance(cell, Figure) else NOUGHT
        totals = {rank: cast.total.cells[rank] for rank in failed}
        if all(
            isinstance(total, Figure) and lacks[rank] and total.value == failed[rank] + lacks[rank]
            for rank, total in totals.items()
        ):
            return True
    return False
