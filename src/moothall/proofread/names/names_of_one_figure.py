"""Names of one figure: two names of one sort behind one amount, one number or one count.

The “48 actions” of the Harbour Lighting Plan are those of the “Harbour Lamps Strategy” further on:
the figure says that the two are one thing.  A name that the paper itself gives up (“the new name is
used throughout”), or calls the same thing as another, is told wherever it comes back.
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
from moothall.proofread.reading.running_text import Passage, around, passages, sentences, word_set
from moothall.proofread.reading.written_names import Name, written_names

_FAMILIES = tuple(
    word_set(line)
    for line in (
        "plan strategy policy framework programme charter",
        "fund grant scheme programme budget",
        "project programme scheme initiative",
        "board committee panel group partnership forum",
        "charity trust foundation",
    )
)
"""Sorts of thing of which one may be called by another's word."""
_SORTS = frozenset[str]().union(*_FAMILIES)
_SAYS_LITTLE = word_set(
    "council county borough district city town parish local national annual draft service "
    "committee board group panel capital revenue general reserve working task steering joint "
    "strategic delivery action development improvement support public adult child children "
    "community social care education health housing school highway transport"
)
_MONEY = Expression(r"£\s?\d[\d,]*(?:\.\d+)?\s?(?:m|bn|k|million|billion)?\b")
_NUMBERED = Expression(r"\b(?:number|no\.?|reference)\s?(?P<number>[A-Z]*\d{5,})\b", re.IGNORECASE)
_COUNTED = Expression(r"(?<![\d£.,/-])(?P<count>\d{2,3}|\d{1,3},\d{3})\s(?P<of>[a-z]{4,})")
_NO_COUNT = word_set("january hour hours days weeks months years year minutes miles")
_ANOTHER = Expression(
    r"\b(?:separate\w*|former\w*|previous\w*|replac\w+|renam\w+|supersed\w+|becom\w+|became|both|"
    r"transfer\w*|merg\w+|match\w*|each|respectively|also|another|called|known|successor|same|"
    r"instead|rather|compar\w+)\b",
    re.IGNORECASE,
)
_REACH = 120
_A_SENTENCE_ENDS = Expression(r"(?<=[a-z)\d])[.;!?]\s")
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Told:
    name: Name
    clause: str


def one_figure_has_one_name(report: Report) -> Iterator[TextFinding]:
    """The £1.9m of the Quay Support Fund is not that of the “Quay Assistance Fund”."""
    by_figure: defaultdict[str, list[_Told]] = defaultdict(list)
    for name in written_names(report):
        if name.passage.part in ("prose", "bullet") and not _SORTS.isdisjoint(name.key):
            clause = _clause(name)
            for figure in _figures(clause):
                by_figure[figure].append(_Told(name, clause))
    told: set[frozenset[tuple[str, ...]]] = set()
    for figure, found in by_figure.items():
        for one, other in combinations(found[:_MOST], 2):
            pair = frozenset((one.name.key, other.name.key))
            if pair not in told and _are_one(one, other, numbered=figure.startswith("number")):
                told.add(pair)
                yield _two_names(one.name, other.name, f"both stand with {figure}")


def _clause(name: Name) -> str:
    """The sentence about a name, as far as it matters."""
    text, end = name.passage.text, name.start + len(name.text)
    before = _A_SENTENCE_ENDS.split(text[max(0, name.start - _REACH) : name.start])[-1]
    return before + text[name.start : end] + _A_SENTENCE_ENDS.split(text[end : end + _REACH])[0]


def _figures(clause: str) -> Iterator[str]:
    for match in _MONEY.finditer(clause):
        if len(re.sub(r"\D", "", match[0]).strip("0")) > 1:
            yield re.sub(r"\s|,", "", match[0])
    for match in _NUMBERED.finditer(clause):
        yield f"number {match['number']}"
    for match in _COUNTED.finditer(clause):
        if match["count"][-1] != "0" and match["of"] not in _NO_COUNT:
            yield f"{match['count']} {match['of']}"


def _are_one(one: _Told, other: _Told, *, numbered: bool) -> bool:
    """Whether two names of one sort share a word that tells, and nothing sets them apart."""
    first, second = frozenset(one.name.key), frozenset(other.name.key)
    if first <= second or second <= first or one.clause == other.clause:
        return False
    if not any(first & family and second & family for family in _FAMILIES):
        return False
    shared = (first & second) - _SAYS_LITTLE
    if not numbered and not shared - _SORTS:
        return False
    if _ANOTHER.search(one.clause) or _ANOTHER.search(other.clause):
        return False
    return one.name.text not in other.clause and other.name.text not in one.clause


