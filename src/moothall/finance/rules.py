"""Rules on money.  Printed figures stay as printed; a wrong one gives a finding."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from moothall.basics.figures import Figure, bracketed, pounds
from moothall.basics.findings import Finding, Severity, run
from moothall.facts.fact import Fact
from moothall.facts.findings import finding_on
from moothall.facts.money import Budget, Recurrence, Saving
from moothall.facts.programme import Programme
from moothall.finance.savings import parts_of, work_through


def findings(programme: Programme) -> list[Finding]:
    """Everything this room finds."""
    return run(
        (
            a_budget_table_casts,
            an_amount_fits_its_budget,
            a_saving_comes_off_its_cash_limit,
            a_breakdown_sums,
            one_off_money_is_not_recurrent,
            the_same_money_is_counted_once,
            ring_fenced_money_is_not_general_fund,
            every_partner_has_a_baseline,
            a_financial_benefit_has_a_figure,
        ),
        programme,
    )


def _casting(
    programme: Programme,
    kind: str,
    fact: Fact,
    label: str,
    parts: Iterable[Figure],
    printed: Figure,
) -> Iterator[Finding]:
    """A finding where the parts do not make the printed figure; rounding is told from error."""
    figures = list(parts)
    total = sum((part.value for part in figures), Decimal(0))
    difference = printed.value - total
    if not difference:
        return
    rounding = sum((part.half_unit for part in figures), printed.half_unit)
    by = bracketed(abs(difference))
    if abs(difference) <= rounding:
        severity, what = Severity.NOTE, f"a difference of {by}, which rounding alone can make"
        cure = "Say under the table that figures are rounded."
    else:
        severity, what = Severity.WARNING, f"a difference of {by}, more than rounding can make"
        cure = "Check the table against its source."
    yield finding_on(
        programme,
        kind,
        fact,
        severity,
        f"{label}: the parts make {bracketed(total)}, printed is {printed}: {what}.",
        cure,
        figures=(("printed", printed.text), ("computed", bracketed(total))),
    )


def a_budget_table_casts(programme: Programme) -> Iterator[Finding]:
    """Down (lines to total) and across (expenditure less income is net)."""
    for budget in programme.budgets:
        for line in budget.lines:
            yield from _casting(
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
        yield from _casting(
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


def a_saving_comes_off_its_cash_limit(programme: Programme) -> Iterator[Finding]:
    """Revised cash limit is cash limit less saving; a saving is printed in brackets."""
    for saving in programme.savings:
        yield from _casting(
            programme,
            "savings",
            saving,
            f"Saving {saving.number}, {saving.name}",
            (saving.cash_limit, saving.full_year_saving),
            saving.revised_cash_limit,
        )


def a_breakdown_sums(programme: Programme) -> Iterator[Finding]:
    """Parts make their subtotal, all parts the total, the total is the year's phased amount."""
    for saving in programme.savings:
        if saving.breakdown is None:
            continue
        label = f"Saving {saving.number}, {saving.breakdown.year}"
        parts: list[Figure] = []
        every_part: list[Figure] = []
        for row in saving.breakdown.rows:
            if row.kind == "part":
                parts.append(row.amount)
                every_part.append(row.amount)
            elif row.kind == "subtotal":
                yield from _casting(
                    programme, "savings", saving, f"{label}, {row.name}", parts, row.amount
                )
                parts = []
            else:
                yield from _casting(
                    programme, "savings", saving, f"{label}, {row.name}", every_part, row.amount
                )
                yield from _phased(programme, saving, label, row.amount)


def _phased(programme: Programme, saving: Saving, label: str, total: Figure) -> Iterator[Finding]:
    year = saving.breakdown.year if saving.breakdown else None
    for phased in saving.phasing:
        if phased.year == year and not phased.cumulative:
            made_up = Figure(total.text, -abs(total.value), total.places)
            yield from _casting(
                programme, "savings", saving, f"{label}, phased amount", (made_up,), phased.amount
            )


def one_off_money_is_not_recurrent(programme: Programme) -> Iterator[Finding]:
    """One-off money of one year must be found again in the next (R5)."""
    for saving in programme.savings:
        result = work_through(saving)
        if result is None or not result.one_off:
            continue
        yield finding_on(
            programme,
            "savings",
            saving,
            Severity.WARNING,
            result.sentence,
            f"Plan for {bracketed(result.needed_new)} of recurrent saving in {result.next_year}.",
            upholds="R5",
            figures=(
                ("cumulative next year", bracketed(result.next_year_cumulative)),
                ("recurrent so far", bracketed(result.recurrent)),
                ("one-off", bracketed(result.one_off)),
                ("apparent new", bracketed(result.apparent_new)),
                ("needed new", bracketed(result.needed_new)),
            ),
        )


def the_same_money_is_counted_once(programme: Programme) -> Iterator[Finding]:
    """Money that another programme has already committed cannot be saved a second time."""
    savings = {saving.id: saving for saving in programme.savings}
    for statement in programme.money_statements:
        saving = savings.get(statement.same_money_as or "")
        if saving is None:
            continue
        yield finding_on(
            programme,
            "money_statements",
            statement,
            Severity.WARNING,
            f"{statement.about}: {statement.amount} may be the same money as saving "
            f"{saving.number} ({saving.name}).",
            "Say in which programme the money is counted, and take it out of the other.",
            figures=(
                ("statement", statement.amount.text),
                ("saving", saving.full_year_saving.text),
                ("recurrent part", bracketed(parts_of(saving, Recurrence.RECURRENT))),
            ),
        )


def ring_fenced_money_is_not_general_fund(programme: Programme) -> Iterator[Finding]:
    """A post paid from the schools grant frees grant, not the General Fund's cash limit."""
    for post in programme.posts:
        if post.funding and "dsg" in post.funding.lower():
            yield finding_on(
                programme,
                "posts",
                post,
                Severity.WARNING,
                f"{post.title} is funded by {post.funding}: what sharing it saves is ring-fenced "
                "and does not lower a General Fund cash limit.",
                "Book the saving to the grant, and keep it out of the medium-term plan.",
                upholds="D08",
            )


def every_partner_has_a_baseline(programme: Programme) -> Iterator[Finding]:
    """A partner's missing figures are a finding, never zero."""
    held = {budget.authority for budget in programme.budgets}
    for proposal in programme.proposals:
        missing = [code for code in proposal.parties if code not in held]
        if len(proposal.parties) < 2 or not missing:
            continue
        names = ", ".join(programme.authority(code).short_name for code in missing)
        yield finding_on(
            programme,
            "proposals",
            proposal,
            Severity.QUESTION,
            f"No budget baseline is held for {names}: costs and benefits cannot be shown for "
            "each council.",
            "Ask each section 151 officer for the gross, income and net budget of the services.",
            upholds="D01",
            authority=missing[0] if len(missing) == 1 else "",
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
