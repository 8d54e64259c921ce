"""Labels and values: the fields of a report with what stands beside, under or after them.

“Report author: J. Hart; legal clearance: M. Lane” in one line, a row or a column of a table, a
label over its value.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Heading, Place, Prose, Report
from moothall.proofread.reading.expressions import Expression

PERSON = (
    r"(?:(?:Mrs?|Ms|Miss|Dr)\.?\s[A-Z][A-Za-z’'-]+|"
    r"(?:[A-Z][a-z’'-]+|[A-Z]\.)(?:\s(?:[A-Z]\.\s?)?[A-Z][A-Za-z’'-]+){1,2})"
)
LONGEST_VALUE = 120
_LINE_FIELD = Expression(
    r"(?:^|(?<=[.;]\s))(?P<label>[A-Z][^:.;]{2,70}):\s+"
    r"(?P<value>(?:[A-Z]\.\s?)?[^:.;]{3,80}?(?:\s[–—-]\s[A-Z]\.\s?[A-Z][\w’'-]+)?)(?=[.;]|,\s|$)"
)


def labels_and_values(report: Report) -> Iterator[tuple[str, str, Place]]:
    """Labels with what stands beside, under or after them: in lines, in rows, in columns."""
    for block in report.blocks:
        if isinstance(block, Grid):
            yield from _cells(block)
        elif isinstance(block, Prose | Heading):
            for part in _RUN_ON_BY.split(block.text):
                for match in _LINE_FIELD.finditer(part):
                    yield match["label"], match["value"], block.place
            if _CONSULTED.match(block.text):
                for part in _PARTS.finditer(block.text):
                    yield f"{part['label']} clearance", part["who"], block.place
            run_on = _RUN_ON.match(block.text)
            if run_on is not None:
                yield run_on["label"], run_on["who"], block.place
    for one, other in pairwise(report.blocks):
        if isinstance(one, Prose | Heading) and isinstance(other, Prose | Heading):
            label = one.text.split("(")[0].strip(" :")
            if _IS_LABEL.search(label) and len(other.text) <= LONGEST_VALUE:
                yield label, other.text, other.place


def _cells(grid: Grid) -> Iterator[tuple[str, str, Place]]:
    for row, cells in enumerate(grid.rows):
        for column, (label, beside) in enumerate(pairwise(cells)):
            yield label, beside, grid.cell_place(row, column + 1)
        if len(cells) == 2:  # a name, and what they did with it
            yield cells[1], cells[0], grid.cell_place(row, 0)
    for row, cells in enumerate(grid.rows[1:3], start=1):
        for column, cell in enumerate(cells[: len(grid.rows[0])]):
            yield grid.rows[0][column], cell, grid.cell_place(row, column)


_RUN_ON_BY = Expression(r"(?<=[a-z]) (?=[A-Z][a-z]+ (?:\w+ ){0,2}by:)")
"""Where plain text runs the next field on: “… Systems Lead Checked by: J. Hebb”."""
_CONSULTED = Expression(r"^\W*(?:officers )?(?:consulted|cleared with|clearance)\b", re.IGNORECASE)
_PARTS = Expression(
    rf"\b(?P<label>Legal|Finance|Equalities|Procurement)\s*[–-]\s*(?P<who>{PERSON})"
)
"""“Consulted: Legal – F. Hull; Finance – F. Hull”."""
_RUN_ON = Expression(rf"^(?P<label>Responsible (?:Officer|Head of Service)) (?P<who>{PERSON})$")
"""A label and a name without a colon, as a form comes out of its database."""
_IS_LABEL = Expression(
    r"^(?:[A-Z]\w+ ){0,3}(?:[Aa]uthor|[Oo]fficer|\w+ by|[Cc]learance|[Ss]ign-?off)$"
)
