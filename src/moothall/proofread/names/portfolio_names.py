"""Portfolio names: a directorate or a Cabinet Member's portfolio with a word exchanged in its name.

Such names are lists of subjects: “Growth, Environment and Transport”.  A list that has its first
and last words in common with another, and one word between them another, is that list misremembered
(“Growth Economic and Transport”), unless the two stand side by side.
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
from moothall.proofread.reading.running_text import how_often
from moothall.proofread.reading.written_names import singular

_SUBJECT = r"[A-Z][a-z]+(?:[-’'][A-Za-z]+)*(?:[’'](?=\s))?"
_LIST = rf"{_SUBJECT}(?:(?:,?\s(?:and|&)|,)?\s{_SUBJECT}){{1,8}}"
_HELD = Expression(
    rf"\b(?:(?P<member>Cabinet Member|Executive Member|Lead Member|Portfolio Holder|"
    rf"Shadow (?:Cabinet|Portfolio) (?:Member|Holder))\s(?:for|on)|"
    rf"Director(?:ate)?(?:\sof|\sfor)?|Department\s(?:of|for)|Head\sof|"
    rf"Executive\sDirector(?:\sof|\sfor)?)\s(?:the\s)?(?P<subjects>{_LIST})"
)
_NAMED = Expression(
    rf"(?<![\w’'-])(?P<subjects>{_LIST})\s(?:Directorate|Department|Portfolio|directorate|"
    rf"department|portfolio)\b"
)
_NOT_OF_THE_LIST = frozenset(
    ("the", "and", "a", "in", "director", "directorate", "department", "portfolio")
)
_OPENING = Expression(r"^(?:The|This|That|In|Our|Its|For|And|A)\s")
_FEWEST = 3
_LONGEST_GAP = 2
_MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class _Portfolio:
    words: tuple[str, ...]
    text: str
    of_a_member: bool
    passage: Passage
    start: int


def a_portfolio_has_one_name(report: Report) -> Iterator[TextFinding]:
    """“Growth, Environment and Transport” is not “Growth Economic and Transport” elsewhere."""
    named: defaultdict[tuple[str, ...], list[_Portfolio]] = defaultdict(list)
    for portfolio in _portfolios(report):
        named[portfolio.words].append(portfolio)
    told: set[tuple[str, ...]] = set()
    for one, other in combinations(list(named)[:_MOST], 2):
        if not _are_one(one, other) or _side_by_side(named[one], named[other]):
            continue
        # of two that are told as often, the later one is quoted
        rare, common = sorted(
            (named[one], named[other]), key=lambda told: (len(told), -told[0].passage.order)
        )
        if rare[0].words in told:
            continue
        told.add(rare[0].words)
        yield _finding(rare, common)


def _portfolios(report: Report) -> Iterator[_Portfolio]:
    for passage in passages(report):
        if passage.text.isupper() or not passage.has(
            "member", "holder", "director", "department", "portfolio", "head of"
        ):
            continue
        for pattern in (_HELD, _NAMED):
            for match in pattern.finditer(passage.text):
                subjects = _OPENING.sub("", match["subjects"])
                words = _words(subjects)
                if len(words) < _FEWEST:
                    continue
                yield _Portfolio(
                    words=words,
                    text=subjects,
                    of_a_member="member" in match.groupdict() and bool(match["member"]),
                    passage=passage,
                    start=match.end("subjects") - len(subjects),
                )


def _words(subjects: str) -> tuple[str, ...]:
    found = re.findall(r"[A-Za-z]+(?:[-’'][A-Za-z]+)*", subjects)
    return tuple(
        singular(word.casefold().replace("’", "'"))
        for word in found
        if word.casefold() not in _NOT_OF_THE_LIST
    )


def _are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the lists begin and end alike and differ between, or differ in the last of many."""
    start = end = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    gaps = len(one) - start - end, len(other) - start - end
    if min(gaps) == 0 or max(gaps) > _LONGEST_GAP or gaps == (_LONGEST_GAP, _LONGEST_GAP):
        return False
    return (start > 0 and end > 0) or (gaps == (1, 1) and max(start, end) >= _FEWEST)


def _side_by_side(one: list[_Portfolio], other: list[_Portfolio]) -> bool:
    orders = {portfolio.passage.order for portfolio in one}
    return any(portfolio.passage.order in orders for portfolio in other)


def _finding(rare: list[_Portfolio], common: list[_Portfolio]) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text)),
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}, first {other.passage.place}) differ in one word: one "
        f"{'portfolio' if one.of_a_member or other.of_a_member else 'directorate'} under two "
        "names.",
        confidence=Confidence.MEDIUM,
        cure="Give the name that the council's constitution gives.",
    )


RULES: tuple[Rule, ...] = (a_portfolio_has_one_name,)
