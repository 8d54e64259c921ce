"""One journey through the site in a real browser, wide and narrow, from sign-in to a paper.

The page fails on any fault that axe-core finds against WCAG 2.2 AA, on any error in the browser's
console, on any style sheet or script that does not come, and where it has to be scrolled sideways.
With MOOTHALL_SCREENSHOTS=1 it also takes the picture that the README shows.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from cast import PASSWORD, ROOT, PersonFor
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PICTURE = ROOT / "docs" / "screenshots" / "proposal.png"
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


class Watched:
    """A page, and what went wrong on it so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("response", self._answered)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status} {response.url}")

    def check(self) -> None:
        """Nothing is wrong with the page as it stands."""
        page = self.page
        page.wait_for_load_state()  # a click waits until the next page has begun, and no longer
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        found = page.evaluate(
            f"{AXE.read_text('utf-8')}; axe.run({{runOnly: {AA}, resultTypes: ['violations']}})"
        )
        for violation in found["violations"]:
            for node in violation["nodes"][:3]:
                self.faults.append(f"axe {violation['id']}: {violation['help']}: {node['html']}")
        wide, room = page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        if wide > room:
            self.faults.append(f"{page.url} is {wide} wide where there is room for {room}")
        assert not self.faults, "\n".join((page.url, *self.faults))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as `make test` installs it."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert path, "Chromium is missing. `make test` installs it, or says how."
    assert AXE.exists(), "axe-core is missing. Run `make assets`."
    # Playwright's own loop makes Django think that the tests beside it are asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.django_db(transaction=True)
def test_from_sign_in_to_a_paper(
    width: int, browser: Browser, live_server: Any, person_for: PersonFor
):
    person = person_for("stockport")
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)

    page.goto(live_server.url)
    assert page.title() == "Sign in – Moothall"
    watched.check()
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()

    page.wait_for_url("**/")
    assert "Finance officer for Stockport" in page.inner_text("header")
    watched.check()
    page.get_by_role(
        "link", name="Stockport and Tameside shared services programme", exact=True
    ).click()

    page.get_by_text("Show another day").click()
    page.get_by_label("Show what was known on").fill("15/2/2022")
    page.get_by_role("button", name="Show that day").click()
    assert "As at Tue 15 Feb 2022" in page.inner_text("main")
    watched.check()
    page.locator("#standing-table").locator("..").get_by_role(
        "link", name="Shared leadership for early years education improvement"
    ).click()

    assert "as_at=15" not in page.url, "the day goes along as the year, the month and the day"
    assert "As at Tue 15 Feb 2022" in page.inner_text("main")
    assert page.get_by_role("img").count() == 1
    watched.check()
    _take_picture(page, width)
    page.get_by_role("link", name="Stockport's paper", exact=True).click()

    assert "as it would stand on Tue 15 Feb 2022" in page.inner_text("main")
    watched.check()
    with page.expect_download() as download:
        page.get_by_role("link", name="Word file").click()
    assert download.value.suggested_filename.endswith("-stockport-scrutiny-report-2022-02-15.docx")

    page.get_by_role("button", name="Sign out").click()
    assert page.title() == "Sign in – Moothall"
    assert not watched.faults
    context.close()


def _take_picture(page: Page, width: int) -> None:
    if width != 1280 or os.environ.get("MOOTHALL_SCREENSHOTS") != "1":
        return
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = false)")
    heading, drawing = page.locator("#route").bounding_box(), page.locator("figure").bounding_box()
    assert heading
    assert drawing
    top = heading["y"] - 20
    height = drawing["y"] + drawing["height"] - top
    clip = {"x": 0, "y": top, "width": width, "height": height}
    page.screenshot(path=PICTURE, full_page=True, clip=clip)


@pytest.mark.django_db(transaction=True)
def test_an_error_is_read_out_and_its_link_goes_to_the_field(browser: Browser, live_server: Any):
    page = browser.new_page()
    page.goto(f"{live_server.url}/sign-in/")

    page.get_by_role("button", name="Sign in").click()

    assert page.title().startswith("Error: ")
    assert "There is a problem" in page.evaluate("document.activeElement.innerText")
    page.get_by_role("link", name="Enter your password").click()
    assert page.evaluate("document.activeElement.id") == "id_password"
    page.close()


#: As files are named by those who send them on: one word, wider than a telephone's screen.
LONG_NAME = "budget_monitoring_quarter_3_cabinet_final_v12.txt"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.django_db(transaction=True)
def test_a_dropped_report_is_answered(width: int, browser: Browser, live_server: Any):
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)

    page.goto(f"{live_server.url}/proofread/")
    watched.check()
    text = "1. FINANCE\n\nService\tBudget £000\nArchive\t120\nMuseum\t80\nTotal\t210\n"
    page.locator("input[type=file]").set_input_files(
        {"name": LONG_NAME, "mimeType": "text/plain", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Proofread", exact=True).click()

    page.get_by_role("heading", name="What was found").wait_for()
    assert f"{LONG_NAME}: 1 finding" in page.inner_text("main")
    watched.check()
    context.close()
