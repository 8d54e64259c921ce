"""The bound of the relaxed problem: what could be reached if an item could be split over meetings.

It is worked out by linear programming (OR-Tools' GLOP) before the search begins: in a second or two
and close, where the search alone comes to its bound slowly.
"""

import math
from typing import Any

from moothall.governance.portfolio.model import Model

ROUNDING = 1e-3
"""Days by which floating point may have the bound too high; days are whole, so no more is lost."""

FAR = 2**40
"""Beyond this a side of a constraint is open."""


def relaxed_bound(model: Model, seconds: float) -> int | None:
    """The least sum of `costs`, in whole days; None where it was not worked out in that time."""
    from ortools.linear_solver import pywraplp

    solver: Any = pywraplp.Solver.CreateSolver("GLOP")
    solver.SetSolverSpecificParametersAsString("use_dual_simplex: true")  # half the time here
    proto = model.model.proto
    parts = [solver.NumVar(0, 1, "") for _ in proto.variables]
    for constraint in proto.constraints:
        if constraint.has_linear():
            least, *_, most = list(constraint.linear.domain)
            row = solver.Constraint(
                least if least > -FAR else -solver.infinity(),
                most if most < FAR else solver.infinity(),
            )
            for at, weight in zip(constraint.linear.vars, constraint.linear.coeffs, strict=True):
                row.SetCoefficient(parts[at], weight)
        elif constraint.has_bool_and():
            (if_so,) = constraint.enforcement_literal
            for then in constraint.bool_and.literals:
                if if_so != then:
                    row = solver.Constraint(-solver.infinity(), 0)
                    row.SetCoefficient(parts[if_so], 1)
                    row.SetCoefficient(parts[then], -1)
        else:
            raise ValueError(f"a constraint that has no relaxed form: {constraint}")
    objective = solver.Objective()
    for at, weight in zip(proto.objective.vars, proto.objective.coeffs, strict=True):
        objective.SetCoefficient(parts[at], weight)
    objective.SetMinimization()
    solver.SetTimeLimit(max(1, round(seconds * 1000)))
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return None
    reached: float = objective.Value() + proto.objective.offset
    return math.ceil(reached - ROUNDING)
