"""For whom a form on a fact is sent in: said on its page, and chosen where there is a choice."""

from collections.abc import Iterable
from dataclasses import dataclass

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall_web.facts.permissions import CHANGES
from moothall_web.people.models import Person
from moothall_web.people.queries import Capacity, capacities


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """`lines` say for whom somebody acts, `choices` (code, words) for whom they may act instead.

    `chosen` is the code of the council for which it is done, empty while nobody has chosen.
    """

    lines: tuple[str, ...]
    choices: tuple[tuple[str, str], ...] = ()
    chosen: str = ""


def acting(
    person: Person, programme: Programme, kind: str, owners: Iterable[str], chosen: str = ""
) -> Acting:
    """For whom a person acts who changes what belongs to one of these owners."""
    owners = tuple(owners)
    held = [
        each
        for each in capacities(person)
        if each.holds_in(programme.about.id, programme.about.authorities)
    ]
    names = {each.code: each.short_name for each in programme.authorities}
    able = [
        each
        for each in held
        if each.role in CHANGES[kind]
        and each.authority in programme.about.authorities
        and (each.authority in owners or PROGRAMME in owners)
    ]
    by_council: dict[str, Capacity] = {}
    for each in able:
        by_council.setdefault(each.authority, each)
    lines = _lines(by_council, held, names)
    if PROGRAMME not in owners:  # then it is done for the council that it belongs to
        return Acting(lines=lines)
    choices = tuple((code, _as(each, names)) for code, each in by_council.items())
    if len(choices) == 1:
        chosen = choices[0][0]
    return Acting(lines=lines, choices=choices, chosen=chosen if chosen in by_council else "")


def _lines(
    able: dict[str, Capacity], held: list[Capacity], names: dict[str, str]
) -> tuple[str, ...]:
    if not able:
        return ()
    said = " or ".join(_as(each, names) for each in able.values())
    lines = [f"You do this as {said}."]
    others = dict.fromkeys(
        names.get(each.authority, each.organisation or "the programme")
        for each in held
        if each.authority not in able
    )
    if others:
        lines.append(f"You also act for {' and '.join(others)}.")
    return tuple(lines)


def _as(held: Capacity, names: dict[str, str]) -> str:
    """`finance officer for Tameside`."""
    words = f"{held.role.label} for {names.get(held.authority, held.authority)}"
    return f"{words}, in the absence of {held.covers}" if held.covers else words
