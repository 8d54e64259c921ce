"""A monitoring officer erases what is over its time, and council IT looks how the site is doing."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, PersonFor
from django.utils import timezone
from playwright.sync_api import Browser, Page
from test_browser import Watched, browser  # noqa: F401 - a fixture

from exhaustive import exhaustive
from moothall_web.people.models import Person, Role
from moothall_web.records.actions import Entry, append
from moothall_web.records.verify import verify

pytestmark = [
    exhaustive,
    pytest.mark.usefixtures("three_towns_loaded"),
    pytest.mark.django_db(transaction=True),
]


def arrive(page: Page, address: str, person: Person) -> None:
    page.goto(address)
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


@pytest.mark.parametrize("width", [1280, 320])
def test_words_over_their_time_are_looked_at_and_erased(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    file = tmp_path / "retention.yaml"
    file.write_text("ashby:\n  recorded-words: 365\n")
    monkeypatch.setenv("MOOTHALL_RETENTION", str(file))
    then = timezone.now() - timedelta(400)
    with monkeypatch.context() as long_ago:
        long_ago.setattr("django.utils.timezone.now", lambda: then)
        append([Entry(verb="changed a fact", summary="Old", owner="ashby", for_whom="ashby")])
    page = browser.new_context(viewport={"width": width, "height": 1100}).new_page()
    watched = Watched(page)
    officer = person_for("ashby", role=Role.MONITORING_OFFICER)

    arrive(page, f"{live_server.url}/retention/", officer)
    page.get_by_role("link", name="See what would go").wait_for()
    watched.check()
    page.get_by_role("link", name="See what would go").click()
    page.get_by_label("Why?").wait_for()
    watched.check()
    page.get_by_label("Why?").fill("Its year is over.")
    page.get_by_role("button", name="Erase this for good").click()
    page.get_by_text("There is a problem").wait_for()
    watched.faults.clear()  # the 422 that was asked for
    watched.check()
    assert page.get_by_label("Why?").input_value() == "Its year is over."
    page.get_by_label("I have looked at the examples").check()
    page.get_by_role("button", name="Erase this for good").click()
    page.get_by_text("Erased what 1 event said").wait_for()
    watched.check()
    assert (verify().broken_at, verify().erased) == (None, 1)


@pytest.mark.parametrize("width", [1280, 320])
def test_council_it_looks_how_the_site_is_doing(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    page = browser.new_context(viewport={"width": width, "height": 1100}).new_page()
    watched = Watched(page)
    arrive(page, f"{live_server.url}/access/", person_for("ashby", role=Role.IT))
    page.get_by_role("link", name="how this site is doing").click()
    page.get_by_text("The site works;").wait_for()
    watched.check()
