"""What a shared post costs in a year, month by month, and what about it nobody has said.

    cost = salary + honorarium + National Insurance + pension + levy

on the pay of one full-time post, raised by pay awards, times its FTE and the part in service.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.posts import SharedPost
from moothall.facts.sharing import EmployerRates
from moothall.facts.words import in_pounds
from moothall.law.law import NoLawForThatDayError
from moothall.law.rates_held import StatutoryRates
from moothall.workforce.in_service import (
    MONTHS,
    last_of_month,
    may_start_sooner,
    months_in_service,
    start_of,
    year_of,
)
from moothall.workforce.on_costs import (
    Awards,
    Lacking,
    OwnRates,
    awards_since,
    free_of_insurance,
    national_insurance,
    own_rates,
)

PARTS = ("salary", "honorarium", "national_insurance", "pension", "levy")


@dataclass(frozen=True, slots=True, kw_only=True)
class CostParts:
    """What a cost is made of, in pounds, exact; None where it cannot be known at all.

    Where something is lacking, a part holds what is known of it.
    """

    salary: Fraction | None
    honorarium: Fraction | None
    national_insurance: Fraction | None
    pension: Fraction | None
    levy: Fraction | None

    @property
    def known(self) -> Fraction | None:
        """The sum of the parts that are known; None without a salary, on which the rest is paid."""
        if self.salary is None:
            return None
        return sum((part for part in self._parts() if part is not None), Fraction(0))

    def _parts(self) -> Iterator[Fraction | None]:
        return (getattr(self, name) for name in PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCost:
    """What a post costs in one financial year, in pounds, exact.

    `months` are the twelve from April on, `in_service` the part of each that the post is there.
    `lacking` are the questions that keep the cost from being known; `assumed` what was taken as so.
    """

    post: str
    year: FinancialYear
    in_service: tuple[Fraction, ...]
    months: tuple[CostParts, ...]
    lacking: tuple[Lacking, ...]
    assumed: tuple[str, ...]

    @property
    def parts(self) -> CostParts:
        """The year's parts: each the sum of its months."""
        return CostParts(**{name: _sum([getattr(m, name) for m in self.months]) for name in PARTS})

    @property
    def at_least(self) -> Fraction | None:
        """What is known of the cost: the whole of it where nothing is lacking."""
        return self.parts.known

    @property
    def total(self) -> Fraction | None:
        """The cost; None while anything is lacking."""
        return None if self.lacking else self.at_least


def cost_of(
    post: SharedPost,
    rates: tuple[EmployerRates, ...],
    law: StatutoryRates,
    year: FinancialYear,
    *,
    whole_year: bool = False,
    employer: str = "",
) -> PostCost:
    """What a post costs in a year; `whole_year` sets start and term aside.

    `rates` are every council's own; those of the host count.  `employer` is the host's name for the
    questions.  Before the first National Insurance held, that is lacking too.
    """
    in_service = (Fraction(1),) * 12 if whole_year else months_in_service(post, year)
    if not any(in_service):
        nothing = CostParts(**dict.fromkeys(PARTS, Fraction(0)))
        return PostCost(
            post=post.id,
            year=year,
            in_service=in_service,
            months=(nothing,) * 12,
            lacking=(),
            assumed=(),
        )
    base = salary_year(post) or year
    awards = awards_since(rates, post.host, base, year)
    own = (
        own_rates(rates, post.host, year)
        if post.host
        else OwnRates(pension=None, levy=None, carried=())
    )
    lacking = list(_lacking(post, own, awards, employer or post.host or "the host employer"))
    fte = Fraction(1) if post.fte is None else Fraction(post.fte)
    months: list[CostParts] = []
    for month, part in zip(MONTHS, in_service, strict=True):
        try:
            months.append(_month(post, own, awards, law, year, month, fte * part))
        except NoLawForThatDayError:
            months.append(_month(post, own, awards, None, year, month, fte * part))
    if post.salary is not None and any(m.national_insurance is None for m in months):
        lacking.append(
            Lacking(
                f"employer's National Insurance in {year}",
                f"No rate is held for {year}: look up that year's secondary threshold and rate.",
            )
        )
    return PostCost(
        post=post.id,
        year=year,
        in_service=in_service,
        months=tuple(months),
        lacking=tuple(lacking),
        assumed=tuple(_assumed(post, own, awards, law, year, whole_year)),
    )


def salary_year(post: SharedPost) -> FinancialYear | None:
    """The year whose pay the salary is: its own, else that of the start; None without either."""
    if post.salary_year is not None:
        return post.salary_year
    return None if post.starts is None else year_of(start_of(post.starts))


