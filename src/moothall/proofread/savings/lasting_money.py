"""One-off money in one sentence, and counted as lasting in the next."""

import re
from collections.abc import Iterator
from itertools import pairwise

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, around, found_once, paragraphs

_ONCE = Expression(
    r"\bone[- ](?:off|time)\b|\bnon[- ]?recurr(?:ent|ing)\b|\b(?:for|in) (?:one|a single|this) "
    r"year(?: only)?\b|"
    r"\bsingle (?:\w+ )?(?:payment|receipt|sum|sale|prosecution|case|award|grant|disposal)\b|"
    r"\bfrom the sale of\b|\bfirst (?:of its kind )?(?:for|in) \w+ years\b|\btime-limited\b|"
    r"\bin (?:19|20)\d\d(?:\s?[/-]\s?\d\d(?:\d\d)?)? only\b|\bonly (?:in|for) (?:19|20)\d\d\b|"
    r"\b(?:un)?expected(?:ly)? (?:refund|rebate|receipt)\b|\bwindfall\b|\bends? (?:in|on) "
    r"(?:\d+ )?March\b",
    re.IGNORECASE,
)
_RECURRENT_PART = r"(?<!non-)(?<!non )\brecurr(?:ent|ing)\b[^.;£]{0,12}£\s?[\d.,]+\w*"
_ONE_OFF_PART = r"\b(?:non[- ]?recurr(?:ent|ing)|one-off)\b[^.;£]{0,12}£\s?[\d.,]+\w*"
TOLD_APART = Expression(
    rf"{_RECURRENT_PART}[^.;£]{{0,20}}?{_ONE_OFF_PART}|"
    rf"{_ONE_OFF_PART}[^.;£]{{0,20}}?{_RECURRENT_PART}",
    re.IGNORECASE,
)
"""“Recurrent £6.5m, non-recurrent £2.5m”: a sum parted as it should be."""
_LASTING = Expression(
    r"\b(?:annually|each year|every year|in each year|year on year|permanent(?:ly)?|"
    r"recurr(?:ing|ent)(?:ly)?|"
    r"ongoing|on-going|thereafter|indefinitely|at (?:this|that|the same) level|continu(?:e|es|"
    r"ing|ed)\b[^.;]{0,30}\b"
    r"(?:years?|base|budget)|(?:future|later|subsequent|following|all) years|base budget|built "
    r"into)\b",
    re.IGNORECASE,
)
_THE_SAME = Expression(
    r"\b(?:it|this|these|that|the same|the (?:money|sum|grant|receipt|income|funding|"
    r"contribution|saving|"
    r"resulting|amount)|such|receipts?|at that level|both)\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
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
            if once is None or lasting is None or not _tells_of_money(one):
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


_YEARLY = Expression(
    r"\b(?:running|annual|yearly|recurr(?:ing|ent)|on-?going|permanent|continuing|"
    r"day-to-day)\s(?:[a-z]+\s){0,2}?"
    r"(?:costs?|pressures?|posts?|expenditure|spending|salar(?:y|ies)|savings?|subsid(?:y|ies))\b|"
    r"\b(?:costs?|posts?|pressure|shortfall|gap)\b[^.;]{0,40}?\b(?:a year|per annum|each year|"
    r"every year|p\.a)",
    re.IGNORECASE,
)
_FROM_ONCE = Expression(
    r"\b(?:met|funded|paid(?: for)?|financed|covered|supported|meet|fund|"
    r"drawn)\b[^.;]{0,25}?\b(?:from|by|through|with|out of)\s"
    r"(?:the |a |our |its )?(?:(?:one-?\s?off|non-?\s?recurr(?:ent|ing)|time-?limited|single|"
    r"remaining one-off)\b[^.;]{0,50}|"
    r"(?:sale of|proceeds of|capital receipts?\b)[^.;]{0,30})",
    re.IGNORECASE,
)
_FOR_A_TIME = Expression(
    r"\b(?:for (?:one|two|three|a|the first|up to|the next)\b|until|initially|pending|temporar\w+|"
    r"in the first year|"
    r"in (?:19|20)\d\d|pilot|trial|while|then|thereafter|before|not|no longer|cannot|should|"
    r"one-off costs?)",
    re.IGNORECASE,
)


@found_once
def what_costs_every_year_is_not_met_from_what_comes_once(report: Report) -> Iterator[TextFinding]:
    """“The yearly cost of £40,000 will be met from the one-off reserve.”"""
    for paragraph in paragraphs(report):
        for one in paragraph.sentences:
            yearly, once = _YEARLY.search(one.text), _FROM_ONCE.search(one.text)
            if (
                yearly is None
                or once is None
                or once.start() < yearly.start()
                or not _is_money(one)
            ):
                continue
            if _FOR_A_TIME.search(one.text[yearly.start() :]):
                continue
            yield TextFinding(
                place=paragraph.place,
                quote=around(one.text, yearly.start(), once.end(), 60),
                message=f"What is spent each year (“{yearly[0].strip()}”) is met from money that "
                f"comes once (“{once[0].strip()}”).",
                confidence=Confidence.MEDIUM,
                cure="Say how it is paid for when that money is gone.",
            )


def _tells_of_money(one: Sentence) -> bool:
    return _is_money(one) or _MONEY_NOUN.search(one.text) is not None


_MONEY_NOUN = Expression(
    r"\b(?:grants?|funding|income|rebates?|refunds?|receipts?|settlement|payment)\b", re.IGNORECASE
)


def _is_money(one: Sentence) -> bool:
    return any(figure.kind is Kind.MONEY for figure in one.figures)


RULES: tuple[Rule, ...] = (
    what_comes_once_does_not_pay_for_ever,
    what_costs_every_year_is_not_met_from_what_comes_once,
)
