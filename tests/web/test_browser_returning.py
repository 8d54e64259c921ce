"""A report author takes a paper to Word, brings it back, chooses and undoes, in a real browser."""

from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS, PersonFor
from django.urls import reverse
from playwright.sync_api import Browser
from test_browser import Watched, browser  # noqa: F401 - a fixture
from test_writing import PLACE, towns_with_words
from towns import held

from moothall_web.people.models import Role
from word_files import WordFile


@pytest.mark.checklist("K09")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
def test_to_word_and_back(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    person_for: PersonFor,
    tmp_path: Path,
):
    towns_with_words(tmp_path)
    person = person_for("ashby", role=Role.REPORT_AUTHOR)
    page = browser.new_context(viewport={"width": width, "height": 1100}).new_page()
    watched = Watched(page)

    page.goto(f"{live_server.url}{reverse('writing:word', args=PLACE)}")
    page.get_by_label("Sign-in name").fill(person.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/word/")
    watched.check()

    with page.expect_download() as download:
        page.get_by_role("link", name="The paper to write in").click()
    file = WordFile(Path(download.value.path()).read_bytes())
    file.replace("full on most days", "full every day")
    file.delete("passages/one-archive")
    file.rename("2. Background", "2. Where we come from")
    file.replace("Ashby Executive", "Ashby Cabinet")
    brought = tmp_path / "paper.docx"
    brought.write_bytes(file.packed)

    page.get_by_label("The Word file").set_input_files(brought)
    page.get_by_role("button", name="Show what it would change").click()
    page.wait_for_url("**/word/changes/")
    watched.check()
    assert "1 changed in Word and 1 taken out in Word" in page.inner_text("main")
    assert page.get_by_role("checkbox", name="Take the words from Word").is_checked()
    assert not page.get_by_role("checkbox", name="Remove these words here").is_checked()

    page.get_by_role("button", name="Save what is chosen").click()
    page.wait_for_url("**/word/?changed=1*")
    watched.check()
    assert held("passages", "full-rooms")["text"] == "The reading rooms are full every day."

    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/word/?undone=1")
    assert held("passages", "full-rooms")["text"] == "The reading rooms are full on most days."
