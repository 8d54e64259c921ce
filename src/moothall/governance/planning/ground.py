"""What is held about one proposal in one council: steps, rules, notices, and what was taken."""

from dataclasses import dataclass
from datetime import date

from moothall.facts.authority import Authority, CouncilRule, GovernanceModel
from moothall.facts.bodies import Body
from moothall.facts.decisions import (
    Answer,
    Decision,
    Meeting,
    MeetingStatus,
    Notice,
    Step,
    StepKind,
)
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.planning.council_calendar import CouncilCalendar
from moothall.governance.planning.network import Reason
from moothall.law.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One proposal in one council, as known on the calendar's `as_at`.

    `taken` is the last decision recorded; `key` the council's own answer to the key decision test.
    """

    programme: Programme
    law: Law
    proposal: Proposal
    authority: Authority
    calendar: CouncilCalendar
    model: GovernanceModel | None
    steps: tuple[Step, ...]
    notices: tuple[Notice, ...]
    meetings: dict[str, Meeting]
    taken: Decision | None
    key: Answer

    @property
    def as_at(self) -> date:
        return self.calendar.as_at

    @property
    def is_executive(self) -> bool:
        return self.model is GovernanceModel.EXECUTIVE

    def node_id(self, step: Step) -> str:
        return f"{self.authority.code}:{step.id}"

    def body(self, step: Step) -> Body | None:
        return self.programme.body(step.body) if step.body else None

    def rule(self, name: str) -> CouncilRule:
        """The council's own rule as known today."""
        return self.authority.rule_on(name, self.as_at)

    def number(self, own: str, rule_id: str, name: str) -> tuple[int, str, str]:
        """A number of the council's own, else the default of the rule list.

        Gives the number, how it is known, and what is assumed by taking it.
        """
        held = self.rule(own)
        if held.value is not None:
            return int(held.value), held.evidence, ""
        default = self.law.dated_value(rule_id, self.as_at, name)
        standing = default.kind or self.law.rule(rule_id).kind
        assumed = "" if standing.binds else f"{default.value} is a {standing} default, no law"
        return default.value, self.law.rule(rule_id).evidence, assumed

    def reason(self, rule_id: str, words: str, assumed: str = "") -> Reason:
        """Words that rest on an entry of the rule list, with how that is known."""
        rule = self.law.rule(rule_id)
        return Reason(words=words, rule=rule_id, evidence=rule.evidence, assumed=assumed)

    def fixed(self, step: Step) -> tuple[int | None, str]:
        """The day on which a step was taken, and why that is assumed where nobody recorded it."""
        if step.taken_on is not None:
            return step.taken_on.toordinal(), ""
        if step.kind is StepKind.DECISION and step.approves and self.taken is not None:
            return self.taken.decided_on.toordinal(), self.taken.assumed or ""
        meeting = self.meetings.get(step.meeting or "")
        if meeting is not None:
            if meeting.held_on < self.as_at and meeting.status is not MeetingStatus.CANCELLED:
                unsure = "no record says that it was taken there" if step.approves else ""
                return meeting.held_on.toordinal(), unsure
            return None, ""
        if step.expected is not None and step.expected.latest < self.as_at:
            return (
                step.expected.latest.toordinal(),
                f"written as {step.expected.text}, which is past: taken to be done by then",
            )
        return None, ""


def ground_of(
    programme: Programme,
    law: Law,
    proposal: Proposal,
    authority: Authority,
    calendar: CouncilCalendar,
) -> Ground:
    """Everything that one council's chain is built from."""
    here = (proposal.id, authority.code)
    decisions = [d for d in programme.decisions if (d.proposal, d.authority) == here]
    tests = [t for t in programme.key_decision_tests if (t.proposal, t.authority) == here]
    answers = [*(d.key for d in decisions), *(t.answer for t in tests)]
    period = authority.governance_on(calendar.as_at)
    return Ground(
        programme=programme,
        law=law,
        proposal=proposal,
        authority=authority,
        calendar=calendar,
        model=period.model if period else None,
        steps=tuple(s for s in programme.steps if (s.proposal, s.authority) == here),
        notices=tuple(n for n in programme.notices if (n.proposal, n.authority) == here),
        meetings={meeting.id: meeting for meeting in programme.meetings},
        taken=max(decisions, key=lambda each: each.decided_on, default=None),
        key=next((a for a in answers if a is not Answer.UNKNOWN), Answer.UNKNOWN),
    )
