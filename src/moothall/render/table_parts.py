"""Tables that are wider than a page: set smaller, turned, or in parts that repeat the row names.

All editions part a table at the same columns, so that "Table 2, part 3" is the same in each.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from moothall.documents.document import Block, Document, InCell, Note, Section, Table
from moothall.render.column_widths import least_widths
from moothall.render.table_shape import columns_of, full_rows, groups_of, names_its_rows
from moothall.render.wording import caption_of

UPRIGHT_POINTS = 170 * 72 / 25.4
"""The width of the text on A4 with margins of 20 mm."""
TURNED_POINTS = 257 * 72 / 25.4
PADDING_POINTS = 8.5
"""Of a cell, at both sides together."""
_SIZE, _SMALL = 9.5, 8.0
_NOTE = "Wide table"


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table goes on a page: the size of its letters in points, and whether on a turned
    page."""

    size: float
    turned: bool

    @property
    def width(self) -> float:
        """The width of the page's text, in points."""
        return TURNED_POINTS if self.turned else UPRIGHT_POINTS


_FITS = (Fit(_SIZE, turned=False), Fit(_SIZE, turned=True), Fit(_SMALL, turned=True))


def fit_of(table: Table) -> Fit | None:
    """The most readable way to set the whole table; None where no page is wide enough.

    A front sheet breaks its words rather than turn.
    """
    if not table.head:
        return _FITS[0] if columns_of(table) <= _FEW else None
    for fit in _FITS:
        if sum(least_widths(table, fit.size, PADDING_POINTS)) <= fit.width:
            return fit
    return None


_FEW = 8


def in_parts(document: Document) -> Document:
    """The document with every table that fits no page in parts, and a note that says so."""
    return replace(
        document,
        front=_parted(document.front),
        sections=_parted_sections(document.sections),
        closing=_parted(document.closing),
        appendices=_parted_sections(document.appendices),
    )


def parts_of(table: Table) -> tuple[Table, ...]:
    """The table in parts that fit an upright page, each with the names of the rows.

    Where no column names the rows, each part numbers them: else nobody could put together again
    what belongs in one row.
    """
    added = not names_its_rows(table)
    if added:
        table = _with_row_numbers(table)
    stretches = _stretches(least_widths(table, _SIZE, PADDING_POINTS), UPRIGHT_POINTS)
    return tuple(
        _part(
            table,
            stretch,
            f"part {place} of {len(stretches)}: {_counted(stretch, added)}",
        )
        for place, stretch in enumerate(stretches, start=1)
    )


def _parted_sections(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    return tuple(replace(section, blocks=_parted(section.blocks)) for section in sections)


def _parted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and fit_of(block) is None:
            parts = parts_of(block)
            if len(parts) > 1:
                done.append(Note(_NOTE, _said(block, len(parts))))
                done += parts
                continue
        done.append(block)
    return tuple(done)


def _said(table: Table, parts: int) -> str:
    name = table.label or f"“{caption_of(table)}”"
    named = "the names of the rows" if names_its_rows(table) else "the numbers of the rows"
    return (
        f"{name} has {columns_of(table)} columns, more than a page is wide.  It stands here in "
        f"{parts} parts, one after the other, and each repeats {named}."
    )


def _with_row_numbers(table: Table) -> Table:
    return replace(
        table,
        head=("Row", *table.head) if table.head else (),
        rows=tuple(((str(n),), *row) for n, row in enumerate(table.rows, start=1)),
        numeric=tuple(column + 1 for column in table.numeric),
        row_headers=True,
        groups=(("", 1), *groups_of(table)) if table.groups else (),
        in_cells=tuple(replace(each, column=each.column + 1) for each in table.in_cells),
    )


def _stretches(widths: tuple[float, ...], total: float) -> list[range]:
    """The columns of each part, without the first of the table, which is in all of them; evenly
    shared out where that fits."""
    left = total - widths[0]
    filled = [range(1, 1)]
    for column in range(1, len(widths)):
        last = filled[-1]
        if last and sum(widths[last.start : column + 1]) > left:
            filled.append(range(column, column + 1))
        else:
            filled[-1] = range(last.start, column + 1)
    columns, parts = len(widths) - 1, len(filled)
    ends = [1 + columns * place // parts for place in range(parts + 1)]
    even = [range(start, stop) for start, stop in pairwise(ends)]
    fits = all(sum(widths[each.start : each.stop]) <= left for each in even)
    return even if fits else filled


def _counted(stretch: range, added: bool) -> str:
    """`columns 13 to 24`, as the table itself counts them."""
    first, last = stretch.start + 1 - added, stretch.stop - added
    return f"column {first}" if first == last else f"columns {first} to {last}"


def _part(table: Table, stretch: range, name: str) -> Table:
    columns = [0, *stretch]
    new = {old: place for place, old in enumerate(columns)}
    return replace(
        table,
        caption=f"{caption_of(table)}, {name}",
        head=tuple(table.head[column] for column in columns) if table.head else (),
        rows=tuple(tuple(row[column] for column in columns) for row in full_rows(table)),
        numeric=tuple(new[column] for column in table.numeric if column in new),
        groups=_groups_over(table, columns),
        in_cells=tuple(_moved(table.in_cells, new)),
    )


def _groups_over(table: Table, columns: list[int]) -> tuple[tuple[str, int], ...]:
    spans = [
        (text, place) for place, (text, span) in enumerate(groups_of(table)) for _ in [0] * span
    ]
    kept: list[tuple[str, int]] = []
    last = -1
    for column in columns if spans else []:
        text, place = spans[column]
        if kept and place == last:
            kept[-1] = (text, kept[-1][1] + 1)
        else:
            kept.append((text, 1))
        last = place
    return tuple(kept)


def _moved(in_cells: tuple[InCell, ...], new: dict[int, int]) -> Iterator[InCell]:
    for each in in_cells:
        if each.column in new:
            yield replace(each, column=new[each.column])
