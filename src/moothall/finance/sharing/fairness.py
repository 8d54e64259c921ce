"""Who would be better off without the others: the core test."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from moothall.finance.sharing.game import CostGame
from moothall.finance.sharing.split_rules import Shares

HAIR = Fraction(1, 10**9)
"""Of the joint cost: shares worked out in floating point are compared that loosely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BetterAlone:
    """A group that would pay less by itself, and how much less."""

    group: str
    pays: Fraction
    alone: Fraction

    @property
    def loses(self) -> Fraction:
        """What staying costs the group."""
        return self.pays - self.alone


def better_off_alone(game: CostGame, shares: Shares) -> tuple[BetterAlone, ...]:
    """Every group whose cost is known and that would pay less alone; who loses most first."""
    tolerance = abs(game.total) * HAIR
    found = [
        BetterAlone(group=game.name(each), pays=pays, alone=game.costs[each])
        for each, pays in _paid(game, shares)
        if pays > game.costs[each] + tolerance
    ]
    return tuple(sorted(found, key=lambda each: (-each.loses, each.group)))


def is_in_the_core(game: CostGame, shares: Shares) -> bool | None:
    """Whether no group would pay less alone; None where that is not known of every group."""
    if better_off_alone(game, shares):
        return False
    return True if game.is_complete else None


def _paid(game: CostGame, shares: Shares) -> Iterator[tuple[int, Fraction]]:
    """What each group pays: what it pays without its first partner, and that partner's share."""
    scale = lcm(*(share.denominator for share in shares))
    parts = [int(share * scale) for share in shares]
    sums = [0] * (game.everyone + 1)
    for each in range(1, game.everyone + 1):
        first = each & -each
        sums[each] = sums[each ^ first] + parts[first.bit_length() - 1]
    for each in game.coalitions():
        yield each, Fraction(sums[each], scale)
