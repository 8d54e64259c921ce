"""From two papers side by side to the words that differ, in a real browser, wide and narrow.

It is printed too: the page on paper holds the answer, the words of both and the sums.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture
from test_side_by_side import approve, councils, decision, paper, passage

from invented import ASHBY, BRAE

SHOWN = os.environ.get("MOOTHALL_TWINS_PICTURES")
"""A folder for pictures of the page, for whoever wants to look at it."""
TOLD = (
    "Redundancy costs of {} are met from the transformation reserve. The Council's net budget for "
    "archives is {}. The joint archive service saves {} a year from 2027/28."
)


def towns(folder: Path) -> None:
    """Two towns whose papers differ in every way, and a meeting that amended one."""
    shelving = {"number": "2", "text": "a budget of £40,000 for shelving", "matter": "shelving"}
    noted = {"number": "3", "verb": "note", "matter": ""}
    amended = decision(
        "ashby", "2026-06-10", "That one archivist be approved for a year",
        amendment="for a year only",
    )  # fmt: skip
    resolutions: Any = amended["resolutions"]
    resolutions.append(
        {"number": "2", "text": "That a budget of £40,000 for shelving be approved",
         "matter": "shelving"}
    )  # fmt: skip
    amended |= {
        "published_on": "2026-06-12",
        "options_considered": "Going on as now; a trust",
        "reasons": "Value for money",
    }
    councils(
        folder,
        ASHBY,
        BRAE,
        papers=[
            paper(
                "ashby",
                approve(subject_to=["brae"]),
                approve(**shelving, subject_to=["brae"]),
                approve("the answers to the consultation", **noted),
            ),
            paper(
                "brae",
                approve("two archivists for both councils from April 2027", subject_to=["ashby"]),
                approve(**shelving, subject_to=["ashby"]),
                approve("the answers to the public consultation", **noted),
            ),
        ],
        decisions=[amended],
        passages=[
            passage("ashby", TOLD.format("£85,000", "£450,000", "£1,104,000")),
            passage("brae", TOLD.format("£95,000", "£612,000", "£1.1m")),
        ],
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
def test_from_the_papers_side_by_side_to_the_words(
    width: int,
    tmp_path: Path,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
):
    towns(tmp_path / "towns")
    person = person_for("ashby")
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)
    address = "/programmes/three-towns/proposals/archive/side-by-side/?as_at=2026-06-20"
    page.goto(f"{live_server.url}{address}")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/side-by-side/**")
    main = page.inner_text("main")
    assert "Both councils are asked to approve the same two things; one differs in wording" in main
    assert "£95,000 − £85,000 = £10,000 apart" in main
    assert "“£1.1m” stands for £1,050,000 to £1,150,000" in main
    assert page.locator("main mark").count() >= 2
    watched.check()
    if SHOWN:
        page.screenshot(path=Path(SHOWN) / f"side-by-side-{width}.png", full_page=True)

    page.emulate_media(media="print")
    assert page.get_by_text("Brae has not decided").first.is_visible()
    assert not page.get_by_text("Show another day").is_visible()
    page.emulate_media(media="screen")

    page.get_by_role("link", name="The decision of Ashby").first.click()
    page.wait_for_url("**/decisions/decision-ashby/**")
    context.close()
