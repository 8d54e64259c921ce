"""Who owes whom for a year, where the books disagree, and what every rule would ask."""

from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction

from moothall.facts.programme import Programme
from moothall.facts.words import name_of
from moothall.finance.books import Disagreement
from moothall.finance.split_comparison import Comparison, RuleShares
from moothall.finance.true_up import TrueUp
from moothall.render.workbook import Column, Format, MoneySheet

_DIGITS = Context(prec=15)


def true_up_sheet(programme: Programme, years: Iterable[TrueUp]) -> MoneySheet:
    """Council by council and stream by stream what is due, spent, settled and left."""
    sheet = MoneySheet(
        "True-up",
        "True-up: what each council still owes or is owed, in pounds",
        (
            Column("year", "Year", width=10),
            Column("funding", "Funding stream", width=26),
            Column("council", "Council", width=14),
            Column("planned", "Planned", Format.POUNDS),
            Column("due", "Share of what all spent", Format.POUNDS),
            Column("actual", "Spent", Format.POUNDS),
            Column("settled", "Settled with the others", Format.POUNDS),
            Column("balance", "Still to pay (in brackets: to get)", Format.POUNDS, 18),
            Column("pays", "To whom", width=40),
        ),
        above=["What is owed is netted within a funding stream and never across."],
    )
    for year in years:
        if year.lacking:
            sheet.add(year=str(year.year), pays=f"Nothing is owed yet: {year.lacking}")
        for row in year.positions:
            paid = "; ".join(
                f"{name_of(programme, each.creditor)} {each.amount:,.2f}"
                for each in year.transfers
                if (each.debtor, each.funding) == (row.authority, row.funding)
            )
            sheet.add(
                year=str(year.year),
                funding=row.funding.value,
                council=name_of(programme, row.authority),
                planned=row.planned,
                due=row.due,
                actual=row.actual,
                settled=row.settled,
                balance=sheet.formula("N({due})-N({actual})-N({settled})", row.balance)
                if row.balance is not None
                else None,
                pays=paid or None,
            )
    return sheet


def disagreements_sheet(programme: Programme, disagreements: Iterable[Disagreement]) -> MoneySheet:
    """The figures that two books hold of the same money, with how far they lie apart."""
    sheet = MoneySheet(
        "Books that disagree",
        "Figures of the same money in two books, in pounds",
        (
            Column("what", "What", width=34),
            Column("year", "Year", width=10),
            Column("kind", "Planned, spent or settled", width=14),
            Column("council", "By", width=14),
            Column("funding", "Funding stream", width=26),
            Column("holder", "In whose book", width=18),
            Column("amount", "Amount", Format.POUNDS),
            Column("apart", "Less than the ledger's by", Format.POUNDS, 18),
        ),
        above=["The first of each is what the ledger uses: a council's own word on its own money."],
    )
    for each in disagreements:
        first = sheet.next_row
        used = each.held[0].amount
        for place, book in enumerate(each.held):
            sheet.add(
                what=each.about,
                year=str(each.year),
                kind=each.kind.value,
                council=name_of(programme, each.authority),
                funding=each.funding.value,
                holder="the programme"
                if book.owner == "programme"
                else name_of(programme, book.owner),
                amount=_held(book.amount),
                apart=sheet.formula(
                    f"{sheet.letters('amount')}{first}-{{amount}}", _held(used - book.amount)
                )
                if place
                else None,
            )
    return sheet


def rules_sheet(programme: Programme, years: Iterable[tuple[str, Comparison]]) -> MoneySheet:
    """What every rule would ask of each council, beside what it would pay alone."""
    sheet = MoneySheet(
        "Rules compared",
        "What each rule would ask of each council, in pounds a year",
        (
            Column("year", "Year", width=10),
            Column("rule", "Rule", width=34),
            Column("council", "Council", width=14),
            Column("share", "Would pay", Format.POUNDS),
            Column("alone", "Would pay alone", Format.POUNDS),
            Column("saves", "Saves against alone", Format.POUNDS, 18),
            Column("better", "Better off alone", width=18),
            Column("said", "What is to be known", width=60),
        ),
    )
    for year, comparison in years:
        for row in comparison.rules:
            _add_rule(programme, sheet, year, comparison, row)
        told = [*comparison.sentences, *(f"{a}: {b}" for a, b in comparison.lacking.items())]
        for sentence in told:
            sheet.add(year=year, said=sentence)
    return sheet


def _add_rule(
    programme: Programme, sheet: MoneySheet, year: str, comparison: Comparison, row: RuleShares
) -> None:
    first = sheet.next_row
    game = comparison.priced.game
    inexact = None if row.is_exact else "Worked out in floating point"
    for place, code in enumerate(comparison.authorities):
        share, alone = row.to_the_penny[place], game.costs.get(1 << place)
        saves = None
        if alone is not None:
            saves = sheet.formula("{alone}-{share}", _held(alone - share))
        sheet.add(
            year=year,
            rule=row.in_words,
            council=name_of(programme, code),
            share=_held(share),
            alone=None if alone is None else _held(alone),
            saves=saves,
            better=None if alone is None else "yes" if share > alone else "no",
            said=inexact if place == 0 else None,
        )
    last = sheet.next_row - 1
    total = sheet.formula(
        f"SUM({sheet.span('share', first, last)})", _held(sum(row.to_the_penny, Fraction(0)))
    )
    sheet.add_total(year=year, rule=row.in_words, council="Together", share=total)


def _held(value: Fraction) -> Decimal:
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
