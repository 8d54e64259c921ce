"""An officer gets messages at their address, a resident gets news: in a real browser."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from cast import PASSWORD, WIDTHS
from django.contrib.auth.hashers import make_password
from mail_server import mail_server, parts_of
from playwright.sync_api import Browser
from public_towns import CODE, shown, towns
from test_browser import Watched, browser  # noqa: F401 - a fixture

from moothall_web.desk.actions import give_task
from moothall_web.jobs.models import Job, JobState
from moothall_web.jobs.tasks import run_job
from moothall_web.notifications import telling
from moothall_web.notifications.background import SEND
from moothall_web.notifications.models import Sort
from moothall_web.people.queries import capacities

SHOWN = os.environ.get("MOOTHALL_MESSAGES_PICTURES")
"""A folder for pictures of the pages, for whoever wants to look at them."""


def run_all() -> None:
    for job in Job.objects.filter(state=JobState.WAITING).order_by("pk"):
        run_job.func(job.pk)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.django_db(transaction=True)
def test_an_officer_gets_messages_and_a_resident_gets_news(
    width: int,
    browser: Browser,  # noqa: F811 - the fixture
    live_server: Any,
    settings: Any,
    tmp_path: Path,
):
    held = towns(tmp_path / CODE)
    shown(held.author, held.officer)
    officer = held.officer
    officer.password = make_password(PASSWORD)
    officer.save()
    settings.SITE_ADDRESS = live_server.url
    context = browser.new_context(viewport={"width": width, "height": 1100})
    page = context.new_page()
    watched = Watched(page)

    def look(name: str) -> None:
        watched.check()
        if SHOWN:
            page.screenshot(path=Path(SHOWN) / f"{name}-{width}.png", full_page=True)

    with mail_server(settings) as post:
        page.goto(f"{live_server.url}/told/")
        page.get_by_label("Sign-in name").fill(officer.username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/told/")
        assert "Give an address to have it by e-mail." in page.inner_text("main")
        page.get_by_label("Your e-mail address at work").fill("not an address")
        page.get_by_role("button", name="Send the link").click()
        assert "There is a problem" in page.inner_text("main")
        watched.faults.clear()  # the 422 that was asked for
        look("address-wrong")
        page.get_by_label("Your e-mail address at work").fill("officer@ashby.example.org")
        page.get_by_role("button", name="Send the link").click()
        assert "A link was sent to officer@ashby.example.org." in page.inner_text("main")
        run_all()
        page.goto(_link(post.arrived[-1]))
        look("confirm-address")
        page.get_by_role("button", name="Yes, send them there").click()
        assert "by e-mail to officer@ashby.example.org" in page.inner_text("main")

        group = page.get_by_role("group", name="A task is given to you")
        group.get_by_label("At once").check()
        page.get_by_role("button", name="Save").click()
        assert (
            page.get_by_role("group", name="A task is given to you")
            .get_by_label("At once")
            .is_checked()
        )
        telling.gather(officer, Sort.DAILY)
        give_task(held.author, capacities(held.author)[0], CODE, "secret words", officer)
        run_all()
        run_all()
        run_all()
        assert "gave you a task" in parts_of(post.arrived[-1])[0]
        assert "secret words" not in post.arrived[-1].as_string()
        page.goto(f"{live_server.url}/told/")
        look("told")
        page.get_by_role("link", name=re.compile("1 task or remark for you")).click()
        assert "gave you a task" in page.inner_text("main")
        look("message")
        if SHOWN:
            page.set_content(parts_of(post.arrived[-1])[1])
            page.screenshot(path=Path(SHOWN) / f"mail-{width}.png", full_page=True)

        page.goto(f"{live_server.url}/public/{CODE}/archive/")
        page.get_by_role("link", name="News of this proposal, by e-mail").click()
        look("subscribe")
        page.get_by_label("Your e-mail address").fill("resident@example.org")
        page.get_by_role("button", name="Send me a link").click()
        assert "Look into your e-mail" in page.inner_text("main")
        look("asked-for")
        run_all()
        asked = parts_of(post.arrived[-1])[0]
        page.goto(_link(post.arrived[-1]))
        look("confirm")
        page.get_by_role("button", name="Yes, send me news").click()
        assert "You get news from now on." in page.inner_text("main")
        stop = re.search(r"http\S+/subscribed/stop/\S+", asked)
        assert stop is not None
        page.goto(stop[0])
        look("stop")
        page.get_by_role("button", name="End it").click()
        assert "No news is sent" in page.inner_text("main")
    assert Job.objects.filter(name=SEND).exists()
    context.close()


def _link(message: Any) -> str:
    found = re.search(r"http\S+/(?:told/address|subscribed/confirm)/\S+", parts_of(message)[0])
    assert found is not None
    return found[0]
