"""A savings plan worked through in pounds: year by year, council by council, stream by stream.

The identities of a medium-term plan hold in it exactly, whatever is printed:

    reached by a year = recurrent + one-off money of that year
    to find in a year = rise over the year before + one-off money that falls away
    part year + what rolls into the next = the full year

Savings are positive here.  What a table does not say is None, and no figure is made up for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from moothall.basics.figures import Figure, bracketed
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.money import PhasedAmount, Recurrence, Saving, SavingStanding
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.facts.words import in_pounds
from moothall.finance.casting import as_pounds
from moothall.finance.part_years import PartYear, part_year_of
from moothall.finance.savings import parts_of, phased_saving

NIL = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedYear:
    """One year of a saving, or of several, in pounds.

    `reached` is what is saved a year by then, one-off money included; `rise` its growth over the
    year before; `falls_away` the one-off money of the year before, which has to be found again;
    `to_find` both together.  `one_off` is None where nobody has said how the year is made up, and
    is then taken as nothing in the year after.  `carried` names the savings whose tables do not
    print this year and that are taken to go on as they stood, less their one-off money.
    """

    year: FinancialYear
    printed: str
    reached: Decimal
    rise: Decimal
    falls_away: Decimal
    one_off: Decimal | None
    carried: tuple[str, ...] = ()

    @property
    def to_find(self) -> Decimal:
        return self.rise + self.falls_away

    @property
    def recurrent(self) -> Decimal | None:
        """What of it comes again every year, None where nobody has said."""
        return None if self.one_off is None else self.reached - self.one_off

    @property
    def pressure(self) -> Decimal:
        """What this year leaves the next one to replace."""
        return self.one_off or NIL


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingLine:
    """One line of the plan in pounds, with the fact that it comes from.

    `risk_adjusted` is the full year times its owner's confidence; `payback_years` the cost of
    change over the full-year saving, undiscounted; both None where a figure for them is lacking.
    `parts` are the councils' lines that make up this one.
    """

    fact: Saving
    name: str
    cash_limit: Decimal
    full_year: Decimal
    revised: Decimal
    years: tuple[PlannedYear, ...]
    part_year: PartYear | None
    risk_adjusted: Decimal | None
    cost_of_change: Decimal | None
    payback_years: Fraction | None
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTotal:
    """Several lines together, in pounds.

    `by_standing` and `by_stream` split the full year (stream None: not stated); `risk_adjusted`
    covers the lines that state a confidence, `without_confidence` counts the others;
    `cost_of_change` and `without_cost` likewise.
    """

    lines: tuple[str, ...]
    full_year: Decimal
    by_standing: tuple[tuple[SavingStanding, Decimal], ...]
    by_stream: tuple[tuple[FundingStream | None, Decimal], ...]
    years: tuple[PlannedYear, ...]
    risk_adjusted: Decimal
    without_confidence: int
    cost_of_change: Decimal
    without_cost: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPlan:
    """One council's own savings; a line made up of councils' lines is left to those."""

    authority: str
    name: str
    total: PlanTotal


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingsPlan:
    """The savings plan of one proposal."""

    proposal: str
    name: str
    lines: tuple[SavingLine, ...]
    councils: tuple[CouncilPlan, ...]
    total: PlanTotal

    @property
    def sentence(self) -> str:
        """What it comes to, how much is verified, and which year has to find one-off money."""
        if not self.lines:
            return "No saving is planned."
        verified = dict(self.total.by_standing).get(SavingStanding.VERIFIED, NIL)
        of_it = f"{in_pounds(verified)} of it verified" if verified else "none of it verified"
        again = [year for year in self.total.years if year.falls_away]
        told = "; ".join(
            f"{year.year} has to find {in_pounds(year.to_find)}, not {in_pounds(year.rise)}, "
            f"because {in_pounds(year.falls_away)} of the year before is one-off"
            for year in again
        )
        answer = f"{in_pounds(self.total.full_year)} a year is planned, {of_it}"
        return f"{answer}; {told}." if told else f"{answer}."


def savings_plan_of(programme: Programme, proposal: Proposal) -> SavingsPlan:
    """The plan of a proposal from the savings that are held."""
    facts = [saving for saving in programme.savings if saving.proposal == proposal.id]
    lines = tuple(_line(programme, saving) for saving in facts)
    own = [line for line in lines if not line.parts]
    codes = dict.fromkeys((*proposal.parties, *(line.fact.authority for line in own)))
    return SavingsPlan(
        proposal=proposal.id,
        name=proposal.name,
        lines=lines,
        councils=tuple(
            CouncilPlan(
                authority=code,
                name=programme.authority(code).short_name,
                total=total_of(line for line in own if line.fact.authority == code),
            )
            for code in codes
        ),
        total=total_of(own),
    )


def savings_plans_of(programme: Programme) -> tuple[SavingsPlan, ...]:
    """The savings plan of every proposal, those without savings included."""
    return tuple(savings_plan_of(programme, proposal) for proposal in programme.proposals)


def _line(programme: Programme, saving: Saving) -> SavingLine:
    full_year = abs(as_pounds(saving.full_year_saving, saving.unit).value)
    confidence = saving.confidence_percent
    cost = None
    if saving.cost_of_change is not None:
        cost = abs(as_pounds(saving.cost_of_change, saving.unit).value)
    return SavingLine(
        fact=saving,
        name=programme.authority(saving.authority).short_name,
        cash_limit=as_pounds(saving.cash_limit, saving.unit).value,
        full_year=full_year,
        revised=as_pounds(saving.revised_cash_limit, saving.unit).value,
        years=years_of(saving),
        part_year=part_year_of(full_year, saving.starts) if saving.starts else None,
        risk_adjusted=None if confidence is None else (full_year * confidence).scaleb(-2),
        cost_of_change=cost,
        payback_years=Fraction(cost) / Fraction(full_year)
        if cost is not None and full_year > 0
        else None,
        parts=tuple(each.id for each in programme.savings if each.part_of == saving.id),
    )


def years_of(saving: Saving) -> tuple[PlannedYear, ...]:
    """The years that the saving's table prints, in their order, in pounds.

    An amount that is not cumulative adds to what was reached the year before.  Only the year that
    has a breakdown says how much of it is one-off.
    """
    found: list[PlannedYear] = []
    reached, left = NIL, NIL
    for phased in sorted(saving.phasing, key=_year):
        amount = phased_saving(saving, as_pounds(phased.amount, saving.unit).value)
        now = amount if phased.cumulative else reached + amount
        one_off = None
        if saving.breakdown is not None and saving.breakdown.year == phased.year:
            one_off = parts_of(saving, Recurrence.ONE_OFF, in_pounds=True)
        found.append(
            PlannedYear(
                year=phased.year,
                printed=phased.amount.text,
                reached=now,
                rise=now - reached,
                falls_away=left,
                one_off=one_off,
            )
        )
        reached, left = now, one_off or NIL
    return tuple(found)


def reached_by(saving: Saving, year: PlannedYear) -> Figure:
    """What is reached by a year as a figure in pounds, as roughly as its steps are printed."""
    steps = sorted((each for each in saving.phasing if each.year <= year.year), key=_year)
    since = max((place for place, each in enumerate(steps) if each.cumulative), default=0)
    places = min(as_pounds(each.amount, saving.unit).places for each in steps[since:])
    return Figure(bracketed(year.reached), year.reached, places)


def _year(phased: PhasedAmount) -> FinancialYear:
    return phased.year


def total_of(lines: Iterable[SavingLine]) -> PlanTotal:
    """Lines together, each counted once."""
    own = tuple(lines)
    streams = {line.fact.funding_stream for line in own}
    return PlanTotal(
        lines=tuple(line.fact.id for line in own),
        full_year=_sum(line.full_year for line in own),
        by_standing=tuple(
            (standing, _sum(line.full_year for line in own if line.fact.standing is standing))
            for standing in SavingStanding
        ),
        by_stream=tuple(
            (stream, _sum(line.full_year for line in own if line.fact.funding_stream is stream))
            for stream in (*FundingStream, None)
            if stream in streams
        ),
        years=_years_together(own),
        risk_adjusted=_sum(line.risk_adjusted for line in own),
        without_confidence=sum(line.risk_adjusted is None for line in own),
        cost_of_change=_sum(line.cost_of_change for line in own),
        without_cost=sum(line.cost_of_change is None for line in own),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), NIL)


def _years_together(lines: tuple[SavingLine, ...]) -> tuple[PlannedYear, ...]:
    """Every year that any line prints; the lines that do not print it stay as they stood."""
    found: list[PlannedYear] = []
    before, left = NIL, NIL
    for year in sorted({each.year for line in lines for each in line.years}):
        reached, one_off, known, carried = NIL, NIL, True, []
        for line in lines:
            last = next((each for each in reversed(line.years) if each.year <= year), None)
            if last is None:
                continue
            if last.year == year:
                reached += last.reached
                one_off += last.pressure
                known = known and last.one_off is not None
            else:
                reached += last.reached - last.pressure
                carried.append(line.fact.id)
        found.append(
            PlannedYear(
                year=year,
                printed="",
                reached=reached,
                rise=reached - before,
                falls_away=left,
                one_off=one_off if known else None,
                carried=tuple(carried),
            )
        )
        before, left = reached, one_off
    return tuple(found)
