"""Steps before the decision: who is told, asked and heard, and what that means for the papers."""

from collections.abc import Iterator
from dataclasses import replace

from moothall.facts.bodies import Body, BodyKind
from moothall.facts.decisions import Step, StepKind
from moothall.facts.engagement import ExerciseKind
from moothall.governance.planning.ground import Ground
from moothall.governance.planning.leads import CalendarDays, Lead, WorkingDaysAfter
from moothall.governance.planning.network import Node, Reason, Wait
from moothall.governance.planning.places import AnyDay, Opening, Place

WINDOWS = frozenset({StepKind.LISTENING, StepKind.CONSULTATION})
_MEETS = frozenset({StepKind.SCRUTINY, StepKind.SCHOOLS_FORUM, StepKind.DECISION})
"""Steps that only a meeting of their body can take."""
ASSUMED_LISTENING = 28
"""Days of a listening exercise that nobody has measured out; assumed, and said to be."""


def event(ground: Ground, step: Step, waits: tuple[Wait, ...] = ()) -> Node:
    """A step on one day: a meeting of its body, or a working day where none is needed."""
    fixed, assumed = ground.fixed(step)
    place, reason, ask = _place(ground, step, ground.body(step))
    return Node(
        id=ground.node_id(step),
        authority=ground.authority.code,
        kind=step.kind.value,
        name=step.name,
        place=place,
        place_reason=reason,
        waits=() if fixed is not None else waits,
        fixed=fixed,
        ask=ask,
        step=step.id,
        assumed=assumed,
    )


def _place(ground: Ground, step: Step, body: Body | None) -> tuple[Place, Reason, str]:
    working, any_day = ground.calendar.any_working_day()
    if step.kind in _MEETS:
        if body is None:
            question = f"Which body of {ground.authority.name} takes “{step.name}”, and when?"
            return working, any_day, question
        if body.kind is not BodyKind.OFFICER:
            return ground.calendar.place_of(body)
    elif body is not None:
        place, reason, ask = ground.calendar.place_of(body)
        if not ask:
            return place, reason, ""
    # A body that need not meet to be heard can be asked on any working day.
    return working, any_day, ""


def window(ground: Ground, step: Step) -> Iterator[Node]:
    """Listening or consultation: the day it opens and the last day for answers."""
    fixed, assumed = ground.fixed(step)
    length, unsure = _length(ground, step)
    closed = _closed_on(ground, step)
    key = ground.node_id(step)
    what = "listening" if step.kind is StepKind.LISTENING else "consultation"
    opens = Node(
        id=f"{key}/opens",
        authority=ground.authority.code,
        kind=f"{step.kind.value} opens",
        name=f"{step.name}: opens",
        place=Opening(length, ground.calendar.closed, ground.calendar.table),
        place_reason=ground.reason(
            "PRE-ELECTION", f"no {what} is launched in the weeks before a poll"
        ),
        fixed=fixed,
        step=step.id,
        assumed="; ".join(text for text in (assumed, unsure) if text),
    )
    yield opens
    reason = Reason(words=f"it is open for {length} days", assumed=unsure)
    if step.kind is StepKind.CONSULTATION:
        reason = ground.reason("CONSULT-ADEQUATE", reason.words, unsure)
    yield replace(
        opens,
        id=key,
        kind=step.kind.value,
        name=f"{step.name}: last day for answers",
        place=AnyDay(),
        place_reason=Reason(words="any day"),
        waits=(Wait(after=opens.id, lead=CalendarDays(length - 1), reason=reason),),
        follows=True,
        fixed=fixed if closed is None else closed,
    )


def _length(ground: Ground, step: Step) -> tuple[int, str]:
    if step.lasts_days is not None:
        return step.lasts_days, ""
    if step.kind is StepKind.LISTENING:
        return ASSUMED_LISTENING, (
            f"nobody has said how long it lasts: {ASSUMED_LISTENING} days are assumed"
        )
    weeks, _, assumed = ground.number("consultation_least_weeks", "CONSULT-ADEQUATE", "least weeks")
    return weeks * 7, assumed and f"{weeks} weeks are taken: {assumed}"


def _closed_on(ground: Ground, step: Step) -> int | None:
    """The last day for answers of the exercise that the step stands for, once that is past."""
    formal = step.kind is StepKind.CONSULTATION
    days = [
        exercise.closes_on
        for exercise in ground.programme.exercises
        if exercise.proposal == ground.proposal.id
        and exercise.closes_on is not None
        and exercise.closes_on < ground.as_at
        and (exercise.kind is ExerciseKind.FORMAL_CONSULTATION) is formal
    ]
    return max(days).toordinal() if days else None


def into_the_papers(ground: Ground, step: Step) -> Wait | None:
    """How the papers of the decision wait for a step; None where only the meeting itself does."""
    if step.kind is StepKind.SCHOOLS_FORUM:
        return None
    if step.kind is StepKind.SCRUTINY:
        if ground.rule("scrutiny_feedback").value != "before agenda":
            return None
        return _lead_into_the_papers(
            ground,
            step,
            ("scrutiny_lead_days", "PREDECISION-SCRUTINY", "lead days"),
            "working days to put scrutiny's feedback into the report",
        )
    if step.kind is StepKind.CONSULTATION:
        return _lead_into_the_papers(
            ground,
            step,
            ("consultation_analysis_days", "CONSULT-CONSCIENTIOUS", "analysis days"),
            "working days to weigh the answers",
        )
    if step.kind is StepKind.TRADE_UNION_BRIEFING:
        return _lead_into_the_papers(
            ground,
            step,
            ("trade_union_briefing_lead_days", "TU-EARLY", "lead days"),
            "working days between briefing the unions and the papers",
        )
    reason = Reason(words=f"the report carries what came of “{step.name}”")
    if step.kind is StepKind.EQUALITY_ASSESSMENT:
        reason = ground.reason("PSED", "the report carries the equality assessment")
    # A window's last day has to be over; what was heard at a meeting can go in the same day.
    return Wait(
        after=ground.node_id(step),
        lead=CalendarDays(1 if step.kind in WINDOWS else 0),
        reason=reason,
    )


def _lead_into_the_papers(
    ground: Ground, step: Step, number: tuple[str, str, str], words: str
) -> Wait:
    days, evidence, assumed = ground.number(*number)
    lead: Lead = WorkingDaysAfter(days, ground.calendar.table)
    reason = Reason(words=f"{days} {words}", rule=number[1], evidence=evidence, assumed=assumed)
    return Wait(after=ground.node_id(step), lead=lead, reason=reason)


def before_the_meeting(ground: Ground, step: Step) -> Wait:
    """A step that comes before the meeting that decides, whatever the papers say."""
    words = f"{step.name} comes before the decision"
    rule = {
        StepKind.SCRUTINY: "PREDECISION-SCRUTINY",
        StepKind.SCHOOLS_FORUM: "SCHOOLS-FORUM",
    }.get(step.kind)
    return Wait(
        after=ground.node_id(step),
        lead=CalendarDays(1),
        reason=ground.reason(rule, words) if rule else Reason(words=words),
    )
