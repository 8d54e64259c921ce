"""Invented councils with calendars, as frozen facts, for the tests of the planner."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from moothall.basics.citations import Citation
from moothall.facts.authority import Authority, CouncilRule, GovernanceModel, GovernancePeriod
from moothall.facts.bodies import Body, BodyKind, Power
from moothall.facts.decisions import Answer, KeyDecisionTest, Meeting, Step, StepKind
from moothall.facts.programme import About, Programme, SourceDocument
from moothall.facts.proposals import Proposal, Stage

AS_AT = date(2026, 1, 12)
KNOWN = date(2026, 1, 5)
SOURCE = Citation(document="invented", paragraph="1")
COMMON: dict[str, Any] = {"source": SOURCE, "known_on": KNOWN, "owner": "programme"}
RULES = {
    "call_in_days": "5",
    "call_in_counts_publication_day": "no",
    "call_in_effective": "next calendar day",
    "publication_lag_longest": "2",
}


def council(code: str, rules: Mapping[str, str | None] | None = None, **more: Any) -> Authority:
    """An executive council whose rules are known, save those given as None."""
    held: dict[str, str | None] = {**RULES, **(rules or {})}
    return Authority(
        code=code,
        name=f"{code.title()} Borough Council",
        short_name=code.title(),
        synthetic=True,
        governance=more.pop("governance", None)
        or (
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
                ask="" if value else f"What is {code}'s {name}?",
            )
            for name, value in held.items()
        ),
        **more,
    )


def monthly(first: date, number: int, every: int = 28) -> list[date]:
    """Meetings of a body, so many days apart."""
    return [first + timedelta(days=every * place) for place in range(number)]


def body(code: str, what: str, kind: BodyKind, power: Power) -> Body:
    return Body(
        id=f"{code}-{what}",
        name=f"{what} of {code}",
        kind=kind,
        power=power,
        authority=code,
        **COMMON,
    )


def meetings(body_id: str, days: Iterable[date]) -> list[Meeting]:
    return [
        Meeting(id=f"{body_id}-{day}", body=body_id, held_on=day, **COMMON)
        for day in sorted(set(days))
    ]


def step(code: str, kind: StepKind, name: str = "", **more: Any) -> Step:
    return Step(
        id=more.pop("id", f"{code}-{kind.value.replace(' ', '-')}"),
        proposal="archive",
        authority=code,
        kind=kind,
        name=name or f"{kind.value} in {code}",
        **(COMMON | more),
    )


def deciding(
    code: str, days: Iterable[date], *, scrutiny: Iterable[date] = ()
) -> tuple[list[Body], list[Meeting], list[Step]]:
    """A cabinet that decides on its days, and scrutiny before it where it has days."""
    bodies = [body(code, "cabinet", BodyKind.EXECUTIVE, Power.DECIDES)]
    held = meetings(f"{code}-cabinet", days)
    steps = [step(code, StepKind.DECISION, body=f"{code}-cabinet", approves=True)]
    if scrutiny:
        bodies.append(body(code, "scrutiny", BodyKind.SCRUTINY, Power.SCRUTINISES))
        held += meetings(f"{code}-scrutiny", scrutiny)
        steps.insert(0, step(code, StepKind.SCRUTINY, body=f"{code}-scrutiny"))
    return bodies, held, steps


def programme(
    councils: Sequence[Authority],
    parts: Iterable[tuple[list[Body], list[Meeting], list[Step]]],
    *,
    key: Answer = Answer.NO,
    **more: Any,
) -> Programme:
    """One proposal through these councils."""
    made = list(parts)
    codes = tuple(each.code for each in councils)
    return Programme(
        about=About(
            id="archive-programme",
            name="Archive programme (invented)",
            authorities=codes,
            summary="Invented councils share an archive.",
            synthetic=True,
        ),
        authorities=tuple(councils),
        documents=(
            SourceDocument(id="invented", title="Invented", owner="programme", known_on=KNOWN),
        ),
        proposals=(
            Proposal(
                id="archive",
                name="Shared archive",
                parties=codes,
                stage=Stage.DUE_DILIGENCE,
                summary="One archive.",
                **COMMON,
            ),
        ),
        bodies=tuple(b for bodies, _, _ in made for b in bodies),
        meetings=tuple(m for _, held, _ in made for m in held),
        steps=tuple(s for _, _, steps in made for s in steps),
        key_decision_tests=tuple(
            KeyDecisionTest(
                id=f"{code}-key",
                proposal="archive",
                authority=code,
                answer=key,
                reasons=("-",),
                **COMMON,
            )
            for code in codes
        ),
        **more,
    )


def with_meeting(held: Programme, body_id: str, day: date) -> Programme:
    """The programme with one more meeting."""
    return replace(held, meetings=(*held.meetings, *meetings(body_id, [day])))


def with_steps(held: Programme, *steps: Step) -> Programme:
    """The programme with more steps."""
    return replace(held, steps=(*held.steps, *steps))
