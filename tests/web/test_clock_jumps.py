"""A clock that jumps, forward or back: nobody gets in by it, nobody is kept out for long by it."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from cast import PASSWORD, PersonFor
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max
from test_own_sign_in import code_of, signed_in, with_codes

from moothall_web.api.actions import make_token
from moothall_web.identity.models import ProviderSession
from moothall_web.identity.welcome import is_welcome
from moothall_web.jobs import actions as jobs
from moothall_web.jobs.models import Job, JobState, Slot
from moothall_web.jobs.registry import Schedule
from moothall_web.people import attempts
from moothall_web.people.models import Person, Role
from moothall_web.records.actions import Entry, record
from moothall_web.records.models import Event
from moothall_web.records.verify import verify

pytestmark = pytest.mark.django_db
Jump = Callable[..., None]


@pytest.fixture
def jump(monkeypatch: pytest.MonkeyPatch) -> Jump:
    """Set this machine's clock so far from what it is."""
    real, steady = time.time, timezone.now

    def set_clock(**by: float) -> None:
        apart = timedelta(**by)
        monkeypatch.setattr(time, "time", lambda: real() + apart.total_seconds())
        monkeypatch.setattr(timezone, "now", lambda: steady() + apart)

    return set_clock


def sign_in(person: Person, client: Client) -> Any:
    return client.post("/sign-in/", {"username": person.username, "password": PASSWORD})


# --- Sessions -------------------------------------------------------------------------------------


def test_a_session_that_began_ahead_of_the_clock_is_ended_and_recorded(
    person_for: PersonFor, jump: Jump
):
    jump(days=300)
    client = signed_in(person_for("ashby"))
    assert client.get("/").status_code == 200
    jump(days=0)

    answer = client.get("/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")
    told = Event.objects.select_related("payload").latest("number")
    assert told.verb == "ended sessions"
    assert "a clock has jumped" in told.payload.summary
    assert sign_in(Person.objects.get(), client).status_code == 302
    assert client.get("/").status_code == 200, "signing in again is all that it takes"
    assert verify().broken_at is None


def test_machines_that_are_a_little_apart_end_no_session(person_for: PersonFor, jump: Jump):
    jump(seconds=60)
    client = signed_in(person_for("ashby"))
    jump(seconds=0)

    assert client.get("/").status_code == 200


def test_a_session_ends_after_its_hours_however_much_it_is_used(
    person_for: PersonFor, jump: Jump, settings: Any
):
    client = signed_in(person_for("ashby"))
    for hours in (4, 8, 11):
        jump(hours=hours)
        assert client.get("/").status_code == 200
        held = client.session
        held["used"] = hours  # what is written into a session puts its own end off
        held.save()
    jump(hours=12, minutes=1)

    assert client.get("/").status_code == 302


@pytest.mark.parametrize("ahead", [1, 90, 60 * 24 * 300])
def test_a_council_is_asked_again_where_it_was_last_asked_ahead_of_the_clock(
    ahead: int, person_for: PersonFor, settings: Any, monkeypatch: pytest.MonkeyPatch
):
    """Otherwise a leaver would stay until the clock has caught up."""
    person = person_for("ashby")
    then = timezone.now() + timedelta(minutes=ahead)
    ProviderSession.objects.create(
        session_key="k", person=person, tenant="ashby", refresh="", checked_at=then, asked_at=then
    )
    tenant = SimpleNamespace(id="ashby", council="ashby", name="Ashby")
    monkeypatch.setattr("moothall_web.identity.welcome.tenant_of", lambda _: tenant)
    request: Any = SimpleNamespace(session=SimpleNamespace(session_key="k"), META={}, headers={})

    assert is_welcome(request, person) is (ahead < 60)


# --- Codes and passwords --------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [-10, 10])
def test_a_code_is_refused_in_words_where_the_clock_is_wrong_and_that_is_recorded(
    minutes: int, person_for: PersonFor, jump: Jump
):
    person = person_for("ashby")
    secret = with_codes(signed_in(person))
    code = code_of(secret, steps=1)
    client = Client()
    sign_in(person, client)
    jump(minutes=minutes)
    refused = client.post("/sign-in/second-step/", {"code": code})

    assert refused.status_code == 422
    assert "That is not the code of this moment" in refused.content.decode()
    told = Event.objects.select_related("payload").latest("number")
    assert told.verb == "was refused a sign-in"
    assert "second step" in told.payload.summary
    assert client.get("/").status_code == 302, "nobody is in"


def test_a_spent_code_stays_spent_while_it_would_fit(person_for: PersonFor, jump: Jump):
    person = person_for("ashby")
    secret = with_codes(signed_in(person))
    jump(minutes=2)
    code = code_of(secret)
    answers = []
    for minutes in (2, 2, 1.9):
        jump(minutes=minutes)
        client = Client()
        sign_in(person, client)
        answers.append(client.post("/sign-in/second-step/", {"code": code}).status_code)

    assert answers == [302, 422, 422]


