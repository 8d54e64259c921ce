"""Plans of invented councils, fact by fact, for the tests of the checker.

Ashby has an executive, Brae decides by committees; both are party to one proposal, `archive`.
Every helper makes one fact; `programme` puts them together, `found` asks one rule.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from moothall.basics.citations import Citation
from moothall.basics.dates import WrittenDate, read_written_date
from moothall.basics.findings import Finding, run
from moothall.facts.agreements import Agreement, Power, WorkforceChange
from moothall.facts.assurance import EqualityAssessment
from moothall.facts.authority import (
    Authority,
    CouncilRule,
    GovernanceModel,
    GovernancePeriod,
)
from moothall.facts.bodies import Body, BodyKind
from moothall.facts.bodies import Power as BodyPower
from moothall.facts.decisions import (
    Answer,
    Decision,
    KeyDecisionTest,
    Meeting,
    Notice,
    NoticeKind,
    Override,
    Step,
    StepKind,
)
from moothall.facts.engagement import Exercise, ExerciseKind
from moothall.facts.fact import Fact
from moothall.facts.papers import Paper
from moothall.facts.posts import Share, SharedPost
from moothall.facts.programme import KINDS, About, Programme, SourceDocument
from moothall.facts.proposals import Proposal, Stage
from moothall.files.law import read_law
from moothall.files.programme_folder import fact_type
from moothall.governance.checks.plan import Plan, plan_of

LONG_AGO = date(1974, 4, 1)
_NUMBERS = count()


def _common(owner: str, known_on: date = LONG_AGO) -> dict[str, Any]:
    return {
        "id": f"fact-{next(_NUMBERS)}",
        "source": Citation("d", "1"),
        "known_on": known_on,
        "owner": owner,
    }


def authority(code: str, model: GovernanceModel, **more: Any) -> Authority:
    period = GovernancePeriod(model=model, since=LONG_AGO, source="invented", evidence="invented")
    return Authority(
        code=code,
        name=f"{code.capitalize()} Borough Council",
        short_name=code.capitalize(),
        synthetic=True,
        **({"governance": (period,)} | more),
    )


ASHBY = authority("ashby", GovernanceModel.EXECUTIVE)
BRAE = authority("brae", GovernanceModel.COMMITTEE)


def with_rules(council: Authority, **rules: str) -> Authority:
    """The council with rules of its own: `with_rules(ASHBY, notice_28_count="working")`."""
    held = tuple(
        CouncilRule(rule=rule, value=value, source="invented", evidence="invented")
        for rule, value in rules.items()
    )
    return replace(council, rules=(*council.rules, *held))


CALL_IN = {
    "call_in_days": "5",
    "call_in_counts_publication_day": "no",
    "call_in_effective": "next calendar day",
    "publication_lag_longest": "0",
}


def _body(name: str, code: str, kind: BodyKind, power: BodyPower) -> Body:
    fields_ = _common(code) | {"id": f"{code}-{name}"}
    return Body(name=name.capitalize(), kind=kind, power=power, authority=code, **fields_)


BODIES = (
    _body("cabinet", "ashby", BodyKind.EXECUTIVE, BodyPower.DECIDES),
    _body("council", "ashby", BodyKind.COUNCIL, BodyPower.DECIDES),
    _body("scrutiny", "ashby", BodyKind.SCRUTINY, BodyPower.SCRUTINISES),
    _body("director", "ashby", BodyKind.OFFICER, BodyPower.DECIDES),
    _body("board", "ashby", BodyKind.PROGRAMME_BOARD, BodyPower.ADVISES),
    _body("forum", "ashby", BodyKind.FORUM, BodyPower.DECIDES),
    _body("committee", "brae", BodyKind.COMMITTEE, BodyPower.DECIDES),
)
ARCHIVE = Proposal(
    name="One archive service",
    parties=("ashby", "brae"),
    stage=Stage.DUE_DILIGENCE,
    summary="One archivist for both.",
    **(_common("programme") | {"id": "archive"}),
)


def meets(body: str, on: date, *, papers: date | None = None, **more: Any) -> Meeting:
    owner = body.partition("-")[0]
    identity = {"id": f"{body}-{on.isoformat()}"}
    return Meeting(
        body=body, held_on=on, papers_published_on=papers, **(_common(owner) | identity | more)
    )


def step(kind: StepKind, body: str | None = None, on: date | None = None, **more: Any) -> Step:
    """A step of Ashby, or of the body's council; on a day it sits at that body's meeting."""
    code = more.pop("authority", (body or "ashby").partition("-")[0])
    written = more.pop("expected", None)
    return Step(
        **(
            _common(code)
            | {
                "proposal": "archive",
                "authority": code,
                "kind": kind,
                "name": str(kind.value).capitalize(),
                "body": body,
                "meeting": f"{body}-{on.isoformat()}" if body and on else None,
                "taken_on": on if on and not body else None,
                "expected": read_written_date(written) if isinstance(written, str) else written,
            }
            | more
        )
    )


def decides(body: str, on: date | None, **more: Any) -> Step:
    return step(StepKind.DECISION, body, on, **({"approves": True} | more))


def decided(body: str, on: date, **more: Any) -> Decision:
    code = body.partition("-")[0]
    given = {"text": "Agreed", "options_considered": "Two", "interests": "None"}
    place = {"proposal": "archive", "authority": code, "body": body, "decided_on": on}
    return Decision(**(_common(code) | place | given | more))


def key(answer: Answer = Answer.YES, code: str = "ashby") -> KeyDecisionTest:
    return KeyDecisionTest(
        proposal="archive", authority=code, answer=answer, reasons=("money",), **_common(code)
    )


def notice(kind: NoticeKind, on: date, code: str = "ashby", **more: Any) -> Notice:
    place = {"proposal": "archive", "authority": code, "kind": kind, "published_on": on}
    return Notice(**(_common(code) | place | more))


def paper(body: str, **more: Any) -> Paper:
    code = body.partition("-")[0]
    given = {"title": "Report", "dated": day(LONG_AGO), "report_of": "Director"}
    place = {"proposal": "archive", "authority": code, "body": body}
    return Paper(**(_common(code) | given | place | more))


def consultation(opens: date, closes: date, **more: Any) -> Exercise:
    given = {"name": "The consultation", "proposal": "archive", "audiences": ("users",)}
    kind = {"kind": ExerciseKind.FORMAL_CONSULTATION}
    return Exercise(
        **(_common("programme") | given | kind | {"opens_on": opens, "closes_on": closes} | more)
    )


def agreement(power: Power, **more: Any) -> Agreement:
    given = {"proposal": "archive", "name": "The agreement", "parties": ("ashby", "brae")}
    return Agreement(**(_common("programme") | given | {"power": power} | more))


def change(**more: Any) -> WorkforceChange:
    return WorkforceChange(
        **(_common("ashby") | {"proposal": "archive", "authority": "ashby"} | more)
    )


def assessed(written: str | None, code: str = "ashby") -> EqualityAssessment:
    return EqualityAssessment(
        proposal="archive",
        authority=code,
        full_required=False,
        reason="No effect on users",
        dated=read_written_date(written) if written else None,
        **_common(code),
    )


def post(funding: str) -> SharedPost:
    return SharedPost(
        proposal="archive",
        title="Archivist for schools",
        shares=(Share(authority="ashby", percent=Decimal(100)),),
        funding=funding,
        **_common("programme"),
    )


def override(rule: str, code: str = "ashby", on: date = LONG_AGO) -> Override:
    return Override(
        proposal="archive",
        authority=code,
        rule=rule,
        officer="A. Body",
        office="monitoring officer",
        reason="The grant would be lost",
        published_on=on,
        **_common(code),
    )


def day(on: date) -> WrittenDate:
    """A day as it stands where a date may be vague."""
    return read_written_date(on.isoformat())


def programme(*facts: Fact | Authority) -> Programme:
    """The facts as a programme; an authority or proposal given goes before the one above."""
    councils = {each.code: each for each in (ASHBY, BRAE)}
    councils |= {each.code: each for each in facts if isinstance(each, Authority)}
    held: dict[str, list[Any]] = {"bodies": list(BODIES), "proposals": [ARCHIVE]}
    for fact in facts:
        if isinstance(fact, Authority):
            continue
        kind = _kind(fact)
        same = [each for each in held.get(kind, []) if each.id != fact.id]
        held[kind] = [*same, fact]
    return Programme(
        about=About(
            id="towns",
            name="Two towns (invented)",
            authorities=tuple(councils),
            summary="Invented",
            synthetic=True,
        ),
        authorities=tuple(councils.values()),
        documents=(SourceDocument(id="d", title="Invented", owner="programme", known_on=LONG_AGO),),
        **{kind: tuple(of_it) for kind, of_it in held.items()},
    )


def _kind(fact: Fact) -> str:
    """The field of the programme that holds facts of this type."""
    return next(kind for kind in KINDS if fact_type(kind) is type(fact))


def as_plan(*facts: Fact | Authority, as_at: date) -> Plan:
    return plan_of(programme(*facts), read_law(), as_at)


def found(
    rule: Callable[[Plan], Iterator[Finding]], *facts: Fact | Authority, as_at: date
) -> list[Finding]:
    """What one rule finds in a plan of these facts."""
    return run((rule,), as_plan(*facts, as_at=as_at))


def only(findings: Iterable[Finding]) -> Finding:
    """The one finding there is."""
    (one,) = findings
    return one
