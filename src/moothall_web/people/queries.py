"""What is read about people."""

from dataclasses import dataclass

from moothall_web.people.models import Person


@dataclass(frozen=True, slots=True)
class ActsFor:
    """The authority that somebody acts for, and in which role."""

    authority: str
    role: str


def acts_for(person: Person) -> tuple[ActsFor, ...]:
    """Every authority that the person acts for, in order."""
    return tuple(
        ActsFor(authority=acting.authority, role=acting.get_role_display())
        for acting in person.acting.all()
    )


def authorities_of(person: Person) -> frozenset[str]:
    """The codes of the authorities that the person acts for."""
    return frozenset(person.acting.values_list("authority", flat=True))
