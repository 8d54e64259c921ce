"""Tables of a file that came back beside those that the paper makes: cells changed, tables gone.

Nothing of a table is taken from Word, as its cells are facts.  What somebody changed there is told
with the table, what the paper has in its place, and where to change it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.document import Table
from moothall.documents.word_marks import digest_of, on_one_line
from moothall.files.word_papers.flow import At
from moothall.files.word_papers.headings import Headings
from moothall.files.word_papers.held import HeldPaper
from moothall.files.word_papers.read_words import ReadTable
from moothall.files.word_papers.returned import NotTaken

_CELLS = (
    "{table}: the cells of a table are facts and are not taken from Word. Change them at the "
    "facts, and every paper shows them anew. The paper keeps the table as the facts have it."
)
_GONE = (
    "{table} is not in the file: it was taken out in Word, or made here since the file left. The "
    "paper keeps it, as it is made from facts."
)
_UNKNOWN = "A table of no paper of ours"
_Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """A table that the paper makes, under its heading, row by row as it prints."""

    heading: str
    table: Table
    rows: tuple[_Row, ...]
    digest: str

    @property
    def called(self) -> str:
        caption = on_one_line(self.table.caption)
        return ": ".join(filter(None, (self.table.label, caption))) or "The table"


def changed_tables(
    tables: list[ReadTable], held: HeldPaper, headings: Headings
) -> Iterator[NotTaken]:
    """The tables that are not as they left, and those that are not in the file any more."""
    made = [
        _Made(heading, table, _rows_of(table), digest_of(_lines_of(table)))
        for heading, table in held.placed_tables
        if table.head or table.groups
    ]
    left, others = list(made), []
    for table in tables:
        digest = digest_of(table.lines)
        same = next((each for each in left if each.digest == digest), None)
        if same is not None:
            left.remove(same)
        elif all(each.digest != digest for each in made):
            others.append((table, digest))
    for table, digest in others:
        mine = _its_own(table, left, headings) or _its_own(table, made, headings)
        if mine in left:
            left.remove(mine)
        if table.mark is None or table.mark.digest != digest:
            yield _told(table, mine, held, headings)
    if any(table.mark is not None for table in tables):
        for each in left:
            yield NotTaken(
                on_one_line(each.heading),
                _GONE.format(table=each.called),
                "(taken out)",
                each.table.name,
            )


def _told(table: ReadTable, mine: _Made | None, held: HeldPaper, headings: Headings) -> NotTaken:
    """What of a table differs: the rows that no table of the paper has, beside the paper's own."""
    rows = [tuple(" ".join(each.printed for each in cell) for cell in row) for row in table.rows]
    printed = [
        tuple(each.printed for cell in row for each in cell if each.printed) for row in table.rows
    ]
    lines = []
    for place, (row, words) in enumerate(zip(rows, printed, strict=True)):
        if words in held.table_rows:
            continue
        was = _beside(place, row, len(rows), mine)
        lines.append(f"{_line(row)} (the paper has: {_line(was)})" if was else _line(row))
    return NotTaken(
        headings.named(At(table.heading)),
        _CELLS.format(table=mine.called if mine else _UNKNOWN),
        "\n".join(lines) or "(rows taken out)",
        mine.table.name if mine else "",
    )


def _line(row: _Row) -> str:
    return " | ".join(filter(None, row))


def _beside(place: int, row: _Row, rows: int, mine: _Made | None) -> _Row:
    """The row of the paper that a row of the file was; empty where that cannot be told."""
    if mine is None:
        return ()
    named = [each for each in mine.rows if each[:1] == row[:1] and row[:1] != ("",)]
    if len(named) == 1:
        return named[0]
    return mine.rows[place] if rows == len(mine.rows) else ()


def _its_own(table: ReadTable, made: list[_Made], headings: Headings) -> _Made | None:
    """Which table of the paper it is: by its mark, else by its heading and its width."""
    if table.mark is not None:
        marked = next((each for each in made if each.digest == table.mark.digest), None)
        if marked is not None:
            return marked
    here = headings.at(table.heading)
    below = [each for each in made if here is not None and each.heading == here]
    width = max((len(row) for row in table.rows), default=0)
    alike = [each for each in below if len(each.rows[-1]) == width]
    return next(iter(alike or below), None)


def _rows_of(table: Table) -> tuple[_Row, ...]:
    """Every row that a table prints, its head among them, each cell on one line."""
    body = (
        tuple(on_one_line(" ".join(filter(None, map(on_one_line, cell)))) for cell in row)
        for row in table.rows
    )
    groups = tuple(on_one_line(text) for text, _ in table.groups)
    head = tuple(map(on_one_line, table.head))
    return tuple(row for row in (groups, head, *body) if row)


def _lines_of(table: Table) -> Iterator[str]:
    """Everything that a table prints, paragraph by paragraph, as a file that comes back is read."""
    lines = (line for row in table.rows for cell in row for line in cell)
    printed = (*(text for text, _ in table.groups), *table.head, *lines)
    return filter(None, map(on_one_line, printed))
