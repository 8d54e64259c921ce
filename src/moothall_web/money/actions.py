"""What is written of money tables: readings that nobody else sees, lines, what columns mean."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from moothall.basics.dates import in_words
from moothall.facts.programme import SourceDocument
from moothall.files.shapes import plain
from moothall.files.workbooks.changes import TableChanges
from moothall.files.workbooks.fields import TableKind
from moothall.files.workbooks.table_file import read_table_file
from moothall_web.facts import changes
from moothall_web.facts.acts import Act, Said, begin, permitted, record, written
from moothall_web.facts.faults import Fault, InvalidError, NotThereError, StaleError
from moothall_web.facts.leaving import may_go
from moothall_web.facts.many import add_and_change, take_back
from moothall_web.facts.models import Programme
from moothall_web.facts.subjects import ADDED, Subject, subject, take_away
from moothall_web.facts.validity import checked
from moothall_web.money.answers import to_remember
from moothall_web.money.models import ColumnMapping, TableReading
from moothall_web.money.queries import (
    BROUGHT_IN,
    UNDID,
    ReadingPage,
    changes_of_table,
    import_to_undo,
)
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import Pen, recorded

_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many lines were added, how many changed, and the event that says so (0: none)."""

    added: int
    changed: int
    event: int


def read_file(
    person: Person, code: str, authority: str, kind: str, proposal: str, name: str, data: bytes
) -> TableReading:
    """Look at a table and keep it for its reader.  Raises UnreadableError; no fact is changed."""
    read_table_file(data, name)
    row, _ = TableReading.objects.update_or_create(
        person=person,
        programme=Programme.objects.get(code=code),
        defaults={
            "authority": authority,
            "proposal": proposal,
            "kind": kind,
            "name": name[:_LONGEST_NAME],
            "read_on": timezone.localdate(),
            "content": data,
            "answers": {},
        },
    )
    return row


def answer(reading: TableReading, answers: dict[str, Any]) -> None:
    """Keep what the person has said about the table."""
    reading.answers = answers
    reading.save(update_fields=["answers"])


def bring_in(person: Person, page: ReadingPage, *, shared: bool, why: str = "") -> BroughtIn:
    """Make of the lines what the page has shown: all of them or nothing, as one event.

    Raises what adding and changing a fact raise: RefusedError, InvalidError, and StaleError where
    somebody has changed a line in the meantime.
    """
    code, authority, kind = page.programme.about.id, page.reading.authority, page.kind.value
    if not page.is_ready:
        return BroughtIn(0, 0, 0)
    with recorded() as pen:
        act = begin(person, code, kind, why, authority)
        capacity = permitted(act, kind, authority)
        whole = pen.record(_whole(act, capacity, page, shared=shared))
        document = _document(act, _Parts(pen, whole), capacity, page)
        found = changes_of_table(page.programme, page.table, page.reading, document, shared=shared)
        try:
            add_and_change(
                act,
                pen,
                whole,
                kind,
                [line.after for line in found.new],
                [(line.after, page.versions[line.after.id]) for line in found.changed],
            )
        except InvalidError as error:
            raise InvalidError(_at_their_lines(error.faults, found)) from None
        _remember(page)
        page.reading.delete()
    return BroughtIn(len(found.new), len(found.changed), whole.number)


def _at_their_lines(faults: tuple[Fault, ...], found: TableChanges) -> tuple[Fault, ...]:
    """Faults whose paths begin with the place of a line, with the cell's place in their words."""
    lines = (*found.new, *found.changed)
    return tuple(
        Fault(
            each.path[1:],
            f"{lines[int(each.path[0])].place}: {' '.join(map(str, each.path[1:]))} {each.what}",
            each.cure,
        )
        for each in faults
    )


class _Parts(Pen):
    """A pen whose every event is a part of one."""

    def __init__(self, pen: Pen, whole: Event) -> None:
        super().__init__()
        self._pen = pen
        self._whole = whole

    def record(self, entry: Entry) -> Event:
        return self._pen.record_all([entry], part_of=self._whole)[0]


