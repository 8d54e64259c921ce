"""Quotes: where a written paper puts in a fact by reference, in paragraphs, lists and cells."""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.documents.as_report import DraftReport, Home
from moothall.documents.document import Block, Bullets, Document, Paragraph, Quote, Table
from moothall.documents.report import Grid, Place
from moothall.papers.insertions import OWN_PARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteTold:
    """A quote with what stands there now, the paragraph that it stands in, and where that is.

    `of` is the fact whose words the paragraph is.
    """

    quote: Quote
    text: str
    paragraph: str
    place: Place
    block: int
    of: str = ""


def quotes_of(document: Document, draft: DraftReport) -> tuple[QuoteTold, ...]:
    """Every quote of a document, in the order of its report's blocks."""
    return tuple(
        told
        for number, home in enumerate(draft.homes)
        if home.place is not None
        for told in _of_block(_block(document, home), home, draft, number)
    )


def _block(document: Document, home: Home) -> Block:
    place = home.place or 0
    if home.section is None:
        return (document.front if home.front else document.closing)[place]
    return (*document.sections, *document.appendices)[home.section].blocks[place]


def _of_block(block: Block, home: Home, draft: DraftReport, number: int) -> Iterator[QuoteTold]:
    here = draft.report.blocks[number]
    if isinstance(block, Table) and isinstance(here, Grid):
        for cell in block.in_cells:
            paragraph = block.rows[cell.row][cell.column][cell.place]
            place = here.cell_place(cell.row + here.head_rows, cell.column)
            for quote in _of_facts(cell.quotes):
                yield _told(quote, paragraph, place, number, cell.of)
    elif isinstance(block, Paragraph | Bullets):
        paragraph = block.text if isinstance(block, Paragraph) else block.items[home.item or 0]
        for quote in _of_facts(home.quotes):
            yield _told(quote, paragraph, here.place, number, home.of)


def _of_facts(quotes: tuple[Quote, ...]) -> Iterator[Quote]:
    """The quotes but those of the paper's own parts: "Table 2" is no figure."""
    return (quote for quote in quotes if not quote.of.startswith(OWN_PARTS))


def _told(quote: Quote, paragraph: str, place: Place, block: int, of: str) -> QuoteTold:
    return QuoteTold(
        quote=quote,
        text=paragraph[quote.start : quote.end],
        paragraph=paragraph,
        place=place,
        block=block,
        of=of,
    )
