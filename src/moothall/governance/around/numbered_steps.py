"""The numbers of a route's steps: one count through all its councils.

The drawing, the tables beside it and the papers all take their numbers from here.
"""

from dataclasses import dataclass

from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep


@dataclass(frozen=True, slots=True)
class NumberedStep:
    """A step and its number in the joint route, from 1."""

    number: int
    step: RouteStep


@dataclass(frozen=True, slots=True)
class Lane:
    """One council's route with its steps numbered."""

    route: AuthorityRoute
    steps: tuple[NumberedStep, ...]


def lanes_of(route: JointRoute) -> tuple[Lane, ...]:
    """The lanes of a joint route, in its order of councils."""
    lanes = []
    number = 0
    for authority in route.authorities:
        steps = []
        for step in authority.steps:
            number += 1
            steps.append(NumberedStep(number, step))
        lanes.append(Lane(authority, tuple(steps)))
    return tuple(lanes)
