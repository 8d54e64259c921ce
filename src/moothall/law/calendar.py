"""Which days count: working days of England, from a maintained calendar of public holidays."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

ONE_DAY = timedelta(days=1)


@cache
def load_calendar() -> Mapping[date, str]:
    """England's public holidays, year by year as they are asked for.

    The library's own way in loads every country of the world (0.3 s of a cold start); one file of
    it is enough.  A test holds it against that way in.
    """
    package = find_spec("holidays")
    folder = (
        Path(package.submodule_search_locations[0])
        if (package and package.submodule_search_locations)
        else Path()
    )
    spec = spec_from_file_location(
        "moothall.law.england", folder / "countries" / "united_kingdom.py"
    )
    if spec is None or spec.loader is None:
        raise ImportError("the package holidays has no calendar of the United Kingdom")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    england: Mapping[date, str] = module.UnitedKingdom(subdiv="ENG")
    return england


def bank_holiday(day: date) -> str | None:
    """The name of the public holiday in England on that day, one-off ones included."""
    return load_calendar().get(day)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Monday to Friday less England's public holidays and a council's own extra non-days."""

    extra_non_days: Container[date] = frozenset()

    def counts(self, day: date) -> bool:
        return self.why_not(day) is None

    def why_not(self, day: date) -> str | None:
        """Why the day is no working day, None where it is one."""
        if day.weekday() >= 5:
            return f"{day:%A}"
        if day in self.extra_non_days:
            return "the council's own non-working day"
        return bank_holiday(day)

    def on_or_before(self, day: date) -> date:
        while not self.counts(day):
            day -= ONE_DAY
        return day

    def add(self, day: date, number: int) -> date:
        """The `number`-th working day after `day` (`number` 0 gives `day` itself)."""
        while number:
            day += ONE_DAY
            number -= self.counts(day)
        return day
