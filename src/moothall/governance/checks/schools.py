"""Schools Forums: what is theirs to decide is decided before the council relies on the money."""

import re
from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.bodies import Power
from moothall.facts.decisions import StepKind
from moothall.governance.checks.answers import broken
from moothall.governance.checks.cures import move_to
from moothall.governance.checks.plan import CouncilPlan, Plan

RULE = "SCHOOLS-FORUM"
_GRANT = re.compile(r"\bDSG\b|dedicated schools grant", re.IGNORECASE)


def paid_from_the_grant(council: CouncilPlan) -> str:
    """What of the proposal is paid from the Dedicated Schools Grant, empty where nothing is."""
    return next(
        (
            post.title
            for post in council.programme.posts
            if post.proposal == council.proposal.id and _GRANT.search(post.funding or "")
        ),
        "",
    )


def the_schools_forum_decides_first(plan: Plan) -> Iterator[Finding]:
    """A decision that relies on the grant follows the Forum's, where it is the Forum's to take."""
    for council in plan.councils:
        act = council.last_act
        steps = list(council.steps_of(StepKind.SCHOOLS_FORUM))
        if act is None or act.on is None:
            continue
        for step in steps:
            day, body = council.day_of(step), council.body_of(step)
            if day is not None and day > act.on:
                yield broken(
                    council,
                    RULE,
                    "steps",
                    step,
                    f"{council.name} decides on {in_words(act.on)}, before its Schools Forum on "
                    f"{in_words(day)}.",
                    actual=in_words(day),
                    required=f"by {in_words(act.on)}",
                    margin_days=(act.on - day).days,
                    # The Forum may only be consulted on it; that it decides is not recorded.
                    severity=None if step.approves else Severity.WARNING,
                    assumed=step.assumed or act.assumed,
                    cures=(move_to(council, act.body, day),),
                )
            if step.approves and body is not None and body.power is not Power.DECIDES:
                yield broken(
                    council,
                    RULE,
                    "steps",
                    step,
                    f"{body.name} is to approve and is recorded as a body that {body.power.value}.",
                    severity=Severity.WARNING,
                    cures=("Record what the Forum decides and what it is only consulted on.",),
                )


def money_from_the_grant_asks_for_the_forum(plan: Plan) -> Iterator[Finding]:
    """Whether the Forum has to decide turns on the line of the grant, which somebody has to say."""
    for proposal in plan.programme.proposals:
        councils = plan.of(proposal.id)
        if not councils or not (paid := paid_from_the_grant(councils[0])):
            continue
        if any(list(council.steps_of(StepKind.SCHOOLS_FORUM)) for council in councils):
            continue
        yield broken(
            councils[0],
            RULE,
            "proposals",
            proposal,
            f"{paid} is paid from the Dedicated Schools Grant; whether that is the Schools Forum's "
            "to decide, and when it did, is not recorded.",
            severity=Severity.QUESTION,
            authority="",
            cures=(
                "Ask the finance officers which line of the grant pays, and the Forum's clerk.",
            ),
        )
