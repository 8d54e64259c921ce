"""Who may bring a calendar in, and for whom."""

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities

_NEEDED = ("meetings", "documents")


def may_bring_in(person: Person, programme: Programme) -> Refusal | tuple[tuple[str, str], ...]:
    """Whose calendars the person may bring in (code, name), or why nobody's.

    A meeting comes with the document that it is taken from, so both must be theirs to add.
    """
    held = capacities(person)
    names = [(each.code, each.short_name) for each in programme.authorities]
    answers = {
        (code, name): [
            may_change(held, kind, code, programme) for kind in ("meetings", "documents")
        ]
        for code, name in (*names, (PROGRAMME, "The programme’s own boards"))
    }
    able = tuple(
        owner
        for owner, answer in answers.items()
        if all(isinstance(each, Capacity) for each in answer)
    )
    refused = next((each for each in answers[names[0]] if isinstance(each, Refusal)), None)
    return (
        able or refused or Refusal("Nobody of this programme's councils may bring in a calendar.")
    )
