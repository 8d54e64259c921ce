"""Pounds in whole pence that sum: what is left over goes to the largest remainders."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor


def in_whole_pence(parts: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Parts in whole pence that sum to their own sum rounded to the penny.

    Of equal remainders the first named has the penny: name the host employer first.
    """
    pence = [part * 100 for part in parts]
    whole = [floor(each) for each in pence]
    left = floor(sum(pence, Fraction(0)) + Fraction(1, 2)) - sum(whole)
    for place in sorted(range(len(pence)), key=lambda at: (whole[at] - pence[at], at))[:left]:
        whole[place] += 1
    return tuple(Fraction(each, 100) for each in whole)


def spread(total: Fraction, weights: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """A total in whole pence spread over months by weight, in whole pence that sum to it."""
    weighed = sum(weights, Fraction(0))
    if not weighed:
        return tuple(Fraction(0) for _ in weights)
    return in_whole_pence([total * weight / weighed for weight in weights])
