"""The shape of a table that every edition draws alike: its columns, header rows and full rows."""

from moothall.documents.document import Paragraphs, Table

_FEW_ROWS = 6
_LONGEST_UNBROKEN = len("Wed 28 Sep 2022")


def columns_of(table: Table) -> int:
    """How many columns the table has: those of its head or, without one, of its longest row."""
    return len(table.head) or max((len(row) for row in table.rows), default=1)


def groups_of(table: Table) -> tuple[tuple[str, int], ...]:
    """The first header row as (text, columns spanned), filled up to the table's width; empty
    where the table has one header row only.

    Raises ValueError where the groups span more columns than there are.
    """
    if not table.groups:
        return ()
    missing = columns_of(table) - sum(span for _, span in table.groups)
    if missing < 0 or any(span < 1 for _, span in table.groups):
        raise ValueError(
            f"the groups of the table {table.caption!r} span other columns than its "
            f"{columns_of(table)}; let their spans add up to that"
        )
    return (*table.groups, ("", missing)) if missing else table.groups


def full_rows(table: Table) -> tuple[tuple[Paragraphs, ...], ...]:
    """The rows, each filled up with empty cells to the table's width.

    Raises ValueError where a row has more cells than the head.
    """
    width = columns_of(table)
    for row in table.rows:
        if len(row) > width:
            raise ValueError(
                f"a row of the table {table.caption!r} has {len(row)} cells under a head of {width}"
            )
    return tuple((*row, *[()] * (width - len(row))) for row in table.rows)


def names_its_rows(table: Table) -> bool:
    """Whether the first cell of each row is its header; a front sheet's always is."""
    return table.row_headers or not table.head


def is_short(cell: Paragraphs) -> bool:
    """Whether each paragraph of a cell is so short that it should stay on one line, as a day in
    words should."""
    return all(len(text) <= _LONGEST_UNBROKEN for text in cell)


def is_brief(table: Table) -> bool:
    """Whether a table has so few rows that it should stand on one page; a front sheet may not."""
    return bool(table.head) and len(table.rows) <= _FEW_ROWS
