"""Twin claims: what one paper says and what the other says of the same thing, value or no value.

Sentences that are the same but for their figures, and cells of the same row and column, are twins
at once.  The others are matched as the proofreader matches what one report tells twice, with its
bounds; only the best match on both sides counts, and a value that either paper bears out elsewhere
is no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from moothall.drift.sides import Spoken
from moothall.proofread.reading.thesaurus import root
from moothall.proofread.told_again.claim_conflicts import is_explained, is_worked_out
from moothall.proofread.told_again.claim_matches import Match, match
from moothall.proofread.told_again.claim_sameness import may_be_of_one_thing, near_in_size
from moothall.proofread.told_again.claim_values import Sort, Value
from moothall.proofread.told_again.claim_words import GENERIC
from moothall.proofread.told_again.claims import Claim, Claims

_APART = 1_000_000
"""Blocks of the second paper are counted from here, so that none is beside one of the first."""
_LEAST = 2.6
_LEAST_COVER = 0.5
_LEAST_OF_A_SHARE = (3.5, 0.6)
_LEAST_WORDS = 3
_LEAST_IN_COMMON = 2
_NO_SUBJECT = frozenset(root(word) for word in ("total", "subtotal", "fte", "range", "average"))
_MOST_WITH_A_WORD = 40


@dataclass(frozen=True, slots=True, eq=False)
class Twin:
    """Two claims of one thing; `own` where each speaks of its own council."""

    first: Spoken
    second: Spoken
    own: bool = False

    @property
    def agree(self) -> bool:
        return same_value(self.first.claim.value, self.second.claim.value)


def same_value(one: Value, other: Value) -> bool:
    """Whether two values say the same: the same size, or the same time in other units."""
    if one.sort is Sort.TIME or (one.sort is Sort.PERCENT and "%" not in one.text + other.text):
        return not one.differs(other)
    return (one.low, one.high, one.size) == (other.low, other.high, other.size) or (
        one.sort is not Sort.DATE and one.size == other.size
    )


def twins_of(first: list[Spoken], second: list[Spoken]) -> tuple[Twin, ...]:
    """Every pair of claims of one thing, in the order of the first paper."""
    found = list(_in_the_same_words(first, second))
    taken = {id(twin.first) for twin in found}, {id(twin.second) for twin in found}
    found += _in_other_words(first, second, taken)
    places = {id(each): place for place, each in enumerate(first)}
    return tuple(sorted(found, key=lambda twin: places[id(twin.first)]))


# --- in the same words ----------------------------------------------------------------------------


def _in_the_same_words(first: list[Spoken], second: list[Spoken]) -> Iterator[Twin]:
    """Sentences and cells that are the same but for their figures, each standing there once.

    First with each council under its name; then as each council says it of itself.
    """
    used: set[int] = set()
    for own in (False, True):
        sides = [
            _by_wording([each for each in side if id(each) not in used], own=own)
            for side in (first, second)
        ]
        for wording, ones in sides[0].items():
            others = sides[1].get(wording)
            if others is None or len(ones) != 1 or len(others) != 1:
                continue
            pairs = list(zip(ones[0], others[0], strict=False))
            if len(ones[0]) != len(others[0]) or not _of_one_time(pairs):
                continue
            for one, other in pairs:
                used |= {id(one), id(other)}
                yield Twin(one, other, own=own)


def _by_wording(spoken: list[Spoken], *, own: bool) -> dict[str, list[list[Spoken]]]:
    """The figures of each sentence, sentence by sentence, under its wording."""
    sentences: dict[tuple[str, int, int], list[Spoken]] = defaultdict(list)
    for each in spoken:
        wording = each.wording_from_inside() if own else each.wording
        if own and ("@own" not in wording or "@other" in wording):
            continue  # of two councils in one sentence each figure has its own
        words = {word for word in wording.split() if word[0] not in "#@" and len(word) > 2}
        if len(words - {"total"}) < (2 if each.claim.cell else _LEAST_WORDS):
            continue
        sentences[wording, each.claim.block, each.claim.row].append(each)
    found: dict[str, list[list[Spoken]]] = defaultdict(list)
    for (wording, _, _), figures in sentences.items():
        found[wording].append(sorted(figures, key=lambda each: each.order))
    return found


def _of_one_time(pairs: list[tuple[Spoken, Spoken]]) -> bool:
    """Whether the figures are of one sort each, and a date that differs stands alone in that.

    Where every figure of a sentence is another one, it is said of another thing.
    """
    if any(one.claim.value.sort is not other.claim.value.sort for one, other in pairs):
        return False
    apart = [one for one, other in pairs if one.claim.value.differs(other.claim.value)]
    if len(apart) < 2:
        return True
    return len(apart) < len(pairs) and all(each.claim.value.sort is not Sort.DATE for each in apart)


# --- in other words -------------------------------------------------------------------------------


def _in_other_words(
    first: list[Spoken], second: list[Spoken], taken: tuple[set[int], set[int]]
) -> Iterator[Twin]:
    index = _joint(first, second)
    count = len(first)
    sides = (range(count), range(count, count + len(second)))
    spoken = [*first, *second]
    words = [_by_word(index, numbers) for numbers in sides]
    kept: dict[int, list[Match]] = {}

    def of(number: int) -> list[Match]:
        if number not in kept:
            kept[number] = list(_matches(number, index, spoken, words[0 if number >= count else 1]))
        return kept[number]

    done: set[int] = set()
    for number in sides[0]:
        if id(spoken[number]) in taken[0]:
            continue
        best = next(iter(of(number)), None)
        if best is None:
            continue
        other = best.other.number
        if (
            other in done
            or id(spoken[other]) in taken[1]
            or not _is_enough(best, index.all[number])
        ):
            continue
        back = next(iter(of(other)), None)
        if back is None or back.other.number != number:
            continue
        twin = Twin(
            spoken[number], spoken[other], own=_each_of_itself(spoken[number], spoken[other])
        )
        apart = index.all[number].value.differs(best.other.value)
        if apart and not twin.own and _is_accounted_for(number, best, of, index):
            continue
        done.add(other)
        yield twin


def _joint(first: list[Spoken], second: list[Spoken]) -> Claims:
    """All claims of both papers in one index, so that a word rare in both tells most."""
    return Claims(
        [
            *(replace(each.claim) for each in first),
            *(replace(each.claim, block=each.claim.block + _APART) for each in second),
        ]
    )


def _by_word(index: Claims, numbers: range) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        one = index.all[number]
        for word in one.near.roots - GENERIC:
            found[word].append(number)
        for line in one.near.lines:
            found[f"#{line}"].append(number)
    return found


def _matches(
    number: int, index: Claims, spoken: list[Spoken], words: dict[str, list[int]]
) -> Iterator[Match]:
    """The claims of the other paper that may be of one thing with this, best first."""
    one = index.all[number]
    numbers: set[int] = set()
    keys = [*(one.near.roots - GENERIC), *(f"#{line}" for line in one.near.lines)]
    for key in keys:
        held = words.get(key, ())
        if len(held) <= _MOST_WITH_A_WORD:
            numbers.update(held)
    found = [
        match(one, index.all[other], index)
        for other in sorted(numbers)
        if _may_be_compared(spoken[number], spoken[other])
        and (not one.value.differs(index.all[other].value) or near_in_size(one, index.all[other]))
        and may_be_of_one_thing(one, index.all[other])
    ]
    return iter(sorted(found, key=lambda each: -each.score))


def _may_be_compared(one: Spoken, other: Spoken) -> bool:
    """Whether both speak of the same councils, of none, or each of its own alone."""
    return one.speaks_of == other.speaks_of or _each_of_itself(one, other)


def _each_of_itself(one: Spoken, other: Spoken) -> bool:
    return (
        one.side.name != other.side.name
        and one.speaks_of == {one.side.name}
        and other.speaks_of == {other.side.name}
    )


def _is_enough(found: Match, one: Claim) -> bool:
    if found.score < _LEAST or _words_in_common(one, found.other) < _LEAST_IN_COMMON:
        return False
    if one.value.sort is Sort.PERCENT:
        return found.weight >= _LEAST_OF_A_SHARE[0] and found.cover >= _LEAST_OF_A_SHARE[1]
    return found.cover >= _LEAST_COVER


def _words_in_common(one: Claim, other: Claim) -> int:
    """How many words both say, where one of them tells what it is of; of plain ones two count one.

    Two papers can share a word by chance.
    """
    said = other.near | other.unit
    shared = {word for word in (one.near | one.unit).roots - _NO_SUBJECT if said.has(word)}
    telling = len(shared - GENERIC)
    return telling + len(shared & GENERIC) // 2 if telling else 0


def _is_accounted_for(
    number: int, best: Match, of: Callable[[int], list[Match]], index: Claims
) -> bool:
    """Whether either paper holds the other's value too: beside it, as a sum, or elsewhere."""
    one, other = index.all[number], best.other
    if is_explained(one, other, index):
        return True
    if is_worked_out(one, other, index) or is_worked_out(other, one, index):
        return True
    return any(
        not match_.other.value.differs(value) and match_.score > best.score / 2
        for value, found in ((one.value, of(number)), (other.value, of(other.number)))
        for match_ in found
    )
