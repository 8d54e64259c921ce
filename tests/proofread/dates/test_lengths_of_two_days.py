"""A length told beside two days that lie another whole number of units apart."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.dates.lengths_of_two_days import (
    a_length_told_is_that_of_the_two_days_beside_it as rule,
)
from moothall.proofread.reading.written_dates import in_full

CASES = (
    ("Crews had {} in which to write. It ran from 3 February to 17 March 2025.", "six", "eight"),
    ("It broke on 6 January 2025. It was mended only on 6 May 2025, {} later.", "four", "six"),
    (
        "The crew came on 2 December 2024 and left on 27 January 2025. Their {} stay is over.",
        "",
        "",
    ),
    ("The pilot was taken on 1 October 2024 for {}, which ended on 31 March 2025.", "six", "nine"),
)
_UNITS = ("weeks", "months", "-week", "months")


@pytest.mark.parametrize(("case", "unit"), [*zip(CASES, _UNITS, strict=True)])
def test_a_length_that_is_not_theirs_is_told(case: tuple[str, str, str], unit: str) -> None:
    words, right, wrong = case
    right, wrong = (f"{right or 'eight'}", f"{wrong or 'five'}")
    joined = unit if unit.startswith("-") else f" {unit}"
    assert not shown(rule, words.format(right + joined))
    assert shown(rule, words.format(wrong + joined))


@pytest.mark.parametrize(
    "words",
    [
        (
            "Works begin on 3 March 2025, last ten weeks and end in mid-May 2025. The survey ran "
            "for six weeks from 6 January 2025."
        ),
        "Boats are let for three months. We met on 3 February 2025 and on 17 March 2025.",
        "It ran from 3 February to 19 March 2025, some eight weeks for those away in the holidays.",
        "From 3 February to 17 March 2025 each boat has two weeks of rest.",
        "Asked on 1 May 2024 for the five years since 2019, we wrote on 1 July 2024.",
    ],
)
def test_a_length_of_something_else_is_left_alone(words: str) -> None:
    assert not shown(rule, words)


@given(st.dates(date(2020, 1, 1), date(2026, 1, 1)), st.integers(3, 20), st.integers(3, 20))
def test_weeks_between_two_days(first: date, true: int, told: int) -> None:
    last = first + timedelta(weeks=true)
    text = f"The survey ran from {in_full(first)} to {in_full(last)}, {told} weeks in all."
    wrong = true != told and told / 3 <= true <= told * 3
    assert bool(shown(rule, text)) is wrong
