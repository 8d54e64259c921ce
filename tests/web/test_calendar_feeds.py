"""A programme in somebody's own calendar program: what they may see today, and nothing more."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from cast import PersonFor
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from page import words

from moothall_web.calendars.actions import digest_of
from moothall_web.calendars.models import Feed
from moothall_web.desk.actions import give_task
from moothall_web.facts.actions import change_fact, withdraw_fact
from moothall_web.facts.models import Fact
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.queries import capacities
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded
from moothall_web.records.verify import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

PAGE = "/calendars/"
OF_ALL, OF_PROGRAMME = "all", "three-towns"

MadeBy = Callable[..., str]


def address_of(person: Person, what: str = OF_PROGRAMME) -> str:
    """Make an address on the page, as somebody does, and take it from there."""
    client = Client()
    client.force_login(person)
    page = words(client.post(PAGE, {"programme": what}))
    found = re.search(r'<code id="address">([^<]+)</code>', page)
    assert found is not None
    return found[1].partition("testserver")[2]


def read(address: str, **headers: str) -> Any:
    """Ask as a calendar program does: without a session."""
    return Client().get(address, headers=headers)


def titles(address: str) -> set[str]:
    return {str(event["SUMMARY"]) for event in events(address)}


def events(address: str) -> list[Any]:
    answer = read(address)
    assert answer.status_code == 200
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def event(address: str, title: str) -> Any:
    return next(each for each in events(address) if str(each["SUMMARY"]) == title)


def changed(person: Person, **fields: Any) -> None:
    row = Fact.objects.get(key="ashby-meets")
    change_fact(
        person, OF_PROGRAMME, "meetings", row.key, row.payload | fields, row.version, "moved"
    )


@pytest.fixture
def officer(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.DEMOCRATIC_SERVICES)


# --- What it shows --------------------------------------------------------------------------------


def test_a_programme_is_read_without_a_sign_in_by_whoever_has_the_address(officer: Person):
    address = address_of(officer)
    answer = read(address)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert "sessionid" not in answer.cookies
    found = titles(address)
    assert {"Ashby Executive", "Brae Committee", "Combe Executive"} <= found
    assert any(title.startswith("Last day to publish the papers of Ashby") for title in found)


def test_a_persons_own_calendar_holds_what_touches_their_councils_and_their_tasks(officer: Person):
    held = capacities(officer)[0]
    give_task(officer, held, OF_PROGRAMME, "Book the room", officer, due_on=date(2026, 6, 1))
    found = titles(address_of(officer, OF_ALL))

    assert {"Ashby Executive", "Due: Book the room"} <= found
    assert not any("Brae" in title for title in found)


def test_what_another_council_keeps_to_itself_is_not_in_it(officer: Person, person_for: PersonFor):
    address = address_of(officer)
    brae = person_for("brae", role=Role.DEMOCRATIC_SERVICES)
    row = Fact.objects.get(key="brae-meets")
    withdraw_fact(brae, OF_PROGRAMME, "meetings", row.key, row.version, "not yet public")

    assert "Brae Committee" not in titles(address)
    assert "Brae Committee" in titles(address_of(brae))


def test_nothing_exempt_is_in_it(officer: Person):
    secret = {"paragraph": "3", "public_interest": "A contract is being negotiated."}
    address = address_of(officer)
    changed(officer, exempt=secret)

    assert "Ashby Executive" not in titles(address)


# --- Names, stamps and what programs ask ----------------------------------------------------------


def test_the_same_facts_give_the_same_bytes_whenever_they_are_asked_for(officer: Person):
    address = address_of(officer)

    assert read(address).content == read(address).content


def test_a_moved_meeting_keeps_its_name_and_counts_its_change(officer: Person):
    address = address_of(officer)
    before = event(address, "Ashby Executive")
    changed(officer, held_on="2026-06-24", starts_at="18:00")
    after = event(address, "Ashby Executive")

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTART"].dt.isoformat() == "2026-06-24T17:00:00+00:00"
    stamped = Event.objects.filter(subject="meetings/ashby-meets").latest("number").at
    assert after["DTSTAMP"].dt == stamped.replace(microsecond=0)


def test_who_has_the_latest_is_told_so_in_a_word(officer: Person):
    address = address_of(officer)
    first = read(address)
    again = read(address, **{"If-None-Match": first.headers["ETag"]})
    changed(officer, held_on="2026-06-24")

    assert (again.status_code, again.content) == (304, b"")
    assert read(address, **{"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_it_stays_out_of_shared_caches(officer: Person):
    assert read(address_of(officer)).headers["Cache-Control"] == "private, no-cache"


# --- The address ----------------------------------------------------------------------------------


def test_an_address_is_kept_as_a_digest_only_and_recorded(officer: Person):
    address = address_of(officer)
    token = address.rpartition("/")[2].removesuffix(".ics")

    feed = Feed.objects.get()
    assert feed.digest == digest_of(token)
    assert len(token) >= 43
    assert token not in "".join(str(row) for row in Event.objects.values_list())
    made = Event.objects.get(verb="made a calendar address")
    assert (made.who, made.for_whom, made.programme) == (officer, "ashby", OF_PROGRAMME)
    assert verify().broken_at is None


def test_it_is_shown_once(officer: Person):
    address = address_of(officer)
    client = Client()
    client.force_login(officer)
    page = words(client.get(PAGE))

    assert "Three Towns shared service" in page
    assert address not in page


def test_a_guessed_or_mangled_address_leads_nowhere(officer: Person):
    address = address_of(officer)
    feed = Feed.objects.get()

    for token in ("x", "x" * 43, feed.digest, "x" * 5_000, "a\nb"):
        assert read(reverse("calendars:feed", args=[token])).status_code == 404
    assert Client().post(address).status_code == 405


def test_a_closed_address_shows_nothing(officer: Person):
    address = address_of(officer)
    client = Client()
    client.force_login(officer)
    client.post(reverse("calendars:close", args=[Feed.objects.get().pk]))

    assert events(address) == []
    assert "Three Towns" not in read(address).content.decode()
    assert Event.objects.filter(verb="closed a calendar address").count() == 1
    client.post(reverse("calendars:close", args=[Feed.objects.get().pk]))
    assert Event.objects.filter(verb="closed a calendar address").count() == 1


def test_nobody_closes_somebody_elses(officer: Person, person_for: PersonFor):
    address_of(officer)
    other = Client()
    other.force_login(person_for("ashby", role=Role.IT))

    feed = Feed.objects.get()
    assert other.post(reverse("calendars:close", args=[feed.pk])).status_code == 404
    assert Feed.objects.get().closed_at is None


def test_nobody_makes_one_of_a_programme_that_is_not_theirs(person_for: PersonFor):
    client = Client()
    client.force_login(person_for("elsewhere"))

    assert client.post(PAGE, {"programme": OF_PROGRAMME}).status_code == 422
    assert not Feed.objects.exists()


def end(person: Person, **fields: Any) -> None:
    with recorded() as pen:
        if "is_active" in fields:
            Person.objects.filter(pk=person.pk).update(**fields)
        else:
            Acting.objects.filter(person=person).update(**fields)
        pen.record(Entry(verb="ended", summary="somebody has gone"))


@pytest.mark.parametrize("what", [OF_ALL, OF_PROGRAMME])
@pytest.mark.parametrize("how", ["has left", "acts no more"])
def test_somebody_who_has_gone_is_shown_nothing_at_the_next_request(
    officer: Person, what: str, how: str
):
    address = address_of(officer, what)
    assert events(address)
    if how == "has left":
        end(officer, is_active=False, left_on=timezone.localdate())
    else:
        today = timezone.localdate()
        end(officer, since=today - timedelta(9), until=today)

    assert events(address) == []


def test_a_demonstration_sign_ins_address_is_closed_in_production(officer: Person, settings: Any):
    Person.objects.filter(pk=officer.pk).update(demonstration=True)
    address = address_of(officer)
    settings.DEMONSTRATION = False

    assert events(address) == []


def test_an_auditor_reads_what_was_granted_and_no_more(person_for: PersonFor):
    from moothall_web.people.models import AuditGrant

    auditor = person_for("ashby", role=Role.AUDITOR)
    officer = person_for("ashby", role=Role.MONITORING_OFFICER)
    with recorded() as pen, transaction.atomic():
        AuditGrant.objects.create(
            auditor=auditor,
            authority="ashby",
            programme=OF_PROGRAMME,
            kinds=["meetings", "bodies"],
            granted_by=officer,
            granted_at=timezone.now(),
        )
        pen.record(Entry(verb="granted", summary="meetings"))

    assert titles(address_of(auditor)) == {"Ashby Executive"}
