"""Who may bring a council's published pages in: whoever records its decisions and its meetings."""

from moothall.facts.programme import Programme
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities

KINDS = (
    *("decisions", "meetings", "minutes", "conditions", "comments", "papers", "documents"),
    *("notices", "key_decision_tests"),
)
"""What a page can give cause to add or change."""


def may_bring_in(person: Person, programme: Programme) -> Refusal | tuple[tuple[str, str], ...]:
    """Whose pages the person may bring in (code, name), or why nobody's."""
    held = capacities(person)
    owners, refused = [], None
    for each in programme.authorities:
        answers = [may_change(held, kind, each.code, programme) for kind in KINDS]
        if all(isinstance(answer, Capacity) for answer in answers):
            owners.append((each.code, each.short_name))
        refused = refused or next((a for a in answers if isinstance(a, Refusal)), None)
    if owners:
        return tuple(owners)
    return refused or Refusal("Nobody of this programme's councils may bring in a page.")
