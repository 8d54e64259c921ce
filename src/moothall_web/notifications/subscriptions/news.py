"""What subscribers are told: only what the public site shows on that day, read as a stranger."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from moothall.basics.dates import in_words
from moothall_web.notifications.lines import plain
from moothall_web.notifications.models import Subscription
from moothall_web.publication import queries
from moothall_web.publication.models import Edition
from moothall_web.row_scope import NOBODY, within

_MOST = 5  # changes told of one edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of news: a title, what changed, and the path of its page."""

    title: str
    changes: tuple[str, ...]
    place: str


def name_of(programme: str, proposal: str) -> str | None:
    """What a programme, or one proposal of it, is called in public; None where it is not there."""
    with within(NOBODY):
        today = timezone.localdate()
        found = queries.proposals(queries.shown(today), programme)
    held = [each for each in found if proposal in ("", each.id) and each.newest]
    newest = held[0].newest if held else None
    if newest is None or newest.says is None:
        return None
    return plain(newest.says.proposal if proposal else newest.says.programme)


def keys_now(held: Subscription) -> list[str]:
    """A name for everything of its matter that is public now."""
    with within(NOBODY):
        return sorted(_key(each) for each in _editions(held))


def words_of_news(held: Subscription, keys: Collection[str]) -> tuple[str, tuple[Item, ...]] | None:
    """What the matter is called and the news of these keys; None where it is no longer public."""
    name = name_of(held.programme, held.proposal)
    if name is None:
        return None
    with within(NOBODY):
        editions = _editions(held)
        parts = {
            part.edition.pk: part
            for each in queries.proposals(editions, held.programme)
            for part in each.parts
        }
        items = tuple(
            _item(each, parts.get(each.pk)) for each in editions if _key(each) in set(keys)
        )
    return name, items


def _editions(held: Subscription) -> tuple[Edition, ...]:
    return tuple(
        each
        for each in queries.shown(timezone.localdate())
        if each.programme == held.programme and held.proposal in ("", each.proposal)
    )


def _key(edition: Edition) -> str:
    return f"{edition.pk}/{'withdrawn' if edition.withdrawn_on else 'public'}"


def _item(edition: Edition, part: queries.CouncilsPart | None) -> Item:
    place = reverse("publication:proposal", args=[edition.programme, edition.proposal])
    says = queries.says(edition)
    if says is None:
        on = f" on {in_words(edition.withdrawn_on)}" if edition.withdrawn_on else ""
        return Item(title=f"what stood here was withdrawn{on}", changes=(), place=place)
    council = queries.party_name(says, edition.authority)
    changes = part.changes if part is not None else ()
    told = tuple(plain(f"{each.about}: {each.now or 'no longer said'}") for each in changes[:_MOST])
    if len(changes) > _MOST:
        told = (*told, f"and {len(changes) - _MOST} other changes")
    title = plain(f"{council} has published {says.proposal}")
    return Item(title=title, changes=told, place=place)