# --- companies ------------------------------------------------------------------------------------


_COMPANY = Expression(
    r"(?<![\w’'-])(?P<words>(?:[A-Z][\w’'&-]+\s){2,5})(?P<form>Limited|Ltd|LLP|PLC|plc)\b"
)
_LONG_WORD = Expression(r"[A-Za-z]{5,}")
_SAID_ALIKE = 3


def a_company_has_one_name(report: Report) -> Iterator[TextFinding]:
    """“Quay Homes Limited” and “Quay Housing Limited”, of which the same is said."""
    companies: dict[tuple[str, ...], tuple[Passage, re.Match[str], str]] = {}
    for passage in passages(report):
        for match in _COMPANY.finditer(passage.text):
            key = tuple(match["words"].split())
            said = next((s for s in sentences(passage.text) if match[0] in s), passage.text)
            companies.setdefault(key, (passage, match, said))
    for one, other in combinations(companies, 2):
        if len(one) != len(other) or sum(a != b for a, b in zip(one, other, strict=True)) != 1:
            continue
        (_, first, said), (passage, second, again) = companies[one], companies[other]
        alike = set(_LONG_WORD.findall(said)) & set(_LONG_WORD.findall(again))
        if len(alike - {*one, *other, "Limited"}) < _SAID_ALIKE or first[0] in again:
            continue
        if second[0] not in said:
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, second.start(), second.end()),
                message=f"“{second[0]}” here and “{first[0]}” elsewhere, of which the same is "
                "said: a company has one registered name.",
                confidence=Confidence.MEDIUM,
                cure="Give the registered name.",
            )


def _two_names(first: Name, second: Name, why: str) -> TextFinding:
    return TextFinding(
        place=second.passage.place,
        quote=around(second.passage.text, second.start, second.start + len(second.text)),
        message=f"“{second.text}” here and “{first.text}” ({first.passage.place}) look like one "
        f"thing under two names: {why}.",
        confidence=Confidence.MEDIUM,
        cure="Use one name throughout, or say how the two differ.",
    )


# --- a name given up ------------------------------------------------------------------------------

_CAPITALISED = r"[A-Z][\w’'-]+(?:\s(?:(?:and|&|of|for)\s)?[A-Z][\w’'-]+){1,6}"
_RENAMED = Expression(
    rf"(?P<old>{_CAPITALISED})\s(?:(?:has|have|is|was|were|been|now)\s){{0,3}}"
    rf"(?:became|become|renamed|called|known\sas)\s(?:as\s)?(?:the\s)?[“‘\"']?{_CAPITALISED}"
)
_NEW_NAME_USED = Expression(r"\b(?:new|latter|this|that|current) (?:name|title|term) is used\b")
_OF_OLD = Expression(r"\b(?:former\w*|old|previous\w*|then|renamed|until|was called|as was)\b")
_SAME_THING = Expression(
    rf"(?P<name>{_CAPITALISED})(?:\s\([A-Z]\w+\))?,?\s(?:which|that)\sis\sthe\ssame\s"
    r"(?P<sort>document|body|fund|board|plan|strategy|committee|programme|group|scheme|thing)\b"
)


def a_name_given_up_is_not_used(report: Report) -> Iterator[TextFinding]:
    """A paper that says “the new name is used throughout” does not go back to the old."""
    texts = passages(report)
    for number, passage in enumerate(texts):
        if "name" in passage.text and _NEW_NAME_USED.search(passage.text):
            for match in _RENAMED.finditer(passage.text):
                yield from _comes_back(match["old"], passage, texts[number + 1 :])
        if "the same" in passage.text and (same := _SAME_THING.search(passage.text)):
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, same.start(), same.end()),
                message=f"“{same['name']}” is said to be the same {same['sort']} as another "
                "name stands for: one thing under two names.",
                confidence=Confidence.MEDIUM,
                cure="Use one name throughout.",
            )


def _comes_back(old: str, said: Passage, texts: tuple[Passage, ...]) -> Iterator[TextFinding]:
    for passage in texts:
        at = passage.text.find(old)
        if at >= 0 and not _OF_OLD.search(passage.text):
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, at, at + len(old)),
                message=f"“{old}” is the old name: the text says that the new one is used "
                f"({said.place}).",
                confidence=Confidence.MEDIUM,
                cure="Use the new name.",
            )
            return


RULES: tuple[Rule, ...] = (
    one_figure_has_one_name,
    a_company_has_one_name,
    a_name_given_up_is_not_used,
)
