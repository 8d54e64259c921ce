"""Bounds: what a band takes in (“0-4”, “65 and over”, “under £10k”), and how two bands meet."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from moothall.proofread.reading.amounts import SCALES
from moothall.proofread.reading.expressions import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """From `low` to `high`, either None where the band is open that way.

    `above` and `below` say that the bound itself lies outside ("over 65", "under 5").
    """

    text: str
    low: Decimal | None
    high: Decimal | None
    above: bool = False
    below: bool = False
    step: Decimal = Decimal(1)
    unit: str = ""
    start: int = 0
    end: int = 0


_N = r"(?:£\s?)?(?<!\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?(?:%|k\b|m\b))?"
_YEARS = (
    r"(?:\s?(?:years?|yrs?|year[- ]olds?|(?:working\s|calendar\s)?days?|weeks?|months?|hours?|"
    r"miles?|km|"
    r"employees|staff|people|pupils|children|members|homes|units|hectares?|points?|tonnes?|a\syear|"
    r"a\sweek))?"
)
"""What a band is of, where it stands between its figure and “or more”."""
_OVER = (
    r"(?:\s?\+|\s(?:plus|(?:and|or|&)\s(?:over|above|older|more|upwards?|longer|later|beyond|"
    r"larger|"
    r"greater)))"
)
_UNDER = r"\s(?:and|or|&)\s(?:under|below|younger|less|fewer)"
_BAND = Expression(
    rf"""(?P<under>\b(?:under|below|less\sthan|fewer\sthan)\s|<\s?)(?P<under_n>{_N})
    | (?P<upto>\bup\sto\s)(?P<upto_n>{_N})
    | (?P<over>\b(?:over|above|more\sthan|greater\sthan)\s|>\s?)(?P<over_n>{_N})
        (?:\s(?:to|and\sup\sto)\s(?P<over_high>{_N}))?
    | (?P<low>{_N}){_YEARS}\s?(?:[-–—]|\b(?:and\sup\s)?to\b(?P<to_under>\sunder)?)\s?(?P<high>{_N})
    | (?P<plus_n>{_N}){_YEARS}{_OVER}
    | (?P<least_n>{_N}){_YEARS}{_UNDER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CELL_BEFORE = Expression(
    r"^(?:(?:aged?|ages|age group|band|between|from|adults|children|people|those)[\s:]*)*$",
    re.IGNORECASE,
)
_CELL_AFTER = Expression(
    r"^\s*(?:%|years?(?:[- ]olds?)?|yrs?|year olds?|olds?|months?|days?|weeks?|hours?|miles?|km|"
    r"employees|staff|people|points?|fte|pupils|units|dwellings|p\.?a\.?|per (?:annum|week|month)|"
    r"of age|inclusive|s)*\s*(?:\(.{0,40}\))?\s*:?$",
    re.IGNORECASE,
)


def _number(text: str) -> tuple[Decimal, Decimal, str]:
    """The value, one unit of its last place, and what it is measured in."""
    words = text.replace(",", "").strip().lower()
    unit = "£" if words.startswith("£") else "%" if words.endswith("%") else ""
    scale = SCALES.get(words[-1], Decimal(1))
    digits = words.strip("£% km")
    places = len(digits.partition(".")[2])
    return Decimal(digits) * scale, Decimal(1).scaleb(-places) * scale, unit


def _band(match: re.Match[str]) -> Band | None:
    group = match.groupdict()
    low = group["low"] or group["plus_n"] or group["over_n"]
    high = group["high"] or group["under_n"] or group["upto_n"] or group["least_n"]
    high = high or group["over_high"]
    low_value = _number(low) if low else None
    high_value = _number(high) if high else None
    if low_value and high_value:
        descends = low_value[0] >= high_value[0]
        if descends or _is_years(low_value[0], high_value[0], match[0]):
            return None
    if re.search(r"\d[.:]\d\d\s?(?:[-–]|to)\s?\d+[.:]\d\d", match[0]) and "£" not in match[0]:
        return None  # clock times
    held = [value for value in (low_value, high_value) if value]
    return Band(
        text=match[0].strip(),
        low=low_value[0] if low_value else None,
        high=high_value[0] if high_value else None,
        above=bool(group["over_n"]),
        below=bool(group["under_n"] or group["to_under"]),
        step=min(value[1] for value in held),
        unit=next((value[2] for value in held if value[2]), ""),
        start=match.start(),
        end=match.end(),
    )


def _is_years(low: Decimal, high: Decimal, text: str) -> bool:
    if "£" in text or "," in text:
        return False
    return 1900 <= low <= 2100 and (high <= 2100 or high < 100)


_FIGURE = frozenset("0123456789,.()£% ")
"""A cell of these signs alone is a figure, and names no band: that takes a word or a dash."""


def band_of_cell(text: str) -> Band | None:
    """The band that a cell names, where it names nothing else."""
    if not text or len(text) > 60 or _FIGURE.issuperset(text):
        return None
    if not any(sign.isdigit() for sign in text):
        return None
    match = _BAND.search(text)
    if not match or not _CELL_BEFORE.match(text[: match.start()]):
        return None
    return _band(match) if _CELL_AFTER.match(text[match.end() :]) else None


BROKEN = Expression(r"\baged?\s(?P<low>\d{1,2})\s(?P<high>\d{1,3})\b(?!\s?(?:%|per|\d))")
_LONGEST = 20_000
"""No paragraph is longer."""


_MOST_OF_AN_AGE = 150
_UNIT_AFTER = Expression(
    r"\s?(?:g|kg|km|kw|miles|metres|m2|tonnes|employees|staff|people|places|pupils|homes|units|"
    r"hours|"
    r"days|litres|properties|dwellings|seats|beds|points)\b",
    re.IGNORECASE,
)


def bands_in(text: str) -> list[Band]:
    """The bands of ages and the like in running text; percentages and money are not bands there."""
    found = []
    text = text[:_LONGEST]
    for match in _BAND.finditer(text):
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        if not before and match[0].startswith(">"):
            continue  # a bullet that the extraction left
        if before and (before.isalnum() or before in "-–/.,:#£"):
            continue
        if after and (after.isalnum() or after in "-–/%"):
            continue
        if after == ":" and text[match.end() + 1 :][:1].isdigit():
            continue  # a clock time
        band = _band(match)
        if band is None or band.unit:
            continue
        if (band.high or Decimal(0)) < _MOST_OF_AN_AGE or _UNIT_AFTER.match(text, match.end()):
            found.append(band)
    for match in BROKEN.finditer(text):
        low, high = Decimal(match["low"]), Decimal(match["high"])
        if low < high < 120:
            start, end = match.start("low"), match.end()
            found.append(Band(text=text[start:end], low=low, high=high, start=start, end=end))
    return sorted(found, key=lambda band: band.start)


_BEFORE_LEAD = Expression(r"^\W*(?:(?:between|from|of|at)\s)?", re.IGNORECASE)


def leading_band(text: str) -> Band | None:
    """The band, of whatever unit, that an item of a list begins with ("4% to 6% is fair")."""
    begin = _BEFORE_LEAD.match(text[:200])
    match = _BAND.match(text[:200], begin.end() if begin else 0)
    return _band(match) if match else None


def bands_of_money_in(text: str) -> list[Band]:
    """The bands of money that a sentence names."""
    found = (_band(match) for match in _BAND.finditer(text[:_LONGEST]))
    return [band for band in found if band is not None and band.unit == "£"]


def first_band(text: str) -> Band | None:
    """The first band, of whatever unit, that a part of a sentence names."""
    match = _BAND.search(text[:200])
    return _band(match) if match else None


class Joint(Enum):
    """How two neighbouring bands meet."""

    MEET = "meet"
    SHARE = "share one value"
    OVERLAP = "overlap"
    GAP = "leave a gap"
    REPEAT = "are the same"
    NESTED = "one lies within the other"


def joint(one: Band, other: Band) -> Joint:
    """How a band meets the next one up."""
    if (one.low, one.high) == (other.low, other.high):
        return Joint.REPEAT
    if one.high is None or other.low is None:
        return Joint.NESTED
    if other.high is not None and other.high <= one.high:
        return Joint.NESTED
    if one.low is not None and other.low <= one.low:
        return Joint.NESTED
    apart = other.low - one.high
    step = max(one.step, other.step) if one.step == other.step else min(one.step, other.step)
    if one.below or other.above:
        # "under 5, 5-9" and "50-65, over 65" meet at the bound itself.
        return Joint.MEET if apart == 0 else Joint.GAP if apart > 0 else Joint.OVERLAP
    if apart == 0:
        return Joint.SHARE
    if apart < 0:
        return Joint.OVERLAP
    return Joint.MEET if apart <= step else Joint.GAP
