"""A paper as HTML."""

from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from lxml import html

from hostile_papers import hostile_papers
from moothall.documents.document import (
    Bullets,
    Document,
    InCell,
    Note,
    Paragraph,
    Picture,
    Quote,
    QuoteState,
    Section,
    Table,
)
from moothall.governance.route import JointRoute
from moothall.render.html import document_fragment, paper_html
from moothall.render.lanes import lanes_svg, route_table

BAD = "<script>alert('&')</script>"


@pytest.fixture
def whole(document: Document, route: JointRoute, as_at: Any) -> Document:
    """The paper with the joint route's drawing and tables in it."""
    last = document.sections[-1]
    blocks = (lanes_svg(route, as_at), *route_table(route))
    return replace(document, sections=(*document.sections[:-1], replace(last, blocks=blocks)))


@pytest.fixture
def page(whole: Document) -> html.HtmlElement:
    return html.document_fromstring(paper_html(whole))


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def levels(page: html.HtmlElement) -> list[int]:
    return [int(e.tag[1]) for e in page.iter() if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]


def with_sections(*sections: Section) -> Document:
    return Document(title="A paper", sections=sections)


def table_in(table: Table) -> html.HtmlElement:
    document = Document(title="A paper", front=(table,))
    return html.document_fromstring(paper_html(document)).find(".//table")


def test_the_page_has_a_language_a_title_and_a_main_part(page: html.HtmlElement) -> None:
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == (
        "One fostering service for Ambridge and Borchester – Ambridge Borough Council"
    )
    assert len(page.findall(".//main")) == 1


def test_the_first_link_skips_to_the_paper(page: html.HtmlElement) -> None:
    link = page.find(".//a")
    assert link.get("href") == f"#{page.find('.//main').get('id')}"
    assert page.find("body")[0] is link


def test_there_is_one_first_heading(page: html.HtmlElement) -> None:
    assert levels(page).count(1) == 1
    assert said(page.find(".//h1")) == "One fostering service for Ambridge and Borchester"


def test_no_level_of_heading_is_skipped(page: html.HtmlElement) -> None:
    assert levels(page) == [1, 2, 2, 3, 2, 2, 2]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ((2, 4, 3), [1, 2, 3, 3]),
        ((3, 2), [1, 2, 2]),
        ((1,), [1, 2]),
        ((2, 3, 4, 2), [1, 2, 3, 4, 2]),
    ],
)
def test_levels_that_a_document_skips_are_closed_up(
    given: tuple[int, ...], shown: list[int]
) -> None:
    sections = [Section("Heading", level=level) for level in given]
    page = html.document_fromstring(paper_html(with_sections(*sections)))
    assert levels(page) == shown


def test_headings_and_paragraphs_keep_their_printed_numbers(page: html.HtmlElement) -> None:
    assert "1. BACKGROUND" in [said(heading) for heading in page.iter("h2")]
    numbers = [said(each) for each in page.find_class("number")]
    assert {"1.1", "1.2", "2.1", "2.2", "(i)", "(ii)"} <= set(numbers)


def test_lists_have_bullets_or_their_printed_markers(page: html.HtmlElement) -> None:
    assert [said(item) for item in page.find(".//ul")] == [
        "more placements near home",
        "one team of assessors",
    ]
    assert [said(item) for item in page.find(".//ol")] == [
        "(i) adoption, which is shared already",
        "(ii) kinship care",
    ]


def test_every_table_has_a_caption_and_every_header_a_scope(page: html.HtmlElement) -> None:
    tables = page.findall(".//table")
    assert len(tables) == 5
    for table in tables:
        assert said(table.find("caption"))
        assert next(iter(table)).tag == "caption"
    for header in page.iter("th"):
        assert header.get("scope") in ("col", "row", "colgroup")
        assert said(header)


def test_a_table_scrolls_in_a_region_that_a_keyboard_reaches(page: html.HtmlElement) -> None:
    regions = [table.getparent() for table in page.iter("table")]
    for region in regions:
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-label")


