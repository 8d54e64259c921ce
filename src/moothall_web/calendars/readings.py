"""A calendar that was read, as it is kept until somebody brings it in, and as it was read."""

from datetime import date
from typing import Any

from moothall.files.calendars.calendar_read import CalendarMeeting, CalendarRead
from moothall.files.problems import Problem
from moothall.files.shapes import from_plain, plain


def kept(read: CalendarRead) -> dict[str, Any]:
    """As JSON holds it."""
    return {
        "name": read.name,
        "form": read.form,
        "since": read.since.isoformat(),
        "until": read.until.isoformat(),
        "left_out": read.left_out,
        "meetings": [plain(meeting) for meeting in read.meetings],
        "problems": [[each.file, each.line, each.what, each.cure] for each in read.problems],
    }


def read_again(content: dict[str, Any]) -> CalendarRead:
    """As it was read."""
    return CalendarRead(
        name=content["name"],
        form=content["form"],
        since=date.fromisoformat(content["since"]),
        until=date.fromisoformat(content["until"]),
        left_out=content["left_out"],
        meetings=tuple(
            from_plain(each, CalendarMeeting, "database, calendar") for each in content["meetings"]
        ),
        problems=tuple(Problem(*each) for each in content["problems"]),
    )
