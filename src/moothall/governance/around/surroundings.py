"""What stands in the way of a route: pre-election periods, recesses and cancelled meetings."""

from collections.abc import Iterator

from moothall.facts.authority import Authority
from moothall.facts.decisions import MeetingStatus
from moothall.facts.programme import Programme
from moothall.governance.around.span import RouteSpan, SpanKind
from moothall.governance.route import AuthorityRoute, JointRoute
from moothall.law.elections import latest_notice_of_election
from moothall.law.law import Law, NoLawForThatDayError


def pre_election_periods(authority: Authority, law: Law) -> Iterator[RouteSpan]:
    """From the latest day for the notice of election to the poll."""
    rule = law.rule("PRE-ELECTION")
    for poll in authority.polls:
        try:
            first = latest_notice_of_election(poll, law.value(rule.id, poll))
            note = (
                "publicity is restricted from the notice of election, here its latest day, "
                "to the poll"
            )
        except NoLawForThatDayError as error:
            first, note = poll, f"when it begins could not be worked out: {error}"
        yield RouteSpan(
            authority=authority.code,
            kind=SpanKind.PRE_ELECTION,
            name="Pre-election period",
            first=first,
            last=poll,
            note=note,
            reference=rule.reference,
            evidence=rule.evidence,
        )


def recesses(authority: Authority) -> Iterator[RouteSpan]:
    """The council's recesses."""
    for recess in authority.recesses:
        yield RouteSpan(
            authority=authority.code,
            kind=SpanKind.RECESS,
            name=f"Recess: {recess.name}",
            first=recess.first,
            last=recess.last,
            note="no meetings unless extraordinary",
            assumed=recess.assumed,
            source=recess.source,
        )


def cancelled_meetings(
    programme: Programme, route: JointRoute, lane: AuthorityRoute
) -> Iterator[RouteSpan]:
    """Cancelled meetings of the bodies that this council's route goes through."""
    here = (route.proposal, lane.authority)
    through = {step.body for step in programme.steps if (step.proposal, step.authority) == here}
    through |= {d.body for d in programme.decisions if (d.proposal, d.authority) == here}
    names = {body.id: body.name for body in programme.bodies}
    for meeting in programme.meetings:
        if meeting.status is MeetingStatus.CANCELLED and meeting.body in through:
            yield RouteSpan(
                authority=lane.authority,
                kind=SpanKind.CANCELLED,
                name=f"Cancelled meeting of {names.get(meeting.body, meeting.body)}",
                first=meeting.held_on,
                last=meeting.held_on,
                note="it will not be held; what was to go there needs another meeting",
                assumed=meeting.assumed or "",
                source=str(meeting.source),
            )
