"""Agenda, reports and summons: open to the public their clear days before the meeting."""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.authority import GovernanceModel
from moothall.facts.bodies import Body, BodyKind
from moothall.facts.decisions import Meeting, MeetingStatus, Notice, NoticeKind, Step
from moothall.governance.checks.answers import (
    Need,
    broken,
    clear_days_given,
    days,
    missed,
    need,
)
from moothall.governance.checks.cures import URGENT_ITEM, decide_again, move_to, publish_by
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.law.clear_days import Count, earliest_meeting, latest_publication

OPEN_TO_THE_PUBLIC = (
    BodyKind.EXECUTIVE,
    BodyKind.COMMITTEE,
    BodyKind.SCRUTINY,
    BodyKind.COUNCIL,
)
"""Bodies whose papers the law opens before they meet; a forum or a board is none of them."""
ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A proposal before a body at a meeting, with the clear days that the law asks for there.

    `asked` is None where the law that is held says nothing for so early a day.
    """

    council: CouncilPlan
    step: Step | None
    body: Body
    meeting: Meeting
    rule: str
    asked: Need | None

    @property
    def assumed(self) -> str:
        return self.meeting.assumed or (self.step.assumed if self.step else None) or ""


def papers_rule(council: CouncilPlan, body: Body, meeting: Meeting) -> tuple[str, Need | None]:
    """Which rule opens the papers, by the body and for an executive by the model on the day.

    A full council's business stands in its summons, and its reports are a committee's: the rule
    that asked for more days at the time is the one to keep.
    """
    on = meeting.held_on
    if body.kind is BodyKind.COUNCIL:
        summons = need(council.law, "SUMMONS-COUNCIL", on)
        agenda = need(council.law, "AGENDA-COMMITTEE", on)
        if summons is None or (agenda is not None and agenda.number > summons.number):
            return "AGENDA-COMMITTEE", agenda
        return "SUMMONS-COUNCIL", summons
    executive = (
        body.kind is BodyKind.EXECUTIVE and council.model_on(on) is GovernanceModel.EXECUTIVE
    )
    rule = "AGENDA-EXEC" if executive else "AGENDA-COMMITTEE"
    return rule, need(council.law, rule, on)


def sittings(plan: Plan) -> Iterator[Sitting]:
    """Every meeting at which a proposal comes before a body whose papers the law opens."""
    for council in plan.councils:
        yield from sittings_of(council)


def sittings_of(council: CouncilPlan) -> Iterator[Sitting]:
    """Those of one council and proposal, each meeting once, cancelled ones left out."""
    seen: dict[str, Step | None] = {}
    for step in council.steps:
        if step.meeting is not None:
            seen.setdefault(step.meeting, step)
    for act in council.acts:
        if act.meeting is not None:
            seen.setdefault(act.meeting.id, act.step)
    for meeting_id, planned in seen.items():
        meeting = council.meetings[meeting_id]
        body = council.bodies.get(meeting.body)
        if body is None or body.kind not in OPEN_TO_THE_PUBLIC:
            continue
        if meeting.status is MeetingStatus.CANCELLED:
            continue
        rule, asked = papers_rule(council, body, meeting)
        yield Sitting(
            council=council, step=planned, body=body, meeting=meeting, rule=rule, asked=asked
        )


def agenda_and_reports_are_open_in_time(plan: Plan) -> Iterator[Finding]:
    """Committees, scrutiny and executive: five clear working days (three before October 2002)."""
    for sitting in sittings(plan):
        if sitting.rule in ("AGENDA-EXEC", "AGENDA-COMMITTEE"):
            yield from _late(sitting, "the agenda and reports", "agenda and reports open")


def the_full_council_is_summoned_in_time(plan: Plan) -> Iterator[Finding]:
    """The summons names the business, so its days and those of the papers are the same."""
    for sitting in sittings(plan):
        if sitting.rule == "SUMMONS-COUNCIL":
            yield from _late(sitting, "the summons and papers", "summons and papers")


def papers_are_published_in_time(plan: Plan) -> Iterator[Finding]:
    """The last day for the papers has passed: on which day were they out?"""
    for sitting in sittings(plan):
        council, meeting, asked = sitting.council, sitting.meeting, sitting.asked
        if meeting.papers_published_on is not None or asked is None:
            continue
        latest = latest_publication(meeting.held_on, asked.number, Count.WORKING, council.working)
        if latest[0] >= council.as_at:
            continue
        yield broken(
            council,
            sitting.rule,
            "meetings",
            meeting,
            f"{council.name}: the papers had to be published by {in_words(latest[0])} for "
            f"{sitting.body.name} on {in_words(meeting.held_on)}; whether those on "
            f"{council.proposal.name} were is not recorded.",
            severity=Severity.QUESTION,
            assumed=sitting.assumed,
            cures=(
                (
                    f"Ask {council.name}'s democratic services when the papers were open, and "
                    "record it."
                ),
                *(_ways_out(sitting, asked) if meeting.held_on > council.as_at else ()),
            ),
        )


def an_urgent_item_has_the_chairs_opinion(plan: Plan) -> Iterator[Finding]:
    """A late item is taken on the chair's opinion that it is urgent, with the reason minuted."""
    for council in plan.councils:
        for notice in council.notices:
            if notice.kind is not NoticeKind.URGENT_ITEM or (notice.agreed_by and notice.reason):
                continue
            lacking = " nor ".join(
                name
                for name, held in (
                    ("the chair's opinion", notice.agreed_by),
                    ("why it could not wait", notice.reason),
                )
                if not held
            )
            yield broken(
                council,
                "URGENT-ITEM",
                "notices",
                notice,
                f"{council.name}'s urgent item of {in_words(notice.published_on)} does not record "
                f"{lacking}.",
                severity=Severity.WARNING,
                cures=(URGENT_ITEM,),
            )


