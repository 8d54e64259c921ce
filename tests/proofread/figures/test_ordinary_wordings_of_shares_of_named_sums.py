"""Shares of sums named after them, and figures that plainly follow from others: both ways told."""

import pytest

from moothall.files.reports.text import read_plain_text
from moothall.proofread.figures.plain_relations import RULES as PLAIN
from moothall.proofread.figures.proportions import RULES as PROPORTIONS
from moothall.proofread.figures.shares_of_named_sums import RULES as SHARES


def _told(text: str) -> list[str]:
    report = read_plain_text(text, "r")
    return [f.message for rule in (*SHARES, *PLAIN, *PROPORTIONS) for f in rule(report)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Reserves will be £1.855m at 31 August 2026, equal to {} of income of £24.2m.", 8.8, 7.7),
        ("Reserves will be £1.855m ({} of our income of £24.2m).", 8.8, 7.7),
        ("The pier would save £840,000 in a full year against a budget of £5.6 million ({}).",
         25, 15),
        ("The quay costs £1.2m, {} of the budget of £3m.", 30, 40),
        ("The quay costs £1.2m, or {} of a £3m budget.", 30, 40),
        ("Balances of £420,000 are {} of net spending of £4.1m.", 14, 10.2),
        ("A saving of £95,000 ({} of the net budget of £620,000) is proposed.", 12, 15.3),
        ("1,200 berths, {} of the harbour’s total of 3,000, are let.", 30, 40),
        ("Grants of £1.2m made up {} of Pier Trust’s income of £3m.", 30, 40),
        ("The plan asks Ash to save £3.100m. These proposals give £1.240m ({}) of that sum.",
         30, 40),
    ],
)  # fmt: skip
def test_a_share_is_of_the_sum_named_after_it(text: str, wrong: float, right: float) -> None:
    assert len(_told(text.format(f"{wrong}%"))) == 1
    assert _told(text.format(f"{right}%")) == []


@pytest.mark.parametrize(
    "text",
    [
        "At £1.1m, 14% of schools have a deficit of £2m.",
        "The council pays £1.2m plus 20% of any cost up to the cap of £3m.",
        "A forecast of £5.2m against a budget of £5.6m (7%) was reported.",
        "The team spent £0.9m against a budget of £1.2m (75%).",
        "Ash pays £1.2m, 30% of members said, and the grant is £3m.",
        "The plan asks £2m of Ash and £3.1m of Elm. These give £1.24m (40%) of that sum.",
        "The fee is £50, 10% of the price of £500 a berth.",
    ],
)
def test_a_share_of_something_else_is_left_alone(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The £1.2m will be divided equally among the four councils, each receiving {}.",
         "£250,000", "£300,000"),
        ("The grant of £1.2m is split equally between 4 councils, {} each.",
         "£250,000", "£300,000"),
        ("Income fell by £30,000 to £240,000, a fall of {}.", "15%", "11%"),
        ("Income rose by £30,000 to £240,000, an increase of {}.", "11%", "14%"),
        ("The fee will rise from £52 to £58, or {}.", "8%", "11.5%"),
        ("The crew of 14 has 3 vacancies, so that {} people are in post.", "12", "11"),
        ("Net cost is {}, being gross spending of £2.10m less income of £0.48m.",
         "£1.52m", "£1.62m"),
        ("The net cost is {}: gross spending of £210,000 less income of £48,000.",
         "£152,000", "£162,000"),
        ("A third of the £640,000 is met by Ash and the remaining {} by Elm.",
         "£340,000", "£426,667"),
        ("Half of the £640,000 is met by Ash and the remaining {} by Elm.",
         "£340,000", "£320,000"),
        ("Grant of £640,000 leaves {} of the reserve of £1.900m.", "£1.16m", "£1.26m"),
        ("Of the £750,000, a third ({}) is grant.", "£225,000", "£250,000"),
        ("A third of the £750,000 ({}) is grant.", "£225,000", "£250,000"),
        ("Weekly rent of £650 comes to {} a year.", "£7,200", "£33,800"),
        ("Quarterly payments of £31,250 make {} a year.", "£135,000", "£125,000"),
        ("Weekly costs rise from £820 to £870, adding {} a year.", "£3,600", "£2,600"),
        ("It saves £40,000 in the first year and double that, {}, in the second.",
         "£90,000", "£80,000"),
        ("The cost of a berth falls from £41.20 to £38.60, a saving of {}.", "£3.60", "£2.60"),
        ("A rate of 5.4 per 1,000 means {} cases among 60,000 people.", "270", "324"),
        ("The pier will pay for itself in {} years: it costs £600,000 and saves £120,000 a year.",
         "four", "five"),
        ("6 full-time and four half-time posts make {} full-time equivalents.", "nine", "eight"),
    ],
)  # fmt: skip
def test_a_figure_follows_from_those_its_words_name(text: str, wrong: str, right: str) -> None:
    assert len(_told(text.format(wrong))) == 1
    assert _told(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The £1.2m is shared between the four councils, £250,000 going to Ash.",
        "Income fell by £30,000 to £240,000, of which 15% is rent.",
        "The crew of 14 has 3 vacancies and 2 agency workers, so 13 are at work.",
        "Net cost is £1.5m, being about a third less than the £2.1m of Elm.",
        "Fees rise from £52 to £58, or 8% of income.",
        "Of the £750,000, a third is grant (£225,000 of it from Ash).",
        "Monthly rent of £650 comes to £7,200 a year less than Elm pays.",
        "The cost of a berth falls from £41.20 to £38.60, a saving of £3,600 a year.",
        "It saves £40,000 this year and double that in the next, £90,000 with Elm.",
        "The rate is 5.4 per 1,000, and 270 of the 60,000 people moved.",
    ],
)
def test_other_figures_of_the_sentence_are_left_alone(text: str) -> None:
    assert _told(text) == []
