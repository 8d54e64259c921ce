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
from moothall.proofread.finding import TextFinding
from moothall.proofread.names.offices_compared import ROLE, sureness_of_a_slip, words_of
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages, read_once
from moothall.proofread.reading.running_text import word_set

_SURNAME = r"(?:[A-Z][’']|Mc|Mac|de |van )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_TITLE = r"(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Sir|Dame)\.?\s"
TITLES = Expression(rf"^{_TITLE}")
TITLED = Expression(rf"\b{_TITLE}[A-Z]")
PERSON = (
    rf"(?:{_TITLE}(?:[A-Z]\.?\s?){{0,3}}(?:[A-Z][a-z]+\s)?{_SURNAME}|"
    rf"[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s(?:[A-Z]\.?\s)?{_SURNAME})"
)
_WORD = (
    r"(?!(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b)[A-Z][A-Za-z’'-]*(?:\s?[&/]\s?[A-Z][A-Za-z’'-]*)?"
)
OFFICE = (
    rf"(?:(?:[Ii]nterim|[Aa]cting|[Dd]eputy|[Aa]ssistant|[Pp]ermanent)\s)?"
    rf"(?:(?:{_WORD}|Section\s151)\s(?:and\s)?){{0,4}}?{ROLE}\b"
    rf"(?:(?:,?\s(?:of|for|and|&|the|with)|\s[-–]|,)?(?:\s(?:the|of|for))?\s{_WORD}){{0,9}}"
)
_BRACKETED = Expression(
    rf"(?<![\w’'-])(?P<name>{PERSON}|"
    rf"{_SURNAME})\s?\((?:the\s)?(?P<office>{OFFICE}(?:\s?\([^()]*\))?)\s?\)"
)
_AFTER = Expression(
    rf"(?<![\w’'-])(?P<name>{PERSON})(?:,|\s[-–—]|:)\s(?:who\s(?:is|was)\s|(?:speaking\s)?as\s)?"
    rf"(?:the\s|our\s|its\s)?(?P<office>{OFFICE})"
)
_DOES_SO_AS = Expression(
    rf"(?<![\w’'-])(?P<name>{PERSON})(?:,?\s(?!that\b|whether\b)[a-z]+){{1,6}}?\s(?:as|is|was)\s"
    rf"(?:the\s|our\s|its\s)?(?P<office>{OFFICE})"
)
"""“Councillor Jo Ferris presented the report as Cabinet Member for Quays.”"""
_BEFORE = Expression(
    rf"(?<![\w’'-])(?P<office>{OFFICE}),\s(?P<name>{PERSON})"
    rf"(?=\W*$|\s(?:{_WORD}\s){{0,3}}{ROLE}\b)"
)
_BEFORE_A_TITLE = Expression(
    rf"(?<![\w’'-])(?P<office>{OFFICE}),\s(?P<name>(?={_TITLE}){PERSON})(?=,|\.?$)"
)
_BEFORE_A_NAME = Expression(
    rf"(?<![\w’'-])(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?P<office>{OFFICE}),?\s(?P<name>{PERSON})"
    rf"(?=[,.;:)]|$|\s[a-z])"
)
"""“the Harbour Commissioner, Jo Ferris, gave evidence”, in the middle of a sentence."""
_GRADE_ALONE = Expression(rf"(?<![\w’'-])(?P<name>{PERSON})\s\((?P<office>Interim|Acting)\)")
_IS_NOW = Expression(
    rf"(?<![\w’'-])(?P<name>(?={_TITLE}){PERSON})\s(?:is|has\sbeen)\s(?:the\s|"
    rf"our\s)?(?P<office>{OFFICE})"
)
_BEGINS_A_SENTENCE = Expression(
    r"\s(?:(?:At|On|The|In|To|This|That|These|It|If|As|I|We|Our|When|While|Since|After|Before|By|"
    r"From|For|There|What|How|Why|Will|Can|Could|Please|Has|Is|Are|Does|Do)\b|"
    r"(?:Reports?|Authors?|Contact(?! Cent)|Subject|Purpose|Wards?|Agenda|Date|Title|Email|Tel|"
    r"Classification|Summary|Appendi(?:x|ces)|Background|Recommendations?)\b|[A-Z][a-z]+(?=:)).*"
)
"""What stands on the next line, which plain text runs on: “Member for Quays At the last …”, or the
next field of a front sheet: “Director of Finance Report author: …”."""
_LABELLED = Expression(rf"^\W*(?P<office>{OFFICE}):\s(?P<name>{PERSON})\W*$")
_FROM = Expression(
    r"^\W*(?:from|by|report (?:of|by|author)|author|lead|contact|director|officer|portfolio|"
    r"cabinet member|to)\b|^[^.;]{10,90}$",
    re.IGNORECASE,
)
_ANOTHER = Expression(
    rf"(?:,|\sand|\s&|;)?\s(?=(?P<next>{PERSON})(?:,\s|\s\()(?:{_WORD}\s){{0,4}}(?:{ROLE}|"
    rf"Interim|Acting)\b)"
    rf"|(?:,|\sand|\s&|;)\s(?:Mr|Mrs|Ms|Miss|Dr|Cllr)\b"
)
_ALONE = Expression(rf"^(?P<name>{PERSON})$")
_OFFICE_ALONE = Expression(rf"^(?P<office>{OFFICE})$")
LATER_OR_EARLIER = Expression(
    r"\b(?:former(?:ly)?|previous(?:ly)?|the\sthen|then\s(?:the\s)?(?-i:[A-Z])|until|outgoing|incoming|newly|appointed|succeed\w*|"
    r"now|became|retir\w+|left|new\s(?-i:[A-Z])|designate|elect|resign\w*|steps?\sdown|stepped)\b",
    re.IGNORECASE,
)
_SECOND_OFFICE = Expression(
    rf"\s(?:and|&)\s(?=(?:[A-Z][\w’'-]*\s){{0,3}}{ROLE}\b)|,\s(?=(?:Deputy|Acting|Interim)\s)"
)
_DASH_THE = Expression(r"\s[-–—]\s[Tt]he\s")
_MOST = 600
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
    spot: int = 0
    """Where the name begins in its passage: offices given at one mention are held together."""


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
        patterns = [_BRACKETED, _AFTER, *([_BEFORE] if front else [])]
        if "(Interim)" in passage.text or "(Acting)" in passage.text:
            patterns.append(_GRADE_ALONE)
        if passage.has(" as ", " is ", " was "):
            patterns.append(_DOES_SO_AS)
        if passage.has("the ", "our ", "its "):
            patterns.append(_BEFORE_A_NAME)
        if TITLED.search(passage.text) is not None:
            patterns += [_BEFORE_A_TITLE, _IS_NOW]
        for pattern in (*patterns, _LABELLED) if labelled else patterns:
            for match in _each(pattern, passage.text[:_LONGEST]):
                yield from _offices_of(match["name"], match["office"], passage, match)
    for one, other in pairwise(report.blocks):
        if isinstance(one, Prose) and isinstance(other, Prose):
            yield from _in_two_lines(one.text, other.text, other.place)
    for grid in report.grids:
        yield from _in_columns(grid)


