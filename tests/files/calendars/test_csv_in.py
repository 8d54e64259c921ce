"""Meetings out of tables, with the ways of spreadsheets."""

from datetime import date

import pytest
from calendars_made import read
from hypothesis import given
from hypothesis import strategies as st

from moothall.facts.decisions import MeetingStatus
from moothall.files.calendars.written_words import read_clock, read_meeting_day
from moothall.files.problems import UnreadableError

TABLE = """\
Committee;Date;Start Time;Type;Venue;Status;Meeting ID
Cabinet;20/07/2026;6.00 pm;;Town Hall;Confirmed;4467
Council;22/07/2026;18:30;extraordinary;;Provisional;4468
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("first", ["", "sep={mark}\n"])
def test_a_table_of_any_spreadsheet_is_read(encoding: str, mark: str, first: str):
    text = first.format(mark=mark) + TABLE.replace(";", mark)
    found = read(text.encode(encoding))

    assert (found.form, found.problems) == ("CSV", ())
    cabinet, council = found.meetings
    assert (cabinet.held_on, cabinet.starts_at) == (date(2026, 7, 20), "18:00")
    assert (cabinet.place, cabinet.reference) == ("Town Hall", "4467")
    assert (council.kind, council.status) == ("extraordinary", MeetingStatus.PROVISIONAL)
    assert council.place_in_file == f"line {3 + bool(first)}"


@pytest.mark.parametrize(
    "text",
    [
        *("2026-07-20", "20/07/2026", "20/7/26", "20.07.2026", "20 July 2026"),
        *("Monday 20 July 2026", "20-Jul-26", "Mon, 20 Jul 2026"),
        *("20/07/2026 18:00", "2026-07-20T18:00:00"),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str):
    assert read_meeting_day(text) == date(2026, 7, 20)


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_the_day_stands_before_the_month(day: date):
    assert read_meeting_day(f"{day:%d/%m/%Y}") == read_meeting_day(f"{day:%d/%m/%y}") == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("18:00", "18:00"), ("6.30 pm", "18:30"), ("6pm", "18:00"), ("9:05", "09:05")),
        *(("12 noon", "12:00"), ("12.15 a.m.", "00:15"), ("18:00:00", "18:00")),
        *(("20/07/2026 18:00", "18:00"), ("tbc", None), ("", None)),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, expected: str | None):
    assert read_clock(text) == expected


@pytest.mark.parametrize("text", ["99", "25:00", "6.75 pm", "after lunch"])
def test_what_is_no_time_is_none(text: str):
    with pytest.raises(ValueError, match="no time of day"):
        read_clock(text)


def test_every_problem_is_told_at_once_with_its_line():
    found = read(
        "body,date,time,status\nCabinet,07/20/2026,99,\n,21/07/2026,,\n\nCouncil,22/07/2026,,perhaps\n"
    )

    assert [each.body_name for each in found.meetings] == ["Council"]
    assert found.meetings[0].status is MeetingStatus.PROVISIONAL
    assert [(each.line, each.what[:34]) for each in found.problems] == [
        (2, "'07/20/2026' is no day"),
        (2, "'99' is no time of day"),
        (3, "names no body"),
        (5, "'perhaps' is no status that is kno"),
    ]
    assert all(each.cure for each in found.problems)


def test_a_table_without_a_column_that_is_needed_says_which():
    with pytest.raises(UnreadableError, match="has no column 'date'"):
        read("body,place\nCabinet,Town Hall\n")
