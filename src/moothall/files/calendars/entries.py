"""What of a programme stands in a calendar: meetings, decisions, last days, windows.

Only what the public may see: a fact that is exempt, and whatever points at it, is left out before
anything is worked out from it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from moothall.facts.decisions import Meeting, MeetingStatus
from moothall.facts.engagement import Exercise
from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import Programme, keep_only
from moothall.files.calendars.writing import CalendarEntry, EntryStatus, Stamp
from moothall.governance.route import AuthorityRoute, JointRoute, RouteStep

_STATUS = {
    MeetingStatus.CONFIRMED: EntryStatus.CONFIRMED,
    MeetingStatus.PROVISIONAL: EntryStatus.TENTATIVE,
    MeetingStatus.CANCELLED: EntryStatus.CANCELLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """When what the entries rest on was last written down.

    `of` gives it for a fact, as `kind/id`; `worked_out` is that of all that the joint route is
    worked out from.
    """

    of: Callable[[str], Stamp]
    worked_out: Stamp


def without_exempt(programme: Programme) -> Programme:
    """The programme without what is exempt from publication, and what points at it."""
    return keep_only(
        programme,
        {
            (kind, fact.id): "it is exempt from publication"
            for kind, fact in programme.facts()
            if fact.exempt is not None
        },
    )[0]


def entries_of(
    programme: Programme,
    routes: tuple[JointRoute, ...],
    stamps: Stamps,
    councils: frozenset[str] | None = None,
) -> Iterator[CalendarEntry]:
    """The entries of a programme, as `without_exempt` gives it, with the routes worked out from it.

    `councils` are the codes of those that are wanted, all where it is None; what is the programme's
    as a whole is always wanted.
    """
    wanted = _Wanted(programme, councils)
    for meeting in programme.meetings:
        if wanted.body(meeting.body):
            yield _meeting(programme, meeting, stamps)
    for decision in programme.decisions:
        if wanted.council(decision.authority):
            yield CalendarEntry(
                uid=_uid(programme, "decisions", decision.id),
                title=f"{_body(programme, decision.body)} decided: "
                f"{programme.proposal(decision.proposal).name}",
                on=decision.decided_on,
                words=_lines(decision.text, programme.about.name),
                stamp=stamps.of(f"decisions/{decision.id}"),
                group="Decision",
            )
    for exercise in programme.exercises:
        if wanted.council(exercise.owner):
            yield from _window(programme, exercise, stamps)
    for route in routes:
        for lane in route.authorities:
            if wanted.council(lane.authority):
                yield from _last_days(programme, route, lane, stamps)
        if route.live_on is not None:
            yield CalendarEntry(
                uid=_uid(programme, "live", route.proposal),
                title=f"Live in every council: {route.name}",
                on=route.live_on,
                words=_lines(route.binds, programme.about.name),
                stamp=stamps.worked_out,
                group="Joint route",
            )


class _Wanted:
    """Whose entries are wanted."""

    def __init__(self, programme: Programme, councils: frozenset[str] | None) -> None:
        self._councils = councils
        self._of_body = {body.id: body.authority or PROGRAMME for body in programme.bodies}

    def council(self, authority: str) -> bool:
        return self._councils is None or authority == PROGRAMME or authority in self._councils

    def body(self, body: str) -> bool:
        return self.council(self._of_body.get(body, PROGRAMME))


def _meeting(programme: Programme, meeting: Meeting, stamps: Stamps) -> CalendarEntry:
    proposals = {proposal.id: proposal.name for proposal in programme.proposals}
    steps = [step for step in programme.steps if step.meeting == meeting.id]
    called = "" if meeting.kind == "ordinary" else f" ({meeting.kind})"
    off = "CANCELLED: " if meeting.status is MeetingStatus.CANCELLED else ""
    return CalendarEntry(
        uid=_uid(programme, "meetings", meeting.id),
        title=f"{off}{_body(programme, meeting.body)}{called}",
        on=meeting.held_on,
        starts_at=meeting.starts_at,
        place=meeting.place,
        words=_lines(
            *(f"{proposals[step.proposal]}: {step.name}" for step in steps),
            "A private meeting." if meeting.private else "",
            f"The day is assumed: {meeting.assumed}" if meeting.assumed else "",
            programme.about.name,
        ),
        status=_STATUS[meeting.status],
        stamp=stamps.of(f"meetings/{meeting.id}"),
        group="Meeting",
        busy=meeting.status is not MeetingStatus.CANCELLED and meeting.starts_at is not None,
    )


def _window(programme: Programme, exercise: Exercise, stamps: Stamps) -> Iterator[CalendarEntry]:
    first, last = exercise.opens_on or exercise.closes_on, exercise.closes_on
    if first is None:
        return
    title = exercise.name
    if last is None:
        title = f"{title} opens"
    elif exercise.opens_on is None:
        title = f"{title} closes"
    yield CalendarEntry(
        uid=_uid(programme, "exercises", exercise.id),
        title=title,
        on=first,
        until=(last or first) + timedelta(days=1),
        words=_lines(exercise.kind.value.capitalize(), programme.about.name),
        stamp=stamps.of(f"exercises/{exercise.id}"),
        group="Consultation",
    )


def _last_days(
    programme: Programme, route: JointRoute, lane: AuthorityRoute, stamps: Stamps
) -> Iterator[CalendarEntry]:
    """The last days of notices and papers, and the day on which the decision takes effect."""
    for step in lane.steps:
        title, on = _due(route, lane, step)
        if on is None:
            continue
        what = f"{route.proposal}/{lane.authority}/{step.kind}/{step.name}"
        yield CalendarEntry(
            uid=_uid(programme, "route", sha256(what.encode()).hexdigest()[:24]),
            title=title,
            on=on,
            words=_lines(
                f"{step.note[:1].upper()}{step.note[1:]}." if step.note else "",
                f"By {step.reference} ({step.evidence})." if step.reference else "",
                f"Assumed: {step.assumed}" if step.assumed else "",
                programme.about.name,
            ),
            stamp=stamps.worked_out,
            group="Joint route",
        )


def _due(route: JointRoute, lane: AuthorityRoute, step: RouteStep) -> tuple[str, date | None]:
    about = f"{route.name} ({lane.name})"
    if step.kind == "effective":
        return f"Decision takes effect: {about}", step.on
    if step.latest is None:
        return "", None
    if step.name.startswith("Last day"):
        return f"{step.name}: {about}", step.latest
    return f"Last day to publish the papers of {step.name}: {about}", step.latest


def _body(programme: Programme, body_id: str) -> str:
    """A body by its own name and its council's, which many share."""
    body = programme.body(body_id)
    if body.authority is None:
        return body.name
    council = programme.authority(body.authority).short_name
    return body.name if council.lower() in body.name.lower() else f"{body.name} ({council})"


def _uid(programme: Programme, kind: str, key: str) -> str:
    return f"{kind}/{key}@{programme.about.id}.moothall"


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)
