"""Committee systems that are read by themselves: off until set, what is new waits, nothing more."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from calendar_server import Site, site
from cast import PersonFor
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from page import dead_links, filled, form_in, repeated_ids, words

from committee_answers import MINUTES, REPORT, document, entry, item, meeting, plan
from moothall_web.decisions.background import ALL_SYSTEMS, ONE_SYSTEM
from moothall_web.decisions.models import CommitteeSystem, PageReading, Visit, WaitingPage
from moothall_web.decisions.regular import visiting
from moothall_web.decisions.regular.actions import put_away, set_address
from moothall_web.facts.models import Fact
from moothall_web.jobs import registry
from moothall_web.jobs.actions import enqueue
from moothall_web.jobs.models import Job, JobState
from moothall_web.jobs.tasks import run_job
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event
from moothall_web.records.verify import verify
from published_pages import MEETING, decision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

TOWNS = "/programmes/three-towns/decisions/"
BRING, READ = f"{TOWNS}bring-in/", f"{TOWNS}bring-in/read/"
SYSTEMS = "/committee-systems/"
SERVICE = "/mgWebService.asmx"

Reader = Callable[..., Client]


@pytest.fixture
def reader(person_for: PersonFor) -> Reader:
    def make(*councils: str, role: Role = Role.DEMOCRATIC_SERVICES) -> Client:
        client = Client()
        client.force_login(person_for(*councils, role=role))
        return client

    return make


@pytest.fixture
def council(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A committee system on this machine, on a day soon after its meeting."""
    settings.CALENDARS_FROM_THIS_MACHINE = True
    monkeypatch.setattr(visiting, "PAUSE", 0)
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2026, 6, 20))
    with site() as held:
        yield held


@pytest.fixture
def clerk(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.DEMOCRATIC_SERVICES)


def by_service(council: Site, answer: bytes | None = None, listed: bytes | None = None) -> str:
    """A Modern.gov site that lists two meetings and answers for the one of the programme's body."""
    rows = listed or (
        b"<getmeetingsbydate><meetingscount>3</meetingscount><meetings>"
        b"<meeting><meetingid>9</meetingid><meetingdate>10/06/2026</meetingdate>"
        b"<meetingtime>6.30 pm</meetingtime><meetingstatus>Confirmed</meetingstatus>"
        b"<committeetitle>Ashby Executive</committeetitle></meeting>"
        b"<meeting><meetingid>8</meetingid><meetingdate>11/06/2026</meetingdate>"
        b"<committeetitle>Licensing</committeetitle></meeting>"
        b"<meeting><meetingid>7</meetingid><meetingdate>11/06/2019</meetingdate>"
        b"<committeetitle>Ashby Executive</committeetitle></meeting>"
        b"</meetings></getmeetingsbydate>"
    )
    council.holds(f"{SERVICE}/GetAllMeetingsByDate", rows)
    council.holds(f"{SERVICE}/GetMeeting", answer or its_meeting())
    return f"{council.address}/ieDocHome.aspx"


def its_meeting(**more: str) -> bytes:
    """The meeting, with no address of another site in it."""
    return meeting(**more).replace(b"https://democracy.ashby.example", b"")


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def read_it(person: Person, address: str) -> Visit:
    """Set an address and have it read, as workers do."""
    system = set_address(person, "ashby", address)
    enqueue(ONE_SYSTEM, system=system.pk)
    run_all()
    return Visit.objects.get(system=system)


def run_all() -> None:
    for _ in range(3):
        for job in Job.objects.filter(state=JobState.WAITING).order_by("pk"):
            run_job.func(job.pk)


def decisions() -> list[dict[str, Any]]:
    return [row.payload for row in Fact.objects.filter(kind="decisions").order_by("key")]


# --- Off until set --------------------------------------------------------------------------------


