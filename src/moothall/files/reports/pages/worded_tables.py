"""Tables of words without lines: rows whose cells begin under each other.

Front sheets, tables of implications, lists of steps with their dates.  What tells them from two
columns of running text is that their lines do not go on from one another; from a list, that the
first cell is no mark or number; from names side by side, that something in them is more than one.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from moothall.files.reports.block_sequence import is_caption
from moothall.files.reports.pages.columns import Row, Span
from moothall.files.reports.pages.lines import Line
from moothall.files.reports.pages.page import Box, Word
from moothall.files.reports.pages.page_table import PageTable, is_figure
from moothall.files.reports.pages.paragraphs import is_contents_line
from moothall.files.reports.printed_numbers import split_bullet, split_number

_LEAST_ROWS = 3
_MOST_COLUMNS = 8
_NEAR = 2.5
"""How far from its column's edge a cell may begin, in points."""
_FAR = 3.2
"""How far below the line before a line of the table may stand, in sizes of letters."""
_BETWEEN_CELLS = 0.45
"""How far apart, in sizes of letters, words of two cells stand at least."""
_WIDER = 1.2
"""How much further a row stands from the row above than a line of a cell from the line above."""
_MOST_UNFINISHED = 0.3
_LEAST_WORDS = 4


@dataclass(slots=True)
class _Line:
    """A line of a table: which columns its parts stand in, and how far below the last it is."""

    line: Line
    cells: dict[int, Line]
    gap: float

    @property
    def begins_low(self) -> bool:
        return 0 in self.cells and self.cells[0].text[:1].islower()

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.line.words)


def worded_tables(
    lines: list[Line], join: Callable[[list[str]], str]
) -> tuple[list[PageTable], list[Line]]:
    """The tables of words among the lines of a page, from the top, and the lines outside them."""
    tables: list[PageTable] = []
    outside: list[Line] = []
    place = 0
    while place < len(lines):
        run = _run(lines, place)
        rows = _rows(run) if run else []
        if len(rows) >= _LEAST_ROWS and _is_table(rows, run, outside):
            tables.append(_table(rows, run, _columns(run), join))
            place += len(run)
        else:
            outside.append(lines[place])
            place += 1
    return tables, outside


def _run(lines: list[Line], begin: int) -> list[_Line]:
    """The lines from `begin` on whose parts all begin where a part of the first one does."""
    heads = lines[begin].segments()
    if not 2 <= len(heads) <= _MOST_COLUMNS:
        return []
    return _under([head.left for head in heads], lines[begin:])


def _under(edges: list[float], lines: list[Line]) -> list[_Line]:
    """The first of the lines whose parts all begin at the edges of columns."""
    run: list[_Line] = []
    for above, line in zip([None, *lines], lines, strict=False):
        gap = line.base - above.base if above else 0.0
        cells = _cells(line, edges)
        far = above is not None and not 0 < gap <= _FAR * line.size
        if not cells or far or _is_of_a_list(line):
            break
        run.append(_Line(line, cells, gap))
    while run and len(run[-1].cells) == 1 and not _goes_on(run):
        run.pop()  # a line at the margin below the table
    return run


def words_that_go_on(
    lines: list[Line], above: PageTable, join: Callable[[list[str]], str]
) -> PageTable | None:
    """The first lines of a page as rows of the table of words with which the page before ended."""
    run = _under([left for left, _ in above.columns], lines)
    if not any(len(each.cells) > 1 for each in run) and not (run and _is_low(run[0])):
        return None
    return _table(_rows(run), run, above.columns, join)


def _is_low(line: _Line) -> bool:
    return next(iter(line.cells.values())).text[:1].islower()


def _is_of_a_list(line: Line) -> bool:
    """Whether the line is an item with its mark, a line of contents or a caption."""
    first = line.segments()[0].text.strip()
    return (
        is_caption(line.text.strip())
        or is_contents_line(line.text)
        or bool(split_bullet(line.text)[0])
        or bool(split_number(f"{first} x")[0])
    )


