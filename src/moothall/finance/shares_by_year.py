"""The split in force in many years at once: what is alike in all years under it is made once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from moothall.basics.years import FinancialYear
from moothall.facts.programme import Programme
from moothall.facts.sharing import Split, SplitBasis
from moothall.finance.agreed_splits import split_in_force
from moothall.finance.priced_game import joint_cost
from moothall.finance.splits import BY_WEIGHTS, YearShares, shares_of

_BY_WHAT_IT_STATES = {SplitBasis.EQUAL, *BY_WEIGHTS} - {SplitBasis.ACTIVITY}


def shares_by_year(
    programme: Programme,
    proposal: str,
    years: Sequence[FinancialYear],
    planned: Mapping[FinancialYear, Fraction | None],
) -> tuple[YearShares, ...]:
    """What `shares_of` says of each year; `planned` is what all have planned for it."""
    kept: dict[str, YearShares] = {}
    found = []
    for year in years:
        split = split_in_force(programme, proposal, year)
        if split is None or not _is_alike_in_every_year(split):
            found.append(shares_of(programme, proposal, year, planned))
        elif split.id in kept:
            cost = joint_cost(programme, proposal, year, planned)
            alike = kept[split.id]
            found.append(replace(alike, year=year, cost=cost if alike.parts else None))
        else:
            kept[split.id] = shares_of(programme, proposal, year, planned)
            found.append(kept[split.id])
    return tuple(found)


def _is_alike_in_every_year(split: Split) -> bool:
    """Whether its parts rest on nothing but what the split itself states."""
    moves = (split.moves_over or 1) > 1
    return split.basis in _BY_WHAT_IT_STATES and not moves and not split.nobody_worse_off
