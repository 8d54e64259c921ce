"""What is written of calendars: readings that nobody else sees, meetings, addresses of feeds."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import SourceDocument
from moothall.files.calendars import modern_gov
from moothall.files.calendars.calendar_file import read_calendar
from moothall.files.shapes import plain
from moothall_web.calendars.fetching import fetch
from moothall_web.calendars.models import CalendarReading, Feed
from moothall_web.calendars.queries import ReadingPage, meetings_of
from moothall_web.calendars.readings import kept
from moothall_web.facts.actions import InvalidError, add_fact, change_fact
from moothall_web.facts.models import Programme
from moothall_web.people.models import Person
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded

_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many meetings were added, and how many of those held were changed."""

    added: int
    changed: int


def read_file(
    person: Person, code: str, authority: str, name: str, data: bytes, since: date, until: date
) -> CalendarReading:
    """Read a calendar and keep it for its reader.  Raises UnreadableError; no fact is changed."""
    read = read_calendar(data, name, since=since, until=until)
    row, _ = CalendarReading.objects.update_or_create(
        person=person,
        programme=Programme.objects.get(code=code),
        defaults={
            "authority": authority,
            "name": name[:_LONGEST_TITLE],
            "read_on": timezone.localdate(),
            "content": kept(read),
        },
    )
    return row


def fetch_file(
    person: Person, code: str, authority: str, address: str, since: date, until: date
) -> CalendarReading:
    """Fetch a calendar and read it.  Raises FetchError and UnreadableError."""
    return read_file(person, code, authority, address, fetch(address), since, until)


def fetch_from_modern_gov(
    person: Person,
    code: str,
    authority: str,
    site: str,
    since: date,
    until: date,
    committee: int | None = None,
) -> CalendarReading:
    """Ask a council's Modern.gov site and read its answer.  Raises FetchError, UnreadableError."""
    which = modern_gov.ALL_COMMITTEES if committee is None else committee
    data = fetch(modern_gov.question(site.strip(), since, until, which))
    name = f"Modern.gov of {urlsplit(site.strip()).hostname or site}"
    return read_file(person, code, authority, name, data, since, until)


def bring_in(person: Person, page: ReadingPage, *, shared: bool) -> BroughtIn:
    """Make of the meetings what the page has shown: all of it or nothing.

    Raises what adding and changing a fact raise: RefusedError, InvalidError, and StaleError where
    somebody has changed a meeting in the meantime.
    """
    code, authority = page.programme.about.id, page.reading.authority
    for_whom = "" if authority == PROGRAMME else authority
    why = f"From the calendar {page.reading.name}"[:_LONGEST_TITLE]
    if page.changes.nothing:
        return BroughtIn(added=0, changed=0)
    with recorded():
        document = _document(person, page, why, for_whom)
        found = meetings_of(page, document, shared=shared)
        for meeting in found.new:
            payload = plain(meeting)
            try:
                add_fact(person, code, "meetings", payload, why, for_authority=for_whom)
            except InvalidError as error:
                if {fault.path for fault in error.faults} != {("id",)}:
                    raise
                # Something out of the person's sight has this id: another one will do.
                add_fact(
                    person, code, "meetings", payload | {"id": ""}, why, for_authority=for_whom
                )
        for change in found.all_changes:
            change_fact(
                person,
                code,
                "meetings",
                change.before.id,
                plain(change.after),
                page.versions[change.before.id],
                why,
                for_authority=for_whom,
            )
    return BroughtIn(added=len(found.new), changed=len(found.all_changes))


def _document(person: Person, page: ReadingPage, why: str, for_whom: str) -> str:
    """The document that stands for the calendar: the one of that day, or a new one."""
    reading = page.reading
    title = f"Calendar of meetings of {page.whose}: {reading.name}"[:_LONGEST_TITLE]
    for held in page.programme.documents:
        if (held.title, held.owner, held.known_on) == (title, reading.authority, reading.read_on):
            return held.id
    made = SourceDocument(
        id="",
        title=title,
        owner=reading.authority,
        known_on=reading.read_on,
        reference=reading.name,
        assumed="A calendar prints no date of its own; this is the day on which it was read.",
    )
    code = page.programme.about.id
    return add_fact(person, code, "documents", plain(made), why, for_authority=for_whom)


# --- Feeds ----------------------------------------------------------------------------------------


def digest_of(token: str) -> str:
    """What is kept of a feed's token; it is long and random, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_feed(person: Person, programme: Programme | None) -> str:
    """Make the address of a feed, and give its token: it is told once and not kept."""
    token = secrets.token_urlsafe(32)
    with recorded() as pen:
        feed = Feed.objects.create(
            person=person, programme=programme, digest=digest_of(token), made_at=timezone.now()
        )
        pen.record(_entry(feed, "made a calendar address", "Made a calendar address"))
    return token


def close_feed(feed: Feed) -> None:
    """Let an address show nothing any more.  Doing so twice says nothing more."""
    with recorded() as pen:
        held = Feed.objects.select_for_update().get(pk=feed.pk)
        if held.closed_at is not None:
            return
        held.closed_at = timezone.now()
        held.save(update_fields=["closed_at"])
        pen.record(_entry(held, "closed a calendar address", "Closed a calendar address"))


def _entry(feed: Feed, verb: str, words: str) -> Entry:
    person, what = feed.person, feed.programme
    held: tuple[Capacity, ...] = capacities(person)
    own = sorted({each.authority for each in held if each.authority != PROGRAMME})
    whom = own[0] if len(own) == 1 else PROGRAMME if not own and held else ""
    of = f"of {what.name}" if what else "of all that touches them"
    return Entry(
        who=person.pk,
        role=held[0].role if len(held) == 1 else "",
        for_whom=whom,
        owner=whom,
        shared=False,
        verb=verb,
        programme=what.code if what else "",
        subject=f"calendar/{feed.pk}",
        summary=f"{words} {of}, for {person.name}.",
        after={"closed": feed.closed_at.isoformat() if feed.closed_at else None},
    )
