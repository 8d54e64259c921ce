"""Rules on the tables of a savings plan: do they sum, and does each year follow from the last."""

from collections.abc import Iterator
from itertools import pairwise

from moothall.basics.figures import Figure, bracketed
from moothall.basics.findings import Finding, Severity, run
from moothall.basics.years import FinancialYear
from moothall.facts.findings import finding_on
from moothall.facts.money import Saving
from moothall.facts.programme import Programme
from moothall.facts.words import in_pounds
from moothall.finance.casting import as_pounds, casting, slack
from moothall.finance.part_years import part_year_of, year_of
from moothall.finance.savings import work_through
from moothall.finance.savings_plan import reached_by, years_of

_KIND = "savings"


def findings(programme: Programme) -> list[Finding]:
    """Everything that the tables of a savings plan show."""
    return run(
        (
            a_saving_comes_off_its_cash_limit,
            a_saving_is_no_larger_than_its_cash_limit,
            a_breakdown_sums,
            one_off_money_is_not_recurrent,
            the_phasing_leaves_out_no_year,
            the_phasing_reaches_the_full_year,
            a_cumulative_column_does_not_fall,
            a_row_has_one_sign_for_savings,
            a_part_year_brings_part_of_the_year,
        ),
        programme,
    )


def label(saving: Saving) -> str:
    """What a finding calls a saving."""
    return f"Saving {saving.number}, {saving.name}"


def a_saving_comes_off_its_cash_limit(programme: Programme) -> Iterator[Finding]:
    """Revised cash limit is cash limit less saving; a saving is printed in brackets."""
    for saving in programme.savings:
        yield from casting(
            programme,
            _KIND,
            saving,
            label(saving),
            (saving.cash_limit, saving.full_year_saving),
            saving.revised_cash_limit,
        )


def a_saving_is_no_larger_than_its_cash_limit(programme: Programme) -> Iterator[Finding]:
    """Nobody saves more than there is."""
    for saving in programme.savings:
        limit = as_pounds(saving.cash_limit, saving.unit)
        full = as_pounds(saving.full_year_saving, saving.unit)
        if abs(full.value) > limit.value + slack((full,), limit):
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.WARNING,
                f"{label(saving)}: {in_pounds(abs(full.value))} is to be saved from a cash limit "
                f"of {in_pounds(limit.value)}.",
                "Check the units of both, and from which budget it comes.",
                figures=(("saving", full.text), ("cash limit", limit.text)),
            )


def a_breakdown_sums(programme: Programme) -> Iterator[Finding]:
    """Parts make their subtotal, all parts the total, the total is the year's phased amount."""
    for saving in programme.savings:
        if saving.breakdown is None:
            continue
        name = f"Saving {saving.number}, {saving.breakdown.year}"
        parts: list[Figure] = []
        every_part: list[Figure] = []
        for row in saving.breakdown.rows:
            told = f"{name}, {row.name}"
            if row.kind == "part":
                parts.append(row.amount)
                every_part.append(row.amount)
            elif row.kind == "subtotal":
                yield from casting(programme, _KIND, saving, told, parts, row.amount)
                parts = []
            else:
                yield from casting(programme, _KIND, saving, told, every_part, row.amount)
                yield from _phased(programme, saving, name, row.amount)


def _phased(programme: Programme, saving: Saving, name: str, total: Figure) -> Iterator[Finding]:
    year = saving.breakdown.year if saving.breakdown else None
    for phased in saving.phasing:
        if phased.year == year and not phased.cumulative:
            made_up = Figure(total.text, -abs(total.value), total.places)
            yield from casting(
                programme, _KIND, saving, f"{name}, phased amount", (made_up,), phased.amount
            )


