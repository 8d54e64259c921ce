"""What sharing posts does to each council's money, by month and by financial year.

    net effect = its share − what it paid before + its backfill

A positive effect costs the council more than before, a negative one saves.  Pence are exact: the
councils' shares sum to the cost, the months to the year, and an odd penny goes to the host.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from moothall.basics.pence import spread, to_the_penny
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.posts import PaidBefore, SharedPost
from moothall.facts.programme import Programme
from moothall.facts.words import name_of
from moothall.law.rates_held import StatutoryRates
from moothall.workforce.in_service import start_of, year_of
from moothall.workforce.on_costs import Lacking
from moothall.workforce.post_costs import PostCost, cost_of, salary_year

NO_MONEY = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One council's effect over a month or a year, in pounds and whole pence.

    `share_at_least` is its share of what is known of the cost, the whole of it where the cost is
    `complete`.  What nobody has said is None, never nothing.
    """

    share_at_least: Fraction | None
    complete: bool
    before: Fraction | None
    backfill: Fraction | None

    @property
    def share(self) -> Fraction | None:
        """Its share of the cost; None while the cost is not known."""
        return self.share_at_least if self.complete else None

    @property
    def net(self) -> Fraction | None:
        """The net effect; None while a part of it is not known."""
        if self.share is None or self.before is None or self.backfill is None:
            return None
        return self.share - self.before + self.backfill

    @property
    def net_at_least(self) -> Fraction | None:
        """What the net effect cannot fall below: unknown on-costs and backfill only add."""
        if self.share_at_least is None or self.before is None:
            return None
        return self.share_at_least - self.before + (self.backfill or NO_MONEY)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEffect:
    """One council's effect in one financial year; `months` are the twelve from April on."""

    year: FinancialYear
    cost: PostCost
    whole: Effect
    months: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostEffect:
    """What one shared post does to one council's money.

    `percent` is its share.  `stream` is to what the effect is booked, None where nobody has said.
    `full_year` is the effect of a whole year, start and term set aside: of the first year asked for
    in which the post is there.  `years` are empty where no start is known.
    """

    post: str
    title: str
    authority: str
    percent: Decimal
    stream: FundingStream | None
    full_year: YearEffect
    years: tuple[YearEffect, ...]
    lacking: tuple[Lacking, ...]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilTotal:
    """One council's effect of every post in one year and stream: what is known of it, and of how
    many posts it is not known."""

    authority: str
    year: FinancialYear
    stream: FundingStream | None
    net: Fraction | None
    net_known: Fraction
    unknown: int


def effects_of(
    programme: Programme,
    proposal: str,
    law: StatutoryRates,
    since: FinancialYear,
    until: FinancialYear,
) -> tuple[PostEffect, ...]:
    """Every shared post's effect on every council that shares it, from `since` up to `until`."""
    return tuple(
        effect
        for post in programme.posts
        if post.proposal == proposal
        for effect in _of_post(programme, post, law, since, until)
    )


def totals_of(effects: tuple[PostEffect, ...]) -> tuple[CouncilTotal, ...]:
    """The effects summed by council, year and funding stream, in that order."""
    sums: dict[tuple[str, FinancialYear, FundingStream | None], list[Fraction | None]] = {}
    for effect in effects:
        for year in effect.years:
            key = (effect.authority, year.year, effect.stream)
            sums.setdefault(key, []).append(year.whole.net)
    found = []
    for (authority, year_, stream), nets in sums.items():
        known = [net for net in nets if net is not None]
        total = sum(known, NO_MONEY)
        found.append(
            CouncilTotal(
                authority=authority,
                year=year_,
                stream=stream,
                net=total if len(known) == len(nets) else None,
                net_known=total,
                unknown=len(nets) - len(known),
            )
        )
    return tuple(sorted(found, key=lambda t: (t.authority, t.year, t.stream or "")))


def councils_of(post: SharedPost) -> tuple[str, ...]:
    """Every council that the post's money touches, those that share it first."""
    codes = [share.authority for share in post.shares]
    codes += [paid.authority for paid in (*post.paid_before, *post.backfill)]
    return tuple(dict.fromkeys(codes))


def stream_of(post: SharedPost, authority: str) -> FundingStream | None:
    """To which stream a council's effect is booked.

    Ring-fenced money is its own council's: the host's.  From what the others pay their shares is
    theirs to say, and until they have, it is not known.
    """
    stream = post.funding_stream
    if stream is not None and stream.is_ring_fenced and authority != post.host:
        return None
    return stream


