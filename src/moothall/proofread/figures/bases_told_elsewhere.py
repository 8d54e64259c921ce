"""Bases told elsewhere: “26% of the working age population (399,944)” and how many these are.

What a percentage with its number is of has a name of two words or more, and the report says in
another place how many there are; or the line before has the same things in a number of which the
percentage is that of this one but for the place of its point.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.proportions import a_percentage_is_its_part_of_the_whole
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Paragraph,
    Sentence,
    beyond,
    finding_on,
    mark,
    paragraphs,
    per_cent,
)

_OF_A_NAME = Expression(
    rf"{mark('p', 'P')}\sof\s(?:the\s|all\s|our\s|its\s)?(?P<name>[a-z-]+(?:\s[a-z-]+){{1,4}}?)"
    rf"\s?(?:\(|,\s(?:or|that is|which is|some)\s)\s?{mark('n', 'C')}",
    re.IGNORECASE,
)
_PART_OF_A_NAME = Expression(
    rf"{mark('n', 'C')}\s?\(\s?{mark('p', 'P')}\s?\)\sof\s(?:the\s|all\s|those\s|these\s){{1,2}}"
    r"(?P<name>[a-z-]+\s[a-z-]+)(?=\s|[,.;)]|$)",
    re.IGNORECASE,
)
"""“Some 101,400 (35%) of those economically inactive”."""
_COUNTED = Expression(
    rf"^\W*(?:over|more than|about|around|approximately|some|nearly|almost)?\s?{mark('n', 'C')}\s"
    rf"(?P<things>[a-z-]+)(?:\s?\(\s?{mark('p', 'P')}\s?\))?",
    re.IGNORECASE,
)
_CURE = "Correct the percentage or the number."
_POINT = Decimal(10)
_ROOM = Decimal("0.06")


def a_share_of_a_name_is_of_its_number(report: Report) -> Iterator[TextFinding]:
    """“The working age population is 1.5m … 36.3% of the working age population (399,944)”."""
    kept: list[Paragraph] | None = None
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            match = _OF_A_NAME.search(one.pattern) if " of " in one.text else None
            part = (
                _PART_OF_A_NAME.search(one.pattern)
                if match is None and "»)" in one.pattern
                else None
            )
            match = match or part
            if match is None:
                continue
            name, n, p = match["name"].lower(), one.figure(match["n"]), one.figure(match["p"])
            kept = kept or list(paragraphs(report))
            bases = list((_counted if part else _bases)(kept, name, one))
            bases = [base for base in bases if base.size > n.size]
            if not bases or any(_fits(n, base, p) for base in bases):
                continue
            if (n.rough and part is None) or told_by(_OTHERS, report, paragraph, one):
                continue
            base = bases[0]
            share = n.size / base.size * HUNDRED
            if part is not None and len({base.size for base in bases}) > 1:
                continue
            if not share / 3 <= p.size <= share * 3:
                continue
            got = f"{n.text} of it is {per_cent(share)}, not {p.text}"
            message = f"“{name}” is told as {base.text}: {got}."
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


_OTHERS = quotes_told(a_percentage_is_its_part_of_the_whole)


def _bases(kept: list[Paragraph], name: str, own: Sentence) -> Iterator[Figure]:
    """The numbers that the report gives for the name: “the … is (about) 1.5m”."""
    for paragraph in kept:
        if name not in paragraph.text.lower():
            continue
        for one in paragraph.sentences:
            at = one.pattern.lower().find(name) if one is not own else -1
            told = _IS.match(one.pattern[at + len(name) :]) if at >= 0 else None
            if told is not None:
                yield one.figure(told["n"])


def _counted(kept: list[Paragraph], name: str, own: Sentence) -> Iterator[Figure]:
    """The numbers that stand right before the name: “(399,944 residents) classed as …”."""
    for paragraph in kept:
        if name not in paragraph.text.lower():
            continue
        for one in paragraph.sentences:
            at = one.pattern.lower().find(name) if one is not own else -1
            marks = re.findall(r"«(C\d+)»(?=[^«»;.]{0,40}$)", one.pattern[:at]) if at > 0 else []
            if marks:
                yield one.figure(marks[-1])


_IS = Expression(
    r"^(?:\s(?:in|of|for)\s[A-Z][\w’' ]{2,30}?)?\s?(?:is|was|are|were|of|:|stands at|totals|"
    rf"numbers)\s(?:[a-z]+\s){{0,2}}?{mark('n', 'C')}",
)


def _fits(n: Figure, base: Figure, p: Figure) -> bool:
    return beyond(p, n.low / base.high * HUNDRED, n.high / base.low * HUNDRED) <= 1


def a_share_of_the_line_before_has_its_point_right(report: Report) -> Iterator[TextFinding]:
    """“About 78,000 people saw it”, “over 1,800 people (23%) replied”: 2.3%."""
    before: tuple[Figure, str] | None = None
    for paragraph in paragraphs(report):
        one = paragraph.sentences[0] if paragraph.sentences else None
        match = _COUNTED.match(one.pattern) if one is not None else None
        if one is None or match is None:
            before = None
            continue
        n, things = one.figure(match["n"]), match["things"].lower()
        if match["p"] and before and before[1] == things and before[0].size > n.size:
            p, whole = one.figure(match["p"]), before[0]
            share = n.size / whole.size * HUNDRED
            moved = any(abs(share * by - p.size) <= p.size * _ROOM for by in (_POINT, 1 / _POINT))
            if moved and p.kind is Kind.PERCENT:
                places = max(p.amount.places, 1)
                message = f"{n.text} of {whole.text} is {per_cent(share, places)}, not {p.text}."
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)
        if before is None or before[1] != things:
            before = n, things


RULES: tuple[Rule, ...] = (
    a_share_of_a_name_is_of_its_number,
    a_share_of_the_line_before_has_its_point_right,
)
