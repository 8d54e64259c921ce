"""The planner: from a proposal's facts to the earliest joint route that breaks no rule held.

    network → forward → backward → what binds → trade-offs → what buys time → branches

Every step waits for monotone day sums only, so the forward pass is exact: no route is earlier.
"""

from datetime import date

from moothall.facts.decisions import StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.planning.binding import what_binds, what_buys_time, why
from moothall.governance.planning.branches import branches_of
from moothall.governance.planning.chain import Chain
from moothall.governance.planning.closeness import trade_offs
from moothall.governance.planning.joint import IN_SERVICE, LIVE, JointNetwork, network_of
from moothall.governance.planning.network import ContradictoryRulesError, Node, Pass, as_day
from moothall.governance.planning.plan import (
    BackPlan,
    CouncilPlan,
    Deadline,
    Plan,
    PlannedStep,
    Plans,
)
from moothall.law.law import Law


def plans_of(
    programme: Programme, law: Law, as_at: date, wanted_on: date | None = None
) -> tuple[Plans, ...]:
    """The plans of every proposal; counted back from `wanted_on`, else from the start it names."""
    return tuple(
        _plans(programme, law, proposal, as_at, wanted_on or wanted_start(programme, proposal))
        for proposal in programme.proposals
    )


def wanted_start(programme: Programme, proposal: Proposal) -> date | None:
    """The first day of what the proposal, else the first of its steps, wants as its start."""
    if proposal.wanted_from is not None:
        return proposal.wanted_from.earliest
    days = [
        step.expected.earliest
        for step in programme.steps
        if step.proposal == proposal.id and step.kind is StepKind.GO_LIVE and step.expected
    ]
    return min(days, default=None)


def _plans(
    programme: Programme, law: Law, proposal: Proposal, as_at: date, wanted_on: date | None
) -> Plans:
    try:
        return Plans(
            proposal=proposal.id,
            name=proposal.name,
            standing=plan_of(programme, law, proposal, as_at, as_planned=True),
            earliest=plan_of(programme, law, proposal, as_at),
            back=back_plan(programme, law, proposal, as_at, wanted_on) if wanted_on else None,
        )
    except ContradictoryRulesError as error:
        return Plans(proposal=proposal.id, name=proposal.name, contradiction=str(error))


def plan_of(
    programme: Programme, law: Law, proposal: Proposal, as_at: date, *, as_planned: bool = False
) -> Plan:
    """The earliest joint route of one proposal from `as_at` on.

    With `as_planned` the steps for which somebody has planned a day stay on it, and the rest is
    worked out around them.
    Raises ContradictoryRulesError where steps wait for one another in a ring.
    """
    joint = network_of(programme, law, proposal, as_at, as_planned=as_planned)
    found = joint.network.forward()
    soonest = joint.network.forward(soonest=True)
    latest = joint.network.backward(IN_SERVICE, found.day[IN_SERVICE])
    decided = [found.known_day(chain.decision) for chain in joint.chains]
    days = [day for day in decided if day is not None]
    asked = tuple(dict.fromkeys(found.ask.values()))
    return Plan(
        proposal=proposal.id,
        name=proposal.name,
        as_at=as_at,
        councils=tuple(_council(joint, chain, found, soonest, latest) for chain in joint.chains),
        together=_steps(joint, found, soonest, latest, ""),
        live_on=_day(found.known_day(LIVE)),
        live_not_before=as_day(soonest.day[LIVE]),
        starts_on=_day(found.known_day(IN_SERVICE)),
        not_before=as_day(soonest.day[IN_SERVICE]),
        spread_days=max(days) - min(days) if days and len(days) == len(decided) else None,
        binds=what_binds(joint, found),
        trade_offs=trade_offs(joint, found),
        buys_time=what_buys_time(joint, found),
        branches=branches_of(programme, law, joint, found),
        ask=asked,
        too_old=tuple(_too_old(joint, found)),
    )


