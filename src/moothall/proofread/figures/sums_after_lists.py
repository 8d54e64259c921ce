"""Sums after lists: what items that stand under each other cost “together”.

Each item of the list holds one sum of money, and the line after it says what they come to.  Silent
where an item holds two, or where the line speaks of one part of them or of something more.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.figures.told_totals import RULES as TOTALS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    finding_on,
    paragraphs,
    sentence,
    worded,
)

_TOGETHER = Expression(
    r"^\W*(?:together(?! with)|taken together(?! with)|in total|in all|altogether|combined|"
    r"the total|(?:a )?total|"
    r"these (?:\w+ )?(?:cost|come|add|make|total|amount|give)|their (?:combined |total )|the sum|"
    r"all (?:three|four|five|six|these|of these|together)|the (?:\w+ ){0,2}(?:together|"
    r"combined))\b",
    re.IGNORECASE,
)
_MORE = Expression(
    r"\b(?:includ\w+|exclud\w+|other|further|additional|net|less|plus|over|per|average|compared|"
    r"previous\w*|budget|up to|about|around|approximately|nearly|almost|remain\w*|each|with)\b",
    re.IGNORECASE,
)
_A_PART = Expression(
    r"\b(?:of which|of whom|included|already|saving|less|minus|credit|income)\b", re.I
)
_NEXT_ITEM = Expression(r"(?<=;)\s(?:and\s)?(?=\([a-z]{1,4}\)\s)|(?<=; and)\s(?=\()")
_LONGEST = 220
_NEAR = Decimal("0.5")
_ALL_ROUNDED_ONE_WAY = Decimal("0.75")
"""So much of the room for rounding is used at most: never are all items rounded up by a half."""
_CURE = "Correct the total or the item that is wrong."
_TOLD = quotes_told(*TOTALS)


def a_sum_after_a_list_is_that_of_its_items(report: Report) -> Iterator[TextFinding]:
    """“(a) £1.8m; (b) £0.7m; (c) £0.5m.  Together these cost £3.2m.”"""
    run: list[Figure] = []
    for paragraph in paragraphs(report):
        message = _misfit(run, paragraph)
        if message and not told_by(_TOLD, report, paragraph, paragraph.sentences[0]):
            yield finding_on(paragraph, paragraph.sentences[0], message, _CURE, Confidence.MEDIUM)
        items = _items(paragraph)
        run = [*run, *items] if items else []


def _items(paragraph: Paragraph) -> list[Figure]:
    """The sums of an item; “(b) …; and” and the item after it are often read as one."""
    if paragraph.cell or len(paragraph.text) > _LONGEST or _TOGETHER.match(paragraph.text):
        return []
    found = []
    for piece in _NEXT_ITEM.split(paragraph.text):
        money = [f for f in sentence(piece).figures if f.kind is Kind.MONEY]
        if len(money) != 1 or money[0].value <= 0 or _A_PART.search(piece):
            return []
        found += money
    return found


def _misfit(run: list[Figure], paragraph: Paragraph) -> str | None:
    if len(run) < 2 or not paragraph.sentences or not _TOGETHER.match(paragraph.text):
        return None
    one = paragraph.sentences[0]
    money = [figure for figure in one.figures if figure.kind is Kind.MONEY]
    if len(money) != 1 or _MORE.search(one.text) or any(f.rough for f in (*run, *money)):
        return None
    total = money[0]
    got = sum((figure.size for figure in run), Decimal(0))
    slack = sum((figure.spread for figure in run), total.spread)
    if abs(got - total.size) <= slack * _ALL_ROUNDED_ONE_WAY or abs(got / total.size - 1) > _NEAR:
        return None
    finest = min(run, key=lambda figure: figure.amount.step).amount
    return f"{' + '.join(f.text for f in run)} = {worded(got, finest)}, not {total.text}."


RULES: tuple[Rule, ...] = (a_sum_after_a_list_is_that_of_its_items,)