def urgent_items(council: CouncilPlan, meeting: Meeting) -> Iterator[Notice]:
    """The notices by which the proposal came late to a meeting as an urgent item."""
    return (
        notice
        for notice in council.notices
        if notice.kind is NoticeKind.URGENT_ITEM and notice.meeting in (None, meeting.id)
    )


def the_law_held_reaches_back_to_the_meeting(plan: Plan) -> Iterator[Finding]:
    """Before the first value that is held nothing is tested, and that is said."""
    for sitting in sittings(plan):
        if sitting.asked is None:
            yield broken(
                sitting.council,
                sitting.rule,
                "meetings",
                sitting.meeting,
                f"The papers of {sitting.body.name} on {in_words(sitting.meeting.held_on)} could "
                "not be tested: no clear days are held for so early a day.",
                severity=Severity.QUESTION,
                cures=("Ask the monitoring officer what the law then asked.",),
            )


def _late(sitting: Sitting, what: str, wanted: str) -> Iterator[Finding]:
    council, meeting, asked = sitting.council, sitting.meeting, sitting.asked
    published = meeting.papers_published_on
    if published is None or asked is None:
        return
    given = clear_days_given(council, published, meeting.held_on)
    if given >= asked.number:
        return
    severity, tail = _by_another_way(sitting)
    yield missed(
        council,
        asked,
        "meetings",
        meeting,
        f"{sitting.body.name} of {council.name} on {in_words(meeting.held_on)}: {what} were open "
        f"from {in_words(published)}, {days(given, 'clear working day')} before, not "
        f"{asked.number}.{tail}",
        actual=f"{days(given, 'clear working day')}, published {in_words(published)}",
        required=f"{wanted} {days(asked.number, 'clear working day')} before",
        margin=given - asked.number,
        cures=_ways_out(sitting, asked),
        severity=severity,
        assumed=sitting.assumed,
    )


def _by_another_way(sitting: Sitting) -> tuple[Severity | None, str]:
    """Whether the law's way out for late papers was taken, as far as the facts show it."""
    council, meeting = sitting.council, sitting.meeting
    urgent = next(urgent_items(council, meeting), None)
    if urgent is not None and sitting.rule != "AGENDA-EXEC":
        return (
            Severity.NOTE,
            f" It is an urgent item by the notice of {in_words(urgent.published_on)}.",
        )
    if sitting.rule == "AGENDA-EXEC" and meeting.kind != ORDINARY:
        return (
            Severity.WARNING,
            (
                f" For a meeting called at shorter notice ({meeting.kind}) they need be open only "
                "from the day on which it was called, which is not recorded."
            ),
        )
    return None, ""


def _ways_out(sitting: Sitting, asked: Need) -> tuple[str, ...]:
    council, meeting, body = sitting.council, sitting.meeting, sitting.body
    if meeting.held_on <= council.as_at:
        return (decide_again(council, body, asked.number, Count.WORKING),)
    published = meeting.papers_published_on or council.as_at
    day = earliest_meeting(published, asked.number, Count.WORKING, council.working)[0]
    latest = latest_publication(meeting.held_on, asked.number, Count.WORKING, council.working)[0]
    ways = []
    if published > council.as_at and latest >= council.as_at:
        ways.append(publish_by(council, meeting.held_on, asked.number, Count.WORKING))
    ways.append(move_to(council, body, day))
    if sitting.rule != "AGENDA-EXEC":
        ways.append(URGENT_ITEM)
    return tuple(ways)
