"""How the councils split what sharing costs, what they in fact paid, and how they would part."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.fact import AuthorityCode, Fact, ProposalId


class SplitBasis(StrEnum):
    """By what a joint cost is split."""

    EQUAL = "equal"
    POPULATION = "population"
    CHILDREN_UNDER_FIVE = "children under five"
    PUPILS = "pupils"
    ACTIVITY = "activity"
    GROSS_BUDGET = "gross budget"
    STAND_ALONE = "stand-alone cost"
    EQUAL_SAVING = "equal saving"
    SEPARABLE_COSTS = "separable costs"
    SHAPLEY = "Shapley value"
    NUCLEOLUS = "nucleolus"
    AGREED = "agreed shares"


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitWeight:
    """One council's weight under a split: people, pupils, cases, pounds or per cent."""

    authority: AuthorityCode
    weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Fact):
    """The split that holds from a year on, until another does.

    `tolerance` is by how many percentage points an activity share may drift before it is changed;
    `moves_over` the number of years over which the split moves here from the one before;
    `nobody_worse_off` caps each council at its baseline and refunds it from the others' gains;
    `subsidy_bound` the pounds a year beyond which one council is said to carry another.
    """

    proposal: ProposalId
    basis: SplitBasis
    since: FinancialYear
    weights: tuple[SplitWeight, ...] = ()
    tolerance: Decimal | None = None
    moves_over: int | None = None
    nobody_worse_off: bool = False
    subsidy_bound: Decimal | None = None

    def __post_init__(self) -> None:
        if any(each.weight < 0 for each in self.weights):
            raise ValueError(
                "a weight is negative; write people, pupils, cases, pounds or per cent"
            )
        total = sum((each.weight for each in self.weights), Decimal(0))
        if self.basis is SplitBasis.AGREED and self.weights and total != 100:
            raise ValueError(f"the agreed shares sum to {total} per cent, not 100")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoalitionCost(Fact):
    """What one council, or several together, would pay a year without the others."""

    proposal: ProposalId
    authorities: tuple[AuthorityCode, ...]
    year: FinancialYear
    amount: Decimal


class EntryKind(StrEnum):
    """What an entry of the ledger is: planned, paid, or settled between the councils."""

    PLANNED = "planned"
    ACTUAL = "actual"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry(Fact):
    """Money of one council for the shared service, in pounds; a cost is positive, income negative.

    `month` is 1 (April) to 12 (March), None for the whole year.  The councils may hold different
    figures for one thing: each owns its own entries.
    """

    proposal: ProposalId
    authority: AuthorityCode
    kind: EntryKind
    year: FinancialYear
    funding: FundingStream
    amount: Decimal
    about: str
    month: int | None = None
    ledger_code: str | None = None

    def __post_init__(self) -> None:
        if self.month is not None and not 1 <= self.month <= 12:
            raise ValueError(f"month {self.month} is none; write 1 (April) to 12 (March)")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnwindCost:
    """One cost of parting: redundancy, pension strain, systems, contracts."""

    name: str
    authority: AuthorityCode
    amount: Decimal
    year_after: int = 1
    recurrent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitTerms(Fact):
    """How the councils would part: notice, costs, and who bears them."""

    proposal: ProposalId
    notice_months: int | None = None
    share_out: SplitBasis | None = None
    weights: tuple[SplitWeight, ...] = ()
    costs: tuple[UnwindCost, ...] = ()
    assets: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerRates(Fact):
    """What a council pays on top of salaries from a year on, as its pension fund and it say.

    Per cent of pay; None where nobody has said: no default is taken.
    """

    authority: AuthorityCode
    since: FinancialYear
    pension_percent: Decimal | None = None
    levy_percent: Decimal | None = None
    pay_award_percent: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumItem(Fact):
    """What a Schools Forum has to decide before money of the grant may be relied on.

    `year` is the year for which it decides; `decided` is None while it has not.
    `passed_on_percent` is what part of early years funding reaches providers, where it is about
    that.
    """

    proposal: ProposalId
    authority: AuthorityCode
    item: str
    funding: FundingStream
    year: FinancialYear
    amount: Decimal | None = None
    decided: bool | None = None
    vat_treatment: str | None = None
    passed_on_percent: Decimal | None = None

    def __post_init__(self) -> None:
        passed = self.passed_on_percent
        if passed is not None and not 0 <= passed <= 100:
            raise ValueError(f"{passed} is no part in per cent; write it from 0 to 100")
