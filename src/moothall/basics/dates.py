"""Dates as people write them: "March 2022", "Spring 2022", "End June 2022".

The words are kept; beside them stand the first and the last day that they can mean, so that vague
dates sort and can be checked as spans (rule R10).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
# How a quarter or so of a period is meant when a paper says "early", "mid", "late" or "end".
_PARTS = {"early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1), "end": (2 / 3, 1)}

_DAY = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4})$")
_MONTH = re.compile(r"^([a-z]+)\s+(\d{4})$")
_MONTH_SPAN = re.compile(r"^([a-z]+)(?:\s+(\d{4}))?\s+(?:to|[-–])\s+([a-z]+)\s+(\d{4})$")
_SCHOOL_YEAR = re.compile(r"^start of school year\s+(\d{4})/(\d{2})$")
_FINANCIAL_YEAR = re.compile(r"^(\d{4})/(\d{2})$")
_TERM = re.compile(r"^(autumn|spring|summer)\s+term\s+(\d{4})$")
_TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}


@dataclass(frozen=True, slots=True, order=True)
class WrittenDate:
    """A date in a paper's own words, and the span of days (both inclusive) that it can mean."""

    earliest: date
    latest: date
    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def is_exact(self) -> bool:
        return self.earliest == self.latest


def in_words(day: date) -> str:
    """`Tue 28 Jun 2022`: weekday first, because readers check weekdays."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def read_day(text: str) -> date:
    """Read an ISO date.  Raises ValueError with what would cure it."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"{text!r} is no date; write it as 2022-06-28") from None


def read_written_date(text: str) -> WrittenDate:
    """Read a date as written in a paper.  Raises ValueError with the forms that are understood."""
    words = " ".join(text.split())
    span = _span(words.lower())
    if span is None:
        raise ValueError(
            f"{text!r} is no date that can be placed; write 2022-06-28, 28 June 2022, June 2022, "
            "End June 2022, Spring 2022, January to March 2019, Autumn term 2018, 2019/20 "
            "or Start of School Year 2019/20"
        )
    return WrittenDate(earliest=span[0], latest=span[1], text=words)


def _span(words: str) -> tuple[date, date] | None:
    for opening in ("by ", "in ", "from ", "circa "):
        words = words.removeprefix(opening)
    qualifier, _, rest = words.partition(" ")
    if qualifier in _PARTS:
        whole = _plain_span(rest)
        return None if whole is None else _part_of(whole, *_PARTS[qualifier])
    return _plain_span(words)


def _plain_span(words: str) -> tuple[date, date] | None:
    try:
        return _iso(words) or _day(words) or _period(words)
    except ValueError:  # a day that its month does not have
        return None


def _iso(words: str) -> tuple[date, date] | None:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day, day


def _day(words: str) -> tuple[date, date] | None:
    match = _DAY.match(words)
    if match is None or (month := _month(match[2])) is None:
        return None
    day = date(int(match[3]), month, int(match[1]))
    return day, day


def _period(words: str) -> tuple[date, date] | None:
    if match := _MONTH_SPAN.match(words):
        first, last = _month(match[1]), _month(match[3])
        if first and last:
            return _months(int(match[2] or match[4]), first, int(match[4]), last)
    if match := _SCHOOL_YEAR.match(words):
        return _months(int(match[1]), 9, int(match[1]), 9)
    if match := _TERM.match(words):
        first_month, last_month = _TERMS[match[1]]
        return _months(int(match[2]), first_month, int(match[2]), last_month)
    if match := _FINANCIAL_YEAR.match(words):
        return date(int(match[1]), 4, 1), date(int(match[1]) + 1, 3, 31)
    if match := _MONTH.match(words):
        year = int(match[2])
        if month := _month(match[1]):
            return _months(year, month, year, month)
        if match[1] in _SEASONS:
            return _months(year, _SEASONS[match[1]][0], year, _SEASONS[match[1]][1])
        if match[1] == "winter":
            return _months(year, 12, year + 1, 2)
    if re.fullmatch(r"\d{4}", words):
        return date(int(words), 1, 1), date(int(words), 12, 31)
    return None


def _month(name: str) -> int | None:
    return next((number for full, number in MONTHS.items() if name in (full, full[:3])), None)


def _months(year: int, month: int, last_year: int, last_month: int) -> tuple[date, date] | None:
    first = date(year, month, 1)
    last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return (first, last) if first <= last else None


def _part_of(whole: tuple[date, date], start: float, stop: float) -> tuple[date, date]:
    days = (whole[1] - whole[0]).days + 1
    return whole[0] + timedelta(round(days * start)), whole[0] + timedelta(round(days * stop) - 1)
