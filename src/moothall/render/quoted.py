"""The words of a paragraph in pieces, where a figure in them is not what it was.

A figure that came from a fact and still says what it said is words like any others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from moothall.documents.document import Quote, QuoteState, Table
from moothall.documents.word_marks import remark_on
from moothall.render.wording import plain


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; `remark` is empty, or says what stood there before (`[was 1,100]`)."""

    text: str
    remark: str = ""


def pieces_of(text: str, quotes: Iterable[Quote] = ()) -> tuple[Piece, ...]:
    """The words on one line, with each figure that has changed or is gone as a piece of its own.

    A quote that does not lie within the words is no part of them and is passed over.
    """
    found, at = [], 0
    for quote in sorted(quotes, key=lambda each: each.start):
        within = at <= quote.start < quote.end <= len(text)
        if quote.state is QuoteState.CURRENT or not within:
            continue
        found.append(Piece(_on_the_line(text[at : quote.start])))
        found.append(Piece(plain(text[quote.start : quote.end]), remark_on(quote).strip()))
        at = quote.end
    found.append(Piece(_on_the_line(text[at:])))
    first, last = found[0], found[-1]
    found[0] = Piece(first.text.lstrip(" "), first.remark)
    if len(found) > 1:
        found[-1] = Piece(last.text.rstrip(" "))
    else:
        found[0] = Piece(plain(text))
    return tuple(piece for piece in found if piece.text or piece.remark)


def quotes_in(table: Table, row: int, column: int) -> dict[int, tuple[Quote, ...]]:
    """The quotes in a cell, by the place of their paragraph in it, counted from 0."""
    return {
        each.place: each.quotes
        for each in table.in_cells
        if (each.row, each.column) == (row, column) and each.quotes
    }


def _on_the_line(text: str) -> str:
    """The text on one line, with the space before or after it where it has one."""
    before = " " if text[:1].isspace() and text[:1] not in _HOLDING else ""
    after = " " if text[-1:].isspace() and text[-1:] not in _HOLDING else ""
    kept = plain(text)
    return f"{before}{kept}{after}" if kept else before or after


# No-break spaces hold a figure to its unit and stay as they are.
_HOLDING = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
