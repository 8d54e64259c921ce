"""Working days by number, so that a plan counts days by looking them up.

A plan asks for some thousands of day sums.  Each is a look-up in a table that is made once, from
the same `WorkingDays` as everything else in the law; the tests hold the two against each other.
"""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import cache

from moothall.law.calendar import WorkingDays

LONGEST = 366 * 12
"""Days that a table covers at most; a plan further ahead than that has no calendar to rest on."""


class DayTable:
    """The working days of one council between two days, both included.

    Days are ordinals (`date.toordinal`).  A sum that leads out of the table answers None.
    """

    __slots__ = ("_before", "_days", "first", "last")

    def __init__(self, first: int, last: int, working: Iterable[int]) -> None:
        self.first, self.last = first, last
        self._days = tuple(day for day in working if first <= day <= last)
        self._before = [0] * (last - first + 2)
        place = 0
        for day in range(first, last + 1):
            place += place < len(self._days) and self._days[place] == day
            self._before[day - first + 1] = place

    def counts(self, day: int) -> bool:
        """Whether the day is a working day."""
        return self._up_to(day) > self._up_to(day - 1)

    def on_or_after(self, day: int) -> int | None:
        """The first working day from `day` on."""
        return self._at(self._up_to(day - 1)) if day >= self.first else None

    def on_or_before(self, day: int) -> int | None:
        """The last working day up to `day`."""
        return self._at(self._up_to(day) - 1)

    def add(self, day: int, number: int) -> int | None:
        """The `number`-th working day after `day`; `number` 0 gives `day` itself."""
        if number == 0:
            return day
        return self._at(self._up_to(day) + number - 1) if day >= self.first else None

    def latest_to_add(self, limit: int, number: int) -> int | None:
        """The last day from which `add(day, number)` is not after `limit`."""
        if number == 0:
            return limit
        after = self._up_to(limit) - number
        if after < 0:
            return None
        # Whatever has at most so many working days up to it: the eve of the next one.
        following = self._at(after)
        return None if following is None else following - 1

    def _up_to(self, day: int) -> int:
        if day < self.first:
            return 0
        return self._before[min(day, self.last) - self.first + 1]

    def _at(self, place: int) -> int | None:
        return self._days[place] if 0 <= place < len(self._days) else None

    def within(self, day: int) -> bool:
        """Whether the table says anything about the day."""
        return self.first <= day <= self.last

    def number_between(self, first: int, last: int) -> int:
        """How many working days there are from `first` to `last`, both included."""
        return bisect_left(self._days, last + 1) - bisect_left(self._days, first)


def day_table(first: date, last: date, extra_non_days: Iterable[date] = ()) -> DayTable:
    """The table of a council's working days between two days, cut to what a table covers."""
    begins = first.toordinal()
    ends = min(last.toordinal(), begins + LONGEST)
    return _table(begins, ends, frozenset(extra_non_days))


@cache
def _table(first: int, last: int, extra_non_days: frozenset[date]) -> DayTable:
    extra = {day.toordinal() for day in extra_non_days}
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    return DayTable(
        first, last, (day for year in years for day in _of_year(year) if day not in extra)
    )


@cache
def _of_year(year: int) -> tuple[int, ...]:
    working = WorkingDays()
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return tuple(day for day in range(first, last + 1) if working.counts(date.fromordinal(day)))
