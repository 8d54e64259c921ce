"""Ordinary wordings of a figure that goes, or compares, otherwise than the words say.

Those of the first table are found, the innocent like them of the second are left alone.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.figures import changes, levels_told_before
from ordinary_wordings import found_by, papers

RULES = (*levels_told_before.RULES, *changes.RULES)

_FOUND = """
2.1 There was a peak of 412 berths let in 2016. Since then berths have fallen to 431 in 2024.
---
2.1 In 2019 there were 1,240 lamps alight. This figure had dropped to 1,310 by last year.
---
2.1 The ferry carried 81,200 people last year. It is expected to rise to 79,400 this year.
---
2.1 Harbour income stands at £2.4m. It is forecast to decrease to £2.6m next year.
---
2.1 The quay charge is £12.40 per boat. This is above the limit of £12.60 per boat.
---
2.1 Sickness among the crews was 6.2%. This is below the target of 5.5%.
---
2.1 The fund ended the year with a deficit of £3,270. For this year we forecast an increased
deficit of £1,290.
---
2.1 Ferry fares brought in a surplus of £41,000 last spring. A higher surplus of £38,500 is
expected now.
---
2.1 By spring the number of moorings had risen to 184, a reduction of 26 on the year.
---
2.1 Complaints had fallen to 95, an increase of 12.
---
2.1 The share of lamps lit by gas was 4.5%. That share is likely to fall to 4.9% by June.
---
2.1 Fares will rise by 1.80 per cent. // 2.2 This increase is above the maximum of 1.99 per cent.
---
2.1 The present charge is £940, and under the draft it falls to £1,010.
"""
_ALONE = """
2.1 The present charge is £940, and under the draft it rises to £1,010.
---
2.1 There was a peak of 412 berths let in 2016. Since then berths have fallen to 391 in 2024.
---
2.1 In 2019 there were 1,240 lamps alight. Lamps on the quay have dropped to 310.
---
2.1 The ferry carried 81,200 people last year. It is expected to rise to 83,400 this year.
---
2.1 Harbour income stands at £2.4m. Spending is forecast to decrease to £2.6m next year.
---
2.1 The quay charge is £12.70 per boat. This is above the limit of £12.60 per boat.
---
2.1 The quay charge is £12.40 per boat. This is £0.20 below the limit of £12.60 per boat.
---
2.1 The fund ended the year with a deficit of £3,270. We forecast a reduced deficit of £1,290.
---
2.1 By spring the number of moorings had risen to 184, an increase of 26 on the year.
---
2.1 Of 412 lamps 120 are lit by gas. By June this number should fall to 60 from 120.
---
2.1 Ferry costs rose by £400,000. They are expected to fall to £2.1m in 2026.
---
2.1 The harbour has 60 berths for visitors. If it fell to 70 boats a week, we would close one.
---
2.1 The crew of the north ferry numbers 14. The crew of the south ferry has fallen to 16.
---
2.1 Fares rose by 3%. This is above the 2% rise of the year before.
---
2.1 The survey was sent to 900 homes. This is more than the 650 homes that were asked in 2019.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_a_figure_that_goes_the_other_way_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", papers(_ALONE))
def test_a_figure_that_goes_as_is_said_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


@given(before=st.integers(1_000, 9_000), change=st.integers(60, 400), fell=st.booleans())
def test_a_move_told_in_the_next_sentence_is_found_only_where_it_is_wrong(
    before: int, change: int, fell: bool
) -> None:
    after = before + change
    word = "fallen" if fell else "risen"
    text = f"2.1 In 2019 there were {before:,} berths. This figure has {word} to {after:,}."
    # figures that end in noughts may be rounded, and are told as such
    assert bool(found_by(RULES, text)) is fell
