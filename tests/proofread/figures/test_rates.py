"""Rates, percentage points and projections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.finding import Confidence
from runaway import comes_to_an_end
from short_reports import all_findings, rules_of

# --- rates and projections --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The exclusion rate per 1,000 is stable; 4.8% in 2015/16 and 4.8% in 2016/17.",
        "The rate of admissions per 100,000 was 4.8% in 2019.",
        "The rate of first time entrants is 210% per 100,000.",
    ],
)
def test_a_rate_is_not_a_percentage(text):
    assert rules_of(text) == {"a_rate_is_not_a_percentage"}


@pytest.mark.parametrize(
    "text",
    [
        "The rate per 100,000 was 210, an increase of 5% on last year.",
        "The rate of admissions per 10,000 rose by 4.8%.",
        "The rate increased from 25.3 per 1000 to 26.4 per 1000.",
    ],
)
def test_a_percentage_beside_a_rate_is_passed_over(text):
    assert rules_of(text) == set()


@given(st.integers(min_value=2020, max_value=2045), st.integers(min_value=1, max_value=15))
def test_a_projection_bears_its_own_year(year, earlier):
    text = "By {} the population is projected to be 298,659 ({})."
    assert rules_of(text.format(year, year)) == set()
    assert rules_of(text.format(year, year - earlier)) == {"a_projection_bears_its_own_year"}


def test_the_year_a_projection_is_based_on_is_passed_over():
    text = "By 2030 it is projected to be 120,000 (ONS 2018-based), from 110,000 (2018)."
    assert rules_of(text) == set()


def test_a_gap_between_percentages_is_only_mentioned():
    [(_, finding)] = all_findings("We scored 3% higher than national results.")
    assert finding.confidence is Confidence.LOW
    assert "percentage points" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "rate per 1,000 " * 6_600,
    ],
)
@comes_to_an_end()
def test_hostile_text_is_read_in_bounded_time(text):
    rules_of(text)
