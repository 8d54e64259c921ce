"""How one figure of a sentence is worked out of others, as far as their rounding can tell.

Each takes the figures that a form of words names (a, b, and t for the one that is told) and the
words that it names, and gives what the told one should be; nothing where they do not fit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.passages import HUNDRED, Figure, worded

FRACTIONS = {
    "half": Decimal(1) / 2,
    "one half": Decimal(1) / 2,
    "a third": Decimal(1) / 3,
    "one third": Decimal(1) / 3,
    "two thirds": Decimal(2) / 3,
    "two-thirds": Decimal(2) / 3,
    "a quarter": Decimal(1) / 4,
    "one quarter": Decimal(1) / 4,
    "three quarters": Decimal(3) / 4,
    "three-quarters": Decimal(3) / 4,
    "a fifth": Decimal(1) / 5,
    "two fifths": Decimal(2) / 5,
    "a tenth": Decimal(1) / 10,
}
PERIODS = {
    "weekly": 52,
    "monthly": 12,
    "quarterly": 4,
}
TIMES = {"double": Decimal(2), "twice": Decimal(2), "treble": Decimal(3), "half": Decimal(1) / 2}
_MOST_TIMES = 4
"""What is said of two levels is hardly how far they are apart where it is so many times that."""

Figures = dict[str, Figure]
Words = dict[str, str]
"""What a form names otherwise than in figures, without capitals."""


@dataclass(frozen=True, slots=True)
class Worked:
    """What a figure should be: the least, the most, the value in between, and how it is told."""

    low: Decimal
    high: Decimal
    value: Decimal
    working: str


def each(given: Figures, _: Words) -> Worked | None:
    a, b = given["a"], given["b"]
    if b.kind is not Kind.COUNT or b.value < 2:
        return None
    return Worked(a.low / b.value, a.high / b.value, a.size / b.value, f"{a.text} ÷ {b.text}")


def less(given: Figures, _: Words) -> Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or a.size <= b.size:
        return None
    return Worked(a.low - b.high, a.high - b.low, a.size - b.size, f"{a.text} less {b.text}")


def added(given: Figures, _: Words) -> Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind:
        return None
    return Worked(a.low + b.low, a.high + b.high, a.size + b.size, f"{a.text} and {b.text}")


def apart_exactly(given: Figures, _: Words) -> Worked | None:
    """How far two levels are apart, whatever the size of what is told."""
    a, b = given["a"], given["b"]
    gap, spread = abs(b.size - a.size), a.spread + b.spread
    if a.kind is not b.kind:
        return None
    return Worked(gap - spread, gap + spread, gap, f"from {a.text} to {b.text}")


def fallen(given: Figures, _: Words) -> Worked | None:
    return _moved(given, 1)


def risen(given: Figures, _: Words) -> Worked | None:
    return _moved(given, -1)


def _moved(given: Figures, sign: int) -> Worked | None:
    """The rate of a move by a that ended at b."""
    a, b = given["a"], given["b"]
    low, high = b.low + sign * a.low, b.high + sign * a.high
    if a.kind is not b.kind or min(low, high, b.size + sign * a.size) <= 0:
        return None
    return Worked(
        a.low / max(low, high) * HUNDRED,
        a.high / min(low, high) * HUNDRED,
        a.size / (b.size + sign * a.size) * HUNDRED,
        f"{a.text} on {worded(b.size + sign * a.size, b.amount)}",
    )


def rate(given: Figures, _: Words) -> Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or a.low <= 0:
        return None
    gaps = [abs(x - y) / y * HUNDRED for x in (b.low, b.high) for y in (a.low, a.high)]
    value = abs(b.size - a.size) / a.size * HUNDRED
    return Worked(min(gaps), max(gaps), value, f"from {a.text} to {b.text}")


def rest(given: Figures, words: Words) -> Worked | None:
    fraction = words["fraction"]
    return _times(given["a"], 1 - FRACTIONS[fraction], f"{given['a'].text} less {fraction}")


def part(given: Figures, words: Words) -> Worked | None:
    fraction = words["fraction"]
    return _times(given["a"], FRACTIONS[fraction], f"{fraction} of {given['a'].text}")


def over_a_year(given: Figures, words: Words) -> Worked | None:
    period = words["period"]
    return _times(given["a"], PERIODS[period], f"{PERIODS[period]} × {given['a'].text}")


def rise_over_a_year(given: Figures, words: Words) -> Worked | None:
    a, b, number = given["a"], given["b"], PERIODS[words["period"]]
    if a.kind is not b.kind:
        return None
    gap = abs(b.size - a.size)
    spread = a.spread + b.spread
    working = f"{number} × ({b.text} − {a.text})"
    return Worked((gap - spread) * number, (gap + spread) * number, gap * number, working)


def doubled(given: Figures, words: Words) -> Worked | None:
    return _times(given["a"], TIMES[words["times"]], f"{words['times']} {given['a'].text}")


def _times(a: Figure, number: Decimal | int, working: str) -> Worked:
    return Worked(a.low * number, a.high * number, a.size * number, working)


def apart(given: Figures, _: Words) -> Worked | None:
    """How far two levels are apart, where what is told is of their size."""
    a, b, told = given["a"], given["b"], given["t"]
    gap, spread = abs(b.size - a.size), a.spread + b.spread
    if a.kind is not b.kind or not gap / _MOST_TIMES <= told.size <= gap * _MOST_TIMES:
        return None
    return Worked(gap - spread, gap + spread, gap, f"from {a.text} to {b.text}")


def cases(given: Figures, words: Words) -> Worked | None:
    """A rate of so many per 1,000, among a number."""
    a, b, base = given["a"], given["b"], Decimal(words["base"].replace(",", ""))
    number = b.size / base
    working = f"{a.text} per {words['base']} of {b.text}"
    return Worked(a.low * number - 1, a.high * number + 1, a.size * number, working)


def years_to_repay(given: Figures, _: Words) -> Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or b.low <= 0:
        return None
    return Worked(a.low / b.high, a.high / b.low, a.size / b.size, f"{a.text} ÷ {b.text}")


def equivalents(given: Figures, _: Words) -> Worked | None:
    a, b = given["a"], given["b"]
    value = a.size + b.size / 2
    return Worked(value, value, value, f"{a.text} and half of {b.text}")


Work = Callable[[Figures, Words], Worked | None]
