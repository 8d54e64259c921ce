"""Shares, rates, fractions and averages of what stands beside them, in ordinary words."""

from itertools import chain

import pytest

from moothall.proofread.figures import (
    averages_of_lists,
    bases_told_before,
    changes,
    fractions_counted,
    rates_of_sums,
    workings,
)
from ordinary_wordings import found_by, papers

_RULES = tuple(
    chain(
        averages_of_lists.RULES,
        bases_told_before.RULES,
        fractions_counted.RULES,
        changes.RULES,
        rates_of_sums.RULES,
        workings.RULES,
    )
)
FOUND = (
    (
        "Harbour dues in 2023-24 were 28.4% of turnover, a 3.9% increase on the earlier level of "
        "25.5% of turnover in 2019-20."
    ),
    (
        "Lamp faults mended on time stood at 82.3%, which is 6.1 percentage points above the "
        "74.2% of last year."
    ),
    "Occupancy is 91.5% this quarter, up 4.2 points on the 88.3% recorded in the last.",
    "Attendance was 93.1%, a fall of 2.6 percentage points on last year's 94.7%.",
    "Satisfaction with the ferry rose to 67%, a 5 point improvement on the 64% of 2022.",
    (
        "The developer plans to build 180 houses between the quay and the mill. It would be a "
        "mixed development, with 30% i.e. 64 being affordable."
    ),
    (
        "The questionnaire went to every household (612 households). 281 responses have been "
        "received (49.9%)."
    ),
    "Out of 365 lamps 73 have been converted, that is 25% of the total.",
    "The scheme would provide 75 flats, of which 40% (36 flats) would be for rent.",
    "2% of the precept of £9,400 comes to £198.",
    "A 5% rise on the present fee of £340 would add £22.",
    "The developer proposes 95 new homes. Forty per cent of these, 42 homes, would be affordable.",
    "3/4 of the sum will go on the quay and 1/3 on the lamps.",
    (
        "The rules commit 15% of dues collected to the national fund, while 75% is kept by the "
        "harbour where they arose."
    ),
    "Two thirds of the grant is for ferries and half is for lamps.",
    "The Council keeps 40% of the dues and passes 50% to the government and 20% to the port.",
    "28 weekly cuts at £39.50 per cut come to £1,160.",
    "The hall was hired for 12 sessions at £30, £390 in all.",
    "The cost per household is £18.50, so that for 640 households it comes to £12,840.",
    "Passenger numbers were 410, 380 and 440 in the three months, an average of 430.",
    "The levy would raise £42m from 800 homes at £48,000 each.",
    "Half of the 86 moorings, 48, are let.",
    "More than a third of the 120 boats (36) failed the test.",
    "The Council has 33 piers for 110,000 people, which is 4.0 per 10,000.",
    (
        "On-time sailings were 87.4% in the quarter, 5.1 percentage points lower than the 91.5% "
        "of a year ago."
    ),
    "Sickness stands at 4.9%, an increase of 1.4 points on the 3.8% reported in May.",
    "The estate will have 220 dwellings. Some 35%, or 87, will be for social rent.",
    "Questionnaires were delivered to 930 homes. We had 312 replies (38.5%).",
    "4% of the precept of £21,500 would be £920.",
    "Half of the levy will be spent on ferries, two thirds on lamps.",
    "The port hands 30% of its dues to the county and keeps 60%.",
    "The three ferries carried 1,200, 1,500 and 1,800 cars, an average of 1,600.",
    "A quarter of the 64 berths (21) are empty.",
    "Usage stands at 58.2%, a 4.4 point improvement on the 55.8% seen in 2023.",
    "Consultation letters went to 1,250 addresses; 410 responses were received, a return of 23%.",
    "A third of the 90 lamps (42) have been replaced.",
    "Fees of £12 for 340 boats would bring in £4,480.",
    "3% of the revenue budget of £14.2m is £0.62m.",
    "The levy raises £1.2m from 24,000 homes at £60 a home.",
    "Two fifths of the grant will be spent on lamps and three quarters on piers.",
    "Collection stood at 96.4%, down 0.8 points from the 97.9% reached in 2023.",
    "We wrote to 480 tenants and 156 replies came back (36%).",
)
LEFT_ALONE = (
    (
        "Lamp faults mended stood at 82.3%, against a target of 85% and a national average of "
        "74.2%, a 6.1 point improvement since 2019."
    ),
    "Turnover rose 3.9% to £28.4m, on a base of 25.5% of the market.",
    (
        "The developer plans to build 180 houses. It would be a mixed development, with 30% i.e. "
        "54 being affordable."
    ),
    (
        "The developer plans to build 180 houses. Of the 60 in the first phase 30% i.e. 18 are "
        "affordable."
    ),
    (
        "The questionnaire went to every household (612 households). 281 responses have been "
        "received (45.9%)."
    ),
    (
        "The questionnaire went to 612 households. 281 responses have been received, of which 140"
        " (49.8%) were in favour."
    ),
    (
        "The questionnaire went to 612 households. 1,340 people live there; 281 of them answered "
        "(21%)."
    ),
    "2/3 of the grant will go on the quay and 1/3 on the lamps.",
    "Two thirds of residents use the ferry and half use the pier.",
    (
        "The rules commit 15% of dues to the national fund, while 85% is kept by the harbour "
        "where they arose."
    ),
    "The rules commit 15% of dues to the national fund, 10% to the port and 75% is kept.",
    "Ferry fares rose by 20% while 70% of passengers said that they were satisfied.",
    "The Clerk ordered 24 lamps at £45 each, at a cost of £1,080.",
    "The Clerk ordered 24 lamps at £45 each, at a cost of £1,296 including VAT.",
    "Passenger numbers were 410, 380 and 440 in the three months, an average of 410.",
    "The levy would raise £42m from 800 homes at £52,500 each.",
    (
        "Fifty two percent of applicants received a first choice berth. Over 60% were offered one"
        " of their first three choices."
    ),
    (
        "Fifty two percent of applicants received a first choice berth this year. In 2019 over "
        "60% of applicants had received their first choice berth."
    ),
    "Half of the 86 moorings, 43, are let.",
    "The fee doubled from £40 to £80.",
    "Half the crew are part time. 48 of the moorings are let.",
    "The scheme covers 3/4 of the coast and 1/2 of the rivers.",
    "Lamps are lit for 2/3 of the night in summer and 1/2 of it in winter.",
    (
        "The average of 430 passengers a month was reached in June (410), July (380) and August "
        "(500)."
    ),
    "The pier had 40% of its lamps changed by May, while 70% of the quay's were changed.",
    "In 2021 20% of dues were paid online, while 70% are now.",
    (
        "On-time sailings were 87.4% in the quarter, 4.1 percentage points lower than the 91.5% "
        "of a year ago."
    ),
    "Turnout was 34.1% at the quay and 28.6% at the pier, up 2.3 points on the last election.",
    (
        "Inflation was 3.1% in May, higher than the 2.0% target and 0.4 points up on the 2.7% of "
        "April."
    ),
    "The estate will have 220 dwellings on 14 hectares. Some 35%, or 77, will be for social rent.",
    (
        "The estate will have 220 dwellings in two phases. In the first, of 60, 35%, or 21, will "
        "be for social rent."
    ),
    (
        "Questionnaires were delivered to 930 homes. We had 312 replies (33.5%). 140 people (45%)"
        " wanted a lamp."
    ),
    "Half of those who use the ferries are tourists and two thirds come by car.",
    "The port hands 30% of its dues to the county and keeps 70%.",
    "Staff gave 30% of their time to lamps last year, and 60% of them remain in post.",
    "The contractor quoted £1,450 per lamp; with the poles, 36 lamps cost £61,200.",
    "The three ferries carried 1,200, 1,500 and 1,800 cars, an average of 1,500.",
    "A quarter of the 64 berths (16) are empty.",
    "In the third quarter of the year 64 berths were let (21 more than before).",
    "There are 46 lamps for 23,000 residents, or 2 per 1,000 residents.",
    "A third of the 90 lamps (30) have been replaced.",
    "Fees of £12 for 340 boats would bring in £4,080.",
    "Fees of £12 for adults and 340 tickets at £5 for children brought in £4,480.",
    "Rents are between £40 and £60 a week; the average of £52 includes lamps at £64.",
    "Attendance was 93.1%, a fall of 1.6 percentage points on last year's 94.7%.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    (paper,) = papers(text)
    assert found_by(_RULES, paper)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    (paper,) = papers(text)
    assert not found_by(_RULES, paper)
