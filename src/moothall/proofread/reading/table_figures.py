"""Figures of tables: every figure of a cell, with the words of its row and of its column."""

import re
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.statements import content_words, periods_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in a cell: its row's label, its column's head and its value in single units."""

    value: Decimal
    step: Decimal
    kind: Kind
    label: str
    head: str
    row: int
    column: int


_CELL_FIGURE = Expression(
    r"^(?:[*†‡]+\s?)?\(?\s*[-−–]?\s*[£€]?\s*(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<unit>%|m|k|bn)?\s*\)?\s?[*†‡]*$",
    re.IGNORECASE,
)
THOUSANDS = Expression(r"£\s*[’']?\s*000|£\s?k\b|(?<![\d,])000[’']?s?\b", re.IGNORECASE)
_MILLIONS = Expression(r"£\s*(?:m\b|million)", re.IGNORECASE)


def figures(grid: Grid) -> list[Figure]:
    """The figures of a table whose first column labels its rows; read once for all rules."""
    kept = _KEPT.get(id(grid))
    if kept is None or kept[0] is not grid:
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[id(grid)] = (grid, _figures(grid))
    return kept[1]


_KEPT: dict[int, tuple[Grid, list[Figure]]] = {}
_MOST_KEPT = 200


def figures_of_years(grid: Grid) -> list[Figure]:
    """The figures of a table whose rows are years, each with its column's head as its label."""
    heads = _heads(grid)
    if not heads or not all(periods_named(row[0]) for row in grid.rows[grid.head_rows :]):
        return []
    unit = _unit_of_all(grid, heads)
    return [
        cell
        for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows)
        for column in range(1, len(row))
        if (cell := _figure(grid, heads, unit, (number, column), heads[column], row[0])) is not None
    ]


def _figures(grid: Grid) -> list[Figure]:
    heads = _heads(grid)
    if not heads:
        return []
    found = []
    unit = _unit_of_all(grid, heads)
    for number, row in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        label_at = next((place for place, cell in enumerate(row[:2]) if _is_label(cell)), None)
        label = row[label_at] if label_at is not None else ""
        if label_at is None and "band" in heads[0].lower():
            if not _LETTER_OF_A_BAND.fullmatch(row[0].strip("‘’' ")):
                continue
            label_at, label = 0, f"Band {row[0]}"
        if label_at is None:
            continue
        for column in range(label_at + 1, len(row)):
            cell = _figure(grid, heads, unit, (number, column), label, heads[column])
            if cell is not None:
                found.append(cell)
    return found


def _heads(grid: Grid) -> list[str]:
    """The head of each column; none where the table has no head or is too long to be told of."""
    if not grid.head_rows or len(grid.rows) > _MOST_ROWS:
        return []
    return [
        " ".join(grid.rows[row][column] for row in range(grid.head_rows)).strip()
        for column in range(len(grid.rows[0]))
    ]


_MOST_ROWS = 400


def _figure(
    grid: Grid, heads: list[str], unit: str, where: tuple[int, int], label: str, head: str
) -> Figure | None:
    number, column = where
    text = grid.rows[number][column]
    match = _CELL_FIGURE.match(text.strip())
    if match is None:
        return None
    scale, kind = _unit(_in_pounds(text), _in_pounds(heads[column]), unit)
    places = len(match["digits"].partition(".")[2])
    return Figure(
        value=Decimal(match["digits"].replace(",", "")) * scale,
        step=Decimal(1).scaleb(-places) * scale,
        kind=kind,
        label=label,
        head=head,
        row=number,
        column=column,
    )


def _unit_of_all(grid: Grid, heads: list[str]) -> str:
    """The words that may give the unit of all columns.

    One that stands once over the columns is theirs all; beside other words it is its column's.
    """
    alone = [head for head in heads[1:] if "£" in _in_pounds(head) and not content_words(head)]
    return _in_pounds(" ".join((grid.caption, heads[0], *(alone if len(alone) == 1 else ()))))


_LETTER_OF_A_BAND = Expression("[A-I]")


def _in_pounds(text: str) -> str:
    """Euros are read as pounds are: it is the sign that makes a figure a sum of money."""
    return text.replace("€", "£")


def _is_label(cell: str) -> bool:
    return len(cell) <= 120 and sum(letter.isalpha() for letter in cell) >= 3


_OF_THINGS = Expression(
    r"\b(?:number|no\.?|count|f\.?t\.?e\.?s?|wte|headcount|posts?|staff|pupils?|places|units|"
    r"responses|respondents|base|ref(?:erence)?|score|rank|weight(?:ing)?|days|hours|miles|"
    r"tonnes|schemes|cases|clients|people|homes|households|properties)\b",
    re.IGNORECASE,
)


def _unit(cell: str, head: str, table: str) -> tuple[Decimal, Kind]:
    unit = cell.strip(" )").lower()
    if _OF_THINGS.search(head) and "£" not in head + cell and not unit.endswith("%"):
        return Decimal(1), Kind.PERCENT if "%" in head else Kind.COUNT
    if unit.endswith("%") or ("%" in head and "£" not in cell):
        return Decimal(1), Kind.PERCENT
    money = "£" in cell or "£" in head or ("£" in table and "%" not in head)
    if unit.endswith("m") or _MILLIONS.search(head):
        return Decimal(1_000_000), Kind.MONEY
    if unit.endswith("k") or THOUSANDS.search(head):
        return Decimal(1_000), Kind.MONEY
    if money and "£" not in cell and "£" not in head:
        if THOUSANDS.search(table):
            return Decimal(1_000), Kind.MONEY
        if _MILLIONS.search(table):
            return Decimal(1_000_000), Kind.MONEY
    return Decimal(1), Kind.MONEY if money else Kind.COUNT
