"""What finance officers have recorded: forums of the grant, VAT, year-end and ledger codes."""

from collections.abc import Iterable
from decimal import Decimal

from moothall.facts.programme import Programme
from moothall.facts.words import name_of
from moothall.finance.forums import ForumNeed
from moothall.finance.pass_through_rules import least_passed_on
from moothall.finance.recorded_answers import CouncilAnswers
from moothall.law.rates_held import StatutoryRates
from moothall.render.money_sheets.about import source_of
from moothall.render.workbook import Column, Format, MoneySheet


def forums_sheet(
    programme: Programme, rates: StatutoryRates, needs: Iterable[ForumNeed]
) -> MoneySheet:
    """What relies on which block of the grant, what its Forum has said, what is passed on."""
    sheet = MoneySheet(
        "Schools Forums",
        "What each Schools Forum has to decide, and what early years money is passed on",
        (
            Column("council", "Council", width=14),
            Column("funding", "Block of the grant", width=28),
            Column("year", "Year", width=10),
            Column("relied", "What relies on it", width=44),
            Column("item", "Item", width=34),
            Column("amount", "Amount, pounds", Format.POUNDS),
            Column("answer", "The Forum has", width=18),
            Column("passed", "Passed on to providers", Format.PERCENT, 14),
            Column("least", "At least", Format.PERCENT, 12),
            Column("over", "Above the least", Format.PERCENT, 12),
            Column("vat", "VAT, as recorded", width=34),
            Column("source", "Source", width=26),
        ),
    )
    for need in needs:
        least = least_passed_on(rates, need.year) if need.is_early_years else None
        floor = None if least is None else least.value / 100
        common = {
            "council": name_of(programme, need.authority),
            "funding": need.funding.value,
            "year": str(need.year) if need.year else "not stated",
            "relied": "; ".join(each.name for each in need.relied_on_by),
            "least": floor,
        }
        if not need.items:
            sheet.add(**common, answer=need.answer.value)
        for item in need.items:
            percent = item.passed_on_percent
            passed = None if percent is None else percent / 100
            over = None
            if passed is not None and floor is not None:
                over = sheet.formula("{passed}-{least}", passed - floor)
            sheet.add(
                **common,
                item=item.item,
                amount=item.amount,
                answer=_SAID[item.decided],
                passed=passed,
                over=over,
                vat=item.vat_treatment,
                source=source_of(item),
            )
    return sheet


_SAID = {None: "not yet decided", True: "decided", False: "refused"}


def answers_sheet(programme: Programme, answers: Iterable[CouncilAnswers]) -> MoneySheet:
    """VAT and year-end in each council's words, and how many of its lines have a ledger code."""
    sheet = MoneySheet(
        "Recorded answers",
        "What finance officers have recorded: VAT, year-end, ledger codes",
        (
            Column("council", "Council", width=14),
            Column("about", "About", width=24),
            Column("text", "Answer", width=70),
            Column("coded", "With a code", Format.WHOLE, 12),
            Column("lines", "Lines and entries", Format.WHOLE, 12),
            Column("part", "Part with a code", Format.PERCENT, 12),
            Column("source", "Source", width=26),
        ),
    )
    for each in answers:
        council = name_of(programme, each.authority)
        for about, said in (("VAT", each.vat), ("Year-end", each.year_end)):
            for answer in said:
                source = source_of(answer.fact)
                sheet.add(council=council, about=about, text=answer.text, source=source)
            if not said:
                sheet.add(council=council, about=about, text="not recorded")
        if each.lines:
            coded = each.lines - each.uncoded
            sheet.add(
                council=council,
                about="Ledger codes",
                text=", ".join(each.codes) or "none recorded",
                coded=coded,
                lines=each.lines,
                part=sheet.formula("{coded}/{lines}", Decimal(coded) / Decimal(each.lines)),
            )
    return sheet
