"""Totals that are lower than one of the sums they take together: the largest is left out of them.

“Precept 15,000, allotments 410, interest 62, total income 472”: a total of what all comes in, or
all goes out, is more than each of its rows, whatever reading makes the lower figure.

Left alone: totals that say they are of some rows only, nets, rows that are taken off or that begin
with a balance, averages, rates and prices, and rows that make the total with some sign.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice, product

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.tables.columns import Figure, Line, NumberTable, number_table
from moothall.proofread.tables.equations import shown
from moothall.proofread.tables.figure_lines import figure_lists, lines_of_figures_add_up
from moothall.proofread.tables.listed_totals import a_list_adds_up_to_its_total
from moothall.proofread.tables.table_sums import faults_of_sums
from moothall.proofread.tables.totals import APART, MOVEMENT, TAKEN_OFF, TOTAL, Role, role

_COMES_IN = r"incomes?|receipts?|grants?|funding|revenue|contributions|fees|savings|reserves"
_OF_ALL = Expression(
    rf"^\W*(?:grand |overall )?totals?(?: (?:{_COMES_IN}|payments?|paid|expenditure|spending|"
    r"spend|costs?|budget|borrowing|debt|loans|investments|capital|programme|"
    r"to pay|amount|for the year))*(?:\s?\(?£?(?:0{3}s?|m|k)?\)?)\W*$",
    re.IGNORECASE,
)
_TAKES_IN = Expression(rf"\b(?:{_COMES_IN})\b", re.IGNORECASE)
_OF_MONEY = Expression(
    r"^\W*(?:incomes?|receipts?|expenditure|spending|payments?|funding|grants?)\b", re.IGNORECASE
)
_COUNTS_OTHERWISE = Expression(
    r"\b(?:balances?|opening|closing|brought|carried|[bc]/f(?:wd)?|less|minus|net|gross|under\w*|"
    r"over\w*|used|use of|drawn|delivered|spent|left|liabilit\w+|deficit|surplus|credits?|"
    r"refund\w*|transfer\w*|reduction|available|allocat\w+|value|bids?|limit|quotes?|"
    r"of which|including|total|memo\w*|budget|actual|forecast|"
    r"cumulative|previous|last year)\b|[-–−]\s?£",
    re.IGNORECASE,
)
_NO_SUM = Expression(
    r"\b(?:prices?|charges?|rates?|tax|cost of each|each|unit|limit|fares?|wages? an hour)\b", re.I
)
_FEWEST, _MOST, _MOST_TRIED = 2, 60, 8
_PENCE = 2


def no_total_is_lower_than_one_of_its_parts(report: Report) -> Iterator[TextFinding]:
    """“Precept 15,000 … total income 472”: the total leaves the precept out."""
    found = [finding for grid in report.grids for finding in _of_grid(grid)]
    for grid, places in figure_lists(report):
        for finding in _of_grid(grid):
            row = (finding.place.row or 1) - 1
            found.append(replace(finding, place=places[min(row, len(places) - 1)]))
    if found:
        told = _told_already(report)
        yield from (one for one in found if (one.place.line, one.place.row) not in told)


def _told_already(report: Report) -> set[tuple[int | None, int | None]]:
    """The rows and the lines of which a sum is told already."""
    others = [
        *(finding for _, finding in faults_of_sums(report)),
        *lines_of_figures_add_up(report),
        *a_list_adds_up_to_its_total(report),
    ]
    return {
        (one.place.line, one.place.row) for one in others if one.confidence is not Confidence.LOW
    }


def _of_grid(grid: Grid) -> Iterator[TextFinding]:
    if not any("total" in cell.casefold() for row in grid.rows for cell in row[:2]):
        return
    table = number_table(grid)
    if table is None:
        return
    members: list[Line] = []
    lines = [line for line in table.down().lines if not line.empty]
    for line in table.down().lines:
        kind = role(line)
        if kind is Role.TOTAL or TOTAL.search(line.label):
            if not members and line == lines[0]:
                return  # totals stand over their rows
            if _OF_ALL.match(line.label) and _are_of_one_way(members, line):
                yield from islice(_below(table, members, line), 1)
            members = []
        elif kind is Role.SECTION:
            members = []
        else:
            members.append(line)


def _are_of_one_way(members: list[Line], total: Line) -> bool:
    """Whether the rows above a total all come in, or all go out, as far as their labels say."""
    labels = [line.label for line in members]
    if not _FEWEST <= len(members) <= _MOST or not all(labels):
        return False
    if any(_COUNTS_OTHERWISE.search(label) or APART.search(label) for label in labels):
        return False
    taken = [bool(TAKEN_OFF.search(label)) for label in labels]
    return not any(taken) or all(taken) or _TAKES_IN.search(total.label) is not None


def _below(table: NumberTable, members: list[Line], total: Line) -> Iterator[TextFinding]:
    """The columns of money in which a total is lower than one of its rows."""
    for rank, column in enumerate(table.columns):
        printed = total.cells[rank]
        held = [(line, c) for line in members if isinstance(c := line.cells[rank], Figure)]
        if not isinstance(printed, Figure) or printed.value <= 0 or len(held) < _FEWEST:
            continue
        head = table.heads[column]
        if APART.search(head) or MOVEMENT.search(head) or _NO_SUM.search(head):
            continue
        values = [figure.value for _, figure in held]
        line, greatest = max(held, key=lambda one: one[1].value)
        figures = [printed, *(figure for _, figure in held)]
        if min(values) < 0 or greatest.value - greatest.half <= printed.value + printed.half:
            continue
        if _is_money(table, head, total, figures) and not _some_signs_make(values, printed):
            yield _finding(table, total, rank, (line.label, greatest), values)


def _is_money(table: NumberTable, head: str, total: Line, figures: list[Figure]) -> bool:
    if any(f.kind not in (Kind.MONEY, Kind.COUNT) for f in figures):
        return False
    if len({f.scale for f in figures}) > 1 or "%" in head:
        return False
    words = f"{head} {table.grid.caption} {total.label}"
    named = "£" in words or _TAKES_IN.search(total.label) or _OF_MONEY.search(table.heads[0])
    return bool(named) or all(f.kind is Kind.MONEY or f.places == _PENCE for f in figures)


def _some_signs_make(values: list[Decimal], printed: Figure) -> bool:
    """Whether the rows make the total where some of them are taken off."""
    held = [value for value in values if value]
    if len(held) > _MOST_TRIED:
        return False
    slack = printed.half * (len(held) + 1)
    made = (
        sum((sign * value for sign, value in zip(signs, held, strict=True)), Decimal(0))
        for signs in product((1, -1), repeat=len(held))
    )
    return any(abs(abs(value) - printed.value) <= slack for value in made)


def _finding(
    table: NumberTable, total: Line, rank: int, greatest: tuple[str, Figure], values: list[Decimal]
) -> TextFinding:
    printed = total.cells[rank]
    text = printed.text if isinstance(printed, Figure) else ""
    label, figure = greatest
    added = shown(sum(values, Decimal(0)), figure)
    return TextFinding(
        place=table.grid.cell_place(total.place, table.columns[rank]),
        quote=f"{total.label} {text}",
        message=f"“{label}” alone has {figure.text}, more than the {text} of “{total.label}”; "
        f"the {len(values)} rows add up to {added}.",
        confidence=Confidence.MEDIUM,
        cure="Correct the total, or say which rows it takes in",
    )


RULES: tuple[Rule, ...] = (no_total_is_lower_than_one_of_its_parts,)
