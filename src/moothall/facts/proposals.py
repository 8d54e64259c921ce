"""Proposals, their options, the words written about them, and their milestones."""

from dataclasses import dataclass
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.fact import (
    AuthorityCode,
    Fact,
    PhaseId,
    ProposalId,
    WorkstreamId,
)


class Stage(StrEnum):
    """The three stages through which document 000 (3.6) takes every option."""

    FORMULATION = "formulation"
    DUE_DILIGENCE = "due diligence"
    IMPLEMENTATION = "implementation"


class Standing(StrEnum):
    """Where an option stands in the appraisal."""

    BENCHMARK = "benchmark"
    POSSIBLE = "possible"
    PROPOSED = "proposed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Fact):
    """One proposal and the authorities that must each decide it."""

    name: str
    parties: tuple[AuthorityCode, ...]
    stage: Stage
    summary: str
    phase: PhaseId | None = None
    workstream: WorkstreamId | None = None
    in_scope: tuple[str, ...] = ()
    out_of_scope: tuple[str, ...] = ()
    wanted_from: WrittenDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Fact):
    """A way of meeting the proposal's purpose.

    `model` places it on the range from informal collaboration to a formal shared service;
    `reasons` says why it stands where it does, in the words of the sources or marked assumed.
    """

    proposal: ProposalId
    name: str
    model: str
    standing: Standing
    description: str
    benefits: tuple[str, ...] = ()
    drawbacks: tuple[str, ...] = ()
    reasons: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit(Fact):
    """A benefit that a source claims; `measured_by` is None while nobody measures it."""

    proposal: ProposalId
    text: str
    kind: str = "non-financial"
    measured_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Fact):
    """Words for the papers on one topic; the report formats say which section takes which topic.

    `authority` is set where only that council's paper carries them.  Under one heading those with a
    lower `order` come first, and those with the same as they were added; it is no negative number,
    and begins in the middle so that there is room before it.
    """

    proposal: ProposalId
    topic: str
    text: str
    authority: AuthorityCode | None = None
    order: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Fact):
    """A milestone with its date as written and the output expected of it (may be blank)."""

    proposal: ProposalId
    description: str
    expected: WrittenDate
    output: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking(Fact):
    """Something that somebody promised in a paper or a meeting."""

    text: str
    made_by: str
    made_to: str
    proposal: ProposalId | None = None
    due: WrittenDate | None = None
    kept: str | None = None
