"""Council IT makes a token and looks at who is told, in a real browser."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from django.utils import timezone
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.people.models import Role

SHOWN = os.environ.get("MOOTHALL_API_PICTURES")
"""A folder for pictures of the pages, for whoever wants to look at them."""


@pytest.mark.usefixtures("three_towns_loaded")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
def test_a_token_is_made_and_an_address_inside_is_refused(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person = person_for("ashby", role=Role.MONITORING_OFFICER)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)

    def look(name: str) -> None:
        watched.check()
        if SHOWN:
            page.screenshot(path=Path(SHOWN) / f"{name}-{width}.png", full_page=True)

    page.goto(f"{live_server.url}/tokens/")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/tokens/")
    assert "No program asks in your name." in page.inner_text("main")
    page.get_by_label("Ashby", exact=True).check()
    page.get_by_label("What is it for?").fill("Committee system, nightly")
    until = timezone.localdate() + timedelta(days=30)
    page.get_by_label("Until when?").fill(until.isoformat())
    page.get_by_role("button", name="Make a token").click()
    assert page.inner_text("#token").startswith("moothall_")
    look("tokens")

    page.goto(f"{live_server.url}/webhooks/")
    page.get_by_label("Ashby", exact=True).check()
    page.get_by_label("Which address is told?").fill("https://127.0.0.1/told")
    page.get_by_label("Decisions, when one is recorded or changed").check()
    page.get_by_role("button", name="Have it told").click()
    assert "is inside a network" in page.inner_text("main")
    watched.faults.clear()  # the 422 that was asked for
    look("webhooks")
    context.close()
