"""How much of each month a shared post is in service: from its start to the end of its term."""

import calendar
from datetime import date, timedelta
from fractions import Fraction

from moothall.basics.dates import WrittenDate
from moothall.basics.years import FinancialYear
from moothall.facts.posts import SharedPost

MONTHS = range(1, 13)
"""The months of a financial year: 1 is April, 12 is March."""


def first_of_month(year: FinancialYear, month: int) -> date:
    """The first day of a month of a financial year."""
    return date(year.start + (month > 9), (month + 2) % 12 + 1, 1)


def last_of_month(year: FinancialYear, month: int) -> date:
    """The last day of a month of a financial year."""
    first = first_of_month(year, month)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def year_of(day: date) -> FinancialYear:
    """The financial year of a day."""
    return FinancialYear(day.year if day.month >= 4 else day.year - 1)


def start_of(starts: WrittenDate) -> date:
    """The day from which a post counts: "April 2021" is 1 April 2021.

    What may be several months is taken at the latest of them ("Spring 2022" is 1 May 2022), and
    what is vague within a month at its end; `may_start_sooner` says so.
    """
    first = starts.latest.replace(day=1)
    return first if starts.earliest <= first else starts.latest


def may_start_sooner(starts: WrittenDate) -> date | None:
    """The earliest day that a vague start can mean, where that is sooner than the one taken."""
    return starts.earliest if starts.earliest < start_of(starts) else None


def end_of(post: SharedPost) -> date | None:
    """The day on which the term is over, itself no longer in service; None where nobody knows."""
    if post.starts is None or post.term_months is None:
        return None
    start = start_of(post.starts)
    year, month = divmod(start.year * 12 + start.month - 1 + post.term_months, 12)
    # A term that would end on a day which its month does not have ends with that month.
    if start.day > calendar.monthrange(year, month + 1)[1]:
        year, month = divmod(year * 12 + month + 1, 12)
        return date(year, month + 1, 1)
    return date(year, month + 1, start.day)


def part_of_month(post: SharedPost, year: FinancialYear, month: int) -> Fraction:
    """The part of a month in service, by its days; a post without a start is taken as there."""
    first, last = first_of_month(year, month), last_of_month(year, month)
    since, until = first, last + timedelta(days=1)
    if post.starts is not None:
        since = max(since, start_of(post.starts))
    if (end := end_of(post)) is not None:
        until = min(until, end)
    return Fraction(max(0, (until - since).days), last.day)


def months_in_service(post: SharedPost, year: FinancialYear) -> tuple[Fraction, ...]:
    """The part of each month, April first; twelve times one is a whole year."""
    return tuple(part_of_month(post, year, month) for month in MONTHS)
