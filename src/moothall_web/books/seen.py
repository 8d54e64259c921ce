"""A proposal's money as somebody sees it as at a day: what every page of the books begins with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import ModuleType

from django.urls import NoReverseMatch, reverse

from moothall.case.case import Case
from moothall.facts.fact import PROGRAMME
from moothall.facts.proposals import Proposal
from moothall_web.cases import queries as cases
from moothall_web.cases.findings import FindingsOf, by_severity
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A proposal in its case, and as what the reader acts."""

    case: Case
    proposal: Proposal
    held: tuple[Capacity, ...]
    left_out: dict[str, list[str]]

    @property
    def code(self) -> str:
        return self.case.programme.about.id

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(self.proposal.parties)

    @property
    def names(self) -> dict[str, str]:
        """What councils, and the programme, are called, by code."""
        councils = {each.code: each.short_name for each in self.case.programme.authorities}
        return {PROGRAMME: "the programme"} | councils

    def name(self, code: str) -> str:
        """What an owner is called; its code where the programme does not hold it (a successor)."""
        return self.names.get(code, code)

    def names_of(self, codes: Iterable[str]) -> list[str]:
        """The same of several."""
        return [self.name(code) for code in codes]

    def may(self, kind: str, owner: str) -> Refusal | Capacity:
        """Whether the reader may add or change a fact of this kind and owner."""
        return may_change(self.held, kind, owner, self.case.programme)

    def adds(self, kind: str) -> tuple[str, ...]:
        """The parties for which the reader may add a fact of a kind."""
        return tuple(code for code in self.parties if isinstance(self.may(kind, code), Capacity))

    def adds_for_all(self, kind: str) -> bool:
        """Whether the reader may add one that is the programme's."""
        return isinstance(self.may(kind, PROGRAMME), Capacity)

    def findings(
        self, *rooms: ModuleType, also: Iterable[str] = (), but: Iterable[str] = ()
    ) -> tuple[FindingsOf, ...]:
        """What the rules of these modules, and those named, found about the proposal."""
        wanted = {name for room in rooms for name in vars(room)} - set(but) | set(also)
        return by_severity(
            finding
            for finding in self.case.findings
            if finding.proposal == self.proposal.id and finding.rule in wanted
        )

    @property
    def imports(self) -> str:
        """Where tables of money are brought in; empty in an installation without that page."""
        try:
            return reverse("money:bring_in", args=[self.code])
        except NoReverseMatch:
            return ""


def seen(person: Person, code: str, proposal_id: str, as_at: date) -> Seen | None:
    """A proposal's money; None where there is none, then, that the person may see."""
    page = cases.programme_page(person, code, as_at)
    if page is None:
        return None
    for proposal in page.case.programme.proposals:
        if proposal.id == proposal_id:
            return Seen(
                case=page.case,
                proposal=proposal,
                held=capacities(person),
                left_out=page.left_out,
            )
    return None
