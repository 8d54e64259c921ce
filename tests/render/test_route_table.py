"""The tables that stand beside a joint route."""

from dataclasses import replace

import pytest

from moothall.documents.document import Table
from moothall.governance.route import JointRoute
from moothall.render.route_table import route_table


@pytest.fixture
def tables(route: JointRoute) -> tuple[Table, ...]:
    return route_table(route)


def row(tables: tuple[Table, ...], number: int) -> dict[str, tuple[str, ...]]:
    """A row by its number, each cell under its heading."""
    return next(
        dict(zip(table.head, cells, strict=True))
        for table in tables
        for cells in table.rows
        if cells[0] == (str(number),)
    )


def test_every_council_has_a_table_and_numbers_run_on(tables: tuple[Table, ...]) -> None:
    numbers = [[int(cells[0][0]) for cells in table.rows] for table in tables]
    assert numbers == [[1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12]]


def test_the_caption_names_council_and_body_and_the_day_counted_from(
    tables: tuple[Table, ...],
) -> None:
    assert tables[0].caption == (
        "Ambridge, Executive Cabinet: the steps of the route; days left are counted from "
        "Tue 3 May 2022"
    )


def test_no_cell_is_empty(tables: tuple[Table, ...], dateless: JointRoute) -> None:
    for table in (*tables, *route_table(dateless)):
        for cells in table.rows:
            assert len(cells) == len(table.head) == 7
            assert all(cell and all(cell) for cell in cells)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (1, ("May 2022",)),
        (2, ("by the last day",)),
        (5, ("Tue 28 Jun 2022",)),
        (11, ("unknown", "not before Tue 5 Jul 2022")),
        (12, ("unknown",)),
    ],
)
def test_a_day_is_in_words_as_written_or_unknown(
    tables: tuple[Table, ...], number: int, day: tuple[str, ...]
) -> None:
    assert row(tables, number)["Day"] == day


def test_a_span_that_nobody_wrote_is_given_by_its_ends(route: JointRoute) -> None:
    lane = route.authorities[0]
    steps = (replace(lane.steps[0], written=""), *lane.steps[1:])
    tables = route_table(replace(route, authorities=(replace(lane, steps=steps),)))
    assert row(tables, 1)["Day"] == ("between Sun 1 May 2022 and Tue 31 May 2022",)


def test_a_last_day_stands_with_the_days_left_and_its_rule(tables: tuple[Table, ...]) -> None:
    notice = row(tables, 2)
    assert notice["Last day"] == ("Mon 30 May 2022",)
    assert notice["Days left"] == ("27",)
    assert notice["Rule and reference"] == ("KEY-28", "SI 2012/2089, regulation 9")


def test_a_last_day_that_has_gone_by_says_passed(route: JointRoute) -> None:
    lane = route.authorities[0]
    gone = replace(lane.steps[1], days_left=-4)
    tables = route_table(replace(route, authorities=(replace(lane, steps=(gone,)),)))
    assert row(tables, 1)["Days left"] == ("−4", "passed")


def test_notes_say_what_is_assumed_and_how_well_a_rule_is_known(
    tables: tuple[Table, ...],
) -> None:
    assert row(tables, 3)["Notes"] == (
        "Its papers are due 5 clear working days before",
        "Assumed: the calendar of meetings was not published when this was drawn up",
    )
    assert "Evidence: checked 2026-01-05" in row(tables, 2)["Notes"]
    assert row(tables, 5)["Notes"] == ("Source: document 901, 7.2",)


def test_notes_name_the_weekdays_that_did_not_count(tables: tuple[Table, ...]) -> None:
    assert (
        "Not counted: Fri 3 Jun 2022 (Platinum Jubilee of Elizabeth II)" in row(tables, 4)["Notes"]
    )


def test_a_question_stands_where_its_answer_would(
    tables: tuple[Table, ...], dateless: JointRoute
) -> None:
    assert row(tables, 11)["Notes"][-1] == ("Ask: How many days does Borchester's standstill last?")
    assert row(route_table(dateless), 1)["Notes"][-1] == (
        "Ask: Which body of Felpersham decides this, and when?"
    )


def test_figures_are_the_numeric_columns(tables: tuple[Table, ...]) -> None:
    assert [tables[0].head[column] for column in tables[0].numeric] == ["No.", "Days left"]


def test_a_step_that_was_taken_says_so(one_day: JointRoute) -> None:
    assert row(route_table(one_day), 1)["Notes"] == ("Taken",)
