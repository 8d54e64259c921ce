"""A table as its file holds it: sheets of cells, each with its place as Excel names it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from enum import StrEnum

# Excel shows fifteen digits and stores a binary fraction: 0.1 + 0.2 stands in the file as
# 0.30000000000000004.
_AS_SHOWN = Context(prec=15)


class Holds(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percentage"
    DAY = "day"
    FLAG = "flag"
    ERROR = "error"
    NOTHING_WORKED_OUT = "a formula that nobody has worked out"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty.

    `text` is what the file holds: a number as it is written there (a percentage as its fraction), a
    day as 2026-04-01.  `formula` is empty where there is none; `linked` says that it reads another
    workbook.
    """

    holds: Holds
    text: str
    formula: str = ""
    linked: bool = False

    @property
    def number(self) -> Decimal | None:
        """What a number's cell holds, as Excel shows it; None for any other cell."""
        if self.holds not in (Holds.NUMBER, Holds.PERCENT):
            return None
        return Decimal(f"{_AS_SHOWN.create_decimal(self.text).normalize():f}")

    @property
    def is_figure(self) -> bool:
        """Whether it holds a number, or should."""
        return self.holds in (
            *(Holds.NUMBER, Holds.PERCENT, Holds.NOTHING_WORKED_OUT, Holds.ERROR),
        )


Row = Mapping[int, Cell]
"""The cells of a row by the number of their column, from 1."""


@dataclass(slots=True)
class Sheet:
    """One sheet.  `rows` are by number from 1; `merged` gives for each place in cells that are one
    (row, column) the place of the first of them."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place; of merged ones the one that holds what they show."""
        found = self.rows.get(row, {}).get(column)
        if found is None and (row, column) in self.merged:
            top, left = self.merged[row, column]
            return self.rows.get(top, {}).get(left)
        return found

    def text(self, row: int, column: int) -> str:
        """What a cell says on one line; empty where it says nothing."""
        found = self.cell(row, column)
        return " ".join(found.text.split()) if found is not None else ""

    def place(self, row: int, column: int) -> str:
        """`Sheet1!C14`, with quotes where the name needs them, as a formula would write it."""
        return f"{self._quoted}!{letters(column)}{row}"

    def span(self, rows: list[int]) -> str:
        """`Sheet1!7:9`."""
        return f"{self._quoted}!{rows[0]}:{rows[-1]}" if rows else self._quoted

    @property
    def _quoted(self) -> str:
        if self.name.isidentifier():
            return self.name
        escaped = self.name.replace("'", "''")
        return f"'{escaped}'"

    def columns(self) -> Iterator[int]:
        """Every column that holds something, in order."""
        yield from sorted({column for row in self.rows.values() for column in row})


@dataclass(frozen=True, slots=True)
class Book:
    """A file of one or more sheets; `notes` say what had to be assumed to read it."""

    name: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    has_links: bool = False

    def sheet(self, name: str) -> Sheet | None:
        """A sheet by its name."""
        return next((each for each in self.sheets if each.name == name), None)


def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    found = ""
    while column:
        column, place = divmod(column - 1, 26)
        found = chr(ord("A") + place) + found
    return found


def column_number(written: str) -> int:
    """A → 1, AA → 27; 0 for what is no column."""
    number = 0
    for letter in written.upper():
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def listed_rows(rows: list[int]) -> str:
    """`7–9 and 12`."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    said = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    if len(said) > 8:
        said = [*said[:7], f"{len(said) - 7} more"]
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else "".join(said)
