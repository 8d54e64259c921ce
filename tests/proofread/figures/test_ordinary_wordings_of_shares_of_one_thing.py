"""Shares into which a sentence divides one thing, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.shares_of_one_thing import RULES as SHARES_OF_ONE_THING
from ordinary_wordings import found_by

_RULES = SHARES_OF_ONE_THING
FOUND = (
    "They gave the sum until 1 April 2014, 65% of it from the first and 45% from the other.",
    "We repay 65% of it from the first loan and 45% from the second.",
    "Funding is 60% grant, 30% council tax and 20% fees.",
    "The cost is met 50% by the county, 30% by the boroughs and 25% by the port.",
    "The budget is split 70% to harbours and 40% to lamps.",
    "The spend is divided between repairs (45%), wages (40%) and fuel (25%).",
    "Half of the money comes from grants, 30% from fees and 30% from loans.",
    "75% of the berths are let and 35% are empty.",
    "Of the lamps, 80% are working and the other 30% are not.",
    "The shares are: port 40%, county 35%, boroughs 35%.",
    "The scores are weighted 60% price and 50% quality.",
    "The tender will be evaluated on a 70% quality and 40% price basis.",
    "Nearly 70% of the fund is held in bonds and the remaining 40% in cash.",
    "Two thirds of the cost falls on the port and 40% on the county.",
    "The grant is split 65% to the port and 45% to the county.",
    "The bill is paid 70% by the port and 40% by the county.",
    "We fund 75% of it from reserves and 35% from fees.",
    "Tenders were weighted 55% price and 55% quality.",
    "The cost is shared between the port (60%) and the county (50%).",
    "Our income is 55% fares, 35% rents and 25% grants.",
    "Two thirds of the cost comes from grants and 45% from loans.",
    "70% of staff are men and the other 40% are women.",
    "45% of berths are occupied and 65% are vacant.",
)
LEFT_ALONE = (
    "They gave the sum until 1 April 2014, 65% of it from the first and 35% from the other.",
    "We repay 55% of it from the first loan and 45% from the second.",
    "Funding is 50% grant, 30% council tax and 20% fees.",
    "Punctuality was 65% in the north and 75% in the south.",
    "Asked why they came, 60% said the view, 50% the ferry and 30% the food.",
    "Satisfaction was 80% in 2023 and 85% in 2024.",
    "Residents could choose several answers: 60% chose lamps, 55% piers and 20% boats.",
    "70% of pilots and 60% of wardens replied.",
    "Of the crew 60% are men and 45% are over 50.",
    "The target is 90% and performance is 85%.",
    "60% of the lamps are lit by six and 95% by seven.",
    "75% of men and 80% of women use the ferry.",
    "65% agreed that fees should rise and 55% agreed that hours should be cut.",
    "The budget rose by 60% on ferries and by 70% on lamps.",
    "The port has spent 80% of its grant and the county 70% of its own.",
    "The scores are weighted 60% price and 40% quality.",
    "The cost is met 50% by the county, 30% by the boroughs and 20% by the port.",
    "The spend is divided between repairs (45%), wages (33%) and fuel (23%).",
    "The main uses are wages (40%) and fuel (25%).",
    "80% of berths are let, 60% of them to residents.",
    "Of the lamps, 80% are working and 60% are of the new type.",
    "We reached 95% in May, 97% in June and 96% in July.",
    "90% of calls are answered within a minute and 98% within three.",
    "Half of the money comes from grants, 30% from fees and 20% from loans.",
    "55% were satisfied, of whom 30% were very satisfied, and 45% were not.",
    "60% feel safe on the ferry and 50% on the pier.",
    "The discount is 50% for children and 60% for carers.",
    "The county pays 65% and the port pays the remaining 35%.",
    "The 70% quality and 30% price weighting will be used.",
    "Women made up 58% of the crews, and 62% of the crews were aged 50 or over.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
