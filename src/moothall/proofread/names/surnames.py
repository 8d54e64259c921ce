"""Surnames: a member or officer named in two spellings, or under two titles.

Minutes name a member in full once, among those present, and by the surname from then on: “R.
Thackray” there and “Councillor Thackeray” later is one person, unless both sat at the table.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import sentences, word_set
from moothall.proofread.reading.written_names import letters_apart, sound_alike

_TITLE = r"(?:Councillors?|Cllrs?\.?|COUNCILLORS?|Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Dame|Lady|Lord)"
_LAST = r"(?:Mc|Mac|O[’'])?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?"
_BODY = rf"(?P<initials>(?:[A-Z]\.?\s?){{0,3}})(?:(?P<forename>[A-Z][a-z]+)\s)?(?P<last>{_LAST})"
_TITLED = Expression(rf"\b(?P<title>{_TITLE})\.?\s{_BODY}(?![\w-])")
_NEXT = Expression(
    rf"(?:\s?\([^()]{{2,50}}\))?(?:,?\s(?:[MOCK]BE|JP|DL|KC|QPM)\b)?(?:,|;|\sand|,\sand)\s(?:(?P<title>{_TITLE})\.?\s)?{_BODY}(?![\w-])"
)
_NOT_A_SURNAME = word_set(
    "chair chairman vice leader deputy mayor cabinet member council director officer head "
    "executive ward north south east west road street house report committee item minute the clerk"
)
_SHORTEST = 5
_BOTH_COMMON = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        "allen/allan anderson/andersen brown/browne clark/clarke davis/davies dixon/dickson "
        "foster/forster francis/frances green/greene harris/harries hartley/harley hewitt/hewett "
        "johnson/johnston lawrence/laurence matthews/mathews miller/millar morris/norris "
        "parker/barker barber/barker phillips/philips porter/potter rogers/rodgers "
        "shepherd/shepperd taylor/tayler thompson/thomson walker/waller webber/weber"
    )
)
"""Names of many people in either spelling: two of them are two people more likely than a slip."""
_SEX_OF = dict.fromkeys(("Mr", "Sir", "Lord"), "m") | dict.fromkeys(
    ("Mrs", "Ms", "Miss", "Dame", "Lady"), "f"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    title: str
    initial: str
    last: str
    passage: Passage
    start: int
    end: int


def a_surname_has_one_spelling(report: Report) -> Iterator[TextFinding]:
    """“R. Thackray” among those present, and “Councillor Thackeray asked”."""
    known: defaultdict[str, list[_Mention]] = defaultdict(list)
    together: list[set[str]] = []
    for passage in passages(report):
        here = list(_mentions(passage))
        for mention in here:
            known[mention.last].append(mention)
        together.extend(_named_together(here))
    by_initial: defaultdict[str, list[str]] = defaultdict(list)
    for last in known:
        by_initial[last[0]].append(last)
    for alike in by_initial.values():
        for one, other in combinations(sorted(alike), 2):
            rare, common = sorted((known[one], known[other]), key=lambda found: len(found))
            if not _a_slip(one, other) and not _is_only_said_to_speak(rare, common):
                continue
            lost = _has_lost_its_s(rare, common) and not _in_one_sentence(rare[0], common)
            if not lost and any({one, other} <= lasts for lasts in together):
                continue
            if not _may_be_one_person(known[one], known[other]):
                continue
            yield _two_spellings(rare[0], common)


def _named_together(here: list[_Mention]) -> Iterator[set[str]]:
    """The surnames of a sentence; and those of a paragraph that are introduced in it."""
    if here:
        yield {mention.last for mention in here if mention.initial}
        for sentence in sentences(here[0].passage.text):
            yield {m.last for m in here if re.search(rf"\b{re.escape(m.last)}(?!\w)", sentence)}


def _mentions(passage: Passage) -> Iterator[_Mention]:
    if not re.search(rf"\b{_TITLE}\b", passage.text):
        return
    place = 0
    while match := _TITLED.search(passage.text, place):
        while match is not None:
            if match["last"].casefold() not in _NOT_A_SURNAME:
                initial = (match["initials"] or match["forename"] or "").strip()[:1]
                yield _Mention(
                    match["title"] or "",
                    initial,
                    match["last"],
                    passage,
                    match.start("last"),
                    match.end("last"),
                )
            place = match.end()
            match = _NEXT.match(passage.text, place)


def _a_slip(one: str, other: str) -> bool:
    """Whether two surnames differ by a letter, as a slip of the pen does."""
    if min(len(one), len(other)) < _SHORTEST or one.removesuffix("s") == other.removesuffix("s"):
        return False
    if frozenset((one.casefold(), other.casefold())) in _BOTH_COMMON:
        return False
    return letters_apart(one.casefold(), other.casefold(), 1) == 1 or _look_alike(one, other)


_MANY = 3
_LONG = 7


def _is_only_said_to_speak(rare: list[_Mention], common: list[_Mention]) -> bool:
    """Whether one name stands without a first name, and another like it is that of a member.

    The list of those present has “R. Thackray”, and a “Mr Thackery” who is not in it speaks.
    """
    one, other = rare[0].last, common[0].last
    if min(len(one), len(other)) < _SHORTEST:
        return False
    if any(mention.initial for mention in rare):
        return _has_lost_its_s(rare, common)
    if len(rare) > 1 or (len(common) < _MANY and not any(mention.initial for mention in common)):
        return False
    after = rare[0].passage.text[rare[0].end : rare[0].end + 1]
    if one.removesuffix("s") == other.removesuffix("s"):
        return after not in ("’", "'")
    low, second = one.casefold(), other.casefold()
    near = min(len(one), len(other)) >= _LONG and low[-1] == second[-1]
    return sound_alike(low, second) or (near and letters_apart(low, second, 2) <= 2)


def _has_lost_its_s(rare: list[_Mention], common: list[_Mention]) -> bool:
    """“Cllr O. Ferrer” once, where “Cllr O. Ferrers” speaks again and again."""
    one, other = rare[0], common[0]
    possessive = one.passage.text[one.end : one.end + 1] in ("’", "'")
    if len(rare) > 1 or possessive or one.last.removesuffix("s") != other.last.removesuffix("s"):
        return False
    return len(common) > 1 and one.initial in {mention.initial for mention in common}


def _in_one_sentence(one: _Mention, common: list[_Mention]) -> bool:
    both = (rf"\b{one.last}\b", rf"\b{common[0].last}\b")
    return any(
        all(re.search(last, sentence) for last in both) for sentence in sentences(one.passage.text)
    )


def _look_alike(one: str, other: str) -> bool:
    """Whether a scanner reads the one for the other: “Bramholm” printed, “Brarnholrn” read."""
    return _as_scanned(one) == _as_scanned(other)


def _as_scanned(name: str) -> str:
    low = name.casefold()
    return low[:1] + low[1:].replace("rn", "m").replace("vv", "w").replace("cl", "d")


def _may_be_one_person(some: list[_Mention], others: list[_Mention]) -> bool:
    sexes = [{_SEX_OF[m.title] for m in found if m.title in _SEX_OF} for found in (some, others)]
    if sexes[0] and sexes[1] and not sexes[0] & sexes[1]:
        return False  # "Mr Phillips" and "Ms Philips"
    initials = [{m.initial for m in found if m.initial} for found in (some, others)]
    return not (initials[0] and initials[1]) or bool(initials[0] & initials[1])


def _two_spellings(one: _Mention, common: list[_Mention]) -> TextFinding:
    other = common[0]
    times = "once" if len(common) == 1 else f"{len(common)} times"
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.end, 40),
        message=f"“{one.last}” here, “{other.last}” {times} ({other.passage.place}): nobody of "
        "the first name is named beside the second, so that one person seems meant.",
        confidence=Confidence.MEDIUM,
        cure="Check how the name is spelt.",
    )


# --- one person's office under two titles --------------------------------------------------------

_RANK = (
    r"(?:Director|Head|Manager|Officer|Solicitor|Accountant|Treasurer|Adviser|Analyst|Lead|"
    r"Counsel|Planner|Engineer|Surveyor|Clerk|Commissioner|Chief Executive)"
)
_WITH_OFFICE = Expression(
    rf"\b(?:{_TITLE}\.?\s)?(?:(?P<initial>[A-Z])\.?\s|(?P<forename>[A-Z][a-z]+)\s)(?:[A-Z]\.?\s)?"
    rf"(?P<last>{_LAST})(?:,\s(?:the\s)?|\s?\()"
    rf"(?P<office>(?:(?:Interim|Acting|Corporate|Assistant|Deputy|Chief|Executive|Senior|[A-Z][a-z]+)"
    rf"\s){{0,4}}{_RANK}\b(?:\s(?:of|for)\s(?:the\s)?[A-Z][A-Za-z]+(?:(?:,|,?\sand|\s&)?\s[A-Z][A-Za-z]+)"
    rf"{{0,6}})?)"
)
_PASSING = word_set("interim acting corporate the of and for")


def a_named_officer_has_one_title(report: Report) -> Iterator[TextFinding]:
    """“(Acting Chief Accountant)” among those present, “(Acting Chief Analyst)” in a minute."""
    held: defaultdict[str, list[tuple[str, frozenset[str], str, Passage, int, int]]]
    held = defaultdict(list)
    forenames: defaultdict[str, set[str]] = defaultdict(set)
    for passage in passages(report):
        if not re.search(_RANK, passage.text):
            continue
        for match in _WITH_OFFICE.finditer(passage.text):
            initial = (match["initial"] or match["forename"])[0]
            forenames[f"{initial} {match['last']}"].add(match["forename"] or "")
            office = match["office"]
            words = frozenset(re.findall(r"[a-z]{3,}", office.casefold())) - _PASSING
            rank = next(iter(re.findall(_RANK, office)), "")
            held[f"{initial} {match['last']}"].append(
                (rank, words, office, passage, match.start(), match.end())
            )
    for person, offices in held.items():
        if len(forenames[person] - {""}) > 1:
            continue  # two people of one surname
        for one, other in combinations(offices, 2):
            if _two_titles(one, other):
                _, _, office, passage, start, end = other
                yield TextFinding(
                    place=passage.place,
                    quote=around(passage.text, start, end, 20),
                    message=f"{person} is “{office}” here and “{one[2]}” at {one[3].place}.",
                    confidence=Confidence.MEDIUM,
                    cure="Give the title that the officer holds.",
                )
                break


def _two_titles(
    one: tuple[str, frozenset[str], str, Passage, int, int],
    other: tuple[str, frozenset[str], str, Passage, int, int],
) -> bool:
    """Whether neither title is short for the other, and both are of one sort.

    A finance director is rightly the section 151 officer too: two sorts of title say nothing.
    """
    if one[1] <= other[1] or other[1] <= one[1]:
        return False
    shared, apart = one[1] & other[1], one[1] ^ other[1]
    if one[0] == other[0]:
        return one[0] != "Officer" or len(shared) >= 2
    # "Chief Accountant" and "Chief Analyst": one word of two or three stands for another
    return bool(shared) and len(apart) == 2 and len(one[1]) == len(other[1])


RULES: tuple[Rule, ...] = (
    a_surname_has_one_spelling,
    a_named_officer_has_one_title,
)
