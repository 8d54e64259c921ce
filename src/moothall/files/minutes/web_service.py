"""Answers of Modern.gov's web service: a meeting with its items, a list of meetings, a document.

Shapes are those of answers that others have kept in public and of what programs that read them look
for (`docs/papers.md`); no council's service was asked.  What an answer marks as restricted, as not
for display or as not yet published is not read at all.
"""

import html
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from moothall.facts.papers import Attendance
from moothall.files.calendars import modern_gov
from moothall.files.calendars.modern_gov_xml import line_of, name_of, own_text, parsed
from moothall.files.calendars.written_words import read_clock, read_meeting_day
from moothall.files.minutes import limits
from moothall.files.minutes.assembling import page_of_head, page_of_items
from moothall.files.minutes.heads import Head
from moothall.files.minutes.items import ReadItem, item_of
from moothall.files.minutes.lines import Line
from moothall.files.minutes.notes import Notes
from moothall.files.minutes.page_lines import lines_of_text
from moothall.files.minutes.people import presence_of
from moothall.files.reports.unreadable import too_much, unreadable
from moothall.governance.record.published import (
    PageKind,
    PublishedDocument,
    PublishedItem,
    PublishedMeeting,
    PublishedPage,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_ASK = "Give the answer of GetMeeting, GetMeetings, GetAllMeetingsByDate or GetAttachment."
_OF_A_MEETING = ("agendaitems", "attendees")  # a list says of each only when and where it is


def read_answer(text: str, name: str) -> PublishedPage:
    """What an answer says.  Raises UnreadableError where it is none that is known, or hostile."""
    if text.count("<") > limits.MARKS:
        raise too_much(name, f"has over {limits.MARKS:,} marks")
    root = parsed(text, name)
    for element in root.iter():
        kind = name_of(element)
        alone = element is root or any(name_of(child) in _OF_A_MEETING for child in element)
        if kind == "meeting" and alone:
            return _meeting(element, name)
        if kind == "attachmentdetails":
            return _documents(root, name)
        if kind == "committees":
            raise unreadable(
                name,
                "lists the committees of a council, which says nothing of a meeting",
                _ASK,
            )
    return _meetings(text, name)


def _meeting(meeting: "_Element", name: str) -> PublishedPage:
    notes = Notes()
    elements = [
        each
        for items in meeting
        if name_of(items) == "agendaitems"
        for each in items
        if name_of(each) == "agendaitem"
    ]
    if len(elements) > limits.ITEMS:
        raise too_much(name, f"lists over {limits.ITEMS} items")
    head = _head(meeting, elements)
    read = list(_items(elements, name, head, notes))
    return page_of_items(
        PageKind.MEETING,
        name,
        head,
        read,
        notes,
        attendance=tuple(_attendance(meeting, notes)),
        reference=own_text(meeting, "meetingid"),
        hosts=_hosts(meeting),
    )


def _head(meeting: "_Element", items: list["_Element"]) -> Head:
    body = own_text(meeting, "committeetitle") or _same(
        [own_text(each, "refertocommittee") for each in items]
        or [own_text(each, "committeetitle") for each in meeting.iter() if _is_document(each)]
    )
    return Head(
        title=body,
        body_name=body,
        held_on=_day(own_text(meeting, "meetingdate")),
        starts_at=_clock(own_text(meeting, "meetingtime")),
        place=own_text(meeting, "meetinglocation"),
    )


def _same(names: list[str]) -> str:
    """The one name that all of them are; empty where they are several, or none."""
    held = {each for each in names if each}
    return held.pop() if len(held) == 1 else ""


def _items(elements: list["_Element"], name: str, head: Head, notes: Notes) -> Iterator[ReadItem]:
    held_back = 0
    for element in elements:
        if _says(element, "isrestricted", "True") or _says(element, "isdisplayallowed", "False"):
            held_back += 1
            continue
        minutes, decision = "minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody"
        number = (
            own_text(element, "fulldisplaynumberformat")
            or own_text(element, "minutesitemnumber")
            or own_text(element, "agendaitemnumber")
        )
        yield item_of(
            number.strip(". "),
            own_text(element, "agendaitemtitle"),
            _lines(element, "agendatext", name),
            _lines(element, decision, name, unless="isdecisionpublished"),
            _lines(element, minutes, name, unless="isminutepublished"),
            head=head,
            documents=tuple(_linked(element, notes)),
        )
    if held_back:
        items = "item is" if held_back == 1 else "items are"
        notes.left(Line(1, ""), f"{held_back} {items} restricted or not for display: not read")


def _lines(element: "_Element", name: str, file: str, unless: str = "") -> list[Line]:
    """The paragraphs of a part that holds a piece of a web page, escaped as text.

    None where the mark `unless` says that the part is not yet published.
    """
    if unless and _says(element, unless, "False"):
        return []
    part = next((each for each in element if name_of(each) == name), None)
    text = (part.text or "") if part is not None else ""
    if "<" not in text and "&lt;" in text:  # escaped twice
        text = html.unescape(text)
    if part is None or not text.strip():
        return []
    at = line_of(part)
    return [
        Line(at, each.words, each.sort, each.number, each.bullet, each.cells, each.head)
        for each in lines_of_text(text, file)
    ]


def _linked(element: "_Element", notes: Notes) -> Iterator[PublishedDocument]:
    """The documents that were put to the meeting on an item; records of it are none of them."""
    for document in element.iter():
        if not _is_document(document) or _says(document, "isrestricted", "True"):
            continue
        title = own_text(document, "title")
        notes.left(Line(line_of(document), ""), f"Document: {title or 'without a title'}")
        if not _says(document, "isdecisionattachment", "True"):
            on = _day(own_text(document, "publicationdate"))
            yield PublishedDocument(title=title, published_on=on)


def _attendance(meeting: "_Element", notes: Notes) -> Iterator[Attendance]:
    """Who was there; whoever is only expected is not said to have been."""
    expected = 0
    for each in meeting.iter():
        if name_of(each) != "attendee":
            continue
        held = {str(key).lower(): " ".join(str(v).split()) for key, v in each.attrib.items()}
        name, word = held.get("name", ""), held.get("attendance", "")
        presence = presence_of(word)
        if word.casefold() in ("", "expected"):
            expected += 1
        elif not name or presence is None:
            notes.not_understood(Line(line_of(each), f"{name}: {word}"))
        else:
            yield Attendance(name=name, presence=presence, role=held.get("roledescription", ""))
    if expected:
        people = "person is" if expected == 1 else "people are"
        notes.left(Line(1, ""), f"{expected} {people} expected: who came is not yet recorded")


def _documents(root: "_Element", name: str) -> PublishedPage:
    """Published documents, each with the item of the meeting to which it was put."""
    notes = Notes()
    held: dict[tuple[str, str, date | None], list[PublishedDocument]] = {}
    for element in root.iter():
        if name_of(element) != "attachmentdetails" or _says(element, "isrestricted", "True"):
            continue
        title = own_text(element, "title")
        on = _day(own_text(element, "publicationdate"))
        met = _day(own_text(element, "meetingdate")) or _day(own_text(element, "decisiondate"))
        of_what = (
            own_text(element, "ownertitle") or title,
            own_text(element, "committeetitle"),
            met,
        )
        held.setdefault(of_what, []).append(PublishedDocument(title=title, published_on=on))
        notes.left(Line(line_of(element), ""), f"Document: {title or 'without a title'}")
    items = tuple(
        PublishedItem(title=title, documents=tuple(each), body_name=body, held_on=met)
        for (title, body, met), each in held.items()
    )
    head = Head(title=items[0].title if len(items) == 1 else "")
    return page_of_head(
        PageKind.DOCUMENTS, name, head, notes=notes, items=items, hosts=_hosts(root)
    )


def _meetings(text: str, name: str) -> PublishedPage:
    """A list of meetings, as the reader of calendars reads it."""
    notes = Notes()
    found, problems = modern_gov.read(text, name, date.min, date.max)
    for problem in problems:
        notes.not_understood(Line(problem.line, f"{problem.what}. {problem.cure}"))
    meetings = tuple(
        PublishedMeeting(
            body_name=each.body_name,
            held_on=each.held_on,
            starts_at=each.starts_at,
            place=each.place,
            status=each.status,
            extraordinary=each.kind == "extraordinary",
            reference=each.reference or "",
        )
        for each in found
    )
    return page_of_head(
        PageKind.MEETINGS, name, Head(title="Meetings"), notes=notes, meetings=meetings
    )


def _is_document(element: "_Element") -> bool:
    return name_of(element) == "linkeddoc"


def _says(element: "_Element", name: str, word: str) -> bool:
    return own_text(element, name).casefold() == word.casefold()


def _hosts(root: "_Element") -> tuple[str, ...]:
    from urllib.parse import urlsplit

    said = [each.text or "" for each in root.iter() if name_of(each) == "url"]
    hosts = (urlsplit(each.strip()).hostname or "" for each in said if each.startswith("http"))
    return tuple(dict.fromkeys(each for each in hosts if each))[: limits.HOSTS]


def _day(words: str) -> date | None:
    try:
        return read_meeting_day(words) if words else None
    except ValueError:
        return None


def _clock(words: str) -> str | None:
    try:
        return read_clock(words) if words else None
    except ValueError:
        return None
