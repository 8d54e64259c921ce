"""Slips: whether two figures differ by more than rounding, yet little or by a slip of the pen."""

from decimal import Decimal

from moothall.proofread.reading.amounts import Amount


def differ(one: Amount, other: Amount) -> bool:
    """Whether two figures differ by more than the rounding of the coarser one.

    "£2.84m" and "£2.8m" do not; nor do "200" and "204", for round numbers are often rounded.
    """
    first, second = abs(one.value), abs(other.value)
    steps = (_fineness(one), _fineness(other))
    return first != second if steps[0] == steps[1] else abs(first - second) > max(steps)


def _fineness(amount: Amount) -> Decimal:
    """The step to which a figure seems to be given: "450,000" is to ten thousands."""
    digits = amount.value.normalize().as_tuple()
    exponent = digits.exponent
    return (
        max(amount.step, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else amount.step
    )


def looks_like_a_slip(one: Decimal, other: Decimal) -> bool:
    """Two digits changed about, one digit wrong, left out or added, or a point misplaced."""
    first, second = (format(value.normalize(), "f").strip("-") for value in (one, other))
    digits = [text.replace(".", "").strip("0") for text in (first, second)]
    if digits[0] == digits[1]:
        return len(digits[0]) > 1
    if len(digits[0]) == len(digits[1]) >= 2:
        wrong = [place for place in range(len(digits[0])) if digits[0][place] != digits[1][place]]
        if len(wrong) == 1 and len(digits[0]) > 2:
            return True
        changed = len(wrong) == 2 and wrong[1] == wrong[0] + 1
        # with the point moved as well it would be two slips: £2.14m is none of £12.4m
        in_place = len(first.partition(".")[0]) == len(second.partition(".")[0])
        return changed and in_place and sorted(digits[0]) == sorted(digits[1])
    return False


def are_close(one: Decimal, other: Decimal, within: str = "0.25") -> bool:
    small, large = sorted((abs(one), abs(other)))
    return large > 0 and (large - small) / large <= Decimal(within)


def in_figures(value: Decimal) -> str:
    text = f"{value.normalize():,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def differ_in_value(one: Decimal, step: Decimal, other: Decimal, other_step: Decimal) -> bool:
    """Whether two values differ by more than the rounding of the coarser one.

    >>> differ_in_value(Decimal("2.84"), Decimal("0.01"), Decimal("2.8"), Decimal("0.1"))
    False
    """
    if step == other_step:
        return abs(one) != abs(other)
    return abs(abs(one) - abs(other)) > max(step, other_step)
