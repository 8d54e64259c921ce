"""Parting: when notice ends, what it costs whom, and who has to be replaced.

Redundancy, pension strain and the rest are inputs of the exit terms: no amount is taken that nobody
has given.  Money is in pounds at the prices of the terms.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from moothall.basics.pence import to_the_penny
from moothall.basics.years import FinancialYear
from moothall.facts.programme import Programme
from moothall.facts.sharing import ExitTerms, SplitBasis, UnwindCost
from moothall.finance.priced_game import game_of, parties_of
from moothall.finance.sharing.game import NoShareError
from moothall.finance.sharing.split_rules import Shares
from moothall.finance.splits import shares_by, shares_of

YEARS = 5
"""Over how many years the cost of parting is counted, as Stirling and Clackmannanshire did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BornCost:
    """One cost of parting: what it comes to over the years counted, and what each council bears."""

    name: str
    incurred_by: str
    recurrent: bool
    total: Fraction
    borne: Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """What parting costs, in pounds, council by council in the order of the parties.

    `by_year` is what each bears in the first year after the notice, the second, and so on; `borne`
    their sum and `to_the_penny` the same in whole pence.  `saving_lost` is what each would have
    saved by staying over the same years, None where its cost alone or its share is unknown.
    `lacking` is why nobody knows who bears the costs.
    """

    proposal: str
    authorities: tuple[str, ...]
    notice_ends: date | None
    costs: tuple[BornCost, ...]
    by_year: tuple[Shares, ...]
    borne: Shares
    to_the_penny: Shares
    saving_lost: Shares | None
    total: Fraction
    lacking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPerson:
    """A shared post, those who rely on it, and what happens if its holder leaves."""

    title: str
    host: str | None
    relied_on_by: tuple[str, ...]
    cover: str | None
    notice_months: int | None


def terms_of(programme: Programme, proposal: str) -> ExitTerms | None:
    """The terms of exit as last known; None where nothing has been said."""
    held = [each for each in programme.exit_terms if each.proposal == proposal]
    return max(held, key=lambda each: (each.known_on, each.id), default=None)


def notice_ends(given_on: date, months: int) -> date:
    """The last day of a notice of so many months: the same day of the month in which it ends.

    A month without that day ends it on its last one (the corresponding date rule, Dodds v Walker
    [1981] 1 WLR 1027; our reading of a plain period of months: the agreement may say otherwise).
    """
    place = given_on.year * 12 + given_on.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(given_on.day, calendar.monthrange(year, month + 1)[1]))


def parting_of(
    programme: Programme, proposal: str, given_on: date | None = None, years: int = YEARS
) -> Parting | None:
    """What parting costs each council over some years; None where no exit terms are held.

    `given_on` is the day on which notice would be given.
    """
    terms = terms_of(programme, proposal)
    if terms is None:
        return None
    parties = parties_of(programme, proposal)
    year = _year_of(programme, proposal, given_on)
    ends = (
        notice_ends(given_on, terms.notice_months)
        if given_on is not None and terms.notice_months is not None
        else None
    )
    try:
        parts = _parts(programme, terms, year)
        lacking = ""
    except NoShareError as error:
        parts, lacking = (), str(error)
    costs = tuple(
        BornCost(
            name=cost.name,
            incurred_by=cost.authority,
            recurrent=cost.recurrent,
            total=total,
            borne=tuple(total * part for part in parts),
        )
        for cost in terms.costs
        for total in (_falls(cost, years),)
    )
    by_year = tuple(
        tuple(sum((_in_year(c, n) for c in terms.costs), Fraction(0)) * part for part in parts)
        for n in range(1, years + 1)
    )
    borne = tuple(sum(each, Fraction(0)) for each in zip(*by_year, strict=True)) if parts else ()
    return Parting(
        proposal=proposal,
        authorities=parties,
        notice_ends=ends,
        costs=costs,
        by_year=by_year if parts else (),
        borne=borne,
        to_the_penny=to_the_penny(borne),
        saving_lost=_saving_lost(programme, proposal, year, years),
        total=sum((each.total for each in costs), Fraction(0)),
        lacking=lacking,
    )


def key_people(programme: Programme, proposal: str) -> tuple[KeyPerson, ...]:
    """Every shared post of the proposal: for each the councils that would stand without it."""
    return tuple(
        KeyPerson(
            title=post.title,
            host=post.host,
            relied_on_by=tuple(share.authority for share in post.shares if share.percent),
            cover=post.cover,
            notice_months=post.notice_months,
        )
        for post in programme.posts
        if post.proposal == proposal
    )


def _parts(programme: Programme, terms: ExitTerms, year: FinancialYear) -> Shares:
    if terms.share_out is None:
        raise NoShareError("nobody has said by what rule the costs of parting are shared out")
    weights = {each.authority: Fraction(each.weight) for each in terms.weights}
    if terms.share_out is SplitBasis.AGREED and sum(weights.values()) != 100:
        raise NoShareError("the agreed shares of the costs of parting do not sum to 100 per cent")
    return shares_by(programme, terms.proposal, year, terms.share_out, weights)


def _year_of(programme: Programme, proposal: str, day: date | None) -> FinancialYear:
    """The financial year of the day; without a day the latest that the split or a price names."""
    if day is not None:
        return FinancialYear(day.year if day.month > 3 else day.year - 1)
    named = [each.since for each in programme.splits if each.proposal == proposal]
    named += [each.year for each in programme.coalition_costs if each.proposal == proposal]
    named += [each.year for each in programme.baseline_lines if each.proposal == proposal]
    return max(named, default=FinancialYear(1))


def _in_year(cost: UnwindCost, after: int) -> Fraction:
    """What falls in one year after the notice."""
    falls = after >= cost.year_after if cost.recurrent else after == cost.year_after
    return Fraction(cost.amount) if falls else Fraction(0)


def _falls(cost: UnwindCost, years: int) -> Fraction:
    return sum((_in_year(cost, after) for after in range(1, years + 1)), Fraction(0))


def _saving_lost(
    programme: Programme, proposal: str, year: FinancialYear, years: int
) -> Shares | None:
    pays = shares_of(programme, proposal, year).pounds
    priced = game_of(programme, proposal, year)
    if not pays or priced.unpriced_alone:
        return None
    alone = (priced.game.alone(place) for place in range(len(priced.game.players)))
    return tuple((would - share) * years for would, share in zip(alone, pays, strict=True))
