"""What the pages of tokens and webhooks show."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from moothall_web.api.bearer import worth_nothing
from moothall_web.api.models import Delivery, Token, TokenUse, Webhook
from moothall_web.api.permissions import (
    OVERSEES,
    SNAPSHOTS,
    councils_of,
    may_tell,
    tells_for,
    words_of,
    writable,
)
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.councils import register
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import capacities

_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenLine:
    """A token in the list; `over` says why it is taken no longer, empty where it is."""

    token: Token
    council: str
    last: TokenUse | None
    over: str

    @property
    def writes(self) -> str:
        if not self.token.kinds:
            return "Only reads"
        return f"Writes {', '.join(words_of(each) for each in self.token.kinds)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokensPage:
    """The reader's tokens, and those that they oversee.

    `councils` are those for which they may make one (code, name), `kinds` what it may write.
    """

    own: tuple[TokenLine, ...]
    others: tuple[TokenLine, ...]
    councils: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        live = sum(not each.over for each in self.own)
        if not live:
            return "No program asks in your name."
        return f"{live} token{'s' if live > 1 else ''} of yours may be used."


def tokens_page(person: Person) -> TokensPage:
    """Every token of a person's, and of the councils whose tokens they oversee."""
    names, held = register(), capacities(person)
    overseen = {each.authority for each in held if each.role in OVERSEES}
    found = Token.objects.filter(Q(person=person) | Q(authority__in=overseen))
    found = found.select_related("person")[:_SHOWN]
    uses = TokenUse.objects.in_bulk([each.pk for each in found])
    now = timezone.now()
    lines = [
        TokenLine(
            token=each,
            council=names.name(each.authority),
            last=uses.get(each.pk),
            over=worth_nothing(each, now),
        )
        for each in found
    ]
    councils = councils_of(person)
    able = {kind for code in councils for kind in writable(held, code)}
    return TokensPage(
        own=tuple(each for each in lines if each.token.person_id == person.pk),
        others=tuple(each for each in lines if each.token.person_id != person.pk and not each.over),
        councils=tuple((code, names.name(code)) for code in councils),
        kinds=tuple((kind, words_of(kind)) for kind in (*KIND_WORDS, SNAPSHOTS) if kind in able),
    )


def token_seen(person: Person, number: int) -> Token | None:
    """A token that somebody may know of: their own, or one that they oversee."""
    overseen = {each.authority for each in capacities(person) if each.role in OVERSEES}
    found: Token | None = Token.objects.filter(
        Q(person=person) | Q(authority__in=overseen), pk=number
    ).first()
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksPage:
    """The webhooks of the reader's councils and what they were told, or why they see none."""

    webhooks: tuple[tuple[Webhook, str], ...]
    deliveries: tuple[Delivery, ...]
    councils: tuple[tuple[str, str], ...]
    refusal: Refusal | None

    @property
    def words(self) -> str:
        if not self.webhooks:
            return "No system outside is told of anything."
        failing = sum(each.delivered_at is None and each.attempts > 0 for each in self.deliveries)
        told = f"{len(self.webhooks)} address{'es are' if len(self.webhooks) > 1 else ' is'} told"
        return f"{told}; {failing} of the latest deliveries have not arrived."


def webhooks_page(person: Person) -> WebhooksPage:
    """What the councils of a person have told to other systems."""
    names, councils = register(), tells_for(person)
    held = Webhook.objects.filter(authority__in=councils, closed_at=None)
    deliveries = Delivery.objects.filter(authority__in=councils).select_related("webhook")
    refusal = None
    if not councils:
        own = next(iter(councils_of(person)), "")
        answer = may_tell(person, own, names)
        refusal = answer if isinstance(answer, Refusal) else None
    return WebhooksPage(
        webhooks=tuple((each, names.name(each.authority)) for each in held),
        deliveries=tuple(deliveries[:_SHOWN]),
        councils=tuple((code, names.name(code)) for code in councils),
        refusal=refusal,
    )


def webhook_seen(person: Person, number: int) -> Webhook | None:
    """A webhook of one of somebody's councils."""
    found: Webhook | None = Webhook.objects.filter(
        authority__in=councils_of(person), pk=number
    ).first()
    return found
