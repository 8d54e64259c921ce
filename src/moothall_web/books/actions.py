"""The one thing that is written here: a council's signature under its own lines.

It goes through the action that adds a fact, which asks who may, checks it and records it.
"""

from datetime import date
from typing import Any

from django.utils import timezone

from moothall.facts.baselines import BaselineSignature
from moothall.facts.programme import known_by
from moothall.facts.proposals import Proposal
from moothall.files.shapes import plain
from moothall.finance.baseline import baseline_of
from moothall.finance.baseline_versions import NextSignature, next_signature
from moothall_web.books.signing import KIND, lines_are_shared, mark_of
from moothall_web.facts import queries as facts
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError, add_fact
from moothall_web.facts.acts import begin, permitted
from moothall_web.people.models import Person
from moothall_web.records.recorded import recorded

_LONGEST_ID = 100


def sign(
    person: Person, code: str, proposal_id: str, authority: str, mark: str, note: str = ""
) -> str:
    """Sign a council's lines as they stand, and return the key of the signature.

    `mark` names what the person has seen (`mark_of`).  Raises StaleError where the lines, or the
    version, are others by now; RefusedError with who may; NotThereError; InvalidError.
    """
    with recorded():
        # From here on whoever changes the programme waits: what is compared is what is signed.
        act = begin(person, code, KIND, note, authority)
        capacity = permitted(act, KIND, authority)
        programme = facts.programme(person, code)
        today = timezone.localdate()
        known = known_by(programme, today)[0] if programme else None
        proposals = known.proposals if known else ()
        proposal = next((each for each in proposals if each.id == proposal_id), None)
        if known is None or proposal is None or authority not in proposal.parties:
            raise NotThereError
        coming = next_signature(known, proposal_id, authority)
        if coming is None or mark_of(coming) != mark:
            raise StaleError({}, 0)
        council = next(
            each for each in baseline_of(known, proposal).councils if each.authority == authority
        )
        covering = f" (in the absence of {capacity.covers})" if capacity.covers else ""
        payload = _payload(
            proposal,
            authority,
            coming,
            f"{person.name}{covering}",
            today,
            note,
            shared=lines_are_shared(council),
        )
        try:
            return add_fact(person, code, KIND, payload, note, for_authority=authority)
        except InvalidError as error:
            if {fault.path for fault in error.faults} != {("id",)}:
                raise
            # Something out of the person's sight has this id: another one will do.
            return add_fact(person, code, KIND, payload | {"id": ""}, note, for_authority=authority)


def _payload(
    proposal: Proposal,
    authority: str,
    coming: NextSignature,
    signed_by: str,
    today: date,
    note: str,
    *,
    shared: bool,
) -> dict[str, Any]:
    """The signature as a form would send it; it cites the document of the proposal."""
    made = BaselineSignature(
        id=f"{proposal.id}-{authority}-signed-{coming.version}"[:_LONGEST_ID],
        source=proposal.source,
        known_on=today,
        owner=authority,
        shared=shared,
        proposal=proposal.id,
        authority=authority,
        version=coming.version,
        signed_by=signed_by,
        signed_on=today,
        lines=coming.lines,
        note=note,
    )
    payload: dict[str, Any] = plain(made)
    return payload
