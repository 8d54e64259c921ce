"""The options table of a proposal, and the rules on options."""

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.proposals import Option, Stage, Standing

_ORDER = list(Standing)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsTable:
    """A proposal's options, the benchmark first."""

    proposal: str
    options: tuple[Option, ...]


def options_of(programme: Programme) -> tuple[OptionsTable, ...]:
    """A table for each proposal that has options."""
    tables = []
    for proposal in programme.proposals:
        options = [option for option in programme.options if option.proposal == proposal.id]
        if options:
            options.sort(key=lambda option: _ORDER.index(option.standing))
            tables.append(OptionsTable(proposal=proposal.id, options=tuple(options)))
    return tuple(tables)


def findings(programme: Programme) -> list[Finding]:
    """Everything this room finds."""
    return run(
        (a_proposal_has_its_options, options_have_a_benchmark, a_rejected_option_has_its_reason),
        programme,
    )


def a_proposal_has_its_options(programme: Programme) -> Iterator[Finding]:
    """Past formulation, what was considered must be on record, with the method (C10)."""
    considered = {option.proposal for option in programme.options}
    for proposal in programme.proposals:
        if proposal.stage is Stage.FORMULATION:
            continue
        if proposal.id not in considered:
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.WARNING,
                f"{proposal.name} is past formulation and no option is recorded.",
                "Record the options, keeping things as they are among them.",
                upholds="C10",
            )
        elif not any(
            benefit.measured_by for benefit in programme.benefits if benefit.proposal == proposal.id
        ):
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.WARNING,
                f"{proposal.name}: the options are named, but no method of appraisal and no "
                "measured benefit is held.",
                "Set out how the options were compared, and the preferred one's business case.",
                upholds="C10",
            )


def options_have_a_benchmark(programme: Programme) -> Iterator[Finding]:
    """Without "keep things as they are" there is nothing to compare with."""
    for table in options_of(programme):
        if not any(option.standing is Standing.BENCHMARK for option in table.options):
            proposal = programme.proposal(table.proposal)
            yield finding_on(
                programme,
                "proposals",
                proposal,
                Severity.WARNING,
                f"{proposal.name} has options but none that keeps things as they are.",
                "Add the benchmark: what happens if nothing is done.",
                upholds="C02",
            )


def a_rejected_option_has_its_reason(programme: Programme) -> Iterator[Finding]:
    """The record of a decision lists the options rejected, with reasons."""
    for option in programme.options:
        if option.standing is Standing.REJECTED and not option.reasons.strip():
            yield finding_on(
                programme,
                "options",
                option,
                Severity.WARNING,
                f"{option.name} is rejected without a reason.",
                "Write why; the decision record must carry it.",
                reference="SI 2012/2089 reg 12(2)",
            )
