"""What an officer may let stand with a published reason, and what nobody may."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from plans import ASHBY, BRAE, decides, meets, only, override, programme, step, with_rules
from plans import consultation as asked

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.decisions import StepKind
from moothall.files.law import read_law
from moothall.governance.checks import consultation, papers, workforce
from moothall.governance.checks.overrides import with_overrides
from moothall.governance.checks.plan import plan_of

ON = date(2026, 6, 10)
NOW = date(2026, 1, 5)
LATE = (meets("ashby-cabinet", ON, papers=ON), decides("ashby-cabinet", ON))
BRIEFING = step(StepKind.TRADE_UNION_BRIEFING, None, ON)
SHORT = asked(date(2026, 3, 2), date(2026, 3, 31))


def after_overrides(rule, *facts) -> list[Finding]:  # type: ignore[no-untyped-def]
    held = programme(*facts)
    law = read_law()
    return with_overrides(run((rule,), plan_of(held, law, NOW)), held, law)


def test_a_practice_that_an_officer_lets_be_becomes_a_note_that_says_why() -> None:
    rule = workforce.unions_hear_before_the_public_does
    assert only(after_overrides(rule, *LATE, BRIEFING)).severity is Severity.WARNING
    published = override("TU-EARLY", on=date(2026, 5, 1))
    finding = only(after_overrides(rule, *LATE, BRIEFING, published))
    assert finding.severity is Severity.NOTE
    assert finding.overridden == (
        "Let stand by the monitoring officer (A. Body), published on Fri 1 May 2026: "
        "The grant would be lost"
    )


def test_an_override_of_statute_keeps_the_breach_and_is_found_itself() -> None:
    rule = papers.agenda_and_reports_are_open_in_time
    breach, refused = after_overrides(rule, *LATE, override("AGENDA-EXEC"))
    assert (breach.severity, breach.overridden) == (Severity.BREACH, "")
    assert refused.rule == "law_cannot_be_overridden"
    assert "cannot be overridden" in refused.message


def test_a_policy_number_under_a_rule_of_law_may_be_let_be() -> None:
    rule = consultation.a_consultation_is_open_long_enough
    council = with_rules(ASHBY, consultation_least_weeks="6")
    milder = with_rules(BRAE, consultation_least_weeks="1")
    finding = only(after_overrides(rule, council, milder, SHORT, override("CONSULT-ADEQUATE")))
    assert finding.severity is Severity.NOTE


def test_an_override_is_for_one_proposal_one_council_and_one_rule() -> None:
    rule = workforce.unions_hear_before_the_public_does
    for other in (override("TU-EARLY", "brae"), override("RECESS")):
        finding = only(after_overrides(rule, *LATE, BRIEFING, other))
        assert finding.severity is Severity.WARNING


def test_an_override_of_no_rule_says_so() -> None:
    rule = workforce.unions_hear_before_the_public_does
    findings = after_overrides(rule, *LATE, BRIEFING, override("TU-LATE"))
    assert "an_override_names_a_rule" in {finding.rule for finding in findings}


@given(rules=st.lists(st.sampled_from(sorted(read_law().rules)), max_size=4))
def test_no_override_ever_takes_a_breach_away_and_twice_is_as_once(rules: list[str]) -> None:
    held = programme(*LATE, BRIEFING, SHORT, *(override(rule) for rule in rules))
    law = read_law()
    checks = (
        papers.agenda_and_reports_are_open_in_time,
        workforce.unions_hear_before_the_public_does,
        consultation.a_consultation_is_open_long_enough,
    )
    before = run(checks, plan_of(held, law, NOW))
    after = with_overrides(before, held, law)
    breaches = [f for f in before if f.severity is Severity.BREACH]
    assert breaches
    assert [f for f in after if f.severity is Severity.BREACH] == breaches
    assert with_overrides(after, held, law) == after
