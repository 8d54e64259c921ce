"""What the app does by itself: files about which nobody decides are not kept for ever."""

from django.utils import timezone

from moothall_web.jobs.registry import Outcome, Progress, every, job
from moothall_web.writing.returning_actions import forget_old

FORGET = "forget files from Word that nobody decided about"


@job(FORGET)
def forget_old_files(progress: Progress) -> Outcome:  # noqa: ARG001
    """Remove them, whoever brought them: nobody but the installation sees everybody's."""
    return Outcome(words=f"Removed {forget_old(timezone.localdate())} files.")


every(FORGET, hours=24)
