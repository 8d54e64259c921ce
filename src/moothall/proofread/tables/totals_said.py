"""Totals and shares said of a table: “Total spending on lamps was £412,000” over a total of 421.

The table stands beside the sentence and is about the same; or a row of it is called by all the
words of the sentence.  A figure that stands in any table is left alone, whatever it is there.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow, named_rows
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    each_sentence,
    finding_on,
)
from moothall.proofread.reading.slips import are_close, in_figures, looks_like_a_slip
from moothall.proofread.reading.statements import content_words, periods_named
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.tables.totals import TOTAL

_WHOLE = Expression(
    r"\b(?:total(?:s|led|ling)?|in all|altogether|overall|comes? to|came to|amount(?:s|ed) to|"
    r"whole)\b",
    re.IGNORECASE,
)
_APART = Expression(
    r"\b(?:of which|each|per|more than|less than|over|under|nearly|almost|up to|below|above|saving|"
    r"target|if|would|could|excluding|including|net of|gross|average|compared|increase[ds]?|"
    r"decrease[ds]?|rose|fell|reduc\w+|additional|further|another|remaining|difference|between|"
    r"underspen\w+|overspen\w+|varian\w+|since|previous|last year|only|alone|borrow\w*|bid|"
    r"grant)\b",
    re.IGNORECASE,
)
_REACH = 3
_LEAST_DIGITS = 3


def a_total_said_beside_a_table_is_its_total(report: Report) -> Iterator[TextFinding]:
    """A sum said to be the total of what the table beside it lists is the total it prints."""
    grids = {n: block for n, block in enumerate(report.blocks) if isinstance(block, Grid)}
    if not grids:
        return
    printed: frozenset[Decimal] | None = None
    for paragraph, one in each_sentence(report, 1):
        if paragraph.cell or not _WHOLE.search(one.text) or _APART.search(one.text):
            continue
        told = [figure for figure in one.figures if figure.kind is Kind.MONEY]
        if len(told) != 1 or told[0].rough or len(_digits(told[0])) < _LEAST_DIGITS:
            continue
        near = [grids[n] for n in grids if abs(n - paragraph.block) <= _REACH]
        found = [cell for grid in near for cell in _totals(grid, one)]
        if not found:
            continue
        if printed is None:
            printed = frozenset(c.value for g in grids.values() for c in figures(g))
        figure = told[0]
        half = figure.amount.half
        if any(abs(value - figure.size) <= half for value in printed):
            continue
        for cell in found:
            if cell.kind is not Kind.MONEY or not _is_a_slip_of(cell, figure):
                continue
            yield finding_on(
                paragraph,
                one,
                f"{figure.text} here; the table beside it has a total of "
                f"{in_figures(cell.value)} (“{' '.join(cell.head.split())}”, row {cell.row + 1}), "
                f"and {figure.text} stands in no table.",
                "Give one total in both places.",
                Confidence.MEDIUM,
            )
            break


def _digits(figure: Figure) -> str:
    return re.sub(r"\D", "", figure.amount.text).strip("0")


def _is_a_slip_of(cell: Cell, figure: Figure) -> bool:
    shown = cell.value.quantize(figure.amount.step) if figure.amount.step < 1 else cell.value
    coarse = max(cell.step, figure.amount.step)
    if abs(cell.value - figure.size) <= coarse:
        return False
    slip = looks_like_a_slip(shown, figure.size)
    return slip or are_close(cell.value, figure.size, "0.04")


def _totals(grid: Grid, one: Sentence) -> list[Cell]:
    """The figures that a sentence may mean: of the one total row, in its year or the last."""
    cells = figures(grid)
    rows = {cell.row for cell in cells if TOTAL.search(cell.label)}
    if len(rows) != 1:
        return []
    words = content_words(_WHOLE.sub("", one.text))
    others = {cell.row: content_words(cell.label) for cell in cells if cell.row not in rows}
    about = sum(bool(named & words) for named in others.values())
    titled = content_words(grid.caption) & words
    if about * 2 <= len(others) and len(titled) < 2:
        return []
    totals = [cell for cell in cells if cell.row in rows]
    when = periods_named(one.text)
    dated = [cell for cell in totals if periods_named(cell.head) & when]
    return dated or ([] if when else totals[-1:])


# --- a share of those asked -----------------------------------------------------------------------

_SHARE = Expression(
    r"^(?:[A-Z][a-z]+,\s|In all,\s|Overall,?\s)?(?P<c>\d{1,2}\.\d)\s?(?:%|per cent)\sof\s"
)
_ASKED = frozenset(
    content_words(
        "tenants tenant residents resident people respondents households customers leaseholders "
        "homes council landlord us our staff proportion percentage per cent report reported "
        "said say agreed adults"
    )
)
_OFF = Decimal(5)


def a_share_said_of_a_row_is_its_last(report: Report) -> Iterator[TextFinding]:
    """“73.5% of tenants are satisfied with the overall service” over a row of 71.1 % and 75.3 %."""
    rows = None
    for paragraph, one in each_sentence(report, 1):
        match = _SHARE.match(one.text) if not paragraph.cell else None
        if match is None:
            continue
        rows = rows or named_rows(report).all
        told = next((f for f in one.figures if f.kind is Kind.PERCENT), None)
        clause = re.split(r"\s[-–—]\s|[,;(]", one.text[match.end() :])[0]
        words = content_words(clause) - _ASKED
        if told is None or told.rough or len(words) < 2 or _SAID_OTHERWISE.search(clause):
            continue
        if not told.text.startswith(match["c"]):
            continue
        named = [row for row in rows if words <= row.words]
        shortest = min((len(row.words) for row in named), default=0)
        named = [row for row in named if len(row.words) == shortest]
        if len(named) == 1:
            finding = _unlike(paragraph, one, told, named[0], rows)
            if finding is not None:
                yield finding


_SAID_OTHERWISE = Expression(
    r"\b(?:not|dis\w+|target|last year|previous|nationally|england|very|fairly|aged|women|men|who "
    r"(?:had|have|were))\b",
    re.IGNORECASE,
)


def _unlike(
    paragraph: Paragraph, one: Sentence, told: Figure, row: NamedRow, rows: list[NamedRow]
) -> TextFinding | None:
    cells = [cell for cell in row.cells if cell.kind is Kind.PERCENT]
    when = periods_named(one.text)
    dated = [cell for cell in cells if periods_named(cell.head) & when]
    if not cells or len(cells) > _MOST_COLUMNS or (when and not dated):
        return None
    last = (dated or [cell for cell in cells if periods_named(cell.head)] or cells)[-1]
    if last.step >= 1 or abs(last.value - told.size) > _OFF:
        return None
    if any(cell.value == told.size for other in rows for cell in other.cells):
        return None
    if abs(last.value - told.size) <= max(last.step, told.amount.step) / 2:
        return None
    swapped = looks_like_a_slip(last.value, told.size)
    return finding_on(
        paragraph,
        one,
        f"{told.text} here; “{row.label[:80]}” has {row.printed(last)} (“{last.head}”, "
        f"{row.where(last)}), and {told.text} stands in no table.",
        "Give one figure in both places.",
        Confidence.MEDIUM if swapped else Confidence.LOW,
    )


_MOST_COLUMNS = 4

RULES: tuple[Rule, ...] = (
    a_total_said_beside_a_table_is_its_total,
    a_share_said_of_a_row_is_its_last,
)
