"""Nobody worse off: each is capped at what it paid before, and the others' gains make it good.

Worcestershire Regulatory Services moved to shares by activity in 2013 with such "dampening", so
that no council's contribution rose.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from moothall.finance.sharing.game import NoShareError
from moothall.finance.sharing.split_rules import Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Dampened:
    """Shares after the cap, in the order they came in; `capped` the places of those it helped.

    `moved` is what the cap takes off them, and the gainers pay.
    """

    shares: Shares
    capped: tuple[int, ...]
    moved: Fraction


def no_worse_off(shares: Sequence[Fraction], before: Sequence[Fraction]) -> Dampened:
    """Cap each share at what that council paid before; gainers refund in proportion to their gain.

    The shares still sum to the cost.  Nobody who gains can lose by it: all refunds together are at
    most all gains.  Raises NoShareError where the cost is more than all paid before.
    """
    over = [max(share - was, Fraction(0)) for share, was in zip(shares, before, strict=True)]
    gains = [max(was - share, Fraction(0)) for share, was in zip(shares, before, strict=True)]
    moved, gained = sum(over, Fraction(0)), sum(gains, Fraction(0))
    if moved > gained:
        raise NoShareError(
            "the cost is more than all the councils paid before: somebody has to be worse off"
        )
    if not moved:
        return Dampened(shares=tuple(shares), capped=(), moved=moved)
    return Dampened(
        shares=tuple(
            share - more + moved * gain / gained
            for share, more, gain in zip(shares, over, gains, strict=True)
        ),
        capped=tuple(place for place, more in enumerate(over) if more),
        moved=moved,
    )
