"""When there is something to tell: a decision is written, a snapshot published or withdrawn.

The job that tells it is queued in the same transaction, so nothing is told that is not kept.
"""

from typing import Any

from django.db.models.signals import post_save

from moothall_web.api.models import Webhook
from moothall_web.cases import actions as cases
from moothall_web.cases.models import Snapshot, SnapshotState
from moothall_web.facts.models import Fact
from moothall_web.jobs.actions import enqueue
from moothall_web.people.models import Person
from moothall_web.records.recorded import Pen
from moothall_web.row_scope import EVERYTHING, within

TELL_DECISION = "tell webhooks of a decision"
TELL_SNAPSHOT = "tell webhooks of a snapshot"
DECISIONS, SNAPSHOTS = "decisions", "snapshots"


def listen() -> None:
    """Be told by the apps below."""
    post_save.connect(_fact_written, sender=Fact, dispatch_uid="webhooks")
    cases.followed_by(_step_taken)


def _fact_written(instance: Fact, **_: Any) -> None:
    if instance.kind == "decisions" and _somebody_listens(instance.programme.about["authorities"]):
        enqueue(TELL_DECISION, programme=instance.programme.code, key=instance.key)


def _step_taken(pen: Pen, person: Person, role: str, snapshot: Snapshot) -> None:  # noqa: ARG001
    told = snapshot.state in (SnapshotState.PUBLISHED, SnapshotState.WITHDRAWN)
    if told and _somebody_listens(snapshot.programme.about["authorities"]):
        enqueue(TELL_SNAPSHOT, number=snapshot.pk)


def _somebody_listens(authorities: list[str]) -> bool:
    with within(EVERYTHING):  # another council's webhooks are not the writer's to see
        return bool(Webhook.objects.filter(authority__in=authorities, closed_at=None).exists())
