"""Every page of the site, from the URL configuration, in a real browser at 320 px with axe-core."""

import os
from pathlib import Path
from typing import Any

import pytest
from access_matrix import OWN, addresses, install
from django.urls import reverse
from playwright.sync_api import Browser
from test_access_matrix import expected
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.people.models import Role

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not os.environ.get("CI"), reason="every page is looked at with CI=true; the journeys always"
    ),
]

NO_PAGES = {
    "health",
    "ready",
    "metrics",
    "people:open",  # its token is spent here; the journey of council IT opens one
    "cases:paper_html",
    "cases:paper_docx",
    "cases:paper_pdf",
    "cases:paper_in_html",
    "cases:paper_in_docx",
    "cases:paper_in_pdf",
    "cases:annex_html",
    "cases:annex_docx",
    "cases:annex_pdf",
    "cases:snapshot_file",
    "notices:form_docx",
    "jobs:result",
    "calendars:feed",
    "money:workbook",
    "writing:word_docx",
    "publication:robots",
    "publication:sitemap",
    "publication:programme_news",
    "publication:programme_days",
    "publication:news",
    "publication:days",
    "publication:file",
}
"""Addresses that answer with a file or a word."""


def who_is_shown(cell: str) -> Role | None:
    """A role of the own council that is answered with the page, None where nobody is."""
    most, *rest = cell.split("; ")
    for each in rest:
        status, named = each.split(": ")
        if status == "200":
            return Role(named.split(", ")[0])
    return Role.MONITORING_OFFICER if most == "200" else None


def test_every_page_is_sound_in_a_browser(
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    db: None,
    tmp_path: Path,
):
    installation, answers = install(tmp_path), expected()
    seen, faults = [], []
    for name in addresses():
        role = who_is_shown(answers[name, "GET"][0])
        if name in NO_PAGES or name.startswith("api_v1:") or role is None:
            continue
        context = browser.new_context(viewport={"width": 320, "height": 900})
        session = installation.clients[OWN, role].cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        watched = Watched(context.new_page())
        watched.page.goto(f"{live_server.url}{reverse(name, args=installation.named[name])}")
        try:
            watched.check()
        except AssertionError as fault:
            faults.append(f"{name} as {role.label}: {fault}")
        seen.append(name)
        context.close()

    assert not faults, "\n".join(faults)
    assert len(seen) > 30
