"""Headline figures: one that stands before a sentence and is told again in it, as in a poster.

“**50%** By 2050 there will be a 15% increase …”; “3X The frequency has doubled.”  Left alone:
sentences with several figures of the kind, and those that tell of a part of what the headline is.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import finding_on, paragraphs
from moothall.proofread.reading.slips import differ_in_value

_HEADLINE = Expression(
    r"^\W*(?P<head>£?\d[\d,]*(?:\.\d+)?\s?(?:%|m\b|k\b|million\b|[xX]\b|times\b)?)(?:\*\*)?\s"
    r"(?P<rest>(?:According|The|By|In|Our|We|An?|This|There|People|Over|Since|Each|Every|It)\s.+)$"
)
_TIMES = Expression(r"\d\s?(?:[xX]|times)$")
_FOLDS = {"halved": Decimal("0.5"), "doubled": Decimal(2), "trebled": Decimal(3),
          "tripled": Decimal(3), "quadrupled": Decimal(4)}  # fmt: skip
_FOLD = Expression(rf"\b(?P<fold>{'|'.join(_FOLDS)})\b", re.IGNORECASE)
_OF_A_PART = Expression(
    r"\b(?:of (?:these|those|them|which|whom)|compared|target|last year|against|up from|down from|"
    r"from|than|another|further|rest)\b",
    re.IGNORECASE,
)
_LONGEST = 260


def a_headline_figure_is_that_of_its_sentence(report: Report) -> Iterator[TextFinding]:
    """“50% By 2050 there will be a 15% increase in hot days.”"""
    for paragraph in paragraphs(report):
        if len(paragraph.text) > _LONGEST or len(paragraph.sentences) > 1 or paragraph.cell:
            continue
        match = _HEADLINE.match(paragraph.text)
        if match is None or _OF_A_PART.search(match["rest"]):
            continue
        (one,) = paragraph.sentences or (None,)
        message = None
        if _TIMES.search(match["head"].strip()):
            fold = _FOLD.search(match["rest"])
            number = Decimal(re.sub(r"[^\d.]", "", match["head"]))
            if fold is not None and _FOLDS[fold["fold"].lower()] != number:
                message = f"“{match['head'].strip()}” is not “{fold['fold']}”."
        elif one is not None and len(one.figures) > 1:
            head, *others = one.figures
            same = [other for other in others if other.kind is head.kind]
            if head.kind in (Kind.PERCENT, Kind.MONEY) and len(same) == 1:
                told = same[0]
                if differ_in_value(head.value, head.amount.step, told.value, told.amount.step):
                    message = f"{head.text} at the head, {told.text} in the sentence beneath it."
        if one is not None and message is not None:
            cure = "Correct one of the two."
            yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


RULES: tuple[Rule, ...] = (a_headline_figure_is_that_of_its_sentence,)
