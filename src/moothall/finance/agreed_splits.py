"""The splits that the councils have agreed: which holds in a year, and its weights."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from moothall.basics.years import FinancialYear
from moothall.facts.programme import Programme
from moothall.facts.sharing import Split
from moothall.facts.words import listed
from moothall.finance.sharing.game import NoShareError


def splits_up_to(programme: Programme, proposal: str, year: FinancialYear) -> tuple[Split, ...]:
    """The proposal's splits whose first year has come, the one in force last."""
    held = [each for each in programme.splits if each.proposal == proposal and each.since <= year]
    return tuple(sorted(held, key=lambda each: (each.since, each.known_on, each.id)))


def split_in_force(programme: Programme, proposal: str, year: FinancialYear) -> Split | None:
    """The split that holds in a year; None before the first."""
    held = splits_up_to(programme, proposal, year)
    return held[-1] if held else None


def weights_of(split: Split) -> dict[str, Fraction]:
    """The split's weights by council.  Raises NoShareError where a council has two."""
    twice = [code for code, n in Counter(w.authority for w in split.weights).items() if n > 1]
    if twice:
        raise NoShareError(f"the split {split.id} states more than one weight for {listed(twice)}")
    return {each.authority: _exact(each.weight) for each in split.weights}


@lru_cache(maxsize=1024)
def _exact(weight: Decimal) -> Fraction:
    """Kept, because one split is asked for every year of a ledger."""
    return Fraction(weight)
