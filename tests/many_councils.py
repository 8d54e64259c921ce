"""Invented programmes of as many councils, meetings and packages as one asks for.

Everything in them is synthetic and says so.  Every council has a cabinet that decides and a
scrutiny committee that is heard before, each with its own days; every package is a proposal of all
of them, with the chain that its number gives it: some are consulted on, some only listened to.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from moothall.basics.citations import Citation
from moothall.facts.authority import Authority, CouncilRule, GovernanceModel, GovernancePeriod
from moothall.facts.bodies import Body, BodyKind, Power, Workstream
from moothall.facts.decisions import Answer, KeyDecisionTest, Meeting, Step, StepKind
from moothall.facts.programme import About, Programme, SourceDocument
from moothall.facts.proposals import Proposal, Stage

AS_AT = date(2026, 1, 12)
_COMMON: dict[str, Any] = {
    "source": Citation(document="invented", paragraph="1"),
    "known_on": date(2026, 1, 5),
    "owner": "programme",
}
_WORKSTREAMS = 5


def many_councils(
    councils: int,
    meetings: int,
    packages: int = 1,
    *,
    scrutiny_takes: int | None = None,
    cabinet_takes: int | None = None,
    at_once: int | None = None,
    all_known: bool = True,
) -> Programme:
    """So many packages through so many councils, each of whose bodies meets so often, monthly.

    Without `all_known` the last council's call-in is unknown.
    """
    codes = [f"town-{number}" for number in range(1, councils + 1)]
    names = [f"package-{number:02}" for number in range(1, packages + 1)]
    return Programme(
        about=About(
            id="many-councils",
            name="Many councils (invented)",
            authorities=tuple(codes),
            summary="Invented councils share their services.",
            synthetic=True,
        ),
        authorities=tuple(
            _authority(code, place, is_known=all_known or code != codes[-1])
            for place, code in enumerate(codes)
        ),
        documents=(
            SourceDocument(
                id="invented", title="Invented", owner="programme", known_on=date(2026, 1, 5)
            ),
        ),
        bodies=tuple(
            body for code in codes for body in _bodies(code, scrutiny_takes, cabinet_takes)
        ),
        workstreams=tuple(
            Workstream(id=f"stream-{n}", name=f"Stream {n}", at_once=at_once, **_COMMON)
            for n in range(_WORKSTREAMS)
        ),
        proposals=tuple(
            Proposal(
                id=name,
                name=f"Package {number} together",
                parties=tuple(codes),
                stage=Stage.DUE_DILIGENCE,
                summary="One service.",
                workstream=f"stream-{number % _WORKSTREAMS}",
                **_COMMON,
            )
            for number, name in enumerate(names)
        ),
        meetings=tuple(
            meeting
            for place, code in enumerate(codes)
            for meeting in _meetings(code, place, meetings)
        ),
        steps=tuple(
            step
            for number, name in enumerate(names)
            for code in codes
            for step in _steps(code, name, number)
        ),
        key_decision_tests=tuple(
            KeyDecisionTest(
                id=f"{name}-{code}-key",
                proposal=name,
                authority=code,
                answer=Answer.YES,
                reasons=("invented",),
                **_COMMON,
            )
            for name in names
            for code in codes
        ),
    )


def _authority(code: str, place: int, *, is_known: bool) -> Authority:
    rules = {
        "call_in_days": str(3 + place % 3) if is_known else None,
        "call_in_counts_publication_day": "no",
        "call_in_effective": "next calendar day",
        "publication_lag_longest": "2",
        "forward_plan_cycle": ("weekly on Mondays", "first Wednesday of the month")[place % 2],
        "report_lead_days": "5",
        "scrutiny_feedback": ("before agenda", "verbal")[place % 2],
    }
    return Authority(
        code=code,
        name=f"{code.title()} Borough Council",
        short_name=code.title(),
        synthetic=True,
        governance=(
            GovernancePeriod(
                model=GovernanceModel.EXECUTIVE,
                since=date(2012, 9, 10),
                source="invented",
                evidence="invented",
            ),
        ),
        rules=tuple(
            CouncilRule(
                rule=name,
                value=value,
                source="invented",
                evidence="invented" if value else "unknown",
                ask="" if value else f"What is {name} in {code}?",
            )
            for name, value in rules.items()
        ),
        polls=(date(2026, 5, 7), date(2027, 5, 6)),
    )


def _bodies(code: str, scrutiny: int | None, cabinet: int | None) -> Iterator[Body]:
    for what, kind, power, takes in (
        ("scrutiny", BodyKind.SCRUTINY, Power.SCRUTINISES, scrutiny),
        ("cabinet", BodyKind.EXECUTIVE, Power.DECIDES, cabinet),
    ):
        yield Body(
            id=f"{code}-{what}",
            name=f"{what.title()} of {code}",
            kind=kind,
            power=power,
            authority=code,
            items_at_most=takes,
            **_COMMON,
        )


def _meetings(code: str, place: int, number: int) -> Iterator[Meeting]:
    """Every four weeks, or as often as two years take where there are more; on weekdays."""
    every = 20 if number <= 24 else max(1, 480 // number)
    for what, begins in (("scrutiny", 3 + place), ("cabinet", 11 + 2 * place)):
        for each in range(number):
            weeks, weekday = divmod(begins + every * each, 5)
            day = AS_AT + timedelta(weeks=weeks, days=weekday)
            yield Meeting(id=f"{code}-{what}-{each}", body=f"{code}-{what}", held_on=day, **_COMMON)


def _steps(code: str, name: str, number: int) -> Iterator[Step]:
    kinds: list[tuple[StepKind, dict[str, Any]]] = [
        (StepKind.TRADE_UNION_BRIEFING, {}),
        (StepKind.LISTENING, {"lasts_days": 14 + 7 * (number % 4)}),
        (StepKind.EQUALITY_ASSESSMENT, {}),
        (StepKind.SCRUTINY, {"body": f"{code}-scrutiny"}),
        (StepKind.DECISION, {"body": f"{code}-cabinet", "approves": True}),
    ]
    if number % 3 == 0:
        kinds.insert(2, (StepKind.CONSULTATION, {"lasts_days": 84}))
    if number % 4 == 1:  # scrutiny is heard on what to ask before anybody is asked
        kinds.insert(2, (StepKind.CONSULTATION, {"lasts_days": 42 + 14 * (number % 5)}))
        kinds[2][1]["after"] = (f"{name}-{code}-scrutiny",)
    for kind, more in dict(kinds).items():
        yield Step(
            id=f"{name}-{code}-{kind.value.replace(' ', '-')}",
            proposal=name,
            authority=code,
            kind=kind,
            name=kind.value.capitalize(),
            **(_COMMON | more),
        )
