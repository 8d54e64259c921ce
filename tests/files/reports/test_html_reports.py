"""What stands on a web page, without its menus."""

import pytest

from moothall.documents.report import Image, Report
from moothall.files.reports.report_file import read_bytes


def read(body: str, head: str = "", attributes: str = "") -> Report:
    text = f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"
    return read_bytes(text.encode(), "page.html")


def test_headings_paragraphs_and_lists():
    report = read(
        "<h1>Outturn</h1><p>1.1 Words <b>in bold</b>\n and not.</p><h3>2. Risks</h3>"
        "<ul><li>first<li>second<ol type='a' start='3'><li>inner</ol></ul>loose words",
        head="<title> Outturn &amp; risks </title>",
        attributes="lang='en-GB'",
    )
    assert [(h.level, h.number, h.text) for h in report.headings] == [
        (1, "", "Outturn"),
        (3, "2.", "Risks"),
    ]
    assert [(p.number, p.bullet, p.text) for p in report.prose] == [
        ("1.1", False, "Words in bold and not."),
        ("", True, "first"),
        ("", True, "second"),
        ("c.", False, "inner"),
        ("", False, "loose words"),
    ]
    assert (report.title, report.language) == ("Outturn & risks", "en-GB")
    assert report.marks_headings


def test_a_number_that_is_typed_into_a_numbered_list_is_not_said_twice():
    report = read("<ol><li>1. first<li>2 second<li>third</ol>")
    assert [(p.number, p.text) for p in report.prose] == [
        ("1.", "first"),
        ("2.", "second"),
        ("3.", "third"),
    ]


def test_menus_are_left_out_and_the_main_part_is_read():
    report = read(
        "<header><a>Council</a></header><nav>Home Planning</nav>"
        f"<main><p>{'The text itself. ' * 20}</p></main><footer>Privacy</footer>"
    )
    assert len(report.prose) == 1
    assert report.notes == ("Menus, headers and footers of the page were left out.",)


def test_hidden_text_is_left_out_and_said_so():
    report = read("<p>Seen <span style='display: none'>unseen</span></p><p hidden>Gone</p>")
    assert [p.text for p in report.prose] == ["Seen"]
    assert report.notes == ("Hidden text was left out.",)


def test_merged_cells_are_filled_once():
    report = read(
        "<table><caption>Table 1: Outturn</caption>"
        "<thead><tr><th rowspan=2>Service<th colspan=2>£000</tr>"
        "<tr><th>Budget<th>Outturn</tr></thead>"
        "<tr><td>Roads<td>1<br>2<td>3</tr></table>"
    )
    grid = report.grids[0]
    assert grid.rows == (
        ("Service", "£000", ""),
        ("", "Budget", "Outturn"),
        ("Roads", "1 2", "3"),
    )
    assert (grid.head_rows, grid.marked_head, grid.caption) == (2, True, "Table 1: Outturn")


def test_a_table_without_heads_says_so_and_one_in_another_comes_after_it():
    report = read(
        "<table><tr><td>Outer<td><p>before</p><table><tr><td>a<td>b<tr><td>1<td>2</table>after"
        "<tr><td>x<td>y</table>"
    )
    assert [grid.rows for grid in report.grids] == [
        (("Outer", "before after"), ("x", "y")),
        (("a", "b"), ("1", "2")),
    ]
    assert report.grids[0].marked_head is False
    assert "inside another" in report.notes[0]


def test_a_table_that_only_lays_out_the_page_is_no_table():
    report = read("<table role=presentation><tr><td><p>One.</p><p>Two.</p><td>Three.</table>")
    assert [p.text for p in report.prose] == ["One.", "Two.", "Three."]


def test_pictures_keep_their_alternative_text():
    report = read("<p>x<img alt='A map'><img><img alt=''><img width=1 height=1></p>")
    pictures = [block.alternative for block in report.blocks if isinstance(block, Image)]
    assert pictures == ["A map", None, ""]


def test_boxes_and_raised_marks():
    report = read("<p><input type=checkbox checked>Yes <input type=checkbox>No, 5<sup>1</sup>m</p>")
    assert report.prose[0].text == "☒ Yes ☐ No, 5¹m"


def test_cells_that_speak_by_colour_alone_are_named():
    report = read(
        "<table><tr><th>Risk<th>RAG<tr><td>Money<td style='background-color:#f00'>"
        "<tr><td>People<td bgcolor=white></table>"
    )
    assert [(p.row, p.column) for p in report.colour_only] == [(2, 2)]


def test_lines_in_bold_are_headings_where_the_page_has_no_better():
    report = read("<p><strong>Background</strong></p><p><b>Note:</b> words</p>")
    assert [h.text for h in report.headings] == ["Background"]
    assert not report.marks_headings


@pytest.mark.parametrize(
    "broken", ["<p>One<div>Two</p>", "<b><p>One</b></p><p>Two", "One<p>Two</td>"]
)
def test_broken_mark_up_keeps_its_words(broken: str):
    assert " ".join(p.text for p in read(broken).prose) == "One Two"


def test_a_list_of_terms_with_figures_is_a_table():
    report = read(
        "<dl><dt>Fees</dt><dd>£1,200</dd><dt>Rents</dt><dd>£340.50</dd>"
        "<dt><b>TOTAL</b></dt><dd><b>£1,540.50</b></dd></dl>"
    )
    (grid,) = report.grids
    assert grid.rows == (("Fees", "£1,200"), ("Rents", "£340.50"), ("TOTAL", "£1,540.50"))
    assert not report.prose


def test_a_list_of_terms_in_words_is_no_table():
    report = read(
        "<dl><dt>Quay</dt><dd>Where boats lie</dd><dt>Mole</dt><dd>A wall, 40 m</dd></dl>"
    )
    assert not report.grids
    assert [p.text for p in report.prose] == ["Quay", "Where boats lie", "Mole", "A wall, 40 m"]
