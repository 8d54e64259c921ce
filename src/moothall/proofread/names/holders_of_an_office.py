"""Holders of an office: one office whose holder is named in two spellings.

“the Independent Person, Mr G. Fell” and, when he is thanked, “the Independent Person, Mr G. Full”:
the office says that one person is meant, so that a letter or two tell a slip, however short the
name.  “Chris Stone, Harbour Manager” and later “Chris Smith, Harbour Manager” are one person too:
one forename and one office tell it, whatever the surname.  Silent where initials differ, and where
the one is said to have followed the other.
"""

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

RULES: tuple[Rule, ...] = (an_office_is_held_under_one_name,)
