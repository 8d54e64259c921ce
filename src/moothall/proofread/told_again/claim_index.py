"""The claims of a report, put so that those near each other in words and size are found at once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import log

from moothall.documents.report import Place
from moothall.proofread.reading.thesaurus import NO_WORDS, Words, lines_of
from moothall.proofread.told_again.claim_stages import Stage
from moothall.proofread.told_again.claim_values import Sort, Value

_MANY = 25
"""As if so many other claims stood beside: in a short report every word seems common."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Claim:
    """A value and what it is said of.

    `unit` is the noun of what is counted ("homes"), empty for money and shares; `role` the word
    before the figure that makes it a change or a part; `per` what each of which it is for; `stage`
    whether it is budget, forecast, target and the like; `when` the days in which it can lie.
    """

    value: Value
    own: str
    near: Words
    wide: Words
    about: Words
    unit: Words
    role: str
    per: str
    stage: frozenset[Stage]
    when: tuple[tuple[date, date], ...]
    labels: frozenset[str]
    named: frozenset[str]
    names_about: frozenset[str]
    event: str
    """The words that lead to a date: "the contract expires on"."""
    another_time: bool
    sentence: str
    place: Place
    block: int
    section: str
    bullet: bool = False
    cell: bool = False
    row: int = 0
    label: Words = NO_WORDS
    head: str = ""
    number: int = 0


class Claims:
    """All claims of a report, and how much each of their words tells."""

    def __init__(self, found: list[Claim]) -> None:
        self.all = found
        for number, one in enumerate(found):
            object.__setattr__(one, "number", number)

    @cached_property
    def _blocks(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for one in self.all:
            found.setdefault(one.block, []).append(one)
        return found

    def of_block(self, block: int) -> list[Claim]:
        """The claims of one paragraph or table."""
        return self._blocks.get(block, [])

    @cached_property
    def _sizes(self) -> dict[tuple[Sort, int], list[Claim]]:
        found: dict[tuple[Sort, int], list[Claim]] = {}
        for one in self.all:
            found.setdefault((one.value.sort, _magnitude(one.value)), []).append(one)
        return found

    def of_size(self, value: Value) -> Iterator[Claim]:
        """The claims among which any that has this value must be."""
        about = _magnitude(value)
        for magnitude in (about - 1, about, about + 1):
            yield from self._sizes.get((value.sort, magnitude), ())

    @cached_property
    def year(self) -> tuple[date, date] | None:
        """The financial year that most dated claims are of."""
        years = Counter(
            span
            for one in self.all
            for span in one.when
            if (span[1] - span[0]).days in (364, 365) and span[0].month == 4
        )
        return years.most_common(1)[0][0] if years else None

    @cached_property
    def _often(self) -> tuple[Counter[str], Counter[int]]:
        roots: Counter[str] = Counter()
        lines: Counter[int] = Counter()
        told: set[tuple[int, str]] = set()
        for one in self.all:
            key = (one.block, one.own)
            if key in told:
                continue
            told.add(key)
            roots.update(one.wide.roots)
            lines.update(one.wide.lines)
        return roots, lines

    @cached_property
    def _rarity(self) -> dict[str, float]:
        roots, _ = self._often
        whole = len(self.all) + _MANY
        return {word: log(whole / times) for word, times in roots.items()}

    def times(self, word: str) -> int:
        """In how many clauses and rows a word stands."""
        return self._often[0][word]

    def rare_unit(self, roots: frozenset[str]) -> bool:
        """Whether few claims count this."""
        return any(self._units[word] <= 3 for word in roots)

    @cached_property
    def _units(self) -> Counter[str]:
        return Counter(word for one in self.all for word in one.unit.roots)

    def tells(self, word: str) -> float:
        """How much a word tells of what a claim is of: one that few claims have tells most."""
        return self._rarity.get(word) or log(len(self.all) + _MANY)

    @cached_property
    def _by_any_word(self) -> dict[tuple[Sort, int, str], list[int]]:
        index: dict[tuple[Sort, int, str], list[int]] = {}
        for number, one in enumerate(self.all):
            key = one.value.sort, _magnitude(one.value) // _STEPS
            for word in one.wide.roots | one.near.roots:
                index.setdefault((*key, word), []).append(number)
            for line in one.wide.lines | one.near.lines:
                index.setdefault((*key, f"#{line}"), []).append(number)
        return index

    def with_a_word_of(self, one: Claim) -> Iterator[Claim]:
        """Claims near in size with a word that tells something in common, or one of its meaning."""
        about = _magnitude(one.value) // _STEPS
        sort = one.value.sort
        numbers: set[int] = set()
        words = one.near.roots | one.wide.roots
        keys = {*words, *(f"#{line}" for word in words for line in lines_of(word))}
        for key in keys:
            for size in (about - 1, about, about + 1):
                held = self._by_any_word.get((sort, size, key), ())
                if len(held) <= _MOST_WITH_A_WORD:
                    numbers.update(held)
        numbers.discard(one.number)
        for number in sorted(numbers):
            yield self.all[number]


_MOST_WITH_A_WORD = 40
"""A word that more claims of one sort and size have finds none by itself."""
_STEPS = 9
"""So many steps of `_magnitude` are a factor of three."""


def _magnitude(value: Value) -> int:
    """On a scale on which values that rounding can make one are beside each other."""
    if value.sort is Sort.DATE:
        return int(value.size) // 400
    return int(8 * log(float(value.size))) if value.size else -1_000
