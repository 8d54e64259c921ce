"""A programme as it stood on record at the end of a day, as far as somebody may read of it.

Before the programme was held here there is no record: then what is held stands for what was, and
the facts' own days say what could be known.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from django.utils import timezone

from moothall.facts.fact import Fact
from moothall.facts.programme import KINDS, Programme, known_by
from moothall.files.problems import UnreadableError
from moothall.files.programme_folder import fact_type
from moothall.files.shapes import from_plain
from moothall_web.facts import models
from moothall_web.facts.frozen import seen
from moothall_web.facts.permissions import sees
from moothall_web.facts.subjects import ADDED, FACT_VERBS, SHARED, UNDID, WITHDREW
from moothall_web.people.models import Person
from moothall_web.people.queries import Sight, sight
from moothall_web.records.models import Event

Key = tuple[str, str]


def past_of(person: Person, code: str) -> Callable[[date], Programme] | None:
    """Gives a programme as it was known on a day to somebody; None where they see none."""
    row = models.Programme.objects.filter(code=code).first()
    if row is None:
        return None
    reads = sight(person, code, row.about["authorities"])
    if not reads.inside:
        return None
    return lambda day: _as_it_was(row.pk, row.revision, reads, day)


@lru_cache(maxsize=32)
def _as_it_was(pk: int, revision: str, reads: Sight, day: date) -> Programme:  # noqa: ARG001
    """Kept by the revision, after which the record of a past day stays as it is."""
    row = models.Programme.objects.get(pk=pk)
    now = seen(row, reads)
    assert now is not None  # noqa: S101 - whoever is inside sees the programme
    facts: dict[Key, Fact | None] = {(kind, fact.id): fact for kind, fact in now.facts()}
    facts |= _before(row, reads, day, set(facts))
    made: dict[str, list[Fact]] = {kind: [] for kind in KINDS}
    for (kind, _), fact in facts.items():
        if fact is not None:
            made[kind].append(fact)
    fields: dict[str, Any] = {kind: tuple(held) for kind, held in made.items()}
    return known_by(replace(now, **fields), day)[0]


def _before(
    row: models.Programme, reads: Sight, day: date, visible: set[Key]
) -> dict[Key, Fact | None]:
    """What each fact that changed since then was; None for one that was not there yet."""
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    events = Event.objects.filter(programme=row.code, verb__in=FACT_VERBS)
    was_held = events.filter(at__lt=end).exists()
    there = set(row.facts.values_list("kind", "key"))
    found: dict[Key, Fact | None] = {}
    later = events.filter(at__gte=end)
    if not was_held:  # what came then came with the first loading
        later = later.exclude(verb=ADDED)
    for event in later.select_related("payload").order_by("number"):
        kind, _, key = event.subject.partition("/")
        at = (kind, key)
        if at in found or kind not in KINDS or (at in there and at not in visible):
            continue
        if event.verb == ADDED:
            found[at] = None
            continue
        payload = getattr(event, "payload", None)
        if payload is None or not sees(reads, kind, payload):
            continue
        held = payload.before
        if held is None and payload.owner in reads.councils and _was_only_hidden(event):
            held = payload.after  # to its own council it was there before it was shared
        found[at] = _made(kind, held)
    return found


def _was_only_hidden(event: Event) -> bool:
    """Whether the event showed a fact to the others that its own council had all along."""
    if event.verb == SHARED:
        return True
    before = Event.objects.filter(
        programme=event.programme, subject=event.subject, verb__in=FACT_VERBS
    ).filter(number__lt=event.number)
    last = before.order_by("number").last()
    return event.verb == UNDID and last is not None and last.verb == WITHDREW


def _made(kind: str, plain: Any) -> Fact | None:
    """The fact that stood there; None where nothing did, or nothing that is still understood."""
    if not isinstance(plain, dict):
        return None
    try:
        made: Fact = from_plain(plain, fact_type(kind), f"record, {kind}")
    except UnreadableError:
        return None
    return made
