"""Leads: how long after one step the next may come at the earliest.

A lead is a day sum that never gives an earlier answer for a later question.  That is what makes a
forward pass exact: waiting never helps.  `last` is its inverse: the last day that still leads to a
limit, so that `first(day) <= limit` exactly where `day <= last(limit)`.
"""

from dataclasses import dataclass
from typing import Protocol

from moothall.governance.planning.day_table import DayTable


class Lead(Protocol):
    """The earliest day after a step, the latest before one; ordinals, None off the table."""

    def first(self, day: int) -> int | None: ...

    def last(self, limit: int) -> int | None: ...


@dataclass(frozen=True, slots=True)
class CalendarDays:
    """So many days later, every day counted."""

    number: int

    def first(self, day: int) -> int | None:
        return day + self.number

    def last(self, limit: int) -> int | None:
        return limit - self.number


@dataclass(frozen=True, slots=True)
class WorkingDaysAfter:
    """So many working days later."""

    number: int
    table: DayTable

    def first(self, day: int) -> int | None:
        return self.table.add(day, self.number)

    def last(self, limit: int) -> int | None:
        return self.table.latest_to_add(limit, self.number)


@dataclass(frozen=True, slots=True)
class ClearCalendarDays:
    """So many whole days in between, every day counted (the 28 days of a notice, in practice)."""

    number: int

    def first(self, day: int) -> int | None:
        return day + self.number + 1

    def last(self, limit: int) -> int | None:
        return limit - self.number - 1


@dataclass(frozen=True, slots=True)
class ClearWorkingDays:
    """So many whole working days in between (the five days of an agenda)."""

    number: int
    table: DayTable

    def first(self, day: int) -> int | None:
        last = self.table.add(day, self.number)
        return None if last is None else last + 1

    def last(self, limit: int) -> int | None:
        return self.table.latest_to_add(limit - 1, self.number)


@dataclass(frozen=True, slots=True)
class CallIn:
    """From publication (or the meeting) to effect: a council's own period and way of counting."""

    number: int
    counts_first_day: bool
    next_working_day: bool
    table: DayTable

    def first(self, day: int) -> int | None:
        counted = self.counts_first_day and self.number > 0 and self.table.counts(day)
        last = self.table.add(day, self.number - 1 if counted else self.number)
        if last is None:
            return None
        return self.table.add(last, 1) if self.next_working_day else last + 1

    def last(self, limit: int) -> int | None:
        day = limit - 1
        while day >= self.table.first:
            effective = self.first(day)
            if effective is not None and effective <= limit:
                return day
            day -= 1
        return None
