"""Bands of one thing, each in a clause of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.tables.bands_of_one_thing import RULES

_WRONG = [
    ("A score of 0-7 is low risk. Scores above 8 are high risk.", "takes in 8."),
    ("Scores of 0 to 7 are low and scores of 9 or more are high.", "takes in 8."),
    ("A score between 8 and 16 is a warning, and harm is shown by scores of 16-19.", "take in 16."),
    ("Absences of 1 to 5 days need no note. Absences of 5 to 10 days need a note.", "take in 5."),
    (
        (
            "Households with incomes up to £20,000 pay nil, those from £20,000 to £30,000 half "
            "and those above £35,000 all."
        ),
        "£30,001 to £35,000.",
    ),
    (
        (
            "A turnover below £5,000 needs one quote. Between £5,000 and £25,000 three quotes are "
            "needed. Over £50,000 tenders are invited."
        ),
        "£25,001 to £50,000.",
    ),
    ("A rating of 80% or over is green, 60 to 79% is amber and below 50% is red.", "50 to 59%."),
    (
        (
            "The score runs from 0 to 40. A score of 0-7 is low. Scores above 7 are high. A score "
            "between 8 and 16 is a warning and a score of 16-19 is harm."
        ),
        "take in 16.",
    ),
]
_RIGHT = [
    "A score of 0-7 is low risk. Scores above 7 are high risk.",
    "A score of 0-7 is low risk. A score of 8 or more is high risk.",
    "A rating of 80% or over is green, 60 to 79% is amber and below 60% is red.",
    (
        "Households with incomes up to £20,000 pay nil, those from £20,000 to £30,000 half "
        "and those above £30,000 pay in full."
    ),
    "The score rose from 4 to 7 and the score of the other pier from 7 to 9.",
    "Schools with 30 to 60 pupils were asked. Schools of 90 or more have a hall.",
    "Members aged 16 to 18 pay half. The ferry carries 20 to 40 people.",
    "Contracts from 2023 to 2025 were read, and contracts from 2025 to 2027 will be.",
]


@pytest.mark.parametrize(("text", "lost"), _WRONG)
def test_bands_that_do_not_meet_are_found(text: str, lost: str) -> None:
    (finding,) = shown(RULES[0], text)
    assert finding.message.endswith(lost)


@pytest.mark.parametrize("text", _RIGHT)
def test_bands_that_meet_and_numbers_that_are_none_are_left_alone(text: str) -> None:
    assert shown(RULES[0], text) == []


@given(top=st.integers(2, 60), more=st.integers(2, 60), off=st.sampled_from((0, -1, 1)))
def test_a_bound_moved_by_one_is_found_and_no_other(top: int, more: int, off: int) -> None:
    text = (
        f"A score of 0 to {top} is low. A score of {top + 1 + off} to {top + more + 2} is raised. "
        f"A score of {top + more + 3} or more is high."
    )
    assert len(shown(RULES[0], text)) == (off != 0)
