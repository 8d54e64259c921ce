"""Limits, votes, counts and directions held against what stands beside them, in ordinary words."""

from itertools import chain

import pytest

from moothall.proofread.figures import (
    changes,
    limits_of_lists,
    more_than_all,
    names_counted,
    votes_counted,
)
from ordinary_wordings import found_by, papers

_RULES = tuple(
    chain(
        changes.RULES,
        limits_of_lists.RULES,
        more_than_all.RULES,
        names_counted.RULES,
        votes_counted.RULES,
    )
)
FOUND = (
    (
        "There are four other piers all within 3 miles of the quay (North Pier, 1.2 miles away; "
        "Mill Pier, 3.6 miles away; South Pier, 2 miles away and Sand Pier, 2.8 miles away)."
    ),
    (
        "All five depots are less than 20 minutes away: Mill (12 minutes), Quay (15 minutes), "
        "Sand (25 minutes), Cove (8 minutes) and Hill (18 minutes)."
    ),
    "Three quotes were received, all under £5,000: Smith £4,350, Jones £5,250 and Brown £4,800.",
    "Each site has at least 20 berths: North 24, Mill 18 and Sand 31.",
    "The bids ranged from £1,200 to £2,400: Amber £1,350, Beacon £2,650 and Coral £1,800.",
    "On a vote the motion was carried by 24 votes to 19, a majority of 7.",
    "There were 12 councillors present. The vote was 8 in favour and 5 against.",
    "The motion was lost, 14 members voting for and 11 against.",
    "The proposal was carried with 6 votes for and 9 against.",
    (
        "The options have been considered by the Harbour Committee (7 January), the Ferry "
        "Committee (16 January) and the Lamps Committee (27 January). // In relation to fees, all"
        " four Committees agreed their preference for option A."
    ),
    (
        "Quotes were obtained from Amber Ltd, Beacon Ltd and Coral Ltd. All four companies had "
        "visited the site."
    ),
    "Letters were received from Mill, Quay and Sand parish councils; both councils objected.",
    (
        "Members visited the quay, the mill, the pier and the depot. At all three sites lamps "
        "were out."
    ),
    (
        "10 questions were submitted by the deadline and 10 questions were put to the Executive. "
        "12 questions were asked and replies given."
    ),
    "Eighteen people applied for berths and 21 were given one.",
    "Of the 34 forms sent out 39 were returned.",
    "Six petitions were received, of which eight have been answered.",
    "We invited 40 residents to the meeting and 52 of those invited came.",
    "Performance improved from 94.1% to 92.8% of lamps mended within a week.",
    "Fewer lamps failed this year (212) than last (198).",
    "Response times worsened, from 12 days last year to 9 days this year.",
    (
        "Each of the four surgeries is no more than 5 miles away: Mill 2.4 miles, Quay 4.1 miles,"
        " Sand 5.8 miles and Cove 3.3 miles."
    ),
    (
        "Tenders were received from Amber, Beacon and Coral, all below £60,000 (Amber £54,000, "
        "Beacon £61,500, Coral £57,250)."
    ),
    "The amendment was put to the vote and was carried, with 7 in favour and 8 against.",
    "It was resolved by 11 votes to 6, a majority of 4, to adopt the plan.",
    (
        "The report went to the Audit Committee, the Lamps Committee and the Ferry Committee in "
        "May. Both committees asked for more detail."
    ),
    "Estimates were sought from Amber, Beacon, Coral and Dale. All three firms replied.",
    "Of the 45 applications received, 52 were approved.",
    "15 petitions were received in the year and 17 petitions were answered.",
    "Lamp repairs within five days improved from 88% to 84%.",
    "Average waiting times for a mooring worsened from 14 weeks to 11 weeks.",
    "More boats called this season (412) than last season (430).",
    "The two ferries each made at least 40 crossings a week: Alder 44, Birch 36.",
    "The motion was defeated with 9 voting in favour and 5 against.",
    "Notices were put up at the quay, the mill and the pier. At both sites they were torn down.",
    "Of the 60 places offered, 66 were taken up.",
    "The time taken to answer letters improved from 9 days to 13 days.",
    "The vote was 14 for, 9 against, and the motion was carried by a majority of 6.",
    "The quay, the mill and the pier were inspected in June. All four sites passed.",
    "Ferry delays improved from 6 minutes to 9 minutes on average.",
    "Every bid was below £20,000: Amber £18,400, Beacon £21,300 and Coral £17,950.",
)
LEFT_ALONE = (
    (
        "Harbour dues in 2023-24 were 28.4% of turnover, a 2.9% increase on the earlier level of "
        "25.5% of turnover in 2019-20."
    ),
    (
        "There are four other piers all within 3 miles of the quay (North Pier, 1.2 miles away; "
        "Mill Pier, 2.6 miles away; South Pier, 2 miles away and Sand Pier, 2.8 miles away)."
    ),
    "There are three piers within 3 miles, and a fourth, Far Pier, 4.5 miles away.",
    (
        "Three quotes were received, two of them under £5,000: Smith £4,350, Jones £5,250 and "
        "Brown £4,800."
    ),
    (
        "Officers may buy anything under £5,000; the lamps at £7,200, £8,100 and £6,050 were put "
        "to the Committee."
    ),
    "Each site should have at least 20 berths. Mill has 18 and will get 4 more.",
    "On a vote the motion was carried by 24 votes to 19, a majority of 5.",
    "All 15 members present voted: 9 for, 4 against and 2 abstentions.",
    (
        "There were 12 councillors present. The vote was 8 in favour and 3 against; one had left "
        "the room."
    ),
    (
        "The amendment was lost, 5 members voting for and 11 against, and the motion was carried "
        "with 9 votes for and 6 against."
    ),
    "The motion fell for want of a two-thirds majority, 14 voting for and 11 against.",
    (
        "The options have been considered by the Harbour Committee (7 January), the Ferry "
        "Committee (16 January) and the Lamps Committee (27 January). // In relation to fees, all"
        " three Committees agreed their preference for option A."
    ),
    (
        "The Council has six committees. The paper has been to the Harbour Committee, the Ferry "
        "Committee and the Lamps Committee. All six committees will see the final text."
    ),
    (
        "Quotes were obtained from Amber Ltd, Beacon Ltd and Coral Ltd. Two companies visited the"
        " site."
    ),
    (
        "10 questions were submitted by the deadline and 2 more were accepted as urgent. 12 "
        "questions were asked and replies given."
    ),
    "In short, the harbour moved up from level 4 of 5 to level 2 of 5.",
    "In short, we have moved up from level 4 of 5, to 2 of 5 in the assessment.",
    "The number of complaints fell from 38 to 31.",
    "Waiting times improved, from 12 days last year to 9 days this year.",
    "The ferry service improved its ranking from 14 to 9.",
    (
        "Within the 1.5 mile zone there are three schools. Mill School, 1.8 miles away, has free "
        "buses."
    ),
    (
        "There were 38 complaints about noise and 21 about litter; with those about lamps and "
        "dogs 86 complaints were made in all."
    ),
    "The budget was £48,200 and spending £45,950, so there was an underspend of £2,250.",
    (
        "In June the budget was £48,200 and spending £45,950. The lamps underspend of £1,120 is "
        "part of that."
    ),
    (
        "No site is more than 5 miles away except Sand: Mill 2.4 miles, Quay 4.1 miles, Sand 5.8 "
        "miles."
    ),
    "Bids of up to £5,000 may be made: in May £6,200 was asked for by Amber and £7,100 by Beacon.",
    "The motion to defer was lost by 6 votes to 9. The motion was then carried by 9 votes to 6.",
    (
        "The report went to the Audit Committee and the Lamps Committee in May. Both committees "
        "asked for more detail."
    ),
    (
        "The Council has four area committees. The report went to the Audit Committee, the Lamps "
        "Committee and the Ferry Committee. All four area committees were told of it."
    ),
    (
        "All four members of the Ferry Committee, Cllr Amber, Cllr Beale and Cllr Coe among them,"
        " agreed."
    ),
    (
        "15 petitions were received in the year and 17 were answered, two of them from the year "
        "before."
    ),
    "Vacancy rates improved from 14% to 11%.",
    "Performance worsened from 14 to 17 complaints a month.",
    "The vote was 5 for and 2 against, with 1 abstention; 8 councillors were present.",
    "Of the 60 places offered, 54 were taken up; 66 had been asked for.",
    "The time taken to answer letters improved from 13 days to 9 days.",
    "The Committee has 12 members. Of the 8 present 9 questions were asked.",
    "Notices were put up at the quay, the mill and the pier. Both harbour masters were told.",
    "At least 40 crossings a week are made in summer (44) and fewer in winter (28).",
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    (paper,) = papers(text)
    assert found_by(_RULES, paper)


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    (paper,) = papers(text)
    assert not found_by(_RULES, paper)
