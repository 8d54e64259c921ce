"""Rules on risks."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme


def findings(programme: Programme) -> list[Finding]:
    """Everything this room finds."""
    return run((every_proposal_has_its_risks, an_action_has_an_owner), programme)


def every_proposal_has_its_risks(programme: Programme) -> Iterator[Finding]:
    """Risk management is applied to each option at each stage."""
    held = {risk.proposal for risk in programme.risks}
    for proposal in programme.proposals:
        if proposal.id not in held:
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.WARNING,
                f"No risk is recorded for {proposal.name}.",
                "Record its risks with the risk management teams of each council.",
                upholds="C04",
            )


def an_action_has_an_owner(programme: Programme) -> Iterator[Finding]:
    """A planned action that nobody owns is not planned."""
    for risk in programme.risks:
        if risk.actions and risk.action_owner is None:
            yield finding_on(
                programme,
                "risks",
                risk,
                Severity.NOTE,
                f"{risk.title}: {len(risk.actions)} planned actions have no named owner.",
                "Name who acts, in each council, and by when.",
                upholds="F01r",
            )
