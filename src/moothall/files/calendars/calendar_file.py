"""A calendar of whichever form: told by what is in it, not by what it is called.

Reading it needs no network, and takes neither more time nor more memory than its limits allow.
"""

from collections.abc import Callable
from datetime import date

from moothall.basics.dates import in_words
from moothall.files.calendars import csv_table, modern_gov, rfc5545
from moothall.files.calendars.calendar_read import (
    LARGEST,
    MOST_MEETINGS,
    CalendarMeeting,
    CalendarRead,
)
from moothall.files.problems import Problem, UnreadableError
from moothall.files.reports.decoded_text import decoded

Found = tuple[list[CalendarMeeting], list[Problem]]
_FORMS = "an iCalendar file (.ics), a CSV table or Modern.gov's XML"


def read_calendar(data: bytes, name: str, *, since: date, until: date) -> CalendarRead:
    """The meetings on days from `since` and before `until`.

    `name` is what problems call the file.  Raises UnreadableError where it is too large or holds no
    calendar; what is wrong with single meetings is among the problems instead.
    """
    if until <= since:
        raise ValueError(f"there is no day from {since} on and before {until}")
    text = _text(data, name)
    form, reader = _form(text, name)
    every, problems = reader(text, name, since, until)
    if len(every) > MOST_MEETINGS:
        raise UnreadableError([too_many(name)])
    inside = [each for each in every if since <= each.held_on < until]
    if not inside:
        problems += _nothing_there(every, name, since, until)
    return CalendarRead(
        name=name,
        form=form,
        since=since,
        until=until,
        meetings=tuple(sorted(inside, key=_in_time)),
        problems=tuple(sorted(set(problems))),
        left_out=len(every) - len(inside),
    )


def too_many(name: str) -> Problem:
    """Said of a calendar with more entries than any council has."""
    return Problem(
        name,
        1,
        f"holds more than {MOST_MEETINGS:,} meetings",
        "Export fewer years, or one committee at a time.",
    )


def too_large(name: str) -> Problem:
    """Said of a calendar that is refused before it is read."""
    return Problem(
        name,
        1,
        f"is larger than {LARGEST // 1_000_000} MB, which is more than ten years of a council's "
        "meetings take",
        "Export fewer years, or one committee at a time, without attachments.",
    )


def _text(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        raise UnreadableError([too_large(name)])
    if not data.strip():
        raise UnreadableError([Problem(name, 1, "is empty", f"Give {_FORMS}.")])
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise UnreadableError(
            [
                Problem(
                    name, 1, "is an office document", "Save the table in it as CSV and give that."
                )
            ]
        )
    return decoded(data, name)[0].removeprefix("\ufeff")


def _form(text: str, name: str) -> tuple[str, Callable[[str, str, date, date], Found]]:
    start = text[:4_000].lstrip().lower()
    if start.startswith("begin:vcalendar"):
        return "iCalendar", rfc5545.read
    if start.startswith(("<!doctype html", "<html")):
        problem = Problem(
            name,
            1,
            "is a web page and no calendar",
            "It may be the page that leads to the calendar, or one that asks for a sign-in: save "
            "the calendar itself as a file.",
        )
        raise UnreadableError([problem])
    if start.startswith("<"):
        return "Modern.gov", modern_gov.read
    if csv_table.looks_like_a_table(text):
        return "CSV", csv_table.read
    raise UnreadableError([Problem(name, 1, "holds no calendar that is known", f"Give {_FORMS}.")])


def _nothing_there(
    every: list[CalendarMeeting], name: str, since: date, until: date
) -> list[Problem]:
    asked = f"from {in_words(since)} and before {in_words(until)}"
    if not every:
        return [
            Problem(name, 1, f"holds no meeting {asked}", "Check that the right one was exported.")
        ]
    first, last = min(each.held_on for each in every), max(each.held_on for each in every)
    where = "in the past" if last < since else "later" if first >= until else "on other days"
    return [
        Problem(
            name,
            1,
            f"holds no meeting {asked}: its {len(every):,} lie {where}, from {in_words(first)} to "
            f"{in_words(last)}",
            "Export the coming year's calendar, or ask for other days.",
        )
    ]


def _in_time(meeting: CalendarMeeting) -> tuple[date, str, str, int]:
    return meeting.held_on, meeting.starts_at or "", meeting.body_name, meeting.line
