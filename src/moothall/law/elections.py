"""The period before a poll in which councils' publicity is restricted."""

from datetime import date
from functools import lru_cache

from moothall.law.calendar import ONE_DAY, WorkingDays


@lru_cache(maxsize=256)
def latest_notice_of_election(poll: date, days: int) -> date:
    """The latest day for the notice: the `days`-th counting day before the poll.

    Saturdays, Sundays, 24 and 25 December, Good Friday and bank holidays do not count
    (SI 2006/3304, Schedule 3).  Kept, because every drawing of a route asks for the same polls.
    """
    day = poll
    while days:
        day -= ONE_DAY
        days -= why_no_election_day(day) is None
    return day


def why_no_election_day(day: date) -> str | None:
    """Why a day does not count before a poll, None where it does."""
    return WorkingDays().why_not(day) or (
        "Christmas Eve" if (day.month, day.day) == (12, 24) else None
    )
