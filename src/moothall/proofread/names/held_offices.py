"""Held offices: one named person with two offices that differ in a word.

“Joe Marsh (Acting Chief Accountant)” among those present is “Joe Marsh (Acting Chief Analyst)” two
pages on.  A person may hold two offices that have nothing in common, a title may be shortened, and
who was something formerly is something else now: these are no slips.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.passages import Passage, around, passages, read_once
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.written_names import JOINERS, singular

_SURNAME = r"(?:[A-Z][’']|Mc|Mac|de |van )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_TITLE = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Sir|Dame)\.?\s"
PERSON = (
    rf"(?:{_TITLE}(?:[A-Z]\.?\s?){{0,3}}(?:[A-Z][a-z]+\s)?{_SURNAME}|"
    rf"[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s(?:[A-Z]\.?\s)?{_SURNAME})"
)
_ROLE = (
    r"(?:Director|Head|Manager|Officer|Accountant|Solicitor|Treasurer|Counsel|Leader|Member|"
    r"Analyst|Adviser|Advisor|Lead|Executive|Planner|Surveyor|Engineer|Architect|Auditor|"
    r"Commissioner|Secretary|Actuary|Economist|Principal|Consultant|Partner|Holder|Registrar|"
    r"Coordinator|Co-ordinator|Administrator|Inspector|Superintendent|Buyer|Specialist)"
)
_WORD = r"[A-Z][A-Za-z’'-]*(?:\s?[&/]\s?[A-Z][A-Za-z’'-]*)?"
OFFICE = (
    rf"(?:(?:[Ii]nterim|[Aa]cting|[Dd]eputy|[Aa]ssistant)\s)?(?:{_WORD}\s){{0,4}}?{_ROLE}\b"
    rf"(?:(?:,?\s(?:of|for|and|&|the|with)|\s[-–]|,)?(?:\s(?:the|of|for))?\s{_WORD}){{0,9}}"
)
_BRACKETED = re.compile(
    rf"(?<![\w’'-])(?P<name>{PERSON}|{_SURNAME})\s?\((?:the\s)?(?P<office>{OFFICE}(?:\s?\([^()]*\))?)\s?\)"
)
_AFTER = re.compile(
    rf"(?<![\w’'-])(?P<name>{PERSON})(?:,|\s[-–—]|:)\s(?:the\s|our\s)?(?P<office>{OFFICE})"
)
_BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<office>{OFFICE}),\s(?P<name>{PERSON})"
    rf"(?=\W*$|\s(?:{_WORD}\s){{0,3}}{_ROLE}\b)"
)
_LABELLED = re.compile(rf"^\W*(?P<office>{OFFICE}):\s(?P<name>{PERSON})\W*$")
_FROM = re.compile(
    r"^\W*(?:from|by|report (?:of|by|author)|author|lead|contact|director|officer|portfolio|"
    r"cabinet member|to)\b|^[^.;]{10,90}$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"(?:,|\sand|\s&|;)?\s(?=(?P<next>{PERSON})(?:,\s|\s\()(?:{_WORD}\s){{0,4}}(?:{_ROLE}|Interim|Acting)\b)"
    rf"|(?:,|\sand|\s&|;)\s(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b"
)
_ALONE = re.compile(rf"^(?P<name>{PERSON})$")
_OFFICE_ALONE = re.compile(rf"^(?P<office>{OFFICE})$")
_LATER_OR_EARLIER = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|then|until|outgoing|incoming|newly|appointed|succeed\w*|"
    r"now|became|retir\w+|left|new|designate|elect|resign\w*|steps?\sdown|stepped)\b",
    re.IGNORECASE,
)
_GRADES = word_set("interim acting joint shared temporary")
_MANY_HOLD = word_set("member chair chairman trustee governor representative")
_PORTFOLIO = frozenset({("cabinet", "member"), ("executive", "member"), ("lead", "member")})
_TELLING = 3
_SECOND_OFFICE = re.compile(
    rf"\s(?:and|&)\s(?=(?:[A-Z][\w’'-]*\s){{0,3}}{_ROLE}\b)|,\s(?=(?:Deputy|Acting|Interim)\s)"
)
_MOST = 400
_LONGEST = 4_000
_A_LINE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office that a person is said to hold."""

    person: str
    surname: str
    initial: str
    office: str
    place: Place
    quote: str
    context: str


