"""What the councils sign, and what it does to those who work for them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.facts.decisions import Answer
from moothall.facts.fact import AuthorityCode, Fact, ProposalId


class Power(StrEnum):
    """The power under which councils share a service."""

    OFFICERS_AT_DISPOSAL = "officers placed at disposal"
    DELEGATION = "delegation to another authority"
    JOINT_COMMITTEE = "joint committee"
    SUPPLY_OF_SERVICES = "supply of services"
    INFORMAL = "informal collaboration"


class FunctionKind(StrEnum):
    """Whose functions an arrangement touches: the executive's, the council's, or both."""

    EXECUTIVE = "executive"
    COUNCIL = "council"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerConsulted:
    """A post placed at another council's disposal, and when its holder was consulted."""

    post: str
    consulted_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Fact):
    """An agreement between the councils on one proposal.

    `provider` is the council that acts for the others; `officers` the posts at another's disposal.
    `value` is the whole-life value in whole pounds, capital apart.  What nobody has said is None.
    """

    proposal: ProposalId
    name: str
    power: Power
    parties: tuple[AuthorityCode, ...]
    provider: AuthorityCode | None = None
    functions: FunctionKind | None = None
    officers: tuple[OfficerConsulted, ...] = ()
    signed_on: WrittenDate | None = None
    starts: WrittenDate | None = None
    ends: WrittenDate | None = None
    review_on: WrittenDate | None = None
    notice_months: int | None = None
    value: int | None = None
    capital_value: int | None = None
    consent_needed: Answer = Answer.UNKNOWN
    consented_on: date | None = None
    procurement_basis: str | None = None
    personal_data_shared: Answer = Answer.UNKNOWN
    data_protection_assessed_on: date | None = None
    data_sharing_agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkforceChange(Fact):
    """What a proposal does to one council's employees: transfer, redundancy, and the consultation.

    `redundancies` counts those proposed at one establishment within 90 days, `affected` the
    employees who would transfer; None where nobody has said.
    """

    proposal: ProposalId
    authority: AuthorityCode
    transfer: Answer = Answer.UNKNOWN
    transfer_on: date | None = None
    affected: int | None = None
    informed_on: date | None = None
    liability_information_on: date | None = None
    redundancies: int | None = None
    consultation_began_on: date | None = None
    first_dismissal_on: date | None = None
