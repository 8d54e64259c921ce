"""What the page of one fact shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.facts.programme import KINDS, Programme
from moothall.files.shapes import from_plain
from moothall_web.facts import models
from moothall_web.facts.labels import label
from moothall_web.facts.permissions import may_change, may_share
from moothall_web.facts.reading import Reading, reading_of
from moothall_web.facts.sight_lines import (
    EVERYBODY,
    Key,
    Lines,
    hidden,
    how_many_point_at,
    lines_from,
    loose,
    pointing_at,
    sees_subject,
)
from moothall_web.facts.subjects import (
    SUBJECTS,
    Subject,
    Thing,
    name_of,
    one_of,
    subject,
    type_of,
)
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Another fact, and the field by which the two are joined."""

    kind: str
    key: str
    label: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPage:
    """One thing as its page shows it.

    `shared_by` is empty where it was shared from the start; `held_back_by` are those of its own
    pointers that keep it from others although it is shared; `pointed_at_by` what points at it, and
    `unseen_pointers` whether something does that the person does not see.
    """

    programme: Programme
    kind: str
    key: str
    name: str
    one: str
    label: str
    payload: dict[str, Any]
    fact: Thing
    version: int
    owner: str
    owner_name: str
    shared: bool
    shared_by: str
    shared_at: datetime | None
    may_change: Refusal | Capacity
    may_share: Refusal | Capacity
    pointed_at_by: tuple[Pointer, ...]
    unseen_pointers: bool
    held_back_by: tuple[Pointer, ...]
    left_out: str


def fact_page(person: Person, code: str, kind: str, key: str) -> FactPage | None:
    """One thing; None where it is not there, or nothing that the person may see."""
    reading = reading_of(person, code)
    found = subject(reading.row, kind, key) if reading and kind in SUBJECTS else None
    if reading is None or found is None:
        return None
    left_out = ""
    if not sees_subject(reading.row, reading.sight, kind, key):
        left_out = loose(reading.row, reading.sight, [kind]).get((kind, key), "")
        if not left_out:
            return None
    names = reading.names
    may = may_change(reading.held, kind, found.owner, reading.programme)
    pointers, unseen = _pointing_at(reading, kind, key)
    fact = found.row if isinstance(found.row, models.Fact) else None
    return FactPage(
        programme=reading.programme,
        kind=kind,
        key=key,
        name=name_of(kind),
        one=one_of(kind),
        label=label(kind, found.payload, names),
        payload=found.payload,
        fact=from_plain(found.payload, type_of(kind), f"database, {kind}/{key}"),
        version=found.version,
        owner=found.owner,
        owner_name=names.get(found.owner, found.owner),
        shared=found.shared,
        shared_by=fact.shared_by.name if fact and fact.shared_by else "",
        shared_at=fact.shared_at if fact else None,
        may_change=may,
        may_share=may_share(reading.held, kind, found.owner, reading.programme),
        pointed_at_by=pointers,
        unseen_pointers=unseen,
        held_back_by=_held_back_by(reading, found),
        left_out=left_out,
    )


def _pointing_at(reading: Reading, kind: str, key: str) -> tuple[tuple[Pointer, ...], bool]:
    """What points at a thing, as far as the person sees; and whether there is more."""
    lines, fields = pointing_at(reading.row, kind, key)
    out = hidden(reading.row, reading.sight, lines)
    seen_ones = [
        each for each in fields if each not in out or lines[each].owner in reading.sight.councils
    ]
    pointers = tuple(_pointer(reading, each, lines, fields[each]) for each in seen_ones)
    return pointers, len(pointers) < how_many_point_at(reading.row, kind, key)


def _held_back_by(reading: Reading, found: Subject) -> tuple[Pointer, ...]:
    """What a shared fact points at that not everybody sees, so that they do not see it either."""
    if found.kind not in KINDS or not found.shared:
        return ()
    lines = lines_from(reading.row, [(found.kind, found.key)])
    out = hidden(reading.row, EVERYBODY, lines)
    own = hidden(reading.row, reading.sight, lines)
    return tuple(
        _pointer(reading, (kind, target), lines, field)
        for field, kind, target in lines[found.kind, found.key].targets
        if (kind, target) in out and (kind, target) not in own
    )


def _pointer(reading: Reading, key: Key, lines: Lines, field: str) -> Pointer:
    return Pointer(
        kind=key[0],
        key=key[1],
        label=label(key[0], lines[key].payload, reading.names),
        field=field,
    )
