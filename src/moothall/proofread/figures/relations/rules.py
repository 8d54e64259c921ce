"""The relations between figures, in the order in which they may tell of a sentence."""

from itertools import chain

from moothall.proofread.figures.relations import (
    first_among_named,
    fold_changes,
    gaps_and_changes,
    levels_and_limits,
    means,
    moves_between_levels,
    numbers_with_their_shares,
    parts_of_a_whole,
    rates_compared,
    rates_worked_out,
    runs_and_totals,
    shares_of_pairs,
    shares_of_two_sums,
    signed_sums,
    so_much_each_times,
    spending_and_budget,
    times_of_another,
    two_periods,
    units_out_of_place,
    verdicts,
    ways_beside_figures,
    ways_of_levels,
)
from moothall.proofread.proofread import Rule

RULES: tuple[Rule, ...] = tuple(
    chain(
        numbers_with_their_shares.RULES,
        shares_of_pairs.RULES,
        parts_of_a_whole.RULES,
        ways_beside_figures.RULES,
        spending_and_budget.RULES,
        ways_of_levels.RULES,
        gaps_and_changes.RULES,
        fold_changes.RULES,
        times_of_another.RULES,
        levels_and_limits.RULES,
        means.RULES,
        first_among_named.RULES,
        so_much_each_times.RULES,
        rates_compared.RULES,
        two_periods.RULES,
        shares_of_two_sums.RULES,
        moves_between_levels.RULES,
        rates_worked_out.RULES,
        verdicts.RULES,
        signed_sums.RULES,
        units_out_of_place.RULES,
        runs_and_totals.RULES,
    )
)
