"""Which notices one council owes before it decides, by when, and with which form.

The days are counted back from the planned decision.  A notice whose last day has passed leads to
the next form: 28 clear days, else the general exception, else special urgency; for a private
meeting, else the agreement that it is urgent; for a committee's late item, the chair's opinion.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from moothall.facts.authority import Authority
from moothall.facts.decisions import Answer, Notice, NoticeKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.key_decision.deciding import Deciding, deciding
from moothall.governance.key_decision.key_test import KeyTest, key_decision_test
from moothall.law.calendar import WorkingDays
from moothall.law.clear_days import Count, Skipped, clear_days, latest_publication
from moothall.law.law import Law, NoLawForThatDayError


class NoticeState(StrEnum):
    """Where a notice stands as at a day."""

    PUBLISHED = "published"
    PUBLISHED_LATE = "published late"
    DUE = "due"
    MISSED = "missed"
    NO_DAY = "no day known"
    NOT_ASKED = "not asked for"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeDue:
    """One notice of one council for one decision.

    `asked` says whether it is asked for and `because` why; `due_on` is the last day on which it may
    be published, `skipped` the days passed over, `days_left` the calendar days from `as_at`;
    `cautious_on` is the last day by the other count where the council's own is unknown; `given`
    the clear days that the notice published gave, `needed` those asked for.
    """

    kind: NoticeKind
    rule: str
    reference: str
    evidence: str
    asked: Answer
    because: str
    state: NoticeState
    meets_on: date | None = None
    due_on: date | None = None
    cautious_on: date | None = None
    needed: int | None = None
    count: Count = Count.WORKING
    skipped: tuple[Skipped, ...] = ()
    days_left: int | None = None
    published: Notice | None = None
    given: int | None = None
    then: NoticeKind | None = None

    @property
    def passed(self) -> bool:
        """Whether the last day lies behind and no notice was published in time."""
        return self.state in (NoticeState.MISSED, NoticeState.PUBLISHED_LATE)


THEN = {
    NoticeKind.KEY_DECISION: NoticeKind.GENERAL_EXCEPTION,
    NoticeKind.GENERAL_EXCEPTION: NoticeKind.SPECIAL_URGENCY,
    NoticeKind.PRIVATE_MEETING: NoticeKind.PRIVATE_MEETING_URGENT,
    NoticeKind.PRIVATE_MEETING_SECOND: NoticeKind.PRIVATE_MEETING_URGENT,
}
"""Which form is left once a notice's last day has passed."""

