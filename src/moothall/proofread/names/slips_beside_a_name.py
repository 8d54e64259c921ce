"""Slips beside a name: two words a letter or two apart that stand before, or after, the same word.

“Brackley Barracks” in a heading and “Brackly Barracks” under it are one place, “Sarah Tindall” on
the front sheet and “Sara Tindall” in the contact line one person: whatever sort of name it is, what
they share says which thing is meant, and nobody would tell two things apart by that one letter.
Two things that differ are set side by side somewhere; a plural and another form of a word are no
slips.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import found_once, read_once
from moothall.proofread.reading.running_text import (
    Passage,
    around,
    how_often,
    passages,
    sentences,
    word_set,
)
from moothall.proofread.reading.thesaurus import root
from moothall.proofread.reading.written_names import (
    DATES,
    OPENING_WORDS,
    letters_apart,
    sound_alike,
)

_WORD = r"(?:Mc|Mac|O[’'])?[A-Z](?:[a-zé]{2,}|[A-Z]{3,})"
_RUN = Expression(
    rf"(?<![\w’'@./-]){_WORD}(?:-[A-Z][a-z]+)?(?:\s{_WORD}(?:-[A-Z][a-z]+)?)+(?![\w@-])"
)
_NO_NAME = (
    OPENING_WORDS
    | DATES
    | word_set(
        "mr mrs ms miss dr sir dame lord lady cllr cllrs councillor councillors professor north "
        "south east west northern southern eastern western new old total chair chairman high higher"
    )
)
_OF_MANY = word_set("council committee cabinet report")
"""Beside these a slip is that of an ordinary word, which the rule on misspellings tells."""
_TITLE = Expression(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s$")
_SHORTEST = 3
_LONG_ENOUGH_FOR_TWO = 6
_MOST_NEIGHBOURS = 6
"""A word that stands beside more words than these says little of which thing is meant."""


@dataclass(frozen=True, slots=True)
class _Spot:
    text: str
    passage: Passage
    start: int
    word: str
    """The word itself as it stands."""


_Beside = dict[tuple[str, str], dict[str, list[_Spot]]]


@found_once
def a_name_has_no_slip_in_a_word(report: Report) -> Iterator[TextFinding]:
    """“Brackly Barracks” is not named beside the “Brackley Barracks” of the heading."""
    ordinary = words_in_small_letters(report)
    told: set[frozenset[str]] = set()
    for (side, shared), by_word in _beside(report).items():
        if shared in _OF_MANY or not 2 <= len(by_word) <= _MOST_NEIGHBOURS:
            continue
        for one, other in combinations(by_word, 2):
            pair = frozenset((one, other))
            if pair in told or pair <= ordinary or not _is_a_slip(one, other, pair & ordinary):
                continue
            rare, common = sorted((by_word[one], by_word[other]), key=_how_usual)
            if min(len(one), len(other)) <= _SHORTEST and len(common) < 2:
                continue
            if shared in ordinary and pair & ordinary:
                continue
            if _side_by_side(rare, common):
                continue
            if side == "after" and any(map(_is_titled, (*rare, *common))):
                continue  # told by the rule on a member's spelling
            told.add(pair)
            yield _finding(rare, common)


def _how_usual(spots: list[_Spot]) -> tuple[int, int]:
    """How often a name stands, and of two that stand as often, how early."""
    return len(spots), -spots[0].passage.block


@read_once
def words_in_small_letters(report: Report) -> frozenset[str]:
    """Every word that the report writes in small letters somewhere: an ordinary word."""
    return frozenset(
        word
        for passage in passages(report)
        for word in re.findall(r"(?<![\w@./-])[a-z]{3,}(?![@/])", passage.text)
    )


def _beside(report: Report) -> _Beside:
    found: defaultdict[tuple[str, str], dict[str, list[_Spot]]] = defaultdict(dict)
    for passage in passages(report):
        if passage.text.isupper():
            continue
        for run in _RUN.finditer(passage.text):
            words = [(word[0], run.start() + word.start()) for word in re.finditer(r"\S+", run[0])]
            for (before, begins), (after, _) in pairwise(words):
                low, high = before.casefold(), after.casefold()
                if low in _NO_NAME or high in _NO_NAME:
                    continue
                text = f"{before} {after}"
                found["before", high].setdefault(low, []).append(
                    _Spot(text, passage, begins, before)
                )
                found["after", low].setdefault(high, []).append(_Spot(text, passage, begins, after))
    return found


def _is_a_slip(one: str, other: str, ordinary: frozenset[str]) -> bool:
    """Whether two words are one, but for a letter or two, and no two forms of a word."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or short[0] != long[0] or long == f"{short}s":
        return False
    if ordinary and root(one) == root(other):
        return False
    most = 2 if len(short) >= _LONG_ENOUGH_FOR_TWO and short[-1] == long[-1] and not ordinary else 1
    return letters_apart(one, other, most) <= most or (not ordinary and sound_alike(one, other))


def _is_titled(spot: _Spot) -> bool:
    return _TITLE.search(spot.passage.text[max(0, spot.start - 12) : spot.start]) is not None


def _side_by_side(rare: list[_Spot], common: list[_Spot]) -> bool:
    """Whether one sentence names both, as it does with two things."""
    here = {id(spot.passage) for spot in rare}
    for spot in common:
        if id(spot.passage) in here and any(
            _stands_in(spot.text, sentence) and _stands_in(rare[0].text, sentence)
            for sentence in sentences(spot.passage.text)
        ):
            return True
    return False


def _stands_in(name: str, sentence: str) -> bool:
    """Whether the name itself stands there, and not one that begins with it."""
    return re.search(rf"{re.escape(name)}(?!\w)", sentence) is not None


def _finding(rare: list[_Spot], common: list[_Spot]) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text)),
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}, {other.passage.place}) differ in “{one.word}” and "
        f"“{other.word}” alone: they look like one name in two spellings.",
        confidence=Confidence.MEDIUM,
        cure="Check how the name is spelt.",
    )


RULES: tuple[Rule, ...] = (a_name_has_no_slip_in_a_word,)
