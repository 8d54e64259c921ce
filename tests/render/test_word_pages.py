"""Pages of a Word file: turned for a wide table and upright again, and what closes a paper."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from document_checks import faults_in_docx
from hostile_papers import hostile_papers
from moothall.documents.as_report import as_report
from moothall.documents.document import Block, Document, Paragraph, Section, Table
from moothall.files.word_papers.word_file import read_word_file
from moothall.papers.clearance.words import words_covered
from moothall.render.docx import paper_docx
from moothall.render.pdf_pages import pages_of


def table(columns: int, name: str = "") -> Table:
    return Table(
        name or f"{columns} columns",
        tuple(f"Column {n}" for n in range(1, columns + 1)),
        tuple(tuple((f"{row}/{n}",) for n in range(1, columns + 1)) for row in range(3)),
    )


NARROW, WIDE, SMALL = table(3), table(12), table(17)


def opened(*blocks: Block) -> Any:
    document = Document(
        title="A paper",
        sections=(Section("First", (Paragraph("Before."),)), Section("Second", blocks)),
    )
    return docx.Document(BytesIO(paper_docx(document)))


def lying(word: Any) -> list[bool]:
    """Whether the pages of each section are turned."""
    return [section.orientation == WD_ORIENT.LANDSCAPE for section in word.sections]


def stretches(word: Any) -> list[str]:
    """What stands in each section of a file: its headings, paragraphs and tables."""
    found, here = [], []
    for element in word.element.body:
        here += [text for text in _texts(element) if text]
        if element.tag == qn("w:sectPr") or element.find(f".//{qn('w:sectPr')}") is not None:
            found.append(" | ".join(here))
            here = []
    return found


def _texts(element: Any) -> list[str]:
    if element.tag == qn("w:tbl"):
        return ["(table)"]
    return ["".join(text.text or "" for text in element.iter(qn("w:t")))]


def test_a_wide_table_stands_on_a_turned_page_and_what_follows_is_upright() -> None:
    word = opened(Paragraph("Words."), WIDE, Paragraph("After."))
    assert lying(word) == [False, True, False]
    assert stretches(word) == [
        "A paper | First | Before. | Second | Words.",
        "12 columns | (table)",
        "After.",
    ]
    for section in word.sections:
        turned = section.orientation == WD_ORIENT.LANDSCAPE
        assert (section.page_width > section.page_height) == turned


def test_a_heading_goes_with_the_wide_table_below_it() -> None:
    assert stretches(opened(WIDE, WIDE, Paragraph("After.")))[1:] == [
        "Second | 12 columns | (table) | 12 columns | (table)",
        "After.",
    ]


def test_a_table_that_fits_turns_no_page() -> None:
    assert lying(opened(NARROW)) == [False]


def test_a_turned_page_keeps_header_footer_and_numbers() -> None:
    word = opened(WIDE, Paragraph("After."))
    for section in word.sections:
        assert "PAGE" in section.footer._element.xml
        assert section.top_margin == word.sections[0].top_margin
    assert [section.footer.is_linked_to_previous for section in word.sections] == [
        False,
        True,
        True,
    ]


def test_a_wide_table_still_repeats_its_header_row_and_is_as_wide_as_the_page() -> None:
    word = opened(WIDE)
    (wide,) = word.tables
    assert wide.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    section = word.sections[-1]
    text = (section.page_width - section.left_margin - section.right_margin) / 635
    across = sum(int(each.get(qn("w:w"))) for each in wide._tbl.iter(qn("w:gridCol")))
    assert across == pytest.approx(text, abs=40)
    assert faults_in_docx(_saved(word)) == []


@pytest.mark.parametrize(("made", "size"), [(NARROW, 9.5), (WIDE, 9.5), (SMALL, 8.0)])
def test_only_a_table_that_needs_it_is_set_in_small_type(made: Table, size: float) -> None:
    word = opened(made)
    styles = {
        paragraph.style.name
        for row in word.tables[-1].rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    }
    assert len(styles) == 3
    assert all(name.endswith(" Small") == (size == 8.0) for name in styles)
    assert {_size(word.styles[name]) for name in styles} == {size}


def _size(style: Any) -> float:
    while style.font.size is None:
        style = style.base_style
    return float(style.font.size.pt)


def test_turned_pages_come_back_from_word_as_they_went() -> None:
    document = hostile_papers()["pages"]
    read = read_word_file(paper_docx(document), "paper.docx")
    assert [each.printed for each in read.headings if each.printed.startswith("Appendix")] == [
        "Appendix A Wide",
        "Appendix B Words",
        "Appendix C Wide again",
    ]


CLOSED = Document(
    title="A paper",
    sections=(Section("Only", (Paragraph("Said."),)),),
    closing=(Paragraph("Signed."), NARROW),
    appendices=(Section("More", (Paragraph("Appended."),), "Appendix A"),),
)


@pytest.mark.parametrize("closes", [True, False])
def test_what_closes_a_paper_stands_before_its_appendices(closes: bool) -> None:
    document = CLOSED if closes else Document(title="A paper", closing=CLOSED.closing)
    word = docx.Document(BytesIO(paper_docx(document)))
    told = " | ".join(text for text in stretches(word) if text)
    if closes:
        assert told == (
            "A paper | Only | Said. | Signed. | 3 columns | (table) | Appendix A More | Appended."
        )
    else:
        assert told == "A paper | Signed. | 3 columns | (table)"


def test_every_reading_of_a_paper_has_its_closing_before_the_appendices() -> None:
    report = as_report(CLOSED).report
    texts = [getattr(block, "text", "") for block in report.blocks]
    assert texts.index("Signed.") < texts.index("More")
    words = words_covered(CLOSED, None, (), None).paragraphs
    assert words.index("Signed.") < words.index("More")


def _saved(word: Any) -> bytes:
    written = BytesIO()
    word.save(written)
    return written.getvalue()


def test_in_pdf_a_heading_goes_with_the_wide_table_below_it_too() -> None:
    sections = (Section("First", (Paragraph("Before."),)), Section("Second", (WIDE,)))
    parts = pages_of(Document(title="A paper", sections=sections, appendices=(sections[1],)))[
        "parts"
    ]
    told = [(part["turned"], [each.get("words", "") for each in part["blocks"]]) for part in parts]
    assert told == [(False, ["First", "Before."]), (True, ["Second", "", "Second", ""])]
    assert [each.get("new_page") for each in parts[1]["blocks"][::2]] == [False, True]
