"""iCalendar (RFC 5545) out: the same entries give the same bytes, whoever asks and whenever.

Times are written in UTC, which needs no time zone beside it; whole days have no zone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from moothall import __version__
from moothall.files.calendars.recurrence import ENGLAND

if TYPE_CHECKING:
    from icalendar import Event

HOURS = 6
"""How often a program that subscribes is asked to look again."""


class EntryStatus(StrEnum):
    """How sure an entry is (RFC 5545 3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When a thing was last written down, and how often it was changed since the first time."""

    at: datetime
    sequence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """An entry of a calendar: a meeting at a time, or a day or days as a whole.

    `uid` is its name for ever; `starts_at` England's clock as 18:00, None for whole days; `until`
    the day after its last, None for one day; `busy` whether it takes its reader's time.
    """

    uid: str
    title: str
    on: date
    stamp: Stamp
    starts_at: str | None = None
    until: date | None = None
    words: str = ""
    place: str = ""
    status: EntryStatus = EntryStatus.CONFIRMED
    group: str = ""
    busy: bool = False


def write_calendar(name: str, entries: Iterable[CalendarEntry], words: str = "") -> bytes:
    """The calendar as a file: UTF-8, lines of at most 75 bytes that end in CR LF."""
    from icalendar import Calendar
    from icalendar.prop import vDuration

    calendar = Calendar()
    calendar.add("prodid", f"-//Moothall//Moothall {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Europe/London")
    if words:
        calendar.add("x-wr-caldesc", words)
    refresh = vDuration(timedelta(hours=HOURS))
    refresh.params["VALUE"] = "DURATION"
    calendar.add("refresh-interval", refresh)
    calendar.add("x-published-ttl", f"PT{HOURS}H")  # the same, as Outlook knows it
    for entry in sorted(entries, key=lambda each: (each.on, each.starts_at or "", each.uid)):
        calendar.add_component(_event(entry))
    text: bytes = calendar.to_ical(sorted=False)
    return text


def _event(entry: CalendarEntry) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", _second(entry.stamp.at))
    event.add("last-modified", _second(entry.stamp.at))
    event.add("sequence", entry.stamp.sequence)
    if entry.starts_at is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.until or entry.on + timedelta(days=1))
    else:
        hour, minute = (int(part) for part in entry.starts_at.split(":"))
        here = datetime(entry.on.year, entry.on.month, entry.on.day, hour, minute, tzinfo=ENGLAND)
        event.add("dtstart", here.astimezone(UTC))
    event.add("summary", entry.title)
    if entry.words:
        event.add("description", entry.words)
    if entry.place:
        event.add("location", entry.place)
    if entry.group:
        event.add("categories", [entry.group])
    event.add("status", entry.status.value)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    return event


def _second(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
