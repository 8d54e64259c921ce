"""What the lists of facts show: every kind, and all of one kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moothall.facts.fact import PROGRAMME, Exempt
from moothall.facts.programme import KINDS, Programme
from moothall.files.shapes import from_plain
from moothall_web.facts.labels import label
from moothall_web.facts.permissions import may_change
from moothall_web.facts.reading import Reading, reading_of
from moothall_web.facts.sight_lines import loose
from moothall_web.facts.subjects import SUBJECTS, Thing, key_field, name_of, one_of, subjects_of
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class KindEntry:
    """A kind of thing, how many of it the person sees, and for whom they may add one.

    `owners` are codes of authorities, and `programme`; with none of them `refusal` says who may.
    """

    kind: str
    name: str
    one: str
    count: int
    owners: tuple[str, ...]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsPage:
    """Every kind of thing in a programme."""

    programme: Programme
    kinds: tuple[KindEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFact:
    """A thing in a list.  `left_out` says why no case of theirs has it; empty if it has."""

    kind: str
    key: str
    label: str
    owner: str
    owner_name: str
    shared: bool
    exempt: Exempt | None
    assumed: str | None
    version: int
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactList:
    """All of one kind that the person sees; `owners` and `refusal` as in KindEntry."""

    programme: Programme
    kind: str
    name: str
    one: str
    facts: tuple[ListedFact, ...]
    owners: tuple[str, ...]
    refusal: Refusal | None


def kinds(person: Person, code: str) -> KindsPage | None:
    """Every kind in a programme; None where the person sees no such programme."""
    reading = reading_of(person, code)
    if reading is None:
        return None
    lost: dict[str, int] = {}
    for kind, _ in loose(reading.row, reading.sight, KINDS):
        lost[kind] = lost.get(kind, 0) + 1
    entries = []
    for kind in SUBJECTS:
        owners, refusal = _may_add(reading, kind)
        entries.append(
            KindEntry(
                kind=kind,
                name=name_of(kind),
                one=one_of(kind),
                count=len(_things(reading.programme, kind)) + lost.get(kind, 0),
                owners=owners,
                refusal=refusal,
            )
        )
    return KindsPage(programme=reading.programme, kinds=tuple(entries))


def fact_list(person: Person, code: str, kind: str) -> FactList | None:
    """All of one kind; None where there is no such programme or kind."""
    reading = reading_of(person, code)
    if reading is None or kind not in SUBJECTS:
        return None
    owners, refusal = _may_add(reading, kind)
    return FactList(
        programme=reading.programme,
        kind=kind,
        name=name_of(kind),
        one=one_of(kind),
        facts=tuple(_listed(reading, kind)),
        owners=owners,
        refusal=refusal,
    )


def _may_add(reading: Reading, kind: str) -> tuple[tuple[str, ...], Refusal | None]:
    """For whom the person may add one of a kind; or why for nobody."""
    if kind == "about":
        return (), Refusal("A programme is there once.")
    every = (*reading.programme.about.authorities, PROGRAMME)
    answers = {owner: may_change(reading.held, kind, owner, reading.programme) for owner in every}
    owners = tuple(
        owner
        for owner, answer in answers.items()
        if isinstance(answer, Capacity) and (kind, owner) != ("authorities", PROGRAMME)
    )
    refusal = answers[PROGRAMME]
    return owners, refusal if not owners and isinstance(refusal, Refusal) else None


def _things(programme: Programme, kind: str) -> tuple[Thing, ...]:
    if kind == "about":
        return (programme.about,)
    things: tuple[Thing, ...] = getattr(programme, kind)
    return things


def _listed(reading: Reading, kind: str) -> Iterator[ListedFact]:
    """What the person sees, in its order; their own that no case of theirs has, in its place."""
    left_out = loose(reading.row, reading.sight, [kind]) if kind in KINDS else {}
    visible = {getattr(thing, key_field(kind)) for thing in _things(reading.programme, kind)}
    names = reading.names
    for each in subjects_of(reading.row, kind):
        if each.key in visible or (kind, each.key) in left_out:
            yield ListedFact(
                kind=kind,
                key=each.key,
                label=label(kind, each.payload, names),
                owner=each.owner,
                owner_name=names.get(each.owner, each.owner),
                shared=each.shared,
                exempt=_exempt(each.payload.get("exempt")),
                assumed=each.payload.get("assumed"),
                version=each.version,
                left_out=left_out.get((kind, each.key), ""),
            )


def _exempt(payload: Any) -> Exempt | None:
    return from_plain(payload, Exempt, "database") if payload else None
