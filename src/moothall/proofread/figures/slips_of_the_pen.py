"""Slips of the pen: a figure that would be right but for a point, a unit or a digit."""

from decimal import Decimal

from moothall.proofread.figures.slips_in_sums import is_a_slip

_TEN = Decimal(10)
_POWERS = (1, 2, 3, 6)


def a_power_of_ten(told: Decimal, true: Decimal, slack: Decimal = Decimal("0.005")) -> bool:
    """Whether the two differ by a factor of 10, 100, 1,000 or a million, within a small share.

    >>> a_power_of_ten(Decimal(90), Decimal(9000)), a_power_of_ten(Decimal(80), Decimal(9000))
    (True, False)
    """
    if told <= 0 or true <= 0:
        return False
    ratio = max(told, true) / min(told, true)
    return any(abs(ratio / _TEN**power - 1) <= slack for power in _POWERS)


def slipped(told: Decimal, true: Decimal, step: Decimal) -> bool:
    """Whether one digit is wrong or two have changed places, once the true one is rounded.

    >>> slipped(Decimal(343_700), Decimal(333_700), Decimal(1))
    True
    >>> slipped(Decimal("78.00"), Decimal("75.00"), Decimal("0.01"))
    True
    """
    rounded = (true / step).quantize(Decimal(1)) * step
    return is_a_slip(told, rounded, step) and max(told, rounded) <= 2 * min(told, rounded)
