"""Ordinary wordings of answers that do not make the answers told, by their way or their kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.opinions.answers_by_way import RULES
from ordinary_wordings import found_by, papers

_FOUND = """
2.1 We received 412 responses, 360 online and 25 on paper.
---
2.1 The crews surveyed 802 passengers, completing 800 surveys by telephone and 20 by email.
---
2.1 A total of 31 submissions were received, nineteen by post and fourteen by email.
---
2.1 In all 96 replies came in: 70 were submitted online and 36 were sent by post.
---
2.1 There were 245 questionnaires returned, of which 190 were completed online and 45 on paper.
---
2.1 264 responses have been received and the result is as follows: // For the pier - 20 (8%) //
Against the pier - 226 (92%)
---
2.1 In total 150 questionnaires were returned. // • Agree: 90 (64%) // • Disagree: 50 (36%)
"""
_ALONE = """
2.1 We received 412 responses, 387 online and 25 on paper.
---
2.1 We received 412 responses, including 360 online and 25 on paper.
---
2.1 The survey was sent to 800 passengers, 500 by post and 200 by email, and 60 were asked in
person.
---
2.1 There were 245 questionnaires returned. Some 40 people also wrote by post and 12 by email.
---
2.1 246 responses have been received and the result is as follows: // For the pier - 20 (8%) //
Against the pier - 226 (92%)
---
2.1 In total 150 questionnaires were returned. // • Agree: 90 (60%) // • Disagree: 50 (33%)
---
2.1 In total 90 letters were received. // Ferry - 30 (40%) // Quay - 20 (27%)
---
2.1 People could reply more than once: 96 replies came in, 70 online and 36 by post, from both.
"""


@pytest.mark.parametrize("text", papers(_FOUND))
def test_answers_that_do_not_make_the_number_told_are_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", papers(_ALONE))
def test_answers_that_make_it_or_need_not_are_left_alone(text: str) -> None:
    assert not found_by(RULES, text)


@given(online=st.integers(60, 900), paper=st.integers(11, 50), off=st.sampled_from([0, 0, 7, -9]))
def test_answers_by_way_are_found_only_where_their_sum_is_off(
    online: int, paper: int, off: int
) -> None:
    text = (
        f"2.1 We received {online + paper + off} responses, {online} online and {paper} on paper."
    )
    assert bool(found_by(RULES, text)) is bool(off)
