"""Rules on parting."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.words import listed
from moothall.finance.exit import parting_of, terms_of

NAMED = {"redundancy": ("redundan", "severance"), "pension strain": ("pension", "strain")}
"""What every parting of shared staff can cost, and words that name it (a list of our own)."""


def an_exit_has_notice_costs_and_a_share_out(programme: Programme) -> Iterator[Finding]:
    """How the councils would part is agreed before they need it."""
    for proposal in programme.proposals:
        terms = terms_of(programme, proposal.id)
        if terms is None:
            if any(each.proposal == proposal.id for each in programme.splits) or any(
                each.proposal == proposal.id for each in programme.ledger_entries
            ):
                yield finding_on(
                    programme,
                    "proposals",
                    proposal,
                    Severity.QUESTION,
                    f"{proposal.name}: a cost is shared, and nothing says how the councils would "
                    "part: notice, what it costs, who bears it.",
                    "Ask for the exit terms of the agreement before it is signed.",
                )
            continue
        lacking = [] if terms.notice_months is not None else ["the length of notice"]
        lacking += [] if terms.costs else ["what parting costs"]
        lacking += [] if terms.share_out is not None else ["who bears it"]
        if lacking:
            yield finding_on(
                programme,
                "exit_terms",
                terms,
                Severity.WARNING,
                f"The exit terms of {proposal.name} do not say {listed(lacking)}.",
                "Write it into the agreement.",
            )
        parting = parting_of(programme, proposal.id)
        if terms.share_out is not None and parting is not None and parting.lacking:
            yield finding_on(
                programme,
                "exit_terms",
                terms,
                Severity.QUESTION,
                f"Who bears the costs of parting cannot be worked out: {parting.lacking}.",
                "Give every party's weight for the share-out.",
            )
        names = " ".join(cost.name.lower() for cost in terms.costs)
        unnamed = [
            what for what, words in NAMED.items() if not any(word in names for word in words)
        ]
        if terms.costs and unnamed:
            yield finding_on(
                programme,
                "exit_terms",
                terms,
                Severity.QUESTION,
                f"The costs of parting name no {' and no '.join(unnamed)}.",
                "Ask human resources and the pension fund; write 0 where there is none.",
            )
