"""Amounts in two units: 1,066,806 “kilotonnes” of a sector that another table has in tonnes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, number_table

_UNIT = Expression(
    r"(?<![A-Za-z])(?:(?P<Mt>million tonnes|megatonnes|Mt(?:CO2e?)?)|(?P<kt>kilo-?tonnes|"
    r"thousand tonnes|[’']?000 tonnes|kt(?:CO2e?)?)|(?P<t>tonnes|tCO2e?)|"
    r"(?P<GWh>GWh|gigawatt[- ]hours)|(?P<MWh>MWh|megawatt[- ]hours)|(?P<kWh>kWh|kilowatt[- ]hours)|"
    r"(?P<km>km|kilometres)|(?P<metres>metres)|(?P<kg>kg|kilograms|kilos)|(?P<hectares>ha|hectares)|"
    r"(?P<sqm>sq\.? ?m|m2|m²|square metres)|(?P<litres>lit(?:re|er)s)|(?P<m3>m3|m³|cubic metres))"
    r"(?![A-Za-z])(?!\s?(?:/|per\b))"
)
_KINDS = (
    ("Mt", "kt", "t", "kg"),
    ("GWh", "MWh", "kWh"),
    ("km", "metres"),
    ("hectares", "sqm"),
    ("litres", "m3"),
)
_NAMES = {
    "Mt": "megatonnes",
    "kt": "kilotonnes",
    "t": "tonnes",
    "m3": "cubic metres",
    "sqm": "square metres",
}
_LEAST_DIGITS = 4
_NO_CHANCE = 6
"""So many digits are of one thing, whatever the rows are called."""
_SHORT = 90


@dataclass(frozen=True, slots=True)
class _Held:
    """A long figure under a head that names its unit."""

    unit: str
    text: str
    label: str
    head: str
    place: Place
    column: tuple[int, int]
    head_place: Place


def an_amount_in_two_tables_keeps_its_unit(report: Report) -> Iterator[TextFinding]:
    """The same long figure under the same label is not tonnes here and kilotonnes there."""
    if (
        len(
            {
                match.lastgroup
                for grid in report.grids
                for match in _named(grid.caption, grid.rows[:3])
            }
        )
        < 2
    ):
        return
    by_row: defaultdict[tuple[str, str, int], list[_Held]] = defaultdict(list)
    for held in _held(report):
        kind = next(n for n, units in enumerate(_KINDS) if held.unit in units)
        digits = held.text.replace(",", "")
        long = len(digits.strip("0")) >= _NO_CHANCE
        by_row[("" if long else held.label.casefold(), digits, kind)].append(held)
    told: defaultdict[tuple[tuple[int, int], str], list[tuple[_Held, _Held]]] = defaultdict(list)
    for rows in by_row.values():
        other = next((row for row in rows if row.unit != rows[0].unit), None)
        if other is not None and other.column != rows[0].column:
            # so many long figures are seldom of the larger unit
            one, two = sorted((rows[0], other), key=lambda row: _rank(row.unit))
            told[(one.column, two.unit)].append((one, two))
    for pairs in told.values():
        one, two = pairs[0]
        length = len(one.text.replace(",", "").partition(".")[0])
        yield TextFinding(
            place=one.head_place,
            quote=one.head,
            message=f"“{one.label}” is {one.text} in {_NAMES.get(one.unit, one.unit)} here "
            f"({one.place}) and {two.text} in {_NAMES.get(two.unit, two.unit)} at {two.place}"
            f" (“{two.head}”).",
            confidence=Confidence.HIGH
            if len(pairs) > 1 or length > _LEAST_DIGITS
            else Confidence.MEDIUM,
            cure="Correct the unit of one of the tables.",
        )


def _titled(report: Report) -> Iterator[tuple[Grid, str]]:
    """The tables, each with its caption and the short line that stands over it."""
    for above, grid in zip((None, *report.blocks), report.blocks, strict=False):
        if isinstance(grid, Grid):
            over = above.text.strip() if isinstance(above, Prose | Heading) else ""
            title = over if len(over) < _SHORT and not over.endswith(".") else ""
            yield grid, grid.caption if title in grid.caption else f"{grid.caption} {title}".strip()


def _rank(unit: str) -> int:
    return next(units.index(unit) for units in _KINDS if unit in units)


def _named(caption: str, rows: tuple[tuple[str, ...], ...]) -> Iterator[re.Match[str]]:
    yield from _UNIT.finditer(" | ".join((caption, *(cell for row in rows for cell in row))))


def _held(report: Report) -> Iterator[_Held]:
    for number, (grid, over) in enumerate(_titled(report)):
        table = number_table(grid)
        if table is None:
            continue
        for column in table.columns:
            head = table.heads[column]
            units = {match.lastgroup for match in _UNIT.finditer(head)}
            if not units:
                units = {match.lastgroup for match in _UNIT.finditer(over)}
            unit = units.pop() if len(units) == 1 else None
            if unit is None:
                continue
            for row in table.body:
                cell = table.cells[row][column]
                if not isinstance(cell, Figure) or not table.labels[row]:
                    continue
                if len(re.sub(r"\D", "", cell.text).strip("0")) >= _LEAST_DIGITS:
                    yield _Held(
                        unit,
                        cell.text,
                        table.labels[row],
                        head if _UNIT.search(head) else over,
                        grid.cell_place(row, column),
                        (number, column),
                        grid.cell_place(0, column),
                    )


RULES: tuple[Rule, ...] = (an_amount_in_two_tables_keeps_its_unit,)
