"""Papers put to bodies, who cleared them, what was said about them, and the record of a meeting."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.decisions import Answer
from moothall.facts.fact import AuthorityCode, BodyId, Fact, MeetingId, PaperId, ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What a paper asks a body to do: the verb (note, support, approve ...) and the matter.

    `matter` is one word for what several councils are asked alike: recommendations to different
    bodies that carry the same one are twins.  `subject_to` are the councils without whose
    agreement this one does not take effect.  `linked_to` are the recommendations of other
    councils' papers with which this council has linked it, each as paper and number
    ("cabinet-june 2"): its own word, which binds the other council to nothing.
    """

    number: str
    verb: str
    text: str
    matter: str = ""
    subject_to: tuple[str, ...] = ()
    linked_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Fact):
    """A paper that is being written for a body, or was put to it as the sources show it.

    `format` names the report format in which it is written, empty for the council's usual one;
    `author` the officer who writes it; `meeting` that for which it is meant.
    """

    title: str
    proposal: ProposalId
    authority: AuthorityCode
    body: BodyId
    dated: WrittenDate
    report_of: str
    contacts: tuple[str, ...] = ()
    member_contacts: tuple[str, ...] = ()
    key_decision: Answer = Answer.UNKNOWN
    forward_plan_reference: str | None = None
    divisions: str | None = None
    recommendations: tuple[Recommendation, ...] = ()
    resolved: str | None = None
    meeting: MeetingId | None = None
    format: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication(Fact):
    """What a paper says under an implication or a corporate priority heading."""

    paper: PaperId
    heading: str
    text: str
    contradicted_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Fact):
    """Whether an officer has cleared a part of a paper: asked, and answered or not.

    `words` are those that were cleared, paragraph by paragraph as they stood (none where the source
    does not show them); once the paper says anything else there, the clearance is stale.  An
    officer who has not answered has not cleared: `answer` stays unknown, however long ago
    `asked_on` is.  `asked_of` names the person who was asked, empty where it was the `office`;
    `officer` the one who answered.  `recorded_by` is the role of whoever wrote down an answer that
    the `source` shows, empty where the officer gave it here, on the words that they saw.
    """

    paper: PaperId
    area: str
    question: str
    answer: Answer
    officer: str | None
    comment: str = ""
    office: str = ""
    asked_of: str = ""
    asked_on: date | None = None
    answered_on: date | None = None
    words: tuple[str, ...] = ()
    recorded_by: str = ""


class Complaint(StrEnum):
    """What members complain of that the record itself can show."""

    TOLD_LATE = "told late"
    SCOPE_NOT_SHOWN = "scope not shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Fact):
    """What a member said or asked at a meeting, in our words, and the reply that was given.

    `answered_by` is the office that owes or gave the reply, `replied_on` the day of it, `changed`
    what it changed in the proposal, `appears_in` the paper in which members can read it.
    `statutory` says that the committee's report or recommendation asks for the executive's
    response in law (Local Government Act 2000 s.9FE: within two months of the notice on
    `notice_on`).  `complains_of` is set where members complain of how they were told.
    """

    proposal: ProposalId
    body: BodyId
    meeting: MeetingId | None
    kind: str
    text: str
    reply: str | None = None
    answered_by: str = ""
    replied_on: date | None = None
    due_on: date | None = None
    changed: str = ""
    appears_in: PaperId | None = None
    statutory: bool = False
    notice_on: date | None = None
    complains_of: Complaint | None = None


class Presence(StrEnum):
    """How somebody stands in the record of a meeting."""

    PRESENT = "present"
    IN_ATTENDANCE = "in attendance"
    APOLOGIES = "apologies"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Somebody in the record of a meeting, as it is printed there."""

    name: str
    presence: Presence
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """An interest declared at a meeting, as the record prints it."""

    name: str
    interest: str
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinuteItem:
    """One item of the minutes: its number, title, text in paragraphs and what was resolved.

    `number` is empty where the record prints none.
    """

    title: str
    number: str = ""
    text: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ()
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Fact):
    """The record of a meeting as the committee system publishes it; that system stays the record.

    `page` is the address or the name of the file from which it was read.
    """

    meeting: MeetingId
    attendance: tuple[Attendance, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    items: tuple[MinuteItem, ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation(Fact):
    """A short form and what it stands for; papers spell it out where they first use it."""

    short: str
    full: str
