"""A paper as a PDF."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from document_checks import faults_in_pdf
from hostile_papers import hostile_papers
from moothall.documents.document import (
    Bullets,
    Document,
    Note,
    Paragraph,
    Picture,
    Quote,
    QuoteState,
    Section,
    Table,
)
from moothall.governance.route import JointRoute
from moothall.render.lanes import lanes_svg, route_table
from moothall.render.letters import Letters
from moothall.render.pdf import paper_pdf
from moothall.render.pdf_tags import with_row_headers


@pytest.fixture
def whole(document: Document, route: JointRoute, as_at: date) -> Document:
    """The paper with the joint route's drawing and tables, and an appendix."""
    last = document.sections[-1]
    blocks = (lanes_svg(route, as_at), *route_table(route))
    return replace(
        document,
        sections=(*document.sections[:-1], replace(last, blocks=blocks)),
        appendices=(Section("What each council spends", (Paragraph("Nothing."),), "Appendix A"),),
    )


def elements(content: bytes) -> list[Any]:
    def below(above: Any) -> Iterator[Any]:
        held = above.get("/K")
        for each in held if isinstance(held, pikepdf.Array) else [held]:
            if isinstance(each, pikepdf.Dictionary) and "/S" in each:
                yield each
                yield from below(each)

    return list(below(opened(content).Root.StructTreeRoot))


@cache  # its elements go when it is closed
def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def text_of(content: bytes) -> str:
    return "\n".join(pages_of(content))


def pages_of(content: bytes) -> list[str]:
    shown = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in shown]


def sizes_of(content: bytes) -> list[tuple[int, int]]:
    return [tuple(map(round, page.get_size())) for page in pypdfium2.PdfDocument(content)]


def attribute(cell: Any, key: str) -> Any:
    held = cell.get("/A")
    for each in held if isinstance(held, pikepdf.Array) else [held]:
        if each is not None and key in each:
            return each[key]
    return None


def of_one(*blocks: Any, **more: Any) -> Document:
    return Document(title="A paper", sections=(Section("Section", blocks),), **more)


def test_a_paper_has_nothing_that_a_reader_would_miss(whole: Document) -> None:
    assert faults_in_pdf(paper_pdf(whole)) == []


@pytest.mark.parametrize("name", list(hostile_papers()))
def test_a_hostile_paper_is_a_good_pdf_too(name: str) -> None:
    assert faults_in_pdf(paper_pdf(hostile_papers()[name])) == []


def test_the_same_paper_gives_the_same_bytes(whole: Document) -> None:
    assert paper_pdf(whole) == paper_pdf(whole)


