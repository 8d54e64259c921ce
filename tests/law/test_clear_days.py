"""Day counts against what really happened; every case is named and sourced."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.law.calendar import WorkingDays, bank_holiday
from moothall.law.call_in import effective_from
from moothall.law.clear_days import Count, clear_days, earliest_meeting, latest_publication
from moothall.law.elections import latest_notice_of_election

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
COUNTS = st.sampled_from(list(Count))

# (meeting, number, count, last day of publication, source)
LATEST = [
    ("2021-03-24", 5, "working", "2021-03-16", "document 001: Tameside Executive Cabinet"),
    ("2018-09-11", 5, "working", "2018-09-03", "document 004: Cambridgeshire committee"),
    ("2019-04-30", 5, "working", "2019-04-18", "over Good Friday 19 and Easter Monday 22 April"),
    ("2012-04-18", 5, "working", "2012-04-10", "Peterborough summons dated 10 Apr 2012"),
    ("2022-06-28", 5, "working", "2022-06-20", "Stockport Cabinet of 28 June 2022"),
    ("2025-09-22", 28, "calendar", "2025-08-24", "Oldham plan 456: 25 August was a day late"),
]

# (council, published, days, publication day counted, effective as printed, source)
CALL_IN = [
    ("Stockport", "2022-06-29", 5, True, "2022-07-06", "decision page AIId=72892"),
    ("Stockport", "2018-12-28", 5, True, "2019-01-05", "over New Year, a Saturday"),
    ("Stockport", "2021-10-06", 5, True, "2021-10-13", "decision page"),
    ("Manchester", "2021-07-30", 5, False, "2021-08-07", "a Saturday"),
    ("Peterborough", "2021-07-13", 3, False, "2021-07-17", "a Saturday"),
]


@pytest.mark.parametrize(("meeting", "number", "count", "latest", "source"), LATEST)
def test_the_last_day_of_publication_is_the_one_in_the_record(
    meeting: str, number: int, count: str, latest: str, source: str
) -> None:
    day, _ = latest_publication(date.fromisoformat(meeting), number, Count(count))
    assert day == date.fromisoformat(latest), source


@pytest.mark.parametrize(
    ("council", "published", "days", "counted", "effective", "source"), CALL_IN
)
def test_a_decision_takes_effect_on_the_day_that_its_council_printed(
    council: str, published: str, days: int, counted: bool, effective: str, source: str
) -> None:
    day = effective_from(date.fromisoformat(published), days, count_publication_day=counted)
    assert day == date.fromisoformat(effective), f"{council}: {source}"


def test_elitestone_had_two_clear_days_where_three_were_needed() -> None:
    assert clear_days(date(1990, 4, 26), date(1990, 5, 1), Count.WORKING) == 2


def test_twenty_eight_days_apart_are_twenty_seven_clear_days() -> None:
    assert clear_days(date(2025, 8, 25), date(2025, 9, 22), Count.CALENDAR) == 27


def test_saturday_counts_for_a_parish_and_not_for_a_borough() -> None:
    published, meeting = date(2022, 9, 22), date(2022, 9, 27)  # Biggleswade, over a weekend
    assert clear_days(published, meeting, Count.PARISH) == 3
    assert clear_days(published, meeting, Count.WORKING) == 2


def test_the_state_funeral_is_no_working_day() -> None:
    assert WorkingDays().why_not(date(2022, 9, 19)) == "State Funeral of Queen Elizabeth II"


def test_a_councils_own_extra_day_is_passed_over_and_named() -> None:
    eve = date(2025, 12, 24)
    _, skipped = latest_publication(
        date(2025, 12, 29), 1, Count.WORKING, WorkingDays(frozenset({eve}))
    )
    assert "the council's own non-working day" in {each.why for each in skipped}


def test_the_calendar_is_the_librarys_own() -> None:
    """Its one file is loaded directly, for speed; this holds it against the usual way in."""
    import holidays

    england = holidays.country_holidays("GB", subdiv="ENG", years=range(1990, 2031))
    day = date(1990, 1, 1)
    while day.year < 2031:
        assert bank_holiday(day) == england.get(day)
        day += timedelta(days=1)


def test_the_latest_notice_of_election_is_the_one_that_was_published() -> None:
    assert latest_notice_of_election(date(2024, 5, 2), 25) == date(2024, 3, 26)  # LGA guide 2024
    assert latest_notice_of_election(date(2022, 5, 5), 25) == date(2022, 3, 28)


@given(meeting=DAYS, number=st.integers(0, 40), count=COUNTS)
def test_the_last_day_leaves_enough_and_the_next_publication_day_does_not(
    meeting: date, number: int, count: Count
) -> None:
    latest, _ = latest_publication(meeting, number, count)
    assert clear_days(latest, meeting, count) >= number
    later = latest + timedelta(days=1)
    if count is Count.WORKING:
        while not WorkingDays().counts(later):
            later += timedelta(days=1)
    assert later >= meeting or clear_days(later, meeting, count) < number


@given(published=DAYS, number=st.integers(0, 40), count=COUNTS)
def test_the_earliest_meeting_has_its_days_and_the_day_before_has_not(
    published: date, number: int, count: Count
) -> None:
    earliest, _ = earliest_meeting(published, number, count)
    assert clear_days(published, earliest, count) == number
    before = earliest - timedelta(days=1)
    assert before <= published or clear_days(published, before, count) < number


@given(first=DAYS, gap=st.integers(0, 60), days=st.integers(1, 15), counted=st.booleans())
def test_a_later_publication_never_takes_effect_earlier(
    first: date, gap: int, days: int, counted: bool
) -> None:
    second = first + timedelta(days=gap)
    assert effective_from(first, days, count_publication_day=counted) <= effective_from(
        second, days, count_publication_day=counted
    )


def test_every_shared_vector_of_days_holds(vectors: Any) -> None:
    day = date.fromisoformat
    for case in vectors["clear_day"]:
        count = Count(case["kind"])
        if "clear" in case:
            counted = clear_days(day(case["published"]), day(case["meeting"]), count)
            assert counted == case["clear"], case["src"]
            assert (counted >= case["n"]) is case["ok"], case["src"]
        if "latest" in case:
            latest, _ = latest_publication(day(case["meeting"]), case["n"], count)
            assert latest == day(case["latest"]), case["src"]
    for case in vectors["notice28"]:
        counted = clear_days(day(case["published"]), day(case["decision"]), Count.CALENDAR)
        assert counted == case["clear_calendar"], case["src"]
        assert (counted >= 28) is case["ok"], case["src"]
    for case in vectors["call_in"]:
        effective = effective_from(
            day(case["published"]),
            case["n"],
            count_publication_day=case["count_publication_day"],
        )
        assert effective == day(case["effective_from"]), case["council"]
    for case in vectors["pre_election"]:
        assert latest_notice_of_election(day(case["poll"]), 25) == day(case["latest_notice"])
