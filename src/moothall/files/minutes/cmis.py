"""Pages of CMIS, the committee system of Cambridgeshire and others: a meeting, a decision.

CMIS writes each label and its words as two blocks, people in tables under a heading that says how
they were there, and items as links to their own pages.  The shapes are those of pages that others
have kept in public (`docs/papers.md`); no council's site was asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from moothall.facts.papers import Attendance, Presence
from moothall.files.minutes import limits
from moothall.files.minutes.assembling import page_of_items
from moothall.files.minutes.decisions import read_decision
from moothall.files.minutes.heads import Head
from moothall.files.minutes.items import read_items
from moothall.files.minutes.labels import (
    LEFT,
    LONG,
    MEANS,
    label_in,
    plain,
    read_printed_clock,
    read_printed_day,
)
from moothall.files.minutes.lines import Line, Sort, without_size
from moothall.files.minutes.notes import Notes
from moothall.files.minutes.resolved import as_printed
from moothall.files.reports.unreadable import unreadable
from moothall.governance.record.published import PageKind, PublishedPage

_MARKS = re.compile(
    r"CMIS_ModuleWrapper|ModCMIS\w*|CmisDocumentList|/ctl/View(?:Meeting|CMIS_)\w*", re.IGNORECASE
)
_MEETING = re.compile(r"/ctl/ViewMeetingPublic\w*/", re.IGNORECASE)
_DECISION = re.compile(r"/ctl/ViewCMIS_Decision\w*/", re.IGNORECASE)
_DOCUMENT = re.compile(r"/Document\.ashx", re.IGNORECASE)
_NUMBER = re.compile(r"/Meeting/(?P<number>\d+)(?:/|$)", re.IGNORECASE)
_CALLED = {"meeting details": True, "meeting summary": True, "decision details": False}
_SAME = {
    "committee": "decision maker",
    "decision body": "decision maker",
    "decision making body": "decision maker",
    "decision taker": "decision maker",
    "meeting date": "made at meeting",
    "ref": "decision reference",
    "description": "purpose",
    "decision text": "decision",
    "options considered and rejected": "alternative options considered",
    "call in": "is subject to call in",
}
_HOW = (
    ("attended", Presence.PRESENT),
    ("apologies", Presence.APOLOGIES),
    ("absent", Presence.ABSENT),
)
_BEFORE_PEOPLE = frozenset(("name", "member", "councillor", "attendee"))
_PAGER = re.compile(r"page \d+ of \d+|items \d+ to \d+|no records|change page", re.IGNORECASE)
_ITEM = re.compile(
    r"^(?:item\s+)?(?P<number>\d{1,3}[a-z]?)\s*[.:)-]\s+(?P<title>.+)$", re.IGNORECASE
)
_HEADS = frozenset(("committee", "date/time", "date", "time", "status", "venue", "title"))
_OF_ITEMS = frozenset(("agenda", "agenda items", "items", "minutes", "agenda and decisions"))


def is_cmis(text: str, name: str) -> bool:
    """Whether a page is CMIS's, by its own marks or by its address."""
    return bool(_MARKS.search(name) or ("<" in text[:2_000] and _MARKS.search(text)))


def read_cmis(lines: Sequence[Line], name: str) -> PublishedPage:
    """Read a page of CMIS.  Raises UnreadableError where it is of a meeting nor of a decision."""
    notes = Notes()
    is_meeting, start = _kind(lines, name)
    if start > 1:
        notes.left(lines[0], f"{start - 1} lines before the page's own heading")
    joined = list(_joined(lines[start:]))
    return (_meeting if is_meeting else _decision)(joined, name, notes)


def meeting_number(address: str) -> str:
    """The number of the meeting in an address of CMIS; empty where there is none."""
    found = _NUMBER.search(urlsplit(address).path)
    return found["number"] if found else ""


def _kind(lines: Sequence[Line], name: str) -> tuple[bool, int]:
    """Whether it is of a meeting, and where its content begins."""
    for place, line in enumerate(lines[:400]):
        said = plain(line.words)
        if said in _CALLED and not line.linked:
            return _CALLED[said], place + 1
    if _MEETING.search(name) or _DECISION.search(name):
        return bool(_MEETING.search(name)), 0
    raise unreadable(
        name,
        "is a page of CMIS, though of no meeting and no decision",
        "Give the page of a meeting (Meeting Details) or of a decision (Decision Details).",
    )


