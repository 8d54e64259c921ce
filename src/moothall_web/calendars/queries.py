"""What is read before a calendar is brought in: what it would change, and what that touches."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils import timezone

from moothall.facts.decisions import Meeting, MeetingStatus, Step
from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall.files.calendars.bodies import MatchedBodies, match_bodies
from moothall.files.calendars.calendar_read import CalendarRead
from moothall.files.calendars.changes import (
    CalendarChanges,
    MeetingChange,
    changes,
    steps_touched,
)
from moothall.files.shapes import plain
from moothall_web.calendars.models import CalendarReading
from moothall_web.calendars.permissions import may_bring_in
from moothall_web.calendars.readings import read_again
from moothall_web.facts import models
from moothall_web.facts import queries as facts
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal

MOST_NAMES = 400
"""Names of bodies that one page asks about; a form has room for no more."""


@dataclass(frozen=True, slots=True)
class CouncilAhead:
    """How many meetings of a council's bodies are known from today on."""

    name: str
    ahead: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BringInPage:
    """For whom somebody may bring a calendar in, or why for nobody; what is held of each."""

    programme: Programme
    owners: Refusal | tuple[tuple[str, str], ...]
    councils: tuple[CouncilAhead, ...]


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A name in the calendar, how often it meets, and which body it is taken for (empty: none).

    `field` is the name of its field; `several` says that more than one body fits.
    """

    field: str
    name: str
    meetings: int
    body: str
    several: bool


@dataclass(frozen=True, slots=True)
class TouchedStep:
    """A planned step that a change touches, in words."""

    step: Step
    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """A calendar that was read, and what bringing it in would do.

    `seen` is a digest of that: what somebody brings in is what they have seen.
    """

    programme: Programme
    reading: CalendarReading
    read: CalendarRead
    names: tuple[NamedBody, ...]
    more_names: int
    bodies: tuple[tuple[str, str], ...]
    changes: CalendarChanges
    versions: Mapping[str, int]
    seen: str

    @property
    def chosen(self) -> dict[str, str]:
        """The body that each name is taken for."""
        return {each.name: each.body for each in self.names if each.body}

    @property
    def left_out(self) -> int:
        """How many meetings are of bodies that nobody has named."""
        return sum(1 for each in self.read.meetings if each.body_name not in self.chosen)

    @property
    def whose(self) -> str:
        """The council whose calendar it is, as it is called."""
        return _name(self.programme, self.reading.authority)

    def body_name(self, body: str) -> str:
        """A body as the page calls it."""
        return dict(self.bodies).get(body, body)

    def touched(self, change: MeetingChange) -> tuple[TouchedStep, ...]:
        """The planned steps that a change touches."""
        names = {proposal.id: proposal.name for proposal in self.programme.proposals}
        return tuple(
            TouchedStep(step, names[step.proposal])
            for step in steps_touched(self.programme, change)
        )


def bring_in_page(person: Person, code: str) -> BringInPage | None:
    """What the page shows on which a calendar is given; None where there is no such programme."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    today = timezone.localdate()
    of_body = {body.id: body.authority for body in programme.bodies}
    ahead = [
        of_body.get(meeting.body)
        for meeting in programme.meetings
        if meeting.held_on >= today and meeting.status is not MeetingStatus.CANCELLED
    ]
    return BringInPage(
        programme=programme,
        owners=may_bring_in(person, programme),
        councils=tuple(
            CouncilAhead(each.short_name, ahead.count(each.code)) for each in programme.authorities
        ),
    )


def reading_page(
    person: Person, code: str, chosen: Mapping[str, str], *, shared: bool = True
) -> ReadingPage | None:
    """The calendar that the person has read for a programme; None where there is none.

    `chosen` gives, for the fields of names, the body that each is taken for; a name without an
    entry is taken for the body that fits it.
    """
    programme = facts.programme(person, code)
    reading = CalendarReading.objects.filter(person=person, programme__code=code).first()
    if programme is None or reading is None:
        return None
    read = read_again(reading.content)
    matched = match_bodies(read.meetings, programme, reading.authority)
    bodies = _bodies(programme, reading.authority)
    names = _names(read, matched, chosen, {body for body, _ in bodies})
    found = changes(
        programme,
        read.meetings,
        {each.name: each.body for each in names if each.body},
        reading.authority,
        "calendar",
        reading.read_on,
        shared=shared,
        covers=(read.since, read.until),
    )
    versions = _versions(code, found)
    return ReadingPage(
        programme=programme,
        reading=reading,
        read=read,
        names=names,
        more_names=len({each.body_name for each in read.meetings}) - len(names),
        bodies=bodies,
        changes=found,
        versions=versions,
        seen=_digest(found, versions),
    )


def meetings_of(page: ReadingPage, document: str, *, shared: bool) -> CalendarChanges:
    """The same changes, taken from the document that stands for the calendar."""
    return changes(
        page.programme,
        page.read.meetings,
        page.chosen,
        page.reading.authority,
        document,
        page.reading.read_on,
        shared=shared,
    )


def _names(
    read: CalendarRead, matched: MatchedBodies, chosen: Mapping[str, str], known: set[str]
) -> tuple[NamedBody, ...]:
    """Every name with its field: those that fit no body last, for most of them are left out."""
    often: dict[str, int] = {}
    for each in read.meetings:
        often[each.body_name] = often.get(each.body_name, 0) + 1
    found = []
    for place, name in enumerate(sorted(often)[:MOST_NAMES]):
        field = f"body-{place}"
        body = chosen.get(field, matched.known.get(name, ""))
        found.append(
            NamedBody(
                field=field,
                name=name,
                meetings=often[name],
                body=body if body in known else "",
                several=name in matched.several,
            )
        )
    return tuple(sorted(found, key=lambda each: (each.name not in matched.known, each.name)))


def _bodies(programme: Programme, authority: str) -> tuple[tuple[str, str], ...]:
    """The bodies that may be meant, with their names; a council's own first."""
    mine = [body for body in programme.bodies if body.authority in (authority, None)]
    mine.sort(key=lambda body: (body.authority is None, body.name))
    return tuple(
        (body.id, body.name if body.authority else f"{body.name} (of the programme)")
        for body in mine
    )


def _versions(code: str, found: CalendarChanges) -> dict[str, int]:
    keys = [change.before.id for change in found.all_changes]
    rows = models.Fact.objects.filter(programme__code=code, kind="meetings", key__in=keys)
    return dict(rows.values_list("key", "version"))


def _digest(found: CalendarChanges, versions: Mapping[str, int]) -> str:
    meetings: list[Meeting] = [*found.new, *(change.after for change in found.all_changes)]
    content = [
        [plain(replace(meeting, shared=True)), versions.get(meeting.id, 0)] for meeting in meetings
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def _name(programme: Programme, authority: str) -> str:
    if authority == PROGRAMME:
        return "the programme"
    return programme.authority(authority).short_name
