"""Where a rule stands: how it is known, what breaking it means, and what an entry still lacks."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from moothall.law.law import DatedValue, Rule, RuleKind


class Known(StrEnum):
    """How somebody came to know a rule or a number of it, best first."""

    READ = "read"
    OBSERVED = "observed"
    RECALLED = "recalled"
    ASSUMED = "assumed"
    OUR_OWN = "our own"
    UNKNOWN = "unknown"


IN_WORDS = {
    Known.READ: "read in the source",
    Known.OBSERVED: "observed in what councils printed",
    Known.RECALLED: "recalled, not looked up",
    Known.ASSUMED: "assumed",
    Known.OUR_OWN: "our own choice",
    Known.UNKNOWN: "not known",
}


def how_known(evidence: str) -> tuple[Known, ...]:
    """Every mark that words on evidence carry, best first; unknown where they carry none."""
    marks = tuple(mark for mark in Known if re.search(rf"\b{mark.value}\b", evidence))
    return marks or (Known.UNKNOWN,)


def is_shaky(evidence: str) -> bool:
    """Whether any part of it rests on memory, assumption or choice, and not on a source."""
    return any(mark not in (Known.READ, Known.OBSERVED) for mark in how_known(evidence))


def kind_of(rule: Rule, value: DatedValue) -> RuleKind:
    """What stands behind a number: its own standing where it has one, else its rule's."""
    return value.kind or rule.kind


def lacking(rules: Iterable[Rule]) -> Iterator[str]:
    """What keeps entries from being held, each as a sentence: nothing is held without its source.

    The types see to days and kinds; here are the words left empty and the entries given twice.
    """
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            yield f"{rule.id} is given twice."
        seen.add(rule.id)
        for name in ("title", "reference", "evidence", "applies_to"):
            if not getattr(rule, name).strip():
                yield f"{rule.id} has no {name.replace('_', ' ')}."
        if rule.evidence.strip() and how_known(rule.evidence) == (Known.UNKNOWN,):
            marks = ", ".join(mark.value for mark in Known)
            yield f"{rule.id} does not say how it is known; write one of {marks}."
        if rule.values and not rule.unit.strip():
            yield f"{rule.id} has a value and no unit."
        days: set[tuple[str, object]] = set()
        for value in rule.values:
            if (value.name, value.since) in days:
                yield f"{rule.id} has two values {value.name!r} from {value.since.isoformat()}."
            days.add((value.name, value.since))
