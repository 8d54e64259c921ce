"""Relations between figures that stand near each other, whatever words join them."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.proofread.figures.relations.closeness import is_near
from moothall.proofread.figures.relations.rules import RULES
from moothall.proofread.figures.relations.windows import Part, window_of
from ordinary_wordings import found_by, found_by_all, papers

_WRONG = (
    # shares of pairs
    ("Of 96 berths surveyed, 31 failed. That is roughly one in five.", "32.3%"),
    ("We had 1,640 bids and approved 1,230 of them, an approval rate of 65%.", "75.0%"),
    ("Turnout was 31%: 12,400 papers came back from an electorate of 52,300.", "23.7%"),
    ("240 skippers answered. More than half (88) were for a later sailing.", "36.7%"),
    ("The majority of harbours have signed: 9 of the 26 had sent their copy by May.", "34.6%"),
    ("About half of what we spend on dredging (£5.9m of a budget of £31.2m) goes abroad.", "18.9%"),
    ("Fewer than three quarters of the 320 pilots were trained by May (272 had been).", "85.0%"),
    # parts of a whole
    ("Sixty-four (64) claims were closed. Of these, 38 were refused, 17 paid in part and 14 paid.",
     "38 + 17 + 14 = 69"),
    (("Resolved that £2.1m be granted, made up of £1.2m for quays, £0.7m for lamps and £0.45m for "
     "ropes."), "£2.35m"),
    (("The bill is £2.5m. Funding will come from the trust (£1.4m), dues (£0.9m) and the port "
     "(£0.5m)."), "£2.8m"),
    ("The crew made 187 visits in May. Of these, 212 were made inside 28 days.", "212 cannot"),
    # differences and changes
    ("We told members of a gap of £2.86m. It has come down to £2.31m, an improvement of £0.65m.",
     "£0.55m"),
    (("The fleet now loses 8.9 days a boat, having lost 9.8 a year ago. This 12% reduction is due "
     "to the yard."), "9.2%"),
    ("The toll is £1,640.00. It is to go up by 4.99%, which is £91.84 a year.", "5.60%"),
    (("Moorings took £312,000 to May. With £15,000 to come, they will be £36,000 below the "
     "£375,000 hoped for."), "£48,000"),
    # so much each
    ("Thirty-six (36) buoys have failed. At £1,450 a buoy, new ones will cost £62,200.", "£52,200"),
    (("We need a further 1,250 ropes. The price is £24.60 each including delivery, so the order "
     "comes to £37,500."), "£30,750"),
    ("A warden for 20 hours a week over 38 weeks on £12.85 an hour would cost £9,676.", "£9,766"),
    ("420 repairs were paid for from the £1,638,000. The average was £4,900.", "£2,058,000"),
    # two periods, runs, flows, rates
    ("The port handles 52,000 boxes a year, that is 1,000 a month.", "12,000 a year"),
    ("The three piers were let for £1.25m, £0.85m and £0.65m, £2.85m in all.", "£2.75m"),
    ("Ninety-two people came to the meetings: 41, 28 and 21.", "90"),
    (("The fund held £6.3m in April. £1.9m was drawn and £0.4m added in the year, so that £5.2m "
     "remained."), "£4.8m"),
    ("The rate of wrecks was 58.4 per cent. This compares with 62 per 10,000 for all coasts.",
     "no percentage"),
    # results of what came and went, or was added
    (("£42,000 from ropes, £18,500 from paint and £27,250 from fuel have been moved, which puts "
     "£78,750 into the dredger."), "£87,750"),
    ("184 boats were in port. Thirty-one came in and 26 left, and on 30 June there were 199.",
     "184 + 31 − 26 = 189"),
    ("The caseload of 1,052 wrecks grew by 233; after 271 closures 1,104 remained.", "1,014"),
    (("Closing cash was £18.7m, the port having begun the month with £22.4m, received £31.5m and "
     "paid £34.2m."), "£19.7m"),
    ("The pier is put at £3.2m: £2.9m for building and £300m for fees.", "£0.3m"),
    # so many times, means, limits, the first among those named
    ("Wrecks had increased five-fold, from 8 to 32, in two years.", "4.00 times"),
    ("With 1,125 wrecks against 1,500 in the twelve months before, they were cut by a third.",
     "25.0%"),
    ("Average attendance was 13, the numbers present being 9, 11, 12 and 12.", "11"),
    ("The 16 pilots hold 272 charts, an average of 19.", "17"),
    ("At 23.4 days, the average time to let a berth is comfortably inside our 21-day target.",
     "more than 21"),
    ("Outturn of £22.63m is an overspend against the net budget of £22.91m.", "less than £22.91m"),
    ("Arrears in the four docks (3.1%, 4.6%, 5.4% and 2.8%) are all below 5%.", "5.4% is more"),
    ("Nobody waited longer than 28 days for a pilot, although one took 33 days.", "33 is more"),
    ("Losses by dock were North 11%, South 16%, East 9% and West 13%; North had the highest.",
     "South has 16%"),
    ("The licence is £9 a month. For 1,100 users the yearly charge is £128,800.", "£118,800"),
    ("A quarterly rent of £8,750 is due on the depot, which is £37,000 per annum.", "£35,000"),
    # what the next sentence makes of them, and shares of a few
    ("All eight docks were inspected. We judged 70% of the eight to be good.", "No whole number"),
    (
        ("The roof was tendered at £64,000. A further £23,500 is needed for paint, which takes the "
        "cost of the whole to £89,500."),
        "£87,500",
    ),
    ("Our rate is 58 per 10,000 boats. Put another way, 58% of boats are lost.", "no percentage"),
    (
        ("Losses went from 410 in the first half to 362 in the second. We believe the rise is due "
        "to the weather."),
        "down, not “the rise”",
    ),
    # directions
    (("Use of the slipway dropped last term. There were 412 launches in the spring and 467 in the "
     "summer."), "up, not “dropped”"),
    (("Landings continued to grow. There were 41,306 between July and September, against 43,870 in "
     "the corresponding three months of 2024."), "down, not “grow”"),
    (("The debt had been reduced since the spring: in April £3.1m was outstanding, and at the end "
     "of August it was £4.8m."), "up, not “reduced”"),
)  # fmt: skip
_RIGHT = papers("""\
Of 75 tides 61 were high, 9 were low, and the other 5 were not recorded.
---
The crew had 409 replies, 37 of them on paper. 61% of the 402 who answered were for a later sailing.
---
A third of the 96 berths (32) are let to clubs. Slightly more than half (51) have power.
---
Each of 40 pilots receives £12,000 a year. With allowances the scheme costs £640,000.
---
The budget assumed savings of £12.4m out of £241.6m and an increase of 4.99% in dues.
---
The port settled 412 claims, of which 371 (90%) were paid. Nine were large and eight of those were
settled within a month.
---
Waiting fell to 84 boats, down from 96 in October, a reduction of 12.5%.
---
The reserve stood at £2,180,000. In the year £340,000 was used and £120,000 was added, so that the
balance is £1,960,000.
---
Costs rose sharply. The quay has 12 lamps and the pier had 40 in 1990.
---
Complaints were down by 18 to 204, though those upheld went up from 61 to 67.
---
A secret ballot was held and with a majority of 4 to 1 the pilot was elected.
---
The toll is £5.20 a week, which is £270.40 a year.
---
The hire is £150 a day for 12 days, £1,800, and £200 for fuel: £2,000.
---
The crew lost 9.4 days to sickness in 2023 and 8.1 in 2024, an improvement of 1.3 days.
---
The legacy of £36,000 helped the museum (£14,500), the library (£11,250) and the pier (£8,000).
---
62 harbours answered, 41 of them by post. 85% of masters were content.
---
Of 1,104 answers, 508 agreed and 420 disagreed.
---
Of the eight docks graded, one was good, five were fair and two were poor.
---
Two piers agreed to take a class of 30 each, giving 60 places in all, against a shortfall of 45.
---
The boat leaves from Pier 1, then Pier 2, then Pier 4, and Pier 2 again.
---
Two short piers, three long piers and one jetty are to be mended, making six places in all.
---
Mooring fees are £0.210m above budget and the dredging contract £0.335m below, offset by tolls.
---
A surplus below 5% is a risk to trade, and one above 10% a risk to the harbour's finances.
---
The ferry carried 340,000 people in 2023 and 352,000 in 2024, an average of 346,000.
---
Waiting was 9 days at North, 12 at South and 7 at East; East had the shortest.
---
The fund opened at £4.6m. £0.9m was drawn and £0.3m added, so that £4.2m was carried forward.
---
With it the dock will have 4,830 berths; the rate moved from 5.65 to 7.80 at 6.75 per cent.
---
All eight docks were inspected. We judged 75% of the eight to be good.
---
Losses went from 362 in the first half to 410 in the second. We believe the rise is due to weather.
---
Turnout was 31% and within the 30% to 35% hoped for.
""")


@pytest.mark.parametrize(("text", "told"), _WRONG, ids=range(len(_WRONG)))
def test_a_relation_that_does_not_hold_is_told(text: str, told: str):
    assert any(told in finding.message for finding in found_by(RULES, text))


@pytest.mark.parametrize("text", _RIGHT, ids=range(len(_RIGHT)))
def test_figures_that_fit_or_are_of_other_things_are_left_alone(text: str):
    assert not found_by(RULES, text)


def test_what_a_narrower_rule_has_told_is_not_told_again():
    text = "The grant pays for 12 pilots at £31,500 each, which comes to £387,000."

    assert found_by(RULES, text)
    assert "so_much_each_times_its_number_is_the_sum" not in {f.rule for f in found_by_all(text)}


def test_a_numbered_paragraph_takes_up_the_one_before():
    text = (
        "1.2 The harbour programme is £48.6m over four years.\n\n1.3 It will be met from grant "
        "(£14.2m), the trust (£19.5m), dues (£8.4m) and borrowing (£5.5m)."
    )

    assert any("£47.6m" in finding.message for finding in found_by(RULES, text))
    assert not found_by(RULES, text.replace("£8.4m", "£9.4m"))


def test_of_which_is_of_the_part_or_of_the_whole():
    text = "56 of the 164 berths are new, of which {} are for ferries and 22 for yachts."

    assert any("60, not 56" in each.message for each in found_by(RULES, text.format(38)))
    assert not found_by(RULES, text.format(34))


def test_each_figure_plays_its_part():
    window = window_of(("The 36 buoys at £1,450 a buoy cost £52,200, £4,000 more than in May.",))

    assert window is not None
    assert [one.part for one in window.played] == [
        Part.LEVEL, Part.EACH, Part.LEVEL, Part.DIFFERENCE,
    ]  # fmt: skip


_SIZES = st.integers(min_value=101, max_value=9_899)


@settings(max_examples=60)
@given(_SIZES, _SIZES, _SIZES)
def test_parts_that_make_the_whole_are_left_alone_and_one_more_is_told(a: int, b: int, c: int):
    whole, off = a + b + c, a + b + c + 7
    # a whole that two of the parts make, or a rounded one, might be meant otherwise
    assume(off % 100 and whole % 100 and len({a, b, c}) == 3)
    assume(off not in (a + b, a + c, b + c))
    text = "The port took {:,} boxes. Of these, {:,} were empty, {:,} were full and {:,} were lost."

    assert not found_by(RULES, text.format(whole, a, b, c))
    assume(all(size % 100 for size in (a, b, c)) and abs(off / whole - 1) < 0.2)
    assert found_by(RULES, text.format(off, a, b, c))


@given(st.decimals(min_value=1, max_value=10_000, places=2))
def test_what_is_near_is_near_both_ways_of_a_slip(true: Decimal):
    assert is_near(true, true)
    assert is_near(true * 1000, true)
    assert not is_near(true * Decimal("1.7"), true) or len(str(true)) < 5
