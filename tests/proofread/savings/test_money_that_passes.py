"""Money that passes counted as lasting, and the price of one thing against that of all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.savings import (
    cost_of_each,
    money_that_passes,
    posts_and_sums,
    posts_priced,
    saving_claims,
)
from ordinary_wordings import found_by, papers

RULES = (
    *cost_of_each.RULES,
    *money_that_passes.RULES,
    *posts_and_sums.RULES,
    *posts_priced.RULES,
    *saving_claims.RULES,
)
FOUND = papers("""
2.1 The quay is £60,000 underspent, as two posts are vacant. They will be filled by May. The
underspend is a permanent saving.
---
2.1 The gap is closed for good by £90k of re-lets and £30k off the Storm Reserve, then empty.
---
2.1 Ongoing savings: ropes £9,000; backdated refund of dues, £41,000; fewer tides £3,000.
---
2.1 The £45,000 that was not spent on dredging is treated as a recurring saving.
---
2.1 The harbour has 31 boats. // 2.2 Replacing them all would cost £6.2m, or £20,000 a boat.
---
2.1 Three part-time cleaners are not to be replaced, which gives £291,000 a year.
---
2.1 Working with the port next door pays for itself. It costs £64,000.
""")
LEFT_ALONE = papers("""
2.1 The quay is £60,000 underspent, as two posts are vacant. They will be filled by May. The
underspend is one-off and is not built into the base budget.
---
2.1 The vacant post of lamplighter is deleted. The saving of £38,000 is permanent.
---
2.1 £90,000 from reserves meets the gap this year; later it is met by permanent savings of £95,000.
---
2.1 A grant of £9,000 for 2024/25 only has been removed from the base budget.
---
2.1 The harbour has 31 boats. // 2.2 Replacing them all would cost £6.2m, or £200,000 a boat.
---
2.1 Working with the port next door saves £9,000 a year and so pays for itself.
""")


@pytest.mark.parametrize("text", FOUND, ids=range(1, len(FOUND) + 1))
def test_money_that_does_not_last_or_fit_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(1, len(LEFT_ALONE) + 1))
def test_money_that_lasts_or_fits_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


def test_the_price_of_a_post_is_held_against_its_row() -> None:
    table = "Savings, £000\nProposal\tSaving\tPosts (FTE)\nA. Moorings\t90\t2.0\nB. Crews\t200\t5.0"
    text = "2.2 Proposal B. Five crew posts go, at an average cost of £{} including on-costs."

    assert found_by(RULES, f"{table}\n\n{text.format('140,000')}")
    assert not found_by(RULES, f"{table}\n\n{text.format('40,000')}")


@given(st.integers(5, 90), st.integers(11, 99))
def test_a_nought_too_few_is_found(number: int, hundreds: int) -> None:
    line = "2.1 The pier has {} lamps. // Renewing all of them costs £{:,}, or £{:,} a lamp."
    (right,) = papers(line.format(number, number * hundreds * 1000, hundreds * 1000))
    (wrong,) = papers(line.format(number, number * hundreds * 1000, hundreds * 100))

    assert not found_by(cost_of_each.RULES, right)
    assert found_by(cost_of_each.RULES, wrong)
