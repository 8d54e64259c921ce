"""Dates against dates, hours and years: bare relations are found, and what explains them is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.dates import (
    a_year_too_early,
    ages_and_anniversaries,
    beginnings_and_ends,
    events_and_their_days,
    hours_between,
    lengths_between_points,
    next_meetings,
    one_after_another,
    order_in_words,
    reckoned_days,
    series_of_years,
    tenses,
)
from ordinary_wordings import found_by, papers

RULES = (
    *a_year_too_early.RULES,
    *ages_and_anniversaries.RULES,
    *beginnings_and_ends.RULES,
    *events_and_their_days.RULES,
    *hours_between.RULES,
    *lengths_between_points.RULES,
    *next_meetings.RULES,
    *one_after_another.RULES,
    *order_in_words.RULES,
    *reckoned_days.RULES,
    *series_of_years.RULES,
    *tenses.RULES,
)
FOUND = papers("""
2.1 The ferry is let under an agreement which lapses in March 2027. // 2.2 A successor agreement
is to begin on 1 April 2026.
---
PAY STATEMENT 2026/27 // 2.2 This statement sets out the pay of the pilots for 2025/26.
---
ANNUAL RETURN FOR THE YEAR ENDING 31 MARCH 2024 // 2.1 It was resolved that the Annual Return for
2022/23 be signed.
---
2.1 The report goes to the Harbour Board in March, following scrutiny in April.
---
2.1 The warden replied on 3 June 2024 to the skipper’s letter of 11 June 2024.
---
2.1 Nothing can be settled until after the count in May, and we aim for April.
---
2.1 The fish market trades from 9am until 2pm, which gives stalls four hours.
---
2.1 The quay is shut from 20:00 to 06:00, eight hours a night.
---
2.1 The lock was closed for two weeks from 3 to 28 November 2024.
---
2.1 The second quarter (July to October) was quiet.
---
2.1 The mole was built in 1936 and is now, in 2025, 79 years old.
---
2.1 Bids open on 1 September and close on 29 August.
---
2.1 A thief was seen during the last evening (10th February).
---
2.1 A further dive has been arranged for 21 January, with the spot to be decided.
---
2.1 The new dock is to open in May 2026. // 2.2 The dock, due to open in May 2027, has a winch.
---
2.1 Berths by year / Year | Shortfall or surplus / 2026 | 40 / 2027 | (35) / 2028 | 60 //
2.2 A shortfall of 35 is foreseen in September 2028.
""")
LEFT_ALONE = papers("""
2.1 The ferry is let under an agreement which lapses in March 2027. // 2.2 A successor agreement
is to begin on 1 April 2027.
---
PIER LICENCES 2026/27 // 2.2 The pier licences for 2024/25 were approved last year and have run out.
---
2.1 The report goes to the Harbour Board in January, following scrutiny in November.
---
2.1 The warden replied on 14 June 2024 to the skipper’s letter of 11 June 2024.
---
2.1 Further to the meeting of 29 April 2024, the wage from 1 April 2024 was settled.
---
2.1 The quay is staffed from 8am to midnight, sixteen hours a day.
---
2.1 The course runs from 9am to 4pm with an hour for lunch.
---
2.1 Views are invited for six weeks from Monday 10 November to Monday 22 December 2025.
---
2.1 The scheme runs for 12 months from October 2025 to September 2026.
---
2.1 Bids open on 14 November and close on 9 January.
---
2.1 The dock was to open in May 2026. // 2.2 The dock, which has been delayed, opens in May 2027.
""")


@pytest.mark.parametrize("text", FOUND, ids=range(1, len(FOUND) + 1))
def test_dates_that_cannot_both_be_are_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(1, len(LEFT_ALONE) + 1))
def test_dates_that_fit_are_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


def test_a_next_meeting_with_two_days_is_found() -> None:
    item = "2.1 The next meeting is on Thursday 6 March 2025.\n\n2.9 Date of next meeting – {}."

    assert found_by(RULES, item.format("Thursday 13 March 2025"))
    assert not found_by(RULES, item.format("Thursday 6 March"))


@given(st.integers(0, 23), st.integers(1, 12), st.integers(1, 12))
def test_hours_are_those_of_the_clock(begins: int, lasts: int, told: int) -> None:
    ends = (begins + lasts) % 24
    text = f"2.1 The bridge is shut from {begins:02d}:00 to {ends:02d}:00, {told} hours a night."

    assert bool(found_by(hours_between.RULES, text)) == (told != lasts)
