"""What is written of clearances: asked, answered, withdrawn.

All of it goes through the actions on facts, which ask who may, from which version, and record it;
and before that it is asked here who may ask, and who answers for an office.
"""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from moothall.facts.decisions import Answer
from moothall.facts.papers import Clearance
from moothall.papers.clearance.standing import DutyStanding
from moothall.papers.clearance.words import same_words
from moothall_web.clearances.beginning import LONGEST_ID, Begun, added, begin_paper
from moothall_web.clearances.pages import PaperPage
from moothall_web.clearances.parts import Part
from moothall_web.clearances.permissions import KIND
from moothall_web.clearances.queries import paper_page, words_all_see
from moothall_web.facts import queries as facts
from moothall_web.facts.actions import (
    InvalidError,
    NotThereError,
    StaleError,
    change_fact,
    remove_fact,
)
from moothall_web.facts.acts import begin
from moothall_web.facts.faults import Fault
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal, RefusedError
from moothall_web.records.recorded import recorded

_LONGEST_PIECE = 9_000


class WordsChangedError(Exception):
    """The words are others than those that were looked at."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Which part of which paper: `slug` is its duty, empty for one beyond the council's list."""

    code: str
    proposal: str
    authority: str
    format: str
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Whom to ask: an office, or by name somebody who answers for it; and about what."""

    office: str
    asked_of: str = ""
    area: str = ""
    question: str = ""


def ask(person: Person, place: Place, asked: Asked, begun: Begun | None, why: str = "") -> str:
    """Ask for a clearance, and return its key.  A paper that nobody has begun is begun with it.

    Asking again keeps what was answered before as its own fact.  Raises RefusedError,
    NotThereError, InvalidError, StaleError.
    """
    with recorded():
        begin(person, place.code, KIND, why, place.authority)
        page = _page(person, place)
        if isinstance(page.asks, Refusal):
            raise RefusedError(page.asks)
        part = _part(page, place) if place.slug else None
        today = timezone.localdate()
        held = part.duty.clearance if part and not part.duty.carried else None
        if held is not None and held.answer is Answer.UNKNOWN:
            payload, version = _as_it_stands(person, place.code, held)
            payload |= {
                "office": asked.office,
                "asked_of": asked.asked_of,
                "asked_on": today.isoformat(),
            }
            change_fact(
                person, place.code, KIND, held.id, payload, version, why,
                for_authority=place.authority,
            )  # fmt: skip
            return held.id
        paper = page.paper.paper.id if page.paper.paper else ""
        if not paper:
            if begun is None:
                raise NotThereError
            paper = begin_paper(person, page, begun, today, why)
        duty = part.duty.duty if part else None
        made = Clearance(
            id=f"{paper}-{place.slug or 'also'}"[:LONGEST_ID],
            source=page.proposal.source,
            known_on=today,
            owner=place.authority,
            shared=False,
            paper=paper,
            area=duty.area if duty else asked.area,
            question=duty.question if duty else asked.question,
            answer=Answer.UNKNOWN,
            officer=None,
            office=asked.office,
            asked_of=asked.asked_of,
            asked_on=today,
        )
        return added(person, place.code, KIND, made, why, place.authority)


def answer(
    person: Person,
    place: Place,
    said: Answer,
    comment: str,
    *,
    digest: str,
    version: int,
    why: str = "",
) -> None:
    """Answer for the office that was asked, on exactly the words that `digest` names.

    Raises WordsChangedError where they are others by now, StaleError where somebody has answered
    since `version`; RefusedError, NotThereError, InvalidError.
    """
    with recorded():
        begin(person, place.code, KIND, why, place.authority)
        page = _page(person, place)
        part = _part(page, place)
        clearance, capacity = _to_answer(part)
        payload, now = _as_it_stands(person, place.code, clearance)
        if now != version:
            raise StaleError(payload, now)
        duty = part.duty
        if duty.digest != digest:
            raise WordsChangedError
        if said is Answer.YES and not duty.paragraphs:
            raise InvalidError((_nothing_to_clear(duty),))
        if clearance.shared and not same_words(duty.paragraphs, words_all_see(part)):
            raise RefusedError(_shows_too_much(page.authority.short_name))
        covering = f" (in the absence of {capacity.covers})" if capacity.covers else ""
        payload |= {
            "answer": said.value,
            "officer": f"{person.name}{covering}",
            "comment": comment,
            "answered_on": timezone.localdate().isoformat(),
            "office": duty.office,
            "words": _kept(duty.paragraphs),
        }
        change_fact(
            person, place.code, KIND, clearance.id, payload, version, why,
            for_authority=place.authority, in_person=True,
        )  # fmt: skip


def withdraw(person: Person, place: Place, version: int, why: str = "") -> None:
    """Take back an asking that nobody has answered, or an answer as the office that gave it.

    Raises StaleError where somebody was quicker; RefusedError, NotThereError.
    """
    with recorded():
        begin(person, place.code, KIND, why, place.authority)
        page = _page(person, place)
        part = _part(page, place)
        clearance = part.duty.clearance
        if clearance is None or part.duty.carried:
            raise NotThereError
        is_open = clearance.answer is Answer.UNKNOWN
        may = part.asks if is_open else part.answers
        if isinstance(may, Refusal):
            raise RefusedError(may)
        payload, now = _as_it_stands(person, place.code, clearance)
        if now != version:
            raise StaleError(payload, now)
        if is_open:
            remove_fact(
                person, place.code, KIND, clearance.id, version, why, for_authority=place.authority
            )
            return
        payload |= {"answer": Answer.UNKNOWN.value, "words": []}
        payload |= {"officer": None, "answered_on": None, "comment": ""}
        change_fact(
            person, place.code, KIND, clearance.id, payload, version, why,
            for_authority=place.authority,
        )  # fmt: skip


def _page(person: Person, place: Place) -> PaperPage:
    page = paper_page(
        person, place.code, place.proposal, place.authority, place.format, timezone.localdate()
    )
    if page is None:
        raise NotThereError
    return page


def _part(page: PaperPage, place: Place) -> Part:
    for part in page.part.parts:
        if part.duty.slug == place.slug:
            return part
    raise NotThereError


def _to_answer(part: Part) -> tuple[Clearance, Any]:
    """What the person may answer.  Raises RefusedError, NotThereError."""
    if part.duty.clearance is None or part.duty.carried:
        raise NotThereError
    if isinstance(part.answers, Refusal):
        raise RefusedError(part.answers)
    return part.duty.clearance, part.answers


def _as_it_stands(person: Person, code: str, clearance: Clearance) -> tuple[dict[str, Any], int]:
    page = facts.fact_page(person, code, KIND, clearance.id)
    if page is None:
        raise NotThereError
    return dict(page.payload), page.version


def _kept(paragraphs: tuple[str, ...]) -> list[str]:
    """The words as a fact can hold them: a text that is too long is held in several."""
    kept = []
    for text in paragraphs:
        rest = text
        while len(rest) > _LONGEST_PIECE:
            at = rest.rfind(" ", 0, _LONGEST_PIECE)
            at = at if at > 0 else _LONGEST_PIECE
            kept.append(rest[:at])
            rest = rest[at:].lstrip()
        kept.append(rest)
    return kept


def _nothing_to_clear(duty: DutyStanding) -> Fault:
    where = ", ".join(duty.duty.covers) or "the paper"
    return Fault(
        ("answer",),
        f"There are no words under {where} yet, so there is nothing to clear",
        "Have them written first, or answer No and say what is missing.",
    )


def _shows_too_much(name: str) -> Refusal:
    return Refusal(
        f"This clearance is shared with the other councils, and the words that it would hold rest "
        f"on facts that {name} has not shared. Withdraw the clearance from the others first, on "
        "its own page, or share those facts."
    )
