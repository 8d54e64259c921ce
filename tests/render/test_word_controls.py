"""A paper that goes to Word to be written in: frames, locks, empty places, properties."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from moothall.documents.document import (
    Document,
    Paragraph,
    Picture,
    Quote,
    QuoteState,
    Section,
    Table,
)
from moothall.documents.word_marks import MarkKind, read_mark
from moothall.render.docx import paper_docx
from word_files import W, WordFile, properties_of
from word_paper_towns import SAVING, WORDS, held, taken_to_word

STALE = Paragraph(
    "It saves 1,200 a year.",
    quotes=(Quote(9, 14, "savings/x.amount", "1,100", QuoteState.CHANGED),),
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return taken_to_word(held())


@pytest.fixture
def file(data: bytes) -> WordFile:
    return WordFile(data)


def said(control: Any, name: str) -> str | None:
    found = control.find(f"{W}sdtPr/{W}{name}")
    return found.get(f"{W}val") if found is not None else None


def text(element: Any) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def test_every_passage_stands_in_a_frame_that_names_it(file: WordFile) -> None:
    marks = [read_mark(said(each, "tag") or "") for each in file.controls(MarkKind.WORDS)]
    assert [mark.name for mark in marks if mark] == [f"passages/{key}" for key in WORDS]
    titles = [said(each, "alias") for each in file.controls(MarkKind.WORDS)]
    assert titles[:3] == [
        "Summary, paragraph 1",
        "Background, paragraph 1.1",
        "Background, paragraph 1.2",
    ]
    assert {said(each, "lock") for each in file.controls(MarkKind.WORDS)} == {None}


def test_whatever_the_program_made_is_locked(file: WordFile) -> None:
    made = file.controls(MarkKind.MADE)
    assert {said(each, "lock") for each in made} == {"sdtContentLocked"}
    locked = "".join(map(text, made))
    for words in (
        "One archive service",
        "Ashby Executive",
        "Financial scope: Archive",
        "June 2026",
    ):
        assert words in locked
    assert WORDS["past"][1] not in locked


def test_a_figure_in_the_words_is_locked_in_a_frame_of_its_own(file: WordFile) -> None:
    inner = [each for each in file.controls(MarkKind.FIGURE) if text(each) == "(200)"]
    assert [said(each, "lock") for each in inner] == ["contentLocked"]
    assert f"Figure from {SAVING}"[:64] == said(inner[0], "alias")
    assert inner[0].getparent().tag == f"{W}p"


def test_an_empty_place_stands_where_words_could_be_and_none_are(file: WordFile) -> None:
    prompts = file.controls(MarkKind.PROMPT)
    assert [said(each, "alias") for each in prompts] == ["Legal: write here", "People: write here"]
    for each in prompts:
        assert each.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        assert text(each).startswith("Click here to write")
        assert each.find(f".//{W}rStyle").get(f"{W}val") == "PlaceholderText"


def test_a_front_sheet_is_open_cell_by_cell(file: WordFile) -> None:
    sheet = next(file.root.iter(f"{W}tbl"))
    assert all(parent.tag != f"{W}sdt" for parent in sheet.iterancestors())
    cells = list(sheet.iter(f"{W}tc"))
    lines = [line for cell in cells for line in cell.findall(f"{W}p")]
    assert all(line.find(f"{W}sdt") is not None for line in lines)
    assert all(line.find(f"{W}r") is None for line in lines)
    assert all(cell[-1].tag == f"{W}p" for cell in cells)


def test_headings_and_tables_are_found_as_in_any_file(data: bytes) -> None:
    word = docx.Document(BytesIO(data))
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert headings[:2] == ["1. Background", "2. Money"]
    tables = list(word.element.body.iter(qn("w:tbl")))
    heads = [len(list(table.iter(qn("w:tblHeader")))) for table in tables]
    assert heads == [0, 2, 1]


def test_the_file_says_which_paper_it_is(data: bytes) -> None:
    properties = properties_of(data)
    named = {name: properties[f"Moothall {name}"] for name in ("programme", "proposal")}
    assert named == {"programme": "three-towns", "proposal": "archive"}
    assert properties["Moothall authority"] == "ashby"
    assert properties["Moothall format"] == "ashby-report"
    assert properties["Moothall as at"] == "2026-05-01"
    assert properties["Moothall version"]


def test_the_same_paper_gives_the_same_bytes(data: bytes) -> None:
    assert taken_to_word(held()) == data


def test_a_copy_that_is_not_meant_to_come_back_is_free() -> None:
    document = held().written.document
    assert document is not None
    plain = WordFile(paper_docx(document))
    assert not list(plain.root.iter(f"{W}sdt"))
    assert not list(plain.root.iter(f"{W}bookmarkStart"))
    assert "docProps/custom.xml" not in plain.parts


@pytest.mark.parametrize("stale", [STALE, Table("", (), ((("Money",), (STALE.text,)),))])
def test_a_figure_that_has_changed_is_marked_by_words_too(stale: Any) -> None:
    if isinstance(stale, Table):
        from moothall.documents.document import InCell

        cell = InCell(0, 1, 0, quotes=STALE.quotes)
        stale = Table("", (), stale.rows, in_cells=(cell,))
    word = docx.Document(BytesIO(paper_docx(Document(title="A paper", front=(stale,)))))
    runs = [run for p in word.element.body.iter(qn("w:p")) for run in p.iter(qn("w:r"))]
    marked = [text(run) for run in runs if run.find(f".//{qn('w:highlight')}") is not None]
    assert marked == ["1,200", " [was 1,100]"]


def test_tables_and_drawings_say_what_they_are_called() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 100"></svg>'
    front = (
        Table("Costs", ("a",), ((("1",),),), label="Table 2"),
        Picture(svg, "The route", "It is long.", label="Figure 1"),
    )
    word = docx.Document(BytesIO(paper_docx(Document(title="A paper", front=front))))
    captions = [p.text for p in word.paragraphs if p.style.name == "Caption"]
    assert captions == ["Table 2: Costs", "Figure 1: The route"]
    assert word.tables[0]._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == captions[0]


def test_an_appendix_begins_a_page_after_the_last_section() -> None:
    document = Document(
        title="A paper",
        sections=(Section("Money", number="1."),),
        appendices=(Section("Costs", (Paragraph("Much."),), number="Appendix A"),),
    )
    word = docx.Document(BytesIO(paper_docx(document)))
    headings = [p for p in word.paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in headings] == ["1. Money", "Appendix A Costs"]
    assert [bool(p.paragraph_format.page_break_before) for p in headings] == [False, True]
