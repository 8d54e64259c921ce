"""When each body had a proposal before it, as steps, meetings, papers, comments and records show.

An informal body counts like any other: that group leaders saw something before scrutiny did is just
what members want to know.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from moothall.facts.decisions import Meeting, MeetingStatus
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme

_BY_WEIGHT = ("decisions", "comments", "papers", "steps")
"""Which of several facts about one day says best what happened there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A body had a proposal before it, or is to have it.

    `on` is None where no day is recorded, `written` then the period as written, if any; `how` says
    in words what shows it, `kind` and `fact` which fact; `assumed` why its day is assumed.
    """

    body: str
    proposal: str
    on: date | None
    how: str
    kind: str
    fact: Fact
    written: str = ""
    assumed: str = ""


def occasions_of(programme: Programme, proposal: str | None = None) -> tuple[Occasion, ...]:
    """Every occasion on which a body had a proposal, or is to have it; those with a day first.

    Several facts that show the same body, proposal and day make one occasion.
    """
    meetings = {each.id: each for each in programme.meetings}
    found: dict[tuple[str, str, date | None], Occasion] = {}
    for each in _shown(programme, meetings, proposal):
        key = (each.body, each.proposal, each.on)
        held = found.get(key)
        if held is None or _BY_WEIGHT.index(each.kind) > _BY_WEIGHT.index(held.kind):
            found[key] = each
    return tuple(
        sorted(
            found.values(),
            key=lambda each: (each.on or date.max, each.proposal, each.body, each.fact.id),
        )
    )


def _shown(
    programme: Programme, meetings: dict[str, Meeting], proposal: str | None
) -> Iterator[Occasion]:
    for step in programme.steps:
        if step.body is None or proposal not in (None, step.proposal):
            continue
        meeting = meetings.get(step.meeting or "")
        on = step.taken_on or _stands(meeting)
        yield Occasion(
            body=step.body,
            proposal=step.proposal,
            on=on,
            how=step.name,
            kind="steps",
            fact=step,
            written=step.expected.text if on is None and step.expected else "",
            assumed=_assumed(step, meeting),
        )
    for paper in programme.papers:
        if proposal not in (None, paper.proposal):
            continue
        meeting = meetings.get(paper.meeting or "")
        if paper.author and meeting is None:
            continue  # it is being written here, and nobody has said for which meeting
        on = _stands(meeting) or (paper.dated.earliest if paper.dated.is_exact else None)
        yield Occasion(
            body=paper.body,
            proposal=paper.proposal,
            on=on,
            how=f"the paper “{paper.title}”",
            kind="papers",
            fact=paper,
            written="" if on else paper.dated.text,
            assumed=_assumed(paper, meeting),
        )
    for comment in programme.comments:
        meeting = meetings.get(comment.meeting or "")
        if meeting is not None and proposal in (None, comment.proposal):
            yield Occasion(
                body=comment.body,
                proposal=comment.proposal,
                on=_stands(meeting),
                how="members spoke on it",
                kind="comments",
                fact=comment,
                assumed=meeting.assumed or "",
            )
    for decision in programme.decisions:
        if proposal not in (None, decision.proposal):
            continue
        yield Occasion(
            body=decision.body,
            proposal=decision.proposal,
            on=decision.decided_on,
            how="it decided",
            kind="decisions",
            fact=decision,
            assumed=decision.assumed or "",
        )


def _assumed(fact: Fact, meeting: Meeting | None) -> str:
    """Why the day is assumed, empty where it is not."""
    return fact.assumed or (meeting.assumed if meeting else None) or ""


def _stands(meeting: Meeting | None) -> date | None:
    if meeting is None or meeting.status is MeetingStatus.CANCELLED:
        return None
    return meeting.held_on


def first_seen(occasions: Iterable[Occasion]) -> dict[tuple[str, str], Occasion]:
    """The first occasion of each body with each proposal: (body, proposal) → occasion.

    One without a day stands only where the body has none with a day.
    """
    first: dict[tuple[str, str], Occasion] = {}
    for each in sorted(occasions, key=lambda one: one.on or date.max):
        first.setdefault((each.body, each.proposal), each)
    return first


def last_seen(
    occasions: Iterable[Occasion], body: str, as_at: date, before: date | None = None
) -> Occasion | None:
    """The last occasion on which a body had it by `as_at`, and before the day `before` if given."""
    held = [
        each
        for each in occasions
        if each.body == body
        and each.on is not None
        and each.on <= as_at
        and (before is None or each.on < before)
    ]
    return max(held, key=lambda each: each.on or date.min, default=None)


def next_for(occasions: Iterable[Occasion], body: str, as_at: date) -> Occasion | None:
    """The next occasion on which a body is to have it, after `as_at`."""
    held = [each for each in occasions if each.body == body and each.on and each.on > as_at]
    return min(held, key=lambda each: each.on or date.max, default=None)
