"""Two figures of one thing at two times, in ordinary words and in whatever order."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moothall.proofread.figures import changes
from ordinary_wordings import found_by, papers

FOUND = (
    "Complaints were lower this year (231) than last (214).",
    (
        "The number of looked-after children stands at 398; twelve months ago it stood at 371, "
        "so numbers have fallen."
    ),
    "Bed-days lost fell in the year to 1,320 (2023/24: 1,180).",
    "Footfall in the town centre has recovered: 41,200 visits a week now, 43,900 a year ago.",
    (
        "We processed new claims faster than last year, taking 24 days on average compared with "
        "21 days in 2023/24."
    ),
    (
        "Arrears have been brought down from £1.31m at the start of the year to £1.46m at the "
        "end of December."
    ),
    "Rent arrears, which stood at £410,000 in March, have reduced to £432,000.",
    "Sickness absence crept up during the quarter, to 4.1% from 4.6% in the quarter before.",
    "The shortfall has widened to £2.1m from the £2.6m reported in July.",
    (
        "There has been a welcome drop in fly-tipping, with 1,022 incidents reported compared "
        "with 960 in the previous year."
    ),
    "Numbers on the housing register are falling: 3,410 in April 2023 and 3,655 in April 2024.",
    "Since 2021 membership has grown, from 8,400 to 7,900.",
    "The vacancy rate eased from 11.2% to 12.4%.",
    "Attainment is up: 64% reached the standard in 2024, against 66% in 2023.",
    "Turnover of staff worsened, from 14.2% last year to 12.9% this year.",
    (
        "Voids re-let times lengthened in the second quarter, averaging 31 days against 34 days "
        "in the first quarter."
    ),
    (
        "The proportion of invoices paid within 30 days dipped, from 94.8% in 2022/23 to 96.1% "
        "in 2023/24."
    ),
    "Energy use rose by 4% to 1,210 MWh from 1,310 MWh.",
    "The balance has been drawn down from £6.2m to £6.9m.",
    "Collection of business rates has slipped back to 97.2% (96.8% at the same point last year).",
    "Fewer children were permanently excluded in 2023/24 (27) than in 2022/23 (22).",
    "More people used the libraries than the year before: 188,000 visits as against 203,000.",
    "Emissions have been cut from 14,200 tonnes in 2019 to 15,100 tonnes in 2024.",
    "Pupil numbers went up this autumn to 1,842, compared with 1,877 in the autumn of 2023.",
    "The overspend has reduced since the last report, from £1.84m to £2.03m.",
    "The unit cost dropped slightly to £71 (£68 in 2022/23).",
)

LEFT_ALONE = (
    "Complaints were lower this year (214) than last (231).",
    "Demand has increased and the average wait was 12 days compared with 14 days last year.",
    "With budgets falling, we completed 212 repairs compared with 187 last year.",
    "The reduced budget of £4.6m compares with £4.1m two years ago.",
    "Spending fell short of the budget: £4.6m against £4.9m.",
    "The rate of increase slowed from 5% to 3%.",
    "Recycling was 46.1%, compared with 47.3% for England, and is rising.",
    "A fall in funding means that 42 visits a week are made, compared with 38 last year.",
    "The number of schools below the floor fell from 12 to 9.",
    "Increases in pay of 3% this year and 2% last year were met from reserves.",
    "Staff numbers were cut in 2019, and the team now has 14 people compared with 12 last year.",
    "The target has been lowered from 90% to 85%, and performance was 88%.",
    "The service moved up from 45th to 32nd place, and from 4.1 to 4.6 points.",
    "Fewer than 40 of the 120 places were taken up last year.",
    "The grant increased from £1.2m for Year 1 to £1.4m for Year 2 and fell thereafter.",
    "Council tax rises were 2.99% this year and 4.99% last year.",
    "The increase fell from 4.99% last year to 2.99% this year.",
    (
        "Although complaints increased, response times of 9 days compared with 12 days last "
        "year were achieved."
    ),
    (
        "Waiting times increased in the north, from 12 to 15 days, and fell in the south, from "
        "14 to 11 days."
    ),
    "The savings shortfall reduced from £1.2m to £0.9m.",
    "The improved figure of 91% compares with 94% in 2019 before the pandemic.",
    "The cost of living rose by 8% while fees were £12 against £11 last year.",
    "Numbers dropped off sharply after 2020, but are now 412, against 396 last year.",
    "Spending of £4.1m was up to date, compared with £3.9m last year.",
    (
        "Reoffending fell: 31% were convicted again within a year, compared with 34% of the "
        "previous cohort."
    ),
    "The under-5 population is projected to decline, from 4,210 in 2022 to 3,980 in 2030.",
    "It was hoped that waits would fall from 12 weeks; they stood at 14 weeks in March.",
    (
        "Of the 120 inspections, 84 were good, up from 71 last year, and 14 required "
        "improvement, down from 22."
    ),
    "The band was widened from 40-50 to 35-55.",
    "Discount was reduced from 50% to 25%.",
    "Drop-in sessions were held 14 times against 12 last year.",
    "Cuts of £4.2m were made this year compared with £3.8m last year.",
    "Rising Stars nursery has 34 places, compared with 30 last year.",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    (paper,) = papers(text)
    assert found_by(changes.RULES, paper)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    (paper,) = papers(text)
    assert not found_by(changes.RULES, paper)


ORDERS = (
    "Visits have {way} to {now:,} from {then:,} a year earlier.",
    "Visits have {way}: {now:,} this year against {then:,} last year.",
    "Visits, which stood at {then:,} in March, have {way} to {now:,}.",
    "From {then:,} in 2022 visits have {way}, to {now:,} in 2024.",
    "In 2022 there were {then:,} visits; they have {way} to {now:,} in 2024.",
)
WAYS = (("risen", 1), ("climbed", 1), ("jumped", 1), ("fallen", -1), ("dipped", -1), ("shrunk", -1))


@given(
    then=st.integers(210, 9_000),
    by=st.integers(11, 200),
    order=st.sampled_from(ORDERS),
    way=st.sampled_from(WAYS),
)
def test_a_word_that_goes_the_other_way_is_found_and_the_right_one_let_be(
    then: int, by: int, order: str, way: tuple[str, int]
) -> None:
    word, sign = way
    assume(all(figure % 100 for figure in (then, then + by, then - by)))  # else it may be rounded
    right = order.format(then=then, now=then + sign * by, way=word)
    wrong = order.format(then=then, now=then - sign * by, way=word)
    assert not found_by(changes.RULES, right)
    assert found_by(changes.RULES, wrong)
