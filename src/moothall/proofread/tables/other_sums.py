"""Other sums: a total of some of the lines above it, chosen by what they are.

"Total savings for delivery" may take three lines of seven, a subtotal not among them.  Where one
choice of lines makes the total in every column, the table casts, though by no usual reading.
"""

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
    columns = [_column(cast.total, above, rank) for rank in ranks]
    first = columns[0]
    return any(
        first.is_made_by(chosen) and all(column.is_made_by(chosen) for column in columns[1:])
        for size in range(2, min(_MOST_CHOSEN, len(above)) + 1)
        for chosen in combinations(range(len(above)), size)
    )


_TELLING = 100
"""Smaller figures are sums of some of their neighbours by chance."""


@dataclass(frozen=True, slots=True)
class _Column:
    """The lines above a total in one column, and how far rounding can move a sum of some."""

    values: tuple[float, ...]
    total: float
    slack: float

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
