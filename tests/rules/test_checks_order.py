"""Who decides, at meetings that stand, in order; when it is effective, live, and on the record."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import (
    ARCHIVE,
    ASHBY,
    BRAE,
    CALL_IN,
    agreement,
    consultation,
    day,
    decided,
    decides,
    found,
    meets,
    notice,
    only,
    replace,
    step,
    with_rules,
)

from moothall.basics.dates import read_written_date
from moothall.basics.findings import Severity
from moothall.facts.agreements import Power
from moothall.facts.authority import Authority, GovernanceModel, GovernancePeriod, Recess
from moothall.facts.decisions import Condition, MeetingStatus, NoticeKind, StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.facts.fact import Fact
from moothall.governance.checks import call_in, live, order, records, spans

ON = date(2026, 6, 10)  # a Wednesday; five working days of call-in end on Wed 17 June
EFFECTIVE = date(2026, 6, 18)
NOW = date(2026, 1, 5)
PLANNED: tuple[Fact | Authority, ...] = (
    with_rules(ASHBY, **CALL_IN),
    meets("ashby-cabinet", ON),
    decides("ashby-cabinet", ON),
)


# --- who and where ------------------------------------------------------------------------------


@pytest.mark.checklist("R1", "A03")
def test_a_decision_of_an_advisory_body_is_none() -> None:
    rule = order.a_decision_is_taken_by_a_body_that_decides
    for body, missed in (("ashby-cabinet", False), ("ashby-board", True), ("ashby-scrutiny", True)):
        findings = found(rule, decided(body, ON), as_at=NOW)
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
    planned_too = (meets("ashby-board", ON), decides("ashby-board", ON))
    assert not found(rule, *planned_too, decided("ashby-board", ON), as_at=NOW)  # said of the step


def test_one_councils_body_does_not_decide_for_another() -> None:
    rule = order.a_council_decides_by_its_own_body
    for_brae = decides("ashby-cabinet", ON, authority="brae")
    facts = (meets("ashby-cabinet", ON), for_brae)
    assert "is to decide for Brae" in only(found(rule, *facts, as_at=NOW)).message
    assert not found(rule, *facts, agreement(Power.DELEGATION), as_at=NOW)


def test_a_cancelled_meeting_carries_no_step_and_names_the_next() -> None:
    rule = order.a_step_has_a_meeting_that_stands
    cancelled = meets("ashby-cabinet", ON, status=MeetingStatus.CANCELLED)
    following = meets("ashby-cabinet", date(2026, 7, 8))
    decision = decides("ashby-cabinet", ON)
    finding = only(found(rule, cancelled, following, decision, as_at=NOW))
    assert finding.severity is Severity.WARNING
    assert finding.cures == ("Move it to the meeting of Cabinet on Wed 8 Jul 2026.",)
    provisional = meets("ashby-cabinet", ON, status=MeetingStatus.PROVISIONAL)
    assert only(found(rule, provisional, decision, as_at=NOW)).severity is Severity.NOTE
    assert not found(rule, meets("ashby-cabinet", ON), decision, as_at=NOW)


def test_a_step_sits_at_its_own_bodys_meeting() -> None:
    rule = order.a_step_sits_at_its_own_bodys_meeting
    other = meets("ashby-scrutiny", ON)
    slip = decides("ashby-cabinet", ON, meeting=other.id)
    assert "names a meeting of Scrutiny" in only(found(rule, other, slip, as_at=NOW)).message
    assert not found(rule, *PLANNED, as_at=NOW)


def test_a_meeting_in_recess_is_extraordinary_or_moves() -> None:
    rule = order.meetings_keep_out_of_recess
    recess = Recess(first=date(2026, 8, 3), last=date(2026, 8, 31), name="summer")
    council = replace(ASHBY, recesses=(recess,))
    for on, missed in ((date(2026, 8, 31), True), (date(2026, 9, 1), False)):
        facts = (council, meets("ashby-cabinet", on), decides("ashby-cabinet", on))
        findings = found(rule, *facts, as_at=NOW)
        assert [each.upholds for each in findings] == ["RECESS"] * missed
    on = date(2026, 8, 5)
    called = (meets("ashby-cabinet", on, kind="extraordinary"), decides("ashby-cabinet", on))
    assert not found(rule, council, *called, as_at=NOW)


def test_a_step_comes_after_what_it_waits_for() -> None:
    rule = order.steps_follow_what_they_wait_for
    first = step(StepKind.BOARD, None, ON)
    for on, missed in ((ON, False), (ON - timedelta(days=1), True)):
        second = step(StepKind.MANAGEMENT_TEAM, None, on, after=(first.id,))
        findings = found(rule, first, second, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed
    vague = step(StepKind.MANAGEMENT_TEAM, expected="June 2026", after=(first.id,))
    assert only(found(rule, first, vague, as_at=NOW)).severity is Severity.NOTE


def test_the_full_council_resolves_after_the_executive_recommends() -> None:
    rule = order.a_decision_recommended_is_resolved_later
    for on, missed in ((ON, False), (ON - timedelta(days=1), True)):
        council = (meets("ashby-council", on), decides("ashby-council", on))
        findings = found(rule, *PLANNED, *council, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed


def test_the_model_on_the_day_is_known_or_asked_for() -> None:
    rule = order.a_route_knows_its_governance_model
    assert not found(rule, *PLANNED, as_at=NOW)
    unknown = replace(ASHBY, governance=())
    facts = (unknown, *PLANNED[1:])
    assert only(found(rule, *facts, as_at=NOW)).severity is Severity.QUESTION
    for since, noted in ((ON, True), (ON + timedelta(days=1), False)):
        period = GovernancePeriod(
            model=GovernanceModel.COMMITTEE, since=since, source="invented", evidence="invented"
        )
        moving = replace(ASHBY, governance=(*ASHBY.governance, period))
        assert bool(found(rule, moving, *PLANNED[1:], as_at=NOW)) is noted


# --- effect and life ----------------------------------------------------------------------------


@given(days=st.integers(-20, 20), kind=st.sampled_from([StepKind.GO_LIVE, StepKind.SIGNING]))
def test_nothing_is_done_before_the_call_in_is_over(days: int, kind: StepKind) -> None:
    done = step(kind, None, EFFECTIVE + timedelta(days=days))
    rule = call_in.nothing_is_implemented_before_it_is_effective
    findings = found(rule, *PLANNED, done, as_at=NOW)
    assert [each.margin_days for each in findings] == [days] * (days < 0)
    assert all(each.upholds == "CALLIN-WINDOW" for each in findings)
    assert all(each.severity is Severity.WARNING for each in findings)  # a constitution's rule


def test_a_committees_standstill_is_kept_too() -> None:
    rules = {"standstill_days": "10", "standstill_clock": "meeting"}
    council = with_rules(
        BRAE,
        **rules,
        standstill_counts_publication_day="no",
        call_in_effective="next calendar day",
    )
    facts = (council, meets("brae-committee", ON), decides("brae-committee", ON))
    rule = call_in.nothing_is_implemented_before_it_is_effective
    # Ten working days after Wed 10 June are over on Wed 24 June.
    for on, missed in ((date(2026, 6, 25), False), (date(2026, 6, 24), True)):
        start = step(StepKind.GO_LIVE, None, on, authority="brae")
        findings = found(rule, *facts, start, as_at=NOW)
        assert [each.upholds for each in findings] == ["COMMITTEE-STANDSTILL"] * missed


def test_an_unknown_call_in_still_rules_out_what_comes_before_the_decision() -> None:
    rule = call_in.nothing_is_implemented_before_it_is_effective
    planned = (meets("ashby-cabinet", ON), decides("ashby-cabinet", ON))
    for on, missed in ((ON, False), (ON - timedelta(days=1), True)):
        findings = found(rule, *planned, step(StepKind.GO_LIVE, None, on), as_at=NOW)
        assert bool(findings) is missed
        assert all("not before" in each.message for each in findings)


def test_an_agreement_is_signed_and_starts_after_the_call_in_where_no_step_says_when() -> None:
    rule = call_in.nothing_is_implemented_before_it_is_effective
    made = agreement(Power.INFORMAL, signed_on=day(ON), starts=day(ON))
    told = [each.message for each in found(rule, *PLANNED, made, as_at=NOW)]
    assert ["the signing of" in m for m in told] == [True, False]
    assert ["the start of" in m for m in told] == [False, True]
    later = (
        step(StepKind.SIGNING, None, EFFECTIVE),
        step(StepKind.GO_LIVE, None, EFFECTIVE),
    )
    assert not found(rule, *PLANNED, made, *later, as_at=NOW)
    of_others = replace(made, parties=("brae",))
    assert not found(rule, *PLANNED, of_others, as_at=NOW)


def test_a_start_in_words_may_or_must_be_too_early() -> None:
    rule = call_in.nothing_is_implemented_before_it_is_effective
    for written, severities in (
        ("May 2026", [Severity.WARNING]),
        ("June 2026", [Severity.NOTE]),
        ("July 2026", []),
    ):
        start = step(StepKind.GO_LIVE, expected=written)
        assert [f.severity for f in found(rule, *PLANNED, start, as_at=NOW)] == severities


@pytest.mark.checklist("R2", "E04")
def test_a_service_waits_for_the_last_council() -> None:
    rule = live.a_service_starts_only_when_every_council_is_live
    for days, missed in ((0, False), (-1, True)):
        start = step(StepKind.GO_LIVE, None, EFFECTIVE + timedelta(days=days), authority="brae")
        findings = found(rule, *PLANNED, start, as_at=NOW)
        assert [each.upholds for each in findings] == ["SYNC-BARRIER"] * missed
        assert [each.margin_days for each in findings] == [-1] * missed
        assert all(each.authority == "brae" for each in findings)


@pytest.mark.checklist("R2")
def test_a_service_that_started_without_a_recorded_decision_is_a_question() -> None:
    rule = live.a_service_that_started_was_decided
    start = step(StepKind.GO_LIVE, None, date(2026, 9, 1))
    findings = found(rule, *PLANNED, start, as_at=date(2026, 9, 2))
    assert "Brae's decision is recorded" in only(findings).message
    assert not found(rule, *PLANNED, start, as_at=date(2026, 9, 1))


def test_a_service_starts_after_signing() -> None:
    rule = live.a_service_starts_only_after_signing
    start = step(StepKind.GO_LIVE, None, EFFECTIVE)
    for days, missed in ((0, False), (1, True)):
        signed = agreement(Power.INFORMAL, signed_on=day(EFFECTIVE + timedelta(days=days)))
        findings = found(rule, start, signed, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed
    unsigned = agreement(Power.INFORMAL)
    assert not found(rule, start, unsigned, as_at=EFFECTIVE)
    asked = only(found(rule, start, unsigned, as_at=EFFECTIVE + timedelta(days=1)))
    assert asked.severity is Severity.QUESTION


def test_conditions_are_met_before_the_start() -> None:
    rule = live.conditions_are_met_before_the_start
    start = step(StepKind.GO_LIVE, None, EFFECTIVE)
    base = Condition(
        id="c",
        source=start.source,
        known_on=start.known_on,
        owner="ashby",
        proposal="archive",
        authority="ashby",
        text="Brae agrees too.",
    )
    for days, missed in ((0, False), (1, True)):
        met = replace(base, met_on=EFFECTIVE + timedelta(days=days))
        findings = found(rule, start, met, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed
    on_the_day = replace(base, expected=day(EFFECTIVE))
    assert not found(rule, start, on_the_day, as_at=NOW)
    late = replace(base, expected=read_written_date("July 2026"))
    assert only(found(rule, start, late, as_at=NOW)).severity is Severity.WARNING
    assert not found(rule, start, base, as_at=NOW)
    asked = only(found(rule, start, base, as_at=EFFECTIVE + timedelta(days=1)))
    assert asked.severity is Severity.QUESTION


def test_a_printed_day_of_effect_is_worked_out_again() -> None:
    rule = call_in.a_printed_day_of_effect_computes
    council = with_rules(ASHBY, **CALL_IN)
    right = decided("ashby-cabinet", ON, published_on=ON, effective_on=EFFECTIVE)
    assert not found(rule, council, right, as_at=NOW)
    wrong = replace(right, effective_on=EFFECTIVE + timedelta(days=1))
    assert "it would be Thu 18 Jun 2026" in only(found(rule, council, wrong, as_at=NOW)).message
    early = replace(right, effective_on=ON, urgent=True)
    assert not found(rule, council, early, as_at=NOW)
    waived = call_in.a_call_in_is_waived_by_consent
    assert only(found(waived, council, early, as_at=NOW)).upholds == "CALLIN-WAIVER"
    agreed = notice(NoticeKind.SPECIAL_URGENCY, ON, agreed_by="chair of scrutiny")
    assert not found(waived, council, early, agreed, as_at=NOW)


# --- records ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "upholds"),
    [("ashby-cabinet", "RECORD-DECISION"), ("ashby-director", "OFFICER-DECISION-RECORD")],
)
def test_a_record_has_its_elements(body: str, upholds: str) -> None:
    rule = records.a_decision_record_has_its_elements
    assert not found(rule, decided(body, ON), as_at=NOW)
    finding = only(found(rule, decided(body, ON, interests="", options_considered=""), as_at=NOW))
    assert finding.upholds == upholds
    assert "the alternatives considered and rejected; interests" in finding.message
    assert not found(rule, decided("brae-committee", ON, interests=""), as_at=NOW)


def test_a_statement_of_a_decision_is_published_soon() -> None:
    rule = records.a_decision_is_published
    decision = decided("ashby-cabinet", ON)
    assert not found(rule, decision, as_at=ON + timedelta(days=14))
    assert only(found(rule, decision, as_at=ON + timedelta(days=15))).severity is Severity.QUESTION
    published = replace(decision, published_on=ON)
    assert not found(rule, published, as_at=ON + timedelta(days=15))


# --- dates as written ---------------------------------------------------------------------------


@pytest.mark.checklist("R10")
def test_a_meeting_outside_the_words_of_the_paper_is_found() -> None:
    rule = spans.a_meeting_falls_when_it_was_said_to
    for on, missed in ((date(2026, 6, 30), False), (date(2026, 7, 1), True)):
        facts = (
            meets("ashby-cabinet", on),
            decides("ashby-cabinet", on, expected="June 2026"),
        )
        findings = found(rule, *facts, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed


def test_a_start_later_than_wanted_is_found() -> None:
    rule = spans.a_start_comes_when_it_is_wanted
    wanted = replace(ARCHIVE, wanted_from=read_written_date("September 2026"))
    for on, missed in ((date(2026, 9, 30), False), (date(2026, 10, 1), True)):
        findings = found(rule, wanted, step(StepKind.GO_LIVE, None, on), as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed


@pytest.mark.checklist("R10")
def test_spring_2022_may_fall_before_the_poll_and_april_2022_must() -> None:
    """Document 000: listening in Spring 2022; notice of election by Mon 28 March 2022."""
    rule = spans.a_step_as_written_keeps_clear_of_the_election
    council = replace(ASHBY, polls=(date(2022, 5, 5),))
    for written, word in (("Spring 2022", "may"), ("April 2022", "must"), ("June 2022", None)):
        listening = step(StepKind.LISTENING, expected=written)
        findings = found(rule, council, listening, as_at=NOW)
        assert [word in each.message for each in findings] == [True] * (word is not None)


def test_an_exercise_is_launched_before_the_notice_of_election_or_after_the_poll() -> None:
    rule = spans.an_exercise_is_not_launched_before_a_poll
    council = replace(ASHBY, polls=(date(2022, 5, 5),))
    for opens, missed in (
        (date(2022, 3, 27), False),
        (date(2022, 3, 28), True),
        (date(2022, 5, 5), True),
        (date(2022, 5, 6), False),
    ):
        exercise = consultation(opens, date(2022, 6, 30))
        findings = found(rule, council, exercise, as_at=NOW)
        assert [each.severity for each in findings] == [Severity.WARNING] * missed
        assert [each.margin_days for each in findings] == [-1] * missed
    survey = consultation(date(2022, 4, 4), date(2022, 6, 30), kind=ExerciseKind.SURVEY)
    assert not found(rule, council, survey, as_at=NOW)


def test_a_decision_before_a_poll_is_noted_and_no_more() -> None:
    rule = spans.a_decision_before_a_poll_is_noted
    council = replace(ASHBY, polls=(date(2022, 5, 5),))
    on = date(2022, 4, 20)
    facts = (council, meets("ashby-cabinet", on), decides("ashby-cabinet", on))
    finding = only(found(rule, *facts, as_at=NOW))
    assert finding.severity is Severity.NOTE
    assert "that is allowed" in finding.message
