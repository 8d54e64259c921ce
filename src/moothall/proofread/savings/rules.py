"""The rules of this room: money: savings claimed, one-off and lasting."""

from itertools import chain

from moothall.proofread.proofread import Rule
from moothall.proofread.savings import (
    codes_told_once,
    cost_of_each,
    lasting_money,
    money_that_passes,
    once_and_every_year,
    once_of_a_thing,
    one_off_money,
    one_off_rows,
    paid_for_ever,
    posts_and_sums,
    posts_in_a_passage,
    posts_priced,
    saving_wordings,
    savings,
)

RULES: tuple[Rule, ...] = tuple(
    chain(
        savings.RULES,
        saving_wordings.RULES,
        one_off_money.RULES,
        one_off_rows.RULES,
        codes_told_once.RULES,
        posts_priced.RULES,
        posts_and_sums.RULES,
        once_of_a_thing.RULES,
        lasting_money.RULES,
        paid_for_ever.RULES,
        once_and_every_year.RULES,
        posts_in_a_passage.RULES,
        money_that_passes.RULES,
        cost_of_each.RULES,
    )
)
