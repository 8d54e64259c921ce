"""How a table is laid out: its sheet, its heading rows, what each column means, its unit and year.

Told by words first and by a person where they fail; what a person has said once for a council is
remembered as words of headings and suggested again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from moothall.basics.years import FinancialYear
from moothall.facts.money import Unit
from moothall.files.workbooks.cells import Book, Holds, Sheet, letters
from moothall.files.workbooks.fields import LEAVE_OUT, Sort, TableKind, field_of, suggested
from moothall.files.workbooks.headings import (
    first_of_head,
    head_of,
    is_words,
    words_above_figures,
)
from moothall.files.workbooks.words import units_in, years_in

_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has said about a table; empty where nobody has.

    `columns` are targets by the letters of a column; `remembered` targets by the words of a
    heading, from the last table of this council and kind.
    """

    sheet: str = ""
    head_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)
    unit: Unit | None = None
    year: FinancialYear | None = None
    funding: str = ""
    entry_kind: str = ""
    hidden_rows: str = ""
    hidden_columns: str = ""
    add_up: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, its heading in one line, what it means, and who said so.

    `by` is `chosen`, `remembered`, `words` or empty.
    """

    number: int
    letters: str
    heading: str
    target: str
    by: str
    hidden: bool
    sample: str
    units: tuple[Unit, ...] = ()
    years: tuple[FinancialYear, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet with its heading rows (first, last; 0 where there are none) and columns.

    `units` and `years` are those that stand above the table or in its headings, with their places.
    """

    sheet: Sheet
    head: tuple[int, int]
    columns: tuple[Column, ...]
    units: tuple[tuple[Unit, str], ...]
    years: tuple[tuple[FinancialYear, str], ...]
    title: str

    def column(self, target: str) -> Column | None:
        """The column with a target; None where no column has it."""
        return next((each for each in self.columns if each.target == target), None)

    def of_sort(self, kind: TableKind, *sorts: Sort) -> tuple[Column, ...]:
        """The columns whose field takes one of these sorts."""
        found = []
        for each in self.columns:
            taken = field_of(kind, each.target)
            if taken is not None and taken.sort in sorts:
                found.append(each)
        return tuple(found)

    def same_target(self) -> Iterator[tuple[Column, Column]]:
        """Columns that mean what another one means already."""
        seen: dict[str, Column] = {}
        for each in self.columns:
            if each.target and each.target in seen:
                yield seen[each.target], each
            seen.setdefault(each.target, each)


def sheets_with_tables(book: Book, kind: TableKind) -> list[Sheet]:
    """The sheets that hold what looks like such a table, hidden ones too."""
    return [sheet for sheet in book.sheets if head_of(sheet, kind) is not None]


def layout_of(sheet: Sheet, kind: TableKind, answers: Answers) -> Layout:
    """How a sheet is laid out, as far as words and answers tell."""
    head = _chosen_head(sheet, kind, answers.head_row) or (0, 0)
    above = [
        (sheet.text(row, column), sheet.place(row, column))
        for row in sorted(sheet.rows)
        if row < head[0]
        for column in sorted(sheet.rows[row])
        if sheet.rows[row][column].holds is Holds.TEXT
    ]
    columns = tuple(_columns(sheet, kind, head, answers)) if head[1] else ()
    columns = _with_unnamed(sheet, kind, head[1], columns)
    units = [(unit, place) for text, place in above for unit in units_in(text)]
    years = [(year, place) for text, place in above for year in years_in(text)]
    for each in columns:
        place = sheet.place(head[1], each.number)
        units += [(unit, place) for unit in each.units]
    return Layout(
        sheet=sheet,
        head=head,
        columns=columns,
        units=tuple(units),
        years=tuple(years),
        title=" · ".join(text for text, _ in above)[:_LONGEST_HEADING],
    )


