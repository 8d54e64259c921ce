"""A section 151 officer goes through the books and signs, in a real browser, wide and narrow."""

import os
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, PersonFor
from playwright.sync_api import Browser
from test_books_pages import ARCHIVE, FACTS, written
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.facts.actions import load_folder
from moothall_web.people.models import Role

SHOWN = os.environ.get("MOOTHALL_BOOKS_PICTURES")
"""A folder for pictures of the pages, for whoever wants to look at them."""


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.django_db(transaction=True)
def test_from_the_baseline_to_parting(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    tmp_path: Path,
):
    load_folder(written(tmp_path / "towns", FACTS))
    person = person_for("ashby", "stockport", role=Role.SECTION_151_OFFICER)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)

    def look(name: str) -> None:
        watched.check()
        if SHOWN:
            page.screenshot(path=Path(SHOWN) / f"{name}-{width}.png", full_page=True)

    proposal = f"{live_server.url}/programmes/{ARCHIVE[0]}/proposals/{ARCHIVE[1]}"
    page.goto(f"{proposal}/baseline/")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/baseline/")
    assert "Ashby's one line is unsigned" in page.inner_text("main")
    look("baseline")

    page.get_by_role("button", name="Sign our lines of Ashby").click()
    assert "You sign for Ashby alone" in page.inner_text("main")
    look("sign")
    page.get_by_role("button", name="Sign these lines").click()
    page.wait_for_url("**/baseline/?done=signed")
    assert "It is not locked" in page.inner_text("main")
    look("signed")

    page.get_by_role("link", name="Ledger: both sets of books").click()
    assert "Brae owes Ashby £15,000 for 2026/27." in page.inner_text("main")
    look("ledger")
    page.get_by_role("link", name="True-up of 2026/27").click()
    assert "Lines of an invoice" in page.inner_text("main")
    look("true-up")
    page.goto(f"{proposal}/ledger/")
    page.get_by_role("link", name="If a partner leaves, declines or is replaced").click()
    page.get_by_label("Which council?").select_option("Brae")
    page.get_by_label("Other councils follow it").check()
    page.get_by_text("The councils that follow, where others do").click()
    page.get_by_role("group", name="Successor 1").get_by_label("Name").fill("North Brae")
    page.get_by_role("group", name="Successor 2").get_by_label("Name").fill("South Brae")
    page.get_by_role("group", name="Successor 1").get_by_label("alone").fill("40,000")
    page.get_by_role("button", name="See who would pay what").click()
    assert "Ashby would pay £25,000 less" in page.inner_text("main")
    look("partners")
    page.goto(f"{proposal}/parting/")
    page.get_by_label("If notice were given on").fill("31 March 2026")
    page.get_by_role("button", name="See when it ends").click()
    assert "would end on Wed 30 Sep 2026" in page.inner_text("main")
    look("parting")

    page.goto(f"{proposal}/savings/")
    look("savings")
    sample = "stockport-tameside/proposals/children-and-education-services"
    page.goto(f"{live_server.url}/programmes/{sample}/savings/")
    assert page.locator("main svg[role=img]").count() == 2
    look("sample-savings")
    other = "stockport-tameside/proposals/education-send-scoping"
    page.goto(f"{live_server.url}/programmes/{other}/baseline/")
    look("sample-baseline")
    director = "stockport-tameside/proposals/joint-director"
    for name in ("ledger", "parting"):
        page.goto(f"{live_server.url}/programmes/{director}/{name}/")
        look(f"sample-{name}")
    context.close()
