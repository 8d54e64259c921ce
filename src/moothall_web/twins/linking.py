"""What the page side by side shows of links: who has linked what, what is offered, what one may."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations

from moothall.facts.programme import Programme
from moothall.governance.resolutions.links import Link, links_of, others_to_link
from moothall.governance.resolutions.matters import Asked, Matter, Offer, Twins
from moothall_web.facts import models
from moothall_web.people.models import Person
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import capacities
from moothall_web.twins.permissions import KIND, may_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """One click: a link of an own recommendation with another's, made or undone.

    `version` is that of the own paper.
    """

    own: Asked
    other: Asked
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Two recommendations that are alike, and the click of each council for which one may link."""

    offer: Offer
    clicks: tuple[Click, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedBy:
    """A link of one council that the other has not made its own.

    `clicks` are those by which one links the other's too.
    """

    link: Link
    clicks: tuple[Click, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An own recommendation that stands alone, and what it could be linked with."""

    own: Asked
    version: int
    others: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """All of it for one proposal; `links` are everybody's, made by themselves or not agreed yet."""

    links: tuple[Link, ...]
    offered: tuple[Offered, ...]
    unanswered: tuple[LinkedBy, ...]
    choices: dict[str, Choice]
    undo: dict[str, tuple[Click, ...]]
    may: frozenset[str]

    def said_of(self, matter: Matter) -> tuple[str, ...]:
        """Who has linked what in a matter, and who has not said so."""
        places = {each.place for each in matter.asked}
        mine = [each for each in self.links if {each.by.place, each.to.place} <= places]
        said = []
        for each in mine:
            back = any(o.by.place == each.to.place and o.to.place == each.by.place for o in mine)
            if back:
                both = " and ".join(sorted((each.by.name, each.to.name)))
                said.append(f"Linked by {both}.")
            elif each.agreed:
                said.append(f"Linked by {each.by.name}.")
            else:
                said.append(
                    f"Linked by {each.by.name}. {each.to.name} is shown that, and has not linked "
                    "its own yet."
                )
        return tuple(dict.fromkeys(said))


def linking_of(person: Person, programme: Programme, strict: Twins, shown: Twins) -> Linking:
    """What somebody sees of links and may do about them.

    `strict` holds what each council's paper carries, `shown` also what the reader's own councils
    have linked.
    """
    held = capacities(person)
    parties = strict.proposal.parties
    may = frozenset(
        code for code in parties if not isinstance(may_link(held, code, programme), Refusal)
    )
    versions = _versions(programme.about.id, (paper.id for paper in strict.papers))
    links = links_of(strict)
    by_place = {each.place: each for each in _every(strict)}

    def clicks(one: Asked, other: Asked) -> tuple[Click, ...]:
        pairs = ((one, other), (other, one))
        return tuple(
            Click(own=by_place[a.place], other=by_place[b.place], version=versions[a.paper.id])
            for a, b in pairs
            if a.authority in may
        )

    unanswered = [
        each for each in links if not each.agreed and not _shown_together(each, shown.matters)
    ]
    told = {frozenset((each.by.place, each.to.place)) for each in unanswered}
    return Linking(
        links=links,
        offered=tuple(
            Offered(offer=each, clicks=clicks(each.first, each.second))
            for each in shown.offers
            if frozenset((each.first.place, each.second.place)) not in told
        ),
        unanswered=tuple(
            LinkedBy(
                link=each,
                clicks=tuple(
                    click for click in clicks(each.by, each.to) if click.own.place == each.to.place
                ),
            )
            for each in unanswered
        ),
        choices={
            one.place: Choice(own=one, version=versions[one.paper.id], others=others)
            for one in shown.alone
            if one.authority in may and (others := others_to_link(strict, by_place[one.place]))
        },
        undo={
            matter.matter: tuple(
                click
                for one, other in permutations(matter.asked, 2)
                for click in clicks(one, other)[: one.authority in may]
                if _is_linked(click.own, click.other)
            )
            for matter in shown.matters
        },
        may=may,
    )


def _is_linked(one: Asked, other: Asked) -> bool:
    """Whether the own paper itself says that the two are one matter."""
    mine = one.recommendation
    return bool(mine.matter) and (
        other.place in mine.linked_to or mine.matter == other.recommendation.matter
    )


def _shown_together(link: Link, matters: Iterable[Matter]) -> bool:
    places = {link.by.place, link.to.place}
    return any(places <= {each.place for each in matter.asked} for matter in matters)


def _every(twins: Twins) -> tuple[Asked, ...]:
    return (*(each for matter in twins.matters for each in matter.asked), *twins.alone)


def _versions(code: str, papers: Iterable[str]) -> dict[str, int]:
    rows = models.Fact.objects.filter(programme__code=code, kind=KIND, key__in=list(papers))
    return dict(rows.values_list("key", "version"))
