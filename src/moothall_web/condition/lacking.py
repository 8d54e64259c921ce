"""What the settings lack before an installation is used in earnest."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.core import checks

from moothall_web import environment

_HERE = ("", "localhost", "127.0.0.1", "::1")


def _is_unchecked(database: Mapping[str, Any]) -> bool:
    """Whether PostgreSQL is asked over a network without its certificate being checked."""
    host = str(database.get("HOST", ""))
    over_a_network = any(each not in _HERE and not each.startswith("/") for each in host.split(","))
    return over_a_network and database["OPTIONS"].get("sslmode") != "verify-full"


def lacking() -> Iterator[str]:
    """What production wants and has not, then what Django itself would say of a deployment."""
    for each in environment.SETTINGS:
        if each.for_production and not os.environ.get(each.name):
            yield f"{each.name}: {each.for_production.replace('`', '')}"
    if settings.PRODUCTION and _is_unchecked(settings.DATABASES["default"]):
        yield (
            "MOOTHALL_DATABASE: the way to the database leads over a network, and nobody checks "
            "that it is the right one or that nobody listens; write ?sslmode=verify-full"
        )
    if settings.PRODUCTION:
        found = checks.run_checks(include_deployment_checks=True)
        yield from (f"{each.id}: {each.msg}" for each in found if each.level >= checks.WARNING)
