"""What a calendar says, before anybody has said which body each name means."""

from dataclasses import dataclass
from datetime import date

from moothall.facts.decisions import MeetingStatus
from moothall.files.problems import Problem

LARGEST = 10_000_000
"""Bytes of a calendar; ten years of a council's meetings are less than two million."""

MOST_MEETINGS = 20_000
"""Entries of one calendar, repeated ones counted each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMeeting:
    """One meeting as a calendar has it.

    `starts_at` is England's clock as 18:00, None where the calendar gives no time; `reference` what
    the calendar calls the meeting, None where it has no name for it; `line` where it stands in the
    file, counted from 1.
    """

    body_name: str
    held_on: date
    starts_at: str | None = None
    kind: str = "ordinary"
    place: str = ""
    status: MeetingStatus = MeetingStatus.CONFIRMED
    reference: str | None = None
    line: int = 1

    @property
    def place_in_file(self) -> str:
        """Where it stands, as a source is cited: `line 12`."""
        return f"line {self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRead:
    """The meetings of a calendar on days from `since` and before `until`, in order of time.

    `form` says as what the file was read; `left_out` how many meetings lie on other days.
    `problems` are what could not be read, and what would cure it; the rest stands all the same.
    """

    name: str
    form: str
    since: date
    until: date
    meetings: tuple[CalendarMeeting, ...]
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