def _whole(act: Act, capacity: Capacity, page: ReadingPage, *, shared: bool) -> Entry:
    """The event of which every line is a part."""
    new, changed = len(page.changes.new), len(page.changes.changed)
    return Entry(
        who=act.person.pk,
        role=capacity.role.value,
        for_whom=capacity.authority,
        owner=page.reading.authority,
        shared=shared,
        verb=BROUGHT_IN,
        programme=page.programme.about.id,
        summary=(
            f"Brought in {page.reading.name} for {page.whose}, about “{page.proposal.name}”: "
            f"{new} new, {changed} changed, {len(page.changes.unchanged)} as on record."
        ),
        why=act.why,
        after={
            "kind": page.kind.value,
            "authority": page.reading.authority,
            "file": hashlib.sha256(bytes(page.reading.content)).hexdigest(),
        },
    )


def _document(act: Act, parts: Pen, capacity: Capacity, page: ReadingPage) -> str:
    """The document that stands for the table: the one of that day, or a new one.

    It comes with its lines, so whoever may add those may add it.
    """
    reading = page.reading
    title = f"Table of {page.whose}: {reading.name}"
    for held in page.programme.documents:
        if (held.title, held.owner, held.known_on) == (title, reading.authority, reading.read_on):
            return held.id
    made = SourceDocument(
        id=changes.new_key(act, "documents", {"title": title}),
        title=title,
        owner=reading.authority,
        known_on=reading.read_on,
        reference=reading.name,
        assumed=(
            "A table prints no date of its own; this is the day on which it was read, "
            f"{in_words(reading.read_on)}."
        ),
    )
    thing = checked(act.sender, "documents", plain(made), None)
    after = written(act, "documents", thing, None)
    record(act, parts, capacity, Said(ADDED), before=None, after=after, was_open=True)
    return made.id


def _remember(page: ReadingPage) -> None:
    """Keep what the columns mean for the council's next table of this kind."""
    key = {"authority": page.reading.authority, "kind": page.kind.value}
    held = ColumnMapping.objects.filter(**key).first() or ColumnMapping(**key)
    columns, answers = to_remember(page.table, page.reading.answers, held.columns)
    held.columns = columns
    held.answers = {**held.answers, **answers}
    held.changed_at = timezone.now()
    held.save()


def undo_import(person: Person, code: str, number: int, why: str = "") -> int:
    """Take back all that bringing one table in has done, or nothing; return how many lines.

    Raises NotThereError, RefusedError, and StaleError where a line has been changed since.
    """
    with recorded() as pen:
        found = import_to_undo(person, code, number)
        if found is None:
            raise NotThereError
        event, payload = found
        if not isinstance(payload.after, dict):
            raise RefusedError(Refusal("What was brought in has been erased."))
        authority, kind = payload.after["authority"], str(TableKind(payload.after["kind"]).value)
        act = begin(person, code, kind, why, authority)
        capacity = permitted(act, kind, authority)
        parts = list(Event.objects.filter(part_of=number).order_by("-number"))
        lines = [each for each in parts if each.subject.startswith(f"{kind}/")]
        subject_of_event = f"event/{event.number}"
        if Event.objects.filter(programme=code, verb=UNDID, subject=subject_of_event).exists():
            raise RefusedError(Refusal("This has been undone already."))
        whole = pen.record(
            Entry(
                who=person.pk,
                role=capacity.role.value,
                for_whom=capacity.authority,
                owner=payload.owner,
                shared=payload.shared,
                verb=UNDID,
                programme=code,
                subject=subject_of_event,
                summary=f"Undid event {event.number}: {payload.summary}",
                why=act.why,
            )
        )
        take_back(act, pen, whole, kind, lines)
        for each in parts:
            if each.subject.startswith("documents/"):
                _take_document(act, pen, capacity, each.subject.partition("/")[2])
    return len(lines)


def _take_document(act: Act, pen: Pen, capacity: Capacity, key: str) -> None:
    """Remove the table's document, unless something else is taken from it by now."""
    held: Subject | None = subject(act.programme, "documents", key)
    if held is None or may_go(act.programme, act.sight, held) is not None:
        return
    take_away(act.programme, held)
    said = Said("undid a change", "Undid the adding of")
    record(act, pen, capacity, said, before=held, after=None, was_open=False)


__all__ = ["BroughtIn", "StaleError", "answer", "bring_in", "read_file", "undo_import"]
