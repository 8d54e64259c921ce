"""Where a programme and each of its proposals stand, in words and council by council."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.case.case import Case
from moothall.facts.proposals import Proposal
from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep

PLURALS = {
    Severity.BREACH: "breaches",
    Severity.WARNING: "warnings",
    Severity.QUESTION: "questions",
    Severity.NOTE: "notes",
}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many findings there are of one severity."""

    severity: Severity
    number: int

    def __str__(self) -> str:
        word = self.severity.value if self.number == 1 else PLURALS[self.severity]
        return f"{self.number} {word}"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What a council has to do next, by which day, in words."""

    day: date
    words: str
    assumed: str


@dataclass(frozen=True, slots=True)
class CouncilStanding:
    """Where one proposal stands in one council: the decision, what comes next, when it counts.

    `assumed` is the reason where the day of a decision not yet taken is our assumption; the day of
    effect then rests on it too.
    """

    lane: AuthorityRoute
    decision: str
    assumed: str
    next_step: NextStep | None
    effect: str
    findings: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class ProposalStanding:
    """Where one proposal stands.  `findings` are those that concern no single council."""

    proposal: Proposal
    route: JointRoute
    councils: tuple[CouncilStanding | None, ...]
    findings: tuple[Counted, ...]


def standings(case: Case) -> tuple[ProposalStanding, ...]:
    """Every proposal with a place for every council of the programme, None where it is no party."""
    return tuple(_standing(case, route) for route in case.routes)


def _standing(case: Case, route: JointRoute) -> ProposalStanding:
    found = [finding for finding in case.findings if finding.proposal == route.proposal]
    lanes = {lane.authority: lane for lane in route.authorities}
    councils = tuple(
        council_standing(lanes[authority.code], found, case.as_at)
        if authority.code in lanes
        else None
        for authority in case.programme.authorities
    )
    return ProposalStanding(
        proposal=case.programme.proposal(route.proposal),
        route=route,
        councils=councils,
        findings=count(finding for finding in found if finding.authority not in lanes),
    )


def council_standing(
    lane: AuthorityRoute, found: Iterable[Finding], as_at: date
) -> CouncilStanding:
    """Where a proposal stands in one council."""
    return CouncilStanding(
        lane=lane,
        decision=_decision(lane, as_at),
        assumed=_assumed_decision(lane),
        next_step=next_step(lane, as_at),
        effect=_effect(lane, as_at),
        findings=count(finding for finding in found if finding.authority == lane.authority),
    )


def _decision(lane: AuthorityRoute, as_at: date) -> str:
    body = lane.body or "The body that decides is not named"
    if lane.decides_on is None:
        return f"{body}. No decision meeting is on record." if lane.body else f"{body}."
    day = in_words(lane.decides_on)
    if _is_decided(lane):
        return f"{body} decided on {day}."
    if lane.decides_on < as_at:
        return f"{body} was to decide on {day}. No decision is on record."
    return f"{body} decides on {day}."


def _assumed_decision(lane: AuthorityRoute) -> str:
    return next((step.assumed for step in lane.steps if step.kind == "decision"), "")


def _is_decided(lane: AuthorityRoute) -> bool:
    return any(step.kind == "decision" and step.taken for step in lane.steps)


def _effect(lane: AuthorityRoute, as_at: date) -> str:
    if lane.effective_on is not None:
        day = in_words(lane.effective_on)
        if lane.effective_on > as_at:
            return f"Takes effect on {day}."
        if _is_decided(lane):
            return f"In effect since {day}."
        return f"Decided as planned, it would be in effect since {day}."
    if lane.not_before is not None:
        return f"Day of effect unknown: not before {in_words(lane.not_before)}."
    return "Day of effect unknown."


def next_step(lane: AuthorityRoute, as_at: date) -> NextStep | None:
    """The earliest day that is not past on which something is due: papers, a notice, a meeting.

    A step without a source is counted from the day of the decision, and assumed where that is.
    """
    decision = _assumed_decision(lane)
    steps = (
        step if step.source else replace(step, assumed=step.assumed or decision)
        for step in lane.steps
        if not step.taken
    )
    ahead = (due for step in steps for due in _due(step, as_at))
    return min(ahead, key=lambda due: due.day, default=None)


def _due(step: RouteStep, as_at: date) -> Iterator[NextStep]:
    if step.latest is not None and step.latest >= as_at:
        by = f"papers by {in_words(step.latest)} for the meeting of" if step.on else ""
        day = in_words(step.on or step.latest)
        yield NextStep(
            step.latest, " ".join(filter(None, (f"{step.name},", by, day))), step.assumed
        )
    elif step.on is not None and step.on >= as_at:
        yield NextStep(step.on, f"{step.name}, {in_words(step.on)}", step.assumed)
    elif step.on is None and step.span is not None and step.span[1] >= as_at:
        words = step.written or f"by {in_words(step.span[1])}"
        yield NextStep(max(step.span[0], as_at), f"{step.name}, {words}", step.assumed)


def count(findings: Iterable[Finding]) -> tuple[Counted, ...]:
    """How many findings of each severity, gravest first; none where there is none."""
    numbers = Counter(finding.severity for finding in findings)
    return tuple(Counted(severity, numbers[severity]) for severity in Severity if numbers[severity])


def where_the_programme_stands(case: Case) -> tuple[str, ...]:
    """The programme's page in a few sentences: what is live, what comes next, what is wrong."""
    if not case.routes:
        return (f"No proposal was known on {in_words(case.as_at)}.",)
    return (
        _what_is_live(case),
        *_what_is_overdue(case),
        _what_comes_next(case),
        f"{_findings(case.findings)}.",
    )


