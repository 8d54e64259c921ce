"""Meetings in the XML of Modern.gov's web service, and the question that is put to it.

The shapes were put together from what programs that read them expect, not from a captured answer:
names of elements are taken without namespace, prefix or capitals, and an unknown one is passed
over.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit, urlunsplit

from moothall.facts.decisions import MeetingStatus
from moothall.files.calendars.calendar_read import CalendarMeeting
from moothall.files.calendars.modern_gov_xml import line_of, name_of, own_text, parsed
from moothall.files.calendars.written_words import (
    read_clock,
    read_meeting_day,
    read_status,
    read_title,
)
from moothall.files.problems import Problem, UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

ALL_COMMITTEES = -1
"""What GetAllMeetingsByDate takes for every committee; with 0 it answers nothing."""

SERVICE = "mgWebService.asmx"
Found = tuple[list[CalendarMeeting], list[Problem]]


def question(base: str, since: date, until: date, committee: int = ALL_COMMITTEES) -> str:
    """The address that answers with the meetings from `since` and before `until`.

    `base` is the address of the council's Modern.gov site, in whichever folder of its host.  Every
    parameter is sent, and days as dd/MM/yyyy: the service silently passes over ISO dates and then
    answers with everything.  Its last day does not count, so it is asked for the day after the last
    that is wanted, which `until` is; whoever reads the answer leaves out what was not asked.
    """
    every = committee == ALL_COMMITTEES
    asked = {
        "lCommitteeId": committee,
        "sFromDate": f"{since:%d/%m/%Y}",
        "sToDate": f"{until:%d/%m/%Y}",
    } | ({"bIsAscendingDateOrder": "true"} if every else {})
    operation = "GetAllMeetingsByDate" if every else "GetMeetings"
    return _within(base, f"{SERVICE}/{operation}", urlencode(asked, safe="/"))


def meeting_question(base: str, number: str) -> str:
    """The address that answers with one meeting: its items, documents and who attended."""
    return _within(base, f"{SERVICE}/GetMeeting", urlencode({"lMeetingId": number}))


def meeting_page(base: str, number: str) -> str:
    """The page on which the public reads that meeting."""
    return _within(base, "ieListDocuments.aspx", urlencode({"MId": number}))


def _within(base: str, path: str, query: str) -> str:
    """An address within a council's Modern.gov site, of which `base` is any page."""
    parts = urlsplit(base.strip())
    folder = parts.path
    place = folder.lower().find(SERVICE.lower())
    if place >= 0:
        folder = folder[:place]
    elif folder.rpartition("/")[2].lower().endswith((".aspx", ".htm", ".html")):
        folder = folder.rpartition("/")[0]
    return urlunsplit((parts.scheme, parts.netloc, f"{folder.rstrip('/')}/{path}", query, ""))


def read(text: str, name: str, since: date, until: date) -> Found:  # noqa: ARG001 - every reader is asked alike
    """Every meeting of an answer to GetMeetings or GetAllMeetingsByDate.

    Raises UnreadableError with the line where it is no XML, or XML of another kind.
    """
    root = parsed(text, name)
    meetings: list[CalendarMeeting] = []
    problems: list[Problem] = []
    listed = 0
    for element in root.iter():
        if name_of(element) == "meeting" and any(
            name_of(child) in ("meetingid", "meetingdate") for child in element
        ):
            listed += 1
            made, found = _meeting(element, name)
            problems += found
            if made is not None:
                meetings.append(made)
    counted = _number(_first(root, "meetingscount"))
    if not listed and counted is None and not _is_an_answer(root):
        what = f"is XML of another kind: it begins with <{name_of(root)}>"
        cure = "Give the answer of GetMeetings or GetAllMeetingsByDate, or another calendar file."
        raise UnreadableError([Problem(name, line_of(root), what, cure)])
    if counted is not None and counted != listed:
        what = f"says that it holds {counted:,} meetings and lists {listed:,}"
        cure = "Ask for one committee at a time, or for fewer days."
        problems.append(Problem(name, 1, what, cure))
    return meetings, problems


def _meeting(element: "_Element", name: str) -> tuple[CalendarMeeting | None, list[Problem]]:
    line = line_of(element)
    problems: list[Problem] = []

    def wrong(what: str, cure: str) -> None:
        problems.append(Problem(name, line, what, cure))

    reference = own_text(element, "meetingid")
    which = f"meeting {reference}" if reference else "a meeting"
    title = own_text(element, "committeetitle") or _committee(element)
    if not title:
        wrong(f"{which} names no committee", "Ask the service again with the committee's number.")
    held_on, starts_at = None, None
    try:
        held_on = read_meeting_day(own_text(element, "meetingdate"))
    except ValueError:
        wrong(f"{which} has no day: {own_text(element, 'meetingdate')!r}", "It was left out.")
    try:
        starts_at = read_clock(own_text(element, "meetingtime"))
    except ValueError:
        wrong(
            f"{which} has no time: {own_text(element, 'meetingtime')!r}", "Only its day was taken."
        )
    status = read_status(own_text(element, "meetingstatus"))
    if status is None:
        word = own_text(element, "meetingstatus")
        wrong(f"{word!r} of {which} is no status that is known", "It was taken for provisional.")
    if held_on is None or not title:
        return None, problems
    body, kind, said = read_title(title)
    if said is not None and status is MeetingStatus.CONFIRMED:
        status = said
    made = CalendarMeeting(
        body_name=body,
        held_on=held_on,
        starts_at=starts_at,
        kind=kind,
        place=own_text(element, "meetinglocation"),
        status=status or MeetingStatus.PROVISIONAL,
        reference=reference or None,
        line=line,
    )
    return made, problems


def _committee(element: "_Element") -> str:
    return next(
        (
            title
            for above in element.iterancestors()
            if name_of(above) == "committee" and (title := own_text(above, "committeetitle"))
        ),
        "",
    )


def _first(root: "_Element", name: str) -> str:
    return next((each.text or "" for each in root.iter() if name_of(each) == name), "")


def _number(text: str) -> int | None:
    return int(text) if text.strip().isdecimal() else None


def _is_an_answer(root: "_Element") -> bool:
    answers = {"getmeetings", "getmeetingsbydate", "getallmeetingsbydate", "committeemeetings"}
    names: Iterator[str] = (name_of(each) for each in root.iter())
    return any(name in answers or name == "getallmeetingsbydateresult" for name in names)
