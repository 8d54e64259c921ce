"""The councils' own sign-ins: which directory belongs to which council, and which group gives what.

They stand in a YAML file that council IT edits; MOOTHALL_TENANTS names it.  `docs/sign-in.md` says
what each line means.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NEEDED = ("id", "name", "council", "tenant", "server_url", "client_id", "client_secret_file")
_MAY = ("groups", "groups_claim")
_CLAIMS = ("groups", "roles")


class UnreadableTenantsError(Exception):
    """The file cannot be used; `problems` say where, and what would cure each."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        super().__init__("\n".join(f"{path}: {each}" for each in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """One council's directory.

    `id` stands in addresses; `tenant` is what tokens carry as `tid`; `groups` gives roles by a
    group as the token names it, in the claim `groups_claim`.
    """

    id: str
    name: str
    council: str
    tenant: str
    server_url: str
    client_id: str
    secret: str = field(repr=False)
    groups: Mapping[str, tuple[str, ...]]
    groups_claim: str = "groups"

    @property
    def origin(self) -> str:
        """Where its sign-in page is, as the policy of our pages names it."""
        parts = urlsplit(self.server_url)
        return f"{parts.scheme}://{parts.netloc}"


def read_tenants(path: Path, *, production: bool) -> tuple[Tenant, ...]:
    """Every tenant of a file.  Raises UnreadableTenantsError with all that is wrong."""
    try:
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnreadableTenantsError(
            path, [f"cannot be read ({error.strerror}). Check MOOTHALL_TENANTS."]
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UnreadableTenantsError(path, [f"is not YAML: {error}"]) from None
    entries = held.get("tenants") if isinstance(held, dict) else None
    if not isinstance(entries, list) or not entries:
        raise UnreadableTenantsError(path, ["begin it with `tenants:` and one entry per council."])
    problems: list[str] = []
    found: list[Tenant] = []
    for number, entry in enumerate(entries, 1):
        before = len(problems)
        problems += _problems_of(entry, f"tenant {number}", production=production)
        if len(problems) > before:
            continue
        secret = _secret(path, entry, problems)
        found.append(_tenant(entry, secret))
    problems += _repeated(found)
    if problems:
        raise UnreadableTenantsError(path, problems)
    return tuple(found)


def providers_of(tenants: Iterable[Tenant]) -> dict[str, Any]:
    """The tenants as django-allauth's settings name them."""
    return {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": each.id,
                    "name": each.name,
                    "client_id": each.client_id,
                    "secret": each.secret,
                    "settings": {
                        "server_url": each.server_url,
                        "uid_field": "oid",  # whose it is, in every program of the tenant alike
                        "fetch_userinfo": False,
                        "oauth_pkce_enabled": True,
                        "scope": ["openid", "profile", "offline_access"],
                    },
                }
                for each in tenants
            ]
        }
    }


def _problems_of(entry: Any, where: str, *, production: bool) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield f"{where} is no list of fields; write {', '.join(_NEEDED)} under it."
        return
    where = f"{where} ({entry['id']})" if entry.get("id") else where
    for name in entry.keys() - {*_NEEDED, *_MAY}:
        yield f"{where}: {name!r} is no field of a tenant; the fields are {', '.join(_NEEDED)}."
    for name in _NEEDED:
        if not isinstance(entry.get(name), str) or not entry[name].strip():
            yield f"{where}: {name} is missing; write it as a text, in quotes if it looks a number."
    if isinstance(entry.get("id"), str) and not _ID.fullmatch(entry["id"]):
        yield f"{where}: id is small letters a to z, digits and hyphens, at most 40."
    if isinstance(entry.get("server_url"), str):
        yield from _of_address(entry["server_url"], where, production=production)
    if entry.get("groups_claim", "groups") not in _CLAIMS:
        yield f"{where}: groups_claim is `groups` or `roles`."
    yield from _of_groups(entry.get("groups", {}), where)


def _of_address(address: str, where: str, *, production: bool) -> Iterator[str]:
    parts = urlsplit(address)
    here = parts.hostname in ("localhost", "127.0.0.1", "::1")
    allowed = parts.scheme == "https" or (parts.scheme == "http" and here and not production)
    plain = re.fullmatch(r"[A-Za-z0-9.:\[\]-]+", parts.netloc)
    if not allowed or not plain:
        yield f"{where}: server_url begins with https:// and the name of the sign-in's server."


def _of_groups(groups: Any, where: str) -> Iterator[str]:
    if not isinstance(groups, dict):
        yield f'{where}: groups is a list of `"group": [role, …]`.'
        return
    for group, roles in groups.items():
        if not isinstance(group, str):
            yield f"{where}: write the group {group} in quotes."
        elif (
            not isinstance(roles, list)
            or not roles
            or not all(isinstance(each, str) for each in roles)
        ):
            yield f"{where}: group {group}: write its roles in brackets, for example [finance]."


def _secret(path: Path, entry: Mapping[str, Any], problems: list[str]) -> str:
    file = path.parent / entry["client_secret_file"]
    try:
        secret: str = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        words = str(error.strerror) if isinstance(error, OSError) else "it is no text"
        problems.append(
            f"tenant {entry['id']}: client_secret_file {file} cannot be read ({words})."
        )
        return ""
    if not secret:
        problems.append(f"tenant {entry['id']}: client_secret_file {file} is empty.")
    return secret


def _tenant(entry: Mapping[str, Any], secret: str) -> Tenant:
    return Tenant(
        **{name: entry[name].strip() for name in _NEEDED if name != "client_secret_file"},
        secret=secret,
        groups={group: tuple(roles) for group, roles in entry.get("groups", {}).items()},
        groups_claim=entry.get("groups_claim", "groups"),
    )


def _repeated(found: list[Tenant]) -> Iterator[str]:
    kinds: tuple[tuple[str, Callable[[Tenant], object]], ...] = (
        ("id", lambda each: each.id),
        ("tenant", lambda each: each.tenant.casefold()),
    )
    for words, key in kinds:
        held = [key(each) for each in found]
        for value in sorted({str(each) for each in held if held.count(each) > 1}):
            yield f"two tenants have the {words} {value}; each has its own."
