"""Every money table of a proposal as one workbook (.xlsx) with live formulas."""

from collections.abc import Iterator
from datetime import date

from moothall.basics.years import FinancialYear
from moothall.facts.fact import Fact
from moothall.facts.programme import Programme
from moothall.facts.proposals import Proposal
from moothall.finance.baseline import baseline_of
from moothall.finance.exit import terms_of
from moothall.finance.forums import forum_needs_of
from moothall.finance.ledger import ledger_of
from moothall.finance.partner_years import years_with_a_split
from moothall.finance.recorded_answers import answers_of
from moothall.finance.savings_plan import savings_plan_of
from moothall.finance.split_comparison import compare_rules
from moothall.finance.splits import shares_of
from moothall.finance.true_up import true_up
from moothall.law.rates_held import StatutoryRates
from moothall.render.money_sheets.about import about_sheet
from moothall.render.money_sheets.answers import answers_sheet, forums_sheet
from moothall.render.money_sheets.baseline import baseline_sheet
from moothall.render.money_sheets.budgets import budgets_sheet
from moothall.render.money_sheets.posts import PostYears, cost_sheet, effect_sheet
from moothall.render.money_sheets.savings import make_up_sheet, phasing_sheet, savings_sheet
from moothall.render.money_sheets.settling import disagreements_sheet, rules_sheet, true_up_sheet
from moothall.render.money_sheets.sharing import exit_sheet, ledger_sheet, shares_sheet
from moothall.render.workbook import MoneySheet, workbook
from moothall.workforce.in_service import year_of
from moothall.workforce.post_effects import effects_of, first_year

_KINDS = (
    *("baseline_lines", "savings", "posts", "splits", "coalition_costs", "ledger_entries"),
    *("exit_terms", "forum_items"),
)
YEARS_OF_POSTS = 3
"""How many years of shared posts stand in a workbook at least, from the first that is paid."""


def money_workbook(
    programme: Programme, proposal: Proposal, as_at: date, rates: StatutoryRates
) -> bytes:
    """The workbook's bytes.  A table of which nothing is on record has no sheet.

    `rates` are what the country sets on top of pay, and for early years money.
    """
    facts = tuple(_facts(programme, proposal))
    sheets = [
        about_sheet(programme, proposal, as_at, facts),
        *_sheets(programme, proposal),
        *_posts(programme, proposal, as_at, rates),
        *_sharing(programme, proposal),
        *_answers(programme, proposal, rates),
    ]
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


def _posts(
    programme: Programme, proposal: Proposal, as_at: date, rates: StatutoryRates
) -> Iterator[MoneySheet]:
    """From the first year that is paid to that of the day, three at least."""
    now = year_of(as_at)
    first = first_year(programme, {proposal.id}) or now
    until = FinancialYear(max(first.start + YEARS_OF_POSTS, now.start + 1))
    effects = effects_of(programme, proposal.id, rates, first, until)
    posts = [
        PostYears(post, own)
        for post in programme.posts
        if (own := tuple(each for each in effects if each.post == post.id))
    ]
    if posts:
        costs, places = cost_sheet(programme, rates, posts)
        yield costs
        yield effect_sheet(programme, posts, places)


def _sharing(programme: Programme, proposal: Proposal) -> Iterator[MoneySheet]:
    ledger = ledger_of(programme, proposal.id)
    splits = [each for each in programme.splits if each.proposal == proposal.id]
    if splits:
        shared = sorted({*ledger.years, *(each.since for each in splits)})
        yield shares_sheet(programme, (shares_of(programme, proposal.id, year) for year in shared))
    years = years_with_a_split(programme, proposal.id)
    compared = [(str(year), compare_rules(programme, proposal.id, year)) for year in years]
    if any(comparison.rules for _, comparison in compared):
        yield rules_sheet(programme, compared)
    if any(each.proposal == proposal.id for each in programme.ledger_entries):
        yield ledger_sheet(programme, ledger)
        if ledger.disagreements:
            yield disagreements_sheet(programme, ledger.disagreements)
        yield true_up_sheet(programme, (true_up(programme, ledger, y) for y in ledger.years))
    terms = terms_of(programme, proposal.id)
    if terms is not None and terms.costs:
        yield exit_sheet(programme, terms)


def _answers(
    programme: Programme, proposal: Proposal, rates: StatutoryRates
) -> Iterator[MoneySheet]:
    needs = forum_needs_of(programme, proposal)
    if needs:
        yield forums_sheet(programme, rates, needs)
    answers = answers_of(programme, proposal)
    if any(each.vat or each.year_end or each.lines for each in answers):
        yield answers_sheet(programme, answers)
