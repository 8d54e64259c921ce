"""What is written of money tables: readings that nobody else sees, lines, what columns mean."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from moothall.basics.dates import in_words
from moothall.files.workbooks.changes import TableChanges
from moothall.files.workbooks.fields import TableKind
from moothall.files.workbooks.table_file import read_table_file
from moothall_web.facts.acts import Act, begin, permitted
from moothall_web.facts.bringing_in import (
    Parts,
    add_document,
    facts_among,
    record_undoing,
    take_document,
)
from moothall_web.facts.brought_in import document_held, to_undo
from moothall_web.facts.faults import Fault, InvalidError, NotThereError, StaleError
from moothall_web.facts.many import add_and_change, take_back
from moothall_web.facts.models import Programme
from moothall_web.money.answers import to_remember
from moothall_web.money.models import ColumnMapping, TableReading
from moothall_web.money.queries import WAY, ReadingPage, changes_of_table
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
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
        document = _document(act, Parts(pen, whole), capacity, page)
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


def _whole(act: Act, capacity: Capacity, page: ReadingPage, *, shared: bool) -> Entry:
    """The event of which every line is a part."""
    new, changed = len(page.changes.new), len(page.changes.changed)
    return Entry(
        who=act.person.pk,
        role=capacity.role.value,
        for_whom=capacity.authority,
        owner=page.reading.authority,
        shared=shared,
        verb=WAY.verb,
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
    """The document that stands for the table: the one of that day, or a new one."""
    reading = page.reading
    title = f"Table of {page.whose}: {reading.name}"
    held = document_held(page.programme, title, reading.authority, reading.read_on)
    return held or add_document(
        act,
        parts,
        capacity,
        title=title,
        reference=reading.name,
        owner=reading.authority,
        known_on=reading.read_on,
        assumed=(
            "A table prints no date of its own; this is the day on which it was read, "
            f"{in_words(reading.read_on)}."
        ),
    )


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
        told = to_undo(person, code, number, WAY)
        if told is None:
            raise NotThereError
        event, payload = told
        if not isinstance(payload.after, dict):
            raise RefusedError(Refusal("What was brought in has been erased."))
        authority, kind = payload.after["authority"], str(TableKind(payload.after["kind"]).value)
        act = begin(person, code, kind, why, authority)
        capacity = permitted(act, kind, authority)
        lines = facts_among(event)
        whole = record_undoing(act, pen, capacity, WAY, told)
        take_back(act, pen, whole, kind, lines)
        take_document(act, pen, capacity, event)
    return len(lines)


__all__ = ["BroughtIn", "StaleError", "answer", "bring_in", "read_file", "undo_import"]
