"""A paper as a Word file, with real styles, header rows and language.

The same document gives the same bytes: every time in the file is fixed.
"""

from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from moothall.documents.document import (
    Block,
    Bullets,
    Document,
    Note,
    Paragraph,
    Picture,
    Table,
)
from moothall.render.figures import with_drawings
from moothall.render.png import parts_of, png_of
from moothall.render.word_styles import set_styles
from moothall.render.word_tables import add_table
from moothall.render.wording import (
    PROVENANCE_HEADING,
    SYNTHETIC_LABEL,
    SYNTHETIC_TEXT,
    in_place_of,
    note_label,
    plain,
    standing,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

# A file has to carry a time; the paper's own day is in its text.
_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_AUTHOR = "Moothall"
_MARGIN_MM = 20
_A4_MM = (210, 297)
_POINTS_TO_A_MM = 72 / 25.4
_TEXT_MM = _A4_MM[0] - 2 * _MARGIN_MM
_TEXT_WIDTH = _TEXT_MM * _POINTS_TO_A_MM
# A drawing is 720 units wide; on a page it may be so high, with its caption below.
_DRAWING_UNITS = 720
_DRAWING_MM = _A4_MM[1] - 2 * _MARGIN_MM - 20
_SQUEEZED = 1.12
_PIXELS = 1200  # 179 dots to an inch: sharp enough in print, some 200 kB a page
_DEEPEST = 3


def paper_docx(document: Document) -> bytes:
    """The paper as the bytes of a .docx file on A4, page numbers at the foot.

    A drawing is a picture with its description as alternative text, in several parts where it is
    higher than a page.  Raises ValueError for a table whose rows or groups do not fit its head.
    """
    import docx

    document = with_drawings(document)
    word = docx.Document()
    set_styles(word, document.language)
    _set_page(word, document)
    _set_properties(word, document)
    _write_opening(word, document)
    _write_blocks(word, document.front)
    levels = standing([section.level for section in document.sections])
    for level, section in zip(levels, document.sections, strict=True):
        heading = plain(f"{section.number} {section.heading}")
        word.add_heading(heading, level=min(level - 1, _DEEPEST))
        _write_blocks(word, section.blocks)
    _write_blocks(word, document.closing)
    _write_provenance(word, document)
    written = BytesIO()
    word.save(written)
    return _with_fixed_times(written.getvalue())


def _set_page(word: "WordDocument", document: Document) -> None:
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(_A4_MM[0]), Mm(_A4_MM[1])
    section.left_margin = section.right_margin = Mm(_MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(_MARGIN_MM)
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


def _set_properties(word: "WordDocument", document: Document) -> None:
    properties = word.core_properties
    properties.title = plain(document.title)[:255]
    properties.subject = ""
    properties.language = document.language
    properties.author = properties.last_modified_by = _AUTHOR
    properties.created = properties.modified = _TIME
    properties.revision = 1
    properties.comments = SYNTHETIC_LABEL if document.synthetic else ""
    # The preview is of the empty file that python-docx starts from.
    relations = word.part.package.rels
    for name in [key for key, found in relations.items() if found.reltype.endswith("/thumbnail")]:
        del relations[name]
    _set_settings(word, document.language)


def _set_settings(word: "WordDocument", language: str) -> None:
    from docx.oxml.ns import qn

    settings = word.settings.element
    for found in settings.iter(qn("w:themeFontLang")):
        found.set(qn("w:val"), language)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")  # else Word opens the paper in compatibility mode


def _write_opening(word: "WordDocument", document: Document) -> None:
    if document.synthetic:
        _add_labelled(word, f"{SYNTHETIC_LABEL}.", SYNTHETIC_TEXT, "Note")
    if document.authority:
        word.add_paragraph(plain(document.authority), style="Authority")
    word.add_paragraph(plain(document.title), style="Title")
    if document.subtitle:
        word.add_paragraph(plain(document.subtitle), style="Subtitle")


def _write_blocks(word: "WordDocument", blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        match block:
            case Paragraph():
                _write_paragraph(word, block)
            case Bullets():
                _write_bullets(word, block)
            case Note():
                _add_labelled(word, note_label(block), plain(block.text), "Note")
            case Picture():
                _write_picture(word, block)
            case Table():
                _write_table(word, block)


def _write_paragraph(word: "WordDocument", paragraph: Paragraph) -> None:
    if paragraph.number:
        text = f"{plain(paragraph.number)}\t{plain(paragraph.text)}"
        word.add_paragraph(text, style="Numbered Paragraph")
    else:
        word.add_paragraph(plain(paragraph.text))


def _write_bullets(word: "WordDocument", bullets: Bullets) -> None:
    if not bullets.numbers:
        for item in bullets.items:
            word.add_paragraph(plain(item), style="List Bullet")
        return
    numbers = bullets.numbers[: len(bullets.items)]
    for number, item in zip_longest(numbers, bullets.items, fillvalue=""):
        word.add_paragraph(f"{plain(number)}\t{plain(item)}", style="List Number")


def _write_picture(word: "WordDocument", picture: Picture) -> None:
    from docx.shared import Mm

    most = _DRAWING_UNITS * _DRAWING_MM / _TEXT_MM
    parts = parts_of(picture, most * _SQUEEZED)
    for place, (top, height) in enumerate(parts, start=1):
        label = plain(picture.title) if place == 1 else f"{plain(picture.title)}, continued"
        word.add_paragraph(label, style="Caption")
        file = BytesIO(png_of(picture, top, height, _PIXELS))
        run = word.add_paragraph(style="Drawing").add_run()
        # A little too high for a page, it is set smaller rather than cut.
        width = Mm(_TEXT_MM * min(1, most / height))
        properties = run.add_picture(file, width=width)._inline.docPr
        properties.set("name", f"Drawing {properties.get('id')}")
        properties.set("title", label)
        # The whole is described once; a further part says only what it goes on with.
        properties.set("descr", in_place_of(picture) if place == 1 else label)


def _write_table(word: "WordDocument", table: Table) -> None:
    if plain(table.caption):
        word.add_paragraph(plain(table.caption), style="Caption")
    add_table(word, table, _TEXT_WIDTH)
    # Word joins tables with nothing between them, and needs a paragraph after the last.
    word.add_paragraph(style="After Table")


def _add_labelled(
    word: "WordDocument", label: str, text: str, style: str = "Normal"
) -> "WordParagraph":
    paragraph = word.add_paragraph(style=style)
    paragraph.add_run(label).bold = True
    paragraph.add_run(f" {text}")
    return paragraph


def _write_provenance(word: "WordDocument", document: Document) -> None:
    if not document.provenance:
        return
    word.add_heading(PROVENANCE_HEADING, level=1)
    lines = [
        _add_labelled(word, f"{plain(label)}:", plain(text)) for label, text in document.provenance
    ]
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _with_fixed_times(packed: bytes) -> bytes:
    """The same archive with one time on every entry."""
    written = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, _TIME.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3  # else the platform that ran this would show
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name))
    return written.getvalue()
