"""Councils and money in sentences."""

from collections.abc import Iterable
from fractions import Fraction

from moothall.facts.programme import Programme


def name_of(programme: Programme, code: str) -> str:
    """The council's short name; its code where the programme does not hold it."""
    held = next((each for each in programme.authorities if each.code == code), None)
    return held.short_name if held else code


def names_of(programme: Programme, codes: Iterable[str]) -> str:
    """`Ashby, Brae and Combe`."""
    return listed([name_of(programme, code) for code in codes])


def listed(words: list[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def in_pounds(amount: Fraction) -> str:
    """`£1,234.50` to the nearest penny, whole pounds without pence; `-£5` where negative."""
    pence = (abs(amount.numerator) * 200 + amount.denominator) // (2 * amount.denominator)
    whole, left = divmod(pence, 100)
    sign = "-" if amount < 0 and pence else ""
    return f"{sign}£{whole:,}" + (f".{left:02d}" if left else "")
