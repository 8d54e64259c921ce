"""Meetings in private: two notices, the urgent way, and the paragraph that lets the public out."""

from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.authority import GovernanceModel
from moothall.facts.bodies import BodyKind
from moothall.facts.decisions import Notice, NoticeKind
from moothall.governance.checks.answers import (
    Need,
    broken,
    clear_days_given,
    days,
    missed,
    need,
)
from moothall.governance.checks.cures import decide_again, move_to
from moothall.governance.checks.notices import count_of_28, given_in_words
from moothall.governance.checks.papers import Sitting, sittings
from moothall.governance.checks.plan import Plan
from moothall.law.clear_days import Count, earliest_meeting, latest_publication

URGENT = (
    "Urgent private meeting (SI 2012/2089 reg 5(6)): have the chair of the scrutiny committee "
    "agree that it is urgent and cannot reasonably be deferred, and publish why."
)


def private_sittings(plan: Plan) -> Iterator[Sitting]:
    """Private meetings of an executive, to which the 2012 Regulations speak."""
    return (sitting for sitting in sittings(plan) if is_private_executive(sitting))


def is_private_executive(sitting: Sitting) -> bool:
    """Whether it is a private meeting of an executive."""
    model = sitting.council.model_on(sitting.meeting.held_on)
    return (
        sitting.meeting.private
        and sitting.body.kind is BodyKind.EXECUTIVE
        and model is GovernanceModel.EXECUTIVE
    )


def a_private_meeting_has_its_notice(plan: Plan) -> Iterator[Finding]:
    """28 clear days, with the reasons, unless it is agreed to be urgent."""
    for sitting in private_sittings(plan):
        council, meeting = sitting.council, sitting.meeting
        asked = need(council.law, "PRIVATE-28", meeting.held_on)
        if asked is None:
            continue
        count, known = count_of_28(council, meeting.held_on)
        notice = _notice(sitting, NoticeKind.PRIVATE_MEETING)
        if notice is None:
            yield from _not_recorded(sitting, asked, count, "the notice")
            continue
        given, words = given_in_words(
            council, notice.published_on, meeting.held_on, count, known=known
        )
        if given < asked.number:
            yield _short(sitting, asked, notice, given, words, count)


def a_private_meeting_has_its_second_notice(plan: Plan) -> Iterator[Finding]:
    """Five clear working days, with the representations received and the answer to them."""
    for sitting in private_sittings(plan):
        council, meeting = sitting.council, sitting.meeting
        asked = need(council.law, "PRIVATE-5", meeting.held_on)
        if asked is None:
            continue
        notice = _notice(sitting, NoticeKind.PRIVATE_MEETING_SECOND)
        if notice is None:
            # The urgent way replaces both notices; where not even the first one is held, asking
            # for it asks for the second too.
            if _notice(sitting, NoticeKind.PRIVATE_MEETING) is not None:
                yield from _not_recorded(sitting, asked, Count.WORKING, "the second notice")
            continue
        given = clear_days_given(council, notice.published_on, meeting.held_on)
        if given < asked.number:
            words = days(given, "clear working day")
            yield _short(sitting, asked, notice, given, words, Count.WORKING)


def an_urgent_private_meeting_is_agreed(plan: Plan) -> Iterator[Finding]:
    """The scrutiny chair agrees that it is urgent and cannot reasonably be deferred."""
    for sitting in private_sittings(plan):
        notice = _notice(sitting, NoticeKind.PRIVATE_MEETING_URGENT)
        if notice is None or (notice.agreed_by and notice.reason):
            continue
        lacking = " nor ".join(
            name
            for name, held in (("who agreed", notice.agreed_by), ("the reasons", notice.reason))
            if not held
        )
        yield broken(
            sitting.council,
            "PRIVATE-URGENT",
            "notices",
            notice,
            f"The notice of the urgent private meeting of {in_words(sitting.meeting.held_on)} "
            f"does not record {lacking}.",
            severity=Severity.WARNING,
            cures=(URGENT,),
        )


def a_private_item_names_its_paragraph(plan: Plan) -> Iterator[Finding]:
    """The public is kept out for a paragraph of Schedule 12A, after the public-interest test."""
    for sitting in sittings(plan):
        council, meeting = sitting.council, sitting.meeting
        if not meeting.private or meeting.exempt is not None:
            continue
        if sitting.step is not None and sitting.step.exempt is not None:
            continue
        papers = [
            paper
            for paper in council.programme.papers
            if (paper.proposal, paper.authority, paper.body)
            == (council.proposal.id, council.authority.code, meeting.body)
        ]
        if any(paper.exempt is not None for paper in papers):
            continue
        yield broken(
            council,
            "EXEMPT-CATEGORY",
            "meetings",
            meeting,
            f"{sitting.body.name} of {council.name} meets in private on "
            f"{in_words(meeting.held_on)}; no paragraph of Schedule 12A and no public-interest "
            "test is recorded for this proposal.",
            severity=Severity.WARNING,
            assumed=sitting.assumed,
            cures=(
                (
                    "Record the paragraph (1 to 7) and why keeping the paper back outweighs "
                    "disclosing it, or take the item in public."
                ),
            ),
        )


def _notice(sitting: Sitting, kind: NoticeKind) -> Notice | None:
    held = [
        notice
        for notice in sitting.council.notices
        if notice.kind is kind and notice.meeting in (None, sitting.meeting.id)
    ]
    return min(held, key=lambda notice: notice.published_on, default=None)


def _not_recorded(sitting: Sitting, asked: Need, count: Count, which: str) -> Iterator[Finding]:
    """A last day that has passed without a notice being recorded is a question."""
    council, meeting = sitting.council, sitting.meeting
    latest = latest_publication(meeting.held_on, asked.number, count, council.working)[0]
    if latest >= council.as_at or _notice(sitting, NoticeKind.PRIVATE_MEETING_URGENT):
        return
    yield broken(
        council,
        asked.rule.id,
        "meetings",
        meeting,
        f"{council.name}: {which} of the private meeting of {sitting.body.name} on "
        f"{in_words(meeting.held_on)} had to be published by {in_words(latest)}; none is recorded.",
        severity=Severity.QUESTION,
        assumed=sitting.assumed,
        cures=(
            f"Ask {council.name}'s democratic services when it was published, and record it.",
            URGENT,
        ),
    )


def _short(
    sitting: Sitting, asked: Need, notice: Notice, given: int, words: str, count: Count
) -> Finding:
    council, meeting = sitting.council, sitting.meeting
    urgent = _notice(sitting, NoticeKind.PRIVATE_MEETING_URGENT)
    rests = f" It rests on the urgent way of {in_words(urgent.published_on)}." if urgent else ""
    if meeting.held_on <= council.as_at:
        cures: tuple[str, ...] = (decide_again(council, sitting.body, asked.number, count),)
    else:
        day = earliest_meeting(notice.published_on, asked.number, count, council.working)[0]
        cures = (move_to(council, sitting.body, day), "Take the item in public.", URGENT)
    return missed(
        council,
        asked,
        "notices",
        notice,
        f"Notice of {in_words(notice.published_on)} for the private meeting of "
        f"{sitting.body.name} on {in_words(meeting.held_on)} gave {days(given, 'clear day')}, not "
        f"{asked.number}.{rests}",
        actual=words,
        required=f"{asked.number} clear {'working ' if count is Count.WORKING else ''}days",
        margin=given - asked.number,
        cures=cures,
        severity=Severity.NOTE if urgent else None,
        assumed=sitting.assumed,
    )
