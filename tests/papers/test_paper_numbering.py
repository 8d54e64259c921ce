"""Tables, figures and appendices numbered through a paper, and prose that names them."""

from pathlib import Path

import pytest
from town_papers import LAYOUT, document_of, found, having, passage, tables, town, words

from moothall.documents.document import Figure, Paragraph
from moothall.papers.numbering import replaced

APPENDICES = """\
appendix_numbering: "A"
appendices:
  - {heading: What nobody wrote, content: [equality_assessment], optional: yes}
  - {heading: Posts, content: [posts_table]}
  - {heading: The route, content: [route_table], sections: [{heading: Risks, content: [policy]}]}
"""


def test_tables_are_numbered_in_the_order_of_the_paper_and_the_front_sheet_is_none(
    tmp_path: Path,
) -> None:
    document = document_of(town(tmp_path / "three-towns"))
    assert [table.label for table in tables(document)] == ["", "Table 1", "Table 2"]
    assert [table.name for table in tables(document)] == ["", "savings_table", "milestone_table"]


def test_prose_names_a_table_wherever_it_comes_to_stand(tmp_path: Path) -> None:
    text = "[[table:milestone_table]] gives the days, [[table:savings_table]] the money."
    programme = having(town(tmp_path / "three-towns"), passages=[passage(text)])
    said = words(document_of(programme), "Purpose")
    assert said == "Table 2 gives the days, Table 1 the money."


def test_a_quote_behind_a_named_table_still_covers_its_words(tmp_path: Path) -> None:
    text = "[[table:savings_table]]: [[savings/archive-saving.unit|£000]] throughout."
    programme = having(town(tmp_path / "three-towns"), passages=[passage(text)])
    (block,) = (b for b in document_of(programme).sections[0].blocks if isinstance(b, Paragraph))
    assert block.text == "Table 1: £000 throughout."
    assert [(block.text[quote.start : quote.end], quote.of) for quote in block.quotes] == [
        ("Table 1", "table:savings_table"),
        ("£000", "savings/archive-saving.unit"),
    ]


def test_a_table_that_the_paper_has_not_stays_named_as_it_is_and_is_found(tmp_path: Path) -> None:
    text = "See [[table:risk_table]]."
    programme = having(town(tmp_path / "three-towns"), passages=[passage(text)])
    assert words(document_of(programme), "Purpose") == text
    (message,) = found(programme, "a_reference_in_words_names_something")
    assert "[[table:risk_table]] stands in the words of passages/words" in message


@pytest.mark.checklist("K09")
def test_appendices_are_lettered_and_one_that_is_empty_takes_no_letter(tmp_path: Path) -> None:
    text = "See [[appendix:posts_table]] and [[appendix:route_table]]."
    layout = LAYOUT.replace("[purpose]", "[purpose, appendices]") + APPENDICES
    programme = having(town(tmp_path / "three-towns", layout), passages=[passage(text)])
    document = document_of(programme)
    assert [(each.number, each.heading, each.level) for each in document.appendices] == [
        ("Appendix A", "Posts", 2),
        ("Appendix B", "The route", 2),
        ("", "Risks", 3),
    ]
    said = words(document, "Purpose")
    assert said.startswith("See Appendix A and Appendix B.")
    assert said.endswith("Appendix A: Posts Appendix B: The route")


def test_appendices_are_numbered_where_the_council_numbers_them(tmp_path: Path) -> None:
    layout = LAYOUT + APPENDICES.replace('"A"', '"1"')
    document = document_of(town(tmp_path / "three-towns", layout))
    assert [each.number for each in document.appendices] == ["Appendix 1", "Appendix 2", ""]


def test_an_optional_section_that_is_empty_takes_no_number(tmp_path: Path) -> None:
    layout = LAYOUT.replace("[purpose]}", "[purpose], optional: yes}")
    document = document_of(town(tmp_path / "three-towns", layout))
    assert [(each.number, each.heading) for each in document.sections][:2] == [
        ("1.", "Money"),
        ("2.", "What is asked"),
    ]


def test_figures_are_numbered_apart_from_tables(tmp_path: Path) -> None:
    layout = LAYOUT.replace("[milestone_table]", "[timeline, milestone_table]")
    document = document_of(town(tmp_path / "three-towns", layout))
    (figure,) = (b for s in document.sections for b in s.blocks if isinstance(b, Figure))
    assert (figure.label, figure.name) == ("Figure 1", "timeline")


def test_nothing_put_in_moves_nothing() -> None:
    text = "as it is"
    assert replaced(text, (), []) == (text, ())
