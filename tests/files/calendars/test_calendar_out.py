"""A programme as a calendar: what stands in it, and that calendar programs can read it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from calendars_made import read
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from invented import write
from moothall.basics.citations import Citation
from moothall.facts.decisions import MeetingStatus
from moothall.facts.engagement import Exercise, ExerciseKind
from moothall.facts.fact import Exempt
from moothall.facts.programme import Programme
from moothall.files.calendars.entries import Stamps, entries_of, without_exempt
from moothall.files.calendars.writing import CalendarEntry, EntryStatus, Stamp, write_calendar
from moothall.files.programme_folder import read_programme
from moothall.governance.timetable import routes_of
from moothall.law.law import Law

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
STAMPS = Stamps(of=lambda _: Stamp(at=AT, sequence=2), worked_out=Stamp(at=AT, sequence=5))


def _towns() -> Programme:
    with TemporaryDirectory() as place:
        return read_programme(write(Path(place) / "three-towns"))


TOWNS = _towns()
CONSULTATION = Exercise(
    id="ask",
    source=Citation("ashby", "6"),
    known_on=date(2026, 1, 5),
    owner="ashby",
    name="Consultation on the archive",
    kind=ExerciseKind.FORMAL_CONSULTATION,
    audiences=("readers",),
    opens_on=date(2026, 3, 2),
    closes_on=date(2026, 4, 24),
)


def entries(programme: Programme, law: Law, *councils: str) -> list[CalendarEntry]:
    shown = without_exempt(programme)
    routes = routes_of(shown, law, date(2026, 1, 5))
    return list(entries_of(shown, routes, STAMPS, frozenset(councils) if councils else None))


def events(found: list[CalendarEntry]) -> list[Any]:
    calendar = Calendar.from_ical(write_calendar("Three Towns", found))
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


# --- What stands in it ----------------------------------------------------------------------------


def test_meetings_last_days_and_windows_stand_in_it(law: Law):
    found = {
        entry.title: entry for entry in entries(replace(TOWNS, exercises=(CONSULTATION,)), law)
    }

    assert found["Ashby Executive"].on == date(2026, 6, 10)
    assert "The day is assumed: The meeting day is invented." in found["Ashby Executive"].words
    assert "One archive service: Decision" in found["Ashby Executive"].words
    notices = [title for title in found if title.startswith("Last day for the notice")]
    assert found[notices[0]].on == date(2026, 5, 12)  # 28 clear days before 10 June
    papers = next(
        title for title in found if title.startswith("Last day to publish the papers of Ash")
    )
    assert found[papers].on == date(2026, 6, 2)  # five clear working days before 10 June
    window = found["Consultation on the archive"]
    assert (window.on, window.until) == (date(2026, 3, 2), date(2026, 4, 25))


def test_a_councils_own_calendar_holds_its_own_and_the_programmes(law: Law):
    titles = " ".join(entry.title for entry in entries(TOWNS, law, "ashby"))

    assert "Ashby" in titles
    assert "Brae" not in titles


@pytest.mark.parametrize(
    ("what", "gone"),
    [
        ("meetings", ["Ashby Executive", "Last day for the notice of a key decision: One"]),
        ("steps", ["Last day to publish the papers of Ashby Executive"]),
        ("bodies", ["Ashby Executive", "Last day to publish the papers of Ashby Executive"]),
        ("proposals", ["One archive service"]),
        ("exercises", ["Consultation on the archive"]),
    ],
)
def test_nothing_exempt_stands_in_it_nor_what_is_worked_out_from_it(
    law: Law, what: str, gone: list[str]
):
    secret = Exempt(paragraph=3, public_interest="A contract is being negotiated.")
    whole = replace(TOWNS, exercises=(CONSULTATION,))
    kept = tuple(
        replace(fact, exempt=secret) if fact.owner in ("ashby", "programme") else fact
        for fact in getattr(whole, what)
    )

    before = [f"{entry.title} {entry.words}" for entry in entries(whole, law, "ashby")]
    after = [
        f"{entry.title} {entry.words}"
        for entry in entries(replace(whole, **{what: kept}), law, "ashby")  # type: ignore[arg-type]
    ]
    for title in gone:
        assert any(title in each for each in before)
        assert not any(title in each for each in after)


def test_a_cancelled_meeting_says_so_and_takes_nobodys_time(law: Law):
    off = replace(TOWNS.meetings[0], status=MeetingStatus.CANCELLED, starts_at="18:00")
    found = entries(replace(TOWNS, meetings=(off, *TOWNS.meetings[1:])), law)

    entry = next(each for each in found if each.title == "CANCELLED: Ashby Executive")
    assert (entry.status, entry.busy) == (EntryStatus.CANCELLED, False)


def test_names_of_entries_are_their_own_and_stay(law: Law):
    before = [entry.uid for entry in entries(TOWNS, law)]
    later = replace(TOWNS.meetings[0], held_on=date(2026, 6, 24))
    after = [
        entry.uid for entry in entries(replace(TOWNS, meetings=(later, *TOWNS.meetings[1:])), law)
    ]

    assert len(set(before)) == len(before)
    assert set(before) == set(after)


# --- That programs read it ------------------------------------------------------------------------


def test_the_same_entries_give_the_same_bytes_in_any_order(law: Law):
    found = entries(TOWNS, law)

    assert write_calendar("Towns", found) == write_calendar("Towns", reversed(found))


def test_an_evening_meeting_is_written_in_utc_and_a_day_without_a_zone():
    evening = CalendarEntry(
        uid="1@x", title="Cabinet", on=date(2026, 7, 20), starts_at="18:00", stamp=Stamp(at=AT)
    )
    day = CalendarEntry(
        uid="2@x", title="Due", on=date(2026, 7, 21), stamp=Stamp(at=AT, sequence=3)
    )
    text = write_calendar("Towns", [evening, day]).decode()

    assert "DTSTART:20260720T170000Z" in text
    assert "DTSTART;VALUE=DATE:20260721" in text
    assert "DTEND;VALUE=DATE:20260722" in text
    assert "DTSTAMP:20260105T093000Z" in text
    assert "SEQUENCE:3" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text
    assert "X-PUBLISHED-TTL:PT6H" in text
    assert "METHOD" not in text  # with it, DTSTAMP would have to be the moment of asking


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200)


@given(
    title=TEXTS,
    words=TEXTS,
    place=TEXTS,
    on=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    at=st.one_of(st.none(), st.times().map(lambda each: f"{each:%H:%M}")),
)
def test_every_line_is_folded_and_every_text_comes_back(
    title: str, words: str, place: str, on: date, at: str | None
):
    entry = CalendarEntry(
        uid="1@x", title=title, on=on, starts_at=at, words=words, place=place, stamp=Stamp(at=AT)
    )
    content = write_calendar("Towns", [entry])

    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    (event,) = events([entry])
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == words
    assert str(event["LOCATION"]) == place


@given(
    on=st.dates(date(2026, 4, 1), date(2027, 3, 31)),
    at=st.one_of(st.none(), st.times().map(lambda each: f"{each:%H:%M}")),
    status=st.sampled_from(list(EntryStatus)),
)
def test_what_goes_out_comes_in_again(on: date, at: str | None, status: EntryStatus):
    # At one o'clock on the last Sunday of March there is no such time in England.
    changes_the_clock = (
        on.month == 3 and on.weekday() == 6 and on + timedelta(7) > date(on.year, 3, 31)
    )
    if changes_the_clock and at is not None and at.startswith("01"):
        return
    entry = CalendarEntry(
        uid="1@x", title="Cabinet", on=on, starts_at=at, stamp=Stamp(at=AT), status=status
    )
    (meeting,) = read(write_calendar("Towns", [entry])).meetings

    assert (meeting.held_on, meeting.starts_at, meeting.reference) == (on, at, "1@x")
    assert meeting.status.value[:4] in {"CONF": "conf", "TENT": "prov", "CANC": "canc"}[status[:4]]
