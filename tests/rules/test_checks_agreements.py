"""Employees and agreements: transfer, redundancy, signing, consent, data, powers and terms."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import (
    BRAE,
    agreement,
    change,
    day,
    decides,
    found,
    meets,
    only,
    post,
    replace,
    step,
)

from moothall.basics.dates import read_written_date
from moothall.basics.findings import Severity
from moothall.facts.agreements import FunctionKind, OfficerConsulted, Power
from moothall.facts.authority import GovernanceModel, GovernancePeriod
from moothall.facts.decisions import Answer, StepKind
from moothall.governance.checks import powers, schools, signing, terms, workforce

NOW = date(2026, 1, 5)
SIGNED = date(2026, 7, 1)


# --- employees ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "first"), [(20, date(2026, 10, 1)), (100, date(2026, 10, 16))])
def test_redundancies_are_consulted_on_for_thirty_or_forty_five_days(
    number: int, first: date
) -> None:
    """From Tue 1 September 2026: not before Thu 1 October, or Fri 16 October for a hundred."""
    rule = workforce.redundancies_are_consulted_on_in_time
    began = date(2026, 9, 1)
    facts = {"redundancies": number, "consultation_began_on": began}
    assert not found(rule, change(**facts, first_dismissal_on=first), as_at=NOW)
    early = change(**facts, first_dismissal_on=first - timedelta(days=1))
    finding = only(found(rule, early, as_at=NOW))
    assert (finding.severity, finding.margin_days) == (Severity.BREACH, -1)
    assert "up to 180 days' pay" in finding.message


def test_fewer_than_twenty_redundancies_are_not_counted() -> None:
    small = change(
        redundancies=19,
        consultation_began_on=date(2026, 9, 1),
        first_dismissal_on=date(2026, 9, 2),
    )
    assert not found(workforce.redundancies_are_consulted_on_in_time, small, as_at=NOW)


def test_before_april_2026_the_award_was_ninety_days() -> None:
    early = change(
        redundancies=20,
        consultation_began_on=date(2026, 3, 10),
        first_dismissal_on=date(2026, 4, 5),
    )
    finding = only(found(workforce.redundancies_are_consulted_on_in_time, early, as_at=NOW))
    assert "up to 90 days' pay" in finding.message


def test_a_number_or_a_day_that_nobody_gave_is_a_question() -> None:
    rule = workforce.redundancies_are_consulted_on_in_time
    for known in ({"redundancies": 30}, {"first_dismissal_on": SIGNED}):
        assert only(found(rule, change(**known), as_at=NOW)).severity is Severity.QUESTION
    assert not found(rule, change(redundancies=0), as_at=NOW)


def test_employees_hear_thirty_days_before_a_transfer_by_policy() -> None:
    rule = workforce.employees_are_informed_before_a_transfer
    on = date(2027, 4, 1)
    for before, missed in ((30, False), (29, True)):
        informed = change(
            transfer=Answer.YES, transfer_on=on, informed_on=on - timedelta(days=before)
        )
        findings = found(rule, informed, as_at=NOW)
        assert [each.severity for each in findings] == [Severity.WARNING] * missed
        assert [each.margin_days for each in findings] == [-1] * missed
    after = change(transfer=Answer.YES, transfer_on=on, informed_on=on)
    assert only(found(rule, after, as_at=NOW)).severity is Severity.BREACH


def test_liability_information_comes_28_days_before_a_transfer() -> None:
    """For a transfer on Thu 1 April 2027, by Thu 4 March."""
    rule = workforce.liability_information_comes_before_a_transfer
    on = date(2027, 4, 1)
    for given_on, missed in ((date(2027, 3, 4), False), (date(2027, 3, 5), True)):
        fact = change(transfer=Answer.YES, transfer_on=on, liability_information_on=given_on)
        findings = found(rule, fact, as_at=NOW)
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
        assert [each.margin_days for each in findings] == [-1] * missed


def test_information_that_is_not_recorded_is_a_question_once_it_was_due() -> None:
    on = date(2027, 4, 1)
    fact = change(transfer=Answer.YES, transfer_on=on)
    rule = workforce.liability_information_comes_before_a_transfer
    assert not found(rule, fact, as_at=date(2027, 3, 4))
    assert only(found(rule, fact, as_at=date(2027, 3, 5))).severity is Severity.QUESTION
    assert not found(rule, change(transfer=Answer.NO, transfer_on=on), as_at=on)


def test_somebody_says_whether_employees_transfer() -> None:
    rule = workforce.a_transfer_is_answered
    assert only(found(rule, change(), as_at=NOW)).severity is Severity.QUESTION
    assert not found(rule, change(transfer=Answer.NO), as_at=NOW)


# --- signing ------------------------------------------------------------------------------------


@given(days=st.integers(-40, 40))
def test_an_officer_is_consulted_before_the_agreement(days: int) -> None:
    consulted = SIGNED + timedelta(days=days)
    placed = agreement(
        Power.OFFICERS_AT_DISPOSAL,
        officers=(OfficerConsulted(post="Archivist", consulted_on=consulted),),
        signed_on=day(SIGNED),
    )
    rule = signing.officers_are_consulted_before_an_agreement_is_signed
    findings = found(rule, placed, as_at=NOW)
    assert [each.severity for each in findings] == [Severity.BREACH] * (days >= 0)
    assert [each.margin_days for each in findings] == [-days - 1] * (days >= 0)


def test_a_consultation_of_officers_that_nobody_recorded_is_a_question() -> None:
    rule = signing.officers_are_consulted_before_an_agreement_is_signed
    placed = agreement(
        Power.OFFICERS_AT_DISPOSAL,
        officers=(OfficerConsulted(post="Archivist"),),
        signed_on=day(SIGNED),
    )
    assert not found(rule, placed, as_at=SIGNED)
    asked = only(found(rule, placed, as_at=SIGNED + timedelta(days=1)))
    assert asked.severity is Severity.QUESTION
    nameless = agreement(Power.OFFICERS_AT_DISPOSAL)
    assert "names no post" in only(found(rule, nameless, as_at=NOW)).message


def test_consent_comes_before_signing_where_it_is_needed() -> None:
    rule = signing.consent_is_given_before_a_contract
    for consented, missed in ((SIGNED, False), (SIGNED + timedelta(days=1), True)):
        contract = agreement(
            Power.SUPPLY_OF_SERVICES,
            consent_needed=Answer.YES,
            consented_on=consented,
            signed_on=day(SIGNED),
        )
        findings = found(rule, contract, as_at=NOW)
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
        assert [each.margin_days for each in findings] == [-1] * missed


def test_a_consent_that_nobody_recorded_is_a_question_once_it_is_signed() -> None:
    rule = signing.consent_is_given_before_a_contract
    contract = agreement(Power.SUPPLY_OF_SERVICES, consent_needed=Answer.YES, signed_on=day(SIGNED))
    assert not found(rule, contract, as_at=SIGNED)
    asked = only(found(rule, contract, as_at=SIGNED + timedelta(days=1)))
    assert asked.severity is Severity.QUESTION
    unneeded = replace(contract, consent_needed=Answer.NO, value=10**6)
    assert not found(rule, unneeded, as_at=SIGNED + timedelta(days=1))


@pytest.mark.parametrize(
    ("value", "capital", "asked"),
    [(100_000, None, False), (100_001, None, True), (None, 1_000_000, False), (0, 1_000_001, True)],
)
def test_an_agreement_above_the_acts_sums_asks_whether_a_direction_is_in_force(
    value: int | None, capital: int | None, asked: bool
) -> None:
    contract = agreement(Power.SUPPLY_OF_SERVICES, value=value, capital_value=capital)
    findings = found(signing.consent_is_given_before_a_contract, contract, as_at=NOW)
    assert [each.severity for each in findings] == [Severity.QUESTION] * asked


def test_a_supply_between_councils_says_why_it_is_not_tendered() -> None:
    rule = signing.a_procurement_exemption_is_recorded
    assert found(rule, agreement(Power.SUPPLY_OF_SERVICES), as_at=NOW)
    named = agreement(Power.SUPPLY_OF_SERVICES, procurement_basis="horizontal")
    assert not found(rule, named, as_at=NOW)
    assert not found(rule, agreement(Power.JOINT_COMMITTEE), as_at=NOW)


def test_personal_data_is_assessed_before_the_first_day_of_the_service() -> None:
    rule = signing.personal_data_is_assessed_before_it_is_shared
    start = step(StepKind.GO_LIVE, None, SIGNED)
    for assessed_on, missed in ((SIGNED, False), (SIGNED + timedelta(days=1), True)):
        sharing = agreement(
            Power.INFORMAL,
            personal_data_shared=Answer.YES,
            data_protection_assessed_on=assessed_on,
            data_sharing_agreed_on=SIGNED,
        )
        findings = found(rule, sharing, start, as_at=NOW)
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
        assert [each.margin_days for each in findings] == [-1] * missed
    bare = agreement(Power.INFORMAL, personal_data_shared=Answer.YES)
    assert not found(rule, bare, start, as_at=SIGNED)
    both = found(rule, bare, start, as_at=SIGNED + timedelta(days=1))
    assert [each.severity for each in both] == [Severity.QUESTION] * 2
    none = agreement(Power.INFORMAL, personal_data_shared=Answer.NO)
    assert not found(rule, none, start, as_at=SIGNED + timedelta(days=1))
    unsaid = found(rule, agreement(Power.INFORMAL), as_at=NOW)
    assert only(unsaid).severity is Severity.QUESTION


# --- powers -------------------------------------------------------------------------------------


def delegation(**more: object):  # type: ignore[no-untyped-def]
    return agreement(Power.DELEGATION, **({"provider": "ashby"} | more))


def test_the_route_of_a_delegation_follows_the_providers_model() -> None:
    rule = powers.a_delegation_takes_the_route_of_the_models
    executive = delegation(functions=FunctionKind.EXECUTIVE)
    assert "s9EA" in only(found(rule, executive, as_at=NOW)).message
    by_committees = delegation(functions=FunctionKind.EXECUTIVE, provider="brae")
    assert "s101(1)(b)" in only(found(rule, by_committees, as_at=NOW)).message
    assert not found(rule, delegation(functions=FunctionKind.COUNCIL), as_at=NOW)


def test_a_delegation_that_does_not_say_whose_functions_is_a_question() -> None:
    rule = powers.an_arrangement_says_whose_functions_it_takes
    assert only(found(rule, delegation(), as_at=NOW)).severity is Severity.QUESTION
    assert not found(rule, delegation(functions=FunctionKind.BOTH), as_at=NOW)


def test_a_delegation_lapses_when_a_council_moves_to_an_executive() -> None:
    rule = powers.an_arrangement_outlives_no_change_of_model
    moves_on = date(2027, 5, 10)
    moving = replace(
        BRAE,
        governance=(
            *BRAE.governance,
            GovernancePeriod(
                model=GovernanceModel.EXECUTIVE,
                since=moves_on,
                source="invented",
                evidence="invented",
            ),
        ),
    )
    for ends, lapses in ((moves_on - timedelta(days=1), False), (moves_on, True)):
        made = delegation(functions=FunctionKind.EXECUTIVE, signed_on=day(SIGNED), ends=day(ends))
        assert bool(found(rule, moving, made, as_at=NOW)) is lapses
    later = delegation(functions=FunctionKind.EXECUTIVE, signed_on=day(moves_on))
    assert not found(rule, moving, later, as_at=NOW)
    assert not found(rule, moving, delegation(functions=FunctionKind.COUNCIL), as_at=NOW)


@pytest.mark.parametrize(
    ("functions", "bodies", "lacking"),
    [
        (FunctionKind.EXECUTIVE, ("cabinet",), []),
        (FunctionKind.EXECUTIVE, ("council",), ["executive"]),
        (FunctionKind.COUNCIL, ("cabinet",), ["council"]),
        (FunctionKind.BOTH, ("cabinet",), ["council"]),
        (FunctionKind.BOTH, ("cabinet", "council"), []),
    ],
)
def test_a_joint_committee_is_appointed_by_the_right_bodies(
    functions: FunctionKind, bodies: tuple[str, ...], lacking: list[str]
) -> None:
    joint = agreement(Power.JOINT_COMMITTEE, functions=functions)
    on = date(2026, 6, 10)
    facts = [
        fact
        for body in bodies
        for fact in (meets(f"ashby-{body}", on), decides(f"ashby-{body}", on))
    ]
    findings = found(powers.every_council_appoints_by_the_right_body, joint, *facts, as_at=NOW)
    assert [each.required for each in findings] == lacking
    assert all(each.severity is Severity.BREACH for each in findings)


def test_a_delegation_of_the_councils_functions_needs_the_full_council() -> None:
    rule = powers.every_council_appoints_by_the_right_body
    on = date(2026, 6, 10)
    cabinet = (meets("ashby-cabinet", on), decides("ashby-cabinet", on))
    finding = only(found(rule, delegation(functions=FunctionKind.COUNCIL), *cabinet, as_at=NOW))
    assert finding.upholds == "BPF-COUNCIL"
    officer = decides("ashby-director", None)
    executive = delegation(functions=FunctionKind.EXECUTIVE)
    by_officer = only(found(rule, executive, officer, as_at=NOW))
    assert (by_officer.upholds, by_officer.severity) == ("DELEGATION-ROUTE", Severity.WARNING)


# --- terms and money ----------------------------------------------------------------------------


@pytest.mark.checklist("R15", "E05")
def test_an_agreement_that_ends_has_a_review_and_notice() -> None:
    rule = terms.an_agreement_with_an_end_has_review_and_notice
    ends = read_written_date("March 2028")
    finding = only(found(rule, agreement(Power.INFORMAL, ends=ends), as_at=NOW))
    assert "a review date and the length of notice" in finding.message
    whole = agreement(Power.INFORMAL, ends=ends, review_on=day(date(2027, 6, 1)), notice_months=6)
    assert not found(rule, whole, as_at=NOW)
    assert not found(rule, agreement(Power.INFORMAL), as_at=NOW)


@pytest.mark.checklist("R15")
def test_a_review_leaves_time_for_notice() -> None:
    rule = terms.a_review_leaves_time_for_notice
    for review, missed in ((date(2027, 9, 30), False), (date(2027, 10, 1), True)):
        fixed = agreement(
            Power.INFORMAL, ends=day(date(2028, 3, 31)), review_on=day(review), notice_months=6
        )
        findings = found(rule, fixed, as_at=NOW)
        assert [each.margin_days for each in findings] == [-1] * missed
    for review, missed in ((date(2027, 12, 30), False), (date(2027, 12, 31), True)):
        over_new_year = agreement(
            Power.INFORMAL, ends=day(date(2028, 6, 30)), review_on=day(review), notice_months=6
        )
        assert bool(found(rule, over_new_year, as_at=NOW)) is missed
    vague = agreement(
        Power.INFORMAL,
        ends=day(date(2028, 3, 31)),
        review_on=read_written_date("Autumn 2027"),
        notice_months=6,
    )
    assert only(found(rule, vague, as_at=NOW)).severity is Severity.NOTE


def test_money_of_the_schools_grant_asks_for_the_schools_forum() -> None:
    rule = schools.money_from_the_grant_asks_for_the_forum
    assert only(found(rule, post("DSG, central block"), as_at=NOW)).severity is Severity.QUESTION
    assert not found(rule, post("General Fund"), as_at=NOW)
    forum = step(StepKind.SCHOOLS_FORUM, "ashby-forum", date(2026, 6, 1))
    facts = (post("DSG"), meets("ashby-forum", date(2026, 6, 1)), forum)
    assert not found(rule, *facts, as_at=NOW)


def test_the_schools_forum_decides_before_the_council_relies_on_the_money() -> None:
    rule = schools.the_schools_forum_decides_first
    on = date(2026, 6, 10)
    council = (meets("ashby-cabinet", on), decides("ashby-cabinet", on))
    for sits, missed in ((on, False), (on + timedelta(days=1), True)):
        forum = (
            meets("ashby-forum", sits),
            step(StepKind.SCHOOLS_FORUM, "ashby-forum", sits, approves=True),
        )
        findings = found(rule, *council, *forum, as_at=NOW)
        assert [each.severity for each in findings] == [Severity.BREACH] * missed
        assert [each.margin_days for each in findings] == [-1] * missed
