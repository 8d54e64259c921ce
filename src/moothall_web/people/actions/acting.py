"""What all changes of who acts for whom have in common."""

from typing import Any

from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.people.councils import Register
from moothall_web.people.facts import not_ended
from moothall_web.people.models import Acting, Person
from moothall_web.people.permissions import Refusal, RefusedError, may_admit_to
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.actions import Entry


class ImpossibleError(Exception):
    """What was asked for cannot be; `field` is the part of the form that would cure it."""

    def __init__(self, field: str | None, words: str) -> None:
        super().__init__(words)
        self.field, self.words = field, words


class ChangedSinceError(Exception):
    """Somebody else has changed it since the page was opened; `words` say how it stands now."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def acting_of(number: int) -> Acting:
    """One acting; raises ChangedSinceError where somebody has taken it away."""
    found: Acting | None = Acting.objects.select_related("person").filter(pk=number).first()
    if found is None:
        raise ChangedSinceError("This role is no longer there. Nothing was changed.")
    return found


def those_for(authority: str) -> list[Acting]:
    """Every acting for an authority that has not ended, held until the transaction ends.

    Held, so that of two people who end the last two who admit, the second is refused.
    """
    return list(
        Acting.objects.select_for_update(of=("self",))
        .filter(not_ended(timezone.localdate()), authority=authority)
        .select_related("person")
        .order_by("pk")
    )


def must(answer: Refusal | Capacity) -> Capacity:
    """The capacity, or the refusal raised."""
    if isinstance(answer, Refusal):
        raise RefusedError(answer)
    return answer


def must_not(refusal: Refusal | None) -> None:
    """Raise a refusal, where there is one."""
    if refusal is not None:
        raise RefusedError(refusal)


def capacity_to_admit(by: Person, acting: Acting, register: Register) -> Capacity:
    """The capacity in which somebody may change an acting; raises RefusedError."""
    return must(may_admit_to(capacities(by), acting.authority, acting.programme, register))


def entry(
    by: Person | None, held: Capacity | None, acting: Acting, verb: str, **more: Any
) -> Entry:
    """What is recorded of a change to an acting.  A council's own people alone may read it."""
    return Entry(
        who=by.pk if by else None,
        role=held.role if held else "",
        for_whom=held.authority if held else acting.authority,
        owner=acting.authority,
        shared=acting.authority == PROGRAMME,
        programme=acting.programme,
        verb=verb,
        **{"subject": f"acting/{acting.pk}", **more},
    )
