"""An author asks, an office clears, a word changes: in a real browser, wide and narrow."""

import os
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, PersonFor
from django.utils.timezone import localdate
from playwright.sync_api import Browser, Page
from test_browser import Watched, browser  # noqa: F401 - a fixture
from towns import TOWNS, held, version

from cleared_towns import paper, towns
from moothall_web.facts.actions import change_fact, load_folder
from moothall_web.people.models import Person, Role

SHOWN = os.environ.get("MOOTHALL_CLEARANCE_PICTURES")
"""A folder for pictures of the pages, for whoever wants to look at them."""


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.django_db(transaction=True)
def test_from_asking_to_words_that_have_changed(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    tmp_path: Path,
):
    day = localdate() + timedelta(days=60)
    ahead = paper(dated=f"{day.day} {day:%B %Y}")
    load_folder(towns(tmp_path / "a", papers=(ahead,), meeting={"held_on": day.isoformat()}))
    roles = (Role.REPORT_AUTHOR, Role.FINANCE_OFFICER, Role.WORKSTREAM_LEAD)
    author, officer, lead = (person_for("ashby", role=role) for role in roles)
    desk = f"{live_server.url}/programmes/{TOWNS}/clearances/"

    def sign_in(person: Person) -> tuple[Page, Watched]:
        page = browser.new_context(viewport={"width": width, "height": 1100}).new_page()
        watched = Watched(page)
        page.goto(desk)
        page.get_by_label("Sign-in name").fill(person.username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/clearances/")
        return page, watched

    def look(page: Page, watched: Watched, name: str) -> None:
        watched.check()
        if SHOWN:
            page.screenshot(path=Path(SHOWN) / f"{name}-{width}.png", full_page=True)

    page, watched = sign_in(author)
    look(page, watched, "desk-of-an-author")
    page.get_by_role("link", name=re.compile(r"^Ask\s*: Money$")).first.click()
    look(page, watched, "ask")
    page.get_by_role("button", name="Ask for it").click()
    page.wait_for_url("**/?done=asked")
    assert "The clearance has been asked for." in page.inner_text("main")
    look(page, watched, "asked")

    page, watched = sign_in(officer)
    assert "1 clearance waits for your answer" in page.inner_text("main")
    look(page, watched, "desk-of-an-officer")
    page.get_by_role("link", name=re.compile(r"^Answer\s*: Money$")).first.click()
    assert "It costs 110 a year." in page.inner_text("main")
    page.get_by_label("Yes").check()
    look(page, watched, "answer")
    words = held("passages", "words-financial") | {"text": "It costs 120 a year."}
    key = "words-financial"
    change_fact(lead, TOWNS, "passages", key, words, version("passages", key))
    page.get_by_role("button", name="Give this answer").click()
    assert "The words have changed since you opened this page." in page.inner_text("main")
    assert page.get_by_label("Yes").is_checked()
    watched.faults.clear()  # the browser says of the answer 409 that it is one
    look(page, watched, "changed-meanwhile")
    page.get_by_role("button", name="Give this answer").click()
    page.wait_for_url("**/?done=answered")
    look(page, watched, "answered")

    words |= {"text": "It costs 130 a year, and a van."}
    change_fact(lead, TOWNS, "passages", key, words, version("passages", key))
    page.goto(desk)
    assert "Words that have changed since they were answered" in page.inner_text("main")
    look(page, watched, "desk-with-stale-words")
    page.get_by_role("link", name=re.compile("^Ashby: One archive service.*Money$")).first.click()
    said = page.inner_text("main")
    assert "[removed: 120]" in " ".join(said.split())
    look(page, watched, "stale")
    page.get_by_role("link", name=re.compile(r"^Take back\s*: Money$")).first.click()
    look(page, watched, "take-back")
    page.get_by_role("button", name="Take it back").click()
    page.wait_for_url("**/?done=withdrawn")
