"""One person, one acting or one grant, where the reader may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.people.access.lines import Grant, Line, grants_of, lines_of
from moothall_web.people.access.sight import (
    councils_in_sight,
    own_boards,
    own_councils,
    partnerships_of,
)
from moothall_web.people.councils import Register, register
from moothall_web.people.facts import not_ended, state_of
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.permissions import Refusal, may_admit_to, may_open
from moothall_web.people.queries import Capacity, capacities


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """One person as one council sees them.

    `state` names how their actings stood; `closed` says why the council may not open their sign-in.
    """

    person: Person
    authority: str
    council: str
    username: str
    name: str
    lines: tuple[Line, ...]
    ended: tuple[Line, ...]
    others: tuple[str, ...]
    last_sign_in: datetime | None
    left_on: date | None
    opened: bool
    admits: bool
    closed: str
    state: str


def person_page(person: Person, authority: str, username: str) -> PersonPage | None:
    """One person who acts, or has acted, for the reader's own council; None if not."""
    held, held_now = capacities(person), register()
    who = Person.objects.filter(username=username).first()
    if who is None:
        return None
    rows = list(
        Acting.objects.filter(person=who, authority=authority).select_related(
            "person", "covers__person"
        )
    )
    seen = [row for row in rows if _may_see_whole(held, row, held_now)]
    if not seen:
        return None
    admitting = [may_admit_to(held, authority, row.programme, held_now) for row in seen]
    lines = [line for _, line in lines_of(seen, held_now, councils_in_sight(held, held_now))]
    admits = all(not isinstance(each, Refusal) for each in admitting)
    refusal = may_open(who, authority, held_now)
    return PersonPage(
        person=who,
        authority=authority,
        council=held_now.name(authority),
        username=who.username,
        name=who.name,
        lines=tuple(line for line in lines if not line.ended),
        ended=tuple(line for line in lines if line.ended),
        others=lines[0].others,
        last_sign_in=who.last_login if admits else None,
        left_on=who.left_on,
        opened=who.opened,
        admits=admits,
        closed=refusal.words if refusal else "",
        state=state_of(row for row, line in zip(seen, lines, strict=True) if not line.ended),
    )


def line(person: Person, number: int) -> Line | None:
    """One acting for a council or board that the reader sees; None if there is none."""
    held, held_now = capacities(person), register()
    row = Acting.objects.filter(pk=number).select_related("person", "covers__person").first()
    if row is None:
        return None
    visible = councils_in_sight(held, held_now)
    boards = {each.code for each in partnerships_of(held, held_now)}
    if row.authority not in visible and not (
        row.authority == PROGRAMME and row.programme in boards
    ):
        return None
    return lines_of([row], held_now, visible)[0][1]


def grant(person: Person, number: int) -> tuple[Grant, str] | None:
    """One grant of the reader's own council, and the council's code; None if there is none."""
    held, held_now = capacities(person), register()
    return next(
        (
            (each, code)
            for code, grants in grants_of(own_councils(held), held_now).items()
            for each in grants
            if each.number == number
        ),
        None,
    )


def auditors(authority: str) -> tuple[tuple[str, str], ...]:
    """The sign-in name and name of everybody who audits in a programme of an authority."""
    codes = {code for each in register().programmes_of(authority) for code in each.authorities}
    rows = Acting.objects.filter(
        not_ended(timezone.localdate()),
        role=Role.AUDITOR,
        authority__in=codes,
        person__is_active=True,
    ).select_related("person")
    return tuple(sorted({(row.person.username, row.person.name) for row in rows}))


def _may_see_whole(held: Iterable[Capacity], row: Acting, held_now: Register) -> bool:
    held = list(held)
    if row.authority != PROGRAMME:
        return row.authority in own_councils(held)
    partners = held_now.programme(row.programme)
    return partners is not None and bool(own_boards(held, partners))
