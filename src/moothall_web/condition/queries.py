"""What the page shows, and to whom."""

import platform
from dataclasses import dataclass
from datetime import datetime

import django
from django.db import connection
from django.utils import timezone

import moothall
from moothall_web.condition.matters import (
    FAILED_WITHIN,
    Failing,
    Matter,
    by_itself,
    failing,
    matters,
    summed_up,
)
from moothall_web.people.models import Person, Role
from moothall_web.people.permissions import Refusal
from moothall_web.people.queries import capacities
from moothall_web.row_scope import EVERYTHING, within


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionPage:
    """How everything stands, `failing` the jobs given up lately, `by_itself` what is scheduled."""

    words: str
    matters: tuple[Matter, ...]
    failing: tuple[Failing, ...]
    by_itself: tuple[tuple[str, datetime | None, str], ...]
    versions: tuple[tuple[str, str], ...]
    days: int


def condition_page(person: Person) -> ConditionPage | Refusal:
    """How the installation is doing, for council IT of any of its councils."""
    if not any(each.role == Role.IT and not each.programme for each in capacities(person)):
        return Refusal("Only council IT sees how the site is doing.")
    now = timezone.now()
    found = matters(now)
    with within(EVERYTHING):
        return ConditionPage(
            words=summed_up(found),
            matters=found,
            failing=failing(now),
            by_itself=tuple(by_itself()),
            versions=versions(),
            days=FAILED_WITHIN.days,
        )


def versions() -> tuple[tuple[str, str], ...]:
    """What runs here, and which version of it."""
    return (
        ("Moothall", moothall.__version__),
        ("Django", django.get_version()),
        ("Python", platform.python_version()),
        (connection.display_name, _database_version()),
    )


def _database_version() -> str:
    found = connection.get_database_version()
    return ".".join(str(each) for each in found)
