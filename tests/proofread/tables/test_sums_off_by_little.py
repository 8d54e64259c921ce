"""Totals off by so little that rounding could be why: told where things are counted one by one,
and where rounding would hardly ever do it."""

from fractions import Fraction
from itertools import product

import pytest

from moothall.proofread.tables.rules import RULES
from moothall.proofread.tables.sureness_of_rounding import chance_of_rounding
from ordinary_wordings import found_by, papers

FOUND = """
Pier | Lamps past mending / North | 14 / South | 9 / Quay | 17 / Harbour total | 42
---
Pier | Lamps lit | Buoys / North | 12 | 3 / South | 9 | 4 / Quay | 17 | 6 / Total | 38 | 14
---
Ferry | Hours a week / Otter | 45 / Tern | 30 / Gull | 22 / Heron | 18 / Swift | 16 / Total | 129
---
Fund | £m / Opening balance | 6.2 / Put in | 0.9 / Drawn | (1.7) / Carried forward | 5.6
"""
LEFT_ALONE = """
Line | £000 / Crews | 312 / Piers | 84 / Lamps | 47 / Total | 444
---
Pier | Tonnes landed / North | 21 / South | 18 / Quay | 7 / Total | 47
---
Crew | FTE / North | 21 / South | 18 / Quay | 7 / Total | 47
---
Fund | £m / Crews | 61.4 / Piers | 38.2 / Lamps | 27.7 / Dues | 12.1 / Total | 139.5
"""


@pytest.mark.parametrize("text", papers(FOUND.strip()))
def test_a_total_that_rounding_hardly_makes_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", papers(LEFT_ALONE.strip()))
def test_a_total_that_may_be_rounded_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


@pytest.mark.parametrize(("parts", "off"), [(3, 1), (3, 2), (4, 2)])
def test_the_chance_of_rounding_is_that_of_parts_tried_out(parts: int, off: int) -> None:
    """Every part in turn a little above and below, in twelfths, from a half below to a half above.

    The sum is off where the parts' own errors together are further than half a step beyond it.
    """
    errors = [Fraction(2 * n + 1, 24) - Fraction(1, 2) for n in range(12)]
    tried = [abs(sum(each)) for each in product(errors, repeat=parts)]
    away = sum(each > off - Fraction(1, 2) for each in tried)
    level = sum(each == off - Fraction(1, 2) for each in tried)
    chance = Fraction(2 * away + level, 2 * len(tried))
    assert abs(chance_of_rounding(parts, off) - chance) < Fraction(1, 100)
