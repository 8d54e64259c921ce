"""What comes to a body: first seen, decided when, call-in, and what changed since."""

from dataclasses import dataclass
from datetime import date

from moothall.basics.dates import in_words
from moothall.facts.bodies import Body
from moothall.facts.papers import Complaint
from moothall.facts.proposals import Proposal
from moothall.governance.checks.plan import Plan, plan_of
from moothall.governance.scrutiny.call_in import CallIn, call_in_of
from moothall.governance.scrutiny.gates import QuestionGate
from moothall.governance.scrutiny.occasions import Occasion, first_seen, next_for
from moothall.governance.scrutiny.questions import Question
from moothall.governance.scrutiny.since_seen import SinceSeen, since_seen
from moothall.law.law import Law
from moothall_web.people.models import Person
from moothall_web.questions.past import past_of
from moothall_web.questions.queries import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilComing:
    """One council's decision on a proposal, with its call-in and what may hold it back."""

    name: str
    call_in: CallIn
    gate: QuestionGate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSeen:
    """Who had it, and when first."""

    body: Body
    occasion: Occasion
    is_own: bool

    @property
    def when(self) -> str:
        if self.occasion.on is not None:
            return in_words(self.occasion.on)
        return self.occasion.written or "no day is recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One proposal as it comes to a body."""

    proposal: Proposal
    councils: tuple[CouncilComing, ...]
    first: Occasion | None
    next: Occasion | None
    seen_by: tuple[FirstSeen, ...]
    since: SinceSeen
    open: tuple[Question, ...]
    complaints: tuple[Question, ...]

    @property
    def never_had(self) -> str:
        """What the record says where it gives no day on which the body first had it."""
        if any(each.is_own for each in self.seen_by):
            return "had it, on a day that is not recorded"
        return "not before it, as far as is recorded"

    @property
    def decides_next(self) -> date | None:
        """The first day ahead on which a council decides; None where none is known."""
        days = [
            each.call_in.decides_on
            for each in self.councils
            if each.call_in.decides_on and not (each.call_in.taken or each.call_in.is_past)
        ]
        return min(days, default=None)

    @property
    def says_more(self) -> bool:
        """Whether anything is held that does not stand in the table of all proposals."""
        return bool(self.since.last or self.seen_by or self.open)

    @property
    def changed(self) -> str:
        """How much has changed since, by what it is about: `money 3, days 5`."""
        return ", ".join(f"{matter.value} {len(held)}" for matter, held in self.since.by_matter)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingPage:
    """What comes to one body of a programme; what is decided soonest first."""

    seen: Seen
    body: Body
    council: str
    coming: tuple[Coming, ...]
    words: tuple[str, ...]

    @property
    def signing(self) -> tuple[tuple[str, str, str], ...]:
        """Each council: who may sign for a call-in, else the question that would tell."""
        held = {
            council.name: (council.name, council.call_in.who, council.call_in.who_ask)
            for each in self.coming
            for council in each.councils
        }
        return tuple(held.values())

    @property
    def ask(self) -> tuple[str, ...]:
        """What would settle the days that cannot be told, each question once."""
        return tuple(
            dict.fromkeys(
                text
                for each in self.coming
                for council in each.councils
                for text in council.call_in.ask
            )
        )


def coming_page(person: Person, held: Seen, body_id: str, law: Law) -> ComingPage | None:
    """What comes to a body; None where there is no such body that the person sees."""
    programme, as_at = held.programme, held.scrutiny.as_at
    body = next((each for each in programme.bodies if each.id == body_id), None)
    as_of = past_of(person, held.code)
    if body is None or as_of is None:
        return None
    plan = plan_of(programme, law, as_at)
    found = []
    for proposal in programme.proposals:
        of_it = [each for each in held.scrutiny.occasions if each.proposal == proposal.id]
        is_theirs = body.authority is None or body.authority in proposal.parties
        if not is_theirs and not any(each.body == body.id for each in of_it):
            continue
        since = since_seen(programme, body.id, proposal.id, as_at, as_of=as_of)
        found.append(_coming(held, plan, body, proposal, of_it, since))
    coming = tuple(
        sorted(found, key=lambda each: (each.decides_next or date.max, each.proposal.name))
    )
    return ComingPage(
        seen=held,
        body=body,
        council=held.names.get(body.authority or "", "the programme"),
        coming=coming,
        words=_in_words(body, coming, as_at),
    )


def _coming(
    held: Seen,
    plan: Plan,
    body: Body,
    proposal: Proposal,
    of_it: list[Occasion],
    since: SinceSeen,
) -> Coming:
    bodies = {each.id: each for each in held.programme.bodies}
    as_at = held.scrutiny.as_at
    past = [each for each in of_it if each.on is None or each.on <= as_at]
    firsts = first_seen(past)
    mine = firsts.get((body.id, proposal.id))
    questions = [
        each
        for each in held.questions
        if each.body.id == body.id and each.proposal.id == proposal.id
    ]
    return Coming(
        proposal=proposal,
        councils=tuple(
            CouncilComing(
                name=held.names[council.authority.code],
                call_in=call_in_of(council),
                gate=held.scrutiny.gate(proposal.id, council.authority.code),
            )
            for council in plan.of(proposal.id)
        ),
        first=mine if mine is not None and mine.on is not None else None,
        next=next_for(of_it, body.id, as_at),
        seen_by=tuple(
            FirstSeen(body=bodies[each.body], occasion=each, is_own=each.body == body.id)
            for each in firsts.values()
            if _has_had_it(each)
        ),
        since=since,
        open=tuple(each for each in questions if each.is_open),
        complaints=tuple(
            each for each in questions if each.comment.complains_of is Complaint.TOLD_LATE
        ),
    )


def _has_had_it(occasion: Occasion) -> bool:
    """A step without a day may lie ahead, unless it decides nothing and says no period either."""
    return occasion.on is not None or not getattr(occasion.fact, "approves", False)


def _in_words(body: Body, coming: tuple[Coming, ...], as_at: date) -> tuple[str, ...]:
    """What is decided next, how much has changed, and how much waits for an answer."""
    ahead = [each for each in coming if each.decides_next and each.decides_next >= as_at]
    if ahead and ahead[0].decides_next is not None:
        first = ahead[0]
        days = (ahead[0].decides_next - as_at).days
        council = next(
            each for each in first.councils if each.call_in.decides_on == first.decides_next
        )
        seen = (
            f"{body.name} first had it on {in_words(first.first.on)}."
            if first.first and first.first.on
            else f"No day is recorded on which {body.name} has had it."
        )
        said = (
            f"Next: {first.proposal.name}. {council.name}: {council.call_in.decision_words}, "
            f"{'today' if not days else f'in {days} day' + ('' if days == 1 else 's')}. {seen}"
        )
    else:
        said = f"No decision with a known day lies ahead of {body.name}."
    moved = [each for each in coming if each.since.changes]
    if moved:
        things = sum(len(each.since.changes) for each in moved)
        changed = (
            f"Since {body.name} last had them, {things} thing{' has' if things == 1 else 's have'} "
            f"changed on {len(moved)} proposal{'' if len(moved) == 1 else 's'}."
        )
    elif any(each.since.last for each in coming):
        changed = f"Nothing that is held has changed since {body.name} last had them."
    else:
        changed = f"No day is recorded on which {body.name} has had any of them."
    number = sum(len(each.open) for each in coming)
    waits = (
        f"{number} of its questions {'has' if number == 1 else 'have'} no reply."
        if number
        else "None of its questions waits for a reply."
    )
    return (said, changed, waits) if coming else (said, waits)
