"""Plain sentences of many services, each with one figure or word that the others contradict."""

import pytest

from moothall.proofread.figures.rules import RULES
from ordinary_wordings import found_by

_PAIRS = [
    (
        (
            "The Adults directorate is forecast to spend £98.6m against a budget of £96.2m, an "
            "underspend of £2.4m."
        ),
        (
            "The Adults directorate is forecast to spend £98.6m against a budget of £96.2m, an "
            "overspend of £2.4m."
        ),
    ),
    (
        (
            "The General Fund balance stood at £12.4m on 1 April 2025. The Council plans to use "
            "£3.1m in the year, which would leave £8.3m, above the minimum of £8.0m."
        ),
        (
            "The General Fund balance stood at £12.4m on 1 April 2025. The Council plans to use "
            "£3.1m in the year, which would leave £9.3m, above the minimum of £8.0m."
        ),
    ),
    (
        (
            "The minimum level of reserves is £8.0m. At year end they are forecast to be £7.6m, "
            "which is above the minimum."
        ),
        (
            "The minimum level of reserves is £8.0m. At year end they are forecast to be £8.6m, "
            "which is above the minimum."
        ),
    ),
    (
        "Capital spending to the end of September was £14.3m, 37% of the programme of £46.1m.",
        "Capital spending to the end of September was £14.3m, 31% of the programme of £46.1m.",
    ),
    (
        (
            "Savings of £6.2m were agreed for the year. To date £3.9m have been delivered, £1.4m "
            "are on track and £1.9m are at risk."
        ),
        (
            "Savings of £6.2m were agreed for the year. To date £2.9m have been delivered, £1.4m "
            "are on track and £1.9m are at risk."
        ),
    ),
    (
        (
            "Council tax collection was 97.1%, 0.4 percentage points higher than the 97.4% of the"
            " year before."
        ),
        (
            "Council tax collection was 97.1%, 0.3 percentage points lower than the 97.4% of the "
            "year before."
        ),
    ),
    (
        "Interest rates have risen from 5.25% to 4.75% since the last report.",
        "Interest rates have fallen from 5.25% to 4.75% since the last report.",
    ),
    (
        (
            "The Council borrowed £20m at 4.5%, so that interest will be £0.9m a year. Over five "
            "years interest comes to £5.4m."
        ),
        (
            "The Council borrowed £20m at 4.5%, so that interest will be £0.9m a year. Over five "
            "years interest comes to £4.5m."
        ),
    ),
    (
        "A loan of £4m at 5% will cost £400,000 a year in interest.",
        "A loan of £4m at 5% will cost £200,000 a year in interest.",
    ),
    (
        "The pay award of 3% adds £1.9m to a pay bill of £43m.",
        "The pay award of 3% adds £1.3m to a pay bill of £43m.",
    ),
    (
        "Agency spending fell by a quarter, from £2.4m to £2.1m.",
        "Agency spending fell by an eighth, from £2.4m to £2.1m.",
    ),
    (
        (
            "There are 318 children on a child protection plan, a rate of 42 per 10,000. This is "
            "lower than the national rate of 39."
        ),
        (
            "There are 318 children on a child protection plan, a rate of 42 per 10,000. This is "
            "higher than the national rate of 39."
        ),
    ),
    (
        (
            "The borough's 0 to 17 population is 52,000. With 318 children on plans the rate is "
            "41 per 10,000."
        ),
        (
            "The borough's 0 to 17 population is 52,000. With 318 children on plans the rate is "
            "61 per 10,000."
        ),
    ),
    (
        "Of 146 initial health assessments, 102 (69.9%) were in time and 54 were late.",
        "Of 146 initial health assessments, 102 (69.9%) were in time and 44 were late.",
    ),
    (
        "The school's roll is 184 against a capacity of 210, which is 93% full.",
        "The school's roll is 184 against a capacity of 210, which is 88% full.",
    ),
    (
        (
            "Waiting times for assessment were 42 days in April, 39 in May and 37 in June. They "
            "have lengthened each month."
        ),
        (
            "Waiting times for assessment were 42 days in April, 39 in May and 37 in June. They "
            "have shortened each month."
        ),
    ),
    (
        "We received 640 responses: 512 online, 98 on paper and 40 by email.",
        "We received 650 responses: 512 online, 98 on paper and 40 by email.",
    ),
    (
        "The round covers 1,250 homes a day, five days a week: 6,500 homes a week.",
        "The round covers 1,250 homes a day, five days a week: 6,250 homes a week.",
    ),
    (
        "We resurfaced 34 km of road at an average of £85,000 per km, a total of £2.39m.",
        "We resurfaced 34 km of road at an average of £85,000 per km, a total of £2.89m.",
    ),
    (
        "Rents will rise by 2.7%, so that the average rent goes from £98.40 to £103.06 a week.",
        "Rents will rise by 2.7%, so that the average rent goes from £98.40 to £101.06 a week.",
    ),
    (
        (
            "Of the 214 homes in the first phase, 96 are for social rent, 64 for shared ownership"
            " and 64 for sale."
        ),
        (
            "Of the 224 homes in the first phase, 96 are for social rent, 64 for shared ownership"
            " and 64 for sale."
        ),
    ),
    (
        "40% of the 180 homes will be affordable, which is 78 homes.",
        "40% of the 180 homes will be affordable, which is 72 homes.",
    ),
    (
        (
            "There were 1,204 homeless applications in 2024/25, compared with 1,056 in 2023/24, a"
            " decrease of 14%."
        ),
        (
            "There were 1,204 homeless applications in 2024/25, compared with 1,056 in 2023/24, "
            "an increase of 14%."
        ),
    ),
    (
        "Turnover was 14.2%, down from 12.9% a year ago.",
        "Turnover was 14.2%, up from 12.9% a year ago.",
    ),
    (
        (
            "The Audit Plan has 420 days: 180 for core financial systems, 150 for directorates, "
            "60 for contingency and 50 for follow-up."
        ),
        (
            "The Audit Plan has 440 days: 180 for core financial systems, 150 for directorates, "
            "60 for contingency and 50 for follow-up."
        ),
    ),
    (
        "Of the 24 audits completed, 6 gave substantial assurance, 13 reasonable and 6 limited.",
        "Of the 25 audits completed, 6 gave substantial assurance, 13 reasonable and 6 limited.",
    ),
    (
        "The Fund's assets were £2.10bn and its liabilities £2.24bn, a funding level of 97%.",
        "The Fund's assets were £2.10bn and its liabilities £2.24bn, a funding level of 94%.",
    ),
    (
        "The post is for 22.2 hours a week, 0.5 of a full-time post of 37 hours.",
        "The post is for 22.2 hours a week, 0.6 of a full-time post of 37 hours.",
    ),
    (
        "The gender pay gap is 6.2% in favour of men: women earn £14.80 an hour and men £16.40.",
        "The gender pay gap is 9.8% in favour of men: women earn £14.80 an hour and men £16.40.",
    ),
    (
        "The committee decided 61 applications: 52 were approved, 11 refused.",
        "The committee decided 63 applications: 52 were approved, 11 refused.",
    ),
    (
        "The site is 2.4 hectares. At 35 homes a hectare it would take 94 homes.",
        "The site is 2.4 hectares. At 35 homes a hectare it would take 84 homes.",
    ),
    (
        (
            "86% of major applications were decided in time, against a national target of 60%, so"
            " the target was missed."
        ),
        (
            "86% of major applications were decided in time, against a national target of 60%, so"
            " the target was met."
        ),
    ),
    (
        "The five-year supply is 4.6 years, above the five years that are required.",
        "The five-year supply is 4.6 years, below the five years that are required.",
    ),
    (
        "Parking charges rise from £1.20 to £1.50 an hour, an increase of 20%.",
        "Parking charges rise from £1.20 to £1.50 an hour, an increase of 25%.",
    ),
    (
        "The fee is £36 a year, or £3.50 a month.",
        "The fee is £36 a year, or £3.00 a month.",
    ),
    (
        "Visits to libraries rose by 12,400 to 148,200, from 160,600 the year before.",
        "Visits to libraries fell by 12,400 to 148,200, from 160,600 the year before.",
    ),
    (
        "The grant pays for 60% of the post, £24,000 of the £48,000 cost.",
        "The grant pays for half of the post, £24,000 of the £48,000 cost.",
    ),
    (
        (
            "The carbon footprint fell from 9,840 tonnes in 2019/20 to 7,872 tonnes in 2024/25, a"
            " reduction of a third."
        ),
        (
            "The carbon footprint fell from 9,840 tonnes in 2019/20 to 7,872 tonnes in 2024/25, a"
            " reduction of a fifth."
        ),
    ),
]


@pytest.mark.parametrize(("wrong", "right"), _PAIRS, ids=range(len(_PAIRS)))
def test_a_figure_that_does_not_hold_is_found_and_one_that_does_left_alone(
    wrong: str, right: str
) -> None:
    assert found_by(RULES, wrong)
    assert not found_by(RULES, right)
