"""On which days a forward plan is published: a cycle as people write it.

Understood are "monthly" (on a day that nobody has named), "first Wednesday of the month",
"fortnightly on Fridays", "weekly on Mondays" and, where the count has to start somewhere,
"fortnightly on Fridays from 2021-06-18".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = ("first", "second", "third", "fourth")
_WEEKLY = re.compile(r"(weekly|fortnightly) on (\w+?)s?(?: from (\d{4}-\d{2}-\d{2}))?")
_MONTHLY = re.compile(r"(?:monthly on the )?(\w+) (\w+)(?: of the month)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """A cycle of publication; `is_vague` where it names no day, so that no date follows from it."""

    text: str
    weekday: int | None = None
    every_weeks: int | None = None
    ordinal: int | None = None
    starts_on: date | None = None

    @property
    def is_vague(self) -> bool:
        """Whether the days of publication cannot be worked out from it."""
        return self.weekday is None or (self.every_weeks == 2 and self.starts_on is None)

    def on_or_after(self, day: date) -> date | None:
        """The first day of publication from `day` on; None for a vague cycle."""
        return None if self.is_vague else next(self._from(day))

    def on_or_before(self, day: date) -> date | None:
        """The last day of publication up to `day`; None for a vague cycle."""
        if self.is_vague:
            return None
        held = list(_until(self._from(day - timedelta(days=62)), day))
        return held[-1] if held else None

    def _from(self, day: date) -> Iterator[date]:
        if self.weekday is None:
            return
        if self.every_weeks is not None:
            step = timedelta(weeks=self.every_weeks)
            start = self.starts_on or day + timedelta((self.weekday - day.weekday()) % 7)
            start += -((start - day) // step) * step  # the cycle runs both ways from its start
            while True:
                yield start
                start += step
        month = day.replace(day=1)
        while True:
            offset = (self.weekday - month.weekday()) % 7
            found = month + timedelta(days=offset + 7 * (self.ordinal or 0))
            if found >= day:
                yield found
            month = (month + timedelta(days=32)).replace(day=1)


def read_cycle(text: str) -> Cycle:
    """Read a cycle as written.  Raises ValueError with the forms that are understood."""
    words = " ".join(text.lower().split())
    if words == "monthly":
        return Cycle(text=text)
    if match := _WEEKLY.fullmatch(words):
        weekday = _weekday(match[2])
        if weekday is not None:
            starts_on = date.fromisoformat(match[3]) if match[3] else None
            if starts_on is not None and starts_on.weekday() != weekday:
                raise ValueError(
                    f"{match[3]} is no {match[2]}; the cycle starts on its own weekday"
                )
            every = 1 if match[1] == "weekly" else 2
            return Cycle(text=text, weekday=weekday, every_weeks=every, starts_on=starts_on)
    if match := _MONTHLY.fullmatch(words):
        weekday = _weekday(match[2])
        if match[1] in _ORDINALS and weekday is not None:
            return Cycle(text=text, weekday=weekday, ordinal=_ORDINALS.index(match[1]))
    raise ValueError(
        f"{text!r} is no cycle that can be placed; write monthly, first Wednesday of the month, "
        "weekly on Mondays or fortnightly on Fridays from 2021-06-18"
    )


def _weekday(name: str) -> int | None:
    return _WEEKDAYS.index(name) if name in _WEEKDAYS else None


def _until(days: Iterator[date], last: date) -> Iterator[date]:
    for day in days:
        if day > last:
            return
        yield day
