"""Results of asking people: without a number that answered they are found, with it they are not."""

import pytest

from moothall.proofread.opinions import bases_of_opinions, exercises
from ordinary_wordings import found_by, papers

RULES = (*exercises.RULES, *bases_of_opinions.RULES)
FOUND = papers("""
2.1 Crews were asked whether they would sail at dawn. Two in three would.
---
2.1 Question 7 asked whether people would use a ferry on Sundays: 44% said yes and 56% no.
---
2.1 Cards were handed out at the open day; 71% of those returned praised the new jetty.
---
2.1 There were 164 storms and 97 boats lost. // 2.2 The skippers’ survey closed in May. 80% agreed
that the light was bright.
---
2. Consultation // 2.1 On Option A 1,790 people answered. // 2.2 On Option B, 58% of people were in
favour.
""")
LEFT_ALONE = papers("""
2.1 Of those sixteen, 63% agreed that the jetty should be lit.
---
2.1 The ballot of 56 skippers was held on 2 May. 75% voted yes.
---
2.1 In all 84 people came to the drop-in and 40 filled in a card. 70% liked the plans.
---
2.1 The survey had 1,204 replies. // 2.2 Question 7 asked about a ferry: 44% said yes and 56% no.
---
2.1 The proposed rise of 3% was opposed by the pilots.
""")


@pytest.mark.parametrize("text", FOUND, ids=range(1, len(FOUND) + 1))
def test_a_result_without_its_number_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(1, len(LEFT_ALONE) + 1))
def test_a_result_with_its_number_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
