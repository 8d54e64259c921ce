"""Shares beside their figure: “1,068,016 tonnes, or 45%” where the table has 54.53% beside it.

A figure of four digits or more that the text gives with its percentage stands in one row of a
table; the percentage that the row has right beside it is the one that the text means.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.figures.told_before import quotes_told, told_by
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.captioned_tables import tables_of
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.passages import Figure, each_sentence, finding_on, mark, read_once
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.reading.table_figures import figures
from moothall.proofread.tables.cell_changes import RULES as CELL_CHANGES

_BESIDE = (
    Expression(
        rf"{mark('p', 'P')}(?:\s[a-z]+){{0,2}}?\s?(?:,|\(|–|or|that is)\s?"
        rf"(?:(?:an?|or|that is|being|"
        rf"i\.e\.|some)\s)?(?:(?:net |total )?(?:reduction|increase|rise|fall|cut|decrease|"
        rf"total|sum)\sof\s)?{mark('n', 'MC')}",
        re.IGNORECASE,
    ),
    Expression(
        rf"{mark('n', 'MC')}(?:\s[a-z]+){{0,3}}?\s?(?:,\s(?:or|which is|that is|being)\s|\(|\s–\s)"
        rf"(?:an? )?{mark('p', 'P')}",
        re.IGNORECASE,
    ),
)
_DIGITS = 4


@read_once
def _beside(report: Report) -> dict[Decimal, list[tuple[Grid, Cell, list[Cell]]]]:
    """By the figures of four digits of all tables: the cell and the percentages of its row."""
    found: defaultdict[Decimal, list[tuple[Grid, Cell, list[Cell]]]] = defaultdict(list)
    for grid in tables_of(report):
        rows: defaultdict[int, list[Cell]] = defaultdict(list)
        for cell in figures(grid):
            rows[cell.row].append(cell)
        for cells in rows.values():
            shares = [cell for cell in cells if cell.kind is Kind.PERCENT]
            for cell in cells if shares else ():
                if cell.kind is not Kind.PERCENT and cell.value:
                    found[cell.value].append((grid, cell, shares))
    return dict(found)


def a_share_told_stands_beside_its_figure(report: Report) -> Iterator[TextFinding]:
    """“By 45%, a reduction of 1,068,016” where the row has 1,068,016 and 54.53%."""
    index = _beside(report)
    if not index:
        return
    for paragraph, one in each_sentence(report, 2):
        if paragraph.cell or "«P" not in one.pattern:
            continue
        for form in _BESIDE:
            match = form.search(one.pattern)
            if match is None:
                continue
            n, p = one.figure(match["n"]), one.figure(match["p"])
            found = _other_share(index, n, p)
            if found and not told_by(_OTHERS, report, paragraph, one):
                grid, cell, share = found
                yield finding_on(
                    paragraph,
                    one,
                    f"{n.text} stands at {grid.cell_place(cell.row, cell.column)} "
                    f"(“{cell.label}”) with {grid.rows[share.row][share.column].strip()} beside "
                    "it, "
                    f"not {p.text}.",
                    "Correct the percentage, here or in the table.",
                    Confidence.MEDIUM,
                )
                break


_OTHERS = quotes_told(*CELL_CHANGES)


def _other_share(
    index: dict[Decimal, list[tuple[Grid, Cell, list[Cell]]]], n: Figure, p: Figure
) -> tuple[Grid, Cell, Cell] | None:
    """The cell of the figure and the percentage beside it, where no row has the one told."""
    if n.rough or len(re.sub(r"\D", "", n.text).strip("0")) < _DIGITS:
        return None
    rows = index.get(n.size, [])
    wrong: tuple[Grid, Cell, Cell] | None = None
    for grid, cell, shares in rows:
        if any(abs(abs(share.value) - p.size) <= p.amount.step for share in shares):
            return None
        near = [share for share in shares if share.column == cell.column + 1]
        if near and p.size / 3 <= abs(near[0].value) <= p.size * 3:
            wrong = grid, cell, near[0]
    return wrong


RULES: tuple[Rule, ...] = (a_share_told_stands_beside_its_figure,)
