"""The head of a page: its title, and of which body and meeting it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from moothall.files.minutes.labels import DAY, label_in, read_printed_clock, read_printed_day
from moothall.files.minutes.lines import Line, Sort, without_size
from moothall.files.minutes.notes import Notes
from moothall.governance.record.published import PageKind

_MEETING = re.compile(
    rf"^(?:meeting:\s*)?(?P<day>{DAY.pattern})\s*-\s*(?P<body>.+?)"
    r"(?:\s*\(item\s+(?P<item>[^)]+)\))?$",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    rf"^(?:.*\b)?meeting of (?:the )?(?P<body>.+?),\s+(?P<day>{DAY.pattern})(?P<time>[^(]*)"
    r"(?:\(item\s+(?P<item>[^)]+)\))?$",
    re.IGNORECASE,
)
_BODY_AND_DAY = re.compile(
    rf"^(?P<body>.+?)\s*(?:[-–—]|,)\s*(?P<day>{DAY.pattern})(?P<time>.*)$", re.IGNORECASE
)
_SORTS = re.compile(
    r"^(?P<sort>(?:(?:extraordinary|special|annual|ordinary|informal|additional|budget)\b(?:\s+meeting)?"
    r",\s*)+)",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"^(?:view (?:directions|the |a )|no\.? item$|items?$|media$|webcast|additional documents:?$|"
    r"supporting documents:?$|meeting attendance|attendance details|election results|"
    r"agenda front ?sheet|agenda reports pack|printed |share this|back to|pdf icon|"
    r"browse meetings|this page shows|you can|find out|select |export |subscribe)",
    re.IGNORECASE,
)
_MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself before its content."""

    title: str = ""
    body_name: str = ""
    held_on: date | None = None
    starts_at: str | None = None
    place: str = ""
    extraordinary: bool = False
    item: str = ""

    def is_chrome(self, line: Line) -> bool:
        """Whether a line is furniture of the site."""
        return is_chrome(line)


def is_chrome(line: Line) -> bool:
    """Whether a line belongs to the site and not to the meeting: ways to documents, headings."""
    return bool(_CHROME.match(line.words))


def head_of(kind: PageKind, lines: Sequence[Line], notes: Notes) -> tuple[Head, list[Line]]:
    """The head of a page, and the lines after what it was read from."""
    head, used = Head(), 0
    meeting_page = kind in (PageKind.MEETING, PageKind.ATTENDANCE)
    for line in lines[:_MOST_LINES]:
        if line.sort in (Sort.ROW, Sort.ITEM):
            break
        label, value = label_in(line.words)
        if meeting_page and label == "venue":
            head = replace(head, place=re.sub(r"\s*View directions$", "", value).strip(" ."))
        elif (found := meeting_in(line.words)) and not head.held_on:
            head = _with_meeting(head, found)
        elif is_chrome(line) or (line.linked and not _is_title(kind, head, line)):
            notes.left(line)
        elif meeting_page and not head.held_on and (match := _BODY_AND_DAY.match(line.words)):
            head = _with_meeting(head, _Meeting(match["body"], match["day"] + match["time"], ""))
        elif meeting_page and head.body_name and not head.held_on and read_printed_day(line.words):
            head = replace(
                head,
                held_on=read_printed_day(line.words),
                starts_at=read_printed_clock(line.words),
            )
        elif meeting_page and not head.body_name and not label:
            head = _with_meeting(head, _Meeting(line.words, "", ""))
        elif _is_title(kind, head, line) and (line.sort is Sort.HEADING or not _known(label)):
            head = replace(head, title=without_size(line.words))
        else:
            break
        used += 1
    if meeting_page:
        head = replace(head, title=head.title or head.body_name)
    return head, list(lines[used:])


def meeting_in(words: str) -> "_Meeting | None":
    """The meeting that a line names: `Meeting: 28/06/2022 - Cabinet (Item 23)`."""
    match = _MEETING.match(words) or _MEETING_OF.match(words)
    if match is None:
        return None
    time = match.groupdict().get("time") or ""
    item = (match["item"] or "").strip(" .")
    return _Meeting(match["body"], f"{match['day']} {time}", item)


@dataclass(frozen=True, slots=True)
class _Meeting:
    body: str
    when: str
    item: str

    @property
    def on(self) -> date | None:
        return read_printed_day(self.when)


def _with_meeting(head: Head, found: _Meeting) -> Head:
    body, extraordinary = found.body, head.extraordinary
    if match := _SORTS.match(body):
        body = body[match.end() :]
        extraordinary = "extraordinary" in match["sort"].casefold() or (
            "special" in match["sort"].casefold()
        )
    return replace(
        head,
        body_name=body.strip(),
        held_on=found.on or head.held_on,
        starts_at=read_printed_clock(found.when) or head.starts_at,
        extraordinary=extraordinary,
        item=found.item or head.item,
    )


def _is_title(kind: PageKind, head: Head, line: Line) -> bool:
    """Whether the line is the page's title: the first words of a page about one matter."""
    if kind in (PageKind.MEETING, PageKind.ATTENDANCE) or head.title:
        return False
    return line.sort in (Sort.HEADING, Sort.WORDS, Sort.LABEL) and not line.bullet


def _known(label: str) -> bool:
    from moothall.files.minutes.labels import LEFT, MEANS

    return label in MEANS or label in LEFT
