"""A sign lost among variances, and points and commas that no figure has, in tables and in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.tables.malformed_cells import figures_are_well_formed
from moothall.proofread.tables.table_sums import (
    a_difference_has_the_sign_of_its_column as sign_rule,
)
from ordinary_wordings import found_by

_VARIANCES = "Service\tBudget £000\tForecast £000\tVariance £000\n{}\nTotal\t{}\t{}\t{}"


def _table(rows: list[tuple[int, int]], printed: list[int]) -> str:
    lines = (
        f"Quay {number}\t{budget:,}\t{forecast:,}\t{variance:,}"
        for number, ((budget, forecast), variance) in enumerate(zip(rows, printed, strict=True), 1)
    )
    budget, forecast = (sum(row[side] for row in rows) for side in (0, 1))
    return _VARIANCES.format("\n".join(lines), f"{budget:,}", f"{forecast:,}", forecast - budget)


@given(
    st.lists(
        st.tuples(st.integers(9_000, 40_000), st.integers(300, 3_000)), min_size=3, max_size=7
    ),
    st.integers(9_000, 40_000),
    st.integers(100, 250),
)
def test_a_lost_sign_is_found_where_the_total_wants_it(
    over: list[tuple[int, int]], budget: int, under: int
) -> None:
    rows = [(budget, budget + more) for budget, more in over] + [(budget, budget - under)]
    right = [forecast - budget for budget, forecast in rows]

    assert not found_by((sign_rule,), _table(rows, right))
    (found,) = found_by((sign_rule,), _table(rows, [*right[:-1], under]))
    assert f"Quay {len(rows)}" in found.quote


def test_variances_printed_without_any_sign_are_left_alone() -> None:
    rows = [(9_000, 9_300), (8_000, 8_200), (7_000, 6_900)]
    table = _table(rows, [300, 200, 100]).replace("\t400", "\t600")

    assert not found_by((sign_rule,), table)


@pytest.mark.parametrize(
    "text",
    [
        "2.1 The lamps have cost £2,417.350 so far.",
        "2.1 A grant of £,650 was made to the ferry.",
        "Loss on the lamps\t-1.306.4",
        "Pier\t2024\t2025\nAsh\t1,288.680\t1,376,243\nBirch\t2,445\t3,120\nCedar\t1,210\t4,301",
        "Pier\t2024\t2025\nAsh\t-2.024.9\t1.5\nBirch\t2.4\t3.1\nCedar\t1.2\t4.3",
    ],
)
def test_a_number_with_its_points_in_the_wrong_place_is_found(text: str) -> None:
    assert found_by((figures_are_well_formed,), text)


@pytest.mark.parametrize(
    "text",
    [
        "2.1 The lamps have cost £2,417.35 so far.",
        "2.1 The quay fund stands at £1,417.350 million.",
        "2.1 See paragraph 1.306.4 of the byelaws.",
        "Pier\t2024\t2025\nAsh\t1,288.680\t1,376.243\nBirch\t2,445.120\t3,120.001",
        "Pier\tBegun\tEnded\nAsh\t2.10.24\t1.5.25\nBirch\t2.4.24\t3.1.25",
    ],
)
def test_a_number_written_as_its_neighbours_are_is_left_alone(text: str) -> None:
    assert not found_by((figures_are_well_formed,), text)
