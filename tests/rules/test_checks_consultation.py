"""Consultation, equality and scrutiny: in time to change the decision."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import (
    ARCHIVE,
    ASHBY,
    BODIES,
    BRAE,
    assessed,
    decides,
    found,
    meets,
    only,
    replace,
    step,
    with_rules,
)
from plans import consultation as asked

from moothall.basics.findings import Severity
from moothall.facts.authority import Recess
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.facts.proposals import Stage
from moothall.governance.checks import best_value, consultation, equality, scrutiny, workforce
from moothall.law.calendar import WorkingDays

ON = date(2026, 6, 10)
NOW = date(2026, 1, 5)
OPENS = date(2026, 3, 2)
SIX_WEEKS = OPENS + timedelta(days=41)


def planned(on: date = ON) -> tuple[object, ...]:
    return meets("ashby-cabinet", on), decides("ashby-cabinet", on)


def test_six_weeks_are_a_policy_and_a_day_less_warns() -> None:
    rule = consultation.a_consultation_is_open_long_enough
    assert not found(rule, asked(OPENS, SIX_WEEKS), as_at=NOW)
    finding = only(found(rule, asked(OPENS, SIX_WEEKS - timedelta(days=1)), as_at=NOW))
    assert finding.severity is Severity.WARNING
    assert finding.standing == "policy"
    assert "a policy default, not law" in finding.message
    assert (finding.actual, finding.margin_days) == ("41 days", -1)
    assert finding.cures == ("Keep it open to Sun 12 Apr 2026 or later.",)


def test_options_set_aside_are_given_more_time() -> None:
    rule = consultation.a_consultation_is_open_long_enough
    eight = OPENS + timedelta(days=55)
    for closes, missed in ((eight, False), (eight - timedelta(days=1), True)):
        exercise = asked(OPENS, closes, alternatives_explained=True)
        assert bool(found(rule, exercise, as_at=NOW)) is missed


def test_a_councils_own_weeks_go_before_the_default() -> None:
    rule = consultation.a_consultation_is_open_long_enough
    council = with_rules(ASHBY, consultation_least_weeks="12")
    findings = found(rule, council, asked(OPENS, SIX_WEEKS), as_at=NOW)
    assert [each.authority for each in findings] == ["ashby"]
    assert "Ashby's own" in findings[0].message
    milder = (
        with_rules(ASHBY, consultation_least_weeks="4"),
        with_rules(BRAE, consultation_least_weeks="4"),
    )
    assert not found(rule, *milder, asked(OPENS, OPENS + timedelta(days=27)), as_at=NOW)


def test_silus_had_seven_days_and_decided_before_the_answers() -> None:
    """R (Silus Investments) v Hounslow [2015] EWHC 358 (Admin), paras 55 and 57."""
    opens = date(2015, 6, 1)
    closes = opens + timedelta(days=6)
    short = only(
        found(consultation.a_consultation_is_open_long_enough, asked(opens, closes), as_at=opens)
    )
    assert "Silus" in short.message
    assert short.margin_days == -1
    for on, missed in ((closes, True), (closes + timedelta(days=1), False)):
        findings = found(
            consultation.a_decision_waits_for_the_answers,
            asked(opens, closes),
            *planned(on),
            as_at=opens,
        )
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
        assert [each.margin_days for each in findings] == [-1] * missed


def test_brighton_had_seven_working_days_to_read_the_answers() -> None:
    """Consultation to Fri 22 Dec 2023, committee of Mon 8 Jan 2024 (school closures)."""
    closes, on = date(2023, 12, 22), date(2024, 1, 8)
    exercise = asked(date(2023, 11, 7), closes)
    rule = consultation.answers_are_read_before_the_report
    facts = (exercise, meets("brae-committee", on), decides("brae-committee", on))
    finding = only(found(rule, *facts, as_at=closes))
    assert finding.actual == "7 working days"
    assert finding.margin_days == -3
    assert finding.severity is Severity.WARNING
    assert not found(consultation.a_consultation_is_open_long_enough, exercise, as_at=closes)


@given(number=st.integers(1, 30))
def test_the_answers_are_read_in_the_working_days_before_the_report(number: int) -> None:
    closes = date(2026, 4, 10)
    report = WorkingDays().add(closes, number)
    on = report + timedelta(days=14)
    facts = (
        asked(OPENS, closes),
        meets("ashby-cabinet", on, papers=report),
        decides("ashby-cabinet", on),
    )
    findings = found(consultation.answers_are_read_before_the_report, *facts, as_at=NOW)
    assert [each.margin_days for each in findings] == [number - 10] * (number < 10)


def test_nobody_is_asked_after_the_decision() -> None:
    rule = consultation.a_consultation_opens_before_the_decision
    for opens, missed in ((ON - timedelta(days=1), False), (ON, True)):
        findings = found(rule, asked(opens, opens + timedelta(days=60)), *planned(), as_at=NOW)
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
        assert [each.margin_days for each in findings] == [-1] * missed


def test_a_decision_that_only_scopes_may_come_before_people_are_asked() -> None:
    scoping = (
        meets("ashby-cabinet", ON),
        decides("ashby-cabinet", ON, approves=False, name="Support the scoping work"),
    )
    later = asked(ON + timedelta(days=10), ON + timedelta(days=60))
    assert not found(
        consultation.a_consultation_opens_before_the_decision, *scoping, later, as_at=NOW
    )


def test_an_approval_before_people_were_asked_may_have_scoped_the_work() -> None:
    """Tameside's Executive Cabinet of 24 March 2021 supported the scoping, before any option."""
    rule = consultation.a_consultation_opens_before_the_decision
    first = ON - timedelta(days=300)
    scoped = (meets("ashby-cabinet", first), decides("ashby-cabinet", first), *planned())
    later = asked(ON - timedelta(days=90), ON - timedelta(days=30))
    finding = only(found(rule, *scoped, later, as_at=NOW))
    assert finding.severity is Severity.QUESTION
    assert "was that only to scope the work?" in finding.message
    forming = replace(ARCHIVE, stage=Stage.FORMULATION)
    after = asked(ON, ON + timedelta(days=60))
    assert only(found(rule, forming, *planned(), after, as_at=NOW)).severity is Severity.QUESTION
    assert only(found(rule, *planned(), after, as_at=NOW)).severity is Severity.BREACH