@read_once
def held_offices(report: Report) -> tuple[Held, ...]:
    """Every office that a report gives to a named person, in sentences, lists and tables."""
    return tuple(_held(report))[:_MOST]


def _held(report: Report) -> Iterator[Held]:
    for passage in passages(report):
        if passage.heading and passage.text.isupper():
            continue
        front = _FROM.match(passage.text) is not None
        labelled = passage.text.count(":") == 1 and len(passage.text) < _A_LINE
        patterns = (_BRACKETED, _AFTER, _BEFORE) if front else (_BRACKETED, _AFTER)
        for pattern in (*patterns, _LABELLED) if labelled else patterns:
            for match in pattern.finditer(passage.text[:_LONGEST]):
                yield from _offices_of(match["name"], match["office"], passage, match)
    for one, other in pairwise(report.blocks):
        if isinstance(one, Prose) and isinstance(other, Prose):
            yield from _in_two_lines(one.text, other.text, other.place)
    for grid in report.grids:
        yield from _in_columns(grid)


def _offices_of(name: str, offices: str, passage: Passage, match: re.Match[str]) -> Iterator[Held]:
    person = _person(name)
    if person is None:
        return
    whole = passage.text[match.start("office") : match.end("office") + 60]
    for another in _ANOTHER.finditer(whole):
        # “and Traded Services, Peter Oakley” is the rest of the office, and no second person
        if another["next"] is None or _person(another["next"]) is not None:
            offices = offices[: another.start()]
            break
    for office in _SECOND_OFFICE.split(offices):
        yield Held(
            person=name,
            surname=person[0],
            initial=person[1],
            office=office.strip(" ,"),
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 20, after=10),
            context=passage.text[max(0, match.start() - 60) : match.end() + 40],
        )


def _in_two_lines(first: str, second: str, place: Place) -> Iterator[Held]:
    name, office = _ALONE.match(first.strip()), _OFFICE_ALONE.match(second.strip())
    if name is None or office is None or len(second) > 120:
        return
    passage = Passage(text=f"{first.strip()}, {second.strip()}", place=place, order=0)
    for match in _AFTER.finditer(passage.text):
        yield from _offices_of(match["name"], match["office"], passage, match)


def _in_columns(grid: Grid) -> Iterator[Held]:
    """A name over its office, or beside it, as contacts are printed at the end of a report."""
    for row, (above, below) in enumerate(pairwise(grid.rows)):
        for column, (name, office) in enumerate(zip(above, below, strict=False)):
            yield from _in_two_lines(name, office, grid.cell_place(row + 1, column))
    for row, cells in enumerate(grid.rows):
        for column, (one, other) in enumerate(pairwise(cells)):
            place = grid.cell_place(row, column)
            yield from _in_two_lines(one, other, place)
            yield from _in_two_lines(other, one, place)


_NO_NAMES = word_set(
    "council county borough city district cabinet committee board panel service report finance "
    "corporate public health adult children education social care resources housing planning "
    "strategic chief deputy interim acting senior head director officer manager leader executive "
    "lead contact relevant author responsible services traded not applicable the policy"
)


def _person(name: str) -> tuple[str, str] | None:
    """The surname, and the initial where a forename or an initial is given."""
    titled = re.match(_TITLE, name)
    words = (name[titled.end() :] if titled else name).replace(".", " ").split()
    if not words or any(word.casefold() in _NO_NAMES for word in words):
        return None
    return words[-1].casefold(), words[0][0] if len(words) > 1 else ""


# --- two offices of one person --------------------------------------------------------------------


