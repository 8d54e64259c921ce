"""Contrasts: two sentences of one wording that say of two things what they say.

"The first consultation drew 58 responses" and "The second consultation drew 85": what stands in the
same place of the two and means nothing alike is what each is of.  Only sentences of one build are
held so; in other words the same thing may be told in any order.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.thesaurus import lines_of, root
from moothall.proofread.told_again.claim_words import GENERIC

_WORD = Expression(r"[£€]?\d[\d.,]*(?:\s?(?:m|k|bn|million|billion)\b|%)?|[A-Za-z][A-Za-z’'-]*")
_LEAST_ALIKE = 0.55
_MOST_CHANGED = 4
_LONGEST = 60
_SMALL = word_set(
    "the a an of in on at to for by from with and or but is are was were be been has have had will "
    "would can could may this that these those its our their his her it they we which who there "
    "about around some over under more less than nearly almost up down as not no only now all both"
)
_ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth earlier later last next "
    "previous other"
)


def are_contrasted(one: str, other: str) -> bool:
    """Whether two texts of one build have unlike words in one place.

    >>> are_contrasted("Repairs to the crane cost £3,214", "Repairs to the slipway cost £3,241")
    True
    >>> are_contrasted("The crane cost £3,214 to repair", "Repairs to the crane came to £3,241")
    False
    """
    if one == other:
        return False
    first, second = _words(one), _words(other)
    if not first or not second or max(len(first), len(second)) > _LONGEST:
        return False
    if min(len(first), len(second)) * 2 < max(len(first), len(second)):
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < _LEAST_ALIKE or matcher.ratio() < _LEAST_ALIKE:
        return False
    known = _roots(first), _roots(second)
    for how, a, b, c, d in matcher.get_opcodes():
        if how != "replace" or b - a > _MOST_CHANGED or d - c > _MOST_CHANGED:
            continue
        changed = _telling(first[a:b]) - known[1], _telling(second[c:d]) - known[0]
        if all(changed) and not _mean_alike(*changed):
            return True
    return False


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    """The words without capitals, each figure one mark, in whatever way it is written."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word[-1].isdigit() or not word[0].isalpha() or word in _NUMBERS:
            word = "#"
        if word not in ("percent", "per", "cent") and not (word == "#" and found[-1:] == ["#"]):
            found.append("first" if word == "top" else word)
    return tuple(found)


_NUMBERS = frozenset(part for number in NUMBERS_TO_99 for part in (number, *number.split("-"))) - {
    "one"
}


def _roots(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(root(word) for word in words)


def _telling(words: tuple[str, ...]) -> frozenset[str]:
    """The roots of what is no figure and no word of all sentences."""
    return frozenset(
        root(word)
        for word in words
        if word in _ORDINALS
        or (word != "#" and word not in _SMALL and len(word) > 2 and root(word) not in GENERIC)
    )


def _mean_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    lines = {line for word in one for line in lines_of(word)}
    return any(not lines.isdisjoint(lines_of(word)) for word in other)


_BEFORE_OR_AFTER = Expression(r"\b(?P<which>before|after)\s(?P<what>[a-z]+)", re.IGNORECASE)


def are_before_and_after(one: str, other: str) -> bool:
    """“After housing costs” here, and “before housing costs” there."""
    first, second = (
        {(m["which"].lower(), m["what"].lower()) for m in _BEFORE_OR_AFTER.finditer(text)}
        for text in (one, other)
    )
    return any(
        ("after" if which == "before" else "before", what) in second for which, what in first
    )


_OF_WHAT = Expression(
    r"^[^.,;]{0,3}(?:per ?cent|%)?,?\sof\s(?:(?:all|the|our|its|their)\s){0,2}"
    r"(?P<whole>[a-z’'-]+(?:\s[a-z’'-]+){0,3}?)"
    r"(?=[.,;)]|\s(?:in|and|compared|during|for|at|across)\b|$)",
    re.IGNORECASE,
)


def are_of_two_wholes(one: str, other: str) -> bool:
    """“37.6 per cent of all absence” and “31.6 per cent of all authorised absence”.

    Given is what follows each of the two shares.
    """
    first, second = (
        _roots(tuple(match["whole"].lower().split())) if match else frozenset()
        for match in (_OF_WHAT.match(one), _OF_WHAT.match(other))
    )
    return bool(first & second) and first != second
