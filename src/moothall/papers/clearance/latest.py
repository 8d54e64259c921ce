"""The clearances of a paper by the duties that they answer: of each the latest, and those before.

A paper's own table shows the latest; what was asked and answered before it stays on record.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from moothall.documents.formats import ClearanceDuty, Format
from moothall.facts.decisions import Answer
from moothall.facts.papers import Clearance
from moothall.papers.clearance.words import as_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDuty:
    """One duty with all its clearances, the oldest first.

    `listed` says whether it stands in the council's own list.
    """

    duty: ClearanceDuty
    slug: str
    listed: bool
    clearances: tuple[Clearance, ...] = ()

    @property
    def latest(self) -> Clearance | None:
        return self.clearances[-1] if self.clearances else None


def of_duties(
    layout: Format | None, held: Iterable[Clearance], headings: tuple[str, ...] = ()
) -> tuple[OfDuty, ...]:
    """The council's own list in its order, then what was asked besides.

    `headings` are those of the paper, by which it is known what such an asking covers.
    """
    by_duty: dict[str, list[Clearance]] = {}
    duties: dict[str, ClearanceDuty] = {}
    for duty in layout.clearances if layout else ():
        duties[_free(slug_of(duty.area), duties)] = duty
    listed = set(duties)
    for clearance in sorted(held, key=_when):
        slug = next((s for s, d in duties.items() if _is_on(clearance, d)), None)
        if slug is None:
            slug = _free(slug_of(clearance.area), duties)
            duties[slug] = _asked_besides(clearance, headings)
        by_duty.setdefault(slug, []).append(clearance)
    return tuple(
        OfDuty(
            duty=duty,
            slug=slug,
            listed=slug in listed,
            clearances=tuple(by_duty.get(slug, ())),
        )
        for slug, duty in duties.items()
    )


def slug_of(area: str) -> str:
    """The part of a paper as it stands in an address: "Public Health" → public-health."""
    return "-".join(re.findall(r"[a-z0-9]+", area.casefold())) or "part"


def _is_on(clearance: Clearance, duty: ClearanceDuty) -> bool:
    return as_heading(clearance.area) == as_heading(duty.area) or (
        bool(clearance.question) and as_heading(clearance.question) == as_heading(duty.question)
    )


def _asked_besides(clearance: Clearance, headings: tuple[str, ...]) -> ClearanceDuty:
    """What somebody asked beyond the list: the heading of that name, or else the whole paper."""
    area = as_heading(clearance.area)
    return ClearanceDuty(
        area=clearance.area,
        question=clearance.question,
        office=clearance.office,
        covers=tuple(each for each in headings if as_heading(each) == area),
    )


def _when(clearance: Clearance) -> tuple[date, bool, int, str]:
    """The order of several on one duty: whoever is asked again on the day of an answer is later."""
    days = (clearance.answered_on, clearance.asked_on, clearance.known_on)
    is_open = clearance.answer is Answer.UNKNOWN
    return max(day for day in days if day), is_open, len(clearance.id), clearance.id


def _free(slug: str, taken: dict[str, ClearanceDuty]) -> str:
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
