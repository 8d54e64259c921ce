"""A table of meetings: columns by name, with the ways of spreadsheets."""

import csv
import io
import re
from datetime import date

from moothall.facts.decisions import MeetingStatus
from moothall.files.calendars.calendar_read import CalendarMeeting
from moothall.files.calendars.written_words import (
    ORDINARY,
    read_clock,
    read_meeting_day,
    read_status,
    read_title,
)
from moothall.files.problems import Problem, UnreadableError

COLUMNS: dict[str, tuple[str, ...]] = {
    "body": (
        *("body", "committee", "committee name", "body name", "meeting", "meeting title"),
        *("title", "name", "subject"),
    ),
    "date": ("date", "meeting date", "held on", "day", "start date", "date of meeting"),
    "time": ("time", "start", "start time", "starts at", "meeting time"),
    "kind": ("kind", "type", "meeting type"),
    "place": ("place", "venue", "location", "room", "meeting location"),
    "status": ("status", "state", "meeting status"),
    "reference": ("reference", "ref", "id", "meeting id", "meetingid", "uid"),
}
"""What each column may be called; capitals, blanks and underlines make no difference."""

Found = tuple[list[CalendarMeeting], list[Problem]]
_NEEDED = ("body", "date")
_DELIMITERS = ",;\t|"
_MOST_PROBLEMS = 200  # a table with more is the wrong table, and nobody reads so many


def looks_like_a_table(text: str) -> bool:
    """Whether the first line that says anything names a column of bodies or of days."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return head.lower().startswith("sep=") or bool(_columns(_cells(head)[0]).keys() & set(_NEEDED))


def read(text: str, name: str, since: date, until: date) -> Found:  # noqa: ARG001 - asked like every reader
    """Every meeting of the table, and a problem for each cell that cannot be read."""
    lines = text.splitlines(keepends=True)
    skipped = next(place for place, line in enumerate(lines) if line.strip())
    if lines[skipped].lower().startswith("sep="):  # how Excel marks its delimiter
        skipped += 1
    cells, delimiter = _cells(lines[skipped] if skipped < len(lines) else "")
    columns = _columns(cells)
    missing = [needed for needed in _NEEDED if needed not in columns]
    if missing:
        raise UnreadableError(
            [
                Problem(
                    name,
                    skipped + 1,
                    f"has no column {needed!r}",
                    f"Name one of the columns {', '.join(COLUMNS[needed][:4])}.",
                )
                for needed in missing
            ]
        )
    reader = csv.reader(io.StringIO("".join(lines[skipped + 1 :])), delimiter=delimiter)
    meetings: list[CalendarMeeting] = []
    problems: list[Problem] = []
    start = skipped + 2
    try:
        for row in reader:
            if any(cell.strip() for cell in row) and len(problems) < _MOST_PROBLEMS:
                made, found = _meeting(row, columns, name, start)
                problems += found
                if made is not None:
                    meetings.append(made)
            start = skipped + 2 + reader.line_num
    except csv.Error as error:
        problem = Problem(
            name, start, f"is no table from here on ({error})", "Save it as CSV anew."
        )
        raise UnreadableError([problem]) from None
    return meetings, problems


def _cells(line: str) -> tuple[list[str], str]:
    """The cells of the head, and what keeps them apart: whichever finds the most known columns."""
    tries = [(next(csv.reader([line], delimiter=mark), []), mark) for mark in _DELIMITERS]
    return max(tries, key=lambda found: (len(_columns(found[0])), len(found[0])))


def _columns(cells: list[str]) -> dict[str, int]:
    words = [re.sub(r"[\s_]+", " ", cell.strip().lower()) for cell in cells]
    return {
        column: words.index(known)
        for column, names in COLUMNS.items()
        if (known := next((each for each in names if each in words), None)) is not None
    }


def _meeting(
    row: list[str], columns: dict[str, int], name: str, line: int
) -> tuple[CalendarMeeting | None, list[Problem]]:
    problems: list[Problem] = []

    def cell(column: str) -> str:
        place = columns.get(column, len(row))
        return row[place].strip() if place < len(row) else ""

    def wrong(error: ValueError | str) -> None:
        what, _, cure = str(error).partition("; ")
        problems.append(Problem(name, line, what, f"{cure[:1].upper()}{cure[1:]}." if cure else ""))

    held_on, starts_at = None, None
    try:
        held_on = read_meeting_day(cell("date"))
    except ValueError as error:
        wrong(error if cell("date") else "gives no date; write it as 2026-07-20")
    try:
        starts_at = read_clock(cell("time") or _time_beside(cell("date")))
    except ValueError as error:
        wrong(error)
    body, kind, said = read_title(cell("body")) if cell("body") else ("", ORDINARY, None)
    if not body:
        wrong("names no body; write whose meeting it is")
    status = read_status(cell("status"))
    if status is None:
        wrong(
            f"{cell('status')!r} is no status that is known, so the meeting is taken for "
            "provisional; write confirmed, provisional or cancelled"
        )
    if held_on is None or not body:
        return None, problems
    if said is not None and status is MeetingStatus.CONFIRMED:
        status = said
    made = CalendarMeeting(
        body_name=body,
        held_on=held_on,
        starts_at=starts_at,
        kind=cell("kind").lower() or kind,
        place=cell("place"),
        status=status or MeetingStatus.PROVISIONAL,
        reference=cell("reference") or None,
        line=line,
    )
    return made, problems


def _time_beside(day: str) -> str:
    """The time in a cell that holds day and time: `20/07/2026 18:00`, `2026-07-20T18:00`."""
    match = re.search(r"[T\s](\d{1,2}:\d{2})(?::\d{2})?$", day)
    return match[1] if match and match[1] not in ("00:00", "0:00") else ""
