"""What the pages of clearances show.

A council's clearances are for its own people: the words are those of the paper as the council
itself sees it, so that everybody there looks at the same ones, and no other council at any.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils import timezone

from moothall.appraisal.options import options_of
from moothall.facts.authority import Authority
from moothall.facts.programme import Programme, known_by
from moothall.files.law import read_law
from moothall.finance.savings import savings_of
from moothall.governance.timetable import routes_of
from moothall.papers.clearance.rules import findings_on
from moothall.papers.clearance.standing import PaperStanding
from moothall.papers.clearance.standings import (
    Workings,
    formats_to_clear,
    standing_of,
    standings_of,
)
from moothall_web.cases.findings import by_severity
from moothall_web.clearances.pages import DeskPage, PaperPage
from moothall_web.clearances.parts import PaperPart, Part, due_on
from moothall_web.clearances.permissions import KIND, may_answer, may_ask
from moothall_web.facts import models
from moothall_web.facts import queries as facts
from moothall_web.facts.frozen import seen
from moothall_web.facts.permissions import CHANGES
from moothall_web.people.models import Acting, Person
from moothall_web.people.offices import roles_for
from moothall_web.people.queries import Capacity, Sight, acting_on, capacities, sight


def desk_page(person: Person, code: str, as_at: date) -> DeskPage | None:
    """The clearances of a programme; None where the person sees no such programme."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    row = models.Programme.objects.get(code=code)
    held = capacities(person)
    own = _own_councils(person, programme)
    papers: list[PaperPart] = []
    for authority in own:
        workings = workings_of(row, authority.code, as_at)
        papers += [
            _paper_part(person, held, workings, each)
            for each in _in_brief(_Same(workings), authority.code)
        ]
    return DeskPage(
        programme=programme,
        as_at=as_at,
        councils=own,
        papers=tuple(sorted(papers, key=lambda each: (due_on(each.paper), each.proposal.name))),
    )


def paper_page(
    person: Person, code: str, proposal_id: str, authority: str, format_name: str, as_at: date
) -> PaperPage | None:
    """One paper's clearances; None where there is none that is the person's own council's."""
    programme = facts.programme(person, code)
    if programme is None:
        return None
    if authority not in {each.code for each in _own_councils(person, programme)}:
        return None
    workings = workings_of(models.Programme.objects.get(code=code), authority, as_at)
    return page_of(person, workings, proposal_id, authority, format_name)


def page_of(
    person: Person, workings: Workings, proposal_id: str, authority: str, format_name: str
) -> PaperPage | None:
    """The same, from what was worked out."""
    known = workings.programme
    proposal = next((each for each in known.proposals if each.id == proposal_id), None)
    if proposal is None or authority not in proposal.parties:
        return None
    council = known.authority(authority)
    standing = standing_of(workings, proposal, council, format_name)
    if standing is None:
        return None
    held = capacities(person)
    titles = {each.name: each.title for each in known.formats}
    return PaperPage(
        programme=known,
        part=_paper_part(person, held, workings, standing),
        asks=may_ask(person, held, known, council, standing.paper),
        findings=by_severity(findings_on(workings, (standing,))),
        names={each.code: each.short_name for each in known.authorities},
        formats=tuple(
            (name, titles.get(name, name))
            for name in formats_to_clear(workings, proposal, council)
            if name != standing.format
        ),
    )


def waiting_for(person: Person, as_at: date) -> tuple[Part, ...]:
    """What waits for somebody's answer, over all their programmes."""
    pages = (desk_page(person, each.about.id, as_at) for each in facts.programmes(person))
    return tuple(part for page in pages if page is not None for part in page.waiting)


def workings_of(row: models.Programme, authority: str, as_at: date) -> Workings:
    """A programme as a council itself sees it, worked out as at a day.

    To be asked only for somebody who acts for that council.
    """
    own = Sight(inside=True, councils=frozenset({authority}), granted=frozenset())
    programme = seen(row, own)
    assert programme is not None  # noqa: S101 - whoever is inside sees the programme
    return _workings(_Same(programme), as_at)


def words_all_see(part: Part) -> tuple[str, ...]:
    """The words of a part as every council of the programme sees them: without what is unshared."""
    everybody = Sight(inside=True, councils=frozenset(), granted=frozenset())
    programme = seen(models.Programme.objects.get(code=part.code), everybody)
    assert programme is not None  # noqa: S101 - whoever is inside sees the programme
    workings = _workings(_Same(programme), part.paper.as_at)
    known = workings.programme
    for proposal in known.proposals:
        if proposal.id == part.proposal.id:
            authority = known.authority(part.authority.code)
            standing = standing_of(workings, proposal, authority, part.paper.format)
            duty = standing.duty(part.duty.slug) if standing else None
            return duty.paragraphs if duty else ()
    return ()


def people_to_ask(code: str, authority: str, office: str) -> tuple[str, ...]:
    """Whom of a council one may ask by name for an office; nobody who shares a name with another.

    Without an office: whoever can be asked for any.
    """
    roles = roles_for(office) or CHANGES[KIND]
    acting = Acting.objects.filter(
        acting_on(timezone.localdate()),
        authority=authority,
        programme__in=["", code],
        role__in=roles,
    )
    found = Person.objects.filter(is_active=True, acting__in=acting).distinct()
    names = Counter(found.values_list("name", flat=True))
    return tuple(sorted(name for name, number in names.items() if number == 1))


class _Same:
    """An object as a name to keep things by: the same one, not one that looks the same."""

    __slots__ = ("held",)

    def __init__(self, held: object) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.held is self.held

    def __hash__(self) -> int:
        return id(self.held)


@lru_cache(maxsize=8)
def _workings(same: _Same, as_at: date) -> Workings:
    assert isinstance(same.held, Programme)  # noqa: S101 - as it is called above
    known, _ = known_by(same.held, as_at)
    law = read_law()
    return Workings(
        programme=known,
        law=law,
        options=options_of(known),
        savings=savings_of(known),
        routes=routes_of(known, law, as_at),
        as_at=as_at,
    )


@lru_cache(maxsize=8)
def _in_brief(same: _Same, authority: str) -> tuple[PaperStanding, ...]:
    """A council's papers, kept from one page to the next: writing them takes longest."""
    assert isinstance(same.held, Workings)  # noqa: S101 - as it is called above
    return tuple(standings_of(same.held, (authority,)))


def _own_councils(person: Person, programme: Programme) -> tuple[Authority, ...]:
    about = programme.about
    councils = sight(person, about.id, about.authorities).councils
    return tuple(each for each in programme.authorities if each.code in councils)


def _paper_part(
    person: Person, held: Iterable[Capacity], workings: Workings, standing: PaperStanding
) -> PaperPart:
    known, held = workings.programme, tuple(held)
    proposal = known.proposal(standing.proposal)
    authority = known.authority(standing.authority)
    asks = may_ask(person, held, known, authority, standing.paper)
    layout = standing.layout
    return PaperPart(
        name=layout.title if layout else standing.format,
        proposal=proposal,
        authority=authority,
        paper=standing,
        parts=tuple(
            Part(
                code=known.about.id,
                proposal=proposal,
                authority=authority,
                paper=standing,
                duty=duty,
                asks=asks,
                answers=may_answer(person, held, known, authority, duty),
            )
            for duty in standing.duties
        ),
    )
