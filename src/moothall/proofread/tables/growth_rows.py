"""Rows of rates of change: “Increase on the year before  14%  6%” under the figures of the years.

Which row the rates are of is learnt from the rates themselves: the row above them for which most
compute.  A rate is wrong only where no figures that round to those printed could give it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Cell, Figure, Gap, Line, Sheet, number_table

_RATE = Expression(
    r"\b(?:rates? of (?:increase|decrease|change|growth|reduction|inflation)|(?:annual|yearly|"
    r"year[- ]on[- ]year|quarterly) (?:increase|decrease|change|growth|rise|movement|reduction)|"
    r"(?:%|per ?cent(?:age)?) (?:increase|decrease|change|growth|rise|movement|reduction|fall)|"
    r"(?:increase|decrease|change|growth|rise|movement|reduction|fall)\b.{0,40}?(?:%|per ?cent|"
    r"previous|prior|last|on (?:the )?year|year before))",
    re.IGNORECASE,
)
_REACH = 8
"""How many rows above the rates the figures stand at most."""
_LEAST_RIGHT = 2
_HUNDRED = Decimal(100)
_WIDEST = Decimal(3)
"""Between how many points a rate lies whose figures are worth holding it against."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """Which rates of a row are right for a row of figures, and which are not."""

    base: Line
    right: tuple[int, ...]
    wrong: tuple[int, ...]


def a_row_of_rates_is_that_of_its_figures(report: Report) -> Iterator[TextFinding]:
    """Each rate of change is the one between the figure over it and the one before."""
    for grid in tables_of(report):
        table = number_table(grid)
        if table is None or len(table.columns) < 3 or not _RATE.search(" ".join(table.labels)):
            continue
        sheet = table.down()
        for position, line in enumerate(sheet.lines):
            if _RATE.search(line.label) and _holds_rates(line):
                yield from _wrong_rates(sheet, position, line)


def _holds_rates(line: Line) -> bool:
    figures = [cell for cell in line.cells if isinstance(cell, Figure)]
    shares = [cell for cell in figures if cell.kind is Kind.PERCENT]
    return len(shares) >= 2 and len(shares) == len(figures)


def _wrong_rates(sheet: Sheet, position: int, line: Line) -> Iterator[TextFinding]:
    above = [
        other
        for other in sheet.lines[max(0, position - _REACH) : position]
        if not _holds_rates(other)
    ]
    fits = [_fit(line, other) for other in reversed(above)]
    fits = [fit for fit in fits if len(fit.right) >= _LEAST_RIGHT]
    best = max(fits, key=lambda fit: len(fit.right) - len(fit.wrong), default=None)
    if best is None or len(best.wrong) > len(best.right):
        return
    shown, places = [], []
    for rank in best.wrong:
        before, after, rate = best.base.cells[rank - 1], best.base.cells[rank], line.cells[rank]
        if isinstance(before, Figure) and isinstance(after, Figure) and isinstance(rate, Figure):
            true = (after.value - before.value) / before.value * _HUNDRED
            shown.append(f"from {before.text} to {after.text} is {true:+.1f}%, not {rate.text}")
            places.append(rank)
    if not shown:
        return
    right = len(best.right)
    rates = " ".join(cell.text for cell in line.cells if isinstance(cell, Figure))
    yield TextFinding(
        place=sheet.place(line, places[0]),
        quote=f"{line.label} {rates}",
        message=f"“{best.base.label}” {'; '.join(shown)}. The other {right} rates are right.",
        confidence=Confidence.HIGH if right >= 3 and len(shown) == 1 else Confidence.MEDIUM,
        cure="Correct the rate or the figures that it is worked out from",
    )


def _fit(rates: Line, base: Line) -> _Fit:
    right, wrong = [], []
    for rank in range(1, len(rates.cells)):
        rate, before, after = rates.cells[rank], base.cells[rank - 1], base.cells[rank]
        low, high = _bounds(before, after)
        if not isinstance(rate, Figure) or low is None or high is None:
            continue
        if high - low > _WIDEST:
            continue  # so small a figure rounds to many rates
        size = abs(rate.value)
        if low - rate.half <= rate.value <= high + rate.half or (
            rate.value > 0 and low - rate.half <= -size <= high + rate.half
        ):
            right.append(rank)
        else:
            wrong.append(rank)
    return _Fit(base, tuple(right), tuple(wrong))


def _bounds(before: Cell | Gap, after: Cell | Gap) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest rate that figures which round to these two can have."""
    if not isinstance(before, Figure) or not isinstance(after, Figure):
        return None, None
    if before.value <= 5 * before.half or after.value < 0:
        return None, None
    low = (after.value - after.half) / (before.value + before.half)
    high = (after.value + after.half) / (before.value - before.half)
    return (low - 1) * _HUNDRED, (high - 1) * _HUNDRED


RULES: tuple[Rule, ...] = (a_row_of_rates_is_that_of_its_figures,)
