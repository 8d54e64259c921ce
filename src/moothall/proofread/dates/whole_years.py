"""Periods and tables of whole years, a day of which has slipped.

A year “from 8 August 2024 to 31 July 2025”; a column “Balance at 8 April 2025” beside one “at 31
March 2026”.  Left alone: other periods, which may begin and end on any day.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.written_dates import Written, in_full, written_dates

_FROM = Expression(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_UNTIL = Expression(r"\b(?:to|ended|ending|until|at)\s(?:the\s)?$", re.IGNORECASE)
_TO = Expression(r"^\s?(?:to|until|and|–|-)\s(?:the\s)?$", re.IGNORECASE)
_BALANCE = Expression(
    r"\b(?:balances?|position|reserves?|opening|brought forward|value)\b", re.IGNORECASE
)
_NAMED_YEAR = Expression(
    r"\byear (?P<year>20\d\d)\s?[/–-]\s?(?:20)?(?P<next>\d\d)\s?"
    r"(?:,? (?:runs?|ran|is|was)? ?from|\(|,)\s?(?:the )?$",
    re.IGNORECASE,
)
_MONTHS = "|".join(calendar.month_name[1:])
_CLOSED = Expression(rf"^\s?\((?:{_MONTHS}) (?:to|–|-) (?P<month>{_MONTHS})\)")
_NEAR_THE_END, _NEAR_THE_START = 4, 10
_CURE = "Correct the day, or say why it is not the end of the month."


def a_period_of_years_begins_and_ends_with_a_month(report: Report) -> Iterator[TextFinding]:
    """“From 8 August 2024 to 31 July 2025”, “from 1 August 2024 to 28 July 2025”."""
    for passage in passages(report):
        days = [day for day in written_dates(passage.text) if day.is_a_day]
        for one, two in pairwise(days):
            if not _FROM.search(passage.text[: one.start]):
                continue
            if not _TO.match(passage.text[one.end : two.start]):
                continue
            first, last = one.first, two.first
            whole = first.day == 1 and _is_years_later(first, _end_of_month(last))
            if whole and _all_but_ends_its_month(last):
                yield _told(passage, two, _end_of_month(last), f"it began on {in_full(first)}")
            elif (
                _ends_its_month(last)
                and 1 < first.day <= _NEAR_THE_START
                and _is_years_later(first.replace(day=1), last)
            ):
                yield _told(passage, one, first.replace(day=1), f"it ends on {in_full(last)}")


def a_year_named_is_that_of_its_days(report: Report) -> Iterator[TextFinding]:
    """“The financial year 2025/26 (1 April 2025 to 31 March 2027)”."""
    for passage in passages(report):
        if not passage.has("year 20"):
            continue
        days = [day for day in written_dates(passage.text) if day.is_a_day]
        for one, two in pairwise(days):
            match = _NAMED_YEAR.search(passage.text[: one.start])
            if match is None or not _TO.match(passage.text[one.end : two.start]):
                continue
            year = int(match["year"])
            if int(match["next"]) != (year + 1) % 100:
                continue
            for day, own in ((one, year), (two, year + 1)):
                leap = (day.first.month, day.first.day) == (2, 29)
                if abs(day.first.year - own) == 1 and not leap:
                    right = day.first.replace(year=own)
                    yield _told(passage, day, right, f"the year is {year}/{match['next']}")


def a_period_closes_with_its_last_month(report: Report) -> Iterator[TextFinding]:
    """“The half year to 31 October 2025 (April to September)”."""
    for passage in passages(report):
        for day in written_dates(passage.text):
            match = _CLOSED.match(passage.text[day.end :]) if day.is_a_day else None
            if match is None or not _UNTIL.search(passage.text[: day.start]):
                continue
            last = list(calendar.month_name).index(match["month"])
            if last != day.first.month and _ends_its_month(day.first):
                right = _end_of_month(day.first.replace(day=1, month=last))
                yield _told(passage, day, right, f"it is called {match[0].strip(' ()')}")


def balances_of_one_table_are_of_whole_years(report: Report) -> Iterator[TextFinding]:
    """“Balance at 8 April 2025 | Used | Balance at 31 March 2026”: 1 April."""
    for grid in report.grids:
        if not grid.rows:
            continue
        heads = [
            (column, days[0].first)
            for column, head in enumerate(grid.rows[0])
            if len(days := [day for day in written_dates(head) if day.is_a_day]) == 1
            and (_BALANCE.search(head) or _BALANCE.search(" ".join(grid.rows[0])))
        ]
        if len(heads) != 2:
            continue
        (column, first), (other, last) = heads
        if _ends_its_month(last):
            after = last + timedelta(days=1)
            right = after.replace(year=after.year - 1)
            of_the_month = (first.year, first.month) == (right.year, right.month)
            if of_the_month and 1 < first.day <= _NEAR_THE_START:
                yield _in_head(grid, column, first, right)
        elif first.day == 1:
            before = first - timedelta(days=1)
            if (last.year, last.month) == (before.year + 1, before.month):
                yield _in_head(grid, other, last, _end_of_month(last))


def _in_head(grid: Grid, column: int, day: date, right: date) -> TextFinding:
    return TextFinding(
        place=grid.cell_place(0, column),
        quote=grid.rows[0][column],
        message=f"{in_full(day)} is no year from the other balance; {in_full(right)} would be.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


def _told(passage: Passage, day: Written, right: date, why: str) -> TextFinding:
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, day.start, day.end),
        message=f"{day.text}: {in_full(right)} may be meant; {why}.",
        confidence=Confidence.MEDIUM,
        cure=_CURE,
    )


def _end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _ends_its_month(day: date) -> bool:
    return day == _end_of_month(day)


def _all_but_ends_its_month(day: date) -> bool:
    return 0 < (_end_of_month(day) - day).days <= _NEAR_THE_END


def _is_years_later(first: date, last: date) -> bool:
    """Whether the two enclose whole years."""
    after = last + timedelta(days=1)
    return after.month == first.month and after.year > first.year


RULES: tuple[Rule, ...] = (
    a_period_of_years_begins_and_ends_with_a_month,
    a_year_named_is_that_of_its_days,
    a_period_closes_with_its_last_month,
    balances_of_one_table_are_of_whole_years,
)
