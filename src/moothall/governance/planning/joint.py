"""The network of all councils together: live when every council's decision is, signed, in service.

A decision is live in a council when it is made, its call-in is over and its conditions are met; the
shared one when that holds in every council; the service starts only after the agreement is signed,
each officer who is placed at another's disposal having been consulted before (R1, SYNC-BARRIER,
S113-CONSULT).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from moothall.facts.decisions import MeetingStatus, StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.planning.chain import Chain, chain_of
from moothall.governance.planning.council_calendar import CouncilCalendar, calendar_of
from moothall.governance.planning.duties import before_service, before_signing, duties_of
from moothall.governance.planning.leads import CalendarDays
from moothall.governance.planning.network import Network, Node, Reason, Wait, in_order
from moothall.governance.planning.places import AnyDay, AnyWorkingDay
from moothall.law.law import Law, Rule

LIVE, SIGNED, IN_SERVICE = "live", "signed", "in service"
"""The nodes of all councils together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointNetwork:
    """The network of one proposal, its councils' chains, and their calendars."""

    network: Network
    chains: tuple[Chain, ...]
    calendars: dict[str, CouncilCalendar]

    def node(self, key: str) -> Node:
        return next(node for node in self.network.nodes if node.id == key)


def network_of(
    programme: Programme, law: Law, proposal: Proposal, as_at: date, *, as_planned: bool = False
) -> JointNetwork:
    """The network of one proposal through every council that is party to it.

    With `as_planned` a step stays on the day of the meeting that it names.
    Raises ContradictoryRulesError where steps wait for one another in a ring.
    """
    calendars = {
        code: calendar_of(programme, law, programme.authority(code), as_at)
        for code in proposal.parties
    }
    chains = tuple(
        chain_of(programme, law, proposal, programme.authority(code), calendars[code])
        for code in proposal.parties
    )
    nodes = [node for chain in chains for node in chain.nodes]
    nodes += _together(programme, law, proposal, chains, calendars, as_at)
    if as_planned:
        planned = _planned_days(programme, proposal, as_at)
        nodes = [replace(node, pinned=planned.get(node.id)) for node in nodes]
    return JointNetwork(
        network=Network(in_order(nodes), as_at.toordinal()), chains=chains, calendars=calendars
    )


def _planned_days(programme: Programme, proposal: Proposal, as_at: date) -> dict[str, int]:
    """The days that somebody has planned: of the meetings that steps name, of dates in full."""
    meetings = {meeting.id: meeting for meeting in programme.meetings}
    planned: dict[str, int] = {}
    for step in programme.steps:
        if step.proposal != proposal.id or step.taken_on is not None:
            continue
        meeting = meetings.get(step.meeting or "")
        if meeting is not None and meeting.status is not MeetingStatus.CANCELLED:
            day = meeting.held_on
        elif meeting is None and step.expected is not None and step.expected.is_exact:
            day = step.expected.earliest
        else:
            continue
        if day >= as_at:
            planned[f"{step.authority}:{step.id}"] = day.toordinal()
    return planned


def _together(
    programme: Programme,
    law: Law,
    proposal: Proposal,
    chains: tuple[Chain, ...],
    calendars: dict[str, CouncilCalendar],
    as_at: date,
) -> Iterable[Node]:
    """The steps of all councils together, from every decision being live to the first day."""
    barrier = law.rule("SYNC-BARRIER")
    waits = [
        Wait(
            after=chain.effective,
            lead=CalendarDays(0),
            reason=_by(barrier, f"live only when {chain.authority.short_name}'s decision is"),
        )
        for chain in chains
    ]
    for node in _conditions(programme, proposal):
        yield node
        waits.append(
            Wait(after=node.id, lead=CalendarDays(0), reason=Reason(words="the condition is met"))
        )
    place = AnyWorkingDay(calendars[proposal.parties[0]].table)
    yield _joint(LIVE, "The decision is live in every council", AnyDay(), waits)

    duties = duties_of(programme, law, proposal, as_at, place)
    signed = [Wait(after=LIVE, lead=CalendarDays(0), reason=_by(barrier, "all have decided"))]
    for node, wait in before_signing(duties):
        yield node
        signed.append(wait)
    done = duties.taken(StepKind.SIGNING)
    yield _joint(SIGNED, "The agreement is signed", place, signed, done)
    service = [
        Wait(
            after=SIGNED,
            lead=CalendarDays(0),
            reason=_by(barrier, "the service starts only after signing"),
        )
    ]
    for node, wait in before_service(duties):
        yield node
        service.append(wait)
    started = duties.taken(StepKind.GO_LIVE)
    yield _joint(IN_SERVICE, "The shared service starts", AnyDay(), service, started)


def _joint(
    key: str, name: str, place: AnyDay | AnyWorkingDay, waits: list[Wait], fixed: int | None = None
) -> Node:
    words = "any working day" if isinstance(place, AnyWorkingDay) else "any day"
    return Node(
        id=key,
        authority="",
        kind=key,
        name=name,
        place=place,
        place_reason=Reason(words=words),
        waits=tuple(waits),
        follows=key == LIVE,
        fixed=fixed,
    )


def _conditions(programme: Programme, proposal: Proposal) -> Iterable[Node]:
    for condition in programme.conditions:
        if condition.proposal != proposal.id:
            continue
        expected = condition.expected
        yield Node(
            id=f"{condition.authority}:condition:{condition.id}",
            authority=condition.authority,
            kind="condition",
            name=f"Condition: {condition.text}",
            place=AnyDay(),
            place_reason=Reason(words="any day"),
            fixed=condition.met_on.toordinal() if condition.met_on else None,
            not_before=expected.latest.toordinal() if expected else None,
            floor_reason=Reason(words=f"expected {expected.text}") if expected else None,
            ask=(
                ""
                if condition.met_on or expected
                else f"When will this condition be met: {condition.text}?"
            ),
        )


def _by(rule: Rule, words: str) -> Reason:
    return Reason(words=words, rule=rule.id, evidence=rule.evidence)
