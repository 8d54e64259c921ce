"""Accessibility: pictures, colours, links, headers of tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.documents.report import Grid, Image, Place, Prose, Report
from moothall.proofread.finding import Confidence
from moothall.proofread.proofread import proofread
from moothall.proofread.structure.accessibility import (
    RULES,
    a_picture_has_alternative_text,
    a_table_marks_its_header,
    links_say_where_they_lead,
)
from moothall.proofread.structure.colours import colour_is_not_the_only_sign

_HERE = Place(line=1, table=1)


def _said(text: str) -> Report:
    return Report(file="r", blocks=(Prose(text=text, place=_HERE),))


@pytest.mark.parametrize("text", [None, "", "  ", "logo.png", "Picture 3", "image001.jpg", "Chart"])
def test_a_picture_without_a_description_is_found(text: str | None) -> None:
    report = Report(file="r", blocks=(Image(place=_HERE, alternative=text),))
    found = list(a_picture_has_alternative_text(report))
    assert [finding.confidence for finding in found] == [Confidence.MEDIUM]


@pytest.mark.parametrize(
    "text", ["Bar chart of spending by year, rising from £2m to £4m", "The council's arms"]
)
def test_a_described_picture_is_left_in_peace(text: str) -> None:
    report = Report(file="r", blocks=(Image(place=_HERE, alternative=text),))
    assert not list(a_picture_has_alternative_text(report))


@pytest.mark.parametrize(
    "text",
    [
        "Changes since the last report are shown in red.",
        "Risks that have grown are highlighted in yellow.",
        "The green cells are on target.",
        "Items shaded amber need a decision.",
    ],
)
def test_meaning_by_colour_alone_is_found(text: str) -> None:
    found = proofread((_said(text),), (colour_is_not_the_only_sign,))
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Changes are shown in red and in bold.",
        "The service is in the red by £2m.",
        "Land in the green belt is protected, and red tape was cut.",
        "The land edged red on the plan, shaded blue on the map.",
        "The indicator is rated amber.",
        "Green spaces and blue badge parking were reviewed.",
    ],
)
def test_colours_that_carry_no_meaning_alone_are_left_in_peace(text: str) -> None:
    assert proofread((_said(text),), (colour_is_not_the_only_sign,)) == ()


@given(st.integers(2, 8), st.booleans())
def test_a_rating_column_of_colours_alone_is_found(rows: int, worded: bool) -> None:
    body = tuple((f"Risk {n}", "Green" if worded else "") for n in range(rows))
    report = Report(file="r", blocks=(Grid(rows=(("Risk", "RAG"), *body), place=_HERE),))
    assert len(list(colour_is_not_the_only_sign(report))) == (0 if worded else 1)


def test_coloured_cells_are_told_once_for_their_table() -> None:
    places = tuple(Place(table=table, row=row, column=2) for table in (1, 2) for row in (2, 3))
    found = list(colour_is_not_the_only_sign(Report(file="r", blocks=(), colour_only=places)))
    assert len(found) == 2
    assert "2 cells" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Follow this link for the plan.",
        "See https://www.example.gov.uk/plan/2020",
    ],
)
def test_links_that_say_nothing_are_shown_when_everything_is(text: str) -> None:
    assert [f.confidence for f in links_say_where_they_lead(_said(text))] == [Confidence.LOW]


@pytest.mark.parametrize(
    "text",
    [
        "Please click here.",
        "The plan is available here.",
        "Click here for the plan of the harbour",
        "The dates can be found by clicking here.",
    ],
)
def test_a_link_called_here_leads_nowhere_in_print(text: str) -> None:
    assert [f.confidence for f in links_say_where_they_lead(_said(text))] == [Confidence.MEDIUM]


def test_a_link_called_here_beside_its_address_can_be_followed() -> None:
    text = "Click here (https://www.example.gov.uk/plan/2020) for the plan."
    assert {f.confidence for f in links_say_where_they_lead(_said(text))} == {Confidence.LOW}


def test_a_place_that_is_here_is_no_link() -> None:
    assert not list(
        links_say_where_they_lead(_said("Children living here are available for work."))
    )


_ROWS = (("Year", "Cost"), ("2020/21", "10"), ("2021/22", "12"))


@pytest.mark.parametrize(("marked", "count"), [(False, 1), (True, 0), (None, 0)])
def test_an_unmarked_header_is_found_only_where_the_file_says_so(
    marked: bool | None, count: int
) -> None:
    grid = Grid(rows=_ROWS, place=_HERE, head_rows=1, marked_head=marked)
    assert len(list(a_table_marks_its_header(Report(file="r", blocks=(grid,))))) == count


def test_many_unmarked_headers_are_one_finding() -> None:
    grids = tuple(
        Grid(rows=_ROWS, place=Place(table=n), head_rows=1, marked_head=n == 3) for n in (1, 2, 3)
    )
    assert proofread((Report(file="r", blocks=grids),), RULES) == ()
    found = proofread((Report(file="r", blocks=grids),), RULES, everything=True)
    assert [finding.message for finding in found] == [
        "2 of 3 tables do not mark the row that names their columns as a header: 1, 2."
    ]
