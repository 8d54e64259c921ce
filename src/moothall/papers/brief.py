"""What a paper is written from: one proposal, one council, and everything worked out about them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from moothall.appraisal.options import OptionsTable
from moothall.basics.citations import Citation
from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.decisions import Paper
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.finance.savings import SavingResult
from moothall.governance.around.span import RouteSpan
from moothall.governance.route import AuthorityRoute, JointRoute

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything that one council's paper on one proposal may use.

    `cited` gathers the places that the paper takes from, in order, for its list of sources.
    """

    programme: Programme
    as_at: date
    proposal: Proposal
    authority: Authority
    format: Format
    options: OptionsTable | None
    savings: tuple[SavingResult, ...]
    route: JointRoute
    spans: tuple[RouteSpan, ...] = ()
    cited: dict[Citation, None] = field(default_factory=dict)

    @property
    def lane(self) -> AuthorityRoute:
        """This council's own part of the joint route."""
        code = self.authority.code
        return next(lane for lane in self.route.authorities if lane.authority == code)

    @property
    def paper(self) -> Paper | None:
        """The latest paper on this proposal that this council is known to have had."""
        code = self.authority.code
        held = [p for p in self.programme.papers if p.proposal == self.proposal.id]
        return max((p for p in held if p.authority == code), key=lambda p: p.dated, default=None)

    def ours(self, facts: Iterable[F]) -> list[F]:
        """Those facts on this proposal that this council's paper carries; each is cited."""
        mine = [
            fact
            for fact in facts
            if getattr(fact, "proposal", None) == self.proposal.id
            and getattr(fact, "authority", None) in (None, self.authority.code)
        ]
        for fact in mine:
            self.cite(fact)
        return mine

    def cite(self, fact: Fact) -> None:
        self.cited[fact.source] = None
