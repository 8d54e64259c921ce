"""What was done to a thing, by whom, for whom and why, and what it changed field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.facts.frozen import seen
from moothall_web.facts.labels import label
from moothall_web.facts.permissions import may_change
from moothall_web.facts.readers import Told, readable
from moothall_web.facts.subjects import SUBJECTS, Subject, name_of, one_of, subject
from moothall_web.facts.undoing import may_be_undone, still_is
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities, sight


@dataclass(frozen=True, slots=True)
class Difference:
    """What one field said before and says after; None where it said nothing."""

    path: tuple[str | int, ...]
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event in the life of a thing.

    `who` is empty for the command line; `part_of` the number of the folder's loading that it is a
    part of; `erased` says that its words are gone, and with them the differences.
    """

    number: int
    at: datetime
    who: str
    role: str
    for_whom: str
    verb: str
    why: str
    summary: str
    part_of: int | None
    erased: bool
    differences: tuple[Difference, ...]
    may_undo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The life of a thing, newest first; not `there` if it has been removed."""

    programme: Programme
    kind: str
    key: str
    name: str
    one: str
    label: str
    there: bool
    changes: tuple[Change, ...]


def history(person: Person, code: str, kind: str, key: str) -> History | None:
    """What the person may read of a thing's life; None where that is nothing."""
    row = models.Programme.objects.filter(code=code).first()
    if row is None or kind not in SUBJECTS:
        return None
    sees = sight(person, code, row.about["authorities"])
    programme = seen(row, sees)
    told = readable(row, sees, kind, key)
    if programme is None or not told:
        return None
    now = subject(row, kind, key)
    held = capacities(person)
    names = {each.code: each.short_name for each in programme.authorities}
    said = [payload.after or payload.before for _, payload in told if payload]
    payload = now.payload if now else next(filter(None, reversed(said)), {})
    return History(
        programme=programme,
        kind=kind,
        key=key,
        name=name_of(kind),
        one=one_of(kind),
        label=label(kind, payload, names | {each.id: each.name for each in programme.bodies}),
        there=now is not None,
        changes=tuple(_change(each, now, held, programme, names) for each in reversed(told)),
    )


def _change(
    told: Told,
    now: Subject | None,
    held: tuple[Capacity, ...],
    programme: Programme,
    names: dict[str, str],
) -> Change:
    event, payload = told
    kind = event.subject.partition("/")[0]
    return Change(
        number=event.number,
        at=event.at,
        who=event.who.name if event.who else "",
        role=Role(event.role).label if event.role in Role.values else event.role,
        for_whom=names.get(event.for_whom, event.for_whom),
        verb=event.verb,
        why=payload.why if payload else "",
        summary=payload.summary if payload else "",
        part_of=event.part_of,
        erased=payload is None,
        differences=tuple(differences(payload.before, payload.after)) if payload else (),
        may_undo=payload is not None
        and may_be_undone(event, payload) is None
        and still_is(now, payload)
        and not isinstance(may_change(held, kind, payload.owner, programme), Refusal),
    )


def differences(before: Any, after: Any, path: tuple[str | int, ...] = ()) -> Iterator[Difference]:
    """Field by field what is another, group by group and item by item."""
    if before == after:
        return
    if _both(dict, before, after):
        old, new = before or {}, after or {}
        for name in {**old, **new}:
            yield from differences(old.get(name), new.get(name), (*path, name))
    elif _both(list, before, after):
        old, new = before or [], after or []
        for place in range(max(len(old), len(new))):
            yield from differences(
                old[place] if place < len(old) else None,
                new[place] if place < len(new) else None,
                (*path, place),
            )
    else:
        yield Difference(path, before, after)


def _both(sort: type, before: Any, after: Any) -> bool:
    """Whether both are of one sort, or one is and the other is not there."""
    return all(value is None or isinstance(value, sort) for value in (before, after))
