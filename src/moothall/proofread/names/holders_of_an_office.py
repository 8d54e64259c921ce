"""Holders of an office: one office whose holder is named in two spellings.

“the Independent Person, Mr G. Fell” and, when he is thanked, “the Independent Person, Mr G. Full”:
the office says that one person is meant, so that a letter or two tell a slip, however short the
name.  “Chris Stone, Harbour Manager” and later “Chris Smith, Harbour Manager” are one person too:
one forename and one office tell it, whatever the surname.  And two persons in an office that one
alone can hold.  Silent where initials differ, and where the one is said to have followed the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.held_offices import (
    LATER_OR_EARLIER,
    TITLED,
    TITLES,
    Held,
    held_offices,
)
from moothall.proofread.names.offices_compared import words_of
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.minutes import are_minutes
from moothall.proofread.reading.passages import passages
from moothall.proofread.reading.written_names import letters_apart

_LETTERS = 2


def an_office_is_held_under_one_name(report: Report) -> Iterator[TextFinding]:
    """“the Independent Person, Mr G. Fell” is not “the Independent Person, Mr G. Full”."""
    by_office: defaultdict[tuple[str, ...], dict[str, list[Held]]] = defaultdict(dict)
    for held in held_offices(report):
        words = words_of(held.office)
        if len(words) > 1:
            by_office[words].setdefault(held.surname, []).append(held)
    for names in by_office.values():
        for one, other in combinations(names, 2):
            common, rare = sorted((names[one], names[other]), key=len, reverse=True)
            slip = one[0] == other[0] and letters_apart(one, other, _LETTERS) <= _LETTERS
            if not (slip and _may_be_one(rare, common)) and not _have_one_forename(rare, common):
                continue
            first, second = common[0], rare[0]
            yield TextFinding(
                place=second.place,
                quote=second.quote,
                message=f"The {second.office} is “{second.person}” here and “{first.person}” "
                f"elsewhere ({first.place}).",
                confidence=Confidence.MEDIUM,
                cure="Check how the name is spelt.",
            )


def _may_be_one(some: list[Held], others: list[Held]) -> bool:
    """Whether no initial tells the two apart, and each has one or a title."""
    initials = {held.initial for held in (*some, *others)} - {""}
    called = all(held.initial or TITLED.match(held.person) for held in (*some, *others))
    changed = any(LATER_OR_EARLIER.search(held.context) for held in (*some, *others))
    return len(initials) < 2 and called and not changed


def _have_one_forename(some: list[Held], others: list[Held]) -> bool:
    """Whether both are called alike, the rarer once, and nowhere are the two named together."""
    one, other = _forename(some[0]), _forename(others[0])
    if not one or not other or len(some) > 1 or some[0].place == others[0].place:
        return False
    if any(LATER_OR_EARLIER.search(held.context) for held in (*some, *others)):
        return False
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    near = letters_apart(some[0].surname, others[0].surname, _LETTERS) <= _LETTERS
    return near and len(short) >= _SHORTEST and long.startswith(short)


def _forename(held: Held) -> str:
    words = TITLES.sub("", held.person).replace(".", " ").split()
    return words[0].casefold() if len(words) > 1 and len(words[0]) >= _SHORTEST else ""


_SHORTEST = 3

_OF_ONE_BODY = Expression(
    r"\b(?:both|two|each|three|partner|neighbouring|respective) (?:councils?|authorit(?:y|ies)|"
    r"boroughs|districts|bodies|trusts)\b|\bjoint committee\b",
    re.IGNORECASE,
)
"""Words of papers of several bodies, each of which has officers of its own."""
_SPECIFIC = Expression(
    r"^(?:(?:Assistant|Deputy|Strategic|Corporate|Executive)\s)?(?:Director|Head|Portfolio Holder|"
    r"Cabinet Member|Lead Member|Executive Member|Manager)\s(?:of|for)\s"
)
_SHARED = Expression(
    r"\b(?:interim|acting|job[- ]share|joint|co-|deputy|assistant|shared|formerly|"
    r"former|until|since|from (?:\d|the (?:start|end)|(?-i:[A-Z]))|new|newly|left|"
    r"joined|retired|appointed|succeed\w*|"
    r"outgoing|incoming|cover\w*|"
    r"maternity|now)\b",
    re.IGNORECASE,
)


def an_office_has_one_holder(report: Report) -> Iterator[TextFinding]:
    """“Martin Oak, Head of Licensing” and “the Head of Licensing, Judith Ash” in one report.

    Of offices that only one person of one body can hold, where nothing is said of a change.
    """
    if are_minutes(report) or any(_OF_ONE_BODY.search(one.text) for one in passages(report)):
        return
    by_office: defaultdict[tuple[str, ...], dict[str, list[Held]]] = defaultdict(dict)
    for held in held_offices(report):
        if _SPECIFIC.match(held.office):
            by_office[words_of(held.office)].setdefault(held.surname, []).append(held)
    for names in by_office.values():
        if len(names) != 2:
            continue
        one, other = names.values()
        if any(_is_shared(held) for held in (*one, *other)):
            continue
        near = letters_apart(one[0].surname, other[0].surname, _LETTERS) <= _LETTERS
        if near or _have_one_forename(one, other) or _have_one_forename(other, one):
            continue  # told above
        first, second = sorted((one, other), key=len, reverse=True)
        if _stand_together(first[0], second[0]) or not _are_called_alike(first[0], second[0]):
            continue
        yield TextFinding(
            place=second[0].place,
            quote=second[0].quote,
            message=f"The {second[0].office} is {second[0].person} here, and {first[0].person} at "
            f"{first[0].place}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the name, or say that the office has changed hands.",
        )


def _is_shared(held: Held) -> bool:
    """Whether words tell of a change, or of another person named right before this one."""
    return bool(_SHARED.search(held.context)) or f" and {held.person}" in held.context


def _stand_together(one: Held, other: Held) -> bool:
    """Whether the two are named side by side, as two who share an office are."""
    return one.place == other.place and abs(one.spot - other.spot) < _SIDE_BY_SIDE


_SIDE_BY_SIDE = 80


def _are_called_alike(one: Held, other: Held) -> bool:
    """Whether both are named in full, or both are councillors."""
    both = [held.person for held in (one, other)]
    return all(map(TITLED.match, both)) or not any(map(TITLED.match, both))


RULES: tuple[Rule, ...] = (an_office_is_held_under_one_name, an_office_has_one_holder)
