"""Coverage of the rules on meetings, papers, notices, records and what follows a decision."""

from moothall.basics.dates import in_words
from moothall.facts.authority import GovernanceModel
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import Answer, NoticeKind
from moothall.governance.checks.acts import Act
from moothall.governance.checks.call_in import implemented
from moothall.governance.checks.papers import sittings_of, urgent_items
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.governance.checks.private_meetings import is_private_executive
from moothall.governance.checks.records import record_rule
from moothall.governance.checks.states import (
    Answered,
    Covers,
    always,
    not_applicable,
    not_tested,
    tested,
)
from moothall.law.publication_cycle import read_cycle

NO_DAY = "the decision has no day yet"
NO_MEETING = "no meeting with a day is held"


def _papers(rule: str) -> Covers:
    def covers(_: Plan, council: CouncilPlan) -> Answered:
        here = list(sittings_of(council))
        of_it = [s for s in here if s.rule == rule]
        if not of_it:
            return not_applicable("no such body meets on it") if here else not_tested(NO_MEETING)
        waiting = [s.meeting for s in of_it if s.meeting.papers_published_on is None]
        if waiting:
            first = min(meeting.held_on for meeting in waiting)
            return not_tested(f"the papers for {in_words(first)} are not published yet")
        return tested(f"the papers of {len(of_it)} meetings")

    return covers


def _public_notice(executive: bool) -> Covers:
    def covers(_: Plan, council: CouncilPlan) -> Answered:
        here = list(sittings_of(council))
        if not here:
            return not_tested(NO_MEETING)
        if not any((s.rule == "AGENDA-EXEC") is executive for s in here):
            return not_applicable("no such body meets on it")
        return not_tested("on which day the meeting itself was made public is not a fact held here")

    return covers


def _urgent_item(_: Plan, council: CouncilPlan) -> Answered:
    held = any(list(urgent_items(council, s.meeting)) for s in sittings_of(council))
    return tested("the chair's opinion and the reason") if held else not_applicable("not used")


def _extraordinary(_: Plan, council: CouncilPlan) -> Answered:
    called = any(
        s.body.kind is BodyKind.COUNCIL and s.meeting.kind == "extraordinary"
        for s in sittings_of(council)
    )
    if called:
        return not_tested("who asked for the meeting, and when, is not a fact held here")
    return not_applicable("no extraordinary meeting of the full council is planned")


def _executive_act(council: CouncilPlan) -> Act | Answered:
    """The last dated executive decision, or why there is none to test."""
    act = council.last_act
    if act is None or act.on is None:
        return not_tested(NO_DAY)
    if council.model_on(act.on) is None:
        return not_tested("the governance model on that day is not held")
    if not council.is_executive(act):
        return not_applicable("it is no decision of an executive")
    return act


def _key(_: Plan, council: CouncilPlan) -> Answered:
    act = _executive_act(council)
    if isinstance(act, tuple):
        return act
    if act.key is Answer.NO:
        return not_applicable("by the council's own answer it is not key")
    if act.key is Answer.UNKNOWN:
        return not_tested("nobody has said whether it is key")
    if not council.notices_of(act, NoticeKind.KEY_DECISION, NoticeKind.GENERAL_EXCEPTION):
        return not_tested("no notice is held yet")
    known = council.own("notice_28_count", council.as_at)
    return tested("the notice" if known else "the notice, counted by the calendar: ask the council")


def _key_test(_: Plan, council: CouncilPlan) -> Answered:
    act = _executive_act(council)
    if isinstance(act, tuple) and act[0].value == "not applicable":
        return act
    answered = any(
        test.answer is not Answer.UNKNOWN
        for test in council.programme.key_decision_tests
        if (test.proposal, test.authority) == (council.proposal.id, council.authority.code)
    ) or any(a.key is not Answer.UNKNOWN for a in council.acts)
    return tested("the council's answer") if answered else not_tested("nobody has answered it")


def _used(*kinds: NoticeKind) -> Covers:
    def covers(_: Plan, council: CouncilPlan) -> Answered:
        if any(notice.kind in kinds for notice in council.notices):
            return tested("its notice")
        urgent = any(notice.urgent for notice in council.notices) or any(
            act.decision is not None and act.decision.urgent for act in council.acts
        )
        if urgent:
            return not_tested("urgency is claimed; on which provision it rests is not recorded")
        return not_applicable("not used")

    return covers


def _private(_: Plan, council: CouncilPlan) -> Answered:
    here = [s for s in sittings_of(council) if is_private_executive(s)]
    if here:
        return tested(f"{len(here)} private meetings")
    return not_applicable("no meeting of an executive is marked as private")


def _exempt(_: Plan, council: CouncilPlan) -> Answered:
    here = list(sittings_of(council))
    if any(s.meeting.private or s.meeting.exempt for s in here):
        return tested("the paragraph and the public-interest test")
    return not_applicable("nothing on it is marked as private or exempt")


def _record(rule: str) -> Covers:
    def covers(_: Plan, council: CouncilPlan) -> Answered:
        kinds = {record_rule(council, act) for act in council.acts}
        taken = {record_rule(council, act) for act in council.acts if act.decision is not None}
        if rule in taken:
            return tested("decision, alternatives and interests; reasons are not held apart")
        if rule in kinds:
            return not_tested("no decision is recorded yet")
        return not_applicable("no such body decides on it") if kinds else not_tested(NO_DAY)

    return covers


