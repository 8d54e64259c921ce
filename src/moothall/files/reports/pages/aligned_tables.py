"""Tables without lines: rows whose figures stand under each other."""

from collections.abc import Callable
from itertools import pairwise

from moothall.files.reports.block_sequence import is_caption
from moothall.files.reports.pages.columns import (
    Row,
    Span,
    column_of,
    columns_of,
    stands_under,
    with_heads,
)
from moothall.files.reports.pages.lines import Line
from moothall.files.reports.pages.page import Box, Word
from moothall.files.reports.pages.page_table import PageTable
from moothall.files.reports.printed_numbers import split_number

_LEAST_ROWS = 3
_MOST_LINES_BETWEEN = 3
_MOST_HEAD_LINES = 5
_FAR = 2.2
"""How far below the line before a row may stand, in sizes of letters."""
_NEXT_LINE = 1.4
_ROWS_APART = 1.2
"""How much further rows stand from each other than the lines of one label, where they do."""


def aligned_tables(
    lines: list[Line], join: Callable[[list[str]], str]
) -> tuple[list[PageTable], list[Line]]:
    """The tables among the lines of a page, and the lines outside them."""
    rows = [Row(line, line.segments()) for line in lines]
    tables: list[PageTable] = []
    outside: list[Line] = []
    place = 0
    while place < len(rows):
        end = _end_of_run(rows, place) or _end_of_page(rows, place)
        columns = columns_of(rows[place:end]) if end else []
        if not end or not columns:
            outside.append(lines[place])
            place += 1
            continue
        head = _head_start(rows, place, columns, len(outside))
        columns = with_heads(columns, rows[place - head : place])
        taken = outside[len(outside) - head :]
        del outside[len(outside) - head :]
        tables.append(_table([*taken, *lines[place:end]], columns, head, join))
        place = end
    return tables, outside


def _end_of_run(rows: list[Row], begin: int) -> int:
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
    if count < _LEAST_ROWS:
        return 0
    while last + 1 < len(rows) and _ends_label(rows[last + 1], rows[last]):
        last += 1
    return last + 1


def _end_of_page(rows: list[Row], begin: int) -> int:
    """Where rows end that a page has no more room for, below heads in bold letters."""
    above = rows[max(0, begin - _MOST_HEAD_LINES) : begin]
    heads = [row for row in above if len(row.parts) >= 2 and row.is_bold]
    if not heads or not above[-1].is_bold:
        return 0
    whole = all(row.is_figures and _agrees(rows[begin], row) for row in rows[begin:])
    return len(rows) if whole else 0


def rows_that_go_on(
    lines: list[Line], above: PageTable, join: Callable[[list[str]], str]
) -> PageTable | None:
    """The first lines of a page as rows of the table with which the page before ended.

    None where they do not stand under its columns, or repeat its heads.
    """
    taken = 0
    before = None
    for place, line in enumerate(lines):
        row = Row(line, line.segments())
        far = before is not None and not 0 < line.base - before.base <= _FAR * 1.6 * line.size
        if far or _parts_tables(row) or not stands_under(row, above.columns):
            break
        if row.is_figures or (taken == place and len(row.parts) == 1 and line.text[:1].islower()):
            taken = place + 1
        elif len(row.parts) > 1:
            break
        before = line
    if not taken:
        return None
    return _table(lines[:taken], above.columns, 0, join)


def _ends_label(row: Row, above: Row) -> bool:
    """Whether a line goes on with the label of the last row, beside nothing."""
    gap = row.line.base - above.line.base
    return (
        len(row.parts) == 1
        and row.line.text[:1].islower()
        and abs(row.line.left - above.line.left) < 1
        and row.line.right < above.parts[-1].left
        and 0 < gap <= _NEXT_LINE * row.line.size
    )


def _parts_tables(row: Row) -> bool:
    """Whether the line stands between tables: a caption, or a numbered heading or paragraph."""
    text = row.line.text.strip()
    return is_caption(text) or (not row.is_figures and bool(split_number(text)[0]))


def _agrees(above: Row, below: Row) -> bool:
    """Whether the last figures of two rows stand under each other."""
    one, two = above.parts[-1], below.parts[-1]
    return (
        abs(one.right - two.right) < 1.5 * two.size
        or (one.left - two.size <= two.left and two.right <= one.right + two.size)
        or (two.left - one.size <= one.left and one.right <= two.right + one.size)
    )


def _head_start(rows: list[Row], begin: int, columns: list[Span], free: int) -> int:
    """How many of the lines above the first row name its columns."""
    count = 0
    below = rows[begin].line
    # heads stand no further off than rows
    pitch = rows[begin + 1].line.base - below.base if begin + 1 < len(rows) else 0
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


def _over(row: Row, columns: list[Span]) -> bool:
    """Whether a single phrase stands over the columns of figures, not at the left margin."""
    return row.line.left > columns[0][1] - 1


def _table(
    lines: list[Line],
    columns: list[Span],
    head: int,
    join: Callable[[list[str]], str],
) -> PageTable:
    rows: list[list[list[str]]] = []
    merged_head: list[list[str]] = [[] for _ in columns]
    label_waits = False
    least = _pitch_of_labels(lines[head:])
    for place, line in enumerate(lines):
        cells: list[list[Word]] = [[] for _ in columns]
        for part in line.segments():
            cells[column_of(part, columns)].extend(part.words)
        texts = [Line(words).text.replace("\t", " ") if words else "" for words in cells]
        if place < head:
            for column, text in enumerate(texts):
                if text:
                    merged_head[column].append(text)
            continue
        only_label = bool(texts[0]) and not any(texts[1:])
        close = place > head and line.base - lines[place - 1].base <= least
        begins_low = texts[0][:1].islower() or texts[0][:1] in "(&" or close
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
    return PageTable(filled, box, columns=columns)


def _pitch_of_labels(lines: list[Line]) -> float:
    """How far apart the lines of a label stand at most, in points; 0 where rows stand as close."""
    gaps = [
        (below.base - above.base, len(below.segments()) > 1) for above, below in pairwise(lines)
    ]
    rows = [gap for gap, is_row in gaps if is_row]
    within = [gap for gap, is_row in gaps if not is_row]
    if not rows or not within or min(rows) < _ROWS_APART * min(within):
        return 0.0
    return min(within) * (1 + _ROWS_APART) / 2
