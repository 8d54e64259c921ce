"""The best answer: OR-Tools' CP-SAT, with one yes-or-no for "by this meeting" of every step.

Said that way ("taken at this meeting or an earlier one"), leads, agendas and officers are all plain
sums, and the relaxed problem that gives the bound is close to the problem itself.  The search takes
its strategies in turn, from a fixed seed and up to a limit on the work done, so two runs give the
same answer; only where the clock runs out before the work does, they may not, and it says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from time import perf_counter
from typing import TYPE_CHECKING

from moothall.governance.portfolio.greedy import Places, Progress, settled, silently, total
from moothall.governance.portfolio.items import Item
from moothall.governance.portfolio.limits import Limits

if TYPE_CHECKING:
    from moothall.governance.portfolio.model import Model

WORK_A_SECOND = 0.25
"""The solver's own units of work for each second allowed: less than a core does in that time."""
MIN_SECONDS = 0.1
CLOCK, WORK = "the clock", "the limit on the work"
"""What can end a search before it is through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a search came to: places, and what nothing beats, if that much was found.

    `bound` is a sum of days (ordinals), or a number of proposals where that was asked for.
    """

    places: Places
    bound: int | None
    stopped_by: str = ""
    branches: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a search may take: work, which is the same on every machine, and seconds at the most."""

    work: float
    seconds: float


def allowance(seconds: float, left: float) -> Allowance:
    """The work that goes with so many seconds, and the seconds that are left for it."""
    return Allowance(work=seconds * WORK_A_SECOND, seconds=max(MIN_SECONDS, left))


def can_search() -> bool:
    """Whether the optional solver is installed."""
    return find_spec("ortools") is not None


def most_placed(
    items: Sequence[Item], limits: Limits, start: int, first: Places, may_take: Allowance
) -> Search:
    """How many proposals can be placed at all; the bound is a number of them."""
    model = _model(items, limits, start)
    model.sort_alike()
    model.hint(first)
    model.model.maximize(sum(model.placed))
    return _searched(model, items, limits, may_take)


def best(
    items: Sequence[Item],
    limits: Limits,
    start: int,
    first: Places,
    may_take: Allowance,
    progress: Progress,
) -> Search:
    """The least sum of days for as many proposals as `first` places."""
    from moothall.governance.portfolio.relaxed import relaxed_bound

    began = perf_counter()
    model = _model(items, limits, start)
    model.model.add(sum(model.placed) == len(first))
    model.model.minimize(sum(model.costs))
    own = start * len(first)
    least = relaxed_bound(model, may_take.seconds / 2)
    if least is not None:
        progress(f"no answer comes below {least:,} days")
        if total(items, first) - own <= least:
            return Search(places=first, bound=least + own)
        # Said as the objective's own range, the search is over once it is reached.
        objective = model.model.proto.objective
        objective.domain.extend([least - round(objective.offset), 2**40])
    model.sort_alike()
    model.hint(first)
    left = max(MIN_SECONDS, may_take.seconds - (perf_counter() - began))
    found = _searched(model, items, limits, replace(may_take, seconds=left), progress)
    bounds = [bound for bound in (found.bound, least) if bound is not None]
    stopped_by = CLOCK if found.stopped_by and least is None else found.stopped_by
    return replace(found, bound=max(bounds) + own if bounds else None, stopped_by=stopped_by)


def _model(items: Sequence[Item], limits: Limits, start: int) -> "Model":
    from moothall.governance.portfolio.model import Model

    return Model(items, limits, start)


def _searched(
    model: "Model",
    items: Sequence[Item],
    limits: Limits,
    may_take: Allowance,
    progress: Progress = silently,
) -> Search:
    from ortools.sat.python import cp_model

    class Told(cp_model.CpSolverSolutionCallback):
        """Says what has been found, at most once a second."""

        def __init__(self) -> None:
            super().__init__()
            self.said_at = -1.0

        def on_solution_callback(self) -> None:
            if self.wall_time - self.said_at >= 1:
                self.said_at = self.wall_time
                progress(f"found: {self.objective_value:,.0f}")

    solver = cp_model.CpSolver()
    # Several strategies, in turn and not side by side: that alone is repeatable.
    solver.parameters.num_workers = 8
    solver.parameters.interleave_search = True
    solver.parameters.random_seed = 5
    solver.parameters.max_deterministic_time = may_take.work
    solver.parameters.max_time_in_seconds = may_take.seconds
    status = solver.solve(model.model, Told())
    if status == cp_model.MODEL_INVALID:
        raise ValueError(f"the solver refuses the model: {model.model.validate()}")
    stopped_by = ""
    if status in (cp_model.FEASIBLE, cp_model.UNKNOWN):
        stopped_by = CLOCK if solver.wall_time >= may_take.seconds else WORK
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Search(
        places=settled(items, limits, model.places(solver)) if found else {},
        bound=round(solver.best_objective_bound) if found else None,
        stopped_by=stopped_by,
        branches=solver.num_branches,
    )
