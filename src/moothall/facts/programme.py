"""The programme: every fact of it, kind by kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date

from moothall.basics.dates import WrittenDate
from moothall.documents.formats import Format
from moothall.facts.agreements import Agreement, WorkforceChange
from moothall.facts.assurance import EqualityAssessment, Risk
from moothall.facts.authority import Authority
from moothall.facts.baselines import BaselineLine, BaselineSignature
from moothall.facts.bodies import (
    Aim,
    Body,
    Package,
    PackageCount,
    Phase,
    Role,
    StrategyLink,
    Workstream,
)
from moothall.facts.decisions import (
    Condition,
    Decision,
    KeyDecisionTest,
    Meeting,
    Notice,
    Override,
    Step,
)
from moothall.facts.engagement import Exercise, Review, Survey
from moothall.facts.evidence import ContextFigure, ResearchCitation
from moothall.facts.fact import Fact, references
from moothall.facts.money import Budget, MoneyStatement, Saving
from moothall.facts.papers import Abbreviation, Clearance, Comment, Implication, Minutes, Paper
from moothall.facts.posts import SharedPost
from moothall.facts.proposals import Benefit, Milestone, Option, Passage, Proposal, Undertaking
from moothall.facts.sharing import (
    CoalitionCost,
    EmployerRates,
    ExitTerms,
    ForumItem,
    LedgerEntry,
    Split,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the programme is, as its folder's `programme.yaml` says it."""

    id: str
    name: str
    authorities: tuple[str, ...]
    summary: str
    synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A document that facts are taken from.

    `dated` is the date that it prints, None where it prints none; then `assumed` says why
    `known_on` is what it is.
    """

    id: str
    title: str
    owner: str
    known_on: date
    dated: WrittenDate | None = None
    reference: str = ""
    assumed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme's facts, frozen.  Each field after `formats` is one kind of fact."""

    about: About
    authorities: tuple[Authority, ...]
    documents: tuple[SourceDocument, ...]
    formats: tuple[Format, ...] = ()
    bodies: tuple[Body, ...] = ()
    roles: tuple[Role, ...] = ()
    phases: tuple[Phase, ...] = ()
    workstreams: tuple[Workstream, ...] = ()
    packages: tuple[Package, ...] = ()
    package_counts: tuple[PackageCount, ...] = ()
    aims: tuple[Aim, ...] = ()
    strategy_links: tuple[StrategyLink, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    options: tuple[Option, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    passages: tuple[Passage, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    budgets: tuple[Budget, ...] = ()
    money_statements: tuple[MoneyStatement, ...] = ()
    savings: tuple[Saving, ...] = ()
    posts: tuple[SharedPost, ...] = ()
    baseline_lines: tuple[BaselineLine, ...] = ()
    baseline_signatures: tuple[BaselineSignature, ...] = ()
    splits: tuple[Split, ...] = ()
    coalition_costs: tuple[CoalitionCost, ...] = ()
    ledger_entries: tuple[LedgerEntry, ...] = ()
    exit_terms: tuple[ExitTerms, ...] = ()
    employer_rates: tuple[EmployerRates, ...] = ()
    forum_items: tuple[ForumItem, ...] = ()
    risks: tuple[Risk, ...] = ()
    equality_assessments: tuple[EqualityAssessment, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    surveys: tuple[Survey, ...] = ()
    reviews: tuple[Review, ...] = ()
    context_figures: tuple[ContextFigure, ...] = ()
    research: tuple[ResearchCitation, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    steps: tuple[Step, ...] = ()
    key_decision_tests: tuple[KeyDecisionTest, ...] = ()
    notices: tuple[Notice, ...] = ()
    decisions: tuple[Decision, ...] = ()
    conditions: tuple[Condition, ...] = ()
    overrides: tuple[Override, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    workforce_changes: tuple[WorkforceChange, ...] = ()
    papers: tuple[Paper, ...] = ()
    implications: tuple[Implication, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    comments: tuple[Comment, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    places: dict[str, str] = field(default_factory=dict, compare=False, hash=False)
    """Where each fact was read (`kind/id` → `file:line`); empty when it came from a database."""

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact with its kind, in the order of the fields above."""
        for kind in KINDS:
            for fact in getattr(self, kind):
                yield kind, fact

    def authority(self, code: str) -> Authority:
        return next(authority for authority in self.authorities if authority.code == code)

    def body(self, body_id: str) -> Body:
        return next(body for body in self.bodies if body.id == body_id)

    def proposal(self, proposal_id: str) -> Proposal:
        return next(proposal for proposal in self.proposals if proposal.id == proposal_id)

    def document(self, document_id: str) -> SourceDocument:
        return next(document for document in self.documents if document.id == document_id)

    def format(self, name: str) -> Format | None:
        return next((layout for layout in self.formats if layout.name == name), None)

    def place(self, kind: str, fact_id: str) -> str:
        return self.places.get(f"{kind}/{fact_id}", "")


KINDS: tuple[str, ...] = tuple(
    field.name
    for field in fields(Programme)
    if field.name not in ("about", "authorities", "documents", "formats", "places")
)
"""The kinds of fact: the name of each is its file, its field, its row and its place in a URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A fact that was set aside, and why."""

    kind: str
    id: str
    reason: str


def keep_only(
    programme: Programme, reasons: dict[tuple[str, str], str]
) -> tuple[Programme, tuple[LeftOut, ...]]:
    """The programme without the facts that have a reason to be left out.

    Facts that point at one left out go with it, so that what remains is whole.
    """
    facts = list(programme.facts())
    reasons = dict(reasons)
    grown = True
    while grown:
        grown = False
        for kind, fact in facts:
            if (kind, fact.id) in reasons:
                continue
            for _, target_kind, target in references(fact):
                if (target_kind, target) in reasons:
                    reasons[kind, fact.id] = f"it points at {target_kind}/{target}, left out"
                    grown = True
                    break
    kept = {
        kind: tuple(fact for fact in getattr(programme, kind) if (kind, fact.id) not in reasons)
        for kind in KINDS
    }
    left_out = tuple(
        LeftOut(kind=kind, id=fact.id, reason=reasons[kind, fact.id])
        for kind, fact in facts
        if (kind, fact.id) in reasons
    )
    return replace(programme, **kept), left_out  # type: ignore[arg-type]


def without_loose_ends(programme: Programme) -> Programme:
    """The programme without the facts that point at one that is not in it."""
    held = {(kind, fact.id) for kind, fact in programme.facts()}
    held |= {("authorities", code) for code in programme.about.authorities}
    loose = {
        (kind, fact.id): f"it points at {target_kind}/{target}, which is not here"
        for kind, fact in programme.facts()
        for _, target_kind, target in references(fact)
        if (target_kind, target) not in held
    }
    return keep_only(programme, loose)[0] if loose else programme


def known_by(programme: Programme, as_at: date) -> tuple[Programme, tuple[LeftOut, ...]]:
    """The programme as it could be known at the end of `as_at`, and what that leaves out."""
    return keep_only(
        programme,
        {
            (kind, fact.id): f"known only on {fact.known_on.isoformat()}"
            for kind, fact in programme.facts()
            if fact.known_on > as_at
        },
    )
