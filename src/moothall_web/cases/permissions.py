"""Who may do what with a snapshot, and whether it may be done now."""

from collections.abc import Iterable

from moothall_web.cases.models import Snapshot, SnapshotState
from moothall_web.cases.states import Step
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity


def may_do(
    step: Step, held: Iterable[Capacity], authority: str, short_name: str, programme: str
) -> Refusal | Capacity:
    """The capacity in which somebody may do this for an authority, or why not."""
    for each in held:
        if (
            each.role in step.roles
            and each.authority == authority
            and each.programme in ("", programme)
        ):
            return each
    *others, last = (role.label for role in step.roles)
    return Refusal(f"Only {short_name}'s {', '.join(others)} or {last} may {step.name} this.")


def may_be_done(step: Step, snapshot: Snapshot, person: Person) -> Refusal | None:
    """Why the step may not be done with this snapshot now, or by this of all people."""
    state = SnapshotState(snapshot.state)
    if state not in step.leads_from:
        wanted = " or ".join(each.label for each in step.leads_from)
        return Refusal(
            f"This snapshot is {state.label}; only one that is {wanted} can be {_PAST[step.name]}."
        )
    if step.by_another and snapshot.made_by_id == person.pk:
        return Refusal(
            "Nobody clears their own work: you made this snapshot, so it takes somebody else."
        )
    return None


_PAST = {"clear": "cleared", "publish": "published", "withdraw": "withdrawn"}
