"""A paper as a Word file, with real styles, header rows and language.

The same document gives the same bytes: every time in the file is fixed.
"""

from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
)
from moothall.documents.word_marks import PaperInWord, properties_of
from moothall.papers.authored import Authored, place_of, runs
from moothall.render.figures import with_drawings
from moothall.render.png import parts_of, png_of
from moothall.render.table_parts import in_parts
from moothall.render.word_controls import EDITABLE, LOCKED, MADE_TITLE, Controls, made_mark
from moothall.render.word_front import can_be_written_in, open_cells, quote_in_cells
from moothall.render.word_pages import (
    A4_MM,
    AFTER_TABLE,
    MARGIN_MM,
    TEXT_MM,
    Pages,
    fit_for,
    is_wide,
)
from moothall.render.word_properties import FILE_TIME, set_custom_properties, set_properties
from moothall.render.word_styles import give_style, set_styles
from moothall.render.word_tables import add_table
from moothall.render.wording import (
    PROVENANCE_HEADING,
    SYNTHETIC_LABEL,
    SYNTHETIC_TEXT,
    UNTITLED,
    in_place_of,
    note_label,
    plain,
    standing,
    titled,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

# A drawing is 720 units wide; on a page it may be so high, with its caption below.
_DRAWING_UNITS = 720
_DRAWING_MM = A4_MM[1] - 2 * MARGIN_MM - 20
_SQUEEZED = 1.12
_PIXELS = 1200  # 179 dots to an inch: sharp enough in print, some 200 kB a page
_DEEPEST = 3


def paper_docx(document: Document, paper: PaperInWord | None = None) -> bytes:
    """The paper as the bytes of a .docx file on A4, page numbers at the foot.

    With `paper` the file is made to come back: words that people wrote stand in content controls
    that name their fact, what the program made is locked, and the file says which paper it is.
    A drawing is a picture with its description as alternative text, in several parts where it is
    higher than a page.  Raises ValueError for a table whose rows or groups do not fit its head.
    """
    import docx

    document = in_parts(with_drawings(document))
    word = docx.Document()
    set_styles(word, document.language)
    set_properties(word, document)
    writer = _Writer(word, document, paper)
    writer.opening(document)
    writer.blocks("", document.front)
    levels = standing([each.level for each in (*document.sections, *document.appendices)])
    for place, section in enumerate((*document.sections, *document.appendices)):
        appended = place >= len(document.sections)
        if place == len(document.sections):
            writer.blocks("", document.closing)
        writer.section(section, min(levels[place] - 1, _DEEPEST), appended=appended)
    if not document.appendices:
        writer.blocks("", document.closing)
    writer.provenance(document)
    if paper is not None:
        set_custom_properties(word, properties_of(paper, writer.controls.words))
    written = BytesIO()
    word.save(written)
    return _with_fixed_times(written.getvalue())


class _Writer:
    """Writes blocks to the end of a file, in controls where it is made to come back."""

    def __init__(self, word: "WordDocument", document: Document, paper: PaperInWord | None) -> None:
        self.controls = Controls(marks=paper is not None)
        self._takes = paper.takes if paper else {}
        self._word = word
        self._body: Any = word.element.body
        self._pages = Pages(word, document)

    def opening(self, document: Document) -> None:
        with self._locked(document.title):
            if document.synthetic:
                self._labelled(f"{SYNTHETIC_LABEL}.", SYNTHETIC_TEXT, "Note")
            if document.authority:
                self._add(plain(document.authority), "Authority")
            self._add(plain(document.title) or UNTITLED, "Title")
            if document.subtitle:
                self._add(plain(document.subtitle), "Subtitle")

    def section(self, section: Section, level: int, *, appended: bool) -> None:
        heading = plain(f"{section.number} {section.heading}")
        # A heading goes with the table below it, else it would stand alone at the end of a page.
        self._pages.turn(wide=any(map(is_wide, section.blocks[:1])))
        written = self._word.add_heading(heading, level=level)
        if appended and level == 1:
            written.paragraph_format.page_break_before = True
        self.controls.heading(written, section.heading)
        has_words = self.blocks(section.heading, section.blocks)
        if not has_words and plain(section.heading) in self._takes and self.controls.marks:
            self.controls.prompt(self._word.add_paragraph(), section.heading)

    def blocks(self, heading: str, blocks: tuple[Block, ...]) -> bool:
        """Write what stands under a heading; return whether a person wrote any of it."""
        has_words, count = False, 0
        for of, run in runs(blocks):
            paragraphs = tuple(each for each in run if isinstance(each, Paragraph))
            if of:
                place = place_of(heading, count + 1, paragraphs[0])
                words = Authored(of=of, heading=heading, place=place, paragraphs=paragraphs)
                self._pages.turn(wide=False)
                with self.controls.around(self._body, words.mark, place, EDITABLE):
                    for each in paragraphs:
                        self._paragraph(each)
            else:
                self._made(run)
            count += len(paragraphs)
            has_words = has_words or bool(of)
        return has_words

    def provenance(self, document: Document) -> None:
        if not document.provenance:
            return
        self._pages.turn(wide=False)
        written = self._word.add_heading(PROVENANCE_HEADING, level=1)
        self.controls.heading(written, PROVENANCE_HEADING)
        with self._locked(PROVENANCE_HEADING):
            lines = [
                self._labelled(f"{plain(label)}:", plain(text))
                for label, text in document.provenance
            ]
        for line in lines[:-1]:
            line.paragraph_format.keep_with_next = True

    def _made(self, blocks: tuple[Block, ...]) -> None:
        """What the program made is locked; a front sheet cell by cell, as people write in it."""
        together: list[Block] = []
        for block in blocks:
            wide = is_wide(block)
            if not (wide or self._is_open(block)):
                together.append(block)
                continue
            self._locked_blocks(together)
            together = []
            if wide:
                self._locked_blocks([block], wide=True)
                # Outside the lock, as the pages may turn back here.
                self._add("", AFTER_TABLE)
            else:
                self._pages.turn(wide=False)
                self._block(block)
        self._locked_blocks(together)

    def _locked_blocks(self, blocks: list[Block], *, wide: bool = False) -> None:
        if blocks:
            self._pages.turn(wide=wide)
            with self._locked(f"{len(self._body)}"):
                for block in blocks:
                    self._block(block)

    def _is_open(self, block: Block) -> bool:
        return isinstance(block, Table) and can_be_written_in(block, self._takes)

    def _locked(self, what: str) -> AbstractContextManager[None]:
        return self.controls.around(self._body, made_mark(what), MADE_TITLE, LOCKED)

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Bullets():
                self._bullets(block)
            case Note():
                self._labelled(note_label(block), plain(block.text), "Note")
            case Picture():
                self._picture(block)
            case Table():
                self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        if paragraph.number:
            text = f"{plain(paragraph.number)}\t"
            written = self._add(text, "Numbered Paragraph")
        else:
            written = self._word.add_paragraph()
        self.controls.fill(written, paragraph)

    def _bullets(self, bullets: Bullets) -> None:
        numbers = bullets.numbers[: len(bullets.items)]
        for number, item, quotes in zip_longest(numbers, bullets.items, bullets.quotes):
            style = "List Number" if bullets.numbers else "List Bullet"
            start = f"{plain(number or '')}\t" if bullets.numbers else ""
            written = self._add(start, style)
            self.controls.fill(written, Paragraph(item or "", quotes=quotes or ()))

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Mm

        most = _DRAWING_UNITS * _DRAWING_MM / TEXT_MM
        parts = parts_of(picture, most * _SQUEEZED)
        title = titled(picture.label, picture.title)
        for place, (top, height) in enumerate(parts, start=1):
            label = title if place == 1 else f"{title}, continued"
            self._add(label, "Caption")
            file = BytesIO(png_of(picture, top, height, _PIXELS))
            run = self._add("", "Drawing").add_run()
            # A little too high for a page, it is set smaller rather than cut.
            width = Mm(TEXT_MM * min(1, most / height))
            properties = run.add_picture(file, width=width)._inline.docPr
            properties.set("name", f"Drawing {properties.get('id')}")
            properties.set("title", label)
            # The whole is described once; a further part says only what it goes on with.
            properties.set("descr", in_place_of(picture) if place == 1 else label)

    def _table(self, table: Table) -> None:
        is_open = self.controls.marks and self._is_open(table)
        if plain(table.caption):
            with self._locked(table.caption) if is_open else nullcontext():
                self._add(titled(table.label, table.caption), "Caption")
        fit = fit_for(table)
        made = add_table(self._word, table, fit)
        if is_open:
            open_cells(made, table, self._takes, self.controls)
        else:
            quote_in_cells(made, table, self.controls)
        # Word joins tables with nothing between them, and needs a paragraph after the last.
        if not fit.turned:
            self._add("", AFTER_TABLE)

    def _add(self, text: str, style: str) -> "WordParagraph":
        paragraph = self._word.add_paragraph(text)
        give_style(paragraph, style)
        return paragraph

    def _labelled(self, label: str, text: str, style: str = "Normal") -> "WordParagraph":
        paragraph = self._add("", style)
        paragraph.add_run(label).bold = True
        paragraph.add_run(f" {text}")
        return paragraph


def _with_fixed_times(packed: bytes) -> bytes:
    """The same archive with one time on every entry."""
    written = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, FILE_TIME.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # else the platform that ran this would show
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name))
    return written.getvalue()
