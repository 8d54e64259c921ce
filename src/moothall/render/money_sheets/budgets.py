"""Budgets as councils print them, each net and total beside what the formula makes of it."""

from decimal import Decimal

from moothall.facts.money import Budget
from moothall.facts.programme import Programme
from moothall.render.money_sheets.about import source_of
from moothall.render.workbook import Column, Format, MoneySheet, Value

_FIGURES = ("gross_expenditure", "gross_income", "net")


def budgets_sheet(programme: Programme, budgets: tuple[Budget, ...]) -> MoneySheet:
    """Every budget table, in its own unit; income keeps the sign that it is printed with."""
    sheet = MoneySheet(
        "Budgets as printed",
        "Budgets as printed, in the unit of each table",
        (
            Column("council", "Council", width=14),
            Column("service", "Service", width=34),
            Column("unit", "Unit", width=8),
            Column("gross_expenditure", "Gross expenditure", Format.PRINTED),
            Column("gross_income", "Gross income", Format.PRINTED),
            Column("made", "Net", Format.PRINTED, group="Worked out"),
            Column("net", "Net", Format.PRINTED, group="As printed"),
            Column("difference", "Difference", Format.PRINTED),
            Column("source", "Source", width=26),
            Column("assumed", "Assumed", width=40),
        ),
    )
    for budget in budgets:
        _add(programme, sheet, budget)
    return sheet


def _add(programme: Programme, sheet: MoneySheet, budget: Budget) -> None:
    council = programme.authority(budget.authority).short_name
    common: dict[str, Value] = {
        "council": council,
        "unit": budget.unit.value,
        "source": source_of(budget),
        "assumed": budget.assumed,
    }
    first = sheet.next_row
    sums = dict.fromkeys(_FIGURES, Decimal(0))
    subtracts = not _income_is_negative(budget)
    for line in budget.lines:
        printed = {name: getattr(line, name).value for name in _FIGURES}
        income = printed["gross_income"]
        made = printed["gross_expenditure"] + (-income if subtracts else income)
        sign = "-" if subtracts else "+"
        net = sheet.formula(f"{{gross_expenditure}}{sign}{{gross_income}}", made)
        gap = sheet.formula("{net}-{made}", printed["net"] - made)
        sheet.add(service=line.name, made=net, difference=gap, **printed, **common)
        if not line.total:
            sums = {name: sums[name] + printed[name] for name in _FIGURES}
        elif sheet.next_row - 1 > first:
            _add_sum(sheet, first, line.name, sums, common)
            first, sums = sheet.next_row, dict.fromkeys(_FIGURES, Decimal(0))


def _add_sum(
    sheet: MoneySheet,
    first: int,
    name: str,
    sums: dict[str, Decimal],
    common: dict[str, Value],
) -> None:
    """What the rows above a printed total make."""
    last = sheet.next_row - 2
    made = {
        column: sheet.formula(f"SUM({sheet.span(column, first, last)})", value)
        for column, value in sums.items()
    }
    sheet.add_total(service=f"{name}: the rows above make", **made, **common)


def _income_is_negative(budget: Budget) -> bool:
    return any(line.gross_income.value < 0 for line in budget.lines)
