"""Claims told twice: one thing with two values, far apart and in other words.

Each claim of the text is held against every other of its sort, and told where the nearest of them
has another value and neither has a nearer one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import around, read_once
from moothall.proofread.reading.quantities import digits_of
from moothall.proofread.reading.slips import are_close, looks_like_a_slip
from moothall.proofread.reading.thesaurus import Words, root
from moothall.proofread.told_again.claim_contradictions import apart
from moothall.proofread.told_again.claim_evidence import met, points
from moothall.proofread.told_again.claim_explained import is_explained, is_worked_out
from moothall.proofread.told_again.claim_values import Sort
from moothall.proofread.told_again.claim_words import GENERIC
from moothall.proofread.told_again.claims import Claim, Claims, claims
from moothall.proofread.told_again.contrasts import (
    are_before_and_after,
    are_contrasted,
    are_of_two_wholes,
)
from moothall.proofread.told_again.figures_borne_out import has_its_value

_SURE = 0.8
_WORTH_A_LOOK = -0.4
_ENOUGH_WORDS = 0.25
_ALONE = 3.0
_CLOSE = "0.15"
_OFTEN, _FEWEST_DIGITS = 2, 3
_OF_THE_LEAD = 0.6
"""How much being clearly the best of several counts, beside what speaks for the pair itself."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The other claim of a pair, and how strongly the two seem to be of one thing."""

    other: Claim
    score: float
    is_shown: bool = False
    """Whether enough of the words of each stand with the other to show a reader why."""

    @property
    def is_sure(self) -> bool:
        return self.is_shown and self.score >= _SURE


def told_twice(index: Claims) -> Iterator[tuple[Claim, Pair]]:
    """Each claim of the text and the claim with another value that is of one thing with it.

    Each must be the other's best; the surest come first.
    """
    found: dict[int, list[Pair]] = {}
    for one, other in could_meet(index):
        score = points(one, other, index)
        found.setdefault(one.number, []).append(Pair(other, score))
        found.setdefault(other.number, []).append(Pair(one, score))
    for held in found.values():
        held.sort(key=lambda each: -each.score)
    pairs = []
    for number, held in found.items():
        one, best = index.all[number], held[0]
        back = found[best.other.number]
        if best.other.number < number or back[0].other is not one:
            continue
        score = best.score + _OF_THE_LEAD * min(_lead(held), _lead(back))
        if score >= _WORTH_A_LOOK:
            shown = met(one, best.other, index).near_share >= _ENOUGH_WORDS
            pairs.append((one, Pair(best.other, score, is_shown=shown)))
    return iter(sorted(pairs, key=lambda pair: -pair[1].score))


def _lead(held: list[Pair]) -> float:
    return min(_ALONE, held[0].score - held[1].score) if len(held) > 1 else _ALONE


def could_meet(index: Claims) -> Iterator[tuple[Claim, Claim]]:
    """Every two claims of two values that a word in common, or of one meaning, brings together."""
    for one in index.all:
        if one.cell:
            continue
        for other in index.with_a_word_of(one):
            if (
                (other.cell or other.number > one.number)
                and other.block != one.block
                and other.value.sort is one.value.sort
                and _near_in_size(one, other)
                and one.value.differs(other.value)
                and not apart(one, other)
                and not is_explained(one, other, index)
                and not is_worked_out(one, other, index)
                and not is_worked_out(other, one, index)
                and (other.cell or not are_contrasted(one.sentence, other.sentence))
            ):
                yield one, other


def _near_in_size(one: Claim, other: Claim) -> bool:
    if one.value.sort is Sort.DATE:
        return abs(one.value.size - other.value.size) < _LONGEST_TIME_APART
    small, large = sorted((one.value.size, other.value.size))
    return small > 0 and (
        large <= 3 * small or (large <= 10 * small and looks_like_a_slip(small, large))
    )


_LONGEST_TIME_APART = 1_900  # days


@read_once
def pairs_told_twice(report: Report) -> tuple[tuple[Claim, Pair], ...]:
    """What the rule finds, which other rules leave to it."""
    return tuple(told_twice(claims(report)))


