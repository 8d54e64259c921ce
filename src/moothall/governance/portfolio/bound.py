"""What no answer can beat, by counting alone: no solver is needed for it.

Of any answer take the first so many proposals to become live.  Each of them needs a place at every
body that it goes to, and a place at a late meeting makes nothing live early; so the last of them is
live no sooner than that many places at each body allow, and no sooner than that many proposals
could be live if each were alone.
"""

from collections.abc import Iterator, Sequence

from moothall.governance.portfolio.items import Item
from moothall.governance.portfolio.limits import Limits, Place


def bound_by_counting(items: Sequence[Item], limits: Limits, placed: int) -> int:
    """The least sum of days (ordinals) on which so many of the proposals can become live.

    Raises IndexError where `placed` is more than `most_by_counting`.
    """
    queues = [(0, sorted(item.live for item in items))]
    for body in sorted(limits.items):
        elsewhere = sum(all(c.body != body for c in item.choices) for item in items)
        if elsewhere < len(items):
            queues.append((elsewhere, sorted(_places(items, limits, body))))
    return sum(
        max(days[number - elsewhere] for elsewhere, days in queues if number >= elsewhere)
        for number in range(placed)
    )


def most_by_counting(items: Sequence[Item], limits: Limits) -> int:
    """How many of the proposals can be placed at most."""
    most = len(items)
    for body in limits.items:
        elsewhere = sum(all(c.body != body for c in item.choices) for item in items)
        most = min(most, elsewhere + sum(1 for _ in _places(items, limits, body)))
    return most


def _places(items: Sequence[Item], limits: Limits, body: str) -> Iterator[int]:
    """For each place at a body the first day on which whatever takes it can be live."""
    first: dict[Place, int] = {}
    for item in items:
        for choice in item.choices:
            if choice.body == body:
                for day, live in zip(choice.days, choice.live, strict=True):
                    key = (body, day)
                    first[key] = min(first.get(key, live), max(item.live, live))
    for key, live in first.items():
        yield from [live] * min(limits.places(key) or 0, len(items))
