"""Councils and money in sentences."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from moothall.facts.programme import Programme

PENNY = Decimal("0.01")


def name_of(programme: Programme, code: str) -> str:
    """The council's short name; its code where the programme does not hold it (a successor)."""
    held = next((each for each in programme.authorities if each.code == code), None)
    return held.short_name if held else code


def names_of(programme: Programme, codes: Iterable[str]) -> str:
    """`Ashby, Brae and Combe`."""
    return listed([name_of(programme, code) for code in codes])


def listed(words: list[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def in_pounds(amount: Fraction | Decimal | int) -> str:
    """`£1,234.50`, whole pounds without pence, to the nearest penny; `-£5` where it is negative."""
    exact = Fraction(amount)
    pence = (abs(exact.numerator) * 200 + exact.denominator) // (2 * exact.denominator)
    pounds, left = divmod(pence, 100)
    sign = "-" if exact < 0 and pence else ""
    return f"{sign}£{pounds:,}" + (f".{left:02d}" if left else "")


def in_per_cent(part: Fraction) -> str:
    """`33.33%`: a part of one, to two places, without trailing noughts."""
    percent = Decimal(part.numerator * 100) / Decimal(part.denominator)
    text = f"{percent.quantize(PENNY, ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") + "%"
