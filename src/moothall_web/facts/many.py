"""Many facts of one kind and one council written as parts of one event, and taken back again.

What `changes` does one by one, by the same rules, for what comes in thousands: what is asked of the
database is asked once for all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Max
from django.utils import timezone

from moothall.facts.programme import KINDS
from moothall.files.pointers import pointers
from moothall.files.shapes import plain
from moothall_web.facts import models
from moothall_web.facts.acts import Act, Said, entry_of, is_open, permitted
from moothall_web.facts.faults import NotThereError, StaleError
from moothall_web.facts.leaving import may_go
from moothall_web.facts.subjects import (
    ADDED,
    CHANGED,
    FACT_VERBS,
    Subject,
    as_json,
    fact_columns,
    revise,
    subjects_of,
    type_of,
)
from moothall_web.facts.validity import all_checked
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
from moothall_web.records.models import Event, Payload
from moothall_web.records.recorded import Pen
from moothall_web.row_scope import EVERYTHING, within

_AT_ONCE = 500
_COLUMNS = ("payload", "version", "owner", "shared", "shared_by", "shared_at", "document")
_COLUMNS_OF_FACTS = ("paragraph", "known_on", "assumed")


def add_and_change(
    act: Act,
    pen: Pen,
    whole: Event,
    kind: str,
    new: Sequence[Any],
    changed: Sequence[tuple[Any, int]],
) -> None:
    """Write new facts, and facts in place of those under their ids from the versions given.

    A new one whose id is taken gets another.  Raises RefusedError, NotThereError, StaleError, and
    InvalidError, whose paths begin with the place among all of them.
    """
    capacity = _capacity(act, kind, {fact.owner for fact in (*new, *(each for each, _ in changed))})
    held = {each.key: each for each in subjects_of(act.programme, kind)}
    befores = [_as_seen(held, fact.id, version) for fact, version in changed]
    named = list(_named(act, new))
    payloads = [plain(fact) for fact in (*named, *(fact for fact, _ in changed))]
    things = all_checked(
        act.sender, kind, list(zip(payloads, [*(None for _ in named), *befores], strict=True))
    )
    were_open = _are_open(act, befores)
    afters = _written(act, kind, things, [*(None for _ in named), *befores])
    opened = _are_open(act, afters)
    pen.record_all(
        [
            entry_of(
                act,
                capacity,
                Said(CHANGED if before else ADDED),
                before=before,
                after=after,
                was_open=were_open[before.key] if before else True,
                opened=opened[after.key],
            )
            for before, after in zip([*(None for _ in named), *befores], afters, strict=True)
        ],
        part_of=whole,
    )


def take_back(act: Act, pen: Pen, whole: Event, kind: str, parts: Sequence[Event]) -> None:
    """Take back what these events did to facts of a kind: all of it, as parts of another event.

    Raises RefusedError where what they say is erased or something points at what would go, and
    StaleError where a fact is no longer what its event left.
    """
    told = {each.event_id: each for each in Payload.objects.filter(event__in=parts)}
    held = {each.key: each for each in subjects_of(act.programme, kind)}
    pairs: list[tuple[Event, Subject, Any]] = []
    for event in parts:
        payload, key = told.get(event.pk), event.subject.partition("/")[2]
        if payload is None:
            raise RefusedError(
                Refusal("What was before has been erased, so this cannot be undone.")
            )
        now = held.get(key)
        if now is None or now.payload != payload.after:
            raise StaleError(now.payload if now else {}, now.version if now else 0)
        pairs.append((event, now, payload.before))
    capacity = _capacity(act, kind, {now.owner for _, now, _ in pairs})
    gone = [now for _, now, before in pairs if before is None]
    _may_go(act, kind, gone)
    back = [(now, before) for _, now, before in pairs if before is not None]
    things = all_checked(act.sender, kind, [(before, now) for now, before in back])
    were_open = _are_open(act, [now for _, now, _ in pairs])
    after = {each.key: each for each in _written(act, kind, things, [now for now, _ in back])}
    _removed(act, gone)
    opened = _are_open(act, after.values())
    entries: list[Entry] = [
        entry_of(
            act,
            capacity,
            Said("undid a change", f"Undid event {event.number}, which {event.verb}:"),
            before=now,
            after=after.get(now.key),
            was_open=were_open[now.key],
            opened=opened.get(now.key, True),
        )
        for event, now, _ in pairs
    ]
    pen.record_all(entries, part_of=whole)


def _capacity(act: Act, kind: str, owners: set[str]) -> Capacity:
    found = [permitted(act, kind, owner) for owner in sorted(owners)]
    if not found:
        raise NotThereError
    return found[0]


def _as_seen(held: dict[str, Subject], key: str, version: int) -> Subject:
    found = held.get(key)
    if found is None:
        raise NotThereError
    if found.version != version:
        raise StaleError(found.payload, found.version)
    return found


def _named(act: Act, new: Sequence[Any]) -> Iterator[Any]:
    """New facts under ids that nothing has, also of what nobody here sees."""
    with within(EVERYTHING):
        taken = set(act.programme.facts.values_list("key", flat=True))
    for fact in new:
        key, number = fact.id, 1
        while key in taken or key == "add":
            number += 1
            key = f"{fact.id}-{number}"
        taken.add(key)
        yield fact if key == fact.id else replace(fact, id=key)


def _are_open(act: Act, things: Iterable[Subject]) -> dict[str, bool]:
    """Which of them everybody in the programme sees, asked once for all that point at the same."""
    found: dict[str, bool] = {}
    known: dict[object, bool] = {}
    for each in things:
        targets = frozenset(
            (kind, key) for _, kind, key in pointers(each.payload, type_of(each.kind))
        )
        alike = (each.owner, each.shared, each.payload.get("source", "").split(" ")[0], targets)
        if alike not in known:
            known[alike] = is_open(act.programme, each.kind, each.key)
        found[each.key] = known[alike]
    return found


def _written(
    act: Act, kind: str, things: Sequence[Any], befores: Sequence[Subject | None]
) -> list[Subject]:
    """The rows of all of them, new ones after all others of their kind."""
    revise(act.programme, kind, "")
    documents = {each.key: each for each in act.programme.documents.all()}
    subjects = Event.objects.filter(
        programme=act.programme.code, subject__startswith=f"{kind}/", verb__in=FACT_VERBS
    )
    stood = Counter(subjects.values_list("subject", flat=True))
    with within(EVERYTHING):  # the last place may be that of something out of sight
        last = act.programme.facts.filter(kind=kind).aggregate(last=Max("position"))["last"]
    place = -1 if last is None else last
    new: list[models.Fact] = []
    old: list[models.Fact] = []
    for thing, before in zip(things, befores, strict=True):
        if before is None:
            place += 1
            row = models.Fact(programme=act.programme, kind=kind, key=thing.id, position=place)
            row.version = stood[f"{kind}/{thing.id}"]
            new.append(row)
        else:
            row = before.row  # type: ignore[assignment]
            old.append(row)
        shares = thing.shared and (before is None or not before.shared)
        row.payload = as_json(thing)
        row.version += 1
        row.document = documents[thing.source.document]
        for name, value in fact_columns(thing).items():
            setattr(row, name, value)
        if shares:
            row.shared_by, row.shared_at = act.person, timezone.now()
        elif not thing.shared:
            row.shared_by, row.shared_at = None, None
    models.Fact.objects.bulk_create(new, batch_size=_AT_ONCE)
    if old:
        models.Fact.objects.bulk_update(old, [*_COLUMNS, *_COLUMNS_OF_FACTS], batch_size=_AT_ONCE)
    return [
        Subject(
            kind=kind,
            key=row.key,
            owner=row.owner,
            shared=row.shared,
            payload=row.payload,
            version=row.version,
            row=row,
        )
        for row in (*new, *old)
    ]


def _may_go(act: Act, kind: str, gone: Sequence[Subject]) -> None:
    """Raise RefusedError where something else points at one of them, and say what."""
    going = {each.key: each for each in gone}
    with within(EVERYTHING):
        rows = act.programme.facts.values_list("kind", "key", "payload")
        for other, key, payload in rows if going else ():
            if other not in KINDS or (other == kind and key in going):
                continue
            for _, target_kind, target in pointers(payload, type_of(other)):
                if target_kind == kind and target in going:
                    refusal = may_go(act.programme, act.sight, going[target])
                    raise RefusedError(refusal or Refusal("Other facts point at these."))


def _removed(act: Act, gone: Sequence[Subject]) -> None:
    keys = [each.row.pk for each in gone]
    for start in range(0, len(keys), _AT_ONCE):
        act.programme.facts.filter(pk__in=keys[start : start + _AT_ONCE]).delete()
