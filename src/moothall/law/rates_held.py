"""Rates that the country sets and that are no rule to break: what an employer pays on top of pay.

They stand beside the rules (`law/rates/`), because nothing is found against them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from moothall.law.law import NoLawForThatDayError
from moothall.law.standing import Known, how_known

NI_RATE = "NI-RATE"
NI_THRESHOLD = "NI-THRESHOLD"
EARLY_YEARS_PASS_THROUGH = "EARLY-YEARS-PASS-THROUGH"  # noqa: S105 - the name of a rate


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRate:
    """A rate from a day on, and how this number is known."""

    since: date
    value: Decimal
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One rate with its citation and its values; `unit` says of what."""

    id: str
    title: str
    reference: str
    evidence: str
    applies_to: str
    unit: str
    checked_on: date
    values: tuple[DatedRate, ...] = ()


@dataclass(frozen=True, slots=True)
class StatutoryRates:
    """Every rate held, by id.  `version` identifies the set in whatever rests on it."""

    rates: dict[str, Rate]
    version: str

    def value(self, rate: str, on: date) -> Decimal:
        """The value in force on a day.  Raises NoLawForThatDayError before the first one."""
        return self.dated_value(rate, on).value

    def dated_value(self, rate: str, on: date) -> DatedRate:
        """The value with its day and evidence.  Raises NoLawForThatDayError before the first."""
        held = [each for each in self.rates[rate].values if each.since <= on]
        if not held:
            raise NoLawForThatDayError(f"{rate} holds no value for {on.isoformat()}")
        return max(held, key=lambda each: each.since)

    @property
    def checked_on(self) -> date:
        """The day on which the least lately checked of them was looked at."""
        return min(each.checked_on for each in self.rates.values())


def lacking(rates: Iterable[Rate]) -> Iterator[str]:
    """What keeps rates from being held, each as a sentence: nothing is held without its source."""
    seen: set[str] = set()
    for rate in rates:
        if rate.id in seen:
            yield f"{rate.id} is given twice."
        seen.add(rate.id)
        for name in ("title", "reference", "evidence", "applies_to", "unit"):
            if not getattr(rate, name).strip():
                yield f"{rate.id} has no {name.replace('_', ' ')}."
        if not rate.values:
            yield f"{rate.id} has no value."
        days = [value.since for value in rate.values]
        for day in sorted({day for day in days if days.count(day) > 1}):
            yield f"{rate.id} has two values from {day.isoformat()}."
        for value in rate.values:
            if how_known(value.evidence) == (Known.UNKNOWN,):
                yield f"{rate.id} does not say how its value from {value.since} is known."
