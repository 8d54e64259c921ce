"""How long a ledger of 35 packages × 10 councils × 10 years × 12 months takes.

From facts to balances: every planned and every actual entry is a fact of its own, and the split of
each package holds to the penny in every month.  A plain loop over the same facts in fractions
stands beside it in the same run.  All of it is made up.  Run it with `make bench`.
"""

import time
from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from moothall.basics.citations import read_citation
from moothall.basics.pence import to_the_penny
from moothall.basics.years import FinancialYear
from moothall.facts.authority import Authority
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.facts.programme import About, Programme, SourceDocument
from moothall.facts.proposals import Proposal, Stage
from moothall.facts.sharing import EntryKind, LedgerEntry, Split, SplitBasis, SplitWeight
from moothall.finance.ledger import ledgers_of

PACKAGES, COUNCILS, YEARS, MONTHS = 35, 10, 10, 12
RUNS = 7
SOURCE = read_citation("synthetic 1")
KNOWN = date(2025, 1, 6)


def programme() -> Programme:
    """A synthetic programme: no council, package or amount in it is real."""
    codes = tuple(f"council-{place}" for place in range(COUNCILS))
    packages = [f"package-{place}" for place in range(PACKAGES)]
    years = [FinancialYear(2025 + place) for place in range(YEARS)]

    def said(fact_id: str, owner: str) -> dict[str, object]:
        return {"id": fact_id, "source": SOURCE, "known_on": KNOWN, "owner": owner}

    entries = [
        LedgerEntry(
            **said(f"{package}-{code}-{year.start}-{month}-{kind.value}", code),
            proposal=package,
            authority=code,
            kind=kind,
            year=year,
            funding=FundingStream.GENERAL_FUND,
            amount=Decimal(100_000 + 7919 * p + 104_729 * c + 31 * month) / 100,
            about="Service",
            month=month,
        )
        for p, package in enumerate(packages)
        for c, code in enumerate(codes)
        for year in years
        for month in range(1, MONTHS + 1)
        for kind in (EntryKind.PLANNED, EntryKind.ACTUAL)
    ]
    return Programme(
        about=About(
            id="speed", name="Synthetic", authorities=codes, summary="Synthetic.", synthetic=True
        ),
        authorities=tuple(
            Authority(code=code, name=code, short_name=code, synthetic=True) for code in codes
        ),
        documents=(
            SourceDocument(id="synthetic", title="Synthetic", owner="programme", known_on=KNOWN),
        ),
        proposals=tuple(
            Proposal(
                **said(package, "programme"),
                name=package,
                parties=codes,
                stage=Stage.IMPLEMENTATION,
                summary="Synthetic.",
            )
            for package in packages
        ),
        splits=tuple(
            Split(
                **said(f"split-{package}", "programme"),
                proposal=package,
                basis=SplitBasis.POPULATION,
                since=years[0],
                weights=tuple(
                    SplitWeight(authority=code, weight=Decimal(90_000 + 17_389 * c))
                    for c, code in enumerate(codes)
                ),
            )
            for package in packages
        ),
        baseline_lines=tuple(
            BaselineLine(
                **said(f"line-{package}-{code}", code),
                proposal=package,
                authority=code,
                service="Service",
                funding=FundingStream.GENERAL_FUND,
                year=years[0],
                gross_expenditure=Decimal(2_000_000),
                gross_income=Decimal(0),
            )
            for package in packages
            for code in codes
        ),
        ledger_entries=tuple(entries),
    )


def plain_loop(held: Programme) -> int:
    """The shares of every month's joint cost, one after another in fractions."""
    weights = {
        split.proposal: [Fraction(each.weight) for each in split.weights] for split in held.splits
    }
    together: dict[tuple[str, EntryKind, FinancialYear, int | None], Fraction] = defaultdict(
        Fraction
    )
    for entry in held.ledger_entries:
        place = entry.proposal, entry.kind, entry.year, entry.month
        together[place] += Fraction(entry.amount)
    shares = 0
    for (package, *_), cost in together.items():
        own = weights[str(package)]
        total = sum(own, Fraction(0))
        shares += len(to_the_penny([cost * each / total for each in own]))
    return shares


def main() -> None:
    held = programme()
    plan = tuple(entry for entry in held.ledger_entries if entry.kind is EntryKind.PLANNED)
    lines = PACKAGES * COUNCILS * YEARS * MONTHS
    print(
        f"{PACKAGES} packages × {COUNCILS} councils × {YEARS} years × {MONTHS} months: {lines:,} "
        f"lines; best of {RUNS}"
    )
    for label, entries, aim in (
        ("shares of a plan", plan, "aim: under 100 ms"),
        ("plan, actuals, what is due, balances", held.ledger_entries, ""),
    ):
        case = replace(held, ledger_entries=entries)
        ours, known = best(case)
        start = time.perf_counter()
        shares = plain_loop(case)
        loop = time.perf_counter() - start
        print(f"{label:44} {ours * 1000:9.1f} ms   {aim}")
        print(f"  {len(entries):,} entries in, {known:,} monthly figures out, to the penny")
        print(
            f"  {'a plain loop in fractions, shares alone':42} {loop * 1000:9.1f} ms   "
            f"{loop / ours:6.1f} × ours, {shares:,} figures"
        )


def best(held: Programme) -> tuple[float, int]:
    """The shortest time in seconds, and the number of monthly figures known."""
    ledgers = ledgers_of(held)  # numpy is imported once
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ledgers = ledgers_of(held)
        took.append(time.perf_counter() - start)
    return min(took), sum(int(ledger.said[:, :, :, 1:].sum()) for ledger in ledgers)


if __name__ == "__main__":
    main()
