"""The stretches of days that bear on a joint route: what runs, and what stands in the way.

Notices, call-in and fixed consultations are a route's own windows.  Pre-election periods, recesses
and cancelled meetings are looked for in the months that the route covers.
"""

import calendar
from collections.abc import Iterator
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority, GovernanceModel
from moothall.facts.decisions import Answer, Meeting, Notice
from moothall.facts.engagement import Exercise, ExerciseKind
from moothall.facts.programme import Programme
from moothall.governance.around.span import RouteSpan, SpanKind
from moothall.governance.around.surroundings import (
    cancelled_meetings,
    pre_election_periods,
    recesses,
)
from moothall.governance.effect import effect_rules
from moothall.governance.route import AuthorityRoute, JointRoute
from moothall.law.calendar import ONE_DAY, WorkingDays
from moothall.law.call_in import last_day
from moothall.law.law import Law


def spans_of(
    programme: Programme, law: Law, route: JointRoute, as_at: date
) -> tuple[RouteSpan, ...]:
    """Every stretch that bears on the route, earliest first."""
    own = [
        *_notices(programme, route),
        *_notices_due(programme, route),
        *_consultations(programme, route),
    ]
    for lane in route.authorities:
        own += _call_in(programme.authority(lane.authority), lane, as_at)
    days = [*_days(route), *(day for span in own for day in (span.first, span.last))]
    around: list[RouteSpan] = []
    if days:
        # The drawing's axis is of whole months: what falls in them can be shown.
        first = min(days).replace(day=1)
        end = max(days)
        last = end.replace(day=calendar.monthrange(end.year, end.month)[1])
        for lane in route.authorities:
            authority = programme.authority(lane.authority)
            around += [
                *pre_election_periods(authority, law),
                *recesses(authority),
                *cancelled_meetings(programme, route, lane),
            ]
        around = [span for span in around if span.first <= last and first <= span.last]
    return tuple(
        sorted((*own, *around), key=lambda s: (s.first, s.last, s.authority, s.kind, s.name))
    )


def _days(route: JointRoute) -> Iterator[date]:
    for lane in route.authorities:
        for step in lane.steps:
            yield from (day for day in (step.on, step.latest, *(step.span or ())) if day)
        if lane.not_before:
            yield lane.not_before


def _notices(programme: Programme, route: JointRoute) -> Iterator[RouteSpan]:
    """From the publication of a notice to the day before that which it speaks of."""
    lanes = {lane.authority: lane for lane in route.authorities}
    meetings = {meeting.id: meeting for meeting in programme.meetings}
    for notice in programme.notices:
        lane = lanes.get(notice.authority)
        if notice.proposal != route.proposal or lane is None:
            continue
        last = _day_noticed(notice, lane, meetings)
        to = in_words(last) if last else "a day that is not known"
        end = max(notice.published_on, last - ONE_DAY) if last else notice.published_on
        yield RouteSpan(
            authority=notice.authority,
            kind=SpanKind.NOTICE,
            name=f"Notice ({notice.kind.value}{', urgent' if notice.urgent else ''})",
            first=notice.published_on,
            last=end,
            note=f"published {in_words(notice.published_on)}, for {to}",
            assumed=notice.assumed or "",
            source=str(notice.source),
        )


def _notices_due(programme: Programme, route: JointRoute) -> Iterator[RouteSpan]:
    """The days that the notice of a key decision needs, where none is published yet."""
    published = {
        notice.authority for notice in programme.notices if notice.proposal == route.proposal
    }
    key = {
        test.authority
        for test in programme.key_decision_tests
        if test.proposal == route.proposal and test.answer is Answer.YES
    }
    for lane in route.authorities:
        due = next((step for step in lane.steps if step.kind == "key decision notice"), None)
        if lane.authority in published or lane.authority not in key or due is None:
            continue
        if due.latest is not None and lane.decides_on is not None:
            yield RouteSpan(
                authority=lane.authority,
                kind=SpanKind.NOTICE,
                name="Notice of the key decision, at the latest",
                first=due.latest,
                last=max(due.latest, lane.decides_on - ONE_DAY),
                note=f"not published yet; {due.note}",
                reference=due.reference,
                evidence=due.evidence,
                assumed=due.assumed,
            )


def _day_noticed(notice: Notice, lane: AuthorityRoute, meetings: dict[str, Meeting]) -> date | None:
    meeting = meetings.get(notice.meeting or "")
    return meeting.held_on if meeting else lane.decides_on


def _call_in(authority: Authority, lane: AuthorityRoute, as_at: date) -> Iterator[RouteSpan]:
    """From the publication of the decision to the last day of call-in or standstill.

    Nothing is shown while a council's own rule is unknown: its question stands in the route.
    """
    published = next((step for step in lane.steps if step.kind == "decision published"), None)
    effective = next((step for step in lane.steps if step.kind == "effective"), None)
    if published is None or published.on is None or effective is None:
        return
    model = next((model for model in GovernanceModel if model.value == lane.model), None)
    rules = effect_rules(authority, model, as_at, already_published=True)
    start = lane.decides_on if rules.from_the_meeting and lane.decides_on else published.on
    # Where a day of effect is printed, it goes before what the rule would give.
    end = effective.on - ONE_DAY if effective.on else None
    if rules.days and rules.counts_first_day is not None:
        counted = last_day(
            start,
            rules.days,
            count_publication_day=rules.counts_first_day,
            working=WorkingDays(frozenset(authority.extra_non_days)),
        )
        end = counted if end is None else min(counted, end)
    if end is None or end < start:
        return
    name = "Standstill" if model is GovernanceModel.COMMITTEE else "Call-in"
    yield RouteSpan(
        authority=lane.authority,
        kind=SpanKind.CALL_IN,
        name=name,
        first=start,
        last=end,
        note=effective.note,
        reference=effective.reference,
        evidence=effective.evidence,
        assumed=effective.assumed or published.assumed,
    )


_ASKED = {
    ExerciseKind.LISTENING: SpanKind.LISTENING,
    ExerciseKind.SURVEY: SpanKind.LISTENING,
    ExerciseKind.FORMAL_CONSULTATION: SpanKind.CONSULTATION,
    ExerciseKind.CO_CONSULTATION: SpanKind.CONSULTATION,
}


def _consultations(programme: Programme, route: JointRoute) -> Iterator[RouteSpan]:
    """Exercises on this proposal whose first and last day are fixed."""
    for exercise in programme.exercises:
        kind = _ASKED.get(exercise.kind)
        if exercise.proposal != route.proposal or kind is None:
            continue
        first, last = exercise.opens_on, exercise.closes_on
        if first is None and last is None:
            continue
        yield RouteSpan(
            authority=_whose(exercise, programme, route),
            kind=kind,
            name=exercise.name,
            first=first or last or date.min,
            last=last or first or date.max,
            note=_left_open(first, last, exercise),
            assumed=exercise.assumed or "",
            source=str(exercise.source),
        )


def _left_open(first: date | None, last: date | None, exercise: Exercise) -> str:
    if first is None:
        return f"{exercise.kind.value}; the day on which it opens is not known"
    if last is None:
        return f"{exercise.kind.value}; the day on which it closes is not known"
    return exercise.kind.value


def _whose(exercise: Exercise, programme: Programme, route: JointRoute) -> str:
    """The council whose exercise it is; empty where it is the programme's."""
    codes = {lane.authority for lane in route.authorities}
    body = next((body for body in programme.bodies if body.id == exercise.body), None)
    if body is not None and body.authority in codes:
        return body.authority or ""
    return exercise.owner if exercise.owner in codes else ""
