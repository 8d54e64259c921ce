"""Exchanged words: a body or scheme named once with one of its words changed for another.

"The Lamps and Moorings Committee" is either a slip for the Lamps and Quays Committee or another
committee of the same council.  What tells the two apart is weighed: how many telling words the
names share, whether the changed word means the same or begins alike, whether both stand with one
date or number, under one heading or in one paragraph, and how often each is named.  Two things that
differ are set side by side somewhere, are introduced, or have an abbreviation of their own.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.mentions import BODIES, DOINGS, Mention, Mentions, mentions
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import how_often, word_set
from moothall.proofread.reading.thesaurus import lines_of, root
from moothall.proofread.reading.written_names import letters_apart, singular

NAMED = BODIES | DOINGS
_SAYS_LITTLE = word_set(
    "cabinet committee county council borough district city town parish board group working sub "
    "joint advisory steering scrutiny overview service local strategic national management "
    "programme project regional member delivery partnership task policy action business and of for"
)
"""Words that many bodies of one council share."""
_OPPOSITES = tuple(
    frozenset(pair.split("/"))
    for pair in word_set(
        "north/south east/west upper/lower adult/child adult/children young/older men/women "
        "boys/girls primary/secondary capital/revenue internal/external urban/rural "
        "short/long health/housing gold/silver general/special regional/local national/local"
    )
)
SHORTEST = 3
_ENOUGH, _ENOUGH_OF_MANY = 2.0, 2.75
_OF_MANY = word_set("plan strategy fund policy grant service team unit framework review agreement")
"""A council has many plans, funds and teams with names alike, and few boards and programmes."""
MOST = 300
_FAMILY = 4
"""A word in so many names of a report is a name of the place, and tells little."""
_Key = tuple[str, ...]


def a_name_keeps_each_of_its_words(report: Report) -> Iterator[TextFinding]:
    """The "Lamps and Quays Committee" is not the "Lamps and Moorings Committee" in one place."""
    read = mentions(report, NAMED)
    named = {
        key: found
        for key, found in read.named.items()
        if len(key) >= SHORTEST and found[0].tokens[-1] != "services"
    }
    shared_by = Counter(word for key in list(named)[:MOST] for word in set(key))
    told: set[_Key] = set()
    for one, other, gap in _alike_but_for_one(list(named)[:MOST]):
        rare, common = sorted((one, other), key=lambda key: (len(named[key]), -named[key][0].order))
        if len(named[rare]) > 2 or rare in told or _differ_as_two_things(rare[gap], common[gap]):
            continue
        if read.stand_side_by_side(named[rare], named[common]):
            continue
        if any(_ends_of(common[-2:], mention) for mention in named[rare] if gap == len(rare) - 2):
            continue  # the other stands beside it, cut short
        if _is_one_of_a_kind(named[rare][0]) != _is_one_of_a_kind(named[common][0]):
            continue
        if gap == len(rare) - 1 and not _are_names_to_the_end(named[rare][0], named[common][0]):
            continue
        if any(map(is_another, named[rare])) or _have_years_of_their_own(
            named[rare], named[common]
        ):
            continue
        points = _points(rare, common, gap, read, shared_by)
        if points >= (_ENOUGH_OF_MANY if rare[-1] in _OF_MANY else _ENOUGH):
            told.add(rare)
            yield one_thing_under_two_names(named[rare], named[common])


def _alike_but_for_one(keys: Sequence[_Key]) -> Iterator[tuple[_Key, _Key, int]]:
    by_gap: defaultdict[tuple[int, _Key, _Key], list[_Key]] = defaultdict(list)
    for key in keys:
        for gap in range(len(key)):
            by_gap[gap, key[:gap], key[gap + 1 :]].append(key)
    for (gap, _, _), alike in by_gap.items():
        for one, other in combinations(alike[:6], 2):
            if are_members_and_party(one, other):
                continue
            if gap < len(one) - 1 or are_kinds_of_one_thing(one[gap], other[gap]):
                yield one, other, gap


def are_members_and_party(one: _Key, other: _Key) -> bool:
    """A party has a group on the council; only a working party is the same as a working group."""
    return {one[-1], other[-1]} == {"group", "party"} and "working" not in one


def are_kinds_of_one_thing(one: str, other: str) -> bool:
    """A working party is a working group, and a programme a project; a board is no committee."""
    return {one, other} == {"group", "party"} or {one, other} <= {
        "programme",
        "project",
        "scheme",
        "initiative",
    }


def _ends_of(ends: _Key, mention: Mention) -> bool:
    """Whether the sentence has the last words of the other name: “told the Executive Board”."""
    return " ".join(ends) in mention.sentence.casefold()


def _is_one_of_a_kind(mention: Mention) -> bool:
    """Whether it is one: “Quay Support Schemes” are those of all councils."""
    return mention.tokens[-1] == singular(mention.tokens[-1])


def _are_names_to_the_end(one: Mention, other: Mention) -> bool:
    """Whether both kinds are part of a name: “the Quay Lamps project” is a description."""
    return all(mention.text.split()[-1][0].isupper() for mention in (one, other))


def _differ_as_two_things(one: str, other: str) -> bool:
    """Whether the words are a pair of opposites, or nearly one word: another rule tells slips."""
    return (
        frozenset((one, other)) in _OPPOSITES
        or root(one) == root(other)
        or letters_apart(one, other, 2) <= 2
        or one.startswith(other)
        or other.startswith(one)
    )


_ANOTHER = Expression(
    r"\b(?:an?|another|new|separate|different|former|previous|old|own|second|sister|neighbouring|"
    r"other|existing)\s(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
_RENAMED = Expression(
    r"\b(?:formerly|previously|renamed|known as|called|replac\w+|success\w+|merg\w+|"
    r"bec(?:om\w+|ame) (?:a|the)\b|supersed\w+|predecessor|instead of|rather than|"
    r"as opposed to|unlike)\b",
    re.IGNORECASE,
)
_ITS_LETTERS = Expression(r"^\s?[(\[][“‘\"']?[A-Z][A-Za-z&]{1,7}[”’\"']?[)\]]")
_YEARS = Expression(r"^,?\s\(?((?:19|20)\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?)")


def is_another(mention: Mention) -> bool:
    """Whether the mention introduces a thing, or says that it took another's place."""
    return bool(
        _ANOTHER.search(mention.before)
        or _RENAMED.search(mention.around)
        or _ITS_LETTERS.match(mention.after)
        or mention.part == "heading"
    )


