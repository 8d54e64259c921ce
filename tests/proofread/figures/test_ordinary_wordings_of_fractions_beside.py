"""Fractions in words beside their percentages, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.fractions_beside import RULES as FRACTIONS_BESIDE
from moothall.proofread.figures.halves_and_doubles import RULES as SUMS
from ordinary_wordings import found_by

_RULES = (*FRACTIONS_BESIDE, *SUMS)
FOUND = (
    "0.04% (one twenty-fifth) of lamps fail each night.",
    "Two thirds (56%) of residents agreed.",
    "One in five (15%) ferries was late.",
    "Almost half, 38%, of the lamps were replaced.",
    "A majority (47%) supported the plan.",
    "Three quarters of respondents (65%) were in favour.",
    "More than half (45%) of the moorings are let.",
    "Around a third of berths, 45%, are empty.",
    "A quarter of pilots (35%) will retire within five years.",
    "45% of residents, a majority, supported the new lamps.",
    "Over two thirds (62%) of the crew have been trained.",
    "Fewer than one in ten (14%) lamps failed.",
    "Most residents (42%) wanted the ferry kept.",
    "Nearly three quarters of staff – 61% – replied.",
    "The majority of replies (44%) were from the island.",
    "55%, or about one in four, said no.",
    "Just under half of the harbours (53%) were inspected.",
    "Just over a quarter (22%) of the ferries are electric.",
    "Four in ten residents (52%) use the ferry each week.",
    "Over half of the respondents disagreed (41%).",
    "About 12% of the budget, or one third, is spent on fuel.",
    "The pier carried a fifth (12%) of all visitors.",
    "A quarter of lamps (42%) were lit.",
    "62% (nearly a third) of passengers are children.",
    "Just over half of the crew (38%) replied.",
    "Two in three wardens (45%) agreed.",
    "41% of passengers, the majority, walk.",
    "Nearly 1 in 10 ferries (24%) was late.",
    "0.5% (one twentieth) of the fund.",
    "Three fifths, or 48%, of the berths are let.",
    "The vast majority of members (46%) want it.",
    "85%, or two thirds, of lamps work.",
)
LEFT_ALONE = (
    "4% (one twenty-fifth) of lamps fail each night.",
    "Two thirds (67%) of residents agreed.",
    "Two thirds (66%) of residents agreed.",
    "One in five (20%) ferries was late.",
    "Almost half, 48%, of the lamps were replaced.",
    "A majority (57%) supported the plan.",
    "Three quarters of respondents (76%) were in favour.",
    "More than half (54%) of the moorings are let.",
    "Around a third of berths, 35%, are empty.",
    "The largest group (47%) supported the plan.",
    "Half of the harbours were surveyed and 38% of lamps were replaced.",
    "The majority of the 40% who replied were in favour.",
    "A majority of members (12) voted for a rise of 4%.",
    "In the first quarter 38% of the budget was spent.",
    "The third phase (45% complete) will open in May.",
    "In Quarter three (65%) performance was lower.",
    "Nearly three quarters of staff – 73% – replied.",
    "Fewer than one in ten (8%) lamps failed.",
    "More than half of residents, and 38% of visitors, used it.",
    "One in three (33%) agreed, up from a quarter (25%).",
    "Spending in the third quarter was 20% of the budget.",
    "A half (against 38% last year) agreed.",
    "Over half of the respondents (compared with 41% nationally) disagreed.",
    "Half the lamps (each using 12% less power) were replaced.",
    "A third of lamps, costing 45% of the total, will go.",
    "Most residents (62%) wanted the ferry kept.",
    "Half of the fund (with interest at 4%) was repaid.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
