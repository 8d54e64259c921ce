"""Rules that split a joint cost by a formula, each in exact fractions that sum to the cost."""

from fractions import Fraction

from moothall.finance.sharing.game import CostGame, NoShareError, needs

Shares = tuple[Fraction, ...]
"""What each player pays, in the order of the players; the shares sum to the cost."""


def equal(game: CostGame) -> Shares:
    """The same for every partner."""
    return (game.total / len(game.players),) * len(game.players)


def weighted(game: CostGame) -> Shares:
    """By a number that each partner has: population, children under five, pupils, budget."""
    missing = [player for player in game.players if player not in game.weights]
    if missing:
        raise NoShareError(f"weighted needs a weight for {', '.join(missing)}")
    weights = [game.weights[player] for player in game.players]
    if any(weight < 0 for weight in weights) or not sum(weights):
        raise NoShareError("weighted needs weights that are not negative and not all zero")
    return by_weights(game.total, weights)


def proportional(game: CostGame) -> Shares:
    """By what each partner would pay alone."""
    alone = _alone(game, "proportional")
    if any(cost < 0 for cost in alone) or not sum(alone):
        raise NoShareError("proportional needs stand-alone costs above zero")
    return by_weights(game.total, alone)


def equal_saving(game: CostGame) -> Shares:
    """What each would pay alone, less an equal part of what sharing saves."""
    alone = _alone(game, "equal_saving")
    saving = sum(alone, Fraction(0)) - game.total
    return tuple(cost - saving / len(alone) for cost in alone)


def scrb(game: CostGame) -> Shares:
    """Separable costs, and the rest by what remains of each one's benefit.

    A partner's separable cost is what its joining adds; its remaining benefit what it would pay
    alone beyond that.  Where no benefit remains to go by, the rest is split equally.
    """
    alone = _alone(game, "scrb")
    places = range(len(game.players))
    needs(game, [game.everyone & ~(1 << place) for place in places], "scrb")
    separable = [game.total - _others(game, place) for place in places]
    remaining = [cost - own for cost, own in zip(alone, separable, strict=True)]
    rest = game.total - sum(separable, Fraction(0))
    if any(benefit < 0 for benefit in remaining):
        raise NoShareError("scrb needs every partner to cost less as a joiner than alone")
    parts = (
        by_weights(rest, remaining) if sum(remaining) else (rest / len(separable),) * len(separable)
    )
    return tuple(own + part for own, part in zip(separable, parts, strict=True))


def by_weights(total: Fraction, weights: list[Fraction]) -> Shares:
    """A total in the proportion of the weights."""
    whole = sum(weights, Fraction(0))
    return tuple(total * weight / whole for weight in weights)


def _alone(game: CostGame, rule: str) -> list[Fraction]:
    places = range(len(game.players))
    needs(game, [1 << place for place in places], rule)
    return [game.alone(place) for place in places]


def _others(game: CostGame, place: int) -> Fraction:
    return game.without(place) if len(game.players) > 1 else Fraction(0)
