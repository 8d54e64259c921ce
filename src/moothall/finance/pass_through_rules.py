"""Early years money: of the grant's block a least share has to reach providers.

The share changes from year to year; it is held with the country's rates, each number with how it is
known, and of a year that nobody has looked up it is asked.
"""

import re
from collections.abc import Iterator
from datetime import date

from moothall.basics.findings import Finding, Severity
from moothall.basics.years import FinancialYear
from moothall.facts.findings import finding_on
from moothall.facts.programme import Programme
from moothall.facts.sharing import ForumItem
from moothall.facts.words import listed, name_of
from moothall.finance.forums import ForumNeed
from moothall.law.law import NoLawForThatDayError
from moothall.law.rates_held import EARLY_YEARS_PASS_THROUGH, DatedRate, StatutoryRates

RULE = "SCHOOLS-FORUM"
_PASS_THROUGH = re.compile(r"\bpass(?:ed|es|ing)?[- ]?through\b", re.IGNORECASE)


def early_years_money_passes_through(
    programme: Programme, needs: tuple[ForumNeed, ...], rates: StatutoryRates | None = None
) -> Iterator[Finding]:
    """Of the early years block a least share goes on to providers, and what does is recorded."""
    for need in needs:
        if not need.is_early_years:
            continue
        least = least_passed_on(rates, need.year)
        items = passed_on(need)
        said = [item for item in items if item.passed_on_percent is not None]
        if not said:
            yield _asks_what_passes_through(programme, need, least)
        for item in said:
            percent = item.passed_on_percent
            if least is not None and percent is not None and percent < least.value:
                yield _passes_on_too_little(programme, need, item, least)


def passed_on(need: ForumNeed) -> tuple[ForumItem, ...]:
    """The items that are about what reaches providers."""
    return tuple(
        item
        for item in need.items
        if item.passed_on_percent is not None or _PASS_THROUGH.search(item.item)
    )


def least_passed_on(rates: StatutoryRates | None, year: FinancialYear | None) -> DatedRate | None:
    """The least share of a year; None where none is held, or none has been looked up so late."""
    if rates is None or year is None or EARLY_YEARS_PASS_THROUGH not in rates.rates:
        return None
    begins = date(year.start, 4, 1)
    if begins > rates.rates[EARLY_YEARS_PASS_THROUGH].checked_on:
        return None  # the share changes from year to year: the last one held is no answer
    try:
        return rates.dated_value(EARLY_YEARS_PASS_THROUGH, begins)
    except NoLawForThatDayError:
        return None


def _asks_what_passes_through(
    programme: Programme, need: ForumNeed, least: DatedRate | None
) -> Finding:
    first = need.relied_on_by[0]
    name = name_of(programme, need.authority)
    year = str(need.year) if need.year else "the year (not stated)"
    asked = (
        "what least share of the block has to pass through to providers in that year, and whether "
        "it still does, is not recorded"
        if least is None
        else f"at least {least.value}% of it has to pass through to providers ({least.evidence}), "
        "and what share does is not recorded"
    )
    return finding_on(
        programme,
        first.kind,
        first.fact,
        Severity.QUESTION,
        f"{in_words(need)} on {name}'s early years block in {year}: {asked}.",
        "Ask the finance officer what share of the year's funding is passed on"
        f"{'' if least else ', and for the least share'}; record it as a pass-through item of the "
        "Forum, with its per cent.",
        upholds=RULE,
        authority=need.authority,
    )


def _passes_on_too_little(
    programme: Programme, need: ForumNeed, item: ForumItem, least: DatedRate
) -> Finding:
    name = name_of(programme, need.authority)
    return finding_on(
        programme,
        "forum_items",
        item,
        Severity.WARNING,
        f"{name} passes {item.passed_on_percent}% of its early years funding on to providers in "
        f"{need.year}, and at least {least.value}% has to reach them ({least.evidence}).",
        "Have the finance officer look at the regulations of that year and at how the share is "
        "counted; then pass on more, or correct what is recorded.",
        upholds=RULE,
        authority=need.authority,
        reference="School and Early Years Finance (England) Regulations",
        evidence=least.evidence,
        figures=(
            ("passed on", f"{item.passed_on_percent}%"),
            ("least", f"{least.value}%"),
            ("year", str(need.year)),
        ),
    )


def in_words(need: ForumNeed, most: int = 4) -> str:
    """`The line Archives and the post archivist rely`: what relies on a block."""
    names = [each.name for each in need.relied_on_by]
    if len(names) > most:
        names = [*names[:most], f"{len(names) - most} more"]
    told = listed(names)
    return f"{told[:1].upper()}{told[1:]} {'rely' if len(names) > 1 else 'relies'}"
