"""What services cost each council before anything is shared, and who has signed for it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from moothall.basics.dates import WrittenDate
from moothall.basics.years import FinancialYear
from moothall.facts.fact import AuthorityCode, Fact, ProposalId


class FundingStream(StrEnum):
    """Where money comes from; what may be done with it follows from that."""

    GENERAL_FUND = "General Fund cash limit"
    DSG_SCHOOLS = "DSG schools block"
    DSG_CENTRAL = "DSG central school services block"
    DSG_EARLY_YEARS = "DSG early years block"
    DSG_HIGH_NEEDS = "DSG high needs block"
    PUBLIC_HEALTH = "public health grant"
    GRANT = "other grant"
    RESERVE = "reserve"
    TRADED = "traded income"

    @property
    def is_dsg(self) -> bool:
        """Whether it is the Dedicated Schools Grant, decided with the Schools Forum."""
        return self.value.startswith("DSG")

    @property
    def is_ring_fenced(self) -> bool:
        """Whether it may be spent on its own purpose alone, and never on another council's."""
        return self.is_dsg or self in (FundingStream.PUBLIC_HEALTH, FundingStream.GRANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineLine(Fact):
    """One council's money for one service from one funding stream in one year.

    Pounds; income is positive.  `recharges_in` is what other services charge it, `recharges_out`
    what it charges them, None where nobody has said; both are part of gross expenditure and income.
    `price_base` is the year in whose prices it stands.
    """

    proposal: ProposalId
    authority: AuthorityCode
    service: str
    funding: FundingStream
    year: FinancialYear
    gross_expenditure: Decimal
    gross_income: Decimal
    fte: Decimal | None = None
    recharges_in: Decimal | None = None
    recharges_out: Decimal | None = None
    price_base: FinancialYear | None = None
    grant_ends: WrittenDate | None = None
    ledger_code: str | None = None

    def __post_init__(self) -> None:
        for name in ("gross_expenditure", "gross_income", "fte", "recharges_in", "recharges_out"):
            value = getattr(self, name)
            if value is not None and value < 0:
                raise ValueError(f"{name} is {value}; write it as a positive number")

    @property
    def net(self) -> Decimal:
        """Gross expenditure less gross income."""
        return self.gross_expenditure - self.gross_income


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLine:
    """A line as it stood when it was signed, so that what changed since can be shown."""

    service: str
    funding: FundingStream
    year: FinancialYear
    gross_expenditure: Decimal
    gross_income: Decimal
    fte: Decimal | None = None
    recharges_in: Decimal | None = None
    recharges_out: Decimal | None = None
    price_base: FinancialYear | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineSignature(Fact):
    """A section 151 officer's signature under the council's own lines of one baseline."""

    proposal: ProposalId
    authority: AuthorityCode
    version: int
    signed_by: str
    signed_on: date
    lines: tuple[SignedLine, ...]
    note: str = ""
