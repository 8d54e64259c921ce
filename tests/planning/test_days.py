"""The planner's day sums are those of the law, and each can be turned round."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.governance.planning.day_table import day_table
from moothall.governance.planning.leads import (
    CalendarDays,
    CallIn,
    ClearCalendarDays,
    ClearWorkingDays,
    Lead,
    WorkingDaysAfter,
)
from moothall.governance.planning.places import AnyWorkingDay, OnCycle, OnDays, Opening, Place
from moothall.law.calendar import WorkingDays
from moothall.law.call_in import effective_from
from moothall.law.clear_days import Count, clear_days, earliest_meeting
from moothall.law.publication_cycle import read_cycle

FIRST, LAST = date(2021, 1, 1), date(2027, 12, 31)
# Christmas Eve and the days to New Year: one council's own.
EXTRA = tuple(date(2025, 12, day) for day in (24, 29, 30, 31))
TABLE = day_table(FIRST, LAST, EXTRA)
WORKING = WorkingDays(frozenset(EXTRA))
DAYS = st.dates(date(2022, 1, 1), date(2026, 12, 31))
NUMBERS = st.integers(0, 45)


@given(day=DAYS, number=NUMBERS)
def test_the_table_counts_working_days_as_the_law_does(day: date, number: int) -> None:
    assert TABLE.counts(day.toordinal()) == WORKING.counts(day)
    assert TABLE.add(day.toordinal(), number) == WORKING.add(day, number).toordinal()
    assert TABLE.on_or_before(day.toordinal()) == WORKING.on_or_before(day).toordinal()


@given(day=DAYS, number=NUMBERS)
def test_clear_days_are_those_of_the_law(day: date, number: int) -> None:
    working = ClearWorkingDays(number, TABLE).first(day.toordinal())
    calendar = ClearCalendarDays(number).first(day.toordinal())
    assert working == earliest_meeting(day, number, Count.WORKING, WORKING)[0].toordinal()
    assert calendar == earliest_meeting(day, number, Count.CALENDAR)[0].toordinal()
    assert calendar is not None
    assert clear_days(day, date.fromordinal(calendar), Count.CALENDAR) == number


@given(day=DAYS, number=st.integers(0, 15), counts=st.booleans(), on_next=st.booleans())
def test_call_in_is_counted_as_the_law_counts_it(
    day: date, number: int, counts: bool, on_next: bool
) -> None:
    lead = CallIn(number, counts, on_next, TABLE)
    assert (
        lead.first(day.toordinal())
        == effective_from(
            day, number, count_publication_day=counts, next_working_day=on_next, working=WORKING
        ).toordinal()
    )


LEADS = st.one_of(
    st.builds(CalendarDays, NUMBERS),
    st.builds(ClearCalendarDays, NUMBERS),
    st.builds(lambda n: ClearWorkingDays(n, TABLE), NUMBERS),
    st.builds(lambda n: WorkingDaysAfter(n, TABLE), NUMBERS),
    st.builds(
        lambda n, c, w: CallIn(n, c, w, TABLE), st.integers(0, 15), st.booleans(), st.booleans()
    ),
)


@given(lead=LEADS, day=DAYS, limit=DAYS)
def test_a_lead_can_be_turned_round(lead: Lead, day: date, limit: date) -> None:
    first, last = lead.first(day.toordinal()), lead.last(limit.toordinal())
    assert first is not None
    assert last is not None
    assert (first <= limit.toordinal()) == (day.toordinal() <= last)


@given(lead=LEADS, day=DAYS, later=st.integers(0, 60))
def test_waiting_never_helps(lead: Lead, day: date, later: int) -> None:
    sooner, after = lead.first(day.toordinal()), lead.first(day.toordinal() + later)
    assert sooner is not None
    assert after is not None
    assert sooner <= after


def _opening(length: int, polls: list[int]) -> Opening:
    closed = tuple((poll - 38, poll) for poll in sorted(polls))
    return Opening(length, closed, TABLE)


FRIDAYS = read_cycle("fortnightly on Fridays from 2019-04-26")
PLACES = st.one_of(
    st.just(AnyWorkingDay(TABLE)),
    st.lists(DAYS, min_size=30, max_size=60, unique=True).map(
        lambda days: OnDays(tuple(sorted(day.toordinal() for day in days)))
    ),
    st.just(OnCycle((), FRIDAYS)),
    st.just(OnCycle((date(2024, 3, 6).toordinal(),), FRIDAYS)),
    st.builds(
        _opening,
        st.integers(1, 90),
        st.just([date(year, 5, 5).toordinal() for year in (2022, 2023, 2024)]),
    ),
)


@given(place=PLACES, day=DAYS, limit=DAYS)
def test_a_place_is_the_first_day_that_will_do_and_can_be_turned_round(
    place: Place, day: date, limit: date
) -> None:
    first = place.first(day.toordinal())
    if first is not None:
        assert first >= day.toordinal()
        assert place.first(first) == first
        assert place.last(first) == first
        last = place.last(limit.toordinal())
        # A limit that a place can meet from the day on leads back to that day or a later one.
        assert (first <= limit.toordinal()) == (last is not None and last >= first)


def test_a_consultation_is_not_launched_into_the_weeks_before_a_poll() -> None:
    # Notice of election Mon 28 Mar 2022 for the poll of Thu 5 May 2022 (document 000's "Spring").
    closed = ((date(2022, 3, 28).toordinal(), date(2022, 5, 5).toordinal()),)
    place = Opening(28, closed, TABLE)
    opens = place.first(date(2022, 3, 1).toordinal())
    assert opens == date(2022, 5, 6).toordinal()
    assert place.first(date(2022, 2, 28).toordinal()) == date(2022, 2, 28).toordinal()
    assert place.last(date(2022, 5, 5).toordinal()) == date(2022, 2, 28).toordinal()


def test_a_sum_that_leads_out_of_the_table_says_so() -> None:
    last = LAST.toordinal()
    assert TABLE.add(last, 5) is None
    assert ClearWorkingDays(5, TABLE).first(last) is None
    assert AnyWorkingDay(TABLE).first(last + 10) is None


@pytest.mark.parametrize("days", [1, 400, 100_000])
def test_a_table_has_an_end(days: int) -> None:
    table = day_table(FIRST, FIRST + timedelta(days=days))
    assert table.last - table.first <= 366 * 12