def test_nothing_is_read_until_an_address_is_set(council: Site):
    enqueue(ALL_SYSTEMS)
    run_all()

    assert council.asked == []
    assert ALL_SYSTEMS in {each.name for each in registry.schedules()}


def test_an_address_is_set_recorded_read_and_stopped(reader: Reader, council: Site):
    client, address = reader("ashby"), by_service(council)
    assert "No committee system is read regularly yet" in words(client.get(SYSTEMS))

    answer = client.post(SYSTEMS, {"council": "ashby", "address": address})
    assert answer.status_code == 302
    run_all()

    page = client.get(SYSTEMS)
    assert "1 address is read every morning; none of them could not be read" in words(page)
    assert "wait" in words(page)
    assert (dead_links(page), repeated_ids(page)) == (set(), set())
    assert Event.objects.filter(verb="set a committee system").count() == 1

    system = CommitteeSystem.objects.get()
    assert client.post(f"{SYSTEMS}{system.pk}/stop/").status_code == 302
    asked = len(council.asked)
    enqueue(ALL_SYSTEMS)
    enqueue(ONE_SYSTEM, system=system.pk)
    run_all()
    assert len(council.asked) == asked
    assert client.post(f"{SYSTEMS}{system.pk}/read/").status_code == 404
    assert Event.objects.filter(verb="stopped a committee system").count() == 1
    assert verify().broken_at is None


def test_only_democratic_services_and_council_it_set_an_address(reader: Reader, council: Site):
    address = by_service(council)
    for role in (Role.DEMOCRATIC_SERVICES, Role.IT):
        assert reader("ashby", role=role).get(SYSTEMS).status_code == 200
    for role in (Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROGRAMME_MANAGER):
        client = reader("ashby", role=role)
        assert client.get(SYSTEMS).status_code == 403
        sent = {"council": "ashby", "address": address}
        assert client.post(SYSTEMS, sent).status_code == 403
    other = reader("brae").post(SYSTEMS, {"council": "ashby", "address": address})
    assert other.status_code == 422
    assert not CommitteeSystem.objects.exists()


def test_another_councils_address_is_not_theirs_to_stop(reader: Reader, clerk: Person):
    system = set_address(clerk, "ashby", "https://democracy.ashby.example/")
    for client in (reader("brae"), reader("brae", role=Role.IT)):
        assert client.post(f"{SYSTEMS}{system.pk}/stop/").status_code == 404
        assert client.post(f"{SYSTEMS}{system.pk}/read/").status_code == 404
    finance = reader("ashby", role=Role.FINANCE_OFFICER)
    assert finance.post(f"{SYSTEMS}{system.pk}/stop/").status_code == 403
    assert finance.post(f"{SYSTEMS}{system.pk}/read/").status_code == 403
    system.refresh_from_db()
    assert system.closed_at is None


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1/x", "https://localhost/", "file:///etc/passwd", "ftp://a/", "x"]
)
def test_an_inner_address_is_not_set(reader: Reader, address: str):
    answer = reader("ashby").post(SYSTEMS, {"council": "ashby", "address": address})

    assert answer.status_code == 422
    assert not CommitteeSystem.objects.exists()


def test_an_address_that_leads_inside_later_is_not_asked(clerk: Person, council: Site):
    # The name was looked at when it was set; what it leads to is looked at each time.
    council.holds("/moved", b"", 302, Location="http://192.168.0.1/x")
    visited = read_it(clerk, f"{council.address}/moved")

    assert visited.failed
    assert "192.168.0.1" in visited.words
    assert not WaitingPage.objects.exists()


# --- What waits -----------------------------------------------------------------------------------


