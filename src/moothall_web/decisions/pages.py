"""What the pages of decisions hold for their reader."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding
from moothall.facts.bodies import Body
from moothall.facts.decisions import Condition, Decision, Outcome
from moothall.facts.papers import MinuteItem, Minutes, Paper
from moothall.facts.programme import Programme, SourceDocument
from moothall.governance.key_decision.notices_due import NoticeState
from moothall_web.cases.queries import CasePage
from moothall_web.decisions.council import CouncilDecision
from moothall_web.decisions.elements import Element
from moothall_web.decisions.models import WaitingPage
from moothall_web.facts.brought_in import Brought
from moothall_web.people.permissions import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsPage(CasePage):
    """Every council's decision of a programme: ahead by day, then those that were taken."""

    as_at: date
    ahead: tuple[CouncilDecision, ...]
    decided: tuple[CouncilDecision, ...]
    others: tuple[Decision, ...]
    may_bring_in: bool
    may_add: bool
    waiting: int

    @property
    def words(self) -> tuple[str, ...]:
        """The answer in words: what is decided next, what has no day, what was missed."""
        dated = [each for each in self.ahead if each.day and not each.call_in.is_past]
        past = [each for each in self.ahead if each.call_in.is_past]
        undated = [each for each in self.ahead if each.day is None]
        said = []
        if dated:
            first = dated[0]
            said.append(
                f"Next: {first.decider} of {first.name} decides on {first.proposal.name} on "
                f"{first.when}."
            )
        elif not self.ahead and self.decided:
            said.append("Every council has decided on every proposal.")
        else:
            said.append("No decision with a day lies ahead.")
        if past:
            said.append(
                f"{_several(len(past), 'day has', 'days have')} gone by without a record that the "
                "decision was taken: bring the record in, or enter it."
            )
        if undated:
            said.append(f"{_several(len(undated), 'decision has', 'decisions have')} no day yet.")
        if self.waiting:
            wait = _several(self.waiting, "published page waits", "published pages wait")
            said.append(f"{wait} to be looked at.")
        missed = sum(each.number(NoticeState.MISSED) for each in self.ahead)
        if missed:
            said.append(f"{_several(missed, 'notice was', 'notices were')} missed.")
        return tuple(said)

    def decision_body(self, decision: Decision) -> str:
        return self.bodies[decision.body]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage(CasePage):
    """One decision with the elements of its record, and what is missing of them."""

    decision: Decision
    body: Body
    elements: tuple[Element, ...]
    more: tuple[Element, ...]
    council: CouncilDecision | None
    paper: Paper | None
    minutes: Minutes | None
    items: tuple[MinuteItem, ...]
    conditions: tuple[Condition, ...]
    document: SourceDocument
    findings: tuple[Finding, ...]
    may_change: bool
    may_bring_in: bool

    @property
    def gaps(self) -> tuple[Element, ...]:
        return tuple(each for each in self.elements if each.gap)

    @property
    def words(self) -> str:
        """What was decided and whether its record is whole, in a sentence."""
        name, on = self.names[self.decision.authority], in_words(self.decision.decided_on)
        outcome = self.decision.outcome
        did = "decided" if outcome is Outcome.UNKNOWN else f"decided ({outcome.value})"
        held = len(self.elements) - len(self.gaps)
        whole = f"all {held} elements" if not self.gaps else f"{held} of {len(self.elements)}"
        return f"{self.body.name} of {name} {did} on {on}. Of its record {whole} are held."

    @property
    def address(self) -> str:
        """The page of the committee system that is the record, where its address is held."""
        said = self.document.reference or ""
        return said if said.startswith("https://") else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringInPage:
    """For whom somebody may bring a page in, or why for nobody; what was brought in lately."""

    programme: Programme
    owners: Refusal | tuple[tuple[str, str], ...]
    imports: tuple[Brought, ...]
    waiting: tuple[WaitingPage, ...]
    is_read: bool
    may_set: bool

    @property
    def whose(self) -> dict[str, str]:
        """What the councils of the pages that wait are called."""
        return {each.code: each.short_name for each in self.programme.authorities}


def _several(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
