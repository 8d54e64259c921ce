"""Money in whole pence: amounts as integers, and a year's shares month by month."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import repeat
from math import lcm
from operator import attrgetter, mul
from typing import TYPE_CHECKING, Any

from moothall.facts.sharing import LedgerEntry

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HUNDRED = Decimal(100)
FITS = 2**61
"""Below it sums and products stay within 64 bits; beyond it Python's own integers are used."""


def whole_pence(entries: Sequence[LedgerEntry]) -> tuple[list[int], tuple[str, ...]]:
    """Each entry's amount in pence, to the nearest, and the ids of those that were not whole."""
    scaled = list(map(mul, map(attrgetter("amount"), entries), repeat(_HUNDRED)))
    whole = list(map(int, scaled))
    largest = max(max(whole, default=0), -min(whole, default=0))
    if scaled == whole and largest < 10**15:
        return whole, ()
    # Seldom: parts of a penny, or more digits than a Decimal's product keeps.
    exact = [Fraction(entry.amount) * 100 for entry in entries]
    odd = [e.id for e, pence in zip(entries, exact, strict=True) if pence.denominator > 1]
    return list(map(nearest, exact)), tuple(odd)


def share_out(parts: Sequence[Sequence[int]], totals: "NDArray[Any]") -> "NDArray[Any]":
    """Pence by parts, month after month, so that the months make the year to the penny.

    `parts` has a row of whole numbers for each year, one for each council; `totals` the joint cost
    in pence by year, slot and stream.  Returns pence by council, year, slot and stream: each sum
    over the councils is the joint cost, and each council's running total is within a penny of its
    part.
    """
    import numpy as np

    # Months are shared by what the year has come to, and then taken apart again.
    come_to = totals.cumsum(axis=1)
    largest = max((abs(int(come_to.max())), abs(int(come_to.min()))), default=0)
    widest = max((abs(part) for row in parts for part in (*row, sum(row))), default=0)
    fits = max(largest, 1) * widest < FITS
    kind = np.int64 if fits else object
    weights = np.array(parts, dtype=kind).T[:, :, None, None]
    whole = weights.sum(axis=0)
    asked = weights * come_to.astype(kind)[None]
    shares = asked // whole
    left = come_to - shares.sum(axis=0)
    # The largest remainder first; of equals the first named.
    order = np.argsort(-(asked - shares * whole), axis=0, kind="stable")
    rank = np.argsort(order, axis=0, kind="stable")
    shares = shares + (rank < left[None])
    return np.diff(shares, axis=2, prepend=np.zeros_like(shares[:, :, :1]))


def nearest(pence: Fraction) -> int:
    """Whole pence, a half upwards."""
    return (2 * pence.numerator + pence.denominator) // (2 * pence.denominator)


def whole_numbers(parts: Sequence[Fraction]) -> list[int]:
    """The same proportions in whole numbers."""
    scale = lcm(*(part.denominator for part in parts))
    return [part.numerator * (scale // part.denominator) for part in parts]
