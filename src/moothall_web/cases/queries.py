"""What the pages of a case show, each made from what its reader may see."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from moothall.appraisal.options import OptionsTable
from moothall.case.case import Case, make_case
from moothall.documents.document import Picture, Table
from moothall.documents.formats import Format
from moothall.facts.bodies import PackageCount
from moothall.facts.decisions import Meeting
from moothall.facts.fact import Fact
from moothall.facts.papers import Clearance, Implication, Paper
from moothall.facts.programme import KINDS, Programme, SourceDocument
from moothall.facts.proposals import Proposal
from moothall.files.law import read_law
from moothall.finance.savings import SavingResult
from moothall.governance.around.breaches import breaches_of
from moothall.governance.around.spans import spans_of
from moothall.governance.route import JointRoute
from moothall.papers.papers import WrittenPaper, formats_for
from moothall.programme.accountability import Accountability, PlacedBody, accountability_of
from moothall.programme.accountability_table import reports_in_words
from moothall.render.governance_diagram import governance_svg
from moothall.render.lanes import lanes_svg, route_table
from moothall_web.cases.findings import FindingsOf, by_severity
from moothall_web.cases.standing import (
    CouncilStanding,
    ProposalStanding,
    council_standing,
    standings,
    where_the_programme_stands,
    where_the_proposal_stands,
)
from moothall_web.facts import queries as facts
from moothall_web.facts.memory import kept
from moothall_web.people.models import Person

Kinds = dict[str, tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class NamedPackages:
    """How many packages a source states and how many of them no source names."""

    count: PackageCount
    named: int

    @property
    def unnamed(self) -> int:
        return max(self.count.stated - self.named, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """What every page of a case has."""

    case: Case

    @property
    def code(self) -> str:
        return self.case.programme.about.id

    @property
    def names(self) -> dict[str, str]:
        """The councils' short names by code."""
        return {each.code: each.short_name for each in self.case.programme.authorities}

    @property
    def bodies(self) -> dict[str, str]:
        """The bodies' names by id."""
        return {each.id: each.name for each in self.case.programme.bodies}

    @property
    def workstreams(self) -> dict[str, str]:
        """The workstreams' names by id."""
        return {each.id: each.name for each in self.case.programme.workstreams}

    @property
    def proposals(self) -> dict[str, str]:
        """The proposals' names by id."""
        return {each.id: each.name for each in self.case.programme.proposals}

    @property
    def left_out(self) -> dict[str, list[str]]:
        """What was left out of the case, by the reason why."""
        by_reason: dict[str, list[str]] = {}
        for each in self.case.left_out:
            by_reason.setdefault(each.reason, []).append(
                f"{each.kind.replace('_', ' ')}: {each.id}"
            )
        return by_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePage(CasePage):
    """A programme as its page shows it.  `whole` are the facts that belong to no one proposal."""

    words: tuple[str, ...]
    standings: tuple[ProposalStanding, ...]
    findings: tuple[FindingsOf, ...]
    packages: tuple[NamedPackages, ...]
    accountability: Accountability
    governance: Picture
    whole: Kinds
    days: tuple[tuple[date, tuple[SourceDocument, ...]], ...]

    def reports_to(self, placed: PlacedBody) -> tuple[str, ...]:
        """Whom a body reports to, each with its number in the drawing."""
        names = {each.number: each.body.name for each in self.accountability.bodies}
        return reports_in_words(placed, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalPage(CasePage):
    """A proposal as its page shows it.  `own` are the facts that name this proposal."""

    proposal: Proposal
    words: tuple[str, ...]
    route: JointRoute
    lanes: Picture
    steps: tuple[Table, ...]
    meetings: dict[str, Meeting]
    councils: tuple[CouncilStanding, ...]
    options: OptionsTable | None
    savings: dict[str, SavingResult]
    papers: tuple[tuple[WrittenPaper, tuple[Format, ...]], ...]
    findings: tuple[FindingsOf, ...]
    own: Kinds
    clearances: tuple[tuple[Paper, tuple[Clearance, ...], tuple[Implication, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage(CasePage):
    """One council's paper on one proposal; `formats` are all in which it can be written."""

    proposal: Proposal
    paper: WrittenPaper
    formats: tuple[Format, ...]
    usual: bool


class _Same:
    """A programme as a name to keep things by: the same object, not one that looks the same.

    Comparing 2,000 facts takes longer than it saves, and the facts' own queries hand out the same
    object for as long as the programme is the same and is seen in the same way.
    """

    __slots__ = ("programme",)

    def __init__(self, programme: Programme) -> None:
        self.programme = programme

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.programme is self.programme

    def __hash__(self) -> int:
        return id(self.programme)


@kept(at_most=16)
def _case_of(same: _Same, as_at: date) -> Case:
    """The case as at a day, kept from one page to the next.

    With 35 proposals and 2,000 facts it takes some 60 ms, all that a page may take.
    """
    return make_case(same.programme, read_law(), as_at)


def programme_page(person: Person, code: str, as_at: date) -> ProgrammePage | None:
    """The programme as at a day; None where there is none that the person may see."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    return _programme_page(_Same(programme), as_at)


@kept(at_most=16)
def _programme_page(same: _Same, as_at: date) -> ProgrammePage:
    case = _case_of(same, as_at)
    named = len(case.programme.packages)
    accountability = accountability_of(case.programme)
    return ProgrammePage(
        case=case,
        words=where_the_programme_stands(case),
        standings=standings(case),
        findings=by_severity(case.findings),
        packages=tuple(NamedPackages(each, named) for each in case.programme.package_counts),
        accountability=accountability,
        governance=governance_svg(accountability),
        whole=_chosen(case.programme, lambda fact: getattr(fact, "proposal", "") is None),
        days=_days(same.programme),
    )


def proposal_page(person: Person, code: str, proposal_id: str, as_at: date) -> ProposalPage | None:
    """One proposal as at a day; None where there is none, then, that the person may see."""
    found = _proposal(person, code, proposal_id, as_at)
    if found is None:
        return None
    case, proposal = found
    route = next(route for route in case.routes if route.proposal == proposal.id)
    of_proposal = [finding for finding in case.findings if finding.proposal == proposal.id]
    spans = spans_of(case.programme, read_law(), route, as_at)
    breaches = breaches_of(case.programme, of_proposal, route)
    return ProposalPage(
        case=case,
        proposal=proposal,
        words=where_the_proposal_stands(case, route),
        route=route,
        lanes=lanes_svg(route, as_at, spans, breaches),
        steps=route_table(route, spans, breaches),
        meetings={each.id: each for each in case.programme.meetings},
        councils=tuple(council_standing(lane, of_proposal, as_at) for lane in route.authorities),
        options=next((table for table in case.options if table.proposal == proposal.id), None),
        savings={result.saving: result for result in case.savings},
        papers=tuple(
            (paper, _other_formats(case.programme, paper, as_at))
            for paper in case.papers
            if paper.proposal == proposal.id
        ),
        findings=by_severity(of_proposal),
        own=_chosen(case.programme, lambda fact: getattr(fact, "proposal", None) == proposal.id),
        clearances=_clearances(case.programme, proposal),
    )


def paper_page(
    person: Person,
    code: str,
    proposal_id: str,
    authority: str,
    as_at: date,
    format_name: str = "",
) -> PaperPage | None:
    """One council's paper in a format, "" for its usual one; None where that council is no party
    to the proposal or has no such format."""
    found = _proposal(person, code, proposal_id, as_at)
    if found is None:
        return None
    case, proposal = found
    if authority not in proposal.parties:
        return None
    formats = formats_for(case.programme, proposal, case.programme.authority(authority), as_at)
    if format_name and format_name not in {each.name for each in formats}:
        return None
    return PaperPage(
        case=case,
        proposal=proposal,
        paper=case.paper(proposal.id, authority, format_name),
        formats=formats,
        usual=not format_name,
    )


def papers_seen(person: Person, code: str, as_at: date) -> tuple[WrittenPaper, ...]:
    """Every council's usual paper on every proposal, made from what somebody may see."""
    programme = facts.programme(person, code)
    return _case_of(_Same(programme), as_at).papers if programme is not None else ()


def _proposal(
    person: Person, code: str, proposal_id: str, as_at: date
) -> tuple[Case, Proposal] | None:
    programme = facts.programme(person, code)
    if programme is None:
        return None
    case = _case_of(_Same(programme), as_at)
    for proposal in case.programme.proposals:
        if proposal.id == proposal_id:
            return case, proposal
    return None


def _other_formats(programme: Programme, paper: WrittenPaper, as_at: date) -> tuple[Format, ...]:
    """The formats in which this council may write on the proposal, but for its usual one."""
    proposal, authority = programme.proposal(paper.proposal), programme.authority(paper.authority)
    offered = formats_for(programme, proposal, authority, as_at)
    return tuple(each for each in offered if each.name != paper.format)


def _chosen(programme: Programme, wanted: Callable[[Fact], bool]) -> Kinds:
    chosen = {
        kind: tuple(fact for fact in getattr(programme, kind) if wanted(fact)) for kind in KINDS
    }
    return {kind: facts for kind, facts in chosen.items() if facts}


def _days(programme: Programme) -> tuple[tuple[date, tuple[SourceDocument, ...]], ...]:
    """The days on which more became known, with the documents of each: where a look back pays."""
    by_day: dict[date, list[SourceDocument]] = {}
    for document in programme.documents:
        by_day.setdefault(document.known_on, []).append(document)
    return tuple((day, tuple(by_day[day])) for day in sorted(by_day))


def _clearances(
    programme: Programme, proposal: Proposal
) -> tuple[tuple[Paper, tuple[Clearance, ...], tuple[Implication, ...]], ...]:
    return tuple(
        (
            paper,
            tuple(each for each in programme.clearances if each.paper == paper.id),
            tuple(each for each in programme.implications if each.paper == paper.id),
        )
        for paper in programme.papers
        if paper.proposal == proposal.id
    )
