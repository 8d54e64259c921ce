"""A proposal as a portfolio sees it: the meetings to choose, and what each choice pushes back.

Every step of a network waits by day sums that never shrink (see `planning.leads`), so what holds
under several choices at once is the latest of what each of them alone brings about.  One forward
pass for each meeting of each step is therefore enough to know everything exactly; a longest age is
a push backwards in the same way.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.facts.decisions import StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.planning.joint import LIVE, JointNetwork, network_of
from moothall.governance.planning.network import ContradictoryRulesError, Node, Pass
from moothall.governance.planning.places import OnDays
from moothall.governance.portfolio.limits import Limits, Place
from moothall.law.law import Law

_HELD_AT_MEETINGS = (
    StepKind.DECISION.value,
    StepKind.SCRUTINY.value,
    StepKind.SCHOOLS_FORUM.value,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A step that takes one of its body's meetings; `days` are those that it could take.

    `pushes[b]` says for each place in `days` the first place that this leaves to the item's
    choice b (as many as b has days where it leaves none); `live` the first day on which the
    proposal can then be live.
    """

    node: Node
    body: str
    days: tuple[int, ...]
    pushes: tuple[tuple[int, ...], ...]
    live: tuple[int, ...]

    @property
    def decides(self) -> bool:
        """Whether it is a decision, as opposed to something that is heard before one."""
        return self.node.kind == StepKind.DECISION.value


