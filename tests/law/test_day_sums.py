"""The sums with dates, against what councils published, and as people type them."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.cli import main
from moothall.law.clear_days import Count
from moothall.law.day_sums import (
    from_when_to_meet,
    how_many_clear_days,
    until_when_to_publish,
    when_call_in_ends,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def ask(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["dates", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_days_over_easter_are_named(capsys: pytest.CaptureFixture[str]):
    found = ask(capsys, "latest-publication", "--meeting", "2019-04-30", "--clear-days", "5")

    assert (found["date"], found["weekday"]) == ("2019-04-18", "Thursday")
    assert [(each["date"], each["why"]) for each in found["skipped"]] == [
        ("2019-04-19", "Good Friday"),
        ("2019-04-20", "Saturday"),
        ("2019-04-21", "Sunday"),
        ("2019-04-22", "Easter Monday"),
        ("2019-04-27", "Saturday"),
        ("2019-04-28", "Sunday"),
    ]
    assert "s100B" in found["citation"]
    assert "rolls back" in found["note"] or found["note"] == ""


@pytest.mark.parametrize(
    ("count", "day", "says"),
    [("working", "2024-03-15", "rolls back"), ("calendar", "2024-03-16", "lets it stand")],
)
def test_a_day_off_is_rolled_back_in_the_working_count_alone(
    capsys: pytest.CaptureFixture[str], count: str, day: str, says: str
):
    number = "5" if count == "working" else "8"

    found = ask(
        capsys,
        *("latest-publication", "--meeting", "2024-03-25"),
        *("--clear-days", number, "--count", count),
    )

    assert found["date"] == day
    assert says in found["note"]


def test_the_day_of_the_state_funeral_is_no_working_day(capsys: pytest.CaptureFixture[str]):
    found = ask(
        capsys, "clear-days", "--published", "2022-09-14", "--meeting", "2022-09-21", "--need", "5"
    )

    assert (found["clear_days"], found["ok"]) == (3, False)
    assert "2022-09-19" in {each["date"] for each in found["skipped"]}


def test_the_sums_agree_with_what_councils_published(vectors: Any):
    for case in vectors["clear_day"]:
        count, meeting = Count(case["kind"]), date.fromisoformat(case["meeting"])
        if "published" in case:
            found = how_many_clear_days(
                date.fromisoformat(case["published"]), meeting, count, case["n"]
            )
            assert (found.clear_days, found.enough) == (case["clear"], case["ok"]), case["id"]
        if "latest" in case:
            latest = until_when_to_publish(meeting, case["n"], count)
            assert latest.day == date.fromisoformat(case["latest"]), case["id"]
    for case in vectors["notice28"]:
        found = how_many_clear_days(
            date.fromisoformat(case["published"]),
            date.fromisoformat(case["decision"]),
            Count.CALENDAR,
            28,
        )
        assert (found.clear_days, found.enough) == (case["clear_calendar"], case["ok"]), case["id"]


def test_call_in_ends_as_councils_published_it(vectors: Any, capsys: pytest.CaptureFixture[str]):
    for case in vectors["call_in"]:
        flag = ["--count-publication-day"] if case["count_publication_day"] else []
        found = ask(
            capsys, "call-in", "--published", case["published"], "--days", str(case["n"]), *flag
        )
        assert found["date"] == case["effective_from"], case


def test_a_decision_may_wait_for_the_next_working_day(capsys: pytest.CaptureFixture[str]):
    asked = ("call-in", "--published", "2021-07-30", "--days", "5", "--effective")

    assert ask(capsys, *asked, "next-day")["date"] == "2021-08-07"
    assert ask(capsys, *asked, "next-working-day")["date"] == "2021-08-09"


def test_the_notice_of_election_is_the_published_one(
    vectors: Any, capsys: pytest.CaptureFixture[str]
):
    for case in vectors["pre_election"]:
        found = ask(capsys, "notice-of-election", "--poll", case["poll"])
        assert found["date"] == case["latest_notice"]


def test_a_councils_own_closed_day_is_skipped(capsys: pytest.CaptureFixture[str]):
    asked = ("latest-publication", "--meeting", "2026-01-09", "--clear-days", "5")

    assert ask(capsys, *asked)["date"] == "2025-12-31"
    found = ask(capsys, *asked, "--extra-non-day", "31 December 2025")
    assert found["date"] == "2025-12-30"
    assert ("2025-12-31", "the council's own non-working day") in {
        (each["date"], each["why"]) for each in found["skipped"]
    }


def test_a_person_reads_the_weekday_and_the_reasons(capsys: pytest.CaptureFixture[str]):
    assert (
        main(
            [
                "dates",
                "clear-days",
                "--published",
                "26 April 1990",
                "--meeting",
                "1990-05-01",
                "--need",
                "3",
            ]
        )
        == 0
    )

    out = capsys.readouterr().out
    assert "2: too few" in out
    assert "skipped Saturday 28 April 1990 (1990-04-28): Saturday" in out
    assert "Elitestone" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["latest-publication", "--meeting", "30 April", "--clear-days", "5"],
        ["latest-publication", "--meeting", "2019-02-30", "--clear-days", "5"],
        ["latest-publication", "--meeting", "2019-04-30", "--clear-days", "-5"],
        ["latest-publication", "--meeting", "2019-04-30", "--clear-days", "99999999"],
        ["latest-publication", "--meeting", "2019-04-30", "--clear-days", "5", "--count", "lunar"],
        ["call-in", "--published", "Spring 2022", "--days", "5"],
        ["no-such-question"],
        [],
    ],
)
def test_what_is_no_question_is_refused_with_what_would_cure_it(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as stopped:
        main(["dates", *arguments])

    assert stopped.value.code == 2
    assert "error" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["notice-of-election", "--poll", "1983-06-09"],
        ["latest-publication", "--meeting", "0001-01-03", "--clear-days", "5"],
        ["earliest-meeting", "--published", "9999-12-31", "--clear-days", "5"],
    ],
)
def test_where_no_law_or_calendar_reaches_it_says_so(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["dates", *arguments]) == 2

    assert capsys.readouterr().err.startswith("moothall dates: ")


@given(meeting=DAYS, number=st.integers(0, 40), count=st.sampled_from(list(Count)))
def test_the_latest_publication_leaves_enough_and_a_day_later_too_few(
    meeting: date, number: int, count: Count
):
    latest = until_when_to_publish(meeting, number, count).day
    assert latest is not None

    assert how_many_clear_days(latest, meeting, count, number).enough
    if number and count is not Count.WORKING:
        later = how_many_clear_days(latest + timedelta(days=1), meeting, count, number)
        assert not later.enough


@given(published=DAYS, number=st.integers(0, 40), count=st.sampled_from(list(Count)))
def test_the_earliest_meeting_has_enough_and_a_day_earlier_too_few(
    published: date, number: int, count: Count
):
    earliest = from_when_to_meet(published, number, count).day
    assert earliest is not None

    assert how_many_clear_days(published, earliest, count, number).enough
    if number:
        before = earliest - timedelta(days=1)
        assert not how_many_clear_days(published, before, count, number).enough


@given(published=DAYS, number=st.integers(0, 20), first=st.booleans(), working=st.booleans())
def test_a_skipped_day_lies_within_the_period_and_never_counts(
    published: date, number: int, first: bool, working: bool
):
    found = when_call_in_ends(
        published, number, count_publication_day=first, next_working_day=working
    )

    assert found.day is not None
    assert all(published <= each.day < found.day for each in found.skipped)
    counted = (found.day - published).days - len(found.skipped)
    assert counted >= number - 1
