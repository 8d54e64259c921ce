"""Parts of a sum to the penny that sum to it: the largest remainder gets the odd penny."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

PENNY = Fraction(1, 100)


def to_the_penny(parts: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Parts in whole pence that sum to their own sum rounded to the penny.

    Pence left over go to the largest remainders, and among equals to the first named (name a host
    employer first): each part is within a penny of its fraction.
    """
    pence = [part / PENNY for part in parts]
    whole = [floor(each) for each in pence]
    left = floor(sum(pence, Fraction(0)) + Fraction(1, 2)) - sum(whole)
    order = sorted(range(len(pence)), key=lambda place: (whole[place] - pence[place], place))
    for place in order[:left]:
        whole[place] += 1
    return tuple(each * PENNY for each in whole)


def spread(total: Fraction, weights: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """A total in whole pence spread by weight, in whole pence that sum to it."""
    weighed = sum(weights, Fraction(0))
    if not weighed:
        return tuple(Fraction(0) for _ in weights)
    return to_the_penny([total * weight / weighed for weight in weights])
