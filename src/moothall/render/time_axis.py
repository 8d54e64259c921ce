"""The one time axis that all lanes of a route share, in whole months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

# Every month, then every so many; 12 and beyond count whole years.
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_ROOM_FOR_A_LABEL = 66.0


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` up to `until` (exclusive), drawn from `left` to `right` (SVG units)."""

    first: date
    until: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands."""
        share = (day - self.first).days / (self.until - self.first).days
        return self.left + share * (self.right - self.left)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Where months begin, as (x, label), as many as there is room for."""
        months = _month_number(self.until) - _month_number(self.first)
        fitting = (self.right - self.left) / _ROOM_FOR_A_LABEL
        step = next((step for step in _STEPS if months / step <= fitting), _STEPS[-1])
        return tuple(
            (self.x(day), f"{day:%b} {day.year}")
            for number in range(_month_number(self.first), _month_number(self.until))
            if number % step == 0
            for day in (_month_start(number),)
        )


def axis_over(days: Iterable[date], left: float, right: float, after: float) -> TimeAxis | None:
    """The axis of whole months that holds all the days and leaves the width `after` free behind
    the last; None where there are no days."""
    held = sorted(days)
    if not held:
        return None
    first = _month_number(held[0])
    until = _month_number(held[-1]) + 1
    axis = TimeAxis(_month_start(first), _month_start(until), left, right)
    while axis.x(held[-1]) + after > right:
        until += 1
        axis = TimeAxis(axis.first, _month_start(until), left, right)
    return axis


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month_start(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
