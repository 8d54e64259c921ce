"""Who gets in: people with a password, and demonstration sign-ins in a demonstration only."""

import re
import stat
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, PersonFor
from django.test import Client

from moothall_web.installation import Installation
from moothall_web.people.actions import make_demonstration_sign_ins
from moothall_web.people.models import Person
from moothall_web.people.queries import authorities_of
from moothall_web.records.models import Event

pytestmark = pytest.mark.django_db
COUNCILS = {"ashby": "Ashby", "brae": "Brae"}


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    held = Installation(tmp_path / "var")
    held.prepare()
    return held


def password_of(installation: Installation) -> str:
    return installation.sign_ins_file.read_text("utf-8").splitlines()[0].split()[-1]


def test_somebody_signs_in_and_out(client: Client, person_for: PersonFor):
    person = person_for("ashby")

    answer = client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
    assert answer.status_code == 302
    assert "Finance officer for ashby" in client.get("/").content.decode()

    assert client.post("/sign-out/").status_code == 302
    assert client.get("/").status_code == 302


def test_a_wrong_password_gives_an_error_that_leads_to_its_field(
    client: Client, person_for: PersonFor
):
    person_for("ashby")

    answer = client.post("/sign-in/", {"username": "ashby-finance", "password": "wrong"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error: Sign in" in page
    assert "There is a problem" in page
    links = re.findall(r'href="#([^"]+)"', page)
    assert links
    for target in links:
        assert f'id="{target}"' in page


def test_an_empty_form_names_both_fields(client: Client):
    page = client.post("/sign-in/", {}).content.decode()

    assert 'href="#id_username"' in page
    assert 'href="#id_password"' in page
    assert "Enter your sign-in name" in page


def test_the_sign_in_sends_nobody_to_another_site(client: Client, person_for: PersonFor):
    person = person_for("ashby")

    answer = client.post(
        "/sign-in/?next=https://elsewhere.example/",
        {"username": person.username, "password": PASSWORD},
    )

    assert answer.headers["Location"] == "/"


def test_demonstration_sign_ins_are_named_by_role_and_kept_from_others(
    client: Client, installation: Installation
):
    made = make_demonstration_sign_ins(installation, COUNCILS)

    assert {"programme-manager", "ashby-finance", "brae-member"} <= set(made)
    assert authorities_of(Person.objects.get(username="programme-manager")) == {"ashby", "brae"}
    assert authorities_of(Person.objects.get(username="brae-finance")) == {"brae"}
    assert stat.S_IMODE(installation.sign_ins_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(installation.secret_key_file.stat().st_mode) == 0o600
    assert client.login(username="ashby-finance", password=password_of(installation))
    assert Event.objects.get().verb == "made demonstration sign-ins"


def test_making_them_again_changes_nothing(installation: Installation):
    make_demonstration_sign_ins(installation, COUNCILS)
    before = installation.sign_ins_file.read_text("utf-8"), Person.objects.count()

    assert make_demonstration_sign_ins(installation, COUNCILS) == ()
    assert (installation.sign_ins_file.read_text("utf-8"), Person.objects.count()) == before


def test_a_lost_file_gets_a_new_password_that_opens(client: Client, installation: Installation):
    make_demonstration_sign_ins(installation, COUNCILS)
    old = password_of(installation)
    installation.sign_ins_file.unlink()

    make_demonstration_sign_ins(installation, COUNCILS)

    assert not client.login(username="ashby-finance", password=old)
    assert client.login(username="ashby-finance", password=password_of(installation))


def test_a_demonstration_leaves_a_persons_own_sign_in_alone(
    client: Client, installation: Installation, person_for: PersonFor
):
    own = person_for("ashby")
    assert own.username == "ashby-finance"

    make_demonstration_sign_ins(installation, {"ashby": "Ashby", "brae": "Brae"})

    assert client.login(username="ashby-finance", password=PASSWORD)
    assert not Person.objects.get(username="ashby-finance").demonstration


def test_demonstration_sign_ins_open_nothing_elsewhere(
    client: Client, installation: Installation, settings: Any
):
    make_demonstration_sign_ins(installation, COUNCILS)
    person = {"username": "ashby-finance", "password": password_of(installation)}
    assert client.login(**person)

    settings.DEMONSTRATION = False

    assert client.get("/").status_code == 302, "a session of the demonstration goes on"
    assert not client.login(**person)
