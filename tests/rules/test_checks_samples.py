"""The checker on the two sample programmes: what it finds is true, and nothing twice."""

from collections.abc import Callable

import pytest

from moothall.basics.findings import Severity
from moothall.case.case import Case
from moothall.facts.programme import Programme
from moothall.governance.checks import checks
from moothall.law.law import Law

MakeCase = Callable[..., Case]
NAMES = {check.__name__ for check in checks.CHECKS}


def messages(case: Case, rule: str) -> list[str]:
    return [finding.message for finding in case.findings if finding.rule == rule]


def test_unions_were_to_hear_after_the_public(
    stockport_tameside: Programme, case_of: MakeCase
) -> None:
    """Document 000: scrutiny of 1 March 2022 read the plan to brief unions in March 2022."""
    case = case_of(stockport_tameside, "2022-02-15")
    (message,) = messages(case, "unions_hear_before_the_public_does")
    assert "(March 2022) comes too late" in message
    assert "public by Mon 21 Feb 2022" in message


def test_scrutiny_first_saw_early_years_119_days_before_cabinet(
    stockport_tameside: Programme, case_of: MakeCase
) -> None:
    case = case_of(stockport_tameside, "2022-02-15")
    told = messages(case, "each_body_first_saw_it_on")
    assert any("Tue 1 Mar 2022 (119 days before)" in message for message in told)


def test_a_screening_without_a_date_is_asked_for(
    stockport_tameside: Programme, case_of: MakeCase
) -> None:
    case = case_of(stockport_tameside, "2022-07-10")
    (message,) = messages(case, "an_assessment_carries_its_date")
    assert message.startswith("Stockport's assessment carries no date")


def test_a_grant_funded_post_asks_for_the_schools_forum(
    stockport_tameside: Programme, case_of: MakeCase
) -> None:
    case = case_of(stockport_tameside, "2022-07-10")
    (message,) = messages(case, "money_from_the_grant_asks_for_the_forum")
    assert "joint Director of Education" in message


@pytest.mark.parametrize("as_at", ["2018-10-01", "2019-03-01", "2022-02-15", "2022-07-10"])
def test_no_check_says_a_thing_twice_or_calls_an_unknown_a_breach(
    stockport_tameside: Programme,
    cambridgeshire_peterborough: Programme,
    case_of: MakeCase,
    law: Law,
    as_at: str,
) -> None:
    for sample in (stockport_tameside, cambridgeshire_peterborough):
        case = case_of(sample, as_at)
        ours = [finding for finding in case.findings if finding.rule in NAMES]
        said = [(f.rule, f.message, f.authority, f.proposal) for f in ours]
        assert len(set(said)) == len(said)
        # The papers record no breach of law: what is missing is asked for.
        assert not [finding for finding in ours if finding.severity is Severity.BREACH]
        for finding in ours:
            assert finding.cures[0] == finding.cure
            assert finding.upholds
            assert bool(finding.standing) is (finding.upholds in law.rules)
            assert finding.margin_days is None or finding.margin_days < 0
