"""Snapshots made and moved on by a program: the same actions, the same refusals as on the pages."""

from datetime import timedelta
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.utils import timezone
from towns import TOWNS, last

from moothall_web.api import actions
from moothall_web.cases.models import Snapshot
from moothall_web.people.models import Role
from moothall_web.records.models import Event
from moothall_web.records.verify import verify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("three_towns_loaded")]

ALL = f"/api/v1/programmes/{TOWNS}/proposals/archive/snapshots"
FIRST = f"{ALL}/ashby/1"


@pytest.fixture
def program(person_for: PersonFor) -> Any:
    """A program that asks for somebody in a role."""

    def make(role: Role, *kinds: str, council: str = "ashby") -> Client:
        person = person_for(council, role=role)
        until = timezone.localdate() + timedelta(days=9)
        token = actions.make_token(person, council, "a test", list(kinds), until)
        return Client(headers={"authorization": f"Bearer {token}"})

    return make


def send(client: Client, address: str, key: str = "", **body: Any) -> Any:
    headers = {"idempotency-key": key} if key else {}
    body = {"why": "For the agenda."} | body
    return client.post(address, body, content_type="application/json", headers=headers)


def make(client: Client, **more: Any) -> Any:
    return send(client, ALL, as_at="2026-05-01", **more)


def test_a_snapshot_goes_its_whole_way_by_programs_and_each_step_is_recorded(program: Any):
    author = program(Role.REPORT_AUTHOR, "snapshots")
    officer = program(Role.MONITORING_OFFICER, "snapshots")
    clerk = program(Role.DEMOCRATIC_SERVICES, "snapshots")

    made = make(author)
    assert (made.status_code, made["Location"]) == (201, FIRST), made.content
    assert (made.json()["state"], made.json()["as_at"]) == ("draft", "2026-05-01")
    for client, step, state, verb in (
        (officer, "clear", "cleared", "cleared a snapshot"),
        (clerk, "publish", "published", "published a snapshot"),
        (officer, "withdraw", "withdrawn", "withdrew a snapshot"),
    ):
        answer = send(client, f"{FIRST}/{step}")
        assert (answer.status_code, answer.json()["state"]) == (200, state), answer.content
        said = Event.objects.filter(verb=verb).select_related("payload").get()
        assert (said.for_whom, said.payload.why) == ("ashby", "For the agenda.")
    assert verify().broken_at is None


def test_the_same_key_makes_one_snapshot_and_takes_one_step(program: Any):
    author = program(Role.REPORT_AUTHOR, "snapshots")
    officer = program(Role.MONITORING_OFFICER, "snapshots")

    twice = [make(author, key="one") for _ in range(2)]
    assert [each["Location"] for each in twice] == [FIRST, FIRST]
    assert Snapshot.objects.count() == 1
    steps = [send(officer, f"{FIRST}/clear", key="one") for _ in range(2)]
    assert [(each.status_code, each.json()["state"]) for each in steps] == [(200, "cleared")] * 2
    assert send(officer, f"{FIRST}/clear", key="two").status_code == 403, "it is cleared already"


def test_nobody_clears_their_own_work_by_a_program_either(program: Any):
    officer = program(Role.MONITORING_OFFICER, "snapshots")
    manager = program(Role.PROGRAMME_MANAGER, "snapshots")
    assert make(officer).status_code == 403, "a monitoring officer makes none"
    assert make(manager).status_code == 201

    refused = send(manager, f"{FIRST}/clear")

    assert refused.status_code == 403
    assert "Only Ashby's monitoring officer" in refused.json()["detail"]
    assert last().verb == "was refused"


def test_a_token_that_was_not_made_for_snapshots_makes_none(program: Any):
    reads = program(Role.REPORT_AUTHOR)

    refused = make(reads)

    assert refused.status_code == 403
    assert refused.json()["detail"] == "This token does not write snapshots: it only reads."
    assert not Snapshot.objects.exists()


def test_a_partner_moves_nothing_on_that_it_may_read(program: Any):
    """On PostgreSQL the row is the partner's to read and not to hold: the answer is still words."""
    author = program(Role.REPORT_AUTHOR, "snapshots")
    officer = program(Role.MONITORING_OFFICER, "snapshots")
    partner = program(Role.MONITORING_OFFICER, "snapshots", council="brae")
    make(author)
    assert send(partner, f"{FIRST}/clear").status_code == 404, "a draft is its council's own"
    send(officer, f"{FIRST}/clear")

    refused = send(partner, f"{FIRST}/withdraw")

    assert refused.status_code == 403
    assert Snapshot.objects.get().state == "cleared"
    assert send(partner, f"{ALL.replace('archive', 'nothing')}").status_code == 404


def test_a_program_makes_one_for_the_council_of_its_token_only(program: Any):
    partner = program(Role.REPORT_AUTHOR, "snapshots", council="brae")

    made = make(partner)

    assert (made.status_code, made["Location"]) == (201, f"{ALL}/brae/1"), made.content
    assert not Snapshot.objects.filter(authority="ashby").exists()


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"as_at": "2026-02-30"}, "/body/as_at"),
        ({"as_at": "soon"}, "/body/as_at"),
        ({"why": " "}, "/body/why"),
        ({"council": "brae"}, "/body/council"),
    ],
)
def test_a_slip_is_said_with_its_place(program: Any, body: dict[str, Any], where: str):
    author = program(Role.REPORT_AUTHOR, "snapshots")

    answer = send(author, ALL, **body)

    assert answer.status_code == 422
    assert [each["where"] for each in answer.json()["errors"]] == [where]
    assert not Snapshot.objects.exists()
