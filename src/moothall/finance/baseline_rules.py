"""Rules on the lines of the joint baseline: whose are missing, and whose money ends."""

from collections.abc import Iterator

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.baselines import FundingStream
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.facts.words import in_pounds, names_of
from moothall.finance.baseline import CouncilBaseline, JointBaseline

_KIND = "baseline_lines"


Baselines = tuple[JointBaseline, ...]
"""The baseline of every proposal, in the programme's order."""


def findings(programme: Programme, baselines: Baselines) -> list[Finding]:
    """What is missing from a programme's baselines."""
    return run(
        (every_partner_has_a_baseline, every_partner_answers_for_every_service),
        programme,
        baselines,
    ) + run(
        (
            a_printed_budget_names_its_year_and_stream,
            only_a_party_has_lines,
            a_grant_says_when_it_ends,
            a_line_outlasts_no_grant,
        ),
        programme,
    )


def each_baseline(
    programme: Programme, baselines: Baselines
) -> Iterator[tuple[Proposal, JointBaseline]]:
    """Every proposal with its baseline."""
    yield from zip(programme.proposals, baselines, strict=True)


def councils_with_lines(
    programme: Programme, baselines: Baselines
) -> Iterator[tuple[Proposal, CouncilBaseline]]:
    """Every party that has lines, proposal by proposal."""
    for proposal, baseline in each_baseline(programme, baselines):
        for council in baseline.councils:
            if council.lines:
                yield proposal, council


def every_partner_has_a_baseline(programme: Programme, baselines: Baselines) -> Iterator[Finding]:
    """A partner's missing figures are a finding, never zero."""
    printed = {budget.authority for budget in programme.budgets}
    for proposal, baseline in each_baseline(programme, baselines):
        missing = baseline.missing
        if len(proposal.parties) < 2 or not missing:
            continue
        with_table = tuple(code for code in missing if code in printed)
        told = (
            f"; of {names_of(programme, with_table)} only a printed table is held, which says too "
            "little to be compared"
            if with_table
            else ""
        )
        yield finding_on(
            programme,
            "proposals",
            proposal,
            Severity.QUESTION,
            f"No baseline lines are held for {names_of(programme, missing)}{told}: costs and "
            "benefits cannot be shown for each council.",
            "Ask each section 151 officer for gross expenditure, gross income and full-time "
            "equivalents of the services, by funding stream, in the prices of a stated year.",
            upholds="D01",
            authority=missing[0] if len(missing) == 1 else "",
        )


def a_printed_budget_names_its_year_and_stream(programme: Programme) -> Iterator[Finding]:
    """A budget table can be held against another council's only with its year and its funding."""
    for budget in programme.budgets:
        lacks = [
            words
            for words, value in (("year", budget.year), ("funding stream", budget.funding))
            if value is None
        ]
        if not lacks:
            continue
        taken = any(
            (line.authority, line.source) == (budget.authority, budget.source)
            for line in programme.baseline_lines
        )
        so = (
            "the baseline lines taken from it rest on an assumption"
            if taken
            else "it is shown as printed and not taken into the joint baseline"
        )
        yield finding_on(
            programme,
            "budgets",
            budget,
            Severity.QUESTION,
            f"{budget.name}: the table names no {' and no '.join(lacks)}, so {so}.",
            "Ask its finance officer which year and which funding it shows, and enter its rows as "
            "baseline lines with both.",
            upholds="D01",
        )


def every_partner_answers_for_every_service(
    programme: Programme, baselines: Baselines
) -> Iterator[Finding]:
    """A service for which only some partners have lines is asked for, not taken as nil."""
    for proposal, baseline in each_baseline(programme, baselines):
        held = [council for council in baseline.councils if council.lines]
        services = {
            line.service.strip().casefold(): line.service
            for council in held
            for line in council.lines
        }
        for council in held:
            own = {line.service.strip().casefold() for line in council.lines}
            lacking = sorted(name for key, name in services.items() if key not in own)
            if lacking:
                yield finding_on(
                    programme,
                    "proposals",
                    proposal,
                    Severity.QUESTION,
                    f"{council.name} has no line for {', '.join(lacking)}, for which a partner "
                    "has: it is left open, not taken as nothing.",
                    f"Ask {council.name}'s section 151 officer for the line, or for a line of £0 "
                    "if there is no such service.",
                    upholds="D01",
                    authority=council.authority,
                )


def only_a_party_has_lines(programme: Programme) -> Iterator[Finding]:
    """A line of a council that is no party to the proposal stands in no total."""
    for line in programme.baseline_lines:
        proposal = programme.proposal(line.proposal)
        if line.authority not in proposal.parties:
            name = programme.authority(line.authority).short_name
            yield finding_on(
                programme,
                _KIND,
                line,
                Severity.WARNING,
                f"{line.service}: {name} is no party to {proposal.name}; its line stands in no "
                "total.",
                "Add the council to the proposal's parties, or take the line out.",
            )


def a_grant_says_when_it_ends(programme: Programme) -> Iterator[Finding]:
    """Money of a grant is money until a day."""
    for line in programme.baseline_lines:
        if line.funding is FundingStream.GRANT and line.grant_ends is None:
            yield finding_on(
                programme,
                _KIND,
                line,
                Severity.QUESTION,
                f"{line.service} is paid from a grant, and nobody has said until when.",
                "Ask for the grant's conditions and its last day.",
                upholds="D13",
            )


def a_line_outlasts_no_grant(programme: Programme) -> Iterator[Finding]:
    """A line that goes on after its grant ends needs other money."""
    for line in programme.baseline_lines:
        if line.grant_ends is not None:
            yield finding_on(
                programme,
                _KIND,
                line,
                Severity.WARNING,
                f"{line.service}: its {line.funding.value} ends {line.grant_ends}; a service that "
                f"costs {in_pounds(line.gross_expenditure)} a year has no money behind it from "
                "then, shared or not.",
                "Say who pays after that, in each council, or that the service ends with the "
                "grant.",
                upholds="D13",
                figures=(
                    ("gross expenditure", in_pounds(line.gross_expenditure)),
                    ("ends", str(line.grant_ends)),
                ),
            )
