"""What the installation forgets by itself each day."""

from moothall_web.jobs.registry import Outcome, Progress, every, job
from moothall_web.retention.actions import forget_forms
from moothall_web.retention.due import rules
from moothall_web.row_scope import EVERYTHING, within

FORGET_FORMS = "forget which forms were carried out"


@job(FORGET_FORMS)
def forget_old_forms(progress: Progress) -> Outcome:  # noqa: ARG001
    """Forget forms that were carried out so long ago that nobody sends them again."""
    days = rules()["forms-sent"].days
    assert days is not None  # noqa: S101 - as rules.yaml says
    with within(EVERYTHING):
        return Outcome(words=f"Forgot {forget_forms(days)} forms.")


every(FORGET_FORMS, hours=24)
