"""A document before it is HTML, DOCX or PDF.

Writers in `render` turn it into bytes; `proofread` reads the same shape.  Text is plain text
throughout: nothing in it is markup.
"""

from dataclasses import dataclass, field
from typing import Any

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` as printed ("2.13"), empty where it has none."""

    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `numbers` holds printed markers ("(i)", "a)") where there are any."""

    items: Paragraphs
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of ours in the margin of the text: something assumed, missing or to be asked."""

    kind: str
    text: str


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


@dataclass(frozen=True, slots=True)
class Figure:
    """The place of a drawing in a document that knows no drawing yet.

    `shows` is the result to be drawn: `render` makes the drawing, and knows from the type which.
    `said_in` is the caption of the table beside it that says the same.
    """

    shows: Any
    title: str
    said_in: str


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
    """A whole document.  `front` stands before the first section (a front sheet, or lines)."""

    title: str
    subtitle: str = ""
    authority: str = ""
    front: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Block, ...] = ()
    language: str = "en-GB"
    synthetic: bool = False
    provenance: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    """What the document rests on, as (label, text): program and law version, the day asked for."""
