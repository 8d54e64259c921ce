"""Choices of which each makes one: “54% chose the blue design and 51% the green” is 105%.

One verb of choosing governs the shares of a sentence, told once or again; they are of one group and
of one asking, so that together they are no more than all, but for rounding.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.majorities import RULES as MAJORITIES
from moothall.proofread.figures.shares_of_one_thing import RULES as ONE_THING
from moothall.proofread.figures.told_before import quotes_told
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.opinions.views_in_shares import with_fractions_as_percentages
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, finding_on, paragraphs

_CHOSE = (
    r"(?:chose|choosing|choose|picked|voted(?: for)?|opted for|plumped for|preferred|prefer|went "
    r"for|"
    r"put (?:it|them) first|first choice|would (?:rather|choose|pick|prefer)|selected|favoured)"
)
_CHOICES = Expression(
    rf"«P\d+»(?:\sof\s[^.;«]{{3,40}}?)?(?:\s\w+)?\s{_CHOSE}\b(?:[^.;«]|«C){{2,70}}?(?:,|\band\b|"
    rf"\bwhile\b|\bbut\b|"
    rf"\bto\b|\bwith\b|\bagainst\b)[^.;«]{{0,20}}«P\d+»(?!\sof\s)",
    re.IGNORECASE,
)
_NOT_ONE_EACH = Expression(
    r"\b(?:more than one|up to (?:two|three|four|five|«)|(?:choose|tick|pick|name|give) (?:two|"
    r"three|«)|"
    r"multiple|several|both|all that appl\w+|second choice|compared|than|last year|previous\w*|"
    r"in 20\d\d|women|men|under|over|rose|fell|from|also|of (?:these|them|those|whom))\b",
    re.IGNORECASE,
)
_TOLD = quotes_told(*MAJORITIES, *ONE_THING)


def choices_of_one_each_stay_within_all(report: Report) -> Iterator[TextFinding]:
    """“54% chose the blue design and 51% the green”: 105%."""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            if "%" not in one.text and "third" not in one.text and "per cent" not in one.text:
                continue
            read = with_fractions_as_percentages(one)
            if not _CHOICES.search(read.pattern) or _NOT_ONE_EACH.search(read.pattern):
                continue
            shares = [figure for figure in read.figures if figure.kind is Kind.PERCENT]
            total = sum((share.size for share in shares), Decimal(0))
            if total <= HUNDRED + Decimal(len(shares)) / 2 or any(each.rough for each in shares):
                continue
            if any(place == paragraph.place for place, _ in _TOLD(report)):
                continue
            yield finding_on(
                paragraph,
                one,
                f"{' + '.join(share.text for share in shares)} = {total.normalize():f}%, more than "
                "everybody, where each chose one.",
                "Correct the shares, or say that more than one could be chosen.",
                Confidence.MEDIUM,
            )


RULES: tuple[Rule, ...] = (choices_of_one_each_stay_within_all,)
