"""Meetings, the steps of each council's route, notices, and the decisions that were taken."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.fact import (
    AuthorityCode,
    BodyId,
    Fact,
    MeetingId,
    PaperId,
    ProposalId,
    StepId,
)

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class MeetingStatus(StrEnum):
    """How sure the calendar is of a meeting; a cancelled one is kept, so that it is not lost."""

    CONFIRMED = "confirmed"
    PROVISIONAL = "provisional"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A meeting of a body on a day.

    `starts_at` is the clock time as 18:00; `papers_published_on` the day on which its agenda and
    reports were in fact open to the public; `reference` what the calendar it came from calls it.
    """

    body: BodyId
    held_on: date
    kind: str = "ordinary"
    starts_at: str | None = None
    place: str = ""
    status: MeetingStatus = MeetingStatus.CONFIRMED
    private: bool = False
    papers_published_on: date | None = None
    reference: str | None = None

    def __post_init__(self) -> None:
        if self.starts_at is not None and not _CLOCK.fullmatch(self.starts_at):
            raise ValueError(f"{self.starts_at!r} is no time of day; write it as 18:00")


class StepKind(StrEnum):
    """What a step of a route does, in the order in which a proposal usually takes them.

    Listening is not formal consultation.  The steps after the decision are those between it and
    the first day of the service.
    """

    TRADE_UNION_BRIEFING = "trade union briefing"
    LISTENING = "listening"
    CONSULTATION = "consultation"
    EQUALITY_ASSESSMENT = "equality assessment"
    BOARD = "board"
    MANAGEMENT_TEAM = "management team"
    SCHOOLS_FORUM = "schools forum"
    GROUP_LEADERS = "group leaders"
    SCRUTINY = "scrutiny"
    DECISION = "decision"
    CONSENT = "consent"
    OFFICERS_CONSULTED = "officers consulted"
    TUPE_INFORMATION = "TUPE information"
    SIGNING = "signing"
    GO_LIVE = "go-live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Fact):
    """A step that a proposal takes in one authority.

    Its day is `taken_on` once it was taken, that of `meeting` where one is named, else the span of
    `expected`.  A decision that `approves` makes the proposal live (the last of them, where an
    executive recommends and the full council resolves); one that does not reviews or notes.
    `after` names the steps that must be over first, where the usual order is not meant;
    `lasts_days` how many days a window (listening, consultation) is open, both ends counted.
    """

    proposal: ProposalId
    authority: AuthorityCode
    kind: StepKind
    name: str
    body: BodyId | None = None
    meeting: MeetingId | None = None
    expected: WrittenDate | None = None
    approves: bool = False
    after: tuple[StepId, ...] = ()
    lasts_days: int | None = None
    taken_on: date | None = None

    def __post_init__(self) -> None:
        if self.lasts_days is not None and not 1 <= self.lasts_days <= 1_000:
            raise ValueError(f"{self.lasts_days} days is no length of a step; write 1 to 1000")


class Answer(StrEnum):
    """Yes, no, or nobody has said."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """One limb of the key decision test: what it asks, the answer, and on what it rests."""

    asks: str
    answer: Answer
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDecisionTest(Fact):
    """A council's own answer to whether this is a key decision, with its reasons.

    `money` is the expenditure or saving of this council that was tested, in whole pounds a year;
    `wards` how many wards are significantly affected; `tested_on` the day of the test.
    """

    proposal: ProposalId
    authority: AuthorityCode
    answer: Answer
    reasons: tuple[str, ...] = ()
    forward_plan_reference: str | None = None
    money: int | None = None
    wards: int | None = None
    limbs: tuple[Limb, ...] = ()
    tested_on: date | None = None


class NoticeKind(StrEnum):
    """The notices that English law asks of a council before it decides."""

    KEY_DECISION = "key decision"
    GENERAL_EXCEPTION = "general exception"
    SPECIAL_URGENCY = "special urgency"
    PRIVATE_MEETING = "private meeting"
    PRIVATE_MEETING_SECOND = "private meeting, second notice"
    PRIVATE_MEETING_URGENT = "private meeting, urgent"
    URGENT_ITEM = "urgent item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Fact):
    """A notice that was published before a decision.

    `urgent` says that it leans on urgency; `agreed_by` names the office that agreed to it or was
    told of it (the chair of scrutiny), on `agreed_on`.
    """

    proposal: ProposalId
    authority: AuthorityCode
    kind: NoticeKind
    published_on: date
    urgent: bool = False
    reason: str = ""
    meeting: MeetingId | None = None
    agreed_by: str | None = None
    agreed_on: date | None = None
    representations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Fact):
    """What a council's decision is subject to; it is not live before `met_on`."""

    proposal: ProposalId
    authority: AuthorityCode
    text: str
    expected: WrittenDate | None = None
    met_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override(Fact):
    """A named officer lets a plan stand against a rule that is not law, and publishes why.

    `rule` is the entry of the rule list (for example PREDECISION-SCRUTINY).  A rule of statute or
    case law cannot be overridden.
    """

    proposal: ProposalId
    authority: AuthorityCode
    rule: str
    officer: str
    office: str
    reason: str
    published_on: date

    def __post_init__(self) -> None:
        for name in ("officer", "office", "reason"):
            if not getattr(self, name).strip():
                raise ValueError(f"{name} is empty; an override has an officer and a reason")


class Outcome(StrEnum):
    """What a body did with what it was asked."""

    AGREED = "agreed"
    AGREED_AS_AMENDED = "agreed as amended"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFERRED_BACK = "referred back"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One resolution as passed; `matter` is that of the recommendation from which it came.

    `amendment` says what the meeting changed, empty where it passed as recommended.
    """

    number: str
    text: str
    matter: str = ""
    amendment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """A decision that was taken: by whom, when, when published, from when effective.

    `paper` is what was put to the body, `resolutions` what it passed; `options_considered` the
    alternatives set aside and `reasons` why, `interests` the conflicts declared, `dispensations`
    those granted (SI 2012/2089 reg 12(2)).  `call_in_ends_on` is the last day for a call-in as the
    record prints it (nobody's count of it), `called_in_on` the day on which it was called in,
    `released_on` that on which scrutiny let it stand.
    """

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
    paper: PaperId | None = None
    meeting: MeetingId | None = None
    outcome: Outcome = Outcome.UNKNOWN
    resolutions: tuple[Resolution, ...] = ()
    reasons: str = ""
    dispensations: str = ""
    call_in_ends_on: date | None = None
    called_in_on: date | None = None
    released_on: date | None = None
