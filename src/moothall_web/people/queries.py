"""What is read about people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.people.models import Acting, AuditGrant, Person, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """For whom somebody acts today, and as what.

    `authority` is a council's code or `programme`; `programme` the one programme's code that it is
    for, empty for all of the council's; `covers` the name of the absent person, empty for none.
    """

    acting: int
    authority: str
    role: Role
    programme: str = ""
    organisation: str = ""
    covers: str = ""

    def holds_in(self, programme: str, authorities: Iterable[str]) -> bool:
        """Whether it counts in this programme of these authorities."""
        if self.programme and self.programme != programme:
            return False
        return self.authority in authorities or self.authority == PROGRAMME


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may read in one programme; nothing at all unless `inside`.

    Whoever is inside reads what is the programme's and what is shared; of the councils in
    `councils` everything; and by an auditor's `granted` pairs (authority, kind) just those facts,
    where the kind `*` is every kind.  An auditor who is nothing else reads only what is granted.
    """

    inside: bool
    councils: frozenset[str]
    granted: frozenset[tuple[str, str]]
    auditor_only: bool = False


def acting_on(day: date) -> Q:
    """Which actings hold on a day."""
    return (Q(since=None) | Q(since__lte=day)) & (Q(until=None) | Q(until__gt=day))


def capacities(person: Person, on: date | None = None) -> tuple[Capacity, ...]:
    """Every capacity in which the person acts on a day, today if none is given."""
    day = on or timezone.localdate()
    known: dict[date, tuple[Capacity, ...]] = person.__dict__.get(_KNOWN, {})
    if day in known:
        return known[day]
    held = person.acting.filter(acting_on(day))
    return tuple(
        Capacity(
            acting=acting.pk,
            authority=acting.authority,
            role=Role(acting.role),
            programme=acting.programme,
            organisation=acting.organisation,
            covers=acting.covers.person.name if acting.covers else "",
        )
        for acting in held.select_related("covers__person")
    )


_KNOWN = "_capacities_by_day"


def keep_capacities(person: Person) -> None:
    """Ask once for what somebody may do today, for as long as this very object is about.

    For a request that changes nothing: its page asks four times, a quarter of its time.
    """
    day = timezone.localdate()
    person.__dict__[_KNOWN] = {day: capacities(person, day)}


def sight(person: Person, programme: str, authorities: Iterable[str]) -> Sight:
    """What the person may read of a programme of these authorities."""
    authorities = tuple(authorities)
    held = [each for each in capacities(person) if each.holds_in(programme, authorities)]
    auditing = [each for each in held if each.role == Role.AUDITOR]
    acting = [each for each in held if each.role != Role.AUDITOR]
    granted: frozenset[tuple[str, str]] = frozenset()
    if auditing:
        granted = frozenset(
            (grant.authority, kind)
            for grant in AuditGrant.objects.filter(
                auditor=person, programme=programme, authority__in=authorities, withdrawn_at=None
            )
            for kind in grant.kinds or ["*"]
        )
    return Sight(
        inside=bool(acting) or bool(granted),
        councils=frozenset(each.authority for each in acting if each.authority != PROGRAMME),
        granted=granted,
        auditor_only=not acting,
    )


def people_of(authorities: Iterable[str]) -> QuerySet[Person]:
    """The people who act for any of these authorities today."""
    holding = Acting.objects.filter(
        acting_on(timezone.localdate()), authority__in=[*authorities, PROGRAMME]
    )
    return Person.objects.filter(is_active=True, acting__in=holding).distinct()


def authorities_of(person: Person) -> frozenset[str]:
    """The codes of the authorities that the person acts for today."""
    return frozenset(each.authority for each in capacities(person)) - {PROGRAMME}
