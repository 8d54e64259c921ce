"""One council's chain: its steps as the facts name them, and the notices and papers they need.

Which step waits for which, where `after` does not say it: what the council hears and weighs
(listening, consultation, the equality assessment, board, senior team, unions) comes before the
papers of the decision; scrutiny before the decision in the council's own way; a recommending
decision before the resolving one.  Nothing else is put in order: what may run side by side does.
"""

from dataclasses import dataclass, replace
from datetime import date

from moothall.facts.authority import Authority
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import Step, StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.effect import EffectRules, effect_rules
from moothall.governance.planning.council_calendar import CouncilCalendar
from moothall.governance.planning.deciding import decision, papers_of, undecided
from moothall.governance.planning.ground import Ground, ground_of
from moothall.governance.planning.hearing import WINDOWS, event, window
from moothall.governance.planning.leads import CalendarDays
from moothall.governance.planning.network import Node, Reason, Wait
from moothall.governance.planning.taking_effect import taking_effect
from moothall.law.law import Law

BEFORE_THE_DECISION = frozenset(
    {
        StepKind.TRADE_UNION_BRIEFING,
        StepKind.LISTENING,
        StepKind.CONSULTATION,
        StepKind.EQUALITY_ASSESSMENT,
        StepKind.BOARD,
        StepKind.MANAGEMENT_TEAM,
        StepKind.SCHOOLS_FORUM,
        StepKind.GROUP_LEADERS,
        StepKind.SCRUTINY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One council's nodes; `decision` is the node that approves, `effective` the one after it."""

    authority: Authority
    nodes: tuple[Node, ...]
    decision: str
    effective: str
    rules: EffectRules
    as_at: date


def chain_of(
    programme: Programme,
    law: Law,
    proposal: Proposal,
    authority: Authority,
    calendar: CouncilCalendar,
) -> Chain:
    """One council's chain: before the decision, the decision, and until it takes effect."""
    ground = ground_of(programme, law, proposal, authority, calendar)
    before = [step for step in ground.steps if step.kind in BEFORE_THE_DECISION]
    decisions = [step for step in ground.steps if step.kind is StepKind.DECISION]
    final = next((step for step in reversed(decisions) if step.approves), None)
    earlier = [step for step in decisions if step is not final]

    nodes: list[Node] = []
    for step in before:
        nodes += _heard(ground, step)
    for step in earlier:
        nodes += decision(ground, step, before, ())
    nodes += decision(ground, final, before, earlier) if final else (undecided(ground, before),)
    decided = nodes[-1].id

    rules = _effect_rules(ground, final)
    nodes += taking_effect(ground, decided, rules)
    return Chain(
        authority=authority,
        nodes=tuple(_told_to_wait(ground, nodes)),
        decision=decided,
        effective=nodes[-1].id,
        rules=rules,
        as_at=calendar.as_at,
    )


def _heard(ground: Ground, step: Step) -> tuple[Node, ...]:
    """A step before the decision, with the papers of a scrutiny meeting that is still to come."""
    if step.kind in WINDOWS:
        return tuple(window(ground, step))
    body = ground.body(step)
    if step.kind is not StepKind.SCRUTINY or body is None or ground.fixed(step)[0] is not None:
        return (event(ground, step),)
    # Scrutiny is a committee under the 1972 Act whatever the council's governance model.
    agenda = papers_of(ground, step, body, "AGENDA-COMMITTEE")
    return (*agenda.nodes, event(ground, step, agenda.waits))


def _effect_rules(ground: Ground, final: Step | None) -> EffectRules:
    body = ground.body(final) if final else None
    return effect_rules(
        ground.authority,
        ground.model,
        ground.as_at,
        by_full_council=body is not None and body.kind is BodyKind.COUNCIL,
        already_published=ground.taken is not None and ground.taken.published_on is not None,
    )


def _told_to_wait(ground: Ground, nodes: list[Node]) -> list[Node]:
    """The nodes with what steps come after by their own word, on top of the usual order."""
    held = {node.id: node for node in nodes}
    for step in ground.steps:
        key = ground.node_id(step)
        first = next(
            (
                f"{key}{part}"
                for part in ("/report", "/papers", "/opens", "")
                if f"{key}{part}" in held
            ),
            None,
        )
        if not step.after or first is None or held[first].fixed is not None:
            continue
        more = tuple(
            Wait(
                after=ground.node_id(each),
                lead=CalendarDays(1),
                reason=Reason(words=f"it comes after “{each.name}”"),
            )
            for each in ground.steps
            if each.id in step.after and ground.node_id(each) in held
        )
        held[first] = replace(held[first], waits=(*held[first].waits, *more))
    return list(held.values())
