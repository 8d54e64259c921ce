"""What of a programme is one council's own, and who may take it away."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from moothall.facts.fact import Fact, references
from moothall.facts.programme import Programme, keep_only
from moothall_web.facts.permissions import visible
from moothall_web.facts.queries import programme
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, Sight, capacities

TAKES_AWAY = (Role.PROGRAMME_MANAGER, Role.MONITORING_OFFICER, Role.IT)
"""The roles that take a copy of all that is their council's own."""


def may_take_away(
    held: Iterable[Capacity], authority: str, short_name: str, programme: str
) -> Refusal | Capacity:
    """The capacity in which somebody may take away what is a council's own, or why not."""
    for each in held:
        if (
            each.authority == authority
            and each.role in TAKES_AWAY
            and each.holds_in(programme, [authority])
        ):
            return each
    return Refusal(
        f"Only {short_name}'s programme manager, monitoring officer or council IT may take away "
        f"what is {short_name}'s own."
    )


@dataclass(frozen=True, slots=True)
class TakeAwayPage:
    """Of which councils somebody may take away what is their own (code → name).

    `refusal` says why of no other.
    """

    code: str
    name: str
    councils: dict[str, str]
    refusal: Refusal


def take_away_page(person: Person, code: str) -> TakeAwayPage | None:
    """Whose own somebody may take away from a programme; None where it is not theirs to see."""
    seen = programme(person, code)
    if seen is None:
        return None
    held = capacities(person)
    asked = {
        each: may_take_away(held, each.code, each.short_name, code) for each in seen.authorities
    }
    acts_for = {each.authority for each in held}
    refusals = [
        found
        for each, found in asked.items()
        if isinstance(found, Refusal) and each.code in acts_for
    ]
    return TakeAwayPage(
        code=code,
        name=seen.about.name,
        councils={
            each.code: each.short_name
            for each, found in asked.items()
            if not isinstance(found, Refusal)
        },
        refusal=[*refusals, NOT_OF_A_COUNCIL][0],
    )


NOT_OF_A_COUNCIL = Refusal(
    "Only a council of this programme takes away what is its own, by its programme manager, "
    "monitoring officer or council IT."
)


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """A council's own facts.

    `programme` holds them with all that they point at, so that it can be loaded by itself; `number`
    counts those that are its own.  `loose` are the own facts that point at something which the
    council may not see, or no longer: they cannot be loaded without it, and are not left behind.
    """

    programme: Programme
    number: int
    loose: tuple[tuple[str, Fact], ...]


def own_facts(whole: Programme, authority: str) -> OwnFacts:
    """All facts of a council's own, shared or not, exempt or not, and what they point at.

    Of what belongs to others only what the council sees comes along, and only where an own fact
    points at it.
    """
    seen = visible(whole, Sight(True, frozenset({authority}), frozenset()))
    assert seen is not None  # noqa: S101 - whoever is inside sees the programme
    facts = {(kind, fact.id): fact for kind, fact in seen.facts()}
    own = {(kind, fact.id): fact for kind, fact in whole.facts() if fact.owner == authority}
    wanted = _with_all_they_point_at(own, facts)
    kept, _ = keep_only(
        seen, {key: "neither its own nor pointed at" for key in facts if key not in wanted}
    )
    cited = {fact.source.document for _, fact in kept.facts()}
    documents = tuple(
        document
        for document in seen.documents
        if document.owner == authority or document.id in cited
    )
    loose = tuple((kind, fact) for (kind, key), fact in own.items() if (kind, key) not in facts)
    return OwnFacts(replace(kept, documents=documents), len(own), loose)


_Facts = dict[tuple[str, str], Fact]


def _with_all_they_point_at(own: _Facts, seen: _Facts) -> set[tuple[str, str]]:
    """Which of the facts seen are own ones or pointed at, by them or in turn."""
    found: set[tuple[str, str]] = set()
    ahead = list(own)
    while ahead:
        key = ahead.pop()
        fact = own.get(key) or seen.get(key)
        if fact is not None and key not in found:
            found.add(key)
            ahead += [(kind, target) for _, kind, target in references(fact)]
    return found & seen.keys()
