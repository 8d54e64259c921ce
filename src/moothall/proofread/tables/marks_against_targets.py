"""Marks against targets: a row marked “met”, or green, whose figure falls short of its target.

The table has a column of targets, one of figures beside it and one of marks; whether more or less
is better is said by the target's cell (“at least 80%”, “< 8 days”) or by what the row measures, and
where neither says, the row is left alone.  A mark that tells whether the target was met is held to
it.  Of red, amber and green, for which there may be a tolerance, only red where the target is met
is told, and green of a row that misses by more than another which is not green.  Silent where
most marks of the table do not fit: then the columns are read amiss.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.measures import more_of_it_is_good
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression

_TARGET = Expression(r"\btargets?\b|\bstandard\b|\bgoal\b|\bplan(?:ned)?\b", re.IGNORECASE)
_MARK = Expression(
    r"\b(?:status|rag|rating|met|achieved|on target|on track|target met|against target)\b|\?\s*$",
    re.IGNORECASE,
)
_FIGURE = Expression(
    r"\b(?:actual|outturn|result|performance|achieved|current|latest|value|year to date|ytd|"
    r"q[1-4]|quarter|(?:19|20)\d\d|position|this (?:year|quarter|month))\b",
    re.IGNORECASE,
)
_NO_FIGURE = Expression(
    r"\b(?:previous|last|prior|change|variance|difference|trend|baseline|national|average|england|"
    r"benchmark|gap)\b",
    re.IGNORECASE,
)
_CELL = Expression(
    r"^(?P<bound>(?:≥|>=?|≤|<=?|at (?:least|most)|no (?:more|fewer|less) than|(?:a )?"
    r"min(?:imum)?(?: of)?|(?:a )?max(?:imum)?(?: of)?|more than|less than|fewer than|"
    r"up to|under|below|within|over|above)\s?)?"
    r"£?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?(?P<unit>%|m|k|bn)?"
    r"(?:\s?(?:working |calendar )?(?:days?|weeks?|hours?|minutes?|mins?|months?|or (?P<or>more|"
    r"less|fewer|over|under|above|below)))?$",
    re.IGNORECASE,
)
_AT_LEAST = Expression(
    r"^(?:≥|>|at least|no (?:fewer|less)|(?:a )?min|more than|over|above|more$)", re.IGNORECASE
)
_FEWEST_THAT_FIT = 2
_CURE = "Correct the mark or the figures."


class _Mark(StrEnum):
    MET = "met"
    MISSED = "missed"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_MISSED = (
    r"(?:target )?(?:not (?:met|achieved|on target|on track)|missed|no|n|off target|below target|"
    r"✗|✘|x|failed|behind(?: target)?)"
)
_MET = r"(?:target )?(?:met|achieved|yes|y|on target|✓|✔|exceeded|above target|on or above target)"
_AS_MARKED = tuple(
    (mark, Expression(rf"^\W{{0,2}}{words}\W{{0,2}}$", re.IGNORECASE))
    for mark, words in (
        (_Mark.MISSED, _MISSED),
        (_Mark.MET, _MET),
        (_Mark.GREEN, r"(?:g|green)"),
        (_Mark.AMBER, r"(?:a|amber)"),
        (_Mark.RED, r"(?:r|red)"),
    )
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its mark and by how much it misses its target, as a share of it."""

    place: int
    label: str
    target: str
    figure: str
    mark: _Mark
    misses_by: Decimal

    @property
    def is_met(self) -> bool:
        return self.misses_by <= 0


def a_mark_against_a_target_fits_its_row(report: Report) -> Iterator[TextFinding]:
    """“Sickness days | target 8.0 | actual 9.4 | Met”: 9.4 misses it."""
    for grid in report.grids:
        columns = _columns(grid)
        if columns is None:
            continue
        rows = list(_rows(grid, *columns))
        wrong = [(row, why) for row in rows if (why := _why_wrong(row, rows))]
        if len(rows) - len(wrong) < max(_FEWEST_THAT_FIT, len(wrong)):
            continue
        for row, why in wrong:
            yield TextFinding(
                place=grid.cell_place(row.place, columns[2]),
                quote=" ".join(cell for cell in grid.rows[row.place] if cell),
                message=why,
                cure=_CURE,
                confidence=Confidence.MEDIUM,
            )


def _columns(grid: Grid) -> tuple[int, int, int] | None:
    """The columns of the targets, of the figures held against them and of the marks."""
    if not grid.head_rows or len(grid.rows) - grid.head_rows <= _FEWEST_THAT_FIT:
        return None
    heads = [
        " ".join(grid.rows[row][column] for row in range(grid.head_rows))
        for column in range(len(grid.rows[0]))
    ]
    marks = [at for at, head in enumerate(heads) if at and _MARK.search(head)]
    marks = [at for at in marks if any(_marked(row[at]) for row in grid.rows[grid.head_rows :])]
    targets = [
        at for at, head in enumerate(heads) if at and _TARGET.search(head) and at not in marks
    ]
    figures = [
        at
        for at, head in enumerate(heads)
        if at and at not in marks + targets and _FIGURE.search(head) and not _NO_FIGURE.search(head)
    ]
    if len(marks) != 1 or len(targets) != 1 or not figures:
        return None
    return targets[0], _beside(figures, targets[0], marks[0]), marks[0]


def _beside(figures: list[int], target: int, mark: int) -> int:
    """The figures right before the marks or else next to the targets: the latest of several."""
    return mark - 1 if mark - 1 in figures else min(figures, key=lambda at: abs(at - target))


def _marked(cell: str) -> _Mark | None:
    return next((mark for mark, form in _AS_MARKED if form.match(cell.strip())), None)


def _rows(grid: Grid, target: int, figure: int, mark: int) -> Iterator[_Row]:
    for place, cells in enumerate(grid.rows[grid.head_rows :], start=grid.head_rows):
        aim, got = (_CELL.match(cells[at].strip()) for at in (target, figure))
        marked = _marked(cells[mark])
        if aim is None or got is None or marked is None or aim["unit"] != got["unit"]:
            continue
        bound = aim["bound"] or aim["or"] or ""
        up = bool(_AT_LEAST.match(bound)) if bound else more_of_it_is_good(cells[0])
        wanted, have = (Decimal(each["figure"].replace(",", "")) for each in (aim, got))
        if up is None or not wanted:
            continue
        misses = (wanted - have if up else have - wanted) / wanted
        yield _Row(place, cells[0], cells[target].strip(), cells[figure].strip(), marked, misses)


def _why_wrong(row: _Row, rows: list[_Row]) -> str | None:
    told = f"“{row.label.strip()}”: {row.figure} against a target of {row.target}"
    if row.mark is _Mark.MET and not row.is_met:
        return f"{told} misses it, and is marked as met."
    if row.mark in (_Mark.MISSED, _Mark.RED) and row.is_met:
        return f"{told} meets it, and is marked as {row.mark}."
    if row.mark is not _Mark.GREEN or row.is_met:
        return None
    nearer = [
        one
        for one in rows
        if one.mark in (_Mark.AMBER, _Mark.RED) and 0 < one.misses_by <= row.misses_by
    ]
    if not nearer:
        return None
    return (
        f"{told} is green, and “{nearer[0].label.strip()}”, which misses its target by less, "
        f"is {nearer[0].mark}."
    )


RULES: tuple[Rule, ...] = (a_mark_against_a_target_fits_its_row,)
