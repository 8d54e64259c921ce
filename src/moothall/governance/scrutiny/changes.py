"""What changed between a programme as it was and as it is: money, days and scope first."""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from moothall.basics.dates import WrittenDate
from moothall.basics.figures import Figure
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.governance.scrutiny.told import (
    NOT_TOLD,
    Named,
    field_words,
    lines_of,
    one_of,
)


class Matter(StrEnum):
    """What a change is about, in the order in which members ask."""

    MONEY = "money"
    DAYS = "days"
    SCOPE = "scope"
    OTHER = "other matters"


class How(StrEnum):
    """What became of a fact."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Difference:
    """What one field said and says, as lines; empty where it said nothing."""

    field: str
    was: tuple[str, ...]
    now: tuple[str, ...]

    @property
    def words(self) -> str:
        """`full year saving: was 1,100, now 900`; of a list, what came and what went."""
        if not self.was:
            return f"{self.field}: now {_all(self.now)}, nothing was said before"
        if not self.now:
            return f"{self.field}: was {_all(self.was)}, nothing is said now"
        if max(len(self.was), len(self.now)) > 1:
            came = [each for each in self.now if each not in self.was]
            went = [each for each in self.was if each not in self.now]
            parts = [f"added {_all(came)}"] * bool(came) + [f"gone {_all(went)}"] * bool(went)
            return f"{self.field}: {'; '.join(parts) or 'in another order'}"
        return f"{self.field}: was {_all(self.was)}, now {_all(self.now)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one fact; `fact` is the fact as it is, or was where it is withdrawn."""

    kind: str
    fact: Fact
    called: str
    how: How
    matter: Matter
    differences: tuple[Difference, ...] = ()

    @property
    def path(self) -> str:
        return f"{self.kind}/{self.fact.id}"

    @property
    def words(self) -> str:
        """In one sentence: what it is called, and what became of it."""
        name = f"{one_of(self.kind)} “{self.called}”"
        name = name[:1].upper() + name[1:]
        if self.how is How.WITHDRAWN:
            return f"{name}: withdrawn."
        said = "; ".join(each.words for each in self.differences)
        if self.how is How.CHANGED:
            return f"{name}: {said or 'it is worded otherwise'}."
        told = "; ".join(f"{each.field} {_all(each.now)}" for each in self.differences)
        return f"{name}: new{f' ({told})' if told else ''}."


_MONEY = (
    "budgets", "money_statements", "savings", "baseline_lines", "baseline_signatures", "splits",
    "coalition_costs", "ledger_entries", "exit_terms", "employer_rates", "forum_items",
)  # fmt: skip
_DAYS = ("milestones", "meetings", "steps", "notices", "decisions", "conditions")
SCOPE_KINDS = (
    "proposals", "options", "packages", "package_counts", "workstreams", "phases", "posts",
)  # fmt: skip
_WORDS_OF_PAPERS = ("passages", "papers", "implications", "clearances", "minutes", "abbreviations")
"""Words made from the facts: what changed in them follows from what changed in the facts."""

_ORDER = {matter: place for place, matter in enumerate(Matter)}
_MONEY_FIELDS = ("salary", "honorarium", "value", "money", "cost", "amount", "pounds", "percent")
_SCOPE_FIELDS = ("in_scope", "out_of_scope", "parties", "stage", "summary", "shares", "standing")
_SHORT_LISTS = 2

Concerns = Callable[[str, Fact], bool]


def changes_between(
    before: Programme, now: Programme, concerns: Concerns | None = None
) -> tuple[Change, ...]:
    """Every fact that was added, changed or withdrawn; nothing where nothing was.

    `concerns` says of a kind and fact whether it is asked for; without it every fact is.  Words of
    papers are left out.
    """
    was, is_now = _by_path(before, concerns), _by_path(now, concerns)
    found = list(_changes(was, is_now, Named(before, now)))
    return tuple(sorted(found, key=lambda each: _ORDER[each.matter]))


def became_known(
    programme: Programme, kinds: tuple[str, ...], after: date, concerns: Concerns
) -> tuple[Change, ...]:
    """The facts of some kinds that could be known only after a day: quicker than all changes."""
    new = {
        (kind, fact.id): fact
        for kind in kinds
        for fact in getattr(programme, kind)
        if fact.known_on > after and concerns(kind, fact)
    }
    return tuple(_changes({}, new, Named(programme))) if new else ()


def on_proposal(programmes: tuple[Programme, ...], proposal: str) -> Concerns:
    """Whether a fact is about one proposal: it names it, is it, or is a meeting on its route."""
    meetings = {
        step.meeting
        for programme in programmes
        for step in programme.steps
        if step.proposal == proposal and step.meeting
    }

    def concerns(kind: str, fact: Fact) -> bool:
        if kind == "proposals":
            return fact.id == proposal
        if kind == "meetings":
            return fact.id in meetings
        return getattr(fact, "proposal", None) == proposal

    return concerns


