"""Moving words up or down under their heading, by changing nobody's words but one's own."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import inf

from moothall.facts.proposals import Passage

LOWEST = 0


def in_order(passages: Iterable[Passage]) -> list[Passage]:
    """As the paper prints them; those of the same order as they were added."""
    return sorted(passages, key=lambda passage: passage.order)


def moved(
    passages: Sequence[Passage], key: str, steps: int, mine: Collection[str]
) -> dict[str, int] | None:
    """The new `order` of each passage that has to change, for one to be moved by some places.

    `passages` are those under one heading, in the order in which they were added; `mine` the ids
    of those that may be changed.  Empty where it stands at that end already; None where it would
    need the words of somebody else to be changed.
    """
    now = in_order(passages)
    at = next(place for place, passage in enumerate(now) if passage.id == key)
    to = at + steps
    if not 0 <= to < len(now):
        return {}
    now.insert(to, now.pop(at))
    added = {passage.id: place for place, passage in enumerate(passages)}
    return _orders(now, added, mine)


def _orders(
    wanted: Sequence[Passage], added: Mapping[str, int], mine: Collection[str]
) -> dict[str, int] | None:
    """Orders that make this sequence, each as near to what it was as those of others allow."""
    highest: list[float] = []
    above = inf
    for each, after in zip(reversed(wanted), (None, *reversed(wanted)), strict=False):
        if after is not None and added[each.id] > added[after.id]:
            above -= 1  # of two with the same order the one that was added first stands first
        above = min(above, each.order) if each.id not in mine else above
        highest.append(above)
    changed: dict[str, int] = {}
    below: float = LOWEST
    before: Passage | None = None
    for each, most in zip(wanted, reversed(highest), strict=True):
        least = below + 1 if before and added[before.id] > added[each.id] else below
        order = max(min(each.order, most), least)
        if order != each.order and each.id not in mine:
            return None
        if order != each.order:
            changed[each.id] = int(order)
        below, before = order, each
    return changed
