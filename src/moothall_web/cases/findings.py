"""Findings as a page lists them: gravest first, one block for each rule with all that it found."""

from collections.abc import Iterable
from dataclasses import dataclass

from moothall.basics.findings import Finding, Severity
from moothall_web.cases.standing import PLURALS


@dataclass(frozen=True, slots=True)
class FoundByRule:
    """What one rule found that one cure would mend."""

    rule: str
    upholds: str
    cure: str
    findings: tuple[Finding, ...]

    @property
    def sentence(self) -> str:
        """The rule's name as its sentence: `a_post_has_cover` → `A post has cover`."""
        return self.rule.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class FindingsOf:
    """The findings of one severity."""

    severity: Severity
    number: int
    rules: tuple[FoundByRule, ...]

    @property
    def heading(self) -> str:
        word = self.severity.value if self.number == 1 else PLURALS[self.severity]
        return f"{self.number} {word}"


def by_severity(findings: Iterable[Finding]) -> tuple[FindingsOf, ...]:
    """The findings, gravest first; only the severities that there are."""
    held = tuple(findings)
    groups = []
    for severity in Severity:
        of_it = tuple(finding for finding in held if finding.severity is severity)
        if of_it:
            groups.append(FindingsOf(severity, len(of_it), _by_rule(of_it)))
    return tuple(groups)


def _by_rule(findings: Iterable[Finding]) -> tuple[FoundByRule, ...]:
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.upholds, finding.cure), []).append(finding)
    return tuple(FoundByRule(*key, tuple(found)) for key, found in groups.items())
