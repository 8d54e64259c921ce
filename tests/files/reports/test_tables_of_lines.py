"""Tables in plain text whose lines have lost their columns, as copying from a page leaves them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Report
from moothall.files.reports.text import read_plain_text


def read(*lines: str) -> Report:
    return read_plain_text("\n".join(lines), "copied.txt")


def test_names_of_columns_labels_over_two_lines_and_figures_are_put_together():
    report = read(
        "Table 1: Spending in 2025/26 (£000)",
        "Service Budget Actual Variance",
        "Quays and",
        "harbours",
        "1,240 1,196 (44)",
        "Lamps 310 298 (12)",
        "Other",
        "1,480 1,541 61",
        "Total 3,030 3,035 5",
        "2.1 The lamps were lit for fewer hours than in the year before, which saved most of it.",
    )
    [grid] = report.grids
    assert grid.caption.startswith("Table 1")
    assert grid.head_rows == 1
    assert grid.rows == (
        ("Service", "Budget", "Actual", "Variance"),
        ("Quays and harbours", "1,240", "1,196", "(44)"),
        ("Lamps", "310", "298", "(12)"),
        ("Other", "1,480", "1,541", "61"),
        ("Total", "3,030", "3,035", "5"),
    )
    assert len(report.prose) == 2


@pytest.mark.parametrize(
    ("names", "cells"),
    [
        ("Age group 2024/25 2025/26", ("Age group", "2024/25", "2025/26")),
        ("Division 2025 £ 2024 £", ("Division", "2025 £", "2024 £")),
        ("Means of travel Number %", ("Means of travel", "Number", "%")),
        ("2024/25 2025/26", ("", "2024/25", "2025/26")),
    ],
)
def test_names_of_columns_are_taken_apart_where_as_many_begin(names: str, cells: tuple[str, ...]):
    [grid] = read(names, "Oak ward 12 40", "Elm ward 15 50", "Ash ward 3 10").grids
    assert grid.rows[0] == cells


def test_names_that_cannot_be_told_apart_stay_words():
    report = read("annual to date", "Oak ward 12 40", "Elm ward 15 50", "Ash ward 3 10")
    assert report.grids[0].head_rows == 0
    assert [each.text for each in report.prose] == ["annual to date"]


def test_a_caption_makes_one_column_a_table_too():
    lines = ("Upland paths 620", "Vehicles 280", "Appeals 350")
    [grid] = read("Table 3: Reserves (£000)", "Reserve Balance", *lines).grids
    assert grid.rows[1] == ("Upland paths", "620")
    assert not read("We keep three reserves", *lines).grids


@pytest.mark.parametrize(
    "lines",
    [
        ("Introduction ...... 1 2", "The harbour ...... 4 9", "Appendices ...... 11 12"),
        ("The quay was built in 12 40", "The mole was built in 15 50", "Both are of 16 60"),
        ("1) Oak ward 12 40", "2) Elm ward 15 50", "3) Ash ward 3 10"),
        ("Cabinet on 12 March 2026", "Scrutiny on 4 April 2026", "Council on 9 May 2026"),
    ],
    ids=["contents", "sentences", "a list", "dates"],
)
def test_lines_that_only_end_in_figures_are_no_table(lines: tuple[str, ...]):
    assert not read(*lines).grids


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("Oak ward", "Elm ward", "Ash and Yew", "North Quay")),
            st.lists(st.integers(-9999, 9999), min_size=3, max_size=3),
        ),
        min_size=3,
        max_size=9,
    )
)
def test_a_table_of_lines_comes_back_cell_by_cell(rows: list[tuple[str, list[int]]]):
    lines = [f"{label} {' '.join(f'{each:,}' for each in figures)}" for label, figures in rows]
    [grid] = read("Ward Births Deaths Moves", *lines).grids
    assert grid.rows[1:] == tuple(
        (label, *(f"{each:,}" for each in figures)) for label, figures in rows
    )


def test_dashes_part_columns_where_figures_stand_between_them():
    [grid] = read(
        "Quay – budget £m – actual £m – difference £m",
        "North – 24.6 – 25.1 – +0.5",
        "Mole – 31.3 – 30.4 – −0.9",
    ).grids
    assert grid.rows[1] == ("North", "24.6", "25.1", "+0.5")
    assert not read(*["The wardens – all of them – came – and went – by ferry."] * 3).grids
