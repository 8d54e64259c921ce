"""Answers of officers that somebody else writes down, because a document shows them.

An officer answers on the page of the paper's clearances, on words that they see.  What a form or
another system sends in of an answer is therefore a record of what a document shows: it says who
recorded it, and nobody answers in it for another.
"""

from dataclasses import replace

from moothall.facts.decisions import Answer
from moothall.facts.fact import PROGRAMME
from moothall.facts.papers import Clearance
from moothall.files.shapes import from_plain
from moothall.papers.clearance.officers import same_officer
from moothall_web.facts.acts import Act, Said
from moothall_web.facts.faults import Fault, InvalidError
from moothall_web.facts.permissions import CHANGES
from moothall_web.facts.subjects import Subject, subject
from moothall_web.people.models import Role
from moothall_web.people.offices import roles_for
from moothall_web.people.queries import Capacity

CLEARANCES = "clearances"
RECORD = frozenset({Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES})
"""The roles that record another officer's answer, beside the author of the paper."""
_ANSWER = ("paper", "area", "question", "office", "answer", "officer", "comment", "answered_on")


def as_recorded(
    act: Act, made: Clearance, before: Subject | None, capacity: Capacity, said: Said
) -> tuple[Clearance, Capacity, Said]:
    """The clearance with who recorded its answer, in which capacity, and what the record says.

    Where no answer is written down, nothing is different.  Raises InvalidError where the person
    records none of that officer's, and where nothing shows it.
    """
    was = _clearance(before) if before is not None else None
    if made.answer is Answer.UNKNOWN:
        return replace(made, recorded_by=""), capacity, said
    if was is not None and _said_of(was) == _said_of(made):
        return replace(made, recorded_by=was.recorded_by), capacity, said
    capacity = _may_record(act, made)
    if was is not None and was.asked_on is not None and was.source == made.source:
        raise InvalidError((_NOT_SHOWN,))
    covering = f" in the absence of {capacity.covers}" if capacity.covers else ""
    said = replace(
        said, summary=f"Recorded, as document {made.source} shows it, the answer to the clearance"
    )
    return replace(made, recorded_by=f"{capacity.role.label}{covering}"), capacity, said


_NOT_SHOWN = Fault(
    ("source",),
    "is where the clearance was asked for, and does not show the answer",
    "Name the document, and the paragraph of it, in which the officer's answer can be read.",
)


def _clearance(thing: Subject) -> Clearance:
    made = from_plain(thing.payload, Clearance, f"database, {CLEARANCES}/{thing.key}")
    assert isinstance(made, Clearance)  # noqa: S101 - as asked for
    return made


def _said_of(clearance: Clearance) -> tuple[object, ...]:
    """All that makes an answer this one: of which words, by whom, when, and what."""
    return (clearance.words, *(getattr(clearance, name) for name in _ANSWER))


def _may_record(act: Act, made: Clearance) -> Capacity:
    """The capacity in which somebody writes down an answer."""
    held = _held_for(act, made.owner)
    officer = (made.officer or "").strip()
    if officer and same_officer(officer, act.person.name):
        return _answers_for_the_office(act, made, held)
    for each in held:
        if each.role in RECORD:
            return each
    if _is_author(act, made.paper):
        for each in held:
            if each.role in CHANGES[CLEARANCES]:
                return each
    names = {each.code: each.short_name for each in act.frame.authorities}
    name = names.get(made.owner, "the council")
    raise _of_the_officer(
        f"is not recorded by you: only {name}'s report author, its democratic services officer or "
        "the paper's author records an answer of another officer, and only as a document shows it",
        f"Ask one of them. {officer or 'The office'} answers on the page of the paper's "
        "clearances.",
    )


def _answers_for_the_office(act: Act, made: Clearance, held: list[Capacity]) -> Capacity:
    """An answer in one's own name is one's own office's, and nobody else's."""
    roles = roles_for(made.office)
    for each in held:
        if each.role in (roles or CHANGES[CLEARANCES]) and (
            roles or made.asked_of == act.person.name
        ):
            return each
    raise _of_the_officer(
        f"is you, and you do not answer for {made.office or 'an office that is not named'}",
        "Name the officer whose answer the document shows, or have whoever answers for the office "
        "do so on the page of the paper's clearances.",
    )


def _of_the_officer(what: str, cure: str) -> InvalidError:
    """Told at the officer's name, so that nothing else that was typed is lost."""
    return InvalidError((Fault(("officer",), what, cure),))


def _held_for(act: Act, owner: str) -> list[Capacity]:
    codes = act.frame.about.authorities
    return [
        each
        for each in act.held
        if each.holds_in(act.frame.about.id, codes)
        and (each.authority == owner or (owner == PROGRAMME and each.authority in codes))
    ]


def _is_author(act: Act, paper: str) -> bool:
    held = subject(act.programme, "papers", paper)
    author = str(held.payload.get("author") or "") if held is not None else ""
    return bool(author) and same_officer(author, act.person.name)
