"""Lengths of time between two days, and what a body is asked to do with one report."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.files.reports.text import read_plain_text
from moothall.proofread.answers import asked_of_the_body
from moothall.proofread.dates import time_between
from moothall.proofread.finding import TextFinding
from moothall.proofread.proofread import Rule, proofread

_WORDINGS = (
    "The survey of the pier opened on {} and ran for {} weeks until {}.",
    "From {} the pier was closed for {} weeks, to {}.",
    "The views of sailors were sought between {0} and {2}, a period of {1} weeks.",
)


def _found(text: str, rules: tuple[Rule, ...]) -> tuple[TextFinding, ...]:
    return proofread((read_plain_text(text, "r"),), rules)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@given(
    st.sampled_from(_WORDINGS),
    st.dates(date(2020, 1, 1), date(2029, 1, 1)),
    st.integers(2, 30),
    st.sampled_from([-1, 1, 2, 5]),
)
def test_two_days_are_as_far_apart_as_is_told(
    words: str, first: date, weeks: int, wrong: int
) -> None:
    last = first + timedelta(weeks=weeks)
    right = words.format(_day(first), weeks, _day(last))
    assert not _found(right, time_between.RULES)
    if weeks + wrong > 1:
        told = words.format(_day(first), weeks + wrong, _day(last))
        found = _found(told, time_between.RULES)
        assert len(found) == 1
        assert f"not {weeks + wrong} weeks" in found[0].message


@pytest.mark.parametrize(
    "text",
    [
        "The licence runs from 1 April 2024 to 31 March 2034 with an option for two years.",
        "The pier closed on 3 May 2024 for six weeks, and the quay on 1 July 2024.",
        "Reports are made every four weeks from 1 April 2024 until 31 March 2025.",
        "From 1 May 2024 notice of six weeks must be given until 30 April 2025.",
    ],
    ids=["an option", "two events", "each", "notice"],
)
def test_another_time_between_two_days_is_left_alone(text: str) -> None:
    assert not _found(text, time_between.RULES)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Council is asked to note the report.", "Council is asked to endorse this report.", 1),
        ("Cabinet is asked to approve the plan.", "Cabinet is asked to consider this plan.", 1),
        ("Council is asked to agree the policy.", "Council is asked to approve the policy.", 0),
        ("Cabinet is asked to note the report.", "Council is asked to approve the report.", 0),
        ("Cabinet is asked to note the report.", "Cabinet is asked to approve the plan.", 0),
        ("Cabinet is asked to note and agree it.", "Cabinet is asked to note the report.", 0),
    ],
)  # fmt: skip
def test_a_body_is_asked_for_the_same_on_the_front_and_at_the_end(
    first: str, second: str, found: int
) -> None:
    text = f"{first}\n\n1. LAMPS\n\n1.1 There are lamps.\n\n2. END\n\n2.1 {second}\n"
    assert len(_found(text, asked_of_the_body.RULES)) == found
