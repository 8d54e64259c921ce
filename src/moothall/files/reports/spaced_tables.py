"""Tables of plain text whose columns are kept apart by spaces, as extraction from a PDF keeps them.

A row has a label and figures that stand under each other.  Heads go over several lines, labels are
wrapped, and a label may reach to within one space of its figure.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from moothall.files.reports.block_sequence import is_caption

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_FIGURE = re.compile(
    r"(?!£?[’']?000s?$)[-–−+(]{0,2}\s?£?\s?(?:[\d,]*\d(?:\.\d+)?|\.\d+)\s?(?:%|m|k|bn)?\)?%?\*?$"
    r"|[-–—]$|n/?a$|nil$|tbc$|\*+$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,3})+\.?|\d{1,2}\.|[a-z]\)|\([a-z]{1,4}\))\s+\S")
_BULLET = re.compile(r"\s*[-*•·▪◦➤●–]\s+\S")
_LEAST_ROWS = 2
_MOST_LABEL_LINES = 7
"""Over how many lines a label may be wrapped; other lines between rows count for three."""
_MOST_HEAD_LINES = 6
_WIDEST_LABEL = 70
_WIDEST_HEAD = 34


@dataclass(frozen=True, slots=True)
class _Part:
    """Words that stand together on a line, from column `left` to before `right`."""

    text: str
    left: int
    right: int

    @property
    def is_figure(self) -> bool:
        return bool(_FIGURE.match(self.text))


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int
    parts: tuple[_Part, ...]

    @property
    def figures(self) -> tuple[_Part, ...]:
        return tuple(part for part in self.parts[1:] if part.is_figure)

    @property
    def is_row(self) -> bool:
        """Whether it is a label with figures after it, or figures alone."""
        if len(self.parts) < 2 or _BULLET.match(self.text):
            return False
        if all(part.is_figure for part in self.parts):
            return True
        return len(self.figures) * 2 >= len(self.parts) - 1 and bool(self.figures)


@dataclass(slots=True)
class SpacedTable:
    """A table found among lines: its rows, from which line to before which it stands."""

    rows: list[tuple[str, ...]]
    head_rows: int
    begin: int
    end: int
    row_lines: list[int] = field(default_factory=list)


def spaced_tables(lines: list[str | None]) -> dict[int, SpacedTable]:
    """The tables among the lines, each by the place of its first line.

    A line that is None has been taken out (the head or foot of a page); a table goes on over it.
    """
    read = [_line(text, place) for place, text in enumerate(lines) if text is not None]
    found: dict[int, SpacedTable] = {}
    place, free = 0, 0
    while place < len(read):
        end = _end_of_run(read, place) if read[place].is_row else 0
        columns = _columns(read[place:end]) if end else []
        if not columns:
            place = end or place + 1
            continue
        head = _head_start(read, place, columns, free)
        table = _table(read[head:place], read[place:end], columns)
        if table is not None:
            found[table.begin] = table
            free = end
        place = end
    return found


def _line(text: str, number: int) -> _Line:
    if "\t" in text.strip():
        words = " ".join(text.split())  # tabs part its cells: no table of spaces
        return _Line(words, number, (_Part(words, 0, len(words)),))
    text = text.expandtabs(8).rstrip()
    parts = tuple(_Part(m[0], m.start(), m.end()) for m in _SEGMENT.finditer(text))
    return _Line(text, number, parts)


def _end_of_run(lines: list[_Line], begin: int) -> int:
    """Where a run of rows with figures ends, 0 where none begins."""
    last, count, blank, between = begin, 1, 0, 0
    figures = len(lines[begin].figures)
    for place in range(begin + 1, len(lines)):
        here = lines[place]
        if not here.parts:
            blank += 1
            if blank > 1:
                break
            continue
        if _parts_tables(here):
            break
        if here.is_row and (_agrees(lines[last], here) or _agrees(lines[begin], here)):
            last, count, between = place, count + 1, 0
            figures += len(here.figures)
        else:
            between += 1 if _is_label(here, lines[begin]) else _MOST_LABEL_LINES // 2
            if between > _MOST_LABEL_LINES or _is_prose(here):
                break
        blank = 0
    if count < _LEAST_ROWS or (count == _LEAST_ROWS and figures < 2 * _LEAST_ROWS):
        return 0
    end = last + 1
    while end < len(lines) and _goes_on(lines[last], lines[end]):
        end += 1
    return end


def _parts_tables(line: _Line) -> bool:
    """Whether it stands between tables: a caption, or a numbered heading or paragraph."""
    text = line.text.strip()
    return is_caption(text) or (bool(_NUMBERED.match(line.text)) and not line.is_row)


def _is_label(line: _Line, row: _Line) -> bool:
    """Whether a line stands in the column of labels alone."""
    if len(line.parts) != 1:
        return False
    figures = [part.left for part in row.parts if part.is_figure]
    return bool(figures) and line.parts[0].right < min(figures)


def _is_prose(line: _Line) -> bool:
    return len(line.parts) == 1 and line.parts[0].right - line.parts[0].left > _WIDEST_LABEL


def _goes_on(row: _Line, line: _Line) -> bool:
    """Whether a line under the last row is the rest of its label."""
    if len(line.parts) != 1 or line.is_row or not row.parts or _parts_tables(line):
        return False
    part = line.parts[0]
    low = part.text[0].islower() or part.text[0] in "(&"
    under = any(abs(part.left - other.left) <= 1 for other in row.parts if not other.is_figure)
    return low and under and part.right - part.left <= _WIDEST_LABEL


def _agrees(above: _Line, below: _Line) -> bool:
    """Whether figures of two rows stand under each other."""
    return any(
        one.left < two.right and two.left < one.right
        for one in above.parts[1:] or above.parts
        for two in below.parts[1:] or below.parts
        if one.is_figure and two.is_figure
    )


def _columns(lines: list[_Line]) -> list[tuple[int, int]]:
    """From where to where the columns go, the one of labels first; [] if they run together."""
    rows = [line for line in lines if line.is_row]
    labels = [row.parts[0] for row in rows if not row.parts[0].is_figure]
    columns = _by_count(rows) or _by_place(rows)
    if not columns or not labels or any(right - left > 60 for left, right in columns):
        return []
    label_left = min(label.left for label in labels)
    if label_left >= columns[0][0]:
        return []
    label_right = min(max(label.right for label in labels), columns[0][0] - 1)
    return [(label_left, label_right), *columns]


def _by_count(rows: list[_Line]) -> list[tuple[int, int]]:
    """The columns where nearly all rows have as many figures, though they stand a little apart."""
    counts = Counter(len(row.parts) - 1 for row in rows if not row.parts[0].is_figure)
    if not counts:
        return []
    count, times = counts.most_common(1)[0]
    if times * 4 < len(rows) * 3 or max(counts) > count or count < 2:
        return []
    full = [row.parts[1:] for row in rows if len(row.parts) - 1 == count]
    spans = [
        (min(parts[n].left for parts in full), max(parts[n].right for parts in full))
        for n in range(count)
    ]
    # believed only where each column goes on from the one before it
    return spans if all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(spans)) else []


def _by_place(rows: list[_Line]) -> list[tuple[int, int]]:
    """The columns where the parts of rows stand under each other."""
    spans = sorted(
        (part.left, part.right)
        for row in rows
        for part in (row.parts[1:] if not row.parts[0].is_figure else row.parts)
    )
    columns: list[tuple[int, int]] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _head_start(lines: list[_Line], begin: int, columns: list[tuple[int, int]], free: int) -> int:
    """Where the lines that name the columns begin."""
    start, blank = begin, 0
    while start > free and begin - start < _MOST_HEAD_LINES:
        line = lines[start - 1]
        if not line.parts:
            blank += 1
            if blank > 1 or start < begin - 1:
                break
            start -= 1
            continue
        if _parts_tables(line) or any(p.right - p.left > _WIDEST_HEAD for p in line.parts):
            break
        if len(line.parts) == 1 and line.parts[0].left <= columns[0][1]:
            break
        if line.is_row and not _years(line):
            break
        start -= 1
    while start < begin and not lines[start].parts:
        start += 1
    return start


def _years(line: _Line) -> bool:
    return all(re.fullmatch(r"(?:19|20)\d\d", part.text) for part in line.figures)


@dataclass(slots=True)
class _Row:
    """A row being put together; `reach` is how far the last line of its label goes."""

    cells: list[str]
    number: int
    reach: int
    waits: bool
    """Whether it has a label only, so that its figures may stand in the next line."""


def _table(
    head: list[_Line], body: list[_Line], columns: list[tuple[int, int]]
) -> SpacedTable | None:
    columns = _with_empty_columns(columns, head)
    named = _names(head, columns)
    margin = max((p.right for line in body for p in line.parts[:1] if not p.is_figure), default=0)
    margin = min(margin, columns[1][0] + 1)
    rows: list[_Row] = []
    for line in body:
        if not line.parts:
            continue
        cells = _cells(line, columns)
        if any(named) and _again(cells, head, columns):
            continue  # the head printed again on the next page
        reach = line.parts[0].right if cells[0] else 0
        if rows and _is_rest(rows[-1], cells, margin):
            last = rows[-1]
            pairs = zip(last.cells, cells, strict=True)
            last.cells = [f"{one} {two}".strip() for one, two in pairs]
            last.reach = reach or last.reach
            last.waits = last.waits and not any(cells[1:])
            continue
        rows.append(_Row(cells, line.number, reach, bool(cells[0]) and not any(cells[1:])))
    if len(rows) < _LEAST_ROWS:
        return None
    heads = [tuple(named)] if any(named) else []
    filled = [*heads, *(tuple(row.cells) for row in rows)]
    lines = [*([head[0].number] if heads else []), *(row.number for row in rows)]
    begin = head[0].number if head else body[0].number
    return SpacedTable(filled, len(heads), begin, body[-1].number + 1, lines)


def _names(head: list[_Line], columns: list[tuple[int, int]]) -> list[str]:
    """What the lines over a table call its columns; the line with a name for each leads."""
    names: list[list[str]] = [[] for _ in columns]
    anchors = columns
    for line in head:
        missing = len(columns) - len(line.parts)
        if missing in (0, 1) and (not missing or line.parts[0].left > columns[0][1]):
            spans = [(part.left, part.right) for part in line.parts]
            anchors = [*columns[:missing], *spans]
    for line in head:
        for part in line.parts:
            names[_nearest(part, anchors)].append(part.text)
    return [" ".join(name) for name in names]


def _again(cells: list[str], head: list[_Line], columns: list[tuple[int, int]]) -> bool:
    filled = sum(1 for cell in cells if cell)
    return filled > 1 and any(_cells(line, columns) == cells for line in head)


def _is_rest(above: _Row, cells: list[str], margin: int) -> bool:
    """Whether a line goes on with the row above: wrapped words, or figures beside a label."""
    filled = [column for column, words in enumerate(cells) if words]
    first = next((words for words in cells if words), "")
    low = first[0].islower() or first[0] in "(&"
    if filled == [0]:
        # wrapped where its first word had no room on the line above
        full = above.reach + 1 + len(first.split()[0]) > margin
        return low or (full and not above.waits and above.reach > 0)
    if above.waits:
        return not cells[0] or low
    # words under words: a second column of labels that is wrapped
    held = above.cells
    return not cells[0] and all(held[c] and not _FIGURE.match(held[c]) for c in filled)


def _with_empty_columns(columns: list[tuple[int, int]], head: list[_Line]) -> list[tuple[int, int]]:
    """With the columns that are named over the table and hold nothing."""
    widest = max((len(line.parts) for line in head), default=0)
    if len(columns) - 1 <= widest <= len(columns):
        return columns  # as many names as columns, though set a little apart
    for part in (part for line in head for part in line.parts):
        if part.left > columns[0][1] and all(
            part.right <= left or part.left >= right for left, right in columns
        ):
            columns = sorted([*columns, (part.left, part.right)])
    return columns


def _cells(line: _Line, columns: list[tuple[int, int]]) -> list[str]:
    """What stands in each column; a part that goes over several is cut between its words."""
    cells: list[list[str]] = [[] for _ in columns]
    parts = line.parts
    if line.is_row and len(parts) == len(columns) and not parts[0].is_figure:
        return [part.text for part in parts]
    edges = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
    for part in parts:
        over = [
            column
            for column, (left, right) in enumerate(columns)
            if left < part.right and part.left < right
        ]
        if len(over) == 1 or part.is_figure:
            cells[over[0] if len(over) == 1 else _nearest(part, columns)].append(part.text)
        elif not (line.is_row and over):
            cells[_nearest(part, columns)].append(part.text)
        else:
            for match in re.finditer(r"\S+", part.text):
                middle = part.left + (match.start() + match.end()) / 2
                column = sum(middle > edge for edge in edges)
                cells[column].append(match[0])
    return [" ".join(words) for words in cells]


def _nearest(part: _Part, columns: list[tuple[int, int]]) -> int:
    """The column that a part lies over most, or to which its right end is nearest."""

    def nearness(column: int) -> tuple[int, int]:
        left, right = columns[column]
        overlap = min(part.right, right) - max(part.left, left)
        return (overlap, -abs(part.right - right))

    return max(range(len(columns)), key=nearness)
