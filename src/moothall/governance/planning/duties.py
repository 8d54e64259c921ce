"""What has to be done before the agreement is signed, and before the service starts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from moothall.facts.agreements import Agreement, Power, WorkforceChange
from moothall.facts.decisions import Answer, Step, StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.planning.leads import CalendarDays
from moothall.governance.planning.network import Node, Reason, Wait
from moothall.governance.planning.places import AnyWorkingDay
from moothall.law.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """What is held of the duties around one proposal's agreement, as known on `as_at`."""

    law: Law
    as_at: date
    steps: tuple[Step, ...]
    agreements: tuple[Agreement, ...]
    changes: tuple[WorkforceChange, ...]
    place: AnyWorkingDay

    def reason(self, rule_id: str, words: str) -> Reason:
        rule = self.law.rule(rule_id)
        return Reason(words=words, rule=rule_id, evidence=rule.evidence)

    def node(self, key: str, name: str, fixed: int | None) -> Node:
        """A duty of all councils together, on any working day."""
        return Node(
            id=key,
            authority="",
            kind=key.rpartition(":")[2],
            name=name,
            place=self.place,
            place_reason=Reason(words="any working day"),
            fixed=fixed,
        )

    def steps_of(self, kind: StepKind) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind is kind)

    def taken(self, kind: StepKind) -> int | None:
        """The day on which every council had taken a step, None while one has not."""
        return last_of(step.taken_on for step in self.steps_of(kind))


def duties_of(
    programme: Programme, law: Law, proposal: Proposal, as_at: date, place: AnyWorkingDay
) -> Duties:
    """The duties around one proposal's agreement."""
    return Duties(
        law=law,
        as_at=as_at,
        steps=tuple(step for step in programme.steps if step.proposal == proposal.id),
        agreements=tuple(a for a in programme.agreements if a.proposal == proposal.id),
        changes=tuple(c for c in programme.workforce_changes if c.proposal == proposal.id),
        place=place,
    )


def before_signing(duties: Duties) -> Iterator[tuple[Node, Wait]]:
    """Officers consulted and consents given, by the agreements or by the steps named."""
    officers = [
        officer.consulted_on
        for agreement in duties.agreements
        if agreement.power is Power.OFFICERS_AT_DISPOSAL
        for officer in agreement.officers
    ]
    if officers or duties.steps_of(StepKind.OFFICERS_CONSULTED):
        done = last_of(officers) if officers else duties.taken(StepKind.OFFICERS_CONSULTED)
        node = duties.node("officers consulted", "Each officer consulted", done)
        words = "each officer is consulted before the agreement is signed"
        reason = duties.reason("S113-CONSULT", words)
        yield node, Wait(after=node.id, lead=CalendarDays(1), reason=reason)
    needed = [a.consented_on for a in duties.agreements if a.consent_needed is Answer.YES]
    if needed or duties.steps_of(StepKind.CONSENT):
        done = last_of(needed) if needed else duties.taken(StepKind.CONSENT)
        node = duties.node("consent", "Consent to the agreement", done)
        reason = duties.reason("LGR-CONSENT", "consent comes before signing")
        yield node, Wait(after=node.id, lead=CalendarDays(0), reason=reason)


def before_service(duties: Duties) -> Iterator[tuple[Node, Wait]]:
    """Employees informed and consulted for as long as the law asks; data protection assessed."""
    law, as_at = duties.law, duties.as_at
    moving = [change.informed_on for change in duties.changes if change.transfer is Answer.YES]
    if moving or duties.steps_of(StepKind.TUPE_INFORMATION):
        done = last_of(moving) if moving else duties.taken(StepKind.TUPE_INFORMATION)
        node = duties.node("employees informed", "Employees who transfer informed", done)
        days = law.value("TUPE-INFO", as_at, "plan days")
        reason = duties.reason("TUPE-INFO", f"{days} days to inform and consult are planned")
        yield node, Wait(after=node.id, lead=CalendarDays(days), reason=reason)
    for change in duties.changes:
        number = change.redundancies or 0
        if number < law.value("TU-S188", as_at, "threshold"):
            continue
        many = number >= law.value("TU-S188", as_at, "many")
        days = law.value("TU-S188", as_at, "days for many" if many else "days")
        began = change.consultation_began_on
        node = duties.node(
            f"{change.authority}:staff consultation",
            "Collective consultation on redundancies begins",
            began.toordinal() if began else None,
        )
        reason = duties.reason("TU-S188", f"{days} days before the first dismissal")
        yield node, Wait(after=node.id, lead=CalendarDays(days), reason=reason)
    assessed = [
        agreement.data_protection_assessed_on
        for agreement in duties.agreements
        if agreement.personal_data_shared is Answer.YES
    ]
    if assessed:
        node = duties.node("data protection", "Data protection assessed", last_of(assessed))
        reason = duties.reason("DPIA-GATE", "before personal data are shared")
        yield node, Wait(after=node.id, lead=CalendarDays(0), reason=reason)


def last_of(days: Iterable[date | None]) -> int | None:
    """The last of the days, None where there is none or one is not known."""
    held = list(days)
    if not held or None in held:
        return None
    return max(day.toordinal() for day in held if day is not None)
