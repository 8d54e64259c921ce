"""Invented programmes with money in them, as frozen facts.

Two or more invented towns look at one archive service.  Every figure is synthetic; nothing in here
describes a real council.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from moothall.basics.citations import Citation
from moothall.basics.dates import read_written_date
from moothall.basics.figures import bracketed, read_figure
from moothall.basics.years import FinancialYear, read_financial_year
from moothall.facts.authority import Authority
from moothall.facts.baselines import BaselineLine, BaselineSignature, FundingStream
from moothall.facts.decisions import Decision
from moothall.facts.money import (
    PhasedAmount,
    Recurrence,
    Saving,
    SavingBreakdown,
    SavingPart,
    Unit,
)
from moothall.facts.posts import Share, SharedPost
from moothall.facts.programme import About, Programme, SourceDocument
from moothall.facts.proposals import Passage, Proposal, Stage
from moothall.facts.sharing import ForumItem
from moothall.finance.baseline_versions import next_signature

KNOWN = date(2026, 1, 5)
THIS_YEAR = read_financial_year("2025/26")
NEXT_YEAR = THIS_YEAR.next
SERVICE = "archive"
_FACT: dict[str, Any] = {"source": Citation(document="invented", paragraph="1"), "known_on": KNOWN}


def towns(*codes: str, stage: Stage = Stage.DUE_DILIGENCE, **facts: Any) -> Programme:
    """A programme of invented towns with one proposal of them all; `facts` by kind."""
    parties = codes or ("ashby", "brae")
    return Programme(
        about=About(
            id="money-towns",
            name="Money towns (invented)",
            authorities=parties,
            summary="Invented towns look at one archive service.",
            synthetic=True,
        ),
        authorities=tuple(
            Authority(
                code=code,
                name=f"{code.capitalize()} Borough Council",
                short_name=code.capitalize(),
                synthetic=True,
            )
            for code in parties
        ),
        documents=(
            SourceDocument(id="invented", title="Invented", owner="programme", known_on=KNOWN),
        ),
        proposals=(
            Proposal(
                id=SERVICE,
                owner="programme",
                name="One archive service",
                parties=parties,
                stage=stage,
                summary="One archive for all.",
                **_FACT,
            ),
        ),
        **facts,
    )


def line(authority: str, service: str = "Archives", gross: Any = 100_000, **more: Any) -> Any:
    """A line of a baseline: General Fund, this year, nothing left unsaid, unless told otherwise."""
    values: dict[str, Any] = {
        "id": f"{authority}-{service}-{more.get('funding', '')}-{more.get('year', '')}",
        "owner": authority,
        "proposal": SERVICE,
        "authority": authority,
        "service": service,
        "funding": FundingStream.GENERAL_FUND,
        "year": THIS_YEAR,
        "gross_expenditure": Decimal(gross),
        "gross_income": Decimal(0),
        "fte": Decimal(2),
        "recharges_in": Decimal(0),
        "recharges_out": Decimal(0),
        "price_base": THIS_YEAR,
        "ledger_code": "A100",
    }
    return BaselineLine(**(_FACT | values | more))


def signed(programme: Programme, *authorities: str, on: date = date(2026, 2, 2)) -> Programme:
    """The programme with the lines of these towns signed as they stand."""
    for authority in authorities:
        coming = next_signature(programme, SERVICE, authority)
        assert coming is not None
        given = BaselineSignature(
            id=f"{authority}-signed-{coming.version}",
            owner=authority,
            proposal=SERVICE,
            authority=authority,
            version=coming.version,
            signed_by=f"Section 151 officer of {authority.capitalize()} (invented)",
            signed_on=on,
            lines=coming.lines,
            **_FACT,
        )
        programme = replace(programme, baseline_signatures=(*programme.baseline_signatures, given))
    return programme


def with_lines(programme: Programme, *lines: BaselineLine) -> Programme:
    return replace(programme, baseline_lines=lines)


def saving(authority: str = "ashby", amount: int = 200, **more: Any) -> Saving:
    """A saving in £000, all of it in its one year, resting on everything that a plan needs."""
    limit = more.pop("limit", 900)
    values: dict[str, Any] = {
        "id": f"{authority}-saving",
        "owner": authority,
        "proposal": SERVICE,
        "authority": authority,
        "number": "1",
        "name": f"Archives of {authority}",
        "unit": Unit.THOUSANDS,
        "cash_limit_year": THIS_YEAR,
        "cash_limit": read_figure(f"{limit:,}"),
        "full_year_saving": read_figure(bracketed(Decimal(-amount))),
        "revised_cash_limit": read_figure(bracketed(Decimal(limit - amount))),
        "phasing": phased((NEXT_YEAR, -amount)),
        "funding_stream": FundingStream.GENERAL_FUND,
        "starts": read_written_date("1 April 2026"),
        "evidenced_by": "Invented review",
        "confidence_percent": Decimal(75),
        "cost_of_change": read_figure("50"),
    }
    return Saving(**(_FACT | values | more))


def phased(*amounts: tuple[FinancialYear, int], cumulative: bool = True) -> tuple[Any, ...]:
    """Amounts as a savings table prints them, negative ones in brackets."""
    return tuple(
        PhasedAmount(year=year, amount=read_figure(bracketed(Decimal(n))), cumulative=cumulative)
        for year, n in amounts
    )


def made_up_of(year: FinancialYear, recurrent: int, one_off: int) -> SavingBreakdown:
    """How a year's saving is made up: a recurrent part, a one-off part, the total."""
    rows = (
        ("Redesign", recurrent, "part", Recurrence.RECURRENT),
        ("Grant", one_off, "part", Recurrence.ONE_OFF),
        ("Total", recurrent + one_off, "total", None),
    )
    return SavingBreakdown(
        year=year,
        rows=tuple(
            SavingPart(name=name, amount=read_figure(f"{n:,}"), kind=kind, recurrence=recurrence)
            for name, n, kind, recurrence in rows
        ),
    )


def post(*authorities: str, **more: Any) -> SharedPost:
    """A post shared equally."""
    each = Decimal(100) / len(authorities)
    values: dict[str, Any] = {
        "id": "archivist",
        "owner": "programme",
        "proposal": SERVICE,
        "title": "Shared archivist",
        "shares": tuple(Share(authority=code, percent=each) for code in authorities),
    }
    return SharedPost(**(_FACT | values | more))


def forum_item(authority: str, funding: FundingStream, **more: Any) -> ForumItem:
    values: dict[str, Any] = {
        "id": f"{authority}-{funding.name}-{more.get('item', 'item')}",
        "owner": authority,
        "proposal": SERVICE,
        "authority": authority,
        "item": "Central archive costs",
        "funding": funding,
        "year": THIS_YEAR,
        "decided": True,
    }
    return ForumItem(**(_FACT | values | more))


def passage(topic: str, authority: str | None = None) -> Passage:
    return Passage(
        id=f"{topic}-{authority}",
        owner=authority or "programme",
        proposal=SERVICE,
        topic=topic,
        text="Invented answer.",
        authority=authority,
        **_FACT,
    )


def decision(authority: str, **more: Any) -> Decision:
    values: dict[str, Any] = {
        "id": f"{authority}-decision",
        "owner": authority,
        "proposal": SERVICE,
        "authority": authority,
        "body": "cabinet",
        "decided_on": KNOWN,
        "text": "Agree to share the archive.",
    }
    return Decision(**(_FACT | values | more))
