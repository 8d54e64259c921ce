"""What has been kept for longer than its rule says, found and counted; nothing is changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Q, QuerySet
from django.utils import timezone

from moothall.files.problems import did_you_mean
from moothall_web import environment
from moothall_web.facts.models import Draft
from moothall_web.facts.queries import authority_names
from moothall_web.people.models import Acting, Person
from moothall_web.records.actions import ERASED
from moothall_web.records.models import Payload, Submission

OF_A_COUNCIL = ("recorded-words", "leavers")
"""The rules of which each council says itself how long; its monitoring officer ends them."""

ERASED_BY_RULE = "erased by a retention rule"
NOBODYS_NAME = "Somebody who left"
"""What takes the place of a name that is kept no longer."""


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

    `number` and `days` are None where the council has yet to say how long: that is a question.
    """

    rule: Rule
    council: str
    number: int | None
    days: int | None


class UnreadableRulesError(Exception):
    """The councils' own rules cannot be used; the message says where and what would do."""


def rules() -> dict[str, Rule]:
    """The program's own rules, by id."""
    text = (files("moothall_web.retention") / "rules.yaml").read_text(encoding="utf-8")
    return {name: Rule(id=name, **held) for name, held in yaml.safe_load(text).items()}


def of_this_installation() -> dict[str, dict[str, int]]:
    """Each council's own numbers, from the file of the settings.  Raises UnreadableRulesError."""
    file = environment.given("MOOTHALL_RETENTION")
    return own_days(file if isinstance(file, Path) else None)


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


def first_day_kept(today: date, days: int) -> datetime:
    """The midnight in London before which everything is over its time."""
    return timezone.make_aware(datetime.combine(today - timedelta(days), time.min))


def words_over(council: str, before: datetime) -> QuerySet[Payload]:
    """What events said of a council's own before then.

    That something was erased, and why, is the account of that, and no rule of time ends it.
    """
    held = Payload.objects.filter(owner=council, event__at__lt=before)
    return held.exclude(event__verb__in=(ERASED, ERASED_BY_RULE))


def leavers_over(council: str, before: datetime) -> QuerySet[Person]:
    """Who left before then, acted for no other council, and still has a name."""
    day = timezone.localdate(before)
    own = Person.objects.filter(left_on__lt=day, is_active=False, acting__authority=council)
    elsewhere = Acting.objects.exclude(authority=council).values("person")
    return own.exclude(pk__in=elsewhere).exclude(name=NOBODYS_NAME).distinct().order_by("pk")


def due(
    now: datetime, own: Mapping[str, Mapping[str, int]], councils: Iterable[str] | None = None
) -> Iterator[Due]:
    """Everything that has been kept for longer than its rule says, and every question.

    Of every council that is held, unless some are named.
    """
    known, today = rules(), timezone.localdate(now)
    for council in sorted(authority_names() if councils is None else councils):
        said = own.get(council, {})
        for name in OF_A_COUNCIL:
            rule, days = known[name], said.get(name, known[name].days)
            number = None if days is None else _of_council(name, council, today, days)
            yield Due(rule=rule, council=council, number=number, days=days)
    for name, rows in (("drafts", Draft.objects), ("forms-sent", Submission.objects)):
        rule = known[name]
        assert rule.days is not None  # noqa: S101 - rules.yaml has both
        over = now - timedelta(rule.days)
        old = Q(saved_at__lt=over) if name == "drafts" else Q(at__lt=over)
        yield Due(rule=rule, council="", number=rows.filter(old).count(), days=rule.days)


def _of_council(name: str, council: str, today: date, days: int) -> int:
    before = first_day_kept(today, days)
    found = words_over if name == "recorded-words" else leavers_over
    return found(council, before).count()


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
