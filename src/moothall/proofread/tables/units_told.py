"""Units told of a cell: “€173.16k” where the table has 173,156,191, which is €173.16m."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, Sentence, around, each_sentence
from moothall.proofread.reading.statements import content_words, periods_named
from moothall.proofread.reading.table_figures import THOUSANDS
from moothall.proofread.tables.columns import Figure as Cell
from moothall.proofread.tables.columns import number_table
from moothall.proofread.tables.totals import TOTAL

_LEAST_DIGITS = 4
_LEAST = 1_000
_REACH = 2
"""How soon after a sentence the table follows whose total it may give, whatever its words."""
_FACTORS = (Decimal(10**3), Decimal(10**6), Decimal(10) ** -3, Decimal(10) ** -6)
_MILLIONS = Expression(r"[£€]\s?(?:m\b|millions?\b|bn\b)|\bin millions\b", re.IGNORECASE)
_UNITS = {Decimal(10**3): "k", Decimal(10**6): "m", Decimal(10**9): "bn"}


@dataclass(frozen=True, slots=True)
class _Held:
    """A figure of a table in full pounds, its label and the head of its column."""

    cell: Cell
    label: str
    head: str
    where: str
    caption: str
    block: int


def a_sum_told_of_a_cell_is_in_its_unit(report: Report) -> Iterator[TextFinding]:
    """A sum in thousands or millions that has the digits of a cell has its size as well."""
    told = [
        (paragraph, one, figure)
        for paragraph, one in each_sentence(report, 1)
        for figure in one.figures
        if figure.amount.scale > 1 and not figure.rough and not paragraph.cell
        if len(_digits(figure).strip("0")) >= _LEAST_DIGITS - 1
    ]
    if not told:
        return
    by_digits: defaultdict[str, list[_Held]] = defaultdict(list)
    for number, grid in captioned_grids(report):
        for held in _in_full(grid, number):
            by_digits[str(int(held.cell.value))[: _LEAST_DIGITS - 1]].append(held)
    for paragraph, one, figure in told:
        near = by_digits.get(_digits(figure).lstrip("0")[: _LEAST_DIGITS - 1], [])
        beside = [
            held
            for held in near
            if 0 < held.block - paragraph.block <= _REACH and TOTAL.search(held.label)
        ]
        if len(_digits(figure).strip("0")) < _LEAST_DIGITS and not _holds(near, figure):
            near = beside  # of three digits others are like it by chance
        found = _in_another_unit(one, figure, near, beside)
        if found is not None:
            held, factor = found
            unit = _UNITS.get(figure.amount.scale * factor, "")
            named = ", ".join(f"“{words}”" for words in (held.label, held.head) if words)
            yield TextFinding(
                place=paragraph.place,
                quote=around(one.text, figure.amount.start, figure.amount.end, 70),
                message=f"{figure.text} here; the table has {held.cell.text} for {named} "
                f"({held.where}), which is {figure.text.rstrip('kmbnilos ')}{unit}.",
                confidence=Confidence.HIGH,
                cure="Correct the unit.",
            )


def _digits(figure: Figure) -> str:
    return "".join(sign for sign in figure.amount.text if sign.isdigit())


def _in_full(grid: Grid, number: int) -> Iterator[_Held]:
    """The figures of a table that is in single pounds."""
    table = number_table(grid)
    if table is None:
        return
    for column in table.columns:
        words = f"{table.heads[column]} {grid.caption} {table.heads[0]}"
        if THOUSANDS.search(words) or _MILLIONS.search(words):
            continue
        for row in table.body:
            cell = table.cells[row][column]
            if not isinstance(cell, Cell) or cell.kind is Kind.PERCENT or cell.scale != 1:
                continue
            if cell.value >= _LEAST and not cell.year_like:
                yield _Held(
                    cell=cell,
                    label=table.labels[row],
                    head=table.heads[column],
                    where=str(grid.cell_place(row, column)),
                    caption=grid.caption,
                    block=number,
                )


def _holds(near: list[_Held], figure: Figure) -> bool:
    """Whether a cell has the figure in the size that is told."""
    return any(abs(held.cell.value - figure.size) <= figure.amount.half for held in near)


def _in_another_unit(
    one: Sentence, figure: Figure, near: list[_Held], beside: list[_Held]
) -> tuple[_Held, Decimal] | None:
    when = periods_named(one.text)
    words = content_words(one.text)
    half = figure.amount.half
    if _holds(near, figure):
        return None
    for held in near:
        for factor in _FACTORS:
            if abs(held.cell.value - figure.size * factor) <= half * factor:
                about = content_words(f"{held.label} {held.head} {held.caption}")
                if periods_named(held.head) & when or about & words or held in beside:
                    return held, factor
    return None


RULES: tuple[Rule, ...] = (a_sum_told_of_a_cell_is_in_its_unit,)
