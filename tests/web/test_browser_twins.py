"""One council links, the other is told and links too: in a real browser, wide and narrow."""

from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, PersonFor
from playwright.sync_api import Browser, Page
from test_browser import Watched, browser  # noqa: F401 - a fixture
from test_side_by_side import CODE, approve, councils, paper

from exhaustive import exhaustive
from invented import ASHBY, BRAE
from moothall_web.people.models import Person, Role


@exhaustive
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.checklist("R2")
@pytest.mark.django_db(transaction=True)
def test_each_council_links_its_own_by_one_click(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    tmp_path: Path,
):
    papers = [paper(code, approve(matter="")) for code in ("ashby", "brae")]
    councils(tmp_path / "p", ASHBY, BRAE, papers=papers)
    here = f"{live_server.url}/programmes/{CODE}/proposals/archive/side-by-side/"

    def sign_in(person: Person) -> tuple[Page, Watched]:
        page = browser.new_context(viewport={"width": width, "height": 1100}).new_page()
        watched = Watched(page)
        page.goto(here)
        page.get_by_label("Sign-in name").fill(person.username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/side-by-side/")
        return page, watched

    author, partner = (person_for(code, role=Role.REPORT_AUTHOR) for code in ("ashby", "brae"))
    page, watched = sign_in(author)
    assert "100% alike: both say “approve”" in page.inner_text("main")
    watched.check()
    page.get_by_role("button", name="Link Ashby 1 with Brae 1").click()
    page.wait_for_url("**/?done=linked*")
    assert "They are linked for your council." in page.inner_text("main")
    assert "Brae is shown that, and has not linked its own yet." in page.inner_text("main")
    watched.check()

    page, watched = sign_in(partner)
    assert "Ashby 1 with Brae 1: linked by Ashby." in page.inner_text("main")
    watched.check()
    page.get_by_role("button", name="Link Brae 1 with Ashby 1").click()
    page.wait_for_url("**/?done=linked*")
    assert "Linked by Ashby and Brae." in page.inner_text("main")
    watched.check()
    page.get_by_role("button", name="Undo Brae’s link: Brae 1 with Ashby 1").click()
    page.wait_for_url("**/?done=unlinked*")
    assert "Ashby 1 with Brae 1: linked by Ashby." in page.inner_text("main")
    watched.check()
