"""Balances told: what there was, what came in and what went out make what is left.

“£5,610 was brought forward, income was £3,240 and spending £2,980; £5,970 is carried forward”:
£5,870.  Each sum says by the words of its own clause which of the four it is.  A paragraph in which
one sum does not, or in which any is expected, or about so much, is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from moothall.documents.report import Report
from moothall.proofread.figures.relations.parts_of_a_whole import RULES as PARTS
from moothall.proofread.figures.relations.signed_sums import RULES as SIGNED
from moothall.proofread.figures.told_before import where_nothing_is_told
from moothall.proofread.figures.told_differences import RULES as DIFFERENCES
from moothall.proofread.figures.worked_results import RULES as RESULTS
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    finding_on,
    paragraphs,
    worded,
)

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"


class _Is(Enum):
    OPENING = "what there was"
    IN = "what came in"
    OUT = "what went out"
    CLOSING = "what is left"


_ROLES = (
    (
        _Is.OPENING,
        Expression(
            r"\b(?:open(?:ed|ing)|brought forward|b/f(?:wd)?|start(?:s|ed|ing)?|beg(?:an|in\w*)|"
            rf"from last year|previous balance)\b|\b(?:on|at|of) 1(?:st)? {_MONTH}\b",
            re.IGNORECASE,
        ),
    ),
    (
        _Is.CLOSING,
        Expression(
            r"\b(?:clos(?:ed|ing)|carr(?:y|ied) forward|c/f(?:wd)?|end(?:s|ed|ing)?|leav(?:es|ing)|"
            rf"left|remain\w*)\b|\b(?:on|at|of) (?:28|29|30|31)(?:st|th)? {_MONTH}\b",
            re.IGNORECASE,
        ),
    ),
    (
        _Is.IN,
        Expression(
            r"\b(?:receipts?|received|incomes?|took in|takings|contributions?|raised|paid in|"
            r"came in|credits?|was added|were added)\b",
            re.IGNORECASE,
        ),
    ),
    (
        _Is.OUT,
        Expression(
            r"\b(?:payments?|paid(?: out)?(?! in)|spent|spending|expenditure|outgoings?|drawn|"
            r"withdrawn|went out)\b",
            re.IGNORECASE,
        ),
    ),
)
_GATE = ("opening", "opened", "forward", "b/f", "start", "beg", " 1 ", " 1st ", "previous")
_NOT_SO = Expression(
    r"\b(?:expected|would|could|if|budget\w*|forecast|estimat\w+|planned|target|against|compared|"
    r"average|each|includ\w+|of which|transfer\w*|interest|surplus|deficit|variance|overspen\w*|"
    r"underspen\w*|net)\b",
    re.IGNORECASE,
)
_MARK = Expression(r"«([A-Z]\d+)»")
_AFTER = Expression(r"[.,;:]|\b(?:and|so that|with|while|which|but)\b", re.IGNORECASE)
_BEFORE = Expression(r"[.,;]|\b(?:and|so that|with|while|which|but)\b", re.IGNORECASE)
_FEWEST, _MOST = 4, 6
_NEAR = Decimal("0.5")
_CURE = "Correct the figure that is wrong, or say what else came in or went out."


@dataclass(frozen=True, slots=True)
class _Told:
    figure: Figure
    role: _Is | None
    place: int
    """The number of its sentence."""


def a_balance_follows_from_what_came_in_and_went_out(report: Report) -> Iterator[TextFinding]:
    """“£4,120 at the start, income of £1,310, spending of £870, £4,650 at the end”: £4,560."""
    for paragraph in paragraphs(report):
        if paragraph.text.count("£") < _FEWEST or not any(
            word in paragraph.text.casefold() for word in _GATE
        ):
            continue
        told = [one for n, each in enumerate(paragraph.sentences) for one in _sums(each, n)]
        message = _wrong(told)
        if message is None:
            continue
        spoken = paragraph.sentences[told[0].place : told[-1].place + 1]
        words = " ".join(each.text for each in spoken)
        if not _NOT_SO.search(words):
            whole = Sentence(text=words, pattern="", figures=())
            yield finding_on(paragraph, whole, message, _CURE, Confidence.MEDIUM)


def _sums(one: Sentence, place: int) -> Iterator[_Told]:
    marks = list(_MARK.finditer(one.pattern))
    for number, mark in enumerate(marks):
        figure = one.figure(mark[1])
        if figure.kind is not Kind.MONEY:
            continue
        since = marks[number - 1].end() if number else 0
        until = marks[number + 1].start() if number + 1 < len(marks) else len(one.pattern)
        before = _BEFORE.split(one.pattern[since : mark.start()])[-1]
        after = _AFTER.split(one.pattern[mark.end() : until])[0]
        yield _Told(figure, _role(before) or _role(after), place)


def _role(words: str) -> _Is | None:
    return next((role for role, form in _ROLES if form.search(words)), None)


def _wrong(told: list[_Told]) -> str | None:
    if not _FEWEST <= len(told) <= _MOST or any(one.figure.rough for one in told):
        return None
    of = {role: [one.figure for one in told if one.role is role] for role in _Is}
    if any(one.role is None for one in told) or not all(of.values()):
        return None
    if len(of[_Is.OPENING]) > 1 or len(of[_Is.CLOSING]) > 1:
        return None
    opening, closing = of[_Is.OPENING][0], of[_Is.CLOSING][0]
    terms = [(1, opening), *((1, f) for f in of[_Is.IN]), *((-1, f) for f in of[_Is.OUT])]
    made = sum((sign * figure.value for sign, figure in terms), Decimal(0))
    slack = sum((figure.spread for _, figure in terms), closing.spread)
    off = abs(made - closing.value)
    if off <= slack or made <= 0 or off > _NEAR * made:
        return None
    steps = "".join(
        f"{(' + ' if sign > 0 else ' − ') if n else ''}{figure.text}"
        for n, (sign, figure) in enumerate(terms)
    )
    finest = min((figure.amount for _, figure in terms), key=lambda amount: amount.step)
    return f"{steps} = {worded(made, finest)}, not {closing.text}."


RULES: tuple[Rule, ...] = (
    where_nothing_is_told(
        a_balance_follows_from_what_came_in_and_went_out,
        (*DIFFERENCES, *RESULTS, *SIGNED, *PARTS),
    ),
)