def _joined(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with each label and the words that stand in the block after it as one."""
    place = 0
    while place < len(lines):
        line = lines[place]
        place += 1
        label, value = label_in(line.words)
        label = _SAME.get(label, label)
        if not _is_known(label) or line.sort is Sort.ROW:
            yield line
            continue
        following = lines[place] if place < len(lines) else None
        waits = not value and (
            label in _HEADS or (MEANS.get(label) not in LONG and label not in LEFT)
        )
        if waits and following is not None and _is_a_value(following):
            value, place = as_printed(following), place + 1
        yield replace(line, words=f"{label.capitalize()}: {value}".strip(), linked=False)


def _is_known(label: str) -> bool:
    return label in MEANS or label in LEFT or label in _SAME or label in _HEADS


def _is_a_value(line: Line) -> bool:
    is_words = line.sort not in (Sort.ROW, Sort.HEADING, Sort.ITEM)
    return is_words and not _is_known(label_in(line.words)[0])


def _decision(lines: list[Line], name: str, notes: Notes) -> PublishedPage:
    title = ""
    rest: list[Line] = []
    for line in lines:
        label, value = label_in(line.words)
        if label == "title" and value and not title:
            title = value
        elif not title and not label and line.sort in (Sort.HEADING, Sort.WORDS) and not rest:
            title = without_size(line.words)
        elif label == "status" or label not in _HEADS:
            rest.append(line)
    decision = read_decision(title, rest, notes)
    return PublishedPage(
        kind=PageKind.DECISION,
        name=name,
        title=title,
        body_name=decision.maker,
        held_on=decision.decided_on,
        decision=decision,
        not_taken=notes.all,
    )


def _meeting(lines: list[Line], name: str, notes: Notes) -> PublishedPage:
    said: dict[str, str] = {}
    rest: list[Line] = []
    for line in lines:
        label, value = label_in(line.words)
        key = {"decision maker": "committee", "made at meeting": "date"}.get(label, label)
        if key in _HEADS and value and key not in said and not rest:
            said[key] = value
        else:
            rest.append(line)
    when = said.get("date/time") or said.get("date", "")
    head = Head(
        title=said.get("committee", ""),
        body_name=said.get("committee", ""),
        held_on=read_printed_day(when),
        starts_at=read_printed_clock(f"{when} {said.get('time', '')}".replace(" - ", " ")),
        place=said.get("venue", ""),
    )
    attendance, others = _people(rest, notes)
    read = read_items(PageKind.MEETING, head, list(_numbered(others, notes)), notes)
    return page_of_items(
        PageKind.MEETING,
        name,
        head,
        read,
        notes,
        attendance=attendance[: limits.ATTENDING],
        reference=meeting_number(name),
    )


def _people(lines: Sequence[Line], notes: Notes) -> tuple[list[Attendance], list[Line]]:
    """Everybody in the tables of attendance, and the lines that are of something else."""
    found: list[Attendance] = []
    others: list[Line] = []
    presence: Presence | None = None
    section = ""
    for line in lines:
        said = plain(line.words)
        how = next((each for word, each in _HOW if said.startswith(word)), None)
        if line.sort is Sort.HEADING or (
            how is not None and line.sort is Sort.WORDS and len(said) < 40
        ):
            presence, section = how, said
            if how is None:
                others.append(line)
        elif presence is None:
            others.append(line)
        elif line.sort is Sort.ROW:
            first = line.cells[0] if line.cells else ""
            if first and first.casefold() not in _BEFORE_PEOPLE and not _PAGER.search(line.words):
                others_there = presence is Presence.PRESENT and "other" in section
                there = Presence.IN_ATTENDANCE if others_there else presence
                found.append(Attendance(name=first, presence=there))
        elif _PAGER.search(line.words) or line.words.casefold() in _BEFORE_PEOPLE:
            if re.search(r"of (?:[2-9]|\d\d+)\b", line.words):
                notes.not_understood(line, f"{line.words}: the page shows its first part only")
        else:
            presence = None
            others.append(line)
    return found, others


def _numbered(lines: Sequence[Line], notes: Notes) -> Iterator[Line]:
    """The lines of the items, each item begun by its number as Modern.gov's pages begin theirs."""
    listing, count = False, 0
    for line in lines:
        if line.sort is Sort.HEADING and plain(line.words) in _OF_ITEMS:
            listing = True
            continue
        its_own = bool(_DECISION.search(line.to))
        match = _ITEM.match(f"{line.number} {line.words}" if line.number else line.words)
        if its_own or (listing and match and line.sort in (Sort.HEADING, Sort.WORDS)):
            count += 1
            listing = True
            number = match["number"] if match else str(count)
            yield Line(line.at, f"{number}.", Sort.ITEM)
            yield Line(line.at, match["title"] if match else line.words)
        elif count and not _DOCUMENT.search(line.to):
            yield line
        else:
            notes.left(line)
