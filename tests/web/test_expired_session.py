"""A form whose session or page has grown too old loses nothing, and leads nowhere else."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from cast import PASSWORD, PersonFor
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signing import dumps
from django.test import Client, RequestFactory

from moothall_web.people import unfinished
from moothall_web.people.models import Acting, Person, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]
ADMIT = "/access/ashby/admit/"
NASTY = '"><script>alert(1)</script> Siân ‮ 🙂\r\nsecond line'
TYPED = {
    "is_new": "yes",
    "username": "dana",
    "name": "Dana",
    "role": "hr",
    "why": NASTY,
}
SAME = {"Origin": "http://testserver"}


class Inputs(HTMLParser):
    """The first form of the page's main part: its address and its hidden fields, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action, self.fields, self.inside = "", [], False
        self.feed(page[page.index("<main") :])

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        held = dict(attrs)
        if tag == "form" and not self.action:
            self.action, self.inside = held.get("action", ""), True
        elif tag == "input" and self.inside and held.get("type") == "hidden":
            self.fields.append((held["name"], held["value"]))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False

    def data(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, value in self.fields:
            found.setdefault(name, []).append(value)
        return found


@pytest.fixture
def it(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.IT)


def form_of(answer: Any) -> Inputs:
    return Inputs(answer.content.decode())


def after_signing_in(client: Client, asked: Any, person: Person) -> Any:
    """Sign in on the page that was answered."""
    form = form_of(asked)
    assert form.action == "/sign-in/"
    return client.post(
        form.action, form.data() | {"username": person.username, "password": PASSWORD}
    )


def test_a_form_whose_session_has_ended_is_sent_after_all(it: Person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(it)
    token = form_of(client.get(ADMIT)).data()["csrfmiddlewaretoken"]
    del client.cookies["sessionid"]

    asked = client.post(ADMIT, TYPED | {"csrfmiddlewaretoken": token})

    page = asked.content.decode()
    assert asked.status_code == 403
    assert "Sign in again" in page
    assert "What you entered is kept" in page
    assert "<script>alert" not in page
    offered = after_signing_in(client, asked, it)
    again = form_of(offered)
    assert "You had not finished" in offered.content.decode()
    assert again.action == ADMIT
    fresh = again.data().pop("csrfmiddlewaretoken")
    assert fresh != token
    sent = client.post(again.action, again.data())
    assert (sent.status_code, sent.headers["Location"]) == (302, "/access/")
    made = Acting.objects.get(person__username="dana")
    assert made.role == Role.HR
    from moothall_web.records.models import Event

    why = Event.objects.filter(verb="admitted somebody").latest("number").payload.why
    assert why.split() == NASTY.split(), "what was typed has changed on the way"


def test_a_wrong_password_on_the_way_keeps_it_too(it: Person, client: Client):
    asked = client.post(ADMIT, TYPED)
    data = form_of(asked).data()

    wrong = client.post("/sign-in/", data | {"username": it.username, "password": "wrong"})

    assert wrong.status_code == 422
    assert form_of(after_signing_in(client, wrong, it)).action == ADMIT


def test_several_values_and_their_order_are_kept(it: Person, client: Client):
    asked = client.post("/access/ashby/grant/", {"kinds": ["savings", "posts"], "all_kinds": "no"})

    again = form_of(after_signing_in(client, asked, it)).data()

    assert again["kinds"] == ["savings", "posts"]


def test_a_password_is_never_carried(it: Person, client: Client):
    asked = client.post(ADMIT, TYPED | {"password": "hunter2hunter2", "new_password1": "s3cret"})

    again = form_of(after_signing_in(client, asked, it)).data()

    assert "name" in again
    assert not {"password", "new_password1"} & set(again)


def test_files_are_named_because_they_cannot_be_carried(it: Person, client: Client):
    file = SimpleUploadedFile("figures <1>.csv", b"1,2")

    asked = client.post(ADMIT, TYPED | {"upload": file})

    for page in (asked, after_signing_in(client, asked, it)):
        words = unescape(page.content.decode())
        assert "A page cannot carry files. Choose them again: figures <1>.csv" in words
        assert "figures <1>.csv" not in page.content.decode(), "it is not escaped"


def test_what_is_too_large_is_not_carried_and_that_is_said(it: Person, client: Client):
    asked = client.post(ADMIT, TYPED | {"why": "x" * unfinished.MOST})

    page = asked.content.decode()
    assert "too large to be kept here. Go back with your browser" in page
    assert len(page) < 50_000
    assert "Send it now" not in after_signing_in(client, asked, it).content.decode()


def test_a_page_that_was_asked_for_comes_after_signing_in(it: Person, client: Client):
    asked = client.get("/access/?a=b")
    assert asked.headers["Location"] == "/sign-in/?next=/access/%3Fa%3Db"

    form = form_of(client.get(asked.headers["Location"])).data()
    entered = client.post("/sign-in/", form | {"username": it.username, "password": PASSWORD})

    assert entered.headers["Location"] == "/access/?a=b"


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "javascript:x"],
)
def test_no_way_leads_to_another_site(address: str, it: Person, client: Client):
    held = {"address": address, "fields": [], "files": [], "too_large": False}
    unsealed = {"unfinished": str(held)}
    sealed = {"unfinished": dumps(held, salt="moothall_web.people.unfinished", compress=True)}
    for carried in (unsealed, sealed, {"next": address}):
        client.logout()
        entered = client.post(
            "/sign-in/", carried | {"username": it.username, "password": PASSWORD}
        )
        assert (entered.status_code, entered.headers["Location"]) == (302, "/")


