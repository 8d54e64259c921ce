"""Clear days: three counts, separate and named.

A clear day is a whole day between publication and meeting, neither of which counts
(R v Swansea CC ex p Elitestone (1993) 66 P&CR 422; R v Herefordshire Justices (1820)).
Principal councils' five days are working days; the 28 days' notice is counted in calendar days in
practice; parishes count Saturdays.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.law.calendar import ONE_DAY, WorkingDays, bank_holiday


class Count(StrEnum):
    """Which days count towards clear days."""

    WORKING = "working"
    CALENDAR = "calendar"
    PARISH = "parish"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that was passed over, and why."""

    day: date
    why: str


WhyNot = Callable[[date], str | None]
"""Says of a day why it does not count, None where it does."""


def why_not(count: Count, working: WorkingDays) -> WhyNot:
    """What says of a day whether it counts."""
    if count is Count.WORKING:
        return working.why_not
    if count is Count.CALENDAR:
        return lambda _: None
    return lambda day: "Sunday" if day.weekday() == 6 else bank_holiday(day)


def clear_days(
    published: date, meeting: date, count: Count, working: WorkingDays | None = None
) -> int:
    """How many clear days lie between the two; 0 where the meeting is not later."""
    counts = why_not(count, working or WorkingDays())
    days = 0
    day = published + ONE_DAY
    while day < meeting:
        days += counts(day) is None
        day += ONE_DAY
    return days


def latest_publication(
    meeting: date, number: int, count: Count, working: WorkingDays | None = None
) -> tuple[date, tuple[Skipped, ...]]:
    """The last day of publication that leaves `number` clear days, and the days passed over.

    In the working count a publication day that is no working day rolls back to one; in the other
    two it stands.
    """
    working = working or WorkingDays()
    counts = why_not(count, working)
    skipped: list[Skipped] = []
    day = meeting - ONE_DAY
    left = number
    while left:
        if (why := counts(day)) is None:
            left -= 1
        else:
            skipped.append(Skipped(day, why))
        day -= ONE_DAY
    if count is Count.WORKING:
        while (why := working.why_not(day)) is not None:
            skipped.append(Skipped(day, why))
            day -= ONE_DAY
    return day, tuple(skipped)


def earliest_meeting(
    published: date, number: int, count: Count, working: WorkingDays | None = None
) -> tuple[date, tuple[Skipped, ...]]:
    """The first day on which a meeting has `number` clear days behind it."""
    counts = why_not(count, working or WorkingDays())
    skipped: list[Skipped] = []
    day = published + ONE_DAY
    left = number
    while left:
        if (why := counts(day)) is None:
            left -= 1
        else:
            skipped.append(Skipped(day, why))
        day += ONE_DAY
    return day, tuple(skipped)