def promises_honorarium(post: SharedPost) -> bool:
    """Whether an honorarium is spoken of, by the words of the source or by its figure."""
    return post.honorarium is not None or any(
        "honorari" in words.lower() for words in (post.uplift, post.arrangement)
    )


def _month(
    post: SharedPost,
    own: OwnRates,
    awards: Awards,
    law: StatutoryRates | None,
    year: FinancialYear,
    month: int,
    part: Fraction,
) -> CostParts:
    """One month's parts; without `law` the National Insurance is not known."""
    if post.salary is None:
        return CostParts(
            salary=None, honorarium=None, national_insurance=None, pension=None, levy=None
        )
    salary = Fraction(post.salary.value) / 12 * awards.factor
    honorarium = Fraction(post.honorarium.value) / 12 if post.honorarium else Fraction(0)
    if post.honorarium_rises:
        honorarium *= awards.factor
    pay = salary + honorarium
    insurance = None
    if law is not None:
        # Pay day is taken as the end of the month, so a change on the 6th holds for all of it.
        insurance = national_insurance(pay, law, last_of_month(year, month), part)
    unstated = post.honorarium is None and promises_honorarium(post)
    return CostParts(
        salary=part * salary,
        honorarium=None if unstated else part * honorarium,
        national_insurance=insurance,
        pension=None if own.pension is None else part * pay * own.pension,
        levy=None if own.levy is None else part * pay * own.levy,
    )


def _lacking(post: SharedPost, own: OwnRates, awards: Awards, employer: str) -> Iterator[Lacking]:
    if post.salary is None:
        yield Lacking("the salary", f"Ask {employer} for the salary of {post.title}.")
    if post.honorarium is None and promises_honorarium(post):
        yield Lacking("the honorarium", f"Ask {employer} what honorarium has been agreed.")
    if post.host is None:
        yield Lacking(
            "the employer",
            "Ask which council employs the holder: its pension fund and payroll set the on-costs.",
        )
    else:
        if own.pension is None:
            yield Lacking(
                "the employer's pension contribution",
                f"Ask {employer}'s pension fund for the employer's rate year by year, in per cent.",
            )
        if own.levy is None:
            yield Lacking(
                "the apprenticeship levy",
                f"Ask {employer}'s payroll what levy it pays, in per cent; 0 if none.",
            )
    if awards.unknown:
        years = ", ".join(map(str, awards.unknown))
        yield Lacking(
            f"the pay award of {years}",
            f"Ask {employer} for the pay award of each year, agreed or planned, in per cent.",
        )


def _assumed(
    post: SharedPost,
    own: OwnRates,
    awards: Awards,
    law: StatutoryRates,
    year: FinancialYear,
    whole_year: bool,
) -> Iterator[str]:
    if post.assumed:
        yield post.assumed
    if post.fte is None:
        yield "One full-time post"
    elif 0 < post.fte < 1:
        most = _threshold_cut(post.fte, law, year)
        yield (
            "The part-time holder is paid for the rest of the week by the same employer, so that "
            "the National Insurance threshold is cut with the hours"
            + (f"; otherwise it is up to {in_pounds(most)} a year lower" if most else "")
        )
    if post.salary is not None and post.salary_year is None:
        base = salary_year(post)
        taken = f"that of {base}, in which the post starts" if base else f"that of {year}"
        yield f"The salary is {taken}"
    if post.honorarium is not None and post.honorarium_rises is None:
        yield "The honorarium does not rise with pay awards"
    if post.starts is None:
        yield "No start is known: whole years are shown"
    elif not whole_year and (sooner := may_start_sooner(post.starts)) is not None:
        yield (
            f"Starts on {start_of(post.starts).isoformat()}, the latest that {post.starts} can "
            f"mean; it can mean {sooner.isoformat()}"
        )
    if post.fixed_term and post.term_months is None and not whole_year:
        yield f"The term ({post.term or 'no length given'}) has no known end: it runs on"
    yield from own.carried
    yield from awards.carried
    if year > year_of(law.checked_on):
        yield f"National Insurance of {year} as held on {law.checked_on.isoformat()}"


def _threshold_cut(fte: Decimal, law: StatutoryRates, year: FinancialYear) -> Fraction | None:
    """By how much the year's National Insurance would fall if the whole threshold were there."""
    days = [last_of_month(year, month) for month in MONTHS]
    try:
        return (1 - Fraction(fte)) * sum((free_of_insurance(law, day) for day in days), Fraction(0))
    except NoLawForThatDayError:
        return None


def _sum(amounts: list[Fraction | None]) -> Fraction | None:
    """The sum; None where one of them is None."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Fraction(0)) if len(known) == len(amounts) else None
