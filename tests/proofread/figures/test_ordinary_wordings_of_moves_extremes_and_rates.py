"""Fractions moved by, extremes of lists, more than everyone, and which of two is the greater."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.figures import (
    extremes_of_lists,
    fractions_counted,
    fractions_moved,
    halves_and_doubles,
    more_than_everyone,
    proportions,
    rates_in_rows,
    told_beyond,
    votes_counted,
)
from moothall.proofread.opinions import shares_of_answers
from ordinary_wordings import found_by

_RULES = tuple(
    rule
    for module in (
        extremes_of_lists,
        fractions_counted,
        fractions_moved,
        halves_and_doubles,
        more_than_everyone,
        proportions,
        rates_in_rows,
        told_beyond,
        votes_counted,
        shares_of_answers,
    )
    for rule in module.RULES
)
FOUND = (
    "The number of cases more than quadrupled from 824 in 2016 to 3,013 in 2022.",
    (
        "The number of children known to the lamp service has more than quadrupled from 824 "
        "in 2016 to 3,013 in 2022."
    ),
    "The grant doubled from £40 to £75.",
    "Fees have doubled from £40 in 2019 to £75 in 2024.",
    "Ferry journeys more than trebled, from 1,200 in 2018/19 to 3,300 in 2023/24.",
    "The caseload has nearly doubled from 210 to 290.",
    "Complaints more than doubled between 2021 (310) and 2023 (540).",
    "Complaints halved from 90 in 2020 to 61 in 2023.",
    "In 2016 there were 824 cases; by 2022 this had quadrupled to 3,013.",
    "Spending on lamps tripled between 2019 and 2024, from £1.2m to £2.9m.",
    "The number of lamps fell by a third, from 900 to 700.",
    "Costs were up by half from 200 to 260.",
    "Ferry passengers were down by a quarter from 4,000 to 3,300.",
    "There were a quarter fewer complaints: 80, against 95 last year.",
    "Complaints fell by a fifth, from 250 in 2022 to 220 in 2023.",
    "Calls rose by a third (from 600 to 690).",
    "Half as many lamps failed: 60, compared with 90 in the year before.",
    "The fleet has shrunk by two thirds from 90 boats to 45.",
    "One in four of the 320 homes (96) failed the inspection.",
    "A third of the 45 schools (19) have no crossing patrol.",
    "Two thirds of the 90 moorings (50) are let.",
    "Half of the 64 lamps (24) were replaced.",
    "Three quarters of the 200 berths, or 160, are taken.",
    "One in ten of the 450 households (60) had no boiler.",
    "Of the 45 schools, a third (19) have no crossing patrol.",
    "19 of the 45 schools (a third) have no crossing patrol.",
    "A fifth (30) of the 120 boats were out of service.",
    "Turnout was 31.4%: 2,104 of 7,560 electors voted.",
    "Turnout was 31.4% (2,104 of 7,560 electors).",
    "Turnout: 31.4% – 2,104 of 7,560 electors.",
    "2,104 of 7,560 electors voted, or 31.4%.",
    "2,104 of the 7,560 electors voted: a turnout of 31.4%.",
    "2,104 of 7,560 electors voted – 31.4%.",
    "The ferry ran on time on 81% of days, that is 270 of 365.",
    "The inspection pass rate was 90%: 45 passed out of 60.",
    "45 out of 60 lamps passed the inspection – a pass rate of 90%.",
    (
        "Three bids were received: £120,000, £135,000 and £142,000. The lowest is £25,000 "
        "below the highest."
    ),
    (
        "Three tenders came in at £120,000, £135,000 and £142,000. The highest was £32,000 "
        "above the lowest."
    ),
    (
        "The bids were £120,000, £135,000 and £142,000. The difference between the lowest and "
        "the highest is £32,000."
    ),
    (
        "We had four quotes: £8,200, £9,100, £9,900 and £10,400. The spread between the "
        "cheapest and the dearest is £1,200."
    ),
    (
        "Three bids were received: £120,000, £135,000 and £142,000. The lowest bid is £5,000 "
        "less than the next."
    ),
    "Three bids were received: £120,000, £135,000 and £142,000. The average is £138,000.",
    (
        "The motion was carried by 22 votes to 19, with 3 abstentions. All 42 members were "
        "present and voted."
    ),
    "The motion was carried by 22 votes to 19 with 3 abstentions, all 42 members being present.",
    "The 42 members present voted 22 to 19, with 3 abstentions.",
    "With 40 members present, the amendment was lost by 18 votes to 25.",
    (
        "The amendment was defeated by 24 votes to 12.  Forty of the 42 members voted, and "
        "none abstained."
    ),
    "The motion was carried by 19 votes to 22.",
    "The motion was lost by 22 votes to 19.",
    "The share of eligible residents (198%) who took up the offer was high.",
    "Most pupils are now vaccinated (198%).",
    (
        "Proportion of homes for which all required lift safety checks have been carried out. "
        "101.0% 101.0%"
    ),
    "Of our tenants, 112% said they felt safe.",
    "Percentage of staff who completed fire training: 107%",
    "The highest share was among older women (132%).",
    "Attendance at primary schools was 104%.",
    "98% of harbours and 104% of lamps were inspected.",
    "We analysed the responses, 68% of which reported struggling to pay for the ferry.",
    "Number of anti-social behaviour cases opened per 1,000 homes 1.6% 2.7%",
    "Anti-social behaviour cases relative to the size of the landlord (per 1,000 homes). 34.1%",
    "Lamp failures per 10,000 households 12.4% 13.1% 0.7 increase",
    "The rate is above the national average (78.5% compared with 79.6%).",
    "Our recycling rate of 41% is better than the regional average of 44%.",
    "The harbour's rate (12.1%) is below that of the county (11.4%).",
    "Satisfaction was 71%, which exceeds the national figure of 74%.",
    "The isle's 41% recycling rate outstrips the county's 44%.",
    "Turnover of staff is 14%, against 11% in the sector, so lower than elsewhere.",
    "The rate was 8.2 per 1,000, which is higher than the 9.1 for England.",
    "Compared with the England average of 79.6%, our employment rate is higher at 78.5%.",
    "The number of foster carers rose by a quarter, from 160 in March 2023 to 184 in March 2024.",
    "Membership of the leisure centre has trebled since 2020, from 1,100 to 2,450.",
    "Rough sleeping has halved, down from 48 in 2022 to 37 in 2024.",
    "Half of the 38 councillors (14) have completed the training.",
    "Two in five of the 150 allotments (75) have a waiting list.",
    "The parish poll: 318 of 1,240 electors took part (31%).",
    (
        "Four quotes were obtained: £4,200, £4,850, £5,100 and £6,000. The difference between "
        "the highest and lowest quote is £2,800."
    ),
    "The amendment was lost by 17 votes to 14.",
    (
        "The recommendation was carried by 31 votes to 20 with 4 abstentions. All 54 members "
        "were present and voted."
    ),
    "107% of looked-after children had a health assessment.",
    "Health assessments were completed for eligible children (112%).",
    "Percentage of bins collected on the due day: 103.2%",
    "School attendance stood at 101.4% in the autumn term.",
    "Our collection rate of 96.1% is better than the national average of 97.0%.",
    "At 61%, fewer children are school-ready than the national average of 58%.",
    "The town's population grew by a tenth, from 40,100 to 48,900.",
)
NOT_FOUND = (
    "The number of cases more than tripled from 824 in 2016 to 3,013 in 2022.",
    "The number of cases nearly quadrupled from 824 in 2016 to 3,013 in 2022.",
    "Fees have almost doubled from £40 in 2019 to £75 in 2024.",
    "Fees have doubled from £39 to £79.",
    "The target to double the fleet from 40 in 2020 to 75 in 2025 was missed.",
    "Lamps fell by a third, from 900 to 600.",
    "Costs were up by about half from 200 to 295.",
    "There were a quarter fewer complaints: 72, against 95 last year.",
    "One in four of the 320 homes (80) failed the inspection.",
    "A third of the 45 schools (15) have no crossing patrol.",
    "A third of the 46 schools (15) have no crossing patrol.",
    "Over a third of the 45 schools (19) have no crossing patrol.",
    "A third of the 45 schools (see paragraph 19) have no patrol.",
    "Turnout was 27.8%: 2,104 of 7,560 electors voted.",
    "Turnout was 31.4%, up from 27.8%: 2,104 of 6,700 electors voted.",
    "2,104 of 7,560 electors voted, 31.4% of them by post.",
    (
        "Three bids were received: £120,000, £135,000 and £142,000. The lowest is £22,000 "
        "below the highest."
    ),
    (
        "Three bids were received: £120,000, £135,000 and £142,000. The lowest is £25,000 "
        "below the budget."
    ),
    (
        "The motion was carried by 22 votes to 17, with 3 abstentions. All 42 members were "
        "present and voted."
    ),
    "The motion was carried by 22 votes to 19. There are 60 members of the Council.",
    "Collection of business rates was 104% of target.",
    "Sales to tourists rose (198%).",
    "Occupancy was 104% of the pre-pandemic level.",
    "The budget was 103% spent.",
    "Repairs completed were 112% of those planned.",
    "Attendance at events increased by 104%.",
    "Schools are at 104% of capacity.",
    "Income from visitors (112%) was above budget.",
    "The number of older people will grow (132%).",
    "The spend of £1.9M exceeds the budget of £1.2M by £0.7M.",
    "Growth of 120% was seen in homes with solar panels.",
    "There were 412 responses to the survey, 68% of which reported struggling to pay.",
    "We analysed the responses, of which there were 412; 68% reported struggling.",
    "Number of cases per 1,000 homes 1.6 2.7",
    "Cases per 1,000 homes rose by 12%.",
    "The employment rate is 80.5%, above the national rate (79.6%).",
    "Unemployment stands at 4.9%, higher than the England figure of 4.1%.",
    "The rate of 8.2% is below the target of 9%.",
    "Pupils at 104% of the level expected are doing well.",
    "The rate per 1,000 homes is 41.2, which is 3.1% higher.",
    "Proportion of budget spent on homes. 101.0% 101.0%",
    "Proportion of homes with gas checks. 100% 100%",
    "The number of foster carers rose by a quarter, from 160 in March 2023 to 200 in March 2024.",
    "Membership has almost trebled since 2020, from 1,100 to 3,050.",
    "Rough sleeping has more than halved, down from 48 in 2022 to 21 in 2024.",
    "Half of the 38 councillors (19) have completed the training.",
    "Two in five of the 150 allotments (60) have a waiting list.",
    "Of 412 fines issued, 98 were paid late, that is 24%.",
    "The turnout was 31%, higher than the 25.6% in 2021, when 318 of 1,240 electors took part.",
    (
        "Four quotes were obtained: £4,200, £4,850, £5,100 and £6,000. The difference between "
        "the highest and lowest quote is £1,800."
    ),
    "The amendment was lost by 14 votes to 17.",
    (
        "The recommendation was carried by 31 votes to 20 with 4 abstentions. All 55 members "
        "were present and voted."
    ),
    "Homes delivered were 107% of the housing requirement.",
    "The cost of placements for children (112%) was above the budget.",
    "Bed occupancy was 103% in January.",
    "Business rates collected were 101% of the sum due.",
    "Unit costs for residents rose (104%).",
    "Savings delivered amount to 112% of those planned.",
    "Burglary is 4.2 per 1,000 residents, below the county average of 4.4.",
    "Our collection rate of 97.1% is better than the national average of 97.0%.",
    (
        "In real terms our grant was 12% lower, against 9% for the average county, so worse "
        "than elsewhere."
    ),
    "The rate fell by 3.1%, more than the national average fall of 2.8%.",
    "One in four of the 62 schools visited (15) were judged good.",
    "A third of the 47 appeals, or 16, were allowed.",
    "The council owns 114% more homes than in 1990.",
    "The recycling rate is higher than the national average, at 48% compared with 43%.",
    "Turnover of staff is 9%, against 11% in the sector, so lower than elsewhere.",
)


@pytest.mark.parametrize("text", FOUND)
def test_figures_that_do_not_agree_are_told(text: str) -> None:
    assert found_by(_RULES, text)


@pytest.mark.parametrize("text", NOT_FOUND)
def test_figures_that_agree_are_not_told(text: str) -> None:
    assert not found_by(_RULES, text)


@given(st.integers(min_value=41, max_value=600))
def test_a_fall_by_a_third_is_one(lamps: int) -> None:
    left = 2 * lamps
    sentence = "The number of lamps fell by a third, from {} to {}."
    assert not found_by(_RULES, sentence.format(3 * lamps + 1, left + 1))
    assert found_by(_RULES, sentence.format(3 * lamps + 1, 3 * lamps - lamps // 5))


@given(st.lists(st.integers(min_value=1_001, max_value=9_999), min_size=3, max_size=5, unique=True))
def test_the_lowest_lies_as_far_below_the_highest_as_told(bids: list[int]) -> None:
    listed = ", ".join(f"£{bid:,}" for bid in bids[:-1]) + f" and £{bids[-1]:,}"
    apart = max(bids) - min(bids)
    sentence = "The bids were {}. The lowest is £{:,} below the highest."
    assert not found_by(_RULES, sentence.format(listed, apart))
    assert found_by(_RULES, sentence.format(listed, apart + 700))
