"""A published page of a committee system, read: what it is about, and everything that it says.

Shapes are those of Modern.gov's public pages (ieDecisionDetails, mgAi, ieIssueDetails,
mgIssueHistoryHome, mgListPlanItems, ieListDocuments, mgMeetingAttendance), put together from pages
that public archives have kept as text and from the marks that programs reading them look for, not
from pages fetched for the purpose.  So labels are read wherever they stand, marks only help, and
whatever is not understood is listed.  Answers of its web service (`web_service.py`) and pages of
CMIS (`cmis.py`) are read behind the same door.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from moothall.files.minutes import limits
from moothall.files.minutes.assembling import page_of_head, page_of_items
from moothall.files.minutes.cmis import is_cmis, read_cmis
from moothall.files.minutes.decisions import read_decision
from moothall.files.minutes.heads import Head, head_of
from moothall.files.minutes.items import read_items
from moothall.files.minutes.lines import Line, Sort
from moothall.files.minutes.notes import Notes
from moothall.files.minutes.page_lines import lines_of, text_of
from moothall.files.minutes.people import attendance_in_rows
from moothall.files.minutes.plans import entry_in, read_plan, tells_of_a_plan
from moothall.files.minutes.web_service import read_answer
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
    "mglistplanitems.aspx": PageKind.FORWARD_PLAN,
}
_PLANS = re.compile(
    r"forward plan(?: (?:entry|item|details|of key decisions))?$|plan items?$|"
    r"(?:public )?notice of (?:an? |the )?(?:intended |proposed |forthcoming )?key decisions?$|"
    r"key decision notice$"
)
_ROOT = re.compile(r"<(?:\w+:)?(?P<name>\w+)")
_ANSWERS = frozenset(
    (
        *("meeting", "getmeeting", "getmeetings", "getmeetingsbydate", "getallmeetingsbydate"),
        *("committees", "getcommittees", "committee", "attachment", "getattachment", "attachments"),
        *("string", "envelope", "meetings"),
    )
)
_SITE = re.compile(
    r"https?://([a-z0-9.-]{4,100})/[^\"'<>\s]{0,200}?"
    r"(?:ieListDocuments|ieDecisionDetails|mgAi|mgMeetingAttendance|mgIssueHistoryHome|"
    r"mgListPlanItems|mgUserInfo|mgConvert2PDF|ViewMeetingPublic|ViewCMIS_)",
    re.IGNORECASE,
)
_KNOWN = (
    "Give the page of a decision, of an agenda item, of an issue, of a meeting's agenda and "
    "minutes, or of a meeting's attendance; or enter what it says by hand."
)


def read_page(data: bytes, name: str) -> PublishedPage:
    """Read a page.  `name` is its address, or the name of the file in which it was saved.

    Raises UnreadableError where it is no page of a kind that is known, or too large.
    """
    text = text_of(data, name)
    if _is_an_answer(text):
        return read_answer(text, name)
    lines = lines_of(text, name)
    page = read_cmis(lines, name) if is_cmis(text, name) else _of_modern_gov(lines, name)
    hosts = dict.fromkeys(each.lower() for each in _SITE.findall(text))
    return replace(page, hosts=tuple(hosts)[: limits.HOSTS])


def names_one_page(address: str) -> bool:
    """Whether an address of Modern.gov names one page, which is then read by itself."""
    return urlsplit(address).path.rpartition("/")[2].casefold() in _ADDRESSES


def _is_an_answer(text: str) -> bool:
    """Whether a text is XML of a web service and no web page."""
    start = text.lstrip("\ufeff \r\n\t")[:5_000]
    is_xml = start[:5].lower() == "<?xml"
    if is_xml:
        start = start.partition("?>")[2].lstrip()
    while start.startswith("<!--"):
        start = start.partition("-->")[2].lstrip()
    if start[:9].lower() == "<!doctype":
        return start[9:].lstrip()[:4].lower() != "html"
    root = _ROOT.match(start)
    name = root["name"].casefold() if root else ""
    return name in _ANSWERS or (is_xml and name != "html")


def _of_modern_gov(lines: Sequence[Line], name: str) -> PublishedPage:
    kind, start = _kind(lines, name)
    notes = Notes()
    if start > 1:
        notes.left(lines[0], f"{start - 1} lines before the page's own heading")
    lines = lines[start:]
    if kind is PageKind.FORWARD_PLAN:
        return _plan(name, lines, notes)
    head, rest = head_of(kind, lines, notes)
    if kind is PageKind.DECISION:
        return _decision(name, head, rest, notes)
    if kind is PageKind.ATTENDANCE:
        return _attendance(name, head, rest, notes)
    if kind is PageKind.ISSUE:
        return _issue(name, head, rest, notes)
    return page_of_items(kind, name, head, read_items(kind, head, rest, notes), notes)


def _kind(lines: Sequence[Line], name: str) -> tuple[PageKind, int]:
    """What the page is about, by its heading or its address, and where its content begins."""
    last = urlsplit(name).path.rpartition("/")[2].casefold() if "://" in name else ""
    if _ADDRESSES.get(last) is PageKind.FORWARD_PLAN:
        return PageKind.FORWARD_PLAN, _heading_of_a_plan(lines) or 0
    for place, line in enumerate(lines):
        words = " ".join(line.words.casefold().split()).strip(" .")
        if line.sort in (Sort.HEADING, Sort.WORDS) and not line.bullet and len(words) < 60:
            for pattern, kind in _TITLES:
                if pattern.match(words):
                    return kind, place + 1
        if place > 400:
            break
    if start := _heading_of_a_plan(lines):
        return PageKind.FORWARD_PLAN, start
    if last in _ADDRESSES:
        return _ADDRESSES[last], 0
    raise unreadable(name, "is no page of a committee system that is known", _KNOWN)


def _heading_of_a_plan(lines: Sequence[Line]) -> int:
    """The place after the heading of a forward plan or of a notice; 0 where there is none."""
    for place, line in enumerate(lines[:400]):
        words = " ".join(line.words.casefold().split()).strip(" .")
        if line.sort in (Sort.HEADING, Sort.WORDS) and not line.linked and _PLANS.match(words):
            return place + 1
    return 0


def _plan(name: str, lines: Sequence[Line], notes: Notes) -> PublishedPage:
    first = next(
        (at for at, line in enumerate(lines) if line.sort in (Sort.HEADING, Sort.WORDS)), 0
    )
    title = lines[first].words if lines else ""
    entries = read_plan(title, lines[first + 1 :], notes)
    return PublishedPage(
        kind=PageKind.FORWARD_PLAN, name=name, title=title, entries=entries, not_taken=notes.all
    )


def _issue(name: str, head: Head, lines: Sequence[Line], notes: Notes) -> PublishedPage:
    """An issue: the meetings that it came to, and what the forward plan says of it."""
    told = [line for line in lines if tells_of_a_plan(line)]
    entry = entry_in(head.title, told, None)
    others = [line for line in lines if line not in told]
    read = read_items(PageKind.ISSUE, head, others, notes)
    entries = (entry,) if entry is not None and entry.first_published else ()
    if entries:  # an item without a meeting is the issue itself
        read = tuple(each for each in read if each.item.held_on or each.item.text)
    return page_of_items(PageKind.ISSUE, name, head, read, notes, entries=entries)


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
    return page_of_head(
        PageKind.ATTENDANCE, name, head, attendance=tuple(found[: limits.ATTENDING]), notes=notes
    )
