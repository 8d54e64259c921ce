"""What the public may read of a frozen case: chosen field by field, never all but something.

Only the council's own facts and the programme's are taken, because nobody else's have been
published; nothing exempt, nothing held back from the partners, nobody's name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from moothall.facts.bodies import Body
from moothall.facts.decisions import Meeting, MeetingStatus, Step
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.money import Saving, Unit
from moothall.facts.programme import Programme, keep_only, known_by
from moothall.facts.proposals import Stage
from moothall.finance.casting import as_pounds
from moothall.papers.insertions import MARK

_WHY = ("purpose", "summary", "background")
_DECIDES = ("decision", "consent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said; `key` is its name in every edition, by which a change is found."""

    key: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where the proposal stops on its way through a council: `on` is None where no day is known.

    `written` is the day as the council writes it (Spring 2022); `approves` whether it makes the
    proposal live there.
    """

    key: str
    kind: str
    name: str
    body: str = ""
    on: date | None = None
    starts_at: str = ""
    place: str = ""
    written: str = ""
    taken: bool = False
    cancelled: bool = False
    private: bool = False
    approves: bool = False

    @property
    def decides(self) -> bool:
        return self.kind in _DECIDES


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that was taken, by which body, and from when it has effect."""

    key: str
    body: str
    on: date
    text: str
    outcome: str
    effective_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """A way to have a say: an exercise of engagement, and until when it is open."""

    key: str
    name: str
    kind: str
    who: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    written: str = ""
    opens_on: date | None = None
    closes_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What members asked or said at a meeting, and the answer that was given."""

    key: str
    kind: str
    text: str
    reply: str = ""
    body: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A council that has to decide."""

    code: str
    short_name: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that one edition says to the public."""

    programme: str
    programme_summary: str
    synthetic: bool
    proposal: str
    summary: str
    stage: str
    as_at: date
    parties: tuple[Party, ...]
    within: tuple[Line, ...] = ()
    outside: tuple[Line, ...] = ()
    why: tuple[Line, ...] = ()
    gains: tuple[Line, ...] = ()
    money: tuple[Line, ...] = ()
    stops: tuple[Stop, ...] = ()
    decided: tuple[Decided, ...] = ()
    says: tuple[Say, ...] = ()
    asked: tuple[Asked, ...] = ()
    short_forms: tuple[Line, ...] = ()


class NothingToPublishError(Exception):
    """The proposal itself is exempt, or not in what was frozen; the message says which."""


def said(frozen: Programme, proposal_id: str, authority: str, as_at: date) -> Said:
    """What the public reads of a council's frozen case.  Raises NothingToPublishError."""
    held = next((each for each in frozen.proposals if each.id == proposal_id), None)
    if held is None:
        raise NothingToPublishError("The proposal is not among the facts that were frozen.")
    if held.exempt is not None:
        raise NothingToPublishError(
            "The proposal itself is exempt from publication, so its name may not be shown either."
        )
    known = _publishable(frozen, proposal_id, authority, as_at)
    names = {each.code: each for each in frozen.authorities}
    bodies = {each.id: each for each in known.bodies}
    meetings = {each.id: each for each in known.meetings}
    return Said(
        programme=frozen.about.name,
        programme_summary=frozen.about.summary,
        synthetic=frozen.about.synthetic,
        proposal=held.name,
        summary=held.summary if _open(held.summary) else "",
        stage=_STAGES[held.stage],
        as_at=as_at,
        parties=tuple(
            Party(code=code, short_name=names[code].short_name, name=names[code].name)
            for code in held.parties
            if code in names
        ),
        within=_listed("within", held.in_scope),
        outside=_listed("outside", held.out_of_scope),
        why=tuple(
            Line(key=each.id, text=each.text)
            for each in sorted(known.passages, key=lambda each: (_rank(each.topic), each.order))
            if each.proposal == proposal_id
            and each.topic in _WHY
            and each.authority in (None, authority)
            and _open(each.text)
        ),
        gains=tuple(
            Line(key=each.id, text=each.text)
            for each in known.benefits
            if each.proposal == proposal_id and _open(each.text)
        ),
        money=tuple(_money(known, proposal_id, authority)),
        stops=tuple(
            _stop(each, bodies, meetings)
            for each in known.steps
            if (each.proposal, each.authority) == (proposal_id, authority)
        ),
        decided=tuple(
            Decided(
                key=each.id,
                body=_name(bodies, each.body),
                on=each.decided_on,
                text=each.text,
                outcome=each.outcome.value,
                effective_on=each.effective_on,
            )
            for each in known.decisions
            if (each.proposal, each.authority) == (proposal_id, authority) and _open(each.text)
        ),
        says=tuple(
            Say(
                key=each.id,
                name=each.name,
                kind=each.kind.value,
                who=each.audiences,
                how=each.methods,
                written=each.expected.text if each.expected else "",
                opens_on=each.opens_on,
                closes_on=each.closes_on,
            )
            for each in known.exercises
            if each.proposal in (None, proposal_id)
        ),
        asked=tuple(
            Asked(
                key=each.id,
                kind=each.kind,
                text=each.text,
                reply=each.reply or "",
                body=_name(bodies, each.body),
                on=meetings[each.meeting].held_on if each.meeting in meetings else None,
            )
            for each in known.comments
            if each.proposal == proposal_id and _open(each.text) and _open(each.reply or "")
        ),
        short_forms=tuple(
            Line(key=each.short, label=each.short, text=each.full) for each in known.abbreviations
        ),
    )


