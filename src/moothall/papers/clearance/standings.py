"""Every paper of a programme that somebody must clear, written as it stands and held to its words.

Writing a paper takes longest, so one is written only where it is asked for: where words were
answered that may have changed since.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from moothall.appraisal.options import OptionsTable
from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.papers import Clearance, Paper
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.finance.savings import SavingResult
from moothall.governance.route import JointRoute
from moothall.law.law import Law
from moothall.papers.choosing import format_for, formats_for, paper_for
from moothall.papers.clearance.deadlines import Deadline, deadline_of
from moothall.papers.clearance.standing import PaperStanding, whole_standing
from moothall.papers.papers import WrittenPaper, paper_in


@dataclass(frozen=True, kw_only=True)
class Workings:
    """A programme as known on a day, and what its papers are written from."""

    programme: Programme
    law: Law
    options: tuple[OptionsTable, ...]
    savings: tuple[SavingResult, ...]
    routes: tuple[JointRoute, ...]
    as_at: date
    _formats: dict[tuple[str, str], tuple[str, tuple[Format, ...]]] = field(
        default_factory=dict, compare=False
    )

    def formats(self, proposal: Proposal, authority: Authority) -> tuple[str, tuple[Format, ...]]:
        """A council's usual format by name, empty for none, and all that it may use: found once."""
        key = (proposal.id, authority.code)
        if key not in self._formats:
            asked = (self.programme, proposal, authority, self.as_at)
            usual = format_for(*asked)
            self._formats[key] = (usual.name if usual else "", formats_for(*asked))
        return self._formats[key]

    def route(self, proposal_id: str) -> JointRoute:
        return next(each for each in self.routes if each.proposal == proposal_id)

    def write(self, proposal_id: str, authority: str, format_name: str) -> WrittenPaper:
        """One paper as it stands."""
        table = next((each for each in self.options if each.proposal == proposal_id), None)
        return paper_in(
            self.programme,
            self.law,
            (table,) if table else (),
            self.savings,
            self.route(proposal_id),
            self.as_at,
            proposal_id,
            authority,
            format_name,
        )

    def deadline(self, proposal_id: str, authority: Authority, paper: Paper | None) -> Deadline:
        lane = next(
            each for each in self.route(proposal_id).authorities if each.authority == authority.code
        )
        return deadline_of(self.programme, self.law, authority, lane, paper, self.as_at)


def usual_format(workings: Workings, proposal: Proposal, authority: Authority) -> str:
    """The name of the council's usual format for what decides, empty where none is held."""
    return workings.formats(proposal, authority)[0]


def papers_in_format(
    workings: Workings, proposal: Proposal, authority: Authority, format_name: str
) -> tuple[Paper, ...]:
    """The paper facts of a council on a proposal that are written in one format."""
    usual = usual_format(workings, proposal, authority)
    return tuple(
        each
        for each in workings.programme.papers
        if (each.proposal, each.authority) == (proposal.id, authority.code)
        and (each.format or usual) == format_name
    )


def standing_of(
    workings: Workings,
    proposal: Proposal,
    authority: Authority,
    format_name: str = "",
    *,
    written: WrittenPaper | None = None,
    in_brief: bool = False,
    all_days: bool = True,
) -> PaperStanding | None:
    """One paper with its duties; None where the council holds no such format.

    `written` is the paper where somebody has written it already.  `in_brief` leaves it unwritten
    where no answer is bound to words: states are the same, and the words now are not shown.
    Without `all_days` a paper that has nothing to be cleared has no deadline either.
    """
    if authority.code not in proposal.parties:
        return None
    name = format_name or usual_format(workings, proposal, authority)
    papers = papers_in_format(workings, proposal, authority, name)
    held = _held(workings.programme, papers)
    _, layouts = workings.formats(proposal, authority)
    layout = next((each for each in layouts if each.name == name), None)
    if layout is None:
        return None
    paper = paper_for(workings.programme, proposal, authority, layout, workings.as_at)
    if in_brief and not any(each.words for each in held):
        written = None
    elif written is None:
        written = workings.write(proposal.id, authority.code, name)
    return whole_standing(
        proposal=proposal.id,
        authority=authority.code,
        format_name=name,
        layout=layout,
        document=written.document if written else None,
        annex=written.annex if written else None,
        paper=paper,
        papers=frozenset(each.id for each in papers),
        held=held,
        deadline=(
            workings.deadline(proposal.id, authority, paper)
            if all_days or layout.clearances or held
            else Deadline()
        ),
        as_at=workings.as_at,
    )


def formats_to_clear(
    workings: Workings, proposal: Proposal, authority: Authority
) -> tuple[str, ...]:
    """The formats in which a council's paper is to be cleared.

    They are its usual one, and every other in which a paper was begun or something asked.
    """
    usual = usual_format(workings, proposal, authority)
    begun = [
        each.format or usual
        for each in workings.programme.papers
        if (each.proposal, each.authority) == (proposal.id, authority.code)
    ]
    known = {each.name for each in workings.formats(proposal, authority)[1]}
    return tuple(name for name in dict.fromkeys((usual, *begun)) if name in known)


def standings_of(
    workings: Workings,
    authorities: Iterable[str],
    written: Iterable[WrittenPaper] = (),
    *,
    all_days: bool = True,
) -> Iterator[PaperStanding]:
    """Every paper of these councils in brief, proposal by proposal."""
    wanted = frozenset(authorities)
    by_name = {(each.proposal, each.authority, each.format): each for each in written}
    for proposal in workings.programme.proposals:
        for code in proposal.parties:
            if code not in wanted:
                continue
            authority = workings.programme.authority(code)
            for name in formats_to_clear(workings, proposal, authority):
                paper = by_name.get((proposal.id, code, name))
                found = standing_of(
                    workings,
                    proposal,
                    authority,
                    name,
                    written=paper,
                    in_brief=True,
                    all_days=all_days,
                )
                if found is not None:
                    yield found


def _held(programme: Programme, papers: Iterable[Paper]) -> tuple[Clearance, ...]:
    """The clearances of some papers.

    A report that carries several proposals stands once for each; a clearance that is not bound to
    the words of one of them is that of the whole report.
    """
    own = {each.id for each in papers}
    reports = {_report(each) for each in papers}
    also = {each.id for each in programme.papers if _report(each) in reports}
    return tuple(
        each
        for each in programme.clearances
        if each.paper in own or (each.paper in also and not each.words)
    )


def _report(paper: Paper) -> tuple[str, str, str, str]:
    return paper.authority, paper.body, paper.title, paper.dated.text
