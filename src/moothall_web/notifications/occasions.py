"""When those who want it are told at once: something was written that may concern them.

Nothing is told from here: a job looks, after what was written is kept.  What slips through (rows
written many at once, a worker away) is found by the hourly round.
"""

from typing import Any

from django.db.models.signals import post_save

from moothall_web.cases import actions as cases
from moothall_web.cases.models import Snapshot, SnapshotState
from moothall_web.desk.models import Remark, Task
from moothall_web.facts.models import Fact
from moothall_web.jobs.actions import enqueue
from moothall_web.notifications.background import AT_ONCE
from moothall_web.notifications.models import Choice, Soon
from moothall_web.people.models import Person
from moothall_web.records.recorded import Pen
from moothall_web.row_scope import EVERYTHING, within

_FACTS = frozenset({"decisions", "clearances", "baseline_lines", "passages"})


def listen() -> None:
    """Be told by the apps below."""
    post_save.connect(_written, sender=Task, dispatch_uid="notifications of tasks")
    post_save.connect(_written, sender=Remark, dispatch_uid="notifications of remarks")
    post_save.connect(_fact_written, sender=Fact, dispatch_uid="notifications of facts")
    cases.followed_by(_step_taken)


def _written(instance: Task | Remark, **_: Any) -> None:
    _look(instance.programme.code)


def _fact_written(instance: Fact, **_: Any) -> None:
    if instance.kind in _FACTS:
        _look(instance.programme.code)


def _step_taken(pen: Pen, person: Person, role: str, snapshot: Snapshot) -> None:  # noqa: ARG001
    if snapshot.state == SnapshotState.PUBLISHED:
        _look(snapshot.programme.code)


def _look(programme: str) -> None:
    with within(EVERYTHING):  # who wants what is theirs alone to see
        if Choice.objects.filter(soon=Soon.AT_ONCE).exists():
            enqueue(AT_ONCE, programme=programme)
