"""Names of one thing: two names of one sort, of which the same is said.

The “48 actions” of the Harbour Lighting Plan are those of the “Harbour Lamps Strategy” further on;
the Joint Ferry Board, set up in 2019 with six members, is the “Joint Harbour Committee” of six
members set up in 2019.  Not the spelling of the names tells it but what stands about them: a sum, a
number of things, a year, and the other words of their sentences.

Silent where the text sets the two apart: side by side in a sentence or a list, by words as
“separate” or “formerly”, by north and south, adults and children; and where both stand often.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.running_text import around, sentences, word_set
from moothall.proofread.reading.statements import content_words, stem_of
from moothall.proofread.reading.written_names import Name, letters_apart, written_names

_FAMILIES = tuple(
    word_set(line)
    for line in (
        "plan strategy policy framework programme charter",
        "fund grant scheme programme budget pot award reserve",
        "project programme scheme initiative campaign pilot",
        "board committee panel group partnership forum party assembly taskforce alliance network",
        "charity trust foundation association society club",
        "limited ltd llp plc",
        "hub centre service team unit",
    )
)
"""Sorts of thing of which one may be called by another's word."""
_SORTS = frozenset[str]().union(*_FAMILIES)
_FIRMS = _FAMILIES[5]
_SAYS_LITTLE = word_set(
    "council county borough district city town parish local national annual draft service "
    "committee board group panel capital revenue general reserve working task steering joint "
    "strategic delivery action development improvement support public adult child children "
    "community social care education health housing school highway transport"
)
_SET_APART = tuple(
    word_set(line)
    for line in (
        "north south east west central northern southern eastern western upper lower inner outer",
        "adult child children young older youth",
        "first second third one two three",
        "men women boys girls",
        "capital revenue",
        "primary secondary special",
    )
)
"""Words of which two tell two things apart."""
_MONEY = Expression(r"£\s?\d[\d,]*(?:\.\d+)?\s?(?:m|bn|k|million|billion)?\b")
_NUMBERED = Expression(r"\b(?:number|no\.?|reference)\s?(?P<number>[A-Z]*\d{5,})\b", re.IGNORECASE)
_COUNTED = Expression(
    r"(?<![\d£.,/–-])(?P<count>\d{1,3}|\d{1,3},\d{3})\s(?P<of>[a-z]{4,})(?:\s(?P<or>[a-z]{4,}))?"
)
_NO_COUNT = word_set(
    "january hour hours days weeks months years year minutes miles march april june july august "
    "september october november december february times more other others people were have "
    "that with from"
)
_YEAR = Expression(r"(?<![\d/£,–-])(?:19|20)\d\d(?![\d/,-])")
_TAKEN_UP = r"\b(?:the|these|those|all)\s(?:\w+\s)?$"
_ANOTHER = Expression(
    r"\b(?:separate\w*|former\w*|previous\w*|replac\w+ (?:the|it|by)|renam\w+|supersed\w+|becom\w+|"
    r"became|both|transfer\w*|merg\w+|match\w*|each (?:of|has|have|is)|respectively|also|"
    r"another|called|known|successor|same|instead|rather|compar\w+|too|similar\w*|likewise|second)\b",
    re.IGNORECASE,
)
_GOES_ON = Expression(r"^(?:It|This|They|Its|These)\b")
_AFTER = tuple(
    Expression(rf"{between}\s(?P<sort>{'|'.join(sorted(_SORTS))})\b")
    for between in ("", r"\s[a-z]+")
)
_HOLDER = Expression(r"^.*\b(?:of|for|to|by|with)\s(?=[A-Z])")
_OFTEN, _MOST = 3, 30
_RARE_SUM = 4
"""So many figures that are no noughts make a sum that two things hardly have in common."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A name, its sort and its words, and what its sentence says."""

    name: Name
    text: str
    sort: str
    words: frozenset[str]
    clause: str
    said: frozenset[str]
    figures: dict[str, bool]
    """What it is told with, and whether that is taken up as known: “the 48 actions”."""
    years: frozenset[str]


