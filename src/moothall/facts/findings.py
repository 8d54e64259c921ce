"""Findings about a fact: where it stands, whose it is, and whether it was assumed."""

from typing import Any

from moothall.basics.findings import Finding, Severity
from moothall.facts.fact import PROGRAMME, Fact
from moothall.facts.programme import Programme


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
