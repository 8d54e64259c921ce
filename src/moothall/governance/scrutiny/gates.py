"""What unanswered questions of scrutiny do to a council's next gate, by that council's setting."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority, CouncilRule
from moothall.facts.proposals import Proposal
from moothall.governance.checks.acts import Act
from moothall.governance.checks.plan import CouncilPlan, Plan
from moothall.governance.scrutiny.questions import Question, open_ones

SETTING = "unanswered_questions"


class GateSetting(StrEnum):
    """What a council has said that unanswered questions do; `warn` where it has said nothing."""

    WARN = "warn"
    BLOCK_PUBLICATION = "block publication"
    BLOCK_DECISION = "block decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGate:
    """The next decision of one council on a proposal, and the questions that stand before it.

    `act` is the next decision, None where none lies ahead; `rule` is the council's own, whose value
    is None where it has said nothing, and then `setting` is the default.
    """

    proposal: Proposal
    authority: Authority
    rule: CouncilRule
    setting: GateSetting
    open: tuple[Question, ...]
    act: Act | None
    papers_are_out: bool = False

    @property
    def is_default(self) -> bool:
        return self.rule.value is None

    @property
    def holds(self) -> str:
        """What the questions hold back now: `publication`, `decision`, or nothing."""
        if not self.open or self.act is None or self.setting is GateSetting.WARN:
            return ""
        by_publication = self.setting is GateSetting.BLOCK_PUBLICATION
        return "publication" if by_publication else "decision"

    @property
    def next_decision(self) -> str:
        """The decision ahead, in words: which body, and when."""
        if self.act is None:
            return ""
        who = self.act.body.name if self.act.body else "the body that decides"
        return f"{who} on {in_words(self.act.on)}" if self.act.on else f"{who}, without a day yet"

    @property
    def setting_words(self) -> str:
        """What the council has said, or that it has said nothing and what then holds."""
        name = self.authority.short_name
        if self.is_default:
            return (
                f"{name} has not said what unanswered questions do; by default they warn and hold "
                "nothing back."
            )
        said = {
            GateSetting.WARN: "they warn and hold nothing back",
            GateSetting.BLOCK_PUBLICATION: "no paper is published while one has no reply",
            GateSetting.BLOCK_DECISION: "no decision is taken while one has no reply",
        }
        return f"{name}'s own rule on unanswered questions: {said[self.setting]}."

    @property
    def words(self) -> str:
        """What is held back, by whose rule; else what the setting is."""
        number = len(self.open)
        many = "question has" if number == 1 else "questions have"
        if not self.holds:
            return self.setting_words
        if self.holds == "publication":
            held = (
                f"The papers for {self.next_decision} are out all the same"
                if self.papers_are_out
                else f"The papers for {self.next_decision} are not to be published yet"
            )
        else:
            held = f"The decision of {self.next_decision} is not to be taken yet"
        return f"{held}: {number} {many} no reply. {self.setting_words}"


def gates_of(plan: Plan, questions: Iterable[Question]) -> tuple[QuestionGate, ...]:
    """Every council's gate on every proposal of which its bodies asked something, or may have.

    A council's gate is held by its own bodies' questions, and by those of the whole programme.
    """
    held = open_ones(questions)
    return tuple(
        gate_of(council, (each for each in held if each.proposal.id == council.proposal.id))
        for council in plan.councils
    )


def gate_of(council: CouncilPlan, questions: Iterable[Question]) -> QuestionGate:
    """One council's gate on one proposal; `questions` are the open ones on it."""
    rule = council.authority.rule_on(SETTING, council.as_at)
    act = _ahead(council)
    out = act.meeting.papers_published_on if act and act.meeting else None
    return QuestionGate(
        proposal=council.proposal,
        authority=council.authority,
        rule=rule,
        setting=GateSetting(rule.value or GateSetting.WARN),
        open=tuple(each for each in questions if each.authority in ("", council.authority.code)),
        act=act,
        papers_are_out=out is not None and out <= council.as_at,
    )


def _ahead(council: CouncilPlan) -> Act | None:
    """The next decision that makes the proposal live and has not been taken."""
    ahead = [
        act
        for act in council.approvals
        if act.decision is None and (act.on is None or act.on >= council.as_at)
    ]
    return ahead[0] if ahead else None
