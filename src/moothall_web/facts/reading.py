"""Somebody who reads a programme: what they see of it, and in which capacities they act."""

from dataclasses import dataclass

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.facts.frozen import seen
from moothall_web.people.models import Person
from moothall_web.people.queries import Capacity, Sight, capacities, sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A person who reads a programme."""

    row: models.Programme
    programme: Programme
    sight: Sight
    held: tuple[Capacity, ...]

    @property
    def names(self) -> dict[str, str]:
        """What bodies and owners are called, by id or code."""
        bodies = {each.id: each.name for each in self.programme.bodies}
        councils = {each.code: each.short_name for each in self.programme.authorities}
        return bodies | councils | {PROGRAMME: "the programme"}


def reading_of(person: Person, code: str) -> Reading | None:
    """A person's reading of a programme; None where they see no such programme."""
    row = models.Programme.objects.filter(code=code).first()
    if row is None:
        return None
    sees = sight(person, code, row.about["authorities"])
    programme = seen(row, sees)
    if programme is None:
        return None
    return Reading(row=row, programme=programme, sight=sees, held=capacities(person))
