"""A last line that is the sum of those above it but for the sign of one of them.

“Gross 4,820, rents (1,365), grant (740), net 4,195”: the rents are taken off and the grant is
added.  Where two lines or more are in brackets, the others show what brackets mean; where one only
is, the sum of all without their signs may be what is meant, and nothing is said.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Place, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, Gap, Line, Sheet, number_table
from moothall.proofread.tables.figure_lines import figure_lists
from moothall.proofread.tables.totals import APART, TOTAL

_LAST = Expression(
    r"^\W*(?:net|gross|balance|bottom line|overall|closing|remaining|position|result|sum|all|"
    r"surplus|deficit|budget gap|gap|requirement|cost)\b",
    re.IGNORECASE,
)
_FEWEST, _FEWEST_BRACKETS = 3, 2


def one_line_is_not_added_where_the_like_are_taken_off(report: Report) -> Iterator[TextFinding]:
    """4,820 − 1,365 − 740 is 2,715; 4,195 has the grant added to it."""
    for grid in report.grids:
        yield from _in(grid, None)
    for grid, places in figure_lists(report):
        yield from _in(grid, places)


def _in(grid: Grid, places: tuple[Place, ...] | None) -> Iterator[TextFinding]:
    table = number_table(grid)
    if table is None:
        return
    sheet = table.down()
    lines = [line for line in sheet.lines if any(isinstance(c, Figure) for c in line.cells)]
    if len(lines) <= _FEWEST:
        return
    *parts, whole = lines
    if not (TOTAL.search(whole.label) or _LAST.search(whole.label)):
        return
    if any(TOTAL.search(line.label) for line in parts):
        return
    for rank in range(len(sheet.ranks)):
        message = _amiss(sheet, parts, whole, rank)
        if message:
            row, column = sheet.position(whole, rank)
            yield TextFinding(
                place=places[row] if places else grid.cell_place(row, column),
                quote=f"{whole.label} {_text(whole, rank)}",
                message=message,
                confidence=Confidence.MEDIUM,
                cure="Correct the sign or the total.",
            )


def _amiss(sheet: Sheet, parts: list[Line], whole: Line, rank: int) -> str | None:
    cells = [line.cells[rank] for line in parts]
    total = whole.cells[rank]
    if not isinstance(total, Figure) or APART.search(sheet.ranks[rank]):
        return None
    if any(not isinstance(cell, Figure) and cell is not Gap.NOTHING for cell in cells):
        return None
    figures = [cell for cell in cells if isinstance(cell, Figure) and cell.value]
    taken_off = [figure for figure in figures if figure.value < 0]
    if len(figures) < _FEWEST or len(taken_off) < _FEWEST_BRACKETS:
        return None
    if any(figure.kind is Kind.PERCENT or figure.scale != total.scale for figure in figures):
        return None
    added = sum((figure.value for figure in figures), Decimal(0))
    slack = sum((figure.half for figure in (*figures, total)), Decimal(0))
    off = total.value - added
    if abs(off) <= slack or abs(abs(total.value) - abs(added)) <= slack:
        return None
    if _has_a_part_total(figures):
        return None
    turned = [figure for figure in figures if abs(off + 2 * figure.value) <= slack]
    if len(turned) != 1 or len(taken_off) == len(figures):
        return None
    working = " ".join(figure.text for figure in figures)
    how = "added" if turned[0].value < 0 else "taken off"
    return (
        f"{working} make {added:,f}, not {total.text}: {turned[0].text} has been {how}, against "
        "its sign."
    )


def _has_a_part_total(figures: list[Figure]) -> bool:
    """Whether one of them is the sum of those just above it: (88), (145), (20), then (253)."""
    return any(
        figures[at].value == sum((one.value for one in figures[since:at]), Decimal(0))
        for at in range(2, len(figures))
        for since in range(at - 1)
    )


def _text(line: Line, rank: int) -> str:
    cell = line.cells[rank]
    return cell.text if isinstance(cell, Figure) else ""


RULES: tuple[Rule, ...] = (one_line_is_not_added_where_the_like_are_taken_off,)
