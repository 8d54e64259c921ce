"""The simple answer: one proposal after another, each at the earliest meetings that are still free.

Feasible, quick and not proven.  Who comes first decides how good it is: first those that could be
live first alone, then a fixed number of tries at letting one proposal jump the queue or fall back.
"""

import random
from bisect import bisect_right
from collections.abc import Callable, Sequence

from moothall.governance.portfolio.items import Item
from moothall.governance.portfolio.limits import Limits
from moothall.governance.portfolio.load import Load, load_of

TRIES = 1000
"""Other orders that `reordered` tries: their cost then grows with the proposals, not faster."""

Places = dict[str, tuple[int, ...]]
"""For each proposal that is placed, the place that each of its choices takes among its days."""

Progress = Callable[[str], None]


def silently(_: str) -> None:
    """Progress for nobody."""


def total(items: Sequence[Item], places: Places) -> int:
    """The sum of the days (ordinals) on which the placed proposals become live."""
    return sum(item.live_on(places[item.proposal]) for item in items if item.proposal in places)


def greedy(items: Sequence[Item], limits: Limits) -> Places:
    """Meetings for as many proposals as find any, those first that could be live first alone."""
    return settled(items, limits, _in_turn(_first_come(items), limits))


def reordered(items: Sequence[Item], limits: Limits, tries: int = TRIES) -> Places:
    """As `greedy`, the best of so many orders.  The same facts always give the same answer."""
    order = _first_come(items)
    held = _in_turn(order, limits)
    best = (-len(held), total(items, held))
    least = (-len(items), sum(item.live for item in items))
    chance = random.Random(5)  # noqa: S311 - repeatable on purpose; nothing is kept secret by it
    for _ in range(tries if len(items) > 1 else 0):
        if best == least:
            break
        other = list(order)
        moved = other.pop(chance.randrange(len(other)))
        other.insert(chance.randrange(len(order)), moved)
        found = _in_turn(other, limits)
        reached = (-len(found), total(items, found))
        if reached <= best:
            order, held, best = other, found, reached
    return settled(items, limits, held)


def _first_come(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.live, item.proposal))


def _in_turn(order: Sequence[Item], limits: Limits) -> Places:
    load, found = Load(limits), Places()
    for item in order:
        places = earliest(item, load)
        if places is not None:
            found[item.proposal] = places
            load.add(item, places)
    return found


def earliest(item: Item, load: Load) -> tuple[int, ...] | None:
    """The earliest meetings that are free for a proposal, each of them; None if there are none.

    Whatever is full or pushed moves a choice later and never back, so the first that fits is the
    least there is.
    """
    places = [0] * len(item.choices)
    while True:
        if not _pushed(item, load, places):
            return None
        found = tuple(places)
        span = item.carried(found)
        if span is None or item.workstream is None:
            return found
        crowded = load.last_day_too_many(item.workstream, span)
        if crowded is None:
            return found
        # What is carried on a crowded day and decided after it has to be begun after it too.
        for decides in item.decides:
            at = decides.choice
            while places[at] < len(decides.starts) and decides.starts[places[at]] <= crowded:
                places[at] += 1


def _pushed(item: Item, load: Load, places: list[int]) -> bool:
    """Move the choices to places that are free and keep all leads; False where one has none."""
    moved = True
    while moved:
        moved = False
        for at, choice in enumerate(item.choices):
            place = places[at]
            while place < len(choice.days) and not load.has_room((choice.body, choice.days[place])):
                place += 1
            if place >= len(choice.days):
                return False
            moved = moved or place > places[at]
            places[at] = place
            for other, pushes in enumerate(choice.pushes):
                if pushes[place] > places[other]:
                    places[other], moved = pushes[place], True
    return True


def settled(items: Sequence[Item], limits: Limits, found: Places) -> Places:
    """The same answer with every meeting as early as the others leave it, and decisions close.

    Nothing becomes live later.  A decision that another council's comes after anyway is put off
    towards that one: it gains nothing by coming first, and its papers would be out for longer.
    """
    held = {item.proposal: item for item in items if item.proposal in found}
    places = dict(found)
    load = load_of(limits, ((held[key], places[key]) for key in held))
    moved = True
    while moved:
        moved = False
        for key, item in held.items():
            load.take_away(item, places[key])
            for at in range(len(item.choices)):
                for sooner in range(places[key][at]):
                    other = (*places[key][:at], sooner, *places[key][at + 1 :])
                    if load.fits(item, other):
                        places[key], moved = other, True
                        break
            load.add(item, places[key])
    for key, item in held.items():
        load.take_away(item, places[key])
        places[key] = _closer(item, places[key], load)
        load.add(item, places[key])
    return places


def _closer(item: Item, places: tuple[int, ...], load: Load) -> tuple[int, ...]:
    live = item.live_on(places)
    decisions = [at for at, choice in enumerate(item.choices) if choice.decides]
    last = max((item.choices[at].days[places[at]] for at in decisions), default=0)
    for at in decisions:
        days = item.choices[at].days
        for later in range(bisect_right(days, last) - 1, places[at], -1):
            other = (*places[:at], later, *places[at + 1 :])
            if item.live_on(other) == live and load.fits(item, other):
                places = other
                break
    return places
