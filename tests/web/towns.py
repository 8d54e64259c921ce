"""What the tests of changes to facts share: three invented towns and what is sent in for them."""

from typing import Any

from moothall_web.facts import models
from moothall_web.facts.subjects import Subject, subject
from moothall_web.records.models import Event

TOWNS = "three-towns"


def risk(**more: Any) -> dict[str, Any]:
    """A risk of Ashby's as a form sends it."""
    return {
        "source": "ashby 7",
        "known_on": "2026-02-01",
        "owner": "ashby",
        "title": "The roof leaks",
        "description": "Water reaches the shelves.",
        "implications": ["Records are lost"],
        "actions": [],
    } | more


def phase(key: str, **more: Any) -> dict[str, Any]:
    """A phase of Ashby's."""
    return {
        "id": key,
        "source": "ashby 3",
        "known_on": "2026-02-01",
        "owner": "ashby",
        "name": "Later",
    } | more


def standing(kind: str, key: str) -> Subject:
    """What stands there now."""
    found = subject(models.Programme.objects.get(code=TOWNS), kind, key)
    assert found is not None
    return found


def held(kind: str, key: str) -> dict[str, Any]:
    """What it says now."""
    return standing(kind, key).payload


def version(kind: str, key: str) -> int:
    """The version that it has now."""
    return standing(kind, key).version


def last() -> Event:
    """What was recorded last."""
    return Event.objects.latest("number")
