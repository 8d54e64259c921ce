"""Shares that take in all of a thing: women and men, full time and part time, half and a third.

Two words that leave nothing between them, said of one whole; lists of three shares and more of
which the last is “other”; fractions in words that come to more than the whole; and those that were
and were not.  Left alone: shares of each group (“58% of women and 48% of men”), answers of which
several could be given, and two times.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.answers_that_exclude import RULES as EXCLUDE
from moothall.proofread.figures.listed_shares import RULES as LISTED
from moothall.proofread.figures.shares_that_exclude import RULES as SHARES_EXCLUDE
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import fractions_told
from moothall.proofread.reading.passages import (
    Sentence,
    each_sentence,
    finding_on,
    mark,
    paragraphs,
)

_P, _Q = mark("p", "P"), mark("q", "P")
_PAIRS = (
    ("women|female", "men|male"),
    ("girls", "boys"),
    (r"full[- ]time", r"part[- ]time"),
    ("permanent", "temporary"),
    ("urban", "rural"),
    ("owner[- ]occupied", "rented"),
)
_IS = r"(?:(?:is|are|was|were|being)\s)?"
_MAKES = r"(?:mak\w+ up|form|account\w* for|are|were|at)"


def _both(a: str, b: str) -> Iterator[Expression]:
    """“76% are women and 34% men”; “women make up 76%, with men at 34%”."""
    share_first = (
        rf"{_P}\s(?:of [a-z ]{{3,30}} )?{_IS}(?:{a})\b[^«»;.]{{0,40}}?{_Q}\s{_IS}(?:{b})\b"
    )
    word_first = (
        rf"\b(?:{a})\b[^«»;.]{{0,30}}?\b{_MAKES}\s{_P}[^«»;.]{{0,40}}?\b(?:{b})\b\s"
        rf"(?:{_MAKES}\s)?{_Q}"
    )
    yield Expression(share_first, re.IGNORECASE)
    yield Expression(word_first, re.IGNORECASE)


_BOTH = tuple(
    form for one, two in _PAIRS for a, b in ((one, two), (two, one)) for form in _both(a, b)
)
_LAST_IS_THE_REST = Expression(
    rf"{_P}\s(?:[a-z]+\s){{0,3}}?(?:others?|the rest|no answer|unknown|not known|none|prefer not|"
    rf"unsure|don[’']t know|something else)\b",
    re.IGNORECASE,
)
_SEVERAL = Expression(
    r"\b(?:more than one|both|all that appl\w+|several|multiple|also|compared|than|last year|"
    r"up from|down from|previous\w*|target\w*|of (?:these|those|them|which|whom)|rose|fell|"
    r"increas\w+|overlap\w*|total\w*|each|respectively|between|average|remaining)\b",
    re.IGNORECASE,
)
_WAS_NOT = Expression(
    rf"[;,]\s(?:and\s|but\s|while\s)?{_P}\s(?:were|was|did|had|have|has|are|is|do|could|would)\s"
    r"(?:not|n[’']t)\b\W*$",
    re.IGNORECASE,
)
_TO = r"\s(?:(?:are|were|was|is|came|come|went|go|live|work)\s)?(?P<where>from|in|at|to|by|on)\s"
_GOES_TO = Expression(rf"^(?:\sof\s[^.;,]{{3,40}}?)?{_TO}", re.IGNORECASE)
_MOST, _LEAST = Decimal("102.5"), Decimal("97.5")
_MORE_THAN_ALL = Decimal(108)
"""Fractions in words are loose."""
_FAR = 35
_PAIR, _FEWEST = 2, 3
_CURE = "Correct the share that is wrong."


def shares_of_all_come_to_a_hundred(report: Report) -> Iterator[TextFinding]:
    """“76% of staff are women and 34% men”: 110%."""
    for paragraph, one in each_sentence(report, 2):
        if one.text.count("%") + one.text.count("per cent") > 1 and not _SEVERAL.search(one.text):
            message = _of_both(one) or _with_the_rest(one)
            if message is not None:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def fractions_of_all_are_no_more_than_it(report: Report) -> Iterator[TextFinding]:
    """“A third came from doctors, half from hospitals and a third from schools.”"""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if _SEVERAL.search(one.text):
                continue
            message = _too_much(one.text) or _was_and_was_not(one)
            if message is not None:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _of_both(one: Sentence) -> str | None:
    for form in _BOTH:
        match = form.search(one.pattern)
        if match is None:
            continue
        shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
        p, q = one.figure(match["p"]), one.figure(match["q"])
        if len(shares) == _PAIR and not _LEAST <= p.size + q.size <= _MOST:
            return f"{p.text} and {q.text} are {p.size + q.size}%, and there is nothing else."
    return None


def _with_the_rest(one: Sentence) -> str | None:
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    match = _LAST_IS_THE_REST.search(one.pattern)
    if match is None or len(shares) < _FEWEST or one.figure(match["p"]) is not shares[-1]:
        return None
    if any(figure.rough for figure in shares):
        return None
    total = sum((figure.size for figure in shares), Decimal(0))
    if _LEAST <= total <= _MOST or abs(total - 100) > _FAR:
        return None
    return f"{' + '.join(figure.text for figure in shares)} = {total}%."


def _too_much(text: str) -> str | None:
    told = [one for one in fractions_told(text) if not one.in_figures]
    if len(told) < _PAIR:
        return None
    ends = [_GOES_TO.match(text[one.end :]) for one in told]
    where = {match["where"].lower() for match in ends if match is not None}
    total = sum(((one.low + one.high) / 2 for one in told), Decimal(0))
    if None in ends or len(where) != 1 or total <= _MORE_THAN_ALL:
        return None
    return f"{', '.join(one.text for one in told)} come to {total:.0f}%, more than all."


def _was_and_was_not(one: Sentence) -> str | None:
    """“Nine in ten were seen in time; 15% were not.”"""
    match = _WAS_NOT.search(one.pattern)
    told = [fraction for fraction in fractions_told(one.text) if not fraction.in_figures]
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    if match is None or len(told) != 1 or len(shares) != 1:
        return None
    rest = one.figure(match["p"]).size
    low, high = told[0].low + rest, told[0].high + rest
    if low <= _MOST and high >= _LEAST:
        return None
    return f"“{told[0].text}” and {shares[0].text} are {(low + high) / 2:.0f}%."


RULES: tuple[Rule, ...] = tuple(
    where_nothing_is_told(rule, (*EXCLUDE, *LISTED, *SHARES_EXCLUDE))
    for rule in (shares_of_all_come_to_a_hundred, fractions_of_all_are_no_more_than_it)
)
