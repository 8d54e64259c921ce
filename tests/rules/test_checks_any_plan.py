"""Any plan at all: every check answers, and a margin is negative where something is missed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from plans import (
    ASHBY,
    BODIES,
    BRAE,
    CALL_IN,
    agreement,
    assessed,
    change,
    consultation,
    decided,
    key,
    meets,
    notice,
    override,
    post,
    programme,
    replace,
    step,
    with_rules,
)

from moothall.basics.dates import WrittenDate
from moothall.basics.findings import Severity
from moothall.facts.agreements import FunctionKind, OfficerConsulted, Power
from moothall.facts.authority import Authority, Recess
from moothall.facts.decisions import Answer, MeetingStatus, NoticeKind, StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.facts.fact import Fact
from moothall.files.law import read_law
from moothall.governance.checks import checks
from moothall.governance.checks.coverage import coverage_of
from moothall.governance.checks.overrides import with_overrides
from moothall.law.law import RuleKind

LAW = read_law()
DAYS = st.dates(date(1985, 1, 1), date(2035, 12, 31))
NEAR = st.dates(date(2026, 1, 1), date(2026, 12, 31)) | DAYS
WRITTEN = st.sampled_from(["Spring 2026", "June 2026", "End June 2026", "2026", "1 July 2026"])
BODY_IDS = [body.id for body in BODIES]
MAYBE = st.none() | NEAR


def _sorted(pair: tuple[date, date]) -> tuple[date, date]:
    return min(pair), max(pair)


def _at_a_meeting(draw: Callable[[Any], Any]) -> list[Fact]:
    body, on = draw(st.sampled_from(BODY_IDS)), draw(NEAR)
    meeting = meets(
        body,
        on,
        papers=draw(MAYBE),
        private=draw(st.booleans()),
        status=draw(st.sampled_from(MeetingStatus)),
        kind=draw(st.sampled_from(["ordinary", "extraordinary"])),
    )
    kind, approves = draw(st.sampled_from(StepKind)), draw(st.booleans())
    more: dict[str, Any] = {"expected": draw(st.none() | WRITTEN)}
    facts: list[Fact] = [meeting, step(kind, body, on, approves=approves, **more)]
    if draw(st.booleans()):
        facts.append(
            decided(
                body,
                on,
                key=draw(st.sampled_from(Answer)),
                published_on=draw(MAYBE),
                effective_on=draw(MAYBE),
                urgent=draw(st.booleans()),
            )
        )
    return facts


def _written(text: str | None) -> WrittenDate | None:
    return None if text is None else assessed(text).dated


@st.composite
def plans(draw: Any) -> list[Fact | Authority]:
    facts: list[Fact | Authority] = []
    for _ in range(draw(st.integers(0, 4))):
        facts += _at_a_meeting(draw)
    if draw(st.booleans()):
        recess = Recess(first=date(2026, 8, 1), last=date(2026, 8, 31), name="summer")
        polls = (draw(NEAR),)
        facts.append(replace(with_rules(ASHBY, **CALL_IN), recesses=(recess,), polls=polls))
    if draw(st.booleans()):
        facts.append(with_rules(BRAE, standstill_days="10", scrutiny_feedback="before agenda"))
    for kind in draw(st.lists(st.sampled_from(NoticeKind), max_size=3)):
        code = draw(st.sampled_from(["ashby", "brae"]))
        facts.append(notice(kind, draw(NEAR), code, agreed_on=draw(MAYBE)))
    for code in draw(st.lists(st.sampled_from(["ashby", "brae"]), max_size=2, unique=True)):
        facts.append(key(draw(st.sampled_from(Answer)), code))
        facts.append(assessed(draw(st.none() | WRITTEN), code))
    for kind in draw(st.lists(st.sampled_from(ExerciseKind), max_size=2)):
        opens, closes = _sorted((draw(NEAR), draw(NEAR)))
        facts.append(consultation(opens, closes, kind=kind))
    if draw(st.booleans()):
        start = {"expected": draw(WRITTEN)}
        facts.append(
            step(StepKind.GO_LIVE, authority=draw(st.sampled_from(["ashby", "brae"])), **start)
        )
    if draw(st.booleans()):
        officer = OfficerConsulted(post="Archivist", consulted_on=draw(MAYBE))
        facts.append(
            agreement(
                draw(st.sampled_from(Power)),
                provider=draw(st.none() | st.just("ashby")),
                functions=draw(st.none() | st.sampled_from(FunctionKind)),
                officers=draw(st.just(()) | st.just((officer,))),
                signed_on=_written(draw(st.none() | WRITTEN)),
                starts=_written(draw(st.none() | WRITTEN)),
                ends=_written(draw(st.none() | WRITTEN)),
                review_on=_written(draw(st.none() | WRITTEN)),
                notice_months=draw(st.none() | st.integers(0, 40)),
                consent_needed=draw(st.sampled_from(Answer)),
                consented_on=draw(MAYBE),
                personal_data_shared=draw(st.sampled_from(Answer)),
                data_protection_assessed_on=draw(MAYBE),
                value=draw(st.none() | st.integers(0, 10**6)),
            )
        )
    if draw(st.booleans()):
        facts.append(
            change(
                transfer=draw(st.sampled_from(Answer)),
                transfer_on=draw(MAYBE),
                informed_on=draw(MAYBE),
                liability_information_on=draw(MAYBE),
                redundancies=draw(st.none() | st.integers(0, 300)),
                consultation_began_on=draw(MAYBE),
                first_dismissal_on=draw(MAYBE),
            )
        )
    if draw(st.booleans()):
        facts += [post("DSG"), override(draw(st.sampled_from(sorted(LAW.rules))))]
    return facts


@given(facts=plans(), as_at=NEAR)
def test_every_check_answers_any_plan(facts: list[Fact | Authority], as_at: date) -> None:
    held = programme(*facts)
    found = with_overrides(checks.findings(held, LAW, as_at), held, LAW)
    binding = {kind.value for kind in RuleKind if kind.binds}
    for finding in found:
        assert finding.message.strip()
        assert finding.cure.strip()
        if finding.severity is Severity.BREACH:
            assert finding.standing in binding or finding.upholds == "R1"
        if finding.margin_days is not None:
            assert finding.margin_days < 0
            assert finding.actual
            assert finding.required
    coverage = coverage_of(held, LAW, found, as_at)
    assert len(coverage) == 2 * len(LAW.rules)
    assert found == with_overrides(checks.findings(held, LAW, as_at), held, LAW)
