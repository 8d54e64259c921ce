"""What the figures of a report are about, and how much two of them have in common.

A meaning that few figures share tells most: that two are of “moorings” says more than that both
are of a year's cost.
"""

from collections import Counter
from dataclasses import dataclass
from math import log

from moothall.proofread.reading.meanings import meanings
from moothall.proofread.reading.quantities import Quantities, Quantity

_MANY = 20
"""As if so many other figures stood beside: in a short report every word seems common."""
_LITTLE = frozenset({"own", "capital", "year", "tax", "income", "whole", "support"})
"""Meanings that stand beside figures of all kinds."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How much the subjects of two figures have in common, and which part of each that is."""

    weight: float
    of_lone: float
    of_other: float


class Subjects:
    """What the figures of a report are about; a meaning that few of them have tells most."""

    def __init__(self, index: Quantities) -> None:
        self._of: dict[tuple[str, str, str], tuple[frozenset[str], frozenset[str]]] = {}
        often: Counter[str] = Counter()
        for one in index.all:
            often.update(self._both(one)[1])
        self._rarity = {word: log((len(index.all) + _MANY) / often[word]) for word in often}

    def _both(self, one: Quantity) -> tuple[frozenset[str], frozenset[str]]:
        """What its own clause, or its row and column, is about, and what all of the sentence is."""
        key = (one.own, one.head if one.cell else "", one.words)
        if key not in self._of:
            near = meanings(f"{key[0]} {key[1]}") - _LITTLE
            self._of[key] = (near, near | (meanings(one.words) - _LITTLE))
        return self._of[key]

    def alike(self, one: Quantity, other: Quantity) -> Alike:
        """How much of what the one is about the other is about too."""
        (near, wide), (near_other, wide_other) = self._both(one), self._both(other)
        both, shared = near & near_other, (near & wide_other) | (near_other & wide)
        further = self._weigh((wide & wide_other) - shared) / 4
        return Alike(
            self._weigh(both) + self._weigh(shared - both) / 2 + further,
            self._weigh(near & wide_other) / max(self._weigh(near), 0.1),
            self._weigh(near_other & wide) / max(self._weigh(near_other), 0.1),
        )

    def above(self, one: Quantity, other: Quantity) -> float:
        """How much the words above a figure, its heading and last sentence, say of the other."""
        (_, wide), (_, wide_other) = self._both(one), self._both(other)
        over, over_other = _above(one), _above(other)
        shared = ((over & wide_other) | (over_other & wide)) - (wide & wide_other)
        return self._weigh(shared & self._rarity.keys()) / 2

    def _weigh(self, words: frozenset[str]) -> float:
        return sum(self._rarity[word] for word in sorted(words))


def _above(one: Quantity) -> frozenset[str]:
    if one.cell:
        return frozenset()
    return meanings(f"{one.place.section or ''}. {one.head}") - _LITTLE