def _chosen_head(sheet: Sheet, kind: TableKind, chosen: int | None) -> tuple[int, int] | None:
    if chosen is None:
        return head_of(sheet, kind) or words_above_figures(sheet)
    if chosen not in sheet.rows:
        return None
    return first_of_head(sheet, chosen), chosen


def _columns(
    sheet: Sheet, kind: TableKind, head: tuple[int, int], answers: Answers
) -> Iterator[Column]:
    taken: set[str] = set()
    for number in sheet.columns():
        heading = _heading(sheet, head, number)
        target, by = _target(kind, letters(number), heading, answers, taken)
        if kind is TableKind.SAVINGS and (target, by) == ("name", "words"):
            # `Saving` heads names in one table and amounts in the next.
            names = _labels(sheet, head[1], number, target)
            target = target if names else "full_year_saving"
            target, by = (LEAVE_OUT, "") if target in taken else (target, by)
        if target:
            taken.add(target)
        yield Column(
            number=number,
            letters=letters(number),
            heading=heading,
            target=target,
            by=by,
            hidden=number in sheet.hidden_columns,
            sample=_sample(sheet, head[1], number),
            units=units_in(heading),
            years=years_in(heading),
        )


_UNNAMED = {
    TableKind.BASELINE: ("service",),
    TableKind.SAVINGS: ("number", "name"),
    TableKind.LEDGER: ("about",),
}
"""What columns without a heading mean, from the left: the labels of the rows."""


def _with_unnamed(
    sheet: Sheet, kind: TableKind, head: int, columns: tuple[Column, ...]
) -> tuple[Column, ...]:
    """The same columns, those before the first figures named where their heading is blank."""
    named = {each.target for each in columns}
    missing = [target for target in _UNNAMED[kind] if target not in named]
    if kind is TableKind.SAVINGS and len(missing) == 2:
        missing = ["name"]  # one column of labels is the name
    found = []
    for each in columns:
        blank = not each.heading and not each.by and bool(each.sample)
        if blank and missing and _labels(sheet, head, each.number, missing[0]):
            found.append(replace(each, target=missing.pop(0), by="words"))
        else:
            found.append(each)
    return tuple(found)


def _labels(sheet: Sheet, head: int, column: int, target: str) -> bool:
    """Whether the first rows of a column hold what names them; a number may be any text."""
    below = [row for row in sorted(sheet.rows) if row > head and column in sheet.rows[row]][:20]
    return target == "number" or all(is_words(sheet, row, column) for row in below)


def _target(
    kind: TableKind, place: str, heading: str, answers: Answers, taken: set[str]
) -> tuple[str, str]:
    if place in answers.columns:
        chosen = answers.columns[place]
        return (chosen, "chosen") if not chosen or field_of(kind, chosen) else (LEAVE_OUT, "")
    known = answers.remembered.get(as_remembered(heading))
    if known is not None and (known == LEAVE_OUT or field_of(kind, known)) and known not in taken:
        return known, "remembered"
    found = suggested(kind, heading)
    return (found, "words") if found and found not in taken else (LEAVE_OUT, "")


def as_remembered(heading: str) -> str:
    """A heading as it is remembered: in small letters, on one line."""
    return " ".join(heading.casefold().split())


def _heading(sheet: Sheet, head: tuple[int, int], column: int) -> str:
    """All heading rows of a column in one line, nothing twice."""
    said = [
        sheet.text(row, column)
        for row in range(head[0], head[1] + 1)
        if row in sheet.rows or (row, column) in sheet.merged
    ]
    return " ".join(dict.fromkeys(filter(None, said)))[:_LONGEST_HEADING]


def _sample(sheet: Sheet, after: int, column: int) -> str:
    """The first figures or words below the heading."""
    found: list[str] = []
    for row in range(after + 1, after + 40):
        text = sheet.text(row, column) if row in sheet.rows else ""
        if text:
            found.append(text[:40])
        if len(found) == 3:
            break
    return ", ".join(found)
