"""What the installation needs in order to work, looked at one by one, and its figures.

Nothing here names a person, a council or what anybody has written.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count
from django.utils import timezone

from moothall_web.jobs.models import Job, JobState, Slot
from moothall_web.records.models import Event
from moothall_web.row_scope import EVERYTHING, within

_CLOCKS_APART = timedelta(seconds=30)
_WAITS = timedelta(minutes=10)
TAKEN_UP = "jobs are taken up"
_SCHEDULED = timedelta(hours=49)  # the longest schedule is a day's; a worker may be away for one


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    fit: bool
    says: str


def look() -> tuple[Check, ...]:
    """Everything, the database first; what lies behind it is not asked where it does not answer."""
    found = [_disk()]
    try:
        with within(EVERYTHING):
            found.insert(0, _database())
            found += [check() for check in (_tables, _clock, _work)]
    except Error as error:
        return (
            Check("database", fit=False, says=f"does not answer ({type(error).__name__})"),
            *(each for each in found if each.name != "database"),
        )
    return tuple(found)


def _database() -> Check:
    begun = perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Check("database", fit=True, says=f"answers in {(perf_counter() - begun) * 1000:.1f} ms")


def _tables() -> Check:
    """Whether the database is that of this version of the program."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    unknown = set(executor.loader.applied_migrations) - set(executor.loader.disk_migrations)
    if missing:
        says = f"{len(missing)} steps are missing; run `moothall setup`"
    elif unknown:
        says = f"{len(unknown)} steps are of a newer program; run that one"
    else:
        says = "are those of this program"
    return Check("tables", fit=not missing, says=says)


def _disk() -> Check:
    folder = settings.INSTALLATION.folder
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Check("disk", fit=False, says=f"cannot be looked at ({error.strerror})")
    wanted = settings.LEAST_DISK
    says = f"{free // 1_000_000:,} MB are free, {wanted // 1_000_000:,} are wanted"
    return Check("disk", fit=free >= wanted, says=says)


def database_now() -> datetime:
    """The database's own clock; SQLite's is this machine's."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        found: datetime = cursor.fetchone()[0]
    return found


def _clock() -> Check:
    """This clock against the database's, and against the last event of the record."""
    here = timezone.now()
    apart = abs(here - database_now())
    last = Event.objects.order_by("-number").values_list("at", flat=True).first()
    if apart > _CLOCKS_APART:
        says = f"this machine and the database are {apart.total_seconds():.0f} seconds apart"
        return Check("clock", fit=False, says=f"{says}; let both follow a time server")
    if last is not None and last - here > _CLOCKS_APART:
        ahead = (last - here).total_seconds()
        says = f"the last event was recorded {ahead:.0f} seconds from now: a clock has jumped"
        return Check("clock", fit=False, says=says)
    return Check("clock", fit=True, says="agrees with the database and with the record")


def _work() -> Check:
    """Whether somebody takes up jobs.  A page needs nobody to, so this is told and never unfit."""
    now = timezone.now()
    waits = Job.objects.filter(state=JobState.WAITING).order_by("asked_at").first()
    queued = Slot.objects.order_by("-queued_at").values_list("queued_at", flat=True).first()
    if waits is not None and now - waits.asked_at > _WAITS:
        minutes = (now - waits.asked_at).total_seconds() / 60
        says = f"the oldest job has waited for {minutes:.0f} minutes; see to `moothall work`"
    elif queued is None:
        says = "no worker has run yet; see to `moothall work`"
    elif now - queued > _SCHEDULED:
        says = "no worker has queued what is due for two days; see to `moothall work`"
    else:
        says = TAKEN_UP
    return Check("worker", fit=True, says=says)


def metrics() -> str:
    """The installation's figures, in the text form that Prometheus reads."""
    lines = list(_figure("moothall_up", "gauge", "The process answers.", 1))
    found = look()
    lines += _head(
        "moothall_fit", "gauge", "1 where a thing that the site needs is as it should be."
    )
    lines += [f'moothall_fit{{check="{each.name}"}} {int(each.fit)}' for each in found]
    lines += _figure(
        "moothall_disk_free_bytes",
        "gauge",
        "Free room in the installation's folder.",
        _or_nothing(lambda: shutil.disk_usage(settings.INSTALLATION.folder).free),
    )
    if any(each.name == "database" and each.fit for each in found):
        with within(EVERYTHING):
            lines += _of_the_database()
    return "\n".join(lines) + "\n"


def _of_the_database() -> Iterator[str]:
    last = Event.objects.order_by("-number").first()
    yield from _figure(
        "moothall_events_total", "counter", "Events recorded.", last.number if last else 0
    )
    counts = dict(Job.objects.values_list("state").annotate(Count("pk")).order_by())
    yield from _head("moothall_jobs", "gauge", "Jobs by state.")
    for state in JobState:
        yield f'moothall_jobs{{state="{state.value}"}} {counts.get(state.value, 0)}'
    waits = Job.objects.filter(state=JobState.WAITING).order_by("asked_at").first()
    seconds = (timezone.now() - waits.asked_at).total_seconds() if waits else 0
    yield from _figure(
        "moothall_oldest_job_seconds", "gauge", "How long the oldest job has waited.", int(seconds)
    )
    for name, verb in (("backup", BACKED_UP), ("rehearsal", REHEARSED)):
        at = Event.objects.filter(verb=verb).order_by("-number").values_list("at", flat=True)
        when = at.first()
        if when is not None:
            yield from _figure(
                f"moothall_last_{name}_timestamp_seconds",
                "gauge",
                f"When the last {name} was recorded.",
                int(when.timestamp()),
            )


BACKED_UP = "made a backup"
REHEARSED = "rehearsed a restore"
BACKUP_FAILED = "failed to make a backup"
REHEARSAL_FAILED = "failed to rehearse a restore"
"""The verbs of the events by which the record knows of backups."""


def _head(name: str, kind: str, says: str) -> list[str]:
    return [f"# HELP {name} {says}", f"# TYPE {name} {kind}"]


def _figure(name: str, kind: str, says: str, value: int | None) -> list[str]:
    return [] if value is None else [*_head(name, kind, says), f"{name} {value}"]


def _or_nothing(ask: Callable[[], int]) -> int | None:
    try:
        return ask()
    except OSError:
        return None
