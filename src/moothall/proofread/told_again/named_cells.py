"""Cells named in the text: a row and a column of a table by their words, with another figure.

“Adult Social Care is forecast to overspend by £5.2m” where the table's variance for it is 5,453.
Only where nothing else in the report bears the figure out, and the clause speaks of little else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.concepts import WEAK, concepts, say_opposite
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.quantities import Quantities, Quantity, quantities
from moothall.proofread.reading.running_text import word_set
from moothall.proofread.reading.slips import are_close, in_figures, looks_like_a_slip
from moothall.proofread.tables.table_conflicts import the_words_agree_with_the_table
from moothall.proofread.told_again.lone_figures import (
    are_of_two_times,
    is_worked_out,
    slips_of_the_pen,
    stands_elsewhere,
)

_NO_WHOLE = Expression(
    r"\b(?:of which|including|includes?|mainly|partly|part of|of this|of that|of the|further|"
    r"additional|another|"
    r"remaining|other|offset|excluding|net of|before|after|per|each|average|up to|at least|"
    r"previous(?:ly)?|last|"
    r"originally|earlier|then|draft|compared|against|than|assum\w+|would|could|if|worth|maximum|"
    r"minimum|"
    r"improve\w*|movement|change|since|between|due to|relat\w+|because|from)\b",
    re.IGNORECASE,
)
_LITTLE = word_set(
    "forecast outturn end position set show stand projected project anticipat result servic "
    "council overall portfolio directorat department area cost year"
)
_PERIOD = Expression(r"\bq[1-4]\b|\b(?:quarter|month|period) \d+", re.IGNORECASE)
_MOST_OTHER_WORDS = 2


def a_figure_named_by_row_and_column_is_that_cell(report: Report) -> Iterator[TextFinding]:
    """A row's name and a column's matter in a clause, and another figure than the cell has."""
    index = quantities(report)
    by_topic: defaultdict[tuple[Kind, str], list[Quantity]] = defaultdict(list)
    for cell in index.all:
        label = _name(cell)
        if cell.cell and label:
            by_topic[cell.kind, min(label)].append(cell)
    if not by_topic:
        return
    told = {
        (finding.place, finding.message.split(" ", 1)[0])
        for finding in (*the_words_agree_with_the_table(report), *slips_of_the_pen(report))
    }
    for one in index.all:
        if one.cell or one.rough or len(one.digits) < 2 or (one.place, one.text) in told:
            continue
        found = _contradicted(one, by_topic, index)
        if found is not None:
            yield _finding(one, *found)


def _name(cell: Quantity) -> frozenset[str]:
    return concepts(cell.own) - WEAK - {"variance", "cost", "saving"}


def _contradicted(
    one: Quantity, by_topic: dict[tuple[Kind, str], list[Quantity]], index: Quantities
) -> tuple[Quantity, Confidence] | None:
    if _NO_WHOLE.search(one.own) or stands_elsewhere(one, index):
        return None
    clause = concepts(one.own)
    named = [
        (score, -abs(cell.value - one.value), place, cell)
        for topic in sorted(clause)
        for place, cell in enumerate(by_topic.get((one.kind, topic), ()))
        if (score := _names(one, clause, cell))
    ]
    if not named:
        return None
    score, _, _, cell = max(named, key=lambda found: found[:3])
    if is_worked_out(one, cell, index) or say_opposite(one.own, f"{cell.own} {cell.head}"):
        return None
    slip = looks_like_a_slip(one.value, cell.value)
    close = are_close(one.value, cell.value, "0.25")
    if not slip and not close:
        return None
    return cell, Confidence.MEDIUM if score >= 4 else Confidence.LOW


def _names(one: Quantity, clause: frozenset[str], cell: Quantity) -> int:
    """How well a clause names a cell; 0 where it does not."""
    label, head = _name(cell), concepts(_PERIOD.sub(" ", cell.head)) - WEAK
    if not label <= clause or not cell.value:
        return 0
    if are_of_two_times(one, cell):
        return 0
    matter = head & clause
    dated = bool(cell.when & one.when)
    if head and not matter:
        return 0
    rest = clause - label - head - _LITTLE - WEAK - cell.topics
    if not head and not dated:
        # a row named in full and nothing else, of one of its periods
        return 4 if len(label) > 1 and not rest and not one.when and cell.when else 0
    if len(rest) > _MOST_OTHER_WORDS:
        return 0
    if abs(one.value - cell.value) <= max(one.step, cell.step):
        return 0
    return 2 * len(label) + len(matter) + dated - len(rest) - (0 if len(label) > 1 else 2)


def _finding(one: Quantity, cell: Quantity, confidence: Confidence) -> TextFinding:
    gap = abs(one.value - cell.value)
    unit = "£" if cell.kind is Kind.MONEY else ""
    sign = "%" if cell.kind is Kind.PERCENT else ""
    return TextFinding(
        place=one.place,
        quote=one.quote,
        message=f"{one.text} here; the table has {unit}{in_figures(Decimal(cell.value))}{sign} for "
        f"“{cell.own}”, “{cell.head}” ({cell.place}): {unit}{in_figures(gap)}{sign} apart.",
        confidence=confidence,
        cure="Give one figure in both places, or say what makes them differ.",
    )


RULES: tuple[Rule, ...] = (a_figure_named_by_row_and_column_is_that_cell,)
