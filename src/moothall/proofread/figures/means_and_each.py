"""Means of what was listed, and so much for each of so many.

“Three priced it: £212,000, £236,500 and £198,500.  The mean of the three is £218,667” is £215,667;
“each of the five would be given 10 minutes, 40 minutes in all” is 50.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.averages_of_lists import RULES as AVERAGES
from moothall.proofread.figures.factors_and_their_product import RULES as FACTORS
from moothall.proofread.figures.so_many_each import RULES as EACH
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.number_words import with_all_numbers
from moothall.proofread.reading.passages import (
    Paragraph,
    Sentence,
    finding_on,
    mark,
    paragraphs,
    worded,
)

_MEAN = Expression(
    rf"\b(?:mean|average|averages?)\b[^«»;.]{{0,30}}?\b(?:of|across|over)\s(?:the|these|those|"
    rf"all)\s?"
    rf"{mark('n', 'C')}[^«»;.]{{0,30}}?\s{mark('mean', 'MC')}",
    re.IGNORECASE,
)
_EACH_OF = Expression(
    rf"\beach of (?:the|these|our|its)\s{mark('n', 'C')}\s[^«»;.]{{2,70}}?\s{mark('one', 'MC')}\s?"
    rf"(?P<unit>[a-z]+)?,?\s(?:or\s|that is,?\s|making\s|a total of\s|and\s)?{mark('all', 'MC')}\s?"
    rf"(?P<same>[a-z]+)?\s(?:in all|in total|altogether|all told|together)\b",
    re.IGNORECASE,
)
_CURE = "Correct one of the figures."
_TOLD = quotes_told(*AVERAGES, *FACTORS, *EACH)


def a_mean_and_a_sum_are_those_of_what_is_told(report: Report) -> Iterator[TextFinding]:
    """“Each of the five … 10 minutes, 40 minutes in all”: 5 × 10 = 50."""
    for paragraph in paragraphs(report):
        for place, plain in enumerate(paragraph.sentences):
            if not plain.figures:
                continue
            one = with_all_numbers(plain.text)
            message = _mean(one, paragraph, place) or _each_of(one)
            if message and not told_by(_TOLD, report, paragraph, plain):
                yield finding_on(paragraph, plain, message, _CURE, Confidence.MEDIUM)


def _mean(one: Sentence, paragraph: Paragraph, place: int) -> str | None:
    match = _MEAN.search(one.pattern)
    if match is None or not place:
        return None
    count, mean = one.figure(match["n"]), one.figure(match["mean"])
    before = paragraph.sentences[place - 1]
    listed = [each for each in before.figures if each.kind is mean.kind and each.size != count.size]
    if len(listed) != count.size or any(each.rough for each in listed):
        return None
    true = sum((each.size for each in listed), Decimal(0)) / count.size
    slack = mean.spread + max(each.spread for each in listed)
    if abs(true - mean.size) <= max(slack, mean.amount.step):
        return None
    added = " + ".join(each.text for each in listed)
    shown = worded(true.quantize(Decimal(1)), mean.amount)
    return f"({added}) ÷ {count.text} = {shown}, not {mean.text}."


def _each_of(one: Sentence) -> str | None:
    match = _EACH_OF.search(one.pattern)
    if match is None or (match["unit"] and match["same"] and match["unit"] != match["same"]):
        return None
    count, each, total = (one.figure(match[name]) for name in ("n", "one", "all"))
    if each.kind is not total.kind or each.rough or total.rough:
        return None
    true = count.size * each.size
    if abs(true - total.size) <= total.spread + count.size * each.spread:
        return None
    return f"{count.text} × {each.text} = {worded(true, total.amount)}, not {total.text}."


RULES: tuple[Rule, ...] = (a_mean_and_a_sum_are_those_of_what_is_told,)