def as_it_stood(programme: Programme, day: date) -> Programme:
    """The programme without what facts say of days after `day`: replies, steps taken, and so on."""
    made: dict[str, Any] = {}
    for kind, (field, later) in _DATED.items():
        facts = getattr(programme, kind)
        changed = tuple(
            dataclasses.replace(fact, **{field: None, **later})
            if _is_after(fact, field, day)
            else fact
            for fact in facts
        )
        if changed != facts:
            made[kind] = changed
    return dataclasses.replace(programme, **made) if made else programme


_DATED: dict[str, tuple[str, dict[str, Any]]] = {
    "comments": ("replied_on", {"reply": None, "changed": "", "appears_in": None}),
    "steps": ("taken_on", {}),
    "meetings": ("papers_published_on", {}),
    "conditions": ("met_on", {}),
    "decisions": ("published_on", {}),
    "notices": ("agreed_on", {"agreed_by": None}),
}
"""Of each kind the day on which it came to say more, and what it then said."""


def _is_after(fact: Fact, field: str, day: date) -> bool:
    held = getattr(fact, field)
    return held is not None and held > day


def _by_path(programme: Programme, concerns: Concerns | None) -> dict[tuple[str, str], Fact]:
    return {
        (kind, fact.id): fact
        for kind, fact in programme.facts()
        if kind not in _WORDS_OF_PAPERS and (concerns is None or concerns(kind, fact))
    }


def _changes(
    was: Mapping[tuple[str, str], Fact],
    is_now: Mapping[tuple[str, str], Fact],
    names: Mapping[str, str],
) -> Iterator[Change]:
    for (kind, key), fact in is_now.items():
        before = was.get((kind, key))
        if before is None:
            yield Change(
                kind=kind,
                fact=fact,
                called=names[f"{kind}/{key}"],
                how=How.ADDED,
                matter=_matter_of(kind),
                differences=tuple(_worth_telling(kind, fact, names)),
            )
        elif before != fact and (fields := _fields_that_differ(before, fact)):
            yield Change(
                kind=kind,
                fact=fact,
                called=names[f"{kind}/{key}"],
                how=How.CHANGED,
                matter=min(
                    (_matter(kind, before, fact, name) for name in fields), key=_ORDER.__getitem__
                ),
                differences=tuple(_differences(before, fact, names)),
            )
    for (kind, key), fact in was.items():
        if (kind, key) not in is_now:
            yield Change(
                kind=kind,
                fact=fact,
                called=names[f"{kind}/{key}"],
                how=How.WITHDRAWN,
                matter=_matter_of(kind),
            )


def _fields_that_differ(before: Fact, fact: Fact) -> list[str]:
    return [
        field.name
        for field in dataclasses.fields(fact)
        if field.name not in NOT_TOLD
        and getattr(before, field.name, None) != getattr(fact, field.name)
    ]


def _differences(before: Fact, fact: Fact, names: Mapping[str, str]) -> Iterator[Difference]:
    old, new = lines_of(before, names), lines_of(fact, names)
    for label in {**old, **new}:
        if old.get(label) != new.get(label):
            yield Difference(label, old.get(label, ()), new.get(label, ()))


def _worth_telling(kind: str, fact: Fact, names: Mapping[str, str]) -> Iterator[Difference]:
    """Of a new fact its figures and days, which its name does not tell."""
    for field in dataclasses.fields(fact):
        value = getattr(fact, field.name)
        if field.name in NOT_TOLD or not isinstance(value, Figure | WrittenDate | date):
            continue
        label = field_words(field.name)
        lines = lines_of(fact, names).get(label, ())
        if lines and not any(line in names[f"{kind}/{fact.id}"] for line in lines):
            yield Difference(label, (), lines)


def _matter_of(kind: str) -> Matter:
    if kind in _MONEY:
        return Matter.MONEY
    if kind in _DAYS:
        return Matter.DAYS
    return Matter.SCOPE if kind in SCOPE_KINDS else Matter.OTHER


def _matter(kind: str, before: Fact, fact: Fact, name: str) -> Matter:
    """What a changed field is about: by what it holds, else by the kind of its fact."""
    held = (getattr(before, name), getattr(fact, name))
    if any(isinstance(each, Figure) for each in held) or name in _MONEY_FIELDS:
        return Matter.MONEY
    if name in _SCOPE_FIELDS:
        return Matter.SCOPE
    if any(isinstance(each, date | WrittenDate) for each in held):
        return Matter.DAYS
    return _matter_of(kind)


def _all(lines: tuple[str, ...] | list[str]) -> str:
    if len(lines) == 1:
        return lines[0].rstrip(".") or "nothing"
    return ", ".join(f"“{each.rstrip('.')}”" for each in lines)
