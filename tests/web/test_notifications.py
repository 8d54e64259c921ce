"""People are told what concerns them: once, in time, only what they may see, nothing exempt."""

import re
import smtplib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from typing import Any

import pytest
from cast import PersonFor
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone
from mail_server import Post, mail_server, parts_of
from towns import TOWNS, held, phase, risk, version

from moothall_web.desk.actions import add_remark, finish_task, give_task
from moothall_web.facts.actions import add_fact, change_fact, share_fact
from moothall_web.identity.sealing import seal, unseal
from moothall_web.jobs import registry
from moothall_web.jobs.actions import enqueue
from moothall_web.jobs.models import Job, JobState
from moothall_web.jobs.registry import Schedule
from moothall_web.jobs.tasks import run_job
from moothall_web.notifications import actions, telling
from moothall_web.notifications.background import DAILY, GATHER, ROUND, SEND, TRIES
from moothall_web.notifications.choices import chosen_by, soon_by_kind
from moothall_web.notifications.composing import composed
from moothall_web.notifications.gathering import told_to
from moothall_web.notifications.kinds import BY_NAME, KINDS
from moothall_web.notifications.lines import ahead
from moothall_web.notifications.mail import NotNowError, _refusal, message_id
from moothall_web.notifications.models import (
    Choice,
    Known,
    MailAddress,
    Message,
    MessageState,
    Soon,
    Sort,
)
from moothall_web.notifications.of_programme import months_before
from moothall_web.people.actions import leave
from moothall_web.people.facts import state_of
from moothall_web.people.models import Acting, AuditGrant, Person, Role
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event, Payload
from moothall_web.records.recorded import recorded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

NEAR = date(2026, 6, 1)  # the papers of Ashby's meeting on 10 June are due on the next day
EXEMPT = {"paragraph": 3, "public_interest": "The price of Quillfeather is still open."}


@pytest.fixture
def clerk(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.DEMOCRATIC_SERVICES)


