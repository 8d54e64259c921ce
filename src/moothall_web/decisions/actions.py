"""What is written of published pages: readings that nobody else sees, and what was ticked."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from moothall.basics.dates import in_words
from moothall.files.minutes.page import read_page
from moothall.files.problems import Problem, UnreadableError
from moothall.files.shapes import plain
from moothall.governance.record.compared import Proposed
from moothall.governance.record.proposing import proposed
from moothall.governance.record.whose import why_not_theirs
from moothall_web.calendars.fetching import fetch
from moothall_web.decisions.models import PageReading
from moothall_web.decisions.queries import WAY
from moothall_web.decisions.reading import ReadingPage, document_of, origin_of
from moothall_web.decisions.readings import THE_PAGE, kept
from moothall_web.decisions.regular.actions import settle
from moothall_web.decisions.regular.queries import sites_of
from moothall_web.facts import changes
from moothall_web.facts import queries as facts
from moothall_web.facts.actions import InvalidError, NotThereError, StaleError, undo
from moothall_web.facts.acts import Act, Said, begin, find, permitted
from moothall_web.facts.bringing_in import (
    Parts,
    add_document,
    facts_among,
    record_undoing,
    take_document,
)
from moothall_web.facts.brought_in import to_undo
from moothall_web.facts.models import Programme
from moothall_web.facts.subjects import ADDED, CHANGED
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import Pen, recorded

_LONGEST_NAME = 2_000
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many facts were added, how many changed, and the event that says so (0: none)."""

    added: int
    changed: int
    event: int


def read_file(person: Person, code: str, authority: str, name: str, data: bytes) -> PageReading:
    """Read a page and keep it for its reader; no fact is changed.

    Raises UnreadableError where it cannot be read, or is another council's.
    """
    page = read_page(data, name)
    programme = facts.programme(person, code)
    if programme is not None and (
        why := why_not_theirs(programme, authority, page, sites_of(authority))
    ):
        cure = "Choose the council whose page it is, or give this council's own page."
        raise UnreadableError([Problem(name, 1, why, cure)])
    row, _ = PageReading.objects.update_or_create(
        person=person,
        programme=Programme.objects.get(code=code),
        defaults={
            "authority": authority,
            "name": name[:_LONGEST_NAME],
            "read_on": timezone.localdate(),
            "content": kept(page),
            "choices": {},
        },
    )
    return row


def fetch_page(person: Person, code: str, authority: str, address: str) -> PageReading:
    """Fetch a page and read it.  Raises FetchError and UnreadableError."""
    return read_file(person, code, authority, address, fetch(address))


def choose(reading: PageReading, choices: dict[str, str]) -> None:
    """Keep what the person has said of the page's bodies, meetings and proposals."""
    reading.choices = choices
    reading.save(update_fields=["choices"])


def bring_in(
    person: Person, page: ReadingPage, chosen: Collection[str], *, shared: bool, why: str = ""
) -> BroughtIn:
    """Save what was ticked: all of it or nothing, as one event.

    Raises what adding and changing a fact raise: RefusedError, InvalidError, and StaleError where
    somebody has changed one of the facts in the meantime.
    """
    ticks = frozenset(chosen) & page.ticks
    if not ticks:
        return BroughtIn(0, 0, 0)
    code, authority = page.code, page.reading.authority
    with recorded() as pen:
        act = begin(person, code, "decisions", why, authority)
        capacity = permitted(act, "decisions", authority)
        wanted = _wanted(page.proposed, ticks)
        whole = pen.record(_whole(act, capacity, page, wanted, shared=shared))
        parts = Parts(pen, whole)
        document = document_of(page.programme, page.reading, page.page)
        document = document or _document(act, parts, capacity, page)
        origin = origin_of(page.reading, page.page, document, shared=shared)
        found = proposed(page.programme, page.page, page.matched, origin)
        renamed: dict[str, str] = {}
        added = changed = 0
        for each in _wanted(found, ticks):
            made = each.taken(ticks | {each.key} if each.before is None else ticks)
            if made is None:
                continue
            payload = plain(made)
            if payload.get("meeting") in renamed:
                payload["meeting"] = renamed[payload["meeting"]]
            if each.before is None:
                key = _add(act, parts, each, payload)
                if each.kind == "meetings":
                    renamed[each.after.id] = key
                added += 1
            else:
                before = find(act, each.kind, each.before.id)
                version = page.versions[f"{each.kind}/{each.before.id}"]
                changes.change(act, parts, before, payload, Said(CHANGED), version=version)
                changed += 1
        settle(code, authority, page.reading.name)
        page.reading.delete()
    return BroughtIn(added, changed, whole.number)


