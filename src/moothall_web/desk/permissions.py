"""Who sees which remark and task, and who may write one."""

from collections.abc import Iterable

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall_web.desk.models import Remark, Task
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, Sight


def may_write(held: Iterable[Capacity], programme: Programme) -> Refusal | tuple[Capacity, ...]:
    """The capacities in which somebody may write remarks and give tasks, or why not."""
    about = programme.about
    able = tuple(
        each
        for each in held
        if each.role != Role.AUDITOR and each.holds_in(about.id, about.authorities)
    )
    return able or Refusal("An auditor reads what each council has granted, and changes nothing.")


def sees_remark(what: Sight, remark: Remark) -> bool:
    """Whether somebody sees a remark on a fact that they see.

    Unshared, it is its own council's; what was said for the programme is all its councils'.
    """
    if what.auditor_only:
        return False
    return remark.shared or remark.for_whom == PROGRAMME or remark.for_whom in what.councils


def sees_task(what: Sight, person: Person, task: Task) -> bool:
    """Whether somebody sees a task: its owner, its giver, and those of the council it is for."""
    if person.pk in (task.owner_id, task.given_by_id):
        return True
    if what.auditor_only:
        return False
    return task.for_whom == PROGRAMME or task.for_whom in what.councils


def may_finish(person: Person, task: Task) -> Refusal | None:
    """Why somebody may not say that a task is done; its owner and its giver may."""
    if person.pk in (task.owner_id, task.given_by_id):
        return None
    return Refusal(f"Only {task.owner.name}, who has this task, or its giver may say it is done.")
