"""A majority told in one place, and a share of the same people that denies it in another."""

import pytest

from moothall.proofread.figures.majorities_elsewhere import RULES
from ordinary_wordings import found_by, papers

_FOUND = """
2.1 The majority of ferry crews live in Sandport. // 2.2 Of the reasons given, 60% of ferry crews
live outside Sandport.
---
2.1 Most passengers are in favour of the new fares. // 2.2 The survey shows that 58% of passengers
are against them.
---
2.1 Most of our tenants are satisfied with the lamps. // 2.2 In May 61% of tenants were dissatisfied
with them.
---
2.1 Noting that 70% of young rowers are placed outside the county, we ask for help. // 2.2 The
majority of rowers are placed in the county.
"""
_ALONE = """
2.1 The majority of ferry crews live in Sandport. // 2.2 Some 40% of ferry crews live outside
Sandport.
---
2.1 Most passengers are in favour of the new fares. // 2.2 The survey shows that 58% of traders are
against them.
---
2.1 Most of our tenants are satisfied with the lamps. // 2.2 In May 61% of tenants who rent a boat
were dissatisfied with them.
---
2.1 The majority of crews live in Sandport. // 2.2 Of the crews 60% work outside the county.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_a_majority_that_a_share_denies_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", papers(_ALONE))
def test_a_share_of_others_or_of_something_else_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
