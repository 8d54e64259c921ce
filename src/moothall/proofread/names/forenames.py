"""Forenames: one person under two first names.

“Mr Walter Penrose” died, and the Council stood in memory of “Mr Wilfred Penrose”.  Two people of
one surname are named side by side somewhere, or stand in a list with two initials; a short form of
a name is no second name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.held_offices import held_offices
from moothall.proofread.names.slips_beside_a_name import (
    a_name_has_no_slip_in_a_word,
    words_in_small_letters,
)
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import how_often, word_set
from moothall.proofread.reading.written_names import BODIES, DATES, OPENING_WORDS

_SURNAME = r"(?:Mc|Mac|O[’'])?[A-Z][a-zé]{2,}(?:-[A-Z][a-z]+)?"
_TITLED = Expression(
    r"\b(?P<title>Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s"
    rf"(?P<first>[A-Z][a-zé]{{2,}})\s(?:[A-Z]\.?\s)?(?P<last>{_SURNAME})(?![\w-])"
)
_INITIALLED = Expression(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|"
    r"Councillor)\.?\s(?P<first>[A-Z])\.?\s?(?:[A-Z]\.?\s?){0,2}"
    rf"(?P<last>{_SURNAME})(?![\w-])"
)
_UNTITLED = Expression(
    rf"(?<![\w’'.@-])(?P<first>[A-Z][a-zé]{{2,}})"
    rf"(?=\s(?:[A-Z]\.?\s)?(?P<last>{_SURNAME})(?![\w-]))"
)
_OF_A_LIST = Expression(r"^\W*(?:also\s)?(?:present|in attendance|attendance|apologies)\b", re.I)
_TITLE_BEFORE = Expression(r"\b(Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Cllr|Councillor)\.?\s$")
_TITLES = ("mr ", "mrs ", "ms ", "miss ", "dr ", "sir ", "dame ", "cllr", "councillor")
_SEX = {"Mr": "m", "Sir": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f"}
_NO_FORENAME = word_set(
    "leader deputy chairman chair vice mayor mrs mr ms miss dr sir dame lord lady county council "
    "cllr cllrs "
    "councillor"
)
_KIN = Expression(
    r"\b(?:brother|sister|son|daughter|wife|husband|father|mother|widow|partner|family|cousin|"
    r"nephew|niece|sons|uncle|aunt)\b",
    re.IGNORECASE,
)
_SHORT_FORMS = tuple(
    frozenset(names.split("/"))
    for names in word_set(
        "william/bill/will/billy robert/bob/rob/bobby richard/dick/rick edward/ted/ed/eddie "
        "james/jim/jimmy john/jack/johnny margaret/peggy/maggie elizabeth/liz/beth/betty/lizzie "
        "charles/charlie/chuck henry/harry anthony/tony michael/mike/mick antony/tony "
        "katherine/kate/kathy catherine/kate/cathy andrew/drew alexander/sandy/alex "
        "patricia/pat/trish/paddy patrick/paddy francis/frank albert/bert ronald/ron "
        "theodore/ted lawrence/larry mary/molly/polly helen/nell eleanor/nell/ellie "
        "christopher/kit dorothy/dot thomas/tom joanne/jo joseph/joe sarah/sally"
    )
)
_NEAR = 12
_A_SHORT_FORM = 4


@dataclass(frozen=True, slots=True)
class _Named:
    title: str
    first: str
    passage: Passage
    start: int
    end: int


def a_person_keeps_the_first_name(report: Report) -> Iterator[TextFinding]:
    """The Council mourns “Mr Walter Penrose” and stands in memory of “Mr Wilfred Penrose”."""
    named, initials = _people(report)
    offices: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for held in held_offices(report):
        first = held.person.split()[-2:-1]
        offices[held.surname, "".join(first)].add(held.office)
    for last, by_first in named.items():
        if len(by_first) != 2 or len(initials[last]) > 1:
            continue
        rare, common = sorted(
            by_first.values(), key=lambda found: (len(found), -found[0].passage.order)
        )
        if _are_two_people(rare, common):
            continue
        ours, theirs = (offices[last.casefold(), found[0].first] for found in (rare, common))
        if ours and theirs and not ours & theirs:
            continue
        letters = {rare[0].first[0], common[0].first[0]}
        if not (
            ours & theirs
            or (initials[last] == letters and len(common) > len(rare))
            or _are_told_together(rare, common, named, last)
        ):
            continue
        one = rare[0]
        both = (f"{one.first} {last}", f"{common[0].first} {last}")
        if any(all(n in f.message for n in both) for f in a_name_has_no_slip_in_a_word(report)):
            continue
        yield TextFinding(
            place=one.passage.place,
            quote=around(one.passage.text, one.start, one.end),
            message=f"“{one.first} {last}” ({how_often(len(rare))}) and “{common[0].first} {last}” "
            f"({how_often(len(common))}, {common[0].passage.place}) are never named side by side: "
            "one person seems meant.",
            confidence=Confidence.MEDIUM,
            cure="Check the first name.",
        )


_Read = dict[str, defaultdict[str, list[_Named]]]


def _people(report: Report) -> tuple[_Read, dict[str, set[str]]]:
    """By surname the people named in full, by first name; and the initials given to a surname."""
    named: defaultdict[str, defaultdict[str, list[_Named]]] = defaultdict(lambda: defaultdict(list))
    initials: defaultdict[str, set[str]] = defaultdict(set)
    known = {held.surname for held in held_offices(report)}
    for passage in passages(report):
        if _OF_A_LIST.match(passage.text):
            known |= {match["last"].casefold() for match in _UNTITLED.finditer(passage.text)}
        if passage.has(*_TITLES):
            for match in _TITLED.finditer(passage.text):
                known.add(match["last"].casefold())
            for match in _INITIALLED.finditer(passage.text):
                initials[match["last"]].add(match["first"])
                known.add(match["last"].casefold())
    ordinary = words_in_small_letters(report)
    for passage in passages(report):
        for match in _UNTITLED.finditer(passage.text):
            first, last = match["first"].casefold(), match["last"].casefold()
            if last not in known or first in _NO_FORENAME | DATES | OPENING_WORDS:
                continue
            if (
                match["last"].casefold() in BODIES
                or first in ordinary
                or last in ordinary
                or first in known
            ):
                continue
            title = _TITLE_BEFORE.search(passage.text[max(0, match.start() - 12) : match.start()])
            named[match["last"]][match["first"]].append(
                _Named(
                    title[1] if title else "",
                    match["first"],
                    passage,
                    match.start(),
                    match.end("last"),
                )
            )
    return named, initials


def _are_two_people(rare: Sequence[_Named], common: Sequence[_Named]) -> bool:
    one, other = rare[0].first.casefold(), common[0].first.casefold()
    short, long = sorted((one, other), key=len)
    if one[:2] == other[:2] and (
        (len(short) <= _A_SHORT_FORM and long.startswith(short[:3])) or long.startswith(short)
    ):
        return True  # “Jo” for “Joanne”: another way of writing the name
    if any({one, other} <= forms for forms in _SHORT_FORMS):
        return True
    sexes = [{_SEX[n.title] for n in found if n.title in _SEX} for found in (rare, common)]
    if sexes[0] and sexes[1] and not sexes[0] & sexes[1]:
        return True
    here = {id(named.passage) for named in rare}
    beside = any(id(named.passage) in here for named in common)
    return beside or any(
        _KIN.search(n.passage.text[max(0, n.start - 40) : n.end + 40]) for n in rare
    )


def _are_told_together(
    rare: Sequence[_Named],
    common: Sequence[_Named],
    named: _Read,
    last: str,
) -> bool:
    """Whether both stand within a few paragraphs, or beside the same other person."""
    if any(
        abs(a.passage.order - b.passage.order) <= _NEAR
        for a, b in combinations((*rare, *common), 2)
        if a.first != b.first
    ) and len(common) > len(rare):
        return True
    beside: list[set[tuple[str, str]]] = []
    for found in (rare, common):
        here = {id(mention.passage) for mention in found}
        beside.append(
            {
                (other, first)
                for other, by_first in named.items()
                if other != last
                for first, mentions in by_first.items()
                if any(id(mention.passage) in here for mention in mentions)
            }
        )
    return bool(beside[0] & beside[1])


RULES: tuple[Rule, ...] = (a_person_keeps_the_first_name,)
