"""The closest-together route, and the best trade-offs between an early end and close decisions.

Whatever the first day of decision is, no council can do better than to take its own earliest day
from then on: a later one widens the spread and delays the effect.  So it is enough to let each day
on which a council could decide be the first one, in turn; of the answers those are kept that no
other beats in both.  The work grows with the number of days times the number of councils.
"""

from bisect import bisect_left
from dataclasses import dataclass

from moothall.governance.planning.chain import Chain
from moothall.governance.planning.joint import IN_SERVICE, LIVE, JointNetwork
from moothall.governance.planning.network import Node, Pass, as_day
from moothall.governance.planning.plan import TradeOff

FURTHEST = 731
"""Days ahead within which decisions are brought together."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """The days on which one council could decide, in order, with the day of effect of each.

    `soonest` is the day of effect at the very least, where the plan reckons with more.
    """

    authority: str
    days: tuple[int, ...]
    effective: tuple[int, ...]
    soonest: tuple[int, ...]
    is_known: bool

    def from_on(self, day: int) -> int | None:
        place = bisect_left(self.days, day)
        return place if place < len(self.days) else None


def trade_offs(joint: JointNetwork, found: Pass) -> tuple[TradeOff, ...]:
    """The best trade-offs, earliest live first, closest together last; none if a day is unknown."""
    choices = [_choice(joint, chain, found) for chain in joint.chains]
    if not choices or any(not choice.days for choice in choices):
        return ()
    floor = _floor_of_the_rest(joint, found)
    best: list[TradeOff] = []
    lives: list[int] = []
    for first in sorted({day for choice in choices for day in choice.days}):
        places = [choice.from_on(first) for choice in choices]
        if None in places:
            break
        chosen = [(c, p) for c, p in zip(choices, places, strict=True) if p is not None]
        days = [choice.days[place] for choice, place in chosen]
        live = max(floor, *(choice.effective[place] for choice, place in chosen))
        soonest = max(floor, *(choice.soonest[place] for choice, place in chosen))
        spread = max(days) - min(days)
        if best and spread >= best[-1].spread_days:
            continue
        if best and live == lives[-1]:
            best.pop()
            lives.pop()
        is_known = all(choice.is_known for choice in choices) and found.known[LIVE]
        lives.append(live)
        best.append(
            TradeOff(
                decisions=tuple(
                    (choice.authority, as_day(choice.days[place])) for choice, place in chosen
                ),
                spread_days=spread,
                live_on=as_day(live) if is_known else None,
                not_before=as_day(live if is_known else soonest),
            )
        )
        if spread == 0:
            break
    return tuple(best)


def _choice(joint: JointNetwork, chain: Chain, found: Pass) -> _Choice:
    """Every day on which a council could decide, from its earliest on."""
    code = chain.authority.code
    nodes = {node.id: node for node in joint.network.nodes}
    decision = nodes[chain.decision]
    earliest = found.day[chain.decision]
    stands = decision.pinned if decision.fixed is None else decision.fixed
    if stands is not None:
        days: tuple[int, ...] = (stands,)
    elif not found.known[chain.decision]:
        days = ()
    else:
        days = tuple(_days_from(decision, earliest, joint.network.as_at + FURTHEST))
    after = _after_the_decision(chain, nodes)
    reached = [(day, _effective(day, after), _effective(day, after, soonest=True)) for day in days]
    held = [(day, on, floor) for day, on, floor in reached if on is not None and floor is not None]
    return _Choice(
        authority=code,
        days=tuple(day for day, _, _ in held),
        effective=tuple(on for _, on, _ in held),
        soonest=tuple(floor for _, _, floor in held),
        is_known=found.known[chain.effective],
    )


def _days_from(decision: Node, earliest: int, last: int) -> list[int]:
    days = []
    day = decision.place.first(earliest)
    while day is not None and day <= last:
        days.append(day)
        day = decision.place.first(day + 1)
    return days


def _after_the_decision(chain: Chain, nodes: dict[str, Node]) -> tuple[Node, ...]:
    """The nodes from the decision to its effect, in order."""
    path = [nodes[chain.effective]]
    while path[0].waits[0].after != chain.decision:
        path.insert(0, nodes[path[0].waits[0].after])
    return tuple(path)


def _effective(day: int, after: tuple[Node, ...], *, soonest: bool = False) -> int | None:
    reached: int | None = day
    for node in after:
        if node.fixed is not None:
            reached = node.fixed
        elif reached is not None:
            wait = node.waits[0]
            lead = wait.soonest if soonest and wait.soonest is not None else wait.lead
            reached = lead.first(reached)
    return reached


def _floor_of_the_rest(joint: JointNetwork, found: Pass) -> int:
    """The earliest day on which all but the decisions would be live: the conditions."""
    effective = {chain.effective for chain in joint.chains}
    live = joint.node(LIVE)
    days = [found.day[wait.after] for wait in live.waits if wait.after not in effective]
    return max(days, default=0)


__all__ = ["FURTHEST", "IN_SERVICE", "trade_offs"]
