"""Rows told again: a row that stands in two tables, with one figure that slipped in one of them.

A summary repeats the totals of the tables behind it.  Two rows whose other figures are the same
are one row, whatever each calls it; a figure of one that is the other's with a digit changed, two
digits changed about or the point moved was copied wrongly.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.statements import periods_named

_FIGURE = Expression(
    r"\(?\s*[-−–+]?\s*£?\s*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:,\d+)*(?:\.\d+)?)\s?"
    r"(?:m|k|bn|%)?\s*\)?[*†]*",
)
_FEWEST_DIGITS, _LONG_FIGURE = 3, 6
_ALIKE = 2
_OFTEN = 6
_MOST_FIGURES = 24
_LEAST_APART = 2
_ANOTHER_TIME = Expression(
    r"\b(?:revis\w+|updat\w+|previous\w*|prior|restat\w+|original\w*|draft|final|last|provisional|"
    r"approved|latest|amended|current)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    text: str
    number: str
    head: str
    place: Place

    @property
    def digits(self) -> str:
        return self.number.replace(".", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    label: str
    block: int
    cells: tuple[_Cell, ...]


def a_row_told_in_two_tables_is_the_same(report: Report) -> Iterator[TextFinding]:
    """“Total debt 1,268.3, 1,249.0, 1,265.1” in one table, “1,268.3, 1,249.0, 1,256.1” after it."""
    rows = [row for number, grid in captioned_grids(report) for row in _rows(number, grid)]
    having: defaultdict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for number in {cell.number for cell in row.cells if len(cell.digits) >= _FEWEST_DIGITS}:
            having[number].append(place)
    pairs = {
        (one, other)
        for places in having.values()
        if 2 <= len(places) <= _OFTEN
        for other in places
        for one in places
        if one < other and rows[one].block != rows[other].block
    }
    told: set[frozenset[str]] = set()
    for one, other in sorted(pairs):
        found = _slip(rows[one], rows[other])
        if found is None:
            continue
        first, second = found
        key = frozenset((first.number, second.number))
        if key in told:
            continue
        told.add(key)
        odd, usual = (
            (first, second)
            if len(having[first.number]) < len(having[second.number])
            else (second, first)
        )
        row, twin = (rows[one], rows[other]) if odd is first else (rows[other], rows[one])
        same = [
            cell.text
            for cell in row.cells
            if any(cell.number == its.number for its in twin.cells)
            and len(cell.digits) >= _FEWEST_DIGITS
        ]
        yield TextFinding(
            place=odd.place,
            quote=f"{row.label}: {odd.text}" if row.label else odd.text,
            message=f"{odd.text} here, {usual.text} at {usual.place} (“{twin.label}”); the other "
            f"figures of the two rows are the same ({', '.join(dict.fromkeys(same))}).",
            confidence=Confidence.MEDIUM,
            cure="Give the row the same figures in both tables.",
        )


def _rows(number: int, grid: Grid) -> Iterator[_Row]:
    heads = grid.rows[max(grid.head_rows - 1, 0)] if grid.rows else ()
    about = f"{grid.caption} "
    for place, row in enumerate(grid.rows):
        if place < grid.head_rows or len(row) > _MOST_FIGURES:
            continue
        cells, seen = [], set()
        for column, text in enumerate(row):
            match = _FIGURE.fullmatch(text.strip())
            if match is None or not match["number"].strip("0.,"):
                continue
            plain = match["number"].replace(",", "")
            if plain in seen:
                continue  # a net figure beside the same gross one tells nothing more
            seen.add(plain)
            head = heads[column] if column < len(heads) else ""
            cells.append(
                _Cell(
                    text=text.strip(),
                    number=plain,
                    head=about + head,
                    place=grid.cell_place(place, column),
                )
            )
        if len(cells) >= _ALIKE:
            label = next((text.strip() for text in row if re.search(r"[A-Za-z]{3}", text)), "")
            yield _Row(label=label, block=number, cells=tuple(cells))


def _slip(one: _Row, other: _Row) -> tuple[_Cell, _Cell] | None:
    """The one figure in which two rows differ, where it was copied wrongly."""
    if len(one.cells) != len(other.cells):
        return None
    wrong = [
        pair
        for pair in zip(one.cells, other.cells, strict=True)
        if pair[0].number != pair[1].number
    ]
    same = [
        cell
        for cell, twin in zip(one.cells, other.cells, strict=True)
        if cell.number == twin.number and len(cell.digits) >= _FEWEST_DIGITS
    ]
    if len(wrong) != 1 or not (
        len(same) >= _ALIKE or any(len(cell.digits) >= _LONG_FIGURE for cell in same)
    ):
        return None
    first, second = wrong[0]
    if not _looks_copied_wrongly(first.number, second.number):
        return None
    times = periods_named(first.head), periods_named(second.head)
    if times[0] and times[1] and not times[0] & times[1]:
        return None
    if bool(_ANOTHER_TIME.search(first.head)) != bool(_ANOTHER_TIME.search(second.head)):
        return None
    return first, second


def _looks_copied_wrongly(one: str, other: str) -> bool:
    """One digit changed, two changed about, or the point moved; never a step of rounding.

    >>> _looks_copied_wrongly("1265.1", "1256.1"), _looks_copied_wrongly("82.8", "82.9")
    (True, False)
    """
    digits = [number.replace(".", "") for number in (one, other)]
    if min(map(len, digits)) < _FEWEST_DIGITS:
        return False
    if digits[0] == digits[1]:
        return True
    if len(one) != len(other) or one.find(".") != other.find("."):
        return False
    if abs(int(digits[0]) - int(digits[1])) <= _LEAST_APART:
        return False
    wrong = [place for place, pair in enumerate(zip(*digits, strict=True)) if len(set(pair)) > 1]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and sorted(digits[0]) == sorted(digits[1]) and Decimal(one) != 0


RULES: tuple[Rule, ...] = (a_row_told_in_two_tables_is_the_same,)
