"""All that somebody is to be told today, in their own scope and without what is exempt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from moothall.case.case import make_case
from moothall.facts.programme import Programme, keep_only
from moothall.files.law import read_law
from moothall.papers.insertions import MARK
from moothall_web.facts import models as rows
from moothall_web.facts.frozen import seen
from moothall_web.notifications.lines import Line, Reader, hidden
from moothall_web.notifications.of_programme import OF_A_PROGRAMME, Worked
from moothall_web.notifications.of_rows import OF_ROWS, Shown
from moothall_web.people.models import Person, Role
from moothall_web.people.queries import Sight, capacities, sight
from moothall_web.people.scope import scope_of
from moothall_web.row_scope import within


@dataclass(frozen=True, slots=True, kw_only=True)
class OfProgramme:
    """What somebody may be told of one programme."""

    code: str
    name: str
    lines: tuple[Line, ...]


def may_be_told(person: Person) -> bool:
    """Whether anything is sent to somebody at all: nothing once they have left."""
    if person.demonstration and not settings.DEMONSTRATION:
        return False
    return person.is_active and person.left_on is None


def told_to(person: Person, today: date | None = None) -> tuple[OfProgramme, ...]:
    """All that somebody may be told of each of their programmes, as things stand now."""
    if not may_be_told(person):
        return ()
    day = today or timezone.localdate()
    with within(scope_of(person)):
        held = rows.Programme.objects.order_by("code")
        found = (_of_programme(person, row, day) for row in held)
        return tuple(each for each in found if each is not None)


def _of_programme(person: Person, row: rows.Programme, today: date) -> OfProgramme | None:
    authorities = row.about["authorities"]
    what = sight(person, row.code, authorities)
    if not what.inside or what.auditor_only:
        return None
    reader = Reader(
        person=person,
        code=row.code,
        held=tuple(
            each
            for each in capacities(person)
            if each.role != Role.AUDITOR and each.holds_in(row.code, authorities)
        ),
    )
    whole, open_ = _worked(row.pk, row.revision, what, today)
    lines = sayable(whole, open_, reader)
    shown = Shown(programme=open_.case.programme, today=today)
    lines += (line for found in OF_ROWS for line in found(shown, reader))
    return OfProgramme(code=row.code, name=shown.programme.about.name, lines=_each_once(lines))


def sayable(whole: Worked, open_: Worked, reader: Reader) -> list[Line]:
    """What is told of a programme's facts: in words where the same is told without what is exempt.

    Such words rest on nothing exempt.  Of the others it is said that they are there.
    """
    known = _of_facts(whole, reader)
    other = known if open_ is whole else _of_facts(open_, reader)
    return [
        line if line == other.get(key) else hidden(line.kind, line.programme, line.about)
        for key, line in known.items()
    ]


def _of_facts(worked: Worked, reader: Reader) -> dict[str, Line]:
    return {line.key: line for found in OF_A_PROGRAMME for line in found(worked, reader)}


def _each_once(lines: Iterable[Line]) -> tuple[Line, ...]:
    held = {line.key: line for line in lines}
    return tuple(sorted(held.values(), key=lambda line: line.order))


@lru_cache(maxsize=16)
def _worked(pk: int, revision: str, what: Sight, today: date) -> tuple[Worked, Worked]:  # noqa: ARG001 - the revision names what was worked up
    """A programme worked up whole, and without what is exempt; kept, because people see alike."""
    programme = seen(rows.Programme.objects.get(pk=pk), what)
    assert programme is not None  # noqa: S101 - whoever is inside sees the programme
    law = read_law()
    whole = Worked(case=make_case(programme, law, today), today=today)
    open_ = without_what_is_exempt(programme)
    if open_ is programme:
        return whole, whole
    return whole, Worked(case=make_case(open_, law, today), today=today)


def without_what_is_exempt(programme: Programme) -> Programme:
    """The programme as messages may speak of it; itself where nothing in it is exempt.

    Prose that draws a figure in goes too, because the figure might be exempt or rest on one.
    """
    reasons = {
        (kind, fact.id): "exempt" for kind, fact in programme.facts() if fact.exempt is not None
    }
    if not reasons:
        return programme
    reasons |= {
        (kind, fact.id): "draws on others"
        for kind, fact in programme.facts()
        if MARK.search(repr(fact))
    }
    return keep_only(programme, reasons)[0]
