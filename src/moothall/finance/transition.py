"""From one split to the next over some years, by equal steps."""

from collections.abc import Sequence
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.finance.sharing.split_rules import Shares


def moved(before: Sequence[Fraction], after: Sequence[Fraction], step: int, over: int) -> Shares:
    """The shares at one step of `over`: none before the first, all of the way from the last on."""
    if over < 1:
        raise ValueError(f"a move takes at least one year, not {over}")
    way = Fraction(min(max(step, 0), over), over)
    return tuple(old + (new - old) * way for old, new in zip(before, after, strict=True))


def step_of(year: FinancialYear, since: FinancialYear) -> int:
    """Which year of the move this is: 1 is the year from which the new split holds."""
    return year.start - since.start + 1


def last_year(since: FinancialYear, over: int) -> FinancialYear:
    """The year in which the new split is reached."""
    return FinancialYear(since.start + over - 1)
