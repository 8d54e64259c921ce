"""Figures borne out: those that stand elsewhere, in any unit, rounded or worked out from two.

£0.4m is borne out by 398 in a table of thousands, £1.2m by £0.5m and £0.7m of one paragraph, and
60% by 24 and 40 of one row.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from moothall.proofread.reading.quantities import digits_of
from moothall.proofread.told_again.claim_index import Claim, Claims
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import GENERIC

_MOST_OF_A_GROUP = 40
_FEWEST_DIGITS, _FEWEST_BY_CHANCE = 2, 3
_OF_A_WHOLE = frozenset({"net", "gross", "grand"})
_LEAST_PART = 10
"""A part smaller than so many counts proves nothing: 412 is 410 and 2 of something by chance."""


def may_be_one_sort(one: Claim, other: Claim) -> bool:
    """Whether the two can be compared; a column of money often says so nowhere."""
    return other.value.sort is one.value.sort or (
        other.cell and one.value.sort is Sort.MONEY and other.value.sort is Sort.COUNT
    )


def has_its_value(one: Claim, other: Claim) -> bool:
    """Whether one rounds to the other, in whatever unit the column of a table is."""
    if not may_be_one_sort(one, other):
        return False
    first, second = one.value, other.value
    if first.low <= second.size <= first.high:
        return True
    if second.low <= first.size <= second.high and (
        len(digits_of(second.text)) >= min(_FEWEST_DIGITS, len(digits_of(first.text)))
    ):
        return True
    if first.rough and not first.differs(second):
        return True
    if not other.cell or first.sort is not Sort.MONEY or not first.size or not second.size:
        return False
    digits = digits_of(other.value.text)
    times = max(first.size / second.size, second.size / first.size)
    return (
        len(digits) >= _FEWEST_DIGITS
        and digits == digits_of(first.text)
        and times in (1_000, 1_000_000)
    )


def is_borne_out(one: Claim, others: Iterable[Claim]) -> bool:
    """Whether another has its value, and a word of it too where few digits meet by chance."""
    few = len(digits_of(one.value.text)) < _FEWEST_BY_CHANCE
    return any(has_its_value(one, held) and (not few or _may_meet(one, held)) for held in others)


def _may_meet(one: Claim, held: Claim) -> bool:
    """Whether the two share a word; a total may be called anything."""
    return bool(_about(one) & _about(held)) or (
        held.cell and not held.label.roots - GENERIC - _OF_A_WHOLE
    )


def is_made_of_two(one: Claim, index: Claims) -> bool:
    """Whether two figures of one paragraph, row or column make it: sum, rest, product or share."""
    groups = _groups(one, index)
    beside = [
        held.value
        for held in index.of_block(one.block)
        if held.sentence == one.sentence and held is not one and held.value.sort is one.value.sort
    ]
    if len(beside) > 1 and one.value.low <= sum(value.size for value in beside) <= one.value.high:
        return True  # “1,864: 1,512 online, 287 on paper and 65 by post”
    return any(_makes(one, first, second) for held in groups for first, second in _pairs(held))


def _pairs(held: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    return combinations(held[:_MOST_OF_A_GROUP], 2)


def _groups(one: Claim, index: Claims) -> Iterable[list[Claim]]:
    """The claims of each paragraph, each row, and each column whose rows the sentence names."""
    found: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for held in index.all:
        if held is one or held.value.sort in (Sort.DATE, Sort.TIME):
            continue
        if not any(word not in GENERIC and one.wide.has(word) for word in _about(held)):
            continue  # of figures of other things some two make any figure by chance
        if not held.cell:
            found[held.block,].append(held)
            continue
        found[held.block, "row", held.row].append(held)
        if any(word not in GENERIC and one.wide.has(word) for word in held.label.roots):
            found[held.block, "column", held.head].append(held)
    return found.values()


def _about(one: Claim) -> frozenset[str]:
    return one.near.roots | one.wide.roots | one.about.roots


def _is_taken_off(one: Claim) -> bool:
    return one.cell and one.value.text.lstrip()[:1] in "(-−–"


def _makes(one: Claim, first: Claim, second: Claim) -> bool:
    a, b = first.value.size, second.value.size
    low, high = one.value.low, one.value.high
    if not a or not b:
        return False
    if one.value.sort is Sort.PERCENT:
        if first.value.sort is not second.value.sort:
            return False
        small, large = min(a, b), max(a, b)
        shares = [100 * small / large, 100 * (large - small) / large, 100 * (large - small) / small]
        if first.value.sort is Sort.PERCENT:
            shares = [a + b, large - small]
        slack = Decimal("0.05")
        return any(low - slack <= share <= high + slack for share in shares)
    here = first.block == one.block  # two figures of another matter make any product by chance
    if {first.value.sort, second.value.sort} & {Sort.PERCENT, Sort.POINTS}:
        share, whole = (a, b) if first.value.sort is Sort.PERCENT else (b, a)
        return (
            here
            and may_be_one_sort(one, second if share is a else first)
            and any(
                low <= value <= high for value in (whole * share / 100, whole * (100 - share) / 100)
            )
        )
    worked = []
    if may_be_one_sort(one, first) and may_be_one_sort(one, second) and min(a, b) >= _LEAST_PART:
        worked.append(abs(a - b))
        if _is_taken_off(first) == _is_taken_off(second):
            worked.append(a + b)
    if here and Sort.COUNT in (first.value.sort, second.value.sort) and min(a, b) > 1:
        worked.append(a * b)
        worked.append(max(a, b) / min(a, b))
    return any(low <= value <= high for value in worked)
