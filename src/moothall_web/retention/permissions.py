"""Who sees what is over its time, and who erases it."""

from moothall.facts.fact import PROGRAMME
from moothall_web.people.councils import Register
from moothall_web.people.events import may_read
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities


def councils_seen(person: Person) -> Refusal | tuple[str, ...]:
    """The councils of which somebody sees what is over its time, or why they see none.

    They are those for which one reads what was recorded.
    """
    held = may_read(person)
    if isinstance(held, Refusal):
        return Refusal(
            "Only a council's own IT, monitoring officer or programme manager sees what it has "
            "kept for longer than its rules say."
        )
    return tuple(dict.fromkeys(each.authority for each in held))


def may_erase(person: Person, council: str, names: Register) -> Refusal | Capacity:
    """The capacity in which somebody erases what a council's own rule says, or why not."""
    for each in capacities(person):
        officer = each.role == Role.MONITORING_OFFICER and not each.programme
        if officer and each.authority == council != PROGRAMME:
            return each
    return Refusal(
        f"Only {names.name(council)}'s monitoring officer may erase what is over its time."
    )
