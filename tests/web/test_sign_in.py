"""Who gets in: people with a password, and demonstration sign-ins in a demonstration only."""

import os
import re
import stat
import subprocess
import sys
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, ROOT, PersonFor
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from django.utils import timezone

from moothall_web.installation import Installation
from moothall_web.people import attempts
from moothall_web.people.actions import (
    Newcomer,
    Terms,
    admit,
    make_demonstration_sign_ins,
    make_link,
)
from moothall_web.people.models import Acting, FailedSignIn, Person, Role
from moothall_web.people.permissions import RefusedError
from moothall_web.people.queries import authorities_of, sight
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import recorded

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

    roles = set(Role) - {Role.BOARD_MEMBER, Role.AUDITOR}
    assert {f"{code}-{role.value}" for code in COUNCILS for role in roles} < set(made)
    assert {"programme-manager", "auditor"} < set(made)
    assert authorities_of(Person.objects.get(username="programme-manager")) == {"ashby", "brae"}
    assert authorities_of(Person.objects.get(username="brae-finance")) == {"brae"}
    told = installation.sign_ins_file.read_text("utf-8")
    assert re.search(r"\nBrae\n(  brae-[a-z0-9-]+ +\w.+, Brae\n)+", told), told
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


@pytest.mark.usefixtures("three_towns_loaded")
def test_the_demonstration_shows_a_board_member_and_an_auditor(
    client: Client, installation: Installation
):
    councils = {"ashby": "Ashby", "brae": "Brae", "combe": "Combe"}
    make_demonstration_sign_ins(installation, councils)

    auditor = Person.objects.get(username="auditor")
    what = sight(auditor, "three-towns", councils)
    assert what.granted == {(code, "*") for code in councils}
    assert what.auditor_only
    assert not what.councils
    member = Person.objects.get(username="three-towns-board-member")
    assert sight(member, "three-towns", councils).inside
    assert not sight(member, "three-towns", councils).councils
    client.force_login(member)
    assert "Board member for Schools" in client.get("/").content.decode()


def test_a_role_that_was_ended_is_not_made_again(installation: Installation):
    make_demonstration_sign_ins(installation, COUNCILS)
    with recorded() as pen:
        Acting.objects.filter(person__username="brae-hr").update(until=date(2020, 1, 1))
        pen.record(Entry(verb="ended a role", summary=""))

    make_demonstration_sign_ins(installation, COUNCILS)

    assert not authorities_of(Person.objects.get(username="brae-hr"))


# --- How often, and what is recorded --------------------------------------------------------------


def sign_in(client: Client, name: str, password: str, address: str = "192.0.2.1") -> Any:
    return client.post("/sign-in/", {"username": name, "password": password}, REMOTE_ADDR=address)


def verbs() -> list[str]:
    return list(Event.objects.exclude(verb="admitted somebody").values_list("verb", flat=True))


def test_signing_in_and_failing_to_are_recorded(client: Client, person_for: PersonFor):
    person = person_for("ashby")

    sign_in(client, person.username, "wrong")
    sign_in(client, person.username, PASSWORD)

    assert verbs() == ["was refused a sign-in", "signed in"]
    refused, entered = Event.objects.order_by("-number")[:2][::-1]
    assert (refused.who, entered.who) == (None, person)
    assert {refused.subject, entered.subject} == {f"person/{person.username}"}
    assert refused.payload.owner == "ashby"
    assert refused.payload.after == {"address": "192.0.2.1"}
    assert not refused.payload.shared


def test_what_was_typed_as_a_name_is_not_kept(client: Client):
    sign_in(client, "my secret password", "x")

    held = Event.objects.get().payload
    assert "my secret password" not in f"{held.summary}{held.after}"
    assert "my secret password" not in str(FailedSignIn.objects.values().get())


def test_after_some_failures_a_name_waits_and_is_told_how_long(
    client: Client, person_for: PersonFor
):
    person = person_for("ashby")
    for _ in range(attempts.OF_A_NAME_FROM_AN_ADDRESS):
        assert sign_in(client, person.username, "wrong").status_code == 422

    answer = sign_in(client, person.username, PASSWORD)

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= attempts.MINUTES * 60 + 1
    page = answer.content.decode()
    assert "Too many sign-ins have failed. Wait 5 minutes" in page
    assert 'href="#id_username"' in page
    assert len(verbs()) == attempts.OF_A_NAME_FROM_AN_ADDRESS, "a try that is not taken adds none"
    assert "No more are taken for 5 minutes" in Event.objects.latest("number").payload.summary


def test_the_wait_ends_by_itself_however_often_it_is_tried(
    client: Client, person_for: PersonFor, monkeypatch: pytest.MonkeyPatch
):
    person = person_for("ashby")
    for _ in range(3 * attempts.OF_A_NAME_FROM_AN_ADDRESS):
        sign_in(client, person.username, "wrong")

    later = timezone.now() + timedelta(minutes=attempts.MINUTES, seconds=1)
    monkeypatch.setattr(attempts.timezone, "now", lambda: later)

    assert sign_in(client, person.username, PASSWORD).status_code == 302


