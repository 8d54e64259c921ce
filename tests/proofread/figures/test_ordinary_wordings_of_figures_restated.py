"""Figures told again at once, means of lists and so much each, in ordinary words."""

import pytest

from moothall.proofread.figures.means_and_each import RULES as MEANS_AND_EACH
from moothall.proofread.figures.restated_beside import RULES as RESTATED_BESIDE
from ordinary_wordings import found_by

_RULES = (*RESTATED_BESIDE, *MEANS_AND_EACH)
FOUND = (
    "The borough bears 60% of the cost of the quay, that is to say £310,000 of the £620,000.",
    "In all 1,200 people answered. 420 of them told us they come by ferry, which is 45% of all.",
    "Wardens from agencies cost £412k in the half year (£4.12m).",
    "Slippage on the mole is put at £1,300m, out of an agreed cost of £1.9m.",
    "We ask for £210,500. Allowing for a 5% contingency of £21,050 the sum is £231,550.",
    "Three bid for it: £12,000, £15,000 and £18,000. The mean of the three is £16,000.",
    "At the meeting each of the six wards would have 5 minutes, 40 minutes in all.",
)
LEFT_ALONE = (
    "The borough bears 50% of the cost of the quay, that is to say £310,000 of the £620,000.",
    "In all 1,200 people answered. 420 of them told us they come by ferry, which is 35% of all.",
    "Wardens from agencies cost £412k in the half year (£0.412m).",
    "Slippage on the mole is put at £1.3m, out of an agreed cost of £1.9m.",
    "We ask for £210,500. Allowing for a 5% contingency of £10,525 the sum is £221,025.",
    "Three bid for it: £12,000, £15,000 and £18,000. The mean of the three is £15,000.",
    "At the meeting each of the six wards would have 5 minutes, 30 minutes in all.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
