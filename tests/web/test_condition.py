"""Council IT is told in words how the site is doing, and what somebody has to do."""

import os
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cast import PersonFor
from django.test import Client
from django.utils import timezone

import moothall
from moothall_web import backup, readiness, rehearsal
from moothall_web.condition.lacking import lacking
from moothall_web.condition.matters import Matter, ago, matters
from moothall_web.jobs.models import Job, JobState, Slot
from moothall_web.people.models import Person, Role
from moothall_web.postgresql_tools import BackupError
from moothall_web.records.actions import Entry, record
from moothall_web.records.models import Event

PAGE = "/installation/"

pytestmark = pytest.mark.django_db


def matter(name: str, **later: float) -> Matter:
    now = timezone.now() + timedelta(**later)
    return next(each for each in matters(now) if each.name == name)


def page(person: Person) -> Any:
    client = Client()
    client.force_login(person)
    return client.get(PAGE)


@pytest.fixture
def in_order() -> None:
    record(Entry(verb=readiness.BACKED_UP, summary="Made a backup (a.tar) up to event 9."))
    record(Entry(verb=readiness.REHEARSED, summary="Restored a.tar and verified it."))
    Slot.objects.create(name="x", slot="1", queued_at=timezone.now())


@pytest.mark.usefixtures("in_order", "three_towns_loaded")
def test_where_nothing_wants_anybody_the_first_line_says_so(person_for: PersonFor):
    text = page(person_for("ashby", role=Role.IT)).content.decode()

    assert "The site is in order: nothing waits for anybody." in text
    assert moothall.__version__ in text
    assert "Less than a minute ago, on " in text
    assert "Made a backup (a.tar) up to event 9." in text
    assert "See to it" not in text


@pytest.mark.parametrize("role", [each for each in Role if each != Role.IT])
def test_only_council_it_is_told(role: Role, person_for: PersonFor):
    answer = page(person_for("ashby", role=role))

    assert answer.status_code == 403
    assert "Only council IT" in answer.content.decode()


def test_without_a_backup_the_page_says_what_to_do(person_for: PersonFor):
    text = page(person_for("ashby", role=Role.IT)).content.decode()

    assert "No backup of this installation has been made" in text
    assert "<code>moothall backup --rehearse FOLDER</code>" in text
    assert "The site works; 3 things want somebody to see to them." in text


@pytest.mark.usefixtures("in_order")
def test_a_backup_grows_old_before_a_rehearsal_does():
    assert matter("Last backup", days=1).good
    late = matter("Last backup", days=3)
    assert (late.good, late.stops) == (False, False)
    assert late.says.startswith("That is too long ago. 3 days ago")
    assert late.then
    assert matter("Last rehearsal of a restore", days=30).good
    assert not matter("Last rehearsal of a restore", days=32).good


@pytest.mark.usefixtures("in_order")
def test_a_try_that_failed_is_recorded_and_told_until_one_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as a_full_disk:
        a_full_disk.setattr(backup, "write", full)
        with pytest.raises(BackupError, match="No space left"):
            list(backup.make(tmp_path))

    told = matter("Last backup")
    assert not told.good
    assert told.says.startswith("The last try failed. Less than a minute ago")
    assert "No space left on device" in told.says
    assert "up to event 9" in told.says, "and which one is the last that there is"
    record(Entry(verb=readiness.BACKED_UP, summary="Made a backup (b.tar) up to event 12."))
    assert matter("Last backup").good


@pytest.mark.usefixtures("in_order")
def test_a_restore_that_fails_is_recorded_with_what_it_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def make(folder: Path) -> Any:
        (folder / "moothall-x.tar").write_bytes(b"cut off")
        yield "Wrote it."

    elsewhere = os.environ | {"MOOTHALL_VAR": str(tmp_path / "var"), "MOOTHALL_DATABASE": ""}
    elsewhere.pop("DJANGO_SETTINGS_MODULE", None)
    monkeypatch.setattr(rehearsal, "_elsewhere", lambda: nullcontext(elsewhere))
    monkeypatch.setattr(backup, "make", make)
    with pytest.raises(BackupError, match="could not be restored"):
        list(rehearsal.rehearse(tmp_path))

    assert Event.objects.filter(verb=readiness.REHEARSAL_FAILED).count() == 1
    told = matter("Last rehearsal of a restore")
    assert not told.good
    assert "could not be restored" in told.says


@pytest.mark.usefixtures("in_order", "three_towns_loaded")
def test_jobs_that_were_given_up_are_told_and_what_was_a_persons_own_is_not(person_for: PersonFor):
    now, who = timezone.now(), person_for("brae")
    failed = {"state": JobState.FAILED, "asked_at": now, "attempts": 3}
    Job.objects.create(
        name="deliver to a webhook", outcome="It answered 500.", ended_at=now, **failed
    )
    Job.objects.create(name="papers", who=who, outcome="The zeppelin", ended_at=now, **failed)
    Job.objects.create(name="older", ended_at=now - timedelta(days=8), **failed)
    text = page(person_for("ashby", role=Role.IT)).content.decode()

    assert "2 were given up within the last 7 days" in text
    assert "It answered 500." in text
    assert "zeppelin" not in text
    assert "Older" not in text
    assert "1 thing wants somebody" in text


@pytest.mark.usefixtures("in_order")
def test_what_stops_the_site_comes_first_and_is_said_so(settings: Any):
    settings.LEAST_DISK = 10**15
    first = matters(timezone.now())[0]

    assert (first.name, first.good, first.stops) == ("Room on the disk", False, True)
    assert first.then


@pytest.mark.usefixtures("in_order")
def test_work_that_nobody_takes_up_is_told():
    Job.objects.create(name="x", asked_at=timezone.now() - timedelta(minutes=30))

    told = matter("Background work")
    assert not told.good
    assert "`moothall work`" in told.then


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-9, "less than a minute ago"),
        (70, "1 minute ago"),
        (3700, "1 hour ago"),
        (26 * 3600, "26 hours ago"),
        (50 * 3600, "2 days ago"),
    ],
)
def test_an_age_is_said_in_the_largest_unit_that_is_not_too_coarse(seconds: int, words: str):
    assert ago(timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("host", "sslmode", "told"),
    [
        ("db.example", "", True),
        ("db.example", "require", True),
        ("db.example", "verify-full", False),
        ("localhost,db.example", "", True),
        ("", "", False),
        ("/run/postgresql", "", False),
        ("127.0.0.1", "", False),
    ],
)
def test_production_lacks_a_checked_way_to_a_database_elsewhere(
    host: str, sslmode: str, told: bool, monkeypatch: pytest.MonkeyPatch
):
    database = {"HOST": host, "OPTIONS": {"sslmode": sslmode}}
    held = SimpleNamespace(PRODUCTION=True, DATABASES={"default": database})
    monkeypatch.setattr("moothall_web.condition.lacking.settings", held)

    assert any("?sslmode=verify-full" in each for each in lacking()) is told