def test_it_says_what_it_is_in_which_language_and_by_which_standard(whole: Document) -> None:
    with pikepdf.open(BytesIO(paper_pdf(whole))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        with pdf.open_metadata() as about:
            assert about["dc:title"] == whole.title
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")


def test_the_title_is_the_first_heading_and_sections_lie_below(whole: Document) -> None:
    found = [each for each in elements(paper_pdf(whole)) if str(each.S).startswith("/H")]
    assert [str(each.S) for each in found] == ["/H1", *["/H2"] * 2, "/H3", *["/H2"] * 4]
    assert str(found[0].T) == whole.title
    assert str(found[1].T) == "1. BACKGROUND"


@pytest.mark.checklist("K09")
def test_everything_that_is_said_is_in_it(whole: Document) -> None:
    said = " ".join(text_of(paper_pdf(whole)).split())
    for words in (
        "Ambridge Borough Council",
        "Report of the Director of Children’s Services",
        "1.2 This paper asks for a decision on one service.",
        "Assumed: that both councils keep their present fees",
        "(i) adoption, which is shared already",
        "(authorised by the Section 151 Officer)",
        "Synthetic data. Facts in this paper were made up",
        "Background papers: none.",
        "Appendix A What each council spends",
        "As at: Tue 3 May 2022",
    ):
        assert words in said


def test_the_first_cells_of_rows_name_them_and_are_named_by_the_others(whole: Document) -> None:
    made = elements(paper_pdf(whole))
    table = [each for each in made if each.S == "/Table"][1]
    row = [cell for each in table.K if each.S == "/TBody" for cell in each.K[1].K]
    assert [str(cell.S) for cell in row] == ["/TH"] + ["/TD"] * 5
    assert attribute(row[0], "/Scope") == "/Row"
    name = row[0].ID
    for cell in row[1:]:
        headers = list(attribute(cell, "/Headers"))
        assert name in headers
        assert len(headers) > 1  # and by the header of its column


def test_a_front_sheet_has_row_headers_without_a_head(document: Document) -> None:
    front = next(each for each in elements(paper_pdf(document)) if each.S == "/Table")
    firsts = [row.K[0] for row in front.K if row.S == "/TR"]
    assert [str(cell.S) for cell in firsts] == ["/TH"] * 4


def test_an_empty_first_cell_is_no_header() -> None:
    made = paper_pdf(of_one(Table("T", ("A", "B"), (((), ("1",)), (("a",), ("2",))))))
    rows = [each for each in elements(made) if each.S == "/TR"]
    assert [str(row.K[0].S) for row in rows] == ["/TH", "/TD", "/TH"]


@pytest.mark.checklist("K09")
def test_a_table_over_pages_says_its_head_on_each() -> None:
    rows = tuple(((f"Row {n}",), ("words " * 20,)) for n in range(80))
    pages = pages_of(paper_pdf(of_one(Table("Long", ("Name of it", "What it says"), rows))))
    assert len(pages) > 2
    assert all("Name of it What it says" in " ".join(page.split()) for page in pages)


def test_a_cell_keeps_its_paragraphs_apart() -> None:
    made = paper_pdf(of_one(Table("T", ("A", "B"), ((("a",), ("First.", "Second.")),))))
    cell = next(each for each in elements(made) if each.S == "/TD")
    assert [str(each.S) for each in cell.K] == ["/P", "/P"]


def test_a_wide_table_is_on_a_turned_page_and_what_follows_is_not() -> None:
    wide = hostile_papers()["tables"].sections[0].blocks[3]
    sizes = sizes_of(paper_pdf(of_one(Paragraph("Before"), wide, Paragraph("After"))))
    assert sizes[0] == sizes[-1] == (595, 842)
    assert set(sizes[1:-1]) == {(842, 595)}


def test_two_hundred_columns_stand_in_parts_with_the_names_of_the_rows() -> None:
    said = " ".join(text_of(paper_pdf(hostile_papers()["tables"])).split())
    assert "Table 1 has 200 columns, more than a page is wide." in said
    parts = said.count("Table 1: Two hundred columns, part ")
    assert parts > 10
    assert said.count("Row 30 ") == parts
    for column in range(2, 201):
        assert f"Column {column} " in said
        assert f" {30 * column:,} " in said


def test_words_are_never_markup() -> None:
    words = '#panic("x") *a* _b_ $c$ `d` <e> @f \\ // /* */ [g] = h'
    made = paper_pdf(of_one(Paragraph(words), Bullets((words,)), Note("note", words)))
    assert text_of(made).count(words) == 3


def test_a_drawing_says_in_words_what_it_shows(whole: Document) -> None:
    figure = next(each for each in elements(paper_pdf(whole)) if each.S == "/Figure")
    drawing = whole.sections[-1].blocks[0]
    assert isinstance(drawing, Picture)
    assert drawing.description in str(figure.Alt)


def test_a_drawing_higher_than_a_page_goes_on_over_the_next() -> None:
    drawn = hostile_papers()["words"].sections[0].blocks[-1]
    made = paper_pdf(of_one(drawn))
    assert sum(each.S == "/Figure" for each in elements(made)) == 3
    assert text_of(made).count("A drawing as high as three pages, continued") == 2


def test_a_figure_that_changed_says_what_it_was() -> None:
    quotes = (
        Quote(9, 15, "savings/x.amount", "£1,100", QuoteState.CHANGED),
        Quote(20, 23, "savings/y.amount", "£75", QuoteState.GONE),
        Quote(28, 31, "savings/z.amount", "£80", QuoteState.CURRENT),
    )
    said = text_of(paper_pdf(of_one(Paragraph("It saves £1,200 and £75 and £80.", quotes=quotes))))
    assert "It saves £1,200 [was £1,100] and £75 [no longer held] and £80." in said


def test_letters_that_no_font_holds_are_named_and_the_paper_says_so() -> None:
    said = " ".join(text_of(paper_pdf(of_one(Paragraph("Well done 😀👩‍💻!")))).split())
    assert "Well done [grinning face, woman, personal computer]!" in said
    assert "3 letters or signs are named in square brackets" in said


def test_letters_that_cannot_stand_together_keep_no_paper_from_being_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Letters, "missing_in", lambda *_: frozenset())
    said = " ".join(text_of(paper_pdf(of_one(Paragraph("Well done 😀!")))).split())
    assert "Well done [grinning face]!" in said