@dataclass(frozen=True, slots=True)
class Decides:
    """A decision that the workstream's lead carries: which choice, and the last day for the report.

    `starts` has that day for each of the days on which it could be taken.
    A decision that an officer takes needs no report to a meeting, so it is not counted.
    """

    choice: int
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal.  `live` is its first day if it were alone; `cannot` why it has no day at all.

    `ask` are the questions behind days that are only the least they can be; `is_known` says that
    there are none behind the day on which it becomes live.
    """

    proposal: str
    name: str
    choices: tuple[Choice, ...] = ()
    live: int = 0
    workstream: str | None = None
    decides: tuple[Decides, ...] = ()
    is_known: bool = True
    is_decided: bool = False
    ask: tuple[str, ...] = ()
    cannot: str = ""
    joint: JointNetwork | None = None

    def meetings(self, places: tuple[int, ...]) -> Iterator[tuple[Node, int]]:
        """Every step that takes a meeting still to be held, with its day, the limited and others.

        Where nothing limits a body, its earliest meeting is the best there is.
        """
        if self.joint is None:
            return
        chosen = {c.node.id: c.days[p] for c, p in zip(self.choices, places, strict=True)}
        found = self.joint.network.forward(chosen)
        for node in self.joint.network.nodes:
            if node.fixed is None and isinstance(node.place, OnDays) and found.known[node.id]:
                yield node, found.day[node.id]

    def live_on(self, places: tuple[int, ...]) -> int:
        """The first day on which it can be live with these meetings."""
        pushed = [c.live[p] for c, p in zip(self.choices, places, strict=True)]
        return max([self.live, *pushed])

    def at(self, places: tuple[int, ...]) -> tuple[Place, ...]:
        """The bodies and days of these meetings."""
        return tuple((c.body, c.days[p]) for c, p in zip(self.choices, places, strict=True))

    def keeps_its_leads(self, places: tuple[int, ...]) -> bool:
        """Whether every choice leaves every other one the day that it has."""
        return all(
            choice.pushes[other][place] <= places[other]
            for choice, place in zip(self.choices, places, strict=True)
            for other in range(len(places))
        )

    def carried(self, places: tuple[int, ...]) -> tuple[int, int] | None:
        """From the first final report to the last decision; None where nobody counts that."""
        if not self.decides:
            return None
        first = min(each.starts[places[each.choice]] for each in self.decides)
        last = max(self.choices[e.choice].days[places[e.choice]] for e in self.decides)
        return first, last


def items_of(programme: Programme, law: Law, as_at: date, limits: Limits) -> tuple[Item, ...]:
    """Every proposal of the programme, with the meetings that it could take."""
    return tuple(
        item_of(programme, law, proposal, as_at, limits) for proposal in programme.proposals
    )


def item_of(
    programme: Programme, law: Law, proposal: Proposal, as_at: date, limits: Limits
) -> Item:
    """One proposal with the meetings that it could take from `as_at` on."""
    named = Item(proposal=proposal.id, name=proposal.name)
    try:
        joint = network_of(programme, law, proposal, as_at)
        base = joint.network.forward()
        if not base.known[LIVE]:  # only a floor can be given, so the least of everything is taken
            base = joint.network.forward(soonest=True)
    except ContradictoryRulesError as error:
        return _cannot(named, str(error))
    if all(found is not None for found in _decided(joint)):
        return Item(proposal=proposal.id, name=proposal.name, live=base.day[LIVE], is_decided=True)
    missing = [
        base.ask.get(node.id, "")
        for node in joint.network.nodes
        if node.kind in _HELD_AT_MEETINGS and node.id in base.ask and _has_no_day(node, base)
    ]
    if missing:
        return _cannot(named, missing[0], tuple(missing))
    counted = proposal.workstream in limits.at_once
    bodies = {f"{step.authority}:{step.id}": step.body for step in programme.steps}
    chosen = [
        (node, body)
        for node in joint.network.nodes
        if node.fixed is None
        and isinstance(node.place, OnDays)
        and (body := bodies.get(node.id)) is not None
        and (body in limits.items or node.kind == StepKind.DECISION.value)
    ]
    choices = _choices(joint, base, chosen)
    return Item(
        proposal=proposal.id,
        name=proposal.name,
        choices=choices,
        live=base.day[LIVE],
        workstream=proposal.workstream if counted else None,
        decides=tuple(
            Decides(place, tuple(_report_by(joint, choice.node, day) for day in choice.days))
            for place, choice in enumerate(choices)
            if counted and choice.decides
        ),
        is_known=base.known[LIVE],
        ask=tuple(dict.fromkeys(base.ask.values())),
        joint=joint,
    )


def _cannot(named: Item, why: str, ask: tuple[str, ...] = ()) -> Item:
    return Item(proposal=named.proposal, name=named.name, cannot=why, ask=ask)


def _decided(joint: JointNetwork) -> list[int | None]:
    return [node.fixed for node in joint.network.nodes if node.kind == StepKind.DECISION.value]


def _has_no_day(node: Node, base: Pass) -> bool:
    """Whether a step that needs a meeting has none, as opposed to one that waits for an answer."""
    return bool(node.ask) or node.place.first(base.day[node.id]) is None


def _choices(joint: JointNetwork, base: Pass, chosen: list[tuple[Node, str]]) -> tuple[Choice, ...]:
    days = [_days_from(node, base.day[node.id]) for node, _ in chosen]
    made: list[Choice] = []
    for place, (node, body) in enumerate(chosen):
        passes: list[Pass] = []
        for day in days[place]:
            found = _with(joint, base, node.id, day)
            if found is None:
                break  # this meeting leaves some other step none, and so does every later one
            passes.append(found)
        days[place] = days[place][: len(passes)]
        made.append(
            Choice(
                node=node,
                body=body,
                days=days[place],
                pushes=tuple(
                    tuple(bisect_left(days[other], found.day[there.id]) for found in passes)
                    for other, (there, _) in enumerate(chosen)
                ),
                live=tuple(found.day[LIVE] for found in passes),
            )
        )
    return tuple(made)


def _days_from(node: Node, first: int) -> tuple[int, ...]:
    held = node.place.days if isinstance(node.place, OnDays) else ()
    return held[bisect_left(held, first) :]


def _with(joint: JointNetwork, base: Pass, key: str, day: int) -> Pass | None:
    """The forward pass with one step held back; None where that leaves another one no day."""
    try:
        found = joint.network.forward({key: day}, soonest=not base.known[LIVE])
    except ContradictoryRulesError:
        return None
    return None if found.ask.keys() - base.ask.keys() else found


def _report_by(joint: JointNetwork, node: Node, day: int) -> int:
    """The last day for the final report of a decision on `day`, else for its papers."""
    for wait in node.waits:
        before = joint.node(wait.after)
        if before.step == node.step and before.kind in ("papers published", "final report"):
            last = wait.lead.last(day)
            placed = None if last is None else before.place.last(last)
            return day if placed is None else _report_by(joint, before, placed)
    return day
