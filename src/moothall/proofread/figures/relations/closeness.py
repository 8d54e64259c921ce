"""How near a figure is to what it should be: exact, a slip away, near, or nothing like it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from moothall.proofread.reading.passages import Figure
from moothall.proofread.reading.slips import looks_like_a_slip

_NEAR = Decimal("0.35")


def fits(figure: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a figure can be between two values, by its rounding."""
    return figure.low <= high and figure.high >= low


def is_near(told: Decimal, true: Decimal, within: Decimal = _NEAR, *, tens: bool = True) -> bool:
    """Whether one is meant for the other: within a third, a slip or a power of ten away."""
    if told <= 0 or true <= 0:
        return False
    ratio = told / true
    if 1 - within <= ratio <= 1 + within:
        return True
    if Decimal("0.2") < ratio < 5 and looks_like_a_slip(told, true):
        return True
    return tens and any(abs(ratio / ten - 1) < Decimal("0.002") for ten in _TENS)


_TENS = tuple(Decimal(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))


def sums_of(figures: Iterable[Figure], fewest: int = 2) -> Iterator[tuple[Decimal, Decimal]]:
    """The least and greatest that some of the figures come to, added or one less the others."""
    held = list(figures)
    for size in range(fewest, min(len(held), 6) + 1):
        for some in combinations(held, size):
            spread = sum((one.spread for one in some), Decimal(0))
            whole = sum((one.size for one in some), Decimal(0))
            yield whole - spread, whole + spread
            for one in some:
                rest = abs(2 * one.size - whole)
                yield rest - spread, rest + spread


def is_a_sum_of(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether some others, added or taken from one another, give the figure."""
    return any(fits(figure, low, high) for low, high in sums_of(others))
