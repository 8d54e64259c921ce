"""The savings plan: revised cash limits, phasing and what each year has to find, as formulas."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from moothall.facts.money import Saving
from moothall.finance.casting import as_pounds
from moothall.finance.savings_plan import SavingLine, SavingsPlan
from moothall.render.money_sheets.about import source_of
from moothall.render.workbook import Column, Format, Formula, MoneySheet, Value

_SAVING = (
    Column("number", "Number", width=9),
    Column("saving", "Saving", width=34),
    Column("council", "Council", width=14),
)


def savings_sheet(plan: SavingsPlan) -> MoneySheet:
    """Every line in pounds, savings in brackets: limit, saving, what is left, risk, pay-back."""
    sheet = MoneySheet(
        "Savings plan",
        "Savings plan, in pounds; savings stand in brackets",
        (
            *_SAVING,
            Column("limit_year", "Year of the cash limit", width=12),
            Column("limit", "Cash limit", Format.POUNDS, 18),
            Column("full_year", "Full-year saving", Format.POUNDS, 18),
            Column("revised", "Revised cash limit", Format.POUNDS, 18),
            Column("printed", "Revised as printed", Format.POUNDS, 18),
            Column("difference", "Difference", Format.POUNDS, 14),
            Column("counts", "Counted in the total", width=10),
            Column("share", "Share of the plan", Format.PERCENT, 10),
            Column("standing", "Standing", width=12),
            Column("funding", "Funding stream", width=26),
            Column("confidence", "Confidence", Format.PERCENT, 12),
            Column("adjusted", "Risk-adjusted saving", Format.POUNDS, 18),
            Column("cost", "One-off cost of change", Format.POUNDS, 18),
            Column("payback", "Pay-back, years", Format.NUMBER, 10),
            Column("source", "Source", width=26),
            Column("assumed", "Assumed", width=40),
        ),
        above=[
            plan.sentence,
            "A line that is made up of councils' lines is not counted beside them.",
        ],
    )
    first = sheet.next_row
    last = first + len(plan.lines) - 1
    total = sum((_signed(line) for line in plan.lines if not line.parts), Decimal(0))
    for line in plan.lines:
        _add_line(sheet, line, last + 1, total)
    counted = sheet.span("counts", first, last)

    def summed(name: str, values: Iterable[Decimal | None]) -> Formula:
        value = sum((each for each in values if each is not None), Decimal(0))
        return sheet.formula(f'SUMIF({counted},"yes",{sheet.span(name, first, last)})', value)

    own = [line for line in plan.lines if not line.parts]
    sums: dict[str, list[Decimal | None]] = {
        "limit": [line.cash_limit for line in own],
        "full_year": [_signed(line) for line in own],
        "revised": [line.cash_limit + _signed(line) for line in own],
        "adjusted": [-line.risk_adjusted if line.risk_adjusted else None for line in own],
        "cost": [line.cost_of_change for line in own],
    }
    # What no line states has no sum: nought would say that there is none.
    made = {
        name: summed(name, values)
        for name, values in sums.items()
        if any(value is not None for value in values)
    }
    sheet.add_total(saving="Total", **made)
    return sheet


def _signed(line: SavingLine) -> Decimal:
    """The full-year saving as the tables print it: negative."""
    return -line.full_year


def _add_line(sheet: MoneySheet, line: SavingLine, total_row: int, total: Decimal) -> None:
    fact, full_year = line.fact, _signed(line)
    revised = line.cash_limit + full_year
    confidence = fact.confidence_percent
    letters = sheet.letters("full_year")
    counted = not line.parts
    sheet.add(
        number=fact.number,
        saving=fact.name,
        council=line.name,
        limit_year=str(fact.cash_limit_year),
        limit=line.cash_limit,
        full_year=full_year,
        revised=sheet.formula("{limit}+{full_year}", revised),
        printed=line.revised,
        difference=sheet.formula("{printed}-{revised}", line.revised - revised),
        counts="yes" if counted else "no",
        share=sheet.formula(f"{{full_year}}/{letters}${total_row}", full_year / total)
        if counted and total
        else None,
        standing=fact.standing.value,
        funding=fact.funding_stream.value if fact.funding_stream else "not stated",
        confidence=None if confidence is None else confidence / 100,
        adjusted=None
        if confidence is None
        else sheet.formula("{full_year}*{confidence}", full_year * confidence / 100),
        cost=line.cost_of_change,
        payback=None
        if line.payback_years is None
        else sheet.formula("{cost}/-{full_year}", _decimal(line.payback_years)),
        source=source_of(fact),
        assumed=fact.assumed,
    )


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def phasing_sheet(plan: SavingsPlan) -> MoneySheet:
    """Every printed year: what is reached, the rise, what falls away, what has to be found."""
    sheet = MoneySheet(
        "Phasing",
        "Phasing, in pounds; savings are positive here",
        (
            *_SAVING,
            Column("year", "Year", width=10),
            Column("printed", "As printed", width=14),
            Column("means", "Printed as", width=14),
            Column("amount", "Amount", Format.POUNDS, 16),
            Column("reached", "Reached by then (cumulative)", Format.POUNDS, 18),
            Column("rise", "Rise over the year before", Format.POUNDS, 18),
            Column("one_off", "Of it one-off", Format.POUNDS, 16),
            Column("recurrent", "Recurrent", Format.POUNDS, 16),
            Column("falls_away", "One-off money that falls away", Format.POUNDS, 18),
            Column("to_find", "To be found", Format.POUNDS, 16),
            Column("source", "Source", width=26),
        ),
        above=["An empty cell under one-off: nobody has said how the year is made up."],
    )
    for line in plan.lines:
        _add_years(sheet, line)
    return sheet


def _add_years(sheet: MoneySheet, line: SavingLine) -> None:
    by_year = sorted(line.fact.phasing, key=lambda each: each.year)
    before = 0
    for phased, year in zip(by_year, line.years, strict=True):
        row = sheet.next_row
        column = {name: sheet.letters(name) for name in ("reached", "one_off")}
        earlier = f"{column['reached']}{before}" if before else "0"
        left = f"N({column['one_off']}{before})" if before else "0"
        amount = year.reached if phased.cumulative else year.rise
        grown = "{amount}" if phased.cumulative else f"{earlier}+{{amount}}"
        sheet.add(
            number=line.fact.number,
            saving=line.fact.name,
            council=line.name,
            year=str(year.year),
            printed=year.printed,
            means="cumulative" if phased.cumulative else "of the year",
            amount=amount,
            reached=sheet.formula(grown, year.reached),
            rise=sheet.formula(f"{{reached}}-{earlier}", year.rise),
            one_off=year.one_off,
            recurrent=None
            if year.recurrent is None
            else sheet.formula("{reached}-{one_off}", year.recurrent),
            falls_away=sheet.formula(left, year.falls_away),
            to_find=sheet.formula("{rise}+{falls_away}", year.to_find),
            source=source_of(line.fact),
        )
        before = row


def make_up_sheet(savings: Iterable[Saving]) -> MoneySheet:
    """How a year's saving is made up, row by row as printed, and what the parts make."""
    sheet = MoneySheet(
        "Make-up of a year",
        "How the saving of a year is made up, in pounds",
        (
            *_SAVING,
            Column("year", "Year", width=10),
            Column("part", "Part", width=44),
            Column("kind", "Row", width=12),
            Column("recurrence", "Recurrence", width=12),
            Column("printed", "As printed", width=14),
            Column("amount", "Amount", Format.POUNDS, 16),
            Column("source", "Source", width=26),
        ),
    )
    for saving in savings:
        if saving.breakdown is not None:
            _add_parts(sheet, saving)
    return sheet


