"""Every address of version 1."""

from typing import Any

from django.urls import path

from moothall_web.api.v1.api import api, context, openapi

_OPEN = [
    path("openapi.json", openapi, name="openapi"),
    path("context.jsonld", context, name="context"),
]


def included() -> tuple[list[Any], str, str]:
    """What the addresses of the site include: ours, then those of the operations."""
    patterns, app_name, namespace = api.urls
    ours = [each for each in patterns if getattr(each, "name", "") != "api-root"]
    return [*_OPEN, *ours], app_name, namespace
