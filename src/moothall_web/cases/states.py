"""What may happen to a snapshot: one table, from which the rules and the docs' diagram come."""

from dataclasses import dataclass

from moothall_web.cases.models import SnapshotState
from moothall_web.people.models import Role

_MAKES = (Role.PROGRAMME_MANAGER, Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES)
_CLEARS = (Role.MONITORING_OFFICER, Role.SECTION_151_OFFICER)
_PUBLISHES = (Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that the snapshot's own council may do with it.

    `leads_from` are the states in which it may be done, none for making it; `done` says it in the
    record; `by_another` that whoever made the snapshot may not do it.
    """

    name: str
    done: str
    leads_from: tuple[SnapshotState, ...]
    leads_to: SnapshotState
    roles: tuple[Role, ...]
    by_another: bool = False


STEPS: tuple[Step, ...] = (
    Step(
        name="make",
        done="made a snapshot",
        leads_from=(),
        leads_to=SnapshotState.DRAFT,
        roles=_MAKES,
    ),
    Step(
        name="clear",
        done="cleared a snapshot",
        leads_from=(SnapshotState.DRAFT,),
        leads_to=SnapshotState.CLEARED,
        roles=_CLEARS,
        by_another=True,
    ),
    Step(
        name="publish",
        done="published a snapshot",
        leads_from=(SnapshotState.CLEARED,),
        leads_to=SnapshotState.PUBLISHED,
        roles=_PUBLISHES,
    ),
    Step(
        name="withdraw",
        done="withdrew a snapshot",
        leads_from=(SnapshotState.DRAFT, SnapshotState.CLEARED, SnapshotState.PUBLISHED),
        leads_to=SnapshotState.WITHDRAWN,
        roles=tuple(dict.fromkeys(_MAKES + _CLEARS)),
    ),
)
"""There is no way back from cleared to draft: a snapshot that is wrong is withdrawn, and another
one made, so that nobody's clearance ever stands under other words."""

MAKE = STEPS[0]


def step_named(name: str) -> Step | None:
    """The step of this name."""
    return next((step for step in STEPS if step.name == name), None)


def steps_from(state: SnapshotState) -> tuple[Step, ...]:
    """What may happen to a snapshot in this state."""
    return tuple(step for step in STEPS if state in step.leads_from)
