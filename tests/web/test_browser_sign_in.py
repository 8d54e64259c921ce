"""Sign-in by a council, by passkey and by codes, in a real browser, with axe on every page."""

import os
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cast import PASSWORD, PersonFor
from playwright.sync_api import Browser, Page
from test_browser import Watched, browser  # noqa: F401 - a fixture

from idp.council_directories import BRAE_FINANCE, FINANCE, Directories, running
from moothall_web.people.models import Person
from moothall_web.records.models import Payload
from moothall_web.tenants import providers_of

pytestmark = [
    pytest.mark.usefixtures("three_towns_loaded"),
    pytest.mark.django_db(transaction=True),
]
WIDTH = 320


@pytest.fixture
def directories(live_server: Any, settings: Any) -> Iterator[Directories]:
    """Both councils' sign-ins, known to the site and to its policy of pages."""
    with running() as held:
        held.serve(live_server.url)
        settings.TENANTS = held.tenants()
        settings.SOCIALACCOUNT_PROVIDERS = providers_of(held.tenants())
        policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
        policy["DIRECTIVES"]["form-action"].append(held.base)
        settings.CONTENT_SECURITY_POLICY = policy
        yield held


def look(watched: Watched, name: str) -> None:
    """Check the page as it stands; keep a picture of it where a folder is named."""
    watched.page.wait_for_load_state()
    watched.page.locator("h1").wait_for()
    watched.check()
    folder = os.environ.get("MOOTHALL_LOOK")
    if folder:
        watched.page.screenshot(path=Path(folder) / f"sign-in-{name}.png", full_page=True)


def by_council(page: Page, name: str, login: str) -> None:
    page.get_by_role("button", name=f"Sign in with {name}").click()
    page.get_by_label("Login").fill(login)
    page.get_by_role("button", name="Continue").click()


def by_password(page: Page, name: str) -> None:
    page.get_by_label("Sign-in name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_somebody_comes_by_their_council_and_its_answer_counts_once(
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    directories: Directories,
):
    directories.has("ashby", "dana", FINANCE, BRAE_FINANCE)
    directories.has("ashby", "mallory", BRAE_FINANCE)
    context = browser.new_context(viewport={"width": WIDTH, "height": 900})
    watched = Watched(context.new_page())
    page = watched.page
    backs: list[str] = []
    page.on("request", lambda asked: backs.append(asked.url) if "/back/?" in asked.url else None)
    page.goto(f"{live_server.url}/access/")
    look(watched, "offered")

    by_council(page, "Ashby", "dana")

    page.wait_for_url("**/access/")
    assert "Finance officer for Ashby" in page.inner_text("header")
    assert "By a group of the council’s own sign-in" in page.inner_text("main")
    look(watched, "access")
    page.get_by_role("link", name="Your sign-in").click()
    assert "You come in by the sign-in of Ashby" in page.inner_text("main")
    assert "This one" in page.inner_text("main")
    look(watched, "own-by-council")
    assert Payload.objects.filter(
        owner="brae", summary__startswith="Security: the sign-in of Ashby named a group of Brae"
    ).exists()

    page.get_by_role("button", name="Sign out", exact=True).click()
    page.goto(backs[0])
    assert page.locator("h1").inner_text() == "This sign-in cannot be used again"
    watched.faults = [each for each in watched.faults if "401" not in each]  # as it is meant
    look(watched, "used-already")

    page.get_by_role("link", name="Go to the sign-in").click()
    context.clear_cookies()  # the council's own session too
    page.reload()
    by_council(page, "Ashby", "mallory")
    page.get_by_role("heading", name="You have no role here").wait_for()
    watched.faults = [each for each in watched.faults if "403" not in each]
    look(watched, "no-role")
    assert not Person.objects.filter(username="mallory").exists()
    context.close()


def test_a_passkey_is_registered_and_signs_in(
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person = person_for("ashby")
    context = browser.new_context(viewport={"width": WIDTH, "height": 900})
    watched = Watched(context.new_page())
    page = watched.page
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    page.goto(f"{live_server.url}/own-sign-in/")
    by_password(page, person.username)
    look(watched, "own")
    page.get_by_role("button", name="Add a passkey").click()
    look(watched, "again")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("What to call it").fill("key in the office")
    look(watched, "add-passkey")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    look(watched, "recovery-codes")
    page.get_by_role("link", name="Go on to your sign-in").click()
    assert "Passkey key in the office" in page.inner_text("main")
    look(watched, "own-with-passkey")

    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("link", name="Sign in with a passkey instead").click()
    look(watched, "passkey")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Programmes").wait_for()
    assert "Finance officer for ashby" in page.inner_text("header").replace("Ashby", "ashby")

    page.get_by_role("button", name="Sign out", exact=True).click()
    by_password(page, person.username)
    look(watched, "second-step-passkey")
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Programmes").wait_for()
    page.goto(f"{live_server.url}/own-sign-in/")
    page.get_by_role("link", name="Remove the passkey").click()
    look(watched, "again-before-removing")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    look(watched, "remove-passkey")
    page.get_by_role("button", name="Remove it").click()
    page.get_by_role("heading", name="Your sign-in").wait_for()
    assert "You sign in with a password alone" in page.inner_text("main")
    context.close()


def test_codes_are_set_up_and_asked_for(
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person = person_for("ashby")
    context = browser.new_context(viewport={"width": WIDTH, "height": 900})
    watched = Watched(context.new_page())
    page = watched.page
    page.goto(f"{live_server.url}/own-sign-in/codes/add/")
    by_password(page, person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    look(watched, "add-codes")
    secret = page.locator("#key").inner_text()
    page.get_by_label("Code that it shows now").fill(_code(secret))
    page.get_by_role("button", name="Use these codes").click()
    page.get_by_role("link", name="Make new ones").click()
    look(watched, "new-recovery-codes")

    page.get_by_role("button", name="Sign out", exact=True).click()
    by_password(page, person.username)
    page.get_by_label("Code", exact=True).fill("000000")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_text("There is a problem").wait_for()
    watched.faults = [each for each in watched.faults if "422" not in each]  # as it is meant
    look(watched, "second-step-wrong")
    page.get_by_label("Code", exact=True).fill(_code(secret))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Programmes").wait_for()
    page.goto(f"{live_server.url}/own-sign-in/password/")
    look(watched, "password")
    context.close()


def _code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
