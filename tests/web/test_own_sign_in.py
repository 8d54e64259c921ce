"""One's own sign-in: password, codes, passkeys, sessions; and what production asks for."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cast import PASSWORD, PersonFor
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from page import sent

from moothall_web.identity.groups import check_tenants
from moothall_web.identity.sealing import seal, unseal
from moothall_web.people.models import Person
from moothall_web.records.models import Event
from moothall_web.tenants import Tenant, UnreadableTenantsError, read_tenants

pytestmark = pytest.mark.django_db
NEW = "another one for the tests"


def signed_in(person: Person) -> Client:
    """A browser in which somebody has signed in by their password."""
    client = Client()
    answer = client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
    assert answer.status_code == 302
    return client


def code_of(secret: str, steps: int = 0) -> str:
    """What an authenticator shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def with_codes(client: Client) -> str:
    """Set codes up on the pages; their secret."""
    again = client.get("/own-sign-in/codes/add/", follow=True)
    assert again.redirect_chain
    client.post(again.redirect_chain[-1][0], {"password": PASSWORD})
    page = client.get("/own-sign-in/codes/add/").content.decode()
    secret = page.split('id="key">')[1].split("<")[0]
    answer = client.post("/own-sign-in/codes/add/", {"code": code_of(secret)})
    assert answer["Location"] == "/own-sign-in/recovery-codes/"
    return secret


def test_codes_are_set_up_after_the_password_is_asked_again(person_for: PersonFor):
    person = person_for("ashby")
    client = signed_in(person)

    asked = client.get("/own-sign-in/codes/add/")
    assert asked["Location"].startswith("/own-sign-in/again/")
    secret = with_codes(client)

    held = Authenticator.objects.get(user=person, type="totp")
    assert secret not in str(held.data), "the secret is sealed"
    assert "Codes of an authenticator" in client.get("/own-sign-in/").content.decode()
    assert "changed how they sign in" in Event.objects.values_list("verb", flat=True)


def test_with_codes_a_password_is_half_the_way(person_for: PersonFor, monkeypatch: Any):
    person = person_for("ashby")
    secret = with_codes(signed_in(person))
    client = Client()

    half = client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
    assert half["Location"] == "/sign-in/second-step/"
    assert client.get("/").status_code == 302, "nobody is in yet"
    assert client.post("/sign-in/second-step/", {"code": "000000"}).status_code == 422
    code = code_of(secret)
    whole = client.post("/sign-in/second-step/", {"code": code})

    assert whole.status_code == 302
    assert client.get("/").status_code == 200
    spent = Client()
    spent.post("/sign-in/", {"username": person.username, "password": PASSWORD})
    assert spent.post("/sign-in/second-step/", {"code": code}).status_code == 422, "spent"


def test_a_recovery_code_is_good_once(person_for: PersonFor):
    person = person_for("ashby")
    client = signed_in(person)
    with_codes(client)
    page = client.get("/own-sign-in/recovery-codes/").content.decode()
    code = page.split("<li><code>")[1].split("<")[0]

    for expected in (302, 422):
        other = Client()
        other.post("/sign-in/", {"username": person.username, "password": PASSWORD})
        assert other.post("/sign-in/second-step/", {"code": code}).status_code == expected


def test_wrong_codes_are_counted_in_every_browser_alike(person_for: PersonFor):
    person = person_for("ashby")
    secret = with_codes(signed_in(person))
    for _ in range(5):
        client = Client()
        client.post("/sign-in/", {"username": person.username, "password": PASSWORD})
        assert client.post("/sign-in/second-step/", {"code": "000000"}).status_code == 422

    answer = client.post("/sign-in/second-step/", {"code": code_of(secret)})

    assert answer.status_code == 429
    assert answer.headers["Retry-After"]


def test_what_was_not_finished_is_carried_past_the_second_step(person_for: PersonFor):
    person = person_for("ashby")
    with_codes(signed_in(person))
    client = Client()
    page = client.post("/access/ashby/admit/", {"words": "kept"}).content.decode()
    sealed = page.split('name="unfinished" value="')[1].split('"')[0]

    answer = client.post(
        "/sign-in/", {"username": person.username, "password": PASSWORD, "unfinished": sealed}
    )

    assert answer.status_code == 200
    assert "One more step" in answer.content.decode()
    assert sealed in answer.content.decode()


def test_a_changed_password_ends_every_other_session(person_for: PersonFor):
    person = person_for("ashby")
    here, there = signed_in(person), signed_in(person)

    wrong = sent(here, "/own-sign-in/password/", current="not this", password=NEW)
    assert wrong.status_code == 422
    answer = sent(here, "/own-sign-in/password/", current=PASSWORD, password=NEW)

    assert answer.status_code == 302
    assert here.get("/own-sign-in/").status_code == 200
    assert there.get("/").status_code == 302
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert here.get("/own-sign-in/").content.decode().count(">This one<") == 1


def test_a_weak_password_is_refused(person_for: PersonFor):
    client = signed_in(person_for("ashby"))

    answer = sent(client, "/own-sign-in/password/", current=PASSWORD, password=PASSWORD[:5])

    assert answer.status_code == 422


