"""Posts that work for more than one authority."""

from dataclasses import dataclass
from decimal import Decimal

from moothall.basics.dates import WrittenDate
from moothall.basics.figures import Figure
from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.fact import AuthorityCode, Fact, ProposalId


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One authority's share of a cost, in per cent."""

    authority: AuthorityCode
    percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBefore:
    """What one council paid a year for the work before it was shared, or pays to cover for it."""

    authority: AuthorityCode
    pounds: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPost(Fact):
    """A shared post and its terms.  Money that the source withholds is None.

    `paid_before` is what each council paid for the work before; `backfill` what it pays to have the
    post-holder's former work done; both in pounds a year, on-costs included.  Salary and honorarium
    are those of one full-time post in `salary_year`; `honorarium_rises` says whether pay awards
    raise the honorarium too, None where nobody has said.  `vat_treatment` is the answer recorded on
    the VAT of staff supplied to another council.
    """

    proposal: ProposalId
    title: str
    shares: tuple[Share, ...]
    host: AuthorityCode | None = None
    arrangement: str = ""
    salary: Figure | None = None
    honorarium: Figure | None = None
    uplift: str = ""
    funding: str | None = None
    starts: WrittenDate | None = None
    fixed_term: bool = False
    term: str | None = None
    review: str | None = None
    review_on: WrittenDate | None = None
    notice: str | None = None
    notice_months: int | None = None
    cover: str | None = None
    fte: Decimal | None = None
    term_months: int | None = None
    funding_stream: FundingStream | None = None
    paid_before: tuple[PaidBefore, ...] = ()
    backfill: tuple[PaidBefore, ...] = ()
    salary_year: FinancialYear | None = None
    honorarium_rises: bool | None = None
    vat_treatment: str | None = None

    def __post_init__(self) -> None:
        total = sum((share.percent for share in self.shares), Decimal(0))
        if total != 100:
            raise ValueError(
                f"the shares sum to {total} per cent, not 100; state every authority's share"
            )
