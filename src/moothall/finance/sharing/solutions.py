"""Every rule put to one game: shares, whether they hold together, and what a rule lacked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from moothall.finance.sharing.fairness import BetterAlone, better_off_alone, is_in_the_core
from moothall.finance.sharing.game import CostGame, NoShareError
from moothall.finance.sharing.nucleolus import (
    nucleolus,
    per_capita_nucleolus,
    proportional_nucleolus,
)
from moothall.finance.sharing.shapley import EXACT_UP_TO, shapley
from moothall.finance.sharing.split_rules import (
    Shares,
    equal,
    equal_saving,
    proportional,
    scrb,
    weighted,
)

RULES: dict[str, Callable[[CostGame], Shares]] = {
    "equal": equal,
    "proportional": proportional,
    "equal_saving": equal_saving,
    "scrb": scrb,
    "shapley": shapley,
    "nucleolus": nucleolus,
    "per_capita_nucleolus": per_capita_nucleolus,
    "proportional_nucleolus": proportional_nucleolus,
    "weighted": weighted,
}
SPLITS_THE_SAVING = ("equal_saving", "scrb", "shapley", "nucleolus", "per_capita_nucleolus")
"""Rules that come to the same for two partners: each saves half of what sharing saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What one rule gives: shares in the order of the players, exact where `is_exact`."""

    rule: str
    shares: Shares
    is_exact: bool
    is_in_the_core: bool | None
    better_off_alone: tuple[BetterAlone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A game solved by several rules; `lacking` says of a rule what it would need."""

    game: CostGame
    solutions: tuple[Solution, ...]
    lacking: dict[str, str]
    notes: tuple[str, ...] = ()


def solve(game: CostGame, rules: Iterable[str] = tuple(RULES)) -> Solved:
    """Put every rule to the game."""
    found: list[Solution] = []
    lacking: dict[str, str] = {}
    for rule in rules:
        try:
            shares = RULES[rule](game)
        except NoShareError as error:
            lacking[rule] = str(error)
        except ImportError:
            lacking[rule] = f"{rule} needs a linear programme: install moothall[optimise]"
        else:
            found.append(
                Solution(
                    rule=rule,
                    shares=shares,
                    is_exact=rule != "shapley" or len(game.players) <= EXACT_UP_TO,
                    is_in_the_core=is_in_the_core(game, shares),
                    better_off_alone=better_off_alone(game, shares),
                )
            )
    return Solved(
        game=game, solutions=tuple(found), lacking=lacking, notes=tuple(_notes(game, found))
    )


def _notes(game: CostGame, found: list[Solution]) -> Iterable[str]:
    fair = {each.rule: each.shares for each in found if each.rule in SPLITS_THE_SAVING}
    if len(game.players) == 2 and len(fair) > 1 and len(set(fair.values())) == 1:
        saving = game.alone(0) + game.alone(1) - game.total
        yield (
            f"For two partners {_listed(sorted(fair))} come to the same: each pays what it would "
            f"pay alone less half of the saving ({_number(saving / 2)} of {_number(saving)})."
        )
    if len(game.players) > 1 and all(1 << p in game.costs for p in range(len(game.players))):
        saving = sum((game.alone(p) for p in range(len(game.players))), -game.total)
        if saving < 0:
            yield (
                f"Together they pay {_number(-saving)} more than each alone: there is no saving "
                "to share, and every rule leaves somebody better off alone."
            )


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _number(value: Fraction) -> str:
    return f"{float(value):,.10g}"
