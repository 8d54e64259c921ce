"""Rises told as a number and as a percentage of what was before, over two sentences."""

import pytest

from moothall.proofread.figures import rises_told_after
from ordinary_wordings import found_by

RULES = (*rises_told_after.RULES,)

FOUND = (
    (
        "In 2016 843,765 people visited the museum. This was 7,509 more than in 2015, an "
        "increase of approximately 9%."
    ),
    ("In 2019 there were 12,480 library visits. That is 1,120 fewer than in 2018, a fall of 18%."),
    (
        "The service answered 48,200 calls. This was 2,100 more than the year before (an "
        "increase of 12%)."
    ),
    (
        "A total of 6,310 applications were received in 2021. This represents a rise of 310 "
        "(15%) on the previous year."
    ),
    (
        "There were 1,540 homeless applications in the year. This is a decrease of 85 (11%) "
        "compared with the year before."
    ),
    (
        "At March 2020 the district had 52,310 homes. This was 410 higher than in March "
        "2019, an increase of 8%."
    ),
    ("The number of pupils is now 9,845. This is 62 fewer than last January, a reduction of 6.3%."),
    (
        "Council tax support went to 7,210 households. This is 145 less than in the previous "
        "year, a drop of 20%."
    ),
    (
        "The harbour took £412,300 in fees. This was £36,500 more than in the previous year, "
        "an increase of 0.97%."
    ),
    "Visitor numbers reached 96,400 in 2018. This was 4,400 up on 2017, a 48% increase.",
    "Income was £1,204,000. That is £54,000 lower than last year, a reduction of 0.4%.",
    "There were 3,412 recorded crimes. This was a rise of 212 on the year before, or 66%.",
    "The Council planted 18,450 trees in 2022. This was an increase of 950 on 2021 (54%).",
    "We issued 21,400 permits, which was 1,300 more than in 2017, an increase of 65%.",
    ("In 2020, 5,120 people were on the register, 480 more than in 2019, an increase of 1%."),
    (
        "In total 64,300 tonnes of waste were collected. This is 1,300 tonnes fewer than in "
        "2018/19, a decrease of 20%."
    ),
)

LEFT_ALONE = (
    (
        "In 2016 843,765 people visited the museum. This was 7,509 more than in 2015, an "
        "increase of approximately 0.9%."
    ),
    ("In 2019 there were 12,480 library visits. That is 1,120 fewer than in 2018, a fall of 8%."),
    (
        "The service answered 48,200 calls. This was 2,100 more than the year before (an "
        "increase of 4.6%)."
    ),
    (
        "A total of 6,310 applications were received in 2021. This represents a rise of 310 "
        "(5%) on the previous year."
    ),
    (
        "There were 1,540 homeless applications. This is a decrease of 85 (5%) compared with "
        "the year before."
    ),
    (
        "The harbour took £412,300 in fees. This was £36,500 more than in the previous year, "
        "an increase of 9.7%."
    ),
    (
        "There were 3,412 recorded crimes. Of these 212 more were thefts than the year "
        "before, a rise of 66%."
    ),
    ("There are 9,845 pupils. Among them 62 more had a plan than last year, an increase of 30%."),
    (
        "In 2016 843,765 people visited the museum. School visits were 7,509 more than in "
        "2015, an increase of 9%."
    ),
    "Income was £1,204,000. Fees were £54,000 lower than last year, a reduction of 30%.",
    (
        "There were 3,412 crimes in Ash. In Birch there were 212 more than in 2015, an "
        "increase of 66%."
    ),
    ("The fund stood at £5,000,000. This was £100,000 more than in 2015, an increase of about 2%."),
    ("Of 96,400 visitors 8,000 came by boat. This was 400 more than in 2017, an increase of 5.3%."),
    (
        "There were 3,412 crimes and 400 fires. This was 50 more fires than the year before, "
        "an increase of 14%."
    ),
    (
        "In the year 5,000 calls were answered by 40 staff. This was 10 more than in 2015, "
        "an increase of 33%."
    ),
    (
        "Visitor numbers reached 96,400 in 2018. Spending was £4,400 more than in 2017, a "
        "48% increase."
    ),
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(RULES, text)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, text)
