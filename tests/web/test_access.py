"""The pages about access: what each reader sees, and what the forms answer."""

import re
from datetime import timedelta
from typing import Any

import pytest
from cast import PersonFor, SignedIn
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from test_pages import anchors_that_lead_nowhere

from moothall_web.people import actions
from moothall_web.people.facts import state_of
from moothall_web.people.models import Acting, AuditGrant, Person, Role
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]
TODAY = timezone.localdate()
NASTY = "<script>alert(1)</script>"


@pytest.fixture
def it(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.IT)


@pytest.fixture
def finance(person_for: PersonFor) -> Person:
    return person_for("ashby")


def browser_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def acting(person: Person) -> Acting:
    return Acting.objects.filter(person=person).latest("pk")


def hidden(answer: Any) -> str:
    """How things stood when the page was made."""
    return re.search(r'name="seen" value="([^"]*)"', answer.content.decode())[1]


def forms_of(authority: str, person: Person, grant: AuditGrant | None = None) -> list[str]:
    """Every address at which a council's access is changed."""
    of_person = f"/access/{authority}/people/{person.username}"
    found = [
        f"/access/{authority}/admit/",
        f"/access/roles/{acting(person).pk}/end/",
        f"/access/roles/{acting(person).pk}/cover/",
        f"{of_person}/hand-over/",
        f"{of_person}/leave/",
    ]
    return found + ([f"/access/grants/{grant.pk}/withdraw/"] if grant else [])


# --- What each reader sees -----------------------------------------------------------------------


def test_own_people_see_names_and_terms_but_no_forms_leavers_or_sign_ins(
    it: Person, finance: Person, person_for: PersonFor
):
    leaver = person_for("ashby", role=Role.HR)
    actions.leave(it, "ashby", leaver, seen=state_of([acting(leaver)]))
    with recorded() as pen:
        Acting.objects.filter(person=it).update(until=TODAY + timedelta(days=9))
        pen.record(Entry(verb="ended a role", summary=""))
    page = text(browser_of(finance).get("/access/"))

    assert it.name in page
    assert "No longer from" in page
    for words in ("/admit/", "/end/", "/cover/", "Last signed in", leaver.name):
        assert words not in page


def test_whoever_admits_sees_last_sign_ins_leavers_and_forms(
    it: Person, finance: Person, person_for: PersonFor
):
    leaver = person_for("ashby", role=Role.HR)
    actions.leave(it, "ashby", leaver, seen=state_of([acting(leaver)]))
    browser_of(finance)

    page = text(browser_of(it).get("/access/"))

    assert "Last signed in" in page
    assert f"/access/roles/{acting(finance).pk}/end/" in page
    assert "No longer acting for Ashby: 1" in page
    assert f"{leaver.name}, human resources officer" in page
    assert "Left on" in page


def test_of_a_partner_council_names_and_roles_are_seen_and_no_more(
    it: Person, person_for: PersonFor
):
    other = person_for("brae", role=Role.LEGAL)
    page = text(browser_of(it).get("/access/"))
    section = page[page.index('id="council-brae"') : page.index('id="council-combe"')]

    assert other.name in section
    assert "Legal officer" in section
    for words in ("/access/", "Terms", "Last signed in"):
        assert words not in section


def test_councils_outside_the_readers_programmes_are_not_there(person_for: PersonFor, it: Person):
    stranger = person_for("elsewhere", role=Role.IT)

    page = text(browser_of(stranger).get("/access/"))

    assert "Ashby" not in page
    assert it.name not in page
    for address in forms_of("ashby", it):
        assert browser_of(stranger).get(address).status_code == 404, address
        assert browser_of(stranger).post(address).status_code == 404, address


