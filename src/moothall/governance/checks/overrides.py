"""What a named officer lets stand, and what nobody can."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from moothall.basics.dates import in_words
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.decisions import Override
from moothall.facts.findings import finding_by, finding_on
from moothall.facts.programme import Programme
from moothall.law.law import Law, RuleKind

_BINDING = frozenset(kind.value for kind in RuleKind if kind.binds)


def with_overrides(findings: Iterable[Finding], programme: Programme, law: Law) -> list[Finding]:
    """The findings, where an officer has published why a rule that is not law may stay broken.

    Such a warning becomes a note that says who, when and why.  A breach, or a warning that rests
    on statute or case law, stays as it is, and the attempt is a finding of its own.  Doing it twice
    changes nothing.
    """
    found = [_overridden(finding, programme, law) for finding in findings]
    told = {(finding.rule, finding.where) for finding in found}
    more = run((law_cannot_be_overridden, an_override_names_a_rule), programme, law, found)
    return found + [each for each in more if (each.rule, each.where) not in told]


def law_cannot_be_overridden(
    programme: Programme, law: Law, found: list[Finding]
) -> Iterator[Finding]:
    """Statute and case law bind the officer who would let them be.

    Where a rule of law carries numbers that are policy, the officer may let those be; the finding
    comes only if the law itself is broken too.  It warns: the breach stands as its own finding.
    """
    for override in programme.overrides:
        rule = law.rules.get(override.rule)
        if rule is None or not rule.binds:
            continue
        milder = any(value.kind is not None and not value.kind.binds for value in rule.values)
        if milder and not any(
            each.upholds == rule.id
            and each.proposal == override.proposal
            and each.authority in ("", override.authority)
            and each.severity in (Severity.BREACH, Severity.WARNING)
            and _is_law(each, law)
            for each in found
        ):
            continue
        yield finding_by(
            programme,
            rule,
            "overrides",
            override,
            f"The {override.office} of {programme.authority(override.authority).short_name} would "
            f"let {rule.id} ({rule.title}) be; it is {rule.kind.value} and cannot be overridden.",
            "Withdraw the override, and mend the plan.",
            severity=Severity.WARNING,
        )


def an_override_names_a_rule(
    programme: Programme, law: Law, found: list[Finding]
) -> Iterator[Finding]:
    """An override of what is no rule overrides nothing."""
    ours = {finding.upholds for finding in found}
    for override in programme.overrides:
        if override.rule in law.rules or override.rule in ours:
            continue
        yield finding_on(
            programme,
            "overrides",
            override,
            Severity.WARNING,
            f"{override.rule} is no rule that is held, so the override changes nothing.",
            "Name the rule as the finding does that it is meant for.",
        )


def _overridden(finding: Finding, programme: Programme, law: Law) -> Finding:
    if finding.severity is not Severity.WARNING or _is_law(finding, law):
        return finding
    override = _override_of(finding, programme)
    if override is None:
        return finding
    return replace(
        finding,
        severity=Severity.NOTE,
        overridden=(
            f"Let stand by the {override.office} ({override.officer}), published on "
            f"{in_words(override.published_on)}: {override.reason}"
        ),
    )


def _is_law(finding: Finding, law: Law) -> bool:
    """Whether statute or case law stands behind a finding: its own standing, else its rule's."""
    if finding.standing:
        return finding.standing in _BINDING
    rule = law.rules.get(finding.upholds)
    return rule is not None and rule.binds


def _override_of(finding: Finding, programme: Programme) -> Override | None:
    """The override that meets a finding; one of all councils needs an override of each."""
    held = {
        each.authority: each
        for each in programme.overrides
        if each.rule == finding.upholds and each.proposal == finding.proposal
    }
    if finding.authority:
        return held.get(finding.authority)
    proposals = {proposal.id: proposal.parties for proposal in programme.proposals}
    parties = proposals.get(finding.proposal, ())
    if not parties or not held.keys() >= set(parties):
        return None
    return held[parties[0]]
