"""Figures of one sentence whose words say plainly how one follows from the others.

“£1.2m will be divided equally among the four councils, each receiving £250,000”; “net cost of
£152,000, being £210,000 less income of £48,000”.  Each form names its figures and says how the last
of them is worked out; what a rounding or “about” may move is allowed for.  Left alone: what rules
that look at the sums alone have told.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.factors_and_their_product import RULES as PRODUCTS
from moothall.proofread.figures.products_told import RULES as PRODUCTS_TOLD
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.figures.told_changes import RULES as CHANGES
from moothall.proofread.figures.worked_results import RULES as RESULTS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    beyond,
    finding_on,
    mark,
    paragraphs,
    per_cent,
    worded,
)

_A, _B, _C, _T = (mark(name, "MC") for name in "abct")
_ABOUT = r"(?:(?:about|around|some|just|only|over|under|nearly|almost)\s)?"
_PEERS = r"(?:the\s|all\s|our\s|its\s|those\s|these\s)*"
_OTHERS = r"[^«»;.()]"
_FRACTIONS = {
    "half": Decimal(1) / 2,
    "one half": Decimal(1) / 2,
    "a third": Decimal(1) / 3,
    "one third": Decimal(1) / 3,
    "two thirds": Decimal(2) / 3,
    "two-thirds": Decimal(2) / 3,
    "a quarter": Decimal(1) / 4,
    "one quarter": Decimal(1) / 4,
    "three quarters": Decimal(3) / 4,
    "three-quarters": Decimal(3) / 4,
    "a fifth": Decimal(1) / 5,
    "two fifths": Decimal(2) / 5,
    "a tenth": Decimal(1) / 10,
}
_FRACTION = rf"(?P<fraction>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})"

Figures = dict[str, Figure]


@dataclass(frozen=True, slots=True)
class _Worked:
    """What a figure should be: the least, the most, the value in between, and how it is told."""

    low: Decimal
    high: Decimal
    value: Decimal
    working: str


def _each(given: Figures, _: str) -> _Worked | None:
    a, b = given["a"], given["b"]
    if b.kind is not Kind.COUNT or b.value < 2:
        return None
    return _Worked(a.low / b.value, a.high / b.value, a.size / b.value, f"{a.text} ÷ {b.text}")


def _less(given: Figures, _: str) -> _Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or a.size <= b.size:
        return None
    return _Worked(a.low - b.high, a.high - b.low, a.size - b.size, f"{a.text} less {b.text}")


def _fallen(given: Figures, _: str) -> _Worked | None:
    return _moved(given, 1)


def _risen(given: Figures, _: str) -> _Worked | None:
    return _moved(given, -1)


def _moved(given: Figures, sign: int) -> _Worked | None:
    """The rate of a move by a that ended at b."""
    a, b = given["a"], given["b"]
    low, high = b.low + sign * a.low, b.high + sign * a.high
    if a.kind is not b.kind or min(low, high, b.size + sign * a.size) <= 0:
        return None
    return _Worked(
        a.low / max(low, high) * HUNDRED,
        a.high / min(low, high) * HUNDRED,
        a.size / (b.size + sign * a.size) * HUNDRED,
        f"{a.text} on {worded(b.size + sign * a.size, b.amount)}",
    )


def _rate(given: Figures, _: str) -> _Worked | None:
    a, b = given["a"], given["b"]
    if a.kind is not b.kind or a.low <= 0:
        return None
    gaps = [abs(x - y) / y * HUNDRED for x in (b.low, b.high) for y in (a.low, a.high)]
    value = abs(b.size - a.size) / a.size * HUNDRED
    return _Worked(min(gaps), max(gaps), value, f"from {a.text} to {b.text}")


def _rest(given: Figures, fraction: str) -> _Worked | None:
    a = given["a"]
    left = 1 - _FRACTIONS[" ".join(fraction.lower().split())]
    return _Worked(a.low * left, a.high * left, a.size * left, f"{a.text} less {fraction.lower()}")


_Work = Callable[[Figures, str], _Worked | None]
_SPLIT = r"(?:split|shared|divided|distributed|apportioned)"
_FORMS: tuple[tuple[Expression, _Work], ...] = (
    (
        Expression(
            rf"{_A}{_OTHERS}{{0,50}}?\b{_SPLIT}\s(?:equally|evenly)\s(?:between|among|amongst|"
            rf"across|by)\s{_PEERS}{_B}\s{_OTHERS}{{0,40}}?(?:\s–\s|,?\s|\()(?:each{_OTHERS}{{0,30}}?\s"
            rf"{_ABOUT}{_T}|{_OTHERS}{{0,25}}?{mark('u', 'M')}\s(?:each|apiece|for each|per\s))",
            re.IGNORECASE,
        ),
        _each,
    ),
    (
        Expression(
            rf"(?:^|\b(?:is|was|of|at|cost|are|were)\s){_T},?:?\s?(?:\(|–\s)?(?:being|that is|"
            rf"i\.e\.)?\s?(?:the\s)?(?:gross\s|total\s)?[a-z ]{{0,30}}?{_A}{_OTHERS}{{0,30}}?,?\s"
            rf"(?:less|minus|net of|after deducting)\s{_OTHERS}{{0,40}}?{_B}(?=[.,;)]|$|\s)",
            re.IGNORECASE,
        ),
        _less,
    ),
    (
        Expression(
            rf"{_A}{_OTHERS}{{0,50}}?\b(?:has|have|had|with)\s{_B}\s(?:current\s|unfilled\s)?"
            rf"(?:vacanc(?:y|ies)|vacant posts?|empty posts?|unfilled posts?)\b,?\s"
            rf"(?:so(?:\sthat)?|meaning(?:\sthat)?|and|which means(?: that)?)\s(?:there are\s)?"
            rf"{_T}\s(?:(?:people|staff|posts|officers|workers)\s)?(?:are\s|were\s)?"
            r"(?:in post|filled|in place|at work|staff|employed)\b",
            re.IGNORECASE,
        ),
        _less,
    ),
    (
        Expression(
            rf"{_B}{_OTHERS}{{0,50}}?\bleaves?\s{_ABOUT}{_T}\s(?:of|in|from)\s{_OTHERS}{{0,40}}?{_A}",
            re.IGNORECASE,
        ),
        _less,
    ),
    (
        Expression(
            rf"\b(?:fell|fall|falls|dropped|reduced|decreased|went down|cut)\sby\s{_A}\s(?:\w+\s)"
            rf"{{0,4}}?to\s{_B}{_OTHERS}{{0,30}}?(?:,\s(?:a|or)|\()\s?(?:fall of\s|drop of\s|"
            rf"reduction of\s|decrease of\s|cut of\s)?{mark('t', 'P')}",
            re.IGNORECASE,
        ),
        _fallen,
    ),
    (
        Expression(
            rf"\b(?:rose|rise|rises|grew|increased?|went up|up)\sby\s{_A}\s(?:\w+\s){{0,4}}?"
            rf"to\s{_B}{_OTHERS}{{0,30}}?(?:,\s(?:an?|or)|\()\s?"
            rf"(?:rise of\s|increase of\s|growth of\s)?{mark('t', 'P')}",
            re.IGNORECASE,
        ),
        _risen,
    ),
    (
        Expression(
            rf"\bfrom\s{_A}\sto\s{_B},?\s(?:or|which is|that is|i\.e\.)\s{_ABOUT}{mark('t', 'P')}"
            r"(?!\s(?:of|a\s|per|points))",
            re.IGNORECASE,
        ),
        _rate,
    ),
    (
        Expression(
            rf"\b{_FRACTION}\sof\s(?:the\s|this\s|that\s|our\s|its\s)?(?:[a-z]+\s){{0,3}}?{_A}"
            rf"[^«»;.]{{0,70}}?(?:,|\band)\s(?:and\s|with\s)?the\s(?:remaining|other|rest,|"
            rf"remainder,|balance of)\s{_ABOUT}{_T}",
            re.IGNORECASE,
        ),
        _rest,
    ),
)
_CURE = "Correct the figure that does not follow."


def a_figure_follows_from_those_its_words_name(report: Report) -> Iterator[TextFinding]:
    """“Fell by £30,000 to £240,000, a fall of 15%”: 11.1%."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if not any(character.isdigit() for character in one.text):
                continue
            message = _wrong(with_all_numbers(one.text))
            if message is not None:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong(plain: Sentence) -> str | None:
    for form, work in _FORMS:
        match = form.search(plain.pattern)
        if match is None:
            continue
        marks = {name: value for name, value in match.groupdict().items() if value is not None}
        fraction = marks.pop("fraction", "")
        given = {name: plain.figure(value) for name, value in marks.items()}
        told = given.pop("u", None) or given["t"]
        worked = work(given, fraction)
        if worked is None or told.kind is not _kind(work, given):
            continue
        exact = all(one.counts_exactly for one in (told, *given.values())) and work is _less
        if beyond(told, worked.low, worked.high) > (0 if exact else 1):
            if told.kind is Kind.PERCENT:
                return f"{worked.working} is {per_cent(worked.value)}, not {told.text}."
            return f"{worked.working} is {worded(worked.value, told.amount)}, not {told.text}."
    return None


def _kind(work: _Work, given: Figures) -> Kind:
    return Kind.PERCENT if work in (_fallen, _risen, _rate) else given["a"].kind


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        a_figure_follows_from_those_its_words_name,
        (*PRODUCTS, *PRODUCTS_TOLD, *CHANGES, *RESULTS),
    ),
)
