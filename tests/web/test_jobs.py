"""Work in the background: nothing lost when a worker is killed, nothing done by two at once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

import pytest
from cast import ROOT, PersonFor
from counted_jobs import background  # noqa: F401 - declares the jobs
from django.test import Client
from django_tasks_db.models import DBTaskResult

from exhaustive import exhaustive
from moothall_web.jobs import actions, registry
from moothall_web.jobs.actions import LostError, enqueue
from moothall_web.jobs.models import Job, JobState, Result, Slot
from moothall_web.jobs.registry import Outcome, Schedule, UnknownJobError
from moothall_web.jobs.tasks import run_job
from moothall_web.jobs.worker import Watch
from moothall_web.people.models import Person, Role

HERE = Path(__file__).parent
ASK = """
import django, sys
django.setup()
from moothall_web import row_scope
row_scope.for_every_council()
from moothall_web.jobs.actions import enqueue
for number in range(int(sys.argv[1])):
    enqueue("count", number=number, book=sys.argv[2], seconds=float(sys.argv[3]))
"""
STANDING = """
import django
django.setup()
from moothall_web import row_scope
row_scope.for_every_council()
from moothall_web.jobs.models import Job
print(" ".join(sorted(Job.objects.filter(name="count").values_list("state", flat=True))))
"""


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


class Workshop:
    """An installation of its own, with workers that can be killed."""

    def __init__(self, var: Path) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO")}
        self.environment = kept | {
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{HERE}",
            "MOOTHALL_VAR": str(var),
            "DJANGO_SETTINGS_MODULE": "counting_settings",
        }
        self.book = var.parent / "book.txt"
        self.workers: list[subprocess.Popen[bytes]] = []

    def run(self, *arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
            env=self.environment,
        ).stdout

    def ask(self, number: int, seconds: float) -> None:
        self.run("-c", ASK, str(number), str(self.book), str(seconds))

    def begin(self, *options: str) -> "subprocess.Popen[bytes]":
        worker = subprocess.Popen(
            [sys.executable, "-m", "moothall_web", "work", "--silent-for", "3", *options],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.workers.append(worker)
        return worker

    def lines(self) -> Counter[str]:
        if not self.book.exists():
            return Counter()
        return Counter(self.book.read_text(encoding="utf-8").splitlines())

    def wait_for(self, through: int, seconds: float = 90.0) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if len([line for line in self.lines() if line.startswith("through")]) == through:
                return
            time.sleep(0.1)
        raise AssertionError(f"not through after {seconds} s: {self.lines()}")

    def states(self) -> list[str]:
        return self.run("-c", STANDING).split()


@pytest.fixture
def workshop(var: Path, tables: None) -> Iterator[Workshop]:
    made = Workshop(var)
    yield made
    for worker in made.workers:
        worker.kill()
        worker.wait()


@exhaustive
def test_two_workers_share_the_jobs_and_do_each_once(workshop: Workshop):
    workshop.ask(12, 0.2)
    first, second = workshop.begin("--until-empty"), workshop.begin("--until-empty")
    assert first.wait(60) == second.wait(60) == 0

    lines = workshop.lines()
    assert {lines[f"through {n}"] for n in range(12)} == {1}
    assert {lines[f"begun {n}"] for n in range(12)} == {1}
    assert workshop.states() == ["done"] * 12


def test_the_job_of_a_killed_worker_is_taken_up_again(workshop: Workshop):
    jobs, kills = (8, 3) if os.environ.get("CI") else (3, 1)
    workshop.ask(jobs, 0.6)
    at_random = random.Random(7)  # noqa: S311 - moments, no secrets
    for _ in range(kills):
        worker = workshop.begin()
        until = time.monotonic() + 30
        before = sum(workshop.lines().values())
        while sum(workshop.lines().values()) == before and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(at_random.uniform(0.05, 0.5))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    workshop.begin()
    workshop.wait_for(jobs)

    lines = workshop.lines()
    again = sum(lines[f"begun {n}"] - 1 for n in range(jobs))
    assert 1 <= again <= kills, "what was killed was begun again, and nothing else"
    assert all(lines[f"through {n}"] <= lines[f"begun {n}"] for n in range(jobs))


@exhaustive
def test_a_worker_that_is_told_to_stop_ends_its_job_first(workshop: Workshop):
    workshop.ask(2, 1.0)
    worker = workshop.begin()
    until = time.monotonic() + 30
    while not workshop.lines() and time.monotonic() < until:
        time.sleep(0.05)
    worker.send_signal(signal.SIGTERM)

    assert worker.wait(30) == 0
    assert sorted(workshop.lines()) == ["begun 0", "through 0"]
    assert workshop.states() == ["done", "waiting"]


@pytest.mark.django_db
def test_an_error_is_tried_again_and_then_given_up(tmp_path: Path):
    job = enqueue("stumble", book=str(tmp_path / "book"))

    run_job.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.WAITING, 1)
    assert "there is no such number" in job.words

    run_job.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.FAILED, 2)
    assert job.outcome == "ValueError: there is no such number"
    run_job.call(job.pk)
    assert (tmp_path / "book").read_text().count("begun") == 2


@pytest.mark.django_db
def test_what_was_taken_away_from_a_worker_cannot_be_finished_by_it():
    job = enqueue("stumble", book="")
    held = actions.begin(job.pk)
    assert held is not None
    assert actions.begin(job.pk) is None, "nobody else may begin it"
    assert actions.take_back(held)

    with pytest.raises(LostError):
        actions.finish(held, Outcome(words="late"))
    with pytest.raises(LostError):
        actions.beat(held, 1, 2, "")
    assert not actions.take_back(held)
    job.refresh_from_db()
    assert job.state == JobState.WAITING


@pytest.mark.django_db
def test_silence_is_measured_by_a_steady_clock_and_a_job_that_kills_is_given_up():
    job = enqueue("stumble", book="")
    now = [0.0]
    watch = Watch(silent_for=30, clock=lambda: now[0])
    for attempt in (1, 2):
        held = actions.begin(job.pk)
        assert held is not None
        assert watch.look() == []
        now[0] += 29
        actions.beat(held, 0, 0, "")
        assert watch.look() == []
        now[0] += 29
        assert watch.look() == [], "a beat has been heard since"
        now[0] += 2
        assert watch.look() == [held]
        job.refresh_from_db()
        assert job.state == (JobState.WAITING if attempt == 1 else JobState.FAILED)
    assert job.outcome == "Given up: its worker stopped in the middle, 2 times."


@pytest.mark.django_db
def test_a_job_that_is_due_is_queued_once_however_often_one_looks():
    monday = datetime(2026, 1, 5, 12, tzinfo=UTC)

    first = actions.queue_what_is_due(monday)
    assert actions.queue_what_is_due(monday) == []
    assert {job.name for job in first} == {schedule.name for schedule in registry.schedules()}
    assert Slot.objects.count() == len(first)
    assert DBTaskResult.objects.count() == len(first)


def test_a_time_of_day_is_that_of_london_on_the_days_when_clocks_change():
    daily = Schedule(name="digest", at=clock_time(7))

    # Summer time began in 2026 on 29 March and ended on 25 October.
    assert daily.slot(datetime(2026, 3, 28, 6, 59, tzinfo=UTC)) is None
    assert daily.slot(datetime(2026, 3, 28, 7, 0, tzinfo=UTC)) == "2026-03-28"
    assert daily.slot(datetime(2026, 3, 29, 5, 59, tzinfo=UTC)) is None
    assert daily.slot(datetime(2026, 3, 29, 6, 0, tzinfo=UTC)) == "2026-03-29"
    assert daily.slot(datetime(2026, 10, 25, 6, 59, tzinfo=UTC)) is None
    assert daily.slot(datetime(2026, 10, 25, 7, 0, tzinfo=UTC)) == "2026-10-25"


@pytest.mark.django_db
def test_an_unknown_kind_is_refused_before_anything_is_queued():
    with pytest.raises(UnknownJobError, match="'typo' is no kind of job"):
        enqueue("typo")
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_nothing_is_done_for_somebody_who_has_left(person_for: PersonFor, tmp_path: Path):
    person = person_for("ashby")
    job = enqueue("count", person, number=1, book=str(tmp_path / "book"), seconds=0)
    person.is_active = False
    person.save()

    run_job.call(job.pk)

    job.refresh_from_db()
    assert job.outcome == "Not done: whoever asked for it has left."
    assert not (tmp_path / "book").exists()


@pytest.mark.django_db
def test_who_asked_sees_how_far_it_is_and_fetches_what_came_of_it(
    person_for: PersonFor, tmp_path: Path
):
    person = person_for("ashby")
    client, other = client_of(person), client_of(person_for("brae"))
    job = enqueue("count", person, number=7, book=str(tmp_path / "book"), seconds=0)
    assert "1 job is under way" in client.get("/jobs/").content.decode()

    run_job.call(job.pk)

    page = client.get("/jobs/").content.decode()
    assert "Done. Counted 7." in page
    assert client.get(f"/jobs/{job.pk}/result").content == b"n"
    assert other.get(f"/jobs/{job.pk}/result").status_code == 404
    assert "Counted 7" not in other.get("/jobs/").content.decode()


@pytest.mark.django_db
def test_council_it_sees_what_the_installation_does_by_itself(person_for: PersonFor):
    actions.queue_what_is_due(datetime(2026, 1, 5, 12, tzinfo=UTC))

    assert "Put away what ended long ago" in (
        client_of(person_for("ashby", role=Role.IT)).get("/jobs/").content.decode()
    )
    assert "Put away" not in client_of(person_for("ashby")).get("/jobs/").content.decode()


@pytest.mark.django_db
def test_what_ended_long_ago_is_put_away_with_its_file(
    person_for: PersonFor, tmp_path: Path, settings: Any
):
    job = enqueue("count", person_for("ashby"), number=1, book=str(tmp_path / "b"), seconds=0)
    run_job.call(job.pk)
    job.refresh_from_db()
    assert job.ended_at is not None

    settings.KEEP_JOBS = 3
    actions.put_away(job.ended_at + timedelta(days=2))
    assert Result.objects.exists()
    actions.put_away(job.ended_at + timedelta(days=4))
    assert not Job.objects.exists()
    assert not Result.objects.exists()
