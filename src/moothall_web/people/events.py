"""What was recorded, as somebody who answers for a council may read it.

A council's people read what was done for their council and for its programmes; what another
council keeps to itself stays out, and so does what its payload says.
"""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Q

from moothall.facts.fact import PROGRAMME
from moothall_web.people.councils import Register, register
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.models import Event, Payload

READS = frozenset({Role.IT, Role.MONITORING_OFFICER, Role.PROGRAMME_MANAGER})
"""The roles that read what was recorded for their own council."""

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One event; `summary` and `why` are empty where its payload is erased or another council's."""

    event: Event
    for_whom: str
    summary: str
    why: str
    erased: bool
    may_erase: bool


@dataclass(frozen=True, slots=True)
class EventsPage:
    """A page of events, the newest first."""

    lines: tuple[Line, ...]
    page: Page[Event]
    councils: tuple[str, ...]


def may_read(person: Person) -> Refusal | tuple[Capacity, ...]:
    """The capacities in which somebody reads what was recorded, or why they do not."""
    held = tuple(each for each in capacities(person) if each.role in READS and not each.programme)
    held = tuple(each for each in held if each.authority != PROGRAMME)
    return held or Refusal(
        "Only a council's own IT, monitoring officer or programme manager reads what was recorded "
        "for it."
    )


def may_erase(person: Person, payload: Payload, names: Register) -> Refusal | Capacity:
    """The capacity in which somebody may erase what an event says, or why not."""
    for each in capacities(person):
        if each.role == Role.MONITORING_OFFICER and each.authority == payload.owner:
            return each
    whose = names.name(payload.owner) if payload.owner else "the council"
    return Refusal(f"Only the monitoring officer of {whose} may erase what is recorded of its own.")


def events_page(held: tuple[Capacity, ...], number: int) -> EventsPage:
    """One page of what was recorded for the councils of these capacities."""
    names = register()
    councils = {each.authority for each in held}
    programmes = [each.code for each in names.programmes if councils & set(each.authorities)]
    found = Event.objects.filter(
        Q(for_whom__in=councils) | Q(for_whom=PROGRAMME, programme__in=programmes)
    ).select_related("who")
    page = Paginator(found.order_by("-number"), AT_ONCE).get_page(number)
    payloads = Payload.objects.in_bulk([event.pk for event in page])
    erases = {each.authority for each in held if each.role == Role.MONITORING_OFFICER}
    return EventsPage(
        lines=tuple(
            _line(event, payloads.get(event.pk), councils, erases, names) for event in page
        ),
        page=page,
        councils=tuple(sorted(names.name(code) for code in councils)),
    )


def event_to_erase(person: Person, number: int) -> tuple[Event, Payload] | None:
    """An event that somebody reads and that still says something; None where there is none."""
    held = may_read(person)
    if isinstance(held, Refusal):
        return None
    councils = {each.authority for each in held}
    payload = (
        Payload.objects.filter(event__number=number, owner__in=councils)
        .select_related("event")
        .first()
    )
    return (payload.event, payload) if payload else None


def _line(
    event: Event, payload: Payload | None, councils: set[str], erases: set[str], names: Register
) -> Line:
    readable = payload is not None and (
        payload.shared or payload.owner in councils or payload.owner in ("", PROGRAMME)
    )
    return Line(
        event=event,
        for_whom=names.name(event.for_whom),
        summary=payload.summary if payload and readable else "",
        why=payload.why if payload and readable else "",
        erased=payload is None,
        may_erase=payload is not None and payload.owner in erases,
    )
