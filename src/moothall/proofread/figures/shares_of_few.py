"""Shares of a few things that the sentence counts: no whole number of 12 schools is 45% of them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.denominators import RULES as OF_BASES
from moothall.proofread.figures.denominators import is_possible_share
from moothall.proofread.figures.listed_shares import a_share_of_a_few_counted_beside_it_is_possible
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
)

_THINGS = (
    r"\s(?:[a-z-]+\s){0,2}?(?:(?!times\b|days\b|years\b|months\b|weeks\b|hours\b)"
    r"[a-z]+(?:s|people|men|women|children|staff))"
)
_ONLY = r"(?:only\s|just\s|but\s|a mere\s)?"
_DID = (
    r"\s(?:of\s(?:them|these|those|which|whom)\s)?(?:were|had|have|are|did|being|having|met|"
    r"passed|[a-z]{2,}ed)\b(?!\s(?:by\s)?«)"
)
_COUNTED = (
    r"(?:inspect|survey|test|receiv|consider|ask|visit|assess|review|check|audit|examin|sampl|"
    r"interview|consult|invit|submit|report|record|rais|logg|sign|apprais|investigat|hear|"
    r"handl|determin|evaluat)"
)
_FORMS = (
    # 70% of the 12 harbours
    Expression(
        rf"{mark('p', 'P')}\sof\s(?:all\s)?(?:the|our|its|their|these|those)\s{mark('n', 'C')}"
        rf"{_THINGS}(?![’']|\s(?:is|was|has)\b|[a-z-]|\s(?:[a-z]+\s)?(?:time|budget|area|cost|"
        r"spend|funding|population|target))",
        re.IGNORECASE,
    ),
    # 7 ferries, 40% of which are laid up
    Expression(
        rf"{mark('n', 'C')}{_THINGS},?\s(?:and\s)?{_ONLY}{mark('p', 'P')}\sof\s"
        r"(?:which|whom|them|these|those)\b(?!\s(?:is|was|has)\b)",
        re.IGNORECASE,
    ),
    # all 12 schools were inspected and 45% were good
    Expression(
        rf"{mark('n', 'C')}{_THINGS}\s(?:were|have been|had been)\s{_COUNTED}[a-z]*"
        rf"(?:\s[a-z ]{{2,40}}?)?(?:[,;:]|\s–)?\s(?:and\s|but\s|with\s|of which\s)?{_ONLY}"
        rf"{mark('p', 'P')}{_DID}",
        re.IGNORECASE,
    ),
    # the panel considered 6 cases, with 75% being sent back; we had 13 replies; 60% agreed
    Expression(
        rf"\b(?:had|{_COUNTED}[a-z]*ed|heard)\s(?:only\s|a total of\s|all\s)?{mark('n', 'C')}"
        rf"{_THINGS}(?:\s[a-z ]{{2,30}}?)?(?:[,;:]|\s–)?\s(?:and\s|but\s|with\s)?{_ONLY}"
        rf"{mark('p', 'P')}{_DID}",
        re.IGNORECASE,
    ),
    # out of 9 bids sent in, 35% were good
    Expression(
        rf"^\W*(?:out\s)?of\s(?:all\s|the\s|our\s|a total of\s)*{mark('n', 'C')}{_THINGS}"
        rf"(?:\s[a-z ]{{2,40}}?)?,\s{_ONLY}{mark('p', 'P')}(?!\sof\s(?!them|those|these))",
        re.IGNORECASE,
    ),
)
_MEETINGS = Expression(r"\b(?:events?|sessions?|meetings?|workshops?|centres?|surveys?)\b", re.I)
_OF_THOSE = Expression(
    rf"^\W*(?:out\s)?of\s(?:these|those|them)(?:\s[a-z-]+){{0,4}}?,?\s{_ONLY}{mark('p', 'P')}"
    r"(?:\s(?:were|are|had|have|did|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_WITH_ITS_PART = (
    # 320 lamps were tested and 40 (15%) failed
    Expression(
        rf"{mark('n', 'C')}{_THINGS}\s(?:were|have been|had been)\s{_COUNTED}[a-z]*"
        rf"(?:\s[a-z ]{{2,40}}?)?[,;:]?\s(?:and\s|of which\s)?{_ONLY}{mark('a', 'C')}\s"
        rf"\({mark('p', 'P')}\){_DID}",
        re.IGNORECASE,
    ),
    # of 250 berths, 180 are let, which is 78%
    Expression(
        rf"^\W*of\s(?:the\s|our\s|all\s)*{mark('n', 'C')}{_THINGS},\s{mark('a', 'C')}\s"
        rf"[a-z ]{{2,40}},\s(?:which is|that is|or|equal to|i\.e\.)\s{mark('p', 'P')}(?=[.,;]|$)",
        re.IGNORECASE,
    ),
    # 20% of the 400 berths, that is 60
    Expression(
        rf"{mark('p', 'P')}\sof\s(?:the|our|all|its)\s{mark('n', 'C')}{_THINGS},\s"
        rf"(?:which is|that is|or|i\.e\.)\s{mark('a', 'C')}(?=[.,;]|\s[a-z])",
        re.IGNORECASE,
    ),
)


def a_share_of_a_few_things_is_of_whole_ones(report: Report) -> Iterator[TextFinding]:
    """“All 12 schools were inspected and 45% were good”: 5 of 12 is 42%, 6 is 50%."""
    told: set[str] | None = None
    for paragraph in paragraphs(report):
        before: Sentence | None = None
        for plain in paragraph.sentences:
            last, before = before, plain
            if not any(figure.kind is Kind.PERCENT for figure in plain.figures):
                continue
            one = with_all_numbers(plain.text)
            message = _impossible(one, last) or _wrong_part(one)
            if message is None:
                continue
            if told is None:
                rules = (*OF_BASES, a_share_of_a_few_counted_beside_it_is_possible)
                told = {
                    f.quote[:60]
                    for rule in rules
                    for f in rule(report)
                    if f.confidence is not Confidence.LOW
                }
            if plain.text[:60] not in told:
                cure = "Correct the percentage or the number."
                yield finding_on(paragraph, plain, message, cure, Confidence.MEDIUM)


def _impossible(one: Sentence, last: Sentence | None) -> str | None:
    """What the whole numbers about the percentage give, where none gives it."""
    for form in _FORMS:
        match = form.search(one.pattern)
        if match is not None and not _MEETINGS.search(match[0]):
            return _no_whole_number(one.figure(match["p"]), one.figure(match["n"]))
    match = _OF_THOSE.search(one.pattern)
    if match is None or last is None:
        return None
    counts = [f for f in with_all_numbers(last.text).figures if f.kind is Kind.COUNT]
    if len(counts) != 1 or _MEETINGS.search(last.text):
        return None
    return _no_whole_number(one.figure(match["p"]), counts[0])


def _no_whole_number(p: Figure, n: Figure) -> str | None:
    base = int(n.size)
    if n.rough or p.rough or n.amount.places or not 3 <= base <= 60 or not 0 < p.size <= HUNDRED:
        return None
    if is_possible_share(p, base):
        return None
    under = int(p.size / HUNDRED * base)
    low, high = (Decimal(k) / base * HUNDRED for k in (under, under + 1))
    return (
        f"{p.text} of {base} is no whole number: {under} of {base} is "
        f"{per_cent(low, p.amount.places)}, {under + 1} of {base} is "
        f"{per_cent(high, p.amount.places)}."
    )


def _wrong_part(one: Sentence) -> str | None:
    for form in _WITH_ITS_PART:
        match = form.search(one.pattern)
        if match is None:
            continue
        a, n, p = (one.figure(match[name]) for name in "anp")
        if not 0 < a.size <= n.size or a.rough or n.rough or p.rough:
            continue
        if beyond(p, a.low / n.high * HUNDRED, a.high / n.low * HUNDRED) > 1:
            share = per_cent(a.size / n.size * HUNDRED, p.amount.places)
            return f"{a.text} of {n.text} is {share}, not {p.text}."
    return None


RULES: tuple[Rule, ...] = (a_share_of_a_few_things_is_of_whole_ones,)
