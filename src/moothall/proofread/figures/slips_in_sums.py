"""Slips in sums: whether one figure of an equation, miscopied in a digit, is why it does not hold.

A sum that is out by any amount may be of other things; one that holds as soon as two digits of one
of its figures change places, or one digit is another, was meant to hold.
"""

from collections.abc import Sequence
from decimal import Decimal

from moothall.proofread.reading.passages import Figure, worded

Term = tuple[int, Figure]
"""A figure of the left side with its sign."""
_ENOUGH_DIGITS = 3
"""In a number of two digits one wrong digit is as often another number."""


def result_of(terms: Sequence[Term]) -> Decimal:
    return sum((sign * figure.size for sign, figure in terms), Decimal(0))


def holds(terms: Sequence[Term], result: Figure) -> bool:
    """Whether rounding, and words like "about", leave room for the result.

    "About" is taken for two in a hundred here: of “about 120 and up to 60” nobody makes 240.
    """
    slack = sum((_room(figure) for _, figure in terms), _room(result))
    return abs(result_of(terms) - result.size) <= slack


def _room(figure: Figure) -> Decimal:
    return figure.spread - figure.size / 10 + figure.size / 50 if figure.rough else figure.spread


def is_one_slip_from_true(terms: Sequence[Term], result: Figure) -> bool:
    """Whether one figure with a wrong digit, or two changed about, makes the equation false."""
    gap = result_of(terms) - result.size
    step = min(figure.amount.step for figure in (result, *(figure for _, figure in terms)))
    meant = [(result, result.size + gap)]
    meant += [(figure, figure.size - sign * gap) for sign, figure in terms]
    return any(is_a_slip(figure.size, value, step) for figure, value in meant)


def is_a_slip(printed: Decimal, meant: Decimal, step: Decimal) -> bool:
    """Whether two numbers, to the same step, are the same but for a digit or two changed about.

    >>> is_a_slip(Decimal("27.3"), Decimal("26.3"), Decimal("0.1"))
    True
    >>> is_a_slip(Decimal("27.3"), Decimal("21.8"), Decimal("0.1"))
    False
    """
    one, other = printed / step, meant / step
    if other <= 0 or one != one.to_integral_value() or other != other.to_integral_value():
        return False
    first, second = str(int(one)), str(int(other))
    if len(first) != len(second) or first == second:
        return False
    wrong = [place for place in range(len(first)) if first[place] != second[place]]
    if len(wrong) == 1:
        return len(first) >= _ENOUGH_DIGITS
    swapped = len(wrong) == 2 and first[wrong[0]] == second[wrong[1]]
    return swapped and first[wrong[1]] == second[wrong[0]]


def written_out(terms: Sequence[Term], result: Figure) -> str:
    """The equation as it should be: “£20.1m + £6.2m = £26.3m, not £27.3m.”"""
    figures = [figure for _, figure in terms]
    finest = min((*figures, result), key=lambda figure: figure.amount.step).amount
    words = figures[0].text
    for sign, figure in terms[1:]:
        words += f" {'+' if sign > 0 else '−'} {figure.text}"
    return f"{words} = {worded(result_of(terms), finest)}, not {result.text}."
