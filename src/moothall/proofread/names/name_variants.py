"""Variants of a name: what one careful reader would call one thing, written in two ways.

Words in another order ("Priority Harbour Programme"), another form of a word ("Boat Leaving
Service"), one word parted in two ("Every Day"), an Act short of a word, a school with a word more.
A shortened name is no variant: "the Devolution Programme" is short for the whole.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.names import a_body_or_scheme_has_one_name
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, how_often, passages, word_set
from moothall.proofread.reading.thesaurus import root
from moothall.proofread.reading.written_names import (
    BODIES,
    OPENING_WORDS,
    PLACES,
    SCHEMES,
    Name,
    letters_apart,
    read_name,
    written_names,
)

_KINDS = (
    BODIES
    | SCHEMES
    | PLACES
    | word_set(
        "review vision model pathway statement assessment standard campaign "
        "consultation inquiry tribunal agency company inspectorate directorate department officer"
    )
)
_LEADING = 3
"""So many words a name must have before another form of one of them is no ordinary phrase."""
_MOST_NAMES = 600
_Words = tuple[str, ...]


def a_name_is_written_in_one_way(report: Report) -> Iterator[TextFinding]:
    """“Harbour Priority Programme” is not “Priority Harbour Programme” elsewhere."""
    named: defaultdict[_Words, list[Name]] = defaultdict(list)
    for name in _named(report):
        if len(name.tokens) >= 2 and len(named) < _MOST_NAMES:
            named[name.tokens].append(name)
    told: set[frozenset[_Words]] = set()
    for one, other in _variants(named):
        pair = frozenset((one, other))
        if pair not in told and not _is_an_office(named[one] + named[other]):
            told.add(pair)
            rare, common = sorted((named[one], named[other]), key=len)
            if not _is_told_already(rare[0], common[0], report):
                yield _in_two_ways(rare, common)


def _is_told_already(one: Name, other: Name, report: Report) -> bool:
    return any(
        one.text in finding.message and other.text in finding.message
        for finding in a_body_or_scheme_has_one_name(report)
    )


_OFFICE = Expression(
    r"\b(?:Officer|Manager|Director|Head|Lead|Solicitor|Lawyer|Chair|Clerk|Secretary|Engineer|"
    r"Planner|Accountant|Treasurer|Executive)\b"
)


def _is_an_office(names: list[Name]) -> bool:
    """“Senior Planning Officer, Nicola Farr” and, in a list, “Nicola Farr  Senior Planning …”."""
    return all(_OFFICE.search(name.text) for name in names) and any("," in n.text for n in names)


_OF_THE = Expression(r"^(?:Members|Minutes|Chair|Meetings?|Officers|Terms|Report) of the (?=[A-Z])")


def _named(report: Report) -> Iterator[Name]:
    """The names of the report; of “Members of the Quay Board” that of the board."""
    for name in written_names(report):
        led = _OF_THE.match(name.text)
        if led is None:
            yield name
        else:
            rest = name.text[led.end() :]
            yield from read_name(rest, name.start + led.end(), name.passage, name.file)


def _variants(named: dict[_Words, list[Name]]) -> Iterator[tuple[_Words, _Words]]:
    alike: defaultdict[tuple[str, ...], list[_Words]] = defaultdict(list)
    for words in named:
        roots = tuple(map(root, words))
        alike[("in any order", *sorted(roots))].append(words)
        alike[("in one run", "".join(words).replace("-", "").replace("'", ""))].append(words)
        if words[-1] in PLACES or _is_act(words):
            for gap in range(len(words) - 1):
                alike[("but for one", *words[:gap], *words[gap + 1 :])].append(words)
            alike[("but for one", *words)].append(words)
    for how, group in alike.items():
        for one, other in combinations(group[:8], 2):
            if _are_one(how[0], one, other, named):
                yield one, other


def _are_one(how: str, one: _Words, other: _Words, named: dict[_Words, list[Name]]) -> bool:
    if not {one[-1], other[-1], named[one][0].head, named[other][0].head} & _all_kinds():
        return False
    if how == "in one run":
        return one != other and min(len(one), len(other)) >= 2 and _parted(one, other)
    if how == "but for one":
        short, long = sorted((one, other), key=len)
        if len(long) != len(short) + 1 or len(short) < _LEADING or long[0] != short[0]:
            return False
        if long[-2] in _AGES and short[-2] not in _AGES:
            return False  # the infants' and the juniors' schools of one place, or both together
        return long[-1] in PLACES or _is_one_act(named[short], named[long])
    if len(one) < _LEADING or len(one) != len(other):
        return False
    if sorted(one) == sorted(other):
        return _are_in_another_order(named[one][0], named[other][0])
    return _is_another_form(one, other)


def _are_in_another_order(one: Name, other: Name) -> bool:
    """Whether it is a slip, and not "the Strategy for the Coast" or "Services and Education"."""
    if one.joiners != other.joiners or len(set(one.tokens)) < len(one.tokens):
        return False
    return one.head in BODIES or not re.search(r" (?:and|&) ", f"{one.text}|{other.text}")


def _all_kinds() -> frozenset[str]:
    return _KINDS | {f"{kind}s" for kind in _KINDS}


def _is_another_form(one: _Words, other: _Words) -> bool:
    """Whether one word stands in another form than its plural or possessive."""
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    (a, b) = differing[0]
    if differing[0] == (one[-1], other[-1]):
        return False  # "Boards" are several
    if differing[0] == (one[0], other[0]) and frozenset((a[-3:], b[-3:])) & _DOINGS:
        return False  # "the Adoption of the Plan" and "ADOPT the Plan": what is done with it
    bare = [word.removesuffix("'s").removesuffix("'").removesuffix("s") for word in (a, b)]
    if bare[0] == bare[1]:
        # a plural within the name of a service or a review: other kinds are told by another rule
        return one[-1] in ("service", "services", "review") and "'" not in a + b
    return min(len(a), len(b)) >= 5 and letters_apart(a, b, 3) <= 3 and not _are_two_things(a, b)


_AGES = frozenset({"junior", "infant", "infants", "nursery", "first", "middle", "lower", "upper"})
_DOINGS = frozenset({"ion", "ing", "val", "ent"})
"""How the name of an act ends: adoption, updating, approval, amendment."""


def _are_two_things(one: str, other: str) -> bool:
    """“Employers” and “employees”, “commissioned” and “commissioning”: two sides of one root."""
    ends = {one[-2:], other[-2:]}
    of_people = bool(ends & {"ee", "es"} and ends & {"er", "rs"})
    return of_people or ends in ({"ed", "ng"}, {"al", "on"})


def _parted(one: _Words, other: _Words) -> bool:
    """Whether the two differ by a space alone, in a name of three words or more."""
    return len(one) != len(other) and max(len(one), len(other)) >= _LEADING


def _is_act(words: _Words) -> bool:
    return words[-1] == "act"


_TWO_ACTS = frozenset({frozenset({"finance"}), frozenset({"further"}), frozenset({"no"})})
"""The Local Government Act and the Local Government Finance Act of 1988 and 1992 are two."""


def _is_one_act(short: list[Name], long: list[Name]) -> bool:
    """Whether both Acts are of one year, and are not two that Parliament passed in it."""
    years = [{year for name in names if (year := _year_after(name))} for names in (short, long)]
    more = frozenset(long[0].tokens) - frozenset(short[0].tokens)
    return bool(years[0] & years[1]) and more not in _TWO_ACTS


def _year_after(name: Name) -> str:
    after = name.passage.text[name.start + len(name.text) :][:6].strip(" ,(")
    return after[:4] if after[:4].isdigit() else ""


def _in_two_ways(rare: list[Name], common: list[Name]) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text)),
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}, {other.passage.place}) look like one name written in two "
        "ways.",
        confidence=Confidence.MEDIUM,
        cure="Use one name throughout, as its own terms of reference or cover give it.",
    )


# --- a word of a name parted in two ---------------------------------------------------------------

_RUN = Expression(
    r"(?<![A-Za-z])[A-Z][A-Za-z]{1,40}(?:(?:\s(?:and|&|of|a|the|for))?\s[A-Z][a-z]+)+"
)
_SMALL = frozenset(("and", "&", "of", "a", "the", "for"))
_SHORTEST = 7
_Spot = tuple[Passage, int, str]


def a_word_of_a_name_is_not_parted(report: Report) -> Iterator[TextFinding]:
    """“Keeping Lamps Lit Every Day” is not “Keeping Lamps Lit Everyday” elsewhere."""
    whole: defaultdict[tuple[str, str], list[_Spot]] = defaultdict(list)
    parted: defaultdict[tuple[str, str], list[_Spot]] = defaultdict(list)
    for passage in passages(report):
        for match in _RUN.finditer(passage.text):
            words = [
                (word[0], match.start() + word.start())
                for word in re.finditer(r"\S+", match[0])
                if word[0] not in _SMALL
            ]
            for (before, _), (word, at), (after, _) in zip(
                words, words[1:], [*words[2:], ("", 0)], strict=False
            ):
                key = before.casefold(), word.casefold()
                if key[0] in OPENING_WORDS:
                    continue  # “the Mill Beck” runs through Millbeck
                if len(word) >= _SHORTEST:
                    whole[key].append((passage, at, f"{before} {word}"))
                if after and len(word) + len(after) >= _SHORTEST:
                    spot = (passage, at, f"{before} {word} {after}")
                    parted[key[0], f"{word}{after}".casefold()].append(spot)
    for key in whole.keys() & parted.keys():
        rare, common = sorted((whole[key], parted[key]), key=len)
        passage, at, name = rare[0]
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, at, at + len(key[1])),
            message=f"“{name}” ({how_often(len(rare))}) and “{common[0][2]}” "
            f"({how_often(len(common))}, {common[0][0].place}) are one name, with a word in one "
            "piece and in two.",
            confidence=Confidence.MEDIUM,
            cure="Use one spelling throughout.",
        )


RULES: tuple[Rule, ...] = (a_name_is_written_in_one_way, a_word_of_a_name_is_not_parted)
