"""Equations: what the figures of a table say of one another, and which figure breaks several.

A cell that is wrong breaks the sum of its column and that of its row; one that is right is vouched
for by the sums that hold.  So the figure which, set right, mends most of what fails and breaks
nothing that holds is named as the culprit, in one finding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.tables.columns import Figure, NumberTable

Where = tuple[int, int]
"""Row and column of a cell, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """A sum, difference or product that a table prints, and whether it holds.

    `needs` says for each of its cells what value it would need for the equation to hold, as far as
    rounding (`slack`) can tell; `total` is the cell that is printed as the result.
    """

    rule: str
    total: Where
    cells: frozenset[Where]
    holds: bool
    telling: bool = True
    needs: dict[Where, Decimal] = field(default_factory=dict, compare=False)
    slack: Decimal = Decimal(0)
    finding: TextFinding | None = None


@dataclass(frozen=True, slots=True)
class _Culprit:
    where: Where
    value: Decimal
    mended: tuple[Equation, ...]
    broken: int

    @property
    def merit(self) -> tuple[int, int, bool]:
        told = sum(one.finding is not None for one in self.mended)
        at_total = any(one.total == self.where for one in self.mended if one.finding)
        return (len(self.mended) - self.broken, told, at_total)


def one_finding_each(
    table: NumberTable, equations: Sequence[Equation]
) -> Iterator[tuple[str, TextFinding]]:
    """The findings of equations that fail, those with one cause together: rule and finding."""
    failing = [one for one in equations if not one.holds]
    holding = [one for one in equations if one.holds and one.telling]
    while any(one.finding for one in failing):
        culprit = _likeliest(table, failing, holding)
        if culprit is None or culprit.merit[0] < 2:
            break
        yield _joint(table, culprit)
        failing = [one for one in failing if one not in culprit.mended]
    for one in (*failing, *(each for each in equations if each.holds)):
        if one.finding is not None:
            yield one.rule, one.finding


def _likeliest(
    table: NumberTable, failing: list[Equation], holding: list[Equation]
) -> _Culprit | None:
    suspects = {where for one in failing if one.finding for where in one.needs}
    culprits = [
        culprit
        for where in sorted(suspects)
        for culprit in _of_cell(table, where, failing, holding)
        if any(one.finding for one in culprit.mended)
    ]
    return max(culprits, key=lambda culprit: culprit.merit, default=None)


def _of_cell(
    table: NumberTable, where: Where, failing: list[Equation], holding: list[Equation]
) -> Iterator[_Culprit]:
    mine = [one for one in failing if where in one.needs]
    broken = sum(where in one.cells for one in holding)
    printed = table.cells[where[0]][where[1]]
    for one in mine:
        value = one.needs[where]
        mended = tuple(
            other
            for other in mine
            if abs(other.needs[where] - value) <= max(one.slack, other.slack)
        )
        yield _Culprit(where, _in_print(value, printed), mended, broken)


def _in_print(value: Decimal, printed: object) -> Decimal:
    """The value to the places that the cell prints."""
    if not isinstance(printed, Figure):
        return value
    return value.quantize(Decimal(1).scaleb(-printed.places) * printed.scale)


def _joint(table: NumberTable, culprit: _Culprit) -> tuple[str, TextFinding]:
    told = [one for one in culprit.mended if one.finding is not None]
    # the shortest working is the quickest to check
    main, *rest = sorted(told, key=lambda one: (-_sureness(one.finding), len(one.cells)))
    finding = main.finding
    if finding is None:
        raise ValueError("a culprit is found only where something is told")
    row, column = culprit.where
    printed = table.cells[row][column]
    text = printed.text if isinstance(printed, Figure) else ""
    right = shown(culprit.value, printed)
    label = table.labels[row]
    others = len(culprit.mended) - 1
    sums = "another sum" if others == 1 else f"{others} other sums"
    also = f" ({_working(rest[0])})" if rest else ""
    message = (
        f"{finding.message.rstrip('.')}. “{text}” ({_where(table, row, column)}) is the likely "
        f"slip: with {right} {sums} of the table would be right too{also}."
    )
    return main.rule, replace(
        finding,
        place=table.grid.cell_place(row, column),
        quote=f"{label} {text}".strip() if label else finding.quote,
        message=message,
        confidence=Confidence.HIGH,
        cure=f"Check the figure; {right} would make the table add up",
    )


def _working(equation: Equation) -> str:
    message = equation.finding.message if equation.finding is not None else ""
    return message.partition(", but")[0]


def _where(table: NumberTable, row: int, column: int) -> str:
    label, head = table.labels[row], table.heads[column]
    if label and head:
        return f"{label}, “{head}”"
    return label or head or f"row {row + 1}"


def _sureness(finding: TextFinding | None) -> int:
    order = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
    return order.index(finding.confidence) if finding is not None else -1


def shown(value: Decimal, printed: object) -> str:
    """A value as the cell beside it is printed: its places, its unit, its way with minus."""
    if not isinstance(printed, Figure):
        return f"{value:,f}"
    scaled = value / printed.scale
    digits = f"{abs(scaled):,.{printed.places}f}"
    text = printed.text
    core = text.strip("()-–−+£% kmbnKM")
    body = text.replace(core, digits, 1) if core and core in text else digits
    negative = any(sign in text for sign in "(-–−")
    if (value < 0) == negative:
        return body
    if negative:
        return body.strip("()-–−")
    return f"−{body.lstrip('+ ')}"
