"""From facts to findings, money, options, the joint route and papers.

    find → cost → appraise → route → plan → write papers

`make_case` is the whole job; everything that it calls lives in the room that the word belongs to.
"""

from dataclasses import dataclass
from datetime import date

from moothall import __version__
from moothall.appraisal import options
from moothall.appraisal.options import OptionsTable, options_of
from moothall.basics.findings import Finding, Severity, in_order
from moothall.engagement import rules as engagement
from moothall.equality import rules as equality
from moothall.evidence import rules as evidence
from moothall.facts.fact import Fact
from moothall.facts.programme import KINDS, LeftOut, Programme, known_by
from moothall.files.rates import read_rates
from moothall.finance import forum_rules as forums
from moothall.finance import rules as finance
from moothall.finance import sharing_rules as sharing
from moothall.finance.baseline import JointBaseline, baselines_of
from moothall.finance.savings import SavingResult, savings_of
from moothall.finance.savings_plan import SavingsPlan, savings_plans_of
from moothall.governance import rules as governance
from moothall.governance.checks.coverage import Coverage, Tally, coverage_of, tally
from moothall.governance.checks.overrides import with_overrides
from moothall.governance.planning import rules as planning
from moothall.governance.planning.plan import Plans
from moothall.governance.planning.planner import plans_of
from moothall.governance.route import JointRoute
from moothall.governance.suppositions import supposing
from moothall.governance.timetable import routes_of
from moothall.law.law import Law
from moothall.papers.clearance import rules as clearance
from moothall.papers.clearance.standings import Workings
from moothall.papers.papers import WrittenPaper, paper_in, papers_of
from moothall.papers.rules import findings as paper_findings
from moothall.programme import rules as bodies
from moothall.risk import rules as risk
from moothall.workforce import rules as workforce


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A programme worked up as at one day.

    `left_out` are the facts that were not known by `as_at`.  No answer here says "lawful": it says
    which rules are broken and which could not be checked.
    """

    programme: Programme
    as_at: date
    program_version: str
    law: Law
    suppositions: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]
    baselines: tuple[JointBaseline, ...]
    savings: tuple[SavingResult, ...]
    savings_plans: tuple[SavingsPlan, ...]
    options: tuple[OptionsTable, ...]
    routes: tuple[JointRoute, ...]
    plans: tuple[Plans, ...]
    coverage: tuple[Coverage, ...]
    papers: tuple[WrittenPaper, ...]

    @property
    def law_version(self) -> str:
        """What identifies the set of rules that the case rests on."""
        return self.law.version

    @property
    def covered(self) -> Tally:
        """How many rules were tested for how many councils, and how many were not."""
        return tally(self.coverage)

    @property
    def could_not_check(self) -> tuple[Finding, ...]:
        """The questions: rules left unchecked because something is unknown."""
        return tuple(f for f in self.findings if f.severity is Severity.QUESTION)

    @property
    def verdict(self) -> str:
        """The answer in one sentence, and what it does not cover."""
        broken = sum(f.severity is Severity.BREACH for f in self.findings)
        answer = (
            f"{broken} rules of law that we hold are broken"
            if broken
            else "Breaks no rule of law that we hold"
        )
        unchecked = len(self.could_not_check)
        return f"{answer}; {unchecked} could not be checked." if unchecked else f"{answer}."

    def paper(self, proposal: str, authority: str, format_name: str = "") -> WrittenPaper:
        """One council's paper on one proposal; "" is its usual format for what decides.

        Raises ValueError for a council that is no party to it and a format that it cannot use.
        """
        for paper in self.papers:
            if (paper.proposal, paper.authority) == (proposal, authority) and (
                format_name in ("", paper.format)
            ):
                return paper
        route = next(route for route in self.routes if route.proposal == proposal)
        return paper_in(
            self.programme,
            self.law,
            self.options,
            self.savings,
            route,
            self.as_at,
            proposal,
            authority,
            format_name,
        )

    def facts_by_kind(self) -> dict[str, tuple[Fact, ...]]:
        """Every fact used, kind by kind."""
        return {kind: getattr(self.programme, kind) for kind in KINDS}


def make_case(
    programme: Programme,
    law: Law,
    as_at: date,
    suppositions: tuple[str, ...] = (),
    wanted_on: date | None = None,
) -> Case:
    """Work up a programme as it could be known at the end of `as_at`.

    `wanted_on` is a first day of the service to count back from, for every proposal; without it
    each proposal's own is taken.

    Raises SuppositionError where a supposition names no rule of a council of this programme.
    """
    known, left_out = known_by(programme, as_at)
    known = supposing(known, suppositions)

    savings = savings_of(known)
    appraised = options_of(known)
    routes = routes_of(known, law, as_at)
    plans = plans_of(known, law, as_at, wanted_on)
    papers = papers_of(known, law, appraised, savings, routes, as_at)

    found = [
        *bodies.findings(known, as_at),
        *finance.findings(known),
        *sharing.findings(known),
        *forums.findings(known, law, read_rates()),
        *workforce.findings(known),
        *risk.findings(known),
        *equality.findings(known, law),
        *engagement.findings(known, law),
        *evidence.findings(known),
        *options.findings(known),
        *governance.findings(known, law, routes, as_at),
        *planning.findings(known, law, plans),
        *paper_findings(known, papers),
        *clearance.findings(
            Workings(
                programme=known,
                law=law,
                options=appraised,
                savings=savings,
                routes=routes,
                as_at=as_at,
            ),
            papers,
        ),
    ]
    found = with_overrides(found, known, law)
    return Case(
        programme=known,
        as_at=as_at,
        program_version=__version__,
        law=law,
        suppositions=suppositions,
        left_out=left_out,
        findings=in_order(found),
        baselines=baselines_of(known),
        savings=savings,
        savings_plans=savings_plans_of(known),
        options=appraised,
        routes=routes,
        plans=plans,
        coverage=coverage_of(known, law, found, as_at),
        papers=papers,
    )
