"""What an employer pays on top of pay: National Insurance by law, pension and levy as it says.

The country's rates are held with their dates; pension, levy and pay award are each council's own
(`EmployerRates`) and have no default: what nobody has said is lacking, with whom to ask.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.sharing import EmployerRates
from moothall.law.rates_held import NI_RATE, NI_THRESHOLD, StatutoryRates


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that nobody has said, and the question to ask."""

    what: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRates:
    """An employer's own rates in one year, as parts of pay; None where it has not said.

    `carried` tells which of them were said for an earlier year and are taken on.
    """

    pension: Fraction | None
    levy: Fraction | None
    carried: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Awards:
    """What pay awards have made of one pound of pay since the year in which it was stated.

    `unknown` are the years whose award nobody has said: they are left out of `factor`.
    """

    factor: Fraction
    unknown: tuple[FinancialYear, ...]
    carried: tuple[str, ...]


def own_rates(rates: tuple[EmployerRates, ...], employer: str, year: FinancialYear) -> OwnRates:
    """Pension and levy of an employer in a year: each the last that it has said."""
    pension = _last_said(rates, employer, year, "pension_percent")
    levy = _last_said(rates, employer, year, "levy_percent")
    return OwnRates(
        pension=_part(pension, "pension_percent"),
        levy=_part(levy, "levy_percent"),
        carried=(*_carried(pension, "Pension", year), *_carried(levy, "Levy", year)),
    )


def awards_since(
    rates: tuple[EmployerRates, ...], employer: str | None, base: FinancialYear, year: FinancialYear
) -> Awards:
    """The pay awards of every year after `base` up to `year`, one upon the other."""
    factor = Fraction(1)
    unknown: list[FinancialYear] = []
    carried: list[str] = []
    for start in range(base.start + 1, year.start + 1):
        each = FinancialYear(start)
        said = _last_said(rates, employer, each, "pay_award_percent") if employer else None
        if said is None or said.pay_award_percent is None:
            unknown.append(each)
            continue
        factor *= 1 + Fraction(said.pay_award_percent) / 100
        carried += _carried(said, "Pay award", each)
    return Awards(factor=factor, unknown=tuple(unknown), carried=tuple(carried))


def national_insurance(
    pay: Fraction, law: StatutoryRates, on: date, part: Fraction = Fraction(1)
) -> Fraction:
    """Employer's National Insurance on a month's pay, exact, by the rates in force on a day.

    `pay` is that of one full-time post for a whole month, `part` how much of both there is: pay and
    threshold are cut alike.
    """
    return part * max(Fraction(0), pay * _rate(law, on) - free_of_insurance(law, on))


def free_of_insurance(law: StatutoryRates, on: date) -> Fraction:
    """What the threshold saves in a month: the rate on a twelfth of the year's threshold."""
    return _rate(law, on) * Fraction(law.value(NI_THRESHOLD, on)) / 12


def _rate(law: StatutoryRates, on: date) -> Fraction:
    return Fraction(law.value(NI_RATE, on)) / 100


def _last_said(
    rates: tuple[EmployerRates, ...], employer: str, year: FinancialYear, name: str
) -> EmployerRates | None:
    held = [
        each
        for each in rates
        if each.authority == employer and each.since <= year and getattr(each, name) is not None
    ]
    return max(held, key=lambda each: (each.since, each.known_on, each.id), default=None)


def _part(said: EmployerRates | None, name: str) -> Fraction | None:
    return None if said is None else Fraction(getattr(said, name)) / 100


def _carried(said: EmployerRates | None, what: str, year: FinancialYear) -> tuple[str, ...]:
    if said is None or said.since == year:
        return ()
    return (f"{what} as said for {said.since}, taken on for {year}",)
