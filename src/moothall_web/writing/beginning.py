"""The papers that a council may write on a proposal, and what each of them still lacks."""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse

from moothall.case.case import Case
from moothall.documents.formats import Format
from moothall.facts.papers import Paper
from moothall.facts.proposals import Proposal
from moothall.papers.choosing import formats_for, paper_for
from moothall_web.cases import queries as cases
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import capacities
from moothall_web.writing.editing import PAPERS
from moothall_web.writing.seen import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A format in which the council may write, and the paper that is written in it."""

    layout: Format
    paper: Paper | None
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginPage:
    """What a council may write on a proposal; `refusal` says who may, where the reader may not."""

    case: Case
    proposal: Proposal
    authority: str
    name: str
    offered: tuple[Offered, ...]
    refusal: Refusal | None

    @property
    def code(self) -> str:
        return self.case.programme.about.id

    @property
    def begun(self) -> int:
        return sum(each.paper is not None for each in self.offered)


def begin_page(
    person: Person, code: str, proposal_id: str, authority_code: str, as_at: date
) -> BeginPage | None:
    """None where there is no such proposal for the reader, or the council is no party to it."""
    found = cases.programme_page(person, code, as_at)
    if found is None:
        return None
    programme = found.case.programme
    proposal = next((each for each in programme.proposals if each.id == proposal_id), None)
    if proposal is None or authority_code not in proposal.parties:
        return None
    authority = programme.authority(authority_code)
    bodies = {each.id: each.name for each in programme.bodies}
    offered = []
    for layout in formats_for(programme, proposal, authority, as_at):
        paper = paper_for(programme, proposal, authority, layout, as_at)
        body = bodies.get(paper.body, "") if paper else ""
        offered.append(Offered(layout=layout, paper=paper, body=body))
    may = may_change(capacities(person), PAPERS, authority_code, programme)
    return BeginPage(
        case=found.case,
        proposal=proposal,
        authority=authority_code,
        name=authority.short_name,
        offered=tuple(offered),
        refusal=may if isinstance(may, Refusal) else None,
    )


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a paper lacks, in words, and where one supplies it."""

    words: str
    address: str


def missing(seen: Seen) -> tuple[Missing, ...]:
    """What comes next for whoever writes the paper, in the order in which it is needed."""
    here = reverse("writing:write", args=seen.place)
    lacks: list[Missing] = []
    paper = seen.paper
    if paper is None:
        lacks.append(Missing("Nobody has said yet for which body it is: say so on this page.", ""))
    else:
        if paper.meeting is None:
            lacks.append(
                Missing("It is meant for no meeting yet, so no deadline can be counted.", "")
            )
        if not paper.recommendations:
            lacks.append(Missing("It asks the body for nothing: it has no recommendation.", ""))
        if not paper.author:
            lacks.append(Missing("It names no author, so that no clearance can be told apart.", ""))
    if seen.written.unwritten:
        named = "; ".join(each.rstrip(":") for each in seen.written.unwritten)
        lacks.append(Missing(f"Nothing is written yet under: {named}.", here))
    clearing = _address("clearances:paper_in", *seen.place)
    if seen.layout.clearances and clearing:
        lacks.append(Missing("Its format has words that must be cleared: see by whom.", clearing))
    return tuple(lacks)


def elsewhere(seen: Seen) -> tuple[Missing, ...]:
    """Other pages on the same paper, as far as this installation has them."""
    proposal = seen.place[:2]
    found = (
        Missing("Who must clear what", _address("clearances:paper_in", *seen.place)),
        Missing("Side by side with the other councils", _address("twins:side_by_side", *proposal)),
    )
    return tuple(each for each in found if each.address)


def _address(view: str, *args: str) -> str:
    """An address of another app's; empty in an installation without that page."""
    try:
        return reverse(view, args=args)
    except NoReverseMatch:
        return ""
