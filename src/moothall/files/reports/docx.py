"""Word files (.docx) as reports: as they would print with every tracked change accepted.

Read straight from the parts of the file: nothing in it is run, fetched or unpacked to disk.
"""

import re

from lxml import etree

from moothall.documents.report import Report
from moothall.files.reports import limits
from moothall.files.reports.block_sequence import BlockSequence, is_caption
from moothall.files.reports.printed_numbers import (
    depth,
    is_heading_like,
    split_bullet,
    split_number,
    tidy,
)
from moothall.files.reports.unreadable import too_much
from moothall.files.reports.word.archive import WordArchive
from moothall.files.reports.word.numbering import Mark, Numbering
from moothall.files.reports.word.paragraph import ParagraphReader, WordParagraph, chosen
from moothall.files.reports.word.style_sheet import StyleSheet, W, attribute, switched_on
from moothall.files.reports.word.table import WordTable, colour_signs, read_table

_MC_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DC = "{http://purl.org/dc/elements/1.1/}"
_APP_PAGES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
_DEEPEST_HEADING = 6

TRACKED = "Tracked changes were read as accepted."
HIDDEN = "Hidden text was left out."
MACROS = "The file holds macros; they were neither run nor read."
COMMENTS = "Comments in the margin were left out."
NESTED = "A table inside another table was read as a table of its own, after it."
FALSE_HEADINGS = (
    "No heading is marked as one: lines in bold, in capitals or with a number were taken for them."
)


def read_docx(data: bytes, file: str) -> Report:
    """The report in a Word file.  Raises UnreadableError with the cause where there is none."""
    archive = WordArchive(data, file)
    _refuse_too_many_pages(archive, file)
    reader = _Reader(archive, file)
    if archive.holds_macros:
        reader.blocks.note(MACROS)
    document = archive.part(archive.main)
    body = document.find(f"{W}body") if document is not None else None
    if document is None or body is None:
        reader.blocks.note("The document is empty.")
    else:
        reader.has_pages = next(document.iter(f"{W}lastRenderedPageBreak"), None) is not None
        reader.walk(body)
        reader.finish()
    core = archive.part("docProps/core.xml")
    return reader.blocks.report(
        marks_headings=reader.marks_headings,
        language=reader.styles.language or _said(core, f"{_DC}language"),
        title=_said(core, f"{_DC}title"),
    )


def _said(core: etree._Element | None, name: str) -> str | None:
    element = core.find(name) if core is not None else None
    return tidy(element.text or "") or None if element is not None else None


def _refuse_too_many_pages(archive: WordArchive, file: str) -> None:
    properties = archive.part("docProps/app.xml")
    said = properties.find(_APP_PAGES) if properties is not None else None
    text = (said.text or "").strip() if said is not None else ""
    if re.fullmatch(r"\d{1,9}", text) and int(text) > limits.PAGES:
        raise too_much(file, f"has {int(text):,} pages; at most {limits.PAGES} are read")


