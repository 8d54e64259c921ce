"""A cost game: what every group of partners would pay if it went alone.

A coalition is a whole number with one bit for each partner, in the order of `players`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

MOST_PLAYERS = 24
"""Partners beyond which there are too many coalitions to hold (16 million)."""


@dataclass(frozen=True, slots=True)
class CostGame:
    """The cost of every coalition that is known, in the input's own unit.

    `costs` holds the coalitions by their bits; `weights` a number for each player (population,
    pupils), where a rule asks for one.  A coalition whose cost nobody has given is missing, never
    zero.
    """

    players: tuple[str, ...]
    costs: Mapping[int, Fraction]
    weights: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def everyone(self) -> int:
        """All partners together."""
        return (1 << len(self.players)) - 1

    @property
    def total(self) -> Fraction:
        """What all together pay."""
        return self.costs[self.everyone]

    def alone(self, place: int) -> Fraction:
        """What one partner would pay on its own."""
        return self.costs[1 << place]

    def without(self, place: int) -> Fraction:
        """What the others would pay without one partner."""
        return self.costs[self.everyone & ~(1 << place)]

    @property
    def is_complete(self) -> bool:
        """Whether every coalition's cost is given."""
        return len(self.costs) == self.everyone

    def coalitions(self) -> Iterator[int]:
        """Every coalition that is known, less that of everyone, smallest number first."""
        return (each for each in sorted(self.costs) if each != self.everyone)

    def members(self, coalition: int) -> tuple[str, ...]:
        return tuple(player for place, player in enumerate(self.players) if coalition >> place & 1)

    def name(self, coalition: int) -> str:
        """`A+B`, as the coalition is written."""
        return "+".join(self.members(coalition))


class NoShareError(ValueError):
    """A rule gives no shares for this game; the message says why, and what it would need."""


def needs(game: CostGame, coalitions: Iterator[int] | list[int], rule: str) -> None:
    """Raises NoShareError naming the coalitions whose cost a rule needs and nobody has given."""
    missing = [game.name(each) for each in coalitions if each not in game.costs]
    if missing:
        shown = ", ".join(missing[:5]) + (" and others" if len(missing) > 5 else "")
        raise NoShareError(f"{rule} needs the cost of {shown}")
