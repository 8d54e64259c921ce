"""What is written of a route: a step or a meeting on another day, and the usual steps.

All of it goes through the actions on facts, which ask who may, from which version, and record it.
"""

from typing import Any

from django.utils import timezone

from moothall.facts.proposals import Proposal
from moothall_web.facts.actions import InvalidError, add_fact, change_fact
from moothall_web.people.models import Person
from moothall_web.records.recorded import recorded
from moothall_web.routes.moves import Move
from moothall_web.routes.usual import Taken

_NOBODY_HAS_PLANNED_IT = "Added as one of the usual steps; no document says so yet"
_LONGEST_ID = 100


def move(
    person: Person,
    code: str,
    wanted: Move,
    payload: dict[str, Any],
    version: int,
    why: str,
    *,
    for_authority: str = "",
) -> int:
    """Change the step or the meeting, from its `payload` as somebody has seen it.

    Returns its version.  Raises what changing a fact raises.
    """
    return change_fact(
        person,
        code,
        wanted.kind,
        wanted.key,
        payload | wanted.changes,
        version,
        why,
        for_authority=for_authority,
    )


def add_usual_steps(
    person: Person,
    code: str,
    proposal: Proposal,
    authority: str,
    chosen: tuple[Taken, ...],
    *,
    shared: bool,
) -> int:
    """Add the steps to a council's route: all of them or none.  Returns how many.

    They are known from today on, cite the document of the proposal and say that they are assumed.
    Raises what adding a fact raises.
    """
    today = timezone.localdate().isoformat()
    with recorded():
        for each in chosen:
            payload = {
                "id": f"{proposal.id}-{authority}-{each.usual.slug}"[:_LONGEST_ID],
                "source": str(proposal.source),
                "known_on": today,
                "owner": authority,
                "shared": shared,
                "assumed": _NOBODY_HAS_PLANNED_IT,
                "proposal": proposal.id,
                "authority": authority,
                "kind": each.usual.kind.value,
                "name": each.usual.name,
                "body": each.body,
                "approves": each.usual.kind.value == "decision",
            }
            _add(person, code, authority, payload)
    return len(chosen)


def _add(person: Person, code: str, authority: str, payload: dict[str, Any]) -> None:
    why = "The usual steps of a proposal"
    try:
        add_fact(person, code, "steps", payload, why, for_authority=authority)
    except InvalidError as error:
        if {fault.path for fault in error.faults} != {("id",)}:
            raise
        # Something else has this id, perhaps out of the person's sight: another one will do.
        add_fact(person, code, "steps", payload | {"id": ""}, why, for_authority=authority)
