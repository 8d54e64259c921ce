"""Solve one game with each peer and print seconds and answers as JSON; run by the peers' Python.

    solve_games.py shapley COSTS.npy RUNS     solve_games.py nucleolus COSTS.npy RUNS

Each peer solves the game once before it is timed, so that compilation does not count; making its
own form of the game does not count either.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from shapley_numba.core import numba_game
from shapley_numba.shapley import shapley
from tucoopy import Game
from tucoopy.solutions.nucleolus import nucleolus
from tucoopy.solutions.shapley import shapley_value_fast


@numba_game([("costs", numba.float64[:])])
class Costs:
    """The fastest form that shapley-numba takes: an array read by a compiled method."""

    def __init__(self, costs: Any) -> None:
        self.costs = costs

    def value(self, subset: Any) -> Any:
        place = 0
        for player in range(len(subset)):
            place += subset[player] << player
        return self.costs[place]


def timed(solve: Callable[[], Any], runs: int, warm: bool) -> tuple[list[float], list[float]]:
    if warm:
        solve()
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        answer = solve()
        took.append(time.perf_counter() - start)
    return took, [float(each) for each in answer]


def main() -> None:
    what, path, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    costs = np.load(path)
    number = costs.size.bit_length() - 1
    # A game of values is one of costs with the sign turned; Shapley does not mind.
    sign = 1 if what == "shapley" else -1
    game = Game(number, {mask: sign * cost for mask, cost in enumerate(costs.tolist())})
    answers: dict[str, Any] = {}
    if what == "shapley":
        table = Costs(costs)
        answers["shapley-numba"] = timed(lambda: shapley(table, number), runs, warm=True)
        answers["tucoopy"] = timed(lambda: shapley_value_fast(game), max(1, runs // 3), warm=False)
    else:
        took, shares = timed(lambda: nucleolus(game).x, runs, warm=True)
        answers["tucoopy"] = took, [-each for each in shares]
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
