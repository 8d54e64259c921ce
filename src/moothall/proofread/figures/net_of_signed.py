"""Net of signed figures: “£12.9m over and a rephasing of -£124.5m, so £111.6m under in all”.

Of two figures one is printed with its minus sign; what is called net is what they come to.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.slips_in_sums import Term, holds, written_out
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Sentence, each_sentence, finding_on

_MARK = Expression(r"«([MC]\d+)»")
_NET = Expression(
    r"\bnet\b[^«»,;.]{0,50}?\s(?:of|is|was|at|by|to|being)?\s?(?:about |around )?$", re.IGNORECASE
)
_OTHERWISE = Expression(r"\b(?:of which|includ\w+|each|per|respectively|average)\b", re.IGNORECASE)
_PAIR = 2


def what_is_net_is_what_the_signed_figures_come_to(report: Report) -> Iterator[TextFinding]:
    """“£12.9m and -£124.5m, so a net underspend of £101.6m”: £111.6m."""
    for paragraph, one in each_sentence(report, 3):
        if "net " not in one.text or not any(figure.value < 0 for figure in one.figures):
            continue
        message = _wrong(one)
        if message:
            cure = "Correct the figure that is wrong."
            yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


def _wrong(one: Sentence) -> str | None:
    marks = list(_MARK.finditer(one.pattern))
    for number, mark in enumerate(marks):
        told = one.figure(mark[1])
        gap = one.pattern[marks[number - 1].end() if number else 0 : mark.start()]
        before = [one.figure(other[1]) for other in marks[:number]]
        if len(before) != _PAIR or not _NET.search(gap) or told.rough:
            continue
        first, second = before
        if not first.kind is second.kind is told.kind or (first.value < 0) == (second.value < 0):
            continue
        if told.kind is Kind.COUNT or _OTHERWISE.search(one.pattern[: mark.start()]):
            continue
        larger, smaller = (first, second) if first.size >= second.size else (second, first)
        terms: list[Term] = [(1, larger), (-1, smaller)]
        if not holds(terms, told):
            return written_out(terms, told)
    return None


RULES: tuple[Rule, ...] = (what_is_net_is_what_the_signed_figures_come_to,)
