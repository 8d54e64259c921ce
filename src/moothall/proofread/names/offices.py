"""Offices: one office under two titles, one person in two spellings or in two offices."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import BetweenRule, Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, how_often, passages, word_set
from moothall.proofread.reading.written_names import (
    BODIES,
    JOINERS,
    OPENING_WORDS,
    PLACES,
    SCHEMES,
    TOKEN,
    in_small_letters,
    letters_apart,
    singular,
    without_possessive,
)

# --- offices --------------------------------------------------------------------------------------

_GRADES = word_set(
    "assistant deputy interim acting associate executive corporate strategic service joint "
    "group senior principal divisional regional"
)
_OFFICE = Expression(
    r"(?<![\w’'-])(?P<whose>[A-Z][a-z]+[’']s\s(?:current\s|new\s|own\s|former\s)?)?"
    r"(?P<office>(?:[A-Z][a-z]+\s){0,3}(?:Director|Head|Manager)\s(?P<link>of|for)\s"
    r"(?P<subject>[A-Z][A-Za-z’'-]+(?:(?:,?\s(?:and\s|&\s|the\s)?)[A-Z][A-Za-z’'-]+){0,6}))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Office:
    text: str
    grade: frozenset[str]
    """The words before "Director", "Head" or "Manager"."""
    role: str
    link: str
    subject: tuple[str, ...]
    whose: str
    passage: Passage
    start: int
    file: str


def _offices(report: Report) -> Iterator[_Office]:
    for passage in passages(report):
        if passage.text.isupper():
            continue
        for match in _OFFICE.finditer(passage.text):
            before, _, _ = match["office"].partition(f" {match['link']} ")
            *grade, role = before.split()
            while grade and grade[0].lower() in OPENING_WORDS:
                grade = grade[1:]
            whose = re.split(r"[’']s", match["whose"])[0] if match["whose"] else ""
            yield _Office(
                text=" ".join((*grade, role, match["link"], match["subject"])),
                grade=frozenset(word.lower() for word in grade) & _GRADES,
                role=role.lower(),
                link=match["link"],
                subject=tuple(
                    singular(in_small_letters(token[0]))
                    for token in TOKEN.finditer(match["subject"])
                    if in_small_letters(token[0]) not in JOINERS
                ),
                whose=whose,
                passage=passage,
                start=match.start("office"),
                file=report.file,
            )


def an_office_has_one_title(report: Report) -> Iterator[TextFinding]:
    """An office is not "Director of Education" here and "Director for Education" there."""
    links: defaultdict[tuple[object, ...], dict[str, list[_Office]]] = defaultdict(dict)
    for office in _offices(report):
        key = (office.grade, office.role, office.subject)
        links[key].setdefault(office.link, []).append(office)
    for by_link in links.values():
        if len(by_link) == 2:
            rare, common = sorted(by_link.values(), key=len)
            one, other = rare[0], common[0]
            yield TextFinding(
                place=one.passage.place,
                quote=around(one.passage.text, one.start, one.start + len(one.text)),
                message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
                f"({how_often(len(common))}) look like one office under two titles.",
                confidence=Confidence.MEDIUM,
                cure="Give the title that the officer holds.",
            )


def an_office_has_one_grade_in_all_reports(reports: tuple[Report, ...]) -> Iterator[TextFinding]:
    """One council's "Assistant Director for Education" is not its Director in another report."""
    by_place: defaultdict[tuple[object, ...], dict[str, list[_Office]]] = defaultdict(dict)
    for report in reports:
        for office in _offices(report):
            if office.whose:
                key = (office.whose, office.role, office.subject)
                by_place[key].setdefault(report.file, []).append(office)
    for by_file in by_place.values():
        grades = {
            file: {office.grade - {"joint", "interim", "acting"} for office in offices}
            for file, offices in by_file.items()
        }
        settled = [(file, next(iter(found))) for file, found in grades.items() if len(found) == 1]
        for (one, grade), (other, other_grade) in combinations(settled, 2):
            if grade == other_grade:
                continue
            mine, theirs = by_file[other], by_file[one]
            yield TextFinding(
                place=mine[0].passage.place,
                quote=around(mine[0].passage.text, mine[0].start, mine[0].start + 60),
                message=f"{mine[0].whose}’s “{mine[0].text}” here is “{theirs[0].text}” in {one}: "
                "one officer under two titles.",
                confidence=Confidence.MEDIUM,
                cure="Give the title that the officer holds.",
                file=other,
            )


