"""Rows told twice: a row that stands again further on with a figure changed.

“Transfers 31,284.5  12,450.0” in the body of a budget and “Transfers 31,824.5  12,450.0” in
its memorandum: the figures that agree show that one thing is meant.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.documents.report import Grid, Report
from moothall.proofread.finding import Confidence, TextFinding
from moothall.proofread.proofread import Rule
from moothall.proofread.reading.captioned_tables import captioned_grids
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.slips import are_close, in_figures, looks_like_a_slip
from moothall.proofread.reading.statements import content_words, periods_named

_FIGURE = Expression(r"^[-+−–(£\s]*(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?%?[)\s]*$")
_NO_NAME = Expression(r"^\W*(?:grand |overall |sub-?)?(?:total|other|balance|net|variance)\b", re.I)
_LEAST_AGREED = 2
_LEAST_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    grid: Grid
    number: int
    table: int
    label: str
    figures: tuple[tuple[int, Decimal, str], ...]
    """For each figure its column, its value and how it is written."""


def a_row_told_twice_has_the_same_figures(report: Report) -> Iterator[TextFinding]:
    """A row that comes again with most of its figures has all of them."""
    by_label: defaultdict[tuple[str, int], list[_Row]] = defaultdict(list)
    for table, (_, grid) in enumerate(captioned_grids(report)):
        for row in _rows(grid, table):
            by_label[row.label.casefold(), len(grid.rows[0])].append(row)
    for rows in by_label.values():
        if len(rows) == 2 and not _are_headed_alike(*rows):
            yield from _unlike(*rows)


def _rows(grid: Grid, table: int) -> Iterator[_Row]:
    for number, row in enumerate(grid.rows):
        if number < grid.head_rows:
            continue
        label = next((cell.strip() for cell in row if sum(map(str.isalpha, cell)) >= 4), "")
        found = [
            (column, Decimal(match["n"].replace(",", "")), cell.strip())
            for column, cell in enumerate(row)
            if (match := _FIGURE.match(cell.strip()))
        ]
        named = label and content_words(label) and not _NO_NAME.match(label)
        if named and len(found) > _LEAST_AGREED:
            yield _Row(grid=grid, number=number, table=table, label=label, figures=tuple(found))


def _are_headed_alike(one: _Row, other: _Row) -> bool:
    """Whether two tables have heads, which another rule compares, or are of different times."""
    if one.table == other.table:
        return False
    if one.grid.head_rows and other.grid.head_rows:
        heads = [" ".join(row.grid.rows[0]) for row in (one, other)]
        if any(content_words(head) for head in heads):
            return True
    words = [f"{row.grid.caption} {row.grid.place.section}" for row in (one, other)]
    return periods_named(words[0]) != periods_named(words[1])


def _unlike(one: _Row, other: _Row) -> Iterator[TextFinding]:
    before = {column: (value, text) for column, value, text in one.figures}
    agreed: set[Decimal] = set()
    wrong: list[tuple[tuple[Decimal, str], tuple[Decimal, str]]] = []
    for column, value, text in other.figures:
        if column not in before or not (value or before[column][0]):
            continue
        if before[column][0] == value:
            agreed.add(value)
        else:
            wrong.append((before[column], (value, text)))
    telling = [value for value in agreed if len(re.sub(r"\D", "", str(value)).strip("0")) >= 3]
    if len(telling) < _LEAST_AGREED or not wrong or len(wrong) > len(agreed):
        return
    slips = [pair for pair in wrong if looks_like_a_slip(pair[0][0], pair[1][0])]
    close = all(are_close(a[0], b[0]) for a, b in wrong)
    long = any(len(re.sub(r"\D", "", b[1])) >= _LEAST_DIGITS for _, b in wrong)
    told = " and ".join(f"{b[1]} here, {a[1]} there" for a, b in wrong)
    yield TextFinding(
        place=other.grid.cell_place(other.number, 0),
        quote=" ".join([other.label, *(text for _, _, text in other.figures)]),
        message=f"“{other.label}” stands at {one.grid.cell_place(one.number, 0)} too: {told}; "
        f"{', '.join(in_figures(value) for value in sorted(agreed))} are the same in both.",
        confidence=Confidence.MEDIUM if slips and close and long else Confidence.LOW,
        cure="Give the row the same figures in both places",
    )


RULES: tuple[Rule, ...] = (a_row_told_twice_has_the_same_figures,)
