"""Who acts for whom, and an expired session, in a real browser: wide, narrow and without script."""

import os
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser, Page
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.people.models import Role

pytestmark = [
    pytest.mark.usefixtures("three_towns_loaded"),
    pytest.mark.django_db(transaction=True),
]


def sign_in(page: Page, name: str) -> None:
    page.get_by_label("Sign-in name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def look(watched: Watched, name: str, width: int) -> None:
    """Check the page as it stands; keep a picture of it where a folder is named."""
    watched.page.wait_for_load_state()
    watched.page.locator("h1").wait_for()
    watched.check()
    folder = os.environ.get("MOOTHALL_LOOK")
    if folder:
        watched.page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_council_it_says_who_acts_for_their_council(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    it = person_for("ashby", role=Role.IT)
    person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER)
    person_for("brae", role=Role.LEGAL)
    person_for("ashby")
    person_for("ashby", role=Role.AUDITOR)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(live_server.url)
    sign_in(page, it.username)

    page.get_by_role("link", name="Who acts for whom").click()
    assert "They act for several councils" in page.inner_text("main")
    look(watched, "access", width)

    page.get_by_role("button", name="Say who acts for Ashby").click()
    look(watched, "admit", width)
    page.get_by_label("Somebody new").check()
    page.get_by_label("Sign-in name").fill("sian.wyn")
    page.get_by_label("Name, if they are new").fill("Siân Ŵyn")
    page.get_by_label("Role").select_option(label="Legal officer")
    page.get_by_role("button", name="Save").click()
    assert "Siân Ŵyn acts as legal officer." in page.inner_text("main")
    look(watched, "admitted", width)

    page.get_by_role("link", name="Siân Ŵyn", exact=True).click()
    look(watched, "person", width)
    page.get_by_role("button", name="Make a sign-in link").click()
    look(watched, "link", width)
    link = page.locator("code").inner_text()

    other = browser.new_context(viewport={"width": width, "height": 1100})
    theirs = Watched(other.new_page())
    theirs.page.goto(link)
    look(theirs, "open", width)
    theirs.page.get_by_label("Choose a password").fill(PASSWORD)
    theirs.page.get_by_role("button", name="Save and sign in").click()
    sign_in(theirs.page, "sian.wyn")
    assert "Legal officer for Ashby" in theirs.page.inner_text("header")
    look(theirs, "newcomer", width)

    for name, words in [
        ("cover", "Cover ashby-finance, finance officer"),
        ("end", "End ashby-finance, finance officer"),
    ]:
        page.goto(f"{live_server.url}/access/")
        page.get_by_role("link", name=words).click()
        look(watched, name, width)
    for name, words in [("hand-over", "Hand over"), ("leave", "They have left")]:
        page.goto(f"{live_server.url}/access/ashby/people/ashby-finance/")
        page.get_by_role("button", name=words).click()
        look(watched, name, width)
    page.get_by_role("button", name="End all of it now").click()
    assert "Their sign-in is closed." in page.inner_text("main")
    look(watched, "left", width)
    other.close()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_reading_is_granted_and_withdrawn(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person_for("brae", role=Role.AUDITOR)
    officer = person_for("ashby", role=Role.SECTION_151_OFFICER)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"{live_server.url}/access/ashby/grant/")
    sign_in(page, officer.username)

    look(watched, "grant", width)
    page.get_by_label("Auditor").select_option("brae-auditor")
    page.get_by_label("Programme", exact=True).select_option("three-towns")
    page.get_by_label("Only the kinds that I tick below").check()
    page.get_by_label("Savings").check()
    page.get_by_role("button", name="Let them read it").click()
    look(watched, "granted", width)
    page.get_by_role("link", name="Withdraw").click()
    look(watched, "withdraw", width)
    page.get_by_role("button", name="Withdraw").click()
    assert "No auditor reads" in page.inner_text("main")
    context.close()


@pytest.mark.parametrize(("width", "script"), [(1280, True), (320, False)])
def test_an_expired_session_loses_nothing(
    width: int,
    script: bool,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    it = person_for("ashby", role=Role.IT)
    context = browser.new_context(
        viewport={"width": width, "height": 1100}, java_script_enabled=script
    )
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"{live_server.url}/access/ashby/admit/")
    sign_in(page, it.username)
    page.get_by_label("Somebody new").check()
    page.get_by_label("Sign-in name").fill("dana")
    page.get_by_label("Name, if they are new").fill("Dana")
    page.get_by_label("Role").select_option("hr")
    page.get_by_label("Why").fill("Two lines,\nthe second of them")
    context.clear_cookies(name="sessionid")

    page.get_by_role("button", name="Save").click()

    assert page.title().startswith("Sign in again")
    watched.faults.clear()  # the answer is a refusal, and the browser says so in its console
    if script:
        look(watched, "expired", width)
    sign_in(page, it.username)
    assert page.get_by_role("heading", level=1).inner_text() == "You had not finished"
    if script:
        look(watched, "unfinished", width)
    page.get_by_role("button", name="Send it now").click()

    assert "Dana acts as human resources officer." in page.inner_text("main")
    assert not watched.faults
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_refusal_explains_itself(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person = person_for("ashby")
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"{live_server.url}/access/brae/admit/")
    sign_in(page, person.username)

    assert "Only Brae's programme manager" in page.inner_text("main")
    watched.faults.clear()  # the refusal itself
    look(watched, "refused", width)
    context.close()
