"""What the end of a page broke in two is put together: paragraphs, tables, rows of tables."""

import re

from moothall.files.reports.pages.page_table import PageTable
from moothall.files.reports.pages.paragraphs import Paragraph, goes_on
from moothall.files.reports.pages.tags import PagePart
from moothall.files.reports.printed_numbers import is_heading_like

_FIGURES = re.compile(r"^[^a-zA-Z]*\d[^a-zA-Z]*$")
_UNIT = re.compile(
    r"\(?(?:£?\s?(?:000s?|’000s?|'000s?|k|m|bn|million)|%|£|no\.?)\)?$", re.IGNORECASE
)


def append(parts: list[tuple[int, PagePart]], number: int, here: list[PagePart]) -> None:
    """The parts of the next page; what was broken by the end of the page before is joined."""
    rest = list(here)
    last = parts[-1][1] if parts else None
    first = rest[0] if rest else None
    if isinstance(last, PageTable) and isinstance(first, PageTable) and _same_table(last, first):
        _join_tables(last, first)
        rest = rest[1:]
    elif isinstance(last, Paragraph) and isinstance(first, Paragraph):
        before = last.lines[-1]
        if (
            last.level is None
            and last.fills_line
            and not is_heading_like(" ".join(last.lines), "", bold=last.bold)
            and goes_on(before, first)
        ):
            last.lines += first.lines
            last.fills_line = first.fills_line
            rest = rest[1:]
    parts += [(number, part) for part in rest]


def _same_table(above: PageTable, below: PageTable) -> bool:
    if len(above.rows[0]) != len(below.rows[0]) or len(below.rows[0]) < 2:
        return False
    if above.marked_head is not None and below.marked_head is not None:
        # tags: the file holds one table, its heads not marked a second time unless repeated
        return not below.head_rows or below.rows[0] == above.rows[0]
    return abs(above.box.left - below.box.left) < 12 and abs(above.box.right - below.box.right) < 12


def _join_tables(above: PageTable, below: PageTable) -> None:
    rows = below.rows
    repeated = 0
    while repeated < min(len(rows), len(above.rows), 5) and rows[repeated] == above.rows[repeated]:
        repeated += 1
    rows = rows[repeated:]
    if rows and _is_rest_of_row(above.rows[-1], rows[0]):
        # the page ended in the middle of a row
        above.rows[-1] = [
            f"{one} {two}".strip() for one, two in zip(above.rows[-1], rows[0], strict=True)
        ]
        rows, repeated = rows[1:], repeated + 1
    shift = len(above.rows) - repeated
    above.coloured += [(row + shift, column) for row, column in below.coloured if row >= repeated]
    above.rows += rows
    above.box.bottom = below.box.bottom


def _is_rest_of_row(above: list[str], below: list[str]) -> bool:
    """Whether the page ended in the middle of a row, so that some of its cells go on."""
    filled = [(one, two) for one, two in zip(above, below, strict=True) if two]
    if not filled or len(filled) == len(below) or any(not one for one, _ in filled):
        return False
    low = [two[0].islower() for _, two in filled]
    if all(low) or (any(low) and not below[0]) or all(_UNIT.match(two) for _, two in filled):
        return True
    # a row with one label alone may head a part of a table of figures, seldom one of words
    words = not any(map(_FIGURES.search, above)) and not any(map(_FIGURES.search, below))
    return words and all(one[-1] not in ".;:" for one, _ in filled)
