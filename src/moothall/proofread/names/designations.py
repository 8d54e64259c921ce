"""Designations: letters and numbers that stand for a body, a budget, a road or a building.

They are short, so that one letter in the wrong place makes another body of it: “QNWH” for “QWNH”,
“LB2024” for the “LB24” that was spelt out, “the 317” for the A317, the Millham hub for Millbeck's.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.mentions import BUILDINGS, Mention, mentions
from moothall.proofread.names.spellings import spellings
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import (
    Passage,
    around,
    how_often,
    passages,
)
from moothall.proofread.reading.written_names import letters_apart

# --- letters in another order ---------------------------------------------------------------------

_LETTERS = Expression(r"(?<![\w£$@./\\&’'-])[A-Z]{5,8}(?![\w@&/\\]|[.-]\w)")
_FEWEST_LETTERS = 4
"""So many different letters, and two words in capitals are hardly of the same ones by chance."""


def letters_stand_in_one_order(report: Report) -> Iterator[TextFinding]:
    """One borough council is not “QNWBC” in one item and “QBCWN” in another."""
    found: defaultdict[str, list[tuple[int, Passage, int]]] = defaultdict(list)
    texts = passages(report)
    for order, passage in enumerate(texts):
        for match in _LETTERS.finditer(passage.text):
            if len(set(match[0])) >= _FEWEST_LETTERS and not _is_in_capitals(passage.text):
                found[match[0]].append((order, passage, match.start()))
    of_letters: defaultdict[str, list[str]] = defaultdict(list)
    for letters in found:
        of_letters["".join(sorted(letters))].append(letters)
    for alike in of_letters.values():
        if len(alike) < 2 or all(letters in spellings(report) for letters in alike):
            continue
        if any(_is_a_word(letters, texts) for letters in alike):
            continue
        rare, *others = sorted(alike, key=lambda word: (len(found[word]), -found[word][0][0]))
        if all(letters_apart(rare, other, 1) < 2 and len(found[other]) > 2 for other in others):
            continue  # two neighbours that changed places once: told as a slip of spelling
        _, passage, at = found[rare][0]
        told = ", ".join(f"“{other}” ({found[other][0][1].place})" for other in others)
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, at, at + len(rare)),
            message=f"“{rare}” here and {told} are the same letters in another order: one body "
            "under two names.",
            confidence=Confidence.MEDIUM,
            cure="Write the letters in one order.",
        )


def _is_in_capitals(text: str) -> bool:
    words = re.findall(r"[A-Za-z]{2,}", text)
    return len(words) > 2 and 2 * sum(word.isupper() for word in words) > len(words)


def _is_a_word(letters: str, texts: tuple[Passage, ...]) -> bool:
    """Whether the capitals are a word that stands small elsewhere."""
    word = re.compile(rf"\b{letters.casefold()}\b")
    return any(word.search(passage.text) for passage in texts)


# --- a digit too many -----------------------------------------------------------------------------

_SPELT_CODE = Expression(
    r"(?P<words>(?:[A-Z][A-Za-z’'-]+\s){1,5}(?P<year>(?:19|20)\d\d|\d{1,3})?)\s?"
    r"\((?P<code>[A-Z]{1,5}\d{1,4})\)"
)
_CODE = Expression(r"(?<![\w£$@./-])[A-Z]{1,5}\d{1,5}(?![\w/@]|[.-]\d)")


def a_code_is_written_as_it_was_given(report: Report) -> Iterator[TextFinding]:
    """Where “Lamp Budget 2024 (LB24)” was introduced, “LB204” is a slip."""
    given: dict[str, str] = {}
    texts = passages(report)
    for passage in texts:
        if "(" in passage.text:
            for match in _SPELT_CODE.finditer(passage.text):
                given.setdefault(match["code"], match["words"].strip())
    if not given:
        return
    uses: Counter[str] = Counter()
    first: dict[str, tuple[Passage, int]] = {}
    for passage in texts:
        for match in _CODE.finditer(passage.text):
            uses[match[0]] += 1
            first.setdefault(match[0], (passage, match.start()))
    for code, (passage, at) in first.items():
        if code in given or uses[code] > 1:
            continue
        for right, words in given.items():
            if uses[right] > uses[code] and _is_misprinted(code, right):
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, at, at + len(code)),
                    message=f"“{code}” stands once; {right} ({how_often(uses[right])}) was "
                    f"introduced as “{words}”.",
                    confidence=Confidence.MEDIUM,
                    cure=f"Write {right}, or say what {code} is.",
                )
                break


def _is_misprinted(code: str, right: str) -> bool:
    """Whether a digit was put in, left out or swapped, or a letter was: another year is another."""
    letters, digits = code.rstrip("0123456789"), right.rstrip("0123456789")
    numbers = code[len(letters) :], right[len(digits) :]
    if letters == digits:
        longer = len(numbers[0]) != len(numbers[1]) or sorted(numbers[0]) == sorted(numbers[1])
        return len(numbers[1]) > 1 and longer and letters_apart(*numbers, 1) == 1
    return numbers[0] == numbers[1] and sorted(letters) == sorted(digits)


# --- a road without its letter --------------------------------------------------------------------

_ROAD = Expression(r"(?<![\w-])(?P<letter>[ABM])(?P<number>\d{2,4})(?![\w/-])")
_ON_THE = Expression(
    r"\b(?:on|along|off|of|onto|from|to|across|by|near|crossing|joining)\sthe\s(?P<number>\d{2,4})"
    r"(?=\s?(?:[,.;)]|$)|\s(?:just|north|south|east|west|near|at|between|and|is|will|was|has|in|"
    r"by|towards?|outside|through|to|from|or|which|where|for)\b)"
)


def a_road_keeps_its_letter(report: Report) -> Iterator[TextFinding]:
    """“On the 317 just north of the quay”, where the road is the A317."""
    roads: dict[str, tuple[str, Passage]] = {}
    texts = passages(report)
    for passage in texts:
        for match in _ROAD.finditer(passage.text):
            roads.setdefault(match["number"], (match[0], passage))
    if not roads:
        return
    for passage in texts:
        for match in _ON_THE.finditer(passage.text):
            if match["number"] not in roads:
                continue
            road, where = roads[match["number"]]
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"“the {match['number']}” here is the {road} elsewhere ({where.place}).",
                confidence=Confidence.MEDIUM,
                cure=f"Write {road}.",
            )


# --- two buildings whose names begin alike --------------------------------------------------------

_BEGINNING = 3
_JOINED = 12
_FEWEST = 6


def a_building_keeps_its_place(report: Report) -> Iterator[TextFinding]:
    """A report on the Millbeck Gateway does not speak of the “Millham Gateway” once."""
    named = mentions(report, BUILDINGS).named
    by_rest: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in named:
        by_rest[key[1:]].append(key[0])
    for rest, places in by_rest.items():
        for one, other in combinations(places[:12], 2):
            if not _begin_alike(one, other) or not (
                len(places) == 2 or letters_apart(one, other, 2) <= 2
            ):
                continue
            rare, common = sorted((named[one, *rest], named[other, *rest]), key=len)
            if len(common) >= 2 * len(rare) and not _share_a_list(rare, common):
                yield _two_places(rare, common)


def _begin_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _FEWEST or one.startswith(other) or other.startswith(one):
        return False
    return one[:_BEGINNING] == other[:_BEGINNING]


def _share_a_list(rare: list[Mention], common: list[Mention]) -> bool:
    """Whether both are joined in one sentence: “at Millbeck Gateway and Millham Gateway”."""
    for one, other in combinations((*rare, *common), 2):
        if one.spot == other.spot and one.text != other.text:
            between, joined, _ = one.sentence.partition(one.text)[2].partition(other.text)
            if joined and len(between) < _JOINED:
                return True
    return False


def _two_places(rare: list[Mention], common: list[Mention]) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.place,
        quote=one.quote,
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}, {other.place}) begin alike, and no sentence joins the two: "
        "one place seems meant.",
        confidence=Confidence.MEDIUM,
        cure="Check the name of the place.",
    )


RULES: tuple[Rule, ...] = (
    letters_stand_in_one_order,
    a_code_is_written_as_it_was_given,
    a_road_keeps_its_letter,
    a_building_keeps_its_place,
)
