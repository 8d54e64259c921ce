"""Half renamed: a service, a document or a body whose old or other name was left standing once.

Three ways in which a name is given away as another's: both give the same letters, as the
“Strengthening Families Service (SFS)” and the “Supporting Families Service” do; the
“Prevention Strategy” ends a paragraph that introduced a “Prevention Framework”; and a council has
one body for overview and scrutiny, whatever it calls it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.names.spellings import spellings
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.running_text import (
    Passage,
    around,
    how_often,
    passages,
    sentences,
    word_set,
)
from moothall.proofread.reading.written_names import BODIES, SCHEMES, Name, written_names

_KINDS = (
    BODIES
    | SCHEMES
    | word_set(
        "services team unit directorate department division agency review model pathway programmes "
        "system company centre college"
    )
)
_SHORTEST_LETTERS = 3
_MANY = 2
_MOST_NAMES = 400
_Named = dict[tuple[str, ...], list[Name]]


def a_name_fits_the_letters_of_one_thing(report: Report) -> Iterator[TextFinding]:
    """The “Supporting Families Service”, where the letters SFS are of a Strengthening one."""
    named = _names(report)
    lettered = {
        key: tuple(word.casefold() for spelling in found for word in spelling.words[:1])
        for key, found in spellings(report).items()
        if len(key) >= _SHORTEST_LETTERS and any(spelling.words for spelling in found)
    }
    for one, other in _alike_but_for_one(named):
        letters = "".join(word[0] for word in one).upper()
        if letters not in lettered or one[-1] not in _KINDS:
            continue
        rare, common = _rare_and_common(named, one, other)
        if len(common) < _MANY or _side_by_side(rare, common):
            continue
        if any(_has_letters_of_its_own(name, letters) for name in rare):
            continue  # told by the rule on abbreviations that stand for two things
        yield _finding(
            rare, common, f"and both give {letters}, which the report gives to the second"
        )


def _names(report: Report) -> _Named:
    named: defaultdict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in written_names(report):
        if len(name.tokens) >= _SHORTEST_LETTERS and len(named) < _MOST_NAMES:
            named[name.tokens].append(name)
    return named


def _alike_but_for_one(named: _Named) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names with one word exchanged for another of the same initial."""
    by_gap: defaultdict[tuple[object, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in named:
        for gap in range(len(words) - 1):
            by_gap[gap, words[gap][0], words[:gap], words[gap + 1 :]].append(words)
    for alike in by_gap.values():
        yield from combinations(alike[:6], 2)


def _has_letters_of_its_own(name: Name, letters: str) -> bool:
    after = name.passage.text[name.start + len(name.text) :][: len(letters) + 3]
    return after.startswith(f" ({letters}")


def _rare_and_common(
    named: _Named, one: tuple[str, ...], other: tuple[str, ...]
) -> tuple[list[Name], list[Name]]:
    rare, common = sorted((named[one], named[other]), key=len)
    return rare, common


def _side_by_side(one: list[Name], other: list[Name]) -> bool:
    """Whether one sentence names both, as it does with two things."""
    by_text = {id(name.passage) for name in one}
    for name in other:
        if id(name.passage) in by_text and any(
            name.text in sentence and one[0].text in sentence
            for sentence in sentences(name.passage.text)
        ):
            return True
    return False


# --- a document of another kind -------------------------------------------------------------------

_DOCUMENT = Expression(
    r"(?<![\w’'-])(?P<article>[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Oo]ur)\s(?:[a-z]+\s){0,2}"
    r"(?P<subject>[A-Z][A-Za-z’'-]+(?:\s(?:and|&|of|for)\s[A-Z][A-Za-z’'-]+|\s[A-Z][A-Za-z’'-]+){0,4})\s"
    r"(?P<kind>Strategy|Framework|Policy|Plan|Programme|Charter|Protocol)\b(?!\s\d)"
)
_TWO_KINDS = Expression(
    r"\b(?:sits? (?:under|beneath|alongside)|underpin\w*|support(?:s|ed|ing)|implement\w*|"
    r"deliver(?:s|y)|accompan\w+|alongside|overarching|parent|separate|both|replac\w+|former\w*|"
    r"previous\w*|supersed\w+|merg\w+|becom\w+|became|renamed)\b",
    re.IGNORECASE,
)


def a_document_keeps_its_kind_in_a_paragraph(report: Report) -> Iterator[TextFinding]:
    """A paragraph on a “Prevention Framework” does not end on “the Prevention Strategy”."""
    kinds: defaultdict[str, defaultdict[str, list[tuple[Passage, re.Match[str]]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for passage in passages(report):
        for match in _DOCUMENT.finditer(passage.text):
            kinds[match["subject"].casefold()][match["kind"]].append((passage, match))
    for subject in kinds.values():
        if len(subject) != _MANY:
            continue
        rare, common = sorted(subject.values(), key=len)
        (passage, match) = rare[0]
        here = [other for where, other in common if where is passage]
        if len(rare) > 1 or len(common) <= _MANY or not here:
            continue
        if _TWO_KINDS.search(passage.text[: match.end() + 80]) or match["article"].lower() == "a":
            continue
        first = here[0]
        if not re.search(r"[.;]", passage.text[first.end() : match.start()]):
            continue  # one sentence names both
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end()),
            message=f"“{match['subject']} {match['kind']}” stands once, in a paragraph about the "
            f"“{first['subject']} {first['kind']}” ({how_often(len(common))} in the report): one "
            "document under two names.",
            confidence=Confidence.MEDIUM,
            cure="Use one name throughout, or say how the two differ.",
        )


# --- overview and scrutiny ------------------------------------------------------------------------

_SCRUTINY = Expression(
    r"(?<![\w’'-])(?:the|this|that|its|our|The)\s(?P<name>(?:Overview|Scrutiny|Select|Policy|"
    r"Performance|Corporate|Management)(?:(?:,| and| &|,? and)?\s(?:Overview|Scrutiny|Select|"
    r"Policy|Performance|Review|Development)){0,3}\s(?P<kind>Committee|Panel|Board|Commission))\b"
    r"(?!\s(?:of|for|on)\s[A-Z])"
)
_ITS_WORDS = word_set("overview scrutiny select")


def overview_and_scrutiny_has_one_name(report: Report) -> Iterator[TextFinding]:
    """A paper to and from “the Scrutiny Committee” has no “Overview and Select Committee” too."""
    named: defaultdict[str, list[tuple[Passage, re.Match[str]]]] = defaultdict(list)
    for passage in passages(report):
        for match in _SCRUTINY.finditer(passage.text):
            named[re.sub(r"\s*&\s*", " and ", match["name"])].append((passage, match))
    for one, other in combinations(sorted(named), 2):
        rare, common = sorted((one, other), key=lambda name: (len(named[name]), name))
        words = [set(re.findall(r"[a-z]+", name.casefold())) - {"and"} for name in (rare, common)]
        bare = [found - {"committee", "panel", "board", "commission"} for found in words]
        if bare[0] <= bare[1] or bare[1] <= bare[0] or not (bare[0] | bare[1]) <= _ITS_WORDS:
            continue  # one is short for the other, or has a subject of its own
        if len(named[rare]) > 1 or len(named[common]) <= _MANY:
            continue
        passage, match = named[rare][0]
        if any(
            rare in sentence and common in sentence for sentence in sentences(passage.text)
        ) or re.search(r"House of|Parliament|Commons|MPs", passage.text):
            continue
        yield TextFinding(
            place=passage.place,
            quote=around(passage.text, match.start(), match.end()),
            message=f"“{rare}” stands once, “{common}” {how_often(len(named[common]))}: the body "
            "for overview and scrutiny under two names.",
            confidence=Confidence.MEDIUM,
            cure="Give the name that the council's constitution gives.",
        )


def _finding(rare: list[Name], common: list[Name], why: str) -> TextFinding:
    one, other = rare[0], common[0]
    return TextFinding(
        place=one.passage.place,
        quote=around(one.passage.text, one.start, one.start + len(one.text)),
        message=f"“{one.text}” ({how_often(len(rare))}) and “{other.text}” "
        f"({how_often(len(common))}) differ in one word, {why}: one thing under two names.",
        confidence=Confidence.MEDIUM,
        cure="Use one name throughout.",
    )


RULES: tuple[Rule, ...] = (
    a_name_fits_the_letters_of_one_thing,
    a_document_keeps_its_kind_in_a_paragraph,
    overview_and_scrutiny_has_one_name,
)
