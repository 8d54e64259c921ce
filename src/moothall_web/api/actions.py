"""Making and withdrawing tokens and webhooks, each recorded; and counting a token's questions."""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from moothall.basics.dates import in_words
from moothall_web.api.models import Delivery, Token, TokenUse, Webhook
from moothall_web.api.permissions import may_make_token, may_tell, may_withdraw_token
from moothall_web.identity.sealing import seal
from moothall_web.people.councils import register
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry, record
from moothall_web.records.recorded import recorded
from moothall_web.row_scope import EVERYTHING, within

A_MINUTE = 300
"""How many questions a token may ask in a minute, of all workers together."""

_PREFIX = "moothall_"  # so that a scanner of source code knows a token that was left there
_BETWEEN_REFUSALS = timedelta(hours=1)


def digest_of(token: str) -> str:
    """What is kept of a token; it is long and random, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_token(
    person: Person, authority: str, name: str, kinds: list[str], expires_on: date
) -> str:
    """Make a token, and tell it: it is not kept.  Raises RefusedError."""
    held = _must(may_make_token(person, authority, kinds, register()))
    token = _PREFIX + secrets.token_urlsafe(32)
    with recorded() as pen:
        made = Token.objects.create(
            person=person,
            authority=authority,
            name=name,
            kinds=sorted(kinds),
            digest=digest_of(token),
            made_at=timezone.now(),
            expires_on=expires_on,
        )
        writes = f"writes {', '.join(made.kinds)}" if made.kinds else "only reads"
        words = f"Made the token “{name}”, which {writes}, until {in_words(expires_on)}."
        pen.record(_entry(person, held, authority, "made a token", f"token/{made.pk}", words))
    return token


def withdraw_token(person: Person, number: int) -> None:
    """Let a token be worth nothing from now on.  Doing so twice says nothing more."""
    with recorded() as pen:
        token = Token.objects.get(pk=number)
        held = _must(may_withdraw_token(person, token, register()))
        token.refresh_from_db(from_queryset=Token.objects.select_for_update())  # see `_must`
        if token.withdrawn_at is None:
            token.withdrawn_at = timezone.now()
            token.save(update_fields=["withdrawn_at"])
            pen.record(
                _entry(
                    person,
                    held,
                    token.authority,
                    "withdrew a token",
                    f"token/{token.pk}",
                    f"Withdrew the token “{token.name}” of {token.person.name}.",
                )
            )


def make_webhook(person: Person, authority: str, address: str, kinds: list[str]) -> str:
    """Have an address told of what happens, and give the secret that signs it: it is told once."""
    held = _must(may_tell(person, authority, register()))
    secret = secrets.token_urlsafe(32)
    with recorded() as pen:
        made = Webhook.objects.create(
            authority=authority,
            address=address,
            kinds=sorted(kinds),
            secret=seal(secret),
            made_by=person,
            made_at=timezone.now(),
        )
        words = f"Has {address} told of {' and '.join(made.kinds)}."
        pen.record(_entry(person, held, authority, "made a webhook", f"webhook/{made.pk}", words))
    return secret


def close_webhook(person: Person, number: int) -> None:
    """Have an address told of nothing more.  Doing so twice says nothing more."""
    with recorded() as pen:
        webhook = Webhook.objects.get(pk=number)
        held = _must(may_tell(person, webhook.authority, register()))
        webhook.refresh_from_db(from_queryset=Webhook.objects.select_for_update())  # see `_must`
        if webhook.closed_at is None:
            webhook.closed_at = timezone.now()
            webhook.save(update_fields=["closed_at"])
            words = f"Has {webhook.address} told of nothing more."
            pen.record(
                _entry(
                    person,
                    held,
                    webhook.authority,
                    "closed a webhook",
                    f"webhook/{webhook.pk}",
                    words,
                )
            )


def count(token: Token, now: datetime) -> int:
    """Count one more question; seconds to wait where it is one too many, else 0."""
    minute = now.replace(second=0, microsecond=0)
    with transaction.atomic():
        TokenUse.objects.get_or_create(token=token)
        use = TokenUse.objects.select_for_update().get(token=token)
        asked = use.asked if use.since == minute else 0
        if asked >= A_MINUTE:
            return 60 - now.second
        use.since, use.asked, use.last_at = minute, asked + 1, now
        use.save(update_fields=["since", "asked", "last_at"])
    return 0


def was_tried(token: Token, why: str, now: datetime) -> None:
    """Record that a token which is worth nothing was used; once an hour, lest it fills the record.

    Nobody has asked by then, so the database shows nothing yet: the record is written all the same.
    """
    with within(EVERYTHING), transaction.atomic():
        TokenUse.objects.get_or_create(token=token)
        use = TokenUse.objects.select_for_update().get(token=token)
        if use.refused_at is not None and abs(now - use.refused_at) < _BETWEEN_REFUSALS:
            return
        use.refused_at = now
        use.save(update_fields=["refused_at"])
        record(
            Entry(
                verb="refused a token",
                who=token.person_id,
                for_whom=token.authority,
                owner=token.authority,
                shared=False,
                subject=f"token/{token.pk}",
                summary=f"The token “{token.name}” of {token.person.name} was refused: {why}",
            )
        )


def keep_for(webhook: Webhook, about: str, kind: str, body: str) -> Delivery | None:
    """Keep what a webhook is to be told; None where that is kept already."""
    made, new = Delivery.objects.get_or_create(
        webhook=webhook,
        about=about,
        defaults={
            "authority": webhook.authority,
            "kind": kind,
            "body": body,
            "made_at": timezone.now(),
        },
    )
    return made if new else None


def tried(delivery: Delivery, words: str, *, delivered: bool) -> None:
    """Keep what came of one attempt."""
    delivery.attempts += 1
    delivery.words = words[:500]
    delivery.tried_at = timezone.now()
    delivery.delivered_at = delivery.tried_at if delivered else None
    delivery.save(update_fields=["attempts", "words", "tried_at", "delivered_at"])


def put_away(now: datetime) -> int:
    """Remove what webhooks were told long ago, and what came of it; how many that were."""
    over = now - timedelta(days=settings.KEEP_DELIVERIES)
    removed, _ = Delivery.objects.filter(made_at__lt=over).delete()
    return removed


def _must(answer: Refusal | Capacity) -> Capacity:
    """The capacity, or a refusal.  Ask before locking a row: on PostgreSQL one who may only read
    it, such as an auditor, finds no row to lock."""
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    return answer


def _entry(
    person: Person, held: Capacity, authority: str, verb: str, subject: str, words: str
) -> Entry:
    more: dict[str, Any] = {"for_whom": authority, "owner": authority, "shared": False}
    return Entry(
        who=person.pk, role=held.role.value, verb=verb, subject=subject, summary=words, **more
    )