def one_thing_has_one_name(report: Report) -> Iterator[TextFinding]:
    """The £1.9m of the Quay Support Fund is not that of the “Quay Assistance Fund”."""
    every = list(_told(report))
    times = Counter(one.words for one in every)
    by_figure: defaultdict[str, list[_Told]] = defaultdict(list)
    firms: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in every:
        for figure in one.figures:
            by_figure[figure].append(one)
        if one.sort in _FIRMS:
            for word in one.words - _SORTS:
                firms[word].append(one)
    done: set[frozenset[frozenset[str]]] = set()
    for found in (*by_figure.values(), *firms.values()):
        for one, other in combinations(found[:_MOST], 2):
            pair = frozenset((one.words, other.words))
            if pair in done or min(times[one.words], times[other.words]) >= _OFTEN:
                continue
            if _are_apart(one, other) or not (why := _the_same(one, other)):
                continue
            done.add(pair)
            if not _side_by_side(every, one, other):
                yield _two_names(one, other, why)


def _told(report: Report) -> Iterator[_Told]:
    for name in written_names(report):
        if name.passage.part not in ("prose", "bullet"):
            continue
        end = name.start + len(name.text)
        sort, text = name.key[-1], name.text
        after = next((m for form in _AFTER if (m := form.match(name.passage.text, end))), None)
        if after is not None:
            sort, text = after["sort"], f"{name.text}{after[0]}"
        elif sort not in _SORTS:
            sort = next((word for word in name.key if word in _SORTS), "")
        if not sort:
            continue
        clause = _clause(name)
        plain = with_all_numbers(clause).text
        yield _Told(
            name=name,
            text=text,
            sort=sort,
            words=_words(name, sort),
            clause=clause,
            said=content_words(clause),
            figures=dict(_figures(plain)),
            years=frozenset(_YEAR.findall(clause)),
        )


def _words(name: Name, sort: str) -> frozenset[str]:
    """The words of a name; of “the Managing Director of Quay Homes Limited” those of the firm."""
    held = _HOLDER.match(name.text) if sort in _FIRMS else None
    own = name.key if held is None else name.key[-len(name.text[held.end() :].split()) :]
    return frozenset((*own, sort))


def _clause(name: Name) -> str:
    """The sentence about a name, and the next where that goes on about it."""
    place = 0
    parts = sentences(name.passage.text)
    for number, part in enumerate(parts):
        place = name.passage.text.find(part, place)
        if place <= name.start < place + len(part):
            goes_on = number + 1 < len(parts) and _GOES_ON.match(parts[number + 1])
            return f"{part} {parts[number + 1]}" if goes_on else part
    return name.passage.text


def _figures(clause: str) -> Iterator[tuple[str, bool]]:
    def known(start: int) -> bool:
        return re.search(_TAKEN_UP, clause[max(0, start - 20) : start], re.IGNORECASE) is not None

    for match in _MONEY.finditer(clause):
        if len(_digits(match[0])) > 1:
            yield re.sub(r"\s", "", match[0]), known(match.start())
    for match in _NUMBERED.finditer(clause):
        yield f"number {match['number']}", True
    for match in _COUNTED.finditer(clause):
        if match["of"] in _NO_COUNT or match["count"].strip("0") == "1":
            continue
        for word in (match["of"], match["or"]):
            if word and word not in _NO_COUNT:
                yield f"{match['count']} {word}", known(match.start())


def _digits(figure: str) -> str:
    return re.sub(r"\D", "", figure).strip("0")


# --- one thing, or two ----------------------------------------------------------------------------


