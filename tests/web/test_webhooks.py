"""Councils' own systems are told of decisions and snapshots: signed, and nothing exempt."""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from listening import Listener, listener
from towns import TOWNS, held, version

from moothall_web.api import actions
from moothall_web.api.background import ATTEMPTS, DELIVER
from moothall_web.api.models import Delivery, Webhook
from moothall_web.cases.actions import make_snapshot, take_step
from moothall_web.cases.states import STEPS
from moothall_web.facts.actions import add_fact, change_fact
from moothall_web.identity.sealing import unseal
from moothall_web.jobs import registry
from moothall_web.jobs.models import Job, JobState
from moothall_web.jobs.tasks import run_job
from moothall_web.people.models import Person, Role
from moothall_web.records.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]


@pytest.fixture
def outside(settings: Any) -> Iterator[Listener]:
    settings.CALENDARS_FROM_THIS_MACHINE = True
    with listener() as held:
        yield held


@pytest.fixture
def officer(person_for: PersonFor) -> Person:
    return person_for("ashby", role=Role.DEMOCRATIC_SERVICES)


def run_all() -> None:
    """What workers do, until nothing waits that was not tried again already."""
    for _ in range(3):
        for job in Job.objects.filter(state=JobState.WAITING).order_by("pk"):
            run_job.func(job.pk)


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
        "text": "That one archive is made of three.",
        "outcome": "agreed",
    }
    return add_fact(person, TOWNS, "decisions", fields | more)


def test_a_decision_is_told_once_and_signed(outside: Listener, officer: Person):
    secret = actions.make_webhook(officer, "ashby", outside.address, ["decisions"])
    key = decide(officer)
    run_all()

    [(headers, body)] = outside.told
    said = json.loads(body)
    assert (said["type"], said["for"], said["data"]["id"]) == ("decision.recorded", "ashby", key)
    at, signed = re.fullmatch(r"t=(\d+),v1=(\w+)", headers["Moothall-Signature"]).groups()
    wanted = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    assert hmac.compare_digest(signed, wanted)
    for job in Job.objects.filter(name=DELIVER):
        Job.objects.filter(pk=job.pk).update(state=JobState.WAITING)
    run_all()
    assert len(outside.told) == 1


def test_a_change_of_a_decision_is_told_too(outside: Listener, officer: Person):
    actions.make_webhook(officer, "ashby", outside.address, ["decisions"])
    key = decide(officer)
    run_all()
    fields = held("decisions", key) | {"effective_on": "2026-06-20"}
    change_fact(officer, TOWNS, "decisions", key, fields, version("decisions", key))
    run_all()

    assert [json.loads(body)["data"]["moothall"]["effective_on"] for _, body in outside.told] == [
        None,
        "2026-06-20",
    ]


def test_nothing_exempt_is_sent(outside: Listener, officer: Person):
    actions.make_webhook(officer, "ashby", outside.address, ["decisions"])
    decide(officer, exempt={"paragraph": 3, "public_interest": "A price is still open."})
    run_all()

    assert outside.told == []
    assert not Delivery.objects.exists()


def test_another_council_is_told_what_is_shared_and_nothing_else(
    outside: Listener, officer: Person, person_for: PersonFor
):
    partner = person_for("brae", role=Role.IT)
    actions.make_webhook(partner, "brae", outside.address, ["decisions"])
    decide(officer)
    shared = decide(officer, shared=True, decided_on="2026-06-12")
    run_all()

    assert [json.loads(body)["data"]["id"] for _, body in outside.told] == [shared]


def test_a_snapshot_is_told_when_it_is_published(
    outside: Listener, officer: Person, person_for: PersonFor
):
    partner = person_for("brae", role=Role.IT)
    actions.make_webhook(partner, "brae", outside.address, ["snapshots"])
    steps = {each.name: each for each in STEPS}
    snapshot = make_snapshot(officer, TOWNS, "archive", "ashby", date(2026, 5, 1))
    take_step(person_for("ashby", role=Role.MONITORING_OFFICER), snapshot, steps["clear"])
    run_all()
    assert outside.told == []
    take_step(officer, snapshot, steps["publish"])
    run_all()

    [(_, body)] = outside.told
    said = json.loads(body)
    assert (said["type"], said["data"]["council"]) == ("snapshot.published", "ashby")


def test_what_is_not_taken_is_tried_again_and_then_given_up(outside: Listener, officer: Person):
    actions.make_webhook(officer, "ashby", outside.address, ["decisions"])
    outside.status = 500
    decide(officer)
    run_all()
    for _ in range(ATTEMPTS):
        run_all()

    delivery = Delivery.objects.get()
    assert (delivery.attempts, delivery.delivered_at) == (ATTEMPTS, None)
    assert delivery.words == "The address answered 500."
    assert Job.objects.get(name=DELIVER).state == JobState.FAILED
    assert registry.kind(DELIVER).attempts == ATTEMPTS


def test_a_redirect_is_not_followed(outside: Listener, officer: Person):
    actions.make_webhook(officer, "ashby", outside.address, ["decisions"])
    outside.status = 302
    decide(officer)
    run_all()

    assert Delivery.objects.get().words == "The address answered 302."


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/told",
        "https://localhost/told",
        "https://127.0.0.1/told",
        "https://10.0.0.1/told",
        "https://169.254.169.254/latest",
        "https://[::1]/told",
        "https://user:password@example.org/",
        "ftp://example.org/",
        "nothing",
    ],
)
def test_nothing_is_sent_inside_a_network_or_without_tls(officer: Person, address: str):
    client = Client()
    client.force_login(officer)
    sent = {"council": "ashby", "address": address, "kinds": ["decisions"]}

    assert client.post("/webhooks/", sent).status_code == 422
    assert not Webhook.objects.exists()


def test_the_secret_is_shown_once_and_kept_sealed(officer: Person, outside: Listener):
    client = Client()
    client.force_login(officer)
    sent = {"council": "ashby", "address": outside.address, "kinds": ["decisions"]}
    page = client.post("/webhooks/", sent).content.decode()

    secret = page.partition('<code id="secret">')[2].partition("<")[0]
    row = Webhook.objects.get()
    assert secret not in str(row.__dict__)
    assert unseal(row.secret) == secret
    shown = client.get("/webhooks/").content.decode()
    assert secret not in shown
    assert outside.address in shown
    told = Event.objects.get(verb="made a webhook").payload
    assert secret not in f"{told.summary} {told.after}"
    client.post(f"/webhooks/{row.pk}/close/")
    decide(officer)
    run_all()
    assert outside.told == []


def test_what_was_told_stands_on_the_page(officer: Person, outside: Listener):
    actions.make_webhook(officer, "ashby", outside.address, ["decisions"])
    decide(officer)
    run_all()
    client = Client()
    client.force_login(officer)

    page = client.get("/webhooks/").content.decode()
    assert "decision.recorded" in page
    assert "Delivered: 204." in page


def test_who_may_not_have_systems_told_is_told_who_may(person_for: PersonFor):
    client = Client()
    client.force_login(person_for("ashby", role=Role.REPORT_AUTHOR))

    answer = client.get("/webhooks/")
    assert answer.status_code == 403
    assert "council IT" in answer.content.decode()
