"""Who has programs ask and be told in a council's name."""

from collections.abc import Iterable

from moothall.facts.fact import PROGRAMME
from moothall_web.api.models import Token
from moothall_web.cases.states import STEPS
from moothall_web.facts.permissions import CHANGES
from moothall_web.facts.words import KIND_WORDS
from moothall_web.people.councils import Register
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities

TELLS = (Role.IT, Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES)
"""The roles that say what systems outside are told of their own council's."""

OVERSEES = (Role.IT, Role.MONITORING_OFFICER)
"""The roles that see and withdraw every token of their own council's people."""


SNAPSHOTS = "snapshots"
"""What a token names beside kinds of fact: it makes snapshots and moves them on."""


def words_of(kind: str) -> str:
    """What a token may write, as its page calls it."""
    return KIND_WORDS[kind].many if kind in KIND_WORDS else kind


def councils_of(person: Person) -> tuple[str, ...]:
    """The councils for which somebody may make a token: those that they act for."""
    held = (each.authority for each in capacities(person))
    return tuple(dict.fromkeys(each for each in held if each != PROGRAMME))


def writable(held: Iterable[Capacity], authority: str) -> tuple[str, ...]:
    """What somebody may write for a council in any of its programmes: kinds of fact, snapshots."""
    roles = {each.role for each in held if each.authority == authority}
    kinds = tuple(kind for kind, able in CHANGES.items() if able & roles)
    steps = any(roles & set(step.roles) for step in STEPS)
    return (*kinds, SNAPSHOTS) if steps else kinds


def may_make_token(
    person: Person, authority: str, kinds: Iterable[str], names: Register
) -> Refusal | Capacity:
    """The capacity in which somebody may make such a token, or why not."""
    held = [each for each in capacities(person) if each.authority == authority]
    if not held or authority == PROGRAMME:
        return Refusal(
            f"A token is made for a council that you act for, and {names.name(authority)} is none."
        )
    beyond = sorted(set(kinds) - set(writable(held, authority)))
    if beyond:
        named = ", ".join(words_of(kind) for kind in beyond)
        return Refusal(f"You may not change {named} for {names.name(authority)}, nor may a token.")
    return held[0]


def may_withdraw_token(person: Person, token: Token, names: Register) -> Refusal | Capacity:
    """The capacity in which somebody may withdraw a token, or why not."""
    held = [each for each in capacities(person) if each.authority == token.authority]
    able = [each for each in held if token.person_id == person.pk or each.role in OVERSEES]
    if able:
        return able[0]
    name = names.name(token.authority)
    return Refusal(
        f"Only whoever made this token, and {name}'s council IT or monitoring officer, may "
        "withdraw it."
    )


def may_tell(person: Person, authority: str, names: Register) -> Refusal | Capacity:
    """The capacity in which somebody may have systems told of a council's own, or why not."""
    for each in capacities(person):
        if each.authority == authority and each.role in TELLS and not each.programme:
            return each
    return Refusal(
        f"Only {names.name(authority)}'s council IT, monitoring officer or democratic services "
        "officer may have other systems told."
    )


def tells_for(person: Person) -> tuple[str, ...]:
    """The councils for which somebody may have systems told."""
    held = [each for each in capacities(person) if each.role in TELLS and not each.programme]
    return tuple(dict.fromkeys(each.authority for each in held if each.authority != PROGRAMME))
