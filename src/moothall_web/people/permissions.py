"""Refusals, and who may change whom: a value that says why not, or None."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from moothall.facts.fact import PROGRAMME
from moothall_web.people.councils import Register, listed
from moothall_web.people.models import Acting, Person, Role
from moothall_web.people.queries import Capacity, capacities


@dataclass(frozen=True, slots=True)
class Refusal:
    """This person may not, or not now; `words` say why, and who may."""

    words: str

    def __str__(self) -> str:
        return self.words


class RefusedError(Exception):
    """An action was asked of somebody who may not; it is shown as a page that says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.words)
        self.refusal = refusal


ADMITS = frozenset({Role.IT, Role.MONITORING_OFFICER, Role.PROGRAMME_MANAGER})
"""The roles that say who acts for their own council."""

GRANTS = frozenset({Role.MONITORING_OFFICER, Role.SECTION_151_OFFICER, Role.PROGRAMME_MANAGER})
"""The roles that say what an auditor may read of their own council's."""


def may_admit(person: Person, authority: str, short_name: str) -> Refusal | Capacity:
    """The capacity in which the person may say who acts for an authority, or why not."""
    return _may_admit(capacities(person), authority, short_name)


def may_admit_to(
    held: Iterable[Capacity], authority: str, programme: str, register: Register
) -> Refusal | Capacity:
    """The same, of an authority or (of its board members) of a programme."""
    if authority != PROGRAMME:
        return _may_admit(held, authority, register.name(authority))
    partners = register.programme(programme)
    codes = partners.authorities if partners else ()
    for each in held:
        manages = each.role == Role.PROGRAMME_MANAGER and each.authority in codes
        if manages and each.holds_in(programme, codes):
            return each
    return Refusal(
        "Only a programme manager of one of the programme's councils may say who else sits on its "
        "board."
    )


def may_grant(
    held: Iterable[Capacity], authority: str, programme: str, register: Register
) -> Refusal | Capacity:
    """The capacity in which somebody may let an auditor read what is an authority's own."""
    for each in held:
        grants = each.authority == authority and each.role in GRANTS
        if grants and each.programme in ("", programme):
            return each
    name, who = register.name(authority), listed((role.label for role in _in_order(GRANTS)), "or")
    return Refusal(f"Only {name}'s {who} may say what an auditor reads of {name}'s own.")


def admits_oneself(by: Person, who: Person) -> Refusal | None:
    """Nobody gives themselves a role, least of all in another council."""
    if by.pk != who.pk:
        return None
    return Refusal(
        "Nobody says for themselves in which role they act. Ask somebody else who may say who acts "
        "for this council."
    )


def audits_and_acts(who: Person, role: Role) -> Refusal | None:
    """An auditor changes nothing anywhere, so an auditor acts in no other role."""
    held = who.acting.exclude(until__lte=timezone.localdate())
    if role == Role.AUDITOR:
        if not held.exclude(role=Role.AUDITOR).exists():
            return None
        return Refusal(
            f"{who.name} acts in another role. An auditor changes nothing anywhere and so acts in "
            "no other role: end the other roles first."
        )
    if not held.filter(role=Role.AUDITOR).exists():
        return None
    return Refusal(
        f"{who.name} is an auditor. An auditor changes nothing anywhere and so acts in no other "
        "role."
    )


def leaves_nobody_to_admit(going: Iterable[Acting], staying: Iterable[Acting]) -> bool:
    """Whether the last person who says who acts for a council would go without a successor.

    `staying` are the actings that still hold when those that are `going` have ended.
    """
    return any(_admits(each) for each in going) and not any(_admits(each) for each in staying)


def last_who_admits(who: Person, name: str) -> Refusal:
    """Said to whoever would leave a council without anybody who says who acts for it."""
    roles = listed((role.label for role in _in_order(ADMITS)), "or")
    return Refusal(
        f"{who.name} is the last person who may say who acts for {name}. Admit a successor as "
        f"{roles} of {name} first, or hand over."
    )


def _may_admit(held: Iterable[Capacity], authority: str, short_name: str) -> Refusal | Capacity:
    for each in held:
        if each.authority == authority and each.role in ADMITS and not each.programme:
            return each
    return Refusal(
        f"Only {short_name}'s programme manager, monitoring officer or council IT may say who acts "
        f"for {short_name}."
    )


def _admits(acting: Acting) -> bool:
    """A cover ends by itself, so it makes nobody's successor."""
    return Role(acting.role) in ADMITS and not acting.programme and acting.covers_id is None


def _in_order(roles: Iterable[Role]) -> list[Role]:
    return [role for role in Role if role in roles]


def may_open(who: Person, authority: str, register: Register) -> Refusal | None:
    """Why a council may not make a link that opens somebody's sign-in.

    A link is as good as a password, and a password opens all councils that somebody acts for.
    """
    if who.demonstration:
        return Refusal("A demonstration sign-in has the password of the demonstration.")
    if who.tenant:
        return Refusal(
            f"{who.name} signs in by their council's own sign-in, and so has no password here."
        )
    others = who.acting.exclude(authority=authority).exclude(until__lte=timezone.localdate())
    if not others.exists():
        return None
    return Refusal(
        f"{who.name} also acts for another council, so {register.name(authority)} alone may not "
        "open this sign-in. Whoever runs this site sets a new password with "
        "`moothall manage changepassword`."
    )


def must_be_able_to_admit(
    person: Person, authority: str, programme: str, register: Register
) -> None:
    """Raise RefusedError unless the person may say who acts here."""
    answer = may_admit_to(capacities(person), authority, programme, register)
    if isinstance(answer, Refusal):
        raise RefusedError(answer)


def must_be_able_to_grant(person: Person, authority: str, register: Register) -> None:
    """Raise RefusedError unless the person may grant in any programme of an authority."""
    held = capacities(person)
    answers = [
        may_grant(held, authority, each.code, register)
        for each in register.programmes_of(authority)
    ] or [may_grant(held, authority, "", register)]
    refusals = [each for each in answers if isinstance(each, Refusal)]
    if len(refusals) == len(answers):
        raise RefusedError(refusals[0])
