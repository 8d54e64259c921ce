"""What binds: the chain of steps and rules that fixes the end, and what would shorten it."""

from collections.abc import Iterator
from dataclasses import replace

from moothall.basics.dates import in_words
from moothall.governance.planning.joint import IN_SERVICE, JointNetwork
from moothall.governance.planning.network import Network, Node, Pass, as_day
from moothall.governance.planning.places import AnyWorkingDay, OnCycle, OnDays
from moothall.governance.planning.plan import Link, TimeBought


def what_binds(joint: JointNetwork, found: Pass) -> tuple[Link, ...]:
    """From the first step that could not be earlier to the first day of the service."""
    nodes = {node.id: node for node in joint.network.nodes}
    return tuple(
        Link(
            step=node.step,
            authority=node.authority,
            name=node.name,
            on=as_day(found.day[node.id]),
            words=why(node, found),
            rule=found.bound[node.id].reason.rule,
        )
        for node in reversed(list(_chain(nodes, found)))
    )


def why(node: Node, found: Pass) -> str:
    """Why a step is not earlier, in words: what it waited for, then for which place."""
    bound, day = found.bound[node.id], found.day[node.id]
    words = bound.reason.words
    if node.fixed is not None:
        return words
    if node.pinned is not None:
        return "as planned" if day >= bound.ready_on else f"planned too soon: {words}"
    if day > bound.ready_on:
        ready = in_words(as_day(bound.ready_on))
        return f"{words}: ready on {ready}, then {node.place_reason.words}"
    return words


def _chain(nodes: dict[str, Node], found: Pass) -> Iterator[Node]:
    key: str | None = IN_SERVICE
    while key is not None:
        yield nodes[key]
        node = nodes[key]
        stands = node.fixed is not None or node.pinned is not None
        key = None if stands else found.bound[key].after


def what_buys_time(joint: JointNetwork, found: Pass) -> tuple[TimeBought, ...]:
    """Each single extra meeting or earlier notice that brings the end forward, most days first.

    Only a step of the binding chain can do so, so only those are tried.
    """
    nodes = {node.id: node for node in joint.network.nodes}
    end = found.day[IN_SERVICE]
    bought = []
    for node in _chain(nodes, found):
        for other, what, on in _changes(joint, node, found):
            starts = _with(joint.network, other).forward().day[IN_SERVICE]
            if starts < end:
                bought.append(
                    TimeBought(
                        authority=node.authority,
                        step=node.step,
                        what=what,
                        on=as_day(on),
                        days=end - starts,
                        starts_on=as_day(starts),
                    )
                )
    return tuple(sorted(bought, key=lambda each: (-each.days, each.authority, each.what)))


def _changes(joint: JointNetwork, node: Node, found: Pass) -> Iterator[tuple[Node, str, int]]:
    """Ways to take a step earlier: another day for it, or the way out that its wait leaves open."""
    if node.fixed is not None or node.pinned is not None or node.authority not in joint.calendars:
        return
    bound = found.bound[node.id]
    free = AnyWorkingDay(joint.calendars[node.authority].table)
    sooner = free.first(bound.ready_on)
    if sooner is not None and sooner < found.day[node.id]:
        day = in_words(as_day(sooner))
        if isinstance(node.place, OnDays):
            words = f"An extra meeting on {day}: {node.name}"
            yield replace(node, place=free), words, sooner
        elif isinstance(node.place, OnCycle):
            yield replace(node, place=free), f"A forward plan published on {day}", sooner
    for wait in node.waits:
        if wait.after == bound.after and wait.shorter is not None:
            waits = tuple(
                replace(each, lead=each.shorter) if each is wait and each.shorter else each
                for each in node.waits
            )
            other = replace(node, waits=waits)
            on = _with(joint.network, other).forward().day[node.id]
            yield other, f"{node.name} by {wait.shorter_words}", on


def _with(network: Network, other: Node) -> Network:
    """The network with one step replaced."""
    return Network(
        tuple(other if node.id == other.id else node for node in network.nodes), network.as_at
    )
