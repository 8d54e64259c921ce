"""Fractions of sums in words: “£3.36m, one sixth of the £16.8m bill” is a fifth."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures import fractions_counted, halves_and_doubles
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.fraction_words import fractions_told
from moothall.proofread.reading.passages import (
    Figure,
    Sentence,
    each_sentence,
    finding_on,
    per_cent,
)

_CURE = "Correct the figure that is wrong."
_ROUGHLY = Expression(
    r"\b(?:roughly|about|around|nearly|almost|over|under|more than|less than|at least|up to|some|"
    r"approximately|close to|not quite|just)\s$",
    re.IGNORECASE,
)
_PART_OF = Expression(r"^\sof\s(?:the|our|its|all|[A-Z])[^.;]{0,40}$")
_HUNDRED = Decimal(100)
_LOOSELY = Decimal("0.15")
_PARTS_TOLD = quotes_told(*fractions_counted.RULES, *halves_and_doubles.RULES)


def a_fraction_of_a_sum_is_the_sum_told(report: Report) -> Iterator[TextFinding]:
    """“£3.36m, one sixth of the £16.8m bill” is a fifth."""
    for paragraph, one in each_sentence(report, 2):
        message = _wrong_fraction(one)
        if message is not None and not told_by(_PARTS_TOLD, report, paragraph, one):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong_fraction(one: Sentence) -> str | None:
    sums = [figure for figure in one.figures if figure.kind is Kind.MONEY]
    if len(sums) != 2 or len(one.figures) != 2 or any(f.rough or f.value <= 0 for f in sums):
        return None
    fractions = [told for told in fractions_told(one.text) if not told.in_figures]
    if len(fractions) != 1 or _ROUGHLY.search(one.text[: fractions[0].start]):
        return None
    fraction = fractions[0]
    whole = next((f for f in sums if _is_its_whole(one, fraction.end, f)), None)
    if whole is None:
        return None
    part = next(figure for figure in sums if figure is not whole)
    share = part.size / whole.size * _HUNDRED
    if part.size >= whole.size or not fraction.low / 2 <= share <= fraction.high * 2:
        return None
    said = (fraction.low + fraction.high) / 2
    if fraction.allows(share, share) and abs(share - said) <= said * _LOOSELY:
        return None
    return f"{part.text} is {per_cent(share)} of {whole.text}, not {fraction.text}."


def _is_its_whole(one: Sentence, end: int, figure: Figure) -> bool:
    return bool(_PART_OF.match(one.text[end : figure.amount.start]))


RULES: tuple[Rule, ...] = (a_fraction_of_a_sum_is_the_sum_told,)