def test_a_paper_of_a_title_alone_can_have_letters_to_be_named() -> None:
    made = paper_pdf(Document(title="😀"))
    assert faults_in_pdf(made) == []
    assert "named in square brackets" in text_of(made)


def test_a_paper_in_plain_letters_says_nothing_of_letters(document: Document) -> None:
    assert "square brackets" not in text_of(paper_pdf(document))


def test_a_word_wider_than_its_column_stays_within_it() -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 8
    table = Table("T", ("A", "B"), (((word,), (word,)),))
    made = paper_pdf(of_one(Paragraph(word), table))
    for page in pypdfium2.PdfDocument(made):
        text = page.get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
        assert max(right for _, _, right, _ in boxes) <= 595 - 55


def test_the_fonts_of_the_machine_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    with pikepdf.open(BytesIO(paper_pdf(of_one(Paragraph("words"))))) as pdf:
        names = {str(o.FontName) for o in pdf.objects if _describes_a_font(o)}
    assert names
    assert all("Arimo" in name for name in names)


def _describes_a_font(each: Any) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"


def test_an_appendix_begins_a_page() -> None:
    appendices = tuple(Section(name, (Paragraph("words"),)) for name in ("First", "Second"))
    assert len(pages_of(paper_pdf(Document(title="A paper", appendices=appendices)))) == 3


def test_a_table_whose_rows_do_not_fit_its_head_is_an_error() -> None:
    with pytest.raises(ValueError, match="2 cells under a head of 1"):
        paper_pdf(of_one(Table("T", ("A",), ((("a",), ("b",)),))))


def test_row_headers_are_refused_where_the_tables_do_not_match(document: Document) -> None:
    with pytest.raises(ValueError, match="tables where the paper has 1"):
        with_row_headers(paper_pdf(document), [True])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(max_size=60), min_size=1, max_size=4),
    st.integers(min_value=1, max_value=5),
    st.booleans(),
)
def test_any_words_make_a_good_pdf(words: list[str], columns: int, named: bool) -> None:
    table = Table(
        words[0],
        tuple(words[n % len(words)] for n in range(columns)),
        (tuple((each,) for each in (words * columns)[:columns]),) * 2,
        row_headers=named,
    )
    document = Document(
        title=words[0],
        subtitle=words[-1],
        sections=(
            Section(words[-1], (Paragraph(words[0], words[-1][:5]), table, Bullets(tuple(words)))),
        ),
        provenance=((words[0], words[-1]),),
    )
    faults = faults_in_pdf(paper_pdf(document))
    # A table that holds no visible word has nothing to name its rows by.
    assert [fault for fault in faults if "no header cell" not in fault] == []
