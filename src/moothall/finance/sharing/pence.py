"""Shares to the penny that sum to the cost: the largest remainder gets the odd penny."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

PENNY = Fraction(1, 100)


def to_the_penny(shares: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Shares in whole pence that sum to the cost rounded to the penny.

    Pence left over go to the largest remainders, and among equals to the first named: each share is
    within a penny of its fraction.
    """
    pence = [share / PENNY for share in shares]
    whole = [floor(each) for each in pence]
    total = floor(sum(pence, Fraction(0)) + Fraction(1, 2))
    left = total - sum(whole)
    order = sorted(range(len(pence)), key=lambda place: (whole[place] - pence[place], place))
    for place in order[:left]:
        whole[place] += 1
    return tuple(each * PENNY for each in whole)
