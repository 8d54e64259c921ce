"""Who may ask for a clearance, and who may give one: nobody for somebody else."""

from collections.abc import Iterable

from moothall.facts.authority import Authority
from moothall.facts.papers import Paper
from moothall.facts.programme import Programme
from moothall.papers.clearance.officers import same_officer
from moothall.papers.clearance.standing import DutyStanding
from moothall_web.facts.permissions import CHANGES
from moothall_web.people.councils import listed
from moothall_web.people.models import Person, Role
from moothall_web.people.offices import roles_for
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import Capacity

KIND = "clearances"
ASKS = frozenset({Role.REPORT_AUTHOR, Role.DEMOCRATIC_SERVICES})
"""The roles that ask for clearances of their own council's papers, beside a paper's author."""


def held_in(held: Iterable[Capacity], programme: Programme, authority: str) -> list[Capacity]:
    """In which capacities somebody acts for a council in a programme."""
    about = programme.about
    return [
        each
        for each in held
        if each.authority == authority and each.holds_in(about.id, about.authorities)
    ]


def may_ask(
    person: Person,
    held: Iterable[Capacity],
    programme: Programme,
    authority: Authority,
    paper: Paper | None,
) -> Refusal | Capacity:
    """The capacity in which somebody may ask for clearances of a paper, or why not."""
    own = held_in(held, programme, authority.code)
    for each in own:
        if each.role in ASKS:
            return each
    if paper is not None and paper.author and same_officer(paper.author, person.name):
        for each in own:
            if each.role in CHANGES[KIND]:
                return each
    return Refusal(
        f"Only the author of {authority.short_name}'s paper, its report author or its democratic "
        "services officer may ask for a clearance."
    )


def may_answer(
    person: Person,
    held: Iterable[Capacity],
    programme: Programme,
    authority: Authority,
    duty: DutyStanding,
) -> Refusal | Capacity:
    """The capacity in which somebody may answer for the office that was asked, or why not.

    A role that is fit for the office answers; where none is known, whoever was asked by name.
    """
    own = held_in(held, programme, authority.code)
    office, roles = duty.office, roles_for(duty.office)
    if roles:
        for each in own:
            if each.role in roles:
                return each
        who = listed([role.label for role in Role if role in roles], "or")
        return Refusal(f"Only {authority.short_name}'s {who} may answer for {office}.")
    asked_of = duty.clearance.asked_of if duty.clearance else ""
    if not asked_of:
        return Refusal(
            f"Which role answers for {office or 'this office'} is not known, and nobody was asked "
            "by name: ask somebody first."
        )
    if asked_of == person.name:
        for each in own:
            if each.role in CHANGES[KIND]:
                return each
    return Refusal(f"{asked_of} was asked for {office or 'this office'}; nobody else may answer.")


def may_be_asked(role: Role, office: str) -> bool:
    """Whether somebody in a role can be asked for an office."""
    return role in (roles_for(office) or CHANGES[KIND])