def test_what_is_new_waits_and_nothing_is_saved(clerk: Person, council: Site):
    before = Fact.objects.count()

    visited = read_it(clerk, by_service(council))

    assert not visited.failed
    assert Fact.objects.count() == before
    asked = [path for path, _ in council.asked]
    assert len(asked) == 2, "of three meetings only one is near and of a body of the programme"
    assert "lMeetingId=9" in asked[1]
    (waiting,) = WaitingPage.objects.filter(name__contains="ieListDocuments.aspx?MId=9")
    assert "Wed 10 Jun 2026" in waiting.title
    said = words(client_of(clerk).get(BRING))
    assert "to be looked at" in said
    assert waiting.title in said
    assert "to be looked at" in words(client_of(clerk).get(TOWNS))


def test_a_page_that_waits_is_looked_at_and_saved_and_waits_no_more(clerk: Person, council: Site):
    read_it(clerk, by_service(council))
    client = client_of(clerk)
    waiting = WaitingPage.objects.get(name__contains="MId=9")

    assert client.post(f"{BRING}waiting/{waiting.pk}/").headers["Location"] == READ
    page = client.get(READ)
    assert "That one archive be approved" in words(page)
    answer = client.post(READ, filled(page))

    assert answer.status_code == 302
    assert [each["outcome"] for each in decisions()] == ["agreed"]
    waiting.refresh_from_db()
    assert waiting.settled_at is not None
    assert not PageReading.objects.exists()


def test_the_same_page_again_waits_no_second_time(clerk: Person, council: Site):
    address = by_service(council)
    read_it(clerk, address)
    client = client_of(clerk)
    for waiting in WaitingPage.objects.filter(settled_at=None):
        client.post(f"{BRING}waiting/{waiting.pk}/")
        client.post(READ, filled(client.get(READ)))
        waiting.refresh_from_db()
        if waiting.settled_at is None:  # it only says something otherwise: the time of the meeting
            client.post(f"{BRING}waiting/{waiting.pk}/leave/")
    assert WaitingPage.objects.filter(settled_at=None).count() == 0

    visited = read_it(clerk, address)

    assert WaitingPage.objects.filter(settled_at=None).count() == 0
    assert "none wait to be looked at" in visited.words
    assert "No published page waits" in words(client.get(BRING))


def test_what_was_left_comes_back_only_once_it_says_something_else(clerk: Person, council: Site):
    address = by_service(council)
    read_it(clerk, address)
    waiting = WaitingPage.objects.get(name__contains="MId=9")

    answer = client_of(clerk).post(f"{BRING}waiting/{waiting.pk}/leave/")
    assert answer.status_code == 302
    assert Event.objects.filter(verb="left a published page").count() == 1
    read_it(clerk, address)
    waiting.refresh_from_db()
    assert waiting.settled_at is not None

    late = item("One archive service", REPORT, document("Addendum", "04/06/2026"), minutes=MINUTES)
    council.holds(
        f"{SERVICE}/GetMeeting", meeting(late).replace(b"https://democracy.ashby.example", b"")
    )
    read_it(clerk, address)
    waiting.refresh_from_db()
    assert waiting.settled_at is None


def test_another_council_sees_nothing_of_what_waits(clerk: Person, council: Site, reader: Reader):
    read_it(clerk, by_service(council))
    waiting = WaitingPage.objects.get(name__contains="MId=9")

    client = reader("brae")
    assert waiting.title not in words(client.get(BRING))
    for way in ("", "leave/"):
        assert client.post(f"{BRING}waiting/{waiting.pk}/{way}").status_code == 404
    finance = reader("ashby", role=Role.FINANCE_OFFICER)
    for way in ("", "leave/"):
        assert finance.post(f"{BRING}waiting/{waiting.pk}/{way}").status_code == 403
    assert reader("combe").post("/programmes/none/decisions/bring-in/waiting/1/").status_code == 404


def test_old_pages_that_were_settled_go(clerk: Person, council: Site):
    read_it(clerk, by_service(council))
    now = timezone.now()
    WaitingPage.objects.update(settled_at=now - timedelta(days=500))

    assert put_away(now) >= 1
    assert not WaitingPage.objects.exists()


# --- Whatever the other side does -----------------------------------------------------------------


