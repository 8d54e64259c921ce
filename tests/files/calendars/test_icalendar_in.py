"""Meetings out of iCalendar files (RFC 5545), in England's own time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from calendars_made import SINCE, UNTIL, ical, read
from hypothesis import given
from hypothesis import strategies as st

from moothall.facts.decisions import MeetingStatus
from moothall.files.calendars.written_words import read_title
from moothall.files.problems import UnreadableError
from runaway import comes_to_an_end


def reasons_or_none(content: bytes) -> tuple[object, ...] | None:
    """Why a file is refused, None where it is read; any other error is a fault of ours."""
    try:
        read(content)
    except UnreadableError as refused:
        return refused.problems
    return None


def when(text: str) -> list[tuple[str, str | None]]:
    return [(each.held_on.isoformat(), each.starts_at) for each in read(text).meetings]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("DTSTART;TZID=Europe/London:20260720T180000", ("2026-07-20", "18:00")),
        ("DTSTART:20260720T170000Z", ("2026-07-20", "18:00")),  # British Summer Time
        ("DTSTART:20261116T180000Z", ("2026-11-16", "18:00")),
        ("DTSTART:20260720T233000Z", ("2026-07-21", "00:30")),  # the next day in England
        ("DTSTART:20260720T180000", ("2026-07-20", "18:00")),  # floating: England's clock
        ("DTSTART;TZID=Europe/Berlin:20260720T190000", ("2026-07-20", "18:00")),
        ("DTSTART;TZID=GMT Standard Time:20260720T180000", ("2026-07-20", "18:00")),  # Outlook's
        ("DTSTART;VALUE=DATE:20260720", ("2026-07-20", None)),
    ],
)
def test_a_meeting_is_on_englands_day_and_clock(start: str, expected: tuple[str, str | None]):
    assert when(ical(f"UID:1\n{start}\nSUMMARY:Cabinet")) == [expected]


def test_an_unknown_time_zone_is_said_and_its_time_taken_for_englands():
    found = read(ical("UID:1\nDTSTART;TZID=Nowhere/Land:20260720T180000\nSUMMARY:Cabinet"))

    assert found.meetings[0].starts_at == "18:00"
    assert "'Nowhere/Land', which is not known" in found.problems[0].what
    assert found.problems[0].line == 4


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cabinet", ("Cabinet", "ordinary", None)),
        ("Cabinet - 20 July", ("Cabinet", "ordinary", None)),
        ("Cabinet, Monday, 20th July 2026 at 6.00 pm", ("Cabinet", "ordinary", None)),
        ("Cabinet (20/07/2026)", ("Cabinet", "ordinary", None)),
        ("CANCELLED: Cabinet", ("Cabinet", "ordinary", MeetingStatus.CANCELLED)),
        ("Cabinet - Postponed", ("Cabinet", "ordinary", MeetingStatus.CANCELLED)),
        ("Provisional - Council", ("Council", "ordinary", MeetingStatus.PROVISIONAL)),
        ("Extraordinary Council", ("Council", "extraordinary", None)),
        ("Extraordinary Meeting of the Council", ("Council", "extraordinary", None)),
        ("Council (Extraordinary)", ("Council", "extraordinary", None)),
        ("Children & Families Scrutiny", ("Children & Families Scrutiny", "ordinary", None)),
        ("Adults - Health Scrutiny", ("Adults - Health Scrutiny", "ordinary", None)),
        ("Licensing Sub-Committee 3", ("Licensing Sub-Committee 3", "ordinary", None)),
    ],
)
def test_a_title_gives_the_bodys_name_and_what_else_it_says(title: str, expected: object):
    assert read_title(title) == expected


@given(st.text(max_size=400))
def test_no_title_is_lost_or_too_long(title: str):
    name, kind, _ = read_title(title)

    assert kind in ("ordinary", "extraordinary")
    assert bool(name) == bool(title.split())
    assert len(name) <= 300


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", MeetingStatus.CONFIRMED),
        ("STATUS:CONFIRMED", MeetingStatus.CONFIRMED),
        ("STATUS:TENTATIVE", MeetingStatus.PROVISIONAL),
        ("STATUS:CANCELLED", MeetingStatus.CANCELLED),
    ],
)
def test_the_status_is_the_calendars(line: str, expected: MeetingStatus):
    text = ical(f"UID:1\nDTSTART:20260720T170000Z\nSUMMARY:Cabinet\n{line}")

    assert read(text).meetings[0].status is expected


def test_a_calendar_that_calls_off_calls_off_every_meeting_in_it():
    text = ical("UID:1\nDTSTART:20260720\nSUMMARY:Cabinet", head="METHOD:CANCEL\n")

    assert read(text).meetings[0].status is MeetingStatus.CANCELLED


# --- Repeated meetings ----------------------------------------------------------------------------


def test_a_repeated_meeting_stays_at_its_time_when_the_clocks_change():
    text = ical(
        "UID:1\nDTSTART;TZID=Europe/London:20260921T180000\nRRULE:FREQ=MONTHLY;BYDAY=3MO;COUNT=4"
        "\nSUMMARY:Cabinet"
    )

    assert when(text) == [
        ("2026-09-21", "18:00"),
        ("2026-10-19", "18:00"),
        ("2026-11-16", "18:00"),
        ("2026-12-21", "18:00"),
    ]


def test_days_taken_out_and_days_added_are_followed():
    text = ical(
        "UID:1\nDTSTART;TZID=Europe/London:20260706T180000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20260803T170000Z\n"
        "EXDATE;TZID=Europe/London:20260713T180000\nEXDATE;VALUE=DATE:20260720\n"
        "RDATE;TZID=Europe/London:20260901T100000\nSUMMARY:Cabinet"
    )

    assert when(text) == [
        ("2026-07-06", "18:00"),
        ("2026-07-27", "18:00"),
        ("2026-08-03", "18:00"),
        ("2026-09-01", "10:00"),
    ]


def test_one_of_a_series_that_was_moved_or_called_off_stands_for_the_one_before():
    series = "UID:1\nDTSTART;TZID=Europe/London:20260706T180000\nRRULE:FREQ=WEEKLY;COUNT=3"
    moved = "UID:1\nRECURRENCE-ID:20260713T170000Z\nDTSTART:20260714T170000Z"
    off = "UID:1\nRECURRENCE-ID;TZID=Europe/London:20260720T180000\nDTSTART:20260720T170000Z"
    text = ical(
        f"{series}\nSUMMARY:Cabinet",
        f"{moved}\nSUMMARY:Cabinet",
        f"{off}\nSTATUS:CANCELLED\nSUMMARY:Cabinet",
    )

    found = read(text).meetings

    assert [(each.held_on.day, each.status.value) for each in found] == [
        (6, "confirmed"),
        (14, "confirmed"),
        (20, "cancelled"),
    ]
    # What moves keeps the name that it had, so that it is seen to have moved.
    assert found[1].reference == "1 2026-07-13"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("FREQ=SECONDLY", "repeats by SECONDLY"),
        ("FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "repeats by HOURLY"),
        ("FREQ=DAILY;INTERVAL=0", "no interval"),
        ("FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3", "several times a day"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ""),
        ("FREQ=DAILY;COUNT=999999999", ""),
        ("FREQ=MONTHLY;BYDAY=6MO;COUNT=5", ""),
    ],
)
@comes_to_an_end()
def test_no_rule_of_repetition_leads_to_an_endless_search(rule: str, told: str):
    found = read(ical(f"UID:1\nDTSTART:20260706T170000Z\nRRULE:{rule}\nSUMMARY:Cabinet"))

    assert any(told in problem.what for problem in found.problems) == bool(told)
    assert found.meetings[0].held_on == date(2026, 7, 6)


def test_a_series_from_long_ago_is_not_followed():
    found = read(ical("UID:1\nDTSTART:00010101\nRRULE:FREQ=DAILY\nSUMMARY:Cabinet"))

    assert found.meetings == ()
    assert any("repeats since 1, which cannot be meant" in each.what for each in found.problems)


@given(
    first=st.dates(date(2020, 1, 1), date(2028, 1, 1)),
    frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    interval=st.integers(1, 9),
    count=st.one_of(st.none(), st.integers(1, 60)),
)
def test_every_occurrence_is_within_the_days_that_were_asked_for(
    first: date, frequency: str, interval: int, count: int | None
):
    rule = f"FREQ={frequency};INTERVAL={interval}" + (f";COUNT={count}" if count else "")
    found = read(ical(f"UID:1\nDTSTART:{first:%Y%m%d}\nRRULE:{rule}\nSUMMARY:Cabinet")).meetings

    days = [each.held_on for each in found]
    assert all(SINCE <= day < UNTIL for day in days)
    assert len(set(days)) == len(days) <= (count or 366)
    if frequency == "DAILY" and count is None and first <= SINCE:
        assert len(days) == len(
            [
                day
                for day in range((UNTIL - SINCE).days)
                if not ((SINCE - first).days + day) % interval
            ]
        )
    assert all(later - one >= timedelta(interval) for one, later in pairwise(days))


# --- What is wrong with a file --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (ical("UID:1\nDTSTART:20260720\nSUMMARY:Cabinet")[:-40], 4, "never ended"),
        (ical("UID:1\nDTSTART:20260720\nnonsense\nSUMMARY:Cabinet"), 7, "'nonsense' is no line"),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", 3, "END:VEVENT is expected"),
    ],
)
def test_a_malformed_file_is_refused_with_the_line(text: str, line: int, told: str):
    with pytest.raises(UnreadableError) as refused:
        read(text)

    assert refused.value.problems[0].line == line
    assert told in refused.value.problems[0].what


def test_what_is_wrong_with_one_event_leaves_the_others():
    text = ical(
        "UID:1\nDTSTART:someday\nSUMMARY:Cabinet",
        "UID:2\nDTSTART:20260720",
        "UID:3\nDTSTART:20260720\nSTATUS:MAYBE\nSUMMARY:Council",
        "UID:4\nDTSTART:20260721\nRRULE:FREQ=OFTEN\nSUMMARY:Board",
    )
    found = read(text)

    assert [each.body_name for each in found.meetings] == ["Council", "Board"]
    assert [(each.line, each.what) for each in found.problems] == [
        (4, "'Cabinet' has no first day that can be read"),
        (9, "has no title"),
        (13, "'MAYBE' of 'Council' is no status that is known"),
        (19, "RRULE of 'Board' cannot be read"),
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"BEGIN:VCALENDAR\r\n" + b"x" * 50_000_000, "is larger than 10 MB"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page"),
        (b"PK\x03\x04rest", "is an office document"),
        (b"just a few words\nof no table", "holds no calendar"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 20_001, "20,000 events"),
    ],
)
@comes_to_an_end()
def test_what_is_no_calendar_is_refused_at_once_with_the_reason(data: bytes, told: str):
    if data.endswith(b"END:VEVENT\r\n"):
        data += b"END:VCALENDAR\r\n"
    with pytest.raises(UnreadableError, match=told):
        read(data)


def test_meetings_in_the_past_only_are_a_finding_that_says_so():
    found = read(ical("UID:1\nDTSTART:20190720T170000Z\nSUMMARY:Cabinet"))

    assert found.meetings == ()
    assert found.left_out == 1
    assert "its 1 lie in the past, from Sat 20 Jul 2019" in found.problems[0].what


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes):
    for content in (data, b"BEGIN:VCALENDAR\r\n" + data, b"<a>" + data, b"body,date\n" + data):
        assert reasons_or_none(content) != ()
