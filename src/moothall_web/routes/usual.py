"""The usual steps of a proposal in one council, proposed to whoever may add them.

Which body takes one is never guessed: it is chosen from the council's own.
"""

from dataclasses import dataclass

from moothall.facts.bodies import BodyKind, Power
from moothall.facts.decisions import StepKind
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualStep:
    """A step that most proposals take; `asks` is what to call the body that takes it, if any."""

    kind: StepKind
    name: str
    says: str
    asks: str = ""

    @property
    def slug(self) -> str:
        return self.kind.value.lower().replace(" ", "-")


USUAL = (
    UsualStep(
        kind=StepKind.TRADE_UNION_BRIEFING,
        name="Brief the trade unions",
        says="Before the proposal is public",
    ),
    UsualStep(
        kind=StepKind.LISTENING,
        name="Listening exercise",
        says="It shapes the proposal, and is no formal consultation",
    ),
    UsualStep(
        kind=StepKind.EQUALITY_ASSESSMENT,
        name="Equality assessment",
        says="Before the decision maker, and not too old by then",
    ),
    UsualStep(
        kind=StepKind.SCRUTINY,
        name="Scrutiny before the decision",
        says="So that its comments can be answered in the report",
        asks="Which committee scrutinises it?",
    ),
    UsualStep(
        kind=StepKind.DECISION,
        name="Decision",
        says="By the body that decides for this council",
        asks="Which body decides?",
    ),
    UsualStep(
        kind=StepKind.OFFICERS_CONSULTED,
        name="Consult the officers who are placed at another council's disposal",
        says="Each of them, before the agreement is signed (Local Government Act 1972, s113)",
    ),
    UsualStep(
        kind=StepKind.SIGNING,
        name="Sign the agreement",
        says="After every council's decision is live",
    ),
    UsualStep(
        kind=StepKind.GO_LIVE,
        name="The shared service starts",
        says="After signing",
    ),
)
"""In the order in which a proposal takes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A usual step that is not on record yet, with the bodies that could take it (id, name).

    It `lacks` a body where it needs one and the council has none on record.
    """

    usual: UsualStep
    bodies: tuple[tuple[str, str], ...] = ()

    @property
    def lacks(self) -> bool:
        return bool(self.usual.asks) and not self.bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A usual step that somebody wants to add, with the body that takes it."""

    usual: UsualStep
    body: str | None = None


def proposed(programme: Programme, proposal: Proposal, authority: str) -> tuple[Proposed, ...]:
    """The usual steps that the proposal does not have in this council."""
    having = {
        step.kind
        for step in programme.steps
        if (step.proposal, step.authority) == (proposal.id, authority)
    }
    return tuple(
        Proposed(usual=each, bodies=_bodies(programme, authority, each.kind) if each.asks else ())
        for each in USUAL
        if each.kind not in having
    )


def _bodies(programme: Programme, authority: str, kind: StepKind) -> tuple[tuple[str, str], ...]:
    own = (body for body in programme.bodies if body.authority == authority)
    if kind is StepKind.SCRUTINY:
        able = [b for b in own if Power.SCRUTINISES is b.power or b.kind is BodyKind.SCRUTINY]
    else:
        able = [b for b in own if b.power is Power.DECIDES]
    return tuple((body.id, body.name) for body in able)
