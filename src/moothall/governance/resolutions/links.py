"""Links: one council's word that its recommendation and another council's are the same matter.

Each council owns its own paper.  Whoever links writes the matter into their own recommendation
alone, with the one that it was linked with: it holds at once for their own council, and is shown to
the other, who may link theirs too or leave it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from moothall.facts.papers import Paper, Recommendation
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.resolutions.matters import Asked, Twins, twins_of, word_for


class CannotLinkError(ValueError):
    """Two recommendations cannot be linked; the words say why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What council `by` has linked with the recommendation `to` of another.

    It is agreed where both carry the same matter.
    """

    by: Asked
    to: Asked

    @property
    def agreed(self) -> bool:
        return self.by.recommendation.matter == self.to.recommendation.matter

    @property
    def words(self) -> str:
        """Who has linked what, in a sentence."""
        return (
            f"{self.by.name} {self.by.recommendation.number} with {self.to.name} "
            f"{self.to.recommendation.number}: linked by {self.by.name}"
        )


def links_of(twins: Twins) -> tuple[Link, ...]:
    """Every link between the recommendations that stand side by side, council by council."""
    asked = (*(each for matter in twins.matters for each in matter.asked), *twins.alone)
    by_place = {each.place: each for each in asked}
    order = {paper.id: place for place, paper in enumerate(twins.papers)}
    found = [
        Link(by=one, to=other)
        for one in asked
        if one.recommendation.matter
        for place in one.recommendation.linked_to
        if (other := by_place.get(place)) is not None and other.authority != one.authority
    ]
    return tuple(sorted(found, key=lambda link: order[link.by.paper.id]))


def as_linked(programme: Programme, proposal: Proposal, own: Collection[str]) -> Programme:
    """The programme as these councils see it: what they have linked is linked.

    A counterpart that carries no matter carries theirs; one that carries another keeps it.
    """
    given: dict[str, str] = {}
    for link in links_of(twins_of(programme, proposal)):
        if link.by.authority in own and not link.to.recommendation.matter:
            given.setdefault(link.to.place, link.by.recommendation.matter)
    if not given:
        return programme
    return replace(
        programme, papers=tuple(_with_matters(paper, given) for paper in programme.papers)
    )


def _with_matters(paper: Paper, given: dict[str, str]) -> Paper:
    recommendations = tuple(
        replace(each, matter=given.get(f"{paper.id} {each.number}", each.matter))
        for each in paper.recommendations
    )
    return replace(paper, recommendations=recommendations)


def linked(twins: Twins, own: str, other: str) -> Paper:
    """The paper of the one place with its recommendation linked to that of the other place.

    A place is a paper and a number ("cabinet-june 2").  Raises CannotLinkError.
    """
    one, to = _asked(twins, own), _asked(twins, other)
    mine, theirs = one.recommendation, to.recommendation
    if one.authority == to.authority:
        raise CannotLinkError(f"Both are {one.name}'s own: link one council's with another's.")
    if mine.matter and theirs.matter and mine.matter != theirs.matter:
        raise CannotLinkError(
            f"{one.name} {mine.number} is linked as “{mine.matter}” and {to.name} "
            f"{theirs.number} as “{theirs.matter}”. Undo one of those links first."
        )
    if to.place in mine.linked_to:
        return one.paper
    twin_of = _already(twins, one, to)
    if twin_of is not None:
        raise CannotLinkError(
            f"{twin_of.name} {twin_of.recommendation.number} is linked with it already. Undo that "
            "link first."
        )
    matter = theirs.matter or mine.matter or _new_word(twins, one)
    return _with(one, replace(mine, matter=matter, linked_to=(*mine.linked_to, to.place)))


def unlinked(twins: Twins, own: str, other: str) -> Paper:
    """The paper of the one place with its link to the other place undone.

    The matter goes with it, unless a third council's recommendation still carries it and the
    other's does not.  Raises CannotLinkError.
    """
    one, to = _asked(twins, own), _asked(twins, other)
    mine = one.recommendation
    matter = mine.matter
    left = tuple(each for each in mine.linked_to if each != to.place)
    same = {
        each.authority
        for held in twins.matters
        if held.matter == matter
        for each in held.asked
        if each.authority != one.authority
    }
    keeps = bool(matter) and to.recommendation.matter != matter and bool(same)
    return _with(one, replace(mine, matter=matter if keeps else "", linked_to=left))


def others_to_link(twins: Twins, one: Asked) -> tuple[Asked, ...]:
    """The recommendations of other councils that one could be linked with."""
    return tuple(
        each for each in _every(twins) if each.authority != one.authority and _can(twins, one, each)
    )


def _can(twins: Twins, one: Asked, other: Asked) -> bool:
    try:
        return linked(twins, one.place, other.place) is not one.paper
    except CannotLinkError:
        return False


def _every(twins: Twins) -> Iterator[Asked]:
    for matter in twins.matters:
        yield from matter.asked
    yield from twins.alone


def _asked(twins: Twins, place: str) -> Asked:
    found = [each for each in _every(twins) if each.place == place]
    if not found:
        raise CannotLinkError(
            "One of the two recommendations does not stand in the latest papers any more. Look at "
            "what stands there now."
        )
    if len(found) > 1:
        raise CannotLinkError(
            f"{found[0].name}'s paper has {len(found)} recommendations numbered "
            f"“{found[0].recommendation.number}”. Give each a number of its own first."
        )
    return found[0]


def _already(twins: Twins, one: Asked, other: Asked) -> Asked | None:
    """What of the own council carries the other's matter already."""
    matter = other.recommendation.matter
    return next(
        (
            each
            for each in _every(twins)
            if matter
            and each.authority == one.authority
            and each.place != one.place
            and each.recommendation.matter == matter
        ),
        None,
    )


def _new_word(twins: Twins, one: Asked) -> str:
    taken = {matter.matter for matter in twins.matters}
    word, number = word_for(one), 1
    while word in taken:
        number += 1
        word = f"{word_for(one)}-{number}"
    return word


def _with(one: Asked, recommendation: Recommendation) -> Paper:
    return replace(
        one.paper,
        recommendations=tuple(
            recommendation if each == one.recommendation else each
            for each in one.paper.recommendations
        ),
    )
