"""A document before it is HTML, DOCX or PDF.

Writers in `render` turn it into bytes; `proofread` reads the same shape.  Text is plain text
throughout: nothing in it is markup.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Paragraphs = tuple[str, ...]


class QuoteState(StrEnum):
    """Whether a figure quoted in prose still is what it was when the words were written."""

    CURRENT = "current"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a paragraph that were put in by reference to a fact.

    They are `text[start:end]` and come from `of` ("savings/family-model.full_year_saving"); `was`
    is what stood there when somebody wrote the words around it.  A short form that the program
    spelled out has `of` "abbreviations/<id>" and `was` the short form that the author wrote; what
    names a part of the paper itself has that part ("table:budget_table").
    """

    start: int
    end: int
    of: str
    was: str = ""
    state: QuoteState = QuoteState.CURRENT


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` as printed ("2.13"), empty where it has none.

    `of` is the fact whose words it is ("passages/ey-purpose"), empty for words that the program
    made; `quotes` are the figures in it that come from facts, in the order of the text.
    """

    text: str
    number: str = ""
    of: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `numbers` holds printed markers ("(i)", "a)") where there are any.

    `of` is the fact whose words the items are, `quotes` the figures in each item from facts.
    """

    items: Paragraphs
    numbers: tuple[str, ...] = ()
    of: str = ""
    quotes: tuple[tuple[Quote, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of ours in the margin of the text: something assumed, missing or to be asked."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class InCell:
    """Whose words a paragraph of a cell is: the one at `place` of the cell, all counted from 0.

    `of` and `quotes` are as in a `Paragraph`.
    """

    row: int
    column: int
    place: int
    of: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table.  Every cell is a run of paragraphs; `numeric` are the columns set to the right.

    `row_headers` says that the first cell of each row names the row; `head` may be empty only for
    a front sheet, whose rows are label and text.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Paragraphs, ...], ...]
    numeric: tuple[int, ...] = ()
    row_headers: bool = True
    groups: tuple[tuple[str, int], ...] = ()
    """A first header row of (text, columns spanned), for tables with two header rows."""
    label: str = ""
    """What the document calls it ("Table 2"), printed before the caption."""
    name: str = ""
    """The content that made it ("budget_table"): by this name prose refers to it."""
    in_cells: tuple[InCell, ...] = ()
    """Where a person's words or quoted figures stand in cells (a front sheet)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, with the words that stand for it.

    `breaks` are heights, in the drawing's units, at which it may be cut where it is higher than a
    page.
    """

    svg: str
    title: str
    description: str
    breaks: tuple[float, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """The place of a drawing in a document that knows no drawing yet.

    `shows` is the result to be drawn: `render` makes the drawing, and knows from the type which.
    `said_in` is the caption of the table beside it that says the same.
    """

    shows: Any
    title: str
    said_in: str
    label: str = ""
    name: str = ""


Block = Paragraph | Bullets | Note | Table | Picture | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; level 2 is directly below the document's title."""

    heading: str
    blocks: tuple[Block, ...] = ()
    number: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document.  `front` stands before the first section (a front sheet, or lines).

    An appendix is a section after the last; its `number` is what it is called ("Appendix A").
    """

    title: str
    subtitle: str = ""
    authority: str = ""
    front: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()
    appendices: tuple[Section, ...] = ()
    language: str = "en-GB"
    synthetic: bool = False
    provenance: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    """What the document rests on, as (label, text): program and law version, the day asked for."""
