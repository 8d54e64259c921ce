"""What was recorded is read by those who answer for a council; its monitoring officer erases."""

from pathlib import Path

import pytest
from cast import PersonFor
from django.test import Client
from loaded import loaded

from invented import write
from moothall_web.people.models import Person, Role
from moothall_web.records.actions import Entry, append
from moothall_web.records.models import Event, Payload
from moothall_web.records.verify import verify


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def kept(db: None, tmp_path: Path) -> Event:
    """The programme loaded, then something that Ashby keeps to itself."""
    loaded(write(tmp_path / "three-towns"))
    own = Entry(
        verb="changed a fact",
        summary="The zeppelin costs £900",
        why="Ms A asked",
        for_whom="ashby",
        owner="ashby",
        shared=False,
        programme="three-towns",
        subject="savings/archive-saving",
        before={"name": "Ms A"},
        after={"name": "Ms B"},
    )
    return append([own])[0]


def test_a_council_reads_what_was_recorded_for_it(kept: Event, person_for: PersonFor):
    text = browser(person_for("ashby", role=Role.IT)).get("/access/events/").content.decode()

    assert "The zeppelin costs £900" in text
    assert "Why: Ms A asked" in text


def test_another_council_reads_nothing_of_it(kept: Event, person_for: PersonFor):
    client = browser(person_for("brae", role=Role.MONITORING_OFFICER))

    assert "zeppelin" not in client.get("/access/events/").content.decode()
    assert client.get(f"/access/events/{kept.number}/erase/").status_code == 404


def test_somebody_who_does_not_answer_for_the_council_is_told_who_does(
    kept: Event, person_for: PersonFor
):
    answer = browser(person_for("ashby", role=Role.MEMBER)).get("/access/events/")

    assert answer.status_code == 403
    assert "Only a council" in answer.content.decode()


def test_the_monitoring_officer_erases_what_an_event_says(kept: Event, person_for: PersonFor):
    client = browser(person_for("ashby", role=Role.MONITORING_OFFICER))
    address = f"/access/events/{kept.number}/erase/"

    asked = client.get(address)
    unsaid = client.post(address, {"why": ""})
    done = client.post(address, {"why": "Ms A is entitled to it"})

    assert (asked.status_code, unsaid.status_code, done.status_code) == (200, 422, 302)
    assert not Payload.objects.filter(event=kept).exists()
    assert verify().broken_at is None
    assert verify().erased == 1
    text = client.get("/access/events/").content.decode()
    assert "What it said was erased" in text
    assert "zeppelin" not in text
    assert client.get(address).status_code == 404


def test_council_it_reads_and_does_not_erase(kept: Event, person_for: PersonFor):
    client = browser(person_for("ashby", role=Role.IT))

    answer = client.post(f"/access/events/{kept.number}/erase/", {"why": "x"})

    assert answer.status_code == 403
    assert "Only the monitoring officer of Ashby" in answer.content.decode()
    assert Payload.objects.filter(event=kept).exists()


@pytest.mark.parametrize("page", ["0", "-1", "2", "999999999", "x", "9" * 40, ""])
def test_any_page_number_is_answered(kept: Event, person_for: PersonFor, page: str):
    client = browser(person_for("ashby", role=Role.IT))

    assert client.get("/access/events/", {"page": page}).status_code == 200


def test_a_form_sent_to_what_is_not_theirs_is_in_the_record(kept: Event, person_for: PersonFor):
    brae = person_for("brae", role=Role.LEGAL)

    answer = browser(brae).post("/programmes/three-towns/facts/savings/no-such-saving/change/")

    assert answer.status_code == 404
    event = Event.objects.latest("number")
    assert (event.verb, event.who) == ("was refused", brae)
    assert "no-such-saving" not in event.payload.summary
    assert event.payload.after == {
        "address": "/programmes/three-towns/facts/savings/no-such-saving/change/"
    }
