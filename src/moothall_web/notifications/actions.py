"""What people say of how they are told: their address, which is recorded, and their choices."""

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.identity.sealing import seal, unseal
from moothall_web.jobs.actions import enqueue
from moothall_web.notifications.choices import chosen_by
from moothall_web.notifications.models import Choice, MailAddress, Soon, Sort
from moothall_web.notifications.telling import asked_too_often, message_to
from moothall_web.notifications.tokens import ADDRESS, digest_of, keyed, new_salt, token_of
from moothall_web.people.models import Person
from moothall_web.people.queries import capacities
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import recorded

SEND = "send a message"
CONFIRM_WITHIN = timedelta(days=2)
MOST_ADDRESSES = 5  # that somebody may ask to confirm in a day


class NotThisAddressError(Exception):
    """An address cannot be used; the message says why and what would do."""


def choose(person: Person, chosen: Mapping[str, Soon]) -> None:
    """How soon somebody is told of each kind.  What cannot be switched off stays on."""
    with transaction.atomic():
        for each in chosen_by(person):
            soon = chosen.get(each.kind.name)
            if soon in each.offered:
                Choice.objects.update_or_create(
                    person=person, kind=each.kind.name, defaults={"soon": soon}
                )


def ask_address(person: Person, address: str) -> None:
    """Send a link to an address; the messages go there once somebody has followed it, signed in.

    Raises NotThisAddressError.
    """
    domains = settings.MAIL_DOMAINS
    domain = address.rpartition("@")[2].lower()
    if domains and domain not in domains:
        raise NotThisAddressError(
            f"Messages go to addresses at {' or '.join(domains)} only. Enter your council's own"
        )
    if asked_too_often(keyed(f"person {person.pk}"), MOST_ADDRESSES):
        raise NotThisAddressError("You have asked often today. Try again tomorrow")
    salt, sealed = new_salt(), seal(address)
    with recorded() as pen:
        held, _ = MailAddress.objects.select_for_update().get_or_create(person=person)
        held.asked, held.asked_at, held.salt = sealed, timezone.now(), salt
        held.digest = digest_of(token_of(ADDRESS, salt))
        held.save()
        pen.record(_entry(person, "asked for messages at an address", domain))
        enqueue(SEND, message=message_to(sealed, Sort.CONFIRM, person).pk)


def confirm_address(person: Person, token: str) -> bool:
    """Use the address that was asked for from now on; whether the link was one of theirs, in time.

    Whoever read the messages before learns of it at the old address.
    """
    with recorded() as pen:
        held = waiting_address(person, token)
        if held is None:
            return False
        old, new = unseal(held.address), unseal(held.asked)
        if old and old != new:
            enqueue(SEND, message=message_to(held.address, Sort.CHANGED, person).pk)
        held.address, held.confirmed_at, held.refused = held.asked, timezone.now(), ""
        held.asked, held.asked_at, held.salt, held.digest = "", None, "", ""
        held.save()
        pen.record(_entry(person, "confirmed an address for messages", new.rpartition("@")[2]))
    return True


def waiting_address(person: Person, token: str) -> MailAddress | None:
    """Somebody's address that waits for this link; None where there is none, or too late."""
    return MailAddress.objects.filter(
        person=person,
        digest=digest_of(token),
        asked_at__gt=timezone.now() - CONFIRM_WITHIN,
    ).first()


def forget_address(person: Person) -> None:
    """Send nothing by e-mail any more; messages are shown on the page alone."""
    with recorded() as pen:
        held = MailAddress.objects.filter(person=person)
        if held.exists():
            held.delete()
            pen.record(_entry(person, "took an address for messages away", ""))


def refused(person: Person, words: str) -> None:
    """A mail server takes nothing more for somebody's address, until it is confirmed anew."""
    with recorded() as pen:
        held = MailAddress.objects.select_for_update().filter(person=person).first()
        if held is None or held.refused:
            return
        held.refused = words[:300]
        held.save(update_fields=["refused"])
        pen.record(_entry(person, "had an address for messages refused", ""))


def forget_leavers() -> int:
    """Remove the addresses of those who have left; how many."""
    left = list(MailAddress.objects.exclude(person__left_on=None).select_related("person"))
    for held in left:
        forget_address(held.person)
    return len(left)


def _entry(person: Person, verb: str, domain: str) -> Entry:
    """The record names the domain alone: an address is somebody's own, and may be erased."""
    held = capacities(person)
    own = sorted({each.authority for each in held if each.authority != PROGRAMME})
    whom = own[0] if len(own) == 1 else PROGRAMME if not own and held else ""
    at = f", at {domain}" if domain else ""
    return Entry(
        who=person.pk,
        role=held[0].role if len(held) == 1 else "",
        for_whom=whom,
        owner=whom,
        shared=False,
        verb=verb,
        subject=f"person/{person.username}",
        summary=f"{person.name} {verb}{at}.",
    )