def _are_apart(one: _Told, other: _Told) -> bool:
    """Whether the names or their sentences themselves tell two things apart."""
    if one.words <= other.words or other.words <= one.words or one.clause == other.clause:
        return True
    if not any(one.sort in family and other.sort in family for family in _FAMILIES):
        return True
    first, second = one.words - other.words, other.words - one.words
    if any(first & words and second & words for words in _SET_APART):
        return True
    return bool(
        _ANOTHER.search(one.clause)
        or _ANOTHER.search(other.clause)
        or one.name.text in other.clause
        or other.name.text in one.clause
    )


def _the_same(one: _Told, other: _Told) -> str:
    """What is said of both, where that is enough to make them one."""
    names = {stem_of(word) for word in one.words | other.words}
    words = (one.said & other.said) - names - _LITTLE
    figures = [figure for figure in one.figures if figure in other.figures]
    years = one.years & other.years
    why = ", ".join((*figures[:2], *sorted(years)))
    if any(figure.startswith("number") for figure in figures):
        return why
    related = bool((one.words & other.words) - _SAYS_LITTLE - _SORTS) or _look_alike(one, other)
    if figures:
        alone = {_digits(figure) for figure in figures}
        weight = len(words) + 2 * (len(alone) - 1) + 2 * len(years) + _look_alike(one, other)
        weight += 2 * _takes_up(one, other, figures)
        weight += any(len(digits) >= _RARE_SUM for digits in alone)
        near = one.name.passage.block == other.name.passage.block
        if not _takes_up(one, other, figures) and all(_is_few(figure) for figure in figures):
            return why if related and len(words) >= _MUCH_ALIKE else ""
        parallel = near and not _look_alike(one, other) and not _takes_up(one, other, figures)
        enough = (2 if related else 3) + parallel
        return why if weight >= enough else ""
    if related and one.sort in _FIRMS and len(words) >= 4 and not _look_alike(one, other):
        return ", ".join(sorted(words)[:4])
    return ""


_LITTLE = content_words("total new first last year people member since also been of the per cent")


_MUCH_ALIKE = 5
_FEW = 20


def _is_few(figure: str) -> bool:
    """“9 members”: many bodies have as many, and meet every month."""
    return figure[0] != "£" and int(re.sub(r"\D", "", figure)) < _FEW


def _takes_up(one: _Told, other: _Told, figures: list[str]) -> bool:
    return any(one.figures[figure] != other.figures[figure] for figure in figures)


def _look_alike(one: _Told, other: _Told) -> bool:
    """“Marlin Ltd” and “Marlow Ltd”: one word for another that a hand may write for it."""
    first, second = sorted(one.words - other.words), sorted(other.words - one.words)
    if len(first) != 1 or len(second) != 1 or min(len(first[0]), len(second[0])) < 5:
        return False
    left, right = first[0], second[0]
    return letters_apart(left, right) <= 2 or (left[0], left[-3:]) == (right[0], right[-3:])


def _side_by_side(every: list[_Told], one: _Told, other: _Told) -> bool:
    """Whether a sentence or the items of a list name both, as two things."""
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    for told in every:
        if told.words in (one.words, other.words):
            mine, its = (one, other) if told.words == one.words else (other, one)
            if its.name.text in told.clause:
                return True
            if told.name.passage.part == "bullet" and told.name.start < _AT_THE_HEAD:
                blocks[mine.text].add(told.name.passage.block)
    return any(
        abs(first - second) == 1
        for first in blocks.get(one.text, ())
        for second in blocks.get(other.text, ())
    )


_AT_THE_HEAD = 12


def _two_names(first: _Told, second: _Told, why: str) -> TextFinding:
    where = second.name.passage
    return TextFinding(
        place=where.place,
        quote=around(where.text, second.name.start, second.name.start + len(second.text)),
        message=f"“{second.text}” here and “{first.text}” ({first.name.passage.place}) look like "
        f"one thing under two names: the same is said of both ({why}).",
        confidence=Confidence.MEDIUM,
        cure="Use one name throughout, or say how the two differ.",
    )


RULES: tuple[Rule, ...] = (one_thing_has_one_name,)
