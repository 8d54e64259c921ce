"""Risk and equality: what might go wrong, and for whom."""

from dataclasses import dataclass
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.fact import AuthorityCode, Fact, ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Fact):
    """A risk, its implications and the actions planned, in paragraphs as a table holds them."""

    title: str
    description: str
    implications: tuple[str, ...]
    actions: tuple[str, ...]
    proposal: ProposalId | None = None
    action_owner: str | None = None


class StageState(StrEnum):
    """How far a stage of an equality impact assessment is."""

    COMPLETE = "complete"
    PARTLY = "partly complete"
    TO_BE_COMPLETED = "to be completed"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualityStage:
    """A stage of the assessment as the form numbers it (1, 2, 2a, 3, 4)."""

    number: str
    title: str
    state: StageState
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Characteristic:
    """A protected characteristic, or a local one, and whom it touches."""

    name: str
    who: str
    protected: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EqualityAssessment(Fact):
    """A screening or a full equality impact assessment of one proposal by one authority.

    `label` is what the form calls itself ("draft", "Final"); `full_required` is the answer to the
    screening question, None while nobody has answered it.
    """

    proposal: ProposalId
    authority: AuthorityCode
    full_required: bool | None
    reason: str
    label: str | None = None
    dated: WrittenDate | None = None
    stages: tuple[EqualityStage, ...] = ()
    characteristics: tuple[Characteristic, ...] = ()
    objectives: tuple[str, ...] = ()
    monitoring: str = ""
