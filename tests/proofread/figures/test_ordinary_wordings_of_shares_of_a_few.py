"""Shares of a few things counted in the sentence, in ordinary words, and what looks like it."""

import pytest

from moothall.proofread.figures.shares_of_few import RULES as SHARES_OF_FEW
from ordinary_wordings import found_by

_RULES = SHARES_OF_FEW
FOUND = (
    "All 12 schools were inspected and 45% were good.",
    "There are 7 ferries, 40% of which are out of service.",
    "- 11 harbours were surveyed: 30% failed.",
    "Nine applications were received. Of these, 40% were approved.",
    "The panel considered 6 cases, with 75% being referred back.",
    "Only 25% of the 10 ferry crews had been trained.",
    "70% of the 12 harbours have been inspected.",
    "We had 13 replies; 60% supported the plan.",
    "The eight wardens were asked and 55% agreed.",
    "The service employs 14 pilots, 40% of them part time.",
    "Out of 9 bids submitted, 35% met the standard.",
    "A total of 320 lamps were tested and 40 (15%) failed.",
    "Of 250 berths, 180 are let, which is 78%.",
    "20% of the 400 berths, that is 60, are empty.",
    "Officers visited 15 piers in May. Of those visited, 50% were unsafe.",
    "62 per cent of our 11 ferries ran on time.",
    "40% of our 11 ferries need new engines and 60% of the 7 pilots are new.",
    "The auditors tested 15 invoices, and only 50% were paid on time.",
    "Of our 9 harbours, just 30% have lifts.",
    "The 14 applications were considered by the panel and 45% were refused.",
    "There were 18 incidents, 40% of them at night.",
    "Of the 160 lamps, 48 are broken, which is 40%.",
    "25% of the 6 slipways are closed.",
    "We received 7 objections; 50% were withdrawn.",
)
LEFT_ALONE = (
    "Of the 8 members, 38% voted against.",
    "All 12 schools were inspected and 42% were good.",
    "There are 7 ferries, 43% of which are out of service.",
    "The trust has 37 lamps, of which 54% are lit.",
    "In the quarter 10 complaints were received and 50% were upheld.",
    "The panel met 8 times and attendance was 85%.",
    "12 schools were inspected and 92% of pupils attended.",
    "The 8 members agreed that fees rise by 3%.",
    "5 of the 12 ferries (42%) were late.",
    "Twelve of the 40 lamps (30%) had failed.",
    "The 6 harbours handle 45% of all freight.",
    "There are 9 piers and 45% of the budget is spent on them.",
    "In the 11 months to date 65% of the grant was spent.",
    "The 7 wards have 35% of the population.",
    "We hold 6 boats, with 55% of the cost met by grant.",
    "3 of the 8 lamps failed, against a target of 10%.",
    "The 5 ferries were on time for 93% of crossings.",
    "Of the 8 priorities, the first is to save 30% of energy.",
    "About 30% of the 8 crews' time is spent on training.",
    "About a third of the 9 pilots (33%) are part time.",
    "The 12 harbours lost 7% of their trade.",
    "Nine applications were received. Of these, 44% were approved.",
    "Of 250 berths, 180 are let, which is 72%.",
    "Within 10 days 85% of invoices were paid.",
    "Around 40% of the 7 hectares is built on.",
    "Each of the 8 boats runs at 55% of capacity.",
    "Of the 12 members 5 voted for (42%) and 7 against (58%).",
    "For the 4 years to 2024 45% of income was from fares.",
    "The 8 lamps use 30% less power.",
    "The report sets out 9 actions, 50% of which is funded by grant.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(_RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, f"2.1 {text}")
