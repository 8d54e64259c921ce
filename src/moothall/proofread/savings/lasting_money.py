"""Costs of every year met from one-off money: “the yearly cost … from the one-off reserve”."""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, around, found_once, paragraphs

_RECURRENT_PART = r"(?<!non-)(?<!non )\brecurr(?:ent|ing)\b[^.;£]{0,12}£\s?[\d.,]+\w*"
_ONE_OFF_PART = r"\b(?:non[- ]?recurr(?:ent|ing)|one-off)\b[^.;£]{0,12}£\s?[\d.,]+\w*"
TOLD_APART = Expression(
    rf"{_RECURRENT_PART}[^.;£]{{0,20}}?{_ONE_OFF_PART}|"
    rf"{_ONE_OFF_PART}[^.;£]{{0,20}}?{_RECURRENT_PART}",
    re.IGNORECASE,
)
"""“Recurrent £6.5m, non-recurrent £2.5m”: a sum parted as it should be."""
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


def _is_money(one: Sentence) -> bool:
    return any(figure.kind is Kind.MONEY for figure in one.figures)


RULES: tuple[Rule, ...] = (what_costs_every_year_is_not_met_from_what_comes_once,)