def a_thing_told_twice_has_one_value(report: Report) -> Iterator[TextFinding]:
    """“243 families in accommodation arranged by the Council” and “217 households in temporary …”.

    The figures need be no slips of each other, and the words may be others.
    """
    told: set[frozenset[str]] = set()
    index = claims(report)
    many = len(index.all) >= _MANY
    for one, found in pairs_told_twice(report):
        # the text is quoted, and the table that it is held against named
        first, second = sorted((one, found.other), key=lambda held: (not held.cell, held.number))
        key = frozenset((first.value.text, second.value.text))
        if key in told:
            continue
        told.add(key)
        shared = _shared(first, second)
        sure = found.is_sure and _are_sure(first, second, shared, found.score, many=many)
        sure = sure or (
            any(word[0].islower() for word in shared)
            and (not many or len(shared) > 1 or _is_a_slip(first, second))
            and _is_told_oftener(one, found.other, index)
        )
        yield TextFinding(
            place=second.place,
            quote=around(second.sentence, *_spot(second), 90),
            message=f"{second.value.text} here, {first.value.text} at {first.place} "
            f"(“{around(first.sentence, *_spot(first), 60)}”), which seem to be said of one thing: "
            f"{', '.join(shared) or 'the same'}.",
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
            cure="Give one value in both places, or say what makes them differ.",
        )


def _is_a_slip(one: Claim, other: Claim) -> bool:
    return one.value.sort is not Sort.DATE and looks_like_a_slip(one.value.size, other.value.size)


def _are_sure(one: Claim, other: Claim, shared: list[str], score: float, *, many: bool) -> bool:
    """Whether a slip, or enough words in common, make it sure that one thing is told twice.

    The more a report tells, the more of it is alike by chance: of two hundred figures some two
    share a word, and stand for two things.
    """
    if not shared or any(_SUPPOSES.search(each.sentence) for each in (one, other)):
        return False
    if are_before_and_after(one.sentence, other.sentence) or are_of_two_wholes(
        one.sentence[one.value.end :], other.sentence[other.value.end :]
    ):
        return False
    if one.value.sort is Sort.DATE and (
        not any(word[0].islower() for word in shared)  # a name says what was done of neither
        or _share_neither_month_nor_year(one.value.text, other.value.text)
    ):
        return False
    if not many:
        return True
    units = one.unit.roots | other.unit.roots
    telling = [word for word in shared if root(word) not in units | GENERIC]
    if _is_a_slip(one, other) and len(digits_of(one.value.text)) >= _TELLING_DIGITS:
        return bool(telling)
    return score >= _SURE_OF_MANY and len(telling) >= _FEWEST_TELLING


_SUPPOSES = Expression(r"^\W*(?:If|Were|Suppos\w+|Assuming)\b[^.]*\b(?:would|were)\b")
_MANY = 25
_SURE_OF_MANY, _FEWEST_TELLING = 3.0, 3
_TELLING_DIGITS = 3


_OF_A_DATE = Expression(r"[A-Z][a-z]{2}|\b(?:19|20)\d\d\b")


def _share_neither_month_nor_year(one: str, other: str) -> bool:
    """“November 2012” and “December 2013” are no slip of each other."""
    first, second = (set(_OF_A_DATE.findall(text)) for text in (one, other))
    reckoned = " from " in f"{one} {other}"  # “seven years from April 2021”
    return bool(first and second) and not (first & second or reckoned)


def _is_told_oftener(one: Claim, other: Claim, index: Claims) -> bool:
    """Whether one of the two values stands in two places or more, near the other, which has one.

    Where the most of three tellings agree, they speak for what is meant.
    """
    if one.value.sort is Sort.DATE or not (
        are_close(one.value.size, other.value.size, _CLOSE)
        or looks_like_a_slip(one.value.size, other.value.size)
    ):
        return False
    once, often = sorted(((_places_of(claim, index), claim) for claim in (one, other)), key=_times)
    return (
        once[0] == 1
        and often[0] >= _OFTEN
        and len(digits_of(often[1].value.text)) >= _FEWEST_DIGITS
    )


def _times(told: tuple[int, Claim]) -> int:
    return told[0]


def _places_of(one: Claim, index: Claims) -> int:
    """In how many paragraphs and tables its value stands, said with a word that it has too."""
    words = one.near.roots | one.about.roots
    return len(
        {
            held.block
            for held in index.all
            if has_its_value(one, held) and (held.near.roots | held.about.roots) & words
        }
    )


def _spot(one: Claim) -> tuple[int, int]:
    return one.value.start, one.value.end


def _shared(one: Claim, other: Claim) -> list[str]:
    """The words said of the second that the first has too, in the same or in other words."""
    own = _words_met(other.own, other.near, one.near)
    return own or _words_met(other.sentence, other.near | other.wide, one.near | one.wide)


def _words_met(text: str, words: Words, others: Words) -> list[str]:
    found = [
        word
        for word in re.findall(r"[A-Za-z][A-Za-z’'-]+", text)
        if root(word) in words.roots and others.has(root(word))
    ]
    return list(dict.fromkeys(found))[:6]


__all__ = ["RULES", "Pair", "is_explained", "is_worked_out", "pairs_told_twice", "told_twice"]

RULES: tuple[Rule, ...] = (a_thing_told_twice_has_one_value,)
