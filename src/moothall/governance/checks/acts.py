"""A decision in one council: planned, taken, or one that is both."""

from dataclasses import dataclass
from datetime import date

from moothall.facts.bodies import Body
from moothall.facts.decisions import Answer, Decision, Meeting, MeetingStatus, Step, StepKind
from moothall.facts.fact import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A decision in one council: planned (`step`), taken (`decision`), or one that is both.

    `fact` (of `kind`) is what a finding points at: the record once there is one, else the step.
    `key` is the council's own answer to whether it is a key decision: that of the record, else
    that of the latest test.
    """

    kind: str
    fact: Fact
    body: Body | None = None
    step: Step | None = None
    meeting: Meeting | None = None
    decision: Decision | None = None
    key: Answer = Answer.UNKNOWN

    @property
    def on(self) -> date | None:
        """The day; None while it is not fixed or the meeting is cancelled."""
        if self.decision is not None:
            return self.decision.decided_on
        if self.step is not None and self.step.taken_on is not None:
            return self.step.taken_on
        if self.meeting is not None and self.meeting.status is not MeetingStatus.CANCELLED:
            return self.meeting.held_on
        return None

    @property
    def approves(self) -> bool:
        return self.step.approves if self.step is not None else True

    @property
    def assumed(self) -> str:
        """What of it is assumed, empty where nothing is."""
        of_the_day = self.meeting.assumed if self.meeting and self.decision is None else None
        return self.fact.assumed or of_the_day or ""


def acts_of(
    steps: tuple[Step, ...],
    decisions: list[Decision],
    meetings: dict[str, Meeting],
    bodies: dict[str, Body],
    tested: Answer | None,
) -> tuple[Act, ...]:
    """A decision that was taken goes together with the step that planned it."""
    planned = [step for step in steps if step.kind is StepKind.DECISION]
    answer = tested or Answer.UNKNOWN
    acts = []
    for decision in decisions:
        step = _planned_as(decision, planned, meetings)
        if step is not None:
            planned.remove(step)
        held = meetings.get(step.meeting or "") if step else None
        if held is None or held.held_on != decision.decided_on:
            held = _held_on(decision, meetings)
        acts.append(
            Act(
                kind="decisions",
                fact=decision,
                body=bodies.get(decision.body),
                step=step,
                meeting=held,
                decision=decision,
                key=answer if decision.key is Answer.UNKNOWN else decision.key,
            )
        )
    for step in planned:
        meeting = meetings.get(step.meeting or "")
        body = bodies.get(step.body or "")
        acts.append(Act(kind="steps", fact=step, body=body, step=step, meeting=meeting, key=answer))
    return tuple(acts)


def _planned_as(
    decision: Decision, planned: list[Step], meetings: dict[str, Meeting]
) -> Step | None:
    """The step that planned this decision: the same body's, on the same day where there is one."""
    of_the_body = [step for step in planned if step.body == decision.body]
    for step in of_the_body:
        meeting = meetings.get(step.meeting or "")
        if decision.decided_on in (step.taken_on, meeting.held_on if meeting else None):
            return step
    return of_the_body[0] if of_the_body else None


def _held_on(decision: Decision, meetings: dict[str, Meeting]) -> Meeting | None:
    """The meeting at which a decision was taken, where the calendar holds it."""
    return next(
        (
            meeting
            for meeting in meetings.values()
            if (meeting.body, meeting.held_on) == (decision.body, decision.decided_on)
        ),
        None,
    )
