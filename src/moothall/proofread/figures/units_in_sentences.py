"""Units within one sentence: a part a thousand times its whole, pounds where pence are meant."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.money import RULES as OF_MONEY
from moothall.proofread.figures.outsized_sums import RULES as OF_SIZE
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, each_sentence, finding_on, mark
from moothall.proofread.reading.passages import paragraphs as read_paragraphs

_M = "M"
_SOME = r"[^«».;()]{0,40}?"
_PARTS = (
    # of the £5m grant, £450m has been spent
    Expression(
        rf"^\W*(?:out\s)?of\s(?:the|our|its|a)\s{mark('n', _M)}{_SOME}"
        rf",\s{mark('a', _M)}",
        re.I,
    ),
    # £450k, including £120m for fuel
    Expression(
        rf"{mark('n', _M)}{_SOME}"
        rf",?\s(?:including|of which|which includes)\s{mark('a', _M)}",
        re.I,
    ),
    # £85m, £60bn of it long-term
    Expression(rf"{mark('n', _M)}{_SOME},\s{mark('a', _M)}\sof\s(?:it|which|this|that)\b", re.I),
    # the total is £6.5m: £4m for piers and £2.5bn for lamps
    Expression(
        rf"\b(?:total|sum)\b{_SOME}"
        rf"{mark('n', _M)}:\s(?:«M\d+»[^«».;()]{{0,40}})*?{mark('a', _M)}\sfor\b",
        re.I,
    ),
    # £450m of the £5m grant
    Expression(rf"{mark('a', _M)}\s(?:out\s)?of\s(?:the|our|its)\s{mark('n', _M)}", re.I),
    # repairs at £2.5m are part of the £3,000 programme
    Expression(
        rf"{mark('a', _M)}{_SOME}"
        rf"\s(?:is|are)\spart\sof\s(?:the|our|its)\s{mark('n', _M)}",
        re.I,
    ),
    # savings of £120m are planned against the £1.5m budget
    Expression(
        rf"\b(?:savings?|cuts?|reductions?|underspends?|overspends?)\sof"
        rf"\s{mark('a', _M)}{_SOME}"
        rf"\s(?:against|from|on)\s(?:the|a|its|our)\s(?:[a-z]+\s){{0,2}}{mark('n', _M)}"
        rf"\s(?:[a-z]+\s){{0,2}}budget",
        re.I,
    ),
)  # fmt: skip
_SET_AGAINST = Expression(
    rf"{mark('a', _M)}{_SOME}\s(?:against|compared (?:with|to))\s(?:the|a|its|our)\s(?:[a-z]+\s)"
    rf"{{0,3}}(?:budget|plan|forecast|estimate|limit|target)\sof\s{mark('n', _M)}",
    re.IGNORECASE,
)
_CHANGE = Expression(
    rf"\bfrom\s{mark('a', _M)}{_SOME}\sto\s{mark('b', _M)}{_SOME},?\s[^«».;]{{0,12}}"
    rf"(?:increase|rise|reduction|fall|decrease|drop|saving|growth)\sof\s{mark('d', _M)}",
    re.IGNORECASE,
)
_IN_PENCE = Expression(
    r"\bfrom\s(?P<a>\d{1,3})p\b[^.;£]{0,40}?\sto\s(?P<b>\d{1,3})p\b[^.;£]{0,20}?"
    r"(?:increase|rise|reduction|fall|decrease|drop)\sof\s£(?P<d>\d{1,3})(?![\d,kmb]|\.\d)",
    re.IGNORECASE,
)
_IN_POUNDS = Expression(
    r"£(?P<x>\d{1,3}\.\d\d)\b[^.;£]{0,40}(?:from|to)\s£(?P<y>\d{1,3}\.\d\d)\b[^.;£]{0,20}"
    r"(?:increase|rise|reduction|fall|decrease|drop)\sof\s(?P<d>\d{1,2})\spounds\b",
    re.IGNORECASE,
)
_MUCH = Decimal(20)
_FACTORS = (Decimal(1_000), Decimal(1_000_000))
_CURE = "Correct the unit."


def sums_of_a_sentence_are_in_fitting_units(report: Report) -> Iterator[TextFinding]:
    """“The budget is £450k, including £120m for fuel”: the part is 267 times the whole."""
    told: set[str] | None = None
    for paragraph, one in each_sentence(report, 2):
        if sum(figure.kind is Kind.MONEY for figure in one.figures) < 2:
            continue
        message = _part_beyond(one) or _set_against(one) or _change_beyond(one)
        if message is None:
            continue
        if told is None:
            told = {
                f.quote[:60]
                for rule in (*OF_MONEY, *OF_SIZE)
                for f in rule(report)
                if f.confidence is not Confidence.LOW
            }
        if one.text[:60] not in told:
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _part_beyond(one: Sentence) -> str | None:
    for form in _PARTS:
        match = form.search(one.pattern)
        if match is None:
            continue
        a, n = one.figure(match["a"]), one.figure(match["n"])
        if n.size and a.size / n.size >= _MUCH and a.amount.scale >= n.amount.scale:
            return (
                f"{a.text} is said to be a part of {n.text}, and is {_times(a, n)} times as much."
            )
    return None


def _set_against(one: Sentence) -> str | None:
    match = _SET_AGAINST.search(one.pattern)
    if match is None:
        return None
    a, n = one.figure(match["a"]), one.figure(match["n"])
    if not a.size or not n.size or a.amount.scale == n.amount.scale:
        return None
    more, less = (a, n) if a.size > n.size else (n, a)
    ratio = more.size / less.size
    if any(factor * 9 / 10 <= ratio <= factor * 11 / 10 for factor in _FACTORS):
        return f"{more.text} is {_times(more, less)} times {less.text}: one unit is wrong."
    return None


def _change_beyond(one: Sentence) -> str | None:
    match = _CHANGE.search(one.pattern)
    if match is None:
        return None
    a, b, d = (one.figure(match[name]) for name in "abd")
    got = abs(a.size - b.size)
    if not got or d.amount.scale == a.amount.scale or d.size / got not in _FACTORS:
        return None
    return f"From {a.text} to {b.text} is £{got:,.0f}, not {d.text}."


def _times(more: Figure, less: Figure) -> str:
    return f"{more.size / less.size:,.0f}"


def pence_are_not_pounds(report: Report) -> Iterator[TextFinding]:
    """“From 80p to 95p, an increase of £15”: 15p."""
    for paragraph in read_paragraphs(report):
        for one in paragraph.sentences:
            if match := _IN_PENCE.search(one.text):
                pence, step = abs(int(match["a"]) - int(match["b"])), Decimal(match["d"])
                words = f"From {match['a']}p to {match['b']}p is {pence}p, not £{match['d']}."
            elif match := _IN_POUNDS.search(one.text):
                gap = abs(Decimal(match["x"]) - Decimal(match["y"]))
                pence, step = int(gap * 100), Decimal(match["d"])
                words = f"£{match['x']} and £{match['y']} are {pence}p apart, not £{match['d']}."
            else:
                continue
            if step == pence:
                yield finding_on(paragraph, one, words, _CURE, Confidence.HIGH)


RULES: tuple[Rule, ...] = (sums_of_a_sentence_are_in_fitting_units, pence_are_not_pounds)
