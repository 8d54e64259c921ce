"""Every money table of a proposal as one workbook (.xlsx) with live formulas."""

from collections.abc import Iterator
from datetime import date

from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.finance.baseline import baseline_of
from moothall.finance.exit import terms_of
from moothall.finance.ledger import ledger_of
from moothall.finance.savings_plan import savings_plan_of
from moothall.finance.splits import shares_of
from moothall.render.money_sheets.about import about_sheet
from moothall.render.money_sheets.baseline import baseline_sheet
from moothall.render.money_sheets.budgets import budgets_sheet
from moothall.render.money_sheets.savings import make_up_sheet, phasing_sheet, savings_sheet
from moothall.render.money_sheets.sharing import exit_sheet, ledger_sheet, shares_sheet
from moothall.render.workbook import MoneySheet, workbook

_KINDS = ("baseline_lines", "savings", "splits", "ledger_entries", "exit_terms")


def money_workbook(programme: Programme, proposal: Proposal, as_at: date) -> bytes:
    """The workbook's bytes.  A table of which nothing is on record has no sheet."""
    facts = tuple(_facts(programme, proposal))
    sheets = [about_sheet(programme, proposal, as_at, facts), *_sheets(programme, proposal)]
    return workbook(
        sheets,
        title=f"Money: {proposal.name}",
        about=f"{programme.about.name}, as on record on {as_at.isoformat()}",
    )


def _facts(programme: Programme, proposal: Proposal) -> Iterator[Fact]:
    """Every fact that stands in the workbook."""
    yield from (each for each in programme.budgets if each.proposal in (None, proposal.id))
    for kind in _KINDS:
        yield from (each for each in getattr(programme, kind) if each.proposal == proposal.id)


def _sheets(programme: Programme, proposal: Proposal) -> Iterator[MoneySheet]:
    budgets = tuple(
        each
        for each in programme.budgets
        if each.proposal in (None, proposal.id) and each.authority in proposal.parties
    )
    if budgets:
        yield budgets_sheet(programme, budgets)
    baseline = baseline_of(programme, proposal)
    if baseline.totals:
        yield baseline_sheet(baseline)
    plan = savings_plan_of(programme, proposal)
    if plan.lines:
        yield savings_sheet(plan)
        if any(line.years for line in plan.lines):
            yield phasing_sheet(plan)
        if any(line.fact.breakdown for line in plan.lines):
            yield make_up_sheet(line.fact for line in plan.lines)
    ledger = ledger_of(programme, proposal.id)
    splits = [each for each in programme.splits if each.proposal == proposal.id]
    if splits:
        years = sorted({*ledger.years, *(each.since for each in splits)})
        yield shares_sheet(programme, (shares_of(programme, proposal.id, year) for year in years))
    if any(each.proposal == proposal.id for each in programme.ledger_entries):
        yield ledger_sheet(programme, ledger)
    terms = terms_of(programme, proposal.id)
    if terms is not None and terms.costs:
        yield exit_sheet(programme, terms)
