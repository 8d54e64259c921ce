"""The network of a joint route: steps, what must come before what, and by how long.

All that a step waits for is a lead (monotone) and a place (the next day that will do), so a forward
pass in order gives the earliest day of every step at once, and a backward pass the latest.  A
longest age (an equality assessment, a call-in meeting) turns round into a floor under the earlier
step; repeating the pass until nothing moves gives the least solution, so that too is exact.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from moothall.basics.dates import in_words
from moothall.governance.planning.leads import Lead
from moothall.governance.planning.places import Place

MOST_PASSES = 400
"""Passes after which rules that push each other on for ever are called contradictory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a step cannot be earlier: a rule of the list with how it is known, or plain words."""

    words: str
    rule: str = ""
    evidence: str = ""
    assumed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One step waits for another.

    `lead` says how long.  Where the rule behind it is unknown, `ask` is the question and `lead` the
    least that it can be, so that a day before which nothing can happen is still known.  `soonest`
    is the lead at the very least, where the plan reckons with more (the longest lag seen).
    `shorter` is the lead by the way out that the law leaves open (general exception), if any.
    """

    after: str
    lead: Lead
    reason: Reason
    ask: str = ""
    soonest: Lead | None = None
    shorter: Lead | None = None
    shorter_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongestAge:
    """`earlier` may lie at most `days` calendar days before the step that relies on it."""

    earlier: str
    days: int
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A step of the route.

    `fixed` is the day on which it was taken or published; `not_before` a floor with its reason;
    `place_reason` says of its place what a reader should know ("meetings of Cabinet"); `ask` is the
    question where no calendar is held; `authority` is empty for a step of all councils together.
    `pinned` is the day on which somebody has planned it: it stays there whatever it waits for, and
    the pass says from when it could be.  What only `follows` needs nobody to act, so it may lie in
    the past although nobody has recorded it (a decision takes effect).
    """

    id: str
    authority: str
    kind: str
    name: str
    place: Place
    place_reason: Reason
    waits: tuple[Wait, ...] = ()
    ages: tuple[LongestAge, ...] = ()
    fixed: int | None = None
    pinned: int | None = None
    follows: bool = False
    not_before: int | None = None
    floor_reason: Reason | None = None
    ask: str = ""
    step: str = ""
    assumed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What fixes a step's earliest day: the step it waited for (or None), why, and from when.

    `ready_on` is the first day that the waits allow; the step then waited for its place.
    """

    after: str | None
    reason: Reason
    ready_on: int


@dataclass(slots=True)
class Pass:
    """What one forward pass found: per step a day that is known or only a floor, and what binds."""

    day: dict[str, int] = field(default_factory=dict)
    known: dict[str, bool] = field(default_factory=dict)
    bound: dict[str, Bound] = field(default_factory=dict)
    ask: dict[str, str] = field(default_factory=dict)

    def known_day(self, node: str) -> int | None:
        """The step's day where it is known."""
        return self.day[node] if self.known[node] else None


class ContradictoryRulesError(ValueError):
    """Steps wait for each other, or a longest age pushes them on for ever; names what does."""


