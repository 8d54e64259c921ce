"""Limits and targets: what the words call above or below one, against the table that has it."""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    mark,
)
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures

_CURE = "Correct the words or the table."

# --- above and below a row of the table -----------------------------------------------------------

_AGAINST = Expression(
    rf"{mark('x', 'MCP')}[^«»;.()]{{0,50}}?\b(?:(?P<over>exceed(?:s|ed|ing)?|(?:is|was|are|were|"
    rf"stands?|stood|"
    r"remains?)\s(?:[a-z]+\s){0,2}?(?:above|over|higher than|more than|greater than|"
    r"in excess of)|breach(?:es|ed))|"
    r"(?P<under>(?:is|was|are|were|stands?|stood|remains?|falls?|fell|stays?|stayed|comes|"
    r"came)\s(?:[a-z]+\s){0,2}?"
    r"(?:below|under|within|lower than|less than|short of)))\s(?:the\s|its\s|our\s|both the\s)?"
    r"(?P<what>[A-Za-z][^«»;.,()]{3,60}?)(?=[,;.()]|\s(?:but|and|which|by|of|set|for|in|at|as|"
    r"while)\b|$)",
    re.IGNORECASE,
)


def what_is_called_above_a_row_is_above_it(report: Report) -> Iterator[TextFinding]:
    """“Debt of £478.5m exceeds the operational boundary”, which the table has at 640.0."""
    tables = [(grid, figures(grid)) for grid in tables_of(report)]
    for paragraph, one in each_sentence(report, 1):
        if paragraph.cell:
            continue
        for match in _AGAINST.finditer(one.pattern):
            x = one.figure(match["x"])
            if re.search(r"\b(?:not|never|no)\b", match[0]):
                continue
            for grid, cells in tables:
                found = _row_against(x, one, match["what"], cells)
                if found is None:
                    continue
                own, other = found
                over = bool(match["over"])
                if own.value == other.value or (own.value > other.value) == over:
                    break
                word = match["over"] or match["under"]
                yield finding_on(
                    paragraph,
                    one,
                    f"{x.text} {word} “{other.label}”, the text says; the table has "
                    f"{_cell_text(grid, other)} for it "
                    f"({grid.cell_place(other.row, other.column)}).",
                    _CURE,
                    Confidence.HIGH,
                )
                break


def _cell_text(grid: Grid, cell: Cell) -> str:
    return grid.rows[cell.row][cell.column].strip()


def _row_against(
    x: Figure, one: Sentence, what: str, cells: list[Cell]
) -> tuple[Cell, Cell] | None:
    """The cell of the figure and the cell of the row named, in one column."""
    named = concepts(what) - WEAK
    if not named:
        return None
    words = concepts(one.text)
    for own in cells:
        scaled = {own.value, own.value * 1_000, own.value * 1_000_000}
        if not any(abs(value - x.size) <= x.amount.step / 2 for value in scaled if value):
            continue
        if not (concepts(own.label) - WEAK) & words:
            continue
        for other in cells:
            label = concepts(other.label) - WEAK
            if other.column != own.column or other.row == own.row or other.kind is not own.kind:
                continue
            if label and label <= named and len(label) >= 2:
                return own, other
    return None


_AIMED = Expression(
    rf"{mark('x', 'MCP')}\)?,?\s(?:which\s)?(?:is|was|are|were|remains?|"
    rf"stands?)\s(?:[a-z]+\s){{0,2}}?"
    r"(?P<way>above|over|higher than|better than|ahead of|below|under|lower than|short of)\s"
    r"(?:the\s|its\s|our\s)?(?:[a-z]+\s)?target\b(?!\s(?:of|set)\s«)",
    re.IGNORECASE,
)


def what_is_called_above_target_is_above_it(report: Report) -> Iterator[TextFinding]:
    """“At 97.8% it is above target”, where the row's target is 98.5%."""
    for paragraph, one in each_sentence(report, 1):
        match = None if paragraph.cell else _AIMED.search(one.pattern)
        if match is None:
            continue
        x = one.figure(match["x"])
        over = match["way"].lower() in ("above", "over", "higher than")
        if match["way"].lower() in ("better than", "ahead of"):
            continue  # less may be better
        for grid in tables_of(report):
            cells = figures(grid)
            aims = {c.row: c for c in cells if re.search(r"\btarget", c.head, re.IGNORECASE)}
            for cell in cells:
                aim = aims.get(cell.row)
                named = (concepts(cell.label) - WEAK) & concepts(one.text)
                if aim is None or aim is cell or not named or cell.kind is not x.kind:
                    continue
                if abs(cell.value - x.size) > x.amount.step / 2 or cell.value == aim.value:
                    continue
                if (cell.value > aim.value) == over:
                    return
                yield finding_on(
                    paragraph,
                    one,
                    f"{x.text} is called {match['way']} target; the table's target for "
                    f"“{cell.label}” is {_cell_text(grid, aim)}.",
                    _CURE,
                    Confidence.HIGH,
                )
                break


RULES: tuple[Rule, ...] = (
    what_is_called_above_a_row_is_above_it,
    what_is_called_above_target_is_above_it,
)
