"""What the pages of snapshots show: only ever what the reader may see."""

from dataclasses import dataclass

from django.db.models import Q

from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.files.frozen_facts import frozen_facts
from moothall_web.cases.models import FrozenFile, Snapshot, SnapshotState
from moothall_web.cases.permissions import may_be_done, may_do
from moothall_web.cases.snapshots import Remade, as_the_council_sees_it, digest_of, remade
from moothall_web.cases.states import MAKE, Step, steps_from
from moothall_web.facts import queries as facts
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Sight, capacities, sight

_SEEN_BY_ALL = (SnapshotState.CLEARED, SnapshotState.PUBLISHED)
EXEMPT = "exempt-"
"""What the name of a file begins with that holds exempt matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotsPage:
    """Every snapshot of a proposal that the reader may see, by council, the newest first.

    `making` says for each of the programme's councils why the reader may not make one; None means
    that they may.
    """

    programme: Programme
    proposal: Proposal
    snapshots: tuple[Snapshot, ...]
    making: tuple[tuple[str, Refusal | None], ...]

    @property
    def names(self) -> dict[str, str]:
        """The councils' short names by code."""
        return {each.code: each.short_name for each in self.programme.authorities}


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPage:
    """One snapshot.  `moved_on` is whether the council's facts have changed since.

    `steps` is what may happen to it now, each with why the reader may not do it, None if they may.
    """

    programme: Programme
    proposal_name: str
    name: str
    snapshot: Snapshot
    files: tuple[FrozenFile, ...]
    again: Remade
    steps: tuple[tuple[Step, Refusal | None], ...]
    moved_on: bool

    def refusal(self, step: Step, person: Person) -> Refusal | None:
        """Why the person may not take this step with it, or not now."""
        for possible, refusal in self.steps:
            if possible == step:
                return refusal
        return may_be_done(step, self.snapshot, person)


def snapshots_page(person: Person, code: str, proposal_id: str) -> SnapshotsPage | None:
    """The snapshots of a proposal; None where there is no such proposal that the person may see."""
    programme = facts.programme(person, code)
    held_ones = programme.proposals if programme else ()
    proposal = next((each for each in held_ones if each.id == proposal_id), None)
    if programme is None or proposal is None:
        return None
    held = capacities(person)
    making = []
    for authority in programme.authorities:
        answer = may_do(MAKE, held, authority.code, authority.short_name, code)
        making.append((authority.code, answer if isinstance(answer, Refusal) else None))
    return SnapshotsPage(
        programme=programme,
        proposal=proposal,
        snapshots=tuple(
            Snapshot.objects.filter(_seen(sight(person, code, programme.about.authorities)))
            .filter(programme__code=code, proposal=proposal_id)
            .select_related("made_by")
            .defer("facts")
        ),
        making=tuple(making),
    )


def snapshot_page(
    person: Person, code: str, proposal: str, authority: str, number: int
) -> SnapshotPage | None:
    """One snapshot; None where there is none that the person may see."""
    snapshot = snapshot_of(person, code, proposal, authority, number)
    programme = facts.programme(person, code)
    if snapshot is None or programme is None:
        return None
    files = _files(person, programme, snapshot)
    stored = dict(snapshot.files.values_list("name", "digest"))
    name = next(each.short_name for each in programme.authorities if each.code == authority)
    held = capacities(person)
    steps = []
    for step in steps_from(SnapshotState(snapshot.state)):
        answer = may_do(step, held, authority, name, code)
        refusal = answer if isinstance(answer, Refusal) else may_be_done(step, snapshot, person)
        steps.append((step, refusal))
    now = frozen_facts(as_the_council_sees_it(snapshot.programme, authority))
    names = {each.id: each.name for each in programme.proposals}
    return SnapshotPage(
        programme=programme,
        proposal_name=names.get(proposal, proposal),
        name=name,
        snapshot=snapshot,
        files=files,
        again=remade(snapshot, stored),
        steps=tuple(steps),
        moved_on=digest_of(now) != snapshot.facts_digest,
    )


def snapshot_of(
    person: Person, code: str, proposal: str, authority: str, number: int
) -> Snapshot | None:
    """The row of one snapshot; None where there is none that the person may see."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    return (
        Snapshot.objects.filter(_seen(sight(person, code, programme.about.authorities)))
        .filter(programme__code=code, proposal=proposal, authority=authority, number=number)
        .select_related("made_by", "programme")
        .first()
    )


def frozen_file(
    person: Person, code: str, proposal: str, authority: str, number: int, name: str
) -> FrozenFile | None:
    """One file of a snapshot; None where there is none that the person may see."""
    snapshot = snapshot_of(person, code, proposal, authority, number)
    programme = facts.programme(person, code)
    if snapshot is None or programme is None:
        return None
    return next((file for file in _files(person, programme, snapshot) if file.name == name), None)


def _seen(what: Sight) -> Q:
    """A council's drafts are its own; what it has cleared, its partners see too."""
    granted = {authority for authority, kind in what.granted if kind == "*"}
    own = Q(authority__in=what.councils | granted)
    return own if what.auditor_only else own | Q(state__in=_SEEN_BY_ALL)


def _files(person: Person, programme: Programme, snapshot: Snapshot) -> tuple[FrozenFile, ...]:
    """The files of a snapshot; what is exempt only for its own council's people."""
    what = sight(person, programme.about.id, programme.about.authorities)
    return tuple(
        file
        for file in snapshot.files.all()
        if snapshot.authority in what.councils or not file.name.startswith(EXEMPT)
    )
