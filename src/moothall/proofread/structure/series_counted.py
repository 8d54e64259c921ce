"""Series of labels counted: “in three phases”, where Phase 1 to Phase 4 are set out.

A series is one label with numbers or letters that run on from the first, over headings, paragraphs
or rows.  A number that the text gives for all of them is held against it; one that may be of some
of them (“two of the phases”, “two further options”, “two options were ruled out”) is left alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.running_text import word_set

_LABEL = Expression(
    r"^[\W_]{0,4}(?P<word>[A-Z][a-z]{2,14})\s(?P<number>\d{1,2}|[A-L]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|"
    r"[Ff]ive|[Ss]ix)(?=\s*(?:[:.)(–—-]|$)|\s[A-Z])(?![.,]\d)"
)
_NOT_COUNTED = word_set(
    "appendix annex table figure chart section paragraph page schedule item question note version "
    "quarter year month week day band grade class room tier level age part box article act plan "
    "minute area ward form map no number june july march may april enclosure policy option"
)
"""Labels of parts of a paper, of time and of ranks, and those that other rules count."""
_COUNTED = Expression(
    r"(?P<before>^|[.;]\s|\b(?:in|into|has|have|had|contains?|contained|compris\w+|of|through|over|"
    r"following|developed|identif\w+|proposes?|proposed|recommends?|sets?\sout|there\s(?:are|were|"
    r"will\sbe)|makes?|made|uses?|used|has|under|all|explores?|describes?|considers?|considered|"
    r"appraised|asks?|asked|against|be)\s(?:the\s|these\s|our\s|its\s)?(?:following\s)?)"
    r"(?P<number>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])\s"
    r"(?P<kinds>(?:(?!of\b|and\b|or\b|to\b)[a-z][a-z’-]*\s){0,2}?)(?P<noun>[a-z]{3,16}s)\b",
    re.IGNORECASE,
)
_OF_SOME = Expression(
    r"\b(?:further|other|more|additional|remaining|last|first|next|new|shortlisted|preferred|viable|"
    r"short-listed|later|earlier|final|previous|different|such|alternative|main|key|of\sthe|of\sthese|of\sthose)\b",
    re.IGNORECASE,
)
_SOME_WERE = Expression(
    r"^\s(?:were\s|was\s|are\s|have\sbeen\s|will\sbe\s)?(?:ruled|rejected|discounted|dropped|"
    r"withdrawn|excluded|shortlisted|taken\sforward|that|which|remain|not|complete|completed|late|"
    r"delayed|on\strack|rated|accepted|partly|above|together)\b"
)
_LETTERS = "ABCDEFGHIJKL"
_WORDS = NUMBERS_TO_99 | {"one": 1}
_NEAR = 2


@dataclass(frozen=True, slots=True)
class _Said:
    passage: Passage
    match: re.Match[str]
    number: int


def as_many_are_labelled_as_are_said(report: Report) -> Iterator[TextFinding]:
    """ "In three phases" is followed by Phase 1, Phase 2 and Phase 3, and by no other."""
    series = _series(report)
    if not series:
        return
    said = _said(report, series)
    for word, number in series.items():
        told = said[word]
        if not told or any(one.number == number for one in told):
            continue
        if len({one.number for one in told}) > 1 or abs(told[0].number - number) > _NEAR:
            continue
        one = told[0]
        if one.number > number and _is_spoken_of(report, word, one.number):
            continue
        yield TextFinding(
            place=one.passage.place,
            quote=around(one.passage.text, one.match.start(), one.match.end()),
            message=f"The text says {one.match['number']} {one.match['noun']}; {number} are set "
            f"out, {word} {_shown(1, report, word)} to {word} {_shown(number, report, word)}.",
            confidence=Confidence.MEDIUM,
            cure="Correct the number, or what is set out.",
        )


def _series(report: Report) -> dict[str, int]:
    """How many each label has that runs on from the first without a gap, and is used alone."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for text in _openings(report):
        match = _LABEL.match(text[:40])
        if match and match["word"].lower() not in _NOT_COUNTED:
            found[match["word"]].append(_value(match["number"]))
    return {
        word: max(numbers)
        for word, numbers in found.items()
        if 2 <= len(set(numbers)) == max(numbers) and _runs_once(numbers)
    }


def _runs_once(numbers: list[int]) -> bool:
    """Whether the labels first come in turn; the series may be told again after it."""
    first = list(dict.fromkeys(numbers))
    return first == sorted(first)


def _openings(report: Report) -> Iterator[str]:
    for block in report.blocks:
        if isinstance(block, Heading | Prose):
            yield f"{block.number} {block.text[:40]}".strip() if block.number else block.text[:40]
            if block.number:
                yield block.text[:40]
        elif isinstance(block, Grid):
            for row in block.rows:
                if row:
                    yield row[0]


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    return _LETTERS.index(number) + 1 if number in _LETTERS else _WORDS[number.lower()]


def _said(report: Report, series: dict[str, int]) -> dict[str, list[_Said]]:
    """What the text says of how many there are, by label."""
    found: dict[str, list[_Said]] = {word: [] for word in series}
    stems = {word: word.lower() for word in series}
    for passage in passages(report):
        if passage.cell:
            continue
        for match in _COUNTED.finditer(passage.text):
            noun = match["noun"].lower()
            for word, stem in stems.items():
                if not _is_of(noun, stem):
                    continue
                around_it = passage.text[max(0, match.start() - 25) : match.end("noun")]
                if _OF_SOME.search(around_it) or _SOME_WERE.match(passage.text[match.end() :]):
                    continue
                number = match["number"].lower()
                value = int(number) if number.isdigit() else _WORDS[number]
                found[word].append(_Said(passage, match, value))
    return found


def _is_of(noun: str, stem: str) -> bool:
    """Whether “groupings” are of the label “Group”, “priorities” of “Priority”."""
    singular = noun.removesuffix("s")
    return stem in (singular, singular.removesuffix("ing")) or (
        stem.endswith("y") and noun == f"{stem[:-1]}ies"
    )


def _is_spoken_of(report: Report, word: str, number: int) -> bool:
    """Whether the one that is missing is named somewhere in the text."""
    names = (f"{word} {number}".lower(), f"{word} {_LETTERS[number - 1]}".lower())
    return any(name in passage.text.lower() for passage in passages(report) for name in names)


def _shown(number: int, report: Report, word: str) -> str:
    """A number of the series as the paper prints it."""
    texts = [text for text in _openings(report) if text.strip(" *#_").startswith(word)]
    matches = [match for text in texts if (match := _LABEL.match(text))]
    return next(
        (match["number"] for match in matches if _value(match["number"]) == number), str(number)
    )


RULES: tuple[Rule, ...] = (as_many_are_labelled_as_are_said,)
