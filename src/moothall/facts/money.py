"""Money as the sources print it: budgets, forecasts, savings and how they are made up."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.basics.figures import Figure
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.fact import AuthorityCode, BudgetId, Fact, ProposalId, SavingId


class Unit(StrEnum):
    """The unit that a table's heading or a sentence states."""

    POUNDS = "£"
    THOUSANDS = "£000"
    MILLIONS = "£m"


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """A row of a budget table: gross expenditure, gross income and net, each as printed."""

    name: str
    gross_expenditure: Figure
    gross_income: Figure
    net: Figure
    total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget(Fact):
    """One authority's budget table.  `year` and `funding` are None where the source is silent."""

    authority: AuthorityCode
    name: str
    unit: Unit
    lines: tuple[BudgetLine, ...]
    year: FinancialYear | None = None
    funding: str | None = None
    proposal: ProposalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyStatement(Fact):
    """An amount in a sentence: an overspend, a grant, a commitment.

    `against` names the budget that it is a part of or is measured against; `same_money_as` the
    saving whose money it also claims.
    """

    authority: AuthorityCode
    about: str
    amount: Figure
    text: str
    against: BudgetId | None = None
    same_money_as: SavingId | None = None
    funding: str | None = None
    proposal: ProposalId | None = None


class Recurrence(StrEnum):
    """Whether money comes again every year; one-off money never counts as recurrent (rule R5)."""

    RECURRENT = "recurrent"
    ONE_OFF = "one-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasedAmount:
    """What a savings table prints for one year; `cumulative` where the column heading says so."""

    year: FinancialYear
    amount: Figure
    cumulative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingPart:
    """A row of the breakdown of one year's saving: a part, a subtotal or the total."""

    name: str
    amount: Figure
    kind: str = "part"
    recurrence: Recurrence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingBreakdown:
    """How one year's saving is made up, row by row as printed."""

    year: FinancialYear
    rows: tuple[SavingPart, ...]


class SavingStanding(StrEnum):
    """What a saving rests on; only somebody who is named verifies it."""

    CLAIMED = "claimed"
    EVIDENCED = "evidenced"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving(Fact):
    """A line of a savings plan: cash limit, full-year saving, revised limit, phasing.

    `starts` is from when it is saved, which makes the first year a part year; `confidence_percent`
    how much of it its owner expects; `cost_of_change` what has to be spent once to get it;
    `part_of` the programme's line that this council's line is a part of.
    """

    proposal: ProposalId
    authority: AuthorityCode
    number: str
    name: str
    unit: Unit
    cash_limit_year: FinancialYear
    cash_limit: Figure
    full_year_saving: Figure
    revised_cash_limit: Figure
    phasing: tuple[PhasedAmount, ...]
    breakdown: SavingBreakdown | None = None
    funding: str | None = None
    posts_reduced: str | None = None
    funding_stream: FundingStream | None = None
    starts: WrittenDate | None = None
    standing: SavingStanding = SavingStanding.CLAIMED
    evidenced_by: str | None = None
    verified_by: str | None = None
    verified_on: date | None = None
    confidence_percent: Decimal | None = None
    cost_of_change: Figure | None = None
    part_of: SavingId | None = None
