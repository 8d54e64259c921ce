"""What a message says and where it goes, made anew at every try from what may be said by then."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from moothall_web.identity.sealing import unseal
from moothall_web.notifications.digest import Words, chosen, words_of
from moothall_web.notifications.gathering import may_be_told, told_to
from moothall_web.notifications.models import MailAddress, Message, Sort
from moothall_web.notifications.subscriptions.news import words_of_news
from moothall_web.notifications.tokens import ADDRESS, CONFIRM, STOP, token_of
from moothall_web.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A message ready to go; `to` is empty where it is for its reader's page alone."""

    words: Words
    to: str
    stop_at: str = ""
    one_click: bool = False


def composed(message: Message) -> Ready | None:
    """The message as it may be sent now; None where nothing is left to say to anybody."""
    if message.subscription is not None:
        return _to_the_public(message)
    if message.person is None or not may_be_told(message.person):
        return None
    if message.sort in (Sort.CONFIRM, Sort.CHANGED):
        return _of_an_address(message, message.person)
    parts = chosen(told_to(message.person), message.keys)
    if not parts:
        return None
    return Ready(
        words=words_of(parts, timezone.localdate()),
        to=address_of(message.person),
        stop_at=_at("notifications:told"),
    )


def address_of(person: Person) -> str:
    """Where somebody's messages go; empty where they have no address that takes them."""
    held = MailAddress.objects.filter(person=person).first()
    if held is None or held.confirmed_at is None or held.refused:
        return ""
    return unseal(held.address)


def _of_an_address(message: Message, person: Person) -> Ready | None:
    held = MailAddress.objects.filter(person=person).first()
    if message.sort == Sort.CHANGED:
        return _ready(message, "changed", "Your messages go to another address", link="")
    if held is None or not held.salt or held.asked != message.to:
        return None  # another one has been asked for since, or it is confirmed
    link = _at("notifications:address", token_of(ADDRESS, held.salt))
    return _ready(message, "confirm", "Confirm your address for messages", link=link)


def _ready(message: Message, name: str, subject: str, *, link: str) -> Ready | None:
    to = unseal(message.to)
    if not to:
        return None
    context = {"name": name, "link": link, "site": settings.SITE_ADDRESS, "subject": subject}
    return Ready(words=_rendered(subject, "notifications/of_address", context), to=to)


def _to_the_public(message: Message) -> Ready | None:
    held = message.subscription
    assert held is not None  # noqa: S101 - as it is called above
    to, stop_at = unseal(held.address), _at("notifications:stop", token_of(STOP, held.salt))
    found = words_of_news(held, message.keys)
    if not to or found is None:
        return None
    name, items = found
    context: dict[str, object] = {"name": name, "items": items, "stop_at": stop_at}
    context |= {"site": settings.SITE_ADDRESS, "link": "", "already": False}
    if message.sort == Sort.ASKED:
        context["already"] = held.confirmed_at is not None
        context["link"] = _at("notifications:confirm", token_of(CONFIRM, held.salt))
        subject = f"News of {name}: please confirm"
        return Ready(
            words=_rendered(subject, "notifications/asked", context),
            to=to,
            stop_at=stop_at,
            one_click=True,
        )
    if held.confirmed_at is None or not items:
        return None
    subject = f"News of {name}: {items[0].title}"
    words = _rendered(subject, "notifications/news", context)
    return Ready(words=words, to=to, stop_at=stop_at, one_click=True)


def _rendered(subject: str, template: str, said: Mapping[str, object]) -> Words:
    context = {**said, "subject": subject}
    return Words(
        subject=subject,
        text=render_to_string(f"{template}.txt", context).strip() + "\n",
        html=render_to_string(f"{template}.html", context),
    )


def _at(view: str, *args: object) -> str:
    return f"{settings.SITE_ADDRESS}{reverse(view, args=args)}"
