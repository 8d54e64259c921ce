"""A published page of a committee system, as it was read: nothing of it is a fact yet.

Words and days stand as the page prints them.  What a page does not say is empty or None.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from moothall.facts.decisions import Answer, MeetingStatus
from moothall.facts.papers import Attendance, Declaration


class PageKind(StrEnum):
    """What a page of a committee system is about."""

    DECISION = "decision"
    AGENDA_ITEM = "agenda item"
    MEETING = "agenda and minutes"
    ATTENDANCE = "attendance"
    ISSUE = "issue"
    FORWARD_PLAN = "forward plan"
    MEETINGS = "list of meetings"
    DOCUMENTS = "published documents"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedResolution:
    """One resolution, with its number as printed (counted where a list prints none)."""

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDocument:
    """A document that the committee system links to, and the day on which it was published."""

    title: str
    published_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEntry:
    """What a forward plan, or the page of an issue, says of a decision that lies ahead.

    `due` is when it is due, in the words of the page; `first_published` the day on which notice of
    it was first given; `private` what the page says of a restriction, empty where it says nothing.
    """

    title: str = ""
    maker: str = ""
    due: str = ""
    due_on: date | None = None
    key: Answer = Answer.UNKNOWN
    key_reason: str = ""
    first_published: date | None = None
    private: str = ""
    urgency: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedMeeting:
    """A meeting in a list of them; `reference` is the committee system's number of it."""

    body_name: str
    held_on: date
    starts_at: str | None = None
    place: str = ""
    status: MeetingStatus = MeetingStatus.CONFIRMED
    extraordinary: bool = False
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedItem:
    """One item of an agenda with what became of it.

    `purpose` are the words before the meeting; `decision` and `text` those of the decision and of
    the minutes in paragraphs; `amendments` the paragraphs that speak of one; `documents` what was
    put to the meeting on it.  `body_name` and `held_on` are given where the page prints them at the
    item, as an issue's page does.
    """

    number: str = ""
    title: str = ""
    purpose: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    resolved: tuple[PublishedResolution, ...] = ()
    amendments: tuple[str, ...] = ()
    documents: tuple[PublishedDocument, ...] = ()
    body_name: str = ""
    held_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecision:
    """The record of a decision as its page prints it."""

    title: str = ""
    maker: str = ""
    meeting: str = ""
    status: str = ""
    key: Answer = Answer.UNKNOWN
    key_reason: str = ""
    subject_to_call_in: Answer = Answer.UNKNOWN
    urgency: str = ""
    purpose: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    resolved: tuple[PublishedResolution, ...] = ()
    amendments: tuple[str, ...] = ()
    reasons: str = ""
    alternatives: str = ""
    interests: str = ""
    dispensations: str = ""
    decided_on: date | None = None
    published_on: date | None = None
    effective_on: date | None = None
    call_in_ends_on: date | None = None
    first_published: date | None = None
    reference: str = ""
    forward_plan_reference: str = ""


class Why(StrEnum):
    """Why something of a page was not taken."""

    NOT_UNDERSTOOD = "not understood"
    LEFT_THERE = "left where it stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """Words of a page that nothing was made of: in which line of the file, and why."""

    line: int
    words: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPage:
    """A page as it was read; `name` is the address or the name of the file it was read from.

    `reference` is the committee system's own number of the meeting; `hosts` are the sites that the
    page's own addresses name.
    """

    kind: PageKind
    name: str
    title: str = ""
    body_name: str = ""
    held_on: date | None = None
    starts_at: str | None = None
    place: str = ""
    extraordinary: bool = False
    decision: PublishedDecision | None = None
    items: tuple[PublishedItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    entries: tuple[PublishedEntry, ...] = ()
    meetings: tuple[PublishedMeeting, ...] = ()
    reference: str = ""
    hosts: tuple[str, ...] = ()
    not_taken: tuple[NotTaken, ...] = field(default=())

    @property
    def not_understood(self) -> tuple[NotTaken, ...]:
        """What somebody has to look at, because nothing could be made of it."""
        return tuple(each for each in self.not_taken if each.why is Why.NOT_UNDERSTOOD)

    @property
    def left_there(self) -> tuple[NotTaken, ...]:
        """Documents, contacts and links, which stay with the committee system."""
        return tuple(each for each in self.not_taken if each.why is Why.LEFT_THERE)
