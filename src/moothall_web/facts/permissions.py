"""Who sees and who changes which facts."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from moothall.facts.fact import PROGRAMME
from moothall.facts.programme import KINDS, Programme, keep_only, without_loose_ends
from moothall_web.people.models import Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity, Sight

_MONEY = frozenset({Role.FINANCE_OFFICER, Role.SECTION_151_OFFICER})
_DECIDING = frozenset({Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER, Role.LEGAL})
_STEERING = frozenset({Role.PROGRAMME_MANAGER, Role.WORKSTREAM_LEAD})
_WRITING = frozenset({Role.REPORT_AUTHOR})

CHANGES: dict[str, frozenset[Role]] = {
    **dict.fromkeys(KINDS, _STEERING),
    **dict.fromkeys(
        (
            "budgets",
            "money_statements",
            "savings",
            "baseline_lines",
            "splits",
            "coalition_costs",
            "ledger_entries",
            "exit_terms",
            "employer_rates",
            "forum_items",
        ),
        _MONEY,
    ),
    "baseline_signatures": frozenset({Role.SECTION_151_OFFICER}),
    **dict.fromkeys(
        (
            "meetings",
            "steps",
            "key_decision_tests",
            "notices",
            "decisions",
            "conditions",
            "agreements",
        ),
        _DECIDING | _STEERING,
    ),
    **dict.fromkeys(
        ("papers", "implications", "comments", "minutes", "abbreviations", "undertakings"),
        _DECIDING | _STEERING | _WRITING,
    ),
    **dict.fromkeys(("passages", "options", "benefits"), _STEERING | _WRITING),
    "passages": _STEERING | _WRITING | _MONEY,
    "clearances": _DECIDING | _STEERING | _WRITING | _MONEY | {Role.HR, Role.EQUALITY_LEAD},
    "overrides": frozenset({Role.MONITORING_OFFICER}),
    "workforce_changes": _STEERING | {Role.HR},
    "posts": _STEERING | _MONEY | {Role.HR},
    "equality_assessments": _STEERING | {Role.EQUALITY_LEAD},
    "exercises": _STEERING | {Role.EQUALITY_LEAD, Role.HR},
    "surveys": _STEERING | {Role.EQUALITY_LEAD, Role.HR},
    "documents": _STEERING | _DECIDING | _WRITING,
    "authorities": frozenset({Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES}),
    "about": frozenset({Role.PROGRAMME_MANAGER}),
}
"""The roles that change each kind, of their own council's facts or of the programme's."""


def may_change(
    held: Iterable[Capacity], kind: str, owner: str, programme: Programme
) -> Refusal | Capacity:
    """The capacity in which somebody may change a fact of this kind and owner, or why not.

    A council's facts are changed by its own people, whatever else anybody may do; the programme's
    by those of any of its councils.
    """
    authorities = programme.about.authorities
    roles = CHANGES[kind]
    able = [
        each
        for each in held
        if each.role in roles and each.holds_in(programme.about.id, authorities)
    ]
    for each in able:
        if each.authority == owner or (owner == PROGRAMME and each.authority in authorities):
            return each
    named = sorted(role.label for role in roles)
    who = f"{', '.join(named[:-1])} or {named[-1]}" if len(named) > 1 else named[0]
    if owner == PROGRAMME:
        return Refusal(f"Only a {who} of one of the programme's councils may change this.")
    name = next((each.short_name for each in programme.authorities if each.code == owner), owner)
    return Refusal(f"This is {name}'s own. Only {name}'s {who} may change it.")


def may_share(
    held: Iterable[Capacity], kind: str, owner: str, programme: Programme
) -> Refusal | Capacity:
    """The capacity in which somebody may share such a fact, or withdraw it, or why not."""
    if kind not in KINDS:
        return Refusal(
            "This is not shared by itself: it is seen with the facts that it belongs to."
        )
    if owner == PROGRAMME:
        return Refusal("This is the programme's: all its councils see it, and nobody withdraws it.")
    return may_change(held, kind, owner, programme)


def visible(programme: Programme, sight: Sight) -> Programme | None:
    """What somebody with this sight sees of a programme; None if it is not theirs.

    What points at a fact withheld goes with it, and so does a document of another authority that
    nothing visible is taken from: its title alone may tell.
    """
    if not sight.inside:
        return None
    kept, _ = keep_only(
        programme,
        {
            (kind, fact.id): f"{fact.owner} has not shared it"
            for kind, fact in programme.facts()
            if not sees(sight, kind, fact)
        },
    )
    kept = without_loose_ends(kept)
    own = sight.councils if sight.auditor_only else sight.councils | {PROGRAMME}
    cited = {fact.source.document for _, fact in kept.facts()}
    documents = tuple(
        document
        for document in programme.documents
        if document.owner in own or document.id in cited
    )
    return replace(kept, documents=documents, places={})


class Owned(Protocol):
    """A fact, or the row of one: whose it is, and whether it is shared."""

    @property
    def owner(self) -> str: ...

    @property
    def shared(self) -> bool: ...


def sees(sight: Sight, kind: str, fact: Owned) -> bool:
    """Whether somebody with this sight sees one fact."""
    if not sight.inside:
        return False
    if fact.owner in sight.councils:
        return True
    if {(fact.owner, kind), (fact.owner, "*")} & sight.granted:
        return True
    if sight.auditor_only:
        return fact.owner == PROGRAMME and bool(sight.granted)
    return fact.shared or fact.owner == PROGRAMME
