"""What has been kept for longer than its rule says, counted by council; nothing is changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Q

from moothall.files.problems import did_you_mean
from moothall_web.facts.models import Draft
from moothall_web.facts.queries import authority_names
from moothall_web.people.models import Person
from moothall_web.records.models import Payload, Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How long one thing is kept.  `days` is None where nobody has said."""

    id: str
    what: str
    ground: str
    ends: str
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a rule finds; `council` is a code, empty for the installation.

    `number` is None where the council has yet to say how long: that is a question to it.
    """

    rule: Rule
    council: str
    number: int | None


class UnreadableRulesError(Exception):
    """The councils' own rules cannot be used; the message says where and what would do."""


def rules() -> dict[str, Rule]:
    """The program's own rules, by id."""
    text = (files("moothall_web.retention") / "rules.yaml").read_text(encoding="utf-8")
    return {name: Rule(id=name, **held) for name, held in yaml.safe_load(text).items()}


def own_days(path: Path | None) -> dict[str, dict[str, int]]:
    """Each council's own numbers of days by rule.  Raises UnreadableRulesError."""
    if path is None:
        return {}
    try:
        held: Any = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UnreadableRulesError(f"{path} cannot be read: {error}") from None
    if not isinstance(held, dict):
        raise UnreadableRulesError(f"{path}: begin each council with its code and a colon.")
    known = rules()
    for council, days in held.items():
        if not isinstance(days, dict):
            raise UnreadableRulesError(f"{path}: {council} has no rules below it.")
        for name, number in days.items():
            if name not in known:
                raise UnreadableRulesError(
                    f"{path}: {council}: {name!r} is no rule. {did_you_mean(str(name), known)}"
                )
            if type(number) is not int or not 0 < number < 100_000:
                raise UnreadableRulesError(
                    f"{path}: {council}: {name} is {number!r}; write a whole number of days."
                )
    return held


def due(now: datetime, own: Mapping[str, Mapping[str, int]]) -> Iterator[Due]:
    """Everything that has been kept for longer than its rule says, and every question."""
    known = rules()
    for council in sorted(authority_names()):
        said = own.get(council, {})
        for name in ("recorded-words", "leavers"):
            rule, days = known[name], said.get(name, known[name].days)
            number = None if days is None else _of_council(name, council, now - timedelta(days))
            yield Due(rule=rule, council=council, number=number)
    for name, rows in (("drafts", Draft.objects), ("forms-sent", Submission.objects)):
        rule = known[name]
        assert rule.days is not None  # noqa: S101 - rules.yaml has both
        over = now - timedelta(rule.days)
        old = Q(saved_at__lt=over) if name == "drafts" else Q(at__lt=over)
        yield Due(rule=rule, council="", number=rows.filter(old).count())


def _of_council(name: str, council: str, over: datetime) -> int:
    if name == "recorded-words":
        return Payload.objects.filter(owner=council, event__at__lt=over).count()
    left = Person.objects.filter(left_on__lt=over.date(), acting__authority=council)
    return left.distinct().count()


def told(found: Iterator[Due]) -> Iterator[str]:
    """The report, a line for each."""
    for each in found:
        whose = authority_names().get(each.council, "The installation")
        if each.number is None:
            yield f"QUESTION  {whose}: for how many days do you keep {each.rule.what}?"
        elif each.number:
            yield f"DUE       {whose}: {each.number} of {each.rule.what}. {each.rule.ends}."
        else:
            yield f"nothing   {whose}: {each.rule.what}."
