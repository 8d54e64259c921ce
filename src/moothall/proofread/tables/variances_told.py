"""Variances told in the text against their row: “underspend of £0.435m”, where the row is over.

Which row is meant is said by its words, or by the sum told, which is the variance of one row alone.
Whether it is over its budget the row itself shows: by its budget and what was or will be spent.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind, amounts
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, named_rows
from moothall.proofread.reading.passages import Passage, around, passages
from moothall.proofread.reading.statements import content_words
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.tables.rows_spoken_of import is_spoken_of, signed

_SPENT = r"spen(?:ds?|t|ding)"
_VARIANCE = Expression(
    rf"\b(?:(?P<over>over[- ]?{_SPENT})|(?P<under>under[- ]?{_SPENT}))\b"
    r"[\s(:,–-]{0,3}(?:(?:of|by|is|was|at|totalling|amounting to)\s|[a-z]+\s){0,2}(?=£)|"
    rf"(?P<before>£\d[\d,.]*\d?\s?(?:m|k|million)?)\s(?:[a-z]+\s)?(?:(?P<over2>over[- ]?{_SPENT})|"
    rf"(?P<under2>under[- ]?{_SPENT}))\b",
    re.IGNORECASE,
)
_BUDGET = Expression(r"\b(?:budget|allocation|estimate|plan)\b", re.IGNORECASE)
_SPENDING = Expression(
    r"\b(?:forecast|out-?turn|actual|projected|projection|expenditure|spend)\b", re.IGNORECASE
)
_NO_LEVEL = Expression(
    r"\b(?:varian\w+|over|under|change|movement|difference|to date|remaining|%|previous|last)\b",
    re.I,
)
_ELSEWHERE = Expression(
    r"\b(?:quarter \d|q\d|month \d|last year|previous\w*|earlier|would have been|at the time|"
    r"offset|"
    r"first quarter|second quarter|third quarter)\b",
    re.IGNORECASE,
)
_FEWEST_DIGITS = 3


def a_variance_told_is_on_the_side_of_its_row(report: Report) -> Iterator[TextFinding]:
    """“Place is forecast to overspend by £0.435m”, where its forecast is less than its budget."""
    rows = [row for row in named_rows(report).all if _ends(row) is not None]
    if not rows:
        return
    for passage in passages(report):
        if passage.cell or not passage.has("spen"):
            continue
        for match in _VARIANCE.finditer(passage.text):
            row = _row_of(match, passage, rows)
            ends = _ends(row) if row is not None else None
            if row is None or ends is None:
                continue
            budget, spent = ends
            over = signed(row, spent) > signed(row, budget)
            told = match["over"] or match["over2"]
            if over == bool(told):
                continue
            named = told or match["under"] or match["under2"]
            yield TextFinding(
                place=passage.place,
                quote=around(passage.text, match.start(), match.end(), 60),
                message=f"“{row.label}” has {row.printed(spent)} for a budget of "
                f"{row.printed(budget)} ({row.where(spent)}): that is "
                f"{'over' if over else 'under'} it, which “{named}” does not say.",
                confidence=Confidence.MEDIUM,
                cure="Correct the word, or the table.",
            )


def _ends(row: NamedRow) -> tuple[Cell, Cell] | None:
    """The budget of a row and what was spent of it, where each stands in one column."""
    budgets = [c for c in row.cells if _BUDGET.search(c.head) and not _NO_LEVEL.search(c.head)]
    spending = [
        c
        for c in row.cells
        if _SPENDING.search(c.head) and not _NO_LEVEL.search(c.head) and c not in budgets
    ]
    if len(budgets) != 1 or len(spending) != 1:
        return None
    same = signed(row, budgets[0]) == signed(row, spending[0])
    shown = signed(row, budgets[0]) > 0 and signed(row, spending[0]) > 0
    return (budgets[0], spending[0]) if shown and not same else None


def _row_of(match: re.Match[str], passage: Passage, rows: list[NamedRow]) -> NamedRow | None:
    """The row whose variance is the sum told; of several the one that is named."""
    start = match.start("before") if match["before"] else match.end()
    told = next((one for one in amounts(passage.text) if one.start >= start), None)
    if told is None or told.kind is not Kind.MONEY or told.start > start + 2:
        return None
    sentence = _sentence(passage.text, match.start())
    if _ELSEWHERE.search(sentence):
        return None
    fitting = [row for row in rows if _is_its_variance(row, told.value, told.half)]
    words = content_words(sentence)
    named = [row for row in fitting if is_spoken_of(row, sentence, words)]
    if len(named) == 1:
        return named[0]
    digits = re.sub(r"\D", "", told.text).lstrip("0")
    digits = digits if "." in told.text else digits.rstrip("0")
    return fitting[0] if len(fitting) == 1 and len(digits) >= _FEWEST_DIGITS else None


def _sentence(text: str, start: int) -> str:
    before = max((m.end() for m in re.finditer(r"[.;]\s", text[:start])), default=0)
    after = re.search(r"[.;](?:\s|$)", text[start:])
    return text[before : start + after.start() if after else len(text)]


def _is_its_variance(row: NamedRow, told: Decimal, half: Decimal) -> bool:
    ends = _ends(row)
    if ends is None:
        return False
    budget, spent = (signed(row, cell) for cell in ends)
    return abs(abs(spent - budget) - abs(told)) <= half


RULES: tuple[Rule, ...] = (a_variance_told_is_on_the_side_of_its_row,)
