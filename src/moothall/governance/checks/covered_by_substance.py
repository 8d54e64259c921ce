"""Coverage of the rules on scrutiny, consultation, equality, employees and agreements."""

from moothall.facts.agreements import Agreement, Power, WorkforceChange
from moothall.facts.authority import GovernanceModel
from moothall.facts.decisions import Answer, StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.facts.proposals import Stage
from moothall.governance.checks.answers import need
from moothall.governance.checks.consultation import windows_of
from moothall.governance.checks.covered_by_meetings import NO_DAY
from moothall.governance.checks.equality import assessments_of
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.governance.checks.schools import paid_from_the_grant
from moothall.governance.checks.scrutiny import education_scrutiny, has_coopted_members
from moothall.governance.checks.states import (
    Answered,
    Covers,
    not_applicable,
    not_tested,
    tested,
)
from moothall.governance.checks.workforce import first_public_report

NO_AGREEMENT = "no agreement between the councils is held"


def _agreements(council: CouncilPlan) -> list[Agreement]:
    return [
        each
        for each in council.programme.agreements
        if each.proposal == council.proposal.id and council.authority.code in each.parties
    ]


def _changes(council: CouncilPlan) -> list[WorkforceChange]:
    return [
        each
        for each in council.programme.workforce_changes
        if (each.proposal, each.authority) == (council.proposal.id, council.authority.code)
    ]


def _before_the_decision(_: Plan, council: CouncilPlan) -> Answered:
    act = council.last_act
    if act is None or act.on is None:
        return not_tested(NO_DAY)
    if council.model_on(act.on) is GovernanceModel.COMMITTEE:
        return not_applicable("the committee that decides also questions")
    return tested("scrutiny before the decision, and how early")


def _consultation(*, against_the_decision: bool) -> Covers:
    def covers(_: Plan, council: CouncilPlan) -> Answered:
        formal = any(
            each.kind is ExerciseKind.FORMAL_CONSULTATION and each.proposal == council.proposal.id
            for each in council.programme.exercises
        ) or any(list(council.steps_of(StepKind.CONSULTATION)))
        if not formal:
            return not_tested("no formal consultation is held; whether one is needed is not said")
        if not windows_of(council):
            return not_tested("the formal consultation has no first and last day yet")
        if against_the_decision and council.last_act is None:
            return not_tested(NO_DAY)
        return tested("the days of the formal consultation")

    return covers


def _best_value(_: Plan, council: CouncilPlan) -> Answered:
    if council.proposal.stage is Stage.FORMULATION:
        return not_applicable("no option is being decided yet")
    return tested("that somebody was asked; whether they were representative is not held")


def _equality(_: Plan, council: CouncilPlan) -> Answered:
    if council.last_act is None:
        return not_tested(NO_DAY)
    if not any(each.dated for each in assessments_of(council)):
        return not_tested("no assessment with a date is held")
    return tested("the day of the assessment; that regard was had to it is not a fact held here")


def _schools(_: Plan, council: CouncilPlan) -> Answered:
    if list(council.steps_of(StepKind.SCHOOLS_FORUM)):
        return tested("the Forum's day") if council.last_act else not_tested(NO_DAY)
    if paid_from_the_grant(council):
        return not_tested("whether the Forum has to decide is not recorded")
    return not_applicable("nothing is recorded as paid from the Dedicated Schools Grant")


def _redundancies(_: Plan, council: CouncilPlan) -> Answered:
    changes = _changes(council)
    if not changes:
        return not_tested(f"what it does to {council.name}'s employees is not recorded")
    for change in changes:
        threshold = need(
            council.law, "TU-S188", change.first_dismissal_on or council.as_at, "threshold"
        )
        if change.redundancies is None or threshold is None:
            return not_tested("how many redundancies are proposed is not recorded")
        if change.redundancies >= threshold.number:
            if change.consultation_began_on and change.first_dismissal_on:
                return tested("the days from consultation to the first dismissal")
            return not_tested("the days of consultation and first dismissal are not all held")
    return not_applicable("fewer redundancies are proposed than the Act counts from")


def _transfer(_: Plan, council: CouncilPlan) -> Answered:
    changes = _changes(council)
    if not changes:
        return not_tested(f"what it does to {council.name}'s employees is not recorded")
    if all(change.transfer is Answer.NO for change in changes):
        return not_applicable("no employee transfers")
    if all(change.informed_on and change.liability_information_on for change in changes):
        return tested("the days of both informations")
    return not_tested("the days of both informations are not held yet")


def _unions(_: Plan, council: CouncilPlan) -> Answered:
    briefings = [s for s in council.steps_of(StepKind.TRADE_UNION_BRIEFING) if council.span_of(s)]
    if not briefings:
        return not_tested("no briefing of trade unions with a day is held")
    if first_public_report(council) is None:
        return not_tested("no meeting that makes a report public has a day")
    return tested("the briefing against the first public report")


def _officers(_: Plan, council: CouncilPlan) -> Answered:
    agreements = _agreements(council)
    placed = [each for each in agreements if each.power is Power.OFFICERS_AT_DISPOSAL]
    if placed:
        whole = all(
            a.signed_on and a.officers and all(o.consulted_on for o in a.officers) for a in placed
        )
        return tested("each holder's day") if whole else not_tested("not all days are held yet")
    if any(post.proposal == council.proposal.id for post in council.programme.posts) and (
        not agreements
    ):
        return not_tested("a post is shared and " + NO_AGREEMENT)
    return not_applicable("no agreement places officers at another's disposal")


