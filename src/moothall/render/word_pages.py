"""The pages of a Word file: A4 upright, and turned for as long as a wide table needs it.

A turned stretch is a section of its own, so that its header, footer and page numbers go on.
"""

from copy import deepcopy
from typing import TYPE_CHECKING

from moothall.documents.document import Block, Document, Table
from moothall.render.table_parts import Fit, fit_of
from moothall.render.word_styles import give_style
from moothall.render.wording import SYNTHETIC_LABEL

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

MARGIN_MM = 20
A4_MM = (210, 297)
TEXT_MM = A4_MM[0] - 2 * MARGIN_MM
AFTER_TABLE = "After Table"
_FIT_FOR_ANY = Fit(9.5, turned=False)


class Pages:
    """Sets up the pages of one file, and turns them."""

    def __init__(self, word: "WordDocument", document: Document) -> None:
        self._word = word
        self._is_turned = False
        _set_up(word, document)

    def turn(self, *, wide: bool) -> None:
        """Write what follows on turned pages, or on upright ones again."""
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.shared import Mm

        if wide == self._is_turned:
            return
        self._is_turned = wide
        body = self._word.element.body
        end = body.sectPr
        holder = self._last_gap() or self._gap()
        # What a section is like stands in its last paragraph; that of the last one ends the body.
        holder._p.set_sectPr(deepcopy(end))
        for reference in (*end.xpath("w:headerReference"), *end.xpath("w:footerReference")):
            end.remove(reference)
        section = self._word.sections[-1]
        section.start_type = WD_SECTION.NEW_PAGE
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        across, down = reversed(A4_MM) if wide else A4_MM
        section.page_width, section.page_height = Mm(across), Mm(down)

    def _last_gap(self) -> "WordParagraph | None":
        """The empty line that ends what is written, where there is one and it ends no section."""
        from docx.text.paragraph import Paragraph as WordParagraph

        body = self._word.element.body
        last = body[-2] if len(body) > 1 else None
        if last is None or not last.tag.endswith("}p"):
            return None
        paragraph = WordParagraph(last, self._word._body)
        is_gap = last.style == AFTER_TABLE.replace(" ", "") and not paragraph.text
        return paragraph if is_gap and not last.xpath("w:pPr/w:sectPr") else None

    def _gap(self) -> "WordParagraph":
        paragraph = self._word.add_paragraph()
        give_style(paragraph, AFTER_TABLE)
        return paragraph


def fit_for(table: Table) -> Fit:
    """How a table goes on a page of the file: the size of its letters, and which way the page."""
    return fit_of(table) or _FIT_FOR_ANY


def is_wide(block: Block) -> bool:
    """Whether a block needs a turned page."""
    return isinstance(block, Table) and fit_for(block).turned


def _set_up(word: "WordDocument", document: Document) -> None:
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(A4_MM[0]), Mm(A4_MM[1])
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(10)
    if document.synthetic:
        section.header.paragraphs[0].add_run(SYNTHETIC_LABEL)
    foot = section.footer.paragraphs[0]
    foot.add_run("Page ")
    _add_field(foot, "PAGE")
    foot.add_run(" of ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: "WordParagraph", name: str) -> None:
    """A field that Word fills in, with 1 in it until it does."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    paragraph._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
