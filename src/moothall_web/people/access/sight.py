"""Whose access a reader sees."""

from collections.abc import Iterable

from moothall.facts.fact import PROGRAMME
from moothall_web.people.councils import Partnership, Register
from moothall_web.people.models import Role
from moothall_web.people.queries import Capacity


def own_councils(held: Iterable[Capacity]) -> set[str]:
    """An auditor reads what is granted: the councils audited are not the auditor's own."""
    return {
        each.authority for each in held if each.authority != PROGRAMME and each.role != Role.AUDITOR
    }


def own_boards(held: Iterable[Capacity], programme: Partnership) -> set[str]:
    """`programme` where one of the programme's councils, or its board, is the reader's own."""
    inside = any(
        each.holds_in(programme.code, programme.authorities) and each.role != Role.AUDITOR
        for each in held
    )
    return {PROGRAMME} if inside else set()


def partnerships_of(held: Iterable[Capacity], held_now: Register) -> list[Partnership]:
    """The programmes that somebody takes part in."""
    held = list(held)
    return [
        each
        for each in held_now.programmes
        if any(capacity.holds_in(each.code, each.authorities) for capacity in held)
    ]


def councils_in_sight(held: Iterable[Capacity], held_now: Register) -> set[str]:
    """Somebody's own councils and their partners."""
    held = list(held)
    partners = {code for each in partnerships_of(held, held_now) for code in each.authorities}
    return own_councils(held) | partners