def test_two_header_rows_span_their_groups(page: html.HtmlElement) -> None:
    table = next(t for t in page.iter("table") if "options" in said(t.find("caption")))
    first, second = table.findall("thead/tr")
    spans = [(cell.tag, said(cell), cell.get("colspan"), cell.get("scope")) for cell in first]
    assert spans == [
        ("td", "", None, None),
        ("th", "Ambridge (£000)", "2", "colgroup"),
        ("th", "Borchester (£000)", "2", "colgroup"),
        ("td", "", None, None),
    ]
    assert [cell.get("scope") for cell in second] == ["col"] * 6
    assert [group.get("span") for group in table.findall("colgroup")] == ["1", "2", "2", "1"]


def test_groups_wider_than_the_table_are_refused() -> None:
    table = Table("Too wide", ("a", "b"), ((("1",), ("2",)),), groups=(("Both and more", 3),))
    with pytest.raises(ValueError, match="let their spans add up"):
        table_in(table)


def test_groups_narrower_than_the_table_are_filled_up() -> None:
    table = table_in(Table("Narrow", ("a", "b", "c"), (), groups=(("First", 1),)))
    assert [cell.get("colspan") for cell in table.find("thead/tr")] == [None, "2"]


def test_a_row_longer_than_its_head_is_refused() -> None:
    with pytest.raises(ValueError, match="3 cells under a head of 2"):
        table_in(Table("Too long", ("a", "b"), ((("1",), ("2",), ("3",)),)))


def test_a_row_shorter_than_its_head_is_filled_up() -> None:
    table = table_in(Table("Short", ("a", "b"), ((("1",),),)))
    assert [cell.tag for cell in table.find("tbody/tr")] == ["th", "td"]


def test_figures_stand_to_the_right_and_keep_their_brackets(page: html.HtmlElement) -> None:
    figures = {said(cell) for cell in page.iter("td") if cell.get("class") == "numeric"}
    assert {"(1,310)", "(3.5)", "27"} <= figures


def test_a_cell_of_several_paragraphs_has_several(page: html.HtmlElement) -> None:
    cell = next(cell for cell in page.iter("td") if "Carers were asked" in said(cell))
    assert [said(each) for each in cell.findall("p")] == [
        "Carers were asked early.",
        "Fees are matched for 12 months.",
    ]


def test_a_front_sheet_is_a_table_of_labels_and_texts(page: html.HtmlElement) -> None:
    front = next(page.iter("table"))
    assert front.find("thead") is None
    assert [said(row[0]) for row in front.iter("tr")][:2] == ["Report to:", "Date:"]
    assert {row[0].tag for row in front.iter("tr")} == {"th"}
    assert said(front.find("caption")) == "Front sheet"


def test_a_table_may_have_rows_without_a_name() -> None:
    table = table_in(Table("Plain", ("a", "b"), ((("1",), ("2",)),), row_headers=False))
    assert [cell.tag for cell in table.find("tbody/tr")] == ["td", "td"]


def test_a_note_says_in_a_word_what_it_is(page: html.HtmlElement) -> None:
    notes = page.findall(".//aside")
    assert [said(note) for note in notes] == [
        "Assumed: that both councils keep their present fees until March 2023",
        "Not yet written: the equality assessment of the second option",
    ]
    assert {note.get("role") for note in notes} == {"note"}


def test_a_drawing_stands_with_its_words(page: html.HtmlElement, whole: Document) -> None:
    figure = page.find(".//figure")
    picture = whole.sections[-1].blocks[0]
    assert isinstance(picture, Picture)
    assert figure.find(".//svg") is not None
    assert said(figure.find("figcaption")) == f"{picture.title}. {picture.description}"


def test_a_picture_that_is_no_svg_is_refused() -> None:
    document = Document(title="A paper", front=(Picture(BAD, "Bad", "A script"),))
    with pytest.raises(ValueError, match="no SVG drawing"):
        paper_html(document)


def test_made_up_data_is_called_that(document: Document) -> None:
    assert "Synthetic data." in paper_html(document)
    assert "Synthetic data" not in paper_html(replace(document, synthetic=False))


