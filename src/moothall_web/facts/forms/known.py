"""What may be chosen in a form, and what each of it is called: never more than the person sees."""

from collections.abc import Iterable, Iterator

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall.files.shapes import plain
from moothall_web.facts.forms.answers import Choices
from moothall_web.facts.forms.fact_form import Known
from moothall_web.facts.forms.parts import DOCUMENTS, Part
from moothall_web.facts.labels import label

THE_PROGRAMME = "The programme as a whole"


def known_from(programme: Programme, parts: Iterable[Part]) -> Known:
    """The facts of every kind that these parts can refer to, by their names."""
    names = names_in(programme)
    return {kind: _choices(programme, kind, names) for kind in {*_kinds(parts)}}


def names_in(programme: Programme) -> dict[str, str]:
    """What councils and bodies are called, by code or id."""
    return {authority.code: authority.short_name for authority in programme.authorities} | {
        body.id: body.name for body in programme.bodies
    }


def _kinds(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if part.kind:
            yield part.kind
        yield from _kinds(part.parts)


def _choices(programme: Programme, kind: str, names: dict[str, str]) -> Choices:
    councils = [(each.code, each.short_name) for each in programme.authorities]
    if kind == "authorities":
        return councils
    if kind == "owner":
        return [*councils, (PROGRAMME, THE_PROGRAMME)]
    if kind == DOCUMENTS:
        return [(each.id, f"{each.id}: {each.title}") for each in programme.documents]
    return [(each.id, label(kind, plain(each), names)) for each in getattr(programme, kind)]
