"""Variances whose sign is against what the paper says its signs mean.

“Brackets denote an underspend”, and (115) beside a budget of 2,300 and an outturn of 2,415.  Rows
of tables are read, and lines with two figures and what they differ by.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Place, Prose, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.agreed_signs import Way, of_spending, stated_near
from moothall.proofread.tables.columns import Figure, NumberTable, number_table, read_cell
from moothall.proofread.tables.differences import SIGN, differences_of
from moothall.proofread.tables.signs_of_differences import COMES_IN
from moothall.proofread.tables.totals import MOVEMENT, TOTAL

_PLANNED = Expression(
    r"\b(?:budget\w*|plan\w*|target\w*|approved|profile\w*|allocat\w*|original|expected|estimate|"
    r"previous|last year|prior|before)\b",
    re.IGNORECASE,
)
_CAME_ABOUT = Expression(
    r"\b(?:actual\w*|outturn|forecast\w*|achieved|spent|received|latest|projected|final|now|"
    r"this year|current|revised)\b",
    re.IGNORECASE,
)
_FIGURE = Expression(
    r"(?<![\w.,])(?:\((?=[-+£\d])|[-−–+](?=[£\d]))?£?\d+(?:,\d{3})*(?:\.\d+)?\s?(?:k|m|bn)?\)?(?![\w%])"
)
_OVER_UNDER = Expression(r"\b(?:over|under)\)?\s?/", re.IGNORECASE)
_LEAST_LINES, _LONGEST_LINE = 2, 160


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Two figures and what they differ by."""

    place: Place
    quote: str
    label: str
    planned: Figure
    came: Figure
    difference: Figure

    @property
    def computes(self) -> bool:
        three = (self.planned, self.came, self.difference)
        slack = sum((figure.half for figure in three), Decimal(0))
        off = abs(abs(self.came.value - self.planned.value) - abs(self.difference.value))
        return bool(self.difference.value) and off <= slack < abs(self.difference.value)

    @property
    def signs_alike(self) -> bool:
        return (self.planned.value < 0) == (self.came.value < 0)


def a_variance_has_the_sign_that_is_agreed(report: Report) -> Iterator[TextFinding]:
    """“Brackets show an underspend”: 2,415 spent of 2,300 has none."""
    run: list[Prose] = []
    for position, block in enumerate((*report.blocks, None)):
        if isinstance(block, Prose) and _is_line(block.text):
            run.append(block)
            continue
        if len(run) >= _LEAST_LINES:
            yield from _against(report, position - len(run), list(_rows_of_lines(run)))
        run = []
        if isinstance(block, Grid):
            table = number_table(block)
            for rows in _rows_of_columns(table) if table is not None else ():
                yield from _against(report, position, rows)


# --- rows that a table or lines hold --------------------------------------------------------------


def _is_line(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and any(sign in text for sign in "(+-–−")


def _rows_of_lines(run: list[Prose]) -> Iterator[_Row]:
    for prose in run:
        texts = [match[0] for match in _FIGURE.finditer(prose.text)]
        cells = [read_cell(text) for text in texts]
        figures = [cell for cell in cells if isinstance(cell, Figure) and not cell.year_like]
        if len(figures) != 3 or len(cells) != 3:
            continue
        planned, came, difference = figures
        label = prose.text[: prose.text.find(texts[0])]
        yield _Row(
            place=prose.place,
            quote=prose.text,
            label=label,
            planned=planned,
            came=came,
            difference=difference,
        )


def _rows_of_columns(table: NumberTable) -> Iterator[list[_Row]]:
    columns = table.columns
    for first, second, last in zip(columns, columns[1:], columns[2:], strict=False):
        head = table.heads[last]
        if not (MOVEMENT.search(head) or _OVER_UNDER.search(head)):
            continue
        if _is_told_by_its_rows(table, last):
            continue
        turned = _CAME_ABOUT.search(table.heads[first]) and _PLANNED.search(table.heads[second])
        rows = []
        for number in table.body:
            cells = [table.cells[number][column] for column in (first, second, last)]
            figures = [cell for cell in cells if isinstance(cell, Figure)]
            if len(figures) < 3:
                continue
            one, other, difference = figures
            rows.append(
                _Row(
                    place=table.grid.cell_place(number, last),
                    quote=f"{table.labels[number]} {one.text} {other.text} {difference.text}",
                    label=table.labels[number],
                    planned=other if turned else one,
                    came=one if turned else other,
                    difference=difference,
                )
            )
        yield rows


def _is_told_by_its_rows(table: NumberTable, column: int) -> bool:
    """Whether the other rows have shown the sign to be wrong already."""
    return any(
        equation.rule == SIGN and equation.finding is not None and equation.total[1] == column
        for equation in differences_of(table)
    )


# --- the sign that was agreed ---------------------------------------------------------------------


def _against(report: Report, position: int, rows: list[_Row]) -> Iterator[TextFinding]:
    told = [row for row in rows if row.computes and row.signs_alike]
    stated = stated_near(report, position) if told else None
    if stated is None:
        return
    way, words = stated
    signed = any(row.difference.value < 0 or "+" in row.difference.text for row in told)
    if not signed and not any(words in cells for cells in _head_of(report, position)):
        return  # said of another table, and this one prints no signs
    with_income = any(row.planned.value < 0 for row in rows)
    wrong, right = [], 0
    for row in told:
        expected = _expected(row, way, words, with_income=with_income)
        if expected == 0:
            continue
        if expected * row.difference.value > 0:
            right += 1
        else:
            wrong.append(row)
    if len(wrong) != 1 or right < (1 if signed else 2):
        return  # none, or the words are of something else
    row = wrong[0]
    more = "more" if abs(row.came.value) > abs(row.planned.value) else "less"
    yield TextFinding(
        place=row.place,
        quote=row.quote,
        message=f"{row.came.text} is {more} than {row.planned.text}; the sign of "
        f"{row.difference.text} says the opposite, as signs are explained (“{words[:80]}”)"
        f"{f' and {right} other rows have them' if right > 1 else ''}.",
        confidence=Confidence.MEDIUM,
        cure="Turn the sign round, or correct the figures.",
    )


def _head_of(report: Report, position: int) -> tuple[tuple[str, ...], ...]:
    block = report.blocks[position]
    return block.rows[:2] if isinstance(block, Grid) else ()


def _expected(row: _Row, way: Way, words: str, *, with_income: bool) -> int:
    """The sign that the difference should have: 1 or -1; 0 where that cannot be told."""
    move = row.came.value - row.planned.value
    if way in (Way.GOOD, Way.BAD):
        # spending less is good; of income, only figures in brackets say that they are income
        if COMES_IN.search(row.label) and row.planned.value > 0:
            return 0
        if not with_income and TOTAL.search(row.label) is None and not of_spending(words):
            return 0
        return (1 if move > 0 else -1) * (1 if way is Way.GOOD else -1)
    if row.planned.value < 0 or (of_spending(words) and COMES_IN.search(row.label)):
        return 0
    return (1 if move > 0 else -1) * (1 if way is Way.UNDER else -1)


RULES: tuple[Rule, ...] = (a_variance_has_the_sign_that_is_agreed,)
