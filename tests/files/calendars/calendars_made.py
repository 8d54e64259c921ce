"""Calendars for the tests, made of a few words each."""

from datetime import date

from moothall.files.calendars.calendar_file import read_calendar
from moothall.files.calendars.calendar_read import CalendarRead

SINCE, UNTIL = date(2026, 4, 1), date(2027, 4, 1)


def read(
    content: str | bytes, name: str = "calendar", since: date = SINCE, until: date = UNTIL
) -> CalendarRead:
    """The calendar as it is read for a year."""
    data = content.encode() if isinstance(content, str) else content
    return read_calendar(data, name, since=since, until=until)


def ical(*events: str, head: str = "") -> str:
    """An iCalendar file of these events, each the lines between its BEGIN and END."""
    inner = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Invented//EN\n{head}{inner}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def all_by_date(*meetings: str, counted: int | None = None) -> str:
    """An answer of GetAllMeetingsByDate, in the shape that was put together for it."""
    number = len(meetings) if counted is None else counted
    inner = "".join(f"<meeting>{meeting}</meeting>" for meeting in meetings)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<getmeetingsbydate>'
        f"<meetingscount>{number}</meetingscount>\n<meetings>{inner}</meetings></getmeetingsbydate>"
    )


def meeting_xml(
    title: str = "Cabinet",
    day: str = "20/07/2026",
    time: str = "18:00",
    status: str = "Confirmed",
    number: int = 1,
) -> str:
    """One meeting of such an answer."""
    return (
        f"<meetingid>{number}</meetingid><committeeid>544</committeeid>"
        f"<committeetitle>{title}</committeetitle><meetingdate>{day}</meetingdate>"
        f"<meetingtime>{time}</meetingtime><meetingstatus>{status}</meetingstatus>"
        "<meetinglocation>Town Hall</meetinglocation>"
    )
