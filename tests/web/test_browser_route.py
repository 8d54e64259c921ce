"""The joint route in a real browser: wide, narrow, by keyboard and without script."""

import re
from pathlib import Path
from typing import Any

import pytest
from cast import WIDTHS, PersonFor
from playwright.sync_api import Browser, Page
from test_browser import Watched, browser  # noqa: F401 - a fixture
from test_browser_access import look, sign_in

from invented import ASHBY, BRAE, write
from moothall_web.facts.actions import load_folder
from moothall_web.people.models import Role

pytestmark = pytest.mark.django_db(transaction=True)

ROUTE = "/programmes/stockport-tameside/proposals/early-years-leadership/route/?as_at=2022-02-15"


def started(browser: Browser, live_server: Any, name: str, width: int, **more: Any) -> Watched:  # noqa: F811
    context = browser.new_context(viewport={"width": width, "height": 1100}, **more)
    watched = Watched(context.new_page())
    watched.page.goto(live_server.url)
    sign_in(watched.page, name)
    watched.page.wait_for_url("**/")
    return watched


def refused(watched: Watched, name: str, width: int) -> None:
    """Check a form that was sent in wrongly; the browser says in its console that it was."""
    watched.page.get_by_text("There is a problem").wait_for()
    watched.faults.clear()
    look(watched, name, width)


def main(page: Page) -> str:
    return page.inner_text("main").replace("\N{NO-BREAK SPACE}", " ")


def move_it(page: Page, step: str) -> None:
    page.get_by_role("link", name=re.compile(f"Move it.*{step}")).click()


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("width", WIDTHS)
def test_a_monitoring_officer_supposes_an_answer_counts_back_and_moves_a_meeting(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    officer = person_for("tameside", role=Role.MONITORING_OFFICER)
    watched = started(browser, live_server, officer.username, width)
    page = watched.page

    page.goto(f"{live_server.url}{ROUTE}")
    look(watched, "route", width)
    page.get_by_role("button", name="Suppose it").click()
    refused(watched, "route-error", width)
    page.get_by_label("Which rule?").select_option(value="tameside.call_in_days")
    page.get_by_label("What if it were").fill("5")
    page.get_by_label("What if it were").press("Enter")
    page.get_by_text("This is a supposition, not what is known.").wait_for()
    look(watched, "route-supposed", width)

    page.get_by_role("link", name="Ways to get there").click()
    page.get_by_label("Which first day of the service is wanted?").fill("1 September 2022")
    page.get_by_role("button", name="Count back").click()
    page.get_by_text("A start on Thu 1 Sep 2022 can still be kept.").wait_for()
    look(watched, "ways", width)

    page.goto(f"{live_server.url}{ROUTE}")
    move_it(page, "Full early years proposal to Executive Cabinet")
    page.get_by_role("button", name="See what it would change").click()
    refused(watched, "move-error", width)
    page.get_by_label("Which other day?").fill("1 March 2022")
    page.get_by_role("button", name="See what it would change").click()
    page.get_by_role("heading", name="What it would change").wait_for()
    assert "too soon" in main(page).lower()
    look(watched, "move", width)
    page.get_by_label("Which other day?").fill("6 July 2022")
    page.get_by_role("button", name="See what it would change").click()
    page.get_by_text("itself is held on Wed 6 Jul 2022").wait_for()
    page.get_by_role("button", name="Save the move").click()
    page.get_by_text("It is moved.").wait_for()
    assert "Tameside decides on Wed 6 Jul 2022" in main(page)
    look(watched, "moved", width)
    page.get_by_role("link", name="Its history").click()
    look(watched, "moved-history", width)
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_without_script_the_usual_steps_are_added_and_one_is_moved(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    tmp_path: Path,
):
    folder = write(tmp_path / "bare", (ASHBY, BRAE))
    (folder / "steps.yaml").unlink()
    load_folder(folder)
    clerk = person_for("ashby", role=Role.DEMOCRATIC_SERVICES)
    page = started(browser, live_server, clerk.username, width, java_script_enabled=False).page

    page.goto(f"{live_server.url}/programmes/three-towns/proposals/archive/route/")
    page.get_by_role("link", name="Add the usual steps for Ashby").first.click()
    page.get_by_role("button", name="Add these steps").click()
    page.get_by_text("There is a problem").wait_for()
    page.get_by_label("Which body decides?").select_option(label="Ashby Executive")
    page.get_by_role("button", name="Add these steps").click()
    page.get_by_text("The steps are added.").wait_for()
    move_it(page, "Brief the trade unions")
    page.get_by_label("Which other day?").fill("1 June 2027")
    page.get_by_role("button", name="See what it would change").click()
    page.get_by_role("button", name="Save the move").click()
    page.get_by_text("It is moved.").wait_for()
    assert "Tue 1 Jun 2027" in main(page)
    page.context.close()


@pytest.mark.usefixtures("three_towns_loaded")
@pytest.mark.parametrize("width", WIDTHS)
def test_the_usual_steps_are_sound_on_screen(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    manager = person_for("ashby", role=Role.PROGRAMME_MANAGER)
    watched = started(browser, live_server, manager.username, width)

    watched.page.goto(
        f"{live_server.url}/programmes/three-towns/proposals/archive/route/usual-steps/ashby/"
    )
    look(watched, "usual", width)
    watched.page.context.close()
