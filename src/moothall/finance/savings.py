"""What a savings plan says, and what it leaves the next year to find."""

from dataclasses import dataclass
from decimal import Decimal

from moothall.basics.figures import bracketed
from moothall.basics.years import FinancialYear
from moothall.facts.money import Recurrence, Saving
from moothall.facts.programme import Programme


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


def parts_of(saving: Saving, recurrence: Recurrence) -> Decimal:
    """The sum of the breakdown's parts of one kind."""
    rows = saving.breakdown.rows if saving.breakdown else ()
    return sum(
        (
            abs(row.amount.value)
            for row in rows
            if row.kind == "part" and row.recurrence is recurrence
        ),
        Decimal(0),
    )


def work_through(saving: Saving) -> SavingResult | None:
    """The saving's next year, None where no breakdown or no later year is printed."""
    if saving.breakdown is None:
        return None
    year = saving.breakdown.year
    this_year = next((p for p in saving.phasing if p.year == year), None)
    later = next((p for p in saving.phasing if p.year == year.next), None)
    if this_year is None or later is None:
        return None
    reached = abs(this_year.amount.value)
    cumulative = abs(later.amount.value) + (Decimal(0) if later.cumulative else reached)
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
