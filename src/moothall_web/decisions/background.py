"""Committee systems are read every morning, each by itself; nothing is read until one is set."""

from datetime import time

from django.utils import timezone

from moothall.governance.record.whose import why_not_theirs
from moothall_web.decisions.models import CommitteeSystem
from moothall_web.decisions.regular.actions import keep_visit, keep_waiting, put_away
from moothall_web.decisions.regular.queries import sites_of
from moothall_web.decisions.regular.visiting import Visited, visit
from moothall_web.facts.frozen import seen
from moothall_web.facts.models import Programme
from moothall_web.jobs.actions import enqueue
from moothall_web.jobs.registry import Outcome, Progress, every, job
from moothall_web.people.councils import register
from moothall_web.people.queries import Sight
from moothall_web.row_scope import EVERYTHING, within

ALL_SYSTEMS = "read the committee systems"
ONE_SYSTEM = "read a committee system"


@job(ALL_SYSTEMS)
def read_all_systems(progress: Progress) -> Outcome:  # noqa: ARG001
    """Queue a reading of every address that is set."""
    with within(EVERYTHING):
        put_away(timezone.now())
        numbers = list(CommitteeSystem.objects.filter(closed_at=None).values_list("pk", flat=True))
    for number in numbers:
        enqueue(ONE_SYSTEM, system=number)
    return Outcome(words=f"To be read: {len(numbers)} addresses.")


every(ALL_SYSTEMS, at=time(6, 30))


@job(ONE_SYSTEM, attempts=2)
def read_one_system(progress: Progress, *, system: int) -> Outcome:
    """Read one address; what is new waits for an officer of the council."""
    with within(EVERYTHING):
        held = CommitteeSystem.objects.get(pk=system)
        if held.closed_at is not None:
            return Outcome(words="It is not read any more.")
        sight = Sight(True, frozenset({held.authority}), frozenset())
        codes = [each.code for each in register().programmes_of(held.authority)]
        rows = list(Programme.objects.filter(code__in=codes))
        held_as = [(row, programme) for row in rows if (programme := seen(row, sight))]
        sites = sites_of(held.authority)
    ours = [programme for _, programme in held_as]
    # Outside of any transaction of ours, where the database does not wait for the other side.
    found = visit(held.address, held.authority, ours, timezone.localdate(), progress.step)
    with within(EVERYTHING):
        waiting = 0
        refused: list[str] = []
        for row, programme in held_as:
            for page in found.pages:
                if why := why_not_theirs(programme, held.authority, page, sites):
                    refused.append(f"{page.name} {why}.")
                else:
                    waiting += keep_waiting(row, programme, held.authority, page)
        words = _words(found, waiting, refused)
        keep_visit(held, words, failed=not found.pages)
    return Outcome(words=words)


def _words(found: Visited, waiting: int, refused: list[str]) -> str:
    pages = f"{len(found.pages)} page{'' if len(found.pages) == 1 else 's'} read"
    wait = f"{waiting or 'none'} {'waits' if waiting == 1 else 'wait'} to be looked at"
    return " ".join((f"{pages}; {wait}.", *(*refused, *found.troubles)[:3]))
