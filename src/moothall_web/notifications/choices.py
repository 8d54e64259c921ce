"""How soon somebody is told of each kind, from what they chose and what cannot be switched off."""

from dataclasses import dataclass

from moothall_web.notifications.kinds import KINDS, USUAL, Kind
from moothall_web.notifications.models import Choice, Soon
from moothall_web.people.models import Person, Role
from moothall_web.people.queries import capacities


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One kind as one person is told of it; `why` says why it cannot be switched off, if so."""

    kind: Kind
    soon: Soon
    offered: tuple[Soon, ...]
    why: str


def chosen_by(person: Person) -> tuple[Chosen, ...]:
    """Every kind that somebody in these roles is told of."""
    roles = _roles(person)
    said = dict(Choice.objects.filter(person=person).values_list("kind", "soon"))
    return tuple(_chosen(kind, roles, said.get(kind.name)) for kind in KINDS if kind.is_for(roles))


def soon_by_kind(person: Person) -> dict[str, Soon]:
    """The same, by the name of the kind."""
    return {each.kind.name: each.soon for each in chosen_by(person)}


def _chosen(kind: Kind, roles: frozenset[Role], said: str | None) -> Chosen:
    offered = kind.offers(roles)
    soon = Soon(said) if said in offered else USUAL
    return Chosen(kind=kind, soon=soon, offered=offered, why=kind.why if kind.binds(roles) else "")


def _roles(person: Person) -> frozenset[Role]:
    return frozenset(each.role for each in capacities(person))
