"""The rows of a table as lines: each cell read as its column's field takes it, faults gathered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from moothall.basics.dates import WrittenDate, read_written_date
from moothall.facts.authority import Authority
from moothall.facts.money import Unit
from moothall.files.workbooks.cells import Cell, Holds
from moothall.files.workbooks.fields import Field, Sort, TableKind, field_of
from moothall.files.workbooks.layout import Column, Layout
from moothall.files.workbooks.numbers import Amount, NoNumberError, Notation, read_amount
from moothall.files.workbooks.remarks import Remark, remark
from moothall.files.workbooks.words import (
    read_council,
    read_entry_kind,
    read_funding,
    read_month,
    read_standing,
    read_year,
)

MOST_REMARKS = 200
"""A table with more is the wrong table, and nobody reads so many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table that is no total: what it says field by field.

    `values` are texts, amounts, years and choices by target; `places` the place of each.  It is
    whole unless something in it could not be read.
    """

    row: int
    place: str
    values: Mapping[str, Any]
    places: Mapping[str, str]
    is_whole: bool = True

    def amount(self, target: str) -> Amount | None:
        """The amount under a target, None where the row gives none."""
        found = self.values.get(target)
        return found if isinstance(found, Amount) else None


@dataclass(slots=True)
class Notes:
    """What was met on the way through the rows."""

    problems: list[Remark] = field(default_factory=list)
    formulas: int = 0
    first_formula: str = ""
    linked: list[str] = field(default_factory=list)
    notations: dict[Notation, str] = field(default_factory=dict)
    without_figures: list[int] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        return len(self.problems) >= MOST_REMARKS


class RowReader:
    """Reads the rows of one laid-out sheet."""

    def __init__(
        self,
        layout: Layout,
        kind: TableKind,
        unit: Unit | None,
        authorities: tuple[Authority, ...],
        notes: Notes,
        left_out_columns: set[int],
    ) -> None:
        self._layout = layout
        self._unit = unit
        self._authorities = authorities
        self._notes = notes
        self._fields: list[tuple[Column, Field]] = []
        for column in layout.columns:
            found = field_of(kind, column.target)
            if found is not None and column.number not in left_out_columns:
                self._fields.append((column, found))
        # `Sheet1!C`, to which only the row is wanting.
        self._places = [
            (taken, layout.sheet.place(1, column.number)[:-1]) for column, taken in self._fields
        ]
        self.figures = [
            (column, taken)
            for column, taken in self._fields
            if taken.sort in (Sort.MONEY, Sort.NUMBER)
        ]

    def amounts(self, row: int) -> dict[int, Amount]:
        """Every figure of a row that can be read, by the number of its column."""
        found = {}
        for column, _ in self.figures:
            cell = self._layout.sheet.rows[row].get(column.number)
            if cell is not None:
                try:
                    found[column.number] = read_amount(cell)
                except NoNumberError:
                    continue
        return found

    def has_figures(self, row: int) -> bool:
        """Whether any column of figures says anything in this row."""
        held = self._layout.sheet.rows[row]
        return any(column.number in held for column, _ in self.figures)

    def label(self, row: int) -> str:
        """The words that name a row: of its first column of words, or what stands first in it."""
        for column, taken in self._fields:
            if taken.sort is Sort.TEXT and taken.name in ("service", "name", "about"):
                text = self._layout.sheet.text(row, column.number)
                if text:
                    return text
        held = self._layout.sheet.rows[row]
        figures = {column.number for column, _ in self.figures}
        words = (
            self._layout.sheet.text(row, column)
            for column in sorted(held)
            if column not in figures and held[column].holds is Holds.TEXT
        )
        return next(words, "")

    def line(self, row: int) -> Line:
        """A row as a line; its faults are among the notes."""
        values: dict[str, Any] = {}
        places = {taken.name: f"{prefix}{row}" for taken, prefix in self._places}
        sheet, before = self._layout.sheet, len(self._notes.problems)
        for column, taken in self._fields:
            figure = taken.sort in (Sort.MONEY, Sort.NUMBER)
            cell = sheet.rows[row].get(column.number) if figure else sheet.cell(row, column.number)
            if cell is None:
                continue
            place = places[taken.name]
            self._note_formula(cell, place)
            try:
                values[taken.name] = self._value(cell, taken, place)
            except ValueError as error:
                self._notes.problems.append(remark(place, error))
        first, is_whole = min(sheet.rows[row]), len(self._notes.problems) == before
        return Line(row, sheet.place(row, first), values, places, is_whole)

    def _note_formula(self, cell: Cell, place: str) -> None:
        if cell.linked:
            self._notes.problems.append(
                Remark(
                    place,
                    "reads another workbook, which is not here",
                    "Paste the value over the formula (Paste special, Values).",
                )
            )
        elif cell.formula and cell.holds is not Holds.NOTHING_WORKED_OUT:
            self._notes.formulas += 1
            self._notes.first_formula = self._notes.first_formula or place

    def _value(self, cell: Cell, taken: Field, place: str) -> Any:
        match taken.sort:
            case Sort.MONEY | Sort.NUMBER:
                return self._amount(cell, taken, place)
            case Sort.TEXT:
                return _text(cell)
            case Sort.YEAR:
                return read_year(_text(cell))
            case Sort.COUNCIL:
                return read_council(_text(cell), self._authorities)
            case Sort.FUNDING:
                return read_funding(_text(cell))
            case Sort.MONTH:
                return read_month(_text(cell))
            case Sort.ENTRY_KIND:
                return read_entry_kind(_text(cell))
            case Sort.STANDING:
                return read_standing(_text(cell))
            case Sort.DATE:
                return _written_date(cell)

    def _amount(self, cell: Cell, taken: Field, place: str) -> Amount:
        amount = read_amount(cell)
        if amount.notation is not Notation.NONE:
            self._notes.notations.setdefault(amount.notation, place)
        if amount.percent and taken.name != "confidence_percent":
            raise ValueError(f"“{cell.text}” is a percentage; write the amount")
        if taken.sort is Sort.NUMBER and amount.own_unit is not None:
            raise ValueError(f"“{cell.text}” is money; write a number")
        if amount.own_unit is not None and amount.own_unit is not self._unit:
            stated = f", and the table is in {self._unit.value}" if self._unit else ""
            raise ValueError(
                f"“{cell.text}” is in {amount.own_unit.value}{stated}; "
                "write the whole table in one unit"
            )
        if taken.name == "fte" and amount.value < 0:
            raise ValueError(
                f"{amount.text} is a negative number of people; write how many there are"
            )
        if taken.name == "confidence_percent":
            return _confidence(amount)
        return amount


def _confidence(amount: Amount) -> Amount:
    if not 0 <= amount.value <= 100:
        raise ValueError(f"{amount.text} is no share of a hundred; write 0 to 100")
    if 0 < amount.value < 1 and not amount.percent:
        raise ValueError(
            f"{amount.text} may be a fraction or a percentage; write it as {amount.value * 100:f}%"
        )
    return amount


def _text(cell: Cell) -> str:
    """A cell's words; a number as it stands there (a cost centre's code)."""
    number = cell.number
    if number is not None and cell.holds is Holds.NUMBER:
        return f"{number:f}"
    if cell.holds in (Holds.ERROR, Holds.NOTHING_WORKED_OUT):
        raise ValueError(f"{cell.text or 'the cell'} is a formula without a result; write the text")
    return " ".join(cell.text.split())


def _written_date(cell: Cell) -> WrittenDate:
    return read_written_date(_text(cell))
