"""What an answer covers: rule by rule and council by council, tested or not, and why.

"Breaks no rule that we hold" is worth what was tested, so every rule of the list appears once for
every council of a proposal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moothall.basics.findings import ORDER, Finding, Severity
from moothall.facts.programme import Programme
from moothall.governance.checks import covered_by_meetings, covered_by_substance
from moothall.governance.checks.plan import CouncilPlan, Plan, plan_of
from moothall.governance.checks.states import Answered, State
from moothall.law.law import Law, Rule

_TABLES = covered_by_meetings.TABLE | covered_by_substance.TABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How one rule stands for one council and proposal, and why.

    `standing` is the rule's (statute, practice ...) and `evidence` how it is known.
    """

    rule: str
    title: str
    standing: str
    evidence: str
    proposal: str
    authority: str
    state: State
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many rules stand in each state."""

    tested: int
    broken: int
    not_applicable: int
    not_tested: int


def coverage_of(
    programme: Programme, law: Law, findings: Iterable[Finding], as_at: date
) -> tuple[Coverage, ...]:
    """Every rule for every council of every proposal, given all that was found."""
    plan = plan_of(programme, law, as_at)
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.proposal, finding.upholds), []).append(finding)
    return tuple(
        _covered(plan, council, rule, found.get((council.proposal.id, rule.id), []))
        for council in plan.councils
        for rule in law.rules.values()
    )


def tally(coverage: Iterable[Coverage]) -> Tally:
    """Count the states; the four numbers sum to the entries given."""
    states = [each.state for each in coverage]
    return Tally(
        tested=states.count(State.TESTED),
        broken=states.count(State.BROKEN),
        not_applicable=states.count(State.NOT_APPLICABLE),
        not_tested=states.count(State.NOT_TESTED),
    )


def _covered(plan: Plan, council: CouncilPlan, rule: Rule, found: list[Finding]) -> Coverage:
    here = [each for each in found if each.authority in ("", council.authority.code)]
    state, because = _from_findings(here) or _from_facts(plan, council, rule)
    return Coverage(
        rule=rule.id,
        title=rule.title,
        standing=rule.kind.value,
        evidence=rule.evidence,
        proposal=council.proposal.id,
        authority=council.authority.code,
        state=state,
        because=because,
    )


def _from_findings(found: list[Finding]) -> Answered | None:
    """Broken where something is, not tested where a question is open; else the facts say."""
    graver = sorted(found, key=lambda each: ORDER[each.severity])
    for finding in graver:
        if finding.severity in (Severity.BREACH, Severity.WARNING) or finding.overridden:
            word = "let stand" if finding.overridden else finding.severity.value
            return State.BROKEN, f"{word}: {finding.message}"
        if finding.severity is Severity.QUESTION:
            return State.NOT_TESTED, finding.message
    return None


def _from_facts(plan: Plan, council: CouncilPlan, rule: Rule) -> Answered:
    if not rule.in_force:
        return State.NOT_APPLICABLE, "made and not yet in force"
    asked = _TABLES.get(rule.id)
    if asked is None:
        return State.NOT_TESTED, "no check upholds this rule yet"
    return asked(plan, council)
