"""A shared post of two invented councils, as frozen facts; everything in it is synthetic."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from moothall.basics.citations import Citation
from moothall.basics.dates import read_written_date
from moothall.basics.figures import read_figure
from moothall.basics.years import FinancialYear, read_financial_year
from moothall.facts.authority import Authority
from moothall.facts.posts import PaidBefore, Share, SharedPost
from moothall.facts.programme import About, Programme, SourceDocument
from moothall.facts.proposals import Proposal, Stage
from moothall.facts.sharing import EmployerRates

SOURCE = Citation("made-up", "1")
FACT: dict[str, Any] = {"source": SOURCE, "known_on": date(2021, 1, 4), "owner": "programme"}
ASHBY, BRAE = "ashby", "brae"


def year(text: str) -> FinancialYear:
    return read_financial_year(text)


def post(**changes: Any) -> SharedPost:
    """Half each, employed by Ashby, from April 2021, without an honorarium."""
    made = SharedPost(
        id="archivist",
        **FACT,
        proposal="archive",
        title="shared archivist",
        shares=(
            Share(authority=BRAE, percent=Decimal(50)),
            Share(authority=ASHBY, percent=Decimal(50)),
        ),
        host=ASHBY,
        salary=read_figure("48,000"),
        starts=read_written_date("April 2021"),
    )
    return replace(made, **changes)


def rates(since: str = "2021/22", authority: str = ASHBY, **percent: str) -> EmployerRates:
    """`rates(pension="20", levy="0.5", award="2")`."""
    named = {"pension": "pension_percent", "levy": "levy_percent", "award": "pay_award_percent"}
    return replace(
        EmployerRates(
            id=f"{authority}-{since}-{'-'.join(percent)}",
            **FACT,
            authority=authority,
            since=year(since),
        ),
        **{named[name]: Decimal(value) for name, value in percent.items()},
    )


def paid(**pounds: str) -> tuple[PaidBefore, ...]:
    """`paid(ashby="52000", brae="0")`."""
    return tuple(
        PaidBefore(authority=code, pounds=Decimal(value)) for code, value in pounds.items()
    )


ALL_RATES = (rates(pension="20", levy="0.5", award="2"),)
LONG_RATES = (rates("2018/19", pension="20", levy="0.5", award="2"),)


def programme(*posts: SharedPost, **facts: Any) -> Programme:
    """Ashby and Brae, one proposal, these posts."""
    facts.setdefault("employer_rates", ALL_RATES)
    return Programme(
        about=About(
            id="two-towns",
            name="Two Towns (invented)",
            authorities=(ASHBY, BRAE),
            summary="Two invented councils share an archivist.",
            synthetic=True,
        ),
        authorities=tuple(
            Authority(
                code=code, name=f"{code} Borough", short_name=code.capitalize(), synthetic=True
            )
            for code in (ASHBY, BRAE)
        ),
        documents=(
            SourceDocument(
                id="made-up", title="Made up", owner="programme", known_on=date(2021, 1, 4)
            ),
        ),
        proposals=(
            Proposal(
                id="archive",
                **FACT,
                name="One archive",
                parties=(ASHBY, BRAE),
                stage=Stage.DUE_DILIGENCE,
                summary="One archivist for both.",
            ),
        ),
        posts=posts,
        **facts,
    )
