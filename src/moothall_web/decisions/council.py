"""One council's decision on one proposal as lists and pages show it."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.bodies import Body
from moothall.facts.decisions import Answer, Decision
from moothall.facts.proposals import Proposal
from moothall.governance.checks.plan import CouncilPlan
from moothall.governance.effect import Effect
from moothall.governance.key_decision.notices_due import NoticeState
from moothall.governance.scrutiny.call_in import CallIn
from moothall.governance.scrutiny.occasions import Occasion
from moothall.papers.clearance.deadlines import Deadline
from moothall_web.notices.lines import CouncilNotices


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilDecision:
    """One council's decision on one proposal: ahead, or as it was taken.

    `papers_on` is by when its papers must be open, or were; `open_clearances` how many are open,
    None where another council's clearances are not the reader's to see.
    """

    plan: CouncilPlan
    call_in: CallIn
    effect: Effect | None
    notices: CouncilNotices
    seen_first: tuple[tuple[Body, Occasion], ...]
    papers: Deadline
    decision: Decision | None
    open_clearances: int | None

    @property
    def proposal(self) -> Proposal:
        return self.plan.proposal

    @property
    def name(self) -> str:
        return self.plan.name

    @property
    def day(self) -> date | None:
        return self.call_in.decides_on

    @property
    def when(self) -> str:
        """The day, the period as written, or that none is known."""
        if self.day is not None:
            return in_words(self.day)
        return self.notices.notices.decision.when or "no day known"

    @property
    def decider(self) -> str:
        return self.call_in.body or "not recorded which body decides"

    @property
    def key(self) -> str:
        """Key or not, in words."""
        test = self.notices.notices.test
        said = {Answer.YES: "Key", Answer.NO: "Not key", Answer.UNKNOWN: "Could not be told"}
        if self.decision is not None and self.decision.key is not Answer.UNKNOWN:
            return f"{said[self.decision.key]}, as the record says"
        return said[test.answer]

    @property
    def why_key(self) -> tuple[str, ...]:
        """On what that rests, or what could not be told."""
        test = self.notices.notices.test
        if self.decision is not None and self.decision.key_reason:
            return (self.decision.key_reason,)
        met = tuple(limb.asks for limb in test.limbs if limb.answer is test.answer)
        if test.answer is Answer.UNKNOWN:
            return test.ask
        return met[:3] if test.answer is Answer.YES else ("every limb is answered no",)

    @property
    def is_told(self) -> bool:
        """Whether it could be told that it is key or not."""
        known = self.decision is not None and self.decision.key is not Answer.UNKNOWN
        return known or self.notices.notices.test.answer is not Answer.UNKNOWN

    def number(self, *states: NoticeState) -> int:
        """How many of its notices stand so."""
        return sum(line.due.state in states for line in self.notices.wanted)

    @property
    def notices_words(self) -> str:
        """`1 due, 2 published, 1 missed`."""
        counted = (
            (self.number(NoticeState.DUE), "due or perhaps due"),
            (self.number(NoticeState.PUBLISHED, NoticeState.PUBLISHED_LATE), "published"),
            (self.number(NoticeState.MISSED), "missed"),
        )
        said = [f"{number} {words}" for number, words in counted if number]
        return ", ".join(said) or "none with a day"

    @property
    def papers_words(self) -> str:
        """By when the papers are to be open, or when they were."""
        if self.papers.opened_on is not None:
            return f"open since {in_words(self.papers.opened_on)}"
        if self.papers.open_by is not None:
            return f"open by {in_words(self.papers.open_by)}"
        return "not known"

    @property
    def effect_words(self) -> str:
        """From when it is in effect."""
        if self.effect is None or self.effect.on is None:
            return "not known"
        return in_words(self.effect.on)
