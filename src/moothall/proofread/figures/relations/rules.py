"""The relations between figures, in the order in which they may tell of a sentence."""

from itertools import chain

from moothall.proofread.figures.relations import (
    comings_and_goings,
    gaps_and_changes,
    parts_of_a_whole,
    rates_compared,
    runs_and_totals,
    shares_of_pairs,
    so_much_each_times,
    two_periods,
    ways_of_levels,
)
from moothall.proofread.proofread import Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        shares_of_pairs.RULES,
        parts_of_a_whole.RULES,
        ways_of_levels.RULES,
        gaps_and_changes.RULES,
        so_much_each_times.RULES,
        rates_compared.RULES,
        comings_and_goings.RULES,
        two_periods.RULES,
        runs_and_totals.RULES,
    )
)
