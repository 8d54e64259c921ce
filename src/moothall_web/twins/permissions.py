"""Who links a council's recommendations with another's: whoever changes that council's papers."""

from collections.abc import Iterable

from moothall.facts.programme import Programme
from moothall_web.facts.permissions import may_change
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity

KIND = "papers"


def may_link(held: Iterable[Capacity], authority: str, programme: Programme) -> Refusal | Capacity:
    """The capacity in which somebody links this council's recommendations, or why not."""
    return may_change(held, KIND, authority, programme)
