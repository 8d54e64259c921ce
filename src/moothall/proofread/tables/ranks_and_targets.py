"""Ranks and targets in a table: figures in the order of their ranks, and targets that are met.

A column of ranks runs 1, 2, 3 …, and the figures beside it rise or fall with it but for one pair
that stands the wrong way round.  Of one measure over several quarters, a target is met above it or
below it, not both.  Left alone: ties, several figures out of their order, and rows that are of
different measures.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.statements import periods_named
from moothall.proofread.tables.columns import Figure, NumberTable, number_table

_RANK = Expression(r"^\W*(?:rank(?:ing)?|position|place|pos|no\.? in order)\W*$", re.IGNORECASE)
_TARGET = Expression(r"\b(?:target|standard|limit|goal|plan)\b", re.IGNORECASE)
_ACTUAL = Expression(r"\b(?:actual|performance|result|outturn|achieved|figure|score)\b", re.I)
_MET = Expression(r"^\W*(?:target )?(?:met|achieved|on target|achievement|status)\W*$", re.I)
_YES = Expression(r"^\W*(?:yes|y|met|achieved|✓|✔|green)\W*$|^[✓✔☑]$", re.IGNORECASE)
_NO = Expression(r"^\W*(?:no|n|not met|not achieved|missed|✗|✘|red)\W*$|^[✗✘☒]$", re.IGNORECASE)
_FEWEST_RANKS, _FEWEST_ROWS = 4, 3


def figures_stand_in_the_order_of_their_ranks(report: Report) -> Iterator[TextFinding]:
    """“1 Ash 14.2, 2 Elm 12.9, 3 Oak 13.4, 4 Birch 11.0”: Oak is before Elm."""
    for grid in report.grids:
        if not grid.rows or not any(map(_RANK.match, grid.rows[0])):
            continue
        table = number_table(grid)
        if table is None:
            continue
        rank = next(column for column, head in enumerate(grid.rows[0]) if _RANK.match(head))
        body = [row for row in table.body if re.fullmatch(r"\W*\d{1,2}\W*", grid.rows[row][rank])]
        ranks = [int(re.sub(r"\D", "", grid.rows[row][rank])) for row in body]
        if len(body) < _FEWEST_RANKS or ranks != list(range(1, len(body) + 1)):
            continue
        columns = [column for column in table.columns if column != rank]
        orders = [(column, _out_of_order(table, body, column)) for column in columns]
        if len(orders) == 1 and len(orders[0][1]) == 1:
            column, (row,) = orders[0]
            yield TextFinding(
                place=grid.cell_place(row, column),
                quote=" | ".join(cell.strip() for cell in grid.rows[row]),
                message=f"{grid.rows[row][column].strip()} stands at rank "
                f"{grid.rows[row][rank].strip()}, beneath {grid.rows[row - 1][column].strip()}; "
                "all others stand in order.",
                confidence=Confidence.MEDIUM,
                cure="Correct the figure or the ranks.",
            )


def _out_of_order(table: NumberTable, body: list[int], column: int) -> list[int]:
    """The rows whose figure goes against the way that the column goes; all where it goes none."""
    cells = [table.cells[row][column] for row in body]
    values = [cell.value for cell in cells if isinstance(cell, Figure)]
    if len(values) != len(body):
        return body
    steps = [two - one for one, two in pairwise(values)]
    falls = values[-1] < values[0]
    return [body[n + 1] for n, step in enumerate(steps) if step and (step > 0) == falls]


def a_target_of_one_measure_is_met_on_one_side(report: Report) -> Iterator[TextFinding]:
    """“Q1 90% 92% Yes, Q2 90% 88% Yes, Q3 90% 94% Yes”."""
    for grid in report.grids:
        columns = _columns(grid)
        table = number_table(grid) if columns else None
        if columns is None or table is None:
            continue
        target, actual, met = columns
        rows = []
        for row in table.body:
            goal, got = table.cells[row][target], table.cells[row][actual]
            word = grid.rows[row][met]
            said = True if _YES.match(word) else False if _NO.match(word) else None
            figures = isinstance(goal, Figure) and isinstance(got, Figure)
            if said is None or not figures or goal.value == got.value:
                continue
            rows.append((row, got.value > goal.value, said))
        above = [row for row, over, said in rows if over == said]
        below = [row for row, over, said in rows if over != said]
        odd = above if len(above) == 1 else below
        if len(odd) != 1 or len(rows) < _FEWEST_ROWS:
            continue
        cells = grid.rows[odd[0]]
        yield TextFinding(
            place=grid.cell_place(odd[0], met),
            quote=" | ".join(cell.strip() for cell in cells),
            message=f"{cells[actual].strip()} against {cells[target].strip()} is marked "
            f"“{cells[met].strip()}”; in the other rows the target is met on the other side.",
            confidence=Confidence.MEDIUM,
            cure="Correct the mark or the figure.",
        )


def _columns(grid: Grid) -> tuple[int, int, int] | None:
    """Where target, result and mark stand, in a table whose rows are periods of one measure."""
    if len(grid.rows) <= _FEWEST_ROWS:
        return None
    heads = grid.rows[0]
    met = [n for n, head in enumerate(heads) if _MET.match(head)]
    target = [n for n, head in enumerate(heads) if _TARGET.search(head) and n not in met]
    actual = [
        n for n, head in enumerate(heads) if _ACTUAL.search(head) and n not in (*met, *target)
    ]
    if len(met) != 1 or len(target) != 1 or len(actual) != 1:
        return None
    if not all(_is_a_period(row[0]) for row in grid.rows[1:]):
        return None
    return target[0], actual[0], met[0]


def _is_a_period(label: str) -> bool:
    return (
        bool(periods_named(label)) or re.fullmatch(r"\W*(?:Q|Quarter )[1-4]\W*", label) is not None
    )


RULES: tuple[Rule, ...] = (
    figures_stand_in_the_order_of_their_ranks,
    a_target_of_one_measure_is_met_on_one_side,
)
