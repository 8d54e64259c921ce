"""What an answer covers: every rule once for every council, and why it was not tested."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from plans import decides, key, meets, notice, override, programme, step

from moothall.case.case import Case
from moothall.facts.decisions import Answer, NoticeKind, StepKind
from moothall.facts.programme import Programme
from moothall.files.law import read_law
from moothall.governance.checks import checks
from moothall.governance.checks.coverage import Coverage, coverage_of, tally
from moothall.governance.checks.overrides import with_overrides
from moothall.governance.checks.states import State
from moothall.law.law import Law

ON = date(2026, 6, 10)
NOW = date(2026, 1, 5)
MakeCase = Callable[..., Case]


def covered(*facts: object, as_at: date = NOW) -> dict[tuple[str, str], Coverage]:
    held = programme(*facts)  # type: ignore[arg-type]
    law = read_law()
    found = checks.findings(held, law, as_at)
    return {(each.rule, each.authority): each for each in coverage_of(held, law, found, as_at)}


@pytest.mark.parametrize("as_at", ["2018-10-01", "2022-02-15", "2022-07-10"])
def test_every_rule_stands_once_for_every_council_of_every_proposal(
    stockport_tameside: Programme,
    cambridgeshire_peterborough: Programme,
    case_of: MakeCase,
    law: Law,
    as_at: str,
) -> None:
    for sample in (stockport_tameside, cambridgeshire_peterborough):
        case = case_of(sample, as_at)
        coverage = coverage_of(case.programme, law, case.findings, case.as_at)
        wanted = Counter(
            (rule, proposal.id, code)
            for proposal in case.programme.proposals
            for code in proposal.parties
            for rule in law.rules
        )
        assert Counter((c.rule, c.proposal, c.authority) for c in coverage) == wanted
        assert all(each.because.strip() for each in coverage)
        counted = tally(coverage)
        assert counted.tested + counted.broken + counted.not_applicable + counted.not_tested == (
            len(coverage)
        )


def test_an_empty_plan_has_kept_nothing() -> None:
    """A false green tick hurts most: without facts, only what needs none is tested."""
    states = {rule: each.state for (rule, code), each in covered().items() if code == "ashby"}
    assert {rule for rule, state in states.items() if state is State.TESTED} == {"CD-COUNT"}
    assert states["KEY-28"] is State.NOT_TESTED
    assert states["TU-S188-ORGWIDE"] is State.NOT_APPLICABLE


def test_a_rule_is_tested_once_its_facts_are_held_and_broken_once_they_break_it() -> None:
    planned = (meets("ashby-cabinet", ON, papers=date(2026, 6, 2)), decides("ashby-cabinet", ON))
    at = ("KEY-28", "ashby")
    assert covered(*planned)[at].state is State.NOT_TESTED
    assert covered(*planned, key(Answer.NO))[at].state is State.NOT_APPLICABLE
    noticed = notice(NoticeKind.KEY_DECISION, date(2026, 5, 12))
    kept = covered(*planned, key(), noticed)[at]
    assert kept.state is State.TESTED
    assert "counted by the calendar: ask the council" in kept.because
    late = notice(NoticeKind.KEY_DECISION, date(2026, 5, 13))
    broken = covered(*planned, key(), late)[at]
    assert broken.state is State.BROKEN
    assert broken.because.startswith("breach: ")
    assert covered(*planned)["AGENDA-EXEC", "ashby"].state is State.TESTED


def test_a_rule_of_executives_does_not_apply_to_a_committee() -> None:
    held = covered(meets("brae-committee", ON), decides("brae-committee", ON))
    assert held["KEY-28", "brae"].state is State.NOT_APPLICABLE
    assert held["CALLIN-WINDOW", "brae"].state is State.NOT_APPLICABLE
    assert held["COMMITTEE-STANDSTILL", "brae"].state is State.NOT_TESTED


def test_a_question_leaves_its_rule_untested() -> None:
    planned = (meets("ashby-cabinet", ON), decides("ashby-cabinet", ON))
    held = covered(*planned, as_at=date(2026, 6, 9))["AGENDA-EXEC", "ashby"]
    assert held.state is State.NOT_TESTED
    assert "is not recorded" in held.because


def test_every_check_is_named_as_a_sentence_and_no_two_alike() -> None:
    names = [check.__name__ for check in checks.CHECKS]
    assert len(set(names)) == len(names)
    assert all(check.__doc__ for check in checks.CHECKS)


def test_a_rule_let_be_by_an_officer_still_shows_as_broken() -> None:
    planned = (meets("ashby-cabinet", ON, papers=date(2026, 6, 2)), decides("ashby-cabinet", ON))
    late = step(StepKind.TRADE_UNION_BRIEFING, None, ON)
    held = programme(*planned, late, override("TU-EARLY"))
    law = read_law()
    found = with_overrides(checks.findings(held, law, NOW), held, law)
    covered_so = {(c.rule, c.authority): c for c in coverage_of(held, law, found, NOW)}
    assert covered_so["TU-EARLY", "ashby"].state is State.BROKEN
    assert covered_so["TU-EARLY", "ashby"].because.startswith("let stand: ")
