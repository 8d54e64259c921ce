"""Shared posts month by month: what each costs, and what that does to each council's money."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.posts import PaidBefore, SharedPost
from moothall.facts.programme import Programme
from moothall.law.law import NoLawForThatDayError
from moothall.law.rates_held import NI_RATE, NI_THRESHOLD, StatutoryRates
from moothall.render.money_sheets.about import source_of
from moothall.render.workbook import Column, Format, Formula, MoneySheet, Value
from moothall.workforce.in_service import MONTHS, last_of_month
from moothall.workforce.on_costs import awards_since, own_rates
from moothall.workforce.post_costs import PARTS, PostCost, salary_year
from moothall.workforce.post_effects import Effect, PostEffect, YearEffect

COST_SHEET = "Shared posts, cost"
NAMES = (
    *("April", "May", "June", "July", "August", "September"),
    *("October", "November", "December", "January", "February", "March"),
)
_DIGITS = Context(prec=15)
"""As many as a spreadsheet holds."""
_PENNY = Decimal("0.01")
_FINE = Decimal("0.000001")
Places = dict[tuple[str, FinancialYear, int], str]
"""Where the cost of a post in a month of a year stands: `T12` of the sheet of costs."""


@dataclass(frozen=True, slots=True)
class PostYears:
    """A post with its effect on every council that shares it, and the years that are shown.

    Where no start is known these are one whole year.
    """

    post: SharedPost
    effects: tuple[PostEffect, ...]

    @property
    def years(self) -> tuple[PostCost, ...]:
        """The cost of each year in which the post is there."""
        return tuple(each.cost for each in years_of(self.effects[0]))


def years_of(effect: PostEffect) -> tuple[YearEffect, ...]:
    """The years in service; a whole year where no start is known."""
    held = tuple(each for each in effect.years if any(each.cost.in_service))
    return held or (() if effect.years else (effect.full_year,))


def cost_sheet(
    programme: Programme, rates: StatutoryRates, posts: Iterable[PostYears]
) -> tuple[MoneySheet, Places]:
    """Month by month: pay, on-costs by dated rates, and their sum as far as they are known."""
    sheet = MoneySheet(
        COST_SHEET,
        "Shared posts: what each costs, in pounds",
        (
            Column("post", "Post", width=30),
            Column("host", "Employer", width=12),
            Column("year", "Year", width=10),
            Column("month", "Month", width=12),
            Column("part", "Part of the month in service", Format.NUMBER, 10),
            Column("fte", "FTE", Format.NUMBER, 8),
            Column("pay", "Salary a year, full time", Format.POUNDS, 13, group="Entered"),
            Column("extra", "Honorarium a year, full time", Format.POUNDS, 13, group="Entered"),
            Column("rises", "Honorarium rises with pay", width=12, group="Entered"),
            Column("award", "Pay since it was stated, times", Format.FACTOR, 12, group="Entered"),
            Column("ni_rate", "National Insurance", Format.PERCENT, 12, group="Entered"),
            Column("threshold", "Its threshold a year", Format.POUNDS, 14, group="Entered"),
            Column("pension_rate", "Pension", Format.PERCENT, 10, group="Entered"),
            Column("levy_rate", "Levy", Format.PERCENT, 10, group="Entered"),
            Column("salary", "Salary", Format.POUNDS, 13, group="Worked out"),
            Column("honorarium", "Honorarium", Format.POUNDS, 13, group="Worked out"),
            Column(
                "national_insurance", "National Insurance", Format.POUNDS, 13, group="Worked out"
            ),
            Column("pension", "Pension", Format.POUNDS, 13, group="Worked out"),
            Column("levy", "Levy", Format.POUNDS, 13, group="Worked out"),
            Column("known", "Cost as far as known", Format.POUNDS, 13, group="Worked out"),
            Column("lacking", "What nobody has said", width=44),
            Column("assumed", "Assumed", width=36),
            Column("source", "Source", width=20),
        ),
        above=["An empty cell is not nought: nobody has said it, and the cost is more than shown."],
    )
    places: Places = {}
    for each in posts:
        for cost in each.years:
            _add_cost(programme, rates, sheet, each.post, cost, places)
    return sheet, places


def _add_cost(
    programme: Programme,
    rates: StatutoryRates,
    sheet: MoneySheet,
    post: SharedPost,
    cost: PostCost,
    places: Places,
) -> None:
    common: dict[str, Value] = {
        "post": post.title,
        "host": programme.authority(post.host).short_name if post.host else None,
        "year": str(cost.year),
    }
    notes: dict[str, Value] = {
        "lacking": " ".join(each.ask for each in cost.lacking) or None,
        "assumed": "; ".join(cost.assumed) or None,
        "source": source_of(post),
    }
    if post.salary is None:
        sheet.add(**common, month="year", **notes)
        return
    own = own_rates(programme.employer_rates, post.host, cost.year) if post.host else None
    entered: dict[str, Value] = {
        "fte": Decimal(1) if post.fte is None else post.fte,
        "pay": post.salary.value,
        "extra": post.honorarium.value if post.honorarium else None,
        "rises": "yes" if post.honorarium_rises else "no",
        "award": held(_factor(programme, post, cost.year)),
        "pension_rate": held(own.pension) if own and own.pension is not None else None,
        "levy_rate": held(own.levy) if own and own.levy is not None else None,
    }
    first = sheet.next_row
    for month, part, of_month in zip(MONTHS, cost.in_service, cost.months, strict=True):
        rate, threshold = _insurance(rates, cost.year, month)
        places[post.id, cost.year, month] = f"{sheet.letters('known')}{sheet.next_row}"
        worked: dict[str, Value] = {}
        for name in PARTS:
            value = getattr(of_month, name)
            if value is not None:
                worked[name] = sheet.formula(_FORMULAS[name], held(value))
        span = "SUM({salary}:{levy})"
        sheet.add(
            **common,
            month=NAMES[month - 1],
            part=held(part),
            ni_rate=rate,
            threshold=threshold,
            **entered,
            **worked,
            known=sheet.formula(span, held(of_month.known or Fraction(0))),
            **(notes if month == MONTHS[0] else {}),
        )
    last = sheet.next_row - 1
    sums: dict[str, Value] = {
        name: sheet.formula(f"SUM({sheet.span(name, first, last)})", held(total))
        for name in PARTS
        if (total := getattr(cost.parts, name)) is not None
    }
    whole = sheet.formula(
        f"SUM({sheet.span('known', first, last)})", held(cost.at_least or Fraction(0))
    )
    sheet.add_total(**common, month="year", **sums, known=whole)


_EXTRA = 'N({extra})*IF({rises}="yes",{award},1)'
_FORMULAS = {
    "salary": "{pay}/12*{award}*{fte}*{part}",
    "honorarium": f"{_EXTRA}/12*{{fte}}*{{part}}",
    "national_insurance": (
        f"{{fte}}*{{part}}*{{ni_rate}}*MAX(0,({{pay}}*{{award}}+{_EXTRA})/12-{{threshold}}/12)"
    ),
    "pension": "({salary}+N({honorarium}))*{pension_rate}",
    "levy": "({salary}+N({honorarium}))*{levy_rate}",
}
"""What each part comes to, over the cells of its own row."""


def _factor(programme: Programme, post: SharedPost, year: FinancialYear) -> Fraction:
    return awards_since(programme.employer_rates, post.host, salary_year(post) or year, year).factor


def _insurance(rates: StatutoryRates, year: FinancialYear, month: int) -> tuple[Value, Value]:
    day = last_of_month(year, month)
    try:
        return rates.value(NI_RATE, day) / 100, rates.value(NI_THRESHOLD, day)
    except NoLawForThatDayError:
        return None, None


def effect_sheet(programme: Programme, posts: Iterable[PostYears], places: Places) -> MoneySheet:
    """Month by month and council by council: its share, what it paid before, its backfill, net."""
    sheet = MoneySheet(
        "Shared posts, effect",
        "Shared posts: what sharing does to each council's money, in pounds",
        (
            Column("post", "Post", width=30),
            Column("council", "Council", width=12),
            Column("funding", "Funding stream", width=20),
            Column("year", "Year", width=10),
            Column("month", "Month", width=12),
            Column("part", "Part of the month in service", Format.NUMBER, 10),
            Column("percent", "Its part", Format.PERCENT, 10),
            Column("cost", "Cost of the post", Format.POUNDS, 13),
            Column("odd", "Odd pennies", Format.POUNDS, 10),
            Column("share", "Share", Format.POUNDS, 13),
            Column("paid", "Paid before, a year", Format.POUNDS, 13),
            Column("odd_paid", "Odd pennies", Format.POUNDS, 10),
            Column("before", "Paid before", Format.POUNDS, 13),
            Column("fills", "Backfill, a year", Format.POUNDS, 13),
            Column("odd_fills", "Odd pennies", Format.POUNDS, 10),
            Column("backfill", "Backfill", Format.POUNDS, 13),
            Column("net", "Net effect (in brackets: saves)", Format.POUNDS, 18),
            Column("lacking", "What nobody has said", width=44),
            Column("source", "Source", width=20),
        ),
        above=[
            "Net effect = share less what was paid before plus backfill.",
            "Odd pennies make the councils' shares the cost, and the months the year.",
        ],
    )
    for each in posts:
        for effect in each.effects:
            for year in years_of(effect):
                _add_effect(programme, sheet, each.post, effect, year, places)
    return sheet


def _add_effect(
    programme: Programme,
    sheet: MoneySheet,
    post: SharedPost,
    effect: PostEffect,
    year: YearEffect,
    places: Places,
) -> None:
    common: dict[str, Value] = {
        "post": post.title,
        "council": programme.authority(effect.authority).short_name,
        "funding": effect.stream.value if effect.stream else None,
        "year": str(year.year),
    }
    asks = dict.fromkeys(each.ask for each in (*year.cost.lacking, *effect.lacking))
    notes: dict[str, Value] = {"lacking": " ".join(asks) or None, "source": source_of(post)}
    percent = held(Fraction(effect.percent) / 100)
    first = sheet.next_row
    rows = zip(MONTHS, year.cost.in_service, year.cost.months, year.months, strict=True)
    for month, part, costs, of_month in rows:
        at = places.get((post.id, year.year, month))
        known = held(costs.known) if costs.known is not None and at else None
        cells: dict[str, Value] = {"part": held(part), "percent": percent}
        if known is not None and at:
            cells["cost"] = sheet.formula(f"'{COST_SHEET}'!{at}", known)
        if of_month.share is not None and known is not None:
            cells |= _made(sheet, "share", "odd", "{cost}*{percent}", known * percent, of_month)
        if of_month.before is not None:
            cells["paid"] = paid = _a_year(post.paid_before, effect.authority)
            asked = paid * held(part) / 12
            cells |= _made(sheet, "before", "odd_paid", "{paid}*{part}/12", asked, of_month)
        if of_month.backfill is not None:
            cells["fills"] = fills = _a_year(post.backfill, effect.authority)
            asked = fills * held(part) / 12
            cells |= _made(sheet, "backfill", "odd_fills", "{fills}*{part}/12", asked, of_month)
        if of_month.net is not None:
            cells["net"] = sheet.formula("{share}-{before}+{backfill}", held(of_month.net))
        more = notes if month == MONTHS[0] else {}
        sheet.add(**common, month=NAMES[month - 1], **cells, **more)
    last = sheet.next_row - 1
    sums: dict[str, Value] = {
        name: sheet.formula(f"SUM({sheet.span(name, first, last)})", held(total))
        for name in ("share", "before", "backfill", "net")
        if (total := getattr(year.whole, name)) is not None
    }
    sheet.add_total(**common, month="year", **sums)


def _made(
    sheet: MoneySheet, name: str, odd: str, formula: str, asked: Decimal, effect: Effect
) -> dict[str, Value]:
    """An amount to the penny as its formula makes it, and the odd pennies that make the sums."""
    amount = held(getattr(effect, name))
    fine = asked.quantize(_FINE, rounding=ROUND_HALF_UP)
    rounded = fine.quantize(_PENNY, rounding=ROUND_HALF_UP)
    worked: Formula = sheet.formula(f"ROUND(ROUND({formula},6),2)+{{{odd}}}", amount)
    return {odd: amount - rounded, name: worked}


def _a_year(paid: tuple[PaidBefore, ...], code: str) -> Decimal:
    return sum((each.pounds for each in paid if each.authority == code), Decimal(0))


def held(value: Fraction) -> Decimal:
    """The value in as many digits as a spreadsheet holds."""
    return _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
