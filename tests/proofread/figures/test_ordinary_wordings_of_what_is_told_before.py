"""Parts, shares and fractions of what was told just before, in ordinary words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.proofread.figures.rules import RULES
from ordinary_wordings import found_by

PARTS = (
    "Of the 42 kennels inspected 47 were clean.",
    "Out of 88 licences checked, 91 were in order.",
    (
        "300 people answered the question on evening ferries. Of those, 172 were in favour, "
        "89 were "
        "against and 57 said they had no view."
    ),
    (
        "Of the 22 harbours, 16 replied. Eleven supported the first option, five supported "
        "the second "
        "and one supported the third."
    ),
    "Of the 42 applications, 29 were granted and 17 were refused.",
    "The panel heard 30 appeals. Of these 18 were dismissed, 9 were allowed and 8 were withdrawn.",
    "31 skippers replied. Fourteen chose the early crossing and 22 chose the late one.",
    "Of the 14 members, nine voted for and seven against.",
    "In May 120 complaints were received. Of these 70 were upheld and 63 were not upheld.",
    "We asked 50 pilots. Fifty-four of them wanted a new chart.",
    "There are 18 piers. Nineteen are let.",
    "Among the 64 lamps, 38 were rated good, 20 were rated fair and 11 were rated poor.",
    "Of our 25 wardens 16 are full-time, eight are part-time and three are casual.",
    "The crew sat 40 tests. Thirty passed and 14 failed.",
    (
        "Moorings in use: 412 of which for yachts: 278 of which for barges: 51 of which for "
        "ferries: "
        "94"
    ),
)
IMPOSSIBLE = (
    ("There are 12 ferries in the cluster. At the last survey, 70% of these ferries were sound."),
    "All 9 members filled in the form. 60% of members found the new chart clearer than the old.",
    "Seven complaints were decided by the clerk between April and June. 48% were found to be just.",
    "The yard has 12 members of staff. 45% have been there for more than ten years.",
    "Eight schools sent in a return. Only 30% had met the standard.",
    "There were 11 tenders. Of these, 40% were late.",
    "Six apprentices began in May. 75 per cent are women.",
    "The establishment is 412 posts. There were 388 pilots in post, leaving 24 vacancies (3.4%).",
    "Of the 412 berths 388 are let. The 24 (8.1%) that are empty need repair.",
)
FRACTIONS = (
    "58 of the 92 reviews due had been carried out, so three quarters of people have a plan.",
    "At the end of June 58 of the 92 reviews were done, so three quarters are up to date.",
    "A majority of the pupils, 133 out of 281, now walk.",
    "The panel may act by a two-thirds majority of its 15 members, that is, at least eight votes.",
    "A quorum is one third of the 24 members, that is, six members.",
    "Of the 80 families, 22 took up the offer. This is almost half.",
    "Only 31 of 90 tenants voted; more than half of tenants therefore chose the new landlord.",
    "19 out of 70 lamps failed. That is two thirds.",
)
SHARES = (
    "The costs fall on the two councils alone: Aldry bears 58 per cent and Barrow 44 per cent.",
    "The store is paid for by the county (60%), the trust (25%) and the parishes (20%).",
    "The yard is owned 55% by the council and 40% by the trust, between them.",
    (
        "What do you think of the crossing? (one answer only)\n\nVery good 31%\nGood 38%\n"
        "Neither 12%\n"
        "Poor 9%\nVery poor 4%\nDon't know 0%"
    ),
    (
        "How do you feel about the plan?\n\n- Strongly agree: 40%\n- Agree: 33%\n- Neither: 14%\n"
        "- Disagree: 12%\n- Strongly disagree: 9%"
    ),
    "Support was 55% in all. It was highest among the over 65s (52%).",
    (
        "A majority (55%) backed the new fare of £14. Support was highest among islanders "
        "(52%) and "
        "lowest among visitors (41%)."
    ),
    "The suppers raised an annual sum of £7,369 and for the past five years a total of £6,500.",
)
PRODUCTS = (
    "Cost\n\n- Berths: 36\n- Weekly price: £612\n- Weeks: 38\n- Annual cost: £873,216",
    "Each family has 6 hours a week for 40 weeks. With 55 families that is 12,300 hours.",
    "The firm asked £1,875 for each lamp. Fitting the 24 lamps would come to £54,000.",
    "The contract is worth £1,350 million over three years, or £450,000 a year.",
    "The clerk is on point 20 (£9.90ph; £5,148pa) at 12 hours per week.",
    "Meals: 4,200\nPrice per meal: £3.15\nTotal: £12,330",
    "Each of the 18 crews has 26 trips of 3 hours, 1,440 hours in all.",
    "The yard charges £840 a night for each bed; 12 beds for 30 nights cost £320,400.",
    "(a) Roof: £1.8m;\n\n(b) boiler: £0.7m; and\n\n(c) lift: £0.5m.\n\nTogether these cost £3.2m.",
    "- Roofs: £1.8m\n- Boilers: £0.7m\n\nThe total is £2.9m.",
)
COUNTS = (
    "Both changes have been made, namely (i) the time limit, (ii) the fee and (iii) the form.",
    "The panel made four recommendations: (a) a new form, (b) a later date and (c) a review.",
    (
        "Five sites were looked at for the pool:\n\n* Cold Lane\n* the old yard\n* land at "
        "the quay\n"
        "* Bitter Depot\n\nA sheet with the scores of each was shared with the group."
    ),
)
RATES = (
    "We lost an average of 9.4 days to sickness. The 9.4% absence level is to fall.",
    "The port looks after 512 birds out of about 61,000. This is 84 per cent.",
    "There were 1,204 thefts among 140,000 residents. This is 86%.",
    "Admissions per 100,000 people: result 548.3. The 548.3% result is within target.",
)
FOUND = (*PARTS, *IMPOSSIBLE, *FRACTIONS, *SHARES, *PRODUCTS, *COUNTS, *RATES)
LEFT_ALONE = (
    "Of 75 actions 61 are complete, 9 are under way, and the other 5 have been given up.",
    "Of the 40 homes visited, 20 had damp, 15 had mould and 8 had no heating.",
    "The panel had 410 replies. Of those, 300 mentioned fares, 210 mentioned noise and 95 smoke.",
    "We wrote to 60 landlords. Forty-five replied and nine telephoned.",
    "We closed 12 cases. Fifteen were closed the year before.",
    "Twelve schools took part. Thirty teachers were trained.",
    "The panel held 8 meetings. Twenty were invited to each.",
    "60 people came to the first event. Eighty attended the second.",
    "50 bids came in. Thirty were supported in full, twelve in part and eight were refused.",
    "24 members were present. Thirteen voted for the motion and eleven against.",
    "The rate rose to 9.4 days, while turnover was 9.4%.",
    "312 of 4,800 tenants (6.5%) were in arrears, against 70 per 1,000 elsewhere.",
    "Of 200 visitors 61 came by bus, just under a third.",
    "A majority of the 281 pupils walk; 133 of 260 replies said so.",
    "The quorum is a quarter of the 47 members, that is, 12 members.",
    "The panel may act by a two-thirds majority of its 15 members, that is, at least ten votes.",
    "Half of the budget goes on pay. 31 of the 80 posts are vacant.",
    "There were 9 members on the group. 48% of residents had replied to its survey.",
    "Six officers took part. 40% of their time was spent on training.",
    "Eleven apprentices began in May. 55% are women.",
    "The establishment is 412 posts. There were 388 in post, leaving 24 vacancies (5.8%).",
    "Of households, 52% own a car and 61% have a bicycle.",
    "The county pays 80% in the first year and 60% in the second.",
    "The county bears 60%, the trust 30% and parishes the rest.",
    "How did you hear of it?\n\n- Leaflet: 40%\n- Friends: 35%\n- Website: 30%\n- Other: 12%",
    "What do you use? (tick all that apply)\n\n- Books: 80%\n- Maps: 44%\n- Other: 9%\n- None: 2%",
    "Turnout was 34%. It was highest in Mill ward (41%) and lowest in Dock ward (27%).",
    "We raised £4,200 this year and over the past five years a total of £19,300.",
    "Each visit costs £45 and 300 visits were made in 12 weeks, so that £13,500 was spent.",
    "The contract is worth £2.4 million over four years, or £600,000 a year.",
    "The clerk works 15 hours per week at £14.20 an hour, £11,076 a year.",
    "Three parishes asked for (a) a survey, (b) a sign, (c) a bench and (d) a bin.",
    "- Roofs: £1.2m\n- Boilers: £0.4m\n\nTogether with the lifts these cost £1.9m.",
    "Two items were told: a van stolen from a quay, and men posing as pilots, and urged care.",
    "30 volunteers came forward. Forty were needed.",
    "15 moorings were approved. Sixteen were refused and two withdrawn.",
    "The port received 75 requests. Eighty were closed, as some had waited since 2023.",
    "The fund met 60% of the cost of the roof and 55% of the cost of the boiler.",
    "The board has 11 members. 50% of the budget is for lamps.",
    (
        "The fund will pay for the project (£350,000 in 2025/26 and £400,000 in 2026/27), leaving "
        "£450,000 uncommitted."
    ),
)


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_a_fault_in_ordinary_words_is_found(text: str) -> None:
    assert found_by(RULES, f"2.1 {text}")


@pytest.mark.parametrize("text", FOUND, ids=range(len(FOUND)))
def test_it_is_told_once(text: str) -> None:
    assert len({finding.message for finding in found_by(RULES, f"2.1 {text}")}) <= 1


@pytest.mark.parametrize("text", LEFT_ALONE, ids=range(len(LEFT_ALONE)))
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert not found_by(RULES, f"2.1 {text}")


@given(st.integers(12, 400), st.integers(2, 9), st.integers(1, 9))
def test_votes_are_no_more_than_voters(voters: int, against: int, more: int) -> None:
    fair = f"2.1 Of the {voters} tenants, {voters - against} voted for it and {{}} voted against."
    assert not found_by(RULES, fair.format(against))
    assert found_by(RULES, fair.format(against + more))


@given(st.integers(11, 97), st.integers(113, 997), st.integers(13, 39))
def test_a_product_with_two_digits_changed_about_is_found(n: int, price: int, weeks: int) -> None:
    lines = f"Berths: {n}\n- Weekly price: £{price}\n- Weeks: {weeks}\n- Cost for the year: £"
    true = n * price * weeks
    assert not found_by(RULES, f"2.1 The cost\n\n- {lines}{true:,}")
    slipped = _with_two_digits_changed_about(true)
    # a price in whole pounds may be half a pound more or less
    if slipped is not None and abs(slipped / true - 1) > 0.02:
        assert found_by(RULES, f"2.1 The cost\n\n- {lines}{slipped:,}")


def _with_two_digits_changed_about(number: int) -> int | None:
    text = str(number)
    for spot in range(1, len(text) - 1):
        if text[spot] != text[spot + 1] != "0":
            return int(text[:spot] + text[spot + 1] + text[spot] + text[spot + 2 :])
    return None
