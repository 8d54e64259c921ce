"""What points at what, and how far somebody sees along it: read from the rows alone.

`visible` answers the same for a whole programme; a single change should not have to build 2,000
facts to ask about three.  A test holds both to one answer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from moothall.facts.fact import PROGRAMME, reference_fields
from moothall.facts.programme import KINDS
from moothall.files.programme_folder import fact_type
from moothall_web.facts import models
from moothall_web.facts.permissions import sees
from moothall_web.people.queries import Sight
from moothall_web.row_scope import EVERYTHING, within

Key = tuple[str, str]
"""A kind and an id."""

EVERYBODY = Sight(inside=True, councils=frozenset(), granted=frozenset())
"""What everybody in a programme sees, whomever they act for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A fact as far as sight goes: whose it is, and what it points at (field, kind, id)."""

    kind: str
    key: str
    owner: str
    shared: bool
    document: str
    payload: dict[str, Any]
    targets: tuple[tuple[str, str, str], ...]


Lines = dict[Key, Line]


def lines_from(programme: models.Programme, keys: Iterable[Key]) -> Lines:
    """These facts, and all that they point at, and so on to the end."""
    found: Lines = {}
    wanted = {key for kind, key in keys if kind != "authorities"}
    while wanted:
        more = _lines(programme.facts.filter(key__in=wanted))
        found |= more
        held = {key for _, key in found}
        wanted = {
            target
            for line in more.values()
            for _, kind, target in line.targets
            if kind != "authorities" and target not in held
        }
    return found


def hidden(programme: models.Programme, sight: Sight, lines: Lines) -> dict[Key, str]:
    """Which of these facts somebody with this sight does not see, and why.

    `lines` must hold all that they point at; what is not among them does not exist.
    """
    why = {
        key: "it is not shared" for key, line in lines.items() if not sees(sight, line.kind, line)
    }
    codes = set(programme.about["authorities"])
    grown = True
    while grown:
        grown = False
        for key, line in lines.items():
            if key in why:
                continue
            for _, kind, target in line.targets:
                here = target in codes if kind == "authorities" else (kind, target) in lines
                if not here or (kind, target) in why:
                    why[key] = f"it points at {kind}/{target}, which is no longer shared or there"
                    grown = True
                    break
    return why


def sees_fact(programme: models.Programme, sight: Sight, kind: str, key: str) -> bool:
    """Whether somebody with this sight sees a fact, as far as it and all behind it are shared."""
    lines = lines_from(programme, [(kind, key)])
    return (kind, key) in lines and (kind, key) not in hidden(programme, sight, lines)


def sees_document(programme: models.Programme, sight: Sight, key: str) -> bool:
    """Whether somebody sees a document: their own, the programme's, or one behind what they see."""
    owner = programme.documents.filter(key=key).values_list("owner", flat=True).first()
    if owner is None or not sight.inside:
        return False
    if owner in sight.councils or (owner == PROGRAMME and not sight.auditor_only):
        return True
    citing = _lines(programme.facts.filter(document__key=key))
    lines = citing | lines_from(programme, _targets(citing))
    return bool(citing.keys() - hidden(programme, sight, lines).keys())


def seen_keys(programme: models.Programme, sight: Sight, kind: str) -> list[str]:
    """The ids of one kind that somebody sees, in their order."""
    if kind == "authorities":
        return list(programme.about["authorities"])
    if kind == "documents":
        every = programme.documents.values_list("key", flat=True)
        return [key for key in every if sees_document(programme, sight, key)]
    lines = _lines(programme.facts.filter(kind=kind))
    out = hidden(programme, sight, lines | lines_from(programme, _targets(lines)))
    return [key for _, key in lines if (kind, key) not in out]


def loose(programme: models.Programme, sight: Sight, kinds: Iterable[str]) -> dict[Key, str]:
    """The facts of the person's own councils that point at something they do not see, and why.

    A case leaves them out; their owner still has to find and mend them.
    """
    own = _lines(programme.facts.filter(owner__in=sight.councils, kind__in=kinds))
    out = hidden(programme, sight, own | lines_from(programme, _targets(own)))
    return {key: out[key] for key in own if key in out}


def sees_subject(programme: models.Programme, sight: Sight, kind: str, key: str) -> bool:
    """Whether somebody sees a thing of any kind."""
    if kind == "about":
        return sight.inside and key == programme.code
    if kind == "authorities":
        return sight.inside and key in programme.about["authorities"]
    if kind == "documents":
        return sees_document(programme, sight, key)
    return sees_fact(programme, sight, kind, key)


def pointing_at(programme: models.Programme, kind: str, key: str) -> tuple[Lines, dict[Key, str]]:
    """The facts that point at a thing, with all behind them; and by which field each of them does.

    A document is pointed at by the facts taken from it, a council by what is its own too.  The
    database may hold some back: `how_many_point_at` counts them all.
    """
    if kind == "about":
        return {}, {}
    if kind == "documents":
        lines = _lines(programme.facts.filter(document__key=key))
        fields = dict.fromkeys(lines, "source")
    else:
        kinds = [each for each in KINDS if kind in dict(_swapped(each))]
        lines = _lines(programme.facts.filter(kind__in=kinds))
        fields = {
            each: name
            for each, line in lines.items()
            for name, target_kind, target in line.targets
            if (target_kind, target) == (kind, key) and each != (kind, key)
        }
    if kind == "authorities":
        own = _lines(programme.facts.filter(owner=key))
        lines |= own
        fields = dict.fromkeys(own, "owner") | fields
    lines = {each: lines[each] for each in fields}
    return lines | lines_from(programme, _targets(lines)), fields


def how_many_point_at(programme: models.Programme, kind: str, key: str) -> int:
    """How many facts point at a thing, whoever sees them: the number and nothing else."""
    with within(EVERYTHING):
        return len(pointing_at(programme, kind, key)[1])


def _swapped(kind: str) -> Iterator[tuple[str, str]]:
    return ((target, field) for field, target in reference_fields(fact_type(kind)))


def _targets(lines: Lines) -> list[Key]:
    return [(kind, target) for line in lines.values() for _, kind, target in line.targets]


def _lines(rows: Any) -> Lines:
    columns = ("kind", "key", "owner", "shared", "document__key", "payload")
    return {
        (kind, key): Line(
            kind=kind,
            key=key,
            owner=owner,
            shared=shared,
            document=document,
            payload=payload,
            targets=tuple(_pointers(kind, payload)),
        )
        for kind, key, owner, shared, document, payload in rows.values_list(*columns)
        if kind in KINDS
    }


def _pointers(kind: str, payload: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for field, target_kind in reference_fields(fact_type(kind)):
        value = payload.get(field)
        for target in value if isinstance(value, list) else [value]:
            if target is not None:
                yield field, target_kind, str(target)
