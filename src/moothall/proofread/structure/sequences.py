"""Sequences: numbers that count up by one, where one repeats, is left out or is misprinted.

One slip is one finding: 7, 7, 9 is an item 8 that was given 7 again, not a repeat and a gap; and
3, 5, 5 an item 4 that was given 5.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """A place where counting goes wrong: the index of the number, and what is wrong with it."""

    index: int
    number: int
    missing: tuple[int, ...] = ()
    twice: bool = False
    """Whether the number is that of a neighbour too."""
    runs_on: bool = True
    """Whether the numbers after it show what it ought to have been."""


def slips(numbers: Sequence[int]) -> Iterator[Slip]:
    """Every slip of a run of numbers that counts up.

    >>> [(slip.index, slip.twice, slip.missing) for slip in slips([6, 7, 7, 9, 10])]
    [(2, True, (8,))]
    >>> [(slip.index, slip.twice, slip.missing) for slip in slips([1, 2, 4, 5, 5, 6])]
    [(2, False, (3,)), (4, True, ())]
    >>> [(slip.index, slip.twice, slip.missing) for slip in slips([1, 2, 13, 4])]
    [(2, False, (3,))]
    """
    index = 1
    while index < len(numbers):
        before, here = numbers[index - 1], numbers[index]
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        if here == before + 1:
            index += 1
            continue
        if after == before + 2:
            # one number alone is wrong: 7, 7, 9 or 3, 5, 5 or 6, 17, 8
            yield Slip(index, here, (before + 1,), twice=here in (before, after))
            index += 2
            continue
        if here == before:
            yield Slip(index, here, twice=True, runs_on=after in (here + 1, here + 2))
        else:
            yield Slip(index, here, tuple(range(before + 1, here)))
        index += 1


def is_misprint(before: int, here: int, after: int) -> bool:
    """Whether just one number has room between two, and what is printed there looks like it."""
    wanted = str(before + 1)
    return after == before + 2 and wanted in str(here) and len(str(here)) == len(wanted) + 1