@pytest.mark.checklist("R11")
def test_listening_is_no_window_of_formal_consultation() -> None:
    listening = asked(OPENS, OPENS, kind=ExerciseKind.LISTENING)
    assert not found(consultation.a_consultation_is_open_long_enough, listening, as_at=NOW)


def test_a_step_that_lasts_its_days_is_tested_like_an_exercise() -> None:
    rule = consultation.a_consultation_is_open_long_enough
    for lasts, missed in ((42, False), (41, True)):
        window = step(StepKind.CONSULTATION, None, OPENS, lasts_days=lasts)
        assert bool(found(rule, window, as_at=NOW)) is missed
    vague = step(StepKind.CONSULTATION, expected="March 2026", lasts_days=7)
    assert not found(rule, vague, as_at=NOW)


def test_days_in_a_recess_are_given_back() -> None:
    rule = consultation.a_consultation_makes_up_for_recess
    recess = Recess(first=date(2026, 4, 1), last=date(2026, 4, 7), name="Easter")
    council = replace(ASHBY, recesses=(recess,))
    for more, missed in ((7, False), (6, True)):
        exercise = asked(OPENS, SIX_WEEKS + timedelta(days=more))
        findings = found(rule, council, exercise, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed


def test_best_value_asks_for_representatives() -> None:
    rule = best_value.representatives_are_asked_about_best_value
    assert only(found(rule, as_at=NOW)).severity is Severity.QUESTION
    assert not found(rule, asked(OPENS, SIX_WEEKS), as_at=NOW)
    early = replace(ARCHIVE, stage=Stage.FORMULATION)
    assert not found(rule, early, as_at=NOW)


# --- equality -----------------------------------------------------------------------------------


def test_an_assessment_is_dated_before_the_report() -> None:
    rule = equality.an_assessment_is_before_the_decision_maker
    papers = date(2026, 6, 1)
    facts = (meets("ashby-cabinet", ON, papers=papers), decides("ashby-cabinet", ON))
    assert not found(rule, *facts, assessed("1 June 2026"), as_at=NOW)
    finding = only(found(rule, *facts, assessed("2 June 2026"), as_at=NOW))
    assert finding.severity is Severity.WARNING  # the Act asks for the regard, not for the paper
    assert finding.margin_days == -1
    # another council's assessment does not do
    assert not found(rule, *facts, assessed("2 June 2026", "brae"), as_at=NOW)


def test_an_assessment_as_written_in_words_is_given_the_benefit_of_its_first_day() -> None:
    rule = equality.an_assessment_is_before_the_decision_maker
    assert not found(rule, *planned(), assessed("June 2026"), as_at=NOW)
    assert found(rule, *planned(), assessed("July 2026"), as_at=NOW)


def test_an_assessment_a_year_old_is_looked_at_again() -> None:
    rule = equality.an_assessment_is_not_out_of_date
    assert not found(rule, *planned(), assessed("10 June 2025"), as_at=NOW)
    finding = only(found(rule, *planned(), assessed("9 June 2025"), as_at=NOW))
    assert (finding.margin_days, finding.standing) == (-1, "policy")
    assert finding.cures[0].endswith("not before Tue 10 Jun 2025.")
    own = with_rules(ASHBY, equality_assessment_longest_age="366")
    assert not found(rule, own, *planned(), assessed("9 June 2025"), as_at=NOW)


def test_an_assessment_without_a_date_is_a_question() -> None:
    rule = equality.an_assessment_carries_its_date
    assert only(found(rule, *planned(), assessed(None), as_at=NOW)).severity is Severity.QUESTION
    assert not found(rule, *planned(), assessed("May 2026"), as_at=NOW)


# --- scrutiny -----------------------------------------------------------------------------------

PAPERS = date(2026, 6, 2)
SCRUTINY = scrutiny.scrutiny_is_early_enough_to_be_heard


def seen_on(day: date) -> tuple[object, ...]:
    return (
        meets("ashby-scrutiny", day),
        step(StepKind.SCRUTINY, "ashby-scrutiny", day),
        meets("ashby-cabinet", ON, papers=PAPERS),
        decides("ashby-cabinet", ON),
    )


def test_scrutiny_sits_two_working_days_before_a_report_that_carries_its_view() -> None:
    council = with_rules(ASHBY, scrutiny_feedback="before agenda")
    assert not found(SCRUTINY, council, *seen_on(date(2026, 5, 29)), as_at=NOW)
    finding = only(found(SCRUTINY, council, *seen_on(date(2026, 6, 1)), as_at=NOW))
    assert finding.margin_days == -1
    assert finding.upholds == "PREDECISION-SCRUTINY"
    assert any("supplement" in cure for cure in finding.cures)


def test_south_ribble_carries_scrutinys_view_by_supplement() -> None:
    """Scrutiny on Mon 9 Feb 2026, Cabinet on Wed 11 Feb, its view in a supplement."""
    sat, on = date(2026, 2, 9), date(2026, 2, 11)
    facts = (
        meets("ashby-scrutiny", sat),
        step(StepKind.SCRUTINY, "ashby-scrutiny", sat),
        meets("ashby-cabinet", on),
        decides("ashby-cabinet", on),
    )
    supplement = with_rules(ASHBY, scrutiny_feedback="supplement")
    in_the_report = with_rules(ASHBY, scrutiny_feedback="before agenda")
    assert not found(SCRUTINY, supplement, *facts, as_at=NOW)
    assert only(found(SCRUTINY, in_the_report, *facts, as_at=NOW)).severity is Severity.WARNING
    assert only(found(SCRUTINY, *facts, as_at=NOW)).severity is Severity.QUESTION


@pytest.mark.checklist("J06")
def test_the_days_between_first_sight_and_decision_are_shown() -> None:
    finding = only(
        found(scrutiny.each_body_first_saw_it_on, *seen_on(date(2026, 5, 29)), as_at=NOW)
    )
    assert finding.severity is Severity.NOTE
    assert "Scrutiny on Fri 29 May 2026 (12 days before)" in finding.message
    assert finding.figures == (("Scrutiny", "12"),)


def test_education_in_scrutiny_has_its_coopted_members() -> None:
    rule = scrutiny.education_scrutiny_has_its_coopted_members
    schools = replace(ARCHIVE, name="School improvement")
    body = next(body for body in BODIES if body.kind is BodyKind.SCRUTINY)
    for_schools = replace(body, purpose="Scrutinises education")
    whole = replace(for_schools, members=("two parent governor representatives",))
    facts = seen_on(date(2026, 5, 29))
    assert only(found(rule, schools, for_schools, *facts, as_at=NOW)).severity is Severity.QUESTION
    assert not found(rule, schools, whole, *facts, as_at=NOW)
    assert not found(rule, for_schools, *facts, as_at=NOW)  # an archive is no education


# --- trade unions -------------------------------------------------------------------------------


def test_unions_hear_five_working_days_before_the_first_public_report() -> None:
    rule = workforce.unions_hear_before_the_public_does
    facts = (meets("ashby-cabinet", ON, papers=date(2026, 6, 2)), decides("ashby-cabinet", ON))
    for day, missed in ((date(2026, 5, 26), False), (date(2026, 5, 27), True)):
        briefing = step(StepKind.TRADE_UNION_BRIEFING, None, day)
        findings = found(rule, *facts, briefing, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed
    vague = step(StepKind.TRADE_UNION_BRIEFING, expected="May 2026")
    assert only(found(rule, *facts, vague, as_at=NOW)).severity is Severity.NOTE
    surely = step(StepKind.TRADE_UNION_BRIEFING, expected="June 2026")
    assert only(found(rule, *facts, surely, as_at=NOW)).severity is Severity.WARNING
