"""Working out the joint route from the facts, the law and each council's own rules.

Each council's steps are worked out from its decision meeting: backwards to the last day for the
notice and the papers, forwards through publication and call-in to the day of effect.  A council's
rule that is unknown leaves the day of effect unknown; the route then gives the day before which it
cannot be, and the question to ask.
"""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import Answer, Decision, Meeting, Step, StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.effect import Effect, effect_of
from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep, what_binds
from moothall.law.calendar import WorkingDays
from moothall.law.clear_days import Count, Skipped, latest_publication
from moothall.law.law import Law, NoLawForThatDayError


def routes_of(programme: Programme, law: Law, as_at: date) -> tuple[JointRoute, ...]:
    """The joint route of every proposal."""
    return tuple(joint_route(programme, law, proposal, as_at) for proposal in programme.proposals)


def joint_route(programme: Programme, law: Law, proposal: Proposal, as_at: date) -> JointRoute:
    """One proposal through every council that is party to it."""
    lanes = tuple(
        _Lane.of(programme, law, proposal, programme.authority(code), as_at).route()
        for code in proposal.parties
    )
    known = [lane.effective_on for lane in lanes if lane.effective_on is not None]
    floors = [lane.not_before for lane in lanes if lane.not_before is not None]
    days = [lane.decides_on for lane in lanes if lane.decides_on is not None]
    return JointRoute(
        proposal=proposal.id,
        name=proposal.name,
        authorities=lanes,
        live_on=max(known) if len(known) == len(lanes) else None,
        not_before=max(floors, default=None),
        binds=what_binds(lanes),
        decisions_apart=(max(days) - min(days)).days if len(days) == len(lanes) else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lane:
    """What is held about one council's way to its decision on one proposal."""

    authority: Authority
    law: Law
    as_at: date
    model: GovernanceModel | None
    working: WorkingDays
    body: str
    by_officer: bool
    by_full_council: bool
    key: Answer
    steps: tuple[Step, ...]
    meetings: dict[str, Meeting]
    planned: Step | None
    taken: Decision | None

    @classmethod
    def of(
        cls,
        programme: Programme,
        law: Law,
        proposal: Proposal,
        authority: Authority,
        as_at: date,
    ) -> "_Lane":
        here = (proposal.id, authority.code)
        meetings = {meeting.id: meeting for meeting in programme.meetings}
        steps = tuple(s for s in programme.steps if (s.proposal, s.authority) == here)
        decisions = [d for d in programme.decisions if (d.proposal, d.authority) == here]
        tests = [t for t in programme.key_decision_tests if (t.proposal, t.authority) == here]
        taken = max(decisions, key=lambda decision: decision.decided_on, default=None)
        # A body that only reviews or notes decides nothing yet: its step is one on the way.
        approvals = [step for step in steps if step.kind is StepKind.DECISION and step.approves]
        # Where an executive recommends and the full council resolves, the council's comes last.
        planned = approvals[-1] if approvals else None
        meeting = meetings.get(planned.meeting or "") if planned else None
        decides_on = taken.decided_on if taken else meeting.held_on if meeting else None
        period = authority.governance_on(decides_on or as_at)
        body_id = taken.body if taken else planned.body if planned else None
        body = programme.body(body_id) if body_id else None
        answers = [*(d.key for d in decisions), *(t.answer for t in tests)]
        return cls(
            authority=authority,
            law=law,
            as_at=as_at,
            model=period.model if period else None,
            working=WorkingDays(frozenset(authority.extra_non_days)),
            body=body.name if body else "",
            by_officer=body is not None and body.kind is BodyKind.OFFICER,
            by_full_council=body is not None and body.kind is BodyKind.COUNCIL,
            key=next((a for a in answers if a is not Answer.UNKNOWN), Answer.UNKNOWN),
            steps=steps,
            meetings=meetings,
            planned=planned,
            taken=taken,
        )

    @property
    def meeting(self) -> Meeting | None:
        return self.meetings.get(self.planned.meeting or "") if self.planned else None

    @property
    def decides_on(self) -> date | None:
        if self.taken is not None:
            return self.taken.decided_on
        return self.meeting.held_on if self.meeting is not None else None

    @property
    def _assumed(self) -> str:
        """Why the day of the decision is assumed, empty where it is not."""
        if self.taken is not None:
            return self.taken.assumed or ""
        planned = self.planned.assumed if self.planned else None
        return planned or (self.meeting.assumed if self.meeting else None) or ""

    @property
    def _is_executive(self) -> bool:
        return self.model is GovernanceModel.EXECUTIVE

    def route(self) -> AuthorityRoute:
        effect = effect_of(
            self.authority,
            self.model,
            self.decides_on,
            self.taken,
            self.as_at,
            self.working,
            by_full_council=self.by_full_council,
        )
        steps = [
            *(self._step(step) for step in self.steps if step is not self.planned),
            *self._deadlines(),
            self._decision(),
            *self._after(effect),
        ]
        return AuthorityRoute(
            authority=self.authority.code,
            name=self.authority.short_name,
            model=self.model.value if self.model else "unknown",
            body=self.body,
            decides_on=self.decides_on,
            steps=tuple(sorted(steps, key=lambda step: step.sorts_on)),
            effective_on=effect.on,
            not_before=effect.not_before,
            ask=self._questions(effect),
            supposed=effect.supposed,
        )

    def _step(self, step: Step) -> RouteStep:
        """A step other than the decision; for a meeting, with the last day for its papers."""
        meeting = self.meetings.get(step.meeting or "")
        papers: RouteStep | None = None
        if meeting is not None and step.kind in (StepKind.SCRUTINY, StepKind.DECISION):
            # Scrutiny is a committee under the 1972 Act whatever the council's governance model.
            executive = step.kind is StepKind.DECISION and self._is_executive
            papers = self._deadline(
                "AGENDA-EXEC" if executive else "AGENDA-COMMITTEE",
                "papers",
                step.name,
                meeting.held_on,
                Count.WORKING,
            )
        return RouteStep(
            kind="consideration" if step.kind is StepKind.DECISION else step.kind.value,
            name=step.name,
            on=meeting.held_on if meeting else None,
            span=(step.expected.earliest, step.expected.latest) if step.expected else None,
            written=step.expected.text if step.expected else "",
            latest=papers.latest if papers else None,
            days_left=papers.days_left if papers else None,
            rule=papers.rule if papers else "",
            reference=papers.reference if papers else "",
            evidence=papers.evidence if papers else "",
            note=f"papers {papers.note}" if papers else "",
            assumed=step.assumed or (meeting.assumed if meeting else None) or "",
            source=str(step.source),
            skipped=papers.skipped if papers else (),
        )

    def _deadlines(self) -> list[RouteStep]:
        """The last days for the notice of a key decision and for the papers of the meeting."""
        papers = f"Last day to publish the papers of {self.body or 'the meeting'}"
        if not self._is_executive:
            return [
                self._deadline(
                    "AGENDA-COMMITTEE", "papers published", papers, self.decides_on, Count.WORKING
                )
            ]
        name, note = {
            Answer.YES: ("Last day for the notice of the key decision", ""),
            Answer.NO: (
                "Last day for a notice, should this be key after all",
                "the council's own answer is that it is not key",
            ),
            Answer.UNKNOWN: (
                "Last day for the notice of a key decision",
                "only if this is a key decision, which nobody has said",
            ),
        }[self.key]
        notice = self._deadline(
            "KEY-28", "key decision notice", name, self.decides_on, Count.CALENDAR, note
        )
        if self.by_officer:
            return [notice]  # an officer decides without a meeting, so no agenda is due
        return [
            notice,
            self._deadline(
                "AGENDA-EXEC", "papers published", papers, self.decides_on, Count.WORKING
            ),
        ]

    def _deadline(
        self, rule_id: str, kind: str, name: str, meeting: date | None, count: Count, note: str = ""
    ) -> RouteStep:
        """The last day that leaves a rule's clear days before a meeting, once its day is known."""
        rule = self.law.rule(rule_id)
        try:
            number = self.law.value(rule_id, meeting or self.as_at)
        except NoLawForThatDayError as error:
            return RouteStep(
                kind=kind,
                name=name,
                rule=rule_id,
                reference=rule.reference,
                evidence=rule.evidence,
                note=f"could not be checked: {error}",
            )
        latest: date | None = None
        skipped: tuple[Skipped, ...] = ()
        when = "the meeting, whose day is not known"
        if meeting is not None:
            latest, skipped = latest_publication(meeting, number, count, self.working)
            when = in_words(meeting)
        counted = f"{number} clear {count.value} days before {when}"
        return RouteStep(
            kind=kind,
            name=name,
            latest=latest,
            days_left=(latest - self.as_at).days if latest else None,
            rule=rule_id,
            reference=rule.reference,
            evidence=rule.evidence,
            note=f"{counted}; {note}" if note else counted,
            assumed=self._assumed if meeting and meeting == self.decides_on else "",
            skipped=skipped,
        )

    def _decision(self) -> RouteStep:
        where = self.body or f"the body that decides in {self.authority.short_name}"
        if self.taken is not None:
            return RouteStep(
                kind="decision",
                name=f"{where} decided",
                on=self.taken.decided_on,
                taken=True,
                note="taken under urgency" if self.taken.urgent else "",
                assumed=self._assumed,
                source=str(self.taken.source),
            )
        if self.planned is None:
            return RouteStep(kind="decision", name=f"{where} decides", note="no step is planned")
        expected = self.planned.expected
        meeting = self.meeting
        return RouteStep(
            kind="decision",
            name=f"{where} decides",
            on=meeting.held_on if meeting else None,
            span=(expected.earliest, expected.latest) if expected else None,
            written=expected.text if expected else "",
            assumed=self._assumed,
            source=str(self.planned.source),
        )

    def _after(self, effect: Effect) -> list[RouteStep]:
        """Publication of the decision and its taking effect, as far as they are known."""
        committee = self.model is GovernanceModel.COMMITTEE
        rule = self.law.rule("COMMITTEE-STANDSTILL" if committee else "CALLIN-WINDOW")
        record = self.law.rule("RECORD-DECISION")
        steps = []
        if effect.published_on is not None:
            steps.append(
                RouteStep(
                    kind="decision published",
                    name="Decision published",
                    on=effect.published_on,
                    taken=effect.taken,
                    note=effect.publication_note,
                    assumed=self._assumed,
                    rule=record.id,
                    reference=record.reference,
                    evidence=record.evidence,
                )
            )
        steps.append(
            RouteStep(
                kind="effective",
                name="Decision takes effect",
                on=effect.on,
                taken=effect.taken,
                note=effect.note,
                assumed=self._assumed,
                rule=rule.id,
                reference=rule.reference,
                evidence=effect.evidence,
            )
        )
        return steps

    def _questions(self, effect: Effect) -> tuple[str, ...]:
        name = self.authority.name
        if self.decides_on is not None:
            return effect.ask
        if self.planned is None:
            return (f"Which body of {name} decides this, and when?", *effect.ask)
        return (f"On which day does {name} decide this?", *effect.ask)
