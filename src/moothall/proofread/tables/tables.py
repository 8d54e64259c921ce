"""Tables as written: figures well formed, rows once, headings and years in order, one unit.

Whether a table adds up is asked in `casting`, `differences` and `shares`; its bands in `bands`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.tables import (
    bands,
    shares,
    table_sums,
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

# --- figures as written ---------------------------------------------------------------------------

_WELL_GROUPED = re.compile(r"^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$")
_DATE_LIKE = re.compile(r"^\d{1,2}[./]\d{1,2}[./](?:\d\d|\d{4})$")
_LETTERED = re.compile(r"^\d[\d,.]*[OoIl][\d,.]*\d$|^[OoIl]\d[\d,.]*\d$|^\d[\d,.]*\d[OoIl]$")
_SPACED = re.compile(r"^\d{1,3}(?: \d{3})+(?:\.\d+)?$")
_SPACED_COMMA = re.compile(r"^\d{1,3}(?:\s?,\s\d{3}|\s,\d{3})+(?:\.\d+)?$")
_CONTINENTAL = re.compile(r"^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$")
_LETTERED_MONEY = re.compile(r"£\s?[\d,.]{0,15}\d[Oo][\dOo,.]{0,15}\b(?<![A-Za-z]{2})")
_INDIAN = re.compile(r"£?(?<![\d,.])\d{1,3},\d\d,\d{3}(?![\d,])")


def figures_are_well_formed(report: Report) -> Iterator[TextFinding]:
    """Thousands stand in threes, brackets close, no letter stands for a digit."""
    scanned = report.file.lower().endswith(
        ".pdf"
    )  # taking text out of a PDF can lose or add spaces
    for grid in report.grids:
        table = number_table(grid)
        if table is not None:
            yield from _malformed_cells(table, scanned=scanned)
    for prose in report.prose:
        for text, fault in _malformed_in(prose.text):
            yield TextFinding(
                place=prose.place,
                quote=text,
                message=f"“{text}” is no well-formed number: {fault}.",
                confidence=Confidence.MEDIUM,
                cure="Write the figure again from its source",
            )


def _malformed_cells(table: NumberTable, *, scanned: bool) -> Iterator[TextFinding]:
    grid = table.grid
    commas = any("," in grid.rows[row][column] for row in table.body for column in table.columns)
    for row in table.body:
        for column in table.columns:
            text = grid.rows[row][column].strip()
            if not text or len(text) > 24 or not any(sign.isdigit() for sign in text):
                continue
            found = _cell_fault(text, commas=commas)
            if found is None:
                continue
            fault, confidence = found
            if scanned and "space" in fault:
                confidence = Confidence.LOW
            yield TextFinding(
                place=grid.cell_place(row, column),
                quote=f"{table.labels[row]} {text}".strip()
                if text not in table.labels[row]
                else table.labels[row],
                message=f"“{text}” is no well-formed number: {fault}.",
                confidence=confidence,
                cure="Write the figure again from its source",
            )


def _cell_fault(text: str, *, commas: bool) -> tuple[str, Confidence] | None:
    plain = text.translate(_DASHES)
    core = plain.strip("-+£()% ").rstrip("mk")
    if _LETTERED.match(core):
        return "a letter stands for a digit", Confidence.HIGH
    if _CONTINENTAL.match(core):
        return "points and commas are exchanged", Confidence.MEDIUM
    if _SPACED_COMMA.match(core):
        return "a space stands beside the comma", Confidence.MEDIUM
    if _SPACED.match(core):
        sure = commas and "," not in core
        return "a space stands among the digits", Confidence.MEDIUM if sure else Confidence.LOW
    if not re.match(r"^[\d,.]+$", core) or _DATE_LIKE.match(core):
        return None
    if not _WELL_GROUPED.match(core.rstrip(".")):
        if ".." in core:
            return "two points", Confidence.MEDIUM
        if core.count(".") > 1:
            if "£" in text:
                return "it has two points", Confidence.HIGH
            return None  # a reference or a date
        money = "£" in text or len(core.replace(",", "")) > 4
        return "its commas do not part thousands", (Confidence.HIGH if money else Confidence.LOW)
    if isinstance(read_cell(text), Figure):
        if plain.count("(") != plain.count(")"):
            return "its bracket is not paired", Confidence.HIGH
        if re.match(r"^-\s*-|^-\s*£?\s*-", plain):
            return "two minus signs", Confidence.MEDIUM
    return None


_DASHES = str.maketrans({"–": "-", "−": "-", "\u2011": "-"})


def _malformed_in(text: str) -> Iterator[tuple[str, str]]:
    """In running text only what no figure can be read from; `money` reads the rest."""
    for match in _LETTERED_MONEY.finditer(text):
        yield match[0], "a letter stands for a digit"
    for match in _INDIAN.finditer(text):
        yield match[0], "its commas do not part thousands"


# --- rows -----------------------------------------------------------------------------------------

_FORM = re.compile(
    r":\s*$|^\W*$|^(?:yes|no|n/?a|tbc|none|not applicable|date|name|signed?)\W*$", re.I
)
_POSTS = re.compile(r"\bfte\b|\bpost\b|\bgrade\b|\bscale\b|\bname\b|\bdate\b|\binvoice\b", re.I)


def no_row_of_a_table_stands_twice(report: Report) -> Iterator[TextFinding]:
    """No row comes again with the same label and the same figures."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None:
            yield from _repeated_words(grid)
        else:
            yield from _repeated_figures(table)


