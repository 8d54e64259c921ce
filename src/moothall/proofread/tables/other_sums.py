"""Other sums: a total of some of the lines above it, chosen by what they are.

"Total savings for delivery" may take three lines of seven, a subtotal not among them.  Where one
choice of lines makes the total in every column, the table casts, though by no usual reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.proofread.tables.cast_parts import Cast
from moothall.proofread.tables.columns import Figure, Line, Sheet

_REACH = 12
_MOST_CHOSEN = 5


def is_the_sum_of_some(sheet: Sheet, cast: Cast) -> bool:
    """Whether some of the lines above make the total in two columns or more, and in all."""
    ranks = [
        rank
        for rank, cell in enumerate(cast.total.cells)
        if isinstance(cell, Figure) and abs(cell.value) >= _TELLING
    ]
    if cast.failed < 2 or len(ranks) < 2:
        return False
    above = [line for line in sheet.lines if line.place < cast.total.place][-_REACH:]
    first, *others = (_column(cast.total, above, rank) for rank in ranks)
    return any(
        all(column.is_made_by(chosen) for column in others)
        for size in range(2, min(_MOST_CHOSEN, len(above)) + 1)
        for chosen in first.choices(size)
    )


_TELLING = 100
"""Smaller figures are sums of some of their neighbours by chance."""


@dataclass(frozen=True, slots=True)
class _Column:
    """The lines above a total in one column, and how far rounding can move a sum of some."""

    values: tuple[float, ...]
    total: float
    slack: float

    def choices(self, size: int) -> Iterator[tuple[int, ...]]:
        """The lines, so many at a time, whose sum the total is."""
        least, most = self.total - self.slack, self.total + self.slack
        choices = combinations(range(len(self.values)), size)
        sums = map(sum, combinations(self.values, size))
        return (chosen for chosen, made in zip(choices, sums, strict=True) if least <= made <= most)

    def is_made_by(self, chosen: tuple[int, ...]) -> bool:
        values = self.values
        return abs(self.total - sum([values[line] for line in chosen])) <= self.slack


def _column(total: Line, above: list[Line], rank: int) -> _Column:
    cells = [line.cells[rank] for line in above]
    whole = total.cells[rank]
    half = float(whole.half) if isinstance(whole, Figure) else 0.0
    return _Column(
        values=tuple(float(cell.value) if isinstance(cell, Figure) else 0.0 for cell in cells),
        total=float(whole.value) if isinstance(whole, Figure) else 0.0,
        slack=half * (_MOST_CHOSEN + 1) * 1.000_001,
    )
