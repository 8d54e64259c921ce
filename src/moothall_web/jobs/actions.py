"""Queueing jobs, and every change of where one stands."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from moothall_web.jobs import registry
from moothall_web.jobs.models import Job, JobState, Result, Slot
from moothall_web.jobs.registry import Outcome
from moothall_web.people.models import Person

_FIRST_WAIT = timedelta(seconds=10)
_LONGEST_WAIT = timedelta(hours=2)


class LostError(Exception):
    """The job has been taken up by another attempt, or is over: this one stops."""


def enqueue(name: str, /, who: Person | None = None, **arguments: Any) -> Job:
    """Queue a job of this kind.  It begins once the transaction around is kept.

    Raises UnknownJobError.
    """
    registry.kind(name)
    with transaction.atomic():
        job = Job.objects.create(name=name, who=who, arguments=arguments, asked_at=timezone.now())
        _put_in_line(job)
    return job


def _put_in_line(job: Job, after: timedelta | None = None) -> None:
    from moothall_web.jobs.tasks import run_job

    task = run_job if after is None else run_job.using(run_after=timezone.now() + after)
    task.enqueue(job.pk)


def begin(number: int) -> Job | None:
    """Take a waiting job on; None where another has, or where it is over."""
    taken = Job.objects.filter(pk=number, state=JobState.WAITING).update(
        state=JobState.RUNNING,
        attempts=F("attempts") + 1,
        lease=F("lease") + 1,
        beats=F("beats") + 1,
        words="",
        done=0,
        of=0,
    )
    return Job.objects.select_related("who").get(pk=number) if taken else None


def beat(job: Job, done: int, of: int, words: str) -> None:
    """Say that somebody is still at it, and how far.  Raises LostError."""
    kept = Job.objects.filter(pk=job.pk, lease=job.lease, state=JobState.RUNNING).update(
        beats=F("beats") + 1, done=done, of=of, words=words[:300]
    )
    if not kept:
        raise LostError(str(job))


def finish(job: Job, outcome: Outcome) -> None:
    """The job is done.  Raises LostError, and then nothing of the outcome is kept."""
    with transaction.atomic():
        _end(job, JobState.DONE, outcome.words)
        if outcome.name and job.who is not None:
            Result.objects.create(
                job=job,
                who=job.who,
                name=outcome.name,
                media_type=outcome.media_type,
                content=outcome.content,
            )


def fail(job: Job, why: str) -> None:
    """An attempt failed: it waits and is tried again, or is given up.  Raises LostError."""
    with transaction.atomic():
        if job.attempts >= registry.kind(job.name).attempts:
            _end(job, JobState.FAILED, why)
            return
        _back_in_line(job, why, after=_FIRST_WAIT * 2 ** (job.attempts - 1))


def take_back(job: Job) -> bool:
    """Put a job whose worker has gone silent back in line; whether it was still that worker's.

    A job that has gone silent as often as it may be tried is given up: it may be what kills them.
    """
    why = "its worker stopped in the middle"
    try:
        with transaction.atomic():
            if job.attempts >= registry.kind(job.name).attempts:
                _end(job, JobState.FAILED, f"Given up: {why}, {job.attempts} times.")
            else:
                _back_in_line(job, why)
    except (LostError, registry.UnknownJobError):
        return False
    return True


def _back_in_line(job: Job, why: str, after: timedelta | None = None) -> None:
    kept = Job.objects.filter(pk=job.pk, lease=job.lease, state=JobState.RUNNING).update(
        state=JobState.WAITING, lease=F("lease") + 1, words=f"Waits to be tried again: {why}"[:300]
    )
    if not kept:
        raise LostError(str(job))
    _put_in_line(job, after)


def _end(job: Job, state: JobState, words: str) -> None:
    kept = Job.objects.filter(pk=job.pk, lease=job.lease, state=JobState.RUNNING).update(
        state=state, outcome=words, words="", ended_at=timezone.now()
    )
    if not kept:
        raise LostError(str(job))


def queue_what_is_due(now: datetime) -> list[Job]:
    """Queue every scheduled job whose time has come and that nobody has queued for it yet."""
    queued = []
    for schedule in registry.schedules():
        slot = schedule.slot(now)
        if slot is None or Slot.objects.filter(name=schedule.name, slot=slot).exists():
            continue
        try:
            with transaction.atomic():
                Slot.objects.create(name=schedule.name, slot=slot, queued_at=now)
                queued.append(enqueue(schedule.name))
        except IntegrityError:
            continue  # another worker was there a moment earlier
    return queued


def begin_what_waits_too_long(now: datetime) -> int:
    """Let jobs begin that would wait longer than any try does; how many that were.

    They were put in line while a clock was ahead, and would wait until it had caught up.
    """
    from django_tasks_db.models import DBTaskResult, get_date_max

    waits = DBTaskResult.objects.filter(status="READY", run_after__gt=now + _LONGEST_WAIT)
    return waits.exclude(run_after=get_date_max()).update(run_after=now)


def put_away(now: datetime) -> int:
    """Remove what ended long ago, with its file; how many jobs that were."""
    from django_tasks_db.models import DBTaskResult

    over = now - timedelta(days=settings.KEEP_JOBS)
    removed, _ = Job.objects.filter(ended_at__lt=over).delete()
    Slot.objects.filter(queued_at__lt=over).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=over).delete()
    # A worker that was killed leaves the engine's own row running for ever.
    DBTaskResult.objects.running().filter(started_at__lt=over).delete()
    return removed
