"""Meetings of an iCalendar file (RFC 5545), in England's own time."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from moothall.facts.decisions import MeetingStatus
from moothall.files.calendars.calendar_read import MOST_MEETINGS, CalendarMeeting
from moothall.files.calendars.content_lines import look_along
from moothall.files.calendars.recurrence import ENGLAND, MOST_SERIES, Event, occurrences
from moothall.files.calendars.written_words import read_title
from moothall.files.problems import Problem, UnreadableError

_STATES = {
    "CONFIRMED": MeetingStatus.CONFIRMED,
    "TENTATIVE": MeetingStatus.PROVISIONAL,
    "CANCELLED": MeetingStatus.CANCELLED,
}
Found = tuple[list[CalendarMeeting], list[Problem]]


def read(text: str, name: str, since: date, until: date) -> Found:
    """Every meeting, repeated ones as often as they fall on days from `since` and before `until`.

    A meeting that does not repeat is given whatever its day.  Raises UnreadableError with the line
    where the file is no iCalendar.
    """
    lines = look_along(text, name).begin
    if len(lines) > MOST_MEETINGS:
        what = f"holds more than {MOST_MEETINGS:,} events"
        raise UnreadableError([Problem(name, 1, what, "Export fewer years.")])
    found = _Events(name=name, since=since, until=until)
    events = list(_events(text, name))
    for (event, called_off), line in zip(events, lines, strict=False):
        found.take(event, line, called_off=called_off)
    return found.meetings(), found.problems


def _events(text: str, name: str) -> list[tuple[Event, bool]]:
    """The events in their order, and whether their calendar calls them all off."""
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except ValueError as error:
        cure = "Export the calendar again."
        raise UnreadableError([Problem(name, 1, f"is no iCalendar file ({error})", cure)]) from None
    return [
        (event, str(calendar.get("METHOD", "")).upper() == "CANCEL")
        for calendar in calendars
        for event in calendar.walk("VEVENT")
    ]


class _Events:
    """Gathers the events of a file: an occurrence that was changed stands for the one before."""

    def __init__(self, *, name: str, since: date, until: date) -> None:
        self.name, self.since, self.until = name, since, until
        self.problems: list[Problem] = []
        self._series = 0
        self._single: dict[object, tuple[int, CalendarMeeting]] = {}
        self._repeated: list[tuple[str, Any, CalendarMeeting]] = []
        self._changed: dict[tuple[str, Any], tuple[int, CalendarMeeting]] = {}

    def take(self, event: Event, line: int, *, called_off: bool) -> None:
        """Add one event, or say what is wrong with it."""
        wrong = dict(event.errors)
        title = _text(event, "SUMMARY")
        if "DTSTART" in wrong or "DTSTART" not in event or isinstance(event["DTSTART"], list):
            what = f"{title!r} has no first day that can be read"
            self._complain(line, what, "Give the event one DTSTART.")
            return
        if not title:
            self._complain(line, "has no title", "Name the body in the event's title (SUMMARY).")
            return
        for each in wrong:
            self._complain(line, f"{each} of {title!r} cannot be read", "It was passed over.")
        start = event["DTSTART"].dt
        uid = _text(event, "UID")
        made = self._made(event, title, start, line, called_off=called_off)
        order = int(event["SEQUENCE"]) if "SEQUENCE" in event and "SEQUENCE" not in wrong else 0
        if "RECURRENCE-ID" in event and "RECURRENCE-ID" not in wrong:
            if event["RECURRENCE-ID"].params.get("RANGE"):
                what = f"{title!r} is changed for all later times at once"
                self._complain(line, what, "Only this one was changed; check the later ones.")
            self._change(uid, event["RECURRENCE-ID"].dt, order, made)
        elif ("RRULE" in event and "RRULE" not in wrong) or "RDATE" in event:
            self._repeat(event, uid, made)
        else:
            key: object = uid or (made.body_name, made.held_on, made.starts_at, line)
            if key not in self._single or self._single[key][0] <= order:
                self._single[key] = (order, made)

    def meetings(self) -> list[CalendarMeeting]:
        """All of them; an occurrence that was changed is given as changed."""
        found = [meeting for _, meeting in self._single.values()]
        replaced = set(self._changed)
        found += [
            meeting for uid, moment, meeting in self._repeated if (uid, moment) not in replaced
        ]
        return found + [meeting for _, meeting in self._changed.values()]

    def _change(
        self, uid: str, instead: date | datetime, order: int, made: CalendarMeeting
    ) -> None:
        key = (uid, _moment(instead))
        if key not in self._changed or self._changed[key][0] <= order:
            self._changed[key] = (order, _called(made, uid, instead))

    def _repeat(self, event: Event, uid: str, made: CalendarMeeting) -> None:
        self._series += 1
        if self._series > MOST_SERIES:
            what = f"holds more than {MOST_SERIES} repeating events"
            raise UnreadableError([Problem(self.name, made.line, what, "Export fewer years.")])
        starts, wrong = occurrences(event, self.since, self.until)
        for what, cure in wrong:
            self._complain(made.line, f"{made.body_name!r} {what}", cure)
        for start in starts:
            if len(self._repeated) > MOST_MEETINGS:
                what = f"repeats to more than {MOST_MEETINGS:,} meetings"
                raise UnreadableError([Problem(self.name, made.line, what, "Ask for fewer days.")])
            held_on, starts_at = _england(start)
            one = replace(made, held_on=held_on, starts_at=starts_at)
            self._repeated.append((uid, _moment(start), _called(one, uid, start)))

    def _made(
        self, event: Event, title: str, start: date | datetime, line: int, *, called_off: bool
    ) -> CalendarMeeting:
        body, kind, said = read_title(title)
        word = _text(event, "STATUS").upper()
        status = _STATES.get(word)
        if word and status is None:
            what = f"{word!r} of {title!r} is no status that is known"
            self._complain(line, what, "It was taken for provisional.")
            status = MeetingStatus.PROVISIONAL
        if status in (None, MeetingStatus.CONFIRMED) and said is not None:
            status = said
        zone = event["DTSTART"].params.get("TZID")
        if zone and isinstance(start, datetime) and start.tzinfo is None:
            what = f"{title!r} is in the time zone {zone!r}, which is not known"
            self._complain(line, what, "Its time was taken for England's.")
        held_on, starts_at = _england(start)
        return CalendarMeeting(
            body_name=body,
            held_on=held_on,
            starts_at=starts_at,
            kind=kind,
            place=_text(event, "LOCATION"),
            status=MeetingStatus.CANCELLED if called_off else status or MeetingStatus.CONFIRMED,
            reference=_text(event, "UID") or None,
            line=line,
        )

    def _complain(self, line: int, what: str, cure: str) -> None:
        self.problems.append(Problem(self.name, line, what, cure))


def _text(event: Event, name: str) -> str:
    value = event.get(name, "")
    if isinstance(value, list):  # some exporters write a property twice
        value = value[0]
    return " ".join(str(value).split())


def _england(start: date | datetime) -> tuple[date, str | None]:
    """The day and the clock time in England; a time without a zone is England's."""
    if not isinstance(start, datetime):
        return start, None
    here = start if start.tzinfo is None else start.astimezone(ENGLAND)
    return here.date(), f"{here:%H:%M}"


def _moment(start: date | datetime) -> object:
    """What makes two starts the same, in whichever zone each is written."""
    if not isinstance(start, datetime):
        return start
    return (start if start.tzinfo else start.replace(tzinfo=ENGLAND)).astimezone(ENGLAND)


def _called(meeting: CalendarMeeting, uid: str, start: date | datetime) -> CalendarMeeting:
    """One of a series is called by its series and the day that it was first meant for."""
    day = _england(start)[0]
    return replace(meeting, reference=f"{uid} {day.isoformat()}" if uid else None)