def test_the_foot_says_what_the_paper_rests_on(page: html.HtmlElement) -> None:
    footer = page.find(".//footer")
    assert [said(label) for label in footer.iter("dt")] == ["Program", "Law", "As at"]
    assert "version 3f2a99c01b7e" in said(footer)


def test_the_page_stands_alone_and_runs_nothing(page: html.HtmlElement) -> None:
    assert not list(page.iter("script", "link", "img", "iframe", "object"))
    for element in page.iter(html.etree.Element):
        assert "style" not in element.attrib
        assert "src" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on")]
    assert "url(" not in page.findtext(".//style")
    assert "@import" not in page.findtext(".//style")


def spoiled(value: Any) -> Any:
    """The same document with a script in every text field but the drawing."""
    if isinstance(value, str):
        return BAD
    if isinstance(value, tuple):
        return tuple(spoiled(each) for each in value)
    if is_dataclass(value):
        kept = {"svg", "language"}
        return replace(
            value,
            **{
                f.name: spoiled(getattr(value, f.name)) for f in fields(value) if f.name not in kept
            },
        )
    return value


def texts(value: Any) -> int:
    """How many texts a document holds."""
    if isinstance(value, str):
        return bool(value)
    if isinstance(value, tuple):
        return sum(texts(each) for each in value)
    if is_dataclass(value):
        return sum(texts(getattr(value, f.name)) for f in fields(value))
    return 0


def test_every_text_field_is_escaped(whole: Document) -> None:
    made = paper_html(spoiled(whole))
    page = html.document_fromstring(made)
    assert "<script" not in made
    assert not list(page.iter("script"))
    # Not merely dropped: nearly every text is still there to be read.
    assert made.count("&lt;script&gt;") > 0.9 * texts(whole)


def test_a_fragment_has_no_frame_and_starts_where_it_is_told(whole: Document) -> None:
    made = document_fragment(whole, top_level=2)
    assert not any(tag in made for tag in ("<html", "<head", "<main", "<style", "style="))
    fragment = html.fragment_fromstring(made)
    assert (fragment.tag, fragment.get("lang")) == ("article", "en-GB")
    assert levels(fragment) == [2, 3, 3, 4, 3, 3, 3]


def test_headings_go_no_deeper_than_html_does() -> None:
    sections = [Section("Heading", level=level) for level in (2, 3, 4)]
    fragment = html.fragment_fromstring(document_fragment(with_sections(*sections), top_level=5))
    assert levels(fragment) == [5, 6, 6, 6]


@pytest.mark.parametrize("level", [0, 6])
def test_a_title_of_no_such_level_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match="give 1 to 5"):
        document_fragment(Document(title="A paper"), top_level=level)


def test_a_bare_document_is_still_a_page() -> None:
    page = html.document_fromstring(paper_html(Document(title="A paper", language="cy")))
    assert page.get("lang") == "cy"
    assert levels(page) == [1]
    assert page.find(".//footer") is None


def test_every_kind_of_block_may_stand_at_the_end() -> None:
    closing = (Paragraph("Last."), Bullets(("one",), ("a)",)), Note("to ask", "Who signs?"))
    made = paper_html(Document(title="A paper", closing=closing))
    assert "To ask:" in made
    assert said(html.document_fromstring(made).find(".//ol")) == "a) one"


def test_the_same_paper_is_the_same_page_twice(whole: Document) -> None:
    assert paper_html(whole) == paper_html(whole)


def test_tables_and_drawings_are_printed_with_their_labels(whole: Document) -> None:
    table = Table("What it costs", ("A",), ((("1",),),), label="Table 2")
    drawing = replace(whole.sections[-1].blocks[0], label="Figure 1")
    page = html.document_fromstring(paper_html(with_sections(Section("S", (table, drawing)))))
    assert said(page.find(".//caption")) == "Table 2: What it costs"
    assert said(page.find(".//figcaption/strong")).startswith("Figure 1: ")


