"""Sums told after their parts: "Roads need £1.2m.  Bridges need £0.9m.  Together they need …"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.worked_figures import (
    OTHERWISE,
    Told,
    are_alike,
    in_words,
    is_worked_out,
    wrong_results,
)
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression

_ALL_TOLD = Expression(
    r"^(?:This|These|That|Together|In (?:all|total)|Altogether|Combined|The (?:total|two|three|"
    r"combined|sum|"
    r"overall)|All told|Taken together|Overall|Both)\b[^«»;]{0,70}$"
)
_SUMMED = Expression(
    r"\b(?:together|in (?:all|total)|altogether|combined|total(?:s|led|ling)?|sum|all told|make|"
    r"makes|"
    r"made|making|bring|brings|add up to|come to|amount to|both)\b",
    re.IGNORECASE,
)
_TO_A_TOTAL = Expression(
    r"\b(?:increas|bring|tak|mak|giv|rais)(?:es|e|ing|s)\s(?:(?:the|its|our|this|that|an?|"
    r"it)\s)?(?:[a-z]+\s){0,3}?"
    r"(?:total|overall|combined)\s(?:[a-z]+\s){0,4}?(?:to|of)\s$",
    re.IGNORECASE,
)
_ADDS = Expression(
    r"\b(?:further|additional|adding|added|another|more|new|plus|together|and|also)\b", re.I
)
_IN_ALL = Expression(
    r"^(?:\s[a-z]+){0,2}\s(?:in (?:all|total)|altogether|all told|together)\b", re.I
)


def a_sum_is_that_of_the_figures_before_it(report: Report) -> Iterator[TextFinding]:
    """“Roads need £1.2m.  Bridges need £0.9m.  Together they need £2.3m”: £2.1m."""
    yield from wrong_results(report, _wrong_sum)


def _wrong_sum(result: Told, told: list[Told], here: str, before: str) -> str | None:
    mine = [one for one in told if not one.back]
    kind = result.figure.kind
    if _TO_A_TOTAL.search(result.before):
        parts = [one for one in told if are_alike(one, result, loose=True)]
        if len(parts) != 2 or not _ADDS.search(f"{before} {here}"):
            return None
        before = here = ""
    elif mine:
        if not _IN_ALL.match(result.after) or not result.before.rstrip().endswith((",", "–", "-")):
            return None
        parts = mine
    else:
        lead = here[: here.find("«")]
        if not _ALL_TOLD.match(lead) or not _SUMMED.search(f"{lead} {result.after[:24]}"):
            return None
        parts = [one for one in told if are_alike(one, result)]
        if len(parts) != len([one for one in told if one.figure.kind is kind]):
            return None
    if any(
        one.figure.kind is not kind or one.figure.rough or one.per != result.per for one in parts
    ):
        return None
    if not 2 <= len(parts) <= 5 or result.figure.rough or kind is Kind.PERCENT:
        return None
    if OTHERWISE.search(before) or OTHERWISE.search(here[:120]):
        return None
    figures = [one.figure for one in parts]
    if is_worked_out(result.figure, figures):
        return None
    got = sum((figure.size for figure in figures), Decimal(0))
    c = result.figure
    slack = sum((figure.spread for figure in figures), c.spread)
    if abs(got - c.size) <= slack or abs(got - c.size) > got / 6:
        return None
    return f"{' + '.join(f.text for f in figures)} = {in_words(got, *figures)}, not {c.text}."


RULES: tuple[Rule, ...] = (a_sum_is_that_of_the_figures_before_it,)
