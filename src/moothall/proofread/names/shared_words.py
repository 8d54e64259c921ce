"""Shared words: two names of one sort that share their telling words, and one is used once.

“Greenways Lamps Ltd” holds the contract, and “Greenway Lighting Services” would not change it; the
“Quay and Ferry Joint Committee” is “the Quay and Ferry Partnership Board” two lines on.  The words
that say what sort of thing a name is, and how it works, are set aside; what is left are its telling
words, which one letter, an ending or a plural does not change.

Silent where the two stand side by side, or where a paper has a third name of these words: then it
is about a family of things; and where a word sets the two apart (north and south, another, former).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import TextFinding
from moothall.proofread.names.exchanged_words import is_another, one_thing_under_two_names
from moothall.proofread.names.mentions import FIRMS, KINDS, Mention, Mentions, mentions
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.statements import stem_of
from moothall.proofread.reading.written_names import letters_apart, singular

_FIRMS = frozenset(map(singular, FIRMS))
_FAMILIES = (
    word_set(
        "board committee panel group forum commission partnership assembly network alliance "
        "taskforce"
    ),
    word_set("plan strategy policy framework"),
    word_set("programme project scheme initiative"),
    _FIRMS | {"group", "trust", "service", "society", "association"},
)
_IN_LAW = (_FIRMS | {"trust", "society", "association"}) - {"service", "solution", "contractor"}
"""What a firm or a charity is; “services” may be anything's."""
"""Sorts of thing, of which one may be called by another's word."""
_HOW_IT_WORKS = word_set(
    "and of for the in to joint select overview scrutiny advisory steering working task finish "
    "sub delivery action implementation board committee panel group forum commission partnership "
    "assembly network alliance taskforce plan strategy policy framework programme project scheme "
    "initiative our new draft cabinet council member strategic management services service"
)
_OF_MANY = word_set(
    "county borough district city town parish local national regional business executive corporate "
    "general capital revenue annual medium term budget financial finance improvement development "
    "community public health social care education children adult integrated wellbeing safety "
    "school pilot support transformation investment change climate economic growth regeneration "
    "environment housing planning workforce equality customer digital transport risk audit "
    "governance standard licensing pension property asset west east north south central greater "
    "young people youth family skill employment waste energy carbon culture leisure"
)
"""Words that many bodies and schemes of one council share."""
_SHORTEST = 5
_BEGINS = 3
_MOST = 300
_NEAR = 2
_SETS_APART = Expression(
    r"\b(?:both|separate\w*|overarching|sits? (?:under|beneath|alongside)|underpin\w*|"
    r"delivers? the|subsidiary|parent|merg\w+|replac\w+|formerly|previous\w*|transfer\w*|"
    r"successor|supersed\w+|renam\w+|feed\w* into|report\w* to|emerging)\b",
    re.IGNORECASE,
)
_Key = tuple[str, ...]


def names_that_share_their_words_are_one(report: Report) -> Iterator[TextFinding]:
    """“Greenways Lamps Ltd”, and once “Greenway Lighting Services”."""
    read = mentions(report, KINDS | _FIRMS)
    keys = list(read.named)[:_MOST]
    telling = {key: _telling(key) for key in keys}
    with_word: defaultdict[str, list[_Key]] = defaultdict(list)
    for key in keys:
        for word in telling[key]:
            with_word[word[:_BEGINS]].append(key)
    done: set[frozenset[_Key]] = set()
    for alike in with_word.values():
        for one, other in combinations(alike, 2):
            pair = frozenset((one, other))
            if pair in done:
                continue
            done.add(pair)
            rare, common = sorted(
                (one, other), key=lambda key: (len(read.named[key]), -read.named[key][0].order)
            )
            if _may_be_one(rare, common) and _are_one(read, rare, common, telling):
                yield one_thing_under_two_names(read.named[rare], read.named[common])


def _telling(key: _Key) -> frozenset[str]:
    return frozenset(stem_of(word) for word in key if word not in _HOW_IT_WORKS | _FAMILIES[-1])


def _may_be_one(rare: _Key, common: _Key) -> bool:
    """Whether both are of one sort, and neither is the other made shorter."""
    if set(rare) <= set(common) or set(common) <= set(rare):
        return False
    if (
        len(rare) == len(common)
        and not {rare[-1], common[-1]} & _FIRMS
        and sum(one != other for one, other in zip(rare, common, strict=True)) == 1
    ):
        return False  # one word for another, told by rules of their own
    return any({rare[-1], common[-1]} <= family for family in _FAMILIES)


def _are_one(read: Mentions, rare: _Key, common: _Key, telling: dict[_Key, frozenset[str]]) -> bool:
    some, others = read.named[rare], read.named[common]
    if len(some) > 1 or some[0].listed or others[0].listed:
        return False
    shared, left, over = _matched(telling[rare], telling[common])
    if not shared or (left and over and not _stand_in_one_place(some[0], others)):
        return False
    rarely = {word for word in shared if len(word) >= _BEGINS and word not in _COMMON}
    common_words = not rarely and (left or over or len(shared) < _NEAR)
    if common_words and not _follow_each_other(some[0], others):
        return False
    if {rare[-1], common[-1]} <= _FAMILIES[-1] and (
        left or over or not {rare[-1], common[-1]} & _IN_LAW
    ):
        return False
    if (left or over) and not _are_named_by_it(rare, common, shared):
        return False
    if _is_a_family(telling, shared, rare, common):
        return False
    if read.stand_side_by_side(some, others):
        return False
    return not any(is_another(one) or _SETS_APART.search(one.sentence) for one in (*some, *others))


_COMMON = frozenset(map(stem_of, _OF_MANY))


def _matched(one: frozenset[str], other: frozenset[str]) -> tuple[set[str], set[str], set[str]]:
    """The words that both have, but for a letter, and what each has alone."""
    shared: set[str] = set()
    left, over = set(one), set(other)
    for word in sorted(one):
        match = next(
            (
                mine
                for mine in sorted(over)
                if mine == word
                or (min(len(mine), len(word)) >= _SHORTEST and letters_apart(mine, word, 1) <= 1)
            ),
            None,
        )
        if match is not None:
            shared.add(word)
            left.discard(word)
            over.discard(match)
    return shared, left, over


def _stand_in_one_place(some: Mention, others: list[Mention]) -> bool:
    return any(abs(some.order - other.order) <= _NEAR for other in others)


def _follow_each_other(some: Mention, others: list[Mention]) -> bool:
    """Whether one paragraph names both, in sentences of their own."""
    return any(some.order == other.order for other in others)


def _are_named_by_it(rare: _Key, common: _Key, shared: set[str]) -> bool:
    """Whether the word that both have leads either name, or stands before its last."""

    def at(key: _Key, place: int) -> bool:
        words = [stem_of(word) for word in key if word not in _HOW_IT_WORKS | _FAMILIES[-1]]
        return words[place] in shared or any(
            letters_apart(words[place], word, 1) <= 1 for word in shared
        )

    return any(at(rare, place) and at(common, place) for place in (0, -1))


def _is_a_family(
    telling: dict[_Key, frozenset[str]], shared: set[str], rare: _Key, common: _Key
) -> bool:
    """Whether a third name has the words that both have: then the paper names several."""
    return any(
        shared <= words
        for key, words in telling.items()
        if key not in (rare, common) and key[-1] != "service" and not set(key) <= set(common)
    )


RULES: tuple[Rule, ...] = (names_that_share_their_words_are_one,)
