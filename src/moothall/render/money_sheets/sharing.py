"""Who pays what: each year's shares to the penny, the ledger, and what parting would cost."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from moothall.facts.programme import Programme
from moothall.facts.sharing import ExitTerms
from moothall.finance.exit import YEARS
from moothall.finance.ledger_grid import Ledger
from moothall.finance.splits import YearShares
from moothall.render.money_sheets.about import source_of
from moothall.render.workbook import Column, Format, MoneySheet

_DIGITS = Context(prec=15)
"""As many as a spreadsheet holds."""
_PENNY = Decimal("0.01")
_FINE = Decimal("0.000001")
MONTHS = (
    *("", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December", "January", "February", "March"),
)


def shares_sheet(programme: Programme, years: Iterable[YearShares]) -> MoneySheet:
    """Each council's share of the joint cost; the odd pennies stand apart, and the sum is whole."""
    sheet = MoneySheet(
        "Shares",
        "Each council's share of the joint cost, in pounds",
        (
            Column("year", "Year", width=10),
            Column("basis", "Split by", width=22),
            Column("council", "Council", width=14),
            Column("cost", "Joint cost", Format.POUNDS, 18),
            Column("exact", "Exact part", width=18),
            Column("part", "Part", Format.PERCENT, 12),
            Column("odd", "Odd penny", Format.POUNDS, 10),
            Column("share", "Share", Format.POUNDS, 18),
            Column("said", "How it came about", width=60),
        ),
        above=["Odd pennies go to the largest remainders, so that the shares make the cost."],
    )
    for year in years:
        _add_shares(programme, sheet, year)
    return sheet


def _add_shares(programme: Programme, sheet: MoneySheet, year: YearShares) -> None:
    basis = year.basis.value if year.basis else "no split"
    if not year.parts:
        sheet.add(year=str(year.year), basis=basis, said=year.lacking)
        return
    first = sheet.next_row
    pence = year.to_the_penny or tuple(Fraction(0) for _ in year.parts)
    for place, code in enumerate(year.authorities):
        part = _as_held(year.parts[place])
        cost = None if year.cost is None else _as_held(year.cost)
        share = _exactly(pence[place])
        rounded = _to_the_penny(cost * part) if cost is not None else Decimal(0)
        sheet.add(
            year=str(year.year),
            basis=basis,
            council=programme.authority(code).short_name,
            cost=cost,
            exact=str(year.parts[place]),
            part=part,
            odd=share - rounded if cost is not None else None,
            share=sheet.formula("ROUND(ROUND({cost}*{part},6),2)+{odd}", share)
            if cost is not None
            else None,
            said="; ".join(year.said) if place == 0 else None,
        )
    last = sheet.next_row - 1
    parts = sheet.formula(f"SUM({sheet.span('part', first, last)})", Decimal(1))
    total = sheet.formula(
        f"SUM({sheet.span('share', first, last)})", _exactly(sum(pence, Fraction(0)))
    )
    sheet.add_total(
        year=str(year.year),
        council="Together",
        part=parts,
        share=total if year.cost is not None else None,
        said=None if year.cost is not None else "The joint cost is not known.",
    )


def _to_the_penny(value: Decimal) -> Decimal:
    """As the formula does it: to the millionth first, so that a binary fraction cannot tip it."""
    fine = value.quantize(_FINE, rounding=ROUND_HALF_UP)
    return fine.quantize(_PENNY, rounding=ROUND_HALF_UP)


