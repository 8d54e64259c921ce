"""The sums behind a difference, in words."""

from datetime import date
from decimal import Decimal

from moothall.basics.dates import in_words
from moothall.proofread.told_again.claim_values import Sort, Value


def apart(one: Value, other: Value) -> str:
    """How far two values are from each other."""
    if one.sort is Sort.DATE:
        days = int(abs(one.size - other.size))
        if days == 0:
            days = int(abs(one.high - other.high))
        return f"{days} day{'' if days == 1 else 's'} apart"
    gap = abs(one.size - other.size)
    larger = max(one.size, other.size)
    share = f", {_trimmed(gap / larger * 100, 1)}% of the larger" if larger else ""
    small, large = sorted((one.size, other.size))
    return (
        f"{amount(large, one.sort)} − {amount(small, one.sort)} = {amount(gap, one.sort)} apart"
        f"{share if one.sort not in (Sort.PERCENT, Sort.POINTS) else ''}"
    )


def beyond_rounding(one: Value, other: Value) -> str:
    """How far apart two values are, and how far rounding could have moved them."""
    if one.sort is Sort.DATE:
        return f"{_days(one)} and {_days(other)}: {apart(one, other)}"
    room = (one.high - one.low) / 2 + (other.high - other.low) / 2
    moved = f"; rounding explains {amount(room, one.sort)} at most" if room else ""
    return f"{apart(one, other)}{moved}"


def within_rounding(one: Value, other: Value) -> str:
    """Which span the coarser value stands for, and that the finer one lies in it."""
    coarse, fine = (one, other) if one.high - one.low >= other.high - other.low else (other, one)
    if one.sort is Sort.DATE:
        return f"{coarse.text} is {_days(coarse)}; {fine.text} lies in it"
    low, high = amount(coarse.low, one.sort), amount(coarse.high, one.sort)
    inside = coarse.low <= fine.size <= coarse.high
    lies = "lies in that" if inside else "rounded too, can be the same"
    return (
        f"“{coarse.text}” stands for {low} to {high}; {amount(fine.size, one.sort)} {lies}; "
        f"{apart(one, other)}"
    )


def amount(size: Decimal, sort: Sort) -> str:
    """A size as it is written: £1,100,000; 12.5%; 30 days."""
    if sort is Sort.MONEY:
        return f"£{_trimmed(size, 2)}"
    if sort is Sort.PERCENT:
        return f"{_trimmed(size, 2)}%"
    if sort is Sort.POINTS:
        return f"{_trimmed(size, 2)} points"
    if sort is Sort.TIME:
        return f"{_trimmed(size, 1)} days"
    if sort is Sort.DATE:
        return in_words(date.fromordinal(int(size)))
    return _trimmed(size, 2)


def _days(value: Value) -> str:
    first, last = date.fromordinal(int(value.low)), date.fromordinal(int(value.high))
    return in_words(first) if first == last else f"{in_words(first)} to {in_words(last)}"


def _trimmed(size: Decimal, places: int) -> str:
    text = f"{size:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