def _each(pattern: Expression, text: str) -> Iterator[re.Match[str]]:
    """Every match; a line of the front sheet that runs on into the next person is read anew."""
    match = pattern.search(text)
    while match is not None:
        yield match
        office = match.start("office")
        others = _ANOTHER.finditer(text, office, match.end() + 60)
        spots = (
            found.start() + 1
            for found in others
            if found["next"] is not None and _person(found["next"]) is not None
        )
        match = pattern.search(text, min(next(spots, match.end()), match.end()))


def _offices_of(name: str, offices: str, passage: Passage, match: re.Match[str]) -> Iterator[Held]:
    person = _person(name)
    if person is None:
        return
    after = passage.text[match.end("office") :]
    if _DASH_THE.match(passage.text, match.end("name")) and after[1:2].islower():
        return  # “Locum cover, Jo Ferris – the Town Clerk thanked her”: the next sentence
    whole = passage.text[match.start("office") : match.end("office") + 60]
    for another in _ANOTHER.finditer(whole):
        # “and Traded Services, Peter Oakley” is the rest of the office, and no second person
        if another["next"] is None or _person(another["next"]) is not None:
            offices = offices[: another.start()]
            break
    label = after[:1] == ":" and match.start() == match.start("name")
    offices = re.sub(r"\s[A-Z][a-z]+$", "", offices) if label else offices
    for office in _SECOND_OFFICE.split(_BEGINS_A_SENTENCE.sub("", offices)):
        if name.endswith(office):
            continue  # what is left of a name that the next sentence ran into
        yield Held(
            person=name,
            surname=person[0],
            initial=person[1],
            office=office.strip(" ,"),
            place=passage.place,
            quote=around(passage.text, match.start(), match.end(), 20, after=10),
            context=passage.text[max(0, match.start() - 60) : match.end() + 40],
            spot=match.start("name"),
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
        first, second = words_of(one.office), words_of(other.office)
        pair = frozenset((first, second))
        if len(pair) < 2 or pair in told or _at_one_mention(one, other):
            continue
        named = bool(one.initial and other.initial) and _forename(one) == _forename(other)
        confidence = sureness_of_a_slip(first, second, one_person=named or _is_titled(one, other))
        if confidence is None:
            continue
        if any(LATER_OR_EARLIER.search(held.context) for held in (one, other)):
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


def _at_one_mention(one: Held, other: Held) -> bool:
    """Whether both are given at one naming of the person, who holds the one beside the other."""
    return one.place == other.place and abs(one.spot - other.spot) < len(one.person)


def _forename(held: Held) -> str:
    return held.person.split()[0]


def _is_titled(one: Held, other: Held) -> bool:
    """Whether both are “Ms Ferris”, or one is Jo Ferris, and no other has the name."""
    titled = [held for held in (one, other) if not held.initial and TITLED.match(held.person)]
    return len(titled) == 1 or (one.person == other.person and bool(TITLED.match(one.person)))


RULES: tuple[Rule, ...] = (a_person_is_given_one_office,)
