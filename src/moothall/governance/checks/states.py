"""How a rule stands for one council: tested and unbroken, broken, not applicable, not tested."""

from collections.abc import Callable
from enum import StrEnum

from moothall.governance.checks.plan import CouncilPlan, Plan


class State(StrEnum):
    """Whether a rule was tested; none of these says that a plan is lawful."""

    TESTED = "tested, not broken"
    BROKEN = "broken"
    NOT_APPLICABLE = "not applicable"
    NOT_TESTED = "could not be checked"


Answered = tuple[State, str]
"""A state and why."""
Covers = Callable[[Plan, CouncilPlan], Answered]
"""How a rule stands by the facts, where no finding has said so."""


def always(answered: Answered) -> Covers:
    """The same answer for every council."""

    def covers(_plan: Plan, _council: CouncilPlan) -> Answered:
        return answered

    return covers


def tested(because: str) -> Answered:
    return State.TESTED, because


def not_applicable(because: str) -> Answered:
    return State.NOT_APPLICABLE, because


def not_tested(because: str) -> Answered:
    return State.NOT_TESTED, because
