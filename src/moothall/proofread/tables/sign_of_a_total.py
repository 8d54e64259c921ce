"""A total of variances that has the right size and the wrong sign.

“(112), 45, (38), 60, bottom line 45”: they make −45.  A column of variances has one meaning for its
signs; a total that is of another thing than its lines (a net cost under spending and income) may
turn them, and is left alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.agreed_signs import stated_near
from moothall.proofread.tables.columns import Figure, Gap, Line, Sheet, number_table
from moothall.proofread.tables.totals import MOVEMENT, TOTAL

_WHOLE = Expression(
    r"^\W*(?:bottom line|overall|all\b|net (?:variance|position|movement|change)|sum|council|"
    r"general fund|whole|position)",
    re.IGNORECASE,
)
_NET_OF = Expression(r"\b(?:income|cost|spend\w*|expenditure|gross)\b", re.IGNORECASE)
_FEWEST = 3


def a_total_of_variances_has_their_sign(report: Report) -> Iterator[TextFinding]:
    """“(112) + 45 + (38) + 60 = (45)”, and the table says 45."""
    for position, block in enumerate(report.blocks):
        if not isinstance(block, Grid):
            continue
        table = number_table(block)
        if table is None:
            continue
        sheet = table.down()
        lines = [line for line in sheet.lines if any(isinstance(c, Figure) for c in line.cells)]
        if len(lines) <= _FEWEST:
            continue
        *parts, whole = lines
        if not (TOTAL.search(whole.label) or _WHOLE.search(whole.label)):
            continue
        if any(TOTAL.search(line.label) for line in parts):
            continue
        if any(_NET_OF.search(line.label) for line in lines):
            continue
        for rank, head in enumerate(sheet.ranks):
            if MOVEMENT.search(head) or (len(sheet.ranks) == 1 and stated_near(report, position)):
                yield from _turned(sheet, parts, whole, rank)


def _turned(sheet: Sheet, parts: list[Line], whole: Line, rank: int) -> Iterator[TextFinding]:
    total = whole.cells[rank]
    cells = [line.cells[rank] for line in parts]
    if not isinstance(total, Figure) or not total.value:
        return
    if any(not isinstance(cell, Figure) and cell is not Gap.NOTHING for cell in cells):
        return
    figures = [cell for cell in cells if isinstance(cell, Figure) and cell.value]
    signs = {figure.value > 0 for figure in figures}
    if len(figures) < _FEWEST or len(signs) < 2:
        return
    if any(figure.scale != total.scale for figure in figures):
        return
    added = sum((figure.value for figure in figures), Decimal(0))
    slack = sum((figure.half for figure in (*figures, total)), Decimal(0))
    if abs(added + total.value) > slack or abs(added) <= 2 * slack:
        return
    working = " + ".join(figure.text for figure in figures)
    true = f"{abs(added) / total.scale:,f}"
    row, column = sheet.position(whole, rank)
    yield TextFinding(
        place=sheet.grid.cell_place(row, column),
        quote=f"{whole.label} {total.text}",
        message=f"{working} = {'−' if added < 0 else ''}{true}, and the total is printed as "
        f"{total.text}: the sign is the other way.",
        confidence=Confidence.MEDIUM,
        cure="Turn the sign of the total round.",
    )


RULES: tuple[Rule, ...] = (a_total_of_variances_has_their_sign,)