def test_a_site_without_the_service_is_read_by_its_links(clerk: Person, council: Site):
    council.holds("/list", b"<html><body><a href='/ieListDocuments.aspx?MId=9'>x</a></body></html>")
    council.holds("/ieListDocuments.aspx", MEETING)

    visited = read_it(clerk, f"{council.address}/list")

    assert not visited.failed
    assert WaitingPage.objects.filter(name__endswith="ieListDocuments.aspx?MId=9").exists()


def test_a_forward_plan_is_read_by_its_own_address(clerk: Person, council: Site):
    council.holds("/mgListPlanItems.aspx", plan(entry()))

    read_it(clerk, f"{council.address}/mgListPlanItems.aspx?PlanId=1")

    (waiting,) = WaitingPage.objects.all()
    assert waiting.title.startswith("Forward plan")
    assert [path for path, _ in council.asked] == ["/mgListPlanItems.aspx?PlanId=1"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((b"", 403), "refuses to answer programs"),
        ((b"", 500), "answers with an error (500)"),
        ((b"<p>Bins on Monday</p>", 200), "links to no meeting"),
        ((b"%PDF-1.7", 200), "is no page but a document"),
        ((b"", 302), "without an end"),
    ],
)
def test_a_site_that_gives_nothing_is_told_of(
    clerk: Person, council: Site, answer: tuple[bytes, int], told: str
):
    address = council.holds("/x", *answer)

    visited = read_it(clerk, address)

    assert visited.failed
    assert told in visited.words
    assert Job.objects.filter(name=ONE_SYSTEM, state=JobState.DONE).exists()


def test_hostile_answers_are_told_of_and_the_rest_is_read(clerk: Person, council: Site):
    bomb = b'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "a">]><meeting>&a;</meeting>'

    visited = read_it(clerk, by_service(council, answer=bomb))

    assert "entities" in visited.words
    assert not visited.failed


def test_another_councils_page_is_told_of_and_does_not_wait(clerk: Person, council: Site):
    theirs = decision(Decision_Maker=council_body("brae"), Decided_at_meeting="")
    council.holds("/ieDecisionDetails.aspx", theirs)

    visited = read_it(clerk, f"{council.address}/ieDecisionDetails.aspx?AIId=77")

    assert "which is Brae's, and not Ashby's" in visited.words
    assert not WaitingPage.objects.exists()


def council_body(authority: str) -> str:
    rows = Fact.objects.filter(kind="bodies", payload__authority=authority)
    return str(rows.first().payload["name"])  # type: ignore[union-attr]


def test_another_councils_page_is_refused_by_hand_as_well(reader: Reader):
    theirs = meeting().replace(b"democracy.ashby.example", b"democracy.brae.example")
    sent = {"authority": "ashby", "way": "file", "file": SimpleUploadedFile("m.xml", theirs)}

    answer = reader("ashby").post(BRING, sent)

    assert answer.status_code == 422
    assert "the site of Brae, and not Ashby" in words(answer)
    assert not PageReading.objects.exists()


def test_a_forward_plan_comes_in_with_its_notice(reader: Reader):
    client = reader("ashby")
    sent = {"authority": "ashby", "way": "file"}
    file = SimpleUploadedFile("plan.html", plan(entry("Street lights"), entry()))
    assert client.post(BRING, sent | {"file": file}).status_code == 302
    page = client.get(READ)
    assert (dead_links(page), repeated_ids(page)) == (set(), set())
    assert "take" in form_in(page)

    assert client.post(READ, filled(page)).status_code == 302

    notices = [row.payload for row in Fact.objects.filter(kind="notices")]
    assert "2026-05-04" in {each["published_on"] for each in notices}
    file = SimpleUploadedFile("plan.html", plan(entry("Street lights"), entry()))
    client.post(BRING, sent | {"file": file})
    assert "There is nothing to save: all of it is as on record" in words(client.get(READ))
