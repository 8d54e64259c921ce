"""Scrutiny: early enough to be heard, with its co-opted members, and answered."""

from collections.abc import Iterator
from datetime import date, timedelta

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.bodies import Body, BodyKind
from moothall.facts.decisions import StepKind
from moothall.governance.checks.answers import broken, days, missed, need, on_act, ours
from moothall.governance.checks.cures import move_to
from moothall.governance.checks.papers import sittings
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.governance.scrutiny.occasions import occasions_of
from moothall.law.clear_days import Count, latest_publication

_EDUCATION = ("education", "school", "children", "send")
_COOPTED = ("co-opted", "coopted", "parent governor", "parent-governor", "church", "diocesan")


def scrutiny_is_early_enough_to_be_heard(plan: Plan) -> Iterator[Finding]:
    """How scrutiny's view reaches the body that decides says how early scrutiny has to sit."""
    for sitting in sittings(plan):
        council, meeting = sitting.council, sitting.meeting
        act = council.last_act
        if act is None or act.on is None or act.meeting is None:
            continue
        steps = [
            step
            for step in council.steps_of(StepKind.SCRUTINY)
            if (day := council.day_of(step)) is not None and day < act.on
        ]
        if act.meeting.id != meeting.id or not steps or sitting.asked is None:
            continue
        step = max(steps, key=lambda each: council.day_of(each) or date.min)
        sat = council.day_of(step) or date.min
        published = (
            meeting.papers_published_on
            or (
                latest_publication(
                    meeting.held_on, sitting.asked.number, Count.WORKING, council.working
                )[0]
            )
        )
        asked = need(
            council.law,
            "PREDECISION-SCRUTINY",
            act.on,
            "lead days",
            council=council,
            own="scrutiny_lead_days",
        )
        mode = council.own("scrutiny_feedback", act.on)
        if asked is None or (published - sat).days > 400:
            continue
        given = _working_days_between(council, sat, published)
        if given >= asked.number or mode in ("supplement", "verbal"):
            continue
        told = (
            f"{council.name}: {step.name} is on {in_words(sat)}; the report for "
            f"{sitting.body.name} is out by {in_words(published)}, "
            f"{days(max(given, 0), 'working day')} later"
        )
        if mode is None:
            yield broken(
                council,
                "PREDECISION-SCRUTINY",
                "steps",
                step,
                f"{told}. How scrutiny's view reaches {sitting.body.name} (in the report, as a "
                "supplement, by word of mouth) is not held.",
                severity=Severity.QUESTION,
                cures=(f"Ask {council.name}'s democratic services.",),
                **on_act(act),
            )
            continue
        yield missed(
            council,
            asked,
            "steps",
            step,
            f"{told}, not {asked.number}: too late for its view to stand in the report.",
            actual=days(given, "working day"),
            required=days(asked.number, "working day"),
            margin=given - asked.number,
            cures=(
                "Carry scrutiny's view to the meeting as a supplement.",
                move_to(council, act.body, act.on + timedelta(days=1)),
            ),
            **on_act(act),
        )


def each_body_first_saw_it_on(plan: Plan) -> Iterator[Finding]:
    """When each body first saw the proposal, in days before the decision: a measure, no fault."""
    for council in plan.councils:
        act = council.last_act
        decides, on = (act.body, act.on) if act else (None, None)
        first = [
            (council.bodies[body], day)
            for body, day in sorted(first_sight(council).items(), key=lambda pair: pair[::-1])
            if decides is None or body != decides.id
        ]
        seen = "; ".join(f"{body.name} on {in_words(day)}{_before(on, day)}" for body, day in first)
        if not seen:
            continue
        kind, fact = (act.kind, act.fact) if act else ("proposals", council.proposal)
        told = f"decides on {in_words(on)}" if on else "has no day for its decision"
        yield ours(
            council,
            "J06",
            kind,
            fact,
            Severity.NOTE,
            f"{council.proposal.name}: {council.name} {told}. First seen by: {seen}.",
            cures=("Nothing to mend: a measure of how early each body saw it.",),
            figures=tuple(
                (body.name, str((on - day).days) if on else in_words(day)) for body, day in first
            ),
            assumed=act.assumed if act else "",
        )


def first_sight(council: CouncilPlan) -> dict[str, date]:
    """The first day on which each body of a council had the proposal before it, as recorded."""
    found: dict[str, date] = {}
    for occasion in occasions_of(council.programme, council.proposal.id):
        body = council.bodies.get(occasion.body)
        if occasion.on is None or body is None:
            continue
        if body.authority in (None, council.authority.code):
            found[body.id] = min(occasion.on, found.get(body.id, occasion.on))
    return found


def education_scrutiny_has_its_coopted_members(plan: Plan) -> Iterator[Finding]:
    """Church and parent-governor representatives vote on education in scrutiny."""
    asked: set[str] = set()
    for council in plan.councils:
        for body in education_scrutiny(council):
            if body.id in asked or has_coopted_members(body):
                continue
            asked.add(body.id)
            yield broken(
                council,
                "EDUCATION-SCRUTINY-MEMBERS",
                "bodies",
                body,
                f"{body.name} of {council.name} scrutinises education; that its church and "
                "parent-governor representatives sit and vote is not recorded.",
                severity=Severity.QUESTION,
                cures=(f"Ask {council.name}'s democratic services who they are.",),
            )


def education_scrutiny(council: CouncilPlan) -> list[Body]:
    """The scrutiny committees for education that see a proposal about education."""
    if not _is_about(f"{council.proposal.name} {council.proposal.summary}"):
        return []
    bodies = {
        body.id: body for s in council.steps_of(StepKind.SCRUTINY) if (body := council.body_of(s))
    }
    return [
        body
        for body in bodies.values()
        if body.kind is BodyKind.SCRUTINY and _is_about(f"{body.name} {body.purpose}")
    ]


def has_coopted_members(body: Body) -> bool:
    """Whether its members name the church and parent-governor representatives."""
    return any(word in member.lower() for member in body.members for word in _COOPTED)


def _before(decided: date | None, seen: date) -> str:
    """In brackets, how many days before the decision; empty while that has no day."""
    if decided is None:
        return ""
    left = (decided - seen).days
    if left == 0:
        return " (on the day)"
    return f" ({days(left)} before)" if left > 0 else f" ({days(-left)} after)"


def _is_about(text: str) -> bool:
    lowered = text.lower()
    return any(word in lowered for word in _EDUCATION)


def _working_days_between(council: CouncilPlan, first: date, last: date) -> int:
    """Working days after one day up to and with another; negative where it is the earlier one."""
    if last < first:
        return -_working_days_between(council, last, first)
    return sum(
        council.working.counts(first + timedelta(days=n)) for n in range(1, (last - first).days + 1)
    )