def _repeated_words(grid: Grid) -> Iterator[TextFinding]:
    """Rows of words repeated one under the other."""
    for number, (before, row) in enumerate(pairwise(grid.rows), start=1):
        filled = [cell for cell in row if cell.strip()]
        if row != before or len(set(filled)) < 2 or number < grid.head_rows:
            continue
        letters = sum(sign.isalpha() for cell in filled for sign in cell)
        if letters < 12 or all(_FORM.search(cell) for cell in filled):
            continue
        yield TextFinding(
            place=grid.cell_place(number, 0),
            quote=" ".join(filled),
            message="The row repeats the one above it word for word.",
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
    for row, section, kind in _sections(table):
        figures = [
            cell
            for column in table.columns
            if isinstance(cell := table.cells[row][column], Figure) and cell.value
        ]
        label = _spoken(table, row)
        if kind is Role.TOTAL or not figures or sum(sign.isalpha() for sign in label) < 4:
            continue
        key = (section, label.lower(), tuple(table.grid.rows[row][c] for c in table.columns))
        if key not in seen:
            seen[key] = row
            continue
        once = any(counts_a_doubled_row_once(cast) for cast in casts(table.down()))
        telling = len({figure.value for figure in figures}) > 1 or any(
            len(figure.text) > 3 for figure in figures
        )
        loose = bool(_POSTS.search(heads)) or not telling
        shown = " ".join(table.grid.rows[row][column] for column in table.columns)
        yield TextFinding(
            place=table.grid.cell_place(row, 0),
            quote=f"{label} {shown}".strip(),
            message=f"The row stands already in row {seen[key] + 1} with the same figures"
            + (", and the total counts it once." if once else "."),
            confidence=Confidence.HIGH
            if once
            else (Confidence.LOW if loose else Confidence.MEDIUM),
            cure="Take one out, or correct its label",
        )


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


# --- headings -------------------------------------------------------------------------------------


def a_column_of_figures_has_a_heading(report: Report) -> Iterator[TextFinding]:
    """Each column of figures says what its figures are."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None or not table.head_rows:
            continue
        bare = [column for column in table.columns if not table.heads[column]]
        for column in bare:
            figures = sum(isinstance(table.cells[row][column], Figure) for row in table.body)
            if figures < 2:
                continue
            # An empty cell to the right of a heading may belong to it: merged cells.
            first = column == table.columns[0] and len(bare) == 1 and len(table.columns) > 2
            first = first and not report.file.endswith(".txt")  # extraction may have lost it
            yield TextFinding(
                place=grid.cell_place(table.head_rows - 1, column),
                quote=" ".join(" ".join(grid.rows[table.head_rows - 1]).split()),
                message=f"Column {column + 1} holds {figures} figures and has no heading.",
                confidence=Confidence.MEDIUM if first else Confidence.LOW,
                cure="Say over the column what its figures are, and their unit",
            )
        if 0 not in table.columns and not table.heads[0]:
            yield TextFinding(
                place=grid.cell_place(0, 0),
                quote=" ".join(" ".join(grid.rows[0]).split()),
                message="The first column has no heading, so a screen reader cannot name it.",
                confidence=Confidence.LOW,
                cure="Give the first column a heading",
            )


_FINANCIAL_YEAR = re.compile(r"(?<!\d)((?:20)?\d\d)\s?[/–-]\s?((?:20)?\d\d)(?!\d)")
_PLAIN_YEAR = re.compile(r"(?<![\d/£,.-])(?:19|20)\d\d(?![\d/,.-])")
_PANDEMIC = {2020, 2021}


def years_in_headings_run_on(report: Report) -> Iterator[TextFinding]:
    """Columns that run from year to year neither repeat a year nor skip one."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None or not table.head_rows:
            continue
        runs: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for column in table.columns:
            year = _year(table.heads[column])
            if year is not None:
                start, text = year
                rest = table.heads[column].replace(text, "")
                runs[" ".join(rest.lower().split())].append((column, start, text))
        for run in runs.values():
            yield from _wrong_years(table, run)


def _year(head: str) -> tuple[int, str] | None:
    """The one year that a heading names, by its first calendar year."""
    spans = list(_FINANCIAL_YEAR.finditer(head))
    if len(spans) == 1:
        first = spans[0][1]
        return (int(first) if len(first) == 4 else 2000 + int(first)), spans[0][0]
    plain = list(_PLAIN_YEAR.finditer(head))
    if not spans and len(plain) == 1:
        return int(plain[0][0]), plain[0][0]
    return None


def _wrong_years(table: NumberTable, run: list[tuple[int, int, str]]) -> Iterator[TextFinding]:
    steps = [later[1] - one[1] for one, later in pairwise(run)]
    regular = sum(step == 1 for step in steps)
    regular = max(regular, sum(step == -1 for step in steps))
    for (column, _, text), (next_column, start, next_text), step in zip(
        run, run[1:], steps, strict=False
    ):
        place = table.grid.cell_place(table.head_rows - 1, next_column)
        quote = f"{table.heads[column]} {table.heads[next_column]}"
        if step == 0 and (regular >= 1 or len(run) == 2):
            yield TextFinding(
                place=place,
                quote=quote,
                message=f"{next_text} stands over columns {column + 1} and {next_column + 1}.",
                confidence=Confidence.MEDIUM,
                cure="Correct the year of one of the columns",
            )
        elif abs(step) == 2 and regular >= 2 and steps.count(step) == 1:
            missed = start - step // 2
            closed = bool({missed, start, start - step} & _PANDEMIC)
            yield TextFinding(
                place=place,
                quote=quote,
                message=f"{text} is followed by {next_text}: a year is skipped.",
                confidence=Confidence.LOW if closed else Confidence.MEDIUM,
                cure="Correct the year or say why one is left out",
            )


# --- units ----------------------------------------------------------------------------------------

_THOUSANDS = re.compile(r"£\W{0,2}(?:000|k)\b|\bthousands?\b|£\s?000", re.IGNORECASE)
_MILLIONS = re.compile(r"£\s?(?:m\b|mn\b|mill)|\(m\)|£?\s?millions?\b", re.IGNORECASE)


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
    *bands.RULES,
    figures_are_well_formed,
    no_row_of_a_table_stands_twice,
    a_label_stands_for_one_row,
    a_column_of_figures_has_a_heading,
    years_in_headings_run_on,
    a_table_keeps_one_unit,
)
