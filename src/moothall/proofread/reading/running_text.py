"""Running text: a report as a reader meets it, cut into passages and these into sentences.

A passage is a paragraph, an item, a heading or one cell; unlike the passages of `passages.py` it
knows which of these it is, a caption is none, and its sentences are plain text.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from moothall.documents.report import Grid, Heading, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import read_once


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of text as a reader meets it: a paragraph, an item, a heading or one cell."""

    text: str
    place: Place
    part: str = "prose"
    """`prose`, `bullet`, `heading` or `cell`."""
    block: int = 0


_HAS_WORDS = Expression(r"[A-Za-z/?]{2}|\d/\d")


@read_once
def passages(report: Report) -> tuple[Passage, ...]:
    """Every run of text, in order; cells that hold nothing but a figure are left out."""
    return tuple(_passages(report))


def _passages(report: Report) -> Iterator[Passage]:
    for number, block in enumerate(report.blocks):
        match block:
            case Prose():
                part = "bullet" if block.bullet else "prose"
                yield Passage(text=block.text, place=block.place, part=part, block=number)
            case Heading():
                yield Passage(text=block.text, place=block.place, part="heading", block=number)
            case Grid():
                for row, cells in enumerate(block.rows):
                    for column, cell in enumerate(cells):
                        if _HAS_WORDS.search(cell):
                            place = block.cell_place(row, column)
                            yield Passage(text=cell, place=place, part="cell", block=number)
            case Image():
                pass


_SENTENCE_END = Expression(r"[.!?;][\"”’')]?\s+(?=[\"“‘'(]?[A-Z0-9£])")
_ABBREVIATED = Expression(
    r"(?:\b(?:cllrs?|mrs?|ms|dr|prof|st|no|nos|para|paras|approx|dept|e\.g|i\.e|eg|ie|vs|c|ref|"
    r"sept?|oct|nov|dec|jan|feb|mar|apr|aug|rev|hon|inc|ltd)|\b[A-Z])\.$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a run of text; semicolons end one too, full stops of abbreviations do not.

    >>> sentences("Cllr. Hall spoke at no. 3. It closed; 12 answered.")
    ('Cllr. Hall spoke at no. 3.', 'It closed;', '12 answered.')
    """
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        end = match.start() + 1
        if text[match.start()] == "." and _ABBREVIATED.search(text[max(start, end - 12) : end]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return tuple(found)


def around(text: str, start: int, end: int, reach: int = 45) -> str:
    """The words about a spot, for a quote."""
    left, right = max(0, start - reach), min(len(text), end + reach)
    if left:
        left = text.find(" ", left, start) + 1 or start
    if right < len(text):
        right = text.rfind(" ", end, right)
        right = end if right < 0 else right
    return text[left:right].strip()


def finding_in(
    passage: Passage, start: int, end: int, message: str, confidence: Confidence, cure: str
) -> TextFinding:
    """A finding on a spot of a passage, quoted with the words about it."""
    return TextFinding(
        place=passage.place,
        quote=around(passage.text, start, end),
        message=message,
        confidence=confidence,
        cure=cure,
    )


def shortened(sentence: str, longest: int = 110) -> str:
    return sentence if len(sentence) <= longest else sentence[:longest].rsplit(" ", 1)[0] + " …"


def how_often(times: int) -> str:
    return "once" if times == 1 else f"{times} times"


# --- faults that recur ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Words that are wrong, before repeats are counted; `key` is the same for the same fault."""

    key: str
    passage: Passage
    match: re.Match[str]
    message: str
    confidence: Confidence
    cure: str


def told_once(faults: Iterable[Fault]) -> Iterator[TextFinding]:
    """One finding for each fault however often it occurs: the first place, and how often."""
    first: dict[str, Fault] = {}
    times: Counter[str] = Counter()
    for fault in faults:
        times[fault.key] += 1
        first.setdefault(fault.key, fault)
    for key, fault in first.items():
        more = f" ({times[key]} times in this report)" if times[key] > 1 else ""
        yield TextFinding(
            place=fault.passage.place,
            quote=around(fault.passage.text, fault.match.start(), fault.match.end()),
            message=f"{fault.message}{more}.",
            confidence=fault.confidence,
            cure=fault.cure,
        )
