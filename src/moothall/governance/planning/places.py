"""Places: the days on which a step can be taken at all.

Meetings are held on their days, forward plans appear on theirs, a consultation is not launched in
the weeks before a poll.  `first` gives the first day that will do from a day on, `last` the last
one up to a day; both are ordinals, None where there is none.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from moothall.governance.planning.day_table import DayTable
from moothall.law.publication_cycle import Cycle


class Place(Protocol):
    """The first day that will do from a day on, and the last one up to a day."""

    def first(self, day: int) -> int | None: ...

    def last(self, limit: int) -> int | None: ...


@dataclass(frozen=True, slots=True)
class AnyDay:
    """Every day will do."""

    def first(self, day: int) -> int | None:
        return day

    def last(self, limit: int) -> int | None:
        return limit


@dataclass(frozen=True, slots=True)
class AnyWorkingDay:
    """Every working day will do."""

    table: DayTable

    def first(self, day: int) -> int | None:
        return self.table.on_or_after(day)

    def last(self, limit: int) -> int | None:
        return self.table.on_or_before(limit)


@dataclass(frozen=True, slots=True)
class OnDays:
    """Only these days will do, in order: the meetings of a body, the days of a forward plan."""

    days: tuple[int, ...]

    def first(self, day: int) -> int | None:
        place = bisect_left(self.days, day)
        return self.days[place] if place < len(self.days) else None

    def last(self, limit: int) -> int | None:
        place = bisect_right(self.days, limit) - 1
        return self.days[place] if place >= 0 else None


@dataclass(frozen=True, slots=True)
class OnCycle:
    """The days of a publication: those that are fixed, and the cycle beyond the last of them."""

    fixed: tuple[int, ...]
    cycle: Cycle

    def first(self, day: int) -> int | None:
        if self.fixed and day <= self.fixed[-1]:
            return OnDays(self.fixed).first(day)
        found = self.cycle.on_or_after(date.fromordinal(day))
        return None if found is None else found.toordinal()

    def last(self, limit: int) -> int | None:
        found = self.cycle.on_or_before(date.fromordinal(limit))
        cyclic = None if found is None else found.toordinal()
        if cyclic is not None and (not self.fixed or cyclic > self.fixed[-1]):
            return cyclic
        return OnDays(self.fixed).last(limit)


@dataclass(frozen=True, slots=True)
class Opening:
    """A working day on which a window of `length` days can open that meets no closed span.

    `closed` are spans (first, last) in order that do not overlap: pre-election periods.
    """

    length: int
    closed: tuple[tuple[int, int], ...]
    table: DayTable

    def first(self, day: int) -> int | None:
        found = self.table.on_or_after(day)
        for begins, ends in self.closed:
            if found is None or found + self.length - 1 < begins:
                return found
            if found <= ends:
                found = self.table.on_or_after(ends + 1)
        return found

    def last(self, limit: int) -> int | None:
        found = self.table.on_or_before(limit)
        for begins, ends in reversed(self.closed):
            if found is None or found > ends:
                return found
            if found + self.length - 1 >= begins:
                found = self.table.on_or_before(begins - self.length)
        return found