def _have_years_of_their_own(rare: Sequence[Mention], common: Sequence[Mention]) -> bool:
    """The “Coast Plan 2013-30” and the “Quay Plan 2024-39” are two."""
    years = [
        {match[1] for mention in found if (match := _YEARS.match(mention.after))}
        for found in (rare, common)
    ]
    return bool(years[0] and years[1] and not years[0] & years[1])


# --- what speaks for one thing --------------------------------------------------------------------

_NUMBERED = Expression(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)(?:\s\d{4})?\b|\b\d{2,4}/\d{3,6}\b|£[\d,.]+\d[mk]?"
)


def _points(rare: _Key, common: _Key, gap: int, read: Mentions, shared_by: Counter[str]) -> float:
    some, others = read.named[rare], read.named[common]
    shared = [word for place, word in enumerate(rare[:-1]) if place != gap]
    telling = [word for word in shared if word not in _SAYS_LITTLE]
    points = sum(1.0 if shared_by[word] < _FAMILY else 0.5 for word in telling)
    if not telling and len(shared) < SHORTEST - 1:
        return 0.0
    points += 0.5 * min(2, len(shared) - len(telling))
    one, other = rare[gap], common[gap]
    same = bool(set(lines_of(root(one))) & set(lines_of(root(other))))
    alike = (0.5 if rare[-1] in _OF_MANY else 1.0) if one[0] == other[0] else 0.0
    points += 2.0 if same or gap == len(rare) - 1 else alike
    if rare[-1] in BODIES and _is_joined(some[0], one) and _is_joined(others[0], other):
        points += 1.5  # the remits of two bodies do not overlap
    if gap == 0 and not same:
        points -= 2
    points += 2 * bool(_numbers(some) & _numbers(others))
    points += 2 * read.stand_in_one_matter(some, others)
    points += next(points for most, points in _BY_HOW_OFTEN if len(others) >= most)
    points += some[0].listed or others[0].listed
    points += any(_NAME_GIVEN.search(mention.before) for mention in others)
    if len(shared) >= SHORTEST - 1 and any(_IN_HAND.search(mention.before) for mention in some):
        points += 3.0  # “this Lamps Action Plan” is the paper in the reader's hand
    return points


_IN_HAND = Expression(r"\b[Tt]his\s$")
_NAME_GIVEN = Expression(
    r"\b(?:(?:generic|common|working|new|official|agreed|full|proper|chosen)\s(?:name|title)\s"
    r"(?:is|was|will be|would be|of)|(?:to be|be|are|is) (?:called|known as|named))\s"
    r"(?:the\s|“|‘)?$",
    re.IGNORECASE,
)
"""“The generic name will be Lamps Boards”: the name that the report itself says is right."""
_BY_HOW_OFTEN = ((5, 1.0), (3, 0.75), (2, 0.5), (0, 0.0))
"""How often the usual name must stand for so many points."""


def _is_joined(mention: Mention, word: str) -> bool:
    """Whether the word is one of several subjects: “Lamps and Quays”."""
    return bool(
        re.search(
            rf"(?:\band|&|,)\s{re.escape(word[:4])}|{re.escape(word[:4])}\w*(?:,|\sand\b|\s&)",
            mention.text,
            re.IGNORECASE,
        )
    )


def _numbers(found: Sequence[Mention]) -> set[str]:
    return {match for mention in found for match in _NUMBERED.findall(mention.sentence)}


def one_thing_under_two_names(rare: Sequence[Mention], common: Sequence[Mention]) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.place,
        quote=one.quote,
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}, {other.place}) are nowhere set side by side and differ in a "
        "word: they look like one thing under two names.",
        confidence=Confidence.MEDIUM,
        cure="Use one name throughout, or say how the two differ.",
    )


RULES: tuple[Rule, ...] = (a_name_keeps_each_of_its_words,)