@pytest.fixture
def manager(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.PROGRAMME_MANAGER)


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    with mail_server(settings) as server:
        yield server


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Move the clock."""

    def move(day: date, hour: int = 12) -> None:
        at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        monkeypatch.setattr("django.utils.timezone.now", lambda: at)

    return move


def as_(person: Person) -> Capacity:
    return capacities(person)[0]


def at_address(person: Person, address: str = "") -> str:
    """Somebody has confirmed an address."""
    address = address or f"{person.username}@ashby.example.org"
    actions.ask_address(person, address)
    link = message_text(Sort.CONFIRM)
    token = re.search(r"/told/address/([\w-]+)/", link)
    assert token is not None
    assert actions.confirm_address(person, token[1])
    return address


def message_text(sort: Sort) -> str:
    """The words of the latest message of a sort, as it would be sent."""
    ready = composed(Message.objects.filter(sort=sort).latest("pk"))
    assert ready is not None
    return ready.words.text


def run_all(rounds: int = 3) -> None:
    """What workers do, until nothing waits that was not tried again already."""
    for _ in range(rounds):
        for job in Job.objects.filter(state=JobState.WAITING).order_by("pk"):
            run_job.func(job.pk)


def daily(person: Person) -> Message | None:
    made = telling.gather(person, Sort.DAILY)
    if made is not None:
        enqueue(SEND, message=made.pk)
        run_all()
        made.refresh_from_db()
    return made


def words(person: Person, day: date | None = None, kind: str = "") -> list[str]:
    return [
        line.said
        for each in told_to(person, day)
        for line in each.lines
        if kind in ("", line.kind.name) and not line.is_hidden
    ]


def test_a_task_is_told_without_its_words(manager: Person, clerk: Person, post: Post):
    at_address(clerk)
    daily(clerk)
    post.arrived.clear()
    give_task(manager, as_(manager), TOWNS, "Ring Quillfeather about 77,177", clerk)
    made = daily(clerk)

    assert made is not None
    assert made.state == MessageState.SENT
    [message] = post.arrived
    plain, html = parts_of(message)
    for text in (plain, html, made.text):
        assert f"{manager.name} gave you a task about Three Towns shared service" in text
        assert "Quillfeather" not in text
        assert "77,177" not in text
    assert plain.startswith("1 task or remark for you, in Three Towns shared service (invented).")
    assert "http://localhost:8000/desk/" in plain
    assert '<html lang="en-GB">' in html


def test_what_was_told_is_not_told_again(manager: Person, clerk: Person):
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    assert daily(clerk) is not None

    assert daily(clerk) is None
    give_task(manager, as_(manager), TOWNS, "look again", clerk)
    again = daily(clerk)
    assert again is not None
    assert len(again.keys) == 1


def test_what_is_over_by_the_time_of_sending_is_not_told(manager: Person, clerk: Person):
    daily(clerk)
    task = give_task(manager, as_(manager), TOWNS, "look", clerk)
    made = telling.gather(clerk, Sort.DAILY)
    assert made is not None
    finish_task(clerk, as_(clerk), task)
    run_job.func(_queued(made).pk)

    made.refresh_from_db()
    assert (made.state, made.text) == (MessageState.NOTHING, "")


def _queued(message: Message) -> Job:
    return enqueue(SEND, message=message.pk)


def test_what_is_no_longer_shared_by_the_time_of_sending_is_not_told(
    person_for: PersonFor, clerk: Person
):
    partner = person_for("brae", role=Role.PROGRAMME_MANAGER)
    daily(partner)
    key = decide(clerk, shared=True)
    made = telling.gather(partner, Sort.DAILY)
    assert made is not None
    fields = held("decisions", key) | {"exempt": EXEMPT}
    change_fact(clerk, TOWNS, "decisions", key, fields, version("decisions", key))
    run_job.func(_queued(made).pk)

    made.refresh_from_db()
    assert made.state == MessageState.SHOWN
    assert "decided" not in made.text
    assert "no message may hold" in made.text


def decide(person: Person, owner: str = "ashby", **more: Any) -> str:
    fields = {
        "source": f"{owner} 9",
        "known_on": "2026-06-11",
        "owner": owner,
        "shared": False,
        "proposal": "archive",
        "authority": owner,
        "body": f"{owner}-decides",
        "decided_on": "2026-06-10",
        "text": "That Quillfeather stores it for 77,177.",
        "outcome": "agreed",
    }
    return add_fact(person, TOWNS, "decisions", fields | more)


def test_a_decision_is_told_by_who_took_it_and_not_by_its_text(clerk: Person, manager: Person):
    daily(manager)
    decide(clerk)
    made = daily(manager)

    assert made is not None
    assert "Ashby Executive decided on One archive service on Wed 10 Jun 2026: agreed." in made.text
    assert "Quillfeather" not in made.text


def test_an_exempt_decision_is_told_as_something_to_sign_in_for(clerk: Person, manager: Person):
    daily(manager)
    decide(clerk, exempt=EXEMPT)
    made = daily(manager)

    assert made is not None
    assert "things more that no message may hold. Sign in to see them" in made.text
    assert "decided" not in made.text
    assert "Quillfeather" not in made.text


def test_another_council_is_not_told_what_is_not_shared(clerk: Person, person_for: PersonFor):
    partner = person_for("brae", role=Role.PROGRAMME_MANAGER)
    daily(partner)
    key = decide(clerk)
    assert daily(partner) is None

    share_fact(clerk, TOWNS, "decisions", key, version("decisions", key))
    told = daily(partner)
    assert told is not None
    assert "Ashby Executive decided" in told.text


def test_a_task_about_an_exempt_fact_is_not_named(clerk: Person, manager: Person):
    key = add_fact(
        manager, TOWNS, "phases", phase("secret", name="Quillfeather phase", exempt=EXEMPT)
    )
    daily(clerk)
    give_task(manager, as_(manager), TOWNS, "look", clerk, subject=f"phases/{key}")
    made = daily(clerk)

    assert made is not None
    assert "no message may hold" in made.text
    assert "Quillfeather" not in made.text
    assert "phase" not in made.text.lower()


def test_a_remark_is_told_without_what_it_says(clerk: Person, manager: Person):
    daily(clerk)
    add_remark(
        manager,
        as_(manager),
        TOWNS,
        "savings/archive-saving",
        f"@{clerk.username} Quillfeather wants 77,177",
        shared=False,
    )
    made = daily(clerk)

    assert made is not None
    assert f"{manager.name} named you in a remark on saving: Archive." in made.text
    assert "Quillfeather" not in made.text


def test_the_last_day_for_papers_is_told_ahead_to_whoever_publishes_them(
    clerk: Person, manager: Person, person_for: PersonFor
):
    finance = person_for("ashby")

    [line] = words(clerk, NEAR, "papers")
    assert "last day to publish the papers of Ashby Executive" in line
    assert "(in 1 day)" in line
    assert words(manager, NEAR, "papers") == [line]
    assert words(finance, NEAR, "papers") == []
    assert words(clerk, date(2026, 4, 1), "papers") == []


def test_another_councils_days_are_not_told(person_for: PersonFor):
    partner = person_for("brae", role=Role.DEMOCRATIC_SERVICES)

    assert not [line for line in words(partner, NEAR) if line.startswith("Ashby")]


def test_the_last_day_for_a_notice_says_how_it_is_counted(clerk: Person):
    found = words(clerk, date(2026, 5, 8), "notice")

    assert found
    assert any("clear" in line and "days before Wed 10 Jun 2026" in line for line in found)


def test_a_day_is_told_again_as_it_comes_nearer_and_when_it_moves(clerk: Person):
    keys = {
        day: [line.key for each in told_to(clerk, day) for line in each.lines if line.on]
        for day in (date(2026, 5, 27), date(2026, 5, 28), date(2026, 6, 1))
    }

    assert set(keys[date(2026, 5, 27)]) & set(keys[date(2026, 5, 28)])
    assert set(keys[date(2026, 6, 1)]) - set(keys[date(2026, 5, 28)])


@pytest.mark.parametrize(
    ("left", "step"), [(30, 21), (21, 21), (8, 21), (7, 7), (1, 1), (0, 0), (-1, -1), (-30, None)]
)
def test_the_step_is_the_nearest_that_is_reached(left: int, step: int | None):
    found = ahead(BY_NAME["reply"], NEAR + timedelta(days=left), NEAR)

    assert found == (None if left == 30 else step)


def test_the_last_day_for_notice_is_so_many_months_before_the_end():
    assert months_before(date(2027, 3, 31), 1) == date(2027, 2, 28)
    assert months_before(date(2027, 1, 15), 12) == date(2026, 1, 15)


def test_days_of_an_agreement_are_told_in_good_time(manager: Person):
    add_fact(
        manager,
        TOWNS,
        "agreements",
        {
            "id": "deed",
            "source": "ashby 4",
            "known_on": "2026-01-05",
            "owner": "ashby",
            "proposal": "archive",
            "name": "Archive deed",
            "power": "delegation to another authority",
            "parties": ["ashby", "brae"],
            "review_on": "2026-08-01",
            "ends": "2027-02-28",
            "notice_months": 6,
        },
    )

    assert "Archive deed: it is to be reviewed by Sat 1 Aug 2026 (in 61 days)." in words(
        manager, NEAR, "agreement"
    )
    assert any("6 months of notice" in line for line in words(manager, date(2026, 8, 1)))


def test_findings_are_told_once_somebody_is_there_and_breaches_first(
    clerk: Person, manager: Person
):
    first = daily(manager)
    assert first is None or "finding" not in first.text
    known = Known.objects.get(person=manager)
    assert known.keys["finding"]

    add_fact(manager, TOWNS, "risks", risk(actions=[]))
    before = set(known.keys["finding"])
    now = {
        line.key for each in told_to(manager) for line in each.lines if line.kind.name == "finding"
    }
    made = daily(manager)
    assert (made is not None) == bool(now - before)


def test_a_finding_is_not_told_that_only_looks_so_without_the_exempt_fact(
    clerk: Person, manager: Person
):
    """Taking an exempt decision away must not read as if none had been taken."""
    plain_words = set(words(manager))
    decide(clerk, exempt=EXEMPT)

    shown = {line for line in words(manager) if "decided" not in line}
    assert shown <= plain_words


def test_somebody_who_has_left_is_told_nothing(
    clerk: Person, manager: Person, person_for: PersonFor, post: Post
):
    at_address(clerk)
    person_for("ashby", role=Role.IT)
    daily(clerk)
    post.arrived.clear()
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    made = telling.gather(clerk, Sort.DAILY)
    assert made is not None
    actions.ask_address(clerk, "elsewhere@ashby.example.org")
    leave(manager, "ashby", clerk, seen=state_of(clerk.acting.all()))
    run_job.func(_queued(made).pk)
    run_all()
    assert post.arrived == []
    clerk.refresh_from_db()
    assert daily(clerk) is None

    registry.kind(ROUND).run(None)
    assert not MailAddress.objects.exists()


def test_an_auditor_is_told_nothing(person_for: PersonFor, manager: Person):
    auditor = person_for("ashby", role=Role.AUDITOR)
    with recorded() as pen:
        AuditGrant.objects.create(
            auditor=auditor,
            authority="ashby",
            programme=TOWNS,
            granted_by=manager,
            granted_at=timezone.now(),
        )
        pen.record(Entry(verb="granted", summary="everything of Ashby's"))

    assert told_to(auditor) == ()


def test_a_stranger_to_a_programme_is_told_nothing_of_it(person_for: PersonFor):
    assert told_to(person_for("elsewhere", role=Role.PROGRAMME_MANAGER)) == ()


def test_a_kind_can_be_switched_off_but_for_those_that_the_law_sets(clerk: Person, manager: Person):
    everything = {each.name: Soon.NEVER for each in KINDS}
    actions.choose(clerk, everything)
    actions.choose(manager, everything)

    assert soon_by_kind(clerk)["papers"] == Soon.DAILY
    assert soon_by_kind(clerk)["task"] == Soon.NEVER
    assert soon_by_kind(manager)["papers"] == Soon.NEVER
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    assert daily(clerk) is None


def test_what_was_switched_off_comes_on_with_a_role_that_cannot_do_without(manager: Person):
    actions.choose(manager, {"papers": Soon.NEVER})
    assert soon_by_kind(manager)["papers"] == Soon.NEVER
    with recorded() as pen:
        Acting.objects.create(person=manager, authority="ashby", role=Role.DEMOCRATIC_SERVICES)
        pen.record(Entry(verb="admitted somebody", summary="in a second role"))

    assert soon_by_kind(manager)["papers"] == Soon.DAILY


def test_what_is_told_at_once_waits_for_no_day(clerk: Person, manager: Person, post: Post):
    at_address(clerk)
    daily(clerk)
    post.arrived.clear()
    actions.choose(clerk, {"task": Soon.AT_ONCE})
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    decide(clerk)
    run_all(4)

    [message] = post.arrived
    plain, _ = parts_of(message)
    assert "gave you a task" in plain
    assert "decided" not in plain
    left = daily(clerk)
    assert left is not None
    assert "decided" in left.text
    assert "gave you a task" not in left.text


def test_nothing_is_queued_at_once_where_nobody_wants_it(clerk: Person, manager: Person):
    give_task(manager, as_(manager), TOWNS, "look", clerk)

    assert not Job.objects.exists()


def test_two_workers_make_one_message_of_one_thing(clerk: Person, manager: Person):
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    for _ in range(2):
        enqueue(GATHER, person=clerk.pk, sort="daily")
    run_all()

    assert Message.objects.filter(person=clerk).count() == 1


def test_without_an_address_a_message_is_shown_on_the_page_alone(clerk: Person, manager: Person):
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    made = daily(clerk)

    assert made is not None
    assert made.state == MessageState.SHOWN
    assert mail.outbox == []
    client = client_of(clerk)
    page = client.get("/told/").content.decode()
    assert "Give an address to have it by e-mail" in page
    assert made.subject in page
    shown = client.get(f"/told/{made.pk}/").content.decode()
    assert "gave you a task" in shown
    assert client_of(manager).get(f"/told/{made.pk}/").status_code == 404


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_where_no_mail_is_sent_messages_are_shown(clerk: Person, manager: Person, settings: Any):
    at_address(clerk)
    settings.MAIL_IS_SENT = False
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    made = daily(clerk)

    assert made is not None
    assert made.state == MessageState.SHOWN
    assert "This site sends no e-mail" in client_of(clerk).get("/told/").content.decode()


def test_a_message_says_what_it_is_and_tells_nobody_that_it_was_read(
    clerk: Person, manager: Person, post: Post, settings: Any
):
    settings.SITE_ADDRESS = "https://moothall.example.org"
    at_address(clerk)
    daily(clerk)
    post.arrived.clear()
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    made = daily(clerk)

    assert made is not None
    [message] = post.arrived
    assert message["Message-ID"] == f"<{made.number}@moothall.example.org>"
    assert message["List-Unsubscribe"] == "<https://moothall.example.org/told/>"
    assert message["Auto-Submitted"] == "auto-generated"
    plain, html = parts_of(message)
    assert "<img" not in html
    assert "style" not in html
    addresses = re.findall(r"https?://[^\s\"<>]+", plain + html)
    assert addresses
    assert all(each.startswith("https://moothall.example.org/") for each in addresses)
    assert "?" not in "".join(addresses)


def test_a_retry_is_the_same_message(clerk: Person, manager: Person, post: Post):
    at_address(clerk)
    daily(clerk)
    post.arrived.clear()
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    post.answers += ["451 4.3.0 busy, come again", "421 4.3.2 closing"]
    made = daily(clerk)

    assert made is not None
    run_all()
    made.refresh_from_db()
    assert (made.state, made.attempts) == (MessageState.SENT, 3)
    [message] = post.arrived
    assert message["Message-ID"] == message_id(made.number)
    run_job.func(_queued(made).pk)
    assert len(post.arrived) == 1


def test_what_a_server_took_before_a_worker_was_killed_has_the_same_name_and_date(
    clerk: Person, manager: Person, post: Post, on: Any
):
    at_address(clerk)
    daily(clerk)
    post.arrived.clear()
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    on(timezone.localdate(), hour=5)
    made = daily(clerk)
    assert made is not None
    Message.objects.filter(pk=made.pk).update(state=MessageState.WAITING)
    run_job.func(_queued(made).pk)

    first, second = post.arrived
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Date"] == second["Date"]
    assert first["Date"].datetime.hour == 5


def test_a_server_that_is_away_costs_no_message(clerk: Person, manager: Person, post: Post):
    at_address(clerk)
    daily(clerk)
    post.arrived.clear()
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    post.answers += ["451 4.3.0 busy"] * TRIES
    made = daily(clerk)
    assert made is not None
    run_all(TRIES)
    made.refresh_from_db()
    assert made.state == MessageState.WAITING
    assert "451" in made.words
    assert Job.objects.get(name=SEND, arguments={"message": made.pk}).state == JobState.FAILED

    registry.kind(ROUND).run(None)
    run_all()
    made.refresh_from_db()
    assert made.state == MessageState.SENT


def test_what_cannot_be_sent_for_days_is_given_up_and_council_it_sees_it(
    clerk: Person, manager: Person, person_for: PersonFor, post: Post, on: Any
):
    at_address(clerk)
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    post.answers += ["451 4.3.0 busy"] * TRIES
    made = daily(clerk)
    assert made is not None
    run_all(TRIES)
    day = timezone.localdate() + timedelta(days=4)
    on(day)
    registry.kind(ROUND).run(None)

    made.refresh_from_db()
    assert made.state == MessageState.FAILED
    own = client_of(person_for("ashby", role=Role.IT)).get("/told/").content.decode()
    assert clerk.name in own
    assert "451 4.3.0 busy" in own
    assert "look" not in own
    other = client_of(person_for("brae", role=Role.IT)).get("/told/").content.decode()
    assert clerk.name not in other


def test_a_refused_address_is_not_tried_again_until_it_is_confirmed(
    clerk: Person, manager: Person, post: Post
):
    address = at_address(clerk)
    daily(clerk)
    post.refused.add(address)
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    made = daily(clerk)

    assert made is not None
    assert made.state == MessageState.FAILED
    assert made.attempts == 1
    page = client_of(clerk).get("/told/").content.decode()
    assert "took no more e-mail" in page
    assert "550 5.1.1 no such mailbox" in page
    assert "gave you a task" in made.text
    give_task(manager, as_(manager), TOWNS, "look again", clerk)
    again = daily(clerk)
    assert again is not None
    assert again.state == MessageState.SHOWN

    post.refused.clear()
    at_address(clerk)
    assert MailAddress.objects.get().refused == ""


def test_an_address_is_used_once_its_link_was_followed_signed_in(
    clerk: Person, manager: Person, post: Post
):
    client = client_of(clerk)
    answer = client.post("/told/address/", {"address": "clerk@ashby.example.org"})
    assert answer.status_code == 302
    run_all()
    [message] = post.arrived
    assert post.sent_to == ["clerk@ashby.example.org"]
    plain, _ = parts_of(message)
    link = re.search(r"http://localhost:8000(/told/address/[\w-]+/)", plain)
    assert link is not None

    assert Client().get(link[1]).status_code == 302
    assert client_of(manager).get(link[1]).status_code == 410
    assert client.get(link[1]).status_code == 200
    assert MailAddress.objects.get().confirmed_at is None
    assert client.post(link[1]).status_code == 302
    assert unseal(MailAddress.objects.get().address) == "clerk@ashby.example.org"
    assert client.post(link[1]).status_code == 410


def test_a_link_is_too_late_after_two_days(clerk: Person, on: Any):
    actions.ask_address(clerk, "clerk@ashby.example.org")
    token = re.search(r"/told/address/([\w-]+)/", message_text(Sort.CONFIRM))
    assert token is not None
    on(timezone.localdate() + timedelta(days=3))

    assert not actions.confirm_address(clerk, token[1])


def test_the_old_address_hears_of_the_new_one(clerk: Person, post: Post):
    at_address(clerk)
    at_address(clerk, "new@ashby.example.org")
    run_all()

    told = dict(zip(post.sent_to, post.arrived, strict=True))
    changed = told[f"{clerk.username}@ashby.example.org"]
    assert changed["Subject"] == "Your messages go to another address"
    assert "new@ashby" not in changed.as_string()


def test_neither_the_record_nor_a_row_holds_an_address_or_a_token(clerk: Person):
    address = at_address(clerk)
    actions.ask_address(clerk, "other@ashby.example.org")

    said = " ".join(f"{each.summary} {each.body}" for each in payloads())
    assert "ashby.example.org" in said
    assert address not in said
    with connection.cursor() as cursor:
        for table in ("mailaddress", "message", "asked"):
            cursor.execute(f"SELECT * FROM notifications_{table}")  # noqa: S608 - our own names
            rows = str(cursor.fetchall())
            assert address not in rows
            assert "other@ashby" not in rows
    tokens = re.findall(r"/told/address/([\w-]+)/", message_text(Sort.CONFIRM))
    run_all()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
            assert tokens[0] not in str(cursor.fetchall()), table
    assert Event.objects.filter(verb="confirmed an address for messages").exists()


def payloads() -> list[Any]:
    return [
        type("P", (), {"summary": each.summary, "body": f"{each.before} {each.after}"})
        for each in Payload.objects.all()
    ]


def test_only_addresses_of_the_councils_are_taken_where_they_are_named(
    clerk: Person, settings: Any
):
    settings.MAIL_DOMAINS = ("ashby.example.org",)
    client = client_of(clerk)
    answer = client.post("/told/address/", {"address": "me@private.example"})

    assert answer.status_code == 422
    assert "addresses at ashby.example.org only" in answer.content.decode()
    assert client.post("/told/address/", {"address": "a@ashby.example.org"}).status_code == 302


@pytest.mark.parametrize("address", ["", "no address", "a@b\nBcc: x@y.example", "a@" + "b" * 300])
def test_what_is_no_address_is_sent_back(clerk: Person, address: str):
    answer = client_of(clerk).post("/told/address/", {"address": address})

    assert answer.status_code == 422
    assert not Message.objects.exists()


def test_a_link_is_asked_for_some_times_a_day_only(clerk: Person):
    client = client_of(clerk)
    for _ in range(actions.MOST_ADDRESSES):
        assert client.post("/told/address/", {"address": "a@b.example"}).status_code == 302

    assert client.post("/told/address/", {"address": "a@b.example"}).status_code == 422


def test_choices_are_kept_and_shown(clerk: Person):
    client = client_of(clerk)
    chosen = {each.kind.name: each.soon for each in chosen_by(clerk)}
    answer = client.post("/told/", chosen | {"task": "at-once"})

    assert answer.status_code == 302
    assert soon_by_kind(clerk)["task"] == Soon.AT_ONCE
    assert client.post("/told/", chosen | {"papers": "never"}).status_code == 422
    assert client.post("/told/", {}).status_code == 422
    page = client.get("/told/").content.decode()
    assert "Cannot be switched off: the law sets the day" in page


def test_everybody_has_one_daily_message_and_it_is_queued_once_a_day(
    clerk: Person, manager: Person, person_for: PersonFor
):
    person_for("ashby", role=Role.AUDITOR)
    for person in (clerk, manager):
        give_task(clerk, as_(clerk), TOWNS, "look", person)
        give_task(manager, as_(manager), TOWNS, "look", person)
    run_job.func(enqueue(DAILY).pk)
    run_job.func(enqueue(DAILY).pk)

    assert sorted(Message.objects.values_list("person", flat=True)) == [clerk.pk, manager.pk]
    assert Job.objects.filter(name=SEND).count() == 2
    [schedule] = [each for each in registry.schedules() if each.name == DAILY]
    assert schedule.at == clock_time(7)


def test_one_persons_fault_keeps_nobody_else_from_their_message(
    clerk: Person, manager: Person, monkeypatch: pytest.MonkeyPatch
):
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    give_task(clerk, as_(clerk), TOWNS, "look", manager)
    whole = telling.told_to

    def faulty(person: Person) -> Any:
        if person.pk == clerk.pk:
            raise ZeroDivisionError
        return whole(person)

    monkeypatch.setattr(telling, "told_to", faulty)
    run_job.func(enqueue(DAILY).pk)
    assert list(Message.objects.values_list("person", flat=True)) == [manager.pk]

    monkeypatch.setattr(telling, "told_to", whole)
    run_all()
    assert Message.objects.filter(person=clerk).count() == 1


@pytest.mark.parametrize(
    ("day", "hour"),
    [((2026, 3, 29), 1), ((2026, 10, 25), 1), ((2026, 10, 25), 2), ((2026, 7, 1), 7)],
)
def test_the_hour_comes_once_on_days_when_the_clock_is_changed(
    day: tuple[int, int, int], hour: int
):
    schedule = Schedule(name="x", at=clock_time(hour))
    begins = datetime(*day, tzinfo=UTC) - timedelta(hours=2)
    slots = [schedule.slot(begins + timedelta(minutes=10 * step)) for step in range(6 * 30)]
    named = date(*day).isoformat()

    assert slots.count(named) > 0
    first = slots.index(named)
    local = timezone.localtime(begins + timedelta(minutes=10 * first))
    assert local.date() == date(*day)
    assert clock_time(hour) <= local.time() < clock_time(hour + 1, 10)


def test_old_messages_are_put_away(clerk: Person, manager: Person, on: Any):
    give_task(manager, as_(manager), TOWNS, "look", clerk)
    daily(clerk)
    on(timezone.localdate() + timedelta(days=31))
    registry.kind(ROUND).run(None)

    assert not Message.objects.exists()


def test_a_password_that_is_wrong_is_not_taken_for_a_refused_address():
    assert isinstance(_refusal(535, b"authentication failed"), NotNowError)
    assert isinstance(smtplib.SMTPServerDisconnected(), OSError)


def test_a_page_of_settings_is_ones_own(clerk: Person, manager: Person):
    actions.choose(clerk, {"task": Soon.NEVER})

    assert soon_by_kind(manager)["task"] == Soon.DAILY
    assert Choice.objects.filter(person=manager).count() == 0
    assert seal("x") != "x"
    with recorded() as pen:
        Acting.objects.filter(person=clerk).delete()
        pen.record(Entry(verb="ended a role", summary="x"))
    page = client_of(clerk).get("/told/").content.decode()
    assert "You act in no role" in page
