"""Moves between two levels, and what a sum over some years comes to a year."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.figures.relations import moves_between_levels

_MOVE, _RATE = moves_between_levels.RULES


@pytest.mark.parametrize(
    "text",
    [
        "An extra 35 places will be provided, taking the capacity from 210 to 255.",
        "The fleet falls from 48 to 41 boats after the sale of 9.",
        "The sale of £180,000 of stock takes the reserve from £420,000 to £560,000.",
    ],
)
def test_a_move_that_its_levels_do_not_make_is_found(text: str) -> None:
    assert len(shown(_MOVE, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "An extra 45 places will be provided, taking the capacity from 210 to 255.",
        "An extra 35 places in each school will take the capacity from 210 to 255.",
        "About 40 more places will take the capacity from 210 to 255.",
        "Places rise from 210 to 255, of which 35 are new.",
        "The target of 35 takes the capacity from 210 to 255.",
        "The capacity grew from 210 to 255 over 35 years.",
    ],
)
def test_a_move_that_is_right_or_another_is_left_alone(text: str) -> None:
    assert shown(_MOVE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The programme is worth £12m over four years, or £4m a year.",
        "The grant is £90,000 over three years, equivalent to £45,000 a year.",
        "The fee is £5,200 over 52 weeks (£120 a week).",
    ],
)
def test_a_sum_that_its_years_do_not_make_is_found(text: str) -> None:
    assert len(shown(_RATE, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The programme is worth £12m over four years, or £3m a year.",
        "The programme is worth about £12m over four years, or £4m a year.",
        "The programme is worth £12m over four years, rising to £4m a year.",
        "The grant is £90,000 over three years, equivalent to £2,500 a month.",
    ],
)
def test_a_sum_that_its_years_make_is_left_alone(text: str) -> None:
    assert shown(_RATE, text) == []


@given(before=st.integers(100, 900), moved=st.integers(20, 90), slip=st.integers(3, 15))
def test_what_was_added_is_what_the_levels_say(before: int, moved: int, slip: int) -> None:
    # A count that ends in a nought may be a round one.
    assume(all(each % 10 for each in (before, moved, before + moved, moved + slip)))
    said = "An extra {} places will be provided, taking the capacity from {} to {}."
    assert shown(_MOVE, said.format(moved, before, before + moved)) == []
    assert len(shown(_MOVE, said.format(moved + slip, before, before + moved))) == 1
