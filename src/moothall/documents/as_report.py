"""A Document of ours as the Report that the proofreader reads, each block knowing whence it came.

The proofreader's places name a section and a printed number, which two paragraphs can share.  A
`Spot` also says which block of the report it is, so that a finding is put beside its paragraph and
leads to the fact whose words it is about.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from moothall.documents.document import Block as DocumentBlock
from moothall.documents.document import (
    Bullets,
    Document,
    Figure,
    InCell,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from moothall.documents.report import Block, Grid, Heading, Image, Place, Prose, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Place):
    """A place that also says which block of the report it is, counted from 0."""

    block: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """Where a block of the report stands in the Document.

    `section` counts the Document's sections and then its appendices from 0; it is None for the
    front (`front`) and for the closing.  `place` counts the blocks there from 0 and is None for a
    heading, `item` counts those of a list.  `of` is the fact whose words they are, empty for words
    that the program made; `quotes` are the figures in them that come from facts, placed as in the
    Document's paragraph.  Whose words stand in a table is said cell by cell (`cells`).
    """

    section: int | None = None
    place: int | None = None
    item: int | None = None
    front: bool = False
    of: str = ""
    quotes: tuple[Quote, ...] = ()
    cells: tuple[InCell, ...] = ()

    def of_cell(self, row: int, column: int) -> str:
        """The first fact whose words stand in a cell, both counted from 0; empty for none."""
        held = (each.of for each in self.cells if (each.row, each.column) == (row, column))
        return next(filter(None, held), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport:
    """A report read from a Document; `homes` has one entry for each of its blocks."""

    report: Report
    homes: tuple[Home, ...]

    def block_at(self, place: Place) -> int | None:
        """The block that a place speaks of; None where it speaks of the report as a whole."""
        if isinstance(place, Spot):
            return place.block
        if place.table is not None:
            for number, block in enumerate(self.report.blocks):
                if isinstance(block, Grid) and block.place.table == place.table:
                    return number
        return None


def as_report(document: Document, name: str = "") -> DraftReport:
    """The words of a document as the proofreader reads them from a file.

    `name` stands for the name of the file (the document's title where it is empty).  What is no
    word of the paper is left out: our own remarks in the margin, and what the paper rests on.
    """
    reading = _Reading()
    reading.heading(document.title, "", 1, Home(front=True))
    reading.prose(document.authority, Home(front=True))
    reading.prose(document.subtitle, Home(front=True))
    reading.blocks_of(document.front, Home(front=True))
    for number, section in enumerate((*document.sections, *document.appendices)):
        if number == len(document.sections):
            reading.blocks_of(document.closing, Home())
        home = Home(section=number)
        reading.heading(section.heading, section.number, section.level, home)
        reading.blocks_of(section.blocks, home)
    if not document.appendices:
        reading.blocks_of(document.closing, Home())
    return DraftReport(
        report=Report(
            file=name or document.title,
            blocks=tuple(reading.blocks),
            marks_headings=True,
            language=document.language,
            title=document.title or None,
        ),
        homes=tuple(reading.homes),
    )


class _Reading:
    """The blocks as they come, each with its place and its home."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.homes: list[Home] = []
        self._section = ""
        self._paragraph = ""
        self._tables = 0

    def heading(self, text: str, number: str, level: int, home: Home) -> None:
        text = _on_one_line(text)
        if not text:
            return
        self._section, self._paragraph = text, number
        self._add(Heading(text=text, level=level, number=number, place=self._spot()), home)

    def prose(self, text: str, home: Home, *, number: str = "", bullet: bool = False) -> None:
        text = _on_one_line(text)
        if not text:
            return
        if number and not bullet:
            self._paragraph = number
        self._add(Prose(text=text, number=number, bullet=bullet, place=self._spot()), home)

    def blocks_of(self, blocks: Iterable[DocumentBlock], at: Home) -> None:
        for place, block in enumerate(blocks):
            home = replace(at, place=place)
            match block:
                case Paragraph():
                    whose = replace(home, of=block.of, quotes=block.quotes)
                    self.prose(block.text, whose, number=block.number)
                case Bullets():
                    self._items(block, replace(home, of=block.of))
                case Table():
                    self._grid(block, home)
                case Picture() | Figure():
                    words = block.description if isinstance(block, Picture) else block.title
                    self._add(Image(alternative=words, place=self._spot()), home)
                case Note():
                    pass

    def _items(self, bullets: Bullets, home: Home) -> None:
        for item, text in enumerate(bullets.items):
            marker = bullets.numbers[item] if item < len(bullets.numbers) else ""
            quotes = bullets.quotes[item] if item < len(bullets.quotes) else ()
            whose = replace(home, item=item, quotes=quotes)
            self.prose(text, whose, number=marker, bullet=True)

    def _grid(self, table: Table, home: Home) -> None:
        rows = tuple(_rows(table))
        if not any(any(row) for row in rows):
            return
        self._tables += 1
        caption = ": ".join(filter(None, (table.label, _on_one_line(table.caption))))
        here = self._spot()
        spot = Spot(
            section=here.section, paragraph=here.paragraph, table=self._tables, block=here.block
        )
        heads = bool(table.groups) + bool(table.head)
        self._add(
            Grid(rows=rows, place=spot, head_rows=heads, marked_head=True, caption=caption),
            replace(home, cells=table.in_cells),
        )

    def _spot(self) -> Spot:
        return Spot(section=self._section, paragraph=self._paragraph, block=len(self.blocks))

    def _add(self, block: Block, home: Home) -> None:
        self.blocks.append(block)
        self.homes.append(home)


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    """The rows of a table, all of one width; a cell's paragraphs stand on one line."""
    groups = [each for text, span in table.groups for each in (text, *([""] * (span - 1)))]
    body = [tuple(_on_one_line(" ".join(cell)) for cell in row) for row in table.rows]
    width = max(len(groups), len(table.head), *(len(row) for row in body), 0)
    for row in (tuple(groups), table.head, *body):
        if row:
            yield (*row, *([""] * (width - len(row))))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
