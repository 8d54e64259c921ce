"""A finding: the facts are incomplete, inconsistent or break a rule.  A value, never raised."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ParamSpec


class Severity(StrEnum):
    """How much a finding matters; only statute and case law can give a breach."""

    BREACH = "breach"
    WARNING = "warning"
    QUESTION = "question"
    NOTE = "note"


P = ParamSpec("P")
ORDER = {severity: place for place, severity in enumerate(Severity)}
"""Gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found.

    `rule` is the name of the function that states the rule (`run` writes it in); `upholds` names
    the entry of the law or of the programme's own rules behind it; `where` is the path of the fact
    (`kind/id`), and `place` its file and line when the facts were read from a folder; `cure` says
    what would mend it, `cures` the ways there are where there are several.

    A finding that rests on an entry of the rule list says what `standing` that has (statute,
    practice ...) and how it is known (`evidence`); where days were counted, what was `actual`, what
    was `required`, and `margin_days` by how much it was kept (negative: missed).  `overridden` is
    who let it stand and why, for a rule that is not law.
    """

    severity: Severity
    message: str
    where: str
    cure: str
    rule: str = ""
    upholds: str = ""
    reference: str = ""
    authority: str = ""
    proposal: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    assumed: str = ""
    place: str = ""
    standing: str = ""
    evidence: str = ""
    actual: str = ""
    required: str = ""
    margin_days: int | None = None
    cures: tuple[str, ...] = ()
    overridden: str = ""


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Gravest first, then by rule and place, so that the same facts give the same list."""
    return tuple(sorted(findings, key=lambda f: (ORDER[f.severity], f.rule, f.where, f.message)))


def run(
    rules: Iterable[Callable[P, Iterable[Finding]]], *args: P.args, **kwargs: P.kwargs
) -> list[Finding]:
    """Put the same facts to every rule; each finding carries the name of the rule that found it."""
    return [
        replace(finding, rule=rule.__name__) for rule in rules for finding in rule(*args, **kwargs)
    ]
