"""What the pages of a route show, each made from what its reader may see."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.case.case import Case, make_case
from moothall.documents.document import Picture, Table
from moothall.facts.proposals import Proposal
from moothall.files.law import read_law
from moothall.governance.around.breaches import breaches_of
from moothall.governance.around.spans import spans_of
from moothall.governance.planning.plan import Branch, Plan, Plans, TimeBought, TradeOff
from moothall.governance.planning.planner import back_plan, wanted_start
from moothall.governance.route import JointRoute
from moothall.governance.suppositions import supposing
from moothall.render.lanes import lanes_svg, route_table
from moothall_web.cases import queries as cases
from moothall_web.facts import words as fact_words
from moothall_web.facts.acting import Acting, acting
from moothall_web.facts.permissions import may_change
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, capacities
from moothall_web.routes import words
from moothall_web.routes.findings import RouteFinding, on_the_route, shown
from moothall_web.routes.steps import CouncilSteps, DeadlineRow, deadlines_of, steps_of
from moothall_web.routes.supposable import supposable
from moothall_web.routes.usual import USUAL, Proposed, proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A proposal's route as somebody sees it as at a day, with what they suppose."""

    case: Case
    proposal: Proposal
    plans: Plans
    held: tuple[Capacity, ...]

    @property
    def code(self) -> str:
        return self.case.programme.about.id

    @property
    def names(self) -> dict[str, str]:
        """The councils' short names by code."""
        return {each.code: each.short_name for each in self.case.programme.authorities}

    @property
    def findings(self) -> tuple[Finding, ...]:
        return on_the_route(self.case, self.proposal.id)

    @property
    def supposed(self) -> tuple[tuple[str, str], ...]:
        """Each supposition as its address has it, and in words."""
        said = []
        for text in self.case.suppositions:
            name, _, value = text.partition("=")
            code, _, rule = name.strip().partition(".")
            label = fact_words.choice("CouncilRule", "rule", rule)
            said.append((text, f"{self.names[code]}: {label}: {value.strip()}"))
        return tuple(said)

    @property
    def goes_along(self) -> tuple[str, ...]:
        """What is supposed along with that, because no answer can be given without it."""
        said = []
        for lane in next(e for e in self.case.routes if e.proposal == self.proposal.id).authorities:
            for text in lane.supposed:
                name, _, value = text.partition(" (")[0].partition("=")
                if value and f"{name}={value}" not in self.case.suppositions:
                    label = fact_words.choice("CouncilRule", "rule", name.partition(".")[2])
                    said.append(f"{lane.name}: {label}: {value}")
        return tuple(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutePage:
    """A proposal's route.  `councils` is empty where the steps contradict one another.

    `rules` are what may be supposed (name, words); `stepless` the councils that have no step on
    record, with whether the reader may add some.
    """

    seen: Seen
    words: tuple[str, ...]
    councils: tuple[CouncilSteps, ...]
    chain: tuple[tuple[str, str, str], ...]
    findings: tuple[RouteFinding, ...]
    unchecked: tuple[RouteFinding, ...]
    lanes: Picture
    tables: tuple[Table, ...]
    rules: tuple[tuple[str, str], ...]
    stepless: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysPage:
    """The ways to a live decision, and the last days for a wanted start where one is named."""

    seen: Seen
    words: tuple[str, ...]
    earliest: Plan | None
    trade_offs: tuple[TradeOff, ...]
    buys_time: tuple[TimeBought, ...]
    branches: tuple[Branch, ...]
    wanted_on: date | None
    wanted_by: str
    back: str
    deadlines: tuple[DeadlineRow, ...]
    back_ask: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualPage:
    """The usual steps for one council: those it lacks, those it has, and whether one may add."""

    seen: Seen
    authority: str
    name: str
    proposed: tuple[Proposed, ...]
    having: tuple[str, ...]
    may: Refusal | Capacity
    whom: Acting


def seen(
    person: Person, code: str, proposal_id: str, as_at: date, suppositions: tuple[str, ...] = ()
) -> Seen | None:
    """A proposal's route; None where there is none, then, that the person may see.

    Raises SuppositionError where what is supposed names no rule of a council.
    """
    page = cases.programme_page(person, code, as_at)
    proposals = page.case.programme.proposals if page else ()
    proposal = next((each for each in proposals if each.id == proposal_id), None)
    if page is None or proposal is None:
        return None
    case = page.case
    if suppositions:
        supposing(case.programme, suppositions)  # complains before anything is worked out
        case = make_case(case.programme, read_law(), as_at, suppositions)
    return Seen(
        case=case, proposal=proposal, plans=plans_in(case, proposal.id), held=capacities(person)
    )


def plans_in(case: Case, proposal: str) -> Plans:
    """The plans of one proposal of a case."""
    return next(plans for plans in case.plans if plans.proposal == proposal)


def route_page(held: Seen) -> RoutePage:
    """The route as it stands."""
    case, plan, names = held.case, held.plans.standing, held.names
    route = next(each for each in case.routes if each.proposal == held.proposal.id)
    found = shown(case, held.findings, held.held)
    lanes, tables = _drawn(case, route)
    return RoutePage(
        seen=held,
        words=_as_it_stands(held),
        councils=steps_of(case, plan) if plan else (),
        chain=tuple(
            (
                in_words(link.on),
                f"{link.name}, {names[link.authority]}" if link.authority else link.name,
                link.words,
            )
            for link in plan.binds
        )
        if plan
        else (),
        findings=tuple(each for each in found if each.finding.severity is not Severity.QUESTION),
        unchecked=tuple(each for each in found if each.finding.severity is Severity.QUESTION),
        lanes=lanes,
        tables=tables,
        rules=supposable(case, held.proposal),
        stepless=_stepless(held),
    )


def ways_page(held: Seen, wanted_on: date | None) -> WaysPage:
    """The ways to get there; counted back from `wanted_on`, else from the start that it names."""
    case, plans, as_at = held.case, held.plans, held.case.as_at
    asked = wanted_on or wanted_start(case.programme, held.proposal)
    earliest, standing = plans.earliest, plans.standing
    back = None
    if earliest is not None and asked is not None:
        back = back_plan(case.programme, case.law, held.proposal, as_at, asked)
    contradiction = (words_of_contradiction(plans),) if plans.contradiction else ()
    said = (words.how_early(earliest, standing),) if earliest and standing else contradiction
    return WaysPage(
        seen=held,
        words=said,
        earliest=earliest,
        trade_offs=earliest.trade_offs if earliest else (),
        buys_time=earliest.buys_time if earliest else (),
        branches=earliest.branches if earliest else (),
        wanted_on=asked,
        wanted_by="" if wanted_on or not asked else "It is the start that the proposal names.",
        back=words.by_when(back, as_at, held.names) if back else "",
        deadlines=deadlines_of(case, back.deadlines, as_at) if back else (),
        back_ask=back.ask if back else (),
    )


def usual_page(person: Person, held: Seen, authority: str) -> UsualPage | None:
    """The usual steps for one council; None where that is no party to the proposal."""
    if authority not in held.proposal.parties:
        return None
    programme = held.case.programme
    missing = proposed(programme, held.proposal, authority)
    missing_kinds = {each.usual.kind for each in missing}
    return UsualPage(
        seen=held,
        authority=authority,
        name=held.names[authority],
        proposed=missing,
        having=tuple(each.name for each in USUAL if each.kind not in missing_kinds),
        may=may_change(held.held, "steps", authority, programme),
        whom=acting(person, programme, "steps", [authority]),
    )


def words_of_contradiction(plans: Plans) -> str:
    """Why nothing can be planned."""
    return f"No day can be worked out: {plans.contradiction}."


def _as_it_stands(held: Seen) -> tuple[str, ...]:
    plan = held.plans.standing
    if plan is None:
        return (words_of_contradiction(held.plans), words.verdict(held.findings))
    said = (
        words.when_live(plan),
        words.when_decided(plan),
        words.what_binds(plan, held.names),
        words.verdict(held.findings),
    )
    return tuple(each for each in said if each)


def _drawn(case: Case, route: JointRoute) -> tuple[Picture, tuple[Table, ...]]:
    spans = spans_of(case.programme, case.law, route, case.as_at)
    found = [each for each in case.findings if each.proposal == route.proposal]
    breaches = breaches_of(case.programme, found, route)
    lanes = lanes_svg(route, case.as_at, spans, breaches)
    return lanes, route_table(route, spans, breaches)


def _stepless(held: Seen) -> tuple[tuple[str, str, bool], ...]:
    programme = held.case.programme
    having = {step.authority for step in programme.steps if step.proposal == held.proposal.id}
    return tuple(
        (
            code,
            held.names[code],
            isinstance(may_change(held.held, "steps", code, programme), Capacity),
        )
        for code in held.proposal.parties
        if code not in having
    )
