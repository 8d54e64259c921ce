"""Papers, meetings, the steps of each council's route, clearances and scrutiny's comments."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.fact import AuthorityCode, BodyId, Fact, MeetingId, PaperId, ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A meeting of a body on a day."""

    body: BodyId
    held_on: date
    kind: str = "ordinary"


class StepKind(StrEnum):
    """What a step of a route does."""

    TRADE_UNION_BRIEFING = "trade union briefing"
    GROUP_LEADERS = "group leaders"
    LISTENING = "listening"
    CONSULTATION = "consultation"
    BOARD = "board"
    MANAGEMENT_TEAM = "management team"
    SCRUTINY = "scrutiny"
    DECISION = "decision"
    GO_LIVE = "go-live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Fact):
    """A step that a proposal takes in one authority.

    Its day is that of `meeting` where one is named, else the span of `expected`.  A decision that
    `approves` is the one that makes the proposal live; one that does not reviews or notes.
    """

    proposal: ProposalId
    authority: AuthorityCode
    kind: StepKind
    name: str
    body: BodyId | None = None
    meeting: MeetingId | None = None
    expected: WrittenDate | None = None
    approves: bool = False


class Answer(StrEnum):
    """Yes, no, or nobody has said."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDecisionTest(Fact):
    """A council's own answer to whether this is a key decision, with its reasons."""

    proposal: ProposalId
    authority: AuthorityCode
    answer: Answer
    reasons: tuple[str, ...] = ()
    forward_plan_reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Fact):
    """A notice that was published: of a key decision, of an urgent one, of a private meeting."""

    proposal: ProposalId
    authority: AuthorityCode
    kind: str
    published_on: date
    urgent: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """A decision that was taken: by whom, when, when published, from when effective."""

    proposal: ProposalId
    authority: AuthorityCode
    body: BodyId
    decided_on: date
    text: str
    key: Answer = Answer.UNKNOWN
    key_reason: str = ""
    published_on: date | None = None
    effective_on: date | None = None
    options_considered: str = ""
    interests: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What a paper asks a body to do: the verb (note, support, approve ...) and the matter."""

    number: str
    verb: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Fact):
    """A paper that was put to a body, as the sources show it."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Implication(Fact):
    """What a paper says under an implication or a corporate priority heading."""

    paper: PaperId
    heading: str
    text: str
    contradicted_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Fact):
    """An officer's answer to whether a part of a paper has been cleared."""

    paper: PaperId
    area: str
    question: str
    answer: Answer
    officer: str | None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Fact):
    """What a member said or asked at a meeting, in our words, and the reply that was given."""

    proposal: ProposalId
    body: BodyId
    meeting: MeetingId | None
    kind: str
    text: str
    reply: str | None = None
