"""Bringing a calendar in: given, looked at, and only then saved."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from calendar_server import site
from cast import PersonFor
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from page import dead_links, filled, repeated_ids, words

from moothall_web.calendars import queries
from moothall_web.calendars.models import CalendarReading
from moothall_web.facts.models import Document, Fact
from moothall_web.people.models import Acting, Role
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event, Payload
from moothall_web.records.recorded import recorded
from moothall_web.records.verify import verify
from runaway import comes_to_an_end

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

PAGE = "/programmes/three-towns/calendars/"
READ = f"{PAGE}read/"
DAYS = {"since": "1 June 2026", "last": "31 July 2026"}
TABLE = (
    "Committee,Date,Time,Place,Status,Reference\n"
    "The Ashby Executive,17/06/2026,18:00,Town Hall,,4466\n"
    "The Ashby Executive,15/07/2026,18:00,Town Hall,Provisional,4467\n"
    "Planning Committee,16/07/2026,10:00,,,9\n"
)

Reader = Callable[..., Client]


@pytest.fixture
def reader(person_for: PersonFor) -> Reader:
    def make(*councils: str, role: Role = Role.DEMOCRATIC_SERVICES) -> Client:
        client = Client()
        client.force_login(person_for(*councils, role=role))
        return client

    return make


def given(client: Client, content: str | bytes = TABLE, **more: Any) -> HttpResponse:
    data = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("ashby.csv", data)
    sent = {"authority": "ashby", "way": "file", "file": file} | DAYS | more
    return client.post(PAGE, {name: value for name, value in sent.items() if value is not None})


def looked_at(client: Client, **chosen: str) -> HttpResponse:
    return client.get(READ, {name.replace("__", "-"): value for name, value in chosen.items()})


def brought_in(client: Client, page: HttpResponse, **more: str) -> HttpResponse:
    return client.post(READ, filled(page, **more))


def meetings() -> dict[str, dict[str, Any]]:
    rows = Fact.objects.filter(kind="meetings", owner="ashby").order_by("key")
    return {row.key: row.payload for row in rows}


def field_of(page: HttpResponse, name: str) -> str:
    """The field in which the page asks which body a name means."""
    before = words(page).partition(f"Body that “{name}” means")[0]
    return before.rpartition('for="id_')[2].partition('"')[0]


# --- Looking --------------------------------------------------------------------------------------


def test_the_page_says_which_council_has_no_meeting_ahead(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
):
    # Ashby meets on 10 June, Combe on 1 July.
    monkeypatch.setattr(queries.timezone, "localdate", lambda: date(2026, 6, 11))
    page = reader("ashby").get(PAGE)

    assert "Ashby has no meeting on record from today on" in words(page)
    assert "Combe has no meeting" not in words(page)
    assert filled(page)["authority"] == ["ashby"]


def test_a_calendar_is_shown_before_anything_is_saved(reader: Reader):
    client, before = reader("ashby"), (meetings(), Event.objects.count())

    assert given(client).headers["Location"] == READ
    page = looked_at(client)

    assert "2 new, 0 moved, 0 cancelled" in words(page)
    assert "Wed\N{NO-BREAK SPACE}17\N{NO-BREAK SPACE}Jun\N{NO-BREAK SPACE}2026, 18:00" in words(
        page
    )
    assert "Planning Committee" in words(page)
    assert "1 meeting of bodies that are left out below" in words(page)
    assert (meetings(), Event.objects.count()) == before
    assert not Document.objects.filter(key__startswith="calendar").exists()
    assert (dead_links(page), repeated_ids(page)) == (set(), set())


def test_an_unknown_name_is_given_a_body_by_whoever_looks(reader: Reader):
    client = reader("ashby")
    given(client)
    field = field_of(looked_at(client), "Planning Committee")

    page = looked_at(client, **{field: "ashby-decides"})

    assert "3 new" in words(page)
    assert f'name="{field}" value="ashby-decides"' in words(page)


def test_another_councils_body_cannot_be_chosen(reader: Reader):
    client = reader("ashby")
    given(client)
    field = field_of(looked_at(client), "Planning Committee")

    assert "2 new" in words(looked_at(client, **{field: "brae-decides"}))


def test_nobody_else_sees_a_calendar_that_is_looked_at(reader: Reader):
    given(reader("ashby"))

    assert reader("ashby", role=Role.MONITORING_OFFICER).get(READ).status_code == 404


def test_the_next_calendar_takes_the_place_of_the_one_before(reader: Reader):
    client = reader("ashby")
    given(client)
    given(client, "body,date\nAshby Executive,2026-07-20\n")

    assert CalendarReading.objects.count() == 1
    assert "1 new" in words(looked_at(client))


@pytest.mark.parametrize(
    ("content", "more", "told"),
    [
        (b"", {}, "is empty"),
        (b"<a><b></a>", {}, "is no XML from here on"),
        (
            b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
            {},
            "ashby.csv, line 2: BEGIN:VEVENT is never ended",
        ),
        (b"x" * 10_000_001, {}, "larger than 10 MB"),
        (TABLE, {"file": None}, "Choose the calendar file"),
        (TABLE, {"way": "address"}, "Enter the address"),
        (TABLE, {"authority": "brae"}, "Select a valid choice"),
        (TABLE, {"since": "soon"}, "Enter a day that exists"),
        (TABLE, {"last": "1 May 2026"}, "Enter a day that is not before the first one"),
        (TABLE, {"last": "1 May 2040"}, "Ask for at most 5 years"),
        (TABLE, {"way": "address", "address": "http://10.0.0.1/"}, "begins with https://"),
        (TABLE, {"way": "modern-gov", "address": "https://10.0.0.1/"}, "inside a network"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_kept(
    reader: Reader, content: bytes, more: dict[str, Any], told: str
):
    page = given(reader("ashby"), content, **more)

    assert page.status_code == 422
    assert told in words(page).replace("&#39;", "'")
    assert not CalendarReading.objects.exists()
    assert dead_links(page) == set()


def test_meetings_in_the_past_only_are_told(reader: Reader):
    client = reader("ashby")
    given(client, "body,date\nAshby Executive,2019-07-20\n")

    page = words(looked_at(client))
    assert "its 1 lie in the past" in page
    assert "There is nothing to bring in" in page


# --- Saving ---------------------------------------------------------------------------------------


def test_what_was_seen_is_saved_recorded_and_cites_the_calendar(reader: Reader):
    client = reader("ashby")
    given(client)
    answer = brought_in(client, looked_at(client))

    assert answer.headers["Location"] == f"{PAGE}?added=2&changed=0"
    assert "2 meetings were added and 0 changed." in words(client.get(answer.headers["Location"]))
    new = meetings()["ashby-decides-2026-06-17"]
    document = Document.objects.get(key=new["source"].partition(" ")[0])
    assert document.title == "Calendar of meetings of Ashby: ashby.csv"
    assert document.owner == "ashby"
    assert new["source"] == f"{document.key} line 2"
    assert new["known_on"] == document.known_on.isoformat()
    assert (new["starts_at"], new["place"], new["reference"]) == ("18:00", "Town Hall", "4466")
    assert meetings()["ashby-decides-2026-07-15"]["status"] == "provisional"
    assert Fact.objects.get(key="ashby-decides-2026-06-17").shared
    assert Payload.objects.filter(why="From the calendar ashby.csv").count() == 3
    assert verify().broken_at is None


def test_the_same_calendar_again_changes_nothing(reader: Reader):
    client = reader("ashby")
    given(client)
    brought_in(client, looked_at(client))
    before = meetings(), Event.objects.count()

    given(client)
    page = looked_at(client)

    assert "0 new, 0 moved, 0 cancelled, 0 changed otherwise and 2 as on record" in words(page)
    brought_in(client, page)
    assert (meetings(), Event.objects.count()) == before


def test_a_calendar_of_one_day_is_one_document(reader: Reader):
    client = reader("ashby")
    for rows in (TABLE, f"{TABLE}Ashby Executive,22/07/2026,,,,4468\n"):
        given(client, rows)
        brought_in(client, looked_at(client))

    assert len(meetings()) == 4
    assert Document.objects.filter(title__startswith="Calendar of meetings").count() == 1


def test_a_second_click_brings_in_nothing_twice(reader: Reader):
    client = reader("ashby")
    given(client)
    form = filled(looked_at(client))

    first, second = client.post(READ, form), client.post(READ, form)

    assert first.headers["Location"] == second.headers["Location"] == f"{PAGE}?added=2&changed=0"
    assert len(meetings()) == 3


def test_a_moved_meeting_says_which_planned_steps_it_touches(reader: Reader):
    client = reader("ashby")
    given(client, "body,date,reference\nAshby Executive,10/06/2026,4466\n")
    brought_in(client, looked_at(client))

    given(client, "body,date,reference\nAshby Executive,24/06/2026,4466\n")
    page = looked_at(client)

    assert "0 new, 1 moved" in words(page)
    assert "/facts/steps/ashby-decision/" in words(page)
    assert "One archive service" in words(page)
    brought_in(client, page)
    assert meetings()["ashby-meets"]["held_on"] == "2026-06-24"
    assert meetings()["ashby-meets"]["assumed"] is None


def test_a_cancelled_meeting_is_kept_as_cancelled(reader: Reader):
    client = reader("ashby")
    given(client, "body,date,status\nAshby Executive,10/06/2026,Cancelled\n")
    brought_in(client, looked_at(client))

    assert meetings()["ashby-meets"]["status"] == "cancelled"


def test_what_somebody_changed_in_the_meantime_is_looked_at_again(reader: Reader):
    client = reader("ashby")
    given(client, "body,date,reference\nAshby Executive,10/06/2026,4466\n")
    form = filled(looked_at(client))
    other = reader("ashby", role=Role.PROGRAMME_MANAGER)
    given(other, "body,date,place\nAshby Executive,10/06/2026,Library\n")
    brought_in(other, looked_at(other))

    answer = client.post(READ, form)

    assert answer.status_code == 409
    assert "somebody has changed a meeting" in words(answer)
    assert meetings()["ashby-meets"]["reference"] is None


def test_new_meetings_are_kept_to_their_council_where_somebody_wants_that(reader: Reader):
    client = reader("ashby")
    given(client)
    form = filled(looked_at(client))
    del form["share"]
    client.post(READ, form)

    assert not Fact.objects.get(key="ashby-decides-2026-06-17").shared
    assert "ashby-decides-2026-06-17" not in words(
        reader("brae").get("/programmes/three-towns/facts/meetings/")
    )


def test_a_joint_officer_says_whose_calendar_it_is(reader: Reader):
    client = reader("ashby", "brae")
    assert "Whose calendar is it?" in words(client.get(PAGE))

    given(client, "body,date\nBrae Committee,24/06/2026\n", authority="brae")
    brought_in(client, looked_at(client))

    row = Fact.objects.get(key="brae-decides-2026-06-24")
    assert row.owner == "brae"
    event = Event.objects.get(subject="meetings/brae-decides-2026-06-24")
    assert event.for_whom == "brae"


@pytest.mark.parametrize("role", [Role.FINANCE_OFFICER, Role.MEMBER, Role.AUDITOR])
def test_who_may_not_change_meetings_brings_in_no_calendar(reader: Reader, role: Role):
    client = reader("ashby", role=role)

    assert given(client).status_code in (403, 404)
    assert not CalendarReading.objects.exists()


def test_who_may_no_longer_do_so_does_not(reader: Reader):
    client = reader("ashby")
    given(client)
    form = filled(looked_at(client))
    with recorded() as pen:
        Acting.objects.update(role=Role.MEMBER)
        pen.record(Entry(verb="changed", summary="another role"))

    assert client.get(READ).status_code == client.post(READ, form).status_code == 403
    assert len(meetings()) == 1


def test_an_id_that_is_taken_out_of_sight_is_passed_over(reader: Reader):
    other = reader("brae")
    given(other, "body,date\nBrae Committee,24/06/2026\n", authority="brae")
    brought_in(other, looked_at(other))
    row = Fact.objects.get(key="brae-decides-2026-06-24")
    with recorded() as pen:
        row.key, row.shared = "ashby-decides-2026-06-17", False
        row.payload = row.payload | {"id": row.key, "shared": "no"}
        row.save()
        pen.record(Entry(verb="hid a meeting", summary="brae's"))
    client = reader("ashby")
    given(client)
    brought_in(client, looked_at(client))

    assert len(meetings()) == 3


# --- From an address ------------------------------------------------------------------------------


def test_a_calendar_is_fetched_from_its_address(reader: Reader, settings: Any):
    settings.CALENDARS_FROM_THIS_MACHINE = True
    client = reader("ashby")
    with site() as council:
        address = council.holds("/a.csv", TABLE.encode())
        answer = given(client, way="address", file=None, address=address)

    assert answer.status_code == 302
    assert "2 new" in words(looked_at(client))


def test_a_modern_gov_site_is_asked_as_it_wants_to_be(reader: Reader, settings: Any):
    settings.CALENDARS_FROM_THIS_MACHINE = True
    client = reader("ashby")
    xml = (
        "<getmeetingsbydate><meetingscount>1</meetingscount><meetings><meeting>"
        "<meetingid>4466</meetingid><committeetitle>Ashby Executive</committeetitle>"
        "<meetingdate>17/06/2026</meetingdate><meetingtime>18:00</meetingtime>"
        "<meetingstatus>Confirmed</meetingstatus></meeting></meetings></getmeetingsbydate>"
    )
    with site() as council:
        council.holds("/modern.gov/mgWebService.asmx/GetAllMeetingsByDate", xml.encode())
        base = f"{council.address}/modern.gov/"
        answer = given(client, way="modern-gov", file=None, address=base)
        asked = council.asked[0][0]

    assert answer.status_code == 302
    assert "lCommitteeId=-1&sFromDate=01/06/2026&sToDate=01/08/2026" in asked
    page = words(looked_at(client))
    assert "Modern.gov of 127.0.0.1" in page
    assert "1 new" in page


def test_a_site_that_refuses_programs_is_told_with_a_way_out(reader: Reader, settings: Any):
    settings.CALENDARS_FROM_THIS_MACHINE = True
    with site() as council:
        address = council.holds("/", b"", 403)
        page = given(reader("ashby"), way="address", file=None, address=address)

    assert page.status_code == 422
    assert "refuses to answer programs (403)" in words(page)
    assert "bring in the file" in words(page)


def test_malformed_answers_are_told_with_their_line(reader: Reader, settings: Any):
    settings.CALENDARS_FROM_THIS_MACHINE = True
    with site() as council:
        address = council.holds("/a", b"<getmeetings>\n<committee>\n</getmeetings>")
        page = given(reader("ashby"), way="address", file=None, address=address)

    assert page.status_code == 422
    assert "line 3: is no XML from here on" in words(page)


@comes_to_an_end()
def test_a_years_calendar_of_a_whole_council_is_brought_in_within_seconds(
    reader: Reader,
):
    rows = "".join(
        f"Ashby Executive,2026-{6 + day // 28:02}-{day % 28 + 1:02}\n" for day in range(56)
    )
    client = reader("ashby")
    given(client, f"body,date\n{rows}")
    form = filled(looked_at(client))
    client.post(READ, form)

    assert len(meetings()) == 56


def test_names_beyond_what_a_page_can_ask_are_left_out_and_counted(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(queries, "MOST_NAMES", 1)
    client = reader("ashby")
    given(client)

    assert "1 further names are left out" in words(looked_at(client))
