"""The process that runs jobs: the engine's worker, and beside it what keeps the line moving.

Any number may run, on any number of machines with PostgreSQL.  How long a worker has been silent is
measured by each watcher's own steady clock, from beats that stand still: a machine whose clock
jumps neither takes a job away from a worker that lives nor leaves one to a worker that is gone.
"""

import logging
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread
from time import monotonic

from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from moothall_web.jobs import actions
from moothall_web.jobs.models import Job, JobState

SILENT_FOR = 30.0
"""Seconds without a beat after which a worker is taken to be gone; a live one beats each half."""

_LOOK_EVERY = 2.0
_log = logging.getLogger(__name__)


@dataclass
class Watch:
    """Running jobs as last seen, and since when each has not moved."""

    silent_for: float = SILENT_FOR
    clock: Callable[[], float] = monotonic
    seen: dict[tuple[int, int], tuple[int, float]] = field(default_factory=dict)

    def look(self) -> list[Job]:
        """Put every job in line again whose worker has been silent too long; those jobs."""
        now = self.clock()
        running = list(Job.objects.filter(state=JobState.RUNNING))
        before, self.seen = self.seen, {}
        silent = []
        for job in running:
            key = (job.pk, job.lease)
            beats, since = before.get(key, (-1, now))
            if beats != job.beats:
                since = now
            self.seen[key] = (job.beats, since)
            if now - since >= self.silent_for:
                silent.append(job)
        return [job for job in silent if actions.take_back(job)]


def work(*, until_empty: bool, silent_for: float, beside: int) -> None:
    """Run jobs until told to stop, or until none waits.

    SIGTERM and SIGINT let the job at hand end; a second one stops at once.  `beside` is a process
    without which this one stops too.
    """
    if beside:
        os.nice(5)  # on the site's own machine somebody who waits for a page goes first
    worker = Worker(
        queue_names=["default"],
        interval=0.2 if until_empty else 1.0,
        batch=until_empty,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
    worker.configure_signals()
    over = Event()
    keeper = Thread(
        target=_keep, args=(over, Watch(silent_for=silent_for), beside), name="keeper", daemon=True
    )
    keeper.start()
    try:
        _run(worker, until_empty=until_empty)
    finally:
        over.set()
        keeper.join(timeout=5)


def _run(worker: Worker, *, until_empty: bool) -> None:
    """The engine's loop, begun again where the database went away and came back."""
    patience = 0.0
    while worker.running:
        try:
            worker.run()
        except DatabaseError:
            _log.exception("the database did not answer; trying again")
            connection.close()
            patience = min(patience + 1.0, 15.0)
            if Event().wait(patience):
                return
        else:
            return
        if until_empty:
            return


def _keep(over: Event, watch: Watch, beside: int) -> None:
    """Queue what is due, take back what has gone silent, stop when the site has stopped."""
    try:
        while not over.wait(_LOOK_EVERY):
            if beside and os.getppid() != beside:
                os.kill(os.getpid(), signal.SIGTERM)
                return
            try:
                for job in watch.look():
                    _log.warning("job %s was taken back: its worker has gone", job)
                now = timezone.now()
                actions.begin_what_waits_too_long(now)
                actions.queue_what_is_due(now)
            except DatabaseError:
                _log.warning("the database did not answer the keeper")
                close_old_connections()
    finally:
        connection.close()
