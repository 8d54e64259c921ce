"""England's bank holidays as they were, one-off ones included."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.law.calendar import WorkingDays, bank_holiday
from moothall.law.clear_days import Count, clear_days

# Every bank holiday of the division "England and Wales" as gov.uk publishes them
# (https://www.gov.uk/bank-holidays), substitute days included.
PUBLISHED = {
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
}

ONE_OFF = [
    ("1995-05-08", "VE Day, fifty years: the May holiday moved"),
    ("1999-12-31", "the millennium"),
    ("2002-06-03", "Golden Jubilee"),
    ("2002-06-04", "the spring holiday, moved for it"),
    ("2011-04-29", "a royal wedding"),
    ("2012-06-04", "the spring holiday, moved for the Diamond Jubilee"),
    ("2012-06-05", "Diamond Jubilee"),
    ("2020-05-08", "VE Day, seventy-five years: the May holiday moved to a Friday"),
    ("2022-06-02", "the spring holiday, moved for the Platinum Jubilee"),
    ("2022-06-03", "Platinum Jubilee"),
    ("2022-09-19", "State Funeral of Queen Elizabeth II"),
    ("2023-05-08", "Coronation"),
]

MOVED_AWAY = ["1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"]

ELSEWHERE = [
    ("2020-01-02", "Scotland: the day after New Year's Day"),
    ("2020-08-03", "Scotland: summer"),
    ("2020-11-30", "Scotland: St Andrew's Day"),
    ("2026-06-15", "Scotland: the football World Cup"),
    ("2020-03-17", "Northern Ireland: St Patrick's Day"),
    ("2020-07-13", "Northern Ireland: Battle of the Boyne"),
]


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_calendar_is_the_published_one_of_england(year: int) -> None:
    """Weekdays only: a holiday that falls on a weekend is published by its substitute day."""
    published = {date.fromisoformat(f"{year}-{day}") for day in PUBLISHED[year].split()}
    first = date(year, 1, 1)
    held = {day for n in range(366) if (day := first + timedelta(days=n)).year == year}
    assert {day for day in held if day.weekday() < 5 and bank_holiday(day)} == published


@pytest.mark.parametrize(("day", "why"), ONE_OFF)
def test_a_one_off_holiday_is_no_working_day(day: str, why: str) -> None:
    assert not WorkingDays().counts(date.fromisoformat(day)), why


@pytest.mark.parametrize("day", MOVED_AWAY)
def test_the_day_from_which_a_holiday_was_moved_is_a_working_day(day: str) -> None:
    assert WorkingDays().counts(date.fromisoformat(day))


@pytest.mark.parametrize(("day", "whose"), ELSEWHERE)
def test_the_holidays_of_scotland_and_northern_ireland_do_not_count(day: str, whose: str) -> None:
    assert WorkingDays().counts(date.fromisoformat(day)), whose


def test_the_swansea_meeting_was_on_a_working_day() -> None:
    """1 May 1990 was the day of the meeting and no holiday; that year's fell on Monday the 7th."""
    assert bank_holiday(date(1990, 5, 1)) is None
    assert bank_holiday(date(1990, 5, 7)) is not None


def test_five_clear_days_pass_over_the_state_funeral() -> None:
    """Published on Monday 12 September 2022 a meeting of the 20th had four clear days, not five."""
    meeting = date(2022, 9, 20)
    assert clear_days(date(2022, 9, 12), meeting, Count.WORKING) == 4
    assert clear_days(date(2022, 9, 12), meeting, Count.CALENDAR) == 7


@given(day=st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_no_week_is_without_a_working_day(day: date) -> None:
    working = WorkingDays()
    assert any(working.counts(day + timedelta(days=n)) for n in range(7))


@given(day=st.dates(date(1990, 1, 1), date(2040, 12, 31)))
def test_a_saturday_or_sunday_is_named_before_the_holiday_that_falls_on_it(day: date) -> None:
    why = WorkingDays().why_not(day)
    if day.weekday() >= 5:
        assert why == f"{day:%A}"
    else:
        assert why == bank_holiday(day)
