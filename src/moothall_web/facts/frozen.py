"""Programmes as somebody sees them: frozen, and kept from one question to the next."""

from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.facts.facts import programme_of
from moothall_web.facts.memory import kept
from moothall_web.facts.permissions import visible
from moothall_web.people.models import Person
from moothall_web.people.queries import Sight, sight


def seen_by(person: Person, code: str) -> Programme | None:
    """One programme as the person sees it; None where there is none, or none that they may see."""
    row = models.Programme.objects.filter(code=code).first()
    return seen(row, sight(person, code, row.about["authorities"])) if row else None


def seen(row: models.Programme, what: Sight) -> Programme | None:
    """A programme as somebody with this sight sees it."""
    while what.inside:
        try:
            return _frozen(row.pk, row.revision, what)
        except _MovedOnError:
            row = models.Programme.objects.get(pk=row.pk)
    return None


class _MovedOnError(Exception):
    """The programme was changed while its rows were read."""


@kept(at_most=32)
def _frozen(pk: int, revision: str, what: Sight) -> Programme | None:
    """A programme of one revision.

    Building 2,000 facts from their rows takes some 160 ms, most of a page's time.  A revision never
    comes back with other facts, so it is a safe name to keep them by; the database may hold rows
    back by itself, so what one sight has read is never another's.
    """
    found = visible(programme_of(models.Programme.objects.get(pk=pk)), what)
    if not models.Programme.objects.filter(pk=pk, revision=revision).exists():
        raise _MovedOnError
    return found