class _Reader:
    """Walks through the body of a document once, from top to bottom."""

    def __init__(self, archive: WordArchive, file: str) -> None:
        self.blocks = BlockSequence(file)
        self.styles = StyleSheet(archive.part(archive.related("styles")))
        self.marks_headings = False
        self.has_pages = False
        self._archive = archive
        self._numbering = Numbering(archive.part(archive.related("numbering")), self.styles)
        self._paragraphs = ParagraphReader(self.styles)
        self._page = 1
        self._level = 0
        self._false_headings = False
        self._unfinished: WordParagraph | None = None
        self._notes: list[tuple[str, str]] = []
        self._pictures_in_cells: list[str | None] = []

    @property
    def page(self) -> int | None:
        return self._page if self.has_pages else None

    def walk(self, container: etree._Element) -> None:
        """The blocks of a body, a cell that is only a frame, or a text box."""
        for child in container:
            tag = child.tag
            if tag == f"{W}p":
                self._take_paragraph(child)
            elif tag == f"{W}tbl":
                self._take_table(child)
            elif tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None and not _is_contents_list(child):
                    self.walk(content)
            elif tag in {f"{W}del", f"{W}moveFrom"}:
                self.blocks.note(TRACKED)
            elif tag == f"{W}altChunk":
                self.blocks.note("A document embedded in this one was not read.")
            elif tag == _MC_ALTERNATE:
                self.walk(chosen(child))
            elif tag in {f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"}:
                self.walk(child)

    def finish(self) -> None:
        """What stands after the text: footnotes and endnotes, in the order they are spoken of."""
        if self._unfinished is not None:
            self._finished(self._unfinished)
        if self._false_headings and not self.marks_headings:
            self.blocks.note(FALSE_HEADINGS)
        parts = {
            kind: self._archive.part(self._archive.related(f"{kind}s"))
            for kind in ("footnote", "endnote")
        }
        by_id = {
            (kind, note.get(f"{W}id") or ""): note
            for kind, part in parts.items()
            for note in (part if part is not None else ())
            if note.get(f"{W}type") in {None, "normal"}
        }
        for name in dict.fromkeys(self._notes):
            if name in by_id:
                words = self._words_of(by_id[name], [])
                if words:
                    self.blocks.prose(words)

    # --- paragraphs ---------------------------------------------------------------------------

    def _take_paragraph(self, element: etree._Element) -> None:
        paragraph = self._read(element)
        before = self._unfinished
        if before is not None:
            # the end of the paragraph before is deleted: both are one, with the later's properties
            paragraph.words[:0] = before.words
            paragraph.pictures[:0] = before.pictures
            paragraph.boxes[:0] = before.boxes
            paragraph.letters += before.letters
            paragraph.bold_letters += before.bold_letters
            self._unfinished = None
        if paragraph.goes_on:
            self._unfinished = paragraph
            return
        self._finished(paragraph)

    def _read(self, element: etree._Element) -> WordParagraph:
        paragraph = self._paragraphs.read(element)
        if paragraph.tracked:
            self.blocks.note(TRACKED)
        if paragraph.hidden:
            self.blocks.note(HIDDEN)
        if paragraph.comments:
            self.blocks.note(COMMENTS)
        if paragraph.charts:
            self.blocks.note("Charts were taken as pictures: the figures in them were not read.")
        if paragraph.embedded:
            self.blocks.note(
                "Something embedded from another program (such as a spreadsheet) was not read."
            )
        self._notes += paragraph.notes
        if self.has_pages:
            self._page += paragraph.pages_before_words
            if self._page > limits.PAGES:
                raise too_much(self.blocks.file, f"has over {limits.PAGES} pages")
        return paragraph

    def _finished(self, paragraph: WordParagraph) -> None:
        if paragraph.style.is_contents_list:
            return  # a list of contents repeats every heading, with page numbers after them
        mark = self._mark(paragraph)
        self._emit(paragraph, mark.number, bullet=mark.bullet)
        for alternative in paragraph.pictures:
            self.blocks.image(alternative, page=self.page)
        if self.has_pages:
            self._page += paragraph.pages - paragraph.pages_before_words
        for box in paragraph.boxes:
            self.walk(box)

    def _mark(self, paragraph: WordParagraph) -> Mark:
        """The number printed before a paragraph; one that does not print takes no number."""
        if not paragraph.letters and (paragraph.goes_on or _ends_hidden(paragraph.properties)):
            return Mark()
        return self._numbering.mark(paragraph.properties, paragraph.style)

    def _emit(self, paragraph: WordParagraph, number: str, *, bullet: bool) -> None:
        raw = paragraph.text.strip()
        if not number and not bullet:
            bullet, raw = split_bullet(raw)
            # "- 1.1 To share …": the number is the paragraph's
            number, rest = split_number(raw)
            if number and (not bullet or "." in number):
                raw, bullet = rest, False
            else:
                number = ""
        words = tidy(raw)
        if not words:
            return
        level = self._outline(paragraph)
        if level is not None:
            self.marks_headings = True
            self._level = level
        elif (
            not bullet
            and not is_caption(words)
            and "\n" not in raw
            and "\t" not in raw
            and is_heading_like(words, number, bold=paragraph.is_bold)
        ):
            self._false_headings = True
            level = self._level + 1 if self._level else depth(number)
            level = min(level, _DEEPEST_HEADING)
        if level is None:
            self.blocks.prose(
                words,
                number=number,
                bullet=bullet,
                caption=paragraph.style.name == "caption",
                page=self.page,
            )
        else:
            self.blocks.heading(words, level, number=number, page=self.page)

    @staticmethod
    def _outline(paragraph: WordParagraph) -> int | None:
        """The level of a paragraph that is marked as a heading, 1 for the highest."""
        direct = attribute(paragraph.properties, f"{W}outlineLvl")
        if direct is not None and direct.isdigit():
            return int(direct) + 1 if int(direct) < 9 else None
        if paragraph.style.outline is not None:
            return paragraph.style.outline + 1
        return 1 if paragraph.style.is_title else None

    # --- tables -------------------------------------------------------------------------------

    def _take_table(self, element: etree._Element) -> None:
        if self._unfinished is not None:
            self._finished(self._unfinished)
            self._unfinished = None
        table = read_table(element)
        self._note_table(table)
        if table.only_cell is not None:
            self.walk(table.only_cell)
            return
        if not table.rows:
            return
        page = self.page
        inner: list[etree._Element] = []
        texts = [
            [self._words_of(cell, inner) if cell is not None else "" for cell in row]
            for row in table.rows
        ]
        heads = table.marked_rows or None
        self.blocks.grid(
            texts,
            head_rows=heads,
            marked_head=table.marked_rows > 0,
            caption=tidy(table.caption),
            page=page,
            coloured=colour_signs(texts, table.shades, table.marked_rows or 1),
        )
        for alternative in self._pictures_in_cells:
            self.blocks.image(alternative, page=page)
        self._pictures_in_cells.clear()
        for follows in inner:
            if follows.tag == f"{W}tbl":
                self.blocks.note(NESTED)
                self._take_table(follows)
            else:
                self.walk(follows)

    def _note_table(self, table: WordTable) -> None:
        if table.tracked:
            self.blocks.note(TRACKED)
        if table.hidden_rows:
            self.blocks.note(HIDDEN)

    def _words_of(self, container: etree._Element, inner: list[etree._Element]) -> str:
        """The words of a cell on one line; tables and text boxes in it are put by in `inner`."""
        words: list[str] = []
        for child in container:
            tag = child.tag
            if tag == f"{W}p":
                words.append(self._words_of_paragraph(child, inner))
            elif tag == f"{W}tbl":
                inner.append(child)
            elif tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                words.append(self._words_of(content, inner) if content is not None else "")
            elif tag == _MC_ALTERNATE:
                words.append(self._words_of(chosen(child), inner))
            elif tag in {f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
                words.append(self._words_of(child, inner))
        return " ".join(filter(None, words))

    def _words_of_paragraph(self, element: etree._Element, inner: list[etree._Element]) -> str:
        paragraph = self._read(element)
        number = self._mark(paragraph).number
        if self.has_pages:
            self._page += paragraph.pages - paragraph.pages_before_words
        inner += paragraph.boxes
        self._pictures_in_cells += paragraph.pictures
        words = tidy(paragraph.text)
        return f"{number} {words}".strip() if words else ""


def _is_contents_list(control: etree._Element) -> bool:
    gallery = attribute(control, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") or ""
    return gallery in {"Table of Contents", "List of Figures"}


def _ends_hidden(properties: etree._Element | None) -> bool:
    mark = properties.find(f"{W}rPr") if properties is not None else None
    return bool(switched_on(mark, "vanish"))
