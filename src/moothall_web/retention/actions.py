"""Erasing what a council's own rule says is over its time: one event with its parts."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from moothall_web.identity.models import ProviderSession
from moothall_web.people.councils import register
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity
from moothall_web.records.actions import Entry, erase
from moothall_web.records.models import Event, Payload, Submission
from moothall_web.records.recorded import Pen, recorded
from moothall_web.retention.due import ERASED_BY_RULE, NOBODYS_NAME, leavers_over, words_over
from moothall_web.retention.permissions import may_erase
from moothall_web.retention.queries import Preview, chosen, preview

NAME_TAKEN = "took away the name of somebody who left"
_SLICE = 500


class ChangedSinceError(Exception):
    """What is over its time is no longer what was shown and confirmed; nothing was erased."""


def erase_by_rule(person: Person, council: str, rule: str, *, seen: str, why: str) -> Preview:
    """Erase what a council's rule says, and nothing but what `seen` names, for good.

    Raises RefusedError, ChangedSinceError and UnreadableRulesError, and then nothing is erased.
    """
    held = may_erase(person, council, register())
    if isinstance(held, Refusal):
        raise RefusedError(held)
    with recorded() as pen:
        shown = preview(council, rule, timezone.localdate())
        if shown is None or shown.seen != seen:
            raise ChangedSinceError
        whole = pen.record(
            Entry(
                verb=ERASED_BY_RULE,
                who=person.pk,
                role=held.role.value,
                for_whom=council,
                owner=council,
                shared=False,
                subject=f"rule/{rule}",
                summary=f"Erased {shown.what}, by its rule of {shown.days:,} days. It cannot be "
                "undone.",
                why=why,
                after={"rule": rule, "days": shown.days, "number": shown.number},
            )
        )
        if rule == "recorded-words":
            _erase_words(person, held, shown, whole)
        else:
            _take_names_away(pen, person, held, shown, whole)
    return shown


def _erase_words(person: Person, held: Capacity, shown: Preview, whole: Event) -> None:
    keys = chosen(words_over(shown.council, shown.before))
    for start in range(0, len(keys), _SLICE):
        part = Payload.objects.filter(pk__in=keys[start : start + _SLICE])
        numbers = list(part.values_list("event__number", flat=True).order_by("event__number"))
        erase(numbers, who=person.pk, role=held.role.value, why="", part_of=whole)


def _take_names_away(
    pen: Pen, person: Person, held: Capacity, shown: Preview, whole: Event
) -> None:
    """Their number, sign-in name and roles stay with what they did; no other council knew them.

    That they came by a council's sign-in stays too, as its number for them: without it that sign-in
    would let them in again as somebody new.
    """
    keys = chosen(leavers_over(shown.council, shown.before))
    pen.record_all(
        [
            Entry(
                verb=NAME_TAKEN,
                who=person.pk,
                role=held.role.value,
                for_whom=shown.council,
                owner=shown.council,
                shared=False,
                subject=f"leaver/{key}",
                summary=f"Took away the name of person {key}, who had left.",
            )
            for key in keys
        ],
        part_of=whole,
    )
    Person.objects.filter(pk__in=keys).update(name=NOBODYS_NAME)
    SocialAccount.objects.filter(user__in=keys).update(extra_data={})
    Authenticator.objects.filter(user__in=keys).delete()
    ProviderSession.objects.filter(person__in=keys).delete()


def forget_forms(days: int) -> int:
    """Forget which forms were carried out so many days ago; how many those were."""
    removed, _ = Submission.objects.filter(at__lt=timezone.now() - timedelta(days)).delete()
    return removed
