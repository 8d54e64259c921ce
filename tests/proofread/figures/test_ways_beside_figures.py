"""Which way a figure went, by the word and the figures that stand beside each other."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.figures.relations.spending_and_budget import (
    a_move_between_two_variances_fits_their_names,
    more_spent_than_its_budget_is_an_overspend,
    what_was_overspent_is_not_called_the_underspend,
)
from moothall.proofread.figures.relations.ways_beside_figures import (
    a_word_beside_two_figures_says_which_way_they_went as ways,
)

WRONG = (
    (
        "Hours at the lamp room would fall from 120 to 72 a week. All in all they would fall from "
        "120 to 132 hours."
    ),
    (
        "The surplus goes to the Mooring Reserve, which would fall from £1,310,000 to £1,406,000. "
        "The policy asks for a reserve of £1,000,000."
    ),
    (
        "The rate rose among barges, at 0.03 per cent, but increased among yachts from 0.08 per "
        "cent in 2023/24 to 0.07 per cent in 2024/25."
    ),
    (
        "Results show that 61% of crews reached the standard in knots, signals and splicing "
        "together, down from 58% in 2024."
    ),
    (
        "Income for the year was £564 million against £541 million in 2023-24. A decrease of £23 "
        "million is due to several things."
    ),
    "Dues came from 612,400 berths, 1.4% less than the 604,100 in 2024/25.",
    (
        "The share that came by bus was 12%, compared with 9% in the survey of 2022. The decrease "
        "follows the new route."
    ),
    (
        "The absence rate of the crews was 18.1 per cent. This is a slight decrease from 2023/24, "
        "when the rate of the crews was 17.6 per cent."
    ),
    "The reserve would hold a mooring fee decrease of £5.00, from £187.40 in 2024/25 to £192.40.",
    "There has been a decrease in the share of late ferries – up from 43.3 per cent in 2019.",
    "The harbour had 7,509 fewer boats than in 2023, an increase of about 0.9%.",
    "It would bring the berths down from 3,320 to 3,170, and the spare ones up from 498 to 348.",
)
RIGHT = (
    "Hours would fall from 120 to 72 a week, and residents could use the rooms for 60 more.",
    "The council tax increase from 4.99% to 3.99% was welcomed.",
    "Growth slowed from 5% to 3% over the year.",
    "Results show that 58% of crews reached the standard, down from 61% in 2024.",
    "Income was £564 million against a target of £541 million. The decrease in dues was smaller.",
    "Income was £541 million against £564 million in 2023-24. A decrease of £23 million is due.",
    "Dues rose, and visits moved from 410 to 380.",
    "Costs were £2.0m, an increase of £0.2m on the £1.8m of last year.",
    "We reduced the time that it takes to rise from 5 to 10 metres.",
    "There were fewer boats than in 2023, an increase of 4% in the fees having kept some away.",
    "The share was 9%, compared with 12% in the survey of 2022. The decrease follows the route.",
)


@pytest.mark.parametrize("words", WRONG)
def test_a_word_that_says_the_other_way_is_told(words: str) -> None:
    assert shown(ways, words)


@pytest.mark.parametrize("words", RIGHT)
def test_a_word_that_is_right_or_of_something_else_is_not(words: str) -> None:
    assert not shown(ways, words)


@given(st.integers(100, 9_999), st.integers(100, 9_999), st.sampled_from(("fall", "rise")))
def test_from_and_to_tell_which_way(first: int, last: int, word: str) -> None:
    assume(first != last)
    text = f"The number of boats would therefore {word} from {first:,} to {last:,} by the spring."
    assert bool(shown(ways, text)) is ((word == "rise") != (last > first))


OVER_AND_UNDER = (
    (
        more_spent_than_its_budget_is_an_overspend,
        "The net budget of the quay is £112.4m. The forecast is £114.9m, an {} of £2.5m (2.2%).",
        "overspend",
        "underspend",
    ),
    (
        more_spent_than_its_budget_is_an_overspend,
        "We expect to spend £38.2m against the approved budget of £39.0m, an {} of £0.8m.",
        "underspend",
        "overspend",
    ),
    (
        what_was_overspent_is_not_called_the_underspend,
        "Dredging is overspent by £4.750m. The {} is made up of fuel of £2.150m and of pay.",
        "overspend",
        "underspend",
    ),
    (
        a_move_between_two_variances_fits_their_names,
        (
            "The overspend to date is £3.130m. A month ago the {} was £2.905m; the position has "
            "worsened by £0.225m."
        ),
        "overspend",
        "underspend",
    ),
)


@pytest.mark.parametrize(("rule", "words", "right", "wrong"), OVER_AND_UNDER)
def test_what_is_spent_beyond_its_budget_is_overspent(rule, words, right, wrong) -> None:
    assert not shown(rule, words.format(right))
    assert shown(rule, words.format(wrong))


def test_one_variance_may_make_up_for_another() -> None:
    text = "Dredging is overspent by £0.4m. The underspend of lamps of £0.2m helps."
    assert not shown(what_was_overspent_is_not_called_the_underspend, text)
    text = (
        "At month 5 the underspend was £2.7m. We now forecast an overspend of £3.3m, so the "
        "position has worsened by £6.0m."
    )
    assert not shown(a_move_between_two_variances_fits_their_names, text)