def test_a_figure_that_changed_is_marked_in_words_and_not_by_colour_alone() -> None:
    changed = Quote(9, 15, "savings/x.amount", "<1,100>", QuoteState.CHANGED)
    gone = Quote(20, 23, "savings/y.amount", "£75", QuoteState.GONE)
    current = Quote(0, 2, "savings/z.amount", "It", QuoteState.CURRENT)
    words = "It saves £1,200 and £75 a year."
    quotes = (current, changed, gone)
    front = Table(
        "Front", (), ((("Saving:",), ("", words)),), in_cells=(InCell(0, 1, 1, "", quotes),)
    )
    document = Document(
        title="A paper",
        front=(front,),
        sections=(
            Section(
                "S", (Paragraph(words, "1.1", quotes=quotes), Bullets((words,), quotes=(quotes,)))
            ),
        ),
    )
    page = html.document_fromstring(paper_html(document))
    for place in (".//td", ".//p[@class='numbered']", ".//li"):
        element = page.find(place)
        assert "saves £1,200 [was <1,100>] and £75 [no longer held] a year." in said(element)
        assert [said(mark) for mark in element.iter("mark")] == ["£1,200", "£75"]


def test_appendices_stand_after_everything_but_what_the_paper_rests_on() -> None:
    document = Document(
        title="A paper",
        sections=(Section("First"),),
        closing=(Paragraph("The end."),),
        appendices=(
            Section("Budgets", (Paragraph("words"),), "Appendix A"),
            Section("In it", level=3),
        ),
        provenance=(("As at", "today"),),
    )
    page = html.document_fromstring(paper_html(document))
    headings = [said(e) for e in page.iter("h1", "h2", "h3")]
    assert headings == [
        "A paper",
        "First",
        "Appendix A Budgets",
        "In it",
        "What this paper rests on",
    ]
    assert levels(page) == [1, 2, 2, 3, 2]
    assert [e.get("class") for e in page.iter("h2")].count("appendix") == 1
    assert said(page).index("The end.") < said(page).index("Appendix A")


def test_words_that_are_read_from_the_right_run_from_the_right() -> None:
    hebrew = "שלום 123"
    table = Table("T", ("A",), (((hebrew,),),), row_headers=False)
    blocks = (Paragraph(hebrew, "1.1"), Paragraph("left"), Bullets((hebrew, "left")), table)
    page = html.document_fromstring(paper_html(with_sections(Section("S", blocks))))
    found = [e for e in page.iter("p", "li") if e.get("dir") == "rtl"]
    assert [e.tag for e in found] == ["p", "li", "p"]
    assert found[2].getparent().tag == "td"


def test_a_table_that_needs_a_turned_page_says_so_to_the_printer() -> None:
    wide = table_in(Table("T", tuple(f"Responsibility {n}" for n in range(9)), ()))
    narrow = table_in(Table("T", ("A", "B"), ()))
    assert "wide" in wide.getparent().get("class").split()
    assert "wide" not in narrow.getparent().get("class").split()


def test_a_table_wider_than_any_page_stands_in_parts() -> None:
    row = tuple((str(n),) for n in range(200))
    table = Table("Two hundred", tuple(f"Column {n}" for n in range(200)), (row,), label="Table 1")
    page = html.document_fromstring(paper_html(with_sections(Section("S", (table,)))))
    tables = page.findall(".//table")
    assert len(tables) > 10
    assert all(said(each.find(".//tbody//th")) == "0" for each in tables)
    assert said(page.find(".//aside")).startswith("Wide table: Table 1 has 200 columns")


def test_a_paper_without_a_title_is_called_that() -> None:
    page = html.document_fromstring(paper_html(Document(title="")))
    assert page.findtext(".//title") == page.findtext(".//h1") == "Untitled paper"


@pytest.mark.parametrize("name", list(hostile_papers()))
def test_a_hostile_paper_is_words_and_never_markup(name: str) -> None:
    page = html.document_fromstring(paper_html(hostile_papers()[name]))
    assert not list(page.iter("script", "b"))
    assert levels(page)[0] == 1
    assert all(low - high <= 1 for high, low in pairwise(levels(page)))