def _wanted(found: tuple[Proposed, ...], ticks: frozenset[str]) -> list[Proposed]:
    """What was ticked, with the new meetings that it points at."""
    wanted = [each for each in found if ticks & set(each.ticks)]
    pointed = {getattr(each.after, "meeting", None) for each in wanted}
    return [
        each
        for each in found
        if each in wanted or (each.kind == "meetings" and each.after.id in pointed)
    ]


def _add(act: Act, parts: Pen, each: Proposed, payload: dict[str, object]) -> str:
    try:
        return changes.add(act, parts, each.kind, payload, Said(ADDED)).key
    except InvalidError as error:
        if {fault.path for fault in error.faults} != {("id",)}:
            raise
        # Something out of the person's sight has this id: another one will do.
        return changes.add(act, parts, each.kind, payload | {"id": ""}, Said(ADDED)).key


def _whole(
    act: Act, capacity: Capacity, page: ReadingPage, wanted: list[Proposed], *, shared: bool
) -> Entry:
    """The event of which every change is a part."""
    added = sum(each.before is None for each in wanted)
    return Entry(
        who=act.person.pk,
        role=capacity.role.value,
        for_whom=capacity.authority,
        owner=page.reading.authority,
        shared=shared,
        verb=WAY.verb,
        programme=page.code,
        summary=(
            f"Brought in the published page “{page.page.title or page.reading.name}” of "
            f"{page.whose}: {added} new, {len(wanted) - added} changed."
        )[:1000],
        why=act.why,
        after={"authority": page.reading.authority, "page": page.reading.name},
    )


def _document(act: Act, parts: Pen, capacity: Capacity, page: ReadingPage) -> str:
    """The document that stands for the page, with its address: it comes with its facts."""
    reading, published = page.reading, page.page
    origin = origin_of(reading, published, THE_PAGE, shared=True)
    title = f"{page.whose}, {published.kind.value}: {published.title or published.body_name}"
    assumed = (
        "The page prints no day of publication; this is the day on which it was read, "
        f"{in_words(reading.read_on)}."
    )
    return add_document(
        act,
        parts,
        capacity,
        title=title[:_LONGEST_TITLE],
        reference=reading.name,
        owner=reading.authority,
        known_on=origin.known_on,
        assumed=None if origin.assumed is None else assumed,
    )


def undo_import(person: Person, code: str, number: int, why: str = "") -> int:
    """Take back all that bringing one page in has done, or nothing; return how many facts.

    Raises NotThereError, RefusedError, and StaleError where a fact has been changed since.
    """
    with recorded() as pen:
        told = to_undo(person, code, number, WAY)
        if told is None:
            raise NotThereError
        event, payload = told
        if not isinstance(payload.after, dict):
            raise RefusedError(Refusal("What was brought in has been erased."))
        authority = str(payload.after["authority"])
        act = begin(person, code, "decisions", why, authority)
        capacity = permitted(act, "decisions", authority)
        record_undoing(act, pen, capacity, WAY, told)
        own = facts_among(event)
        for each in own:
            undo(person, code, each.number, why, for_authority=authority)
        take_document(act, pen, capacity, event)
    return len(own)


__all__ = [
    "BroughtIn",
    "StaleError",
    "bring_in",
    "choose",
    "fetch_page",
    "read_file",
    "undo_import",
]
