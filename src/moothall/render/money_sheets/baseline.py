"""The joint baseline: each council's own lines, net as a formula, totals of who has lines."""

from decimal import Decimal

from moothall.facts.baselines import BaselineLine
from moothall.finance.baseline import JointBaseline, YearSums, charged_between
from moothall.render.money_sheets.about import source_of
from moothall.render.workbook import Column, Format, Formula, MoneySheet

_SUMMED = ("gross_expenditure", "gross_income", "net")


def baseline_sheet(baseline: JointBaseline) -> MoneySheet:
    """Year by year, for each price base by itself: the lines, each council's total, the total."""
    sheet = MoneySheet(
        "Baseline",
        "Joint baseline: what the services cost before anything is shared",
        (
            Column("council", "Council", width=14),
            Column("service", "Service", width=34),
            Column("funding", "Funding stream", width=26),
            Column("year", "Year", width=10),
            Column("prices", "Prices of", width=10),
            Column("gross_expenditure", "Gross expenditure", Format.POUNDS, 18),
            Column("gross_income", "Gross income", Format.POUNDS, 18),
            Column("net", "Net", Format.POUNDS, 18),
            Column("fte", "FTE", Format.NUMBER, 10),
            Column("recharges_in", "Of it recharges in", Format.POUNDS, 18),
            Column("recharges_out", "Of it recharges out", Format.POUNDS, 18),
            Column("grant_ends", "Grant ends", width=14),
            Column("code", "Ledger code", width=14),
            Column("source", "Source", width=26),
            Column("assumed", "Assumed", width=40),
        ),
        above=[baseline.sentence],
    )
    for sums in baseline.totals:
        _add_year(sheet, baseline, sums)
    return sheet


def _add_year(sheet: MoneySheet, baseline: JointBaseline, sums: YearSums) -> None:
    totals: list[int] = []
    for council in baseline.councils:
        lines = [
            line
            for line in council.lines
            if (line.year, line.price_base) == (sums.year, sums.price_base)
        ]
        if lines:
            totals.append(_add_council(sheet, council.name, lines))
        else:
            sheet.add(
                council=council.name,
                service="no line on record for this year: missing, and not nought",
                year=str(sums.year),
            )
    held = {
        "gross_expenditure": sums.total.gross_expenditure,
        "gross_income": sums.total.gross_income,
        "net": sums.total.net,
    }
    made = {
        name: sheet.formula("+".join(f"{sheet.letters(name)}{row}" for row in totals) or "0", value)
        for name, value in held.items()
    }
    missing = f" of {len(totals)} of {len(baseline.councils)} councils" if sums.missing else ""
    sheet.add_total(service=f"Total{missing}, {sums.title}", year=str(sums.year), **made)


def _add_council(sheet: MoneySheet, name: str, lines: list[BaselineLine]) -> int:
    """One council's lines and its total, of which the row is returned."""
    first = sheet.next_row
    for line in lines:
        sheet.add(
            council=name,
            service=line.service,
            funding=line.funding.value,
            year=str(line.year),
            prices=str(line.price_base or "not stated"),
            gross_expenditure=line.gross_expenditure,
            gross_income=line.gross_income,
            net=sheet.formula("{gross_expenditure}-{gross_income}", line.net),
            fte=line.fte,
            recharges_in=line.recharges_in,
            recharges_out=line.recharges_out,
            grant_ends=line.grant_ends.text if line.grant_ends else None,
            code=line.ledger_code,
            source=source_of(line),
            assumed=line.assumed,
        )
    last = sheet.next_row - 1
    between = charged_between(lines)
    if between:
        # So that no pound stands in gross expenditure and income twice; the net is the same.
        last = sheet.add(
            council=name,
            service="less what these lines charge one another",
            gross_expenditure=-between,
            gross_income=-between,
            net=sheet.formula("{gross_expenditure}-{gross_income}", Decimal(0)),
        )
    made: dict[str, Formula] = {}
    for column in _SUMMED:
        value = sum((getattr(line, column) for line in lines), Decimal(0))
        value -= between if column != "net" else Decimal(0)
        made[column] = sheet.formula(f"SUM({sheet.span(column, first, last)})", value)
    if all(line.fte is not None for line in lines):
        staff = sum((line.fte for line in lines if line.fte is not None), Decimal(0))
        made["fte"] = sheet.formula(f"SUM({sheet.span('fte', first, last)})", staff)
    return sheet.add_total(council=name, service=f"{name} together", **made)