def test_an_auditor_sees_roles_and_no_more(it: Person, person_for: PersonFor):
    auditor = person_for("ashby", role=Role.AUDITOR)
    client = browser_of(auditor)

    page = text(client.get("/access/"))

    assert it.name in page
    assert "Terms" not in page[page.index("council-ashby") :]
    assert client.get(f"/access/ashby/people/{it.username}/").status_code == 404
    for address in forms_of("ashby", it):
        assert client.post(address).status_code in (403, 404), address


def test_people_who_act_for_several_councils_are_named_with_what_that_means(
    person_for: PersonFor, finance: Person
):
    person_for("ashby", "brae", "elsewhere", role=Role.PROGRAMME_MANAGER)

    page = text(browser_of(finance).get("/access/"))

    assert "They act for several councils" in page
    assert (
        "ashby-brae-elsewhere-programme-manager: programme manager for Ashby and Brae; and for 1 "
        "council outside your programmes" in page
    )
    assert "Also acts for Brae, 1 council outside your programmes" in page
    assert "elsewhere" not in page.replace("ashby-brae-elsewhere-programme-manager", "")


def test_every_page_says_as_what_and_for_whom(person_for: PersonFor):
    director = person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER)
    client = browser_of(director)

    for address in ("/", "/access/", "/programmes/three-towns/", "/not-there/"):
        head = text(client.get(address))
        head = head[head.index("<header") : head.index("</header>")]
        assert "Programme manager for Ashby and Brae" in head, address
        assert "Acts for several councils" in head, address
        assert director.name in head, address


def test_the_number_of_queries_does_not_grow_with_the_people(person_for: PersonFor, it: Person):
    client = browser_of(it)
    client.get("/access/")

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/access/")
        return len(asked)

    few = queries()
    for role in Role:
        if role not in (Role.IT, Role.BOARD_MEMBER):
            person_for("ashby", role=role)
            person_for("brae", role=role)

    assert queries() == few


# --- The forms ------------------------------------------------------------------------------------


def test_every_page_of_access_is_whole(it: Person, finance: Person, person_for: PersonFor):
    manager = person_for("ashby", role=Role.PROGRAMME_MANAGER)
    auditor = person_for("brae", role=Role.AUDITOR)
    grant = actions.grant(manager, "ashby", "three-towns", auditor.username, ["savings"])
    client = browser_of(manager)
    for address in (
        "/access/",
        *forms_of("ashby", finance, grant),
        "/access/ashby/grant/",
        "/access/boards/three-towns/admit/",
        "/access/ashby/people/ashby-finance/",
    ):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 200, address
        assert not anchors_that_lead_nowhere(page), address
        assert len(re.findall(r"<h1\b", page)) == 1, address
        assert not re.findall(r'\bid="([^"]+)"(?=.*\bid="\1")', page, re.DOTALL), address
        if address.endswith(("admit/", "grant/", "end/", "cover/", "hand-over/")):
            empty = client.post(address, {})
            page = empty.content.decode()
            assert empty.status_code == 422, address
            assert "<title>Error: " in page, address
            assert "There is a problem" in page, address
            assert not anchors_that_lead_nowhere(page), address


def test_a_person_is_admitted_on_the_page(it: Person):
    client = browser_of(it)
    data = {"is_new": "yes", "username": "dana", "name": "Dana", "role": "legal", "why": ""}

    assert client.post("/access/ashby/admit/", data).headers["Location"] == "/access/"

    page = text(client.get("/access/"))
    assert "Dana acts as legal officer." in page
    assert "make them a sign-in link on their page" in page
    assert "/access/ashby/people/dana/" in page
    assert "Dana acts as legal officer." not in text(client.get("/access/")), "it is said once"
    made = client.post("/access/ashby/people/dana/link/")
    assert re.search(r"http://testserver/sign-in/\d+/[\w-]+/", made.content.decode())


