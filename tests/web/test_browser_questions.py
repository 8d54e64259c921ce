"""From what members asked to a recorded reply, and what comes to them, in a real browser."""

from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.people.models import Role


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
def test_from_an_open_question_to_its_reply_and_to_what_comes_to_the_committee(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    person = person_for("stockport", role=Role.DEMOCRATIC_SERVICES)
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    page.goto(f"{live_server.url}/programmes/stockport-tameside/questions/")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/questions/")
    assert "8 of 14 questions and concerns have no reply" in page.inner_text("main")
    watched.check()

    page.get_by_label("Where it stands").select_option(label="No reply yet")
    page.get_by_role("button", name="Show these").click()
    page.get_by_role("link", name="Why did no equality impact assessment").click()
    watched.check()
    page.get_by_role("link", name="Record the reply").click()
    page.get_by_role("button", name="Record it").click()
    page.get_by_role("link", name="Enter the reply").click()
    assert page.evaluate("document.activeElement.id") == "id_reply"
    page.wait_for_load_state("networkidle")
    watched.faults = [each for each in watched.faults if "422" not in each]  # as it should be
    watched.check()
    page.keyboard.type("An assessment comes with each proposal.")
    page.get_by_label("On which day?").fill("4 May 2021")
    page.get_by_role("button", name="Record it").click()
    assert "Answered on Tue 4 May 2021" in page.inner_text("main")
    watched.check()

    page.get_by_role("link", name="Record in which paper").click()
    watched.check()
    page.get_by_role("link", name="Cancel").click()
    page.get_by_role("link", name="what comes to Children and Families").click()
    assert "Coming to us" in page.inner_text("h1")
    assert "6 of its questions have no reply" in page.inner_text("main")
    watched.check()
    context.close()
