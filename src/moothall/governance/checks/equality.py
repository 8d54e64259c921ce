"""Equality assessments: before the report, about this decision, and not too old."""

from collections.abc import Iterator
from datetime import timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.assurance import EqualityAssessment
from moothall.governance.checks.answers import broken, days, missed, need, on_act, said
from moothall.governance.checks.plan import CouncilPlan, Plan

RULE = "PSED"


def assessments_of(council: CouncilPlan) -> tuple[EqualityAssessment, ...]:
    """A council's own assessments of the proposal; another's does not discharge its duty."""
    return tuple(
        each
        for each in council.programme.equality_assessments
        if (each.proposal, each.authority) == (council.proposal.id, council.authority.code)
    )


def an_assessment_is_before_the_decision_maker(plan: Plan) -> Iterator[Finding]:
    """Due regard is had before and at the decision, so the report carries the assessment.

    The Act asks for the regard and not for the paper: the paper's day warns and is no breach.
    """
    for council in plan.councils:
        act = council.last_act
        dated = [(each.dated, each) for each in assessments_of(council) if each.dated is not None]
        if act is None or act.on is None or not dated:
            continue
        written, first = min(dated, key=lambda pair: (pair[0], pair[1].id))
        report = act.meeting.papers_published_on if act.meeting else None
        limit = report or act.on
        if written.earliest <= limit:
            continue
        where = f"the report of {in_words(report)}" if report else "the decision"
        yield broken(
            council,
            RULE,
            "equality_assessments",
            first,
            f"{council.name}'s assessment is of {said(written)}, after {where}; it decides on "
            f"{in_words(act.on)}.",
            severity=Severity.WARNING,
            actual=said(written),
            required=f"by {in_words(limit)}",
            margin_days=(limit - written.earliest).days,
            cures=(
                (
                    "Put the assessment before the body with the report, and have it decide after "
                    "reading it."
                ),
            ),
            **on_act(act),
        )


def an_assessment_is_not_out_of_date(plan: Plan) -> Iterator[Finding]:
    """An old assessment is looked at again; how old is a policy, the council's own or ours."""
    for council in plan.councils:
        act = council.last_act
        dated = [(each.dated, each) for each in assessments_of(council) if each.dated is not None]
        if act is None or act.on is None or not dated:
            continue
        written, latest = max(dated, key=lambda pair: (pair[0].latest, pair[1].id))
        asked = need(
            council.law,
            RULE,
            act.on,
            "longest age",
            council=council,
            own="equality_assessment_longest_age",
        )
        if asked is None:
            continue
        age = (act.on - written.latest).days
        if age <= asked.number:
            continue
        yield missed(
            council,
            asked,
            "equality_assessments",
            latest,
            f"{council.name}'s assessment of {said(written)} is {days(age)} old when it decides on "
            f"{in_words(act.on)}, more than {asked.number}{asked.words}.",
            actual=days(age),
            required=f"at most {days(asked.number)}",
            margin=asked.number - age,
            severity=Severity.WARNING,
            cures=(
                (
                    "Look at it again, and date it anew, not before "
                    f"{in_words(act.on - timedelta(days=asked.number))}."
                ),
            ),
            **on_act(act),
        )


def an_assessment_carries_its_date(plan: Plan) -> Iterator[Finding]:
    """Without a date nobody can tell whether it was before the body that decided."""
    for council in plan.councils:
        act = council.last_act
        held = assessments_of(council)
        if act is None or act.on is None or not held or any(each.dated for each in held):
            continue
        yield broken(
            council,
            RULE,
            "equality_assessments",
            held[0],
            f"{council.name}'s assessment carries no date, so whether it was before the decision "
            f"of {in_words(act.on)} could not be tested.",
            severity=Severity.QUESTION,
            cures=(f"Ask {council.name}'s equality officer when it was finished.",),
            **on_act(act),
        )
