"""Whether every part of a paper is cleared by the time it goes through its next gate."""

from collections.abc import Iterator

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity
from moothall.facts.findings import finding_by
from moothall.papers.clearance.deadlines import Gate
from moothall.papers.clearance.standing import DutyStanding, DutyState, PaperStanding
from moothall.papers.clearance.standings import Workings

_OPEN = (DutyState.NOT_ASKED, DutyState.ASKED)


def every_part_is_cleared_before_its_gate(
    workings: Workings, standings: tuple[PaperStanding, ...]
) -> Iterator[Finding]:
    """A note as the deadline comes near, a warning past it, a question once the meeting is over.

    Somebody who was asked and did not answer has not cleared, whenever that was.
    """
    for paper in standings:
        gate = paper.deadline.gate(workings.as_at)
        missing = [each for each in paper.duties if each.state in _OPEN]
        if not missing or gate in (Gate.UNKNOWN, Gate.OPEN):
            continue
        severity, when, cure = _at_gate(paper, gate, missing)
        of = workings.programme.proposal(paper.proposal)
        name = workings.programme.authority(paper.authority).short_name
        yield finding_by(
            workings.programme,
            workings.law.rule("REPORT-CLEARANCE"),
            "proposals",
            of,
            f"{name}'s paper on {of.name}: {when} {'; '.join(map(_missing, missing))}.",
            cure.format(name=name),
            severity=severity,
            authority=paper.authority,
            assumed=paper.deadline.assumed,
        )


def _at_gate(
    paper: PaperStanding, gate: Gate, missing: list[DutyStanding]
) -> tuple[Severity, str, str]:
    """How grave it is that parts are missing, what is said of them, and the cure."""
    days = paper.deadline
    if gate is Gate.MET and all(each.clearance is None for each in missing):
        # Nothing was held about it: that is not yet to say that nobody cleared it.
        met = f"the body met on {in_words(days.meets_on)}" if days.meets_on else "the body has met"
        return (
            Severity.QUESTION,
            f"{met}; whether these parts were cleared is not held:",
            "Ask {name}'s democratic services who cleared each, and record the answers.",
        )
    if gate is Gate.MET:
        met = f"the body met on {in_words(days.meets_on)}" if days.meets_on else "the body has met"
        return (
            Severity.WARNING,
            f"{met}: not cleared were",
            "Tell the body; silence has cleared nothing.",
        )
    if gate is Gate.PUBLISHED and days.published_on:
        opened = "were open" if days.opened_on else "had to be open"
        return (
            Severity.WARNING,
            f"its papers {opened} by {in_words(days.published_on)}: not cleared are",
            "Have each answered, and tell the meeting which were not; silence has cleared nothing.",
        )
    if gate is Gate.PASSED and days.due_on:
        return (
            Severity.WARNING,
            f"the deadline was {in_words(days.due_on)}: not cleared are",
            "Have each answered before the papers are published, or hold the paper back.",
        )
    by = days.due_on or days.published_on
    return (
        Severity.NOTE,
        f"still to be cleared{f' by {in_words(by)}' if by else ''} are",
        "Ask each office now, and send it the words.",
    )


def _missing(duty: DutyStanding) -> str:
    clearance = duty.clearance
    if clearance is None:
        return f"{duty.duty.area} (not asked)"
    day = f" on {in_words(clearance.asked_on)}" if clearance.asked_on else ""
    return f"{duty.duty.area} (asked{day}, no answer)"