def test_the_address_is_a_path_of_this_site():
    asked = RequestFactory().post("/access/", {"a": "b"})
    asked.path = asked.path_info = "//elsewhere.example/access/"

    assert unfinished.is_ours(unfinished.sent_in(asked).address)
    assert "//" not in unfinished.sent_in(asked).address


def test_a_seal_that_is_broken_carries_nothing(it: Person, client: Client):
    data = form_of(client.post(ADMIT, TYPED)).data()
    data["unfinished"] = [data["unfinished"][0][:-1] + "x"]

    entered = client.post("/sign-in/", data | {"username": it.username, "password": PASSWORD})

    assert entered.headers["Location"] == "/"


def test_signing_out_after_the_session_has_ended_is_no_unfinished_work(client: Client):
    assert client.post("/sign-out/").headers["Location"] == "/sign-in/"


def test_what_htmx_asks_for_is_not_answered_with_a_page(it: Person, client: Client):
    for asked in (
        client.post(ADMIT, TYPED, headers={"HX-Request": "true"}),
        Client(enforce_csrf_checks=True).post(ADMIT, TYPED, headers={"HX-Request": "true"}),
    ):
        assert asked.status_code == 403
        assert b"<html" not in asked.content


# --- A page that is too old: its token does not fit -----------------------------------------------


def test_a_page_that_is_too_old_is_sent_after_all(it: Person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(it)

    old = client.post(ADMIT, TYPED | {"csrfmiddlewaretoken": "x" * 64}, headers=SAME)

    assert old.status_code == 403
    again = form_of(old)
    assert again.action == ADMIT
    assert client.post(again.action, again.data(), headers=SAME).status_code == 302
    assert Acting.objects.filter(person__username="dana").exists()


def test_a_page_that_is_too_old_for_a_stranger_asks_to_sign_in_first(it: Person):
    client = Client(enforce_csrf_checks=True)

    asked = client.post(ADMIT, TYPED, headers=SAME)

    assert asked.status_code == 403
    assert form_of(after_signing_in(client, asked, it)).action == ADMIT


def test_a_sign_in_page_that_is_too_old_still_keeps_what_waits(it: Person):
    client = Client(enforce_csrf_checks=True)
    data = form_of(Client().post(ADMIT, TYPED)).data()

    asked = client.post("/sign-in/", data, headers=SAME)

    assert asked.status_code == 403
    assert form_of(after_signing_in(client, asked, it)).action == ADMIT


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("address", [ADMIT, "/sign-in/"])
def test_what_another_site_sends_is_not_offered_in_the_readers_name(
    headers: dict[str, str], address: str, it: Person
):
    data = TYPED | form_of(Client().post(ADMIT, TYPED)).data()
    client = Client(enforce_csrf_checks=True)
    client.force_login(it)

    refused = client.post(address, data, headers=headers)

    page = refused.content.decode()
    assert refused.status_code == 403
    assert "Send it now" not in page
    assert "dana" not in page
    assert re.search(r"<h1[^>]*>This form is out of date", page)