def back_plan(
    programme: Programme, law: Law, proposal: Proposal, as_at: date, wanted_on: date
) -> BackPlan:
    """The last day of every step that still has the service start on `wanted_on`.

    Raises ContradictoryRulesError where steps wait for one another in a ring.
    """
    joint = network_of(programme, law, proposal, as_at)
    found = joint.network.forward()
    latest = joint.network.backward(IN_SERVICE, wanted_on.toordinal())
    unsure = _unsure(joint, found)
    deadlines = tuple(
        sorted(
            (
                _deadline(node, found, latest[node.id], at_best=node.id in unsure)
                for node in joint.network.nodes
                if node.id in latest and node.fixed is None
            ),
            key=lambda each: (each.by or date.min, each.authority, each.step),
        )
    )
    is_late = any(each.by is None or each.too_late_by > 0 for each in deadlines)
    known = found.known_day(IN_SERVICE)
    started = joint.node(IN_SERVICE).fixed
    if started is not None:
        is_late = started > wanted_on.toordinal()
    return BackPlan(
        wanted_on=wanted_on,
        can_be_kept=False if is_late else True if known is not None else None,
        deadlines=deadlines,
        earliest_start=_day(known),
        ask=tuple(dict.fromkeys(found.ask.values())),
    )


def _council(
    joint: JointNetwork,
    chain: Chain,
    found: Pass,
    soonest: Pass,
    latest: dict[str, int | None],
) -> CouncilPlan:
    ids = {node.id for node in chain.nodes}
    return CouncilPlan(
        authority=chain.authority.code,
        name=chain.authority.short_name,
        steps=_steps(joint, found, soonest, latest, chain.authority.code),
        decides_on=_day(found.known_day(chain.decision)),
        effective_on=_day(found.known_day(chain.effective)),
        not_before=as_day(soonest.day[chain.effective]),
        ask=tuple(dict.fromkeys(ask for key, ask in found.ask.items() if key in ids)),
    )


def _steps(
    joint: JointNetwork,
    found: Pass,
    soonest: Pass,
    latest: dict[str, int | None],
    authority: str,
) -> tuple[PlannedStep, ...]:
    own = [node for node in joint.network.nodes if node.authority == authority]
    made = (_step(joint, node, found, soonest, latest.get(node.id)) for node in own)
    return tuple(sorted(made, key=lambda step: step.not_before))


def _step(
    joint: JointNetwork, node: Node, found: Pass, soonest: Pass, latest: int | None
) -> PlannedStep:
    day, bound = found.day[node.id], found.bound[node.id]
    on = found.known_day(node.id)
    floor = day if on is not None else soonest.day[node.id]
    stands = node.fixed is not None or node.pinned is not None
    has_slack = on is not None and latest is not None and not stands
    assumed = "; ".join(
        dict.fromkeys(text for text in (node.assumed, bound.reason.assumed) if text)
    )
    return PlannedStep(
        id=node.id,
        step=node.step,
        authority=node.authority,
        kind=node.kind,
        name=node.name,
        on=_day(on),
        not_before=as_day(floor),
        latest=_day(latest),
        slack_days=latest - on if has_slack and latest is not None and on is not None else None,
        is_fixed=node.fixed is not None,
        is_planned=node.pinned is not None,
        because=why(node, found),
        rule=bound.reason.rule,
        evidence=bound.reason.evidence,
        assumed=assumed,
        waited=max(0, day - bound.ready_on),
        too_soon_by=max(0, bound.ready_on - day) if node.pinned is not None else 0,
        waits_for_what_was_done=bound.after is not None
        and joint.node(bound.after).fixed is not None,
        ask=found.ask.get(node.id, ""),
    )


def _deadline(node: Node, found: Pass, latest: int | None, *, at_best: bool) -> Deadline:
    earliest = found.day[node.id]
    return Deadline(
        step=node.step or node.id,
        authority=node.authority,
        kind=node.kind,
        name=node.name,
        by=_day(latest),
        earliest=as_day(earliest),
        too_late_by=max(0, earliest - latest) if latest is not None else 0,
        at_best=at_best,
    )


def _unsure(joint: JointNetwork, found: Pass) -> set[str]:
    """The steps whose last day hangs on a rule that is unknown: all that lead up to one."""
    unsure: set[str] = set()
    for node in reversed(joint.network.nodes):
        asked = node.id in found.ask
        if asked:
            unsure.add(node.id)
        if node.id in unsure:
            unsure.update(wait.after for wait in node.waits)
    return unsure


def _too_old(joint: JointNetwork, found: Pass) -> list[str]:
    """Steps that were taken too long ago to be relied on when the decision comes."""
    return [
        f"{by_id.name} was done {found.day[node.id] - found.day[age.earlier]} days before: "
        f"{age.reason.words}"
        for node in joint.network.nodes
        for age in node.ages
        if (by_id := joint.node(age.earlier)).fixed is not None
        and found.day[node.id] - found.day[age.earlier] > age.days
    ]


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else as_day(ordinal)
