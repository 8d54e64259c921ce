"""Counts that cross: where one row and one column alone are off, and by the same.

Of 14 + 9 + 17 lamps that are said to be 41, rounding may be why; so it may of 9 lit and 4 dark that
are said to be 14.  Where these two sums meet in one figure, which would set both right, and every
other sum of the table is exact, the figure is wrong: what is counted is not rounded.

Tables of money, of shares and of what is measured or estimated are left alone.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.casting import ACROSS, AS_ROUNDING_MAY, DOWN
from moothall.proofread.tables.columns import Figure, NumberTable
from moothall.proofread.tables.equations import Equation, Where
from moothall.proofread.tables.sureness_of_rounding import (
    is_in_words_of_counts,
    is_in_words_of_measures,
    is_in_words_of_units,
)

_FEWEST_OTHERS = 2
_SMALL = 1_000
"""Whole numbers below it are counted to the last one, where no word says otherwise."""


def sure_where_counts_cross(
    report: Report, grid: Grid, table: NumberTable, sums: Iterable[Equation]
) -> list[Equation]:
    """The sums of a table, the two that cross in a wrong count told as sure."""
    equations = list(sums)
    wrong = [one for one in equations if _off(table, one)]
    if len(wrong) != len((DOWN, ACROSS)) or {one.rule for one in wrong} != {DOWN, ACROSS}:
        return equations
    others = [one for one in equations if one not in wrong]
    if any(
        sum(one.rule == rule and one.telling for one in others) < _FEWEST_OTHERS
        for rule in (DOWN, ACROSS)
    ):
        return equations
    if not _may_be_rounded(wrong) or _crossing(*wrong) is None:
        return equations
    if not _is_of_counts(report, grid, table):
        return equations
    return [_sure(one) if one in wrong else one for one in equations]


def _off(table: NumberTable, one: Equation) -> Decimal:
    """By how much a printed total differs from its sum."""
    row, column = one.total
    printed = table.cells[row][column]
    return printed.value - one.needs[one.total] if isinstance(printed, Figure) else Decimal(0)


def _may_be_rounded(wrong: list[Equation]) -> bool:
    """Whether both are told as what rounding may do."""
    return all(one.finding and AS_ROUNDING_MAY in one.finding.message for one in wrong)


def _crossing(one: Equation, other: Equation) -> Where | None:
    """The figure in which two sums meet, if one value of it sets both right."""
    meeting = [where for where, value in one.needs.items() if other.needs.get(where, None) == value]
    return meeting[0] if len(meeting) == 1 else None


def _is_of_counts(report: Report, grid: Grid, table: NumberTable) -> bool:
    """Whether the figures are whole numbers of people or things, by the words in and over them."""
    figures = [
        cell
        for row in table.body
        for column in table.columns
        if isinstance(cell := table.cells[row][column], Figure)
    ]
    if any(f.kind is not Kind.COUNT or f.places or f.scale != 1 or f.value < 0 for f in figures):
        return False
    cells = " ".join(cell for row in grid.rows for cell in row)
    words = f"{grid.caption} {grid.place.section} {cells}"
    if is_in_words_of_measures(words) or is_in_words_of_units(_words_over(report, grid)):
        return False
    return is_in_words_of_counts(words) or all(f.value < _SMALL for f in figures)


def _words_over(report: Report, grid: Grid) -> str:
    """The text right over a table, where its unit may stand."""
    position = next(n for n, block in enumerate(report.blocks) if block is grid)
    before = report.blocks[max(0, position - 2) : position]
    return " ".join(block.text for block in before if isinstance(block, Prose | Heading))


def _sure(one: Equation) -> Equation:
    finding = one.finding
    if finding is None:
        raise ValueError("only sums of which something is told are made sure")
    return replace(one, holds=False, finding=_counted(finding))


def _counted(finding: TextFinding) -> TextFinding:
    message = finding.message.replace(AS_ROUNDING_MAY, ": what is counted is not rounded")
    return replace(
        finding,
        message=message,
        confidence=Confidence.MEDIUM,
        cure="Correct the total or the figure that is wrong",
    )
