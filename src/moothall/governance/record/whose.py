"""Whether a page is another council's than the one for which it is brought in.

Nothing is refused on a guess: only where the page's own site, or the name that it prints of its
body, says that it is somebody else's.
"""

import re
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from moothall.facts.programme import Programme
from moothall.governance.record.matters import matters_of
from moothall.governance.record.names import body_named
from moothall.governance.record.published import PublishedPage


def why_not_theirs(
    programme: Programme,
    authority: str,
    page: PublishedPage,
    sites: Mapping[str, Collection[str]],
) -> str:
    """Why a page is not this council's, as a sentence after the page's name; empty where it may be.

    `sites` are the hosts of the councils' committee systems as somebody has set them, by code.
    """
    hosts = tuple(dict.fromkeys(each for each in (host_of(page.name), *page.hosts) if each))
    own = programme.authority(authority).short_name
    owners = {host: _owner(programme, host, sites) for host in hosts}
    if authority not in owners.values():
        for host, owner in owners.items():
            if owner:
                other = programme.authority(owner).short_name
                return f"is on {host}, the site of {other}, and not {own}'s"
        held, here = sites.get(authority, ()), host_of(page.name)
        if held and here and here not in held:
            return f"is on {here}; {own}'s committee system is at {', '.join(sorted(held))}"
    for name in dict.fromkeys(each.body_name for each in matters_of(page)):
        if other := _other_by_name(programme, authority, name):
            return f"is of “{name}”, which is {other}'s, and not {own}'s"
    return ""


def host_of(address: str) -> str:
    """The host that an address names; empty for the name of a file."""
    try:
        return (urlsplit(address).hostname or "").lower() if "://" in address else ""
    except ValueError:
        return ""


def _owner(programme: Programme, host: str, sites: Mapping[str, Collection[str]]) -> str:
    """The council of the programme whose site a host is: as set, else by its name in the host."""
    for code, held in sites.items():
        if host in held and any(each.code == code for each in programme.authorities):
            return code
    labels = set(host.split("."))
    for each in programme.authorities:
        if {_bare(each.short_name), each.code.casefold().replace("-", "")} & labels:
            return each.code
    return ""


def _other_by_name(programme: Programme, authority: str, name: str) -> str:
    """The council whose body a name means, where the name itself says which council."""
    if not name or body_named(programme, authority, name):
        return ""
    bare = _bare(name)
    for each in programme.authorities:
        if each.code == authority or _bare(each.short_name) not in bare:
            continue
        if body_named(programme, each.code, name):
            return each.short_name
    return ""


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
