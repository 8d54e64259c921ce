"""Invented councils that share one cost, as frozen facts.  Everything in them is synthetic."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from moothall.basics.citations import read_citation
from moothall.basics.dates import read_written_date
from moothall.basics.years import FinancialYear, read_financial_year
from moothall.facts.agreements import Agreement, Power
from moothall.facts.authority import Authority
from moothall.facts.baselines import BaselineLine, FundingStream
from moothall.facts.posts import PaidBefore, Share, SharedPost
from moothall.facts.programme import About, Programme, SourceDocument
from moothall.facts.proposals import Proposal, Stage
from moothall.facts.sharing import (
    CoalitionCost,
    EntryKind,
    ExitTerms,
    LedgerEntry,
    Split,
    SplitBasis,
    SplitWeight,
    UnwindCost,
)

PROPOSAL = "archive"
YEAR = read_financial_year("2025/26")
GENERAL_FUND = FundingStream.GENERAL_FUND
KNOWN = date(2025, 1, 6)


def year(text: str) -> FinancialYear:
    return read_financial_year(text)


def said(fact_id: str, owner: str = "programme", known_on: date = KNOWN) -> dict[str, Any]:
    """What every fact carries."""
    source = read_citation("invented 1")
    return {
        "id": fact_id,
        "source": source,
        "known_on": known_on,
        "owner": owner,
        "assumed": "Synthetic: an invented example.",
    }


def towns(*codes: str, **kinds: Iterable[Any]) -> Programme:
    """A programme of invented councils with one proposal, and whatever facts are given."""
    return Programme(
        about=About(
            id="towns",
            name="Towns (invented)",
            authorities=codes,
            summary="Invented councils share an archive.",
            synthetic=True,
        ),
        authorities=tuple(
            Authority(
                code=code,
                name=f"{code.title()} Borough Council",
                short_name=code.title(),
                synthetic=True,
            )
            for code in codes
        ),
        documents=(
            SourceDocument(
                id="invented", title="Invented", owner="programme", known_on=date(2025, 1, 6)
            ),
        ),
        proposals=(
            Proposal(
                **said(PROPOSAL),
                name="One archive service",
                parties=codes,
                stage=Stage.DUE_DILIGENCE,
                summary="One archive.",
            ),
        ),
        **{kind: tuple(facts) for kind, facts in kinds.items()},  # type: ignore[arg-type]
    )


def priced(in_year: FinancialYear = YEAR, **costs: Any) -> tuple[CoalitionCost, ...]:
    """Costs of coalitions, their members joined by a low line: `ashby=11, ashby_brae=15`."""
    return tuple(
        CoalitionCost(
            **said(f"cost-{name}-{in_year.start}"),
            proposal=PROPOSAL,
            authorities=tuple(name.split("_")),
            year=in_year,
            amount=Decimal(str(amount)),
        )
        for name, amount in costs.items()
    )


def split(
    basis: SplitBasis,
    since: FinancialYear = YEAR,
    weights: Mapping[str, Any] | None = None,
    **more: Any,
) -> Split:
    return Split(
        **said(f"split-{basis.name.lower()}-{since.start}"),
        proposal=PROPOSAL,
        basis=basis,
        since=since,
        weights=tuple(
            SplitWeight(authority=code, weight=Decimal(str(weight)))
            for code, weight in (weights or {}).items()
        ),
        **more,
    )


_COUNT = iter(range(10**9))


def entry(
    kind: EntryKind,
    authority: str,
    amount: Any,
    *,
    owner: str | None = None,
    in_year: FinancialYear = YEAR,
    month: int | None = None,
    funding: FundingStream = GENERAL_FUND,
    about: str = "Archive",
) -> LedgerEntry:
    return LedgerEntry(
        **said(f"entry-{next(_COUNT)}", owner or authority),
        proposal=PROPOSAL,
        authority=authority,
        kind=kind,
        year=in_year,
        funding=funding,
        amount=Decimal(str(amount)),
        about=about,
        month=month,
    )


def planned(authority: str, amount: Any, **more: Any) -> LedgerEntry:
    return entry(EntryKind.PLANNED, authority, amount, **more)


def actual(authority: str, amount: Any, **more: Any) -> LedgerEntry:
    return entry(EntryKind.ACTUAL, authority, amount, **more)


def settled(authority: str, amount: Any, **more: Any) -> LedgerEntry:
    return entry(EntryKind.SETTLED, authority, amount, **more)


def line(
    authority: str,
    gross: Any,
    income: Any = 0,
    *,
    in_year: FinancialYear = YEAR,
    funding: FundingStream = GENERAL_FUND,
) -> BaselineLine:
    return BaselineLine(
        **said(f"line-{next(_COUNT)}", authority),
        proposal=PROPOSAL,
        authority=authority,
        service="Archive",
        funding=funding,
        year=in_year,
        gross_expenditure=Decimal(str(gross)),
        gross_income=Decimal(str(income)),
    )


def exit_terms(*costs: UnwindCost, **more: Any) -> ExitTerms:
    return ExitTerms(**said("exit"), proposal=PROPOSAL, costs=costs, **more)


def post(title: str, shares: Mapping[str, int], **more: Any) -> SharedPost:
    before: Mapping[str, int] = more.pop("paid_before", {})
    return SharedPost(
        **said(f"post-{title.lower()}"),
        proposal=PROPOSAL,
        title=title,
        shares=tuple(Share(authority=c, percent=Decimal(p)) for c, p in shares.items()),
        paid_before=tuple(PaidBefore(authority=c, pounds=Decimal(p)) for c, p in before.items()),
        **more,
    )


def agreement(*codes: str, ends: str) -> Agreement:
    return Agreement(
        **said("agreement"),
        proposal=PROPOSAL,
        name="Archive agreement",
        power=Power.DELEGATION,
        parties=codes,
        ends=read_written_date(ends),
    )


def without(programme: Programme, kind: str) -> Programme:
    """The programme with no fact of a kind."""
    return replace(programme, **{kind: ()})  # type: ignore[arg-type]
