"""From decisions ahead to a record brought in and undone, in a real browser, wide and narrow."""

from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.people.models import Role
from published_pages import decision


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("three_towns_loaded")
def test_a_decision_is_read_ticked_saved_and_undone(
    width: int,
    tmp_path: Path,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person = person_for("ashby", role=Role.DEMOCRATIC_SERVICES)
    saved = tmp_path / "decision.html"
    saved.write_bytes(decision(Ombudsman_ref="12/7"))
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"{live_server.url}/programmes/three-towns/decisions/")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/decisions/")
    assert "Not decided yet, by day" in page.inner_text("main")
    watched.check()

    page.get_by_role("link", name="Bring in a decision or minutes").click()
    page.get_by_label("A page saved as a file").check()
    page.get_by_label("Saved page").set_input_files(saved)
    watched.check()
    page.get_by_role("button", name="Read the page").click()
    page.wait_for_url("**/read/")
    said = page.inner_text("main")
    assert "Ombudsman ref: 12/7" in said
    assert "2 new facts" in said
    watched.check()

    page.get_by_role("button", name="Save what is ticked").click()
    page.wait_for_url("**/bring-in/?added=2&changed=0")
    assert "Facts added: 2; changed: 0." in page.inner_text("main")
    watched.check()

    page.goto(f"{live_server.url}/programmes/three-towns/decisions/")
    page.locator("#decided").locator("xpath=..").get_by_role("link").first.click()
    assert "It saves rent." in page.inner_text("main")
    watched.check()

    page.goto(f"{live_server.url}/programmes/three-towns/decisions/bring-in/")
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/bring-in/?undone=2")
    assert "Undone: 2 facts." in page.inner_text("main")
    context.close()
