"""Moving a step: what it may move to, and the fact that the move changes.

A step is put to another meeting of its body, or the meeting itself is held on another day; a step
without a meeting gets another day.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from moothall.basics.dates import in_words, read_written_date
from moothall.facts.decisions import Meeting, MeetingStatus, Step
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.governance.planning.plan import PlannedStep, Plans

ANOTHER_DAY = "another-day"
"""What is chosen where it goes to no meeting that is in the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovableStep:
    """A step, its meeting, and the other meetings that its body holds.

    `cannot` says why no other day can be chosen for it, empty where one can; `at_the_meeting` are
    the steps that the same meeting takes besides.
    """

    step: Step
    name: str
    body: str
    on: date | None
    meeting: Meeting | None
    others: tuple[Meeting, ...]
    at_the_meeting: tuple[Step, ...]
    cannot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One fact that becomes another: `changes` are its fields as its payload holds them."""

    kind: str
    key: str
    after: Step | Meeting
    changes: dict[str, Any]
    words: str


def movable(
    programme: Programme, proposal: str, plans: Plans, step_id: str, as_at: date
) -> MovableStep | None:
    """A step of a proposal and where it could go; None where there is none of that id."""
    step = next(
        (each for each in programme.steps if (each.id, each.proposal) == (step_id, proposal)), None
    )
    if step is None:
        return None
    key = f"{step.authority}:{step.id}"
    steps = plans.standing.steps if plans.standing else ()
    planned = next((each for each in steps if each.id == key), None)
    bodies = {body.id: body.name for body in programme.bodies}
    meeting = next((each for each in programme.meetings if each.id == step.meeting), None)
    others = (
        each
        for each in programme.meetings
        if step.body is not None
        and each.body == step.body
        and each.id != step.meeting
        and each.held_on >= as_at
        and each.status is not MeetingStatus.CANCELLED
    )
    return MovableStep(
        step=step,
        name=planned.name if planned else step.name,
        body=bodies.get(step.body or "", ""),
        on=_on(planned, step, meeting),
        meeting=meeting,
        others=tuple(sorted(others, key=lambda each: (each.held_on, each.id))),
        at_the_meeting=tuple(
            each
            for each in programme.steps
            if meeting is not None and each.meeting == meeting.id and each.id != step_id
        ),
        cannot=_why_not(step, planned, plans),
    )


def _on(planned: PlannedStep | None, step: Step, meeting: Meeting | None) -> date | None:
    if planned is not None:
        return planned.on
    return step.taken_on or (meeting.held_on if meeting else None)


def _why_not(step: Step, planned: PlannedStep | None, plans: Plans) -> str:
    if plans.contradiction:
        return f"Nothing can be moved while no day can be worked out: {plans.contradiction}."
    if planned is None:
        if step.taken_on is None:
            return "Its day follows from the other steps, so there is none to choose."
        return f"It was taken on {in_words(step.taken_on)}."
    if planned.is_fixed:
        day = f" on {in_words(planned.on)}" if planned.on else ""
        unsure = f" ({planned.assumed})" if planned.assumed else ""
        return f"It was taken{day}{unsure}, so no other day can be chosen for it."
    return ""


def to_meeting(found: MovableStep, meeting: Meeting) -> Move:
    """The step goes to another meeting of its body."""
    assumed = _assumed(found.step, found.on)
    return Move(
        kind="steps",
        key=found.step.id,
        after=replace(found.step, meeting=meeting.id, assumed=assumed),
        changes={"meeting": meeting.id, "assumed": assumed},
        words=(
            f"“{found.step.name}” goes to the meeting of {found.body} on "
            f"{in_words(meeting.held_on)}."
        ),
    )


def to_day(found: MovableStep, day: date) -> Move:
    """The meeting is held on another day; a step without a meeting is planned for it."""
    if found.meeting is not None:
        assumed = _assumed(found.meeting, found.meeting.held_on)
        also = len(found.at_the_meeting)
        more = f" with {also} other step{'' if also == 1 else 's'}" if also else ""
        return Move(
            kind="meetings",
            key=found.meeting.id,
            after=replace(found.meeting, held_on=day, assumed=assumed),
            changes={"held_on": day.isoformat(), "assumed": assumed},
            words=f"The meeting of {found.body} itself is held on {in_words(day)}{more}.",
        )
    assumed = _assumed(found.step, found.on)
    written = read_written_date(day.isoformat())
    return Move(
        kind="steps",
        key=found.step.id,
        after=replace(found.step, expected=written, assumed=assumed),
        changes={"expected": day.isoformat(), "assumed": assumed},
        words=f"“{found.step.name}” is planned for {in_words(day)}.",
    )


def with_move(programme: Programme, move: Move) -> Programme:
    """The programme as it would be."""
    after = move.after
    if isinstance(after, Meeting):
        meetings = tuple(after if each.id == after.id else each for each in programme.meetings)
        return replace(programme, meetings=meetings)
    steps = tuple(after if each.id == after.id else each for each in programme.steps)
    return replace(programme, steps=steps)


_MOVED = "Moved on screen"


def _assumed(fact: Fact, was: date | None) -> str:
    """Why the new day is assumed, beside what was assumed of the fact before."""
    before = [
        each for each in (fact.assumed or "").split("; ") if each and not each.startswith(_MOVED)
    ]
    of = f" from {in_words(was)}" if was else ""
    return "; ".join([*before, f"{_MOVED}{of} to a day that the document cited does not give"])
