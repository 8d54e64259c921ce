"""The rules of this room: one thing told twice with two values."""

from itertools import chain

from moothall.proofread.proofread import BetweenRule, Rule
from moothall.proofread.told_again import (
    claim_conflicts,
    conflicts,
    directions_told_twice,
    events_told_again,
    figures_of_a_table,
    figures_of_their_place,
    figures_put_to_members,
    lone_figures,
    money_worked_out,
    named_cells,
    nets_of_figures_elsewhere,
    options_recommended,
    recommendations_told_again,
    repeated_sentences,
    retold_figures,
    retold_times,
    rows_told_again,
    shares_told_twice,
    single_measures,
    slips_between_tellings,
    spelt_shares,
    standing_groups,
    sums_asked_for,
    sums_of_two_years,
    things_done,
    told_as_the_same,
    unit_prices,
    variances_moved,
    variances_named_again,
)

RULES: tuple[Rule, ...] = tuple(
    chain(
        conflicts.RULES,
        repeated_sentences.RULES,
        claim_conflicts.RULES,
        lone_figures.RULES,
        retold_figures.RULES,
        slips_between_tellings.RULES,
        recommendations_told_again.RULES,
        options_recommended.RULES,
        single_measures.RULES,
        standing_groups.RULES,
        things_done.RULES,
        named_cells.RULES,
        shares_told_twice.RULES,
        rows_told_again.RULES,
        told_as_the_same.RULES,
        unit_prices.RULES,
        variances_moved.RULES,
        variances_named_again.RULES,
        directions_told_twice.RULES,
        events_told_again.RULES,
        retold_times.RULES,
        money_worked_out.RULES,
        spelt_shares.RULES,
        sums_asked_for.RULES,
        sums_of_two_years.RULES,
        nets_of_figures_elsewhere.RULES,
        figures_put_to_members.RULES,
        figures_of_their_place.RULES,
        figures_of_a_table.RULES,
    )
)

BETWEEN: tuple[BetweenRule, ...] = (*conflicts.BETWEEN,)
