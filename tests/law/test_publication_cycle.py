"""On which days a forward plan is published: cycles as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.law.publication_cycle import Cycle, read_cycle

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@st.composite
def placed(draw: st.DrawFn) -> Cycle:
    """A cycle whose days can be worked out."""
    name = draw(st.sampled_from(WEEKDAYS))
    if draw(st.booleans()):
        ordinal = draw(st.sampled_from(["first", "second", "third", "fourth"]))
        return read_cycle(f"{ordinal} {name} of the month")
    if draw(st.booleans()):
        return read_cycle(f"weekly on {name}s")
    start = draw(DAYS)
    return read_cycle(f"fortnightly on {WEEKDAYS[start.weekday()]}s from {start.isoformat()}")


def next_of(cycle: Cycle, day: date) -> date:
    found = cycle.on_or_after(day)
    assert found is not None
    return found


# The forward plans that Peterborough published, as its own pages name them.
PETERBOROUGH = [
    date(2019, 4, 26),
    date(2019, 6, 21),
    date(2019, 8, 30),
    date(2019, 10, 25),
    date(2019, 11, 8),
    date(2021, 6, 18),
]


@pytest.mark.parametrize("day", PETERBOROUGH)
def test_peterborough_published_on_its_fortnightly_fridays(day: date) -> None:
    cycle = read_cycle("fortnightly on Fridays from 2019-04-26")
    assert cycle.on_or_after(day) == cycle.on_or_before(day) == day
    assert cycle.on_or_after(day + timedelta(days=1)) == day + timedelta(days=14)
    assert cycle.on_or_before(day - timedelta(days=1)) == day - timedelta(days=14)


def test_darlington_publishes_on_the_first_wednesday() -> None:
    cycle = read_cycle("first Wednesday of the month")
    assert cycle.on_or_after(date(2026, 4, 1)) == date(2026, 4, 1)  # a Wednesday itself
    assert cycle.on_or_after(date(2026, 4, 2)) == date(2026, 5, 6)
    assert cycle.on_or_before(date(2026, 5, 5)) == date(2026, 4, 1)


def test_monthly_on_an_unnamed_day_gives_no_date() -> None:
    cycle = read_cycle("monthly")
    assert cycle.is_vague
    assert cycle.on_or_after(date(2026, 1, 1)) is None
    assert cycle.on_or_before(date(2026, 1, 1)) is None


def test_fortnightly_without_a_start_gives_no_date() -> None:
    cycle = read_cycle("fortnightly on Fridays")
    assert cycle.is_vague
    assert cycle.on_or_after(date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "daily",
        "monthly + before each Cabinet",
        "fifth Friday of the month",
        "weekly on Frydays",
    ],
)
def test_a_cycle_that_cannot_be_placed_is_refused_with_the_forms_there_are(text: str) -> None:
    with pytest.raises(ValueError, match="is no cycle that can be placed; write monthly"):
        read_cycle(text)


def test_a_start_on_another_weekday_is_refused() -> None:
    with pytest.raises(ValueError, match="2021-06-19 is no friday"):
        read_cycle("fortnightly on Fridays from 2021-06-19")


@given(cycle=placed(), day=DAYS)
def test_the_next_day_is_not_before_and_is_in_the_cycle(cycle: Cycle, day: date) -> None:
    found = next_of(cycle, day)
    assert found >= day
    assert cycle.on_or_after(found) == found
    assert cycle.on_or_before(found) == found
    if cycle.ordinal is not None:
        assert found.weekday() == cycle.weekday
        assert (found.day - 1) // 7 == cycle.ordinal
    if cycle.starts_on is not None:
        assert (found - cycle.starts_on).days % 14 == 0


@given(cycle=placed(), day=DAYS)
def test_no_day_of_the_cycle_is_passed_over(cycle: Cycle, day: date) -> None:
    last = cycle.on_or_before(day)
    assert last is not None
    assert last <= day
    assert next_of(cycle, last + timedelta(days=1)) > day


@given(cycle=placed(), day=DAYS, gap=st.integers(0, 90))
def test_whoever_is_ready_later_is_published_no_earlier(cycle: Cycle, day: date, gap: int) -> None:
    assert next_of(cycle, day) <= next_of(cycle, day + timedelta(days=gap))
