"""Changes told as fractions: “fell by a third, from 900 to 700”; “a quarter fewer: 80, against 95”.

The words give the change as a part of what it was; the two figures beside them give it too.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import FractionTold, fractions_told
from moothall.proofread.reading.passages import (
    HUNDRED,
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    mark,
    per_cent,
)

_GATE = Expression(r"\b(?:half|thirds?|quarters?|fifths?|sixths?|tenths?)\b", re.IGNORECASE)
_DOWN = (
    r"fell|fall(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin(?:ed|es|ing)|reduc(?:ed|es|ing)|"
    r"decreas(?:ed|es|ing)|shr(?:ank|unk|inks?)|cut|down|lower|reduction|decrease|decline"
)
_UP = (
    r"rose|ris(?:e|es|en|ing)|grew|grow(?:s|n|ing)?|increas(?:ed?|es|ing)|climbed|up|higher|"
    r"growth"
)
_MOVED = Expression(
    rf"\b(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\s(?:by\s|of\s)?(?:[a-z]+\s){{0,2}}?$", re.IGNORECASE
)
_FROM_TO = Expression(
    rf"^[^«»;:.]{{0,50}}?[\s(]from\s(?:[a-z]+\s){{0,4}}?{mark('a')}[^«»;.]{{0,40}}?\sto\s"
    rf"(?:[a-z]+\s){{0,3}}?{mark('b')}",
    re.IGNORECASE,
)
_FEWER = Expression(
    r"^\s(?:(?P<down>fewer|less|lower|down|smaller)|(?P<up>more|higher|up|larger|greater))\b"
    rf"[^«»;.]{{0,50}}?[:,(–-]\s?(?:[a-z]+\s){{0,2}}?{mark('b')}[^«»;.]{{0,30}}?"
    rf"\b(?:against|compared (?:with|to)|down from|up from|than|instead of|from)\s"
    rf"(?:[a-z]+\s){{0,4}}?{mark('a')}",
    re.IGNORECASE,
)
_AS_MANY = Expression(
    rf"^\s(?:as (?:many|much)|the number)\b[^«»;.]{{0,50}}?[:,(–-]\s?(?:[a-z]+\s){{0,2}}?"
    rf"{mark('b')}[^«»;.]{{0,30}}?\b(?:against|compared (?:with|to)|down from|than|from)\s"
    rf"(?:[a-z]+\s){{0,4}}?{mark('a')}",
    re.IGNORECASE,
)
_NOT_PLAIN = Expression(
    r"\b(?:between (?:a|half|one)|target|aim|would|could|to be|should|average|each|respectively|"
    r"rate of (?:growth|increase))\b",
    re.IGNORECASE,
)


def a_fraction_that_it_moved_by_is_that_of_its_figures(report: Report) -> Iterator[TextFinding]:
    """“Fell by a third, from 900 to 700” is a fall of 22%."""
    for paragraph, one in each_sentence(report, 2):
        if not _GATE.search(one.pattern) or _NOT_PLAIN.search(one.pattern):
            continue
        for told in fractions_told(one.pattern):
            message = _misfit(one, told)
            if message:
                cure = "Correct the fraction or the figures."
                yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)
                break


def _misfit(one: Sentence, told: FractionTold) -> str | None:
    before, after = one.pattern[max(0, told.start - 30) : told.start], one.pattern[told.end :]
    moved, match = _MOVED.search(before), None
    if moved is not None:
        match = _FROM_TO.match(after)
    if match is None:
        moved = match = _FEWER.match(after)
    if match is not None and moved is not None:
        a, b = one.figure(match["a"]), one.figure(match["b"])
        way = -1 if moved["down"] else 1
        shares = sorted(way * (each / _positive(a) - 1) * HUNDRED for each in (b.low, b.high))
        kind = "fall" if way < 0 else "rise"
    else:
        match = _AS_MANY.match(after)
        if match is None:
            return None
        a, b = one.figure(match["a"]), one.figure(match["b"])
        shares = [each / _positive(a) * HUNDRED for each in (b.low, b.high)]
        kind = ""
    if a.kind is not b.kind or a.rough or b.rough or min(a.size, b.size) <= 0:
        return None
    if shares[-1] < 0 or told.allows(shares[0], shares[-1]):
        return None
    got = per_cent((shares[0] + shares[-1]) / 2)
    if kind:
        return f"From {a.text} to {b.text} is a {kind} of {got}, not of {told.text.lower()}."
    return f"{b.text} is {got} of {a.text}, not {told.text.lower()} of it."


def _positive(figure: Figure) -> Decimal:
    return figure.size or HUNDRED


RULES: tuple[Rule, ...] = (a_fraction_that_it_moved_by_is_that_of_its_figures,)
