"""Outsized sums: one that no council has, printed in a unit that its like are not.

"£449,237m" stands where £449,237 thousand is meant; beside it the report's other sums are of
hundreds of millions.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.money import (
    an_amount_fits_the_budget_it_is_set_against,
    printed_money,
)
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Paragraph, Sentence, around, each_sentence

_LARGE = Decimal(3_000_000_000)
_BEYOND_ANY = Decimal(20_000_000_000)
_TIMES = 3
_REACH = 60
_OF_THE_COUNTRY = Expression(
    r"\b(?:national\w*|nation|england|english|scotland|wales|uk|united kingdom|britain|gdp|gva|"
    r"econom\w+|countr(?:y|ies)|central government|treasury|chancellor|nhs|sector|"
    r"councils across|all councils|local government as|pension fund|global|world\w*|"
    r"europe\w*)\b",
    re.IGNORECASE,
)


def is_of_the_country(text: str) -> bool:
    """Whether a sum in the text may be the nation's, the pension fund's or a whole sector's."""
    return _OF_THE_COUNTRY.search(text) is not None


def a_sum_is_in_the_unit_of_its_like(report: Report) -> Iterator[TextFinding]:
    """No sum is thousands of millions where the largest other is a third of it or less."""
    sums = [
        (paragraph, one, figure)
        for paragraph, one in each_sentence(report, 1)
        for figure in one.figures
        if figure.kind is Kind.MONEY
    ]
    large = [held for held in sums if _is_outsized(held[1], held[2])]
    if not large:
        return
    told = {finding.place for finding in an_amount_fits_the_budget_it_is_set_against(report)}
    others = [figure.size for _, _, figure in sums] + [one.value for one in printed_money(report)]
    for paragraph, one, figure in large:
        like = max((size for size in others if size < figure.size), default=Decimal(0))
        if like * _TIMES <= figure.size and like and paragraph.place not in told:
            yield _finding(paragraph, one, figure, like)


def _is_outsized(one: Sentence, figure: Figure) -> bool:
    return (
        figure.size >= _LARGE
        and "," in figure.text
        and figure.amount.scale == 1_000_000
        and not is_of_the_country(
            one.text[max(0, figure.amount.start - _REACH) : figure.amount.end + _REACH]
        )
    )


def _finding(paragraph: Paragraph, one: Sentence, figure: Figure, like: Decimal) -> TextFinding:
    return TextFinding(
        place=paragraph.place,
        quote=around(one.text, figure.amount.start, figure.amount.end),
        message=f"{figure.text} is thousands of millions; the next largest sum of the report is "
        f"£{like / 1_000_000:,.1f}m: the unit is probably wrong.",
        confidence=Confidence.HIGH if figure.size >= _BEYOND_ANY else Confidence.MEDIUM,
        cure="Correct the unit: £000 may be meant.",
    )


RULES: tuple[Rule, ...] = (a_sum_is_in_the_unit_of_its_like,)
