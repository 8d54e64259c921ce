"""Rows that a sentence speaks of, and how far two of their figures are apart.

A row is spoken of where all its words are said, where its label stands as it is written, or by its
number: “Option 4” of the row “4 Joint contract” under the head “Option”.
"""

import re
from decimal import Decimal

from moothall.documents.report import Grid
from moothall.proofread.reading.amounts import Kind
from moothall.proofread.reading.expressions import Expression
from moothall.proofread.reading.named_rows import NamedRow
from moothall.proofread.reading.passages import Figure
from moothall.proofread.reading.table_figures import Figure as Cell
from moothall.proofread.tables.columns import Figure as Read
from moothall.proofread.tables.columns import read_cell

MOST_NAMED = 6
"""A sentence that has the names of more rows speaks of no one of them."""
_FEWEST_DIGITS = 2


def is_long_enough(figure: Figure) -> bool:
    """Whether a figure is like that of a table hardly by chance: two digits, or a place."""
    digits = figure.text.strip("£€ %kmbn").replace(",", "").replace(".", "").strip("0")
    return len(digits) >= _FEWEST_DIGITS or figure.amount.places > 0


def signed(row: NamedRow, cell: Cell) -> Decimal:
    held = read_cell(row.grid.rows[cell.row][cell.column])
    return -cell.value if isinstance(held, Read) and held.value < 0 else cell.value


def are_apart(row: NamedRow, a: Cell, beside: NamedRow, b: Cell, by: Figure) -> bool:
    if by.kind is not a.kind and not (by.kind is Kind.MONEY and a.kind is Kind.COUNT):
        return False
    apart = abs(signed(row, a) - signed(beside, b))
    return abs(apart - by.size) <= by.amount.half and apart > 0


_NUMBERED = Expression(r"^\W*(?P<n>\d{1,2}|[A-H])\b[.):]?\s*(?P<name>.*)$")


def is_spoken_of(row: NamedRow, text: str, words: frozenset[str]) -> bool:
    """Whether all words of a row are said, or its label stands there as it is written."""
    if row.words:
        return row.words <= words
    label = row.label
    if " " not in label and (label not in text or not label[:1].isupper()):
        return False
    return is_named(row, text)


def is_named(row: NamedRow, text: str) -> bool:
    """Whether a row is named by its label, or by its number: “Option 4” of “4 Joint contract”."""
    label = " ".join(row.label.split())
    if label and re.search(rf"(?<![\w’'-]){re.escape(label)}(?:[’']s)?(?![\w’'-])", text, re.I):
        return True
    match = _NUMBERED.match(label)
    if match is None:
        return False
    head = _first_head(row.grid).rstrip("s")
    return bool(head) and bool(
        re.search(rf"\b{re.escape(head)}s?\s{match['n']}\b", text, re.IGNORECASE)
    )


def _first_head(grid: Grid) -> str:
    words = grid.rows[0][0].split() if grid.rows and grid.rows[0] else []
    return words[0] if words and words[0].isalpha() else ""


__all__ = ["MOST_NAMED", "are_apart", "is_long_enough", "is_named", "is_spoken_of", "signed"]
