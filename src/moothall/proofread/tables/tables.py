"""Tables as written: rows once, one unit; with the rules of all that is asked of a table alone.

Whether a table adds up is asked in `casting`, `differences` and `shares`; its bands in `bands`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables import (
    bands,
    headings_of_tables,
    malformed_cells,
    shares,
    table_sums,
    whole_shares,
)
from moothall.proofread.tables.casting import counts_a_doubled_row_once
from moothall.proofread.tables.columns import (
    Figure,
    Gap,
    Line,
    NumberTable,
    number_table,
    read_cell,
)
from moothall.proofread.tables.readings import casts
from moothall.proofread.tables.totals import Role, role

# --- rows -----------------------------------------------------------------------------------------

_FORM = Expression(
    r":\s*$|^\W*$|^(?:yes|no|n/?a|tbc|none|not applicable|date|name|signed?)\W*$", re.I
)
_POSTS = Expression(r"\bfte\b|\bpost\b|\bgrade\b|\bscale\b|\bname\b|\bdate\b|\binvoice\b", re.I)


_KEY = Expression(r"^[A-Z]{1,5}[-/ ]?\d{2,6}[A-Z]?$")
"""“EN0417”: the number of one thing, however short its row."""


def no_row_of_a_table_stands_twice(report: Report) -> Iterator[TextFinding]:
    """No row comes again with the same label and the same figures."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None:
            yield from _repeated_words(grid)
        else:
            yield from _repeated_figures(table)


def _repeated_words(grid: Grid) -> Iterator[TextFinding]:
    """Rows of words that come again, in a table whose other rows are all different."""
    repeated = len(grid.rows) - len(set(grid.rows))
    for number, row in enumerate(grid.rows):
        filled = [cell for cell in row if cell.strip()]
        if row not in grid.rows[:number] or len(set(filled)) < 2 or number < grid.head_rows:
            continue
        if row != grid.rows[number - 1] and repeated > 1:
            continue
        letters = sum(sign.isalpha() for cell in filled for sign in cell)
        keyed = _KEY.match(row[0].strip()) is not None
        if (letters < 12 and not keyed) or all(_FORM.search(cell) for cell in filled):
            continue
        yield TextFinding(
            place=grid.cell_place(number, 0),
            quote=" ".join(filled),
            message=f"The row repeats row {grid.rows.index(row) + 1} word for word.",
            confidence=Confidence.MEDIUM,
            cure="Take one out, or say what was meant in its place",
        )


def _sections(table: NumberTable) -> Iterator[tuple[int, int, Role]]:
    """Each row of the body with the number of the section it stands in."""
    section = 0
    for row in table.body:
        cells = tuple(table.cells[row][column] for column in table.columns)
        kind = role(Line(place=row, label=table.labels[row], cells=cells))
        section += kind in (Role.SECTION, Role.TOTAL)
        yield row, section, kind


def _repeated_figures(table: NumberTable) -> Iterator[TextFinding]:
    heads = " ".join(table.heads)
    seen: dict[tuple[object, ...], int] = {}
    labels = [_spoken(table, row).lower() for row in table.body]
    alone = len(labels) >= _FEWEST_ROWS and len(labels) - len(set(labels)) == 1
    for row, section, kind in _sections(table):
        figures = [
            cell
            for column in table.columns
            if isinstance(cell := table.cells[row][column], Figure) and cell.value
        ]
        label = _spoken(table, row)
        again = _is_the_row_above(table, row)
        worded = sum(sign.isalpha() for sign in label) >= _FEWEST_LETTERS
        if not figures or not (again or (worded and kind is not Role.TOTAL)):
            continue
        key = (section, label.lower(), tuple(table.grid.rows[row][c] for c in table.columns))
        first = seen.setdefault(key, row)
        if again:
            first = row - 1
        elif first == row:
            continue
        once = any(counts_a_doubled_row_once(cast) for cast in casts(table.down()))
        telling = len({figure.value for figure in figures}) > 1 or any(
            len(figure.text) > 3 for figure in figures
        )
        telling = telling or (alone and sum(map(str.isalpha, label)) >= _LONG_LABEL)
        numbered = _has_a_number(table, row) or (again and _has_figures_enough(table, row))
        loose = (bool(_POSTS.search(heads)) and not numbered) or not telling
        shown = " ".join(table.grid.rows[row][column] for column in table.columns)
        yield TextFinding(
            place=table.grid.cell_place(row, 0),
            quote=f"{label} {shown}".strip(),
            message=f"The row stands already in row {first + 1} with the same figures"
            + (", and the total counts it once." if once else "."),
            confidence=Confidence.HIGH
            if once
            else (Confidence.LOW if loose else Confidence.MEDIUM),
            cure="Take one out, or correct its label",
        )


