"""What figures of facts were before, from their history as far as the reader may read it."""

from collections.abc import Iterable
from typing import Any

from moothall.drift.known_figures import item_key
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall_web.facts import models
from moothall_web.facts import queries as facts
from moothall_web.people.models import Person

_MOST = 60
"""So many facts that have changed are looked into, the latest changed first."""
_WITH_FIGURES = (
    *("budgets", "money_statements", "savings", "posts", "baseline_lines", "splits"),
    *("coalition_costs", "exit_terms", "forum_items", "milestones", "context_figures"),
    *("package_counts", "exercises", "agreements", "options", "benefits"),
)


def earlier_values(person: Person, programme: Programme, proposal: str) -> dict[str, list[str]]:
    """By path (`kind/id.field`), the texts that stood in the proposal's facts before."""
    changed = models.Fact.objects.filter(
        programme__code=programme.about.id, kind__in=_WITH_FIGURES, version__gt=1
    ).order_by("-pk")
    held = {
        (kind, fact.id): fact
        for kind, fact in programme.facts()
        if getattr(fact, "proposal", None) in (None, proposal)
    }
    found: dict[str, list[str]] = {}
    wanted = [key for key in changed.values_list("kind", "key") if key in held]
    for kind, key in wanted[:_MOST]:
        told = facts.history(person, programme.about.id, kind, key)
        for change in told.changes if told else ():
            for difference in change.differences:
                path = _path(held[kind, key], difference.path)
                if path and isinstance(difference.before, str | int | float):
                    found.setdefault(f"{kind}/{key}.{path}", []).append(str(difference.before))
    return found


def _path(fact: Fact, steps: Iterable[str | int]) -> str:
    """The place in a fact as its figures are named; empty where it is there no more."""
    here: Any = fact
    names: list[str] = []
    for step in steps:
        if isinstance(step, int):
            if not isinstance(here, tuple) or step >= len(here):
                return ""
            here = here[step]
            names.append(item_key(here, step))
        else:
            here = getattr(here, step, None)
            names.append(step)
    return ".".join(names)
