"""The decision: its notice, the publication of its papers, and the meeting that waits for both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from moothall.facts.bodies import Body, BodyKind
from moothall.facts.decisions import Answer, NoticeKind, Step, StepKind
from moothall.governance.planning.ground import Ground
from moothall.governance.planning.hearing import before_the_meeting, event, into_the_papers
from moothall.governance.planning.leads import (
    CalendarDays,
    ClearCalendarDays,
    ClearWorkingDays,
    Lead,
    WorkingDaysAfter,
)
from moothall.governance.planning.network import LongestAge, Node, Reason, Wait
from moothall.governance.planning.places import AnyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """The nodes that a meeting needs, and how the meeting waits for them."""

    nodes: tuple[Node, ...] = ()
    waits: tuple[Wait, ...] = ()


def decision(
    ground: Ground, step: Step, before: Iterable[Step], earlier: Iterable[Step]
) -> tuple[Node, ...]:
    """A decision with its notice and papers; the decision itself comes last."""
    if ground.fixed(step)[0] is not None:
        return (event(ground, step),)
    body = ground.body(step)
    papers: list[Wait] = []
    waits = [
        Wait(
            after=ground.node_id(each),
            lead=CalendarDays(1),
            reason=Reason(words=f"“{each.name}” comes first"),
        )
        for each in earlier
    ]
    for each in before:
        reported = into_the_papers(ground, each)
        if reported is None:
            waits.append(before_the_meeting(ground, each))
        else:
            papers.append(reported)
    agenda, notice = Deciding(), Deciding()
    if body is None or body.kind is BodyKind.OFFICER:
        waits += papers  # an officer decides without a meeting, so no agenda is due
    else:
        agenda = papers_of(ground, step, body, _agenda_rule(ground, body), tuple(papers))
    if body is not None:
        notice = _notice(ground, step, body)
    node = event(ground, step, (*waits, *agenda.waits, *notice.waits))
    if step.approves:
        node = replace(node, ages=tuple(_ages(ground, before)))
    return (*agenda.nodes, *notice.nodes, node)


def undecided(ground: Ground, before: Iterable[Step]) -> Node:
    """Where no step decides: the decision that was taken, or the question who takes it."""
    taken = ground.taken
    return Node(
        id=f"{ground.authority.code}:decision",
        authority=ground.authority.code,
        kind=StepKind.DECISION.value,
        name=f"{ground.authority.short_name} decides",
        place=AnyDay(),
        place_reason=Reason(words="no step is planned"),
        waits=tuple(before_the_meeting(ground, step) for step in before),
        fixed=taken.decided_on.toordinal() if taken else None,
        ask="" if taken else f"Which body of {ground.authority.name} decides this, and when?",
    )


def papers_of(
    ground: Ground, step: Step, body: Body, rule_id: str, waits: tuple[Wait, ...] = ()
) -> Deciding:
    """The publication of a meeting's papers, the final report before it, and the clear days."""
    nodes: list[Node] = []
    key = ground.node_id(step)
    meeting = ground.meetings.get(step.meeting or "")
    published = meeting.papers_published_on if meeting else None
    place, any_day = ground.calendar.any_working_day()
    report = Node(
        id=f"{key}/report",
        authority=ground.authority.code,
        kind="final report",
        name=f"Final report for {body.name} with democratic services",
        place=place,
        place_reason=any_day,
        waits=waits,
        step=step.id,
    )
    lead_days = ground.rule("report_lead_days")
    if lead_days.value is not None:
        nodes.append(report)
        reason = Reason(
            words=f"democratic services have {lead_days.value} working days",
            rule="REPORT-CLEARANCE",
            evidence=lead_days.evidence,
        )
        lead: Lead = WorkingDaysAfter(int(lead_days.value), ground.calendar.table)
        waits = (Wait(after=report.id, lead=lead, reason=reason),)
    nodes.append(
        replace(
            report,
            id=f"{key}/papers",
            kind="papers published",
            name=f"Papers of {body.name} published",
            waits=waits,
            fixed=published.toordinal() if published is not None else None,
        )
    )
    number = ground.law.value(rule_id, ground.as_at)
    clear = ClearWorkingDays(number, ground.calendar.table)
    reason = ground.reason(rule_id, f"{number} clear working days after its papers")
    return Deciding(
        nodes=tuple(nodes), waits=(Wait(after=f"{key}/papers", lead=clear, reason=reason),)
    )


def _agenda_rule(ground: Ground, body: Body) -> str:
    if body.kind is BodyKind.COUNCIL:
        return "SUMMONS-COUNCIL"
    return "AGENDA-EXEC" if ground.is_executive else "AGENDA-COMMITTEE"


def _notice(ground: Ground, step: Step, body: Body) -> Deciding:
    """The notice of a key decision; planned for while nobody has said that it is not key."""
    if not ground.is_executive or body.kind is BodyKind.COUNCIL or ground.key is Answer.NO:
        return Deciding()
    unsaid = (
        "nobody has said whether this is a key decision, so the notice is planned for"
        if ground.key is Answer.UNKNOWN
        else ""
    )
    held = [n for n in ground.notices if n.kind is NoticeKind.KEY_DECISION and not n.urgent]
    published = min((n.published_on.toordinal() for n in held), default=None)
    place, place_reason = ground.calendar.forward_plan()
    node = Node(
        id=f"{ground.node_id(step)}/notice",
        authority=ground.authority.code,
        kind="key decision notice",
        name="Notice of the key decision in the forward plan",
        place=place,
        place_reason=place_reason,
        fixed=published,
        step=step.id,
        assumed="; ".join(text for text in (unsaid, place_reason.assumed) if text),
    )
    number = ground.law.value("KEY-28", ground.as_at)
    short = ground.law.value("KEY-GENERAL-EXCEPTION", ground.as_at)
    table = ground.calendar.table
    working = ground.rule("notice_28_count").value == "working"
    lead: Lead = ClearWorkingDays(number, table) if working else ClearCalendarDays(number)
    counted = "working" if working else "calendar"
    wait = Wait(
        after=node.id,
        lead=lead,
        reason=ground.reason(
            "KEY-28", f"{number} clear {counted} days after the notice of the key decision", unsaid
        ),
        shorter=ClearWorkingDays(short, table),
        shorter_words=f"the general exception ({short} clear working days, the scrutiny chair "
        "told in writing, the reasons published)",
    )
    return Deciding(nodes=(node,), waits=(wait,))


def _ages(ground: Ground, before: Iterable[Step]) -> Iterator[LongestAge]:
    """An equality assessment must not be too old when the decision rests on it."""
    days, evidence, assumed = ground.number(
        "equality_assessment_longest_age", "PSED", "longest age"
    )
    for step in before:
        if step.kind is StepKind.EQUALITY_ASSESSMENT:
            reason = Reason(
                words=f"no older than {days} days when the decision rests on it",
                rule="PSED",
                evidence=evidence,
                assumed=assumed,
            )
            yield LongestAge(earlier=ground.node_id(step), days=days, reason=reason)
