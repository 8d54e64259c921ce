"""The installation's own jobs."""

from django.utils import timezone

from moothall_web.jobs.actions import put_away
from moothall_web.jobs.registry import Outcome, Progress, every, job

PUT_AWAY = "put away what ended long ago"


@job(PUT_AWAY)
def put_old_jobs_away(progress: Progress) -> Outcome:  # noqa: ARG001
    """Remove old jobs, their files and the engine's own rows."""
    return Outcome(words=f"Removed {put_away(timezone.now())} jobs and what came of them.")


every(PUT_AWAY, hours=24)