_STAGES = {
    Stage.FORMULATION: "The idea is being worked up",
    Stage.DUE_DILIGENCE: "The councils are checking whether it makes sense for each of them",
    Stage.IMPLEMENTATION: "It is being put in place",
}


def _publishable(frozen: Programme, proposal: str, authority: str, as_at: date) -> Programme:
    """The council's own facts and the programme's, without what is exempt and what points at it."""
    held_back = {
        (kind, fact.id): "not for the public"
        for kind, fact in frozen.facts()
        if not _for_the_public(fact, authority)
        # The proposal may be another council's; that it is there, this one's paper prints.
        and not (kind == "proposals" and fact.id == proposal and fact.exempt is None)
    }
    kept, _ = keep_only(frozen, held_back)
    known, _ = known_by(kept, as_at)
    return replace(known, places={})


def _for_the_public(fact: Fact, authority: str) -> bool:
    return fact.exempt is None and fact.shared and fact.owner in (authority, PROGRAMME)


def _open(text: str) -> bool:
    """Whether a text says all that it says itself: a figure drawn in might be exempt."""
    return MARK.search(text) is None


def _rank(topic: str) -> int:
    return _WHY.index(topic) if topic in _WHY else len(_WHY)


def _listed(name: str, texts: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(key=f"{name}/{text}", text=text) for text in texts if _open(text))


def _name(bodies: dict[str, Body], body: str | None) -> str:
    return bodies[body].name if body in bodies else ""


def _money(known: Programme, proposal: str, authority: str) -> Iterator[Line]:
    for each in known.savings:
        if (each.proposal, each.authority) == (proposal, authority):
            yield from _saving(each)
    for statement in known.money_statements:
        if (statement.proposal, statement.authority) == (proposal, authority) and _open(
            statement.text
        ):
            yield Line(key=statement.id, label=statement.about, text=statement.text)
    for cost in known.coalition_costs:
        if cost.proposal == proposal and cost.authorities == (authority,):
            words = f"On its own it would pay £{cost.amount:,.0f} in {cost.year}."
            yield Line(key=cost.id, label="Without the others", text=words)


def _saving(saving: Saving) -> Iterator[Line]:
    def pounds(unit: Unit, figure: object) -> str:
        return f"£{abs(as_pounds(figure, unit).value):,.0f}"  # type: ignore[arg-type]

    words = (
        f"It plans to save {pounds(saving.unit, saving.full_year_saving)} a year once all is in "
        f"place, of a budget of {pounds(saving.unit, saving.cash_limit)} in "
        f"{saving.cash_limit_year}."
    )
    steps = [
        f"{pounds(saving.unit, each.amount)} "
        f"{'in all by the end of' if each.cumulative else 'in'} {each.year}"
        for each in saving.phasing
    ]
    if steps:
        words += f" Year by year: {', '.join(steps)}."
    yield Line(key=saving.id, label=saving.name, text=words)
    if saving.cost_of_change is not None:
        once = f"To get it, {pounds(saving.unit, saving.cost_of_change)} has to be spent once."
        yield Line(key=f"{saving.id}/cost", label=f"{saving.name}: what it costs first", text=once)


def _stop(step: Step, bodies: dict[str, Body], meetings: dict[str, Meeting]) -> Stop:
    meeting = meetings.get(step.meeting or "")
    body = step.body or (meeting.body if meeting else None)
    return Stop(
        key=step.id,
        kind=step.kind.value,
        name=step.name,
        body=_name(bodies, body),
        on=step.taken_on or (meeting.held_on if meeting else None),
        starts_at=(meeting.starts_at or "") if meeting else "",
        place=meeting.place if meeting else "",
        written=step.expected.text if step.expected else "",
        taken=step.taken_on is not None,
        cancelled=meeting is not None and meeting.status is MeetingStatus.CANCELLED,
        private=meeting is not None and meeting.private,
        approves=step.approves,
    )


def papers_opened_on(frozen: Programme, proposal: str, authority: str) -> date | None:
    """The day on which the papers of the council's deciding meeting were in fact open; or None.

    A day that is only planned or worked out does not count.
    """
    meetings = {each.id: each for each in frozen.meetings}
    days = [
        meetings[step.meeting].papers_published_on
        for step in frozen.steps
        if (step.proposal, step.authority) == (proposal, authority)
        and step.kind.value in _DECIDES
        and step.meeting in meetings
    ]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None
