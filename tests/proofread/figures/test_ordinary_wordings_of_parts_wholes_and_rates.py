"""Parts, wholes and rates tied by whatever words, and what only looks like a fault of them."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.proofread.figures.answers_that_exclude import RULES as EXCLUDE
from moothall.proofread.figures.beyond_all_of_it import RULES as BEYOND
from moothall.proofread.figures.counts_of_their_wholes import RULES as COUNTS
from moothall.proofread.figures.parts_after_their_wholes import RULES as PARTS
from moothall.proofread.figures.shares_of_what_was_told import RULES as OF_WHOM
from moothall.proofread.figures.votes_counted import RULES as VOTES
from ordinary_wordings import found_by, papers

_RULES = (*COUNTS, *PARTS, *BEYOND, *EXCLUDE, *OF_WHOM, *VOTES)
_FOUND = """
9 (9%) of this year's 60 harbour surveys ended in a warning.
---
At the end 88 of the 110 lamps were lit, a lighting rate of 86.2%.
---
A grant was paid to 84 of the port's 40,000 households (2.1%).
---
Since May there have been 40 pilots who have moved to the new quay, with 30 (85%) staying on.
---
Nearly one in six ferries inspected (40 of 90) needed a new engine.
---
The burglary rate is 23.4 per cent (234 burglaries among 10,000 harbour homes).
---
The port has 36 vacancies in an establishment of 400, a vacancy rate of 9 per 1,000.
---
Ferry failures: 27 in 10,000 crossings, i.e. 2.7% of crossings.
---
The yard has an apprentice to master ratio of 12.5%, with 250 apprentices and 20 masters.
---
Sickness was 8.4% of the time, that is to say 8.4 days for each pilot in a year of 220 days.
---
Rescues will have fallen from 310.5% in 2021/22 to 290 per 100,000.
---
Seventeen of the fifteen ferries have been painted.
---
The port owns five warehouses. Seven of these are let.
---
Requests received: 31 (of which answered within 20 working days: 34).
---
Some £200,000 was spent on lamps last year, £260,000 of this on bulbs.
---
Lamps surveyed | 212 / of which lit | 187 / of those lit, with new bulbs | 191
---
The crew numbers 3.4 FTE, 4.0 FTE being trained and the rest in training.
---
The ferry was full on 15 of the last 12 days.
---
The berthing list, at 640 boats, includes 710 in Band C.
---
The Council holds £40m of bonds that were bought long ago. Bonds totalling £70m fall due this year.
---
By 2028 the lamp reply rates will be at least 104%.
---
The new sirens have cut missed ferries by 140% since April.
---
The port reused 115% of all the timber that it collected.
---
Of those who replied 82% welcomed the new quay and 24% objected to it.
---
Half of the 80 people on the quay were women and 58% were men.
---
Of the quay, half is sheds, a third is lawn and the other quarter is paved.
---
Of 90 claims, 52% were met, 20% partly met and the remaining 39% not met.
---
The spend is profiled 20, 30, 30 and 35 per cent to the four quarters.
---
The cost is to be met in full by three partners: the port 50%, the county 40% and the guild 20%.
---
Bills paid within 20 days: 93.5%. Bills paid later than 20 days: 11.5%.
---
Berths by kind (%): ferry 41.2; tug 22.4; yacht 30.3; other 12.5
---
Replies came from each of the seven pilots in the port, 45% of whom liked the plan.
---
Six members voted for the motion and four against, so it had the backing of 70% of those voting.
"""
_LEFT_ALONE = """
12 (20%) of this year's 60 harbour surveys ended in a warning.
---
At the end 88 of the 110 lamps were lit, a lighting rate of 80.0%.
---
At the end 88 of the 110 lamps were lit, against a target of 95%.
---
There were 40 pilots, with 30 (75%) staying on.
---
Nearly half of the ferries inspected (40 of 90) needed a new engine.
---
The burglary rate is 2.34 per cent (234 burglaries among 10,000 harbour homes).
---
The port has 36 vacancies in an establishment of 400, a vacancy rate of 90 per 1,000.
---
Ferry failures: 27 in 10,000 crossings, i.e. 0.27% of crossings.
---
Sickness was 3.8% of the time, that is to say 8.4 days for each pilot in a year of 220 days.
---
Rescues fell by 6.6% to 290 per 100,000.
---
We surveyed lamps in five wards. Seven of these were broken.
---
The port owns nine warehouses. Seven of these are let.
---
Lamps surveyed | 212 / of which lit | 187 / of which with new bulbs | 91
---
Requests received: 31 (of which answered within 40 working days: 30).
---
The growth rate was 130%.
---
Of those who replied 82% were for the new quay and 24% against the toll.
---
The pier has an overspend of £1.2m, including £1.9m on timber, in part met from fares.
---
The port bought 48 of the 5 litre tins.
---
4 of the 40 lamps were lost (6% of their value).
---
The works took 12 months, with 5 (83%) of the lamps lit.
---
Collection rates reached 102% as arrears came in.
---
The new sirens have cut missed ferries by 40% since April.
---
The port spent 115% of all its budget for timber.
---
Support was 82% among residents and 24% of the traders were against.
---
Of the quay, half is sheds, a quarter is lawn and the other quarter is paved.
---
Of 90 claims, 52% were met, 20% partly met and the remaining 28% not met.
---
Fares rose by 20, 30, 30 and 35 per cent in the four quarters.
---
Bills paid within 20 days: 93.5%. Bills paid later than 20 days: 6.5%.
---
Berths by kind (%): ferry 41.2; tug 22.4; yacht 30.3; other 6.1
---
Six members voted for the motion and four against, so it had the backing of 60% of those voting.
"""


@pytest.mark.parametrize("text", papers(_FOUND.strip()))
def test_a_part_or_a_rate_that_cannot_be_is_found(text: str) -> None:
    assert found_by(_RULES, text)


@pytest.mark.parametrize("text", papers(_LEFT_ALONE.strip()))
def test_a_part_or_a_rate_that_can_be_is_left_alone(text: str) -> None:
    assert not found_by(_RULES, text)


@given(st.integers(20, 300), st.data())
def test_a_share_in_brackets_is_that_of_its_number_in_the_whole(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(2, whole - 1))
    true = round(Decimal(100 * part) / whole, 1)
    text = "{} ({}%) of this year's {} lamps were lit."
    assert not found_by(COUNTS, text.format(part, true, whole))
    wrong = true + 7 if true < 90 else true - 7
    assert found_by(COUNTS, text.format(part, wrong, whole))


@given(st.integers(2, 400), st.integers(2, 400))
def test_parts_of_those_told_are_no_more_than_they(whole: int, part: int) -> None:
    assume(part % 100 and whole % 100)  # a round number may be a rounded one
    text = f"The port owns {whole} sheds. It has let {part} of these."
    assert bool(found_by(PARTS, text)) == (part > whole)
