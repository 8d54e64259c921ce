"""Sums told after their parts, some sentences on: “The two options together are worth £158,720”.

The parts are sums told in the sentences before it, in its paragraph and the one before.  Silent
where any of them, or all, make the sum; told where they make it but for one digit, or where there
are just as many of them as the sentence says.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from moothall.documents.report import Report
from moothall.proofread.figures.slips_of_the_pen import slipped
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import NUMBERS_TO_99
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    worded,
)

_TOGETHER = Expression(
    r"\b(?:together|combined|altogether|in all|in total|taken together|between them|jointly|"
    r"all told|overall total|total of|a total|sum of)\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:with the|together with|compared|last year|previous\w*|since|so far|by \d{4}|remaining|"
    r"net|less|after|other|further|additional|includ\w+|over (?:the|a|\w+) (?:years?|period)|"
    r"per|each|average|would have|instead|average)\b",
    re.IGNORECASE,
)
_SO_MANY = Expression(r"\b(?P<number>both|two|three|four|five|six)\b", re.IGNORECASE)
_FURTHEST, _MOST = 4, 8
_DIGITS = 5
"""A sum of fewer digits is a digit away from too many others by chance."""
_CURE = "Correct the sum, or the part that is wrong."


def a_sum_is_that_of_the_sentences_before_it(report: Report) -> Iterator[TextFinding]:
    """“A saves £44,720.  B saves £114,000.  The two together save £168,720.”"""
    before: list[Paragraph] = []
    for paragraph in paragraphs(report):
        if before and before[-1].section != paragraph.section:
            before = []
        if "£" in paragraph.text and not paragraph.cell:
            yield from _in_paragraph(paragraph, before[-1:])
        before.append(paragraph)


def _in_paragraph(paragraph: Paragraph, before: list[Paragraph]) -> Iterator[TextFinding]:
    earlier = [one for each in before for one in each.sentences]
    for one in paragraph.sentences:
        told = _sums(one)
        if len(told) == 1 and _TOGETHER.search(one.text) and not _OTHERWISE.search(one.text):
            parts = [figure for each in earlier[-_FURTHEST:] for figure in _sums(each)][-_MOST:]
            if working := _working(one, told[0], parts):
                yield finding_on(paragraph, one, working, _CURE, Confidence.MEDIUM)
        earlier.append(one)


def _sums(one: Sentence) -> list[Figure]:
    return [f for f in one.figures if f.kind is Kind.MONEY and f.value > 0 and not f.rough]


def _working(one: Sentence, told: Figure, parts: list[Figure]) -> str | None:
    """The parts that make the sum but for a slip, where no others make it."""
    number = _SO_MANY.search(one.text)
    wanted = None
    if number:
        wanted = (
            2 if number["number"].lower() == "both" else NUMBERS_TO_99[number["number"].lower()]
        )
    near: list[tuple[Figure, ...]] = []
    for many in range(2, min(len(parts), 6) + 1):
        for some in combinations(parts, many):
            added = sum((part.value for part in some), Decimal(0))
            slack = sum((part.spread for part in some), told.spread)
            if abs(added - told.value) <= slack:
                return None
            just_these = wanted == many == len(parts) and _is_of_like_size(told, added)
            if just_these or (wanted in (None, many) and _is_near(told, some, added)):
                near.append(some)
    if any(abs(part.value - told.value) <= part.spread + told.spread for part in parts):
        return None
    if len(near) != 1:
        return None
    added = sum((part.value for part in near[0]), Decimal(0))
    finest = min(near[0], key=lambda part: part.amount.step)
    return (
        f"{' + '.join(p.text for p in near[0])} = {worded(added, finest.amount)}, not {told.text}."
    )


def _is_of_like_size(told: Figure, added: Decimal) -> bool:
    return max(told.value, added) <= 2 * min(told.value, added)


def _is_near(told: Figure, some: tuple[Figure, ...], added: Decimal) -> bool:
    step = min(told.amount.step, *(part.amount.step for part in some))
    digits = len(str(int(added / step)).rstrip("0"))
    return digits >= _DIGITS - 1 and slipped(told.value, added, step)


RULES: tuple[Rule, ...] = (a_sum_is_that_of_the_sentences_before_it,)
