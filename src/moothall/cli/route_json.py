"""A route and its plans as JSON holds them."""

from typing import Any

from moothall.basics.findings import Finding
from moothall.case.case import Case
from moothall.files.shapes import plain
from moothall.governance.checks.coverage import Coverage
from moothall.governance.checks.states import State
from moothall.governance.planning.plan import BackPlan, Plan, PlannedStep, Plans


def route_json(case: Case, plans: Plans) -> dict[str, Any]:
    """One proposal's route: the answer as it stands first, then what the planner finds.

    `effective_on` is None where a rule is unknown; `not_before` and `questions` then say what is
    known.  `spread` is the last less the first day of decision; `slack` of a step the calendar days
    by which it can come later without moving the end.
    """
    about = case.programme.about
    made: dict[str, Any] = {
        "programme": about.id,
        "synthetic": about.synthetic,
        "proposal": plans.proposal,
        "name": plans.name,
        "as_at": str(case.as_at),
        "suppositions": list(case.suppositions),
        "verdict": case.verdict,
        "contradiction": plans.contradiction,
    }
    if plans.standing is not None:
        made |= _answer(case, plans.proposal, plans.standing)
    made["findings"] = plain(findings_of(case, plans.proposal))
    made["covered"] = {
        str(state): sum(each.state is state for each in covering(case, plans.proposal))
        for state in State
    }
    made["could_not_check"] = [
        {"rule": each.rule, "authority": each.authority, "because": each.because}
        for each in covering(case, plans.proposal)
        if each.state is State.NOT_TESTED
    ]
    made["earliest"] = plain(plans.earliest)
    made["back_from"] = _back(plans.back)
    return made


def covering(case: Case, proposal: str) -> tuple[Coverage, ...]:
    """Every rule for every council of a proposal: tested, broken, not applicable or not tested."""
    return tuple(each for each in case.coverage if each.proposal == proposal)


def findings_of(case: Case, proposal: str) -> tuple[Finding, ...]:
    """The findings on a proposal's route: those that rest on an entry of the rule list."""
    return tuple(
        finding
        for finding in case.findings
        if finding.proposal == proposal and finding.upholds in case.law.rules
    )


def _answer(case: Case, proposal: str, plan: Plan) -> dict[str, Any]:
    lanes = {
        lane.authority: lane
        for route in case.routes
        if route.proposal == proposal
        for lane in route.authorities
    }
    return {
        "effective_on": _day(plan.live_on),
        "not_before": str(plan.live_not_before),
        "starts_on": _day(plan.starts_on),
        "questions": list(plan.ask),
        "spread": plan.spread_days,
        "binds": next(r.binds for r in case.routes if r.proposal == proposal),
        "binding_steps": plain(plan.binds),
        "proven": plan.is_proven,
        "bound": str(plan.not_before),
        "authorities": [
            {
                "authority": council.authority,
                "name": council.name,
                "model": lanes[council.authority].model,
                "body": lanes[council.authority].body,
                "decides_on": _day(council.decides_on),
                "effective_on": _day(council.effective_on),
                "not_before": str(council.not_before),
                "questions": list(council.ask),
                "supposed": list(lanes[council.authority].supposed),
                "steps": [_step(step) for step in council.steps],
            }
            for council in plan.councils
        ],
        "together": [_step(step) for step in plan.together],
    }


def _step(step: PlannedStep) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "name": step.name,
        "on": _day(step.on),
        "not_before": str(step.not_before),
        "latest": _day(step.latest),
        "slack": step.slack_days,
        "taken": step.is_fixed,
        "planned": step.is_planned,
        "too_soon_by": step.too_soon_by,
        "because": step.because,
        "rule": step.rule,
        "evidence": step.evidence,
        "assumed": step.assumed,
        "question": step.ask,
        "step": step.step,
    }


def _back(back: BackPlan | None) -> dict[str, Any] | None:
    return None if back is None else dict(plain(back))


def _day(day: object) -> str | None:
    return None if day is None else str(day)
