"""What is written of regular reading: addresses, visits, and the pages that wait."""

import hashlib
import json
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from moothall.basics.dates import in_words
from moothall.facts.programme import Programme
from moothall.governance.record.matters import NO_CHOICES, match
from moothall.governance.record.proposing import proposed
from moothall.governance.record.published import PublishedPage
from moothall_web.decisions.models import CommitteeSystem, PageReading, Visit, WaitingPage
from moothall_web.decisions.readings import kept, origin_of_page
from moothall_web.decisions.regular.permissions import may_set
from moothall_web.facts import models
from moothall_web.people.councils import register
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded

_LONGEST_WORDS, _LONGEST_TITLE = 500, 500
_KEPT_FOR = timedelta(days=400)


def set_address(person: Person, authority: str, address: str) -> CommitteeSystem:
    """Have a council's meetings read from an address.  Raises RefusedError."""
    held = _must(may_set(person, authority, register()))
    with recorded() as pen:
        open_ones = CommitteeSystem.objects.filter(authority=authority, closed_at=None)
        before: CommitteeSystem | None = open_ones.filter(address=address).first()
        if before is not None:
            return before
        made: CommitteeSystem = CommitteeSystem.objects.create(
            authority=authority, address=address, made_by=person, made_at=timezone.now()
        )
        words = f"Has {register().name(authority)}'s meetings read regularly from {address}."
        pen.record(_entry(person, held, made, "set a committee system", words))
    return made


def stop(person: Person, number: int) -> None:
    """Have nothing read from an address any more.  Doing so twice says nothing more."""
    with recorded() as pen:
        system = CommitteeSystem.objects.get(pk=number)
        held = _must(may_set(person, system.authority, register()))
        system.refresh_from_db(from_queryset=CommitteeSystem.objects.select_for_update())
        if system.closed_at is None:
            system.closed_at = timezone.now()
            system.save(update_fields=["closed_at"])
            words = f"Has nothing read from {system.address} any more."
            pen.record(_entry(person, held, system, "stopped a committee system", words))


def keep_visit(system: CommitteeSystem, words: str, *, failed: bool) -> None:
    """Keep what came of a visit."""
    Visit.objects.update_or_create(
        system=system,
        defaults={
            "authority": system.authority,
            "at": timezone.now(),
            "words": words[:_LONGEST_WORDS],
            "failed": failed,
        },
    )


def keep_waiting(
    row: models.Programme, programme: Programme, authority: str, page: PublishedPage
) -> bool:
    """Let a page wait that says something new; whether it is there to be looked at now.

    One that was settled comes back once it says something else, and one that says nothing new any
    more waits no longer.
    """
    today = timezone.localdate()
    content = kept(page)
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    place: dict[str, Any] = {"programme": row, "authority": authority, "name": page.name[:2_000]}
    held = WaitingPage.objects.filter(**place).first()
    origin = origin_of_page(page, authority, today)
    matched = match(programme, authority, page, NO_CHOICES)
    says_more = any(each.verdict for each in proposed(programme, page, matched, origin))
    if not says_more:
        if held is not None and held.settled_at is None:
            held.settled_at = timezone.now()
            held.save(update_fields=["settled_at"])
        return False
    if held is not None and held.digest == digest:
        return held.settled_at is None
    WaitingPage.objects.update_or_create(
        **place,
        defaults={
            "title": _title(page)[:_LONGEST_TITLE],
            "read_on": today,
            "content": content,
            "digest": digest,
            "settled_at": None,
        },
    )
    return True


def take_up(person: Person, waiting: WaitingPage) -> PageReading:
    """Make a waiting page the one that the person looks at; it waits until something is saved."""
    row, _ = PageReading.objects.update_or_create(
        person=person,
        programme=waiting.programme,
        defaults={
            "authority": waiting.authority,
            "name": waiting.name,
            "read_on": waiting.read_on,
            "content": waiting.content,
            "choices": {},
        },
    )
    return row


def leave(person: Person, capacity: Capacity, waiting: WaitingPage) -> None:
    """Leave a page as it is: it waits no longer, until it says something else."""
    with recorded() as pen:
        if waiting.settled_at is not None:
            return
        waiting.settled_at = timezone.now()
        waiting.save(update_fields=["settled_at"])
        pen.record(
            Entry(
                who=person.pk,
                role=capacity.role.value,
                for_whom=waiting.authority,
                owner=waiting.authority,
                shared=False,
                programme=waiting.programme.code,
                verb="left a published page",
                subject=f"page/{waiting.pk}",
                summary=f"Took nothing from the published page “{waiting.title}”."[:1000],
            )
        )


def settle(programme: str, authority: str, name: str) -> None:
    """Something of a page has been brought in: it waits no longer."""
    WaitingPage.objects.filter(
        programme__code=programme, authority=authority, name=name, settled_at=None
    ).update(settled_at=timezone.now())


def put_away(now: datetime) -> int:
    """Remove pages that were settled long ago; how many."""
    removed, _ = WaitingPage.objects.filter(settled_at__lt=now - _KEPT_FOR).delete()
    return removed


def _title(page: PublishedPage) -> str:
    named = page.title or page.body_name or page.kind.value
    on = f", {in_words(page.held_on)}" if page.held_on else ""
    return f"{page.kind.value.capitalize()}: {named}{on}"


def _must(answer: Refusal | Capacity) -> Capacity:
    """The capacity, or a refusal.  Ask before locking: who may not write finds no row to lock."""
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    return answer


def _entry(person: Person, held: Capacity, system: CommitteeSystem, verb: str, words: str) -> Entry:
    return Entry(
        who=person.pk,
        role=held.role.value,
        for_whom=system.authority,
        owner=system.authority,
        shared=False,
        verb=verb,
        subject=f"committee-system/{system.pk}",
        summary=words[:1000],
    )
