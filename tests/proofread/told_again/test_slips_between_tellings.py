"""A figure told twice with a digit changed, in the text, in a table and in two tables."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from markdown_reports import shown, table
from moothall.proofread.told_again.rows_told_again import (
    a_row_told_in_two_tables_is_the_same as row_rule,
)
from moothall.proofread.told_again.slips_between_tellings import (
    a_figure_told_twice_differs_in_no_digit as digit_rule,
)

_BETWEEN = (
    "The Forum met in May and heard from two providers about the painting of the quay.\n\n"
    "The lamps were cleaned, and the ferry ran to its usual timetable.\n\n"
)


def _paper(first: str, second: str) -> str:
    return f"{first}\n\n{_BETWEEN}{second}"


_TOLD_TWICE = (
    (
        "The harbour programme is forecast to underspend by £{}m on dredging this year.",
        "Members note the forecast underspend of £{}m on harbour dredging.",
        "12.46",
        "18.46",
    ),
    (
        "In all {} boat owners answered the questionnaire on moorings.",
        "Of the {} boat owners who answered the questionnaire, most keep a mooring.",
        "672",
        "872",
    ),
    (
        "The rate for visiting yachts fell from {}% in June to 4.0% in July across the harbour.",
        "Figures show that the rate for visiting yachts fell from {}% in June to 4.0% in July.",
        "4.6",
        "4.9",
    ),
    (
        "The ferry reserve stands at £{}m after the repair of the slipway.",
        "After the repair of the slipway the ferry reserve is £{}m.",
        "61.5",
        "6.15",
    ),
    (
        "There are {} homes within a short walk of the ferry landing.",
        "Officers asked all {} homes within a short walk of the ferry landing.",
        "54,189",
        "54,159",
    ),
)


@pytest.mark.parametrize(("first", "second", "right", "wrong"), _TOLD_TWICE)
def test_a_figure_told_twice_with_another_digit_is_found(
    first: str, second: str, right: str, wrong: str
) -> None:
    assert shown(digit_rule, _paper(first.format(right), second.format(right))) == []
    (found,) = shown(digit_rule, _paper(first.format(right), second.format(wrong)))
    assert right in found.message
    assert wrong in found.message


_BALANCES = table(
    ("Fund", "31 March £m", "Movement £m", "30 September £m"),
    ("Lamp bonds", "88.2", "29.6", "{}"),
    ("Ferry deposits", "41.0", "3.3", "44.3"),
    ("Quay equity", "12.7", "1.1", "13.8"),
)


@pytest.mark.parametrize(
    ("told", "stands"), [("117.8", "117.8"), ("177.8", "117.8"), ("117.8", "171.8")]
)
def test_a_figure_of_the_text_is_that_of_the_row(told: str, stands: str) -> None:
    text = (
        f"A £29.6m increase in lamp bonds brings the fund up to £{told}m in September.\n\n"
        f"{_BETWEEN}{_BALANCES.format(stands)}"
    )
    assert bool(shown(digit_rule, text)) is (told != stands)


_TOLD_APART = (
    # two years
    "The harbour dues came to £12.46m in 2023/24.|The harbour dues came to £18.46m in 2024/25.",
    # two services by name
    "The overspend of the Ferry Service is £12.46m.|The overspend of the Lamp Service is £12.86m.",
    # an overspend and an underspend
    "Dredging has overspent by £12.46m.|Dredging has underspent by £12.86m.",
    # a figure set beside the other
    "Dues rose from £12.46m to £12.86m on the quay.|The dues of the quay are now £12.86m.",
    # what was before
    "The harbour plan costs £18.46m.|The harbour plan costs £18.46m, previously £13.46m.",
    # round figures
    "Some 150 berths are let in the harbour.|Another 180 berths could be let in the harbour.",
    # rates that lie near each other
    "The berth rate rose to 36.4% of all dues.|The berth rate was 36.0% of all dues in winter.",
    # a step of rounding
    "The ferry reserve stands at £61.5m.|The ferry reserve stands at £61.52m.",
    # one thing more than another
    "The minimum wage is £12.21 per hour.|The harbour pays £12.71 per hour, above that wage.",
    # addresses
    "See https://harbour.example/doc?CId=1135&v=4.|See https://harbour.example/doc?CId=1115&v=4.",
    # nothing in common
    "The lamps used 5,418 units.|The ferry carried 5,918 passengers.",
    # a record of its own
    "Latest: 89.1% Target: 90%, Floor: 85%|Latest: 81.1% Target: 98%, Floor: 80%",
    # telephone numbers
    "Telephone 03000 416 934 for the harbour.|Telephone 03000 416 939 for the harbour.",
)


@pytest.mark.parametrize("pair", _TOLD_APART)
def test_two_figures_that_are_near_by_chance_are_left_alone(pair: str) -> None:
    first, second = pair.split("|")
    assert shown(digit_rule, _paper(first, second)) == []


@given(digits=st.lists(st.integers(1, 9), min_size=5, max_size=5), place=st.integers(0, 3),
       other=st.integers(1, 9))  # fmt: skip
@settings(max_examples=40)
def test_any_digit_but_the_last_that_is_changed_is_found(
    digits: list[int], place: int, other: int
) -> None:
    assume(digits[place] != other)
    wrong = [*digits[:place], other, *digits[place + 1 :]]
    first, second = (
        f"{''.join(map(str, each[:2]))},{''.join(map(str, each[2:]))}" for each in (digits, wrong)
    )
    told = "The survey counted {} sea birds on the harbour wall."
    again = "Of the {} sea birds counted on the harbour wall most were gulls."
    assert shown(digit_rule, _paper(told.format(first), again.format(first))) == []
    assert shown(digit_rule, _paper(told.format(first), again.format(second)))


# --- rows in two tables ---------------------------------------------------------------------------

_HEAD = ("Item", "2024 £m", "2025 £m", "2026 £m", "2027 £m")


def _two_tables(again: tuple[str, ...]) -> str:
    first = table(_HEAD, ("Total debt", "1,268.3", "1,249.0", "1,265.1", "1,238.6"))
    second = table(_HEAD, ("Lamp loans", "71.9", "16.0", "84.7", "60.6"), again)
    return f"Table 1 shows what is owed.\n\n{first}\n\n{_BETWEEN}{second}"


@pytest.mark.parametrize("slip", ["1,256.1", "1,465.1", "126.51"])
def test_a_row_copied_with_one_wrong_figure_is_found(slip: str) -> None:
    right = ("Borrowing need", "1,268.3", "1,249.0", "1,265.1", "1,238.6")
    assert shown(row_rule, _two_tables(right)) == []
    (found,) = shown(row_rule, _two_tables((*right[:3], slip, right[4])))
    assert slip in f"{found.quote} {found.message}"
    assert "1,265.1" in f"{found.quote} {found.message}"


@pytest.mark.parametrize(
    "row",
    [
        ("Borrowing need", "1,268.3", "1,249.0", "1,265.2", "1,238.6"),  # rounded otherwise
        ("Borrowing need", "1,268.3", "1,200.0", "1,300.1", "1,238.6"),  # two differ
        ("Borrowing need", "1,268.3", "910.2", "845.7", "790.3"),  # one alike by chance
        ("Borrowing need", "1,268.3", "1,249.0", "1,310.4", "1,238.6"),  # no slip
    ],
)
def test_rows_that_may_be_two_are_left_alone(row: tuple[str, ...]) -> None:
    assert shown(row_rule, _two_tables(row)) == []
