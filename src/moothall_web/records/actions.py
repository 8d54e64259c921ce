"""The one way in which something is recorded: added to the end of the chain."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from moothall_web.records.models import Event, Payload

ERASED = "erased a payload"
"""The verb that lets the database give up a payload, as `migrations/0003_final.py` says."""

_CHAIN_LOCK = 6_004_733_961  # any number that nothing else locks on


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be recorded; the fields are those of the event and its payload.

    `who` is the person's primary key, None for what is done on the command line.
    """

    verb: str
    summary: str
    who: int | None = None
    role: str = ""
    for_whom: str = ""
    programme: str = ""
    subject: str = ""
    owner: str = ""
    shared: bool = True
    why: str = ""
    before: Any = None
    after: Any = None


def hold_the_end() -> None:
    """Let nobody else write or record until this transaction ends, as SQLite does by itself.

    Whoever writes holds it from the start: what they have read stays so until they have written,
    and no two wait for each other.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])


def record(entry: Entry) -> Event:
    """Write down one event, in the transaction of what it records."""
    return append([entry])[0]


def append(entries: Sequence[Entry], part_of: Event | None = None) -> list[Event]:
    """Add events to the end of the chain, all or none.

    The end is held until the transaction ends: two writers never follow the same event.
    """
    with transaction.atomic():
        hold_the_end()
        last = Event.objects.order_by("-number").first()
        number, previous = (last.number, last.hash) if last else (0, "")
        now = timezone.now()
        events, payloads = [], []
        for entry in entries:
            number += 1
            payload = _payload(entry)
            event = Event(
                number=number,
                at=now,
                who_id=entry.who,
                role=entry.role,
                for_whom=entry.for_whom,
                verb=entry.verb,
                programme=entry.programme,
                subject=entry.subject,
                part_of=part_of.number if part_of else None,
                digest=digest_of(payload),
                previous=previous,
            )
            event.hash = previous = hash_of(event)
            payload.event = event
            events.append(event)
            payloads.append(payload)
        Event.objects.bulk_create(events)
        for payload, event in zip(payloads, events, strict=True):
            payload.event_id = event.pk
        Payload.objects.bulk_create(payloads)
    return events


def erase(
    numbers: Sequence[int],
    *,
    who: int | None,
    role: str,
    why: str,
    part_of: Event | None = None,
) -> list[Event]:
    """Erase the payloads of these events, and record that, and why.

    The chain still verifies: it holds their salted digests, and the salts go with the payloads.
    `part_of` is the event of a larger act, which then says why for all.
    """
    with transaction.atomic():
        held = list(Payload.objects.filter(event__number__in=numbers).select_related("event"))
        events = append(
            [
                Entry(
                    verb=ERASED,
                    summary=f"Erased what event {payload.event.number} says.",
                    who=who,
                    role=role,
                    for_whom=payload.owner,
                    owner=payload.owner,
                    shared=payload.shared,
                    programme=payload.event.programme,
                    subject=f"event/{payload.event.number}",
                    why=why,
                )
                for payload in held
            ],
            part_of=part_of,
        )
        # The query set refuses; the database's own trigger lets go what an event says is erased.
        models.QuerySet(Payload).filter(pk__in=[payload.pk for payload in held]).delete()
    return events


def _payload(entry: Entry) -> Payload:
    return Payload(
        salt=secrets.token_hex(32),
        owner=entry.owner,
        shared=entry.shared,
        summary=entry.summary,
        why=entry.why,
        before=entry.before,
        after=entry.after,
    )


def digest_of(payload: Payload) -> str:
    """The salted digest of a payload, in hexadecimal digits."""
    content = [
        payload.owner,
        payload.shared,
        payload.summary,
        payload.why,
        payload.before,
        payload.after,
    ]
    return hashlib.sha256(bytes.fromhex(payload.salt) + _canonical(content)).hexdigest()


def hash_of(event: Event) -> str:
    """The hash that the next event carries on."""
    content = [
        event.number,
        event.at.isoformat(timespec="microseconds"),
        event.who_id,
        event.role,
        event.for_whom,
        event.verb,
        event.programme,
        event.subject,
        event.part_of,
        event.digest,
        event.previous,
    ]
    return hashlib.sha256(_canonical(content)).hexdigest()


def _canonical(content: object) -> bytes:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()