def _of_post(
    programme: Programme,
    post: SharedPost,
    law: StatutoryRates,
    since: FinancialYear,
    until: FinancialYear,
) -> Iterator[PostEffect]:
    host = name_of(programme, post.host) if post.host else ""
    rates = programme.employer_rates
    costs = [
        cost_of(post, rates, law, FinancialYear(start), employer=host)
        for start in range(since.start, until.start)
    ]
    first = next((cost.year for cost in costs if any(cost.in_service)), salary_year(post) or since)
    full = cost_of(post, rates, law, first, whole_year=True, employer=host)
    shared = {cost.year: _shares(post, cost) for cost in costs}
    of_full = _shares(post, full)
    for code in councils_of(post):
        own = list(_lacking(programme, post, code))
        yield PostEffect(
            post=post.id,
            title=post.title,
            authority=code,
            percent=_percent(post, code),
            stream=stream_of(post, code),
            full_year=_year(post, full, code, of_full),
            years=tuple(
                _year(post, cost, code, shared[cost.year])
                for cost in costs
                if post.starts is not None
            ),
            lacking=tuple(own),
            assumed=tuple(_assumed(post, until)),
        )


def _percent(post: SharedPost, code: str) -> Decimal:
    return sum((s.percent for s in post.shares if s.authority == code), Decimal(0))


def _shares(post: SharedPost, cost: PostCost) -> dict[str, Fraction] | None:
    """Each council's share of what is known of a year's cost, in whole pence that sum to it."""
    if cost.at_least is None:
        return None
    # The host is named first, so that of two equal halves it has the odd penny.
    codes = sorted(councils_of(post), key=lambda code: code != post.host)
    exact = [cost.at_least * Fraction(_percent(post, code)) / 100 for code in codes]
    return dict(zip(codes, to_the_penny(exact), strict=True))


def _year(
    post: SharedPost, cost: PostCost, code: str, shares: dict[str, Fraction] | None
) -> YearEffect:
    served = sum(cost.in_service, NO_MONEY) / 12
    before = _a_year(post.paid_before, code, served)
    backfill = _a_year(post.backfill, code, served)
    whole = Effect(
        share_at_least=None if shares is None else shares[code],
        complete=cost.total is not None,
        before=before,
        backfill=backfill,
    )
    by_month = [month.known or NO_MONEY for month in cost.months]
    spreads = (
        _spread(whole.share_at_least, by_month),
        _spread(before, cost.in_service),
        _spread(backfill, cost.in_service),
    )
    months = tuple(
        replace(whole, share_at_least=share, before=paid, backfill=filled)
        for share, paid, filled in zip(*spreads, strict=True)
    )
    return YearEffect(year=cost.year, cost=cost, whole=whole, months=months)


def _a_year(paid: tuple[PaidBefore, ...], code: str, served: Fraction) -> Fraction | None:
    """What a council pays in the part of the year in service; None where nobody has said."""
    if not served:
        return NO_MONEY
    own = [Fraction(each.pounds) for each in paid if each.authority == code]
    return to_the_penny([sum(own, NO_MONEY) * served])[0] if own else None


def _spread(
    amount: Fraction | None, weights: list[Fraction] | tuple[Fraction, ...]
) -> tuple[Fraction | None, ...]:
    return (None,) * len(weights) if amount is None else spread(amount, weights)


def _assumed(post: SharedPost, until: FinancialYear) -> Iterator[str]:
    base = salary_year(post)
    if (post.paid_before or post.backfill) and base is not None and base.next < until:
        yield "What was paid before, and backfill, stay as stated in every year, without pay awards"


def _lacking(programme: Programme, post: SharedPost, code: str) -> Iterator[Lacking]:
    name = name_of(programme, code)
    if post.starts is None:
        yield Lacking("the start", f"Ask when {post.title} starts.")
    if code not in {paid.authority for paid in post.paid_before}:
        yield Lacking(
            "what it paid before",
            f"Ask {name} what it paid a year for the work before; 0 if nothing.",
        )
    if code not in {paid.authority for paid in post.backfill}:
        yield Lacking(
            "its backfill",
            f"Ask {name} what it pays to have the former work done; 0 if nothing.",
        )
    if stream_of(post, code) is None:
        told = f" ({post.funding})" if post.funding else ""
        yield Lacking(
            "the funding stream",
            f"Ask {name} from which funding stream it pays its share{told}.",
        )


def first_year(programme: Programme, proposals: set[str]) -> FinancialYear | None:
    """The first year in which one of their shared posts is paid; None where none has a start."""
    starts = [
        year_of(start_of(post.starts))
        for post in programme.posts
        if post.proposal in proposals and post.starts is not None
    ]
    return min(starts, default=None)
