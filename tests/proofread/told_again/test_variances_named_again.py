"""A sum that is an overspend in one place and an underspend in another."""

import pytest

from markdown_reports import shown
from moothall.proofread.told_again.variances_named_again import a_variance_keeps_its_name as rule

_BODY = "# Position\n\nThe quay expects an overspend of £398,000 at the year end."


@pytest.mark.parametrize(
    "words",
    [
        "Members note the forecast underspend of £398,000 (0.9% of the budget).",
        "Quay (underspend £398,000)",
        "The £398,000 underspend is explained below.",
        "An underspend of £0.398m is expected.",
        "They note the underspend of £398,000, as at Quarter 2.",
    ],
)
def test_a_sum_named_the_other_way_is_told(words: str) -> None:
    assert shown(rule, f"{words}\n\n{_BODY}")
    assert not shown(rule, f"{words.replace('under', 'over')}\n\n{_BODY}")


@pytest.mark.parametrize(
    "words",
    [
        "Lamps underspend by £398,000, which is offset by the quay.",
        "Lamps expect an underspend of £389,000.",
        "The quay had an underspend of £400,000, and the lamps an overspend of £400,000.",
    ],
)
def test_another_sum_or_one_that_makes_up_for_it_is_not(words: str) -> None:
    assert not shown(rule, f"{words}\n\n{_BODY}")


@pytest.mark.parametrize(
    "words", ["a surplus of £41,250", "the £41,250 surplus", "surplus £41,250"]
)
def test_a_surplus_is_no_deficit(words: str) -> None:
    told = "The quay closed the year with {}."
    assert shown(rule, f"{told.format('a deficit of £41,250')}\n\nMembers note {words}.")
    assert not shown(rule, f"{told.format('a surplus of £41,250')}\n\nMembers note {words}.")
