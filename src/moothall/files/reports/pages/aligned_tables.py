"""Tables without lines: rows whose figures stand under each other."""

from collections.abc import Callable
from dataclasses import dataclass

from moothall.files.reports.block_sequence import is_caption
from moothall.files.reports.pages.lines import Line
from moothall.files.reports.pages.page import Box, Word
from moothall.files.reports.pages.page_table import PageTable, is_figure
from moothall.files.reports.printed_numbers import split_bullet, split_number

_LEAST_ROWS = 3
_MOST_LINES_BETWEEN = 3
_MOST_HEAD_LINES = 5
_FAR = 2.2
"""How far below the line before a row may stand, in sizes of letters."""


@dataclass(slots=True)
class _Row:
    line: Line
    parts: list[Line]

    @property
    def figures(self) -> list[Line]:
        return [part for part in self.parts[1:] if is_figure(part.text.strip())]

    @property
    def is_figures(self) -> bool:
        """A label and figures after it, most of the parts of the line."""
        figures = len(self.figures)
        if len(self.parts) >= 2 and figures >= max(1, (len(self.parts) - 1) * 0.5):
            return not split_bullet(self.line.text)[0]
        # figures alone: the total of a column
        return len(self.parts) >= 2 and all(is_figure(part.text.strip()) for part in self.parts)


def aligned_tables(
    lines: list[Line], join: Callable[[list[str]], str]
) -> tuple[list[PageTable], list[Line]]:
    """The tables among the lines of a page, and the lines outside them."""
    rows = [_Row(line, line.segments()) for line in lines]
    tables: list[PageTable] = []
    outside: list[Line] = []
    place = 0
    while place < len(rows):
        end = _end_of_run(rows, place)
        columns = _columns(rows[place:end]) if end else []
        if not end or not columns:
            outside.append(lines[place])
            place += 1
            continue
        head = _head_start(rows, place, columns, len(outside))
        columns = _with_empty_columns(columns, rows[place - head : place])
        taken = outside[len(outside) - head :]
        del outside[len(outside) - head :]
        tables.append(_table([*taken, *lines[place:end]], columns, head, join))
        place = end
    return tables, outside


def _end_of_run(rows: list[_Row], begin: int) -> int:
    """Where a run of rows with figures ends, 0 where none begins."""
    if not rows[begin].is_figures:
        return 0
    last, count = begin, 1
    for place in range(begin + 1, len(rows)):
        before, here = rows[place - 1].line, rows[place].line
        if here.base - before.base > _FAR * 1.6 * here.size or here.base <= before.base:
            break
        if _parts_tables(rows[place]):
            break
        if rows[place].is_figures and _agrees(rows[last], rows[place]):
            last, count = place, count + 1
        elif place - last > _MOST_LINES_BETWEEN:
            break
    return last + 1 if count >= _LEAST_ROWS else 0


def _parts_tables(row: _Row) -> bool:
    """Whether the line stands between tables: a caption, or a numbered heading or paragraph."""
    text = row.line.text.strip()
    return is_caption(text) or (not row.is_figures and bool(split_number(text)[0]))


def _agrees(above: _Row, below: _Row) -> bool:
    """Whether the last figures of two rows stand under each other."""
    one, two = above.parts[-1], below.parts[-1]
    return (
        abs(one.right - two.right) < 1.5 * two.size
        or (one.left - two.size <= two.left and two.right <= one.right + two.size)
        or (two.left - one.size <= one.left and one.right <= two.right + one.size)
    )


def _columns(rows: list[_Row]) -> list[tuple[float, float]]:
    """From where to where the columns go, the one of labels first; [] if they run together."""
    spans: list[tuple[float, float]] = sorted(
        (part.left, part.right)
        for row in rows
        if row.is_figures
        for part in (row.parts[1:] if not is_figure(row.parts[0].text.strip()) else row.parts)
    )
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    labels = [row.parts[0] for row in rows if row.is_figures]
    label_left = min(label.left for label in labels)
    label_right = max(
        (label.right for label in labels if not is_figure(label.text.strip())),
        default=label_left,
    )
    if not columns or label_right > columns[0][0]:
        # a long label reaches under the first figures: believe the figures
        label_right = columns[0][0] - 1 if columns else label_right
    wide = [column for column in columns if column[1] - column[0] > 250]
    if wide or not columns:
        return []
    return [(label_left, label_right), *columns]


def _head_start(rows: list[_Row], begin: int, columns: list[tuple[float, float]], free: int) -> int:
    """How many of the lines above the first row name its columns."""
    count = 0
    below = rows[begin].line
    pitch = rows[begin + 1].line.base - below.base  # heads stand no further off than rows
    while count < min(_MOST_HEAD_LINES, begin, free):
        row = rows[begin - count - 1]
        gap = below.base - row.line.base
        if _parts_tables(row):
            break
        if not 0 < gap <= max(_FAR * row.line.size, 1.15 * pitch):
            break
        if len(row.parts) == 1 and not _over(row, columns):
            break
        if any(part.right - part.left > 200 for part in row.parts):
            break
        if len(row.line.text) > 25 * len(row.parts) + 20:
            break
        count += 1
        below = row.line
    return count


def _with_empty_columns(
    columns: list[tuple[float, float]], head: list[_Row]
) -> list[tuple[float, float]]:
    """With the columns that are named over the table and hold nothing."""
    for part in (part for row in head for part in row.parts):
        beside = all(part.right < left or part.left > right for left, right in columns)
        if beside and part.left > columns[0][1]:
            columns = sorted([*columns, (part.left, part.right)])
    return columns


def _over(row: _Row, columns: list[tuple[float, float]]) -> bool:
    """Whether a single phrase stands over the columns of figures, not at the left margin."""
    return row.line.left > columns[0][1] - 1


def _table(
    lines: list[Line],
    columns: list[tuple[float, float]],
    head: int,
    join: Callable[[list[str]], str],
) -> PageTable:
    rows: list[list[list[str]]] = []
    merged_head: list[list[str]] = [[] for _ in columns]
    label_waits = False
    for place, line in enumerate(lines):
        cells: list[list[Word]] = [[] for _ in columns]
        for part in line.segments():
            cells[_column_of(part, columns)].extend(part.words)
        texts = [Line(words).text.replace("\t", " ") if words else "" for words in cells]
        if place < head:
            for column, text in enumerate(texts):
                if text:
                    merged_head[column].append(text)
            continue
        only_label = bool(texts[0]) and not any(texts[1:])
        begins_low = texts[0][:1].islower() or texts[0][:1] in "(&"
        if rows and only_label and begins_low:
            rows[-1][0].append(texts[0])  # the label goes on below its figures
        elif rows and label_waits and (not texts[0] or begins_low):
            for column, text in enumerate(texts):
                if text:
                    rows[-1][column].append(text)
            label_waits = only_label
            continue
        else:
            rows.append([[text] if text else [] for text in texts])
        label_waits = only_label
    filled = [[join(cell) for cell in row] for row in rows]
    if any(merged_head):
        filled.insert(0, [join(cell) for cell in merged_head])
    box = Box(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.base for line in lines),
    )
    return PageTable(filled, box)


def _column_of(part: Line, columns: list[tuple[float, float]]) -> int:
    """The column over or in which a part of a line stands."""
    overlaps = [min(part.right, right) - max(part.left, left) for left, right in columns]
    return max(range(len(columns)), key=lambda column: overlaps[column])
