"""Health, readiness and figures: what whatever watches the site is told, and who is told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from moothall_web import readiness
from moothall_web.jobs.models import Job, Slot
from moothall_web.records.actions import Entry, record

pytestmark = pytest.mark.django_db

THROUGH_A_PROXY = {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}


def checks(**headers: str) -> dict[str, Any]:
    told = Client().get("/health/ready?format=json", **headers).json()
    return told["checks"]


@contextmanager
def no_database() -> Iterator[None]:
    def fail(*_: object) -> None:
        raise OperationalError("connection refused, password=hidden")

    with connection.execute_wrapper(fail):
        yield


def test_health_asks_nothing_of_the_database():
    with no_database():
        answer = Client().get("/health")

    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_it_is_ready_when_everything_is_as_it_should_be():
    answer = Client().get("/health/ready")

    assert answer.status_code == 200, answer.content
    assert answer.content.decode().startswith("ready\nfit   database: answers in")


def test_words_and_json_say_the_same():
    told = Client().get("/health/ready", HTTP_ACCEPT="application/json").json()

    assert told["ready"] is True
    assert set(told["checks"]) == {"database", "disk", "tables", "clock", "worker"}


def test_without_a_database_it_is_not_ready_and_says_nothing_of_why_that_holds_a_secret():
    with no_database():
        answer = Client().get("/health/ready?format=json")

    told = json.loads(answer.content)
    assert answer.status_code == 503
    assert told["checks"]["database"] == {
        "fit": False,
        "says": "does not answer (OperationalError)",
    }
    assert "hidden" not in answer.content.decode()


def test_little_disk_makes_it_unready(settings: Any):
    settings.LEAST_DISK = 10**15

    assert checks()["disk"]["fit"] is False
    assert Client().get("/health/ready").status_code == 503


def test_steps_that_are_missing_make_it_unready(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(readiness.MigrationExecutor, "migration_plan", lambda *_: [1, 2])

    assert checks()["tables"] == {"fit": False, "says": "2 steps are missing; run `moothall setup`"}


def test_a_clock_apart_from_the_databases_makes_it_unready(monkeypatch: pytest.MonkeyPatch):
    ahead = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(readiness, "database_now", lambda: ahead)

    assert "seconds apart" in checks()["clock"]["says"]


def test_a_clock_that_jumped_back_behind_the_record_makes_it_unready(
    monkeypatch: pytest.MonkeyPatch,
):
    record(Entry(verb="did something", summary="just now"))
    earlier = timezone.now() - timedelta(hours=2)
    monkeypatch.setattr(readiness, "timezone", SimpleNamespace(now=lambda: earlier))
    monkeypatch.setattr(readiness, "database_now", lambda: earlier)

    assert checks()["clock"]["fit"] is False
    assert "a clock has jumped" in checks()["clock"]["says"]


def test_a_job_that_nobody_takes_up_is_told_and_pages_go_on():
    Slot.objects.create(name="x", slot="1", queued_at=timezone.now())
    assert checks()["worker"]["says"] == "jobs are taken up"

    Job.objects.create(name="x", asked_at=timezone.now() - timedelta(minutes=30))
    told = checks()["worker"]

    assert told["fit"] is True
    assert told["says"].startswith("the oldest job has waited for 30 minutes")


def test_who_comes_through_a_proxy_is_told_ready_and_no_more():
    answer = Client().get("/health/ready", **THROUGH_A_PROXY)

    assert answer.content == b"ready\n"
    assert checks(**THROUGH_A_PROXY) == {}
    assert Client().get("/metrics", **THROUGH_A_PROXY).status_code == 404
    assert Client().get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404


def test_with_a_token_only_who_sends_it_is_told(settings: Any, tmp_path: Path):
    settings.WATCH_TOKEN = tmp_path / "token"
    settings.WATCH_TOKEN.write_text("the-token\n")

    assert Client().get("/metrics").status_code == 404, "this machine is not enough then"
    for header, status in (("Bearer other", 404), ("Bearer ", 404), ("Bearer the-token", 200)):
        asked = Client().get("/metrics", HTTP_AUTHORIZATION=header, **THROUGH_A_PROXY)
        assert asked.status_code == status, header


def test_an_empty_token_lets_nobody_in(settings: Any, tmp_path: Path):
    settings.WATCH_TOKEN = tmp_path / "token"
    settings.WATCH_TOKEN.write_text("\n")

    assert Client().get("/metrics", HTTP_AUTHORIZATION="Bearer ").status_code == 404


def test_figures_are_in_the_form_that_prometheus_reads():
    record(Entry(verb=readiness.REHEARSED, summary="held"))
    told = Client().get("/metrics")
    lines = told.content.decode().splitlines()

    assert told.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    figures = [line for line in lines if not line.startswith("#")]
    for line in figures:
        name, value = line.rsplit(" ", 1)
        assert float(value) >= 0
        assert f"# TYPE {name.split('{')[0]} " in told.content.decode()
    assert "moothall_events_total 1" in figures
    assert 'moothall_fit{check="database"} 1' in figures
    assert any(line.startswith("moothall_last_rehearsal_timestamp") for line in figures)


def test_without_a_database_the_figures_say_so():
    with no_database():
        told = Client().get("/metrics").content.decode()

    assert 'moothall_fit{check="database"} 0' in told
    assert "moothall_events_total" not in told
