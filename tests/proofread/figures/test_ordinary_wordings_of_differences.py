"""Differences, products and changes in the words of officers: found where wrong, else silence."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.proofread.figures import by_how_much, so_many_each
from moothall.proofread.tables import changes_at_the_end
from ordinary_wordings import found_by, found_by_all, papers

WRONG = papers(
    """\
The ferry trust had a surplus of £1.9m, exceeding the plan of £1.2m by £1.7m.
---
Visits of 480 beat the target of 400 by 90.
---
Costs came in under the £5.2m budget by £1.4m at £4.6m.
---
Spending exceeded its budget of £4.0m by £1.3m to reach £4.2m.
---
Reserves stand at £18.2m, down from £21.7m, after £5.5m was drawn in the year.
---
At 62.4% the lamps missed the standard of 70.0% by 9.6%.
---
Each of the 24 wards gets £5,000, £125,000 altogether.
---
Each of our 12 harbours will receive £3,500, a total of £45,000.
---
The average cost per berth is £1,250 a week: 14 berths cost £19,500 a week.
---
Lamps lit 61.0% 66.0% 5.0% increase / Ferries on time 70.2% 71.2% 1.0% increase /
Quays clean 64.0% 85.7% 12.7% increase"""
)
RIGHT = papers(
    """\
The ferry trust had a surplus of £1.9m, exceeding the plan of £1.2m by £0.7m.
---
Spending of £4.2m was above the budget of £4.0m, and the lamps were cut by £1.5m.
---
Costs came in under the £5.2m budget by £0.6m at £4.6m.
---
The ferry cost £3m more than the £9m that was planned, and tolls rose by £2m.
---
Reserves stand at £18.2m, down from £21.7m, after £3.5m was drawn in the year.
---
The quay cost £2.4m against £2.1m last year, when the works were delayed by 14 weeks.
---
Each of the 24 wards gets £5,000, £120,000 altogether.
---
Each of the 24 wards gets about £5,000, £118,000 altogether.
---
The average cost per berth is £1,250 a week: 14 berths cost £17,500 a week.
---
Lamps lit 61.0% 66.0% 5.0% increase / Ferries on time 70.2% 71.2% 1.0% increase /
Quays clean 64.0% 85.7% 21.7% increase
---
Lamps -0.1 0.7 +0.8 Reduction in fees / Ferries 12.0 11.3 -0.7 Increased tolls /
Quays 5.0 6.0 +1.0 Higher rents"""
)


@pytest.mark.parametrize("paper", WRONG)
def test_a_difference_or_product_that_is_wrong_is_told(paper: str) -> None:
    assert found_by_all(paper)


@pytest.mark.parametrize("paper", RIGHT)
def test_what_computes_or_is_of_other_things_is_left_alone(paper: str) -> None:
    rules = (*by_how_much.RULES, *so_many_each.RULES, *changes_at_the_end.RULES)
    assert not found_by(rules, paper)


@given(half=st.integers(50, 450), more=st.integers(20, 90), slip=st.integers(-19, 19))
def test_the_excess_told_is_the_excess(half: int, more: int, slip: int) -> None:
    plan, more, slip = 2 * half + 1, 2 * more, 2 * slip  # odd figures are not rounded ones
    assume((more + slip) % 100)  # and a hundred may be
    told = found_by(
        by_how_much.RULES, f"Visits of {plan + more} beat the target of {plan} by {more + slip}."
    )
    assert bool(told) == bool(slip)


@given(
    rows=st.lists(
        st.tuples(st.integers(100, 900), st.integers(100, 900)).filter(
            lambda two: two[0] != two[1]
        ),
        min_size=3,
        max_size=6,
    ),
    slip=st.integers(3, 99),
)
def test_of_rows_that_end_in_their_change_the_wrong_one_is_told(
    rows: list[tuple[int, int]], slip: int
) -> None:
    def line(number: int, two: tuple[int, int], more: int = 0) -> str:
        before, after = (Decimal(one) / 10 for one in two)
        change = after - before
        way = "increase" if change > 0 else "decrease"
        told = abs(change) + Decimal(more) / 10
        return f"Lamp {chr(65 + number)} {before:.1f}% {after:.1f}% {told:.1f}% {way}"

    lines = [line(number, two) for number, two in enumerate(rows)]
    assert not found_by(changes_at_the_end.RULES, "\n\n".join(lines))
    wrong = [*lines, line(len(rows), (500, 600), slip)]
    assert len(found_by(changes_at_the_end.RULES, "\n\n".join(wrong))) == 1
