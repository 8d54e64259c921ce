"""Which roles the groups in a token give: for the tenant's own council, and for no other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from moothall.files.problems import did_you_mean
from moothall_web.people.models import Role
from moothall_web.tenants import Tenant


@dataclass(frozen=True, slots=True)
class Given:
    """The roles with the group of each, and foreign groups with the council whose they are."""

    roles: Mapping[Role, str]
    foreign: Mapping[str, str]


class GroupsMissingError(Exception):
    """The token says that there are groups and does not name them."""


def tenant_of(id: str) -> Tenant | None:  # noqa: A002 - what the file calls it
    """One tenant by its id."""
    return next((each for each in settings.TENANTS if each.id == id), None)


def given(tenant: Tenant, claims: Mapping[str, Any]) -> Given:
    """What the groups of a token give.  Raises GroupsMissingError.

    A name that two councils both use counts for the one whose token it is.
    """
    if tenant.groups_claim in claims.get("_claim_names", {}) or claims.get("hasgroups"):
        raise GroupsMissingError
    named = claims.get(tenant.groups_claim, [])
    if not isinstance(named, list) or not all(isinstance(each, str) for each in named):
        raise GroupsMissingError
    roles: dict[Role, str] = {}
    foreign: dict[str, str] = {}
    for group in sorted(set(named)):
        if group in tenant.groups:
            for role in tenant.groups[group]:
                roles.setdefault(Role(role), group)
            continue
        for other in settings.TENANTS:
            if other.council != tenant.council and group in other.groups:
                foreign[group] = other.council
    return Given(roles, foreign)


def check_tenants() -> None:
    """Raise ImproperlyConfigured where a group would give a role that there is not."""
    offered = [role.value for role in Role if role != Role.BOARD_MEMBER]
    problems = [
        f"tenant {tenant.id}: group {group} gives {role!r}, which is no role of a council. "
        f"{did_you_mean(role, offered)}"
        for tenant in settings.TENANTS
        for group, roles in tenant.groups.items()
        for role in roles
        if role not in offered
    ]
    if problems:
        raise ImproperlyConfigured("\n".join(f"MOOTHALL_TENANTS: {each}" for each in problems))