def test_a_stranger_elsewhere_does_not_lock_anybody_out(client: Client, person_for: PersonFor):
    person = person_for("ashby")
    for _ in range(3 * attempts.OF_A_NAME_FROM_AN_ADDRESS):
        sign_in(client, person.username, "wrong", "198.51.100.7")

    assert sign_in(client, person.username, PASSWORD).status_code == 302


def test_an_address_that_tries_many_names_waits(client: Client, person_for: PersonFor):
    person = person_for("ashby")
    for number in range(attempts.OF_AN_ADDRESS):
        sign_in(client, f"name-{number}", "wrong")

    assert sign_in(client, person.username, PASSWORD).status_code == 429
    assert sign_in(client, person.username, PASSWORD, "192.0.2.2").status_code == 302


def test_a_name_that_is_tried_from_everywhere_waits(client: Client, person_for: PersonFor):
    person = person_for("ashby")
    for number in range(attempts.OF_A_NAME):
        attempts.failed(person.username, f"192.0.2.{number}")

    assert sign_in(client, person.username, PASSWORD, "198.51.100.7").status_code == 429


def test_behind_a_server_that_ends_tls_the_senders_own_address_counts(settings: Any):
    asked = RequestFactory().post("/", headers={"X-Forwarded-For": "203.0.113.9, 192.0.2.8"})
    assert attempts.address_of(asked) == "127.0.0.1", "anybody can write that header"

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert attempts.address_of(asked) == "192.0.2.8", "the last one is that server's own word"


@pytest.mark.parametrize("name", ["x" * 10_000, "a\0b", "<script>alert(1)</script>", "‮abc 🙂"])
def test_odd_names_are_refused_harmlessly(name: str, client: Client):
    answer = sign_in(client, name, "wrong")

    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()


# --- Links that open a sign-in --------------------------------------------------------------------


@pytest.mark.usefixtures("three_towns_loaded")
def test_somebody_new_chooses_a_password_by_a_link_that_works_once(
    client: Client, person_for: PersonFor
):
    it = person_for("ashby", role=Role.IT)
    dana = admit(it, "ashby", Newcomer("dana", "Dana"), Terms(role=Role.HR)).person
    link = make_link(it, "ashby", dana)

    assert client.get(link).status_code == 200
    short = client.post(link, {"password": "short"})
    assert short.status_code == 422
    assert "too short" in short.content.decode()
    assert client.post(link, {"password": PASSWORD}).status_code == 302
    assert sign_in(client, "dana", PASSWORD).status_code == 302

    again = Client().get(link)
    assert again.status_code == 410
    assert "no longer works" in again.content.decode()
    assert verbs()[-3:] == ["made a sign-in link", "chose a password", "signed in"]


@pytest.mark.usefixtures("three_towns_loaded")
def test_no_council_opens_a_sign_in_that_another_one_relies_on(person_for: PersonFor):
    it = person_for("ashby", role=Role.IT)
    shared = person_for("ashby", "brae", role=Role.LEGAL)

    with pytest.raises(RefusedError, match="also acts for another council, so Ashby alone may not"):
        make_link(it, "ashby", shared)


@pytest.mark.usefixtures("three_towns_loaded")
def test_a_link_dies_when_another_council_admits(client: Client, person_for: PersonFor):
    it, person = person_for("ashby", role=Role.IT), person_for("ashby")
    link = make_link(it, "ashby", person)

    admit(person_for("brae", role=Role.IT), "brae", person.username, Terms(role=Role.HR))

    assert client.get(link).status_code == 410


@pytest.mark.usefixtures("three_towns_loaded")
def test_the_first_person_of_a_council_is_admitted_on_the_command_line():
    told = StringIO()

    call_command("admit", "ashby", "it", "dana", "Dana", stdout=told)

    dana = Person.objects.get(username="dana")
    assert authorities_of(dana) == {"ashby"}
    assert f"/sign-in/{dana.pk}/" in told.getvalue()
    with pytest.raises(CommandError, match="no-such"):
        call_command("admit", "no-such", "it", "eve", "Eve")
    with pytest.raises(CommandError, match="signs in as dana already"):
        call_command("admit", "brae", "it", "dana", "Dana")


def test_production_passes_djangos_own_check_for_deployment(tmp_path: Path):
    command = "import sys; from moothall_web.console import main; sys.exit(main())"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
    checked = subprocess.run(
        [sys.executable, "-c", command, "manage", "check", "--deploy", "--fail-level", "INFO"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=tmp_path,
        env=kept
        | {
            "PYTHONPATH": str(ROOT / "src"),
            "MOOTHALL_VAR": str(tmp_path / "var"),
            "MOOTHALL_ENV": "production",
            "MOOTHALL_HOSTS": "moothall.example",
        },
    )

    assert checked.returncode == 0, checked.stderr
    assert "no issues (0 silenced)" in checked.stdout
