"""How a paper stands with those who must clear it: duty by duty, for a day.

An answer counts from the day on which it was given, and only where an officer gave it: silence, a
passed deadline and words such as "deemed cleared" leave a duty as open as it was.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from moothall.documents.document import Document
from moothall.documents.formats import ClearanceDuty, Format
from moothall.facts.decisions import Answer
from moothall.facts.papers import Clearance, Paper
from moothall.papers.clearance.deadlines import Deadline
from moothall.papers.clearance.differences import Piece, difference
from moothall.papers.clearance.latest import of_duties
from moothall.papers.clearance.officers import same_officer
from moothall.papers.clearance.words import (
    digest_of,
    headings_of,
    same_words,
    words_covered,
)

_SILENCE = re.compile(
    r"\bdeemed\b|\bassumed (?:to be )?(?:cleared|agreed)|\bnil return\b"
    r"|\b(?:no|without(?: any| a)?) (?:reply|response|comments? (?:was |were )?received)",
    re.IGNORECASE,
)


class DutyState(StrEnum):
    """Where a duty stands."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    CLEARED = "cleared"
    NOT_CLEARED = "not cleared"
    STALE = "stale"


@dataclass(frozen=True, kw_only=True)
class DutyStanding:
    """One duty of one paper.

    `clearance` is the latest asking or answer, None where there is none; `paragraphs` the words
    that it covers now, `missing` the headings covered that the paper does not have.  `listed` says
    whether the duty stands in the council's own list, `carried` whether it was asked of the same
    report as it stands for another proposal.
    """

    duty: ClearanceDuty
    slug: str
    clearance: Clearance | None
    paragraphs: tuple[str, ...]
    missing: tuple[str, ...]
    as_at: date
    listed: bool = True
    carried: bool = False
    earlier: tuple[Clearance, ...] = ()

    @property
    def answer(self) -> Answer:
        """What was answered by the day, by an officer."""
        return given_answer(self.clearance, self.as_at) if self.clearance else Answer.UNKNOWN

    @property
    def cleared_words(self) -> tuple[str, ...]:
        """The words that were answered; none while nothing is, or where they are not held."""
        held = self.clearance is not None and self.answer is not Answer.UNKNOWN
        return self.clearance.words if self.clearance and held else ()

    @property
    def is_bound(self) -> bool:
        """Whether it is held which words were answered."""
        return bool(self.cleared_words)

    @property
    def is_recorded(self) -> bool:
        """Whether the answer was written down from a document, and not given here by the officer
        on words that they saw."""
        held = self.clearance is not None and self.answer is not Answer.UNKNOWN
        return self.clearance is not None and held and is_recorded(self.clearance)

    @property
    def has_changed(self) -> bool:
        """Whether the words were answered and say something else by now."""
        return self.is_bound and not same_words(self.cleared_words, self.paragraphs)

    @property
    def state(self) -> DutyState:
        if self.answer is Answer.NO:
            return DutyState.NOT_CLEARED
        if self.answer is Answer.YES:
            return DutyState.STALE if self.has_changed else DutyState.CLEARED
        return DutyState.ASKED if self.clearance else DutyState.NOT_ASKED

    @property
    def waits_for_the_office(self) -> bool:
        """Whether the next word is the office's: asked, or answered on words that have changed."""
        return self.clearance is not None and (
            self.state in (DutyState.ASKED, DutyState.STALE) or self.has_changed
        )

    @property
    def office(self) -> str:
        """The office that was asked, else the one that the council's list names."""
        return (self.clearance.office if self.clearance else "") or self.duty.office

    @property
    def digest(self) -> str:
        """A name for exactly the words that are covered now."""
        return digest_of(self.paragraphs)

    @property
    def last_words(self) -> tuple[str, ...]:
        """The words that were answered last, be it before somebody asked again."""
        answered = (each.words for each in reversed(self.earlier) if self._was_answered(each))
        return self.cleared_words or next(filter(None, answered), ())

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What was answered beside what stands there now; none where that is not held."""
        return difference(self.last_words, self.paragraphs) if self.last_words else ()

    def _was_answered(self, clearance: Clearance) -> bool:
        return given_answer(clearance, self.as_at) is not Answer.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class PaperStanding:
    """A paper and all its duties.

    `paper` is the fact that clearances point at, None while nobody has begun one; `layout` and
    `document` are None where no report format is held.
    """

    proposal: str
    authority: str
    format: str
    layout: Format | None
    document: Document | None
    paper: Paper | None
    deadline: Deadline
    as_at: date
    duties: tuple[DutyStanding, ...]
    headings: tuple[str, ...] = field(default=())

    @property
    def open_duties(self) -> tuple[DutyStanding, ...]:
        """The duties that are not cleared as the words stand."""
        return tuple(each for each in self.duties if each.state is not DutyState.CLEARED)

    @property
    def list_is_known(self) -> bool:
        """Whether it is held who must clear such a paper."""
        return self.layout is not None and bool(self.layout.clearances or self.layout.general)

    def duty(self, slug: str) -> DutyStanding | None:
        return next((each for each in self.duties if each.slug == slug), None)


def given_answer(clearance: Clearance, as_at: date) -> Answer:
    """The answer that counts on a day: none without an officer, and none that is silence."""
    later = clearance.answered_on is not None and clearance.answered_on > as_at
    if later or not (clearance.officer or "").strip() or rests_on_silence(clearance):
        return Answer.UNKNOWN
    return clearance.answer


def is_recorded(clearance: Clearance) -> bool:
    """Whether an answer was written down from a document.

    Whoever answers here is bound to words, but for a No where none stood there yet.
    """
    given_here = bool(clearance.words) or (
        clearance.answer is Answer.NO and None not in (clearance.asked_on, clearance.answered_on)
    )
    return bool(clearance.recorded_by) or not given_here


def rests_on_silence(clearance: Clearance) -> bool:
    """Whether a Yes leans on nobody's having answered."""
    return clearance.answer is Answer.YES and bool(_SILENCE.search(clearance.comment))


def whole_standing(
    *,
    proposal: str,
    authority: str,
    format_name: str,
    layout: Format | None,
    document: Document | None,
    annex: Document | None,
    paper: Paper | None,
    papers: frozenset[str],
    held: tuple[Clearance, ...],
    deadline: Deadline,
    as_at: date,
) -> PaperStanding:
    """A paper's duties: those of the council's list in its order, then whatever else was asked.

    `papers` are the facts of this paper, `paper` the latest; `held` its clearances.  Of several on
    one duty the latest stands.
    """
    headings = headings_of(document) if document else ()
    standings = []
    for each in of_duties(layout, held, headings):
        covers = each.duty.covers
        covered = words_covered(document, layout, covers, annex) if document else None
        standings.append(
            DutyStanding(
                duty=each.duty,
                slug=each.slug,
                clearance=each.latest,
                paragraphs=covered.paragraphs if covered else (),
                missing=covered.missing if covered else (),
                as_at=as_at,
                listed=each.listed,
                carried=each.latest is not None and each.latest.paper not in papers,
                earlier=each.clearances[:-1],
            )
        )
    return PaperStanding(
        proposal=proposal,
        authority=authority,
        format=format_name,
        layout=layout,
        document=document,
        paper=paper,
        deadline=deadline,
        as_at=as_at,
        duties=tuple(standings),
        headings=headings,
    )


def is_own_work(paper: Paper, officer: str) -> bool:
    """Whether an officer is the paper's author, a contact, or the one whose report it is."""
    return any(
        each and same_officer(officer, each)
        for each in (paper.author, *paper.contacts, paper.report_of)
    )
