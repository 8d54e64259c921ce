"""Somebody comes from their council's own sign-in: whether they are let in, and as what."""

import hmac
from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.models import SocialLogin
from django.db import transaction
from django.http import HttpRequest

from moothall_web.identity.actions import keep_account
from moothall_web.identity.directory import CLAIMS
from moothall_web.identity.groups import Given, GroupsMissingError, given, tenant_of
from moothall_web.people.actions import (
    Arrival,
    arrive,
    refuse_groups,
    single_sign_on_failed,
    turned_away,
)
from moothall_web.people.attempts import address_of
from moothall_web.people.models import Person
from moothall_web.people.queries import capacities
from moothall_web.tenants import Tenant


@dataclass(frozen=True, slots=True)
class Turned:
    """Why somebody was turned away: for them, and (empty if it is recorded already) the record."""

    heading: str
    words: str
    recorded: str = ""
    status: int = 403


def let_in(request: HttpRequest, login: SocialLogin) -> Turned | None:
    """Find or make the person, with the roles of their groups; or say why they are not let in."""
    claims: dict[str, Any] = getattr(request, CLAIMS)
    tenant = tenant_of(login.account.provider)
    assert tenant is not None  # noqa: S101 - its token was checked against it
    address = address_of(request)
    asked_with = (login.state.get("data") or {}).get("nonce", "")
    if not asked_with or not hmac.compare_digest(asked_with, str(claims.get("nonce", ""))):
        words = f"an answer of the sign-in of {tenant.name} was of another sign-in (nonce)."
        single_sign_on_failed(tenant.council, words, address)
        return Turned(
            "This sign-in cannot be used",
            "The answer belongs to another sign-in. Nobody was signed in by it. Begin again.",
            status=401,
        )
    person: Person | None = login.user if login.account.pk else None
    refusal = turned_away(person, tenant.council)
    if refusal is not None:
        name = person.name if person else ""
        words = f"{name} was turned away: they have left {tenant.name}."
        single_sign_on_failed(tenant.council, words, address, person)
        return Turned("You are not let in", refusal.words)
    return _with_roles(tenant, claims, login, person, address)


def _with_roles(
    tenant: Tenant,
    claims: dict[str, Any],
    login: SocialLogin,
    person: Person | None,
    address: str,
) -> Turned | None:
    name = _named(claims)
    try:
        found = given(tenant, claims)
    except GroupsMissingError:
        words = f"the token for {name} holds too many groups to name, or none that can be read."
        single_sign_on_failed(tenant.council, words, address, person)
        return Turned(
            "Your groups did not come along",
            f"You are in so many groups that {tenant.name}'s sign-in does not name them. Ask "
            f"{tenant.name}'s IT to send only the groups that are assigned to Moothall. Your roles "
            "have not changed.",
        )
    arrival = arrival_of(tenant, claims, found)
    if found.foreign:
        refuse_groups(arrival, found.foreign, address)
    if person is None and not found.roles:
        return _no_role(tenant, name, address, None)
    with transaction.atomic():
        person = arrive(person, arrival)
        if login.account.pk is None:
            keep_account(login.account, person)
    login.user = person
    return None if capacities(person) else _no_role(tenant, name, address, person)


def arrival_of(tenant: Tenant, claims: dict[str, Any], found: Given) -> Arrival:
    """What a token says, as the actions take it."""
    login = claims.get("preferred_username")
    return Arrival(
        tenant=tenant.id,
        authority=tenant.council,
        name=_named(claims),
        login=login if isinstance(login, str) else "",
        roles=found.roles,
    )


def _named(claims: dict[str, Any]) -> str:
    name = claims.get("name")
    return (name.strip()[:200] if isinstance(name, str) else "") or "Somebody without a name"


def _no_role(tenant: Tenant, name: str, address: str, person: Person | None) -> Turned:
    words = f"{name} was turned away: no group of theirs gives a role."
    single_sign_on_failed(tenant.council, words, address, person)
    return Turned(
        "You have no role here",
        f"{tenant.name} knows you, but none of your groups there gives you a role in Moothall. Ask "
        f"{tenant.name}'s IT to put you into the group of your role, and sign in again.",
    )
