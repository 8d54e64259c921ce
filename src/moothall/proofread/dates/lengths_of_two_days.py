"""Lengths told beside two days that are a whole number of days, weeks, months or years apart.

“Eight weeks in which to comment … from 3 February to 17 March” are six; “6 January …, until 6 May,
six months later” are four.  Two days that lie a whole number of units apart were reckoned so: the
length beside them is theirs, whatever words stand between.  Silent where any length told fits.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from moothall.documents.report import Report
from moothall.proofread.dates import (
    effect_and_length,
    ends_of_periods,
    extensions,
    lengths_between_points,
    reckoned_days,
    terms_of_years,
    time_between,
    years_between_months,
    years_reckoned,
)
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import finding_on, paragraphs
from moothall.proofread.reading.written_dates import Written, in_full, written_dates

_WORDS = "|".join(sorted((word for word in NUMBERS_TO_99), key=len, reverse=True))
_LENGTH = Expression(
    rf"\b(?P<n>{_WORDS}|\d{{1,3}})[\s-](?P<unit>days?|weeks?|months?|years?)\b(?![’'](?!\s)|"
    rf"\sold\b)",
    re.IGNORECASE,
)
_NOT_BETWEEN = Expression(
    r"\b(?:each|every|aged?|per|notice|at least|more than|over|average|ago|warrant\w*|first|last|"
    r"next|"
    r"limit|five[- ]year land|previous|further|another|additional|remaining|a minimum|up to)\b",
    re.IGNORECASE,
)
_ANOTHER_DAY = Expression(r"\b(?:19|20)\d\d\b")
_MOST_TIMES = 3
_LEAST_DAYS = 14
_LONGEST = 420
_CURE = "Correct the length or one of the days."


@dataclass(frozen=True, slots=True)
class _Length:
    number: int
    unit: str
    start: int
    text: str


def a_length_told_is_that_of_the_two_days_beside_it(report: Report) -> Iterator[TextFinding]:
    """“Moved in on 2 December and left on 27 January: their five-week stay …” was eight."""
    for paragraph in paragraphs(report):
        told: set[int] = set()
        before = ""
        for number, one in enumerate(paragraph.sentences):
            for first in ("", before):
                message = _wrong(first, one.text) if len(one.text) < _LONGEST else None
                if message is not None and number not in told and number - 1 not in told:
                    told.add(number)
                    yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
            before = one.text


def _stand_together(first: str, second: str) -> bool:
    """Whether both days stand in one sentence; else the second must tie its own to the first."""
    if not first:
        return True
    days = [len(written_dates(_with_years(text))) for text in (first, second)]
    lengths = [bool(_LENGTH.search(text)) for text in (first, second)]
    if 0 in days:
        return lengths[days.index(0)] and not lengths[1 - days.index(0)]
    return lengths == [False, True] and bool(_TIES.search(second))


_TIES = Expression(r"\b(?:later|until|within|by|after|from then|that date|that day)\b", re.I)


def _wrong(first: str, second: str) -> str | None:
    """What is wrong of a sentence, or of two that follow one another."""
    text = f"{first} {second}".strip()
    if not _ANOTHER_DAY.search(text) or not _LENGTH.search(text):
        return None
    days = written_dates(_with_years(text))
    if len(days) != _TWO or not all(day.is_a_day for day in days):
        return None
    if not _are_all_the_days(text, days) or not _stand_together(first, second):
        return None
    since, until = sorted((days[0].first, days[1].first))
    lengths = list(_lengths(text))
    if not lengths or (until - since).days < _LEAST_DAYS:
        return None
    if any(_fits(length, since, until) for length in lengths):
        return None
    meant = [length for length in lengths if _may_be_meant(length, text)]
    if len(meant) != 1:
        return None
    length = meant[0]
    true = _whole(since, until, length.unit)
    if true is None or not length.number / _MOST_TIMES <= true <= length.number * _MOST_TIMES:
        return None
    return f"From {in_full(since)} to {in_full(until)} is {true} {length.unit}s, not {length.text}."


def _lengths(text: str) -> Iterator[_Length]:
    for match in _LENGTH.finditer(text):
        number = match["n"].lower()
        yield _Length(
            int(number) if number.isdigit() else NUMBERS_TO_99[number],
            match["unit"].lower().rstrip("s"),
            match.start(),
            match[0],
        )


def _may_be_meant(length: _Length, text: str) -> bool:
    around = text[max(0, length.start - 20) : length.start + len(length.text) + 12]
    after = text[length.start + len(length.text) :]
    begins = _BEGINS_WITH.match(after)  # “extended for five years on 4 May 2022”
    return length.number > 1 and not (_NOT_BETWEEN.search(around) or begins)


_BEGINS_WITH = Expression(r"^\s(?:on|starting|beginning|commencing)\b", re.IGNORECASE)


def _are_all_the_days(text: str, days: Sequence[Written]) -> bool:
    """Whether no other year stands in the text, from which the length may be reckoned."""
    years = {str(day.first.year) for day in days}
    return all(match[0] in years for match in _ANOTHER_DAY.finditer(text))


def _with_years(text: str) -> str:
    """“From 3 February to 17 March 2025”: the first day is of the year of the second."""
    return _NO_YEAR.sub(r"\g<day> \g<year>\g<rest> \g<year>", text)


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_YEAR = Expression(
    rf"(?P<day>\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH}))(?!,? (?:19|20)\d\d)"
    rf"(?P<rest>(?:,? (?:to|until|and|–) |\s?–\s?)\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH}))"
    r",? (?P<year>(?:19|20)\d\d)"
)


def _fits(length: _Length, first: date, last: date) -> bool:
    """Whether the length is about that of the two days, in its own unit."""
    days = (last - first).days
    size = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}[length.unit]
    slack = {"day": 1.5, "week": 4.0, "month": 16.0, "year": 190.0}[length.unit]
    return abs(days - length.number * size) <= slack


def _whole(first: date, last: date, unit: str) -> int | None:
    """How many whole units lie between, with both ends or without; None where none fits."""
    for end in (last, last + timedelta(days=1)):
        days = (end - first).days
        if unit == "day":
            return (last - first).days
        if unit == "week" and days % 7 == 0:
            return days // 7
        months = (end.year - first.year) * 12 + end.month - first.month
        same = end.day == first.day or (_is_last(end) and _is_last(first))
        if unit == "month" and same and months > 1:
            return months
        if unit == "year" and same and months % 12 == 0 and months > 12:
            return months // 12
    return None


def _is_last(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


_TWO = 2

_NARROWER = chain(
    years_between_months.RULES,
    years_reckoned.RULES,
    time_between.RULES,
    lengths_between_points.RULES,
    effect_and_length.RULES,
    reckoned_days.RULES,
    terms_of_years.RULES,
    ends_of_periods.RULES,
    extensions.RULES,
)

RULES: tuple[Rule, ...] = (
    where_nothing_is_told(a_length_told_is_that_of_the_two_days_beside_it, _NARROWER),
)
