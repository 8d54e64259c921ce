"""Shared posts month by month: each council's net effect in one financial year.

What is not known of a month stays unknown; a council's sum is known only where that of every post
is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.workforce.post_effects import Effect, PostEffect

MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsOfAPost:
    """One post's net effect on one council, in pounds; None where it is not known.

    `months` are the twelve from April on, `year` their sum; `at_least` is what the year cannot
    fall below.  `asks` are the questions whose answers would make it known.
    """

    post: str
    title: str
    authority: str
    months: tuple[Fraction | None, ...]
    year: Fraction | None
    at_least: Fraction | None
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsOfACouncil:
    """The same of all its posts; `unknown` is of how many of them the year is not known."""

    authority: str
    months: tuple[Fraction | None, ...]
    year: Fraction | None
    unknown: int


def months_of_posts(
    effects: Iterable[PostEffect], year: FinancialYear
) -> tuple[MonthsOfAPost, ...]:
    """Post by post and council by council; a post without a start is there, not known."""
    return tuple(_months(effect, year) for effect in effects)


def months_of_councils(rows: Sequence[MonthsOfAPost]) -> tuple[MonthsOfACouncil, ...]:
    """The sums, council by council in the order of the rows."""
    found = []
    for code in dict.fromkeys(row.authority for row in rows):
        own = [row for row in rows if row.authority == code]
        found.append(
            MonthsOfACouncil(
                authority=code,
                months=tuple(
                    _sum(month) for month in zip(*(row.months for row in own), strict=True)
                ),
                year=_sum([row.year for row in own]),
                unknown=sum(row.year is None for row in own),
            )
        )
    return tuple(found)


def _months(effect: PostEffect, year: FinancialYear) -> MonthsOfAPost:
    of_year = next((each for each in effect.years if each.year == year), None)
    blank = Effect(share_at_least=None, complete=False, before=None, backfill=None)
    whole = of_year.whole if of_year else blank
    cost = (of_year or effect.full_year).cost
    months: tuple[Fraction | None, ...] = (None,) * MONTHS_IN_A_YEAR
    if of_year is not None:
        months = tuple(
            # Whatever else is unknown: a post that is not there yet changes nothing.
            each.net if served else Fraction(0)
            for each, served in zip(of_year.months, cost.in_service, strict=True)
        )
    known = whole.net is not None
    return MonthsOfAPost(
        post=effect.post,
        title=effect.title,
        authority=effect.authority,
        months=months,
        year=whole.net,
        at_least=None if known else whole.net_at_least,
        asks=() if known else tuple(each.ask for each in (*cost.lacking, *effect.lacking)),
    )


def _sum(amounts: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total
