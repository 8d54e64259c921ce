"""What came in at once from a file or a published page: one event, with its facts as its parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.people.models import Person
from moothall_web.people.queries import sight
from moothall_web.records.models import Event, Payload

_LAST = 10


@dataclass(frozen=True, slots=True)
class Way:
    """A way in, as the record calls it: the verb of coming in by it, and that of undoing it."""

    verb: str
    undid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Something that came in: what is said of it, and whether it was undone."""

    number: int
    at: datetime
    who: str
    summary: str
    undone: bool


def lately(
    person: Person, code: str, authorities: Sequence[str], way: Way, owner: str = ""
) -> tuple[Brought, ...]:
    """The last that came in for the person's own councils, or for one of them, the newest first."""
    own = _own(person, code, authorities, owner)
    told = Payload.objects.filter(event__programme=code, owner__in=own).select_related("event__who")
    undone = set(told.filter(event__verb=way.undid).values_list("event__subject", flat=True))
    return tuple(
        Brought(
            number=each.event.number,
            at=each.event.at,
            who=each.event.who.name if each.event.who else "",
            summary=each.summary,
            undone=subject_of(each.event) in undone,
        )
        for each in told.filter(event__verb=way.verb).order_by("-event__number")[:_LAST]
    )


def to_undo(
    person: Person, code: str, number: int, way: Way, owner: str = ""
) -> tuple[Event, Payload] | None:
    """What came in for one of the person's own councils, or for that one, and what was said of it.

    None where there is no such event for this person.
    """
    row = models.Programme.objects.filter(code=code).first()
    if row is None:
        return None
    found = (
        Payload.objects.filter(event__number=number, event__programme=code, event__verb=way.verb)
        .select_related("event")
        .first()
    )
    if found is None or found.owner not in _own(person, code, row.about["authorities"], owner):
        return None
    return found.event, found


def _own(person: Person, code: str, authorities: Sequence[str], owner: str) -> frozenset[str]:
    """The councils of these for which the person acts; of them only the owner, where one is."""
    councils = sight(person, code, authorities).councils
    return councils & {owner} if owner else councils


def document_held(programme: Programme, title: str, owner: str, known_on: date) -> str | None:
    """The document under that title, owner and day from which things came in before; its id."""
    for held in programme.documents:
        if (held.title, held.owner, held.known_on) == (title, owner, known_on):
            return held.id
    return None


def is_undone(event: Event, way: Way) -> bool:
    """Whether it has been undone already."""
    done = Event.objects.filter(programme=event.programme, verb=way.undid)
    return done.filter(subject=subject_of(event)).exists()


def parts_of(event: Event) -> list[Event]:
    """What it did, the last first."""
    return list(Event.objects.filter(part_of=event.number).order_by("-number"))


def subject_of(event: Event) -> str:
    """How the event that undoes it names it."""
    return f"event/{event.number}"