def _cells(line: Line, edges: list[float]) -> dict[int, Line]:
    """The parts of a line by their columns; none where one begins elsewhere or is too long.

    A cell may fill its column, so that the next one stands nearer than it does in other rows.
    """
    words: dict[int, list[Word]] = {}
    last: Word | None = None
    for word in line.words:
        column = max(bisect_right(edges, word.left + _NEAR) - 1, 0)
        after = edges[column + 1] if column + 1 < len(edges) else float("inf")
        begins = column not in words
        near = last is not None and word.left - last.right < _BETWEEN_CELLS * word.size
        if word.right > after or (begins and near):
            return {}
        words.setdefault(column, []).append(word)
        last = word
    cells = {column: Line(held) for column, held in words.items()}
    for column, cell in cells.items():
        # figures may stand at the right of their column
        at_edge = abs(cell.left - edges[column]) <= _NEAR
        if len(cell.segments()) > 1 or not (at_edge or (column and is_figure(cell.text.strip()))):
            return {}
    return cells


def _goes_on(run: list[_Line]) -> bool:
    """Whether the last line goes on in a cell of the line above it."""
    last = run[-1]
    if len(run) < _LEAST_ROWS or 0 not in last.cells:
        return 0 not in last.cells
    return last.begins_low and last.gap <= _WIDER * min(each.gap for each in run[1:])


def _rows(run: list[_Line]) -> list[list[_Line]]:
    """The lines of each row: rows stand apart, or else each has more than one cell."""
    least = min((each.gap for each in run[1:]), default=0.0)
    wide = [each.gap > _WIDER * least for each in run]
    full = [len(each.cells) > 1 for each in run]
    apart = sum(wide[1:]) >= max(_LEAST_ROWS - 1, sum(full) / 2)
    rows = [[run[0]]]
    for each, is_wide, is_full in zip(run[1:], wide[1:], full[1:], strict=True):
        begins = is_wide if apart else is_full and 0 in each.cells and not each.begins_low
        if begins and 0 in each.cells:
            rows.append([each])
        else:
            rows[-1].append(each)
    return rows


def _is_table(rows: list[list[_Line]], run: list[_Line], above: list[Line]) -> bool:
    """Whether the rows are those of a table of words."""
    figures = sum(Row(each.line, each.line.segments()).is_figures for each in run)
    if figures * 2 >= len(rows):
        return False  # a table of figures, which is read by what stands under its figures
    full = [each for each in run if len(each.cells) > 1]
    if len(full) < _LEAST_ROWS:
        return False
    if sum(each.begins_low for each in full) > _MOST_UNFINISHED * len(full):
        return False  # two columns of running text
    fields = sum(row[0].cells[0].text.rstrip().endswith(":") for row in rows)
    if fields * 2 >= len(rows):
        return False  # fields with their labels are read as what they are
    titled = bool(above) and is_caption(above[-1].text.strip())
    headed = run[0].bold and not median(each.bold for each in run[1:])
    said = [" ".join(part.text for part in _parts(row, 1)) for row in rows]
    told = sum(len(text.split()) >= _LEAST_WORDS or any(map(str.isdigit, text)) for text in said)
    return titled or headed or told * 2 >= len(rows)


def _columns(run: list[_Line]) -> list[Span]:
    edges = [part.left for part in run[0].line.segments()]
    end = max(each.line.right for each in run)
    return list(pairwise([*edges, end]))


def _parts(row: list[_Line], first: int) -> list[Line]:
    return [part for line in row for column, part in sorted(line.cells.items()) if column >= first]


def _table(
    rows: list[list[_Line]],
    run: list[_Line],
    columns: list[Span],
    join: Callable[[list[str]], str],
) -> PageTable:
    filled: list[list[str]] = []
    for row in rows:
        cells: list[list[str]] = [[] for _ in columns]
        for line in row:
            for column, part in line.cells.items():
                cells[column].append(part.text)
        filled.append([join(cell) for cell in cells])
    box = Box(
        min(each.line.left for each in run),
        min(each.line.top for each in run),
        max(each.line.right for each in run),
        max(each.line.base for each in run),
    )
    return PageTable(filled, box, columns=columns, of_words=True)