def _is_the_row_above(table: NumberTable, row: int) -> bool:
    """Whether all of it stands in the row above too: a label of figures, a total, or dates."""
    rows = table.grid.rows
    filled = {cell.strip() for cell in rows[row] if cell.strip()}
    return row - 1 in table.body and rows[row] == rows[row - 1] and len(filled) >= _MORE_THAN_ONE


def _has_figures_enough(table: NumberTable, row: int) -> bool:
    """Whether so many of its cells have figures that no two payments would have them all."""
    return sum(any(sign.isdigit() for sign in cell) for cell in table.grid.rows[row]) >= _SO_MANY


_MORE_THAN_ONE, _SO_MANY = 2, 3
_FEWEST_LETTERS = 4
_FEWEST_ROWS, _LONG_LABEL = 4, 5
"""Where every other label stands once, one that stands twice with one figure is a slip."""
_OF_ONE_THING = Expression(r"\b(?:invoice|voucher|cheque|chq|receipt|reference|ref|order)\b", re.I)


def _has_a_number(table: NumberTable, row: int) -> bool:
    """Whether a row gives the number of an invoice or the like, which stands for one payment."""
    cells = zip(table.heads, table.grid.rows[row], strict=False)
    return any(
        _OF_ONE_THING.search(head) and sum(sign.isdigit() for sign in cell) >= _NUMBER_OF_DIGITS
        for head, cell in cells
    )


_NUMBER_OF_DIGITS = 3


def _spoken(table: NumberTable, row: int) -> str:
    """The label of a row without a reference or running number."""
    words = [
        text.strip()
        for column, text in enumerate(table.grid.rows[row])
        if column not in table.columns and read_cell(text) is Gap.WORDS
    ]
    return " ".join(words)


def a_label_stands_for_one_row(report: Report) -> Iterator[TextFinding]:
    """No label comes twice in a table with different figures."""
    for grid in report.grids:
        table = number_table(grid)
        if table is not None and len(table.body) > 3:
            yield from _repeated_labels(table)


def _repeated_labels(table: NumberTable) -> Iterator[TextFinding]:
    rows: dict[tuple[int, str], list[int]] = defaultdict(list)
    last_section = 0
    for row, section, kind in _sections(table):
        last_section = section if kind is not Role.TOTAL else last_section
        label = _spoken(table, row)
        if kind is Role.ITEM and sum(sign.isalpha() for sign in label) >= 8:
            rows[section, label.lower()].append(row)
    repeated = [places for places in rows.values() if len(places) > 1]
    labels = sum(1 for column in range(len(table.heads)) if _is_worded(table, column))
    # Lists of projects, posts or payments name the same school or team time and again.
    plain = len(repeated) == 1 and len(repeated[0]) == 2 and last_section == 0 and labels == 1
    for places in repeated:
        first, again = places[0], places[1]
        shown = [" ".join(table.grid.rows[r][c] for c in table.columns) for r in (first, again)]
        if shown[0] == shown[1]:
            continue
        sure = plain and len(rows) >= 4 and not _POSTS.search(" ".join(table.heads))
        label = _spoken(table, again)
        yield TextFinding(
            place=table.grid.cell_place(again, 0),
            quote=f"{label} {shown[1]}",
            message=f"“{label}” stands already in row {first + 1}, with {shown[0]}, "
            f"and here with {shown[1]}.",
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
            cure="Correct the label or say how the two differ",
        )


