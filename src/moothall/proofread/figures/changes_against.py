"""A change told in per cent before or after its two figures, and parts of a sum told in words.

“Grew by 8.5%, standing at £2.58bn against £2.40bn a year before” is 7.5%; “£3.36m, one sixth of
the £16.8m bill” is a fifth.  The two figures need no “from … to”: they are the only two of their
kind, and one is said to be of an earlier time.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures import changes, fractions_counted, halves_and_doubles, told_changes
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
_MOVED_BY = Expression(
    r"\b(?:grew|grown|growth|r[io]se[ns]?|risen|up|increas\w+|f[ae]ll(?:en|s)?|down|decreas\w+|"
    r"reduc\w+|dropp?\w*|declin\w+)\s(?:by |of )?«(?P<p>P\d+)»"
    r"|«(?P<q>P\d+)»\s(?:[a-z]+\s)?(?:increase|rise|growth|fall|reduction|decrease|drop)\b",
    re.IGNORECASE,
)
_EARLIER = Expression(
    r"«(?P<b>[MC]\d+)»(?P<between>[^«»;]{0,60})\b(?:against|compared (?:with|to)|up from|"
    r"down from|from)\s(?:[a-z]+\s)?«(?P<a>[MC]\d+)»(?P<when>[^«»;]{0,45})",
    re.IGNORECASE,
)
_WHEN = Expression(
    r"\b(?:a year (?:before|ago|earlier)|(?:last|previous|prior) year|the year before|"
    r"in (?:19|20)\d\d|at (?:the (?:start|beginning)|31 March))\b",
    re.IGNORECASE,
)
_OTHERWISE = Expression(
    r"\b(?:real terms|like[ -]for[ -]like|per annum|a year|each year|annual\w*|adjust\w*|inflation|"
    r"budget\w*|target\w*|plan\w*|forecast\w*|average|compound|underlying|exclud\w+|while|whereas)\b",
    re.IGNORECASE,
)
_A_YEAR_AGO = Expression(r"\ba year (?:before|ago|earlier)\b", re.IGNORECASE)
_ROUGHLY = Expression(
    r"\b(?:roughly|about|around|nearly|almost|over|under|more than|less than|at least|up to|some|"
    r"approximately|close to|not quite|just)\s$",
    re.IGNORECASE,
)
_PART_OF = Expression(r"^\sof\s(?:the|our|its|all|[A-Z])[^.;]{0,40}$")
_HUNDRED, _TEN = Decimal(100), Decimal(10)
_HALF = Decimal("0.5")
_LOOSELY = Decimal("0.15")
_TOLD = quotes_told(*changes.RULES, *told_changes.RULES)
_PARTS_TOLD = quotes_told(*fractions_counted.RULES, *halves_and_doubles.RULES)


def a_change_against_an_earlier_figure_is_right(report: Report) -> Iterator[TextFinding]:
    """“Grew by 8.5%, standing at £2.58bn against £2.40bn a year before”: by 7.5%."""
    for paragraph, one in each_sentence(report, 3):
        message = _wrong_change(one)
        if message is not None and not told_by(_TOLD, report, paragraph, one):
            yield finding_on(paragraph, one, message, _CURE, Confidence.MEDIUM)


def _wrong_change(one: Sentence) -> str | None:
    if len(one.figures) != 3 or sum(f.kind is Kind.PERCENT for f in one.figures) != 1:
        return None
    moved, levels = _MOVED_BY.search(one.pattern), _EARLIER.search(one.pattern)
    if moved is None or levels is None or not _WHEN.search(levels["when"]):
        return None
    if _OTHERWISE.search(_A_YEAR_AGO.sub("", one.text)):
        return None
    a, b, by = (one.figure(mark) for mark in (levels["a"], levels["b"], moved["p"] or moved["q"]))
    if a.kind is not b.kind or a.low <= 0 or by.rough or a.rough or b.rough:
        return None
    true = abs(b.size - a.size) / a.size * _HUNDRED
    slack = (a.spread / a.size + b.spread / b.size) * _HUNDRED + by.amount.step
    other_way = abs(b.size - a.size) / b.size * _HUNDRED if b.size else true
    if min(abs(true - by.size), abs(other_way - by.size)) <= slack:
        return None
    if not _HALF <= true / by.size <= 2 and abs(true / by.size / _TEN - 1) > _HALF / _TEN:
        return None
    return f"From {a.text} to {b.text} is a change of {per_cent(true)}, not {by.text}."


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


RULES: tuple[Rule, ...] = (
    a_change_against_an_earlier_figure_is_right,
    a_fraction_of_a_sum_is_the_sum_told,
)
