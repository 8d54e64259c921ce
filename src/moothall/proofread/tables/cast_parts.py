"""Parts of a cast: lines that wait to be added, running sums, how a total stands to them."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from moothall.proofread.reading.amounts import Kind
from moothall.proofread.tables.columns import Cell, Figure, Gap, Line

NOUGHT = Decimal(0)


class Outcome(Enum):
    """How a printed total stands to the sum."""

    CASTS = "casts"
    ROUNDED = "differs by no more than rounding explains"
    FAILS = "fails"
    UNCHECKED = "cannot be checked"


@dataclass(slots=True)
class Node:
    """A line that waits to be added."""

    line: Line
    aside: bool
    total: bool
    taken_off: bool
    correction: list[Decimal] = field(default_factory=list)
    """For a total that fails, by how much the true sum of each rank differs from the printed."""


@dataclass(frozen=True, slots=True)
class Result:
    outcome: Outcome
    computed: Decimal = NOUGHT
    summed: Decimal = NOUGHT
    """The sum of the figures as printed, before a wrong total among them is allowed for."""
    telling: bool = False
    """Whether a match can hardly be chance: two or more figures, a total far above rounding."""


@dataclass(slots=True)
class Cast:
    """A total held against one reading."""

    total: Line
    members: list[Node]
    signed: str
    natural: bool
    results: list[Result]
    matched: int = 0
    telling: int = 0
    failed: int = 0
    whole: bool = False
    """Whether the reading takes everything since the top."""

    @property
    def sure(self) -> bool:
        return self.telling > 0 and not self.failed

    @property
    def fails_by_one_change(self) -> bool:
        """Whether several ranks fail, all by as much: one cell was changed, and its row with it."""
        off = {
            abs(abs(cell.value) - abs(result.computed))
            for cell, result in zip(self.total.cells, self.results, strict=True)
            if result.outcome is Outcome.FAILS and isinstance(cell, Figure)
        }
        return self.failed > 1 and len(off) == 1

    def rank(self) -> tuple[bool, int, bool, bool, int, Decimal]:
        fit = self.matched - self.failed
        printed = self.signed == "as printed"
        # one line that happens to be like the total tells nothing
        return (
            self.telling > self.failed,
            fit,
            self.natural,
            printed,
            self.telling,
            -self._distance(),
        )

    def _distance(self) -> Decimal:
        """How far the nearest failing sum is from its total, against the total."""
        far = [
            abs(abs(cell.value) - abs(result.computed)) / (abs(cell.value) or 1)
            for cell, result in zip(self.total.cells, self.results, strict=True)
            if result.outcome is Outcome.FAILS and isinstance(cell, Figure)
        ]
        return min(far, default=NOUGHT)


@dataclass(slots=True)
class Sums:
    """Running sums of one rank, under each way of reading signs."""

    printed: Decimal = NOUGHT
    turned: Decimal = NOUGHT
    plain: Decimal = NOUGHT
    last: Decimal = NOUGHT
    correction: Decimal = NOUGHT
    slack: Decimal = NOUGHT
    figures: int = 0
    known: bool = True
    kinds: set[Kind] = field(default_factory=set)

    def add(self, cell: Cell, *, taken_off: bool) -> None:
        if cell is Gap.NOTHING:
            self.last = NOUGHT
            return
        if not isinstance(cell, Figure) or cell.kind is Kind.PERCENT:
            self.known = False
            return
        self.printed += cell.value
        self.turned += -cell.value if taken_off else cell.value
        self.plain += abs(cell.value)
        self.last = abs(cell.value)
        if cell.value:
            self.slack += cell.half
            self.figures += 1

    def under(self, reading: str) -> Decimal:
        if reading == "as printed":
            return self.printed
        if reading == "income taken off":
            return self.turned
        if reading == "brackets as positive":
            return self.plain
        return self.last - (self.plain - self.last)  # the first less the rest
