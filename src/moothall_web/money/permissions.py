"""Who may bring a money table in, and for whom."""

from moothall.facts.programme import Programme
from moothall.files.workbooks.fields import TableKind
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities


def may_bring_in(person: Person, programme: Programme) -> Refusal | tuple[tuple[str, str], ...]:
    """Whose tables the person may bring in (code, name), or why nobody's.

    Whoever may change a council's money may bring in its tables: the document that stands for a
    table comes with its lines.
    """
    held = capacities(person)
    owners, refused = [], None
    for each in programme.authorities:
        answers = [may_change(held, kind.value, each.code, programme) for kind in TableKind]
        if all(isinstance(answer, Capacity) for answer in answers):
            owners.append((each.code, each.short_name))
        refused = refused or next((a for a in answers if isinstance(a, Refusal)), None)
    if owners:
        return tuple(owners)
    return refused or Refusal("Nobody of this programme's councils may bring in a table.")