def _add_parts(sheet: MoneySheet, saving: Saving) -> None:
    assert saving.breakdown is not None  # noqa: S101 - asked by the caller
    first = sheet.next_row
    common: dict[str, Value] = {
        "number": saving.number,
        "saving": saving.name,
        "year": str(saving.breakdown.year),
        "source": source_of(saving),
    }
    sums: dict[str, Decimal] = {}
    for row in saving.breakdown.rows:
        amount = as_pounds(row.amount, saving.unit).value
        recurrence = row.recurrence.value if row.recurrence else "not stated"
        if row.kind == "part":
            sums[recurrence] = sums.get(recurrence, Decimal(0)) + amount
        sheet.add(
            part=row.name,
            kind=row.kind,
            recurrence=recurrence,
            printed=row.amount.text,
            amount=amount,
            **common,
        )
    last = sheet.next_row - 1
    kinds, said, amounts = (
        sheet.span(name, first, last) for name in ("kind", "recurrence", "amount")
    )
    for recurrence, value in sums.items():
        made = sheet.formula(f'SUMIFS({amounts},{kinds},"part",{said},"{recurrence}")', value)
        sheet.add_total(
            part=f"The {recurrence} parts make",
            recurrence=recurrence,
            amount=made,
            **common,
        )
    together = sheet.formula(f'SUMIF({kinds},"part",{amounts})', sum(sums.values(), Decimal(0)))
    sheet.add_total(part="All parts make", amount=together, **common)
