"""What the page of the ledger shows of one year month by month: the books, and the shared posts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from moothall.basics.years import FinancialYear
from moothall.files.rates import read_rates
from moothall.finance.ledger_grid import MEASURES, Ledger
from moothall.workforce.post_effects import effects_of, first_year
from moothall.workforce.post_months import (
    MonthsOfACouncil,
    MonthsOfAPost,
    months_of_councils,
    months_of_posts,
)
from moothall_web.books.seen import Seen

MONTHS = ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar")
YEARS_OF_POSTS = 3
"""How many years of shared posts can be chosen, from the first that is paid."""


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One measure of one council and stream: what is said of the whole year alone, then month by
    month; None where nothing is."""

    stream: str
    measure: str
    authority: str
    undated: Decimal | None
    months: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsPage:
    """One year by months.  `asks` are the questions that keep the posts' months from being known;
    `has_posts` whether the proposal has any."""

    year: FinancialYear | None
    choices: tuple[FinancialYear, ...]
    lines: tuple[MonthLine, ...]
    posts: tuple[MonthsOfAPost, ...]
    councils: tuple[MonthsOfACouncil, ...]
    asks: tuple[str, ...]

    @property
    def has_undated(self) -> bool:
        """Whether something is said of the whole year alone."""
        return any(line.undated is not None for line in self.lines)


def months_page(
    held: Seen, ledger: Ledger, asked: int | None, chosen: FinancialYear | None
) -> MonthsPage:
    """The year asked for, else the one chosen for the split, else the first of the posts."""
    programme, proposal = held.case.programme, held.proposal.id
    first = first_year(programme, {proposal})
    own = (
        ()
        if first is None
        else tuple(FinancialYear(first.start + place) for place in range(YEARS_OF_POSTS))
    )
    choices = tuple(sorted({*ledger.years, *own}))
    named = [each for each in choices if each.start == asked]
    year = named[0] if named else chosen if chosen in choices else choices[0] if choices else chosen
    posts: tuple[MonthsOfAPost, ...] = ()
    if any(post.proposal == proposal for post in programme.posts):
        of = year or FinancialYear(held.case.as_at.year - (held.case.as_at.month < 4))
        posts = months_of_posts(effects_of(programme, proposal, read_rates(), of, of.next), of)
    return MonthsPage(
        year=year,
        choices=choices,
        lines=tuple(_lines(ledger, year)) if year in ledger.years else (),
        posts=posts,
        councils=months_of_councils(posts),
        asks=tuple(dict.fromkeys(ask for post in posts for ask in post.asks)),
    )


def _lines(ledger: Ledger, year: FinancialYear) -> Iterator[MonthLine]:
    """What is said by months; what is said of the whole year alone stands in the years' tables."""
    for stream in ledger.streams:
        for measure in MEASURES[1:]:
            for code in ledger.authorities:
                cells = [
                    ledger.figure(measure, code, year, stream, month)
                    for month in range(len(MONTHS) + 1)
                ]
                if any(cell is not None for cell in cells[1:]):
                    yield MonthLine(stream.value, measure, code, cells[0], tuple(cells[1:]))
