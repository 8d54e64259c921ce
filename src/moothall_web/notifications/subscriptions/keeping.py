"""Subscriptions as they are asked for, confirmed, told and ended.

Nobody learns from an answer whether an address is held: it is the same in every case, and what
happens is told to the address alone.  No event names a subscriber; ending removes the row.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from moothall_web.identity.sealing import seal
from moothall_web.jobs.actions import enqueue
from moothall_web.notifications.actions import CONFIRM_WITHIN, SEND
from moothall_web.notifications.models import Message, Sort, Subscription
from moothall_web.notifications.subscriptions.news import keys_now
from moothall_web.notifications.telling import asked_too_often
from moothall_web.notifications.tokens import CONFIRM, STOP, digest_of, keyed, new_salt, token_of
from moothall_web.row_scope import EVERYTHING, within

MOST_TO_AN_ADDRESS = 3
MOST_FROM_A_PLACE = 20
"""How often in a day a confirmation is sent to one address, and asked for from one network."""


def ask(programme: str, proposal: str, address: str, place: str) -> bool:
    """Ask whoever reads an address whether they want news; whether it may be asked from there.

    Where the address has been asked too often today nothing is sent, and nobody is told so.
    """
    if asked_too_often(keyed(f"from {place}"), MOST_FROM_A_PLACE):
        return False
    who = keyed(f"to {address.strip().casefold()}")
    if asked_too_often(who, MOST_TO_AN_ADDRESS):
        return True
    salt = new_salt()
    with within(EVERYTHING), transaction.atomic():  # a message to nobody who signs in
        held, made = Subscription.objects.get_or_create(
            programme=programme,
            proposal=proposal,
            who=who,
            defaults={
                "address": seal(address.strip()),
                "salt": salt,
                "confirm_digest": digest_of(token_of(CONFIRM, salt)),
                "stop_digest": digest_of(token_of(STOP, salt)),
                "asked_at": timezone.now(),
            },
        )
        if not made and held.confirmed_at is None:
            held.asked_at = timezone.now()
            held.save(update_fields=["asked_at"])
        message = Message.objects.create(subscription=held, sort=Sort.ASKED, made_at=timezone.now())
        enqueue(SEND, message=message.pk)
    return True


def to_confirm(token: str) -> Subscription | None:
    """The subscription of a link, confirmed or not; None where there is none, or too late."""
    held = Subscription.objects.filter(confirm_digest=digest_of(token)).first()
    if held is None or held.confirmed_at is not None:
        return held
    return held if held.asked_at > timezone.now() - CONFIRM_WITHIN else None


def confirm(held: Subscription) -> None:
    """Send news from now on; what is public already is no news."""
    if held.confirmed_at is None:
        held.confirmed_at, held.told = timezone.now(), keys_now(held)
        held.save(update_fields=["confirmed_at", "told"])


def to_stop(token: str) -> Subscription | None:
    """The subscription that a link ends; None where it is ended already."""
    return Subscription.objects.filter(stop_digest=digest_of(token)).first()


def stop(held: Subscription) -> None:
    """End a subscription, and forget the address."""
    with within(EVERYTHING):  # its messages go along
        held.delete()


def gather_news() -> int:
    """Make a message for every subscription that does not know all that is public; how many."""
    number = 0
    for held in Subscription.objects.exclude(confirmed_at=None):
        now = keys_now(held)
        fresh = [key for key in now if key not in set(held.told)]
        if now == held.told:
            continue
        with transaction.atomic():
            held.told = now
            held.save(update_fields=["told"])
            if fresh:
                message = Message.objects.create(
                    subscription=held, sort=Sort.NEWS, keys=fresh, made_at=timezone.now()
                )
                enqueue(SEND, message=message.pk)
                number += 1
    return number


def put_away(now: datetime) -> int:
    """Forget the addresses of those who never confirmed; how many."""
    never = Subscription.objects.filter(confirmed_at=None, asked_at__lt=now - CONFIRM_WITHIN)
    removed, _ = never.delete()
    return removed
