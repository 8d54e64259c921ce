"""A plan as the checks see it: each council's acts, steps and notices on one proposal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from moothall.basics.dates import WrittenDate
from moothall.facts.agreements import Agreement
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.bodies import Body, BodyKind
from moothall.facts.decisions import (
    Meeting,
    MeetingStatus,
    Notice,
    NoticeKind,
    Step,
    StepKind,
)
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.checks.acts import Act, acts_of
from moothall.governance.effect import Effect, effect_of
from moothall.law.calendar import WorkingDays
from moothall.law.law import Law

OF_THE_COUNCIL = (BodyKind.COMMITTEE, BodyKind.COUNCIL, BodyKind.SCRUTINY)
"""Bodies to which the 1972 Act speaks, whatever the council's governance model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilPlan:
    """One council's way through one proposal."""

    programme: Programme
    law: Law
    as_at: date
    proposal: Proposal
    authority: Authority
    working: WorkingDays
    meetings: dict[str, Meeting]
    bodies: dict[str, Body]
    steps: tuple[Step, ...]
    acts: tuple[Act, ...]
    notices: tuple[Notice, ...]

    @property
    def name(self) -> str:
        return self.authority.short_name

    def own(self, rule: str, on: date) -> str | None:
        """The council's own rule as known on a day, None where nobody has said."""
        return self.authority.rule_on(rule, on).value

    def model_on(self, day: date) -> GovernanceModel | None:
        period = self.authority.governance_on(day)
        return period.model if period else None

    def body_of(self, step: Step) -> Body | None:
        return self.bodies.get(step.body or "")

    def meeting_of(self, step: Step) -> Meeting | None:
        return self.meetings.get(step.meeting or "")

    def day_of(self, step: Step) -> date | None:
        """The day of a step: taken, else of its meeting unless that is cancelled."""
        if step.taken_on is not None:
            return step.taken_on
        meeting = self.meeting_of(step)
        if meeting is not None and meeting.status is not MeetingStatus.CANCELLED:
            return meeting.held_on
        return None

    def span_of(self, step: Step) -> WrittenDate | None:
        """The day of a step as a span of one day, else the days that its words can mean."""
        day = self.day_of(step)
        return step.expected if day is None else WrittenDate(day, day, "")

    def steps_of(self, *kinds: StepKind) -> Iterator[Step]:
        return (step for step in self.steps if step.kind in kinds)

    @property
    def approvals(self) -> tuple[Act, ...]:
        """The acts that make the proposal live, those with a day first and in order."""
        acts = [act for act in self.acts if act.approves]
        return tuple(sorted(acts, key=lambda act: act.on or date.max))

    @property
    def last_act(self) -> Act | None:
        """The dated act that makes the proposal live here: the last, where there are several."""
        return next((act for act in reversed(self.approvals) if act.on is not None), None)

    def is_executive(self, act: Act) -> bool:
        """Whether it is an executive decision (SI 2012/2089): model and body say so."""
        return (
            act.on is not None
            and self.model_on(act.on) is GovernanceModel.EXECUTIVE
            and (act.body is None or act.body.kind not in OF_THE_COUNCIL)
        )

    def notices_of(self, act: Act, *kinds: NoticeKind) -> list[Notice]:
        """The notices of these kinds for this act, the earliest first; one for another meeting
        is none for this."""
        meeting = act.meeting.id if act.meeting else None
        return sorted(
            (
                notice
                for notice in self.notices
                if notice.kind in kinds and (meeting is None or notice.meeting in (None, meeting))
            ),
            key=lambda notice: notice.published_on,
        )

    def effect(self) -> Effect | None:
        """When the last dated act takes effect, as far as that is known; None without a day."""
        act = self.last_act
        if act is None or act.on is None:
            return None
        return effect_of(
            self.authority,
            self.model_on(act.on),
            act.on,
            act.decision,
            self.as_at,
            self.working,
            by_full_council=act.body is not None and act.body.kind is BodyKind.COUNCIL,
        )

    def next_meeting(self, body_id: str | None, on_or_after: date) -> Meeting | None:
        """The next meeting of a body in the calendar that is not cancelled."""
        return min(
            (
                meeting
                for meeting in self.meetings.values()
                if meeting.body == body_id
                and meeting.held_on >= on_or_after
                and meeting.status is not MeetingStatus.CANCELLED
            ),
            key=lambda meeting: meeting.held_on,
            default=None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole programme as the checks see it, at one day."""

    programme: Programme
    law: Law
    as_at: date
    councils: tuple[CouncilPlan, ...]
    by_proposal: dict[str, tuple[CouncilPlan, ...]]

    def acts(self) -> Iterator[tuple[CouncilPlan, Act]]:
        return ((council, act) for council in self.councils for act in council.acts)

    def of(self, proposal: str | None) -> tuple[CouncilPlan, ...]:
        """Every council's plan of one proposal."""
        return self.by_proposal.get(proposal or "", ())

    def agreements(self) -> Iterator[tuple[Agreement, tuple[CouncilPlan, ...]]]:
        """Each agreement with the plans of the councils that are party to it."""
        for agreement in self.programme.agreements:
            plans = self.of(agreement.proposal)
            yield agreement, tuple(c for c in plans if c.authority.code in agreement.parties)

    def go_lives(self, proposal: str) -> list[tuple[CouncilPlan, Step, WrittenDate]]:
        """The steps with which the service starts, those that have a day or a period."""
        return [
            (council, step, span)
            for council in self.of(proposal)
            for step in council.steps_of(StepKind.GO_LIVE)
            if (span := council.span_of(step)) is not None
        ]


def plan_of(programme: Programme, law: Law, as_at: date) -> Plan:
    """Put a programme's facts in the order in which the checks ask for them."""
    meetings = {meeting.id: meeting for meeting in programme.meetings}
    bodies = {body.id: body for body in programme.bodies}
    authorities = {authority.code: authority for authority in programme.authorities}
    steps, decisions = _by_place(programme.steps), _by_place(programme.decisions)
    tests, notices = _by_place(programme.key_decision_tests), _by_place(programme.notices)
    by_proposal = {}
    for proposal in programme.proposals:
        councils = []
        for code in proposal.parties:
            here = (proposal.id, code)
            tested = max(
                tests.get(here, ()), key=lambda test: test.tested_on or test.known_on, default=None
            )
            of_it = tuple(steps.get(here, ()))
            councils.append(
                CouncilPlan(
                    programme=programme,
                    law=law,
                    as_at=as_at,
                    proposal=proposal,
                    authority=authorities[code],
                    working=WorkingDays(frozenset(authorities[code].extra_non_days)),
                    meetings=meetings,
                    bodies=bodies,
                    steps=of_it,
                    acts=acts_of(
                        of_it,
                        decisions.get(here, []),
                        meetings,
                        bodies,
                        tested.answer if tested else None,
                    ),
                    notices=tuple(notices.get(here, ())),
                )
            )
        by_proposal[proposal.id] = tuple(councils)
    return Plan(
        programme=programme,
        law=law,
        as_at=as_at,
        councils=tuple(council for councils in by_proposal.values() for council in councils),
        by_proposal=by_proposal,
    )


class _Placed(Protocol):
    """A fact of one council on one proposal."""

    @property
    def proposal(self) -> str: ...

    @property
    def authority(self) -> str: ...


P = TypeVar("P", bound=_Placed)


def _by_place(facts: Iterable[P]) -> dict[tuple[str, str], list[P]]:
    """The facts by proposal and council, in their order."""
    held: dict[tuple[str, str], list[P]] = {}
    for fact in facts:
        held.setdefault((fact.proposal, fact.authority), []).append(fact)
    return held
