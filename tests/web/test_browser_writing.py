"""A report author writes, puts a figure in, and sees findings and changes, in a real browser."""

import os
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser, expect
from test_browser import Watched, browser  # noqa: F401 - a fixture
from test_writing import WRITE, of, towns_with_words
from towns import TOWNS, held, version

from moothall_web.facts.actions import change_fact
from moothall_web.people.models import Role

SHOWN = os.environ.get("MOOTHALL_WRITING_PICTURES")
"""A folder for pictures of the pages, for whoever wants to look at them."""


@pytest.mark.checklist("K09")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
def test_from_words_and_a_figure_to_a_finding_that_goes(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    tmp_path: Path,
):
    towns_with_words(tmp_path)
    person = person_for("ashby", role=Role.REPORT_AUTHOR)
    finance = person_for("ashby", role=Role.FINANCE_OFFICER)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)

    def look(name: str) -> None:
        watched.check()
        if SHOWN:
            page.screenshot(path=Path(SHOWN) / f"{name}-{width}.png", full_page=True)

    page.goto(f"{live_server.url}{WRITE}")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/write/")
    look("paper")

    page.locator(f"a[href='{of('full-rooms')}']").first.click()
    words, preview = page.get_by_label("Words", exact=True), page.locator("#preview")
    words.fill("The saving is  thousand pounds.")
    words.evaluate("text => text.setSelectionRange(14, 14)")
    page.get_by_label("Search the facts").fill("full year size")
    page.get_by_role("button", name="Put it in").first.click()
    assert words.input_value().startswith("The saving is [[savings/archive-saving.full_year_saving")
    expect(preview).to_contain_text("The saving is 200 thousand pounds.")
    assert held("passages", "full-rooms")["text"].startswith("The reading rooms")
    look("figure")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/write/?done=saved*")
    look("saved")

    change_fact(
        finance,
        TOWNS,
        "savings",
        "archive-saving",
        held("savings", "archive-saving")
        | {"full_year_saving": "(250)", "revised_cash_limit": "650"},
        version("savings", "archive-saving"),
    )
    page.goto(f"{live_server.url}{WRITE}")
    assert "It was 200 when the words were written, and is 250 now." in page.inner_text("main")
    look("stale")
    page.get_by_role("button", name="Take 250").click()
    page.wait_for_url("**/write/?done=taken*")
    assert "no figure has changed since it was written in" in page.inner_text("main")

    page.locator(f"a[href='{of('one-archive')}']").first.click()
    words.fill("The rooms were seen on Monday 2 June 2026.")
    expect(preview.locator(".app-margin__note")).to_contain_text("2 June 2026")
    look("finding")
    words.fill("The rooms were seen on Tuesday 2 June 2026.")
    expect(preview.locator(".app-margin__note")).to_have_count(0)
    expect(page.locator("[data-says-trouble]")).to_contain_text("Draft kept at")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/write/?done=saved*")
    assert held("passages", "one-archive")["text"] == "The rooms were seen on Tuesday 2 June 2026."

    page.goto(f"{live_server.url}{WRITE}paper/")
    look("first-page")
    page.goto(f"{live_server.url}/programmes/{TOWNS}/proposals/archive/writing/ashby/")
    look("begin")
    page.goto(f"{live_server.url}{WRITE}?remove=one-archive")
    look("take-out")
    context.close()