def _power(power: Power) -> Covers:
    def covers(_: Plan, council: CouncilPlan) -> Answered:
        agreements = _agreements(council)
        if not agreements:
            single = len(council.proposal.parties) == 1
            return not_applicable("one council alone") if single else not_tested(NO_AGREEMENT)
        if not any(each.power is power for each in agreements):
            return not_applicable(f"the agreement is no {power.value}")
        return tested("the bodies that agree, and each council's model")

    return covers


def _consent(_: Plan, council: CouncilPlan) -> Answered:
    agreements = _agreements(council)
    if not agreements:
        return _alone_or_unknown(council)
    if all(each.consent_needed is Answer.NO for each in agreements):
        return not_applicable("no party is named in a direction")
    if any(each.consent_needed is Answer.YES for each in agreements):
        dated = all(
            each.signed_on and each.consented_on
            for each in agreements
            if each.consent_needed is Answer.YES
        )
        return (
            tested("consent before signing") if dated else not_tested("not all days are held yet")
        )
    if any(each.value is None for each in agreements):
        return not_tested("neither a direction nor the whole-life value is recorded")
    return not_applicable("the values held are not above the Act's sums; land is not held")


def _procurement(_: Plan, council: CouncilPlan) -> Answered:
    agreements = _agreements(council)
    if not agreements:
        return _alone_or_unknown(council)
    if any(each.power is Power.SUPPLY_OF_SERVICES for each in agreements):
        return tested("that a basis is recorded; whether its conditions are met is not a fact here")
    return not_applicable("no services are supplied under a contract")


def _personal_data(plan: Plan, council: CouncilPlan) -> Answered:
    agreements = _agreements(council)
    if not agreements:
        return _alone_or_unknown(council)
    sharing = [each for each in agreements if each.personal_data_shared is Answer.YES]
    if not sharing:
        return not_applicable("no personal data is shared")
    started = plan.go_lives(council.proposal.id) or all(each.starts for each in sharing)
    if started and all(a.data_protection_assessed_on and a.data_sharing_agreed_on for a in sharing):
        return tested("both days against the start")
    return not_tested("the days of assessment, sharing agreement and start are not all held")


def _election(_: Plan, council: CouncilPlan) -> Answered:
    if not council.authority.polls:
        return not_tested(f"no poll of {council.name} is held")
    dated = any(
        each.proposal == council.proposal.id and (each.opens_on or each.expected)
        for each in council.programme.exercises
    ) or any(
        council.span_of(step)
        for step in council.steps_of(StepKind.LISTENING, StepKind.CONSULTATION)
    )
    if not dated:
        return not_tested("no listening or consultation with a day or period is held")
    return tested("listening and consultation against the polls that are held")


def _live(plan: Plan, council: CouncilPlan) -> Answered:
    if len(council.proposal.parties) == 1:
        return not_applicable("one council alone")
    if not plan.go_lives(council.proposal.id):
        return not_tested("the service has no first day yet")
    effects = [other.effect() for other in plan.of(council.proposal.id)]
    if any(effect is None or effect.on is None for effect in effects):
        return not_tested("the day of effect is not known in every council")
    return tested("the start against every council's day of effect")


def _coopted(_: Plan, council: CouncilPlan) -> Answered:
    bodies = education_scrutiny(council)
    if not bodies:
        return not_applicable("no scrutiny committee for education sees it")
    if all(has_coopted_members(body) for body in bodies):
        return tested("the members as held")
    return not_tested("its co-opted members are not recorded")


def _response(_: Plan, council: CouncilPlan) -> Answered:
    asked = [
        each
        for each in council.programme.comments
        if each.statutory
        and each.proposal == council.proposal.id
        and council.bodies[each.body].authority == council.authority.code
    ]
    if asked:
        return tested("the executive's responses against the days of the notices")
    return not_applicable("no report or recommendation by notice is recorded")


def _alone_or_unknown(council: CouncilPlan) -> Answered:
    if len(council.proposal.parties) == 1:
        return not_applicable("one council alone")
    return not_tested(NO_AGREEMENT)


TABLE: dict[str, Covers] = {
    "PREDECISION-SCRUTINY": _before_the_decision,
    "CONSULT-ADEQUATE": _consultation(against_the_decision=False),
    "CONSULT-CONSCIENTIOUS": _consultation(against_the_decision=True),
    "CONSULT-FORMATIVE": _consultation(against_the_decision=True),
    "BEST-VALUE-CONSULT": _best_value,
    "PSED": _equality,
    "SCHOOLS-FORUM": _schools,
    "TU-S188": _redundancies,
    "TU-EARLY": _unions,
    "TUPE-INFO": _transfer,
    "S113-CONSULT": _officers,
    "DELEGATION-ROUTE": _power(Power.DELEGATION),
    "JOINT-COMMITTEE": _power(Power.JOINT_COMMITTEE),
    "LGR-CONSENT": _consent,
    "PROCUREMENT-EXEMPT": _procurement,
    "DPIA-GATE": _personal_data,
    "PRE-ELECTION": _election,
    "SYNC-BARRIER": _live,
    "EDUCATION-SCRUTINY-MEMBERS": _coopted,
    "SCRUTINY-RESPONSE": _response,
}
"""Rule by rule: how it stands for a council where no finding has said so."""