def _is_worded(table: NumberTable, column: int) -> bool:
    if column in table.columns:
        return False
    return any(table.cells[row][column] is Gap.WORDS for row in table.body)


# --- units ----------------------------------------------------------------------------------------

_THOUSANDS = Expression(r"£\W{0,2}(?:000|k)\b|\bthousands?\b|£\s?000", re.IGNORECASE)
_MILLIONS = Expression(r"£\s?(?:m\b|mn\b|mill)|\(m\)|£?\s?millions?\b", re.IGNORECASE)


def a_table_keeps_one_unit(report: Report) -> Iterator[TextFinding]:
    """A table is in pounds, thousands or millions, and its cells are in what its heading says."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None:
            continue
        yield from _mixed_heads(table)
        for column in table.columns:
            head = f"{table.heads[column]}"
            unit = _unit(head) or _unit(grid.caption)
            if unit:
                yield from _cells_against_head(table, column, unit)


def _unit(words: str) -> str:
    thousands, millions = _THOUSANDS.search(words), _MILLIONS.search(words)
    if thousands and millions:
        return ""
    return "£000" if thousands else "£m" if millions else ""


def _cells_against_head(table: NumberTable, column: int, unit: str) -> Iterator[TextFinding]:
    for row in table.body:
        cell = table.cells[row][column]
        if not isinstance(cell, Figure) or cell.scale == 1:
            continue
        same = cell.scale == (1_000 if unit == "£000" else 1_000_000)
        text = table.grid.rows[row][column].strip()
        yield TextFinding(
            place=table.grid.cell_place(row, column),
            quote=f"{table.labels[row]} {text}".strip(),
            message=f"The heading says {unit} and the cell {text}.",
            confidence=Confidence.LOW if same else Confidence.MEDIUM,
            cure="Write the figure in the unit of the heading",
        )


def _mixed_heads(table: NumberTable) -> Iterator[TextFinding]:
    units = {column: unit for column in table.columns if (unit := _unit(table.heads[column]))}
    said = _unit(table.grid.caption)
    place: Place | None = None
    if said and units and said not in units.values():
        first = next(iter(units))
        place = table.grid.cell_place(max(0, table.head_rows - 1), first)
        yield TextFinding(
            place=place,
            quote=table.grid.caption,
            message=f"The title of the table says {said}, its columns say {units[first]}.",
            confidence=Confidence.MEDIUM,
            cure="State one unit",
        )
    if len(set(units.values())) > 1:
        (one, unit), *_ = units.items()
        other = next(column for column in units if units[column] != unit)
        alike = _measure(table.heads[one]) == _measure(table.heads[other])
        yield TextFinding(
            place=table.grid.cell_place(max(0, table.head_rows - 1), other),
            quote=f"{table.heads[one]}; {table.heads[other]}",
            message=f"“{table.heads[one]}” is in {unit}, “{table.heads[other]}” in {units[other]}.",
            confidence=Confidence.MEDIUM if alike else Confidence.LOW,
            cure="State one unit for the whole table",
        )


def _measure(head: str) -> str:
    """What a heading measures, without unit and year."""
    words = _MILLIONS.sub("", _THOUSANDS.sub("", head))
    return "".join(sign for sign in words.lower() if sign.isalpha())


RULES: tuple[Rule, ...] = (
    *table_sums.RULES,
    *shares.RULES,
    *whole_shares.RULES,
    *bands.RULES,
    *malformed_cells.RULES,
    no_row_of_a_table_stands_twice,
    a_label_stands_for_one_row,
    *headings_of_tables.RULES,
    a_table_keeps_one_unit,
)
