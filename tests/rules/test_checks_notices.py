"""Notices of key decisions: 28 clear days, the exceptions, and the cycle of the forward plan."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import ASHBY, decided, decides, found, key, meets, notice, only, with_rules

from moothall.basics.findings import Severity
from moothall.facts.decisions import Answer, NoticeKind
from moothall.governance.checks import exceptions, notices
from moothall.law.clear_days import Count, latest_publication

ON = date(2026, 6, 10)
NOW = date(2026, 5, 1)
RULE = notices.key_decisions_are_on_notice


def planned(on: date = ON) -> tuple[object, ...]:
    return meets("ashby-cabinet", on), decides("ashby-cabinet", on), key()


def short(published: date, decision: date, **more: object):  # type: ignore[no-untyped-def]
    facts = (
        decided("ashby-cabinet", decision, key=Answer.YES),
        notice(NoticeKind.KEY_DECISION, published, **more),
    )
    return found(RULE, *facts, as_at=decision + timedelta(days=30))


@pytest.mark.parametrize(
    ("published", "decision", "given_days"),
    [
        # Oldham's own plan: 28 days apart are 27 clear days.
        (date(2025, 8, 25), date(2025, 9, 22), 27),
        # Rochdale, issue 40300: its Cabinet needed regulation 10 or 11.
        (date(2020, 1, 8), date(2020, 1, 28), 19),
    ],
)
def test_what_councils_printed_is_found_short(
    published: date, decision: date, given_days: int
) -> None:
    finding = only(short(published, decision))
    assert finding.severity is Severity.BREACH
    assert finding.margin_days == given_days - 28
    assert f"gave {given_days} clear days, not 28" in finding.message
    assert "which Ashby counts is not known" in finding.actual


def test_every_printed_plan_of_the_shared_list_is_judged_as_it_says(vectors: Any) -> None:
    for plan in vectors["notice28"]:
        published, decision = (date.fromisoformat(plan[k]) for k in ("published", "decision"))
        findings = short(published, decision)
        assert bool(findings) is not plan["ok"], plan["id"]
        assert all(f.margin_days == plan["clear_calendar"] - 28 for f in findings), plan["id"]


def test_peterboroughs_plan_of_june_2021_was_in_time() -> None:
    """First published Fri 18 June 2021, for decisions from Mon 19 July: 30 clear days."""
    assert not short(date(2021, 6, 18), date(2021, 7, 19))
    assert not short(date(2021, 6, 18), date(2021, 7, 17))  # the first day that would have done
    assert only(short(date(2021, 6, 18), date(2021, 7, 16))).margin_days == -1


@given(decision=st.dates(date(2013, 1, 1), date(2030, 12, 31)), before=st.integers(1, 60))
def test_the_margin_of_a_notice_is_negative_where_and_only_where_it_is_short(
    decision: date, before: int
) -> None:
    findings = short(decision - timedelta(days=before), decision)
    assert bool(findings) is (before <= 28)
    assert all(each.margin_days == before - 1 - 28 for each in findings)


def test_a_council_that_counts_working_days_needs_more_of_them() -> None:
    published, _ = latest_publication(ON, 28, Count.CALENDAR)
    facts = (*planned(), notice(NoticeKind.KEY_DECISION, published))
    assert not found(RULE, *facts, as_at=NOW)
    council = with_rules(ASHBY, notice_28_count="working")
    finding = only(found(RULE, council, *facts, as_at=NOW))
    assert finding.actual == "19 clear working days"
    assert "not known" not in finding.actual


def test_what_is_not_key_and_what_no_executive_decides_needs_no_notice() -> None:
    late = notice(NoticeKind.KEY_DECISION, date(2026, 6, 1))
    council = (meets("ashby-council", ON), decides("ashby-council", ON), key())
    not_key = (meets("ashby-cabinet", ON), decides("ashby-cabinet", ON), key(Answer.NO))
    brae = (meets("brae-committee", ON), decides("brae-committee", ON), key(code="brae"))
    assert not found(RULE, *council, late, as_at=NOW)
    assert not found(RULE, *not_key, late, as_at=NOW)
    noting = (meets("ashby-cabinet", ON), decides("ashby-cabinet", ON, approves=False), key())
    assert not found(RULE, *noting, late, as_at=NOW)
    late_in_brae = notice(NoticeKind.KEY_DECISION, date(2026, 6, 1), "brae")
    assert not found(RULE, *brae, late_in_brae, as_at=NOW)
    assert found(RULE, *planned(), late, as_at=NOW)


def test_an_officers_key_decision_needs_its_notice_too() -> None:
    facts = (
        decided("ashby-director", ON, key=Answer.YES),
        notice(NoticeKind.KEY_DECISION, date(2026, 6, 1)),
    )
    assert found(RULE, *facts, as_at=ON)


def test_the_ways_out_say_from_which_day_each_would_work() -> None:
    facts = (
        *planned(),
        meets("ashby-cabinet", date(2026, 7, 8)),
        notice(NoticeKind.KEY_DECISION, date(2026, 5, 20)),
    )
    finding = only(found(RULE, *facts, as_at=date(2026, 5, 21)))
    assert "It could rest on the general exception (reg 10)" in finding.message
    move, exception, urgency = finding.cures
    assert move == "Move it to the meeting of Cabinet on Wed 8 Jul 2026."
    # Thu 21 May, then five clear working days with the bank holiday of 25 May left out
    assert "published on Thu 21 May 2026 it would do from Sat 30 May 2026" in exception
    assert "reg 19" in urgency


def test_short_notice_is_a_note_where_an_exception_has_its_own_notice() -> None:
    facts = (*planned(), notice(NoticeKind.KEY_DECISION, date(2026, 5, 20)))
    claimed = (
        *planned(),
        notice(NoticeKind.KEY_DECISION, date(2026, 5, 20), urgent=True),
    )
    general = notice(NoticeKind.GENERAL_EXCEPTION, date(2026, 5, 20))
    special = notice(NoticeKind.SPECIAL_URGENCY, date(2026, 6, 9))
    assert only(found(RULE, *facts, as_at=NOW)).severity is Severity.BREACH
    assert only(found(RULE, *claimed, as_at=NOW)).severity is Severity.WARNING
    assert only(found(RULE, *facts, general, as_at=NOW)).severity is Severity.NOTE
    assert only(found(RULE, *facts, special, as_at=NOW)).severity is Severity.NOTE


def test_the_general_exception_needs_five_clear_working_days() -> None:
    rule = exceptions.the_general_exception_keeps_its_days
    told = {"agreed_by": "chair of scrutiny", "reason": "The grant was announced late"}
    on = date(2020, 1, 23)  # notice of Wed 15 January 2020 does from that Thursday on
    for published, missed in ((date(2020, 1, 15), False), (date(2020, 1, 16), True)):
        general = notice(NoticeKind.GENERAL_EXCEPTION, published, **told)
        findings = found(rule, *planned(on), general, as_at=date(2020, 1, 10))
        assert bool(findings) is missed
        assert [each.margin_days for each in findings] == [-1] * missed
        assert all(each.severity is Severity.BREACH for each in findings)


def test_the_general_exception_says_who_was_told_and_what_the_council_asks_besides() -> None:
    rule = exceptions.the_general_exception_keeps_its_days
    general = notice(NoticeKind.GENERAL_EXCEPTION, date(2026, 5, 20))
    asks = "the chair and the vice-chair agree in writing"
    council = with_rules(ASHBY, general_exception_asks=asks)
    finding = only(found(rule, council, *planned(), general, as_at=NOW))
    assert "that the scrutiny chair was told nor the reasons" in finding.message
    assert asks in finding.message
    assert finding.severity is Severity.WARNING


def test_special_urgency_is_agreed_before_the_decision() -> None:
    rule = exceptions.special_urgency_is_agreed
    for agreed_on, missed in ((ON, False), (ON + timedelta(days=1), True)):
        special = notice(
            NoticeKind.SPECIAL_URGENCY,
            ON - timedelta(days=1),
            agreed_by="chair of scrutiny",
            agreed_on=agreed_on,
            reason="A court day",
        )
        findings = found(rule, *planned(), special, as_at=NOW)
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
        assert [each.margin_days for each in findings] == [-1] * missed
    bare = notice(NoticeKind.SPECIAL_URGENCY, ON - timedelta(days=1))
    assert "who agreed" in only(found(rule, *planned(), bare, as_at=NOW)).message


def test_a_key_decision_without_notice_is_a_question_once_the_last_day_has_passed() -> None:
    rule = notices.a_key_decision_has_its_notice
    last, _ = latest_publication(ON, 28, Count.CALENDAR)
    assert not found(rule, *planned(), as_at=last)
    finding = only(found(rule, *planned(), as_at=last + timedelta(days=1)))
    assert finding.severity is Severity.QUESTION
    assert any("General exception" in cure for cure in finding.cures)
    noticed = notice(NoticeKind.KEY_DECISION, last)
    assert not found(rule, *planned(), noticed, as_at=ON)


def test_a_notice_for_another_meeting_is_none_for_this_one() -> None:
    other = meets("ashby-cabinet", date(2026, 9, 9))
    for_other = notice(NoticeKind.KEY_DECISION, date(2026, 3, 1), meeting=other.id)
    rule = notices.a_key_decision_has_its_notice
    assert found(rule, *planned(), other, for_other, as_at=ON)


def test_the_next_forward_plan_may_come_too_late() -> None:
    rule = notices.the_forward_plan_comes_in_time
    # The notice has to be out by Tue 12 May; plans appear on Fridays, every other week.
    council = with_rules(ASHBY, forward_plan_cycle="fortnightly on Fridays from 2026-05-01")
    assert not found(rule, council, *planned(), as_at=date(2026, 5, 1))
    finding = only(found(rule, council, *planned(), as_at=date(2026, 5, 2)))
    assert finding.upholds == "FP-CYCLE"
    assert finding.severity is Severity.WARNING
    assert finding.margin_days == -3  # Fri 15 May
    unknown = with_rules(ASHBY, forward_plan_cycle="monthly")
    assert not found(rule, unknown, *planned(), as_at=date(2026, 5, 2))
