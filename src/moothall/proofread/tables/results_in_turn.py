"""Results in turn: a statement whose every result is the one before with the lines between.

Income less spending makes the operating result; with net interest, the surplus; with adjustments,
the adjusted one.  Where all but one of the results follow so to the last place, the odd one is
wrong.  Left alone: columns in which fewer than two follow, and small figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.accounts import RULES as ACCOUNTS
from moothall.proofread.tables.columns import Figure, Line, Sheet, number_table
from moothall.proofread.tables.equations import shown

_RESULT = Expression(
    r"\b(?:surplus|deficit|result|net (?:cost|expenditure|income|position|assets|outturn|budget)|"
    r"total|sub-?total|balance|closing|outturn|overspend|underspend)\b",
    re.IGNORECASE,
)
_FEWEST_THAT_FOLLOW, _FEWEST_LINES = 2, 5
_LEAST = 20
"""In last places: smaller sums come about by chance."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A result, and what the one before it with the lines between comes to."""

    line: Line
    printed: Figure
    before: Figure | None
    made: Decimal
    slack: Decimal

    @property
    def follows(self) -> bool:
        return abs(self.made - self.printed.value) <= self.slack


def results_follow_from_those_before_them(report: Report) -> Iterator[TextFinding]:
    """“(1,118), net interest 1,415, surplus 309, adjustments (42), adjusted surplus 267”: 297."""
    for grid in report.grids:
        if sum(bool(_RESULT.search(" ".join(row[:2]))) for row in grid.rows) <= _FEWEST_THAT_FOLLOW:
            continue
        table = number_table(grid)
        if table is None or len(grid.rows) - table.head_rows < _FEWEST_LINES:
            continue
        sheet = table.down()
        for rank in range(len(table.columns)):
            yield from _odd_one(sheet, rank)


def _odd_one(sheet: Sheet, rank: int) -> Iterator[TextFinding]:
    steps = list(_steps(sheet.lines, rank))
    failing = [step for step in steps if not step.follows]
    if not _one_is_wrong(failing, len(steps) - len(failing)):
        return
    step = failing[0]
    if abs(step.printed.value) < _LEAST * step.printed.half * 2:
        return
    since = f"{step.before.text} with the lines" if step.before else "The lines above"
    yield TextFinding(
        place=sheet.place(step.line, rank),
        quote=f"{step.line.label}: {step.printed.text}",
        message=f"{since} {'between ' if step.before else ''}"
        f"{'makes' if step.before else 'make'} {shown(step.made, step.printed)}, not "
        f"{step.printed.text}; the other results of the column follow so.",
        confidence=Confidence.MEDIUM,
        cure="Correct the result, or one of the lines.",
    )


def _one_is_wrong(failing: list[_Step], following: int) -> bool:
    """Whether one result does not follow; or one and the next, which does if that is set right."""
    if len(failing) == 1:
        return following >= _FEWEST_THAT_FOLLOW
    one, *others = failing or (None,)
    if one is None or len(others) != 1 or others[0].before is not one.printed:
        return False
    two = others[0]
    return abs(two.made - one.printed.value + one.made - two.printed.value) <= two.slack


def _steps(lines: tuple[Line, ...], rank: int) -> Iterator[_Step]:
    before: Figure | None = None
    between: list[Figure] = []
    for line in lines:
        cell = line.cells[rank]
        if not isinstance(cell, Figure) or cell.kind is Kind.PERCENT:
            continue
        if not _RESULT.search(line.label):
            between.append(cell)
            continue
        if between:
            added = [*([before] if before else []), *between]
            made = sum((one.value for one in added), Decimal(0))
            yield _Step(line, cell, before, made, cell.half * len(added))
        before, between = cell, []


RULES: tuple[Rule, ...] = (where_nothing_is_told(results_follow_from_those_before_them, ACCOUNTS),)