def test_one_session_or_all_others_are_ended(person_for: PersonFor):
    person = person_for("ashby")
    here, second, third = (signed_in(person) for _ in range(3))
    page = here.get("/own-sign-in/").content.decode()
    assert page.count("/end/") == 2
    number = second.get("/own-sign-in/").content.decode().split("/sessions/")[1].split("/")[0]

    assert here.post(f"/own-sign-in/sessions/{number}/end/").status_code == 302
    assert sum(each.get("/").status_code == 302 for each in (here, second, third)) == 1
    assert here.post("/own-sign-in/sessions/end-others/").status_code == 302
    assert [each.get("/").status_code for each in (here, second, third)] == [200, 302, 302]
    assert "signed in here only" in here.get("/own-sign-in/").content.decode()


def test_nobody_ends_anothers_session(person_for: PersonFor):
    other = signed_in(person_for("brae"))
    number = 1
    mine = signed_in(person_for("ashby"))
    for number in range(1, 20):
        mine.post(f"/own-sign-in/sessions/{number}/end/")

    assert other.get("/").status_code == 200


def test_in_production_a_password_alone_opens_nothing_but_the_second_step(
    person_for: PersonFor, settings: Any
):
    settings.SECOND_STEP = True
    client = signed_in(person_for("ashby"))

    assert client.get("/")["Location"] == "/own-sign-in/"
    assert "that is not enough here" in client.get("/own-sign-in/").content.decode()
    with_codes(client)
    assert client.get("/").status_code == 200


def test_where_passwords_are_off_the_right_one_is_refused(person_for: PersonFor, settings: Any):
    person = person_for("ashby")
    settings.PASSWORDS = False

    answer = Client().post("/sign-in/", {"username": person.username, "password": PASSWORD})

    assert answer.status_code == 422
    assert "Passwords are not taken here" in answer.content.decode()
    assert not Client().login(username=person.username, password=PASSWORD)


def test_what_another_key_has_sealed_gives_nothing(settings: Any):
    sealed = seal("a refresh token")
    assert "refresh" not in sealed
    assert unseal(sealed) == "a refresh token"
    settings.SECRET_KEY = NEW

    assert unseal(sealed) == ""


WHOLE = """
tenants:
  - id: ashby
    name: Ashby
    council: ashby
    tenant: "0001"
    server_url: https://sign-in.example/0001/v2.0
    client_id: moothall
    client_secret_file: secret
    groups:
      "00aa": [finance]
"""


def tenants_in(folder: Path, text: str) -> tuple[Tenant, ...]:
    (folder / "secret").write_text("of the tests\n", encoding="utf-8")
    (folder / "tenants.yaml").write_text(text, encoding="utf-8")
    return read_tenants(folder / "tenants.yaml", production=True)


def test_the_file_of_tenants_is_read_whole(tmp_path: Path):
    (tenant,) = tenants_in(tmp_path, WHOLE)

    assert tenant.groups == {"00aa": ("finance",)}
    assert tenant.origin == "https://sign-in.example"
    assert "of the tests" not in repr(tenant)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tenants:", "tennants:", "begin it with `tenants:`"),
        ("    council: ashby\n", "", r"tenant 1 \(ashby\): council is missing"),
        ('"0001"', "0001", "tenant is missing; write it as a text, in quotes"),
        ("id: ashby", "id: Ashby!", "small letters"),
        ("https://", "http://", "begins with https://"),
        ("sign-in.example", "sign-in.example;*", "begins with https://"),
        ('"00aa"', "1234", "in quotes"),
        ("[finance]", "finance", "in brackets"),
        ("client_secret_file: secret", "client_secret_file: none", "cannot be read"),
        ("    client_id", "    clientid", "'clientid' is no field"),
        ("tenants:\n", "tenants: [\n", "is not YAML"),
    ],
)
def test_what_is_wrong_with_the_file_of_tenants_is_said(
    tmp_path: Path, old: str, new: str, words: str
):
    with pytest.raises(UnreadableTenantsError, match=words):
        tenants_in(tmp_path, WHOLE.replace(old, new, 1))


def test_two_tenants_of_one_id_are_refused(tmp_path: Path):
    with pytest.raises(UnreadableTenantsError, match="two tenants have the id ashby"):
        tenants_in(tmp_path, WHOLE + WHOLE.removeprefix("\ntenants:\n"))


def test_a_role_that_there_is_not_is_refused_at_the_start(tmp_path: Path, settings: Any):
    settings.TENANTS = tenants_in(tmp_path, WHOLE.replace("finance", "finanse"))
    with pytest.raises(ImproperlyConfigured, match="Did you mean 'finance'"):
        check_tenants()

    settings.TENANTS = tenants_in(tmp_path, WHOLE.replace("finance", "board-member"))
    with pytest.raises(ImproperlyConfigured, match="no role of a council"):
        check_tenants()


def test_a_policy_of_pages_names_the_councils_sign_ins_and_nothing_else(tmp_path: Path):
    tenants_in(tmp_path, WHOLE)
    policy = "settings.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action']"
    asked = f"from moothall_web import settings; print({policy})"
    given = os.environ | {"MOOTHALL_TENANTS": str(tmp_path / "tenants.yaml")}
    told = subprocess.run(
        [sys.executable, "-c", asked], env=given, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[\"'self'\", 'https://sign-in.example']"
