"""What is told of rows beside the facts: tasks, remarks, clearances that wait, snapshots.

What people write to one another in remarks and tasks is never said: no program can tell whether it
holds what is exempt.  Of a fact only what stands in `shown`, the programme without what is exempt,
is named; a thing that is about another one is told as hidden.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse

from moothall.facts.programme import Programme
from moothall.papers.clearance.standing import DutyState
from moothall_web.cases.models import Snapshot, SnapshotState
from moothall_web.clearances.parts import Part
from moothall_web.clearances.queries import desk_page
from moothall_web.desk.models import Mention, Task
from moothall_web.desk.queries import may_be_told
from moothall_web.facts.words import KIND_WORDS
from moothall_web.notifications.kinds import (
    CLEARANCE,
    MENTION,
    SNAPSHOT,
    STALE,
    TASK,
    TASK_DUE,
)
from moothall_web.notifications.lines import Line, Reader, by_day, hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A programme without what is exempt, as its reader sees it today."""

    programme: Programme
    today: date

    @property
    def code(self) -> str:
        return self.programme.about.id

    def named(self, subject: str) -> str | None:
        """What a remark or task is about, in words; None where no message may say it."""
        if not subject:
            return self.programme.about.name
        kind, _, key = subject.partition("/")
        if kind not in KIND_WORDS:
            return None
        fact = next((each for each in getattr(self.programme, kind, ()) if each.id == key), None)
        if fact is None:
            return None
        name = getattr(fact, "name", "") or getattr(fact, "title", "") or key
        return f"{KIND_WORDS[kind].one}: {name}"


def tasks(shown: Shown, reader: Reader) -> Iterator[Line]:
    """Tasks that were given to the reader, and their days."""
    held = Task.objects.filter(owner=reader.person, done_at=None, programme__code=shown.code)
    for task in held.select_related("given_by"):
        about = shown.named(task.subject)
        if about is None:
            yield hidden(TASK, shown.code, f"{task.pk}")
            continue
        place = reverse("desk:desk")
        if task.given_by_id != reader.person.pk:
            due = " Its day is not set." if task.due_on is None else ""
            yield Line(
                kind=TASK,
                programme=shown.code,
                about=f"{task.pk}",
                words=f"{task.given_by.name} gave you a task about {about}.{due}",
                place=place,
                grave=3,
            )
        if task.due_on is not None:
            yield from by_day(
                TASK_DUE,
                shown.code,
                f"{task.pk}",
                f"Your task about {about} is due",
                place,
                on=task.due_on,
                today=shown.today,
            )


def mentions(shown: Shown, reader: Reader) -> Iterator[Line]:
    """Remarks that name the reader and wait for an answer."""
    held = Mention.objects.filter(
        person=reader.person, answered_at=None, remark__programme__code=shown.code
    )
    for mention in held.select_related("remark__author"):
        remark = mention.remark
        if not may_be_told(reader.person, shown.code, remark.subject, remark):
            continue
        about = shown.named(remark.subject)
        if about is None:
            yield hidden(MENTION, shown.code, f"{mention.pk}")
            continue
        yield Line(
            kind=MENTION,
            programme=shown.code,
            about=f"{mention.pk}",
            words=f"{remark.author.name} named you in a remark on {about}.",
            place=reverse("desk:remarks", args=[shown.code, *remark.subject.split("/", 1)]),
            grave=3,
        )


def clearances(shown: Shown, reader: Reader) -> Iterator[Line]:
    """Words that wait for the reader's clearance, and words that changed since they were cleared.

    Both are for whoever may answer, the second for whoever asks for that paper too.
    """
    page = desk_page(reader.person, shown.code, shown.today)
    for part in page.parts if page else ():
        concerns = part.may_answer or part.may_ask
        if not concerns or part.duty.clearance is None:
            continue
        waits = part.waits_for_me and part.duty.state is DutyState.ASKED
        if not waits and not part.duty.has_changed:
            continue
        if not _may_be_named(shown, part):
            kind = CLEARANCE if waits else STALE
            yield hidden(kind, shown.code, f"{part.duty.clearance.id}/{part.duty.digest}")
        elif waits:
            yield from _waiting(shown, part)
        else:
            yield _stale(shown, part)


def _may_be_named(shown: Shown, part: Part) -> bool:
    programme, clearance, paper = shown.programme, part.duty.clearance, part.paper.paper
    return (
        part.proposal.id in {each.id for each in programme.proposals}
        and (clearance is None or clearance.id in {each.id for each in programme.clearances})
        and (paper is None or paper.id in {each.id for each in programme.papers})
    )


def _waiting(shown: Shown, part: Part) -> Iterator[Line]:
    clearance, place = part.duty.clearance, reverse("clearances:answer", args=part.place)
    assert clearance is not None  # noqa: S101 - it is asked
    name = f"{part.duty.duty.area} of {part.authority.short_name}'s paper on {part.proposal.name}"
    yield Line(
        kind=CLEARANCE,
        programme=shown.code,
        about=clearance.id,
        words=f"{name} waits for your clearance.",
        place=place,
        grave=2,
    )
    due = part.paper.deadline.due_on
    if due is not None:
        yield from by_day(
            CLEARANCE,
            shown.code,
            f"{clearance.id}/due",
            f"Your clearance of {name} is due",
            place,
            on=due,
            today=shown.today,
        )


def _stale(shown: Shown, part: Part) -> Line:
    clearance = part.duty.clearance
    assert clearance is not None  # noqa: S101 - it was answered
    view = "clearances:answer" if part.may_answer else "clearances:paper_in"
    return Line(
        kind=STALE,
        programme=shown.code,
        about=f"{clearance.id}/{part.duty.digest}",
        words=f"{part.duty.duty.area} of {part.authority.short_name}'s paper on "
        f"{part.proposal.name}: the words have changed since they were answered.",
        place=reverse(view, args=part.place if part.may_answer else part.paper_place),
        grave=1,
    )


def snapshots(shown: Shown, reader: Reader) -> Iterator[Line]:
    """Snapshots that a council of the programme has published."""
    if not reader.roles & SNAPSHOT.roles:
        return
    names = {each.code: each.short_name for each in shown.programme.authorities}
    proposals = {each.id: each.name for each in shown.programme.proposals}
    published = Q(programme__code=shown.code, state=SnapshotState.PUBLISHED)
    for each in Snapshot.objects.filter(published).defer("facts"):
        about = f"{each.proposal}/{each.authority}/{each.number}"
        if each.proposal not in proposals:
            yield hidden(SNAPSHOT, shown.code, about)
            continue
        yield Line(
            kind=SNAPSHOT,
            programme=shown.code,
            about=about,
            words=f"{names.get(each.authority, each.authority)} has published snapshot "
            f"{each.number} on {proposals[each.proposal]}.",
            place=reverse(
                "cases:snapshot", args=[shown.code, each.proposal, each.authority, each.number]
            ),
        )


OF_ROWS: tuple[Callable[[Shown, Reader], Iterator[Line]], ...] = (
    *(tasks, mentions, clearances, snapshots),
)
