"""Every comment of members with its owner, its reply and where it stands on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.facts.bodies import Body
from moothall.facts.decisions import Meeting
from moothall.facts.papers import Comment, Paper
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.scrutiny.response_time import ResponseTime, response_time
from moothall.law.law import Law

ASKING = ("question", "concern", "suggestion", "recommendation")
"""Kinds of comment that want a reply; a statement is kept and owes nobody anything."""


class QuestionState(StrEnum):
    """Where a comment stands on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    SAID = "said"


OPEN = (QuestionState.OVERDUE, QuestionState.DUE, QuestionState.UNANSWERED)
"""States in which a reply is still owed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One comment as it stands on a day.

    `asked_on` is the day of its meeting, None where that is not known; `authority` the council of
    the body that asked, empty for a body of the whole programme.  `shown_in` is the paper in which
    members can read the answer.
    """

    comment: Comment
    body: Body
    proposal: Proposal
    asked_on: date | None
    state: QuestionState
    time: ResponseTime
    shown_in: Paper | None = None

    @property
    def id(self) -> str:
        return self.comment.id

    @property
    def authority(self) -> str:
        return self.body.authority or ""

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def asks(self) -> bool:
        """Whether it wants a reply at all."""
        return self.state is not QuestionState.SAID

    @property
    def was_late(self) -> bool:
        """Answered, and after the last day."""
        replied, due = self.comment.replied_on, self.time.due_on
        return (
            self.state is QuestionState.ANSWERED
            and replied is not None
            and due is not None
            and replied > due
        )

    @property
    def told_at_the_meeting(self) -> bool:
        """Whether the body heard the reply there and then."""
        return self.comment.replied_on is not None and self.comment.replied_on == self.asked_on


def questions_of(programme: Programme, law: Law, as_at: date) -> tuple[Question, ...]:
    """Every comment of a programme as it stands at the end of a day, in the order of the facts."""
    bodies = {each.id: each for each in programme.bodies}
    proposals = {each.id: each for each in programme.proposals}
    meetings = {each.id: each for each in programme.meetings}
    papers = {each.id: each for each in programme.papers}
    councils = {each.code: each for each in programme.authorities}
    found = []
    for comment in programme.comments:
        body = bodies[comment.body]
        time = response_time(law, comment, councils.get(body.authority or ""))
        found.append(
            Question(
                comment=comment,
                body=body,
                proposal=proposals[comment.proposal],
                asked_on=asked_on(comment, meetings),
                state=_state(comment, time, as_at),
                time=time,
                shown_in=papers.get(comment.appears_in or ""),
            )
        )
    return tuple(found)


def asked_on(comment: Comment, meetings: dict[str, Meeting]) -> date | None:
    """The day on which it was said; None where no meeting is recorded."""
    meeting = meetings.get(comment.meeting or "")
    return meeting.held_on if meeting else None


def wants_a_reply(comment: Comment) -> bool:
    """Whether somebody owes, or owed, a reply to it."""
    return comment.statutory or comment.kind.strip().lower() in ASKING or bool(comment.reply)


def open_ones(questions: Iterable[Question]) -> list[Question]:
    """Those to which a reply is still owed."""
    return [each for each in questions if each.is_open]


def _state(comment: Comment, time: ResponseTime, as_at: date) -> QuestionState:
    if (comment.reply or "").strip() and (
        comment.replied_on is None or comment.replied_on <= as_at
    ):
        return QuestionState.ANSWERED
    if not wants_a_reply(comment):
        return QuestionState.SAID
    if time.due_on is None:
        return QuestionState.UNANSWERED
    return QuestionState.OVERDUE if time.due_on < as_at else QuestionState.DUE
