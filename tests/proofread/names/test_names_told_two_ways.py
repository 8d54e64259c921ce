"""Naming: the author's office, what a thing is to be called, bodies with the same facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.names.naming_statements import RULES
from moothall.proofread.proofread import proofread


def _found(text: str) -> int:
    return len(proofread((read_plain_text(text, "report.txt"),), RULES))


_FRONT = "Report of the Head of Parks and Trees\n\n1.1 {}\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Head of Green Spaces, who is the author of this report, will lead it.", 1),
        ("The Head of Parks and Trees, who wrote this report, will lead it.", 0),
        ("The Head of Parks, who wrote this report, will lead it.", 0),
        ("The Head of Green Spaces, who was asked for advice, agrees with this report.", 0),
    ],
)
def test_the_author_has_one_office(text: str, count: int) -> None:
    assert _found(_FRONT.format(text)) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (
            "The service would be called Three Dales Licensing.",
            "The brand, Dales Licensing Bureau, would be on every letter.",
            1,
        ),
        (
            "The service would be called Three Dales Licensing.",
            "The brand, Three Dales Licensing, would be on every letter.",
            0,
        ),
        (
            "The hall would be called Harrow Hall.",
            "The library would be called Harrow Library.",
            0,
        ),
        (
            "The north team will be called North Dales Team and the south one South Dales Team.",
            "It is agreed.",
            0,
        ),
    ],
)
def test_a_thing_is_given_one_name(first: str, second: str, count: int) -> None:
    assert _found(f"1.1 {first}\n\n1.2 Words.\n\n1.3 {second}\n") == count


_MONTHS = st.sampled_from(["March", "June", "September"])


@given(_MONTHS, _MONTHS, st.booleans())
def test_boards_with_the_same_facts_are_one(one: str, other: str, beside: bool) -> None:
    text = (
        f"1.1 The Savings Delivery Board, which the Chief Executive chairs since {one}, met.\n\n"
        f"1.2 Cabinet relies on the Chief Executive's Savings Assurance Panel, set up in {other}.\n"
    )
    if beside:
        text += "\n1.3 The Savings Delivery Board advises the Savings Assurance Panel.\n"
    assert _found(text) == (one == other and not beside)


def test_boards_of_one_chair_alone_may_be_two() -> None:
    text = (
        "1.1 The Savings Board is chaired by the Chief Executive.\n\n"
        "1.2 The Savings and Growth Panel is chaired by the Chief Executive.\n"
    )
    assert _found(text) == 0
