"""Rates of thousands called percentages: “58.4 per cent, against 62 per 10,000 for England”.

What is compared with so many per 1,000, 10,000 or 100,000, or per child, is no percentage.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, finding_on, paragraphs, sentence

_PER = Expression(
    r"«(?P<n>C\d+)»\s?(?P<per>(?:\([^()]{0,30}\)\s)?(?:[a-z]+\s){0,3}?(?:per|for (?:each|every)|"
    r"in every)\s(?P<base>1,?000|10,?000|100,?000|(?:ten |hundred )?(?:a )?thousand))\b",
    re.IGNORECASE,
)
"""“62 per 10,000”, “14 incidents for every thousand”."""
_BASE = Expression(
    r"\b(?:per|for (?:each|every)|in every)\s(?:1,?000|10,?000|100,?000|(?:ten |hundred "
    r")?thousand)\b",
    re.IGNORECASE,
)
_COMPARES = Expression(
    r"\b(?:compar\w+|against|than|versus|while|whereas|from|average|county|england|national\w*|"
    r"region\w*|neighbours|previous\w*|last year|up|down|below|above|(?:the )?same measure|"
    r"figure)\b",
    re.IGNORECASE,
)
_OF_A_WHOLE = Expression(
    r"^\s?(?:of\b|increase|rise|fall|reduction|decrease|growth|higher|lower|more|fewer|drop|"
    r"change|points?|confidence|margin)|^\s?\(",
    re.IGNORECASE,
)
_MOVED = Expression(
    r"\b(?:by|increase|rise|fall|reduction|drop|decrease|growth|change)(?: of)?\s(?:about |some |"
    r"just |over |nearly )?$",
    re.IGNORECASE,
)
_NEAR = 4
_CURE = "Say per how many the rate is, or correct the unit."


def what_is_compared_with_a_rate_is_no_percentage(report: Report) -> Iterator[TextFinding]:
    """“58.4 per cent.  This compares with 62 per 10,000”: both are per 10,000."""
    for paragraph in paragraphs(report):
        if "%" not in paragraph.text and "per cent" not in paragraph.text:
            continue
        if not _BASE.search(paragraph.text):
            continue
        for at, one in enumerate(paragraph.sentences):
            beside = paragraph.sentences[max(0, at - 1) : at + 2]
            message = _mistaken(one, sentence(" ".join(each.text for each in beside)))
            if message:
                yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _mistaken(one: Sentence, beside: Sentence) -> str | None:
    shares = [figure for figure in one.figures if figure.kind is Kind.PERCENT]
    match = _PER.search(beside.pattern)
    if len(shares) != 1 or match is None:
        return None
    share = shares[0]
    start, end = share.amount.start, share.amount.end
    rate = beside.figure(match["n"])
    if share.size == rate.size:
        return _words(share, rate, match)  # “58 per 10,000 … put another way, 58%”
    if _OF_A_WHOLE.match(one.text[end:]) or _MOVED.search(one.text[:start]):
        return None
    if not _COMPARES.search(beside.text):
        return None
    if not rate.size or not share.size / _NEAR <= rate.size <= share.size * _NEAR:
        return None
    return _words(share, rate, match)


def _words(share: Figure, rate: Figure, match: re.Match[str]) -> str:
    per = match["per"].strip()
    return f"{share.text} stands beside {rate.text} {per}: a rate is no percentage."


RULES: tuple[Rule, ...] = (what_is_compared_with_a_rate_is_no_percentage,)
