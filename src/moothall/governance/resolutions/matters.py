"""Matters: what several councils are asked alike, from the latest paper of each.

Recommendations that carry the same `matter` are twins.  Those that carry none are never linked by
us; where their words are alike, the link is offered.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from moothall.facts.bodies import Body, Power
from moothall.facts.papers import Paper, Recommendation
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.governance.resolutions.wording import likeness, words_of_both

_MOST_WORDS = 6
_ALIKE = 0.5
"""From this likeness on a link is offered."""
_ASKS_FOR_NOTHING = """
and any comment comments consider discuss give note observations observe on receive reports request
review scrutinise the welcome
"""
_TAKES_NO_EFFECT = frozenset(_ASKS_FOR_NOTHING.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One recommendation of one council's paper; `decides` whether its body may approve it."""

    authority: str
    name: str
    body: str
    decides: bool
    paper: Paper
    recommendation: Recommendation

    @property
    def words(self) -> str:
        return f"{self.recommendation.verb} {self.recommendation.text}".strip()

    @property
    def takes_effect(self) -> bool:
        """Whether something is in force once it is passed: noting and commenting are not."""
        return takes_effect(self.recommendation.verb)

    @property
    def place(self) -> str:
        """Which recommendation of which paper it is, as one path."""
        return f"{self.paper.id} {self.recommendation.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What councils are asked alike; `missing` are those whose latest paper does not ask it."""

    matter: str
    asked: tuple[Asked, ...]
    missing: tuple[str, ...] = ()

    @property
    def takes_effect(self) -> bool:
        return any(each.takes_effect for each in self.asked)

    def of(self, authority: str) -> Asked | None:
        return next((each for each in self.asked if each.authority == authority), None)

    @property
    def words(self) -> str:
        """What it is called for a reader: the words of the first council that is asked it."""
        return self.asked[0].words


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Two recommendations whose words are alike and that nobody has linked.

    `matter` is the word that would link them: that of the one which carries one already.
    """

    first: Asked
    second: Asked
    likeness: float
    matter: str

    @property
    def percent(self) -> int:
        return round(self.likeness * 100)

    @property
    def reason(self) -> str:
        """Why it is offered: how alike the words are, and which of them both papers say."""
        both = words_of_both(self.first.words, self.second.words)
        said = ", ".join(f"“{word}”" for word in both[:_MOST_WORDS])
        more = " and more" if len(both) > _MOST_WORDS else ""
        return f"{self.percent}% alike: both say {said}{more}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """The recommendations on one proposal, council by council.

    `papers` are each council's latest one, to a body that decides where there is one; `without`
    are the parties of which no paper with recommendations is held.
    """

    proposal: Proposal
    papers: tuple[Paper, ...]
    matters: tuple[Matter, ...]
    alone: tuple[Asked, ...]
    offers: tuple[Offer, ...]
    without: tuple[str, ...]


def twins_of(programme: Programme, proposal: Proposal) -> Twins:
    """Put the recommendations of each party's latest paper side by side."""
    papers = [
        paper
        for code in proposal.parties
        if (paper := latest_paper(programme, proposal.id, code)) is not None
    ]
    return _twins(programme, proposal, papers)


def latest_paper(programme: Programme, proposal: str, authority: str) -> Paper | None:
    """A council's latest paper with recommendations, to a body that decides where there is one."""
    bodies = {body.id: body for body in programme.bodies}
    own = [
        paper
        for paper in programme.papers
        if (paper.proposal, paper.authority) == (proposal, authority) and paper.recommendations
    ]
    return max(
        own,
        key=lambda paper: (
            _decides(bodies.get(paper.body)),
            paper.dated.latest,
            paper.known_on,
            paper.id,
        ),
        default=None,
    )


def takes_effect(verb: str) -> bool:
    """Whether a recommendation with this verb asks for something to come into force.

    >>> takes_effect("approve"), takes_effect("note and comment")
    (True, False)
    """
    words = re.findall(r"[a-z-]+", verb.casefold())
    return bool(words) and not _TAKES_NO_EFFECT.issuperset(words)


def _decides(body: Body | None) -> bool:
    return body is not None and body.power is Power.DECIDES


def _twins(programme: Programme, proposal: Proposal, papers: list[Paper]) -> Twins:
    bodies = {body.id: body for body in programme.bodies}
    asked = [
        Asked(
            authority=paper.authority,
            name=programme.authority(paper.authority).short_name,
            body=programme.body(paper.body).name,
            decides=_decides(bodies.get(paper.body)),
            paper=paper,
            recommendation=recommendation,
        )
        for paper in papers
        for recommendation in paper.recommendations
    ]
    by_matter: dict[str, list[Asked]] = {}
    for each in asked:
        if each.recommendation.matter:
            by_matter.setdefault(each.recommendation.matter, []).append(each)
    matters = tuple(
        Matter(
            matter=matter,
            asked=tuple(held),
            missing=tuple(
                code for code in proposal.parties if all(each.authority != code for each in held)
            ),
        )
        for matter, held in by_matter.items()
    )
    unlinked = tuple(each for each in asked if not each.recommendation.matter)
    return Twins(
        proposal=proposal,
        papers=tuple(papers),
        matters=matters,
        alone=unlinked,
        offers=tuple(_offers(unlinked, matters)),
        without=tuple(
            code for code in proposal.parties if all(paper.authority != code for paper in papers)
        ),
    )


def _offers(unlinked: tuple[Asked, ...], matters: tuple[Matter, ...]) -> Iterable[Offer]:
    """The likest pairs first, each recommendation once for each other council."""
    pairs: list[tuple[float, Asked, Asked]] = [
        (likeness(one.words, other.words), one, other)
        for one, other in combinations(unlinked, 2)
        if one.authority != other.authority
    ]
    for matter, one in product(matters, unlinked):
        if one.authority in matter.missing:
            pairs += [
                (likeness(held.words, one.words), held, one)
                for held in matter.asked
                if held.authority != one.authority
            ]
    taken: set[tuple[str, str]] = set()
    for alike, one, other in sorted(pairs, key=lambda pair: -pair[0]):
        keys = {(one.place, other.authority), (other.place, one.authority)}
        if alike < _ALIKE or keys & taken:
            continue
        taken |= keys
        yield Offer(
            first=one,
            second=other,
            likeness=alike,
            matter=one.recommendation.matter or word_for(one),
        )


def word_for(one: Asked) -> str:
    """One word for a matter, made from what is asked."""
    words = re.findall(r"[a-z0-9]+", one.words.casefold())
    telling = [word for word in words if len(word) > 2 and word not in ("the", "and", "for")]
    return "-".join(telling[:4]) or "matter"
