"""Two sets of books, one ledger: what each council planned, paid and settled, and its share of it.

Per council, year, month and funding stream, in whole pence (integers, so that sums are exact):

- `before`: what it paid before anything was shared, its baseline (of the whole year);
- `planned`: what it plans to spend; `share`: its share of what all plan, under the split in force;
- `actual`: what it spent; `due`: its share of what all spent;
- `settled`: what it paid the others (received: negative);
- `balance`: due less actual less settled: what it still owes, or is owed where negative.

Shares fall month by month to the penny so that the months make the year.  Ring-fenced money is not
shared: each council bears its own, and where a split would move it that is a finding.  What nobody
has said is unknown, never zero: while a council has not given its year, nobody's share of that year
is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from moothall.basics.years import FinancialYear
from moothall.facts.baselines import FundingStream
from moothall.facts.sharing import EntryKind
from moothall.finance.books import Disagreement
from moothall.finance.splits import YearShares

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEASURES = ("before", "planned", "share", "actual", "due", "settled", "balance")
SLOTS = 13
"""The whole year where no month is said, then April to March."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One council's line of the ledger, in pounds; None is unknown.

    `month` is 1 (April) to 12 (March), 0 for what is said of the whole year alone, None for the
    year's total.
    """

    authority: str
    year: FinancialYear
    month: int | None
    funding: FundingStream
    before: Decimal | None
    planned: Decimal | None
    share: Decimal | None
    actual: Decimal | None
    due: Decimal | None
    settled: Decimal | None
    balance: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ledger:
    """A proposal's ledger.

    `pence` and `said` are indexed by measure, council, year, slot and stream; `said` tells what is
    known.  `shares` has one split per year; `not_given` the kinds that a party has not given for a
    year; `rounded` the entries that were not in whole pence.
    """

    proposal: str
    authorities: tuple[str, ...]
    years: tuple[FinancialYear, ...]
    streams: tuple[FundingStream, ...]
    shares: tuple[YearShares, ...]
    disagreements: tuple[Disagreement, ...]
    not_given: tuple[tuple[EntryKind, FinancialYear, str], ...]
    rounded: tuple[str, ...]
    pence: "NDArray[Any]"
    said: "NDArray[Any]"

    def figure(
        self,
        measure: str,
        authority: str,
        year: FinancialYear,
        funding: FundingStream | None = None,
        month: int | None = None,
    ) -> Decimal | None:
        """One figure in pounds, of one stream or all, a month or the whole year; None: unknown."""
        if authority not in self.authorities or year not in self.years:
            return None
        at = (MEASURES.index(measure), self.authorities.index(authority), self.years.index(year))
        pence, said = self.pence[at], self.said[at]
        if month is not None:
            pence, said = pence[month : month + 1], said[month : month + 1]
        if funding is not None:
            if funding not in self.streams:
                return None
            place = self.streams.index(funding)
            pence, said = pence[:, place], said[:, place]
        return _pounds(int(pence.sum())) if said.any() else None

    def shares_in(self, year: FinancialYear) -> YearShares:
        """The split of one year of the ledger."""
        return self.shares[self.years.index(year)]

    def rows(self, *, by_month: bool = False) -> Iterator[LedgerRow]:
        """Every line on which something is said: council by council, year by year."""

        import numpy as np

        pence = self.pence if by_month else self.pence.sum(axis=3, keepdims=True)
        said = self.said if by_month else np.any(self.said, axis=3, keepdims=True)
        for a, y, slot, s in np.argwhere(np.any(said, axis=0)).tolist():
            values = pence[:, a, y, slot, s].tolist()
            known = said[:, a, y, slot, s].tolist()
            yield LedgerRow(
                authority=self.authorities[a],
                year=self.years[y],
                month=slot if by_month else None,
                funding=self.streams[s],
                **{
                    name: _pounds(value) if is_known else None
                    for name, value, is_known in zip(MEASURES, values, known, strict=True)
                },
            )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ledger):
            return NotImplemented
        return (
            (self.proposal, self.authorities, self.years, self.streams, self.shares)
            == (other.proposal, other.authorities, other.years, other.streams, other.shares)
            and self.disagreements == other.disagreements
            and bool((self.pence == other.pence).all())
            and bool((self.said == other.said).all())
        )

    def __hash__(self) -> int:
        return hash((self.proposal, self.authorities, self.years, self.streams))


def _pounds(pence: int) -> Decimal:
    return Decimal(pence).scaleb(-2) if abs(pence) < 10**26 else Decimal(f"{pence}e-2")
