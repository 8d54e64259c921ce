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
    """A value from a day on.

    `name` tells apart the several values of one rule; `kind` is set where the number has another
    standing than its rule (a case asks for adequate time, a policy says six weeks).
    """

    since: date
    value: int
    name: str = ""
    kind: RuleKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of law or practice.

    `evidence` says how we know it, and goes with every finding that rests on it; `applies_to` to
    what it applies; `in_force` is False for law that is made and not yet commenced.
    """

    id: str
    title: str
    kind: RuleKind
    evidence: str
    reference: str
    unit: str
    checked_on: date
    values: tuple[DatedValue, ...] = ()
    applies_to: str = ""
    in_force: bool = True

    @property
    def binds(self) -> bool:
        """Whether breaking it can make a plan unlawful."""
        return self.kind.binds and self.in_force


class NoLawForThatDayError(LookupError):
    """The law holds no value for that date; nothing silently uses the last known one."""


@dataclass(frozen=True, slots=True)
class Law:
    """Every rule held, by id.  `version` identifies the set in whatever rests on it."""

    rules: dict[str, Rule]
    version: str

    def rule(self, rule_id: str) -> Rule:
        return self.rules[rule_id]

    def value(self, rule_id: str, on: date, name: str = "") -> int:
        """The value in force on a day.  Raises NoLawForThatDayError before the first one."""
        return self.dated_value(rule_id, on, name).value

    def dated_value(self, rule_id: str, on: date, name: str = "") -> DatedValue:
        """The value in force on a day with its date and standing.  Raises NoLawForThatDayError."""
        held = [
            each for each in self.rules[rule_id].values if each.since <= on and each.name == name
        ]
        if not held:
            asked = f"{rule_id} ({name})" if name else rule_id
            raise NoLawForThatDayError(f"{asked} holds no value for {on.isoformat()}")
        return max(held, key=lambda each: each.since)
