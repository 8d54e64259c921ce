"""A paper as its author writes it: the council's own headings, and under each what stands there."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from moothall.documents.as_report import Home
from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
)
from moothall.documents.formats import Format, FrontField, FrontStyle, Subsection
from moothall.facts.programme import Programme
from moothall.facts.proposals import Passage
from moothall_web.writing.made_from import kinds_behind, topics_in
from moothall_web.writing.margin import Margin, MarginNote
from moothall_web.writing.ordering import in_order

_NOTE = re.compile(r"\[([A-Z][\w ]*): (.*)\]", re.DOTALL)
"""A remark of ours as it stands in a cell, which holds nothing but words."""

_KINDS: dict[type, str] = {
    Paragraph: "paragraph",
    Bullets: "bullets",
    Note: "note",
    Table: "table",
    Picture: "drawing",
    Figure: "drawing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block under a heading, with the findings on it.

    `passage` is whose words it is the last block of: what can be done with them stands below it.
    `of` names the fact whose words these are ("papers/x"), empty for what the program made.
    """

    kind: str
    block: Block
    of: str = ""
    passage: Passage | None = None
    notes: tuple[MarginNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHeading:
    """A heading of the council's format and what stands under it.

    `topics` are what people write about here, `kinds` the kinds of fact that the rest is made
    from; `apart` are passages that the public paper leaves out because they are exempt.
    """

    id: str
    text: str
    number: str
    level: int
    topics: tuple[str, ...]
    kinds: tuple[str, ...]
    lines: tuple[Line, ...]
    apart: tuple[Passage, ...]
    notes: tuple[MarginNote, ...] = ()
    optional: bool = False

    @property
    def all_notes(self) -> tuple[MarginNote, ...]:
        """The findings on the heading itself and on all that stands under it."""
        return (*self.notes, *(note for line in self.lines for note in line.notes))

    @property
    def is_empty(self) -> bool:
        return all(line.kind == "note" for line in self.lines) and not self.apart


def passages_on(
    programme: Programme, proposal: str, authority: str, topics: Iterable[str]
) -> list[Passage]:
    """The passages that a council's paper carries on some topics, in the order of its topics."""
    carried = [
        passage
        for passage in programme.passages
        if passage.proposal == proposal and passage.authority in (None, authority)
    ]
    return [
        passage
        for topic in topics
        for passage in in_order(each for each in carried if each.topic == topic)
    ]


def outline(
    programme: Programme,
    proposal: str,
    authority: str,
    layout: Format,
    document: Document,
    margin: Margin,
) -> tuple[PaperHeading, ...]:
    """Every heading of a paper in the council's order: the front, the sections, the appendices."""
    writing = _Writing(programme, proposal, authority, margin)
    headings: list[PaperHeading] = []
    if layout.front_style is not FrontStyle.TITLE:
        headings += writing.front(layout.front, document)
    headings += writing.sections(layout.sections, document.sections, "section", 0)
    headings += writing.sections(
        layout.appendices, document.appendices, "appendix", len(document.sections)
    )
    return tuple(headings)


class _Writing:
    def __init__(self, programme: Programme, proposal: str, authority: str, margin: Margin) -> None:
        self.programme, self.proposal, self.authority = programme, proposal, authority
        self.margin = margin

    def sections(
        self, outlines: Iterable[Subsection], written: tuple[Section, ...], name: str, first: int
    ) -> Iterator[PaperHeading]:
        """The format's sections beside those of the document, which leaves empty ones out."""
        at = 0
        for place, part in enumerate(_flat(outlines)):
            section = written[at] if at < len(written) else None
            if section is None or section.heading != part.heading:
                yield self._left_out(part, f"{name}-{place + 1}")
                continue
            home = Home(section=first + at)
            at += 1
            topics = topics_in(part.content)
            held = self._held(topics)
            lines = tuple(self._lines(section.blocks, home, held))
            shown = {line.of for line in lines}
            yield PaperHeading(
                id=f"{name}-{place + 1}",
                text=section.heading,
                number=section.number,
                level=section.level,
                topics=topics,
                kinds=kinds_behind(part.content),
                lines=lines,
                apart=tuple(each for each in held if f"passages/{each.id}" not in shown),
                notes=self.margin.at(home),
                optional=part.optional,
            )

    def _left_out(self, part: Subsection, name: str) -> PaperHeading:
        topics = topics_in(part.content)
        return PaperHeading(
            id=name,
            text=part.heading,
            number="",
            level=2,
            topics=topics,
            kinds=kinds_behind(part.content),
            lines=(),
            apart=tuple(self._held(topics)),
            optional=True,
        )

    def _held(self, topics: tuple[str, ...]) -> list[Passage]:
        return passages_on(self.programme, self.proposal, self.authority, topics)

    def _lines(self, blocks: tuple[Block, ...], home: Home, held: list[Passage]) -> Iterator[Line]:
        by_name = {f"passages/{passage.id}": passage for passage in held}
        for place, block in enumerate(blocks):
            of = _whose(block)
            goes_on = bool(of) and place + 1 < len(blocks) and _whose(blocks[place + 1]) == of
            yield Line(
                kind=_KINDS[type(block)],
                block=block,
                of=of,
                passage=None if goes_on else by_name.get(of),
                notes=self.margin.at(Home(section=home.section, place=place, front=home.front)),
            )

    def front(self, fields: tuple[FrontField, ...], document: Document) -> Iterator[PaperHeading]:
        """The lines of the front sheet: each label a heading of its own to whoever writes it."""
        place, sheet = next(
            (
                (place, block)
                for place, block in enumerate(document.front)
                if isinstance(block, Table) and not block.head
            ),
            (0, None),
        )
        if sheet is None:
            return
        on_sheet = self.margin.at(Home(front=True, place=place))
        rows = {row[0][0]: at for at, row in enumerate(sheet.rows) if row and row[0]}
        for number, field in enumerate(fields):
            at = rows.get(field.label, -1)
            topics = topics_in(field.content)
            held = self._held(topics)
            lines = tuple(self._cell(sheet, at, held)) if at >= 0 else ()
            lines += tuple(self._below_the_sheet(document, field))
            shown = {line.of for line in lines}
            yield PaperHeading(
                id=f"front-{number + 1}",
                text=field.label.rstrip(":"),
                number="",
                level=2,
                topics=topics,
                kinds=kinds_behind(field.content),
                lines=lines,
                apart=tuple(each for each in held if f"passages/{each.id}" not in shown),
                notes=tuple(note for note in on_sheet if note.row == at),
            )

    def _below_the_sheet(self, document: Document, field: FrontField) -> Iterator[Line]:
        """The tables of a front line, which stand after the sheet."""
        for place, block in enumerate(document.front):
            if isinstance(block, Table | Figure) and block.name and block.name in field.content:
                home = Home(front=True, place=place)
                yield Line(kind=_KINDS[type(block)], block=block, notes=self.margin.at(home))

    def _cell(self, sheet: Table, row: int, held: list[Passage]) -> Iterator[Line]:
        """The paragraphs of a cell of the front sheet, each with whose words it is."""
        by_name = {f"passages/{passage.id}": passage for passage in held}
        column = len(sheet.rows[row]) - 1
        known = {
            each.place: each for each in sheet.in_cells if (each.row, each.column) == (row, column)
        }
        for place, words in enumerate(sheet.rows[row][column]):
            whose, after = known.get(place), known.get(place + 1)
            of = whose.of if whose else ""
            note = _NOTE.fullmatch(words) if not of else None
            if note is not None:
                yield Line(kind="note", block=Note(note[1], note[2]))
                continue
            yield Line(
                kind="paragraph",
                block=Paragraph(words, of=of, quotes=whose.quotes if whose else ()),
                of=of,
                passage=None if after and after.of == of else by_name.get(of),
            )


def _whose(block: Block) -> str:
    return block.of if isinstance(block, Paragraph | Bullets) else ""


def _flat(outlines: Iterable[Subsection]) -> Iterator[Subsection]:
    for part in outlines:
        yield part
        yield from getattr(part, "sections", ())
