"""Bringing in at once, and undoing it whole: the pen, the document and the event that undoes."""

from datetime import date

from moothall.facts.programme import SourceDocument
from moothall.files.shapes import plain
from moothall_web.facts import changes
from moothall_web.facts.acts import Act, Said, record, written
from moothall_web.facts.brought_in import Way, is_undone, parts_of, subject_of
from moothall_web.facts.leaving import may_go
from moothall_web.facts.subjects import ADDED, UNDID, subject, take_away
from moothall_web.facts.validity import checked
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event, Payload
from moothall_web.records.recorded import Pen

_DOCUMENTS = "documents"


class Parts(Pen):
    """A pen whose every event is a part of one."""

    def __init__(self, pen: Pen, whole: Event) -> None:
        super().__init__()
        self._pen = pen
        self._whole = whole

    def record(self, entry: Entry) -> Event:
        return self._pen.record_all([entry], part_of=self._whole)[0]


def add_document(
    act: Act,
    parts: Pen,
    capacity: Capacity,
    *,
    title: str,
    reference: str,
    owner: str,
    known_on: date,
    assumed: str | None,
) -> str:
    """The document from which what comes in is taken; its id.

    It comes with its facts, so whoever may add those may add it.
    """
    made = SourceDocument(
        id=changes.new_key(act, _DOCUMENTS, {"title": title}),
        title=title,
        owner=owner,
        known_on=known_on,
        reference=reference,
        assumed=assumed,
    )
    thing = checked(act.sender, _DOCUMENTS, plain(made), None)
    after = written(act, _DOCUMENTS, thing, None)
    record(act, parts, capacity, Said(ADDED), before=None, after=after, was_open=True)
    return made.id


def record_undoing(
    act: Act, pen: Pen, capacity: Capacity, way: Way, told: tuple[Event, Payload]
) -> Event:
    """Record that all of it is undone.  Raises RefusedError where that was done already."""
    event, payload = told
    if is_undone(event, way):
        raise RefusedError(Refusal("This has been undone already."))
    return pen.record(
        Entry(
            who=act.person.pk,
            role=capacity.role.value,
            for_whom=capacity.authority,
            owner=payload.owner,
            shared=payload.shared,
            verb=way.undid,
            programme=event.programme,
            subject=subject_of(event),
            summary=f"Undid event {event.number}: {payload.summary}",
            why=act.why,
        )
    )


def facts_among(event: Event) -> list[Event]:
    """What it did to facts, the last first: all but the adding of its document."""
    return [each for each in parts_of(event) if not _is_of_a_document(each)]


def take_document(act: Act, pen: Pen, capacity: Capacity, event: Event) -> None:
    """Remove the document that came with it, unless something else is taken from it by now."""
    for each in filter(_is_of_a_document, parts_of(event)):
        held = subject(act.programme, _DOCUMENTS, each.subject.partition("/")[2])
        if held is None or may_go(act.programme, act.sight, held) is not None:
            continue
        take_away(act.programme, held)
        said = Said(UNDID, "Undid the adding of")
        record(act, pen, capacity, said, before=held, after=None, was_open=False)


def _is_of_a_document(part: Event) -> bool:
    return part.subject.startswith(f"{_DOCUMENTS}/")
