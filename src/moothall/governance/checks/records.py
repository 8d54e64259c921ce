"""The record of a decision: what it must hold, for bodies and for officers."""

from collections.abc import Iterator
from datetime import timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.bodies import BodyKind
from moothall.governance.checks.acts import Act
from moothall.governance.checks.answers import broken
from moothall.governance.checks.plan import CouncilPlan, Plan

_SOON = timedelta(days=14)
"""Publication is due as soon as practicable; after two weeks its absence is worth a question."""


def record_rule(council: CouncilPlan, act: Act) -> str | None:
    """Which rule asks for the record; None for a committee, whose minutes are its record."""
    if act.body is not None and act.body.kind is BodyKind.OFFICER:
        return "OFFICER-DECISION-RECORD"
    return "RECORD-DECISION" if council.is_executive(act) else None


def a_decision_record_has_its_elements(plan: Plan) -> Iterator[Finding]:
    """Decision, alternatives considered and rejected, interests: what is empty is named."""
    for council, act in plan.acts():
        decision, rule = act.decision, record_rule(council, act)
        if decision is None or rule is None:
            continue
        lacking = [
            name
            for name, held in (
                ("what was decided", decision.text),
                ("the alternatives considered and rejected", decision.options_considered),
                ("interests declared, or that there were none", decision.interests),
            )
            if not held.strip()
        ]
        if lacking:
            yield broken(
                council,
                rule,
                "decisions",
                decision,
                f"The record held of {council.name}'s decision of {in_words(decision.decided_on)} "
                f"lacks {'; '.join(lacking)}.",
                severity=Severity.WARNING,
                actual=f"{3 - len(lacking)} of 3 elements",
                required="each element",
                cures=("Complete the record from the published statement.",),
            )


def a_decision_is_published(plan: Plan) -> Iterator[Finding]:
    """The statement of a decision is published as soon as practicable."""
    for council, act in plan.acts():
        decision, rule = act.decision, record_rule(council, act)
        if decision is None or rule is None or decision.published_on is not None:
            continue
        if plan.as_at - decision.decided_on <= _SOON:
            continue
        yield broken(
            council,
            rule,
            "decisions",
            decision,
            f"{council.name} decided on {in_words(decision.decided_on)}; when the statement of the "
            "decision was published is not recorded.",
            severity=Severity.QUESTION,
            cures=(f"Ask {council.name}'s democratic services.",),
        )
