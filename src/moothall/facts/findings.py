"""Findings about a fact: where it stands, whose it is, and whether it was assumed."""

from typing import Any

from moothall.basics.findings import ORDER, Finding, Severity
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.programme import Programme
from moothall.law.law import Rule


def finding_on(
    programme: Programme,
    kind: str,
    fact: Fact,
    severity: Severity,
    message: str,
    cure: str,
    **more: Any,
) -> Finding:
    """A finding that carries the fact's path, place, owner, proposal, source and assumption."""
    owner = getattr(fact, "authority", None) or ("" if fact.owner == PROGRAMME else fact.owner)
    proposal = fact.id if kind == "proposals" else getattr(fact, "proposal", None) or ""
    details: dict[str, Any] = {
        "authority": owner,
        "proposal": proposal,
        "reference": f"document {fact.source}",
        "assumed": fact.assumed or "",
        "place": programme.place(kind, fact.id),
    }
    return Finding(
        severity=severity,
        message=message,
        where=f"{kind}/{fact.id}",
        cure=cure,
        **(details | more),
    )


def finding_by(
    programme: Programme,
    rule: Rule,
    kind: str,
    fact: Fact,
    message: str,
    cure: str,
    *,
    severity: Severity | None = None,
    **more: Any,
) -> Finding:
    """A finding on a fact that rests on an entry of the rule list.

    It carries the rule's standing and how it is known.  Only statute and case law give a breach:
    `severity` can make a finding milder than the rule's standing, never graver.
    """
    gravest = Severity.BREACH if rule.binds else Severity.WARNING
    given = gravest if severity is None else max(severity, gravest, key=ORDER.__getitem__)
    return finding_on(
        programme,
        kind,
        fact,
        given,
        message,
        cure,
        **(
            {
                "upholds": rule.id,
                "reference": rule.reference,
                "standing": rule.kind.value,
                "evidence": rule.evidence,
            }
            | more
        ),
    )
