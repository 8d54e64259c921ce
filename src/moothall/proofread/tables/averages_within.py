"""Averages within their bounds: a mean lies between the least and the most of what it is of."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, Line, Sheet, number_table

_LEAST_OF = Expression(
    r"^\W*(?:min(?:imum)?|lowest|least|smallest|shortest|cheapest)\.?(?!\w)[^%]{0,24}$",
    re.IGNORECASE,
)
_MOST_OF = Expression(
    r"^\W*(?:max(?:imum)?|highest|most|largest|longest|dearest)\.?(?!\w)[^%]{0,24}$", re.IGNORECASE
)
_MIDDLE = Expression(
    r"^\W*(?:arithmetic )?(?:means?|medians?|averages?|avg|mode)\.?(?!\w)(?! (?:annual )?"
    r"(?:change|target|increase|rise))[^%]{0,24}$",
    re.IGNORECASE,
)
_LIMIT = Expression(r"\b(?:target|limit|allowed|permitted|capacity|required|standard)\b", re.I)


def an_average_lies_between_least_and_most(report: Report) -> Iterator[TextFinding]:
    """Where a table has a least, a most and a mean or median, that lies between the two."""
    for grid in report.grids:
        table = number_table(grid)
        if table is None or len(table.columns) < 1:
            continue
        for sheet in (table.across(), table.down()):
            yield from _of_sheet(sheet)


def _of_sheet(sheet: Sheet) -> Iterator[TextFinding]:
    lowest, highest = _only(sheet, _LEAST_OF), _only(sheet, _MOST_OF)
    middles = [line for line in sheet.lines if _MIDDLE.match(line.label)]
    if lowest is None or highest is None or not middles or _LIMIT.search(sheet.grid.caption):
        return
    ordered = [_bounds(lowest, highest, rank) for rank in range(len(sheet.ranks))]
    wrong = sum(
        low is not None and high is not None and low.value > high.value for low, high in ordered
    )
    told = [each for each in ordered if None not in each]
    if wrong * 3 > len(told):
        return  # the columns are not what their names say
    for rank, (low, high) in enumerate(ordered):
        if low is None or high is None or low.value > high.value:
            continue
        for line in middles:
            cell = line.cells[rank]
            if not isinstance(cell, Figure) or {low.kind, high.kind} != {cell.kind}:
                continue
            if low.value - low.half - cell.half <= cell.value <= high.value + high.half + cell.half:
                continue
            above = cell.value > high.value
            bound, name = (high, highest.label) if above else (low, lowest.label)
            row, column = sheet.position(line, rank)
            yield TextFinding(
                place=sheet.grid.cell_place(row, column),
                quote=" ".join(text.strip() for text in sheet.grid.rows[row] if text.strip())[:160],
                message=f"“{line.label}” is {cell.text}, {'above' if above else 'below'} “{name}”, "
                f"{bound.text}: it must lie between {low.text} and {high.text}.",
                confidence=Confidence.HIGH,
                cure="Correct the average or the bound that is wrong.",
            )


def _bounds(lowest: Line, highest: Line, rank: int) -> tuple[Figure | None, Figure | None]:
    low, high = lowest.cells[rank], highest.cells[rank]
    return (low if isinstance(low, Figure) else None, high if isinstance(high, Figure) else None)


def _only(sheet: Sheet, name: Expression) -> Line | None:
    found = [line for line in sheet.lines if name.match(line.label)]
    return found[0] if len(found) == 1 and not _LIMIT.search(found[0].label) else None


RULES: tuple[Rule, ...] = (an_average_lies_between_least_and_most,)
