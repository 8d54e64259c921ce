"""A paper as a Word file."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from moothall.documents.document import (
    Document,
    Figure,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
)
from moothall.facts.programme import Programme
from moothall.governance.route import JointRoute
from moothall.programme.accountability import accountability_of
from moothall.programme.accountability_table import CAPTION, accountability_table
from moothall.render.docx import paper_docx
from moothall.render.lanes import lanes_svg, route_table


@pytest.fixture
def whole(document: Document, route: JointRoute, as_at: Any) -> Document:
    """The paper with the joint route's drawing and tables in it."""
    last = document.sections[-1]
    blocks = (lanes_svg(route, as_at), *route_table(route))
    return replace(document, sections=(*document.sections[:-1], replace(last, blocks=blocks)))


@pytest.fixture
def word(whole: Document) -> Any:
    return opened(whole)


def opened(document: Document) -> Any:
    return docx.Document(BytesIO(paper_docx(document)))


def styled(word: Any, style: str) -> list[str]:
    return [p.text for p in word.paragraphs if p.style.name == style]


def options_of(word: Any) -> Any:
    return word.tables[1]


def test_headings_are_headings(word: Any) -> None:
    assert styled(word, "Title") == ["One fostering service for Ambridge and Borchester"]
    assert styled(word, "Heading 1") == [
        "1. BACKGROUND",
        "2. OPTIONS",
        "3. RISKS",
        "4. THE JOINT ROUTE",
        "What this paper rests on",
    ]
    assert styled(word, "Heading 2") == ["2.2 What was left out"]