def test_failures_counted_ahead_of_the_clock_bind_nobody_until_it_catches_up(
    person_for: PersonFor, jump: Jump
):
    person = person_for("ashby")
    jump(days=30)
    for _ in range(attempts.OF_A_NAME_FROM_AN_ADDRESS):
        Client().post("/sign-in/", {"username": person.username, "password": "no"})
    assert sign_in(person, Client()).status_code == 429
    jump(days=0)

    assert sign_in(person, Client()).status_code == 302


def test_failures_still_bind_where_the_clock_goes_back_a_little(person_for: PersonFor, jump: Jump):
    person = person_for("ashby")
    for _ in range(attempts.OF_A_NAME_FROM_AN_ADDRESS):
        Client().post("/sign-in/", {"username": person.username, "password": "no"})
    jump(minutes=-3)

    assert sign_in(person, Client()).status_code == 429


# --- Tokens ---------------------------------------------------------------------------------------


def test_a_token_is_over_while_the_clock_says_so_and_each_refusal_is_recorded(
    person_for: PersonFor, jump: Jump, three_towns_loaded: None
):
    person = person_for("ashby", role=Role.IT)
    last = timezone.localdate() + timedelta(days=9)
    token = make_token(person, "ashby", "nightly", [], last)
    client = Client(headers={"authorization": f"Bearer {token}"})
    assert client.get("/api/v1/").status_code == 200
    for days, refusals in ((20, 1), (15, 2)):  # the second time with a clock that went back
        jump(days=days)
        answer = client.get("/api/v1/")
        assert answer.status_code == 401
        assert answer.json()["detail"] == "This token has expired."
        assert Event.objects.filter(verb="refused a token").count() == refusals
    jump(days=0)

    assert client.get("/api/v1/").status_code == 200


# --- Jobs and the record --------------------------------------------------------------------------


def test_a_try_that_was_put_off_ahead_of_the_clock_does_not_wait_for_it(jump: Jump):
    job = jobs.enqueue("put away what ended long ago")
    now = timezone.now()
    put_off = DBTaskResult.objects.filter(run_after=get_date_max())
    put_off.update(run_after=now + timedelta(days=300))
    soon = jobs.enqueue("put away what ended long ago")
    DBTaskResult.objects.filter(run_after=get_date_max()).update(
        run_after=now + timedelta(minutes=20)
    )
    at_once = jobs.enqueue("put away what ended long ago")

    assert jobs.begin_what_waits_too_long(now) == 1
    ready = {each.args_kwargs["args"][0] for each in DBTaskResult.objects.ready()}
    assert ready == {job.pk, at_once.pk}
    assert soon.pk not in ready, "a try that waits its turn goes on waiting"
    assert jobs.begin_what_waits_too_long(now) == 0


@pytest.mark.parametrize("apart", [{"days": -400}, {"days": 400}, {"hours": -1}])
def test_what_is_due_by_itself_goes_on_after_a_jump(
    apart: dict[str, float], monkeypatch: pytest.MonkeyPatch
):
    daily = Schedule(name="put away what ended long ago", hours=24)
    monkeypatch.setattr(jobs.registry, "schedules", lambda: (daily,))
    now = timezone.now()
    assert len(jobs.queue_what_is_due(now)) == 1
    jumped = now + timedelta(**apart)
    jobs.queue_what_is_due(jumped)

    later = [now + timedelta(hours=24 * n) for n in (1, 2)]
    assert [len(jobs.queue_what_is_due(each)) for each in later] == [1, 1]


def test_the_record_keeps_its_order_and_still_verifies_over_a_jump(jump: Jump):
    for days in (0, 200, -200, 0):
        jump(days=days)
        record(Entry(verb="did something", summary=f"{days}"))

    assert [each.payload.summary for each in Event.objects.order_by("number")] == [
        *("0", "200", "-200", "0")
    ]
    assert verify().broken_at is None


def test_the_lease_of_a_job_knows_no_clock(person_for: PersonFor, jump: Jump):
    """Who works at it is told by beats that go on, whatever time it is."""
    job = Job.objects.create(name="put away what ended long ago", asked_at=timezone.now())
    held = jobs.begin(job.pk)
    assert held is not None
    for days in (400, -400):
        jump(days=days)
        jobs.beat(held, 1, 2, "still at it")
    job.refresh_from_db()

    assert (job.state, job.words) == (JobState.RUNNING, "still at it")
    assert not Slot.objects.exists()
    assert isinstance(job.asked_at, datetime)
