"""Tables whose cells are drawn: found by their lines, read cell by cell."""

from bisect import bisect_right
from collections.abc import Callable

from moothall.files.reports.pages.lattice import (
    LEAST_COLUMN,
    LEAST_ROW,
    Lattice,
    lattices,
    part_cells,
    part_rows,
)
from moothall.files.reports.pages.page import Page, Word
from moothall.files.reports.pages.page_table import PageTable, cell_text
from moothall.files.reports.pages.paragraphs import joined_lines

_MOST_SHADES = 1500
_GREY = 40
_PAGE_TOP = 0.15


def ruled_tables(
    page: Page, words: list[Word], join: Callable[[list[str]], str] = joined_lines
) -> tuple[list[PageTable], list[Word]]:
    """The tables that are drawn on a page, and the words that stand outside them."""
    tables: list[PageTable] = []
    for lattice in lattices(page, words):
        table, inside = _filled(lattice, words, page, join)
        if table is not None:
            tables.append(table)
            taken = set(map(id, inside))
            words = [word for word in words if id(word) not in taken]
    return tables, words


def _filled(
    lattice: Lattice, words: list[Word], page: Page, join: Callable[[list[str]], str]
) -> tuple[PageTable | None, list[Word]]:
    xs, ys, box = lattice.xs, lattice.ys, lattice.box
    inside = [word for word in words if box.holds(*word.box.middle)]
    part_rows(lattice, inside)
    part_cells(lattice, inside)
    xs, ys = lattice.xs, lattice.ys
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in inside:
        x, y = word.box.middle
        row = min(max(bisect_right(ys, y) - 1, 0), len(ys) - 2)
        column = min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
        cells.setdefault(lattice.first_cell[row][column], []).append(word)
    rows = [
        [cell_text(cells.get((row, column), []), join) for column in range(len(xs) - 1)]
        for row in range(len(ys) - 1)
    ]
    # what is left over of a row at the top of a page may be the rest of one cell alone
    left_over = bool(cells) and ys[0] < page.height * _PAGE_TOP
    if not left_over and not _is_table(rows, cells):
        return None, []
    coloured = _coloured(lattice, rows, page)
    rows, coloured = _without_gaps(lattice, rows, coloured)
    return PageTable(rows, box, coloured), inside


def _is_table(rows: list[list[str]], cells: dict[tuple[int, int], list[Word]]) -> bool:
    """Not a frame around text, nor the lines of a chart: several rows with words in two cells."""
    filled_rows = sum(1 for row in rows if any(row))
    filled_columns = sum(1 for column in zip(*rows, strict=True) if any(column))
    if len(cells) < 2 or filled_columns < 2:
        return False
    return filled_rows >= max(1, len(rows) * 0.4)


def _without_gaps(
    lattice: Lattice, rows: list[list[str]], coloured: list[tuple[int, int]]
) -> tuple[list[list[str]], list[tuple[int, int]]]:
    """Without rows and columns that are only the space between two lines drawn close by."""
    xs, ys = lattice.xs, lattice.ys
    marked_rows = {row for row, _ in coloured}
    marked_columns = {column for _, column in coloured}
    keep_rows = [
        at
        for at, row in enumerate(rows)
        if any(row) or at in marked_rows or ys[at + 1] - ys[at] > LEAST_ROW
    ]
    keep_columns = [
        at
        for at, column in enumerate(zip(*rows, strict=True))
        if any(column) or at in marked_columns or xs[at + 1] - xs[at] > LEAST_COLUMN
    ]
    at_row = {old: new for new, old in enumerate(keep_rows)}
    at_column = {old: new for new, old in enumerate(keep_columns)}
    return (
        [[rows[row][column] for column in keep_columns] for row in keep_rows],
        [(at_row[row], at_column[column]) for row, column in coloured],
    )


def _coloured(lattice: Lattice, rows: list[list[str]], page: Page) -> list[tuple[int, int]]:
    """The empty cells of a colour, where others of their row or column are of another or none."""
    if not page.shades:
        return []
    xs, ys = lattice.xs, lattice.ys
    shades = [(box, colour) for box, colour in page.shades if _is_colour(colour)]
    if not shades or len(shades) > _MOST_SHADES:
        return []
    colours: dict[tuple[int, int], str] = {}
    for row in range(1, len(rows)):
        for column in range(len(xs) - 1):
            if rows[row][column] or not any(rows[row]):
                continue
            if lattice.first_cell[row][column] != (row, column):
                continue
            x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            over = [colour for box, colour in shades if box.holds(x, y)]
            colours[row, column] = over[-1] if over else ""
    signs = []
    for (row, column), colour in colours.items():
        alike = {other for (r, c), other in colours.items() if r == row or c == column}
        if colour and len(alike) > 1:
            signs.append((row, column))
    return signs


def _is_colour(code: str) -> bool:
    if len(code) != 6:
        return False
    red, green, blue = (int(code[at : at + 2], 16) for at in (0, 2, 4))
    return max(red, green, blue) - min(red, green, blue) > _GREY
