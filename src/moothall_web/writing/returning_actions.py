"""What is written when a paper comes back from Word: chosen words as one event, undone whole."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.basics.dates import in_words
from moothall.files.word_papers.word_file import read_word_file
from moothall_web.facts import changes, models
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError, undo
from moothall_web.facts.acts import Act, Said, begin, find, permitted
from moothall_web.facts.bringing_in import (
    Parts,
    add_document,
    facts_among,
    record_undoing,
    take_document,
)
from moothall_web.facts.brought_in import document_held, to_undo
from moothall_web.facts.subjects import ADDED, CHANGED, REMOVED
from moothall_web.people.models import Person
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import Pen, recorded
from moothall_web.writing.models import WordReturn
from moothall_web.writing.returning import (
    WAY,
    ReturnPage,
    too_old,
    why_not_of_this_paper,
)
from moothall_web.writing.returning_change import ShownChange
from moothall_web.writing.seen import Seen

_LONGEST_NAME = 300
_LONGEST_PARAGRAPH = 200


class NotThisPaperError(Exception):
    """The file is another paper than the one whose page it was given on; the message says which."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """How many passages were changed, added and removed, and the event that says so."""

    changed: int
    added: int
    removed: int
    event: int


def give(person: Person, seen: Seen, name: str, data: bytes, today: date) -> WordReturn:
    """Look at a file and keep it for its reader; no fact is changed.

    Raises UnreadableError, and NotThisPaperError for a file of another paper.
    """
    wrong = why_not_of_this_paper(read_word_file(data, name), seen)
    if wrong:
        raise NotThisPaperError(wrong)
    forget_old(today)
    code, proposal, authority, layout = seen.place
    row, _ = WordReturn.objects.update_or_create(
        person=person,
        programme=models.Programme.objects.get(code=code),
        defaults={
            "proposal": proposal,
            "authority": authority,
            "layout": layout,
            "name": name[:_LONGEST_NAME],
            "read_on": today,
            "content": data,
        },
    )
    return row


def throw_away(page: ReturnPage) -> None:
    """Forget a file: nothing of it is taken."""
    page.row.delete()


def bring_back(
    person: Person,
    page: ReturnPage,
    chosen: Collection[str],
    topics: Mapping[str, str],
    *,
    shared: bool,
    why: str = "",
) -> BroughtBack:
    """Save the chosen changes, all of them or nothing, as one event; the file is kept no longer.

    `chosen` are keys of changes, `topics` what new words are about, by key.  Raises RefusedError,
    InvalidError, and StaleError where somebody has changed the words in the meantime.
    """
    seen = page.seen
    wanted = [each for each in page.changes if each.change.key in chosen]
    with recorded() as pen:
        act = begin(person, seen.code, "passages", why, seen.authority)
        capacity = permitted(act, "passages", seen.authority)
        counted = _counted(wanted)
        whole = pen.record(_whole(act, capacity, page, counted))
        parts = Parts(pen, whole)
        new = [each for each in wanted if not each.change.of]
        document = _document(act, parts, capacity, page) if new else ""
        for each in wanted:
            if each.change.of:
                _change(act, parts, each)
        for each in new:
            topic = topics.get(each.change.key) or each.change.topic
            _add(act, parts, page, each, topic, document, shared=shared)
        page.row.delete()
    return BroughtBack(*counted, whole.number)


def _counted(wanted: Collection[ShownChange]) -> tuple[int, int, int]:
    held = [each.change for each in wanted if each.change.of]
    removed = sum(each.is_removal for each in held)
    return len(held) - removed, len(wanted) - len(held), removed


def _change(act: Act, parts: Pen, each: ShownChange) -> None:
    kind, _, key = each.change.of.partition("/")
    before = find(act, kind, key)
    if each.change.is_removal:
        permitted(act, kind, before.owner)
        changes.from_what_they_saw(before, each.version)
        changes.remove(act, parts, before, Said(REMOVED))
        return
    payload = before.payload | {"text": each.change.text}
    changes.change(act, parts, before, payload, Said(CHANGED), version=each.version)


def _add(
    act: Act,
    parts: Pen,
    page: ReturnPage,
    each: ShownChange,
    topic: str,
    document: str,
    *,
    shared: bool,
) -> None:
    seen = page.seen
    place = each.change.heading[:_LONGEST_PARAGRAPH] or "before the first heading"
    beside = [
        passage.order
        for passage in seen.programme.passages
        if passage.topic == topic and passage.proposal == seen.proposal.id
    ]
    payload: dict[str, Any] = {
        "source": f"{document} {place}",
        "known_on": page.row.read_on.isoformat(),
        "owner": seen.authority,
        "shared": shared,
        "proposal": seen.proposal.id,
        "authority": seen.authority,
        "topic": topic,
        "text": each.change.text,
        "order": max(beside, default=0),
    }
    changes.add(act, parts, "passages", payload, Said(ADDED))


def _whole(act: Act, capacity: Capacity, page: ReturnPage, counted: tuple[int, int, int]) -> Entry:
    """The event of which every change is a part."""
    seen, (changed, added, removed) = page.seen, counted
    return Entry(
        who=act.person.pk,
        role=capacity.role.value,
        for_whom=capacity.authority,
        owner=seen.authority,
        shared=False,
        verb=WAY.verb,
        programme=seen.code,
        summary=(
            f"Brought {seen.name}'s paper on “{seen.proposal.name}” back from Word "
            f"({page.row.name}): {changed} changed, {added} new, {removed} removed."
        ),
        why=act.why,
    )


def _document(act: Act, parts: Pen, capacity: Capacity, page: ReturnPage) -> str:
    """The document from which new words are taken: the file of that day, as it is called."""
    seen, row = page.seen, page.row
    title = f"Words of {seen.name} written in Word: {row.name}"[:_LONGEST_NAME]
    held = document_held(seen.programme, title, seen.authority, row.read_on)
    return held or add_document(
        act,
        parts,
        capacity,
        title=title,
        reference=row.name,
        owner=seen.authority,
        known_on=row.read_on,
        assumed=(
            "The file is not kept; this is the day on which it was brought back, "
            f"{in_words(row.read_on)}."
        ),
    )


def undo_return(person: Person, seen: Seen, number: int, why: str = "") -> int:
    """Take back all that bringing one paper back has done, or nothing; return how many passages.

    Raises NotThereError, RefusedError, and StaleError where words have been changed since.
    """
    with recorded() as pen:
        told = to_undo(person, seen.code, number, WAY, owner=seen.authority)
        if told is None:
            raise NotThereError
        event, _ = told
        act = begin(person, seen.code, "passages", why, seen.authority)
        capacity = permitted(act, "passages", seen.authority)
        record_undoing(act, pen, capacity, WAY, told)
        words = facts_among(event)
        for each in words:
            undo(person, seen.code, each.number, why, for_authority=seen.authority)
        take_document(act, pen, capacity, event)
    return len(words)


__all__ = [
    "BroughtBack",
    "InvalidError",
    "NotThisPaperError",
    "StaleError",
    "bring_back",
    "give",
    "throw_away",
    "undo_return",
]


def forget_old(today: date) -> int:
    """Remove the files about which nobody has decided for long; how many.

    Only those that the database shows: within a request on PostgreSQL, the reader's own.
    """
    rows = tuple(too_old(today))
    for row in rows:
        row.delete()
    return len(rows)
