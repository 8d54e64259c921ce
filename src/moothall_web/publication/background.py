"""The copy of the public site, written out anew every hour."""

from moothall_web.jobs.registry import Outcome, Progress, every, job
from moothall_web.publication.export import refresh_standing_copy

COPY = "copy of the public site"


@job(COPY)
def write_copy(progress: Progress) -> Outcome:  # noqa: ARG001 - one step, which is the whole
    """Write out what is shown when the database does not answer."""
    return Outcome(words=f"{refresh_standing_copy()} pages and files.")


every(COPY, hours=1)
