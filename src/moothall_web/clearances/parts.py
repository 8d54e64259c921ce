"""A paper and its parts as the pages of clearances show them."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.authority import Authority
from moothall.facts.proposals import Proposal
from moothall.papers.clearance.deadlines import Gate
from moothall.papers.clearance.standing import DutyStanding, DutyState, PaperStanding
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity

STATES = {
    DutyState.NOT_ASKED: "Not asked",
    DutyState.ASKED: "Asked, not answered",
    DutyState.CLEARED: "Cleared",
    DutyState.NOT_CLEARED: "Not cleared",
    DutyState.STALE: "Stale: the words have changed",
}


@dataclass(frozen=True, kw_only=True)
class Part:
    """One duty of a paper as its reader meets it, and what they may do."""

    code: str
    proposal: Proposal
    authority: Authority
    paper: PaperStanding
    duty: DutyStanding
    asks: Refusal | Capacity
    answers: Refusal | Capacity

    @property
    def place(self) -> tuple[str, str, str, str, str]:
        """What names it in an address."""
        return (*self.paper_place, self.duty.slug)

    @property
    def paper_place(self) -> tuple[str, str, str, str]:
        """What names its paper in an address."""
        return (self.code, self.proposal.id, self.authority.code, self.paper.format)

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        words = STATES[self.duty.state]
        if self.duty.state is DutyState.CLEARED and not self.duty.is_bound:
            return f"{words}, but it is not held which words"
        if self.duty.state is DutyState.NOT_CLEARED and self.duty.has_changed:
            return f"{words}; the words have changed since"
        return words

    @property
    def may_ask(self) -> bool:
        return isinstance(self.asks, Capacity)

    @property
    def may_answer(self) -> bool:
        """Whether the reader answers for the office that was asked, on this paper."""
        asked = self.duty.clearance is not None and not self.duty.carried
        return isinstance(self.answers, Capacity) and asked

    @property
    def waits_for_me(self) -> bool:
        return self.may_answer and self.duty.waits_for_the_office

    @property
    def due(self) -> str:
        """By when, and how far off that is, in few words."""
        return due_in_words(self.paper)


@dataclass(frozen=True, kw_only=True)
class PaperPart:
    """One paper on the desk."""

    name: str
    proposal: Proposal
    authority: Authority
    paper: PaperStanding
    parts: tuple[Part, ...]

    @property
    def is_over(self) -> bool:
        """Whether its meeting is behind it."""
        return self.paper.deadline.gate(self.paper.as_at) is Gate.MET

    def number(self, *states: str) -> int:
        return sum(each.duty.state in states for each in self.parts)

    @property
    def words(self) -> str:
        """How many parts stand where."""
        if not self.parts:
            return "Who must clear it is not known."
        done = [each for each in self.parts if each.duty.state is DutyState.CLEARED]
        unbound = sum(not each.duty.is_bound for each in done)
        said = [f"{len(done)} of {len(self.parts)} cleared"]
        said[0] += "" if unbound else " as the words stand"
        if unbound:
            whole = "but it is not held which words"
            said[0] += f", {whole}" if unbound == len(done) else f" ({unbound}: {whole})"
        for state, word in _STATE_WORDS:
            number = self.number(state)
            said += [f"{number} {word}"] if number else []
        return f"{'; '.join(said)}."

    @property
    def due(self) -> str:
        return due_in_words(self.paper)


_STATE_WORDS = (
    (DutyState.STALE, "stale"),
    (DutyState.NOT_CLEARED, "not cleared"),
    (DutyState.ASKED, "asked and not answered"),
    (DutyState.NOT_ASKED, "not asked"),
)


def due_in_words(paper: PaperStanding) -> str:
    """By when a paper is to be cleared, as far as that is known."""
    days = paper.deadline
    if days.due_on is not None:
        return f"due {in_words(days.due_on)}{_off(days.due_on, paper.as_at)}"
    if days.published_on is not None:
        opens = f"papers open by {in_words(days.published_on)}"
        return f"{opens}{_off(days.published_on, paper.as_at)}; the council's deadline is not known"
    if days.meets_on is not None:
        return f"meeting on {in_words(days.meets_on)}; the deadline is not known"
    return "no day known"


def _off(day: date, as_at: date) -> str:
    days = (day - as_at).days
    if days < 0:
        return " (passed)"
    return " (today)" if not days else f" (in {days} {'day' if days == 1 else 'days'})"


def due_on(paper: PaperStanding) -> date:
    days = paper.deadline
    return days.due_on or days.published_on or days.meets_on or date.max
