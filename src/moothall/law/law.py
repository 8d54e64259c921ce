"""The law as data: each rule with its kind, reference, evidence and dated values."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RuleKind(StrEnum):
    """What stands behind a rule; only statute and case law can make a plan unlawful."""

    STATUTE = "statute"
    CASE_LAW = "case law"
    CONSTITUTION = "constitution"
    PRACTICE = "practice"
    PROMISE = "promise"
    POLICY = "policy"
    PROGRAMME = "programme"

    @property
    def binds(self) -> bool:
        return self in (RuleKind.STATUTE, RuleKind.CASE_LAW)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """A value of law from a day on."""

    since: date
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of law or practice.  `evidence` says how we know it."""

    id: str
    title: str
    kind: RuleKind
    evidence: str
    reference: str
    unit: str
    checked_on: date
    values: tuple[DatedValue, ...] = ()


class NoLawForThatDayError(LookupError):
    """The law holds no value for that date; nothing silently uses the last known one."""


@dataclass(frozen=True, slots=True)
class Law:
    """Every rule held, by id.  `version` identifies the set in whatever rests on it."""

    rules: dict[str, Rule]
    version: str

    def rule(self, rule_id: str) -> Rule:
        return self.rules[rule_id]

    def value(self, rule_id: str, on: date) -> int:
        """The value in force on a day.  Raises NoLawForThatDayError before the first one."""
        held = [value for value in self.rules[rule_id].values if value.since <= on]
        if not held:
            raise NoLawForThatDayError(f"{rule_id} holds no value for {on.isoformat()}")
        return max(held, key=lambda value: value.since).value
