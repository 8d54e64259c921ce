"""Days, times, states and names of meetings as calendars write them."""

import re
from datetime import date, datetime

from moothall.basics.dates import MONTHS, read_written_date
from moothall.facts.decisions import MeetingStatus

_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})")
_SHORT = re.compile(r"(\d{1,2})[-\s]([A-Za-z]{3,9})[-\s](\d{4}|\d{2})")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?:[:.]\d{2})?)?\s*(?P<half>[ap])?\.?(?:m\.?)?",
    re.IGNORECASE,
)
_TWENTIETH_CENTURY = 70  # two digits of a year from here on are 19xx, as spreadsheets take them

_STATES = {
    MeetingStatus.CONFIRMED: {
        *("confirmed", "scheduled", "agreed", "planned", "occurred", "held", "completed"),
        *("public", "published", "live", "open"),
    },
    MeetingStatus.PROVISIONAL: {
        *("provisional", "tentative", "draft", "tbc", "unconfirmed", "proposed", "reserved"),
    },
    MeetingStatus.CANCELLED: {
        *("cancelled", "canceled", "postponed", "withdrawn", "abandoned", "deleted"),
    },
}
_DAY_WORDS = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?(?:,?\s+\d{4})?|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)"
)
_TIME_WORDS = r"(?:,?\s*(?:at\s+)?\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)?"
_DAY_AFTER_NAME = re.compile(
    rf"\s*(?:[-–—,:|]|\(|\bon\b)\s*(?P<day>{_DAY_WORDS}){_TIME_WORDS}\s*\)?\s*$", re.IGNORECASE
)
_STATE_BEFORE = re.compile(
    r"^\s*[\[(*]*\s*(cancelled|canceled|postponed|provisional|tentative)\b\s*[\])*]*\s*[-–—:]?\s*",
    re.IGNORECASE,
)
_STATE_AFTER = re.compile(
    r"\s*[-–—:,]?\s*[\[(*]*\s*\b(cancelled|canceled|postponed|provisional|tentative)\b\s*[\])*]*\s*$",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"^(?:(?P<kind>extraordinary|special|ordinary)\s+)?meeting\s+of\s+(?:the\s+)?", re.IGNORECASE
)
_EXTRAORDINARY = re.compile(r"^extraordinary\s+", re.IGNORECASE)
_EXTRAORDINARY_AFTER = re.compile(
    r"\s*[-–—,]?\s*\(?\s*extraordinary(?:\s+meeting)?\s*\)?\s*$", re.IGNORECASE
)
_LONGEST_NAME = 300  # characters
EXTRAORDINARY = "extraordinary"
ORDINARY = "ordinary"


def read_meeting_day(text: str) -> date:
    """A day as a table has it: 2026-07-20, 20/07/2026, 20 July 2026, Monday 20-Jul-26.

    Day before month, as England writes it.  Raises ValueError with what would cure it.
    """
    words = _WEEKDAY.sub("", " ".join(text.replace("\u00a0", " ").split()))
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    if match := _NUMBERS.match(words):
        return _day(int(match[1]), int(match[2]), match[3], text)
    if (match := _SHORT.match(words)) and (month := _month(match[2])):
        return _day(int(match[1]), month, match[3], text)
    try:
        written = read_written_date(words)
    except ValueError:
        written = None
    if written is None or not written.is_exact:
        raise ValueError(f"{text!r} is no day; write it as 2026-07-20 or 20/07/2026")
    return written.earliest


def _month(name: str) -> int | None:
    name = name.lower()
    return next((number for full, number in MONTHS.items() if name in (full, full[:3])), None)


def _day(day: int, month: int, year: str, text: str) -> date:
    full = int(year)
    if len(year) == 2:
        full += 1900 if full >= _TWENTIETH_CENTURY else 2000
    try:
        return date(full, month, day)
    except ValueError:
        cure = "write it as 2026-07-20 or 20/07/2026, the day before the month"
        raise ValueError(f"{text!r} is no day; {cure}") from None


def read_clock(text: str) -> str | None:
    """A time of day as 18:00, from 18:00, 6.30 pm, 6pm or 18:00:00; None where none is given.

    Raises ValueError where something else stands there.
    """
    words = " ".join(text.replace("\u00a0", " ").split())
    if words.lower() in ("", "-", "tbc", "tba", "all day"):
        return None
    if words.lower() in ("noon", "12 noon", "12noon", "midday"):
        return "12:00"
    if " " in words and re.match(r"\d{4}-|\d{1,2}/", words):
        words = words.partition(" ")[2]  # a spreadsheet's day and time in one cell
    match = _CLOCK.fullmatch(words)
    if match is None or (match["minute"] is None and match["half"] is None):
        raise ValueError(f"{text!r} is no time of day; write it as 18:00")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        half = ""  # 18:30 pm
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    if hour > 23 or minute > 59:
        raise ValueError(f"{text!r} is no time of day; write it as 18:00")
    return f"{hour:02}:{minute:02}"


def read_status(text: str) -> MeetingStatus | None:
    """How sure a calendar is of a meeting, from its own word; None for a word that is not known."""
    words = re.findall(r"[a-z]+", text.lower())
    if not words:
        return MeetingStatus.CONFIRMED
    for status in (MeetingStatus.CANCELLED, MeetingStatus.PROVISIONAL, MeetingStatus.CONFIRMED):
        if _STATES[status] & set(words):
            return status
    return None


def read_title(text: str) -> tuple[str, str, MeetingStatus | None]:
    """The body's name, the kind of meeting, and the status where the title says one.

    `CANCELLED: Extraordinary Meeting of the Cabinet - 20 July` → Cabinet, extraordinary, cancelled.
    What is not understood stays part of the name: who brings the calendar in says what it means.
    """
    words = " ".join(text.replace("\u00a0", " ").split())[:_LONGEST_NAME]
    kind, status = ORDINARY, None
    if match := _STATE_BEFORE.match(words):
        words, status = words[match.end() :], read_status(match[1])
    elif match := _STATE_AFTER.search(words):
        words, status = words[: match.start()], read_status(match[1])
    if (match := _DAY_AFTER_NAME.search(words)) and match.start():
        words = words[: match.start()]
    if match := _MEETING_OF.match(words):
        if (match["kind"] or "").lower() in (EXTRAORDINARY, "special"):
            kind = EXTRAORDINARY
        words = words[match.end() :]
    elif match := _EXTRAORDINARY.match(words):
        kind, words = EXTRAORDINARY, words[match.end() :]
    elif (match := _EXTRAORDINARY_AFTER.search(words)) and match.start():
        kind, words = EXTRAORDINARY, words[: match.start()]
    return words.strip(" -–—:,") or " ".join(text.split())[:_LONGEST_NAME], kind, status
