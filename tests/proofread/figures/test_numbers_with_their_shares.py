"""Numbers with their shares in brackets, and what they are shares of."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.figures.relations.numbers_with_their_shares import (
    a_number_in_a_sentence_has_the_share_beside_it as rule,
)
from moothall.proofread.figures.relations.ways_beside_figures import (
    a_change_with_its_sum_and_both_ends_has_their_share as change_rule,
)

CASES = (
    (
        (
            "In spring 2,955 crews were offered a berth by 16 April 2025. Of these, 2,748 ({}) "
            "were offered their first choice and 2,896 (98.0%) one of three."
        ),
        "93.0%",
        "83.0%",
    ),
    (
        (
            "The harbour asks for savings of £1.150m. Some lamps went, so that £950,000 ({}) had "
            "been found. The remaining £200,000 is in the forecast."
        ),
        "83%",
        "92%",
    ),
    ("The club found, from a survey of 240 rowers, that 84 ({}) would leave.", "35%", "27%"),
    (
        (
            "Of the 50 moorings, 4 were licensed for trade of any kind (8%). If one more were "
            "allowed there would be 5 ({}), which is the limit."
        ),
        "10%",
        "21%",
    ),
)


@pytest.mark.parametrize(("words", "right", "wrong"), CASES)
def test_the_share_of_a_number_is_that_of_its_whole(words: str, right: str, wrong: str) -> None:
    assert not shown(rule, words.format(right))
    assert shown(rule, words.format(wrong))


@pytest.mark.parametrize(
    "words",
    [
        "There were 480 boats, which is 37 more (8.4%) than before.",
        "Of the 240 boats, the number of yachts fell by 12 (14%).",
        "The quay has 600 berths. Of these 120 are let; among boat owners 45 (15%) sail at night.",
        "We asked 300 crews. There were 40 replies from yachts (20%) and 60 from barges (60%).",
        "Spending was £4.2m, an overspend of £0.2m (5%), of which £0.1m (2.5%) is for lamps.",
    ],
)
def test_shares_of_something_else_are_left_alone(words: str) -> None:
    assert not shown(rule, words)


@given(st.integers(120, 9_000), st.floats(0.1, 0.9), st.integers(-30, 30))
def test_a_share_that_is_not_that_of_its_whole_is_told(whole: int, part: float, off: int) -> None:
    number = round(whole * part)
    share = round(number / whole * 100) + off
    assume(0 < share < 100)
    assume(whole % 10 and number % 10)  # a round number may be rounded
    text = f"The quay has {whole:,} berths. Of these, {number:,} ({share}%) are let by the year."
    assume(number != share)
    assert bool(shown(rule, text)) is (abs(off) > 1) or abs(off) == 1


def test_a_change_with_all_its_figures_has_the_right_share() -> None:
    text = "A mooring fee increase of £5.00 a year, from £187.40 in 2024 to £192.40 in 2025 ({})."
    assert not shown(change_rule, text.format("2.7%"))
    assert shown(change_rule, text.format("4.7%"))
    assert not shown(change_rule, "The spare berths went down from 498 to 348 (11.0%).")
