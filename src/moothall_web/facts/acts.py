"""What every change to a programme's facts has in common, whoever makes it and whatever it is.

Who sees a thing may ask for it to be changed; who acts for its owner in the right role may change
it; and what is changed is recorded, open to as many as saw it both before and after.
"""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from moothall.facts.programme import Programme
from moothall.files.shapes import made_of
from moothall_web.facts import models
from moothall_web.facts.bounds import bounds
from moothall_web.facts.facts import frame_of
from moothall_web.facts.faults import InvalidError, NotThereError
from moothall_web.facts.labels import label
from moothall_web.facts.permissions import CHANGES, may_change
from moothall_web.facts.sight_lines import EVERYBODY, sees_subject
from moothall_web.facts.subjects import Subject, one_of, put, subject, type_of
from moothall_web.facts.validity import Sender, taken
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity, Sight, capacities, sight
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event
from moothall_web.records.recorded import Pen


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Somebody who is about to change something in a programme, and why."""

    person: Person
    programme: models.Programme
    frame: Programme
    sight: Sight
    held: tuple[Capacity, ...]
    why: str

    @property
    def sender(self) -> Sender:
        """The same person, as far as what they send in is looked at."""
        return Sender(programme=self.programme, about=self.frame.about, sight=self.sight)


@dataclass(frozen=True, slots=True)
class Said:
    """How a change is recorded: its verb, and how its summary begins where that says more."""

    verb: str
    summary: str = ""


def begin(person: Person, code: str, kind: str, why: str, for_authority: str = "") -> Act:
    """Take the programme for this transaction: whoever changes it next waits.

    Raises NotThereError where there is no such programme for this person, or no such kind.
    """
    if kind not in CHANGES:
        raise NotThereError
    # An authority's rules are part of several programmes; all taking them in one order, nobody
    # waits for somebody who waits for them.
    rows = models.Programme.objects.select_for_update().order_by("pk")
    if kind != "authorities":
        rows = rows.filter(code=code)
    row = next((each for each in rows if each.code == code), None)
    if row is None:
        raise NotThereError
    frame = frame_of(row)
    sees = sight(person, code, frame.about.authorities)
    if not sees.inside:
        raise NotThereError
    found = tuple(bounds(why, ("why",)))
    if found:
        raise InvalidError(found)
    held = tuple(
        each for each in capacities(person) if not for_authority or each.authority == for_authority
    )
    return Act(person=person, programme=row, frame=frame, sight=sees, held=held, why=why.strip())


def find(act: Act, kind: str, key: str) -> Subject:
    """What stands there now.  Raises NotThereError also where the person does not see it.

    People see what is their own council's even where something that it points at is withdrawn.
    """
    found = subject(act.programme, kind, key)
    if found is None:
        raise NotThereError
    if found.owner not in act.sight.councils and not sees_subject(
        act.programme, act.sight, kind, key
    ):
        raise NotThereError
    return found


def permitted(act: Act, kind: str, owner: str) -> Capacity:
    """The capacity in which the person may do it.  Raises RefusedError with who may."""
    answer = may_change(act.held, kind, owner, act.frame)
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    return answer


def is_same(kind: str, thing: Any, payload: dict[str, Any]) -> bool:
    """Whether a payload as it is held already says what a thing says."""
    return bool(made_of(payload, type_of(kind)) == thing)


def written(
    act: Act,
    kind: str,
    thing: Any,
    before: Subject | None,
    *,
    shared: bool = False,
) -> Subject:
    """Write a thing.  Raises InvalidError if its id was taken in the meantime or out of sight."""
    sharing = (act.person, timezone.now()) if shared else None
    try:
        with transaction.atomic():
            return put(act.programme, kind, thing, before, sharing)
    except IntegrityError:
        if before is not None:
            raise
        raise InvalidError((taken(kind),)) from None


def is_open(programme: models.Programme, kind: str, key: str) -> bool:
    """Whether everybody in the programme sees it."""
    return sees_subject(programme, EVERYBODY, kind, key)


def record(
    act: Act,
    pen: Pen,
    capacity: Capacity,
    said: Said,
    *,
    before: Subject | None,
    after: Subject | None,
    was_open: bool,
) -> Event:
    """Write down a change.  It is open to others only if both its sides were.

    Where it changes hands, it is told to whom saw less of it: the owner before, unless everybody
    saw it before.
    """
    thing = after or before
    assert thing is not None  # noqa: S101 - nothing changes from nothing to nothing
    opened = after is None or is_open(act.programme, thing.kind, thing.key)
    return pen.record(
        entry_of(act, capacity, said, before=before, after=after, was_open=was_open, opened=opened)
    )


def entry_of(
    act: Act,
    capacity: Capacity,
    said: Said,
    *,
    before: Subject | None,
    after: Subject | None,
    was_open: bool,
    opened: bool,
) -> Entry:
    """What is written down of a change; `opened` is whether everybody sees what has come of it."""
    thing = after or before
    assert thing is not None  # noqa: S101 - nothing changes from nothing to nothing
    owner = before.owner if before is not None and not was_open else thing.owner
    words = said.summary or f"{said.verb.partition(' ')[0].capitalize()} the {one_of(thing.kind)}"
    covering = f" In the absence of {capacity.covers}." if capacity.covers else ""
    return Entry(
        who=act.person.pk,
        role=capacity.role.value,
        for_whom=capacity.authority,
        verb=said.verb,
        programme=act.programme.code,
        subject=f"{thing.kind}/{thing.key}",
        owner=owner,
        shared=was_open and opened,
        summary=f"{words} “{label(thing.kind, thing.payload)}”.{covering}",
        why=act.why,
        before=before.payload if before else None,
        after=after.payload if after else None,
    )
