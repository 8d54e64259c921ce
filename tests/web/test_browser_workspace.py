"""A desk, remarks, tasks, snapshots, search and the record, in a real browser: wide and narrow."""

from typing import Any

import pytest
from cast import WIDTHS, PersonFor
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture
from test_browser_access import look, sign_in

from moothall_web.people.models import Role

pytestmark = [
    pytest.mark.usefixtures("three_towns_loaded"),
    pytest.mark.django_db(transaction=True),
]
SNAPSHOTS = "/programmes/three-towns/proposals/archive/snapshots/"


def refused(watched: Watched, name: str, width: int) -> None:
    """Check a form that was sent in empty; the browser itself says in its console that it was."""
    watched.page.get_by_text("There is a problem").wait_for()
    watched.faults.clear()
    look(watched, name, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_author_freezes_a_case_and_the_monitoring_officer_clears_it(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    author = person_for("ashby", role=Role.REPORT_AUTHOR)
    officer = person_for("ashby", role=Role.MONITORING_OFFICER)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(live_server.url)
    sign_in(page, author.username)

    page.goto(f"{live_server.url}{SNAPSHOTS}")
    page.get_by_role("button", name="Make a snapshot").click()
    refused(watched, "snapshot-error", width)
    page.get_by_label("As at which day?").fill("1 May 2026")
    page.get_by_label("What is it for?").fill("the agenda of June")
    page.get_by_role("button", name="Make a snapshot").click()
    assert "The same facts gave the same bytes" in page.inner_text("main")
    look(watched, "snapshot", width)
    page.get_by_role("button", name="Sign out").click()

    sign_in(page, officer.username)
    page.get_by_role("link", name="My desk").click()
    look(watched, "desk-waiting", width)
    page.get_by_role("link", name="Ashby: archive", exact=False).or_(
        page.get_by_role("link", name="ashby: archive, snapshot 1")
    ).first.click()
    page.get_by_label("Why?").fill("read it against the constitution")
    page.get_by_role("button", name="Clear it").click()
    assert "It is cleared" in page.inner_text("main")
    page.goto(f"{live_server.url}{SNAPSHOTS}")
    look(watched, "snapshots", width)
    page.goto(f"{live_server.url}/access/events/")
    look(watched, "events", width)
    page.get_by_role("link", name="Erase what it says", exact=False).first.click()
    look(watched, "erase", width)
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_colleagues_talk_about_a_fact_and_give_each_other_tasks(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    finance = person_for("ashby")
    both = person_for("ashby", "brae", role=Role.PROGRAMME_MANAGER)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(live_server.url)
    sign_in(page, finance.username)

    page.goto(f"{live_server.url}/programmes/three-towns/search/?q=archive")
    look(watched, "search", width)
    page.get_by_role("link", name="Archive", exact=False).first.click()
    page.goto(f"{live_server.url}/programmes/three-towns/facts/savings/archive-saving/remarks/")
    page.get_by_role("button", name="Add the remark").click()
    refused(watched, "remark-error", width)
    page.get_by_label("Remark", exact=True).fill(f"@{both.username} is the cash limit right?")
    page.get_by_role("button", name="Add the remark").click()
    look(watched, "remarks", width)
    page.get_by_role("link", name="Give somebody a task about this").click()
    page.get_by_label("What is to be done?").fill("Check the cash limit against the budget book")
    page.get_by_label("By whom?").select_option(label=both.name)
    page.get_by_label("By when?").fill("1 June 2026")
    page.get_by_role("button", name="Give the task").click()
    look(watched, "tasks", width)
    page.get_by_role("button", name="Sign out").click()

    sign_in(page, both.username)
    page.get_by_role("link", name="My desk").click()
    look(watched, "desk", width)
    page.get_by_role("link", name="Answer", exact=False).click()
    assert "You act for several" in page.inner_text("main")
    look(watched, "remarks-for-several", width)
    page.get_by_label("programme manager for Ashby").check()
    page.get_by_label("Remark", exact=True).fill("It is.")
    page.get_by_role("button", name="Add the remark").click()
    page.get_by_role("link", name="My desk").click()
    page.get_by_role("button", name="Done", exact=False).click()
    assert "Nothing waits for you" in page.inner_text("main")
    look(watched, "desk-empty", width)
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_stranger_counts_days(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
):
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"{live_server.url}/dates/")
    look(watched, "dates", width)
    page.get_by_role("link", name="Until when does it have to be published?").click()
    page.get_by_role("button", name="Count").click()
    refused(watched, "dates-error", width)
    page.get_by_label("When is the meeting?").fill("30 April 2019")
    page.get_by_label("How many clear days?").fill("5")
    page.get_by_role("button", name="Count").click()
    assert "Thursday 18 April 2019" in page.inner_text("main")
    look(watched, "dates-answer", width)
    context.close()
