"""Which bodies a calendar means, and what bringing it in changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from calendars_made import ical, read
from hypothesis import given
from hypothesis import strategies as st

from invented import write
from moothall.facts.decisions import Meeting, MeetingStatus
from moothall.facts.programme import Programme
from moothall.files.calendars.bodies import match_bodies
from moothall.files.calendars.calendar_read import CalendarMeeting
from moothall.files.calendars.changes import CalendarChanges, changes, steps_touched
from moothall.files.programme_folder import read_programme

KNOWN_ON = date(2026, 4, 1)
ASHBY = {"Executive": "ashby-decides"}


def named(*names: str) -> list[CalendarMeeting]:
    return [CalendarMeeting(body_name=name, held_on=date(2026, 7, 20)) for name in names]


def on(day: int, **more: object) -> CalendarMeeting:
    meeting = CalendarMeeting(body_name="Executive", held_on=date(2026, 6, day))
    return replace(meeting, **more)  # type: ignore[arg-type]


def _towns() -> Programme:
    with TemporaryDirectory() as place:
        return read_programme(write(Path(place) / "three-towns"))


TOWNS = _towns()


@pytest.fixture
def towns() -> Programme:
    return TOWNS


def brought(programme: Programme, *meetings: CalendarMeeting, **more: object) -> CalendarChanges:
    return changes(programme, meetings, ASHBY, "ashby", "ashby", KNOWN_ON, **more)  # type: ignore[arg-type]


def with_all(programme: Programme, found: CalendarChanges) -> Programme:
    """The programme once everything has been brought in."""
    after = {change.before.id: change.after for change in found.all_changes}
    held = tuple(after.get(meeting.id, meeting) for meeting in programme.meetings)
    return replace(programme, meetings=(*held, *found.new))


# --- Bodies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Cabinet", "body-st-cabinet"),
        ("The Cabinet", "body-st-cabinet"),
        ("CABINET", "body-st-cabinet"),
        ("Stockport Cabinet", "body-st-cabinet"),
        ("Executive Cabinet (Tameside)", "body-ta-executive-cabinet"),
        ("Tameside Metropolitan Borough Council Executive Cabinet", "body-ta-executive-cabinet"),
        ("Children & Families Scrutiny Committee", "body-st-children-families-scrutiny"),
    ],
)
def test_a_name_is_matched_without_what_makes_no_difference(
    stockport_tameside: Programme, name: str, body: str
):
    assert match_bodies(named(name), stockport_tameside).known == {name: body}


@pytest.mark.parametrize(
    "name", ["Planning Committee", "Scrutiny", "Cabinet Member Decisions", "The"]
)
def test_an_unknown_name_is_given_back_and_not_guessed(stockport_tameside: Programme, name: str):
    matched = match_bodies(named(name, "Cabinet"), stockport_tameside)

    assert matched.unknown == (name,)
    assert matched.known == {"Cabinet": "body-st-cabinet"}


def test_a_name_that_two_councils_bodies_have_is_nobodys_until_one_is_chosen(towns: Programme):
    both = replace(
        towns,
        bodies=tuple(replace(body, name="Cabinet") for body in towns.bodies[:2]) + towns.bodies[2:],
    )

    assert match_bodies(named("Cabinet"), both).several == {
        "Cabinet": ("ashby-decides", "brae-decides")
    }
    assert match_bodies(named("Cabinet"), both, "brae").known == {"Cabinet": "brae-decides"}
    assert match_bodies(named("Cabinet (Ashby)"), both).known == {
        "Cabinet (Ashby)": "ashby-decides"
    }


def test_another_councils_body_is_not_meant_by_a_councils_calendar(towns: Programme):
    assert match_bodies(named("Brae Committee"), towns, "ashby").unknown == ("Brae Committee",)


# --- Changes --------------------------------------------------------------------------------------
# Ashby's executive is held to meet on 10 June 2026, which is assumed, and decides there.


def test_a_new_meeting_is_taken_from_the_calendar(towns: Programme):
    found = brought(towns, on(24, reference="4467", line=9, starts_at="18:00"))

    (new,) = found.new
    assert (new.body, new.held_on, new.starts_at) == ("ashby-decides", date(2026, 6, 24), "18:00")
    assert (str(new.source), new.known_on, new.owner) == ("ashby line 9", KNOWN_ON, "ashby")
    assert found.all_changes == ()


def test_a_meeting_that_the_calendar_confirms_is_assumed_no_longer(towns: Programme):
    (changed,) = brought(towns, on(10, reference="4466", line=3)).changed

    assert changed.before.assumed
    assert (changed.after.assumed, changed.after.reference) == (None, "4466")
    assert str(changed.after.source) == "ashby line 3"
    assert changed.after.id == changed.before.id


def test_a_meeting_of_the_same_reference_on_another_day_has_moved(towns: Programme):
    held = with_all(towns, brought(towns, on(10, reference="4466")))
    found = brought(held, on(17, reference="4466"))

    (moved,) = found.moved
    assert (moved.before.held_on.day, moved.after.held_on.day) == (10, 17)
    assert [step.id for step in steps_touched(held, moved)] == ["ashby-decision"]
    assert (found.new, found.cancelled, found.changed) == ((), (), ())


def test_a_meeting_that_is_cancelled_is_kept_and_says_so(towns: Programme):
    found = brought(towns, on(10, status=MeetingStatus.CANCELLED))

    (cancelled,) = found.cancelled
    assert cancelled.after.status is MeetingStatus.CANCELLED
    assert [step.id for step in steps_touched(towns, cancelled)] == ["ashby-decision"]


def test_a_meeting_that_the_calendar_holds_no_longer_is_asked_about_and_left(towns: Programme):
    held = with_all(towns, brought(towns, on(10, reference="4466"), on(24, reference="4467")))
    covers = (date(2026, 6, 1), date(2026, 7, 1))
    found = brought(held, on(24, reference="4467"), covers=covers)

    assert [meeting.reference for meeting in found.missing] == ["4466"]
    assert found.nothing


def test_what_the_calendar_does_not_say_stays(towns: Programme):
    full = replace(
        towns.meetings[0], starts_at="18:00", place="Town Hall", kind="extraordinary", private=True
    )
    held = replace(towns, meetings=(full, *towns.meetings[1:]))

    (changed,) = brought(held, on(10, reference="4466")).changed
    assert (changed.after.starts_at, changed.after.place) == ("18:00", "Town Hall")
    assert (changed.after.kind, changed.after.private) == ("extraordinary", True)


def test_two_meetings_of_a_body_on_a_day_are_two(towns: Programme):
    morning, evening = on(24, starts_at="10:00"), on(24, starts_at="18:00")
    found = brought(towns, morning, evening)

    assert [meeting.id for meeting in found.new] == [
        "ashby-decides-2026-06-24",
        "ashby-decides-2026-06-24-2",
    ]
    assert brought(with_all(towns, found), evening, morning).nothing


def test_meetings_of_bodies_that_nobody_named_are_passed_over(towns: Programme):
    assert brought(towns, *named("Planning")).nothing


ENTRIES = st.builds(
    CalendarMeeting,
    body_name=st.sampled_from(["Executive", "Planning"]),
    held_on=st.dates(date(2026, 6, 1), date(2026, 6, 20)),
    starts_at=st.sampled_from([None, "10:00", "18:00"]),
    reference=st.sampled_from([None, "1", "2", "3"]),
    status=st.sampled_from(list(MeetingStatus)),
    place=st.sampled_from(["", "Town Hall"]),
    line=st.integers(1, 99),
)


@given(
    st.lists(
        ENTRIES,
        max_size=8,
        unique_by=(
            lambda each: each.reference or object(),
            lambda each: (each.body_name, each.held_on, each.starts_at),
        ),
    )
)
def test_the_same_calendar_again_changes_nothing(entries: list[CalendarMeeting]):
    programme = Programme(
        about=TOWNS.about,
        authorities=TOWNS.authorities,
        documents=TOWNS.documents,
        bodies=TOWNS.bodies,
    )
    found = brought(programme, *entries)
    once = with_all(programme, found)

    ids = [meeting.id for meeting in once.meetings]
    assert len(set(ids)) == len(ids)
    assert len(found.new) == sum(1 for each in entries if each.body_name == "Executive")
    assert brought(once, *entries).nothing


def test_a_repeated_meeting_is_brought_in_once_however_often_it_is_read(towns: Programme):
    text = ical(
        "UID:7\nDTSTART;TZID=Europe/London:20260706T180000\nRRULE:FREQ=MONTHLY;COUNT=6"
        "\nSUMMARY:Ashby Executive"
    )
    meetings = read(text).meetings
    bodies = match_bodies(meetings, towns).known

    def bring(programme: Programme) -> CalendarChanges:
        return changes(programme, meetings, bodies, "ashby", "ashby", KNOWN_ON)

    found = bring(towns)
    assert len(found.new) == 6
    assert bring(with_all(towns, found)).nothing
    assert all(isinstance(meeting, Meeting) for meeting in found.new)
