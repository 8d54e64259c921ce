"""Figures as written: thousands in threes, brackets closed, no letter for a digit."""

import re
from collections.abc import Iterator
from itertools import chain

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, NumberTable, number_table, read_cell

_WELL_GROUPED = Expression(r"^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$")
_DATE_LIKE = Expression(r"^\d{1,2}[./]\d{1,2}[./](?:\d\d|\d{4})$")
_LETTERED = Expression(r"^\d[\d,.]*[OoIl][\d,.]*\d$|^[OoIl]\d[\d,.]*\d$|^\d[\d,.]*\d[OoIl]$")
_SPACED = Expression(r"^\d{1,3}(?: \d{3})+(?:\.\d+)?$")
_SPACED_COMMA = Expression(r"^\d{1,3}(?:\s?,\s\d{3}|\s,\d{3})+(?:\.\d+)?$")
_CONTINENTAL = Expression(r"^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$")
_LETTERED_MONEY = Expression(r"£\s?[\d,.]{0,15}\d[Oo][\dOo,.]{0,15}\b(?<![A-Za-z]{2})")
_NEGATIVE_WITH_TWO_POINTS = Expression(r"(?<![\w.])[-–−]\d{1,3}\.\d{3}\.\d{1,2}(?![\w.])")
_POINT_FOR_COMMA = Expression(
    r"£\s?\d{1,3}(?:,\d{3})+\.\d{3}(?!\d|\s?(?:m|k|bn|million|billion)\b)"
)
_LOST_DIGITS = Expression(r"£\s?,\d{3}\b")
_COMMA_FOR_POINT = Expression(r"^\d+,(?:\d|\d\d)$")
_THREE_DECIMALS = Expression(r"^\d{1,3}(?:,\d{3})+\.\d{3}$")
_DECIMALS = Expression(r"\.\d{3}(?!\d)")
_INDIAN = Expression(r"£?(?<![\d,.])\d{1,3},\d\d,\d{3}(?![\d,])")


def figures_are_well_formed(report: Report) -> Iterator[TextFinding]:
    """Thousands stand in threes, brackets close, no letter stands for a digit."""
    scanned = report.file.lower().endswith(
        ".pdf"
    )  # taking text out of a PDF can lose or add spaces
    for grid in report.grids:
        table = number_table(grid)
        if table is not None:
            yield from _malformed_cells(table, scanned=scanned)
    bare = [
        (grid.cell_place(row, column), cell)
        for grid in report.grids
        if number_table(grid) is None
        for row, cells in enumerate(grid.rows)
        for column, cell in enumerate(cells)
    ]
    for place, words in chain(((prose.place, prose.text) for prose in report.prose), bare):
        for text, fault in _malformed_in(words):
            yield TextFinding(
                place=place,
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
            others = (grid.rows[each][column] for each in table.body if each != row)
            decimals = _COMMA_FOR_POINT.match(text.strip("-+£()% ")) and _has_points(
                table, row, column
            )
            grouped = "," in text and any(_GROUPED.search(other) for other in others)
            found = _cell_fault(text, commas=commas, grouped=grouped)
            if found is None and _THREE_DECIMALS.match(text.strip("-+£()% ")):
                found = _a_point_alone(table, row, column)
            if found is None:
                continue
            fault, confidence = found
            if decimals:
                fault, confidence = "a comma stands for the point", Confidence.MEDIUM
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


def _has_points(table: NumberTable, row: int, column: int) -> bool:
    """Whether two other cells of the column, or all of few, have as many decimals after a point."""
    text = table.grid.rows[row][column].strip("-+£()% ")
    places = len(text.partition(",")[2])
    others = [
        cell
        for each in table.body
        if each != row and isinstance(cell := table.cells[each][column], Figure)
    ]
    return sum(cell.places == places for cell in others) >= _ENOUGH_POINTS


_ENOUGH_POINTS = 2


def _a_point_alone(table: NumberTable, row: int, column: int) -> tuple[str, Confidence] | None:
    """Thousands before the point and three digits after it, where no other cell has three."""
    others = (
        table.grid.rows[each][other]
        for each in table.body
        for other in table.columns
        if (each, other) != (row, column)
    )
    if any(_DECIMALS.search(other) for other in others):
        return None
    return "a point stands for the comma", Confidence.MEDIUM


_GROUPED = Expression(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")


def _cell_fault(text: str, *, commas: bool, grouped: bool) -> tuple[str, Confidence] | None:
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
            if "£" in text or plain.startswith(("-", "(")):
                return "it has two points", Confidence.HIGH
            return None  # a reference or a date
        money = "£" in text or len(core.replace(",", "")) > 4
        known = Confidence.MEDIUM if grouped else Confidence.LOW
        return "its commas do not part thousands", (Confidence.HIGH if money else known)
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
    for match in _NEGATIVE_WITH_TWO_POINTS.finditer(text):
        yield match[0], "it has two points"
    for match in _POINT_FOR_COMMA.finditer(text):
        yield match[0], "three digits stand after its point"
    for match in _LOST_DIGITS.finditer(text):
        yield match[0], "no digit stands before its comma"
    for match in _INDIAN.finditer(text):
        yield match[0], "its commas do not part thousands"


RULES: tuple[Rule, ...] = (figures_are_well_formed,)
