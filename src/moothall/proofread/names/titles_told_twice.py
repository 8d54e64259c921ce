"""Titles told twice: a paper with a title and what it is about, of which one part was changed.

“Keeping Lamps Lit – Harbour Recovery Plan” is not “Keeping Lamps Lit – Budget Renewal Strategy” in
the same report, nor “Lamp and ports: Foundations for trade” the “Lamps and ports” of that line.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import Passage, around, how_often, passages
from moothall.proofread.reading.written_names import letters_apart, singular

_DOCUMENT = Expression(
    r"(?<![\w’'-])(?P<title>[A-Z][\w’']+(?:\s[A-Z][\w’']+){1,5})\s?[–—-]\s"
    r"(?P<about>(?:[A-Z][a-z]+\s){1,4}(?:Plan|Strategy|Policy|Programme|Framework|Report|Review|"
    r"Charter))\b"
)
_WITH_COLON = Expression(
    r"(?<![\w’'-])(?P<title>[A-Z][\w’']+(?:\s[\w’']+){1,5}):"
    r"(?=\s(?P<about>[A-Z][\w’']+(?:\s[\w’']+){2,4}))"
)
_TELLING = 2


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    part: tuple[str, ...]
    passage: Passage
    start: int
    end: int


def a_document_is_about_one_thing(report: Report) -> Iterator[TextFinding]:
    """“Keeping Lamps Lit – Recovery Plan” and “Keeping Lamps Lit – Budget Strategy”."""
    by_title: defaultdict[str, list[_Title]] = defaultdict(list)
    for passage in passages(report):
        if not any(mark in passage.text for mark in (" – ", " — ", " - ")):
            continue
        for match in _DOCUMENT.finditer(passage.text):
            by_title[_plain(match["title"])].append(_title(match, "about", passage))
    yield from _in_two_ways(by_title, _are_two_subjects)


def a_title_is_printed_one_way(report: Report) -> Iterator[TextFinding]:
    """“Lamps and ports: Foundations for trade” and “Lamp and ports: Foundations for trade”."""
    by_subject: defaultdict[str, list[_Title]] = defaultdict(list)
    for passage in passages(report):
        if ": " not in passage.text:
            continue
        for match in _WITH_COLON.finditer(passage.text):
            about = _plain(" ".join(match["about"].split()[:3]))
            by_subject[about].append(_title(match, "title", passage))
    yield from _in_two_ways(by_subject, _are_one_title)


def _title(match: re.Match[str], part: str, passage: Passage) -> _Title:
    words = tuple(_plain(match[part]).split())
    end = match.end("about")
    text = " ".join(passage.text[match.start() : end].split())
    return _Title(text, words, passage, match.start(), end)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("&", "and").split())


def _in_two_ways(
    groups: dict[str, list[_Title]], differ: Callable[[_Title, _Title], bool]
) -> Iterator[TextFinding]:
    for found in groups.values():
        by_part: defaultdict[tuple[str, ...], list[_Title]] = defaultdict(list)
        for title in found:
            by_part[title.part].append(title)
        for one, other in combinations(list(by_part)[:4], 2):
            rare, common = sorted((by_part[one], by_part[other]), key=len)
            if not differ(rare[0], common[0]) or rare[0].passage is common[0].passage:
                continue
            shown = rare[0]
            yield TextFinding(
                place=shown.passage.place,
                quote=around(shown.passage.text, shown.start, shown.end),
                message=f"“{shown.text}” ({how_often(len(rare))}) and “{common[0].text}” "
                f"({how_often(len(common))}, {common[0].passage.place}) look like one document "
                "under two titles.",
                confidence=Confidence.MEDIUM,
                cure="Give the title as it stands on the document.",
            )


def _are_two_subjects(one: _Title, other: _Title) -> bool:
    """Whether neither is the other cut short, and both tell of something in common."""
    words = set(one.part), set(other.part)
    return bool(words[0] & words[1]) and not words[0] <= words[1] and not words[1] <= words[0]


def _are_one_title(one: _Title, other: _Title) -> bool:
    """Whether one word of the title has another form, or a letter more or less."""
    ours, theirs = one.part, other.part
    if len(ours) > len(theirs):
        ours, theirs = theirs, ours
    theirs = theirs[len(theirs) - len(ours) :]  # “the White Paper Lamps and ports”
    apart = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(apart) != 1 or len(ours) < _TELLING:
        return False
    a, b = apart[0]
    return singular(a) == singular(b) or (min(len(a), len(b)) > 4 and letters_apart(a, b, 1) == 1)


RULES: tuple[Rule, ...] = (a_document_is_about_one_thing, a_title_is_printed_one_way)
