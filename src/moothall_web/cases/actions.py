"""What is done with snapshots: made, cleared, published, withdrawn; each recorded."""

from collections.abc import Callable
from datetime import date

from django.db.models import Max
from django.utils import timezone

from moothall import __version__
from moothall.files.frozen_facts import frozen_facts
from moothall.files.law import read_law
from moothall_web.cases.background import ALL_PAPERS
from moothall_web.cases.gates import held_back
from moothall_web.cases.models import FrozenFile, Snapshot, SnapshotState
from moothall_web.cases.permissions import may_be_done, may_do
from moothall_web.cases.snapshots import as_the_council_sees_it, digest_of, paper_files
from moothall_web.cases.states import MAKE, Step
from moothall_web.facts import models as rows
from moothall_web.facts import queries as facts
from moothall_web.jobs.actions import enqueue
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.people.queries import Capacity, capacities
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import Pen, recorded

Follower = Callable[[Pen, Person, str, Snapshot], None]
"""What an app above does once a step was taken, in the same transaction: who, in which role."""
_followers: list[Follower] = []


def followed_by(follower: Follower) -> None:
    """Have this called after every step of a snapshot."""
    if follower not in _followers:
        _followers.append(follower)


def make_snapshot(
    person: Person, code: str, proposal: str, authority: str, as_at: date, why: str = ""
) -> Snapshot:
    """Freeze a council's case on a proposal: its facts, the law, the day, the papers.

    The facts are those that the council itself sees.  Raises RefusedError.
    """
    row = rows.Programme.objects.get(code=code)
    held = _capacity(MAKE, person, row, authority)
    programme = as_the_council_sees_it(row, authority)
    files = paper_files(programme, proposal, authority, as_at)
    if not files:
        raise RefusedError(
            Refusal(
                "No paper can be made for this council: no report format of its own is on record, "
                "so there would be nothing to clear."
            )
        )
    facts = frozen_facts(programme)
    with recorded() as pen:
        # Two at once would take the same number: the programme's row is held until this is done.
        rows.Programme.objects.select_for_update().get(pk=row.pk)
        own = Snapshot.objects.filter(programme=row, proposal=proposal, authority=authority)
        number = (own.aggregate(last=Max("number"))["last"] or 0) + 1
        snapshot = Snapshot.objects.create(
            programme=row,
            proposal=proposal,
            authority=authority,
            number=number,
            as_at=as_at,
            facts=facts,
            facts_digest=digest_of(facts),
            law_digest=read_law().version,
            program_version=__version__,
            made_by=person,
            made_at=timezone.now(),
        )
        FrozenFile.objects.bulk_create(
            FrozenFile(snapshot=snapshot, name=name, content=content, digest=digest_of(content))
            for name, content in files.items()
        )
        digests = {name: digest_of(content) for name, content in files.items()}
        pen.record(
            _entry(
                MAKE,
                person,
                held,
                snapshot,
                why,
                after={"facts": snapshot.facts_digest, "law": snapshot.law_digest, **digests},
            )
        )
    return snapshot


def take_step(person: Person, snapshot: Snapshot, step: Step, why: str = "") -> None:
    """Clear, publish or withdraw a snapshot.  Raises RefusedError."""
    with recorded() as pen:
        # Before the row is held: PostgreSQL holds none for whoever may read it and not write it.
        held = _capacity(step, person, snapshot.programme, snapshot.authority)
        snapshot = Snapshot.objects.select_for_update().get(pk=snapshot.pk)
        refusal = may_be_done(step, snapshot, person)
        if refusal is None and step.leads_to is SnapshotState.PUBLISHED:
            refusal = held_back(snapshot, timezone.localdate())
        if refusal is not None:
            raise RefusedError(refusal)
        before = snapshot.state
        snapshot.state = step.leads_to
        snapshot.save(update_fields=["state"])
        pen.record(
            _entry(
                step,
                person,
                held,
                snapshot,
                why,
                before={"state": before},
                after={"state": snapshot.state},
            )
        )
        for follower in _followers:
            follower(pen, person, held.role.value, snapshot)


def _capacity(step: Step, person: Person, row: rows.Programme, authority: str) -> Capacity:
    names = dict(rows.AuthorityRecord.objects.values_list("code", "payload__short_name"))
    held = may_do(step, capacities(person), authority, names.get(authority, authority), row.code)
    if isinstance(held, Refusal):
        raise RefusedError(held)
    return held


def _entry(
    step: Step,
    person: Person,
    held: Capacity,
    snapshot: Snapshot,
    why: str,
    *,
    before: object = None,
    after: object = None,
) -> Entry:
    return Entry(
        who=person.pk,
        role=held.role.value,
        for_whom=snapshot.authority,
        verb=step.done,
        programme=snapshot.programme.code,
        subject=f"snapshot/{snapshot.proposal}/{snapshot.authority}/{snapshot.number}",
        owner=snapshot.authority,
        shared=snapshot.state != SnapshotState.DRAFT,
        summary=f"{step.done.capitalize()}: {snapshot}.",
        why=why,
        before=before,
        after=after,
    )


def ask_for_all_papers(person: Person, code: str, as_at: date) -> bool:
    """Queue every paper of a programme; whether there is such a programme for this person."""
    if facts.programme(person, code) is None:
        return False
    enqueue(ALL_PAPERS, person, programme=code, as_at=as_at.isoformat())
    return True