@dataclass(frozen=True, slots=True)
class Network:
    """Steps in an order in which each comes after all that it waits for."""

    nodes: tuple[Node, ...]
    as_at: int

    def forward(self, floors: Mapping[str, int] | None = None, *, soonest: bool = False) -> Pass:
        """The earliest day of every step.  `floors` hold chosen steps back to a day.

        With `soonest` what is reckoned with generously counts at its very least: the days are then
        those before which nothing can happen, and no plan.
        Raises ContradictoryRulesError where the longest ages cannot all be kept.
        """
        raised = dict(floors or {})
        for _ in range(MOST_PASSES):
            found = self._once(raised, soonest=soonest)
            again = self._raised(found, raised)
            if not again:
                return found
            raised |= again
        names = " and ".join(sorted(again))
        raise ContradictoryRulesError(f"no days keep the longest ages of {names}")

    def _once(self, floors: Mapping[str, int], *, soonest: bool) -> Pass:
        found = Pass()
        day, known = found.day, found.known
        for node in self.nodes:
            key = node.id
            if node.fixed is not None:
                day[key], known[key] = node.fixed, True
                found.bound[key] = Bound(after=None, reason=_TAKEN, ready_on=node.fixed)
                continue
            ready = 0 if node.follows else self.as_at
            after, reason = None, _FROM_TODAY
            sure = True
            if node.not_before is not None and node.not_before > ready:
                ready, reason = node.not_before, node.floor_reason or _FROM_TODAY
            if floors.get(key, ready) > ready:
                ready, reason = floors[key], _HELD_BACK
            for wait in node.waits:
                lead = wait.soonest if soonest and wait.soonest is not None else wait.lead
                first = lead.first(day[wait.after])
                sure = sure and known[wait.after] and not wait.ask and first is not None
                if wait.ask:
                    found.ask[key] = wait.ask
                # Off the table of days no sum is made; the step before is a floor all the same.
                floor = day[wait.after] if first is None else first
                if floor > ready:
                    ready, after, reason = floor, wait.after, wait.reason
            found.bound[key] = Bound(after=after, reason=reason, ready_on=ready)
            if node.pinned is not None:
                day[key], known[key] = node.pinned, True
                continue
            placed = None if node.ask else node.place.first(ready)
            if placed is None and (node.ask or sure):
                found.ask[key] = node.ask or _no_day(node, ready)
            day[key] = ready if placed is None else placed
            known[key] = sure and placed is not None
        return found

    def _raised(self, found: Pass, floors: Mapping[str, int]) -> dict[str, int]:
        """Floors under steps that would be too old by the time they are relied on."""
        fixed = {
            node.id for node in self.nodes if node.fixed is not None or node.pinned is not None
        }
        return {
            age.earlier: found.day[node.id] - age.days
            for node in self.nodes
            for age in node.ages
            if age.earlier not in fixed
            and found.day[node.id] - found.day[age.earlier] > age.days
            and floors.get(age.earlier, 0) < found.day[node.id] - age.days
        }

    def backward(self, last: str, limit: int) -> dict[str, int | None]:
        """The latest day of every step that still has `last` on or before `limit`.

        None where no day will do.  Steps that `last` does not wait for are not in the answer.
        """
        latest: dict[str, int | None] = {}
        limits: dict[str, int | None] = {last: limit}
        for node in reversed(self.nodes):
            if node.id not in limits:
                continue
            by = limits[node.id]
            if node.fixed is not None or node.pinned is not None:
                latest[node.id] = node.pinned if node.fixed is None else node.fixed
            else:
                # Of a step whose calendar is not held only this much is known: not after that.
                latest[node.id] = by if by is None or node.ask else node.place.last(by)
            placed = latest[node.id]
            for wait in node.waits:
                before = None if placed is None else wait.lead.last(placed)
                held = limits.get(wait.after, _FAR)
                limits[wait.after] = None if before is None or held is None else min(held, before)
        return latest


def as_day(ordinal: int) -> date:
    """The day of an ordinal, held within the calendar."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _no_day(node: Node, ready: int) -> str:
    day = in_words(as_day(ready))
    return f"{node.name}: no meeting is held from {day} on. Bring in the calendar beyond that day."


_FAR = 10**9
_TAKEN = Reason(words="already taken")
_FROM_TODAY = Reason(words="it can be done from today on")
_HELD_BACK = Reason(words="held back")


def in_order(nodes: list[Node]) -> tuple[Node, ...]:
    """The steps so that each comes after all that it waits for, else in the order given.

    Raises ContradictoryRulesError, naming the steps, where steps wait for one another in a ring.
    """
    by_id = {node.id: node for node in nodes}
    placed: dict[str, Node] = {}
    for start in nodes:
        stack, path = [start.id], dict[str, None]()
        while stack:
            key = stack[-1]
            if key in placed:
                stack.pop()
                continue
            ahead = [w.after for w in by_id[key].waits if w.after not in placed]
            if not ahead:
                placed[key] = by_id[key]
                path.pop(key, None)
                stack.pop()
                continue
            path[key] = None
            if any(each in path for each in ahead):
                ring = [by_id[each].name for each in path]
                raise ContradictoryRulesError(
                    f"these steps wait for each other: {', '.join(ring)}; mend what they come after"
                )
            stack += ahead
    return tuple(placed.values())
