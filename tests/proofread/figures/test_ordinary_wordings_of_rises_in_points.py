"""Percentage points and rates called per cent, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.rates import RULES as RATES
from moothall.proofread.figures.rises_in_points import RULES as RISES_IN_POINTS
from ordinary_wordings import found_by

_RULES = (*RISES_IN_POINTS, *RATES)
FOUND = (
    "The rate of falls is 12% admissions per 1,000 people.",
    "The figure was 240% of admissions per 100,000 residents.",
    "Punctuality rose from 40% to 44%, a rise of 4%.",
    "Attendance has increased by 5% from 80% to 85%.",
    "The share of lit lamps went up 10%, from 50% to 60%.",
    "Satisfaction was 70% last year and is 63% now, a drop of 7%.",
    "The vacancy rate stands at 12%, up from 8%, an increase of 4%.",
    "The accident rate was 35% per 1,000 crossings.",
    "The rate per 1,000 visitors is 8.4%.",
    "The rate of complaints was 14.2% per 100,000 passengers.",
    "The pass rate improved by 12% (from 60% to 72%).",
    "There was a 6% rise in occupancy, from 70% to 76%.",
    "Occupancy dropped from 81% in May to 75% in June, which is 6% lower.",
    "Sickness was 4% in May and 6% in June, 2% higher.",
    "The score at 64% was 8% higher than the 56% of last year.",
    "The port's rate is 62.5% per 10,000 people.",
    "Recycling now stands at 48% compared with 40% last year, an 8% improvement.",
    "Lamps working: 88% (2023: 80%), an increase of 8%.",
    "Response times met in 75% of cases, a 10% increase on the 65% last year.",
    "Usage has grown from 20% to 30%, growth of 10%.",
    "Interest rates were raised from 4% to 5%, a rise of 1%.",
    "That is a reduction of 5%, from 25% to 20%.",
    "The collection rate rose to 66% from 60%, a 6% rise.",
    "Attendance, at 84%, is 14% higher than the 70% of last year.",
    "Turnover went down from 15% to 12%, a reduction of 3%.",
    "Sickness is up 2% from 5% to 7%.",
    "We moved from 30% to 45%, an improvement of 15%.",
    "There were 15% complaints per 1,000 passengers.",
    "Late ferries were 10% in 2023 and 15% in 2024, a 5% increase.",
    "The rate of accidents is 7.5% per 10,000 trips.",
    "Take-up increased from 55% in March to 61% in June (a 6% increase).",
)
LEFT_ALONE = (
    "The rate of falls is 12 admissions per 1,000 people.",
    "Punctuality rose from 40% to 44%, a rise of 4 percentage points.",
    "Punctuality rose from 40% to 44%, a rise of 10%.",
    "Attendance has increased by 5 points from 80% to 85%.",
    "The fee rises by 5%, against 4% last year.",
    "The share rose from 20% to 30%, an increase of 50%.",
    "Fees rose by 4%, from £40 to £41.60.",
    "The rate per 1,000 visitors is 8.4, 10% lower than last year.",
    "The rate is 14.2 per 100,000, up 3% on last year.",
    "A 6% rise in visitors took occupancy from 70% to 76%.",
    "Spending grew by 10%, and the share of grants from 20% to 30%.",
    "Income fell by 5% as occupancy fell from 80% to 75%.",
    "Occupancy was 5% below the target of 80%.",
    "Pay rose by 2%, from a planned increase of 3% to 5%.",
    "The rate per 1,000 rose from 10 to 11, a rise of 10%.",
    "Recycling now stands at 48% compared with 40% last year, an 8 point improvement.",
    "The council tax rise was cut from 5% to 4%, a saving of 1% of the budget.",
    "12% of admissions were from wards with over 50 falls per 1,000 people.",
    "The rate rose by between 4% and 8%, an average of 4%.",
    "Satisfaction was 70% and 7% had no view.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
