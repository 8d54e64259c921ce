"""Net sums: “£12.9m over and a rephasing of -£124.5m, so £111.6m under in all”.

Of two figures one is printed with its minus sign; what is called net is what they come to.  And
what is net is what is gross less the income, wherever the three stand in a sentence or two.
"""

import re
from collections.abc import Iterator

from moothall.documents.report import Report
from moothall.proofread.figures.relations.windows import Played, each_window
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


_GROSS = Expression(r"\bgross\b[^«».;]{0,60}$", re.IGNORECASE)
_NET_OF_IT = Expression(r"\bnet\b(?! of)[^«».;]{0,60}$", re.IGNORECASE)
_INCOME = r"\b(?:income|receipts|grants?|fees|recharges|contributions)\b"
_INCOME_BEFORE = Expression(rf"{_INCOME}[^«».;]{{0,40}}$", re.IGNORECASE)
_INCOME_AFTER = Expression(rf"^[^«».;,]{{0,25}}{_INCOME}", re.IGNORECASE)
_THREE = 3


def what_is_net_is_the_gross_less_the_income(report: Report) -> Iterator[TextFinding]:
    """“Net spending of £14.6m: gross spending of £21.3m less income of £7.7m”: £13.6m."""
    told: set[int] = set()
    for paragraph, one, window in each_window(report, "gross", back=1):
        money = [each for each in window.played if each.kind is Kind.MONEY]
        if id(one) in told or len(money) != _THREE or _OTHERWISE.search(window.text):
            continue
        if message := _not_the_net(money):
            told.add(id(one))
            cure = "Correct the figure that is wrong."
            yield finding_on(paragraph, one, message, cure, Confidence.MEDIUM)


def _not_the_net(money: list[Played]) -> str | None:
    gross = [one for one in money if _GROSS.search(one.lead)]
    net = [one for one in money if _NET_OF_IT.search(one.lead) and one not in gross]
    income = [
        one
        for one in money
        if one not in gross
        and one not in net
        and (_INCOME_BEFORE.search(one.lead) or _INCOME_AFTER.match(one.trail))
    ]
    if not len(gross) == len(net) == len(income) == 1:
        return None
    told = net[0].told.figure
    terms: list[Term] = [(1, gross[0].told.figure), (-1, income[0].told.figure)]
    if told.rough or terms[0][1].rough or terms[1][1].rough or holds(terms, told):
        return None
    return written_out(terms, told)


RULES: tuple[Rule, ...] = (
    what_is_net_is_what_the_signed_figures_come_to,
    what_is_net_is_the_gross_less_the_income,
)
