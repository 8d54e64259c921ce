"""Shares of rows told in the text: “adults take 54% of the total budget”, where they have 45%.

The row is named in the clause, the whole is the table's total, called so or by the words of its
head.  A share that any column of the table gives for the row, or for two rows named together, is
right.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import HUNDRED, Figure, Sentence, each_sentence, finding_on
from moothall.proofread.reading.quantities import own_clause
from moothall.proofread.reading.slips import looks_like_a_slip
from moothall.proofread.reading.statements import content_words, periods_named
from moothall.proofread.tables.table_shares import TableShare, shares_of_tables

_OF_ALL = Expression(
    r"^\s?of\s(?:the\s|our\s|its\s|all\s|this\s)*(?P<what>[a-z][a-z ’'-]{2,50})", re.IGNORECASE
)
_OF_IT = Expression(r"\bof\sthe\stotal,?\s*(?:some\s|about\s)?$", re.IGNORECASE)
_WHOLES = content_words(
    "budget spending expenditure income costs funding payments receipts whole entire sum"
)
_IS_ALL = Expression(r"\b(?:total|overall|whole|entire|all)\b", re.IGNORECASE)
_OTHERWISE = Expression(
    rf"\b(?:{UP}|{DOWN}|{CHANGE_NOUN}|target|nationally|england|average|than|of which|of these|"
    r"would|could|if|last year|previous|remaining|rest|further|other)\b",
    re.IGNORECASE,
)
_MOST_NAMED = 2
_MOST_FIGURES = 4


def a_share_told_of_a_row_is_that_of_its_total(report: Report) -> Iterator[TextFinding]:
    """A share of the whole that a sentence gives a row is the row's part of the table's total."""
    tables: defaultdict[int, list[TableShare]] = defaultdict(list)
    for share in shares_of_tables(report):
        if share.of == "row" and share.whole and content_words(share.part):
            tables[share.block].append(share)
    if not tables:
        return
    for paragraph, one in each_sentence(report, 1):
        if paragraph.cell or len(one.figures) > _MOST_FIGURES or _OTHERWISE.search(one.text):
            continue
        for figure in one.figures:
            if figure.kind is not Kind.PERCENT:
                continue
            message = _unlike(one, figure, tables)
            if message:
                yield finding_on(
                    paragraph, one, message, "Correct the share or the table.", Confidence.MEDIUM
                )
                break


def _unlike(one: Sentence, figure: Figure, tables: dict[int, list[TableShare]]) -> str | None:
    words = content_words(own_clause(one, figure))
    when = periods_named(one.text)
    for shares in tables.values():
        named = {share.part for share in shares if content_words(share.part) <= words}
        whole = _is_of_all(one, figure, shares)
        if not whole or not 0 < len(named) <= _MOST_NAMED:
            continue
        by_column: defaultdict[str, list[TableShare]] = defaultdict(list)
        for share in shares:
            if share.part in named:
                by_column[share.column].append(share)
        meant = [
            held
            for held in by_column.values()
            if len(held) == len(named) and (not when or periods_named(held[0].head) & when)
        ]
        if not meant or any(_near(figure, _part(held)) for held in by_column.values()):
            continue
        held = meant[-1]
        true = _part(held) * HUNDRED
        slip = looks_like_a_slip(true.quantize(figure.amount.step), figure.size)
        if not slip and any(_near(figure, share.value / share.whole) for share in shares):
            return None  # the share of some row: which of them is told may be read in two ways
        if len(meant) == 1 and (slip or true / 2 <= figure.size <= true * 2):
            parts = " + ".join(share.text for share in held)
            labels = " and ".join(f"“{share.part}”" for share in held)
            return (
                f"{labels} {'have' if len(held) > 1 else 'has'} {parts} of {held[0].whole_text} "
                f"({held[0].place}): {true:.1f}%, not {figure.text}."
            )
    return None


def _is_of_all(one: Sentence, figure: Figure, shares: list[TableShare]) -> bool:
    """Whether a percentage is of the total of a table: called so, or by the words of its head."""
    if _OF_IT.search(one.text[: figure.amount.start]):
        return True
    match = _OF_ALL.match(one.text[figure.amount.end :])
    if match is None:
        return False
    what = re.split(r"\b(?:of|goes|went|is|was|are|were|in|on|for|by|and)\b", match["what"])[0]
    heads = content_words(f"{shares[0].about} {shares[0].head}")
    said = content_words(what)
    return said - _WHOLES <= heads and bool(said or _IS_ALL.search(what))


def _part(held: list[TableShare]) -> Decimal:
    return sum((share.value for share in held), Decimal(0)) / held[0].whole


def _near(figure: Figure, share: Decimal) -> bool:
    slack = max(figure.amount.step, figure.spread if figure.rough else Decimal(0))
    return abs(share * HUNDRED - figure.size) <= slack


RULES: tuple[Rule, ...] = (a_share_told_of_a_row_is_that_of_its_total,)
