"""The words of a paper that people wrote, each with its place, and where more could be written.

What goes out as a Word file and what comes back is told apart by these.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from moothall import __version__
from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Figure,
    InCell,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
)
from moothall.documents.formats import TOPICS, Format, Subsection
from moothall.documents.printed_words import SYNTHETIC_LABEL, SYNTHETIC_TEXT
from moothall.documents.word_marks import (
    EDITABLE,
    Mark,
    MarkKind,
    PaperInWord,
    digest_of,
    on_one_line,
    with_references,
)
from moothall.facts.programme import Programme
from moothall.papers.papers import WrittenPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class Authored:
    """The words of one fact as a paper prints them: consecutive paragraphs under one heading.

    `place` is what a person calls them ("Background, paragraph 2").
    """

    of: str
    heading: str
    place: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs with references in place of figures."""
        return tuple(with_references(each) for each in self.paragraphs)

    @property
    def mark(self) -> Mark:
        """What marks them in a Word file."""
        return Mark(MarkKind.WORDS, self.of, digest_of(self.texts))


def is_editable(of: str) -> bool:
    """Whether words of this fact may be changed in Word."""
    return of.partition("/")[0] in EDITABLE


def authored(document: Document) -> tuple[Authored, ...]:
    """All words of a document that may be changed in Word, in its order."""
    return tuple(each for heading, blocks in _places(document) for each in _under(heading, blocks))


def in_front(table: Table, row: int) -> str:
    """What a row of a front sheet is called: its label."""
    return next(iter(table.rows[row][0]), "")


def cell_paragraphs(table: Table, row: int, column: int) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell, those of a fact with whose words they are."""
    known = {
        each.place: each for each in table.in_cells if (each.row, each.column) == (row, column)
    }
    return tuple(
        _in_cell(text, known.get(place)) for place, text in enumerate(table.rows[row][column])
    )


def _in_cell(text: str, known: InCell | None) -> Paragraph:
    return Paragraph(text, of=known.of, quotes=known.quotes) if known else Paragraph(text)


def is_front_sheet(table: Table) -> bool:
    """Whether a table is a front sheet: rows of label and text under no head."""
    return not table.head and not table.groups


def printed_lines(document: Document) -> Iterator[str]:
    """What the program itself prints in paragraphs, as it stands on one line."""
    yield from map(on_one_line, (document.title, document.subtitle, document.authority))
    for _, blocks in (*_places(document), ("", document.front)):
        for block in blocks:
            match block:
                case Paragraph() if not is_editable(block.of):
                    yield on_one_line(block.text)
                case Bullets() if not is_editable(block.of):
                    yield from map(on_one_line, block.items)
                case Note():
                    yield on_one_line(f"{block.kind}: {block.text}")
                case Table():
                    yield from _captions(block.label, block.caption)
                case Picture() | Figure():
                    yield from _captions(block.label, block.title)
    if document.synthetic:
        yield f"{SYNTHETIC_LABEL}. {SYNTHETIC_TEXT}"
    for label, text in document.provenance:
        yield on_one_line(f"{label}: {text}")


def _captions(label: str, words: str) -> Iterator[str]:
    yield on_one_line(f"{label}: {words}" if label else words)


def headings(document: Document) -> tuple[Section, ...]:
    """Every section of a document, with its appendices, in order."""
    return (*document.sections, *document.appendices)


def _places(document: Document) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Every stretch of blocks with what it stands under; rows of a front sheet by their label."""
    for block in document.front:
        if isinstance(block, Table) and is_front_sheet(block):
            for row, cells in enumerate(block.rows):
                label = in_front(block, row)
                for column in range(len(cells)):
                    yield label, cell_paragraphs(block, row, column)
        else:
            yield "", (block,)
    for section in document.sections:
        yield section.heading, section.blocks
    # What closes a paper has no heading: a reader finds it below the last one.
    yield (document.sections[-1].heading if document.sections else ""), document.closing
    for section in document.appendices:
        yield section.heading, section.blocks


def runs(blocks: tuple[Block, ...]) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Stretches of blocks that are the words of one fact, and of those that the program made (by
    the empty name)."""
    of, run = "", list[Block]()
    for block in blocks:
        here = block.of if isinstance(block, Paragraph) and is_editable(block.of) else ""
        if run and here != of:
            yield of, tuple(run)
            run = []
        of = here
        run.append(block)
    if run:
        yield of, tuple(run)


def place_of(heading: str, count: int, paragraph: Paragraph) -> str:
    """`Background, paragraph 2`; by the printed number where there is one."""
    name = on_one_line(heading).rstrip(":") or "The paper"
    return f"{name}, paragraph {on_one_line(paragraph.number) or count}"


def _under(heading: str, blocks: tuple[Block, ...]) -> Iterator[Authored]:
    count = 0
    for of, run in runs(blocks):
        paragraphs = tuple(block for block in run if isinstance(block, Paragraph))
        if of:
            place = place_of(heading, count + 1, paragraphs[0])
            yield Authored(of=of, heading=heading, place=place, paragraphs=paragraphs)
        count += len(paragraphs)


def takes(layout: Format) -> dict[str, tuple[str, ...]]:
    """The headings and front labels of a format under which people write, each with its topics."""
    found = {each.label: each.content for each in layout.front}
    for section in (*layout.sections, *layout.appendices):
        for part in (section, *section.sections):
            found[part.heading] = _content_of(part)
    topics = {
        on_one_line(heading): tuple(name for name in content if name in TOPICS)
        for heading, content in found.items()
    }
    return {heading: named for heading, named in topics.items() if named}


def _content_of(part: Subsection) -> tuple[str, ...]:
    return part.content


def in_word(programme: Programme, written: WrittenPaper, as_at: date) -> PaperInWord:
    """What a Word file says about a paper that is written."""
    layout = written.layout
    return PaperInWord(
        programme=programme.about.id,
        proposal=written.proposal,
        authority=written.authority,
        format=written.format or "",
        as_at=as_at,
        version=__version__,
        takes=takes(layout) if layout else {},
    )


Takes = Mapping[str, tuple[str, ...]]
