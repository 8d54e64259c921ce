"""What is said of the whole against its table: a part's figure given as the total's.

“As Table 3 shows, spending as a whole is £350,000 over” where the total is 200 and 350 is one row;
“loans came down by £4m” where one kind of loan did and all borrowing rose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.words_of_change import CHANGE_NOUN, DOWN, UP
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import (
    Figure,
    Paragraph,
    Sentence,
    finding_on,
    paragraphs,
    read_once,
)
from moothall.proofread.reading.share_words import met, telling_words
from moothall.proofread.reading.slips import in_figures
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.tables.totals import MOVEMENT

_TOTAL = Expression(r"^\W*(?:grand |overall |net )?totals?\b|\btotal\W*$", re.IGNORECASE)
_AS_A_WHOLE = Expression(
    r"\b(?:as a whole|overall|in (?:all|total)|the whole (?:of the )?[a-z]+|altogether|total|"
    r"across (?:all|the "
    r"whole|the council))\b",
    re.IGNORECASE,
)
_NAMED = Expression(r"\btable\s(?P<number>[A-Z]?\d{1,2}[a-z]?)\b", re.IGNORECASE)
_MOVED_BY = Expression(
    rf"\b(?:{UP}|{DOWN}|c[ao]me down|c[ao]mes down|went up|over-?\s?sp[a-z]+|under-?\s?sp[a-z]+|"
    rf"over|under|"
    rf"(?:{CHANGE_NOUN}|variance|movement|saving|slippage)s?)\s(?:by|of)\s(?:[a-z]+\s)?$|"
    r"\b(?:over|under)-?\s?spen[dt][a-z]*\s(?:is\s|by\s|of\s)?$",
    re.IGNORECASE,
)
_PART = Expression(
    r"\b(?:of which|including|includes|of this|part of|each|average|mainly|largest|biggest|main|"
    r"alone|only|"
    r"further|remaining|because of|due to|owing to|attributable|driven by|from)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A cell of a row that is added up, with the total that it is added to."""

    grid: Grid
    cell: Cell
    total: Cell
    every_total: tuple[Cell, ...]
    about: frozenset[str]


@read_once
def _cells(report: Report) -> tuple[_Held, ...]:
    return tuple(held for _, grid in captioned_grids(report) for held in _of_grid(grid))


def _of_grid(grid: Grid) -> Iterator[_Held]:
    cells = figures(grid)
    totals = [cell for cell in cells if _TOTAL.search(cell.label)]
    if not totals or len(grid.rows) > 60:
        return
    about = telling_words(f"{grid.caption} {grid.place.section}")
    for cell in cells:
        if _TOTAL.search(cell.label):
            continue
        below = [total for total in totals if total.column == cell.column and total.row > cell.row]
        if below and below[0].value != cell.value:
            row = tuple(total for total in totals if total.row == below[0].row)
            yield _Held(grid=grid, cell=cell, total=below[0], every_total=row, about=about)


def what_is_said_of_the_whole_is_its_total(report: Report) -> Iterator[TextFinding]:
    """“The budget as a whole is £350,000 over”: that is one row; the total is £200,000."""
    held = _cells(report)
    if not held:
        return
    for paragraph in paragraphs(report):
        if paragraph.cell:
            continue
        for one in paragraph.sentences:
            for figure in one.figures:
                if figure.kind not in (Kind.MONEY, Kind.COUNT) or figure.rough:
                    continue
                found = _of_one_row(one, figure, held)
                if found is not None:
                    yield _finding(paragraph, one, figure, found)
                    break


def _of_one_row(one: Sentence, figure: Figure, held: tuple[_Held, ...]) -> _Held | None:
    before = one.text[max(0, figure.amount.start - 60) : figure.amount.start]
    own = re.split(r"[;:]|,\s(?:and|but|while|which)\b|\d,\s", before)[-1]
    whole = _AS_A_WHOLE.search(one.text)
    moved = _MOVED_BY.search(before)
    if not (whole or moved) or _PART.search(own) or len(figure.text.strip("£0.")) < 1:
        return None
    alike = [
        h
        for h in held
        if h.cell.kind is figure.kind and abs(h.cell.value - figure.size) <= figure.spread
        and figure.amount.step <= h.cell.step * 1000
    ]  # fmt: skip
    if not alike or len({(id(h.grid), h.cell.row) for h in alike}) != 1:
        return None
    words = telling_words(one.text)
    one_row = alike[0]
    label = telling_words(one_row.cell.label)
    if not label or label & words or met(label, words) >= label:
        return None  # the sentence speaks of that row
    if any(_agrees(total, figure) for total in one_row.every_total):
        return None
    total = telling_words(one_row.total.label)
    named = _NAMED.search(one.text)
    of_table = named and re.match(
        rf"\W*table {re.escape(named['number'])}\b", one_row.grid.caption, re.I
    )
    moves = [h for h in alike if moved and MOVEMENT.search(h.cell.head)]
    if whole and (of_table or len(met(one_row.about, words)) >= 2):
        return moves[0] if moves else (one_row if not moved else None)
    if moves and total and met(total, words) >= total:
        return moves[0]
    return None


def _agrees(cell: Cell, figure: Figure) -> bool:
    return cell.kind is figure.kind and abs(cell.value - figure.size) <= max(
        cell.step, figure.amount.step
    )


def _finding(paragraph: Paragraph, one: Sentence, figure: Figure, held: _Held) -> TextFinding:
    cell, total = held.cell, held.total
    way = _way(held.grid, cell), _way(held.grid, total)
    turned = " the other way" if way[0] * way[1] < 0 else ""
    return finding_on(
        paragraph,
        one,
        f"{figure.text} is the figure of “{cell.label}” alone (“{cell.head}”); “{total.label}” has "
        f"{in_figures(total.value)}{turned} ({held.grid.cell_place(total.row, total.column)}).",
        "Give the total, or say of which part the figure is.",
        Confidence.MEDIUM,
    )


def _way(grid: Grid, cell: Cell) -> int:
    """-1 where the cell is printed in brackets or with a minus."""
    if cell.value == Decimal(0):
        return 0
    return -1 if re.match(r"\s*[(£]*\s*[-−–(]", grid.rows[cell.row][cell.column]) else 1


RULES: tuple[Rule, ...] = (what_is_said_of_the_whole_is_its_total,)
