"""What is written on desks: remarks, tasks, and that they are answered or done; each recorded."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from moothall_web.desk.mentions import mentioned
from moothall_web.desk.models import Mention, Remark, Task
from moothall_web.desk.permissions import may_finish
from moothall_web.desk.queries import colleagues, may_be_told
from moothall_web.facts import queries as facts
from moothall_web.facts.models import Programme
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded


class UnheardError(Exception):
    """A remark names somebody who would not see it; `why` says whom and what would cure it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def add_remark(
    person: Person, held: Capacity, code: str, subject: str, text: str, *, shared: bool
) -> Remark:
    """Say something about a fact that the person sees.  Raises UnheardError."""
    row = Programme.objects.get(code=code)
    remark = Remark(
        programme=row,
        subject=subject,
        author=person,
        for_whom=held.authority,
        shared=shared,
        text=text,
        at=timezone.now(),
    )
    named = _named(person, remark)
    with recorded() as pen:
        remark.save()
        Mention.objects.bulk_create(Mention(remark=remark, person=each) for each in named)
        # Whoever answers where they were named has answered.
        Mention.objects.filter(
            person=person, answered_at=None, remark__programme=row, remark__subject=subject
        ).update(answered_at=remark.at)
        pen.record(
            Entry(
                who=person.pk,
                role=held.role.value,
                for_whom=held.authority,
                verb="remarked on a fact",
                programme=code,
                subject=f"remark/{remark.pk}",
                owner=held.authority,
                shared=shared,
                summary=f"A remark on {subject}.",
                after={"text": text, "on": subject},
            )
        )
    return remark


def _named(person: Person, remark: Remark) -> list[Person]:
    names = mentioned(remark.text)
    if not names:
        return []
    programme = facts.programme(person, remark.programme.code)
    known = {each.username: each for each in colleagues(programme)} if programme else {}
    for name in names:
        if name not in known:
            raise UnheardError(
                f"Nobody in this programme signs in as {name}. Take the @ away, or choose a name "
                "from the list"
            )
        if not may_be_told(known[name], remark.programme.code, remark.subject, remark):
            cure = "" if remark.shared else " Share the remark, or take the @ away"
            raise UnheardError(f"{known[name].name} would not see this remark.{cure}")
    return [known[name] for name in names]


def put_aside(mention: Mention) -> None:
    """Say that somebody has seen where they were named and needs do nothing."""
    mention.answered_at = timezone.now()
    mention.save(update_fields=["answered_at"])


def give_task(
    person: Person,
    held: Capacity,
    code: str,
    words: str,
    owner: Person,
    *,
    subject: str = "",
    due_on: date | None = None,
) -> Task:
    """Give a task to somebody of the programme, or to oneself.  Raises RefusedError."""
    programme = facts.programme(owner, code)
    kind, _, key = subject.partition("/")
    if programme is None or (subject and facts.fact_page(owner, code, kind, key) is None):
        raise RefusedError(
            Refusal(f"{owner.name} may not see what this task is about, so it cannot be theirs.")
        )
    with recorded() as pen:
        task = Task.objects.create(
            programme=Programme.objects.get(code=code),
            subject=subject,
            words=words,
            for_whom=held.authority,
            owner=owner,
            given_by=person,
            given_at=timezone.now(),
            due_on=due_on,
        )
        pen.record(_entry(person, held, task, "gave a task", f"A task for {owner.name}: {words}"))
    return task


def finish_task(person: Person, held: Capacity, task: Task) -> None:
    """Say that a task is done.  Doing so twice says nothing more.  Raises RefusedError."""
    refusal = may_finish(person, task)
    if refusal is not None:
        raise RefusedError(refusal)
    with recorded() as pen:
        task = Task.objects.select_for_update().get(pk=task.pk)
        if task.done_at is not None:
            return
        task.done_at = timezone.now()
        task.save(update_fields=["done_at"])
        pen.record(_entry(person, held, task, "finished a task", f"Done: {task.words}"))


def hand_over_tasks(
    person: Person, held: Capacity, old: Person, new: Person, authorities: Sequence[str]
) -> int:
    """Give all that somebody still has to do for these authorities to another person."""
    with recorded() as pen:
        tasks = list(
            Task.objects.select_for_update().filter(
                owner=old, done_at=None, for_whom__in=authorities
            )
        )
        for task in tasks:
            task.owner = new
            task.save(update_fields=["owner"])
            summary = f"The task “{task.words}” goes from {old.name} to {new.name}."
            pen.record(_entry(person, held, task, "handed a task over", summary))
    return len(tasks)


def _entry(person: Person, held: Capacity, task: Task, verb: str, summary: str) -> Entry:
    return Entry(
        who=person.pk,
        role=held.role.value,
        for_whom=task.for_whom,
        verb=verb,
        programme=task.programme.code,
        subject=f"task/{task.pk}",
        owner=task.for_whom,
        shared=False,
        summary=summary,
        after={
            "words": task.words,
            "owner": task.owner.username,
            "about": task.subject,
            "due": task.due_on.isoformat() if task.due_on else None,
            "done": task.done_at.isoformat() if task.done_at else None,
        },
    )
