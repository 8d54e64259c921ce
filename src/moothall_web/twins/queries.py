"""What the page side by side shows, made from what its reader may see."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from moothall.case.case import Case
from moothall.drift.difference import Drift, Sort
from moothall.drift.drift import drift_of_papers
from moothall.facts.decisions import Decision
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.files.law import read_law
from moothall.governance.checks.plan import plan_of
from moothall.governance.resolutions.agreement import subject_to_words
from moothall.governance.resolutions.answer import answer_of, wordings_of
from moothall.governance.resolutions.carried_back import Amended, amendments_of
from moothall.governance.resolutions.links import as_linked
from moothall.governance.resolutions.live import (
    MatterStanding,
    PartyStanding,
    alone_of,
    standings_of,
)
from moothall.governance.resolutions.matters import Asked, Twins, twins_of
from moothall.governance.resolutions.wording import Piece, Said, of_first, of_second
from moothall.papers.insertions import inserted
from moothall.papers.papers import WrittenPaper
from moothall_web.cases import queries as cases
from moothall_web.cases.queries import CasePage
from moothall_web.people.models import Person
from moothall_web.people.queries import sight
from moothall_web.twins.earlier import earlier_values
from moothall_web.twins.linking import Linking, linking_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilWords:
    """One council's recommendation; the pieces that only it says are to be marked."""

    asked: Asked
    pieces: tuple[Piece, ...]
    subject_to: str

    @property
    def differs(self) -> bool:
        return any(piece.said is not Said.BOTH for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterShown:
    """A matter with each council's words beside the first's, and where it stands."""

    standing: MatterStanding
    councils: tuple[CouncilWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide(CasePage):
    """Every council's recommendations and papers on one proposal, beside each other."""

    proposal: Proposal
    answer: str
    twins: Twins
    linking: Linking
    matters: tuple[MatterShown, ...]
    alone: tuple[tuple[Asked, PartyStanding], ...]
    amended: tuple[Amended, ...]
    decisions: tuple[Decision, ...]
    papers: tuple[WrittenPaper, ...]
    drifts: tuple[Drift, ...]

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """The sorts of differences, the gravest first."""
        return tuple(Sort)

    @property
    def formats(self) -> dict[str, str]:
        """In which format each council's paper is compared."""
        return {paper.authority: paper.format or "" for paper in self.papers}


def side_by_side(person: Person, code: str, proposal_id: str, as_at: date) -> SideBySide | None:
    """The councils' papers side by side; None where the person sees no such proposal."""
    case, proposal = _case(person, code, proposal_id, as_at) or (None, None)
    if case is None or proposal is None:
        return None
    programme = _as_printed(case.programme)
    strict = twins_of(programme, proposal)
    about = programme.about
    own = sight(person, about.id, about.authorities).councils
    # What a council has linked holds at once for its own people; the others are told of it.
    programme = as_linked(programme, proposal, own)
    twins = twins_of(programme, proposal)
    plan = plan_of(programme, read_law(), as_at)
    standings = standings_of(programme, twins, plan)
    papers = tuple(paper for paper in case.papers if paper.proposal == proposal.id)
    return SideBySide(
        case=case,
        proposal=proposal,
        answer=answer_of(programme, twins, standings),
        twins=twins,
        linking=linking_of(person, case.programme, strict, twins),
        matters=tuple(_shown(programme, standing) for standing in standings),
        alone=tuple((each, alone_of(programme, each, twins, plan)) for each in twins.alone),
        amended=amendments_of(programme, twins),
        decisions=tuple(each for each in programme.decisions if each.proposal == proposal.id),
        papers=papers,
        drifts=_drifts(person, case, proposal, papers),
    )


def _as_printed(programme: Programme) -> Programme:
    """The programme with every fact that a recommendation quotes put into its words."""
    papers = tuple(
        replace(
            paper,
            recommendations=tuple(
                replace(each, text=inserted(programme, each.text)[0])
                for each in paper.recommendations
            ),
        )
        if any("[[" in each.text for each in paper.recommendations)
        else paper
        for paper in programme.papers
    )
    return replace(programme, papers=papers)


def _case(person: Person, code: str, proposal_id: str, as_at: date) -> tuple[Case, Proposal] | None:
    page = cases.programme_page(person, code, as_at)
    if page is None:
        return None
    for proposal in page.case.programme.proposals:
        if proposal.id == proposal_id:
            return page.case, proposal
    return None


def _shown(programme: Programme, standing: MatterStanding) -> MatterShown:
    matter = standing.matter
    compared = wordings_of(programme, matter)
    first = matter.asked[0]
    whole = (Piece(Said.BOTH, first.words),)
    # The first council's words are marked against the second's; with more, each against the first.
    of_each = [of_first(compared[0]) if compared else whole, *map(of_second, compared)]
    return MatterShown(
        standing=standing,
        councils=tuple(
            CouncilWords(
                asked=asked,
                pieces=pieces,
                subject_to=subject_to_words(programme, asked.recommendation),
            )
            for asked, pieces in zip(matter.asked, of_each, strict=True)
        ),
    )


def _drifts(
    person: Person, case: Case, proposal: Proposal, papers: tuple[WrittenPaper, ...]
) -> tuple[Drift, ...]:
    """Every two councils' papers compared, as they would be written on that day."""
    written = [(each.authority, each.document) for each in papers if each.document is not None]
    if len(written) < 2:
        return ()
    earlier = earlier_values(person, case.programme, proposal.id)
    return tuple(
        drift_of_papers(case.programme, proposal.id, one, other, earlier)
        for one, other in combinations(written, 2)
    )
