"""A figure that stands once, where its near neighbour stands elsewhere for the same thing."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from markdown_reports import shown, table
from moothall.proofread.reading.concepts import concepts, names, say_opposite
from moothall.proofread.reading.quantities import digits_of
from moothall.proofread.told_again.lone_figures import (
    a_figure_is_not_a_slip_of_one_that_stands_elsewhere as slip_rule,
)
from moothall.proofread.told_again.lone_figures import swapped
from moothall.proofread.told_again.named_cells import (
    a_figure_named_by_row_and_column_is_that_cell as cell_rule,
)
from moothall.proofread.told_again.shares_told_twice import (
    a_level_of_support_is_told_alike as level_rule,
)
from runaway import comes_to_an_end

_OUTTURN = table(
    ("Directorate", "Budget £000", "Outturn £000", "Variance £000"),
    ("Adults", "61,240", "63,190", "1,950"),
    ("Libraries", "4,110", "3,998", "(112)"),
    ("Whole council", "98,340", "100,714", "2,374"),
)
_SUMMARY = "1.1 The council overspent by £2.374m in the year, mainly on care for adults."


# --- two digits changed about ---------------------------------------------------------------------


@given(digits=st.lists(st.integers(1, 9), min_size=4, max_size=4, unique=True))
@settings(max_examples=40)
def test_two_digits_changed_about_far_apart_are_found_in_other_words(digits: list[int]) -> None:
    a, b, c, d = digits
    right, wrong = f"£{a}.{b}{c}{d}m", f"£{a}.{c}{b}{d}m"
    assume(right != wrong)
    summary = f"1.1 The deficit on home care for older people is put at {right} this year."
    other = "Members will recall the shortfall on home care for older people, at {}."
    between = "The Forum met in May and heard from two providers."
    assert shown(slip_rule, f"{summary}\n\n{between}\n\n{other.format(right)}") == []
    (found,) = shown(slip_rule, f"{summary}\n\n{between}\n\n{other.format(wrong)}")
    assert wrong in found.message
    assert right in found.message


def test_a_slip_against_a_table_in_thousands_is_found() -> None:
    text = (
        f"{_SUMMARY}\n\n{_OUTTURN}\n\nThe adverse variance of £2.734m for the council is serious."
    )
    (found,) = shown(slip_rule, text)
    assert "£2.374m" in found.message or "2,374" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "The adverse variance of £2.374m for the council is serious.",
        "The adverse variance of £2.37m for the council is serious.",
        "The council underspent by £2.734m in the year on capital.",
        "An adverse variance of about £2.73m was expected for the council.",
        "In 2019/20 the adverse variance for the council in 2019/20 was £0.912m.",
        "The pension fund's administration charged £2.734m to employers.",
    ],
)
def test_the_same_figure_a_rounded_one_and_another_thing_are_no_slips(sentence: str) -> None:
    assert shown(slip_rule, f"{_SUMMARY}\n\n{_OUTTURN}\n\n{sentence}") == []


def test_a_part_that_completes_a_total_is_no_slip_of_it() -> None:
    text = (
        "The housing programme of £58.87m is in two parts.\n\n"
        "Slippage on the housing programme is £17.71m.\n\n"
        "Of the housing programme £44.16m is in the HRA and £14.71m in the General Fund."
    )
    assert shown(slip_rule, text) == []


def test_what_is_said_of_each_service_in_turn_is_no_slip() -> None:
    lines = [
        f"Spending on service {number} rose to £{first},{second}50 in the year."
        for number, (first, second) in enumerate([(11, 2), (12, 1), (13, 4), (14, 3), (21, 1)])
    ]
    assert shown(slip_rule, "\n\n".join(lines)) == []


@comes_to_an_end()
def test_a_thousand_figures_are_held_against_each_other_in_a_moment() -> None:
    lines = [
        f"The {word} budget for area {number} is £{number * 37 % 9973 + 1000}k and cost £{number}k."
        for number in range(500)
        for word in ("roads",)
    ]
    shown(slip_rule, "\n\n".join(lines))


# --- a cell named by its row and its column -------------------------------------------------------


def test_a_figure_of_a_named_row_and_column_is_that_of_the_cell() -> None:
    text = "1.2 The adults directorate overspent by £1.8m in the year.\n\n" + table(
        ("Directorate", "Budget £000", "Outturn £000", "Variance £000"),
        ("Adults directorate", "61,240", "63,310", "2,070"),
        ("Libraries", "4,110", "3,998", "(112)"),
    )
    (found,) = shown(cell_rule, text.replace("Adults directorate |", "Adult social care |").replace(
        "adults directorate", "adult social care service"))  # fmt: skip
    assert "2,070,000" in found.message


@pytest.mark.parametrize(
    "sentence",
    [
        "Adult social care overspent by £2.1m in the year.",
        "Adult social care overspent by £1.8m on placements for younger disabled people.",
        "Adult social care was expected in the draft to overspend by up to £1.8m.",
        "Adult social care overspent by £0.3m of which the pay award was a part.",
    ],
)
def test_rounding_a_part_and_a_draft_are_not_the_cell(sentence: str) -> None:
    text = f"1.2 {sentence}\n\n" + table(
        ("Service", "Budget £000", "Outturn £000", "Variance £000"),
        ("Adult social care", "61,240", "63,310", "2,070"),
        ("Libraries", "4,110", "3,998", "(112)"),
    )
    assert shown(cell_rule, text) == []


# --- a level of support ---------------------------------------------------------------------------


def test_how_many_were_in_favour_is_one_figure_throughout() -> None:
    first = "Overall, 64% of respondents supported the new library hours."
    other = "Of all those who replied, {} were in favour of the new library hours."
    between = "The survey ran for six weeks."
    assert shown(level_rule, f"{first}\n\n{between}\n\n{other.format('64%')}") == []
    (found,) = shown(level_rule, f"{first}\n\n{between}\n\n{other.format('69%')}")
    assert "69% here; 64%" in found.message


def test_the_support_of_a_group_is_another_figure() -> None:
    first = "Overall, 64% of respondents supported the new library hours."
    other = "Of disabled respondents 52% supported the new library hours."
    assert shown(level_rule, f"{first}\n\nThe survey ran for six weeks.\n\n{other}") == []


# --- words and digits -----------------------------------------------------------------------------


def test_words_of_one_meaning_are_one_concept() -> None:
    assert concepts("a shortfall on dwellings") == concepts("the overspend on homes")
    assert say_opposite("an underspend", "overspent")
    assert not say_opposite("a variance", "overspent")
    assert names("The grant to Adult Social Care") == {"adult", "social", "care"}


def test_significant_digits_and_their_swaps() -> None:
    assert digits_of("£0.250m") == digits_of("250,000") == "25"
    assert swapped("183") == {"138", "381", "813"}
