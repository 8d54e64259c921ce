"""The one task that the engine knows: run the job of this number."""

import logging
from contextlib import nullcontext

from django_tasks import task

from moothall_web.jobs import actions, registry
from moothall_web.jobs.beats import Beats
from moothall_web.jobs.models import Job
from moothall_web.people.scope import scope_of
from moothall_web.row_scope import within

_log = logging.getLogger(__name__)


@task()
def run_job(number: int) -> None:
    """Run a job in the scope of whoever asked for it; the engine itself is told of no failure."""
    job = actions.begin(number)
    if job is None:
        return
    with Beats(job) as progress:
        try:
            outcome = _work(job, progress)
            progress.stop()
            actions.finish(job, outcome)
        except actions.LostError:
            _log.warning("job %s is another worker's now", job)
        except Exception as error:  # noqa: BLE001 - whatever it was, the job is tried again
            _log.exception("job %s failed", job)
            progress.stop()
            _fail(job, f"{type(error).__name__}: {error}")


def _work(job: Job, progress: Beats) -> registry.Outcome:
    kind = registry.kind(job.name)
    if job.who is not None and not job.who.is_active:
        return registry.Outcome(words="Not done: whoever asked for it has left.")
    with within(scope_of(job.who)) if job.who is not None else nullcontext():
        return kind.run(progress, **job.arguments)


def _fail(job: Job, why: str) -> None:
    try:
        actions.fail(job, why)
    except actions.LostError:
        _log.warning("job %s is another worker's now", job)
