"""Who says from where a council's meetings are read: its council IT and democratic services."""

from moothall.facts.fact import PROGRAMME
from moothall_web.people.councils import Register
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities

SETS = (Role.DEMOCRATIC_SERVICES, Role.IT)


def may_set(person: Person, authority: str, names: Register) -> Refusal | Capacity:
    """The capacity in which somebody may set a council's address, or why not."""
    for each in capacities(person):
        if each.authority == authority and each.role in SETS and not each.programme:
            return each
    return Refusal(
        f"Only {names.name(authority)}'s democratic services officer or council IT may say from "
        "where its meetings are read."
    )


def sets_for(person: Person) -> tuple[str, ...]:
    """The councils for which somebody may set an address."""
    held = [each for each in capacities(person) if each.role in SETS and not each.programme]
    return tuple(dict.fromkeys(each.authority for each in held if each.authority != PROGRAMME))
