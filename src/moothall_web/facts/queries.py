"""What is read of the facts: only ever what the reader may see."""

from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.facts.frozen import seen, seen_by
from moothall_web.facts.history import Change, Difference, History, history
from moothall_web.facts.lists import FactList, KindEntry, KindsPage, ListedFact, fact_list, kinds
from moothall_web.facts.pages import FactPage, Pointer, fact_page
from moothall_web.people.models import Person
from moothall_web.people.queries import sight

__all__ = [
    "Change",
    "Difference",
    "FactList",
    "FactPage",
    "History",
    "KindEntry",
    "KindsPage",
    "ListedFact",
    "Pointer",
    "authority_names",
    "documents",
    "fact_list",
    "fact_page",
    "history",
    "kinds",
    "programme",
    "programmes",
]


def programmes(person: Person) -> tuple[Programme, ...]:
    """Every programme of the councils that the person acts for."""
    rows = models.Programme.objects.all()
    found = (seen(row, sight(person, row.code, row.about["authorities"])) for row in rows)
    return tuple(programme for programme in found if programme is not None)


def programme(person: Person, code: str) -> Programme | None:
    """One programme; None where there is none, or none that the person may see."""
    return seen_by(person, code)


def documents(person: Person, code: str) -> tuple[Programme, dict[str, int]] | None:
    """A programme, and how many of the facts that the person may see each document gives."""
    found = programme(person, code)
    if found is None:
        return None
    taken = dict.fromkeys((document.id for document in found.documents), 0)
    for _, fact in found.facts():
        taken[fact.source.document] += 1
    return found, taken


def authority_names() -> dict[str, str]:
    """The short name of every council held, by code."""
    return {
        record.code: str(record.payload["short_name"])
        for record in models.AuthorityRecord.objects.all()
    }
