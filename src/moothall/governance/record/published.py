"""A published page of a committee system, as it was read: nothing of it is a fact yet.

Words and days stand as the page prints them.  What a page does not say is empty or None.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from moothall.facts.decisions import Answer
from moothall.facts.papers import Attendance, Declaration


class PageKind(StrEnum):
    """What a page of a committee system is about."""

    DECISION = "decision"
    AGENDA_ITEM = "agenda item"
    MEETING = "agenda and minutes"
    ATTENDANCE = "attendance"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedResolution:
    """One resolution, with its number as printed (counted where a list prints none)."""

    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedItem:
    """One item of an agenda with what became of it.

    `purpose` are the words before the meeting; `decision` and `text` those of the decision and of
    the minutes in paragraphs; `amendments` the paragraphs that speak of one.  `body_name` and
    `held_on` are given where the page prints them at the item, as an issue's page does.
    """

    number: str = ""
    title: str = ""
    purpose: tuple[str, ...] = ()
    decision: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    resolved: tuple[PublishedResolution, ...] = ()
    amendments: tuple[str, ...] = ()
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
    """A page as it was read; `name` is the address or the name of the file it was read from."""

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
    not_taken: tuple[NotTaken, ...] = field(default=())

    @property
    def not_understood(self) -> tuple[NotTaken, ...]:
        """What somebody has to look at, because nothing could be made of it."""
        return tuple(each for each in self.not_taken if each.why is Why.NOT_UNDERSTOOD)

    @property
    def left_there(self) -> tuple[NotTaken, ...]:
        """Documents, contacts and links, which stay with the committee system."""
        return tuple(each for each in self.not_taken if each.why is Why.LEFT_THERE)
