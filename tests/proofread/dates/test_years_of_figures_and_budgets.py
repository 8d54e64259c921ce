"""Years beside figures, years of budgets, and the ends of periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markdown_reports import shown
from moothall.proofread.dates.ends_of_periods import (
    a_balance_stands_at_the_end_of_its_month,
    a_term_of_years_ends_the_day_before_it_began,
    what_follows_begins_the_day_after,
)
from moothall.proofread.dates.years_compared import (
    a_run_of_years_has_as_many_as_it_is_said_to,
    figures_set_beside_each_other_are_of_two_years,
)
from moothall.proofread.dates.years_of_budgets import (
    a_budget_is_set_before_its_year,
    what_slips_goes_into_a_later_year,
)
from moothall.proofread.reading.written_dates import in_full

SLIPS = (
    (
        figures_set_beside_each_other_are_of_two_years,
        "The lamps burnt less: from 412 tonnes in {} to 378 tonnes in 2024/25.",
        "2023/24",
        "2024/25",
    ),
    (
        figures_set_beside_each_other_are_of_two_years,
        "The fund pays for a project (£350,000 in 2025/26 and £400,000 in {}).",
        "2026/27",
        "2025/26",
    ),
    (
        figures_set_beside_each_other_are_of_two_years,
        "Nine quays were late in 2024/25, compared with six in {}.",
        "2023/24",
        "2024/25",
    ),
    (
        figures_set_beside_each_other_are_of_two_years,
        "There is a gap of £450,000 in 2026/27 and of £271,000 a year from {}.",
        "2027/28",
        "2026/27",
    ),
    (
        figures_set_beside_each_other_are_of_two_years,
        "The budget for 2025/26 is £8.150m net, an increase of 3.2% on the {} budget.",
        "2024/25",
        "2025/26",
    ),
    (
        a_run_of_years_has_as_many_as_it_is_said_to,
        "We look at the number of boats over the four financial years {} to 2028/29.",
        "2025/26",
        "2024/25",
    ),
    (
        a_budget_is_set_before_its_year,
        "Council set a net budget of £31.8m for {} on 26 February 2025.",
        "2025/26",
        "2024/25",
    ),
    (
        a_budget_is_set_before_its_year,
        "Background papers: Revenue Budget {} (Council, 26 February 2025).",
        "2025/26",
        "2024/25",
    ),
    (
        what_slips_goes_into_a_later_year,
        "The programme for 2025/26 is £74.3m. All of the variance is slippage into {}.",
        "2026/27",
        "2025/26",
    ),
    (
        a_balance_stands_at_the_end_of_its_month,
        "Reserves were £3m at 31 March 2026. Spend to {} March 2026 was £46.5m.",
        "31",
        "30",
    ),
    (
        what_follows_begins_the_day_after,
        "The contract for dredging ends on {} March 2027. The next would run from 1 April 2027.",
        "31",
        "30",
    ),
)


@pytest.mark.parametrize(("rule", "words", "right", "wrong"), SLIPS)
def test_a_year_or_day_that_slipped_is_told(rule, words, right, wrong) -> None:
    assert not shown(rule, words.format(right))
    assert shown(rule, words.format(wrong))


LEFT_ALONE = (
    (
        figures_set_beside_each_other_are_of_two_years,
        "The grant was £10 for lamps in 2024/25 and £12 for oil in 2024/25.",
    ),
    (
        figures_set_beside_each_other_are_of_two_years,
        "We spent £4m in 2024/25 against £3m for lamps in 2024/25.",
    ),
    (
        figures_set_beside_each_other_are_of_two_years,
        "The outturn for 2024/25 is an increase on the 2024/25 budget.",
    ),
    (
        a_run_of_years_has_as_many_as_it_is_said_to,
        (
            "Boats rose over the five years from 2019/20 to 2024/25, and in the six years 2019/20 "
            "to 2024/25 ferries fell."
        ),
    ),
    (
        a_budget_is_set_before_its_year,
        "Council approved a revised budget of £3m for 2024/25 on 26 February 2025.",
    ),
    (
        a_budget_is_set_before_its_year,
        "The budget for 2025/26 will be consulted on; the 2024/25 budget was set on 1 March 2024.",
    ),
    (
        what_slips_goes_into_a_later_year,
        "The programme for 2025/26 takes £2m brought forward from 2026/27 into 2025/26.",
    ),
    (
        a_balance_stands_at_the_end_of_its_month,
        "The council met at the quay on 24 March 2026. Reserves were £3m at 31 March 2026.",
    ),
    (
        what_follows_begins_the_day_after,
        "The survey ends on 14 March 2027. The results are open from 1 April 2027.",
    ),
)


@pytest.mark.parametrize(("rule", "words"), LEFT_ALONE)
def test_years_and_days_that_are_right_are_left_alone(rule, words) -> None:
    assert not shown(rule, words)


@given(st.integers(2015, 2030), st.integers(2, 12), st.integers(0, 20))
def test_a_term_of_years_is_told_where_it_is_days_short(year: int, years: int, short: int) -> None:
    ends = date(year + years, 4, 1) - timedelta(days=1 + short)
    text = f"The ferry is let for {years} years from 1 April {year} to {in_full(ends)}."
    assert bool(shown(a_term_of_years_ends_the_day_before_it_began, text)) is (short > 0)
