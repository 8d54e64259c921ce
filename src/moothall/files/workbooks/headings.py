"""The rows that name the columns: found by their words, one row or several."""

from moothall.files.workbooks.cells import Holds, Sheet
from moothall.files.workbooks.fields import LEAVE_OUT, TableKind, suggested
from moothall.files.workbooks.numbers import is_number
from moothall.files.workbooks.words import units_in, years_in

_LOOKED_AT = 60
"""Rows in which a heading is looked for."""
_FEWEST = 2


def head_of(sheet: Sheet, kind: TableKind) -> tuple[int, int] | None:
    """The rows of headings: the one whose words name the most fields, and those that go with it."""
    best: tuple[int, int] | None = None
    for row in sorted(sheet.rows)[:_LOOKED_AT]:
        named = {
            suggested(kind, sheet.text(row, column))
            for column in sheet.rows[row]
            if is_words(sheet, row, column)
        } - {LEAVE_OUT}
        if len(named) >= _FEWEST and (best is None or len(named) > best[0]):
            best = (len(named), row)
    if best is None:
        return None
    last = best[1]
    below = last + 1
    # A heading may go on in the row below: units, or years under a group.
    while below in sheet.rows and below - best[1] < 3 and _goes_on(sheet, best[1], below):
        last, below = below, below + 1
    return first_of_head(sheet, best[1]), last


def words_above_figures(sheet: Sheet) -> tuple[int, int] | None:
    """Headings in words that nobody here knows: the first row of words alone above figures."""
    for row in sorted(sheet.rows)[:_LOOKED_AT]:
        below = sheet.rows.get(row + 1, {})
        figures = [column for column, cell in below.items() if is_number(cell)]
        if _is_heading_row(sheet, row) and set(figures) & set(sheet.rows[row]):
            return first_of_head(sheet, row), row
    return None


def _goes_on(sheet: Sheet, row: int, below: int) -> bool:
    """Whether every cell below goes with a heading: a unit, a year, or words under a group."""
    if not _is_heading_row(sheet, below):
        return False
    return all(
        units_in(text) or years_in(text) or column not in sheet.rows[row]
        for column in sheet.rows[below]
        if (text := sheet.text(below, column))
    )


def first_of_head(sheet: Sheet, row: int) -> int:
    """Groups such as Phasing stand in the row above, over some of the columns."""
    above = row - 1
    if above not in sheet.rows or not _is_heading_row(sheet, above):
        return row
    held = sheet.rows[above]
    grouped = any(
        (above, column) in sheet.merged and sheet.merged[above, column] != (above, column)
        for column in sheet.rows[row]
    )
    first_words = min(sheet.rows[row])
    stands_over = min(held) > first_words or len(held) > 1
    return above if (grouped and stands_over) or min(held) > first_words else row


def _is_heading_row(sheet: Sheet, row: int) -> bool:
    """Whether a row holds words alone, over several columns or beside the first."""
    held = sheet.rows[row]
    only_words = all(is_words(sheet, row, column) for column in held)
    return only_words and (len(held) > 1 or min(held) > 1) and not _reads_as_rows(sheet, row)


def _reads_as_rows(sheet: Sheet, row: int) -> bool:
    """Whether it is a row of the table that only lacks its figures."""
    return any(len(sheet.text(row, column)) > 80 for column in sheet.rows[row])


def is_words(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell holds words and no number."""
    cell = sheet.cell(row, column)
    return cell is not None and cell.holds is Holds.TEXT and not is_number(cell)
