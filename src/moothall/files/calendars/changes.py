"""What a calendar changes in a programme: new meetings, moved ones, cancelled ones.

A meeting is the same where the calendar calls it the same, else where its body meets on that day.
What the calendar does not say (a time, a place, whether it is private) stays as it was held, and
the same calendar brought in again changes nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from moothall.basics.citations import Citation
from moothall.facts.decisions import Meeting, MeetingStatus, Step
from moothall.facts.programme import Programme
from moothall.files.calendars.calendar_read import CalendarMeeting
from moothall.files.calendars.written_words import ORDINARY


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChange:
    """A meeting that is held as `before` and would be `after`."""

    before: Meeting
    after: Meeting

    @property
    def moves(self) -> bool:
        return self.before.held_on != self.after.held_on

    @property
    def cancels(self) -> bool:
        cancelled = MeetingStatus.CANCELLED
        return self.after.status is cancelled and self.before.status is not cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChanges:
    """What bringing a calendar in would do.

    `moved` are on another day, `cancelled` no longer held, `changed` other in something else;
    `missing` are held as from a calendar, on days that this one covers, and stand in it no longer:
    they are left as they are, and somebody has to ask.
    """

    new: tuple[Meeting, ...]
    moved: tuple[MeetingChange, ...]
    cancelled: tuple[MeetingChange, ...]
    changed: tuple[MeetingChange, ...]
    unchanged: tuple[Meeting, ...]
    missing: tuple[Meeting, ...] = ()

    @property
    def all_changes(self) -> tuple[MeetingChange, ...]:
        """Every meeting that is held and would be another."""
        return self.moved + self.cancelled + self.changed

    @property
    def nothing(self) -> bool:
        """Whether it would do nothing."""
        return not (self.new or self.all_changes)


def changes(
    programme: Programme,
    meetings: Iterable[CalendarMeeting],
    bodies: Mapping[str, str],
    owner: str,
    document: str,
    known_on: date,
    *,
    shared: bool = True,
    covers: tuple[date, date] | None = None,
) -> CalendarChanges:
    """What a calendar changes.

    `bodies` gives the id of the body that each name means; meetings of other names are passed
    over.  What is new belongs to `owner`, and is taken from `document`, known from `known_on` on.
    `covers` are the first day that the calendar speaks of and the day after its last.
    """
    held = _Held(programme, set(bodies.values()))
    new: dict[tuple[str, str], Meeting] = {}
    moved: list[MeetingChange] = []
    cancelled: list[MeetingChange] = []
    changed: list[MeetingChange] = []
    unchanged: list[Meeting] = []
    for each in meetings:
        if each.body_name not in bodies:
            continue
        body = bodies[each.body_name]
        source = Citation(document=document, paragraph=each.place_in_file)
        before = held.take(body, each)
        if before is None:
            made = _new(held, body, each, owner, source, known_on, shared=shared)
            # An entry that a calendar holds twice is one meeting.
            twice = (body, each.reference or f"{each.held_on} {each.starts_at}")
            if new.setdefault(twice, made) is made:
                held.ids.add(made.id)
            continue
        after = _updated(before, each)
        if after == before:
            unchanged.append(before)
            continue
        change = MeetingChange(
            before=before, after=replace(after, source=source, known_on=known_on, assumed=None)
        )
        (moved if change.moves else cancelled if change.cancels else changed).append(change)
    return CalendarChanges(
        new=tuple(new.values()),
        moved=tuple(moved),
        cancelled=tuple(cancelled),
        changed=tuple(changed),
        unchanged=tuple(unchanged),
        missing=held.left(covers) if covers else (),
    )


def steps_touched(programme: Programme, change: MeetingChange) -> tuple[Step, ...]:
    """The planned steps that are taken at a meeting which moves or is cancelled."""
    if not (change.moves or change.cancels):
        return ()
    return tuple(step for step in programme.steps if step.meeting == change.before.id)


class _Held:
    """The meetings of some bodies that are held already, each to be found once."""

    def __init__(self, programme: Programme, bodies: set[str]) -> None:
        self.ids = {fact.id for _, fact in programme.facts()}
        self._meetings = {each.id: each for each in programme.meetings if each.body in bodies}
        self._by_reference = {
            (each.body, each.reference): each.id
            for each in self._meetings.values()
            if each.reference
        }
        self._by_day: dict[tuple[str, date], list[str]] = {}
        for each in self._meetings.values():
            self._by_day.setdefault((each.body, each.held_on), []).append(each.id)

    def take(self, body: str, meeting: CalendarMeeting) -> Meeting | None:
        """The meeting that is held for an entry of the calendar; it is given once."""
        found = self._by_reference.get((body, meeting.reference)) if meeting.reference else None
        if found not in self._meetings:
            found = self._on_that_day(body, meeting)
        return self._meetings.pop(found) if found is not None else None

    def left(self, covers: tuple[date, date]) -> tuple[Meeting, ...]:
        """Those from a calendar that no entry was found for."""
        since, until = covers
        return tuple(
            each
            for each in self._meetings.values()
            if each.reference
            and since <= each.held_on < until
            and each.status is not MeetingStatus.CANCELLED
        )

    def _on_that_day(self, body: str, meeting: CalendarMeeting) -> str | None:
        times = {
            each: held.starts_at
            for each in self._by_day.get((body, meeting.held_on), ())
            if (held := self._meetings.get(each)) is not None
            and None in (meeting.reference, held.reference)
        }
        same = [each for each, at in times.items() if at == meeting.starts_at]
        # Where either gives no time, the day's meeting is meant; a lone one has got another time.
        close = same or [each for each, at in times.items() if None in (at, meeting.starts_at)]
        return next(iter(close or (list(times) if len(times) == 1 else [])), None)


def _new(
    held: _Held,
    body: str,
    meeting: CalendarMeeting,
    owner: str,
    source: Citation,
    known_on: date,
    *,
    shared: bool,
) -> Meeting:
    stem = f"{body[:80]}-{meeting.held_on.isoformat()}"
    key, number = stem, 1
    while key in held.ids:
        number += 1
        key = f"{stem}-{number}"
    return Meeting(
        id=key,
        source=source,
        known_on=known_on,
        owner=owner,
        shared=shared,
        body=body,
        held_on=meeting.held_on,
        kind=meeting.kind,
        starts_at=meeting.starts_at,
        place=meeting.place,
        status=meeting.status,
        reference=meeting.reference,
    )


def _updated(before: Meeting, meeting: CalendarMeeting) -> Meeting:
    """The meeting as the calendar has it; what it does not say stays."""
    return replace(
        before,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at or before.starts_at,
        kind=meeting.kind if meeting.kind != ORDINARY else before.kind,
        place=meeting.place or before.place,
        status=meeting.status,
        reference=meeting.reference or before.reference,
        assumed=None,
    )
