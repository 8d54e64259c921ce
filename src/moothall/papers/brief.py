"""What a paper is written from: one proposal, one council, and everything worked out about them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from moothall.appraisal.options import OptionsTable
from moothall.basics.citations import Citation
from moothall.documents.document import Quote
from moothall.documents.formats import Format
from moothall.facts.authority import Authority
from moothall.facts.fact import Fact
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.finance.savings import SavingResult
from moothall.governance.around.span import RouteSpan
from moothall.governance.route import AuthorityRoute, JointRoute
from moothall.law.law import Law
from moothall.papers.insertions import inserted, value_of
from moothall.papers.results import results_of

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything that one council's paper on one proposal may use.

    `paper` is the Paper fact that it is written for, `latest` the last that this council had on the
    proposal, in whatever format.  `whole` is the same brief with what is exempt, where this one is
    for the public and something is.  `cited` gathers the places that the paper takes from, in
    order, for its list of sources; `exempt` the exempt facts that stand in it.
    """

    programme: Programme
    law: Law
    as_at: date
    proposal: Proposal
    authority: Authority
    format: Format
    options: OptionsTable | None
    savings: tuple[SavingResult, ...]
    route: JointRoute
    spans: tuple[RouteSpan, ...] = ()
    paper: Paper | None = None
    latest: Paper | None = None
    whole: "Brief | None" = None
    cited: dict[Citation, None] = field(default_factory=dict)
    exempt: dict[str, Fact] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)

    @property
    def lane(self) -> AuthorityRoute:
        """This council's own part of the joint route."""
        code = self.authority.code
        return next(lane for lane in self.route.authorities if lane.authority == code)

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
        if fact.exempt is not None:
            self.exempt[fact.id] = fact

    def quoting(self, text: str) -> tuple[str, tuple[Quote, ...]]:
        """A person's words with the facts that they quote in their places."""
        if "[[" not in text:
            return text, ()
        hidden = self.whole.value_of if self.whole is not None else None
        return inserted(self.programme, text, self._results(), hidden)

    def value_of(self, reference: str) -> str | None:
        """What a reference shows in this paper; None where nothing of that name is held."""
        return value_of(self.programme, reference, self._results())

    def _results(self) -> dict[str, str]:
        if not self.results:  # only a paper that quotes needs them
            self.results.update(results_of(self.programme, self.proposal, self.route))
        return self.results
