"""What a saving brings in the year in which it starts, and what rolls into the next."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from moothall.basics.dates import WrittenDate
from moothall.basics.years import FinancialYear


@dataclass(frozen=True, slots=True, kw_only=True)
class PartYear:
    """The first year of a saving: whole months of twelve, exact.

    A date that may mean several days is taken at its latest, which claims least; `most_in_year` is
    what the earliest day in the same year would bring.  `in_year` and `rolls_over` make the full
    year, in pounds as fractions.
    """

    year: FinancialYear
    months: int
    in_year: Fraction
    most_in_year: Fraction
    rolls_over: Fraction


def part_year_of(full_year: Decimal, starts: WrittenDate) -> PartYear:
    """What `full_year` pounds a year bring in the financial year in which they start."""
    year = year_of(starts.latest)
    months = whole_months(_last_start(starts))
    first = max(starts.earliest, date(year.start, 4, 1))
    in_year = Fraction(full_year) * months / 12
    return PartYear(
        year=year,
        months=months,
        in_year=in_year,
        most_in_year=Fraction(full_year) * whole_months(first) / 12,
        rolls_over=Fraction(full_year) - in_year,
    )


def year_of(day: date) -> FinancialYear:
    """The financial year of a day."""
    return FinancialYear(day.year if day.month >= 4 else day.year - 1)


def whole_months(day: date) -> int:
    """How many whole months are left of the financial year, from a day on: 12 from 1 April, 11 from
    2 April, none from 2 March."""
    left = (3 - day.month) % 12 + 1
    return left if day.day == 1 else left - 1


def _last_start(starts: WrittenDate) -> date:
    """ "June 2026" means from its first day, a season from the first day of its last month, "End
    June 2026" its end."""
    first = starts.latest.replace(day=1)
    return first if starts.earliest <= first else starts.latest
