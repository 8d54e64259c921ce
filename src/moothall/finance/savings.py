"""What a savings plan says, and what it leaves the next year to find."""

from dataclasses import dataclass
from decimal import Decimal

from moothall.basics.figures import bracketed
from moothall.basics.years import FinancialYear
from moothall.facts.money import Recurrence, Saving
from moothall.facts.programme import Programme
from moothall.finance.casting import as_pounds


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingResult:
    """One line of the plan worked through, in the table's own unit; savings are positive.

    `apparent_new` is what the cumulative column seems to ask of the next year, `needed_new` what
    it really asks once one-off money has fallen away.
    """

    saving: str
    unit: str
    year: FinancialYear
    recurrent: Decimal
    one_off: Decimal
    next_year: FinancialYear
    next_year_cumulative: Decimal
    apparent_new: Decimal
    needed_new: Decimal

    @property
    def sentence(self) -> str:
        return (
            f"{self.next_year} needs {bracketed(self.needed_new)} of new recurrent saving "
            f"({self.unit}), not {bracketed(self.apparent_new)}: of the "
            f"{bracketed(self.recurrent + self.one_off)} in {self.year}, "
            f"{bracketed(self.one_off)} is one-off."
        )


def phased_saving(saving: Saving, amount: Decimal) -> Decimal:
    """A phased amount as a saving, positive where it has the sign of the last year's.

    Tables print savings in brackets or without; what has the other sign in the same row is a cost.
    """
    by_year = sorted(saving.phasing, key=lambda each: each.year, reverse=True)
    last = next((each.amount.value for each in by_year if each.amount.value), Decimal(0))
    return -amount if last < 0 else amount


def parts_of(saving: Saving, recurrence: Recurrence, *, in_pounds: bool = False) -> Decimal:
    """The sum of the breakdown's parts of one kind, in the table's unit or in pounds.

    Positive where they have the sign of the breakdown's total.
    """
    rows = saving.breakdown.rows if saving.breakdown else ()
    total = next((row.amount.value for row in rows if row.kind == "total"), Decimal(0))
    parts = (
        (as_pounds(row.amount, saving.unit) if in_pounds else row.amount).value
        for row in rows
        if row.kind == "part" and row.recurrence is recurrence
    )
    amount = sum(parts, Decimal(0))
    return -amount if total < 0 else amount


def work_through(saving: Saving) -> SavingResult | None:
    """The saving's next year, None where no breakdown or no later year is printed."""
    if saving.breakdown is None:
        return None
    year = saving.breakdown.year
    this_year = next((p for p in saving.phasing if p.year == year), None)
    later = next((p for p in saving.phasing if p.year == year.next), None)
    if this_year is None or later is None:
        return None
    reached = phased_saving(saving, this_year.amount.value)
    more = phased_saving(saving, later.amount.value)
    cumulative = more if later.cumulative else reached + more
    recurrent = parts_of(saving, Recurrence.RECURRENT)
    return SavingResult(
        saving=saving.id,
        unit=saving.unit.value,
        year=year,
        recurrent=recurrent,
        one_off=parts_of(saving, Recurrence.ONE_OFF),
        next_year=year.next,
        next_year_cumulative=cumulative,
        apparent_new=cumulative - reached,
        needed_new=cumulative - recurrent,
    )


def savings_of(programme: Programme) -> tuple[SavingResult, ...]:
    """Every saving that can be worked through."""
    results = (work_through(saving) for saving in programme.savings)
    return tuple(result for result in results if result is not None)