# --- people ---------------------------------------------------------------------------------------

_OFFICES = frozenset({"director", "officer", "manager", "head", "leader", "solicitor", "chair"})
_PERSON = (
    r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.?)? "
    r"(?:[A-Z][’']|Mc|Mac|de |van )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
)
_TITLED = Expression(
    rf"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?)\.? "
    rf"(?P<name>{_PERSON})(?![\w’'-])"
)
_WITH_OFFICE = Expression(
    rf"(?<![\w’'-])(?P<name>{_PERSON})(?:,| [-–—]| \(|:)\s?"
    r"(?P<office>(?:[A-Z][A-Za-z’']+\s){0,4}(?:Director|Head|Manager|Officer|Solicitor|Accountant|"
    r"Chief Executive|Treasurer|Adviser|Lead|Leader)(?:(?:\s(?:of|for)|,|:| [-–]| &| and)?"
    r"(?:\sthe)?\s[A-Z][A-Za-z’']+){0,6})"
)
_LABELLED = Expression(
    rf"(?:Name(?: of [A-Za-z ]{{3,30}})?|"
    rf"(?:Report |Contact |Lead |Reporting )?(?:[Oo]fficer|[Aa]uthor)|Contact|Chair(?:man)?|"
    rf"Officer contact)\s*:\s*(?P<name>{_PERSON})(?![\w’'-])"
)
_EMAIL = Expression(
    r"(?<![\w.-])(?P<first>[A-Za-z]{2,20})\.(?P<last>[A-Za-z][A-Za-z’'-]{2,25})@[\w-]+\.[\w.-]+"
)
_TWO_WORDS = Expression(r"(?<![\w’'.-])(?=([A-Z][a-z]+ [A-Z][A-Za-z’'-]*[a-z])(?![\w’'-]))")
_NOT_A_PERSON = (
    BODIES
    | SCHEMES
    | _OFFICES
    | PLACES
    | word_set(
        "services education finance housing health social care children adults ward road street "
        "lane city borough county district report reports town north south east west new great "
        "greater member members january february march april may june july august september "
        "october november december monday tuesday wednesday thursday friday"
    )
    | word_set("mr mrs ms miss dr sir lady lord prof professor cllr councillor reverend")
)
"""“Mr J Cook” gives no forename, by which he might be the “Mr Cooke” elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    first: str
    last: str
    passage: Passage
    start: int
    text: str


def _person(name: str, passage: Passage, start: int) -> _Person | None:
    words = name.split()
    if any(
        singular(in_small_letters(word)) in _NOT_A_PERSON or word.isupper()
        for word in (words[0], words[-1])
    ):
        return None
    return _Person(
        first=words[0].lower(),
        last=words[-1].lower().replace("’", "'"),
        passage=passage,
        start=start,
        text=name,
    )


def _people(runs: Iterable[Passage]) -> Iterator[_Person]:
    for passage in runs:
        for pattern in (_TITLED, _WITH_OFFICE, _LABELLED):
            for match in pattern.finditer(passage.text):
                person = _person(match["name"], passage, match.start("name"))
                if person is not None:
                    yield person


def a_person_has_one_spelling(report: Report) -> Iterator[TextFinding]:
    """A councillor or an officer is spelt one way, in the text and in the e-mail address."""
    runs = list(passages(report))
    known: defaultdict[tuple[str, str], list[_Person]] = defaultdict(list)
    for person in _people(runs):
        known[person.first, person.last].append(person)
    titled = set(known)
    for passage in runs:
        for match in _TWO_WORDS.finditer(passage.text):
            if (other := _person(match[1], passage, match.start())) is not None:
                known[other.first, other.last].append(other)
    yield from _spelt_two_ways(known, titled)
    yield from _unlike_their_address(runs, known)


def _spelt_two_ways(
    known: dict[tuple[str, str], list[_Person]], titled: set[tuple[str, str]]
) -> Iterator[TextFinding]:
    by_first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in known:
        by_first[key[0]].append(key)
    told: set[frozenset[tuple[str, str]]] = set()
    for key in sorted(titled):
        for other in by_first[key[0]][:40]:
            pair = frozenset((key, other))
            if key == other or pair in told or not _surname_slips(key[1], other[1]):
                continue
            told.add(pair)
            rare, common = sorted((known[key], known[other]), key=len)
            yield _two_spellings(rare[0], common[0])


def _surname_slips(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    if without_possessive(one) == without_possessive(other):
        return False
    return letters_apart(one, other, 1) == 1 or (
        len(one) >= 7 and letters_apart(one, other, 2) == 2
    )


def _forename_slips(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) > 3 and one[0] == other[0] and letters_apart(one, other, 1) == 1
    )


def _two_spellings(one: _Person, other: _Person) -> TextFinding:
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text)),
        message=f"“{one.text}” and “{other.text}” look like one person in two spellings.",
        confidence=Confidence.MEDIUM,
        cure="Check how the name is spelt.",
    )


def _unlike_their_address(
    runs: list[Passage], known: dict[tuple[str, str], list[_Person]]
) -> Iterator[TextFinding]:
    by_first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    by_last: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in known:
        by_first[key[0]].append(key)
        by_last[key[1]].append(key)
    told: set[tuple[str, str]] = set()
    for passage in runs:
        for match in _EMAIL.finditer(passage.text):
            key = (match["first"].lower(), match["last"].lower())
            if key in known or key in told:
                continue
            near = [other for other in by_first[key[0]] if _surname_slips(key[1], other[1])]
            near += [other for other in by_last[key[1]] if _forename_slips(key[0], other[0])]
            if len(near) != 1:
                continue
            told.add(key)
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"The address {match[0]} does not fit the name “{known[near[0]][0].text}”.",
                confidence=Confidence.MEDIUM,
                cure="Check the name and the address.",
            )


_SAME_RANK = frozenset({"joint", "shared", "interim", "acting"})


def a_person_holds_one_office(report: Report) -> Iterator[TextFinding]:
    """An officer is not Director here and Assistant Director, of the same, there."""
    held: defaultdict[tuple[str, str], dict[str, tuple[Passage, re.Match[str]]]] = defaultdict(dict)
    for passage in passages(report):
        for match in _WITH_OFFICE.finditer(passage.text):
            person = _person(match["name"], passage, match.start("name"))
            if person is not None:
                held[person.first, person.last].setdefault(match["office"], (passage, match))
    for offices in held.values():
        for one, other in combinations(sorted(offices)[:6], 2):
            words = [_office_words(office) for office in (one, other)]
            grades = [(found & _GRADES) - _SAME_RANK for found in words]
            if words[0] - _GRADES != words[1] - _GRADES or grades[0] == grades[1]:
                continue
            passage, match = offices[other]
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end()),
                message=f"{match['name']} is “{other}” here and “{one}” elsewhere in the report.",
                confidence=Confidence.MEDIUM,
                cure="Give the title that the officer holds.",
            )


def _office_words(office: str) -> frozenset[str]:
    return frozenset(
        singular(in_small_letters(match[0]))
        for match in TOKEN.finditer(office)
        if in_small_letters(match[0]) not in JOINERS
    )


RULES: tuple[Rule, ...] = (
    an_office_has_one_title,
    a_person_has_one_spelling,
    a_person_holds_one_office,
)
BETWEEN: tuple[BetweenRule, ...] = (an_office_has_one_grade_in_all_reports,)
