"""Somebody comes in by their council's own sign-in: their groups there say in which roles they act.

The directory is asked for its own council only.  What it gives is kept apart from what was given by
hand: it ends when the group is taken away there, and what was given by hand stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.text import slugify

from moothall_web.people.actions.acting import entry
from moothall_web.people.actions.leaving import end_now
from moothall_web.people.councils import Register, listed, register
from moothall_web.people.facts import in_words, not_ended, plain
from moothall_web.people.models import Acting, Left, Person, Role
from moothall_web.people.permissions import Refusal, audits_and_acts
from moothall_web.records.actions import Entry
from moothall_web.records.recorded import Pen, recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What a directory says of somebody: roles for its own council, with the group of each.

    `tenant` is the directory's id here, `login` what they are called there before any @.
    """

    tenant: str
    authority: str
    name: str
    login: str
    roles: Mapping[Role, str]


def turned_away(person: Person | None, authority: str) -> Refusal | None:
    """Why somebody whom the directory lets in is not let in here."""
    if person is None:
        return None
    name = register().name(authority)
    if not person.is_active or Left.objects.filter(person=person, authority=authority).exists():
        return Refusal(
            f"It is recorded here that you have left {name}. If that is wrong, ask {name}'s "
            "programme manager, monitoring officer or council IT to admit you again."
        )
    return None


def arrive(person: Person | None, arrival: Arrival) -> Person:
    """The person, made where they are new, acting in the roles that their groups give today."""
    held_now, today = register(), timezone.localdate()
    with recorded() as pen:
        if person is None:
            person = _newcomer(arrival)
            pen.record(
                Entry(
                    who=person.pk,
                    for_whom=arrival.authority,
                    owner=arrival.authority,
                    shared=False,
                    verb="came by single sign-on",
                    subject=f"person/{person.username}",
                    summary=f"{person.name} came for the first time by the sign-in of "
                    f"{held_now.name(arrival.authority)}, as {person.username}.",
                )
            )
        _take_away(pen, person, arrival, held_now, today)
        _give(pen, person, arrival, held_now, today)
    return person


def _newcomer(arrival: Arrival) -> Person:
    person = Person(username=_free_name(arrival), name=arrival.name[:200], tenant=arrival.tenant)
    person.set_unusable_password()
    person.save()
    return person


def _free_name(arrival: Arrival) -> str:
    parts = arrival.login.partition("@")[0].split(".")
    base = ".".join(filter(None, map(slugify, parts)))[:100].strip("._-") or arrival.tenant
    for tried in (base, f"{base}-{arrival.tenant}"):
        if not Person.objects.filter(username__iexact=tried).exists():
            return tried
    number = 2
    while Person.objects.filter(username__iexact=f"{base}-{arrival.tenant}-{number}").exists():
        number += 1
    return f"{base}-{arrival.tenant}-{number}"


def _take_away(pen: Pen, person: Person, arrival: Arrival, held_now: Register, today: date) -> None:
    """End what this directory once gave and gives no more, for whichever council it was."""
    for acting in _from_groups(person, arrival.tenant, today):
        if acting.authority == arrival.authority and acting.role in arrival.roles:
            continue
        before = plain(acting)
        pen.record(
            entry(
                None,
                None,
                acting,
                "ended a role",
                summary=f"{person.name} no longer acts as {in_words(acting, held_now)}: no group "
                "of the council's own sign-in gives it any more.",
                before=before,
                after={**before, "until": today.isoformat()},
            )
        )
        end_now(pen, acting, today, held_now)


def _give(pen: Pen, person: Person, arrival: Arrival, held_now: Register, today: date) -> None:
    has = {
        acting.role
        for acting in _from_groups(person, arrival.tenant, today)
        if acting.authority == arrival.authority
    }
    for role, group in arrival.roles.items():
        if role.value in has:
            continue
        refusal = audits_and_acts(person, role)
        acting = Acting(
            person=person,
            authority=arrival.authority,
            role=role,
            since=today,
            tenant=arrival.tenant,
        )
        if refusal is not None:
            words = f"The group {group} gives no role: {refusal.words}"
            pen.record(
                entry(
                    None,
                    None,
                    acting,
                    "refused a group",
                    subject=f"person/{person.username}",
                    summary=words,
                )
            )
            continue
        acting.save()
        pen.record(
            entry(
                None,
                None,
                acting,
                "admitted somebody",
                subject=f"person/{person.username}",
                summary=f"{person.name} acts as {in_words(acting, held_now)}, by the group {group} "
                "of the council's own sign-in.",
                after=plain(acting),
            )
        )


def _from_groups(person: Person, tenant: str, today: date) -> list[Acting]:
    return list(
        Acting.objects.filter(not_ended(today), person=person, tenant=tenant)
        .select_related("person")
        .order_by("pk")
    )


def refuse_groups(arrival: Arrival, others: Mapping[str, str], address: str) -> None:
    """Record that a directory named groups of other councils: they gave nothing.

    `others` are the groups with the council whose they are.  Both councils read of it.
    """
    held_now = register()
    own = held_now.name(arrival.authority)
    with recorded() as pen:
        for authority in sorted(set(others.values())):
            groups = listed(sorted(group for group, whose in others.items() if whose == authority))
            for reads in (arrival.authority, authority):
                pen.record(
                    Entry(
                        for_whom=reads,
                        owner=reads,
                        shared=False,
                        verb="refused a group",
                        subject=f"sign-in/{arrival.tenant}",
                        summary=f"Security: the sign-in of {own} named a group of "
                        f"{held_now.name(authority)} for {arrival.name}: {groups}. It gave "
                        "nothing. Ask both councils' IT how it came there.",
                        after={"address": address, "groups": groups},
                    )
                )
