"""What has been taken of agendas and officers, and what still fits: the one test of feasibility."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from moothall.governance.portfolio.items import Item
from moothall.governance.portfolio.limits import Limits, Place

Span = tuple[int, int]


@dataclass(slots=True)
class Load:
    """Places and officers that proposals have taken."""

    limits: Limits
    taken: Counter[Place] = field(default_factory=Counter)
    spans: dict[str, list[Span]] = field(default_factory=dict)

    def add(self, item: Item, places: tuple[int, ...]) -> None:
        """Take what a proposal needs.  At one meeting it is one item, however many steps it is."""
        self.taken.update(set(item.at(places)))
        span = item.carried(places)
        if span is not None and item.workstream is not None:
            self.spans.setdefault(item.workstream, []).append(span)

    def take_away(self, item: Item, places: tuple[int, ...]) -> None:
        """Give back what a proposal has taken."""
        self.taken.subtract(set(item.at(places)))
        span = item.carried(places)
        if span is not None and item.workstream is not None:
            self.spans[item.workstream].remove(span)

    def has_room(self, place: Place) -> bool:
        """Whether one more item fits on that agenda."""
        most = self.limits.places(place)
        return most is None or self.taken[place] < most

    def is_full(self, place: Place) -> bool:
        """Whether the agenda is limited and no item fits any more."""
        return not self.has_room(place)

    def last_day_too_many(self, workstream: str, span: Span) -> int | None:
        """The last day of the span on which the lead cannot carry one more, if there is one."""
        most = self.limits.at_once[workstream]
        held = self.spans.get(workstream, [])
        # How many are carried at a time changes upwards only where one begins, downwards where one
        # ends; so the last day that is too many is an end, or the end of the span itself.
        days = {end for _, end in held if span[0] <= end <= span[1]} | {span[1]}
        crowded = [d for d in days if sum(first <= d <= last for first, last in held) >= most]
        return max(crowded, default=None)

    def fits(self, item: Item, places: tuple[int, ...]) -> bool:
        """Whether a proposal keeps its own leads at these meetings, and finds room there."""
        if not item.keeps_its_leads(places) or not all(map(self.has_room, item.at(places))):
            return False
        span = item.carried(places)
        if span is None or item.workstream is None:
            return True
        return self.last_day_too_many(item.workstream, span) is None


def load_of(limits: Limits, placed: Iterable[tuple[Item, tuple[int, ...]]]) -> Load:
    """The load of proposals at their meetings."""
    load = Load(limits)
    for item, places in placed:
        load.add(item, places)
    return load
