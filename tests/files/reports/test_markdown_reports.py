"""Markdown as somebody writes it, and as extraction from a PDF leaves it."""

from moothall.documents.report import Grid, Heading, Image, Report
from moothall.files.reports.report_file import read_bytes


def read(text: str) -> Report:
    return read_bytes(text.encode(), "report.md")


def test_tables_of_bars_are_tables_with_a_marked_head():
    report = read(
        "Before\n\n| Service | £000 |\n|---|--:|\n| **Roads** | 5 |\n| Parks \\| etc | |\n\nAfter"
    )
    grid = report.grids[0]
    assert grid.rows == (("Service", "£000"), ("Roads", "5"), ("Parks | etc", ""))
    assert (grid.head_rows, grid.marked_head, grid.place.line) == (1, True, 3)
    assert [type(block).__name__ for block in report.blocks] == ["Prose", "Grid", "Prose"]


def test_tables_of_tabs_are_tables_too_and_all_are_numbered_in_order():
    report = read("Service\tBudget\nRoads\t5\n\n|a|b|\n|-|-|\n|1|2|\n\n\tBudget\nParks\t6\n")
    assert [grid.rows[0] for grid in report.grids] == [
        ("Service", "Budget"),
        ("a", "b"),
        ("", "Budget"),
    ]
    assert [grid.place.table for grid in report.grids] == [1, 2, 3]


def test_headings_of_both_kinds_have_their_level():
    report = read("Title\n=====\n\nPart\n----\n\n### 2.1 Deeper\n\nwords under it\n")
    assert [(h.level, h.number, h.text) for h in report.headings] == [
        (1, "", "Title"),
        (2, "", "Part"),
        (3, "2.1", "Deeper"),
    ]
    assert report.marks_headings
    assert report.prose[0].place.section == "Deeper"


def test_wrapped_lines_are_one_paragraph():
    line = "The council agreed that the review of services goes on."
    report = read(
        f"{line}\n{line}\nand ends.\n\nAnother.\n\n"
        "- item that is long enough to be wrapped, as here,\n  and goes on\n"
    )
    assert [p.text for p in report.prose] == [
        f"{line} {line} and ends.",
        "Another.",
        "item that is long enough to be wrapped, as here, and goes on",
    ]
    assert report.prose[2].bullet


def test_lists_numbered_one_throughout_print_in_order():
    report = read("1. first\n1. second\n1. third\n")
    assert " ".join(f"{p.number} {p.text}".strip() for p in report.prose) == (
        "1. first 2. second 3. third"
    )


def test_marks_inside_lines_are_taken_off():
    report = read(
        "Some _leaning_ and `plain` words, a [link](https://x.org), 5 \\* 3, snake_case_name\n"
    )
    assert report.prose[0].text == "Some leaning and plain words, a link, 5 * 3, snake_case_name"


def test_pictures_keep_their_alternative_text():
    report = read("Words ![A map](map.png) here\n\n![](chart.png)\n")
    pictures = [block for block in report.blocks if isinstance(block, Image)]
    assert [p.alternative for p in pictures] == ["A map", None]
    assert report.prose[0].text == "Words here"


def test_tables_in_html_are_read():
    report = read(
        "## Money\n\n<table><tr><th>a<th>b<tr><td>1<td>2</table>\n\nAfter <!-- not this -->\n"
    )
    assert isinstance(report.blocks[1], Grid)
    assert report.grids[0].rows == (("a", "b"), ("1", "2"))
    assert report.grids[0].place.section == "Money"
    assert report.prose[0].text == "After"


def test_code_and_quotes_are_words():
    report = read("> Quoted words.\n\n```\nverbatim | text\n```\n")
    assert [p.text for p in report.prose] == ["Quoted words.", "verbatim | text"]


def test_every_block_knows_its_line():
    report = read("# One\n\nwords\n\n|a|b|\n|-|-|\n|1|2|\n\nmore\n")
    assert [block.place.line for block in report.blocks] == [1, 3, 5, 9]
    assert isinstance(report.blocks[0], Heading)
