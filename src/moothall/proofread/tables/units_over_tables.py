"""Units over tables: a row that stands under £000 in one table and under £m in another.

“All figures in £000s” over rows that another table of the report has, figure for figure, in £m.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression

_UNIT = Expression(
    r"£\s?[’']?(?P<k>0{3}s?|k\b|thousands?\b)|£\s?(?P<m>m\b|mn\b|millions?\b)", re.IGNORECASE
)
_UNIT_ALONE = Expression(r"^\W*(?:£\s?[’']?(?:0{3}s?|k|m|mn|thousands?|millions?))\W*$", re.I)
_FIGURE = Expression(r"^[-+−–(£\s]*(\d[\d,]*(?:\.\d+)?)[)\s]*$")
_LEAST_FIGURES, _LEAST_LONG = 4, 2
"""So many figures stand in both tables before it is no chance, or so many of four digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row under the unit that was last said; `said` is where and how that was."""

    place: Place
    unit: str
    said: tuple[Place, str]
    figures: frozenset[str]


def a_row_told_twice_keeps_its_unit(report: Report) -> Iterator[TextFinding]:
    """The same figures under the same label are not thousands here and millions there."""
    by_key: defaultdict[tuple[str, tuple[str, ...]], list[_Row]] = defaultdict(list)
    unit, said, width = "", (Place(), ""), 0
    for _, grid in captioned_grids(report):
        if own := _unit_of(grid.caption):
            unit, said = own, (grid.place, grid.caption)
        elif not grid.rows or len(grid.rows[0]) != width:
            unit = ""  # else the table goes on with the one before it, and with its unit
        width = len(grid.rows[0]) if grid.rows else 0
        for key, row in _rows(grid, unit, said):
            by_key[key].append(row)
            unit, said = row.unit, row.said
    tables: Counter[str] = Counter()
    for unit, _ in {(row.unit, row.said) for rows in by_key.values() for row in rows}:
        tables[unit] += 1
    told: defaultdict[tuple[Place, str], list[tuple[str, _Row, _Row]]] = defaultdict(list)
    for (label, _), rows in by_key.items():
        if len({row.unit for row in rows}) != 2:
            continue
        first = rows[0]
        other = next(row for row in rows if row.unit != first.unit)
        # what fewer tables say, or what is said later, is the slip
        wrong, right = (first, other) if tables[first.unit] < tables[other.unit] else (other, first)
        told[wrong.said].append((label, wrong, right))
    for (place, words), rows_alike in told.items():
        figures = frozenset().union(*(row.figures for _, row, _ in rows_alike))
        long = [text for text in figures if len(re.sub(r"\D", "", text).strip("0")) > 3]
        if len(long) < _LEAST_LONG and (len(figures) < _LEAST_FIGURES or len(rows_alike) < 2):
            continue
        label, wrong, right = max(rows_alike, key=lambda alike: len(alike[1].figures))
        yield TextFinding(
            place=place,
            quote=words,
            message=f"The row “{label}” is in {wrong.unit} here ({wrong.place}) and stands with "
            f"the same figures in {right.unit} at {right.place}.",
            confidence=Confidence.HIGH
            if len(rows_alike) > 1 or len(long) > 3
            else Confidence.MEDIUM,
            cure="Correct the unit of one of the tables",
        )


def _rows(
    grid: Grid, unit: str, said: tuple[Place, str]
) -> Iterator[tuple[tuple[str, tuple[str, ...]], _Row]]:
    for number, row in enumerate(grid.rows):
        filled = [cell.strip() for cell in row if cell.strip()]
        units = {_unit_of(cell) for cell in filled if _UNIT_ALONE.match(cell)}
        if units and all(_UNIT_ALONE.match(cell) for cell in filled):
            unit = units.pop() if len(units) == 1 else ""
            said = (grid.cell_place(number, 0), " ".join(filled))
            continue
        if number < grid.head_rows and (heads := {_unit_of(cell) for cell in filled} - {""}):
            unit = heads.pop() if len(heads) == 1 else ""
            said = (grid.cell_place(number, 0), " ".join(filled))
            continue
        label = next((cell for cell in filled if sum(map(str.isalpha, cell)) >= 4), "")
        found = (match[1] for cell in filled if (match := _FIGURE.match(cell)))
        texts = tuple(text for text in found if text.strip("0."))
        if unit and label and texts and not any("%" in cell for cell in filled[:1]):
            yield (
                (label.casefold(), texts),
                _Row(
                    place=grid.cell_place(number, 0),
                    unit=unit,
                    said=said,
                    figures=frozenset(texts),
                ),
            )


def _unit_of(text: str) -> str:
    found = {"£000" if match["k"] else "£m" for match in _UNIT.finditer(text)}
    return found.pop() if len(found) == 1 else ""


RULES: tuple[Rule, ...] = (a_row_told_twice_keeps_its_unit,)
