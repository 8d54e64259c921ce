"""Plain sentences of reports, each with one figure that the others contradict, and put right."""

import pytest

from moothall.proofread.figures.rules import RULES
from ordinary_wordings import found_by

_PAIRS = [
    (
        (
            "The Fostering Service had 184 approved households at 1 April 2024. During the year "
            "22 were approved and 31 left. At 31 March 2025 there were 193 households."
        ),
        (
            "The Fostering Service had 184 approved households at 1 April 2024. During the year "
            "22 were approved and 31 left. At 31 March 2025 there were 175 households."
        ),
    ),
    (
        (
            "Savings of £1.2m are planned in 2025/26, £0.9m in 2026/27 and £0.6m in 2027/28: "
            "£3.2m over the three years."
        ),
        (
            "Savings of £1.2m are planned in 2025/26, £0.9m in 2026/27 and £0.6m in 2027/28: "
            "£2.7m over the three years."
        ),
    ),
    (
        (
            "The budget for libraries in 2025/26 is £4.0m. Staffing accounts for £2.9m, buildings"
            " for £0.8m and books for £0.7m."
        ),
        (
            "The budget for libraries in 2025/26 is £4.4m. Staffing accounts for £2.9m, buildings"
            " for £0.8m and books for £0.7m."
        ),
    ),
    (
        (
            "Twelve of the 15 recommendations have been implemented, three are in progress and "
            "one is not yet due."
        ),
        (
            "Twelve of the 16 recommendations have been implemented, three are in progress and "
            "one is not yet due."
        ),
    ),
    (
        "The Council employs 1,240 people, of whom 62% are women. There are 868 women and 372 men.",
        "The Council employs 1,240 people, of whom 70% are women. There are 868 women and 372 men.",
    ),
    (
        "The Council will pay 60% of the cost (£96,000) and the district council 40% (£54,000).",
        "The Council will pay 60% of the cost (£96,000) and the district council 40% (£64,000).",
    ),
    (
        (
            "Between April and June 2025 there were 140 cases, between July and September 165, "
            "and the half-year total was 315."
        ),
        (
            "Between April and June 2025 there were 140 cases, between July and September 165, "
            "and the half-year total was 305."
        ),
    ),
    (
        "Net expenditure is £14.6m, made up of gross expenditure of £21.3m less income of £7.7m.",
        "Net expenditure is £13.6m, made up of gross expenditure of £21.3m less income of £7.7m.",
    ),
    (
        "The average cost of a placement is £5,200 a week, or about £240,400 a year.",
        "The average cost of a placement is £5,200 a week, or about £270,400 a year.",
    ),
    (
        (
            "The shortlist of five has been reduced to three: Ash Lane, Birch Road, Cedar Close "
            "and Dell Street."
        ),
        (
            "The shortlist of five has been reduced to four: Ash Lane, Birch Road, Cedar Close "
            "and Dell Street."
        ),
    ),
    (
        (
            "Attendance was 94.1% in the autumn term, 93.2% in the spring term and 92.6% in the "
            "summer term. Attendance was lowest in the spring term."
        ),
        (
            "Attendance was 94.1% in the autumn term, 93.2% in the spring term and 92.6% in the "
            "summer term. Attendance was lowest in the summer term."
        ),
    ),
    (
        "Recycling rose by 3 percentage points, from 41.2% to 45.2%.",
        "Recycling rose by 4 percentage points, from 41.2% to 45.2%.",
    ),
    (
        (
            "The number of children in care rose from 212 in March 2023 to 246 in March 2024. By "
            "March 2025 it had risen again to 231."
        ),
        (
            "The number of children in care rose from 212 in March 2023 to 246 in March 2024. By "
            "March 2025 it had risen again to 251."
        ),
    ),
    (
        (
            "Three quotations were received. Harbour Works quoted £18,400, Quay Builders £21,250 "
            "and Ash & Son £17,900. The lowest, from Harbour Works, was accepted by the Board."
        ),
        (
            "Three quotations were received. Harbour Works quoted £18,400, Quay Builders £21,250 "
            "and Ash & Son £17,900. The lowest, from Ash & Son, was accepted by the Board."
        ),
    ),
    (
        (
            "At the end of March there were 1,105 households on the register. At the end of June "
            "there were 1,083, an increase of 22."
        ),
        (
            "At the end of March there were 1,105 households on the register. At the end of June "
            "there were 1,083, a decrease of 22."
        ),
    ),
    (
        "The school has 420 places and 397 pupils, so that 33 places are unfilled.",
        "The school has 420 places and 397 pupils, so that 23 places are unfilled.",
    ),
    (
        (
            "Members are paid £5,600 a year. The Leader receives three times the basic allowance,"
            " £15,800."
        ),
        (
            "Members are paid £5,600 a year. The Leader receives three times the basic allowance,"
            " £16,800."
        ),
    ),
    (
        "Of the £3.6m spent to date, £1.5m was spent in 2023/24 and £1.9m in 2024/25.",
        "Of the £3.4m spent to date, £1.5m was spent in 2023/24 and £1.9m in 2024/25.",
    ),
    (
        "The panel held 14 meetings in the year, nine in person and six online.",
        "The panel held 15 meetings in the year, nine in person and six online.",
    ),
    (
        "The service received 2,340 calls, a fall of 260 on the 2,080 received the year before.",
        "The service received 2,340 calls, a rise of 260 on the 2,080 received the year before.",
    ),
    (
        (
            "The target for the year is 300 new homes. In the first half 162 were completed, "
            "leaving 148 to be completed by March."
        ),
        (
            "The target for the year is 300 new homes. In the first half 162 were completed, "
            "leaving 138 to be completed by March."
        ),
    ),
    (
        (
            "The deficit in the high needs block was £8.4m at 31 March 2024. An overspend of "
            "£3.1m in 2024/25 brings it to £12.5m."
        ),
        (
            "The deficit in the high needs block was £8.4m at 31 March 2024. An overspend of "
            "£3.1m in 2024/25 brings it to £11.5m."
        ),
    ),
    (
        "Turnout was 34%: 12,600 of the 42,000 electors voted.",
        "Turnout was 30%: 12,600 of the 42,000 electors voted.",
    ),
    (
        "Band D council tax will rise by 2.99%, from £1,480.00 to £1,539.25.",
        "Band D council tax will rise by 2.99%, from £1,480.00 to £1,524.25.",
    ),
    (
        (
            "The team consists of a manager, two senior practitioners and six social workers, ten"
            " posts in all."
        ),
        (
            "The team consists of a manager, two senior practitioners and six social workers, "
            "nine posts in all."
        ),
    ),
    (
        "Parking income is forecast at £2.31m, which is £0.14m below the budget of £2.54m.",
        "Parking income is forecast at £2.31m, which is £0.23m below the budget of £2.54m.",
    ),
    (
        "The working group met five times, on 4 and 18 September, 9 October and 6 November 2024.",
        "The working group met four times, on 4 and 18 September, 9 October and 6 November 2024.",
    ),
    (
        (
            "We surveyed 640 tenants. 288 said that they were satisfied, 45% of those asked; 192 "
            "were neither satisfied nor dissatisfied (30%) and 160 were dissatisfied (20%)."
        ),
        (
            "We surveyed 640 tenants. 288 said that they were satisfied, 45% of those asked; 192 "
            "were neither satisfied nor dissatisfied (30%) and 160 were dissatisfied (25%)."
        ),
    ),
    (
        (
            "The contract is worth £450,000 a year for four years with an option to extend by two"
            " years, a maximum value of £2.25m."
        ),
        (
            "The contract is worth £450,000 a year for four years with an option to extend by two"
            " years, a maximum value of £2.7m."
        ),
    ),
    (
        (
            "Sickness absence averaged 9.8 days per employee against a target of 8.5, so that the"
            " target was exceeded by 2.3 days."
        ),
        (
            "Sickness absence averaged 9.8 days per employee against a target of 8.5, so that the"
            " target was exceeded by 1.3 days."
        ),
    ),
    (
        (
            "The authority's share of the joint committee's costs is one quarter. The total cost "
            "in 2025/26 is £312,000 and our share is £87,000."
        ),
        (
            "The authority's share of the joint committee's costs is one quarter. The total cost "
            "in 2025/26 is £312,000 and our share is £78,000."
        ),
    ),
    (
        (
            "Half of the 36 actions are complete. Of the other 18, eleven are on track and nine "
            "are delayed."
        ),
        (
            "Half of the 36 actions are complete. Of the other 18, eleven are on track and seven "
            "are delayed."
        ),
    ),
    (
        (
            "The fund was £1.40m at the start of the year. We used £0.35m for the roof and £0.20m"
            " for boilers, and added £0.15m from sales. It now stands at £1.10m."
        ),
        (
            "The fund was £1.40m at the start of the year. We used £0.35m for the roof and £0.20m"
            " for boilers, and added £0.15m from sales. It now stands at £1.00m."
        ),
    ),
    (
        "The proposal would reduce opening hours from 50 to 42 a week, a cut of ten hours.",
        "The proposal would reduce opening hours from 50 to 42 a week, a cut of eight hours.",
    ),
    (
        (
            "Eleven councillors voted for the motion, six against and two abstained. Nineteen of "
            "the 18 members present voted."
        ),
        (
            "Eleven councillors voted for the motion, five against and two abstained. All of the "
            "18 members present voted."
        ),
    ),
    (
        (
            "The motion was carried by nine votes to four, with one abstention. There were 15 "
            "members present and all of them voted."
        ),
        (
            "The motion was carried by nine votes to five, with one abstention. There were 15 "
            "members present and all of them voted."
        ),
    ),
    (
        (
            "A total of £86,400 has been claimed: £31,200 by small firms, £27,500 by charities "
            "and £29,700 by sole traders."
        ),
        (
            "A total of £88,400 has been claimed: £31,200 by small firms, £27,500 by charities "
            "and £29,700 by sole traders."
        ),
    ),
    (
        (
            "The pension fund was valued at £1,842m on 31 March 2024 and £1,931m on 31 March "
            "2025, a gain of £98m."
        ),
        (
            "The pension fund was valued at £1,842m on 31 March 2024 and £1,931m on 31 March "
            "2025, a gain of £89m."
        ),
    ),
    (
        (
            "Each of the three boroughs contributes £42,500 and the county £85,000, giving a "
            "budget of £202,500."
        ),
        (
            "Each of the three boroughs contributes £42,500 and the county £85,000, giving a "
            "budget of £212,500."
        ),
    ),
    (
        "Eight of the ten largest suppliers (75%) are based in the county.",
        "Eight of the ten largest suppliers (80%) are based in the county.",
    ),
    (
        "Some 4,500 homes lie in the flood zone, 9% of the 75,000 homes in the district.",
        "Some 4,500 homes lie in the flood zone, 6% of the 75,000 homes in the district.",
    ),
    (
        "Two thirds of the 51 schools, 37, have signed the agreement.",
        "Two thirds of the 51 schools, 34, have signed the agreement.",
    ),
    (
        (
            "The grant covers 75% of the £640,000 scheme. The Council will find the remaining "
            "£140,000."
        ),
        (
            "The grant covers 75% of the £640,000 scheme. The Council will find the remaining "
            "£160,000."
        ),
    ),
    (
        "Staff costs make up 64% of the budget, premises 14%, transport 9% and supplies 18%.",
        "Staff costs make up 64% of the budget, premises 14%, transport 9% and supplies 13%.",
    ),
    (
        "The scheme was approved at £5.2m. It has since risen by £0.7m to £6.1m.",
        "The scheme was approved at £5.2m. It has since risen by £0.7m to £5.9m.",
    ),
]


@pytest.mark.parametrize(("wrong", "right"), _PAIRS, ids=range(len(_PAIRS)))
def test_a_figure_that_does_not_hold_is_found_and_one_that_does_left_alone(
    wrong: str, right: str
) -> None:
    assert found_by(RULES, wrong)
    assert not found_by(RULES, right)
