"""What a forward plan's entry gives cause to record: the notice, and the council's own answer.

An entry's day of first publication is that of the notice of a key decision (SI 2012/2089 reg 9).
What the page does not say is not made up: an entry without that day gives no notice, and one that
does not say whether the decision is key is offered with the doubt.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from moothall.facts.decisions import Answer, KeyDecisionTest, Meeting, Notice, NoticeKind
from moothall.governance.record.compared import Proposed, compared
from moothall.governance.record.made import Maker, place_of
from moothall.governance.record.matters import MatchedMatter

_URGENT = (
    "the page gives a reason for urgency, so it may be the notice of a general exception or of "
    "special urgency"
)
_NO_KEY = "the page does not say whether the decision is key"
_PERHAPS_PRIVATE = (
    "the page speaks of a restriction, and only its own words tell whether it is also the notice "
    "of a meeting in private"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a page tells of the notice of one decision."""

    first_published: date | None
    key: Answer
    key_reason: str
    reference: str
    private: str = ""
    urgency: str = ""


def forecast(
    maker: Maker, each: MatchedMatter, proposal: str, meeting: Meeting | None
) -> Iterator[Proposed]:
    """The notices and the key decision test of one matter, new or beside what is held."""
    told = _told(each)
    if told is None:
        return
    test = _test(maker, each, proposal, told)
    if test is not None:
        yield test
    if told.first_published is None or told.key is Answer.NO:
        return
    yield from _notices(maker, each, proposal, meeting, told)


def _told(each: MatchedMatter) -> _Told | None:
    entry, decision = each.matter.entry, each.matter.decision
    if entry is not None:
        return _Told(
            first_published=entry.first_published,
            key=entry.key,
            key_reason=entry.key_reason,
            reference=entry.reference,
            private=entry.private,
            urgency=entry.urgency,
        )
    if decision is not None and decision.first_published is not None:
        return _Told(
            first_published=decision.first_published,
            key=decision.key,
            key_reason=decision.key_reason,
            reference=decision.forward_plan_reference,
            urgency=decision.urgency,
        )
    return None


def _test(maker: Maker, each: MatchedMatter, proposal: str, told: _Told) -> Proposed | None:
    """The council's own answer, as the page prints it; None where it prints none."""
    if each.matter.entry is None or (told.key is Answer.UNKNOWN and not told.reference):
        return None
    owner = maker.origin.owner
    before = next(
        (
            test
            for test in maker.programme.key_decision_tests
            if (test.proposal, test.authority) == (proposal, owner)
        ),
        None,
    )
    if before is None and told.key is Answer.UNKNOWN:
        return None
    reasons = (told.key_reason,) if told.key_reason and not (before and before.reasons) else ()
    after = KeyDecisionTest(
        id=before.id if before else maker.new_id(f"{owner}-{proposal}-key", None),
        proposal=proposal,
        authority=owner,
        answer=told.key,
        reasons=reasons,
        forward_plan_reference=told.reference or None,
        **maker.common(place_of(each)),
    )
    return compared(f"{each.matter.key}-key-{proposal}", "key_decision_tests", before, after)


def _notices(
    maker: Maker, each: MatchedMatter, proposal: str, meeting: Meeting | None, told: _Told
) -> Iterator[Proposed]:
    urgent = bool(told.urgency) and not told.urgency.casefold().startswith(("no", "n/a"))
    doubt = _URGENT if urgent else _NO_KEY if told.key is Answer.UNKNOWN else ""
    kinds = [(NoticeKind.KEY_DECISION, doubt)]
    if told.private:
        kinds.append((NoticeKind.PRIVATE_MEETING, _PERHAPS_PRIVATE))
    owner = maker.origin.owner
    for kind, doubt in kinds:
        before = next(
            (
                notice
                for notice in maker.programme.notices
                if (notice.proposal, notice.authority, notice.kind) == (proposal, owner, kind)
                and (meeting is None or notice.meeting in (None, meeting.id))
            ),
            None,
        )
        slug = kind.value.replace(" ", "-").replace(",", "")
        after = Notice(
            id=before.id if before else maker.new_id(f"{owner}-{proposal}-{slug}-notice", None),
            proposal=proposal,
            authority=owner,
            kind=kind,
            published_on=told.first_published or date.min,
            urgent=urgent and kind is NoticeKind.KEY_DECISION,
            reason=told.private if kind is NoticeKind.PRIVATE_MEETING else told.urgency,
            meeting=meeting.id if meeting else None,
            **maker.common(place_of(each)),
        )
        made = compared(f"{each.matter.key}-notice-{slug}-{proposal}", "notices", before, after)
        yield replace(made, doubt=doubt) if before is None else made
