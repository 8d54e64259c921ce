"""From decisions ahead to a record brought in and undone, in a real browser, wide and narrow."""

from pathlib import Path
from typing import Any

import pytest
from calendar_server import site
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture

from committee_answers import entry, plan
from moothall_web.jobs.models import Job, JobState
from moothall_web.jobs.tasks import run_job
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


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("three_towns_loaded")
def test_a_forward_plan_is_read_by_itself_waits_and_is_taken_up(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    settings: Any,
):
    settings.CALENDARS_FROM_THIS_MACHINE = True
    person = person_for("ashby", role=Role.DEMOCRATIC_SERVICES)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    bring = f"{live_server.url}/programmes/three-towns/decisions/bring-in/"
    page.goto(bring)
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/bring-in/")
    assert "No published page waits to be looked at" in page.inner_text("main")

    page.get_by_role("link", name="say from where").click()
    watched.check()
    with site() as council:
        address = council.holds("/mgListPlanItems.aspx", plan(entry("Street lights"), entry()))
        page.get_by_label("Address").fill(f"{address}?PlanId=1")
        page.get_by_role("button", name="Read it every morning").click()
        page.wait_for_url("**/committee-systems/?queued=1")
        for job in Job.objects.filter(state=JobState.WAITING):
            run_job.func(job.pk)
    page.goto(f"{live_server.url}/committee-systems/")
    assert "1 page read; 1 waits to be looked at." in page.inner_text("main")
    watched.check()

    page.goto(bring)
    assert "1 published page waits to be looked at" in page.inner_text("main")
    watched.check()
    page.get_by_role("button", name="See what is new").click()
    page.wait_for_url("**/read/")
    assert "2 new facts" in page.inner_text("main")
    watched.check()
    page.get_by_role("button", name="Save what is ticked").click()
    page.wait_for_url("**/bring-in/?added=*")
    assert "No published page waits to be looked at" in page.inner_text("main")

    page.goto(f"{live_server.url}/committee-systems/")
    page.get_by_role("button", name="Stop").click()
    page.wait_for_url("**/committee-systems/")
    assert "No committee system is read regularly yet" in page.inner_text("main")
    context.close()