def _exactly(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _as_held(value: Fraction) -> Decimal:
    """The value in as many digits as a spreadsheet holds."""
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def ledger_sheet(programme: Programme, ledger: Ledger) -> MoneySheet:
    """By month where months are said: planned, spent, due, settled, and what is still owed."""
    sheet = MoneySheet(
        "Ledger",
        "Ledger: who planned, spent, owes and has settled what, in pounds",
        (
            Column("council", "Council", width=14),
            Column("year", "Year", width=10),
            Column("month", "Month", width=14),
            Column("funding", "Funding stream", width=26),
            Column("before", "Before sharing", Format.POUNDS, 16),
            Column("planned", "Planned", Format.POUNDS, 16),
            Column("share", "Share of the plan", Format.POUNDS, 16),
            Column("actual", "Spent", Format.POUNDS, 16),
            Column("cumulative", "Spent so far in the year", Format.POUNDS, 16),
            Column("due", "Share of what all spent", Format.POUNDS, 16),
            Column("settled", "Settled", Format.POUNDS, 16),
            Column("balance", "Still to pay (in brackets: to get)", Format.POUNDS, 18),
        ),
        above=["Where two councils hold different figures of one thing, the council's own stands."],
    )
    first, begun, so_far = sheet.next_row, 0, Decimal(0)
    group: tuple[object, ...] = ()
    sums = dict.fromkeys(("before", "planned", "share", "actual", "due", "settled"), Decimal(0))
    balance = Decimal(0)
    rows = sorted(
        ledger.rows(by_month=True),
        key=lambda each: (
            ledger.authorities.index(each.authority),
            each.year,
            ledger.streams.index(each.funding),
            each.month or 0,
        ),
    )
    for row in rows:
        if group != (row.authority, row.year, row.funding):
            group, begun, so_far = (
                (row.authority, row.year, row.funding),
                sheet.next_row,
                Decimal(0),
            )
        so_far += row.actual or Decimal(0)
        spent = sheet.formula(f"SUM({sheet.span('actual', begun, sheet.next_row)})", so_far)
        owed = (
            sheet.formula("N({due})-N({actual})-N({settled})", row.balance)
            if row.balance is not None
            else None
        )
        figures = {name: getattr(row, name) for name in sums}
        sheet.add(
            council=programme.authority(row.authority).short_name,
            year=str(row.year),
            month=MONTHS[row.month] if row.month else "whole year",
            funding=row.funding.value,
            cumulative=spent if row.actual is not None else None,
            balance=owed,
            **figures,
        )
        sums = {name: sums[name] + (figures[name] or Decimal(0)) for name in sums}
        balance += row.balance or Decimal(0)
    last = sheet.next_row - 1
    if rows:
        # What nobody has said has no sum: nought would say that there is none.
        made = {
            name: sheet.formula(f"SUM({sheet.span(name, first, last)})", value)
            for name, value in (*sums.items(), ("balance", balance))
            if any(getattr(row, name) is not None for row in rows)
        }
        sheet.add_total(council="Together", **made)
    return sheet


def exit_sheet(programme: Programme, terms: ExitTerms) -> MoneySheet:
    """What parting would cost over five years, as the terms of exit give it."""
    sheet = MoneySheet(
        "Cost of parting",
        f"What parting would cost over {YEARS} years, in pounds",
        (
            Column("name", "Cost", width=40),
            Column("council", "Incurred by", width=14),
            Column("amount", "Amount", Format.POUNDS, 18),
            Column("year_after", "In the year after notice", Format.WHOLE, 12),
            Column("recurrent", "Every year from then on", width=12),
            Column("years", "Years counted", Format.WHOLE, 10),
            Column("total", "Together", Format.POUNDS, 18),
            Column("source", "Source", width=26),
            Column("assumed", "Assumed", width=40),
        ),
    )
    first, total = sheet.next_row, Decimal(0)
    for cost in terms.costs:
        falls = max(0, YEARS + 1 - cost.year_after)
        years = falls if cost.recurrent else min(falls, 1)
        counted = (
            f'IF({{recurrent}}="yes",MAX(0,{YEARS + 1}-{{year_after}}),'
            f"MIN(1,MAX(0,{YEARS + 1}-{{year_after}})))"
        )
        sheet.add(
            name=cost.name,
            council=programme.authority(cost.authority).short_name,
            amount=cost.amount,
            year_after=cost.year_after,
            recurrent="yes" if cost.recurrent else "no",
            years=sheet.formula(counted, Decimal(years)),
            total=sheet.formula("{amount}*{years}", cost.amount * years),
            source=source_of(terms),
            assumed=terms.assumed,
        )
        total += cost.amount * years
    last = sheet.next_row - 1
    together = sheet.formula(f"SUM({sheet.span('total', first, last)})", total)
    sheet.add_total(name="Together", total=together)
    return sheet