def _what_is_live(case: Case) -> str:
    total = len(case.routes)
    live = sum(1 for each in case.routes if _is_live(each, case.as_at))
    dated = sum(1 for each in case.routes if each.live_on and each.live_on > case.as_at)
    unknown = total - live - dated
    where = "in effect in every council that must decide"
    if total == 1:
        ahead = "the day of that is known" if dated else "it is not known yet when that will be"
        return f"The one proposal is {where}." if live else f"It is not yet {where}: {ahead}."
    parts = [
        f"{live or 'None'} of the {total} proposals {'are' if live > 1 else 'is'} {where}",
        f"for {dated} the day of that is known" if dated else "",
        f"for {unknown} it is not known yet when that will be" if unknown else "",
    ]
    return f"{'; '.join(filter(None, parts))}."


def _is_live(route: JointRoute, as_at: date) -> bool:
    """A planned day that has passed makes nothing live: every council must have decided."""
    decided = all(_is_decided(lane) for lane in route.authorities)
    return decided and route.live_on is not None and route.live_on <= as_at


def _what_is_overdue(case: Case) -> tuple[str, ...]:
    overdue = [
        f"{lane.name} ({route.name})"
        for route in case.routes
        for lane in route.authorities
        if lane.decides_on and lane.decides_on < case.as_at and not _is_decided(lane)
    ]
    if not overdue:
        return ()
    return (f"The planned day has passed with no decision on record in {_listed(overdue)}.",)


def where_the_proposal_stands(case: Case, route: JointRoute) -> tuple[str, ...]:
    """The proposal's page in a few sentences: how far it is, what binds it, what is wrong."""
    proposal = case.programme.proposal(route.proposal)
    names = _listed([lane.name for lane in route.authorities])
    deciders = f"{names} alone decides" if len(route.authorities) == 1 else f"{names} each decide"
    found = [finding for finding in case.findings if finding.proposal == proposal.id]
    return (
        f"{deciders} this proposal, which is at the stage of {proposal.stage.value}.",
        route.binds,
        *_what_it_saves(case, proposal),
        f"{_findings(found)}.",
    )


def _what_it_saves(case: Case, proposal: Proposal) -> tuple[str, ...]:
    own = {saving.id: saving for saving in case.programme.savings if saving.proposal == proposal.id}
    names = {authority.code: authority.short_name for authority in case.programme.authorities}
    return tuple(
        f"Money, {names[own[result.saving].authority]}: {result.sentence}"
        for result in case.savings
        if result.saving in own
    )


def _what_comes_next(case: Case) -> str:
    ahead = [
        (found.day, found, lane, route)
        for route in case.routes
        for lane in route.authorities
        if (found := next_step(lane, case.as_at)) is not None
    ]
    if not ahead:
        return f"No dated step lies ahead of {in_words(case.as_at)}."
    _, found, lane, route = min(ahead, key=lambda entry: entry[0])
    assumed = " (assumed)" if found.assumed else ""
    return f"Next, in {lane.name}: {found.words}{assumed}. It is a step of {route.name}."


def _findings(findings: Iterable[Finding]) -> str:
    counted = count(findings)
    if not counted:
        return "Nothing was found that is missing, inconsistent or against a rule"
    return f"Findings: {_listed([str(each) for each in counted])}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
