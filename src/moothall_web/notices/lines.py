"""The notices of one council as lists show them."""

from dataclasses import dataclass

from moothall.basics.dates import in_words
from moothall.documents.notice_form import NoticeForm
from moothall.facts.authority import Authority
from moothall.facts.decisions import Answer, NoticeKind
from moothall.facts.proposals import Proposal
from moothall.governance.key_decision.notices_due import NoticeDue, Notices, NoticeState

STATES = {
    NoticeState.PUBLISHED: "Published",
    NoticeState.PUBLISHED_LATE: "Published late",
    NoticeState.DUE: "Due",
    NoticeState.MISSED: "Missed",
    NoticeState.NO_DAY: "No day known",
    NoticeState.NOT_ASKED: "Not asked for",
}


_IN_PLAY = frozenset(NoticeState) - {NoticeState.NOT_ASKED}
_SAID_ONCE = (NoticeKind.KEY_DECISION, NoticeKind.URGENT_ITEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One notice of one council as a list shows it, with the forms to use for it."""

    due: NoticeDue
    by_when: str
    then: str
    forms: tuple[NoticeForm, ...]

    @property
    def last_day(self) -> str:
        """The last day and how far off it is, in few words."""
        due = self.due
        if due.due_on is None or due.days_left is None:
            return "not known"
        day = in_words(due.due_on)
        if due.published is not None:
            return f"{day}; published on {in_words(due.published.published_on)}"
        if due.days_left < 0:
            return f"{day} (passed)"
        left = f"in {due.days_left} {'day' if due.days_left == 1 else 'days'}"
        return f"{day} ({left if due.days_left else 'today'})"

    @property
    def state(self) -> str:
        """Where it stands, told apart where nobody knows whether it is asked for."""
        if self.due.state is NoticeState.DUE and self.due.asked is Answer.UNKNOWN:
            return "Perhaps due"
        if self.due.state is NoticeState.MISSED and self.due.asked is Answer.UNKNOWN:
            return "Missed, if it was asked for"
        return STATES[self.due.state]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilNotices:
    """The key decision test and the notices of one council for one proposal."""

    proposal: Proposal
    authority: Authority
    notices: Notices
    lines: tuple[NoticeLine, ...]

    @property
    def wanted(self) -> tuple[NoticeLine, ...]:
        """The notices that are asked for, may be, or were published.

        A missed notice gives way to the one that is left in its place; where the decision has no
        day, that it has none is said once.
        """
        asked = {line.due.kind for line in self.lines if line.due.state in _IN_PLAY}
        return tuple(
            line
            for line in self.lines
            if line.due.state in _IN_PLAY
            and not (line.due.state is NoticeState.MISSED and line.due.then in asked)
            and not (line.due.state is NoticeState.NO_DAY and line.due.kind not in _SAID_ONCE)
        )

    @property
    def words(self) -> str:
        """The answer of the test, in a sentence."""
        name = self.authority.short_name
        return {
            Answer.YES: f"This is a key decision of {name}, on what is held.",
            Answer.NO: f"This is no key decision of {name}, on what was answered limb by limb.",
            Answer.UNKNOWN: f"Whether this is a key decision of {name} could not be checked.",
        }[self.notices.test.answer]
