"""Plain text, as it is copied or extracted, read as a report."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Heading, Prose, Report
from moothall.files.reports.text import read_plain_text

REPORT = """\
**UPDATE ON THE ARCHIVE**

## **1. BACKGROUND**

- 1.1 The archive is run by [two councils](#) and
costs **£120,000** a year. It has been
open since 2015.

12

- 1.2 Its aims are:

  - to keep papers,
 - to show them.

\tGross £000\tNet £000
Ashby\t64\t(10)

Brae\t32\t6
Total\t96\t(4)

Words after the table.
"""


def read(text: str) -> Report:
    return read_plain_text(text, "report.txt")


def test_traces_of_markup_are_taken_off_and_broken_lines_joined() -> None:
    report = read(REPORT)
    assert [h.text for h in report.headings] == ["UPDATE ON THE ARCHIVE", "BACKGROUND"]
    first = report.prose[0]
    assert first.number == "1.1"
    assert first.text == (
        "The archive is run by two councils and costs £120,000 a year. It has been open since 2015."
    )


def test_a_page_number_between_paragraphs_is_no_paragraph() -> None:
    assert "12" not in [block.text for block in read(REPORT).prose]


def test_short_lines_under_one_another_are_entries_of_a_list() -> None:
    report = read("The appendices are\n\nAppendix A - Virements\nAppendix B - Capital programme\n")
    assert [p.text for p in report.prose][-2:] == [
        "Appendix A - Virements",
        "Appendix B - Capital programme",
    ]


def test_items_of_a_list_stay_apart() -> None:
    assert [p.text for p in read(REPORT).prose if p.bullet] == ["to keep papers,", "to show them."]


def test_a_number_in_brackets_opens_an_item() -> None:
    report = read("1. Reasons\n\nRefused for these reasons:\n(1) harm; and\n(2) no store.\n")

    assert [p.text for p in report.prose][-2:] == ["(1) harm; and", "(2) no store."]


def test_a_table_that_a_page_break_went_through_is_one() -> None:
    (grid,) = read(REPORT).grids
    assert grid.head_rows == 1
    assert [row[0] for row in grid.rows] == ["", "Ashby", "Brae", "Total"]
    assert grid.rows[1] == ("Ashby", "64", "(10)")


def test_every_part_knows_its_line_and_section() -> None:
    report = read(REPORT)
    lines = REPORT.splitlines()
    for block in report.blocks:
        assert block.place.line is not None
        shown = lines[block.place.line - 1]
        words = block.rows[0][-1] if isinstance(block, Grid) else block.text.split()[0]  # type: ignore[union-attr]
        assert words.strip("*") in shown.replace("*", "")
    assert report.prose[-1].place.section == "BACKGROUND"


@given(st.text(max_size=400))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    report = read(text)
    for block in report.blocks:
        assert isinstance(block, Heading | Prose | Grid)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 99999), min_size=width, max_size=width), min_size=2, max_size=6
        )
    )
)
def test_a_table_of_tabs_comes_back_cell_by_cell(rows: list[list[int]]) -> None:
    text = "\n".join("\t".join(["Line", *(f"{n:,}" for n in row)]) for row in rows)
    (grid,) = read(text).grids
    assert [list(row[1:]) for row in grid.rows] == [[f"{n:,}" for n in row] for row in rows]


@pytest.mark.parametrize("name", ["000", "001", "003", "004"])
def test_the_source_documents_keep_their_headings_and_tables(shared: Path, name: str) -> None:
    (path,) = (shared / "seeds").glob(f"{name}_*.txt")
    report = read_plain_text(path.read_text(encoding="utf-8"), path.name)
    sections = [h.text for h in report.headings if h.number]
    assert len(sections) >= 6
    assert len(report.grids) >= 2
    numbers = {p.number for p in report.prose if p.number}
    assert {"000": "2.17", "001": "2.11", "003": "3.6", "004": "2.13"}[name] in numbers


PAGES = 4


@pytest.mark.parametrize(
    "line",
    [
        "Service\tBudget\tForecast\tVariance",
        "All figures in £m",
        "Latest: 84% Target: 92%, Floor: 90%",
        "(Item 6)",
    ],
)
def test_what_tables_and_minutes_say_at_the_edge_of_pages_is_no_running_head(line: str):
    pages = [f"{line}\n\nWords of page {page} alone.\n\n{page}\n" for page in range(1, PAGES + 1)]
    text = "\n\f\n".join(pages)
    report = read_plain_text(text, "r")
    told = [block.text for block in report.prose] + [
        "\t".join(row) for grid in report.grids for row in grid.rows
    ]
    assert sum(line.split("\t")[0] in words for words in told) >= PAGES


def test_a_head_that_runs_over_the_pages_is_left_out():
    pages = [f"Harbour Board\n\nWords of page {n} alone.\n\n{n}\n" for n in range(1, PAGES + 1)]
    report = read_plain_text("\n\f\n".join(pages), "r")
    assert sum("Harbour Board" in block.text for block in (*report.prose, *report.headings)) < PAGES


def test_the_unit_of_a_table_is_not_joined_to_the_line_above_it():
    report = read_plain_text(
        "Costs of the harbour in the year now ended\nAll figures in £000s\n", "r"
    )
    assert [block.text for block in report.blocks][-1] == "All figures in £000s"


def test_questions_of_a_form_and_their_answers_stand_apart() -> None:
    lines = (
        "Have you asked the people who use the ferry what they think of the new fares? no",
        "Whom have you asked, and when, and what did they say about the fares and the times?",
        "We asked the harbour users' group in May, " + "the crews and the shops on the quay, " * 5,
        "Is there an earlier assessment of the fares, made within the last three years? yes",
    )
    report = read_plain_text("\n".join(lines) + "\n", "form.txt")

    assert [block.text for block in report.prose] == [" ".join(line.split()) for line in lines]


def test_a_line_beyond_any_margin_is_a_paragraph() -> None:
    long = "The ferry ran every day " + "and the lamps were lit each evening on the quay " * 4
    report = read_plain_text(f"{long}\nHarbour users were thanked for their patience\n", "r.txt")

    assert len(report.prose) == 2
