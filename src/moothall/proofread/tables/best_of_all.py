"""The best of several against them all: no whole does better than its best part.

“The best performing directorate was at 82%” cannot be where all directorates together stand at 84%.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Grid, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import WEAK, concepts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    sentence,
)

_EXTREME = Expression(
    rf"\b(?:(?P<best>best|highest|strongest|top)|(?P<worst>worst|lowest|weakest|poorest))"
    rf"(?:[- ](?:perform(?:ing|er|ance)|scor(?:ing|e)|rat(?:ed|e)|achiev(?:ing|er)|placed))?\b"
    rf"[^«»;.]{{0,30}}?\b(?:was|is|being|were|came from|in|for|by)\b[^«»;.]{{0,80}}?"
    rf"\s(?:with|at|on|achieving|scoring|reaching|of|\()\s?{mark('p', 'P')}",
    re.IGNORECASE,
)
_ALL = Expression(
    rf"\b(?:overall|altogether|in total|as a whole|across all|council[- ]wide|county[- ]wide|"
    rf"all (?:directorates|departments|services|areas|districts|wards|schools|teams))\b"
    rf"[^«»;.]{{0,70}}?{mark('w', 'P')}|"
    rf"{mark('v', 'P')}\s(?:overall|altogether|across the (?:council|county|borough|authority|"
    r"city))\b",
    re.IGNORECASE,
)
_LATEST = Expression(rf"^(?:latest|current|actual|result|this quarter):?\s{mark('w', 'P')}", re.I)
_OTHER = Expression(
    r"\b(?:quarter [1-4]|last year|previous|ever|since|nationally|england|month|record|target|"
    r"improv\w+|increase|reduction)\b",
    re.IGNORECASE,
)
_REACH = 14
"""How many blocks after the words the record of their measure stands at most."""
_LEAST_SHARED = 4


def the_best_is_no_worse_than_all(report: Report) -> Iterator[TextFinding]:
    """No part that is called the best lies below the figure of the whole, nor the worst above."""
    for paragraph in paragraphs(report):
        if paragraph.cell or "%" not in paragraph.text:
            continue
        for number, one in enumerate(paragraph.sentences):
            match = _EXTREME.search(one.pattern)
            if match is None or _OTHER.search(match[0]):
                continue
            part, best = one.figure(match["p"]), bool(match["best"])
            found = _of_all(paragraph.sentences[: number + 1]) or _recorded(report, paragraph)
            if found is None:
                continue
            whole, where = found
            if whole.value == part.value or (
                whole.low <= part.high if best else whole.high >= part.low
            ):
                continue
            yield finding_on(
                paragraph,
                one,
                f"{part.text} is said to be the {'best' if best else 'lowest'}, but all together "
                f"are at {whole.text} ({where}): no whole is "
                f"{'better than its best' if best else 'worse than its worst'} part.",
                "Correct the figure of the part or of the whole.",
                Confidence.MEDIUM,
            )
            break


def _of_all(sentences: tuple[Sentence, ...]) -> tuple[Figure, str] | None:
    for one in reversed(sentences[-2:]):
        match = _ALL.search(one.pattern)
        if match is not None and not _OTHER.search(match[0]):
            return one.figure(match["w"] or match["v"]), "the same paragraph"
    return None


def _recorded(report: Report, paragraph: Paragraph) -> tuple[Figure, str] | None:
    """The latest figure of the measure that the paragraph is about, in its record below."""
    about = concepts(paragraph.text) - WEAK
    label, found = "", list[tuple[int, Figure, str]]()
    for block in report.blocks[paragraph.block + 1 : paragraph.block + _REACH]:
        if isinstance(block, Grid):
            label = max((cell for row in block.rows for cell in row), key=len, default="")
            continue
        if not isinstance(block, Prose):
            continue
        read = sentence(block.text[:200])
        match = _LATEST.search(read.pattern)
        if match is None or not label:
            continue
        figure = read.figure(match["w"])
        named = concepts(label) - WEAK
        shared = len(named & about)
        if figure.kind is Kind.PERCENT and shared >= _LEAST_SHARED and shared * 3 >= len(named):
            found.append((shared, figure, f"“{label[:70]}”, {block.place}"))
    if not found:
        return None
    found.sort(key=lambda each: -each[0])
    if len(found) > 1 and found[0][0] == found[1][0]:
        return None
    return found[0][1], found[0][2]


RULES: tuple[Rule, ...] = (the_best_is_no_worse_than_all,)
