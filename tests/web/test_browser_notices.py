"""From a proposal's key decision test to a form, in a real browser, wide and narrow."""

import os
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.people.models import Role

SHOWN = os.environ.get("MOOTHALL_NOTICE_PICTURES")
"""A folder for pictures of the pages, for whoever wants to look at them."""


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
def test_from_the_list_of_notices_to_a_form(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person = person_for("stockport", role=Role.DEMOCRATIC_SERVICES)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)

    def look(name: str) -> None:
        watched.check()
        if SHOWN:
            page.screenshot(path=Path(SHOWN) / f"{name}-{width}.png", full_page=True)

    page.goto(f"{live_server.url}/programmes/stockport-tameside/notices/?as_at=2022-06-10")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/notices/**")
    assert "Next: perhaps general exception, Tameside." in page.inner_text("main")
    look("programme")

    page.get_by_role(
        "link", name="Stockport test and notices for Shared leadership for early years"
    ).first.click()
    assert "could not be checked" in page.inner_text("main")
    look("council")

    page.get_by_role("link", name="Notice of a key decision", exact=True).click()
    assert page.locator("main table tbody tr").count() == 8
    look("form")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download it as a Word file").click()
    assert download.value.suggested_filename.endswith("-key-decision-2022-06-10.docx")
    context.close()
