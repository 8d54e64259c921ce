"""The facts in a real browser: by keyboard alone, on a narrow screen, without script, with a draft.

A window of 320 pixels is what somebody has who zooms a window of 1280 to 400 per cent.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_browser import Watched, browser  # noqa: F401 - a fixture
from towns import TOWNS, held, risk, version

from moothall_web.facts.actions import add_fact, change_fact
from moothall_web.facts.models import Draft
from moothall_web.people.models import Person, Role

pytestmark = [
    pytest.mark.usefixtures("three_towns_loaded"),
    pytest.mark.django_db(transaction=True),
]
SAVING = f"/programmes/{TOWNS}/facts/savings/archive-saving/"
RISKS = f"/programmes/{TOWNS}/facts/risks/"
# The browser says aloud that an answer was an error; that the form is shown again is the test's.
EXPECTED = ("422", "409")


@pytest.fixture
def officer(person_for: PersonFor) -> Person:
    return person_for("ashby")


@pytest.fixture(params=WIDTHS)
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:  # noqa: F811
    made = browser.new_context(viewport={"width": request.param, "height": 900})
    made.set_default_timeout(15_000)
    yield made
    made.close()


def open_as(person: Person, context: BrowserContext, live_server: Any, address: str) -> Watched:
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"{live_server.url}/sign-in/?next={address}")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**{address}")
    return watched


def look(watched: Watched, name: str) -> None:
    """Check the page as it stands; keep a picture of it where a folder is named."""
    page = watched.page
    page.wait_for_load_state()
    page.locator("h1").wait_for()
    watched.faults = [
        fault for fault in watched.faults if not any(code in fault for code in EXPECTED)
    ]
    watched.check()
    if folder := os.environ.get("MOOTHALL_LOOK"):
        width = (page.viewport_size or {"width": 0})["width"]
        page.screenshot(path=Path(folder) / f"facts-{name}-{width}.png", full_page=True)


def test_a_fact_is_found_changed_compared_and_undone(
    officer: Person, person_for: PersonFor, context: BrowserContext, live_server: Any
):
    watched = open_as(officer, context, live_server, f"/programmes/{TOWNS}/facts/")
    page = watched.page
    look(watched, "kinds")
    page.get_by_role("link", name="Savings", exact=True).click()
    look(watched, "list")
    page.locator("main").get_by_role("link", name="Archive, Ashby").click()
    expect(page.get_by_text("You may change this as finance officer for Ashby.")).to_be_visible()
    look(watched, "fact")

    page.get_by_role("button", name="Change").click()
    look(watched, "change")
    page.get_by_label("Cash limit", exact=True).fill("much")
    page.get_by_role("button", name="Save", exact=True).last.click()
    assert page.title().startswith("Error: ")
    look(watched, "errors")
    page.get_by_role("link", name="Cash limit: 'much' is no figure").click()
    assert page.evaluate("document.activeElement.id") == "id_cash_limit"
    page.get_by_label("Cash limit", exact=True).fill("950")
    page.get_by_label("Why do you change it?").fill("Printed anew")

    colleague = person_for("ashby", role=Role.SECTION_151_OFFICER)
    theirs = held("savings", "archive-saving") | {"cash_limit": "940"}
    known = version("savings", "archive-saving")
    change_fact(colleague, TOWNS, "savings", "archive-saving", theirs, known, "Corrected")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Somebody else has changed this")).to_be_visible()
    look(watched, "conflict")
    page.get_by_label("What you wrote for Cash limit").check()
    page.get_by_role("button", name="Save what is chosen").click()
    expect(page.get_by_text("Your change is saved.")).to_be_visible()
    look(watched, "saved")
    assert held("savings", "archive-saving")["cash_limit"] == "950"

    page.get_by_role("link", name="History").click()
    look(watched, "history")
    page.get_by_role("button", name="Undo this change").first.click()
    expect(page.get_by_text("The change is undone.")).to_be_visible()
    assert held("savings", "archive-saving")["cash_limit"] == "940"

    for act in ("withdraw", "share", "remove"):
        if act == "share":
            page.get_by_label("Why do you withdraw it?").fill("Too early")
            page.get_by_role("button", name="Withdraw").click()
        page.goto(f"{live_server.url}{SAVING}{act}/")
        look(watched, act)


def test_a_fact_is_added_by_keyboard_alone(
    person_for: PersonFor, context: BrowserContext, live_server: Any
):
    person = person_for("ashby", role=Role.PROGRAMME_MANAGER)
    watched = open_as(person, context, live_server, RISKS)
    page = watched.page

    to(page, "a", "Add a risk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/add/")
    look(watched, "add")
    to(page, "#id_title")
    page.keyboard.type("The lift is stuck")
    to(page, "#id_description")
    page.keyboard.type("Nobody reaches the upper shelves; ŵ and ŷ neither.")
    to(page, "#id_source-document")
    page.keyboard.type("ashby")
    to(page, "#id_source-paragraph")
    page.keyboard.type("4.2")
    to(page, "input[name=owner]")
    page.keyboard.press("Space")
    to(page, "button", "Save")
    page.keyboard.press("Enter")

    expect(page.get_by_text("It is added.")).to_be_visible()
    assert "Only Ashby sees it." in page.inner_text("main")
    look(watched, "added")


def to(page: Page, selector: str, words: str = "") -> None:
    """Press the tab key until the focus is there; never on something that cannot be seen."""
    for _ in range(150):
        page.keyboard.press("Tab")
        here, width, height = page.evaluate(
            """([selector, words]) => {
                const on = document.activeElement, box = on.getBoundingClientRect()
                const fits = on.matches(selector) && (!words || on.innerText.trim() === words)
                return [fits, box.width, box.height]
            }""",
            [selector, words],
        )
        assert width > 1, "the focus stands where nobody sees it"
        assert height > 1, "the focus stands where nobody sees it"
        if here:
            return
    raise AssertionError(f"{selector} {words} cannot be reached by the tab key")


def test_the_enter_key_saves_and_removes_no_row(
    officer: Person, context: BrowserContext, live_server: Any
):
    rows = len(held("savings", "archive-saving")["phasing"])
    page = open_as(officer, context, live_server, f"{SAVING}change/").page

    page.get_by_label("Name", exact=True).first.fill("Saved by the Enter key")
    page.get_by_label("Name", exact=True).first.press("Enter")

    expect(page.get_by_text("Your change is saved.")).to_be_visible()
    assert held("savings", "archive-saving")["name"] == "Saved by the Enter key"
    assert len(held("savings", "archive-saving")["phasing"]) == rows


def test_what_is_typed_is_kept_by_itself_and_offered_again(
    officer: Person, context: BrowserContext, live_server: Any
):
    watched = open_as(officer, context, live_server, f"{SAVING}change/")
    page = watched.page

    name = page.get_by_label("Name", exact=True).first
    name.press("End")
    name.press_sequentially(" and the cellar", delay=5)

    expect(page.get_by_text("Draft kept at")).to_be_visible()
    look(watched, "draft-kept")
    assert Draft.objects.get().content["fields"]["name"][0].endswith(" and the cellar")
    page.goto(f"{live_server.url}{SAVING}change/")
    look(watched, "draft-offered")
    page.get_by_role("button", name="Go on with the draft").click()
    assert page.get_by_label("Name", exact=True).first.input_value().endswith(" and the cellar")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Your change is saved.")).to_be_visible()
    assert not Draft.objects.exists()


def test_everything_works_without_script(
    person_for: PersonFor,
    browser: Browser,  # noqa: F811
    live_server: Any,
):
    person = person_for("ashby", role=Role.PROGRAMME_MANAGER)
    key = add_fact(person, TOWNS, "risks", risk())
    context = browser.new_context(java_script_enabled=False)
    context.set_default_timeout(15_000)
    page = open_as(person, context, live_server, f"{RISKS}{key}/change/").page
    page.get_by_label("Title").fill("Half a se")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Your draft is kept.")).to_be_visible()
    page.get_by_role("button", name="Go on with the draft").click()
    page.get_by_label("Title").fill("Half a sentence")
    change_fact(
        person_for("ashby", role=Role.WORKSTREAM_LEAD),
        TOWNS,
        "risks",
        key,
        held("risks", key) | {"title": "Theirs"},
        version("risks", key),
    )
    page.get_by_role("button", name="Save", exact=True).last.click()
    page.get_by_label("What you wrote for Title").check()
    page.get_by_role("button", name="Save what is chosen").click()
    expect(page.get_by_text("Your change is saved.")).to_be_visible()
    assert held("risks", key)["title"] == "Half a sentence"

    page.get_by_role("link", name="History").click()
    page.get_by_text("Undo this").first.click()
    page.get_by_role("button", name="Undo this change").first.click()
    expect(page.get_by_text("The change is undone.")).to_be_visible()
    context.close()


def test_a_row_is_added_without_script_and_the_page_opens_at_it(
    officer: Person,
    browser: Browser,  # noqa: F811
    live_server: Any,
):
    rows = len(held("savings", "archive-saving")["phasing"])
    context = browser.new_context(java_script_enabled=False)
    page = open_as(officer, context, live_server, f"{SAVING}change/").page

    page.get_by_role("button", name="Add another year").click()

    assert page.url.endswith(f"#id_phasing-{rows}")
    page.locator(f"#id_phasing-{rows}-year").fill("2029/30")
    page.locator(f"#id_phasing-{rows}-amount").fill("(5)")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Your change is saved.")).to_be_visible()
    assert len(held("savings", "archive-saving")["phasing"]) == rows + 1
    context.close()
