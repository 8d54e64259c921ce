"""Rules on money.  Printed figures stay as printed; a wrong one gives a finding."""

from collections.abc import Iterator

from moothall.basics.figures import pounds
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.findings import finding_on
from moothall.facts.money import Budget
from moothall.facts.programme import Programme
from moothall.finance import (
    baseline_rules,
    baseline_sum_rules,
    council_lines_rules,
    saving_claims_rules,
    saving_size_rules,
    savings_rules,
    signing_rules,
)
from moothall.finance.baseline import baselines_of
from moothall.finance.casting import casting


def findings(programme: Programme) -> list[Finding]:
    """Everything this room finds in printed tables, baselines and savings plans."""
    return [
        *baseline_findings(programme),
        *savings_findings(programme),
        *run((a_financial_benefit_has_a_figure,), programme),
    ]


def baseline_findings(programme: Programme) -> list[Finding]:
    """What stands between the councils and a joint baseline."""
    baselines = baselines_of(programme)
    return [
        *run((a_budget_table_casts, an_amount_fits_its_budget), programme),
        *baseline_rules.findings(programme, baselines),
        *baseline_sum_rules.findings(programme, baselines),
        *signing_rules.findings(programme, baselines),
    ]


def savings_findings(programme: Programme) -> list[Finding]:
    """What is wrong, or not said, in the savings plans."""
    return [
        *savings_rules.findings(programme),
        *council_lines_rules.findings(programme),
        *saving_claims_rules.findings(programme),
        *saving_size_rules.findings(programme),
    ]


def a_budget_table_casts(programme: Programme) -> Iterator[Finding]:
    """Down (lines to total) and across (expenditure less income is net)."""
    for budget in programme.budgets:
        for line in budget.lines:
            yield from casting(
                programme,
                "budgets",
                budget,
                f"{budget.name}, {line.name}, across",
                (line.gross_expenditure, line.gross_income),
                line.net,
            )
        yield from _down(programme, budget)


def _down(programme: Programme, budget: Budget) -> Iterator[Finding]:
    total = next((line for line in budget.lines if line.total), None)
    if total is None:
        return
    lines = [line for line in budget.lines if not line.total]
    for column, title in (
        ("gross_expenditure", "gross expenditure"),
        ("gross_income", "gross income"),
        ("net", "net budget"),
    ):
        yield from casting(
            programme,
            "budgets",
            budget,
            f"{budget.name}, {title}, down",
            [getattr(line, column) for line in lines],
            getattr(total, column),
        )


def an_amount_fits_its_budget(programme: Programme) -> Iterator[Finding]:
    """An amount larger than the whole that it is part of has the wrong unit, or is wrong."""
    budgets = {budget.id: budget for budget in programme.budgets}
    for statement in programme.money_statements:
        budget = budgets.get(statement.against or "")
        if budget is None:
            continue
        whole = max(abs(pounds(line.gross_expenditure, budget.unit)) for line in budget.lines)
        amount = abs(statement.amount.value)
        if amount > whole:
            yield finding_on(
                programme,
                "money_statements",
                statement,
                Severity.WARNING,
                f"{statement.about}: {statement.amount} is {amount / whole:,.0f} times the whole "
                f"gross budget of £{whole:,.0f} that it is measured against: a unit slip?",
                "Check the unit with the finance officer who authorised it; the figure stays as "
                "printed until then.",
                figures=(("printed", statement.amount.text), ("whole", f"£{whole:,.0f}")),
            )


def a_financial_benefit_has_a_figure(programme: Programme) -> Iterator[Finding]:
    """A claim of saving with neither figure nor measure stays a claim."""
    for benefit in programme.benefits:
        if benefit.kind == "financial" and benefit.measured_by is None:
            yield finding_on(
                programme,
                "benefits",
                benefit,
                Severity.NOTE,
                f"A financial benefit is claimed without a figure: {benefit.text}",
                "Give the amount, the year and who has verified it, or call it unmeasured.",
                upholds="D09",
            )
