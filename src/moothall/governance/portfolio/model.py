"""A portfolio as CP-SAT reads it.

For every step and each of its meetings one variable says "by this meeting".  A lead is then an
implication (by this one here, so by that one there); what a meeting takes is the difference of two
neighbours; and the day of becoming live is a stair that goes down as "live by" comes true.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from moothall.governance.portfolio.greedy import Places
from moothall.governance.portfolio.items import Item
from moothall.governance.portfolio.limits import Limits, Place

_Var = Any
"""A variable or a sum of the solver's, which ships no types that would help here."""


class Model:
    """The variables and constraints; needs the extra `optimise`.

    `placed` says of each item whether it has meetings; `costs` the days from `start` on until it
    is live, 0 where it has none.
    """

    def __init__(self, items: Sequence[Item], limits: Limits, start: int) -> None:
        from ortools.sat.python import cp_model

        self.model: Any = cp_model.CpModel()
        self.items, self.limits, self.start = items, limits, start
        self.placed: list[_Var] = [self.model.new_bool_var(item.proposal) for item in items]
        self.by: list[list[list[_Var]]] = []
        self.costs: list[_Var] = []
        self._lives: list[tuple[int, int, _Var]] = []
        self._carries: list[tuple[int, int, _Var]] = []
        for number in range(len(items)):
            self.by.append(self._by(number))
            self._leads(number)
            self.costs.append(self._cost(number))
        self._agendas()
        self._officers()

    def hint(self, first: Places) -> None:
        """Begin from an answer that is held already."""
        for number, item in enumerate(self.items):
            places = first.get(item.proposal)
            self.model.add_hint(self.placed[number], places is not None)
            for at, row in enumerate(self.by[number]):
                for place, taken in enumerate(row[:-1]):
                    self.model.add_hint(taken, places is not None and places[at] <= place)
        for number, day, live in self._lives:
            places = first.get(self.items[number].proposal)
            is_live = places is not None and self.items[number].live_on(places) <= day
            self.model.add_hint(live, is_live)
        for number, day, carried in self._carries:
            places = first.get(self.items[number].proposal)
            span = None if places is None else self.items[number].carried(places)
            self.model.add_hint(carried, span is not None and span[0] <= day <= span[1])

    def places(self, solver: Any) -> Places:
        """The places in a solution."""
        return {
            item.proposal: tuple(
                next(place for place, taken in enumerate(row) if solver.boolean_value(taken))
                for row in self.by[number]
            )
            for number, item in enumerate(self.items)
            if solver.boolean_value(self.placed[number])
        }

    def _by(self, number: int) -> list[list[_Var]]:
        """For each choice and each of its days: taken by then; by the last one, if it is placed."""
        rows = []
        for choice in self.items[number].choices:
            row = [self.model.new_bool_var("") for _ in choice.days[:-1]]
            row.append(self.placed[number])
            for sooner, later in pairwise(row):
                self.model.add_implication(sooner, later)
            rows.append(row)
        return rows

    def _leads(self, number: int) -> None:
        """By a meeting of one step, the others have to be at ones that leave that meeting open."""
        for at, choice in enumerate(self.items[number].choices):
            for other, pushes in enumerate(choice.pushes):
                row = self.by[number][other]
                lasts = [bisect_right(pushes, place) - 1 for place in range(len(row))]
                for place, last in enumerate(lasts):
                    if last == (lasts[place + 1] if place + 1 < len(row) else None):
                        continue  # the next meeting says the same, and this one implies that one
                    if last < 0:
                        self.model.add(row[place] == 0)
                    elif other != at or last < place:
                        self.model.add_implication(row[place], self.by[number][at][last])

    def _cost(self, number: int) -> _Var:
        item = self.items[number]
        at_last = _decisive(item)
        days = sorted({max(item.live, day) for at in at_last for day in item.choices[at].live})
        if not days:
            return (item.live - self.start) * self.placed[number]
        cost = (days[-1] - self.start) * self.placed[number]
        for day, following in pairwise(days):
            live = self.model.new_bool_var("")
            self._lives.append((number, day, live))
            for at in at_last:
                last = bisect_right(item.choices[at].live, day) - 1
                if last < 0:
                    self.model.add(live == 0)
                else:
                    self.model.add_implication(live, self.by[number][at][last])
            cost -= (following - day) * live
        return cost

    def _agendas(self) -> None:
        wanted: dict[Place, list[list[_Var]]] = {}
        for number, item in enumerate(self.items):
            own: dict[Place, list[_Var]] = {}
            for choice, row in zip(item.choices, self.by[number], strict=True):
                if choice.body in self.limits.items:
                    for place, day in enumerate(choice.days):
                        taken = row[place] - row[place - 1] if place else row[place]
                        own.setdefault((choice.body, day), []).append(taken)
            for key, steps in own.items():
                wanted.setdefault(key, []).append(steps)
        for key, each in wanted.items():
            most = self.limits.places(key)
            if most is not None and len(each) > most:
                self.model.add(sum(self._one_item(steps) for steps in each) <= most)

    def _one_item(self, steps: list[_Var]) -> _Var:
        """One item, however many steps of a proposal the same meeting takes."""
        if len(steps) == 1:
            return steps[0]
        one = self.model.new_bool_var("")
        for taken in steps:
            self.model.add(one >= taken)
        return one

    def _officers(self) -> None:
        """On no day on which a report is due is more carried than the lead can carry.

        The load grows only on such days, so they are enough.
        """
        for workstream, most in self.limits.at_once.items():
            led = [n for n, item in enumerate(self.items) if item.workstream == workstream]
            begins = {day for n in led for each in self.items[n].decides for day in each.starts}
            for day in sorted(begins) if len(led) > most else ():
                carried = [c for n in led if (c := self._carried(n, day)) is not None]
                if len(carried) > most:
                    self.model.add(sum(carried) <= most)

    def _carried(self, number: int, day: int) -> _Var | None:
        """Whether the lead carries a proposal: a report is due by that day, a decision is not."""
        item, by = self.items[number], self.by[number]
        begun, over = [], []
        for each in item.decides:
            last = bisect_right(each.starts, day) - 1
            if last >= 0:
                begun.append(by[each.choice][last])
            before = bisect_right(item.choices[each.choice].days, day - 1) - 1
            over.append(by[each.choice][before] if before >= 0 else 0)
        if not begun:
            return None
        carried = self.model.new_bool_var("")
        self._carries.append((number, day, carried))
        for one in begun:
            for other in over:
                self.model.add(carried >= one - other)
        return carried

    def sort_alike(self) -> None:
        """Of proposals that are alike in everything the first is never behind the next.

        Sorting the meetings of such proposals, step by step, keeps every lead and agenda, carries
        no more on any day and makes nothing live later in all, so nothing is lost by asking for it.
        """
        alike: dict[object, list[int]] = {}
        for number, item in enumerate(self.items):
            bodies = [choice.body for choice in item.choices]
            if len(set(bodies)) == len(bodies):
                choices = tuple((c.body, c.days, c.pushes, c.live) for c in item.choices)
                key = (item.live, item.workstream, item.decides, choices)
                alike.setdefault(key, []).append(number)
        for first, following in (pair for numbers in alike.values() for pair in pairwise(numbers)):
            self.model.add_implication(self.placed[following], self.placed[first])
            for ours, theirs in zip(self.by[first], self.by[following], strict=True):
                for sooner, later in zip(ours, theirs, strict=True):
                    self.model.add_implication(later, sooner)


def _decisive(item: Item) -> list[int]:
    """The choices that say when it is live; what the others push back, these say already."""
    kept = list(range(len(item.choices)))
    for at, choice in enumerate(item.choices):
        others = [other for other in kept if other != at]
        said = (
            max((_live_after(item, at, place, other) for other in others), default=0)
            for place in range(len(choice.days))
        )
        if others and all(live <= told for live, told in zip(choice.live, said, strict=True)):
            kept.remove(at)
    return kept


def _live_after(item: Item, at: int, place: int, other: int) -> int:
    pushed = item.choices[at].pushes[other][place]
    live = item.choices[other].live
    return live[pushed] if pushed < len(live) else live[-1] + 1 if live else 0
