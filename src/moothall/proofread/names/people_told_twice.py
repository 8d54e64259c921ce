"""People told twice: an author whose first name has a letter more, and one who clears as another.

“Report author: Jane Ferris” and “contact Jayne Ferris, Harbour Manager” are one person.  Whoever is
Head of Lighting on the front sheet does not clear the report as Head of Finance at its end: the
name was copied over the one that belongs there.  A statutory duty is held beside an office, and an
office that has just been taken up, or is shared, is no slip.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.held_offices import Held, held_offices
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.written_names import letters_apart

# --- a letter more in the first name --------------------------------------------------------------

_LABELLED = Expression(
    r"(?i:report author|author|contact(?: officer| for further information)?|lead officer|"
    r"(?:report|responsible|reporting) officer|prepared by|report of|report by)"
    r"(?:\s?[:–-]\s?|(?<=contact)\s)"
    r"(?P<first>[A-Z][a-z]{2,})\s(?:[A-Z]\.?\s)?"
    r"(?P<last>(?:Mc|Mac|O[’'])?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)"
    r"(?![\w’'-])"
)
_FULL = Expression(r"^(?P<first>[A-Z][a-z]{2,})\s(?:[A-Z]\.?\s)?(?P<last>[A-Z][\w’'-]{2,})$")
_LONG_ENOUGH = 5


def a_first_name_is_spelt_one_way(report: Report) -> Iterator[TextFinding]:
    """The author “Jane Ferris” is no “Jayne Ferris” where the reader is told whom to ask."""
    spelt: defaultdict[str, dict[str, tuple[str, str, Held | Passage]]] = defaultdict(dict)
    offices: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for held in held_offices(report):
        match = _FULL.match(held.person)
        if match is not None:
            last = match["last"].casefold()
            offices[match["first"], last].add(held.office.casefold())
            spelt[last].setdefault(match["first"], (held.person, held.quote, held))
    for passage in passages(report):
        if not passage.has("author", "contact", "officer", "prepared by", "report of", "report by"):
            continue
        for match in _LABELLED.finditer(passage.text):
            quote = around(passage.text, match.start(), match.end(), 10, after=10)
            name = f"{match['first']} {match['last']}"
            spelt[match["last"].casefold()].setdefault(match["first"], (name, quote, passage))
    for last, by_first in spelt.items():
        for one, other in combinations(list(by_first)[:8], 2):
            if not _is_a_slip_of_the_first_name(one, other):
                continue
            mine, theirs = offices[one, last], offices[other, last]
            if mine and theirs and not mine & theirs:
                continue
            (name, _, where), (second, quote, there) = by_first[one], by_first[other]
            if _are_named_together(name, second, report):
                continue
            yield TextFinding(
                place=there.place,
                quote=quote,
                message=f"“{second}” here and “{name}” at {where.place} look like one person in "
                "two spellings.",
                confidence=Confidence.MEDIUM,
                cure="Check how the name is spelt.",
            )


def _is_a_slip_of_the_first_name(one: str, other: str) -> bool:
    """“Jane” and “Jayne”, “Steven” and “Stephen”; not “Tim” and “Tom”, “Jean” and “Joan”."""
    if one[0] != other[0] or {one[-1], other[-1]} == {"a", "o"}:
        return False
    apart = letters_apart(one.casefold(), other.casefold(), 2)
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        if long.startswith(short) and long[len(short) :] not in ("e", "h", "n", "t", short[-1]):
            return False  # “Phil” is short for “Philip”
        return apart == 1 or (apart == 2 and len(long) > _LONG_ENOUGH)
    return apart == 1 and len(one) >= _LONG_ENOUGH


def _are_named_together(one: str, other: str, report: Report) -> bool:
    return any(one in passage.text and other in passage.text for passage in passages(report))


# --- cleared as another ---------------------------------------------------------------------------

_CLEARED = Expression(
    r"\b(?:cleared|approved|signed(?:[\s-]off)?|agreed|authorised|reviewed|verified|completed|"
    r"provided|written|prepared|checked|comments?|implications?)\s?(?:by|of|from|:)?\W{1,3}$",
    re.IGNORECASE,
)
_NOT_ONE_OF_TWO = Expression(
    r"\b(?:former(?:ly)?|previous(?:ly)?|until|outgoing|incoming|new(?:ly)?|appointed|acting|"
    r"interim|on behalf|for and|covering|joint|shared|also|both|as well as|seconded|designate|"
    r"deputis\w+|now)\b",
    re.IGNORECASE,
)
_BESIDE_AN_OFFICE = word_set(
    "151 monitoring statutory paid proper section s151 chief member councillor chair leader "
    "caldicott siro senior data treasurer"
)
_NO_SUBJECT = word_set(
    "head director manager officer assistant deputy of for and the service services corporate "
    "strategic executive group principal lead team leader partner business council"
)
_MOST = 60


def nobody_clears_a_report_in_another_office(report: Report) -> Iterator[TextFinding]:
    """The Head of Lighting does not clear the report as Assistant Director of Finance."""
    by_name: defaultdict[str, list[Held]] = defaultdict(list)
    for held in held_offices(report):
        if _FULL.match(held.person):
            by_name[held.person.casefold()].append(held)
    for mentions in by_name.values():
        if len(mentions) > 1 and not any(_holds_two(held) for held in mentions):
            yield from _cleared_as_another(mentions)


def _cleared_as_another(mentions: list[Held]) -> Iterator[TextFinding]:
    for one, other in combinations(mentions[:_MOST], 2):
        clears = next((held for held in (other, one) if _clears(held)), None)
        if clears is None:
            continue
        holds = one if clears is other else other
        ours, theirs = _subject(clears.office), _subject(holds.office)
        if not ours or not theirs or ours & theirs or clears.place == holds.place:
            continue
        yield TextFinding(
            place=clears.place,
            quote=clears.quote,
            message=f"{clears.person} clears this as “{clears.office}” and is “{holds.office}” "
            f"elsewhere ({holds.place}).",
            confidence=Confidence.MEDIUM,
            cure="Name the officer who cleared it, or give the office that the person holds.",
        )
        return


def _clears(held: Held) -> bool:
    before = held.context.partition(held.person)[0]
    return _CLEARED.search(before) is not None


def _holds_two(held: Held) -> bool:
    words = held.office.casefold().split()
    return (
        _NOT_ONE_OF_TWO.search(held.context) is not None
        or any(word.strip(",()") in _BESIDE_AN_OFFICE for word in words)
        or re.search(r"\band (?:Head|Director|Deputy|Assistant|Chief)\b", held.context) is not None
    )


def _subject(office: str) -> frozenset[str]:
    words = re.findall(r"[a-z’'-]{2,}", office.casefold())
    return frozenset(word for word in words if word not in _NO_SUBJECT)


RULES: tuple[Rule, ...] = (
    a_first_name_is_spelt_one_way,
    nobody_clears_a_report_in_another_office,
)
