"""The rules of this room: money: savings claimed, one-off and lasting."""

from itertools import chain

from moothall.proofread.proofread import Rule
from moothall.proofread.savings import (
    lasting_money,
    once_and_every_year,
    one_off_money,
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
        posts_priced.RULES,
        posts_and_sums.RULES,
        lasting_money.RULES,
        paid_for_ever.RULES,
        once_and_every_year.RULES,
        posts_in_a_passage.RULES,
    )
)
