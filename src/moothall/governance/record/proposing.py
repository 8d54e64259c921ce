"""The facts that a published page gives cause to add or change: nothing is saved by proposing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from moothall.facts.bodies import Body, BodyKind, Power
from moothall.facts.decisions import Condition, Decision, Meeting, Outcome, Resolution
from moothall.facts.papers import Comment, MinuteItem, Minutes, Paper
from moothall.facts.programme import Programme
from moothall.governance.record.compared import Proposed, compared
from moothall.governance.record.forecast import forecast
from moothall.governance.record.made import Maker, Origin, place_of
from moothall.governance.record.matters import WHOLE, MatchedMatter
from moothall.governance.record.merging import merged_minutes
from moothall.governance.record.outcome import outcome_of
from moothall.governance.record.published import PublishedPage
from moothall.governance.record.said import comments_in, conditions_in
from moothall.governance.record.sittings import listed_meetings, meeting_again, new_meeting
from moothall.governance.resolutions.wording import likeness, says_the_same

_SAME_WORDS = 0.8
_NO_DECISION = (BodyKind.SCRUTINY, BodyKind.PROGRAMME_BOARD, BodyKind.PARTNERSHIP_BOARD)


def proposed(
    programme: Programme, page: PublishedPage, matched: Iterable[MatchedMatter], origin: Origin
) -> tuple[Proposed, ...]:
    """Everything that a page gives cause to add or change, as far as its matters were matched.

    What belongs together comes in the order in which it can be saved: the meeting first.
    """
    return tuple(_Proposing(programme, page, origin).all(tuple(matched)))


class _Proposing:
    def __init__(self, programme: Programme, page: PublishedPage, origin: Origin) -> None:
        self._programme = programme
        self._page = page
        self._origin = origin
        self._maker = Maker(programme, origin)

    def all(self, matched: tuple[MatchedMatter, ...]) -> Iterator[Proposed]:
        yield from listed_meetings(self._maker, self._page)
        ours = [each for each in matched if each.proposals or each.matter.key == WHOLE]
        meetings = dict(self._meetings(ours))
        for number, meeting in enumerate(meetings.values(), start=1):
            yield compared(f"meeting-{number}", "meetings", None, meeting)
        by_meeting: dict[str, list[MatchedMatter]] = {}
        for each in ours:
            met: Meeting | None = each.meeting or meetings.get(
                (each.body.id if each.body else "", each.matter.held_on or date.min)
            )
            if met is not None and each.matter.entry is None:
                by_meeting.setdefault(met.id, []).append(each)
            for proposal in each.proposals:
                yield from forecast(self._maker, each, proposal, met)
            if each.matter.entry is None:
                yield from self._of_matter(each, met)
        known = {each.meeting.id: each.meeting for each in ours if each.meeting is not None}
        for held in known.values():
            its = by_meeting.get(held.id, [])
            if again := meeting_again(self._maker, self._page, held, its):
                yield again
        for place, (meeting_id, its) in enumerate(by_meeting.items(), start=1):
            if minutes := self._minutes(meeting_id, its):
                yield replace(minutes, key=f"minutes-{place}")

    def _meetings(self, ours: list[MatchedMatter]) -> Iterator[tuple[tuple[str, date], Meeting]]:
        """The meetings that a page speaks of and nobody holds, by their body and day."""
        by_day: dict[tuple[Body, date], list[MatchedMatter]] = {}
        for each in ours:
            on = each.matter.held_on
            planned = each.matter.entry is not None  # a day that is due is no meeting's yet
            if each.meeting is None and each.body is not None and on is not None and not planned:
                by_day.setdefault((each.body, on), []).append(each)
        for (body, on), its in by_day.items():
            yield (body.id, on), new_meeting(self._maker, self._page, body, on, its)

    # --- of one matter ------------------------------------------------------------------------

    def _of_matter(self, each: MatchedMatter, meeting: Meeting | None) -> Iterator[Proposed]:
        body, key = each.body, each.matter.key
        if body is None:
            return
        for proposal in each.proposals:
            if _decides(body, each):
                yield from self._decision(each, proposal, meeting, body)
            elif (paper := each.paper_on(proposal)) and each.matter.resolved:
                yield self._resolved(paper, each, f"{key}-paper-{paper.id}")
        if body.kind is BodyKind.SCRUTINY and each.proposals and each.matter.item:
            yield from self._comments(each, meeting, body)

    def _decision(
        self, each: MatchedMatter, proposal: str, meeting: Meeting | None, body: Body
    ) -> Iterator[Proposed]:
        matter, paper = each.matter, each.paper_on(proposal)
        before = each.held if each.held and each.held.proposal == proposal else None
        decided_on = matter.held_on or (meeting.held_on if meeting else None)
        if decided_on is None or not (matter.decision or matter.resolved):
            return
        outcome, read_from = outcome_of(matter)
        resolutions = tuple(self._resolutions(each, paper))
        if outcome is Outcome.AGREED and any(one.amendment for one in resolutions):
            outcome = Outcome.AGREED_AS_AMENDED
        read = matter.decision
        item = matter.item
        words: tuple[str, ...] = ()
        if read is not None:
            words = read.text
        elif item is not None:
            words = item.decision or item.text
        values: dict[str, Any] = {
            "text": "\n\n".join(words),
            "paper": paper.id if paper else None,
            "meeting": meeting.id if meeting else None,
            "outcome": outcome,
            "resolutions": resolutions,
        }
        if read is not None:
            values |= {
                "key": read.key,
                "key_reason": read.key_reason,
                "published_on": read.published_on,
                "effective_on": read.effective_on,
                "call_in_ends_on": read.call_in_ends_on,
                "options_considered": read.alternatives,
                "interests": read.interests,
                "urgent": bool(read.urgency) and not read.urgency.casefold().startswith("no"),
                "reasons": read.reasons,
                "dispensations": read.dispensations,
            }
        place = f"decision {read.reference}" if read and read.reference else place_of(each)
        after = Decision(
            id=self._maker.new_id(f"{self._origin.owner}-{proposal}", decided_on),
            proposal=proposal,
            authority=self._origin.owner,
            body=body.id,
            decided_on=decided_on,
            **self._maker.common(place),
            **values,
        )
        note = f"Outcome: {read_from}." if read_from else ""
        key = f"{matter.key}-decision-{proposal}"
        yield compared(key, "decisions", before, after, note=note)
        yield from self._conditions(each, proposal, place)

    def _resolutions(self, each: MatchedMatter, paper: Paper | None) -> Iterator[Resolution]:
        """What was passed, each with the matter of the recommendation that it answers."""
        asked = paper.recommendations if paper else ()
        several = len(each.matter.resolved) > 1 or len(asked) > 1
        for one in each.matter.resolved:
            same = [r for r in asked if _number(r.number) == _number(one.number)]
            alike = [r for r in asked if says_the_same(r.verb, r.text, one.text)]
            from_it = next(iter(alike or (same if several else asked[:1])), None)
            amendment = ""
            if from_it is not None and each.matter.amendments and not alike:
                amendment = " ".join(each.matter.amendments)
            yield Resolution(
                number=one.number,
                text=one.text,
                matter=from_it.matter if from_it else "",
                amendment=amendment,
            )

    def _conditions(self, each: MatchedMatter, proposal: str, place: str) -> Iterator[Proposed]:
        held = [
            condition.text
            for condition in self._programme.conditions
            if (condition.proposal, condition.authority) == (proposal, self._origin.owner)
        ]
        texts = [one.text for one in each.matter.resolved]
        for number, text in enumerate(conditions_in(texts), start=1):
            if any(likeness(text, other) >= _SAME_WORDS for other in held):
                continue
            made = Condition(
                id=self._maker.new_id(f"{self._origin.owner}-{proposal}-condition", None),
                proposal=proposal,
                authority=self._origin.owner,
                text=text,
                **self._maker.common(place),
            )
            yield compared(
                f"{each.matter.key}-condition-{proposal}-{number}", "conditions", None, made
            )

    def _resolved(self, paper: Paper, each: MatchedMatter, key: str) -> Proposed:
        """What a body that takes no decision resolved, kept with the paper it was put."""
        words = "; ".join(one.text for one in each.matter.resolved)
        return compared(key, "papers", paper, replace(paper, resolved=words))

    def _comments(
        self, each: MatchedMatter, meeting: Meeting | None, body: Body
    ) -> Iterator[Proposed]:
        item = each.matter.item
        if item is None:
            return
        held = [one for one in self._programme.comments if meeting and one.meeting == meeting.id]
        doubt = ""
        if held:
            several = (
                "comments of this meeting are" if len(held) > 1 else "comment of this meeting is"
            )
            doubt = f"{len(held)} {several} held already, perhaps these in other words"
        for number, (kind, words, reply) in enumerate(comments_in(item.text), start=1):
            if any(likeness(words, one.text) >= _SAME_WORDS for one in held):
                continue
            made = Comment(
                id=self._maker.new_id(f"comment-{meeting.id if meeting else body.id}", None),
                proposal=each.proposals[0],
                body=body.id,
                meeting=meeting.id if meeting else None,
                kind=kind,
                text=words,
                reply=reply,
                **self._maker.common(f"{place_of(each)}, comment {number}"),
            )
            one = compared(f"{each.matter.key}-comment-{number}", "comments", None, made)
            yield replace(one, doubt=doubt)

    # --- of a meeting -------------------------------------------------------------------------

    def _minutes(self, meeting: str, its: list[MatchedMatter]) -> Proposed | None:
        page = self._page
        items = tuple(
            MinuteItem(
                number=each.matter.item.number,
                title=each.matter.item.title,
                text=each.matter.item.text,
                resolved=tuple(one.text for one in each.matter.item.resolved),
                proposal=each.proposals[0],
            )
            for each in its
            if each.matter.item and each.proposals and each.matter.item.text
        )
        if not (items or page.attendance or page.declarations):
            return None
        read = Minutes(
            id=self._maker.new_id(f"minutes-{meeting}", None),
            meeting=meeting,
            attendance=page.attendance,
            declarations=page.declarations,
            items=items,
            page=page.name,
            **self._maker.common("minutes"),
        )
        held = next((each for each in self._programme.minutes if each.meeting == meeting), None)
        return merged_minutes("minutes", held, read)


def _decides(body: Body, each: MatchedMatter) -> bool:
    """Whether what the body resolved is a decision on the proposal; a page that calls it one is."""
    if each.matter.decision is not None:
        return True
    return body.power is Power.DECIDES and body.kind not in _NO_DECISION


def _number(text: str) -> str:
    return text.strip("().: ").casefold()
