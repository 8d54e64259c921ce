"""From where meetings are read, what came of it, and the pages that wait."""

from collections.abc import Mapping
from dataclasses import dataclass

from moothall.facts.programme import Programme
from moothall.governance.record.whose import host_of
from moothall_web.decisions.models import CommitteeSystem, WaitingPage
from moothall_web.decisions.permissions import may_bring_in
from moothall_web.decisions.regular.permissions import may_set, sets_for
from moothall_web.people.councils import register
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import capacities

_SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemsPage:
    """The addresses of the reader's councils, or why they set none."""

    systems: tuple[tuple[CommitteeSystem, str], ...]
    councils: tuple[tuple[str, str], ...]
    refusal: Refusal | None

    @property
    def words(self) -> str:
        """Whether anything is read by itself, and whether that works."""
        if not self.systems:
            return "No committee system is read regularly yet."
        visits = [getattr(each, "visit", None) for each, _ in self.systems]
        failing = sum(visit is not None and visit.failed for visit in visits)
        one = len(self.systems) == 1
        said = f"{len(self.systems)} address{' is' if one else 'es are'} read every morning"
        return f"{said}; {failing or 'none'} of them could not be read last time."


def systems_page(person: Person) -> SystemsPage:
    """From where the meetings of somebody's councils are read."""
    names, councils = register(), sets_for(person)
    held = CommitteeSystem.objects.filter(authority__in=councils, closed_at=None)
    refusal = None
    if not councils:
        own = next((each.authority for each in capacities(person)), "")
        answer = may_set(person, own, names)
        refusal = answer if isinstance(answer, Refusal) else None
    return SystemsPage(
        systems=tuple((each, names.name(each.authority)) for each in held.select_related("visit")),
        councils=tuple((code, names.name(code)) for code in councils),
        refusal=refusal,
    )


def system_seen(person: Person, number: int) -> CommitteeSystem | None:
    """An address of one of somebody's councils, still read or not."""
    own = {each.authority for each in capacities(person)}
    found: CommitteeSystem | None = CommitteeSystem.objects.filter(
        authority__in=own, pk=number
    ).first()
    return found


def sites_of(authority: str) -> Mapping[str, frozenset[str]]:
    """The hosts of a council's committee system, as somebody has set them."""
    addresses = CommitteeSystem.objects.filter(authority=authority, closed_at=None)
    hosts = frozenset(host_of(each) for each in addresses.values_list("address", flat=True))
    return {authority: hosts - {""}} if hosts - {""} else {}


def is_read(authorities: tuple[str, ...]) -> bool:
    """Whether the meetings of any of these councils are read by themselves."""
    held: bool = CommitteeSystem.objects.filter(authority__in=authorities, closed_at=None).exists()
    return held


def waiting(person: Person, programme: Programme) -> tuple[WaitingPage, ...]:
    """The pages that wait for somebody of the councils whose pages the person may bring in."""
    owners = may_bring_in(person, programme)
    if isinstance(owners, Refusal):
        return ()
    found = WaitingPage.objects.filter(
        programme__code=programme.about.id,
        authority__in=[code for code, _ in owners],
        settled_at=None,
    )
    return tuple(found.defer("content")[:_SHOWN])


def waiting_page(person: Person, programme: Programme, number: int) -> WaitingPage | None:
    """One of them."""
    owners = may_bring_in(person, programme)
    if isinstance(owners, Refusal):
        return None
    found: WaitingPage | None = (
        WaitingPage.objects.filter(
            pk=number,
            programme__code=programme.about.id,
            authority__in=[code for code, _ in owners],
        )
        .select_related("programme")
        .first()
    )
    return found
