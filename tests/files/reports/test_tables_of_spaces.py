"""Tables of plain text whose columns only spaces keep apart, and what page breaks leave in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Prose, Report
from moothall.files.reports.text import read_plain_text


def read(text: str) -> Report:
    return read_plain_text(text, "report.txt")


def only_table(text: str) -> Grid:
    (grid,) = read(text).grids
    return grid


PLAIN = """1.1   The position is shown in Table 1.

Table 1 - Spending by service

Service                        Budget £000  Outturn £000     Variance
                                                                 £000
Roads and bridges                   12,310        12,455          145
Waste collection and                 8,020         7,900        (120)
disposal
Parks                                1,410         1,395         (15)
Total                               21,740        21,750           10

1.2   The variance is small.
"""


def test_columns_heads_and_wrapped_labels_are_read() -> None:
    grid = only_table(PLAIN)
    assert grid.rows[0] == ("Service", "Budget £000", "Outturn £000", "Variance £000")
    assert grid.rows[2] == ("Waste collection and disposal", "8,020", "7,900", "(120)")
    assert [row[0] for row in grid.rows[3:]] == ["Parks", "Total"]
    assert (grid.head_rows, grid.place.line) == (1, 5)
    assert grid.caption.startswith("Table 1")
    assert [block.number for block in read(PLAIN).prose if block.number] == ["1.1", "1.2"]


BROKEN = """1.1   Spending is in the table.

Service                        Budget £000  Outturn £000
Roads and bridges                   12,310        12,455
Waste                                8,020         7,900

                              Page 1 of 3
Northby Council – Cabinet – 4 June 2025        Item 7

Parks                                1,410         1,395
Libraries                            2,110         2,120
Total                               23,850        23,870

1.2   The sentence goes on over the end of the

                              Page 2 of 3
Northby Council – Cabinet – 4 June 2025        Item 7

page, and ends here.
"""


def test_page_numbers_and_running_heads_break_neither_table_nor_sentence() -> None:
    report = read(BROKEN)
    (grid,) = report.grids
    assert [row[0] for row in grid.rows] == [
        "Service",
        "Roads and bridges",
        "Waste",
        "Parks",
        "Libraries",
        "Total",
    ]
    assert report.prose[-1].text == "The sentence goes on over the end of the page, and ends here."
    assert not any("Northby" in block.text for block in report.prose)


def test_a_head_printed_again_on_the_next_page_is_no_row() -> None:
    head = "Service                        Budget £000  Outturn £000"
    again = BROKEN.replace("Parks  ", f"{head}\nParks  ")
    assert len(only_table(again).rows) == 6


WORDED = """Table 2: Requests

Portfolio                    Purpose                            £000
Highways                     Repairs after the floods            412
                             of the winter
Environment                  Nature recovery (grant              186
                             received in March)
Total                                                            598
"""


def test_a_second_column_of_words_is_wrapped_too() -> None:
    grid = only_table(WORDED)
    assert grid.rows[1] == ("Highways", "Repairs after the floods of the winter", "412")
    assert grid.rows[2] == ("Environment", "Nature recovery (grant received in March)", "186")
    assert grid.rows[3] == ("Total", "", "598")


@pytest.mark.parametrize(
    "text",
    [
        "NORTHBY DISTRICT COUNCIL                 SOUTHBY DISTRICT COUNCIL\nCABINET\n",
        "Report of:      The Director of Finance\nWards:          All\nKey decision:   Yes\n",
        "The council spent £4m  and saved £2m  last year.\nIt will spend 5  more.\n",
        "  -  buy 3 vans   12\n  -  sell 4 vans   14\n",
        "1.1   There are 4 homes.\n1.2   There are 5 homes.\n1.3   There are 6.\n",
    ],
)
def test_what_only_looks_like_a_table_is_none(text: str) -> None:
    assert read(text).grids == ()


@given(
    st.lists(st.lists(st.integers(-99_999, 999_999), min_size=3, max_size=3), min_size=3),
    st.integers(2, 12),
    st.booleans(),
)
def test_whatever_is_set_in_columns_is_read_back(
    values: list[list[int]], gap: int, spaced: bool
) -> None:
    written = [[f"({-v:,})" if v < 0 else f"{v:,}" for v in row] for row in values]
    labels = [f"Service number {n}" for n in range(len(values))]
    lines = [
        f"{label:<22}" + "".join(f"{text:>{10 + gap}}" for text in row)
        for label, row in zip(labels, written, strict=True)
    ]
    joint = "\n\n" if spaced else "\n"
    grid = only_table(f"The table follows.\n\n{joint.join(lines)}\n\nIt ends here.\n")
    assert [list(row) for row in grid.rows] == [
        [label, *row] for label, row in zip(labels, written, strict=True)
    ]


def test_paragraphs_broken_at_the_margin_are_one_paragraph() -> None:
    lines = (
        "2.1   The first sentence of the paragraph goes on to here and then it stops at the edge.",
        "      The second sentence stands in the same paragraph as the first, and is joined to it.",
        "",
        "2.2   Another paragraph begins after an empty line, as paragraphs of plain text often do.",
    )
    prose = [block for block in read("\n".join(lines)).blocks if isinstance(block, Prose)]
    assert [block.number for block in prose] == ["2.1", "2.2"]
    assert prose[0].text.endswith("is joined to it.")


def test_a_hundred_thousand_spaces_are_read_in_bounded_time() -> None:
    assert read("a" + " " * 100_000 + "b\n" + "1  2  3\n" * 20_000).blocks
