"""The Shapley value: each partner's average added cost over every order of joining.

The sum over all orders is written as one sum over coalitions,

    share_i = Σ_{S with i} (w_{s-1} + w_s) c(S) - Σ_S w_s c(S),   w_s = s! (n-s-1)! / n!

so that the second part is the same for everyone, and the first is found for all at once by halving
the array: the upper half holds the coalitions with the last partner, then the halves are added and
the next one is asked for.  That is 2·2ⁿ additions in place of n·2ⁿ.
"""

from fractions import Fraction
from functools import lru_cache
from math import factorial, lcm
from typing import TYPE_CHECKING

from moothall.finance.sharing.game import CostGame, needs
from moothall.finance.sharing.split_rules import Shares

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

EXACT_UP_TO = 14
"""Partners up to which the value is worked out in exact fractions."""
BLOCK = 14
"""Partners whose coalitions make a block: 128 kB of costs, which a processor's own cache holds."""


def shapley(game: CostGame) -> Shares:
    """The Shapley value; exact up to `EXACT_UP_TO` partners, in floating point beyond."""
    needs(game, list(range(1, game.everyone + 1)), "shapley")
    number = len(game.players)
    if number > EXACT_UP_TO:
        return tuple(map(Fraction, folded(_array(game)).tolist()))
    scale = lcm(*(cost.denominator for cost in game.costs.values()))
    held = [0, *(int(game.costs[s] * scale) for s in range(1, game.everyone + 1))]
    weights = [factorial(s) * factorial(number - s - 1) for s in range(number)] + [0]
    sizes = [s.bit_count() for s in range(len(held))]
    common = sum(weights[size] * cost for size, cost in zip(sizes, held, strict=True))
    folding = [0] + [
        (weights[size - 1] + weights[size]) * cost
        for size, cost in zip(sizes[1:], held[1:], strict=True)
    ]
    sums = [0] * number
    for place in reversed(range(number)):
        half = 1 << place
        lower, upper = folding[:half], folding[half:]
        sums[place] = sum(upper)
        folding = [low + high for low, high in zip(lower, upper, strict=True)]
    whole = factorial(number) * scale
    return tuple(Fraction(each - common, whole) for each in sums)


def folded(costs: "NDArray[numpy.float64]") -> "NDArray[numpy.float64]":
    """The Shapley value of a game held as an array of 2ⁿ costs by coalition, the empty one first.

    In the unit of the costs; 20 partners take some milliseconds.  The array is read once, block by
    block of the coalitions with the same later partners: a block and its coefficients stay in the
    processor's cache, and what is left of all blocks is folded as one.
    """
    import numpy as np

    number = costs.size.bit_length() - 1
    low = min(number, BLOCK)
    own, joined = _coefficients(number, low)
    sums = np.zeros(number)
    folding, product = np.zeros(1 << low), np.empty(1 << low)
    common = 0.0
    for later, block in enumerate(costs.reshape(-1, 1 << low)):
        size = later.bit_count()
        np.multiply(joined[size], block, out=product)
        # Not a dot product: the library would start threads for it, which cost more than they save.
        common += float(np.einsum("i,i->", own[size], block))
        folding += product
        together = product.sum()
        for place in range(low, number):
            if later >> (place - low) & 1:
                sums[place] += together
    for place in reversed(range(low)):
        half = 1 << place
        upper = folding[half : 2 * half]
        sums[place] = upper.sum()
        folding[:half] += upper
    return sums - common


@lru_cache(maxsize=2)
def _coefficients(number: int, low: int) -> "tuple[NDArray[numpy.float64], NDArray[numpy.float64]]":
    """`w_s` and `w_{s-1} + w_s` of the coalitions of a block, for each number of later partners."""
    import numpy as np

    weight = np.zeros(number + 1)
    weight[0] = 1 / number
    # Each from the one before, so that no factorial overflows.
    for size in range(1, number):
        weight[size] = weight[size - 1] * size / (number - size)
    sizes = np.zeros(1, dtype=np.intp)
    for _ in range(low):
        sizes = np.concatenate((sizes, sizes + 1))
    sizes = np.arange(number - low + 1)[:, None] + sizes
    return weight[sizes], np.concatenate(([0.0], weight[:-1] + weight[1:]))[sizes]


def _array(game: CostGame) -> "NDArray[numpy.float64]":
    import numpy as np

    costs = np.zeros(game.everyone + 1)
    for coalition, cost in game.costs.items():
        costs[coalition] = float(cost)
    return costs
