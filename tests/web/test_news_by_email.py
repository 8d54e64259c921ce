"""The public has news by e-mail: asked for by a link, ended by one click, nobody listed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from mail_server import Post, mail_server, parts_of
from public_towns import CODE, PROPOSAL, SECRETS, Towns, load, published, shown, take, towns

from moothall_web.jobs import registry
from moothall_web.jobs.models import Job, JobState
from moothall_web.jobs.tasks import run_job
from moothall_web.notifications.background import ROUND
from moothall_web.notifications.models import Asked, Message, Subscription
from moothall_web.notifications.subscriptions import keeping
from moothall_web.records.models import Event, Payload

pytestmark = pytest.mark.django_db
ASK = f"/subscribe/{CODE}/"
ABOUT_ONE = f"/subscribe/{CODE}/{PROPOSAL}/"
ADDRESS = "resident@example.org"


@pytest.fixture
def held(tmp_path: Path) -> Towns:
    made = towns(tmp_path / CODE)
    shown(made.author, made.officer)
    return made


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    with mail_server(settings) as server:
        yield server


def run_all(rounds: int = 3) -> None:
    for _ in range(rounds):
        for job in Job.objects.filter(state=JobState.WAITING).order_by("pk"):
            run_job.func(job.pk)


def links(post: Post) -> dict[str, str]:
    """The links of the latest message: to confirm, and to stop."""
    plain, _ = parts_of(post.arrived[-1])
    return {name: path for path, name in re.findall(r"(/subscribed/(confirm|stop)/[\w-]+/)", plain)}


def subscribed(client: Client, post: Post, at: str = ASK, address: str = ADDRESS) -> None:
    assert client.post(at, {"address": address}).status_code == 200
    run_all()
    assert client.post(links(post)["confirm"]).status_code == 200
    post.arrived.clear()
    post.sent_to.clear()


def round_() -> None:
    registry.kind(ROUND).run(None)
    run_all()


def test_the_public_pages_lead_to_news_by_email(held: Towns, client: Client, settings: Any):
    assert ASK in client.get(f"/public/{CODE}/").content.decode()
    assert ABOUT_ONE in client.get(f"/public/{CODE}/{PROPOSAL}/").content.decode()
    assert "kept for that and for nothing else" in client.get("/public/privacy/").content.decode()
    page = client.get(ASK)
    assert page.status_code == 200
    assert not page.cookies
    assert "<script" not in page.content.decode()


def test_nothing_is_offered_where_no_mail_is_sent(held: Towns, client: Client, settings: Any):
    settings.MAIL_IS_SENT = False
    settings.PUBLIC_SITE = {**settings.PUBLIC_SITE, "news": False}

    assert ASK not in client.get(f"/public/{CODE}/").content.decode()
    assert client.get(ASK).status_code == 404


def test_what_is_not_public_cannot_be_subscribed_to(tmp_path: Path, client: Client):
    made = towns(tmp_path / CODE)
    published(made.author, made.officer)

    assert client.get(ASK).status_code == 404
    assert client.post(ASK, {"address": ADDRESS}).status_code == 404
    assert client.get(f"/subscribe/{CODE}/no-such/").status_code == 404
    assert client.get(f"/subscribe/{'x' * 5000}/").status_code == 404


def test_nothing_but_the_question_is_sent_before_it_is_confirmed(
    held: Towns, client: Client, post: Post
):
    assert client.post(ASK, {"address": ADDRESS}).status_code == 200
    run_all()
    [message] = post.arrived
    assert post.sent_to == [ADDRESS]
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    again = published(held.author, held.officer)
    _make_public(held, again)
    round_()

    assert len(post.arrived) == 1
    assert client.get(links(post)["confirm"]).status_code == 200
    assert Subscription.objects.get().confirmed_at is None, "a mail program follows links too"


def _make_public(held: Towns, snapshot: Any) -> None:
    from moothall_web.publication import actions

    actions.give_day(held.officer, snapshot, timezone.localdate(), "Town hall")


def test_what_becomes_public_is_told_once_with_what_changed(
    held: Towns, client: Client, post: Post, tmp_path: Path
):
    subscribed(client, post)
    round_()
    assert post.arrived == [], "what was public before is no news"

    load(tmp_path / CODE, question="Who repairs the maps?")
    shown(held.author, held.officer)
    round_()
    round_()

    [message] = post.arrived
    plain, html = parts_of(message)
    assert message["Subject"].startswith("News of Three Towns shared service")
    assert "Ashby has published One archive service." in plain
    assert "Who repairs the maps?" in plain
    assert f"http://localhost:8000/public/{CODE}/{PROPOSAL}/" in plain
    assert "<img" not in html
    for secret in SECRETS:
        assert secret not in message.as_string() + plain + html


def test_what_is_withdrawn_is_told_without_its_words(held: Towns, client: Client, post: Post):
    second = shown(held.author, held.officer)
    subscribed(client, post)
    take(held.officer, second, "withdraw")
    round_()

    if post.arrived:
        plain, _ = parts_of(post.arrived[0])
        assert "withdrawn" in plain
        assert "One archivist for all" not in plain


def test_one_click_ends_it_and_forgets_the_address(held: Towns, client: Client, post: Post):
    client.post(ASK, {"address": ADDRESS})
    run_all()
    stop = post.arrived[0]["List-Unsubscribe"].strip(" <>").removeprefix("http://localhost:8000")
    client.post(links(post)["confirm"])
    robot = Client(enforce_csrf_checks=True)

    assert robot.get(stop).status_code == 200
    assert Subscription.objects.count() == 1, "looking at the page ends nothing"
    answer = robot.post(stop, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert not Subscription.objects.exists()
    assert not Message.objects.exists()
    assert robot.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_nobody_learns_from_an_answer_whether_an_address_is_held(
    held: Towns, client: Client, post: Post
):
    fresh = client.post(ASK, {"address": ADDRESS})
    run_all()
    client.post(links(post)["confirm"])
    again = client.post(ASK, {"address": ADDRESS})
    run_all()
    for _ in range(5):
        often = client.post(ASK, {"address": ADDRESS})

    assert fresh.content == again.content == often.content
    plain, _ = parts_of(post.arrived[-1])
    assert "already" in plain
    run_all()
    assert len(post.arrived) == keeping.MOST_TO_AN_ADDRESS


def test_a_network_may_ask_so_often_a_day(held: Towns, client: Client):
    for number in range(keeping.MOST_FROM_A_PLACE):
        assert client.post(ASK, {"address": f"r{number}@example.org"}).status_code == 200

    assert client.post(ASK, {"address": "one-more@example.org"}).status_code == 429
    assert Subscription.objects.count() == keeping.MOST_FROM_A_PLACE


@pytest.mark.parametrize("address", ["", "no", "a@b", "a@b.example\nBcc: c@d.example"])
def test_what_is_no_address_is_sent_back(held: Towns, client: Client, address: str):
    answer = client.post(ASK, {"address": address})

    assert answer.status_code == 422
    assert "Enter an e-mail address" in answer.content.decode()
    assert not Asked.objects.exists()


def test_no_row_and_no_event_holds_an_address_or_a_token(held: Towns, client: Client, post: Post):
    events = Event.objects.count()
    subscribed(client, post, ABOUT_ONE)
    client.post(ASK, {"address": ADDRESS})
    run_all()
    tokens = [path.rsplit("/", 2)[1] for path in links(post).values()]

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
            rows = str(cursor.fetchall())
            assert ADDRESS not in rows, table
            assert not [each for each in tokens if each in rows], table
    assert Event.objects.count() == events
    assert ADDRESS not in str(list(Payload.objects.values_list("summary", flat=True)))


@pytest.mark.parametrize("token", ["x", "x" * 5000, "é", "a/b"])
def test_a_link_that_is_none_says_so(client: Client, token: str):
    assert client.get(f"/subscribed/confirm/{token}/").status_code in (404, 410)
    assert client.get(f"/subscribed/stop/{token}/").status_code in (200, 404)


def test_an_address_that_nobody_confirms_is_forgotten(
    held: Towns, client: Client, post: Post, monkeypatch: pytest.MonkeyPatch
):
    client.post(ASK, {"address": ADDRESS})
    run_all()
    at = datetime.now(UTC) + timedelta(days=3)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at)

    assert client.post(links(post)["confirm"]).status_code == 410
    round_()
    assert not Subscription.objects.exists()
    assert not Asked.objects.exists()


def test_a_link_may_be_followed_twice(held: Towns, client: Client, post: Post):
    client.post(ASK, {"address": ADDRESS})
    run_all()
    for _ in range(2):
        answer = client.post(links(post)["confirm"])
        assert answer.status_code == 200
        assert "You get news from now on" in answer.content.decode()


def test_the_copy_that_stands_in_offers_no_form(held: Towns, tmp_path: Path):
    from moothall_web.publication import export

    export.write_out(tmp_path / "copy")
    page = (tmp_path / "copy" / "public" / CODE / "index.html").read_text("utf-8")

    assert "by e-mail" not in page