def test_no_level_of_heading_is_skipped() -> None:
    sections = tuple(Section("Heading", level=level) for level in (2, 4, 5, 6))
    word = opened(Document(title="A paper", sections=sections))
    names = [p.style.name for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert names == ["Heading 1", "Heading 2", "Heading 3", "Heading 3"]


def test_every_style_speaks_the_papers_language(word: Any) -> None:
    languages = {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    for name in ("Normal", "Title", "Heading 1", "Note", "Caption", "Table Text"):
        properties = word.styles[name].element.find(qn("w:rPr"))
        assert properties.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == "en-GB"


def test_the_language_is_the_documents_own() -> None:
    word = opened(Document(title="Papur", language="cy"))
    assert word.core_properties.language == "cy"
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"cy"}


def test_properties_name_the_paper_and_no_time_or_person(word: Any) -> None:
    properties = word.core_properties
    assert properties.title == "One fostering service for Ambridge and Borchester"
    assert properties.language == "en-GB"
    assert properties.author == properties.last_modified_by == "Moothall"
    assert properties.created == properties.modified == datetime(2000, 1, 1, tzinfo=UTC)


def test_a_header_row_repeats_on_every_page(word: Any) -> None:
    heads = [
        [
            row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
            for row in table.rows
        ]
        for table in word.tables
    ]
    assert heads[0] == [False] * 4  # a front sheet has none
    assert heads[1] == [True, True, False, False, False]  # two header rows
    assert heads[2] == [True, False, False]


def test_a_row_stays_on_one_page(word: Any) -> None:
    for table in word.tables:
        for row in table.rows:
            flags = row._tr.trPr
            assert any(flags.find(qn(n)) is not None for n in ("w:cantSplit", "w:tblHeader"))


def test_a_row_too_long_for_a_page_may_break() -> None:
    long = Table("", (), ((("Summary:",), ("All about it. " * 200,)),))
    row = opened(Document(title="A paper", front=(long,))).tables[0].rows[0]
    assert row._tr.find(f".//{qn('w:cantSplit')}") is None


def test_tables_have_captions_above_them_and_a_name_for_screen_readers(word: Any) -> None:
    drawings = [drawing.get("title") for drawing in drawings_of(word)]
    captions = [caption for caption in styled(word, "Caption") if caption not in drawings]
    assert captions[:2] == ["Table 1: the options and what they save", "Table 2: risks"]
    named = [t._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for t in word.tables]
    assert named == ["Front sheet", *captions]
    assert word.styles["Caption"].paragraph_format.keep_with_next


def test_tables_have_our_style_built_on_the_grid(word: Any) -> None:
    assert {table.style.name for table in word.tables} == {"Moothall Table"}
    assert word.styles["Moothall Table"].base_style.name == "Table Grid"


def test_groups_span_their_columns(word: Any) -> None:
    first = options_of(word).rows[0]
    spans = [(cell.text, cell.grid_span) for cell in dict.fromkeys(first.cells)]
    assert spans == [("", 1), ("Ambridge (£000)", 2), ("Borchester (£000)", 2), ("", 1)]


def test_figures_stand_to_the_right_and_keep_their_brackets(word: Any) -> None:
    cell = options_of(word).rows[4].cells[1]
    assert cell.text == "(1,310)"
    assert cell.paragraphs[0].style.name == "Table Figure"
    assert word.styles["Table Figure"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    head = options_of(word).rows[1].cells[1].paragraphs[0]
    assert head.alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_a_cell_of_several_paragraphs_has_several(word: Any) -> None:
    cell = word.tables[2].rows[1].cells[1]
    assert [p.text for p in cell.paragraphs] == [
        "Carers were asked early.",
        "Fees are matched for 12 months.",
    ]


def test_a_front_sheet_has_its_labels_in_bold(word: Any) -> None:
    front = word.tables[0]
    assert [row.cells[0].text for row in front.rows][:2] == ["Report to:", "Date:"]
    assert {row.cells[0].paragraphs[0].style.name for row in front.rows} == {"Table Row Heading"}
    assert word.styles["Table Row Heading"].font.bold
    assert len(front.columns) == 2


def test_columns_fill_the_width_of_the_page(word: Any) -> None:
    section = word.sections[0]
    text = section.page_width - section.left_margin - section.right_margin
    for table in word.tables:
        assert sum(column.width for column in table.columns) == pytest.approx(text, rel=0.01)


def test_lists_have_real_list_styles(word: Any) -> None:
    assert styled(word, "List Bullet") == ["more placements near home", "one team of assessors"]
    assert styled(word, "List Number") == [
        "(i)\tadoption, which is shared already",
        "(ii)\tkinship care",
    ]


def test_printed_numbers_are_not_numbered_again(word: Any) -> None:
    assert word.styles["List Number"].element.find(f".//{qn('w:numPr')}") is None
    assert word.styles["List Bullet"].element.find(f".//{qn('w:numPr')}") is not None
    assert styled(word, "Numbered Paragraph")[1] == (
        "1.2\tThis paper asks for a decision on one service."
    )


def test_a_note_says_in_a_word_what_it_is(word: Any) -> None:
    notes = styled(word, "Note")
    assert "Assumed: that both councils keep their present fees until March 2023" in notes
    assert "Not yet written: the equality assessment of the second option" in notes


def drawings_of(word: Any) -> list[Any]:
    return [shape._inline.docPr for shape in word.inline_shapes]


def test_a_drawing_is_a_picture_with_its_words_as_alternative_text(
    word: Any, whole: Document
) -> None:
    picture = whole.sections[-1].blocks[0]
    assert isinstance(picture, Picture)
    (properties,) = drawings_of(word)
    assert properties.get("title") == picture.title
    assert properties.get("descr") == f"{picture.title}. {picture.description}"
    assert picture.title in styled(word, "Caption")


def test_a_drawing_is_as_wide_as_the_text(word: Any) -> None:
    (shape,) = word.inline_shapes
    assert round(shape.width.mm) == 170
    assert shape.height.mm < 257


def test_a_drawing_a_little_higher_than_a_page_is_set_smaller() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 1080"></svg>'
    word = opened(Document(title="A paper", front=(Picture(svg, "High", "It is high."),)))
    (shape,) = word.inline_shapes
    assert shape.width.mm < 170
    assert round(shape.height.mm) == 237
    assert shape.height / shape.width == pytest.approx(1080 / 720, rel=0.01)


def test_a_drawing_higher_than_a_page_goes_on_over_the_page(
    stockport_tameside: Programme,
) -> None:
    found = accountability_of(stockport_tameside)
    front = (Figure(found, "Governance", CAPTION), accountability_table(found))
    word = opened(Document(title="A paper", front=front))
    first, second = drawings_of(word)
    assert first.get("descr").startswith("Governance. In Stockport Cabinet and Director")
    assert first.get("descr").endswith(f"The table “{CAPTION}” says the same.")
    assert second.get("descr") == "Governance, continued"
    assert all(shape.height.mm < 257 for shape in word.inline_shapes)
    assert styled(word, "Caption") == ["Governance", "Governance, continued", CAPTION]


def test_made_up_data_is_called_that_on_every_page(document: Document) -> None:
    assert opened(document).sections[0].header.paragraphs[0].text == "Synthetic data"
    real = opened(replace(document, synthetic=False))
    assert real.sections[0].header.paragraphs[0].text == ""


def test_pages_are_a4_and_numbered(word: Any) -> None:
    section = word.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    foot = section.footer._element
    fields = [field.get(qn("w:instr")).strip() for field in foot.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_tables_one_after_the_other_stay_apart() -> None:
    front = (Table("", (), ((("a",), ("b",)),)), Table("", (), ((("c",), ("d",)),)))
    body = opened(Document(title="A paper", front=front)).element.body
    tags = [element.tag.split("}")[1] for element in body]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    front = (Paragraph("One\x00 and\x0b two\nlines"), Note("ass\x01umed", "yes"))
    word = opened(Document(title="A \x02paper", front=front))
    assert [p.text for p in word.paragraphs] == ["A paper", "One and two lines", "Assumed: yes"]


def test_no_break_spaces_are_kept() -> None:
    word = opened(Document(title="A paper", front=(Paragraph("£1.310m\u00a0a\u00a0year"),)))
    assert word.paragraphs[1].text == "£1.310m\u00a0a\u00a0year"


def test_the_preview_of_an_empty_file_is_gone(whole: Document) -> None:
    with ZipFile(BytesIO(paper_docx(whole))) as packed:
        assert not [name for name in packed.namelist() if "thumbnail" in name]


def test_the_same_paper_gives_the_same_bytes(whole: Document) -> None:
    made = paper_docx(whole)
    assert made == paper_docx(whole)
    with ZipFile(BytesIO(made)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"
