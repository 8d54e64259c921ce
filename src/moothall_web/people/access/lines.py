"""One acting, or one grant to an auditor, as a page shows it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.people.councils import Register
from moothall_web.people.facts import not_ended, state_of
from moothall_web.people.models import Acting, AuditGrant, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One acting as a page shows it; `state` names how it stood, to be sent along with a form."""

    number: int
    username: str
    name: str
    role: str
    authority: str
    programme: str
    programme_code: str
    organisation: str
    since: date | None
    until: date | None
    covers: str
    covered_by: tuple[str, ...]
    begun: bool
    ended: bool
    others: tuple[str, ...]
    last_sign_in: datetime | None
    left_on: date | None
    state: str
    by_group: bool


def lines_of(
    rows: list[Acting], held_now: Register, seen: Collection[str]
) -> list[tuple[Acting, Line]]:
    """Each acting with its line; of the `seen` councils alone are the names given."""
    today = timezone.localdate()
    covering: dict[int, list[str]] = {}
    for row in Acting.objects.filter(
        not_ended(today), covers__in=[row.pk for row in rows]
    ).select_related("person"):
        covering.setdefault(row.covers_id or 0, []).append(row.person.name)
    others: dict[int, set[str]] = {}
    for person, authority in Acting.objects.filter(
        not_ended(today), person__in={row.person_id for row in rows}
    ).values_list("person", "authority"):
        others.setdefault(person, set()).add(authority)
    return [
        (row, _line(row, covering, _named(row, others, seen, held_now), held_now, today))
        for row in rows
    ]


def _named(
    row: Acting, others: Mapping[int, set[str]], seen: Collection[str], held_now: Register
) -> tuple[str, ...]:
    """For whom else somebody acts.  What is outside the reader's programmes is counted only."""
    codes = others.get(row.person_id, set()) - {row.authority}
    hidden = len(codes - {*seen, PROGRAMME})
    words = f"{hidden} {'council' if hidden == 1 else 'councils'} outside your programmes"
    return (
        *(held_now.name(code) for code in sorted(codes) if code in seen or code == PROGRAMME),
        *([words] if hidden else []),
    )


def _line(
    row: Acting,
    covering: Mapping[int, list[str]],
    others: tuple[str, ...],
    held_now: Register,
    today: date,
) -> Line:
    partners = held_now.programme(row.programme) if row.programme else None
    return Line(
        number=row.pk,
        username=row.person.username,
        name=row.person.name,
        role=Role(row.role).label,
        authority=row.authority,
        programme=partners.name if partners else row.programme,
        programme_code=row.programme,
        organisation=row.organisation,
        since=row.since,
        until=row.until,
        covers=row.covers.person.name if row.covers else "",
        covered_by=tuple(covering.get(row.pk, ())),
        begun=row.since is None or row.since <= today,
        ended=row.until is not None and row.until <= today,
        others=others,
        last_sign_in=row.person.last_login,
        left_on=row.person.left_on,
        state=state_of([row]),
        by_group=bool(row.tenant),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What an auditor may read of a council's own in a programme; all kinds if none is named."""

    number: int
    auditor: str
    programme: str
    kinds: tuple[str, ...]
    granted_by: str
    granted_at: datetime


def grants_of(authorities: Iterable[str], held_now: Register) -> dict[str, tuple[Grant, ...]]:
    found: dict[str, tuple[Grant, ...]] = {}
    for row in AuditGrant.objects.filter(
        authority__in=list(authorities), withdrawn_at=None
    ).select_related("auditor", "granted_by"):
        partners = held_now.programme(row.programme)
        made = Grant(
            number=row.pk,
            auditor=row.auditor.name,
            programme=partners.name if partners else row.programme,
            kinds=tuple(held_now.kinds.get(kind, kind) for kind in row.kinds),
            granted_by=row.granted_by.name,
            granted_at=row.granted_at,
        )
        found[row.authority] = (*found.get(row.authority, ()), made)
    return found
