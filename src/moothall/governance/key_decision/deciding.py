"""Where one council's decision on a proposal stands: by whom, on which day, under which model."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.bodies import Body, BodyKind
from moothall.facts.decisions import Decision, Meeting, MeetingStatus, Step, StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What is held about the decision; what nobody has said is None.

    `step` is the planned step that approves, `taken` the decision once recorded.
    """

    authority: Authority
    model: GovernanceModel | None
    step: Step | None = None
    meeting: Meeting | None = None
    body: Body | None = None
    taken: Decision | None = None

    @property
    def on(self) -> date | None:
        """The day of the decision: taken, else of the meeting that is planned."""
        if self.taken is not None:
            return self.taken.decided_on
        if self.meeting is not None and self.meeting.status is not MeetingStatus.CANCELLED:
            return self.meeting.held_on
        return None

    @property
    def when(self) -> str:
        """The day, or the period as written; empty where neither is known."""
        if self.on is not None:
            return in_words(self.on)
        return self.step.expected.text if self.step and self.step.expected else ""

    @property
    def by_officer(self) -> bool:
        return self.body is not None and self.body.kind is BodyKind.OFFICER

    @property
    def of_the_executive(self) -> bool | None:
        """Whether the 2012 Regulations speak to whoever decides; None where it cannot be said."""
        kind = self.body.kind if self.body else None
        if kind is BodyKind.COUNCIL or self.model is GovernanceModel.COMMITTEE:
            return False
        if kind is BodyKind.EXECUTIVE:
            return True
        # A committee where there is an executive may be the executive's or the council's.
        return None if self.model is None or kind is BodyKind.COMMITTEE else True

    @property
    def assumed(self) -> str:
        """Why the day or the body is assumed, empty where it is not."""
        if self.taken is not None:
            return self.taken.assumed or ""
        planned = self.step.assumed if self.step else None
        return planned or (self.meeting.assumed if self.meeting else None) or ""


def deciding(
    programme: Programme, proposal: Proposal, authority: Authority, as_at: date
) -> Deciding:
    """How this council decides the proposal, as far as it is held."""
    here = (proposal.id, authority.code)
    taken = max(
        (d for d in programme.decisions if (d.proposal, d.authority) == here),
        key=lambda decision: decision.decided_on,
        default=None,
    )
    approving = [
        step
        for step in programme.steps
        if (step.proposal, step.authority) == here
        and step.kind is StepKind.DECISION
        and step.approves
    ]
    step = approving[-1] if approving else None
    meeting = _meeting(programme, step)
    day = taken.decided_on if taken else meeting.held_on if meeting else as_at
    period = authority.governance_on(day)
    body_id = taken.body if taken else step.body if step else None
    return Deciding(
        authority=authority,
        model=period.model if period else None,
        step=step,
        meeting=meeting,
        body=programme.body(body_id) if body_id else None,
        taken=taken,
    )


def lead_scrutiny(programme: Programme, proposal: Proposal, authority: Authority) -> Body | None:
    """The scrutiny committee that has to do with the proposal: its own step's, else the lead."""
    committees = [
        body
        for body in programme.bodies
        if body.kind is BodyKind.SCRUTINY and body.authority == authority.code
    ]
    stepped = {
        step.body
        for step in programme.steps
        if (step.proposal, step.authority) == (proposal.id, authority.code)
    }
    of_it = [body for body in committees if body.id in stepped] or committees
    return next((body for body in of_it if body.lead), of_it[0] if len(of_it) == 1 else None)


def _meeting(programme: Programme, step: Step | None) -> Meeting | None:
    if step is None or step.meeting is None:
        return None
    return next(meeting for meeting in programme.meetings if meeting.id == step.meeting)