RULE_OF = {
    NoticeKind.KEY_DECISION: "KEY-28",
    NoticeKind.GENERAL_EXCEPTION: "KEY-GENERAL-EXCEPTION",
    NoticeKind.SPECIAL_URGENCY: "KEY-SPECIAL-URGENCY",
    NoticeKind.PRIVATE_MEETING: "PRIVATE-28",
    NoticeKind.PRIVATE_MEETING_SECOND: "PRIVATE-5",
    NoticeKind.PRIVATE_MEETING_URGENT: "PRIVATE-URGENT",
    NoticeKind.URGENT_ITEM: "URGENT-ITEM",
}
_COUNTED_FROM = {NoticeKind.URGENT_ITEM: "AGENDA-COMMITTEE"}
_WITHOUT_DAYS = (NoticeKind.SPECIAL_URGENCY, NoticeKind.PRIVATE_MEETING_URGENT)
_OF_28 = (NoticeKind.KEY_DECISION, NoticeKind.PRIVATE_MEETING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """The notices of one council for one proposal, with the test and the decision they rest on."""

    test: KeyTest
    decision: Deciding
    due: tuple[NoticeDue, ...]

    def of(self, kind: NoticeKind) -> NoticeDue | None:
        return next((each for each in self.due if each.kind is kind), None)

    @property
    def to_use(self) -> tuple[NoticeDue, ...]:
        """What is to be published next: asked for, or perhaps, and not yet past its last day."""
        return tuple(
            each
            for each in self.due
            if each.asked is not Answer.NO and each.state in (NoticeState.DUE, NoticeState.NO_DAY)
        )


def notices_of(
    programme: Programme, law: Law, proposal: Proposal, authority: Authority, as_at: date
) -> Notices:
    """Every notice that this council's decision may ask for, as at the end of a day."""
    decision = deciding(programme, proposal, authority, as_at)
    test = key_decision_test(programme, law, proposal, authority, as_at)
    held = [
        notice
        for notice in programme.notices
        if (notice.proposal, notice.authority) == (proposal.id, authority.code)
    ]
    desk = _Desk(law, authority, decision, test, as_at, tuple(held))
    return Notices(test=test, decision=decision, due=tuple(desk.notices()))


@dataclass(frozen=True, slots=True)
class _Desk:
    law: Law
    authority: Authority
    decision: Deciding
    test: KeyTest
    as_at: date
    held: tuple[Notice, ...]

    def notices(self) -> Iterator[NoticeDue]:
        if self.test.binds is False:
            yield self._late_item()
            return
        key, why_key = self._is_key()
        plan = self._notice(NoticeKind.KEY_DECISION, key, why_key)
        yield plan
        exception = self._fallback(NoticeKind.GENERAL_EXCEPTION, key, plan)
        yield exception
        yield self._fallback(NoticeKind.SPECIAL_URGENCY, key, exception)
        if self.decision.by_officer:
            return  # an officer decides without a meeting
        private, why_private = self._is_private()
        first = self._notice(NoticeKind.PRIVATE_MEETING, private, why_private)
        second = self._notice(NoticeKind.PRIVATE_MEETING_SECOND, private, why_private)
        yield first
        yield second
        missed = first if first.passed else second
        yield self._fallback(NoticeKind.PRIVATE_MEETING_URGENT, private, missed)

    def _is_key(self) -> tuple[Answer, str]:
        """Key where the test or the council says so; no only where the test finds no."""
        test = self.test
        if test.answer is Answer.YES:
            return Answer.YES, "the test finds that it is a key decision"
        if test.said is Answer.YES:
            return Answer.YES, "the council treats it as a key decision"
        if test.answer is Answer.NO:
            return Answer.NO, "every limb of the test is answered no"
        if test.said is Answer.NO:
            return (
                Answer.UNKNOWN,
                "the council says that it is not key, which could not be checked",
            )
        return Answer.UNKNOWN, "whether it is a key decision is not settled"

    def _is_private(self) -> tuple[Answer, str]:
        meeting = self.decision.meeting
        if meeting is None:
            return Answer.UNKNOWN, "no meeting is held, so nobody can say whether it is private"
        if meeting.private:
            return Answer.YES, "the meeting, or the part for this item, is to be held in private"
        return Answer.NO, "the meeting is not recorded as private"

    def _late_item(self) -> NoticeDue:
        """A committee's item whose papers are not open five clear days before."""
        meeting = self.decision.meeting
        opened = meeting.papers_published_on if meeting else None
        due = self._notice(NoticeKind.URGENT_ITEM, Answer.UNKNOWN, "only if the papers are late")
        if due.due_on is None or due.published is not None:
            return due
        if opened is None:
            if due.due_on >= self.as_at:
                return due
            because = "the last day for the papers is past; when they were opened is not recorded"
            asked, state = Answer.UNKNOWN, NoticeState.DUE
        elif opened <= due.due_on:
            because = "the papers were open in time"
            asked, state = Answer.NO, NoticeState.NOT_ASKED
        else:
            because = "the papers were opened late"
            asked, state = Answer.YES, NoticeState.DUE
        if self.decision.taken is not None and state is NoticeState.DUE:
            state = NoticeState.MISSED if asked is Answer.YES else NoticeState.NOT_ASKED
        return replace(due, asked=asked, because=because, state=state)

    def _fallback(self, kind: NoticeKind, wanted: Answer, before: NoticeDue) -> NoticeDue:
        """A form that is used only once the one before it cannot be kept any more."""
        if wanted is Answer.NO or before.asked is Answer.NO:
            return self._notice(kind, Answer.NO, before.because)
        if before.passed:
            passed = f"the last day of the {before.kind} notice has passed"
            # What leaves the notice before it open leaves this one open too.
            why = f"{before.because}; {passed}" if wanted is Answer.UNKNOWN else passed
            return self._notice(kind, wanted, why)
        if self._published(kind) is not None:
            return self._notice(kind, wanted, "it was published")
        return self._notice(kind, Answer.NO, f"not while the {before.kind} notice can be kept")

    def _notice(self, kind: NoticeKind, asked: Answer, because: str) -> NoticeDue:
        rule = self.law.rule(RULE_OF[kind])
        meets_on = self.decision.on
        published = self._published(kind)
        # Agreed or decided without days of notice: any day up to the decision will do.
        needed, due_on, cautious_on = None, meets_on, None
        skipped: tuple[Skipped, ...] = ()
        own = self.authority.rule_on("notice_28_count", self.as_at).value
        count = Count(own or "calendar") if kind in _OF_28 else Count.WORKING
        if kind not in _WITHOUT_DAYS:
            due_on = None
            try:
                counted_from = _COUNTED_FROM.get(kind, rule.id)
                needed = self.law.value(counted_from, meets_on or self.as_at)
            except NoLawForThatDayError as error:
                asked, because = Answer.UNKNOWN, f"could not be checked: {error}"
        if needed is not None and meets_on is not None:
            due_on, skipped = latest_publication(meets_on, needed, count, self._working)
            if kind in _OF_28 and own is None:
                cautious_on, _ = latest_publication(meets_on, needed, Count.WORKING, self._working)
        given = None
        if published is not None and meets_on is not None:
            given = clear_days(published.published_on, meets_on, count, self._working)
        return NoticeDue(
            kind=kind,
            rule=rule.id,
            reference=rule.reference,
            evidence=rule.evidence,
            asked=asked,
            because=because,
            state=self._state(asked, published, due_on, given, needed),
            meets_on=meets_on,
            due_on=due_on,
            cautious_on=cautious_on,
            needed=needed,
            count=count,
            skipped=skipped,
            days_left=(due_on - self.as_at).days if due_on else None,
            published=published,
            given=given,
            then=THEN.get(kind),
        )

    def _state(
        self,
        asked: Answer,
        published: Notice | None,
        due_on: date | None,
        given: int | None,
        needed: int | None,
    ) -> NoticeState:
        if published is not None:
            late = given is not None and needed is not None and given < needed
            return NoticeState.PUBLISHED_LATE if late else NoticeState.PUBLISHED
        if asked is Answer.NO:
            return NoticeState.NOT_ASKED
        if self.decision.taken is not None:
            return NoticeState.MISSED
        if due_on is None:
            return NoticeState.NO_DAY if self.decision.on is None else NoticeState.DUE
        return NoticeState.DUE if due_on >= self.as_at else NoticeState.MISSED

    def _published(self, kind: NoticeKind) -> Notice | None:
        """The first notice of a kind that was published for this decision."""
        of_it = [notice for notice in self.held if notice.kind is kind]
        return min(of_it, key=lambda notice: notice.published_on, default=None)

    @property
    def _working(self) -> WorkingDays:
        return WorkingDays(frozenset(self.authority.extra_non_days))
