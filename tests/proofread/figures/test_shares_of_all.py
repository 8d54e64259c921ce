"""Shares that take in all of a thing."""

import pytest

from markdown_reports import shown
from moothall.proofread.figures.shares_of_all import RULES


def _told(text: str) -> int:
    return len([finding for rule in RULES for finding in shown(rule, text)])


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Women make up 76% of the crew, with men at {}.", "34%", "24%"),
        ("The crew is 58% full time and {} part time.", "48%", "42%"),
        ("Homes are 62% owner-occupied and {} rented.", "48%", "38%"),
        ("The harbour took 64% of income from berths, 20% from fuel and {} others.", "26%", "16%"),
        ("A third of boats came from Ash, half from Elm and {} from Oak.", "a third", "a sixth"),
        ("Two thirds of berths are in Ash and {} are in Elm.", "half", "a third"),
    ],
)
def test_shares_of_all_come_to_a_hundred(text: str, wrong: str, right: str) -> None:
    assert _told(text.format(wrong)) == 1
    assert _told(text.format(right)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "58% of women and 48% of men said yes.",
        "Women said yes in 58% of cases and men in 48%.",
        "45% liked the lamps, 40% the benches and 30% others; more than one could be chosen.",
        "In 2024 women were 76% of the crew, up from 70%, and men 24%.",
        "A third of boats are from Ash, and half of these are in berths from Elm.",
    ],
)
def test_shares_of_groups_are_left_alone(text: str) -> None:
    assert _told(text) == 0
