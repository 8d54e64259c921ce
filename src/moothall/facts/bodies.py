"""Who decides, advises, scrutinises and is consulted; who does the work."""

from dataclasses import dataclass
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.fact import (
    AuthorityCode,
    BodyId,
    Fact,
    PhaseId,
    ProposalId,
    WorkstreamId,
)


class Power(StrEnum):
    """What a body may do with a proposal; only one that decides can approve it (rule R1)."""

    DECIDES = "decides"
    SIGNS_OFF = "signs off"
    ADVISES = "advises"
    SCRUTINISES = "scrutinises"
    IS_CONSULTED = "is consulted"
    MANAGES = "manages"


class BodyKind(StrEnum):
    """What sort of body it is; papers and notice periods follow from it."""

    EXECUTIVE = "executive"
    COMMITTEE = "committee"
    COUNCIL = "council"
    OFFICER = "officer"
    SCRUTINY = "scrutiny"
    PROGRAMME_BOARD = "programme board"
    PARTNERSHIP_BOARD = "partnership board"
    MANAGEMENT_TEAM = "management team"
    REVIEW_GROUP = "review group"
    FORUM = "forum"
    JOINT_CONSULTATION = "joint consultation"
    PARTY_GROUP = "party group"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Fact):
    """A board, committee or forum.  `authority` is None for a body of the whole programme.

    `items_at_most` is how many of the programme's items one meeting takes; None where nobody says.
    """

    name: str
    kind: BodyKind
    power: Power
    authority: AuthorityCode | None = None
    formal: bool = True
    lead: bool = False
    chaired_by: str | None = None
    members: tuple[str, ...] = ()
    reports_to: tuple[BodyId, ...] = ()
    purpose: str = ""
    items_at_most: int | None = None

    def __post_init__(self) -> None:
        if self.items_at_most is not None and self.items_at_most < 0:
            raise ValueError(f"{self.items_at_most} items is no number of items; write 0 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fact):
    """An office in the programme and, where the source prints it, who held it."""

    title: str
    authorities: tuple[AuthorityCode, ...]
    holder: str | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Fact):
    """A stretch of the programme with its contents as named."""

    name: str
    contents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workstream(Fact):
    """A line of work across the authorities.

    `at_once` is how many of its proposals its lead can carry at a time between the final report
    and the decision; None where nobody says.
    """

    name: str
    number: str | None = None
    phase: PhaseId | None = None
    within: str | None = None
    at_once: int | None = None

    def __post_init__(self) -> None:
        if self.at_once is not None and self.at_once < 0:
            raise ValueError(f"{self.at_once} proposals is no number of them; write 0 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package(Fact):
    """A package of services under review."""

    name: str
    workstream: WorkstreamId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageCount(Fact):
    """How many packages a source says there are; those it does not name are counted as unnamed."""

    stated: int
    review_by: WrittenDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim(Fact):
    """An aim, design test or review purpose of the programme."""

    kind: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyLink(Fact):
    """A strategy or plan that the programme says it serves."""

    name: str
    proposal: ProposalId | None = None