def a_person_is_given_one_office(report: Report) -> Iterator[TextFinding]:
    """No one is Acting Chief Analyst here and Acting Chief Accountant there."""
    by_surname: defaultdict[str, list[Held]] = defaultdict(list)
    for held in held_offices(report):
        by_surname[held.surname].append(held)
    for mentions in by_surname.values():
        initials = {held.initial for held in mentions} - {""}
        if len(initials) > 1:
            continue  # two people of one name
        if not any(" " in held.person for held in mentions):
            continue
        yield from _two_offices(mentions)


def _two_offices(mentions: list[Held]) -> Iterator[TextFinding]:
    told: set[frozenset[tuple[str, ...]]] = set()
    for one, other in combinations(mentions, 2):
        first, second = _words(one.office), _words(other.office)
        pair = frozenset((first, second))
        if len(pair) < 2 or pair in told or one.place == other.place:
            continue
        confidence = sureness_of_a_slip(first, second)
        if confidence is None:
            continue
        if any(_LATER_OR_EARLIER.search(held.context) for held in (one, other)):
            continue
        told.add(pair)
        yield TextFinding(
            place=other.place,
            quote=other.quote,
            message=f"{other.person} is “{other.office}” here and “{one.office}” elsewhere "
            f"({one.place}).",
            confidence=confidence,
            cure="Give the office that the person holds.",
        )


def _words(office: str) -> tuple[str, ...]:
    found = [
        singular(word.casefold().replace("’", "'"))
        for word in re.findall(r"[A-Za-z][A-Za-z’'-]*", office)
    ]
    return tuple(
        "adviser" if word == "advisor" else word
        for word in found
        if word not in JOINERS and word not in ("and", "with")
    )


_ROLES = frozenset(role.casefold() for role in re.findall(r"[A-Z][a-z]+(?:-[a-z]+)?", _ROLE))


def sureness_of_a_slip(one: tuple[str, ...], other: tuple[str, ...]) -> Confidence | None:
    """How sure it is that two offices are one with a word exchanged; None where they are two."""
    bare = [tuple(word for word in words if word not in _GRADES) for words in (one, other)]
    first, second = bare
    if first == second or not first or not second:
        return None
    if set(first) <= set(second) or set(second) <= set(first):
        # “Head of Finance” is short for “Head of Finance Operations”, “Chief Executive” for more
        return Confidence.LOW if abs(len(first) - len(second)) == 1 and len(first) > 1 else None
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and first[-1 - end] == second[-1 - end]:
        end += 1
    differing = first[start : len(first) - end], second[start : len(second) - end]
    alike = first[:start] + first[len(first) - end :]
    shared_by_many = any(word in _MANY_HOLD for word in alike) and alike not in _PORTFOLIO
    if not alike or (shared_by_many and len(alike) < _TELLING):
        return None
    if min(map(len, differing)) > 0 and _is_one_rank_of_one_subject(first[:start], differing):
        return Confidence.MEDIUM
    if max(map(len, differing)) > 2 or min(map(len, differing)) == 0:
        return Confidence.LOW if len(alike) > 1 else None
    ranks = _ROLES - {"principal", "executive"}
    if any(word in ranks for part in differing for word in part) and len(alike) == 1:
        # “Chief Accountant”, “Chief Analyst”: one rank, and the grade before it the same
        same_grade = set(one) & set(other) & _GRADES
        return Confidence.MEDIUM if alike == ("chief",) or same_grade else None
    return Confidence.MEDIUM


def _is_one_rank_of_one_subject(
    rank: tuple[str, ...], subjects: tuple[tuple[str, ...], tuple[str, ...]]
) -> bool:
    """“Service Manager Lamps and Standards”, and “Service Manager Standards, Quays and Safety”."""
    return bool(rank and rank[-1] in _ROLES - _MANY_HOLD and set(subjects[0]) & set(subjects[1]))


RULES: tuple[Rule, ...] = (a_person_is_given_one_office,)