def test_a_second_click_admits_nobody_twice(it: Person):
    client = browser_of(it)
    token = re.search(r'name="token" value="([^"]+)"', text(client.get("/access/ashby/admit/")))[1]
    data = {"is_new": "yes", "username": "dana", "name": "Dana", "role": "legal", "token": token}

    answers = [client.post("/access/ashby/admit/", data).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert Acting.objects.filter(person__username="dana").count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"username": "Dana Ashby"}, "username"),
        ({"username": "x" * 10_000}, "username"),
        ({"username": ""}, "username"),
        ({"name": "x" * 10_000}, "name"),
        ({"name": ""}, "name"),
        ({"name": "a\0b"}, "name"),
        ({"role": "king"}, "role"),
        ({"role": "board-member"}, "role"),
        ({"programme": "no-such"}, "programme"),
        ({"since": "30/2/2026"}, "since"),
        ({"since": NASTY}, "since"),
        ({"until": "1 January 9999"}, "until"),
        ({"until": "1 January 2020", "since": "2 January 2020"}, "until"),
        ({"is_new": "perhaps"}, "is_new"),
        ({"is_new": "no", "username": "nobody"}, "username"),
        ({"why": "x" * 10_000}, "why"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(
    wrong: dict[str, str], field: str, it: Person
):
    data = {"is_new": "yes", "username": "dana", "name": "Dana", "role": "legal", "why": NASTY}

    answer = browser_of(it).post("/access/ashby/admit/", data | wrong)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_{field}' in page
    assert not anchors_that_lead_nowhere(page)
    assert NASTY not in page
    if "why" not in wrong:
        assert "&lt;script&gt;" in page, "what was typed is lost"
    assert not Acting.objects.filter(person__username="dana").exists()


def test_markup_right_to_left_and_welsh_names_are_shown_and_not_run(it: Person):
    client = browser_of(it)
    name = f"Siân Ŵyn ‮{NASTY}🙂"
    data = {"is_new": "yes", "username": "sian", "name": name, "role": "hr"}
    assert client.post("/access/ashby/admit/", data).status_code == 302

    for address in ("/access/", "/access/ashby/people/sian/", f"/access/roles/{latest()}/end/"):
        page = client.get(address).content.decode()
        assert NASTY not in page, address
        assert "Siân Ŵyn ‮&lt;script&gt;" in page, address


def latest() -> int:
    return Acting.objects.latest("pk").pk


def test_a_stale_page_is_told_and_shows_how_it_stands(it: Person, finance: Person):
    client = browser_of(it)
    address = f"/access/roles/{acting(finance).pk}/end/"
    seen = hidden(client.get(address))
    later, soon = TODAY + timedelta(days=20), TODAY + timedelta(days=10)
    assert client.post(address, {"seen": seen, "until": later.isoformat()}).status_code == 302

    stale = client.post(address, {"seen": seen, "until": soon.isoformat()})

    assert stale.status_code == 409
    assert "Somebody has changed this since you opened the page" in text(stale)
    assert acting(finance).until == later
    again = client.post(address, {"seen": hidden(stale), "until": soon.isoformat()})
    assert again.status_code == 302, "having been told, it can be done"
    assert acting(finance).until == soon


def test_a_slip_in_a_field_does_not_make_a_stale_page_fresh(it: Person, finance: Person):
    client = browser_of(it)
    address = f"/access/roles/{acting(finance).pk}/end/"

    slip = client.post(address, {"seen": "of long ago", "until": "nonsense"})

    assert slip.status_code == 422
    assert hidden(slip) == "of long ago"


def test_forged_numbers_and_names_answer_as_what_is_not_there(it: Person):
    client = browser_of(it)
    for address in (
        "/access/roles/999999/end/",
        "/access/roles/999999/cover/",
        "/access/grants/999999/withdraw/",
        "/access/no-such/admit/",
        "/access/boards/no-such/admit/",
        "/access/ashby/people/nobody/",
        "/access/ashby/people/nobody/leave/",
        "/access/ashby/people/%00/",
    ):
        assert client.get(address).status_code == 404, address
        assert client.post(address).status_code in (404, 405), address


def test_a_partner_councils_forms_refuse_and_say_who_may(it: Person, person_for: PersonFor):
    other = person_for("brae", role=Role.LEGAL)
    client = browser_of(it)
    for address in ("/access/brae/admit/", f"/access/roles/{acting(other).pk}/end/"):
        for answer in (client.get(address), client.post(address, {"until": TODAY.isoformat()})):
            assert answer.status_code == 403, address
            assert (
                "Only Brae's programme manager, monitoring officer or council IT may say who acts "
                "for Brae." in text(answer).replace("&#39;", "'")
            )
    assert client.get("/access/brae/people/brae-legal/").status_code == 404
    assert client.post("/access/brae/people/brae-legal/leave/").status_code == 404


def test_a_refusal_is_recorded_for_the_refused_persons_council(it: Person):
    browser_of(it).get("/access/brae/admit/")

    event = Event.objects.latest("number")
    assert (event.verb, event.who, event.subject) == ("was refused", it, f"person/{it.username}")
    assert (event.payload.owner, event.payload.shared) == ("ashby", False)
    assert event.payload.after == {"address": "/access/brae/admit/"}
    assert event.payload.summary.startswith("Only Brae's")


def test_reading_is_granted_and_withdrawn_on_the_pages(person_for: PersonFor):
    officer = person_for("brae", role=Role.MONITORING_OFFICER)
    auditor = person_for("ashby", role=Role.AUDITOR)
    client = browser_of(officer)
    data = {"auditor": auditor.username, "programme": "three-towns", "all_kinds": "no"}

    nothing_ticked = client.post("/access/brae/grant/", data)
    assert nothing_ticked.status_code == 422
    assert "Tick the kinds that they may read" in text(nothing_ticked)
    assert not anchors_that_lead_nowhere(nothing_ticked.content.decode())
    assert client.post("/access/brae/grant/", data | {"kinds": ["savings"]}).status_code == 302

    grant = AuditGrant.objects.get()
    assert grant.kinds == ["savings"]
    assert f"{auditor.name}, in " in text(client.get("/access/"))
    assert client.post(f"/access/grants/{grant.pk}/withdraw/", {}).status_code == 302
    assert "No auditor reads what is Brae" in text(client.get("/access/"))
    assert client.post(f"/access/grants/{grant.pk}/withdraw/", {}).status_code == 404


def test_handing_over_and_leaving_on_the_pages(it: Person, finance: Person, person_for: PersonFor):
    successor = person_for("ashby", role=Role.HR)
    client = browser_of(it)
    home = "/access/ashby/people/ashby-finance"
    data = {"takes": successor.username, "on": TODAY.isoformat()}

    seen = hidden(client.get(f"{home}/hand-over/"))
    assert client.post(f"{home}/hand-over/", data | {"seen": seen}).status_code == 302
    assert "ashby-finance hands over to ashby-hr" in text(client.get("/access/"))
    assert "No longer acts for Ashby" in text(client.get(f"{home}/"))

    home = "/access/ashby/people/ashby-hr"
    seen = hidden(client.get(f"{home}/leave/"))
    assert client.post(f"{home}/leave/", {"seen": seen}).status_code == 302
    assert "Their sign-in is closed." in text(client.get("/access/"))
    assert not Person.objects.get(pk=successor.pk).is_active


def test_a_page_asks_once_what_its_reader_may_do_and_the_next_page_asks_again(
    signed_in: SignedIn, three_towns_loaded: None
):
    client = signed_in("ashby")
    path = "/programmes/three-towns/"
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    asked = [query for query in queries if 'FROM "people_acting"' in query["sql"]]
    assert len(asked) == 1

    with recorded() as pen:
        pen.record(Entry(verb="ended a role", summary="somebody left"))
        Acting.objects.update(until=timezone.localdate())
    assert client.get(path).status_code == 404
