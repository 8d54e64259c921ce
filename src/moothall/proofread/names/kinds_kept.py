"""Kinds kept: a body, document, scheme or grant that is called another sort of thing once.

A report on the “Quay Lighting Grant” that speaks of “the Quay Lighting Fund” once means the one
thing: the words before say which, and the last word says what it is.  Two that differ, a board and
the group under it, are set side by side somewhere, introduced, or given a heading of their own; a
plan beside a strategy is said to carry it out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import TextFinding
from moothall.proofread.names.exchanged_words import (
    SHORTEST,
    are_kinds_of_one_thing,
    are_members_and_party,
    is_another,
    one_thing_under_two_names,
)
from moothall.proofread.names.mentions import KINDS, Mention, Mentions, mentions
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import word_set

_FAMILIES = tuple(
    word_set(line)
    for line in (
        "board committee panel group party forum commission partnership",
        "plan strategy policy framework",
        "programme scheme project initiative",
        "grant fund scheme programme",
        "gateway hub centre",
    )
)
"""The last words that may be said of one thing."""
_SAYS_LITTLE = word_set(
    "cabinet council county borough district city town parish working sub joint advisory steering "
    "scrutiny overview service local strategic national management regional member delivery "
    "partnership task policy action business executive project programme strategy governance "
    "general capital revenue corporate annual medium term budget financial improvement "
    "development community public health social care education children adult core main lead "
    "ward party group user integrated stakeholder partner liaison school pilot support new our"
)
_OF_ANOTHER_TIME = Expression(
    r"\b(?:separate\w*|parent|overarching|wider|replac\w+|former\w*|previous\w*|supersed\w+|"
    r"merg\w+|becom\w+|became|renamed|emerging|draft\w*|propos\w+|each|develop(?:ing|ment of))\b",
    re.IGNORECASE,
)
_NOW_CALLED = Expression(r"\b(?:renamed|now called|now known) (?:as |to )?(?:the )?$")
_MANY = 2
_USUAL = 4
"""How often a name of common words alone must stand before another is no other thing."""
_NEAR = 8
_Key = tuple[str, ...]


def a_thing_keeps_its_kind(report: Report) -> Iterator[TextFinding]:
    """The “Quay Lighting Grant” is not “the Quay Lighting Fund” in one place."""
    read = mentions(report, KINDS)
    by_stem: defaultdict[_Key, list[_Key]] = defaultdict(list)
    for key in read.named:
        by_stem[key[:-1]].append(key)
    for keys in by_stem.values():
        if len(keys) != 2:
            continue
        for one, other in combinations(keys, 2):
            rare, common = sorted(
                (one, other), key=lambda key: (len(read.named[key]), -read.named[key][0].order)
            )
            if _are_one(read, rare, common):
                yield one_thing_under_two_names(read.named[rare], read.named[common])


def _are_one(read: Mentions, rare: _Key, common: _Key) -> bool:
    some, others = read.named[rare], read.named[common]
    if len(some) > 1 or (set(rare[:-1]) <= _SAYS_LITTLE and len(others) < _USUAL):
        return False
    if len(others) < _MANY and len(rare) <= _MANY and not _stand_near(some[0], others[0]):
        return False
    if not any({rare[-1], common[-1]} <= family for family in _FAMILIES):
        return False
    if are_members_and_party(rare, common):
        return False
    if read.stand_side_by_side(some, others) or _is_told_elsewhere(rare, common):
        return False
    if not others[0].text.split()[-1][0].isupper():
        return False  # “the Quay Lighting project” is a description
    if _NOW_CALLED.search(some[0].before):
        return True
    return not is_another(some[0]) and not _is_of_two(some[0], common[-1])


def _is_told_elsewhere(rare: _Key, common: _Key) -> bool:
    """Whether the rule on one word changed for another weighs the two: a group and a party."""
    return len(rare) >= SHORTEST and are_kinds_of_one_thing(rare[-1], common[-1])


def _stand_near(one: Mention, other: Mention) -> bool:
    return abs(one.order - other.order) <= _NEAR


def _is_of_two(mention: Mention, other: str) -> bool:
    """Whether the sentence speaks of the other sort too, or of another time."""
    return (
        mention.listed
        or mention.tokens[-1] != mention.tokens[-1].rstrip("s")
        or not mention.text.split()[-1][0].isupper()
        or re.search(rf"\b{other}s?\b", mention.sentence) is not None
        or _OF_ANOTHER_TIME.search(mention.around) is not None
    )


RULES: tuple[Rule, ...] = (a_thing_keeps_its_kind,)
