"""Best value: representatives are asked how the council goes about its functions."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity
from moothall.facts.decisions import StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.facts.proposals import Stage
from moothall.governance.checks.answers import broken
from moothall.governance.checks.plan import Plan

_ASKING = (
    ExerciseKind.FORMAL_CONSULTATION,
    ExerciseKind.LISTENING,
    ExerciseKind.CO_CONSULTATION,
    ExerciseKind.SURVEY,
)


def representatives_are_asked_about_best_value(plan: Plan) -> Iterator[Finding]:
    """Taxpayers, users and others are asked how the council goes about its functions."""
    for proposal in plan.programme.proposals:
        councils = plan.of(proposal.id)
        if proposal.stage is Stage.FORMULATION or not councils:
            continue
        if any(
            each.proposal == proposal.id and each.kind in _ASKING
            for each in plan.programme.exercises
        ):
            continue
        if any(
            step.kind in (StepKind.CONSULTATION, StepKind.LISTENING)
            for council in councils
            for step in council.steps
        ):
            continue
        yield broken(
            councils[0],
            "BEST-VALUE-CONSULT",
            "proposals",
            proposal,
            f"{proposal.name}: no listening, survey or consultation is recorded, so whether "
            "representatives of taxpayers and users were consulted could not be tested.",
            severity=Severity.QUESTION,
            authority="" if len(councils) > 1 else councils[0].authority.code,
            cures=("Ask the lead officers who was consulted, and record it.",),
        )
