"""Decisions ahead; published pages read, seen beside what is held, saved whole, undone whole."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from calendar_server import Site, site
from cast import PersonFor
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from page import dead_links, filled, form_in, repeated_ids, words

from moothall_web.decisions.models import PageReading
from moothall_web.facts.actions import change_fact
from moothall_web.facts.models import Document, Fact
from moothall_web.people.models import Acting, Role
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded
from moothall_web.records.verify import verify
from published_pages import ATTENDANCE, MEETING, decision

pytestmark = [pytest.mark.django_db]

TOWNS = "/programmes/three-towns/decisions/"
SAMPLE = "/programmes/stockport-tameside/decisions/"
BRING, READ = f"{TOWNS}bring-in/", f"{TOWNS}bring-in/read/"

Reader = Callable[..., Client]


@pytest.fixture
def reader(person_for: PersonFor) -> Reader:
    def make(*councils: str, role: Role = Role.DEMOCRATIC_SERVICES) -> Client:
        client = Client()
        client.force_login(person_for(*councils, role=role))
        return client

    return make


@pytest.fixture
def council(settings: Any) -> Iterator[Site]:
    settings.CALENDARS_FROM_THIS_MACHINE = True
    with site() as held:
        yield held


def given(client: Client, data: bytes | None = None, **more: Any) -> HttpResponse:
    file = SimpleUploadedFile("page.html", decision() if data is None else data)
    sent = {"authority": "ashby", "way": "file", "file": file} | more
    return client.post(BRING, {name: value for name, value in sent.items() if value is not None})


def saved(client: Client, **more: Any) -> HttpResponse:
    return client.post(READ, filled(client.get(READ), **more))


def held(kind: str) -> dict[str, dict[str, Any]]:
    rows = Fact.objects.filter(kind=kind, programme__code="three-towns").order_by("key")
    return {row.key: row.payload for row in rows}


# --- Decisions ahead ------------------------------------------------------------------------------


@pytest.mark.usefixtures("samples")
def test_decisions_ahead_say_first_what_is_decided_next(reader: Reader):
    page = reader("stockport").get(f"{SAMPLE}?as_at=2022-06-01")

    said = words(page)
    assert "Next: " in said
    for shown in ("Key decision", "First seen by", "Notices", "Papers", "Call-in ends"):
        assert shown in said
    assert (dead_links(page), repeated_ids(page)) == (set(), set())


@pytest.mark.usefixtures("samples")
def test_what_was_decided_stands_below_with_its_outcome_and_day_of_effect(reader: Reader):
    said = words(reader("tameside").get(f"{SAMPLE}?as_at=2026-01-05"))

    decided = said.partition('id="decided"')[2]
    assert "agreed" in decided
    assert "Wed 6\u00a0Jul\u00a02022" in decided.replace("&nbsp;", "\u00a0") or "6" in decided
    assert "no record is held" in said


@pytest.mark.usefixtures("samples")
def test_a_decision_shows_the_elements_of_its_record_and_its_gaps(reader: Reader):
    page = reader("stockport").get(f"{SAMPLE}ey-st-decision/?as_at=2026-01-05")

    said = words(page)
    assert "Of its record 5 of 6 are held" in said
    assert "Record why it was decided" in said
    assert "None is needed: no interest was declared" in said
    assert "gives no reasons" in said
    assert (dead_links(page), repeated_ids(page)) == (set(), set())


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_decision_that_is_not_there_is_not_found(reader: Reader):
    client = reader("ashby")
    assert client.get(f"{TOWNS}nothing/").status_code == 404
    assert client.get(READ).status_code == 404


# --- Seen before saved ----------------------------------------------------------------------------


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_page_is_shown_before_anything_is_saved(reader: Reader):
    client, before = reader("ashby"), (held("decisions"), Event.objects.count())

    assert given(client).headers["Location"] == READ
    page = client.get(READ)

    said = words(page)
    assert "one archive be approved, subject to Brae" in said
    assert "It saves rent." in said
    assert "never run" not in said
    assert (held("decisions"), Event.objects.count()) == before
    assert Document.objects.filter(payload__reference="page.html").count() == 0
    assert (dead_links(page), repeated_ids(page)) == (set(), set())


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_decision_comes_in_as_one_change_with_the_page_as_its_source(reader: Reader):
    client = reader("ashby")
    given(client)

    answer = saved(client, why="From the website")

    assert answer.status_code == 302
    (made,) = held("decisions").values()
    assert made["outcome"] == "agreed"
    assert [each["number"] for each in made["resolutions"]] == ["1", "2"]
    assert (made["published_on"], made["effective_on"]) == ("2026-06-12", "2026-06-18")
    assert made["key"] == "yes"
    assert made["known_on"] == "2026-06-12"
    document = Document.objects.get(key=made["source"].split(" ")[0])
    assert document.payload["reference"] == "page.html"
    assert [each["text"] for each in held("conditions").values()] == ["Brae's agreement"]
    whole = Event.objects.get(verb="brought in a published page")
    assert Event.objects.filter(part_of=whole.number).count() == 3
    assert not PageReading.objects.exists()
    assert verify().broken_at is None


@pytest.mark.usefixtures("three_towns_loaded")
def test_what_came_in_is_undone_whole(reader: Reader):
    client = reader("ashby")
    before = (held("decisions"), held("conditions"), Document.objects.count())
    given(client)
    saved(client)
    page = client.get(BRING)
    number = Event.objects.get(verb="brought in a published page").number

    answer = client.post(f"{BRING}{number}/undo/", form_in(page))

    assert answer.status_code == 302
    assert (held("decisions"), held("conditions"), Document.objects.count()) == before
    assert "Undone" in words(client.get(BRING))
    assert client.post(f"{BRING}{number}/undo/", {"token": "another"}).status_code == 403


@pytest.mark.usefixtures("three_towns_loaded")
def test_the_same_page_again_changes_nothing(reader: Reader):
    client = reader("ashby")
    given(client)
    saved(client)

    given(client)
    said = words(client.get(READ))

    assert "There is nothing to save: all of it is as on record" in said


@pytest.mark.usefixtures("three_towns_loaded")
def test_what_is_held_otherwise_is_kept_unless_somebody_takes_the_pages_words(reader: Reader):
    client = reader("ashby")
    given(client)
    saved(client)
    given(client, decision(Effective_from="25/06/2026"))
    page = client.get(READ)
    assert "Differs from what is held" in words(page)
    assert "take" not in form_in(page)

    assert saved(client).status_code == 422
    (key,) = held("decisions")
    assert held("decisions")[key]["effective_on"] == "2026-06-18"

    tick = "decision-decision-archive.effective_on"
    assert saved(client, take=[tick]).status_code == 302
    assert held("decisions")[key]["effective_on"] == "2026-06-25"


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_printed_day_that_differs_from_the_computed_one_is_kept_and_found(reader: Reader):
    client = reader("ashby")
    given(client, decision(Effective_from="25/06/2026"))

    said = words(client.get(READ))

    assert "Printed as effective from Thu 25 Jun 2026" in said


@pytest.mark.usefixtures("three_towns_loaded")
def test_what_changed_meanwhile_is_looked_at_again(reader: Reader, person_for: PersonFor):
    client = reader("ashby")
    given(client)
    saved(client)
    given(client, decision(Effective_from="25/06/2026"))
    page = client.get(READ)
    (key,) = held("decisions")
    other = person_for("ashby", role=Role.MONITORING_OFFICER)
    payload = held("decisions")[key] | {"key_reason": "Another reason"}
    change_fact(other, "three-towns", "decisions", key, payload, 1)

    answer = client.post(READ, filled(page, take=["decision-decision-archive.effective_on"]))

    assert answer.status_code == 409
    assert "is not what you have seen" in words(answer)
    assert held("decisions")[key]["effective_on"] == "2026-06-18"


@pytest.mark.usefixtures("three_towns_loaded")
def test_minutes_and_attendance_are_pieced_together(reader: Reader):
    client = reader("ashby")
    given(client, MEETING)
    said = words(client.get(READ))
    assert "3 items are taken for other business" in said
    saved(client)
    (minutes,) = held("minutes").values()
    assert [each["title"] for each in minutes["items"]] == ["One archive service"]
    assert {each["name"] for each in minutes["attendance"]} >= {"Councillor Gil Aitch"}
    assert minutes["declarations"][0]["name"] == "Eve Eff"

    given(client, ATTENDANCE)
    page = client.get(READ)
    assert "Virtually" in words(page).partition("Not understood")[2]
    assert saved(client).status_code == 302
    (after,) = held("minutes").values()
    assert {"name": "Councillor Eve Eff", "presence": "present", "role": "Chair"} in after[
        "attendance"
    ]
    assert after["items"] == minutes["items"]


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_page_that_fits_nothing_asks_what_it_is_about(reader: Reader):
    client = reader("ashby")
    given(client, decision().replace(b"One archive service", b"Something else"))
    page = client.get(READ)
    assert "Nothing of it could be matched" in words(page)

    before, _, _ = words(page).partition('id="save"')
    fields = form_in(type("Page", (), {"content": before.rpartition("<form")[0].encode()})())
    client.post(READ, fields | {"proposal-decision": ["archive"]})

    assert "1 new" in words(client.get(READ)) or "2 new" in words(client.get(READ))


# --- Where pages come from ------------------------------------------------------------------------


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_page_is_fetched_from_its_address(reader: Reader, council: Site):
    client = reader("ashby")
    address = council.holds("/ieDecisionDetails.aspx", decision())

    answer = given(client, way="address", address=f"{address}?AIId=77", file=None)

    assert answer.status_code == 302
    saved(client)
    (made,) = held("decisions").values()
    document = Document.objects.get(key=made["source"].split(" ")[0])
    assert document.payload["reference"] == f"{address}?AIId=77"


@pytest.mark.usefixtures("three_towns_loaded")
@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/x",
        "https://localhost/x",
        "file:///etc/passwd",
        "http://example.org/",
        "x",
    ],
)
def test_an_inner_address_is_refused(reader: Reader, address: str):
    answer = given(reader("ashby"), way="address", address=address, file=None)

    assert answer.status_code == 422
    assert "calendar" not in words(answer).partition("error-summary")[2].partition("</form")[0]
    assert not PageReading.objects.exists()


@pytest.mark.usefixtures("three_towns_loaded")
@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"", b"\x00\x01\x02" * 50, b"<p>Bins on Monday</p>"]
)
def test_what_is_no_such_page_is_explained(reader: Reader, data: bytes):
    answer = given(reader("ashby"), data)

    assert answer.status_code == 422
    assert not PageReading.objects.exists()


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_finance_officer_brings_no_page_in(reader: Reader):
    client = reader("ashby", role=Role.FINANCE_OFFICER)

    assert client.get(BRING).status_code == 403
    assert given(client).status_code == 403
    assert client.get(TOWNS).status_code == 200


@pytest.mark.usefixtures("three_towns_loaded")
def test_another_councils_page_is_not_theirs_to_bring_in(reader: Reader):
    answer = given(reader("ashby"), authority="brae")

    assert answer.status_code == 422
    assert not PageReading.objects.exists()


@pytest.mark.usefixtures("three_towns_loaded")
def test_who_no_longer_acts_for_the_council_saves_nothing(reader: Reader, person_for: PersonFor):
    client = reader("ashby")
    given(client)
    page = client.get(READ)
    with recorded() as pen:
        Acting.objects.filter(authority="ashby").delete()
        pen.record(Entry(verb="took roles away", summary="nobody acts any more"))

    assert client.post(READ, filled(page)).status_code in (403, 404)
    assert held("decisions") == {}
