"""What the desk and the page of one paper hold for their reader."""

from dataclasses import dataclass
from datetime import date

from moothall.facts.authority import Authority
from moothall.facts.bodies import Body
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.papers.clearance.deadlines import Gate
from moothall.papers.clearance.standing import DutyState, PaperStanding
from moothall_web.cases.findings import FindingsOf
from moothall_web.clearances.parts import PaperPart, Part, due_on
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity


@dataclass(frozen=True, kw_only=True)
class DeskPage:
    """What waits for the reader, what has gone stale, and every paper of their councils."""

    programme: Programme
    as_at: date
    councils: tuple[Authority, ...]
    papers: tuple[PaperPart, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part of every paper, the nearest deadline first."""
        held = [part for paper in self.papers for part in paper.parts]
        return tuple(sorted(held, key=lambda part: (due_on(part.paper), part.duty.slug)))

    @property
    def waiting(self) -> tuple[Part, ...]:
        """What the reader may answer now."""
        return tuple(each for each in self.parts if each.waits_for_me)

    @property
    def stale(self) -> tuple[Part, ...]:
        """Whose words have changed since they were answered."""
        return tuple(each for each in self.parts if each.duty.has_changed)

    @property
    def to_ask(self) -> tuple[Part, ...]:
        """What the reader may ask for, of papers whose meeting is ahead."""
        return tuple(
            each
            for each in self.parts
            if each.may_ask
            and each.duty.state is DutyState.NOT_ASKED
            and each.paper.deadline.gate(self.as_at) is not Gate.MET
        )

    @property
    def ahead(self) -> tuple[PaperPart, ...]:
        return tuple(each for each in self.papers if not each.is_over)

    @property
    def over(self) -> tuple[PaperPart, ...]:
        return tuple(each for each in self.papers if each.is_over)

    @property
    def words(self) -> str:
        """What waits for the reader, in a sentence or two."""
        if not self.councils:
            return "You act for no council of this programme, so no clearance waits for you."
        waiting = self.waiting
        if not waiting:
            said = "No clearance waits for your answer."
        else:
            several = f"{len(waiting)} clearances wait" if len(waiting) > 1 else "1 clearance waits"
            said = f"{several} for your answer"
            first = waiting[0].due
            said += f"; the first: {waiting[0].duty.duty.area}, {first}." if first else "."
        stale = [each for each in self.stale if not each.waits_for_me]
        if stale:
            of = "1 part has" if len(stale) == 1 else f"{len(stale)} parts have"
            said += f" {of} changed since they were answered."
        if self.to_ask:
            number = len(self.to_ask)
            said += f" {number} {'part has' if number == 1 else 'parts have'} not been asked for."
        return said


@dataclass(frozen=True, kw_only=True)
class PaperPage:
    """One paper's clearances."""

    programme: Programme
    part: PaperPart
    asks: Refusal | Capacity
    findings: tuple[FindingsOf, ...]
    names: dict[str, str]
    formats: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        return self.programme.about.id

    @property
    def proposal(self) -> Proposal:
        return self.part.proposal

    @property
    def authority(self) -> Authority:
        return self.part.authority

    @property
    def paper(self) -> PaperStanding:
        return self.part.paper

    @property
    def place(self) -> tuple[str, str, str]:
        """What names the paper in an address, whatever its format."""
        return (self.code, self.proposal.id, self.authority.code)

    @property
    def place_in(self) -> tuple[str, str, str, str]:
        """What names it in this format."""
        return (*self.place, self.paper.format)

    @property
    def may_ask(self) -> bool:
        return isinstance(self.asks, Capacity)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that a paper of this council can go to."""
        return tuple(
            each for each in self.programme.bodies if each.authority in (None, self.authority.code)
        )
