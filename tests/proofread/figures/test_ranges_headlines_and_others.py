"""Ranges beside limits, figures that head a sentence, and one and the other of more than two."""

import pytest

from markdown_reports import shown
from moothall.proofread.figures.headline_figures import RULES as HEADLINES
from moothall.proofread.figures.one_and_the_other import RULES as OTHERS
from moothall.proofread.figures.ranges_within_limits import RULES as RANGES


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Turnover was consistently below the 10.5% target, ranging between 9.3% and {}.",
         "10.9%", "10.1%"),
        ("Sickness stayed under 5% all year (between 4.1% and {}).", "5.6%", "4.8%"),
        ("Rents remained above £400 throughout, from £{} to £520 a month.", "380", "410"),
        ("Varying from 62% to {}, occupancy has always been above 60%.", "58%", "71%"),
    ],
)  # fmt: skip
def test_a_range_stays_on_its_side(text: str, wrong: str, right: str) -> None:
    assert len(shown(RANGES[0], text.format(wrong))) == 1
    assert not shown(RANGES[0], text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        "Turnover was mostly below the 10.5% target, ranging between 9.3% and 10.9% all year.",
        "Turnover is now below 10.5%, having been between 9.3% and 10.9%.",
        "Rents remained above £400 throughout in between 9 and 14 towns.",
    ],
)
def test_a_limit_that_is_not_always_kept_is_left_alone(text: str) -> None:
    assert not shown(RANGES[0], text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("**50%** By 2050 there will be a 15% rise in the number of hot days.", 1),
        ("**3X** The number of hot days has doubled.", 1),
        ("**£4.2m** The pier brings in £2.4m for local firms each year.", 1),
        ("**15%** By 2050 there will be a 15% rise in the number of hot days.", 0),
        ("**2X** The number of hot days has doubled.", 0),
        ("**50%** The share of visitors who come by bus, up from 41% last year.", 0),
        ("**50%** In 2050 half of all days will be hot.", 0),
        ("**£4.2m** The pier brings in £2.4m for hotels and £1.8m for shops.", 0),
    ],
)
def test_a_headline_figure_is_that_of_its_sentence(text: str, wrong: int) -> None:
    assert len(shown(HEADLINES[0], text)) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In three cases it was not so. In one, a film was made. In the other, a song.", 1),
        ("There were four offers. One was from Ash; the other was from Elm.", 1),
        ("In two cases it was not so. In one, a film was made. In the other, a song.", 0),
        ("In three cases it was not so. In one, a film. In the other two, a song.", 0),
        ("Three offers came. One was from Ash, another from Elm; the other was Oak’s.", 0),
        ("Three lamps failed. One side of the pier was dark. On the other it was not.", 0),
    ],
)
def test_one_and_the_other_are_two(text: str, wrong: int) -> None:
    assert len(shown(OTHERS[0], text)) == wrong
