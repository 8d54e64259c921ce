"""Who carries whom: against going alone, and against the split that was agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from moothall.finance.priced_game import PricedGame
from moothall.finance.sharing.fairness import better_off_alone
from moothall.finance.sharing.game import CostGame
from moothall.finance.sharing.split_rules import Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidy:
    """What one council pays for another in a year, in pounds."""

    giver: str
    taker: str
    amount: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSubsidy:
    """By how much a council or a group that pays more than by itself carries the rest."""

    givers: tuple[str, ...]
    takers: tuple[str, ...]
    amount: Fraction


def carrying_groups(game: CostGame, shares: Shares) -> tuple[GroupSubsidy, ...]:
    """Every group that pays more than by itself, and whom it carries; who carries most first."""
    return tuple(
        GroupSubsidy(
            givers=givers,
            takers=tuple(code for code in game.players if code not in givers),
            amount=each.loses,
        )
        for each in better_off_alone(game, shares)
        for givers in (tuple(each.group.split("+")),)
    )


def carried(authorities: Sequence[str], more: Sequence[Fraction]) -> tuple[Subsidy, ...]:
    """Who pays for whom, given how much more than its own each pays (less is negative).

    What one pays too much goes to those who pay too little, in proportion.  Where nobody pays too
    little it goes to no council, and there is no subsidy to name.
    """
    over = [max(each, Fraction(0)) for each in more]
    under = [max(-each, Fraction(0)) for each in more]
    gained = sum(under, Fraction(0))
    if not gained:
        return ()
    # Of the gains only as much is another's money as others pay too much.
    reach = min(Fraction(1), gained / (sum(over, Fraction(0)) or gained))
    return tuple(
        Subsidy(giver=giver, taker=taker, amount=reach * paid * had / gained)
        for giver, paid in zip(authorities, over, strict=True)
        for taker, had in zip(authorities, under, strict=True)
        if paid and had
    )


def against_alone(priced: PricedGame, shares: Shares) -> tuple[Subsidy, ...] | None:
    """Who pays more than alone, and for whom; None while a council's cost alone is unknown."""
    if priced.unpriced_alone:
        return None
    players = priced.game.players
    alone = [priced.game.alone(place) for place in range(len(players))]
    return carried(players, [pays - would for pays, would in zip(shares, alone, strict=True)])


def beyond(subsidies: Sequence[Subsidy], bound: Decimal | None) -> tuple[Subsidy, ...]:
    """The subsidies larger than the councils allow in a year; none where they have set no bound."""
    if bound is None:
        return ()
    return tuple(each for each in subsidies if each.amount > bound)
