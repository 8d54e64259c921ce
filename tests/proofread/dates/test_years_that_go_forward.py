"""What is to come by a day that is past, whatever the verb, and years told backwards."""

import pytest

from moothall.proofread.dates.clauses_to_come import RULES
from ordinary_wordings import found_by, papers

_WRONG = papers("""\
The dredging will last ten weeks, from Monday 7 October to Sunday 15 December 2024.
---
Dues are forecast to fall to £6.1m by 31 March 2023, still above the minimum.
---
The number of pilots is expected to grow from 63 in 2024 to 89 by 2021.
---
At this pace we shall reach the mark by 2020, in four years' time, a year ahead of the plan.
""")
_RIGHT = papers("""\
The dredging will last ten weeks, from Monday 7 April to Sunday 15 June 2025.
---
The order made on 7 October 2024 will be kept to.
---
The number of pilots grew from 63 in 2021 to 89 in 2024.
""")


@pytest.mark.parametrize("text", _WRONG, ids=["range", "balance", "backwards", "years' time"])
def test_a_time_to_come_that_is_past_is_told(text: str):
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", _RIGHT, ids=["ahead", "order", "forward"])
def test_a_time_ahead_is_left_alone(text: str):
    assert not found_by(RULES, text)
