"""Tables of plain text whose columns are parted by strokes: “Holly Bank | 29 | 27 | 56”.

Three lines under one another with as many strokes each are a table; fewer may be a line of links.
Dashes part columns too, “Holly Bank – 29 – 27 – 56”, where figures stand between them.
"""

import re
from collections.abc import Iterator, Sequence

from moothall.files.reports.spaced_tables import SpacedTable

_FEWEST_LINES, _FEWEST_COLUMNS = 3, 3
_LONGEST, _LONGEST_NAME = 400, 30
_DASH = re.compile(r"\s[–—-]\s(?=\S)")


def piped_tables(lines: Sequence[str | None]) -> dict[int, SpacedTable]:
    """The tables of a text by the line with which each begins, counted from 0."""
    found = {}
    for begin, end in _runs(lines):
        rows = [row for line in lines[begin:end] if (row := _cells(line)) and not _is_rule(row)]
        if len(rows) >= _FEWEST_LINES:
            head = 0 if any(_is_figure(cell) for cell in rows[0]) else 1
            found[begin] = SpacedTable(begin=begin, end=end, rows=rows, head_rows=head)
    return found


def _runs(lines: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    begin = 0
    while begin < len(lines):
        width, end = len(_cells(lines[begin])), begin + 1
        while width >= _FEWEST_COLUMNS and end < len(lines) and len(_cells(lines[end])) == width:
            end += 1
        if end - begin >= _FEWEST_LINES:
            yield begin, end
        begin = end


def _cells(line: str | None) -> tuple[str, ...]:
    if line is None or "\t" in line or len(line) > _LONGEST:
        return ()
    if "|" not in line:
        return _between_dashes(line)
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _between_dashes(line: str) -> tuple[str, ...]:
    """The cells of a line, of which two at least are figures or the names of columns."""
    cells = tuple(cell.strip() for cell in _DASH.split(line.strip()))
    if len(cells) < _FEWEST_COLUMNS + 1 or not all(cells):
        return ()
    figures = sum(map(_is_figure, cells[1:]))
    names = all(len(cell) <= _LONGEST_NAME and not cell.endswith(".") for cell in cells)
    return cells if figures == len(cells) - 1 or (not figures and names) else ()


def _is_rule(row: tuple[str, ...]) -> bool:
    """The line of dashes under a head."""
    return all(set(cell) <= set("-:= ") for cell in row)


def _is_figure(cell: str) -> bool:
    return bool(cell) and cell.strip("£()-–−+ %").replace(",", "").replace(".", "").isdigit()
