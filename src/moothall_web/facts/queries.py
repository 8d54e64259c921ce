"""What is read of the facts: only ever what the reader may see."""

from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.facts.facts import programme_of
from moothall_web.facts.permissions import visible
from moothall_web.people.models import Person
from moothall_web.people.queries import authorities_of


def programmes(person: Person) -> tuple[Programme, ...]:
    """Every programme of the councils that the person acts for."""
    acting_for = authorities_of(person)
    seen = (visible(programme_of(row), acting_for) for row in models.Programme.objects.all())
    return tuple(programme for programme in seen if programme is not None)


def programme(person: Person, code: str) -> Programme | None:
    """One programme; None where there is none, or none that the person may see."""
    row = models.Programme.objects.filter(code=code).first()
    return visible(programme_of(row), authorities_of(person)) if row else None


def documents(person: Person, code: str) -> tuple[Programme, dict[str, int]] | None:
    """A programme, and how many of the facts that the person may see each document gives."""
    seen = programme(person, code)
    if seen is None:
        return None
    taken = dict.fromkeys((document.id for document in seen.documents), 0)
    for _, fact in seen.facts():
        taken[fact.source.document] += 1
    return seen, taken


def authority_names() -> dict[str, str]:
    """The short name of every council held, by code."""
    return {
        record.code: str(record.payload["short_name"])
        for record in models.AuthorityRecord.objects.all()
    }
