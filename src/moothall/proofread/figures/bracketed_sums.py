"""Sums of figures in brackets, and ratios of two sums: "A (£a), B (£b) and C (£c) come to £T"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.part_sums import rounding_may_do
from moothall.proofread.figures.sums import a_sum_in_a_sentence_adds_up
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    worded,
)

_IN_BRACKETS = Expression(r"\(\s?[^()«»]{0,25}«(?P<part>[MC]\d+)»[^()«»]{0,25}\)", re.IGNORECASE)
_MAKES = Expression(
    rf"\b(?:com(?:e|es|ing) to|total(?:s|led|ling)?(?: to)?|amount(?:s|ed|ing)? to|add(?:s|ed|"
    rf"ing)? "
    rf"up to|sum(?:s|med)? to|mak(?:e|es|ing)|giv(?:e|es|ing)|together(?: are| cost| come to)?|"
    rf"total of|in total(?: of)?)\s(?:to\s|a total of\s|an? (?:overall |combined )?\w+ of\s|"
    rf"together\s)?{mark('t', 'MC')}",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:offset|less|net of|compared|against|previous\w*|last year|average|target|including|"
    r"such as|of which|respectively|or|up to|mainly|partly)\b",
    re.IGNORECASE,
)
_FEWEST = 3


def figures_in_brackets_make_their_total(report: Report) -> Iterator[TextFinding]:
    """“Fuel (£41,000), pay (£122,500) and rent (£60,000) come to £251,800”: £223,500."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if len(one.figures) <= _FEWEST:
                continue
            message = _wrong_total(one)
            if message is None:
                continue
            told = {(f.place, f.quote[:60]) for f in a_sum_in_a_sentence_adds_up(report)}
            if (paragraph.place, one.text[:60]) not in told:
                yield finding_on(
                    paragraph, one, message, "Correct the part or the total.", Confidence.HIGH
                )


def _wrong_total(one: Sentence) -> str | None:
    match = _MAKES.search(one.pattern)
    if match is None:
        return None
    total = one.figure(match["t"])
    head = one.pattern[: match.start()]
    names = [found["part"] for found in _IN_BRACKETS.finditer(head)]
    parts = [one.figure(name) for name in names]
    if len(parts) < _FEWEST or head.count("«") != len(parts) or _OTHERWISE.search(head):
        return None
    if any(part.kind is not total.kind or part.rough for part in parts) or total.rough:
        return None
    got = sum((part.value for part in parts), Decimal(0))
    size = sum((part.size for part in parts), Decimal(0))
    if any(abs(x - total.size) <= rounding_may_do(parts, total) for x in (got, size)):
        return None
    if not total.size / 2 <= size <= total.size * 2:
        return None
    finest = min(parts, key=lambda part: part.amount.step).amount
    listed = " + ".join(part.text for part in parts)
    return f"{listed} = {worded(size, finest)}, not {total.text}."


# --- what is got for what is spent ----------------------------------------------------------------

_TO_ONE = Expression(r"(?<![\d.,£])(?P<r>\d{1,2}(?:\.\d{1,2})?)\s?(?:to|:)\s?(?:1|one)\b(?![.,]\d)")
_BENEFIT = Expression(r"\b(?:benefits?|returns?|value|saves?|savings?|worth)\b", re.IGNORECASE)
_COST = Expression(r"\b(?:costs?|invest\w*|spend\w*|outlay|price)\b", re.IGNORECASE)
_NET = Expression(r"\bnet\b|\bdiscount\w*|\bpresent value", re.IGNORECASE)


def a_ratio_is_that_of_its_benefit_and_cost(report: Report) -> Iterator[TextFinding]:
    """“Benefits of £8.4m against costs of £3.5m; a ratio of 2.9 to 1”: it is 2.4 to 1."""
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for one in paragraph.sentences:
            kept, before = before, one
            match = (
                _TO_ONE.search(one.text) if "ratio" in one.text or "return" in one.text else None
            )
            if match is None:
                continue
            told = one if kept is None or _pair(one) is not None else kept
            found = _wrong_ratio(told, match["r"])
            if found is not None:
                text = one.text if told is one else f"{told.text} {one.text}"
                both = Sentence(text=text, pattern="", figures=())
                cure = "Correct one of the three."
                yield finding_on(paragraph, both, found, cure, Confidence.HIGH)


def _pair(one: Sentence) -> tuple[Figure, Figure] | None:
    """The benefit and the cost, where a sentence has just these two sums."""
    money = [
        (number, figure) for number, figure in enumerate(one.figures) if figure.kind is Kind.MONEY
    ]
    if len(money) != 2 or any(figure.rough or figure.low <= 0 for _, figure in money):
        return None
    first, second = (figure for _, figure in money)
    head, _, rest = one.pattern.partition(f"«M{money[0][0]}»")
    between, _, tail = rest.partition(f"«M{money[1][0]}»")
    own = (head[-60:] + " | " + between[:25], between[-40:] + " | " + tail[:25])
    is_benefit = [bool(_BENEFIT.search(words)) for words in (head[-60:], between[-40:])]
    is_cost = [bool(_COST.search(words)) for words in (head[-60:], between[-40:])]
    if _NET.search(" ".join(own)):
        return None
    if is_benefit == [True, False] and is_cost == [False, True]:
        return first, second
    if is_benefit == [False, True] and is_cost == [True, False]:
        return second, first
    return None


def _wrong_ratio(one: Sentence, printed: str) -> str | None:
    pair = _pair(one)
    if pair is None:
        return None
    gain, cost = pair
    r = Decimal(printed)
    half = Decimal(1).scaleb(-len(printed.partition(".")[2])) / 2
    low, high = gain.low / cost.high, gain.high / cost.low
    if low - half <= r <= high + half or not low / 3 <= r <= high * 3:
        return None
    true = gain.size / cost.size
    return f"{gain.text} ÷ {cost.text} = {true:.2f}, not {printed} to 1."


RULES: tuple[Rule, ...] = (
    figures_in_brackets_make_their_total,
    a_ratio_is_that_of_its_benefit_and_cost,
)
