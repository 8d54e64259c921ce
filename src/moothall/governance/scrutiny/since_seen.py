"""What changed since a body last had a proposal before it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from moothall.basics.dates import in_words
from moothall.facts.decisions import Decision
from moothall.facts.programme import Programme, known_by
from moothall.governance.scrutiny.changes import (
    Change,
    How,
    Matter,
    as_it_stood,
    changes_between,
    on_proposal,
)
from moothall.governance.scrutiny.occasions import Occasion, last_seen, occasions_of

AsOf = Callable[[date], Programme]
"""Gives the programme as it was known at the end of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceSeen:
    """What changed in a proposal since a body last had it; `last` is None where it never did.

    `other` is then the last occasion on which it had another proposal of the programme.
    """

    body: str
    name: str
    proposal: str
    last: Occasion | None
    other: Occasion | None
    other_name: str
    changes: tuple[Change, ...]

    @property
    def words(self) -> str:
        """When it last had it and how much has changed, in a sentence or two."""
        if self.last is None or self.last.on is None:
            said = f"No day is recorded on which {self.name} has had this before it."
            if self.other is not None and self.other.on is not None:
                said += (
                    f" It last had the programme before it on {in_words(self.other.on)}: "
                    f"{self.other_name}."
                )
            return said
        when = f"{self.name} last had this before it on {in_words(self.last.on)}"
        if not self.changes:
            return f"{when}. Nothing that is held has changed since."
        number = len(self.changes)
        return (
            f"{when}. Since then {number} {'thing has' if number == 1 else 'things have'} changed."
        )

    @property
    def by_matter(self) -> tuple[tuple[Matter, tuple[Change, ...]], ...]:
        """The changes with what they are about, money first."""
        return tuple(
            (matter, tuple(of_it)) for matter, of_it in groupby(self.changes, lambda c: c.matter)
        )


def since_seen(
    programme: Programme,
    body: str,
    proposal: str,
    as_at: date,
    *,
    before: date | None = None,
    as_of: AsOf | None = None,
) -> SinceSeen:
    """What changed in a proposal, as at a day, since a body last had it.

    `before` leaves aside occasions on that day and later: the meeting for which a paper is written.
    `as_of` gives the programme as it was known on a day, for those who hold its past; otherwise it
    is what of today's facts could be known then, with what they say of later days left out.
    """
    held = occasions_of(programme)
    last = last_seen((each for each in held if each.proposal == proposal), body, as_at, before)
    other = None
    changes: tuple[Change, ...] = ()
    if last is None or last.on is None:
        other = last_seen(held, body, as_at, before)
    else:
        then = (as_of or (lambda day: known_by(programme, day)[0]))(last.on)
        then, now = as_it_stood(then, last.on), as_it_stood(programme, as_at)
        changes = tuple(
            each
            for each in changes_between(then, now, on_proposal((then, now), proposal))
            if not _is_its_own_act(each, body, last.on)
        )
    return SinceSeen(
        body=body,
        name=programme.body(body).name,
        proposal=proposal,
        last=last,
        other=other,
        other_name=programme.proposal(other.proposal).name if other else "",
        changes=changes,
    )


def _is_its_own_act(change: Change, body: str, on: date) -> bool:
    """Whether a change is the record of what the body itself decided when it last had it."""
    decision = change.fact
    return (
        isinstance(decision, Decision)
        and change.how is How.ADDED
        and (decision.body, decision.decided_on) == (body, on)
    )
