"""A paper as its author sees it today: what every page of writing begins with."""

from dataclasses import dataclass, replace
from datetime import date

from moothall.case.case import Case
from moothall.documents.document import Document
from moothall.documents.formats import Format
from moothall.facts.fact import PROGRAMME
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.facts.proposals import Passage, Proposal
from moothall.papers.papers import WrittenPaper, paper_in
from moothall.papers.results import results_of
from moothall_web.cases import queries as cases
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities
from moothall_web.writing.margin import Margin, margin_of
from moothall_web.writing.outline import PaperHeading, outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One council's paper in one format, and as what the reader acts."""

    case: Case
    proposal: Proposal
    written: WrittenPaper
    layout: Format
    document: Document
    held: tuple[Capacity, ...]

    @property
    def code(self) -> str:
        return self.case.programme.about.id

    @property
    def authority(self) -> str:
        return self.written.authority

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What names the paper in addresses."""
        return self.code, self.proposal.id, self.authority, self.layout.name

    @property
    def programme(self) -> Programme:
        """As it is known today and as the reader sees it."""
        return self.case.programme

    @property
    def names(self) -> dict[str, str]:
        """What councils, and the programme, are called, by code."""
        councils = {each.code: each.short_name for each in self.programme.authorities}
        return {PROGRAMME: "the programme"} | councils

    @property
    def name(self) -> str:
        return self.names[self.authority]

    @property
    def paper(self) -> Paper | None:
        """The paper for which it is written, where there is one."""
        return next((each for each in self.programme.papers if each.id == self.written.paper), None)

    @property
    def results(self) -> dict[str, str]:
        """What the program has worked out about the proposal and words may quote."""
        route = next(each for each in self.case.routes if each.proposal == self.proposal.id)
        return results_of(self.programme, self.proposal, route)

    def may(self, kind: str, owner: str) -> Refusal | Capacity:
        """Whether the reader may add or change a fact of this kind and owner."""
        return may_change(self.held, kind, owner, self.programme)

    def can(self, kind: str, owner: str) -> bool:
        """The same as yes or no."""
        return isinstance(self.may(kind, owner), Capacity)

    def owners(self) -> tuple[str, ...]:
        """For whom the reader may write words into this paper: this council, the programme."""
        wanted = (self.authority, PROGRAMME)
        return tuple(each for each in wanted if self.can("passages", each))

    def with_passage(self, passage: Passage) -> "Seen":
        """The paper as it would be with these words, in place of those with the same id or added.

        Nothing is saved; the route and the money are those of the case, which no words change.
        """
        held = self.programme.passages
        if any(each.id == passage.id for each in held):
            words = tuple(passage if each.id == passage.id else each for each in held)
        else:
            words = (*held, passage)
        programme = replace(self.programme, passages=words)
        route = next(each for each in self.case.routes if each.proposal == self.proposal.id)
        written = paper_in(
            programme,
            self.case.law,
            self.case.options,
            self.case.savings,
            route,
            self.case.as_at,
            self.proposal.id,
            self.authority,
            self.layout.name,
        )
        case = replace(self.case, programme=programme)
        document = written.document or self.document
        return replace(self, case=case, written=written, document=document)

    def margin(self) -> Margin:
        """What the proofreader finds in it."""
        return margin_of(self.document, self.layout)

    def headings(self, margin: Margin) -> tuple[PaperHeading, ...]:
        """Its headings in the council's order, with what stands under each."""
        return outline(
            self.programme, self.proposal.id, self.authority, self.layout, self.document, margin
        )


def seen(
    person: Person, code: str, proposal: str, authority: str, layout: str, as_at: date
) -> Seen | None:
    """A paper; None where there is none, then, that the person may see."""
    page = cases.paper_page(person, code, proposal, authority, as_at, layout)
    if page is None or page.paper.layout is None or page.paper.document is None:
        return None
    return Seen(
        case=page.case,
        proposal=page.proposal,
        written=page.paper,
        layout=page.paper.layout,
        document=page.paper.document,
        held=capacities(person),
    )
