"""When a repeating event falls within some days: never a search without end.

The rule is followed on the clock of its own time zone, so that a meeting at 18:00 stays at 18:00
when the clocks change (RFC 5545 3.3.10).
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Event = Any
"""The library's types say of a property no more than that it is one of thirty."""

MOST_SERIES = 500
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_FIRST_YEAR = 1990  # a series from before it is a fault, and long to follow
_MOST_OF_ONE = 2_000
_MOST_STEPS = 50_000
_FIRST_ONLY = "Only its first day was taken."
ENGLAND = ZoneInfo("Europe/London")

Wrong = list[tuple[str, str]]
"""What is wrong with a rule, and what would cure it."""


def occurrences(event: Event, since: date, until: date) -> tuple[list[date | datetime], Wrong]:
    """The starts of an event that repeats, on days from `since` and before `until`.

    They are dates for an event of whole days, else instants in the event's own zone, or without one
    where it has none.
    """
    first = event["DTSTART"].dt
    zone = first.tzinfo if isinstance(first, datetime) else None
    clock = _naive(first, zone)
    begin, end = _midnight(since) - timedelta(days=1), _midnight(until) + timedelta(days=1)
    found: set[datetime] = set()
    wrong: Wrong = []
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        fault = _fault(rule, clock)
        if fault is not None:
            wrong.append(fault)
            continue
        try:
            for place, start in enumerate(_follow(rule, clock, end, zone)):
                if start >= begin:
                    found.add(start)
                if place > _MOST_STEPS or len(found) > _MOST_OF_ONE:
                    wrong.append(("repeats too often for a meeting", "Ask for fewer days."))
                    break
        except ValueError as error:
            wrong.append((f"repeats by a rule that is not known ({error})", _FIRST_ONLY))
    if begin <= clock < end:
        found.add(clock)
    found |= {each for each in _listed(event, "RDATE", clock, zone) if begin <= each < end}
    found -= set(_listed(event, "EXDATE", clock, zone))
    days_out = set(_days(event, "EXDATE"))
    starts = sorted(start for start in found if start.date() not in days_out)
    return [_as_written(start, first, zone) for start in starts], wrong


def _fault(rule: Any, clock: datetime) -> tuple[str, str] | None:
    frequency = str(next(iter(rule.get("FREQ", [])), "")).upper()
    if frequency not in _FREQUENCIES:
        return (
            f"repeats by {frequency or 'no rule'}, which no meeting does",
            _FIRST_ONLY,
        )
    if any(int(each) < 1 for each in rule.get("INTERVAL", [])):
        return "repeats with no interval", _FIRST_ONLY
    if any(len(rule.get(each, [])) > 1 for each in ("BYHOUR", "BYMINUTE", "BYSECOND")):
        return "repeats several times a day, which no meeting does", _FIRST_ONLY
    if clock.year < _FIRST_YEAR:
        return (
            f"repeats since {clock.year}, which cannot be meant",
            f"Give a first day from {_FIRST_YEAR} on.",
        )
    return None


def _follow(rule: Any, clock: datetime, end: datetime, zone: Any) -> Iterator[datetime]:
    """The starts by a rule up to `end`; COUNT is counted here, for dateutil would seek its last."""
    from dateutil.rrule import rrulestr

    kept = {name: value for name, value in rule.items() if name not in ("COUNT", "UNTIL")}
    last = min([end, *(_end_of(each, zone) for each in rule.get("UNTIL", []))])
    number = next((int(each) for each in rule.get("COUNT", [])), None)
    text = type(rule)(kept).to_ical().decode()
    starts = rrulestr(f"{text};UNTIL={last:%Y%m%dT%H%M%S}", dtstart=clock)
    for place, start in enumerate(starts):
        if number is not None and place >= number:
            return
        yield start


def _end_of(until: date | datetime, zone: Any) -> datetime:
    """UNTIL on the event's own clock; a day without a time is meant to its end."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    return _naive(until, zone)


def _naive(start: date | datetime, zone: Any) -> datetime:
    """The time on the clock of the event's zone, without the zone."""
    if not isinstance(start, datetime):
        return _midnight(start)
    if start.tzinfo is not None:
        start = start.astimezone(zone or ENGLAND)
    return start.replace(tzinfo=None)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _as_written(start: datetime, first: date | datetime, zone: Any) -> date | datetime:
    if not isinstance(first, datetime):
        return start.date()
    return start.replace(tzinfo=zone) if zone is not None else start


def _values(event: Event, name: str) -> Iterator[date | datetime]:
    held = event.get(name, [])
    for each in held if isinstance(held, list) else [held]:
        for value in getattr(each, "dts", ()):
            yield value.dt[0] if isinstance(value.dt, tuple) else value.dt


def _listed(event: Event, name: str, clock: datetime, zone: Any) -> Iterator[datetime]:
    """The starts that an event lists; a day without a time is meant at the event's own time."""
    for value in _values(event, name):
        if isinstance(value, datetime):
            yield _naive(value, zone)
        else:
            yield datetime.combine(value, clock.time())


def _days(event: Event, name: str) -> Iterator[date]:
    return (value for value in _values(event, name) if not isinstance(value, datetime))
