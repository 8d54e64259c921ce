"""Undoing one change: what it did is taken back, by the same rules, and recorded as another change.

Only while the fact still is what that change left: what came after it is undone first.
"""

from moothall.facts.programme import KINDS
from moothall_web.facts import changes
from moothall_web.facts.acts import Act, Said, begin, find
from moothall_web.facts.faults import NotThereError, StaleError
from moothall_web.facts.readers import readable
from moothall_web.facts.subjects import SHARED, UNDOABLE, WITHDREW, Subject, subject
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.records.models import Event, Payload
from moothall_web.records.recorded import Pen, recorded


def undo(
    person: Person, code: str, number: int, why: str = "", *, for_authority: str = ""
) -> tuple[str, str]:
    """Take back what one event did, and return the kind and key of the fact.

    Raises NotThereError, RefusedError, StaleError where the fact has been changed since, and
    InvalidError where what it was before would be no whole fact any more.
    """
    with recorded() as pen:
        kind, key = _subject_of(code, number)
        act = begin(person, code, kind, why, for_authority)
        if not key:
            raise RefusedError(_NOT_ONE_FACT)
        told = readable(act.programme, act.sight, kind, key)
        found = next((each for each in told if each[0].number == number), None)
        if found is None:
            raise NotThereError
        event, payload = found
        refusal = may_be_undone(event, payload)
        if refusal is not None or payload is None:
            raise RefusedError(refusal or _ERASED)
        _take_back(act, pen, event, payload, kind, key)
    return kind, key


_NOT_ONE_FACT = Refusal(
    "Only the adding, changing, removing, sharing or withdrawing of a single fact can be undone."
)
_ERASED = Refusal("What was before has been erased, so this cannot be undone.")


def may_be_undone(event: Event, payload: Payload | None) -> Refusal | None:
    """Why an event is of no kind that can be undone, or None."""
    if event.verb not in UNDOABLE:
        return _NOT_ONE_FACT
    return None if payload else _ERASED


def still_is(now: Subject | None, payload: Payload) -> bool:
    """Whether a thing still is what an event left."""
    return (now.payload if now else None) == payload.after


def _subject_of(code: str, number: int) -> tuple[str, str]:
    """The kind and key that an event is about; of one about several, the programme's own kind."""
    about = Event.objects.filter(number=number, programme=code).values_list("subject", flat=True)
    for subject_of_event in about:
        kind, _, key = subject_of_event.partition("/")
        return (kind, key) if kind else ("about", "")
    raise NotThereError


def _take_back(act: Act, pen: Pen, event: Event, payload: Payload, kind: str, key: str) -> None:
    now = subject(act.programme, kind, key)
    if now is not None:
        now = find(act, kind, key)
    if not still_is(now, payload):
        raise StaleError(now.payload if now else {}, now.version if now else 0)
    said = Said("undid a change", f"Undid event {event.number}, which {event.verb}:")
    if now is None:
        changes.add(act, pen, kind, payload.before, said, undoes=True)
    elif kind in KINDS and event.verb in (SHARED, WITHDREW):
        changes.share(act, pen, now, said, wanted=event.verb == WITHDREW)
    elif payload.before is None:
        changes.remove(act, pen, now, said)
    else:
        changes.change(act, pen, now, payload.before, said, version=now.version, undoes=True)
