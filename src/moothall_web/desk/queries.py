"""What is read of remarks and tasks: only ever what the reader may see."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall_web.cases.models import Snapshot, SnapshotState
from moothall_web.cases.permissions import may_be_done, may_do
from moothall_web.cases.states import Step, steps_from
from moothall_web.clearances.parts import Part
from moothall_web.clearances.queries import waiting_for
from moothall_web.desk.models import Mention, Remark, Task
from moothall_web.desk.permissions import may_write, sees_remark, sees_task
from moothall_web.facts import queries as facts
from moothall_web.facts.models import Draft
from moothall_web.facts.queries import FactPage
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, acting_on, capacities, sight


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarksPage:
    """The remarks on one fact.  `writing` are the capacities in which the reader may add one."""

    programme: Programme
    fact: FactPage
    remarks: tuple[Remark, ...]
    tasks: tuple[Task, ...]
    writing: Refusal | tuple[Capacity, ...]
    colleagues: tuple[Person, ...]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksPage:
    """The tasks of one programme that the reader may see, those still to do first."""

    programme: Programme
    tasks: tuple[Task, ...]
    writing: Refusal | tuple[Capacity, ...]
    colleagues: tuple[Person, ...]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A snapshot that waits for something that the reader may do."""

    snapshot: Snapshot
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """What waits for somebody, over all their programmes."""

    mentions: tuple[Mention, ...]
    tasks: tuple[Task, ...]
    given: tuple[Task, ...]
    drafts: tuple[Draft, ...]
    waiting: tuple[Waiting, ...]
    clearances: tuple[Part, ...]
    today: date

    @property
    def overdue(self) -> int:
        """How many tasks should have been done by now."""
        return sum(1 for task in self.tasks if task.due_on and task.due_on < self.today)


def remarks_page(person: Person, code: str, kind: str, key: str) -> RemarksPage | None:
    """The remarks on a fact; None where there is none that the person may see."""
    programme = facts.programme(person, code)
    fact = facts.fact_page(person, code, kind, key)
    if programme is None or fact is None:
        return None
    what = sight(person, code, programme.about.authorities)
    subject = f"{kind}/{key}"
    remarks = Remark.objects.filter(programme__code=code, subject=subject)
    tasks = Task.objects.filter(programme__code=code, subject=subject)
    return RemarksPage(
        programme=programme,
        fact=fact,
        remarks=tuple(each for each in remarks.select_related("author") if sees_remark(what, each)),
        tasks=tuple(
            each
            for each in tasks.select_related("owner", "given_by")
            if sees_task(what, person, each)
        ),
        writing=may_write(capacities(person), programme),
        colleagues=colleagues(programme),
        today=timezone.localdate(),
    )


def tasks_page(person: Person, code: str) -> TasksPage | None:
    """The tasks of a programme; None where there is none that the person may see."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    what = sight(person, code, programme.about.authorities)
    held = Task.objects.filter(programme__code=code).select_related("owner", "given_by")
    seen = [each for each in held if sees_task(what, person, each)]
    return TasksPage(
        programme=programme,
        tasks=tuple(sorted(seen, key=lambda task: task.done_at is not None)),
        writing=may_write(capacities(person), programme),
        colleagues=colleagues(programme),
        today=timezone.localdate(),
    )


def desk_page(person: Person) -> DeskPage:
    """What waits for somebody: who named them, tasks, drafts, words and snapshots to clear."""
    today = timezone.localdate()
    mine = Mention.objects.filter(person=person, answered_at=None)
    tasks = Task.objects.filter(done_at=None).select_related("programme", "owner", "given_by")
    return DeskPage(
        mentions=tuple(
            each
            for each in mine.select_related("remark__author", "remark__programme")
            if _still_sees(person, each.remark)
        ),
        tasks=tuple(tasks.filter(owner=person)),
        given=tuple(tasks.filter(given_by=person).exclude(owner=person)),
        drafts=tuple(Draft.objects.filter(person=person).select_related("programme")),
        waiting=_waiting_for(person),
        clearances=waiting_for(person, today),
        today=today,
    )


def colleagues(programme: Programme) -> tuple[Person, ...]:
    """Everybody who acts in a programme today, by name; an auditor is given nothing to do."""
    about = programme.about
    acting = Acting.objects.filter(
        acting_on(timezone.localdate()),
        authority__in=[*about.authorities, PROGRAMME],
        programme__in=["", about.id],
    ).exclude(role=Role.AUDITOR)
    found = Person.objects.filter(is_active=True, acting__in=acting).distinct()
    return tuple(found.order_by("name", "username"))


def may_be_told(person: Person, code: str, subject: str, remark: Remark) -> bool:
    """Whether somebody sees both a fact and a remark on it."""
    programme = facts.programme(person, code)
    if programme is None:
        return False
    kind, _, key = subject.partition("/")
    if not sees_remark(sight(person, code, programme.about.authorities), remark):
        return False
    return facts.fact_page(person, code, kind, key) is not None


def _still_sees(person: Person, remark: Remark) -> bool:
    return may_be_told(person, remark.programme.code, remark.subject, remark)


def _waiting_for(person: Person) -> tuple[Waiting, ...]:
    held = capacities(person)
    open_ones = Snapshot.objects.filter(state__in=[SnapshotState.DRAFT, SnapshotState.CLEARED])
    own = open_ones.filter(authority__in={each.authority for each in held})
    return tuple(
        Waiting(snapshot=snapshot, step=step)
        for snapshot in own.select_related("programme").defer("facts")
        for step in steps_from(SnapshotState(snapshot.state))
        if step.name != "withdraw"
        and not isinstance(
            may_do(step, held, snapshot.authority, "", snapshot.programme.code), Refusal
        )
        and may_be_done(step, snapshot, person) is None
    )