def _window(model: GovernanceModel) -> Covers:
    def covers(_: Plan, council: CouncilPlan) -> Answered:
        act, effect = council.last_act, council.effect()
        if act is None or act.on is None or effect is None:
            return not_tested(NO_DAY)
        held = council.model_on(act.on)
        if held is not None and held is not model:
            return not_applicable(f"the council has the {held.value} model")
        if effect.on is None:
            return not_tested("; ".join(effect.ask) or effect.note)
        if not list(implemented(council)):
            return not_tested("no day of signing or of the start is held")
        return tested(f"signing and start from {in_words(effect.on)} on")

    return covers


def _branch(_: Plan, council: CouncilPlan) -> Answered:
    act = _executive_act(council)
    if isinstance(act, tuple):
        return act
    return not_tested("whether it is called in is no fact held here; the planner shows the branch")


def _waiver(_: Plan, council: CouncilPlan) -> Answered:
    taken = [act.decision for act in council.acts if act.decision is not None]
    if any(decision.urgent for decision in taken):
        return tested("the printed day of effect against the council's own rules")
    return not_applicable("no decision is recorded as urgent")


def _framework(_: Plan, council: CouncilPlan) -> Answered:
    if any(act.body and act.body.kind is BodyKind.COUNCIL for act in council.approvals):
        return tested("the full council resolves after the executive")
    act = _executive_act(council)
    if isinstance(act, tuple):
        return act
    return not_tested("whether it keeps to the budget and policy framework is not recorded")


def _plan_cycle(_: Plan, council: CouncilPlan) -> Answered:
    act = _executive_act(council)
    if isinstance(act, tuple):
        return act
    if act.key is Answer.NO:
        return not_applicable("by the council's own answer it is not key")
    if act.key is Answer.UNKNOWN:
        return not_tested("nobody has said whether it is key")
    if council.notices_of(act, NoticeKind.KEY_DECISION, NoticeKind.GENERAL_EXCEPTION):
        return not_applicable("its notice is out already")
    cycle = council.authority.rule_on("forward_plan_cycle", council.as_at)
    if not council.authority.forward_plans:
        if cycle.value is None:
            return not_tested(cycle.ask)
        if read_cycle(cycle.value).is_vague:
            return not_tested(f"the forward plan is {cycle.value}; on which days is not known")
    return tested("the next forward plan against the last day for the notice")


def _model(_: Plan, council: CouncilPlan) -> Answered:
    act = council.last_act
    if act is None or act.on is None:
        return not_tested(NO_DAY)
    return tested(f"the model on {in_words(act.on)}")


def _recess(_: Plan, council: CouncilPlan) -> Answered:
    if not council.authority.recesses:
        return not_tested(f"no recess of {council.name} is held")
    return (
        tested("its meetings") if any(s.meeting for s in council.steps) else not_tested(NO_MEETING)
    )


def _clearance(_: Plan, council: CouncilPlan) -> Answered:
    papers = {
        paper.id
        for paper in council.programme.papers
        if (paper.proposal, paper.authority) == (council.proposal.id, council.authority.code)
    }
    if any(clearance.paper in papers for clearance in council.programme.clearances):
        return tested("its clearances")
    return not_tested("no clearance of its papers is held")


def _cleared_in_time(plan: Plan, council: CouncilPlan) -> Answered:
    held = _clearance(plan, council)
    if council.authority.rule_on("clearance_lead_days", council.as_at).value is None:
        return not_tested(f"by when {council.name} wants its clearances is not known")
    return held


TABLE: dict[str, Covers] = {
    "CD-COUNT": always(tested("how every clear day here is counted")),
    "NOTICE-COMMITTEE": _public_notice(executive=False),
    "NOTICE-EXEC": _public_notice(executive=True),
    "AGENDA-COMMITTEE": _papers("AGENDA-COMMITTEE"),
    "AGENDA-EXEC": _papers("AGENDA-EXEC"),
    "SUMMONS-COUNCIL": _papers("SUMMONS-COUNCIL"),
    "URGENT-ITEM": _urgent_item,
    "COUNCIL-EXTRAORDINARY": _extraordinary,
    "KEY-TEST": _key_test,
    "KEY-28": _key,
    "KEY-GENERAL-EXCEPTION": _used(NoticeKind.GENERAL_EXCEPTION),
    "KEY-SPECIAL-URGENCY": _used(NoticeKind.SPECIAL_URGENCY),
    "PRIVATE-28": _private,
    "PRIVATE-5": _private,
    "PRIVATE-URGENT": _used(NoticeKind.PRIVATE_MEETING_URGENT),
    "EXEMPT-CATEGORY": _exempt,
    "RECORD-DECISION": _record("RECORD-DECISION"),
    "OFFICER-DECISION-RECORD": _record("OFFICER-DECISION-RECORD"),
    "CALLIN-WINDOW": _window(GovernanceModel.EXECUTIVE),
    "COMMITTEE-STANDSTILL": _window(GovernanceModel.COMMITTEE),
    "CALLIN-BRANCH": _branch,
    "CALLIN-WAIVER": _waiver,
    "BPF-COUNCIL": _framework,
    "FP-CYCLE": _plan_cycle,
    "REPORT-CLEARANCE": _cleared_in_time,
    "CLEARANCE-INDEPENDENCE": _clearance,
    "GOVERNANCE-MODEL-DATED": _model,
    "RECESS": _recess,
    "ACCESSIBLE-PUBLICATION": always(
        not_applicable("a rule about documents: proofreading tests it on each")
    ),
}
"""Rule by rule: how it stands for a council where no finding has said so."""
