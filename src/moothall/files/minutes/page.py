"""A published page of a committee system, read: what it is about, and everything that it says.

Shapes are those of Modern.gov's public pages (ieDecisionDetails, mgAi, ieIssueDetails,
mgIssueHistoryHome, ieListDocuments, mgMeetingAttendance), put together from pages that public
archives have kept as text and from the marks that programs reading them look for, not from pages
fetched for the purpose.  So labels are read wherever they stand, marks only help, and whatever is
not understood is listed.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from moothall.facts.papers import Attendance, Declaration
from moothall.files.minutes import limits
from moothall.files.minutes.decisions import read_decision
from moothall.files.minutes.heads import Head, head_of
from moothall.files.minutes.items import read_items
from moothall.files.minutes.lines import Line, Sort
from moothall.files.minutes.notes import Notes
from moothall.files.minutes.page_lines import lines_of
from moothall.files.minutes.people import (
    attendance_in_rows,
    attendance_in_words,
    declarations_in,
)
from moothall.files.reports.unreadable import unreadable
from moothall.governance.record.published import PageKind, PublishedPage

_TITLES: tuple[tuple[re.Pattern[str], PageKind], ...] = (
    (re.compile(r"decision details$|decision -\s"), PageKind.DECISION),
    (re.compile(r"issue (?:details|history)$|issue - "), PageKind.ISSUE),
    (re.compile(r"agenda item(?: details)?$"), PageKind.AGENDA_ITEM),
    (re.compile(r"(?:meeting )?attendance(?: details)?$|attendance at "), PageKind.ATTENDANCE),
    (
        re.compile(
            r"(?:(?:draft |printed )?(?:agenda|minutes|decisions)(?:,? (?:and |& )?|$)"
            r"(?:draft )?){1,4}$"
        ),
        PageKind.MEETING,
    ),
)
_ADDRESSES = {
    "iedecisiondetails.aspx": PageKind.DECISION,
    "mgdecisiondetails.aspx": PageKind.DECISION,
    "mgai.aspx": PageKind.AGENDA_ITEM,
    "ieissuedetails.aspx": PageKind.ISSUE,
    "mgissuehistoryhome.aspx": PageKind.ISSUE,
    "ielistdocuments.aspx": PageKind.MEETING,
    "celistdocuments.aspx": PageKind.MEETING,
    "mgmeetingattendance.aspx": PageKind.ATTENDANCE,
}
_KNOWN = (
    "Give the page of a decision, of an agenda item, of an issue, of a meeting's agenda and "
    "minutes, or of a meeting's attendance; or enter what it says by hand."
)


def read_page(data: bytes, name: str) -> PublishedPage:
    """Read a page.  `name` is its address, or the name of the file in which it was saved.

    Raises UnreadableError where it is no page of a kind that is known, or too large.
    """
    lines = lines_of(data, name)
    kind, start = _kind(lines, name)
    notes = Notes()
    if start > 1:
        notes.left(lines[0], f"{start - 1} lines before the page's own heading")
    lines = lines[start:]
    head, rest = head_of(kind, lines, notes)
    if kind is PageKind.DECISION:
        page = _decision(name, head, rest, notes)
    elif kind is PageKind.ATTENDANCE:
        page = _attendance(name, head, rest, notes)
    else:
        page = _items(kind, name, head, rest, notes)
    return page


def _kind(lines: Sequence[Line], name: str) -> tuple[PageKind, int]:
    """What the page is about, by its heading or its address, and where its content begins."""
    for place, line in enumerate(lines):
        words = " ".join(line.words.casefold().split()).strip(" .")
        if line.sort in (Sort.HEADING, Sort.WORDS) and not line.bullet and len(words) < 60:
            for pattern, kind in _TITLES:
                if pattern.match(words):
                    return kind, place + 1
        if place > 400:
            break
    last = urlsplit(name).path.rpartition("/")[2].casefold() if "://" in name else ""
    if last in _ADDRESSES:
        return _ADDRESSES[last], 0
    raise unreadable(name, "is no page of a committee system that is known", _KNOWN)


def _decision(name: str, head: Head, lines: Sequence[Line], notes: Notes) -> PublishedPage:
    decision = read_decision(head.title, lines, notes)
    return PublishedPage(
        kind=PageKind.DECISION,
        name=name,
        title=head.title,
        body_name=head.body_name or decision.maker,
        held_on=decision.decided_on,
        decision=decision,
        not_taken=notes.all,
    )


def _attendance(name: str, head: Head, lines: Sequence[Line], notes: Notes) -> PublishedPage:
    rows = [line for line in lines if line.sort is Sort.ROW]
    found, others = attendance_in_rows(rows)
    for line in others:
        notes.not_understood(line)
    for line in lines:
        if line.sort is not Sort.ROW:
            (notes.left if line.linked or head.is_chrome(line) else notes.not_understood)(line)
    return _of_head(
        PageKind.ATTENDANCE, name, head, attendance=tuple(found[: limits.ATTENDING]), notes=notes
    )


def _items(
    kind: PageKind, name: str, head: Head, lines: Sequence[Line], notes: Notes
) -> PublishedPage:
    read = read_items(kind, head, lines, notes)
    attendance: list[Attendance] = []
    declarations: list[Declaration] = []
    for each in read:
        attendance += attendance_in_words(each.minutes)
        if re.search(r"\bdeclarations?\b.*\binterests?\b|\binterests\b", each.item.title, re.I):
            declarations += declarations_in(each.minutes)
    return _of_head(
        kind,
        name,
        head,
        items=tuple(each.item for each in read),
        attendance=tuple(dict.fromkeys(attendance))[: limits.ATTENDING],
        declarations=tuple(dict.fromkeys(declarations)),
        notes=notes,
    )


def _of_head(
    kind: PageKind, name: str, head: Head, *, notes: Notes, **more: object
) -> PublishedPage:
    return PublishedPage(
        kind=kind,
        name=name,
        title=head.title,
        body_name=head.body_name,
        held_on=head.held_on,
        starts_at=head.starts_at,
        place=head.place,
        extraordinary=head.extraordinary,
        not_taken=notes.all,
        **more,  # type: ignore[arg-type]  # the parts named above
    )