def one_off_money_is_not_recurrent(programme: Programme) -> Iterator[Finding]:
    """One-off money of one year must be found again in the next (R5)."""
    for saving in programme.savings:
        result = work_through(saving)
        if result is None or not result.one_off:
            continue
        yield finding_on(
            programme,
            _KIND,
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


def the_phasing_leaves_out_no_year(programme: Programme) -> Iterator[Finding]:
    """Between the cash limit and the last year of the plan every year has its figure."""
    for saving in programme.savings:
        held = sorted({each.year for each in saving.phasing})
        after = sorted((saving.cash_limit_year.start, *(year.start for year in held)))
        missing = [
            str(FinancialYear(start))
            for first, second in pairwise(after)
            for start in range(first + 1, second)
        ]
        if missing or not held:
            what = f"has no figure for {', '.join(missing)}" if held else "has no phasing"
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.WARNING,
                f"{label(saving)} {what}: what that year has to find cannot be told.",
                "Ask for the year's figure, even where it adds nothing to the year before.",
                upholds="D10",
            )


def the_phasing_reaches_the_full_year(programme: Programme) -> Iterator[Finding]:
    """The last cumulative figure is the full-year saving."""
    for saving in programme.savings:
        years = years_of(saving)
        if not years:
            continue
        last = years[-1]
        made = reached_by(saving, last)
        full = as_pounds(saving.full_year_saving, saving.unit)
        yield from casting(
            programme,
            _KIND,
            saving,
            f"{label(saving)}, reached by {last.year} against the full year (£)",
            (made,),
            Figure(bracketed(abs(full.value)), abs(full.value), full.places),
            upholds="D10",
        )


def a_cumulative_column_does_not_fall(programme: Programme) -> Iterator[Finding]:
    """What is saved a year falls only by one-off money that is over."""
    for saving in programme.savings:
        for before, after in pairwise(years_of(saving)):
            fall = before.reached - after.reached
            if fall <= 0:
                continue
            explained = fall <= before.pressure
            because = (
                f", as {in_pounds(before.pressure)} of {before.year} is one-off"
                if explained
                else ""
            )
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.NOTE if explained else Severity.WARNING,
                f"{label(saving)}: the saving falls from {in_pounds(before.reached)} in "
                f"{before.year} to {in_pounds(after.reached)} in {after.year}{because}.",
                "Say under the table why it falls."
                if explained
                else "Check whether the column is cumulative, and what comes back as a cost.",
                figures=((str(before.year), before.printed), (str(after.year), after.printed)),
            )


def a_row_has_one_sign_for_savings(programme: Programme) -> Iterator[Finding]:
    """Brackets and bare figures in one row leave open which of them is a cost."""
    for saving in programme.savings:
        figures = [saving.full_year_saving, *(each.amount for each in saving.phasing)]
        signs = {each.value > 0 for each in figures if each.value}
        if len(signs) > 1:
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.WARNING,
                f"{label(saving)} prints {', '.join(each.text for each in figures)} in one row: "
                "which of them are savings is not clear.",
                "Print every saving in brackets and every cost without.",
                figures=tuple((str(place), each.text) for place, each in enumerate(figures, 1)),
            )


def a_part_year_brings_part_of_the_year(programme: Programme) -> Iterator[Finding]:
    """A saving that starts in December brings four twelfths of its full year by March."""
    for saving in programme.savings:
        if saving.starts is None:
            continue
        full = as_pounds(saving.full_year_saving, saving.unit)
        part = part_year_of(abs(full.value), saving.starts)
        for year in years_of(saving):
            lasting = year.reached - year.pressure
            room = full.half_unit
            if year.year < year_of(saving.starts.earliest) and lasting > room:
                what = f"{in_pounds(lasting)} in {year.year}, before it starts ({saving.starts})"
            elif year.year == part.year and lasting - room > part.most_in_year:
                what = (
                    f"{in_pounds(lasting)} in {year.year}, though from {saving.starts} the full "
                    f"year of {in_pounds(abs(full.value))} brings {in_pounds(part.in_year)} "
                    f"({part.months} months of 12) and {in_pounds(part.rolls_over)} roll into "
                    f"{year.year.next}"
                )
            else:
                continue
            yield finding_on(
                programme,
                _KIND,
                saving,
                Severity.WARNING,
                f"{label(saving)} counts {what}.",
                "Phase the saving by the months in which it is made.",
                figures=(
                    ("counted", in_pounds(lasting)),
                    ("part year", in_pounds(part.in_year)),
                    ("rolls over", in_pounds(part.rolls_over)),
                ),
            )
