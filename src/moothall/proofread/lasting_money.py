"""One-off money in one sentence, and counted as lasting in the next."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.amounts import Kind
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.passages import Sentence, around, paragraphs
from moothall.proofread.proofread import Rule

_ONCE = re.compile(
    r"\bone[- ](?:off|time)\b|\bnon[- ]?recurr(?:ent|ing)\b|\b(?:for|in) (?:one|a single|this) "
    r"year(?: only)?\b|"
    r"\bsingle (?:\w+ )?(?:payment|receipt|sum|sale|prosecution|case|award|grant|disposal)\b|"
    r"\bfrom the sale of\b|\bfirst (?:of its kind )?(?:for|in) \w+ years\b|\btime-limited\b|"
    r"\b(?:un)?expected(?:ly)? (?:refund|rebate|receipt)\b|\bwindfall\b|\bends? (?:in|on) "
    r"(?:\d+ )?March\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:annually|each year|every year|in each year|year on year|permanent(?:ly)?|"
    r"recurr(?:ing|ent)(?:ly)?|"
    r"ongoing|on-going|thereafter|indefinitely|at (?:this|that|the same) level|continu(?:e|es|"
    r"ing|ed)\b[^.;]{0,30}\b"
    r"(?:years?|base|budget)|(?:future|later|subsequent|following|all) years|base budget|built "
    r"into)\b",
    re.IGNORECASE,
)
_THE_SAME = re.compile(
    r"\b(?:it|this|these|that|the same|the (?:money|sum|grant|receipt|income|funding|"
    r"contribution|saving|"
    r"resulting|amount)|such|receipts?|at that level|both)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:not|no|never|cannot|without|rather than|instead|until|pending|but|however|although|"
    r"unless|if|"
    r"could|would|may|should|must|need\w*|replaced?|after which|expire|alternative|option|risk|"
    r"seek|sought|whether)\b",
    re.IGNORECASE,
)


def what_comes_once_does_not_pay_for_ever(report: Report) -> Iterator[TextFinding]:
    """“A grant was received for one year. It pays for two permanent posts.”"""
    for paragraph in paragraphs(report):
        for one, other in pairwise(paragraph.sentences):
            once, lasting = _ONCE.search(one.text), _LASTING.search(other.text)
            if once is None or lasting is None or not _is_money(one):
                continue
            if not _THE_SAME.search(other.text) or _OTHERWISE.search(other.text):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=around(other.text, lasting.start(), lasting.end(), 110),
                message=f"The money comes once "
                f"(“{around(one.text, once.start(), once.end(), 50)}”) and is "
                f"counted as lasting (“{lasting[0]}”).",
                confidence=Confidence.MEDIUM,
                cure="Show it as one-off, and say how it is found again next year.",
            )
            break


def _is_money(one: Sentence) -> bool:
    return any(figure.kind is Kind.MONEY for figure in one.figures)


RULES: tuple[Rule, ...] = (what_comes_once_does_not_pay_for_ever,)
