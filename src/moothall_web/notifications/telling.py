"""Messages as they are made, tried and put away; what each says is made when it is sent."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from moothall_web.notifications.choices import soon_by_kind
from moothall_web.notifications.digest import Words
from moothall_web.notifications.gathering import OfProgramme, told_to
from moothall_web.notifications.kinds import KINDS
from moothall_web.notifications.models import Asked, Known, Message, MessageState, Soon, Sort
from moothall_web.people.models import Person

KEPT_FOR = timedelta(days=30)
GIVEN_UP_AFTER = timedelta(days=3)


def gather(person: Person, sort: Sort) -> Message | None:
    """Make the message that tells somebody what they do not know yet; None where there is nothing.

    The daily one tells all; one at once, the kinds that they chose so.  What a message takes up no
    other one takes up too.
    """
    found = told_to(person)
    if not found:
        return None
    soon = soon_by_kind(person)
    with transaction.atomic():
        keys = [key for each in found for key in _taken_up(person, each, soon, sort)]
        if not keys:
            return None
        return Message.objects.create(person=person, sort=sort, keys=keys, made_at=timezone.now())


def _taken_up(person: Person, of: OfProgramme, soon: dict[str, Soon], sort: Sort) -> list[str]:
    """The keys of one programme that are new, which from now on are known."""
    Known.objects.get_or_create(person=person, programme=of.code)
    known = Known.objects.select_for_update().get(person=person, programme=of.code)
    fresh: list[str] = []
    for kind in KINDS:
        chosen = soon.get(kind.name, Soon.NEVER)
        if sort == Sort.AT_ONCE and chosen == Soon.DAILY:
            continue
        now = [line.key for line in of.lines if line.kind is kind]
        held = known.keys.get(kind.name)
        begins = held is None and kind.news  # what happened before somebody came is no news
        if chosen != Soon.NEVER and not begins:
            before = set(held or ())
            fresh += [key for key in now if key not in before]
        known.keys[kind.name] = now
    known.save(update_fields=["keys"])
    return fresh


def message_to(address: str, sort: Sort, person: Person) -> Message:
    """A message about somebody's address, to a sealed one that is not, or no more, theirs."""
    return Message.objects.create(person=person, sort=sort, to=address, made_at=timezone.now())


def trying(message: Message) -> bool:
    """Count a try; whether it is still to be sent."""
    waiting = Message.objects.filter(pk=message.pk, state=MessageState.WAITING)
    return bool(waiting.update(attempts=F("attempts") + 1, tried_at=timezone.now()))


def ended(
    message: Message, state: MessageState, words: str = "", said: Words | None = None
) -> None:
    """A message is over: sent, shown, given up, or nothing was left to say."""
    message.state, message.words, message.to = state, words[:300], ""
    if state == MessageState.SENT:
        message.sent_at = timezone.now()
    if said is not None and message.sort in (Sort.DAILY, Sort.AT_ONCE):
        # No other sort is kept: their words hold a link that gives something to whoever has it.
        message.subject, message.text = said.subject[:300], said.text
    message.save(update_fields=["state", "words", "to", "sent_at", "subject", "text"])


def not_now(message: Message, words: str) -> None:
    """A try failed; it waits for the next one."""
    message.words = words[:300]
    message.save(update_fields=["words"])


def give_up(now: datetime) -> int:
    """Give up what could not be sent for days; how many messages that were."""
    late = Message.objects.filter(state=MessageState.WAITING, made_at__lt=now - GIVEN_UP_AFTER)
    return late.update(state=MessageState.FAILED, to="")


def put_away(now: datetime) -> int:
    """Remove messages that are over and old, and what was counted; how many messages."""
    Asked.objects.filter(at__lt=now - timedelta(days=1)).delete()
    old = Message.objects.filter(made_at__lt=now - KEPT_FOR).exclude(state=MessageState.WAITING)
    removed, _ = old.delete()
    return removed


def asked_too_often(of: str, most: int) -> bool:
    """Count that a confirmation was asked for; whether it was more often than that in a day."""
    now = timezone.now()
    Asked.objects.create(of=of, at=now)
    return Asked.objects.filter(of=of, at__gt=now - timedelta(days=1)).count() > most
