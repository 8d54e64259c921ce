"""What the words of a table mean: its unit, its years and months, its funding, its councils."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from moothall.basics.years import FinancialYear
from moothall.facts.authority import Authority
from moothall.facts.baselines import FundingStream
from moothall.facts.money import SavingStanding, Unit
from moothall.facts.sharing import EntryKind

_THOUSANDS = re.compile(
    r"£\s*['’‘`]?000['’]?s?\b|£\s*k\b|£\s*thousands?\b|\(000s?\)|['’]000s?\b|"
    r"\bthousands? of pounds\b",
    re.IGNORECASE,
)
_MILLIONS = re.compile(r"£\s*m(?:illions?|n)?\b|\bmillions? of pounds\b", re.IGNORECASE)
_POUNDS = re.compile(r"£(?!\s*['’‘`]?\d|\s*[km]\b|\s*mn\b|\s*million|\s*thousand)", re.IGNORECASE)
_IN_POUNDS = re.compile(r"\bin pounds\b|\bGBP\b|\bwhole pounds\b", re.IGNORECASE)
_LONG_YEAR = re.compile(r"(?<![\d/])(\d{4})\s*[/–-]\s*(\d{4}|\d{2})(?![\d/])")
_SHORT_YEAR = re.compile(r"(?<![\d/])(\d{2})\s*[/–-]\s*(\d{2})(?![\d/])")
_MONTHS = (
    *("april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "january", "february", "march"),
)
_PERIOD = re.compile(r"^(?:p|period|month)\s*0?(\d{1,2})$", re.IGNORECASE)


def units_in(text: str) -> tuple[Unit, ...]:
    """Every unit that a heading states."""
    found = []
    if _THOUSANDS.search(text):
        found.append(Unit.THOUSANDS)
    if _MILLIONS.search(text):
        found.append(Unit.MILLIONS)
    if _POUNDS.search(_THOUSANDS.sub("", text)) or _IN_POUNDS.search(text):
        found.append(Unit.POUNDS)
    return tuple(found)


def years_in(text: str) -> tuple[FinancialYear, ...]:
    """Every financial year in a heading: 2025/26, 2025-26, 2025/2026, 25/26."""
    found = []
    for first, second in _LONG_YEAR.findall(text):
        if (int(first) + 1) % 10 ** len(second) == int(second) and 1900 <= int(first) <= 2200:
            found.append(FinancialYear(int(first)))
    if not found:
        for first, second in _SHORT_YEAR.findall(text):
            if (int(first) + 1) % 100 == int(second):
                found.append(FinancialYear(2000 + int(first)))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=2**12)
def read_year(text: str) -> FinancialYear:
    """The one financial year that a cell names.  Raises ValueError."""
    found = years_in(text)
    if len(found) == 1:
        return found[0]
    raise ValueError(f"“{text[:60]}” is no financial year; write it as 2025/26")


def month_in(text: str) -> int | None:
    """1 (April) to 12 (March) for a month's name, its first three letters, or `P1`."""
    match = _PERIOD.match(text.strip())
    if match:
        return int(match[1]) if 1 <= int(match[1]) <= 12 else None
    first = re.match(r"[A-Za-z]+", text.strip())
    word = first[0].lower() if first else ""
    for place, name in enumerate(_MONTHS, start=1):
        if word == name or (len(word) in (3, 4) and name.startswith(word)):
            return place
    return None


def read_month(text: str) -> int:
    """The month that a cell names: its name, `P1` for April, or a day in it.  Raises ValueError."""
    try:
        return (date.fromisoformat(text).month - 4) % 12 + 1
    except ValueError:
        found = month_in(text)
    if found is None:
        raise ValueError(f"“{text[:60]}” is no month; write April or P1, up to March or P12")
    return found


_STREAMS: tuple[tuple[str, FundingStream], ...] = (
    (r"schools? block|\bisb\b", FundingStream.DSG_SCHOOLS),
    (r"central (school|services)|\bcssb\b", FundingStream.DSG_CENTRAL),
    (r"early years", FundingStream.DSG_EARLY_YEARS),
    (r"high needs|\bhnb\b", FundingStream.DSG_HIGH_NEEDS),
    (r"public health", FundingStream.PUBLIC_HEALTH),
    (r"reserve", FundingStream.RESERVE),
    (r"traded|sold services", FundingStream.TRADED),
    (r"general fund|cash limit|\bgf\b|council.funded|core budget", FundingStream.GENERAL_FUND),
    (r"grant", FundingStream.GRANT),
)


@lru_cache(maxsize=2**12)
def read_funding(text: str) -> FundingStream:
    """The funding stream that a cell names.  Raises ValueError, for `DSG` alone too."""
    said = text.casefold()
    for stream in FundingStream:
        if said == stream.value.casefold():
            return stream
    for pattern, stream in _STREAMS:
        if re.search(pattern, said):
            return stream
    if re.search(r"\bdsg\b|dedicated schools", said):
        raise ValueError(
            f"“{text[:60]}” does not say which block of the grant; write schools block, central "
            "school services block, early years block or high needs block"
        )
    known = ", ".join(stream.value for stream in FundingStream)
    raise ValueError(f"“{text[:60]}” is no funding stream that is known; write one of: {known}")


def read_entry_kind(text: str) -> EntryKind:
    """Whether an entry is planned, actual or settled.  Raises ValueError."""
    said = text.casefold()
    for pattern, kind in (
        (r"settle|recharged|paid over|true.?up", EntryKind.SETTLED),
        (r"actual|outturn|spen[dt]|paid", EntryKind.ACTUAL),
        (r"plan|budget|forecast|estimate", EntryKind.PLANNED),
    ):
        if re.search(pattern, said):
            return kind
    raise ValueError(f"“{text[:60]}” is neither planned, actual nor settled; write one of them")


def read_standing(text: str) -> SavingStanding:
    """What a saving rests on.  Raises ValueError."""
    try:
        return SavingStanding(text.casefold())
    except ValueError:
        raise ValueError(
            f"“{text[:60]}” is neither claimed, evidenced nor verified; write one of them"
        ) from None


def read_council(text: str, authorities: Iterable[Authority]) -> str:
    """The code of the council that a cell names.  Raises ValueError."""
    known = tuple(authorities)
    for each in known:
        if text.casefold() in {name.casefold() for name in (each.code, each.name, each.short_name)}:
            return each.code
    names = ", ".join(each.short_name for each in known)
    raise ValueError(f"“{text[:60]}” is no council of the programme; write one of: {names}")
